import Foundation

/// A question about deadlines as `ombud try deadline` reads it: a policy, and what happened until `now`.
public struct DeadlineInput: Decodable, Sendable {
    /// Absent where the policy is given as a file.
    public var policy: PolicyInput?
    public var policyFile: String?
    public var history: CaseHistory
    public var now: Instant

    /// Reads JSON; the error names the place and what is wanted there.
    public static func read(_ json: Data) throws(PolicyInputError) -> DeadlineInput {
        do {
            return try JSONDecoder().decode(DeadlineInput.self, from: json)
        } catch {
            throw PolicyInputError(error)
        }
    }

    private enum Key: String, CodingKey, CaseIterable {
        case policy, opened, posted, seen, now, history
        case policyFile = "policy_file"
    }

    /// Other keys of a line are left alone: they are the asker's own.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        policy = try values.decodeIfPresent(PolicyInput.self, forKey: .policy)
        policyFile = try values.decodeIfPresent(String.self, forKey: .policyFile)
        guard policy != nil || policyFile != nil else {
            throw PolicyInputError("policy", "missing; a policy, or policy_file, is wanted")
        }
        now = try values.decode(Instant.self, forKey: .now)
        history = CaseHistory(
            opened: try values.decode(Instant.self, forKey: .opened),
            posted: try values.decodeIfPresent(Instant.self, forKey: .posted),
            seen: try values.decodeIfPresent(Instant.self, forKey: .seen),
            entries: try values.decodeIfPresent([HistoryEntry].self, forKey: .history)?.map(\.entry) ?? [])
    }
}

private struct HistoryEntry: Decodable {
    var entry: CaseHistory.Entry

    enum Key: String, CodingKey, CaseIterable { case at, what, until, kind, why, clock, time, basis }

    private static let plain: [String: CaseHistory.What] = [
        "wait": .wait, "resume": .resume, "reply": .reply, "assign": .assign, "resolve": .resolve,
        "reopen": .reopen, "edited": .edited, "follow-up": .followUp, "rating-raised": .ratingRaised,
        "rating-lowered": .ratingLowered, "reply-vanished": .replyVanished(mention: nil),
    ]

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let at = try values.decode(Instant.self, forKey: .at)
        let name = try values.decode(String.self, forKey: .what)
        let what: CaseHistory.What
        switch name {
        case "delay": what = .delay(try Self.delay(values))
        case "reply-seen":
            what = .replySeen(time: try values.decodeIfPresent(Instant.self, forKey: .time), mention: nil)
        case "basis":
            let basis: ClockBasis = try Self.choice(values, .basis, otherwise: .confirmed)
            what = .basis(basis, clock: try values.decodeIfPresent(String.self, forKey: .clock))
        default:
            guard let plain = Self.plain[name] else {
                throw PolicyInputError(
                    PolicyInputError.place(values.codingPath + [Key.what]),
                    "\(quoted(name)) is not one of wait, resume, reply, delay, assign, resolve, reopen, "
                        + "reply-seen, reply-vanished, edited, follow-up, rating-raised, rating-lowered, basis"
                )
            }
            what = plain
        }
        entry = CaseHistory.Entry(at: at, what: what)
    }

    /// An extension may leave the date to the law.
    private static func delay(_ values: KeyedDecodingContainer<Key>) throws -> CaseHistory.Delay {
        let kind: CaseHistory.Delay.Kind = try choice(values, .kind, otherwise: .agreed)
        return CaseHistory.Delay(
            until: kind == .agreed
                ? try values.decode(Instant.self, forKey: .until)
                : try values.decodeIfPresent(Instant.self, forKey: .until),
            kind: kind, why: try values.decodeIfPresent(String.self, forKey: .why),
            clock: try values.decodeIfPresent(String.self, forKey: .clock))
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ values: KeyedDecodingContainer<Key>, _ key: Key, otherwise fallback: Choice
    ) throws -> Choice where Choice.RawValue == String {
        guard let text = try values.decodeIfPresent(String.self, forKey: key) else { return fallback }
        if let found = Choice(rawValue: text) { return found }
        throw PolicyInputError(
            PolicyInputError.place(values.codingPath + [key]),
            "\(quoted(text)) is not one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
}
