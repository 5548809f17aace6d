/// Deadlines as an iCalendar object (RFC 5545): for calendars that people have open all day.
public struct CalendarFeed: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A point in time, which every calendar shows.
        case event
        /// A task, which calendars with tasks show as one to be done.
        case todo
    }

    /// One deadline.
    public struct Entry: Hashable, Sendable {
        /// The same for the same deadline in every feed.
        public var uid: String
        /// The version of what it is of: the greater one counts.
        public var sequence: Int
        public var due: Instant
        public var summary: String
        public var description: String
        public var url: String?
        public var categories: [String]
        public var isUrgent: Bool
        public var alarms: [Instant]

        public init(
            uid: String, sequence: Int, due: Instant, summary: String, description: String = "",
            url: String? = nil, categories: [String] = [], isUrgent: Bool = false, alarms: [Instant] = []
        ) {
            self.uid = uid
            self.sequence = sequence
            self.due = due
            self.summary = summary
            self.description = description
            self.url = url
            self.categories = categories
            self.isUrgent = isUrgent
            self.alarms = alarms
        }
    }

    private let kind: Kind
    private let now: Instant

    /// - Parameter now: when the feed is made.
    public init(_ kind: Kind = .event, now: Instant) {
        self.kind = kind
        self.now = now
    }

    public func head(name: String) -> String {
        Self.lines([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ombud//Deadlines//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(name), "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
            "X-PUBLISHED-TTL:PT15M",
        ])
    }

    public var end: String { Self.lines(["END:VCALENDAR"]) }

    public func text(_ entry: Entry) -> String {
        let component = kind == .event ? "VEVENT" : "VTODO"
        var lines = [
            "BEGIN:\(component)", "UID:" + Self.escaped(entry.uid), "DTSTAMP:" + Self.time(now),
            "SEQUENCE:\(entry.sequence)",
        ]
        switch kind {
        // Without an end it ends as it begins (RFC 5545, 3.6.1), and takes nobody's time.
        case .event: lines += ["DTSTART:" + Self.time(entry.due), "TRANSP:TRANSPARENT", "STATUS:CONFIRMED"]
        case .todo: lines += ["DUE:" + Self.time(entry.due), "STATUS:NEEDS-ACTION"]
        }
        lines.append("SUMMARY:" + Self.escaped(entry.summary))
        if !entry.description.isEmpty { lines.append("DESCRIPTION:" + Self.escaped(entry.description)) }
        if let url = entry.url, Self.isURI(url) { lines.append("URL:" + url) }
        if !entry.categories.isEmpty {
            lines.append("CATEGORIES:" + entry.categories.map(Self.escaped).joined(separator: ","))
        }
        lines.append("PRIORITY:\(entry.isUrgent ? 1 : 5)")
        for alarm in entry.alarms {
            lines += [
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER;VALUE=DATE-TIME:" + Self.time(alarm),
                "DESCRIPTION:" + Self.escaped(entry.summary), "END:VALARM",
            ]
        }
        lines.append("END:\(component)")
        return Self.lines(lines)
    }

    private static func lines(_ lines: [String]) -> String { lines.map(folded).joined() }

    /// At most 75 bytes a line without its break, never in the middle of a letter (RFC 5545, 3.1).
    static func folded(_ line: String) -> String {
        var result = ""
        result.reserveCapacity(line.utf8.count + line.utf8.count / 20 + 2)
        var used = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if used + size > 75 {
                result += "\r\n "
                used = 1
            }
            result.unicodeScalars.append(scalar)
            used += size
        }
        return result + "\r\n"
    }

    /// TEXT (RFC 5545, 3.3.11), without the control characters that it does not allow.
    static func escaped(_ text: String) -> String {
        var result = ""
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            switch scalar {
            case "\\", ";", ",":
                result += "\\"
                result.unicodeScalars.append(scalar)
            case "\n" where last == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result += "\\n"
            case "\t": result += " "
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `20261124T130000Z`.
    static func time(_ time: Instant) -> String {
        String(time.description.prefix(19)).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// As far as it can stand in a feed without quotes.
    private static func isURI(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && text.contains(":")
    }
}
