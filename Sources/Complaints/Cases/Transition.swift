/// What staff may do to a case in which state, and what it becomes.
public enum CaseAct: Hashable, Sendable {
    case take(by: String)
    /// Given to somebody by another.
    case assign(to: String)
    /// Given back to nobody.
    case unassign
    case next
    case delay
    /// Something was told to the customer that is owed.
    case promise
    /// Something was asked of the customer.
    case wait
    case resume
    case reply
    case resolve
    /// Nothing is to be done or to be heard of it any more.
    case close
    case note
    /// Whether a law applies to it.
    case basis
    case dismiss
    case reopen
    /// The public answer was seen on the page.
    case replySeen
    case replyVanished
    /// It is the complaint of another case.
    case merge

    public var verb: String {
        switch self {
        case .take: "taken"
        case .assign: "assigned"
        case .unassign: "given back"
        case .next: "given a next step"
        case .delay: "delayed"
        case .promise: "given a promise"
        case .wait: "set to wait"
        case .resume: "resumed"
        case .reply: "answered"
        case .resolve: "resolved"
        case .close: "closed"
        case .note: "noted on"
        case .basis: "given the basis of a clock"
        case .dismiss: "dismissed"
        case .reopen: "reopened"
        case .replySeen: "marked as answered"
        case .replyVanished: "marked as unanswered"
        case .merge: "merged"
        }
    }
}

/// An act that the case's state does not allow.
public struct ForbiddenAct: Error, Hashable, Sendable, CustomStringConvertible {
    public var caseID: CaseID
    public var act: CaseAct
    public var state: CaseState
    public var advice: String

    public var description: String {
        "case \(caseID) is \(state.rawValue) and cannot be \(act.verb): \(advice)"
    }
}

extension CaseState {
    /// The state after an act; throws when it is not allowed. Acts of the crawler are always allowed
    /// and leave a case that is over as it is.
    public func after(_ act: CaseAct, of id: CaseID) throws(ForbiddenAct) -> CaseState {
        switch act {
        case .note: return self
        case .basis:
            guard self != .merged else { throw forbid(act, id, "its clocks are those of the case it is in") }
            return self
        case .take, .assign:
            guard isActive else { throw forbid(act, id, "only a case that is not over has an owner") }
            return self == .new ? .open : self
        case .unassign:
            guard isActive else { throw forbid(act, id, "only a case that is not over has an owner") }
            return self
        case .next:
            guard isActive else { throw forbid(act, id, "only a case that is not over has a next step") }
            return self
        case .delay:
            guard isActive else { throw forbid(act, id, "nothing of it is due any more") }
            return self
        case .promise:
            guard isActive else { throw forbid(act, id, "reopen it first") }
            return self
        case .wait:
            guard isActive else { throw forbid(act, id, "reopen it first") }
            guard self != .waiting else { throw forbid(act, id, "`case resume` ends the wait") }
            return .waiting
        case .resume:
            guard isActive else { throw forbid(act, id, "reopen it first") }
            guard self == .waiting else { throw forbid(act, id, "it does not wait for the customer") }
            return .open
        case .reply:
            guard isActive else { throw forbid(act, id, "reopen it first") }
            return .answered
        case .resolve:
            guard isActive else { throw forbid(act, id, "it is over already") }
            return .resolved
        case .close:
            switch self {
            case .answered, .resolved: return .closed
            case .new, .open, .waiting: throw forbid(act, id, "answer the customer or resolve it first")
            case .closed, .dismissed, .merged: throw forbid(act, id, "it is over already")
            }
        case .dismiss: return isActive ? .dismissed : self
        case .reopen:
            guard !isActive, self != .merged else { throw forbid(act, id, "only a case that is over is") }
            return .open
        case .replySeen: return isActive ? .answered : self
        case .replyVanished: return self == .answered ? .open : self
        case .merge:
            guard self != .merged else { throw forbid(act, id, "it is merged already") }
            return .merged
        }
    }

    private func forbid(_ act: CaseAct, _ id: CaseID, _ advice: String) -> ForbiddenAct {
        ForbiddenAct(caseID: id, act: act, state: self, advice: advice)
    }
}
