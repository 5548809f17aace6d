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

    enum Key: String, CodingKey, CaseIterable { case at, what, until }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let at = try values.decode(Instant.self, forKey: .at)
        let name = try values.decode(String.self, forKey: .what)
        let what: CaseHistory.What
        switch name {
        case "wait": what = .wait
        case "resume": what = .resume
        case "reply": what = .reply
        case "assign": what = .assign
        case "resolve": what = .resolve
        case "reopen": what = .reopen
        case "delay": what = .delay(until: try values.decode(Instant.self, forKey: .until))
        default:
            throw PolicyInputError(
                PolicyInputError.place(values.codingPath + [Key.what]),
                "\(quoted(name)) is not one of wait, resume, reply, delay, assign, resolve, reopen")
        }
        entry = CaseHistory.Entry(at: at, what: what)
    }
}
