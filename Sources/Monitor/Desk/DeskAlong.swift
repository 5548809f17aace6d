import Complaints
import Storage

/// What is said along with an act: what the case was known as, and what is to be done next.
public struct Along: Hashable, Sendable {
    /// The version that the act was decided on; nil acts on whatever stands.
    public var version: Int?
    public var next: Step?

    public struct Step: Hashable, Sendable {
        public var what: String
        public var due: NamedTime?

        public init(_ what: String, due: NamedTime? = nil) {
            self.what = what
            self.due = due
        }
    }

    public init(version: Int? = nil, next: Step? = nil) {
        self.version = version
        self.next = next
    }
}

extension Desk {
    /// One act on one case, in a transaction of its own: what somebody did meanwhile is never overwritten
    /// unseen, and nothing is changed when the act is refused.
    func transact<T: Sendable>(
        _ id: CaseID, leavesNext: Bool,
        _ work: @escaping @Sendable (inout CaseFile, Instant) throws -> T
    ) async throws -> (result: T, case: Case) {
        let (outbox, now) = (setup.outbox, time.now())
        return try await store.write { session in
            guard var file = try CaseFile.load(id, outbox: outbox, in: session) else {
                throw Refusal.noCase(id)
            }
            if let version = along.version, version != file.case.version {
                throw Refusal.changed(file.case, asked: version, last: file.lastAct)
            }
            let meanwhile = file.lastAct
            do {
                let result = try work(&file, now)
                try finish(&file, leavesNext: leavesNext, now: now)
                return (result, file.case)
            } catch let act as ForbiddenAct {
                throw Refusal.forbidden(act, meanwhile: meanwhile)
            }
        }
    }

    /// Sets the next step that was said along, and sees to it that there is one where the policy wants it.
    func finish(_ file: inout CaseFile, leavesNext: Bool, now: Instant) throws {
        if let step = along.next, file.case.state.isActive {
            try file.setNext(step.what, due: step.due, by: who, now: now)
        }
        if !leavesNext, file.case.lacksNextStep, file.policy.nextStep == .required {
            throw Refusal.already(
                "the policy \(file.policy.name) wants a next step for every open case, and this would leave case "
                    + "\(file.case.id) without one; say it along: --next \"call her\" --next-due +2wd")
        }
        try file.count()
    }
}

extension Desk.Refusal {
    /// The case is no more what it was when somebody decided to act on it.
    static func changed(_ found: Case, asked version: Int, last: String?) -> Desk.Refusal {
        .already(
            "case \(found.id) is at version \(found.version), not \(version): "
                + (last ?? "it was changed meanwhile") + "; look at it again, then act on what it is now")
    }
}

extension CaseFile {
    /// `anna resolved it at 2026-03-02T09:00:00.000Z`; nil where nobody did anything.
    var lastAct: String? {
        timeline.last { $0.by != nil }.map { entry in
            "\(entry.by ?? "") was the last to act on it: \(entry.what.rawValue), \(entry.at)"
        }
    }
}

extension Duration {
    /// `2 min ago`, `3 h ago`, `5 d ago`.
    var agoText: String {
        let seconds = components.seconds
        return switch seconds {
        case ..<60: "less than a minute ago"
        case ..<3600: "\(seconds / 60) min ago"
        case ..<172_800: "\(seconds / 3600) h ago"
        default: "\(seconds / 86_400) d ago"
        }
    }
}
