/// Something told to the customer: what, how it is seen that it was kept, who answers for it, until when.
public struct Promise: Hashable, Sendable {
    /// Counted in the case, from 1.
    public var number: Int
    public var what: String
    /// How it is seen that it was kept; nil where nobody said.
    public var measure: String?
    public var owner: String?
    public var due: Instant
    public var state: State
    /// When it was told to the customer.
    public var made: Instant
    /// Who put it on the case; nil for one that was recognised in a reply.
    public var by: String?
    /// The sentence of a public reply in which it was recognised.
    public var said: String?
    /// When it ended: the time at which it was done, or was broken.
    public var ended: Instant?
    public var note: String?
    /// When something of it has to be told next; nil when nothing has.
    public var next: Instant?

    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Recognised in a reply of ours; nobody has accepted it.
        case proposed
        /// Was recognised, and is none.
        case declined
        case open, kept, late, partial, broken
    }

    public init(
        number: Int = 0, what: String, measure: String? = nil, owner: String? = nil, due: Instant,
        state: State = .open, made: Instant, by: String? = nil, said: String? = nil, ended: Instant? = nil,
        note: String? = nil, next: Instant? = nil
    ) {
        self.number = number
        self.what = what
        self.measure = measure
        self.owner = owner
        self.due = due
        self.state = state
        self.made = made
        self.by = by
        self.said = said
        self.ended = ended
        self.note = note
        self.next = next
    }

    /// `1 "money back", due 2026-03-02T16:00:00.000Z`.
    public var name: String { "\(number) \u{201C}\(what)\u{201D}" }
}

/// How a promise ended, as staff say it.
public enum PromiseEnd: String, Hashable, Sendable, CaseIterable {
    case kept, late, partial, broken
}

/// An end that the promise's state or time does not allow.
public struct ForbiddenEnd: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
}

extension Promise {
    /// The promise as it ended.
    ///
    /// - Parameter at: when it was done; what was done after the due time is late, whatever is said.
    public func ended(
        _ end: PromiseEnd, at time: Instant, now: Instant, note: String? = nil
    ) throws(ForbiddenEnd) -> Promise {
        switch state {
        case .open, .broken: break
        case .proposed:
            throw ForbiddenEnd(
                description: "promise \(name) is only proposed; accept it first, or decline it")
        case .declined: throw ForbiddenEnd(description: "promise \(name) was declined: nothing is owed")
        case .kept, .late, .partial:
            throw ForbiddenEnd(description: "promise \(name) has ended already: it is \(state.rawValue)")
        }
        guard time <= now else {
            throw ForbiddenEnd(description: "\(time) is still to come; what was not done yet is not kept")
        }
        guard time >= made else {
            throw ForbiddenEnd(
                description: "\(time) is before promise \(name) was made, at \(made)")
        }
        if end == .late, time <= due {
            throw ForbiddenEnd(
                description: "promise \(name) is due \(due): what is done by then is kept, and not late")
        }
        if end == .broken, state == .broken {
            throw ForbiddenEnd(description: "promise \(name) is broken already")
        }
        var changed = self
        changed.ended = time
        changed.next = nil
        if let note { changed.note = note }
        changed.state =
            switch end {
            case .kept, .late: time <= due ? .kept : .late
            case .partial: .partial
            case .broken: .broken
            }
        return changed
    }

    /// What has to be told at `now`; changes the promise so that it is told once.
    public mutating func tell(now: Instant) -> News? {
        guard state == .open, let at = next, at <= now else { return nil }
        if now > due {
            state = .broken
            ended = due
            next = nil
            return .broken(at: due)
        }
        next = due + .milliseconds(1)
        return .atRisk(at: at)
    }

    public enum News: Hashable, Sendable {
        /// It is still to be kept, and little of its time is left.
        case atRisk(at: Instant)
        case broken(at: Instant)
    }
}
