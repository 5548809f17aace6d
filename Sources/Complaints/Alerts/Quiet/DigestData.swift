/// The `data` of `ombud.digest`: one event that tells of many which were held back for its endpoint.

/// What is summed up, and why it was held back.
public struct DigestData: Sendable {
    public let reason: Reason
    /// What held them, more closely: `case/42` of a group, `silence/3`.
    public let key: String?
    /// How many there are, also those that are left out of `events`.
    public let count: Int
    public let counts: [TypeCount]
    /// How many are left out to keep the body under 20 kB; `ombud alert list --bundle ID` has them.
    public let cut: Int
    /// In the order in which they happened.
    public let events: [EventSummary]
    /// When the first and the last of them happened.
    public let from: Instant
    public let until: Instant
    /// The reader's zone (IANA) and language, where the endpoint names them.
    public let zone: String?
    public let language: String?

    public enum Reason: String, Hashable, Sendable, CaseIterable {
        case group
        /// A daily or weekly digest.
        case digest
        case quietHours = "quiet-hours"
        case silence, budget
        /// What was told before and still asks for a person, as it stands now.
        case `repeat`
    }

    public struct TypeCount: Hashable, Sendable {
        public let type: String
        public let count: Int

        public init(type: String, count: Int) {
            self.type = type
            self.count = count
        }
    }

    /// What the summaries may take together: Standard Webhooks asks for bodies under 20 kB.
    static let mostBytes = 16_000
    /// More than can fit; further ones need not be read at all.
    public static let mostEvents = 200

    /// - Parameters:
    ///   - events: all of them, or the weightiest `mostEvents`.
    ///   - counts: of all, by type.
    public init(
        reason: Reason, key: String? = nil, events: [EventSummary], counts: [TypeCount], from: Instant,
        until: Instant, zone: String? = nil, language: String? = nil
    ) {
        self.reason = reason
        self.key = key?.cut(to: 300)
        self.counts = counts.sorted { ($1.count, $0.type) < ($0.count, $1.type) }
        count = counts.reduce(0) { $0 + $1.count }
        self.events = Self.fitting(events).sorted { ($0.time, $0.id) < ($1.time, $1.id) }
        cut = max(0, count - self.events.count)
        self.from = from
        self.until = until
        self.zone = zone
        self.language = language
    }

    /// Of every one its name, as far as there is room, and of the weightiest what they say.
    private static func fitting(_ events: [EventSummary]) -> [EventSummary] {
        let ordered = events.sorted { ($0.weight, $1.time, $1.id) > ($1.weight, $0.time, $0.id) }
        var room = mostBytes
        var kept: [EventSummary] = []
        for event in ordered {
            let bare = event.bare
            guard bare.size <= room else { break }
            room -= bare.size
            kept.append(bare)
        }
        for (index, event) in ordered.prefix(kept.count).enumerated() {
            for form in [event, event.withoutText] {
                let more = form.size - kept[index].size
                guard more <= room else { continue }
                room -= more
                kept[index] = form
                break
            }
        }
        return kept
    }

    func writeCounts(_ json: inout JSONWriter) {
        json.add("count", count)
        json.array("counts", counts) { json, found in
            json.object {
                $0.add("count", found.count)
                $0.add("type", found.type)
            }
        }
        if cut > 0 { json.add("cut", cut) }
    }

    func writeEvents(_ json: inout JSONWriter) {
        json.array("events", events) { $0.object(nil, $1.write) }
        json.add("from", from)
    }
}
