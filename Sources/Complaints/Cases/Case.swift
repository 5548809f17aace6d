/// A complaint being handled.
public struct Case: Hashable, Sendable {
    public var id: CaseID
    public var subject: String
    public var state: CaseState
    public var owner: String?
    /// Counts the case's events; consumers of unordered events keep the highest.
    public var version: Int
    public var opened: Instant
    /// When the customer wrote; nil where the page did not say.
    public var posted: Instant?
    public var seen: Instant
    /// The nearest due time of a running clock.
    public var due: Instant?
    /// As `due`, or earlier: that of a clock that was missed and is still awaited. nil where nothing is.
    public var nearest: Instant?
    /// In how many places the complaint stands.
    public var reach: Int
    public var urgency: Score.Urgency
    public var topic: String?
    /// What is to be done next; every active case needs one.
    public var next: NextStep?
    /// When its clocks have to be read anew though none is due: until then a reply that staff said they gave
    /// holds without being seen.
    public var lookAgain: Instant?
    /// Since when its owner has it; nil without one.
    public var assigned: Instant?
    /// When it is closed by itself, if the customer says nothing until then.
    public var closes: Instant?

    public init(
        id: CaseID, subject: String, state: CaseState = .new, owner: String? = nil, version: Int = 1,
        opened: Instant, posted: Instant? = nil, seen: Instant, due: Instant? = nil,
        nearest: Instant? = nil, reach: Int = 1, urgency: Score.Urgency = .normal, topic: String? = nil,
        next: NextStep? = nil, lookAgain: Instant? = nil
    ) {
        self.id = id
        self.subject = subject
        self.state = state
        self.owner = owner
        self.version = version
        self.opened = opened
        self.posted = posted
        self.seen = seen
        self.due = due
        self.nearest = nearest ?? due
        self.reach = reach
        self.urgency = urgency
        self.topic = topic
        self.next = next
        self.lookAgain = lookAgain
    }

    /// Wants something of staff, and nobody said what.
    public var lacksNextStep: Bool { state.isActive && next == nil }
}

/// What the owner of a case does next.
public struct NextStep: Hashable, Sendable {
    public var what: String
    /// Until when; nil where nobody said.
    public var due: Instant?

    public init(_ what: String, due: Instant? = nil) {
        self.what = what
        self.due = due
    }
}

public enum CaseState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nobody took it yet.
    case new
    /// Taken by somebody, reopened, or its public reply is gone.
    case open
    /// The customer was asked something.
    case waiting
    /// A public answer was given or seen.
    case answered
    case resolved, closed, dismissed, merged

    /// Still wants something of staff.
    public var isActive: Bool {
        switch self {
        case .new, .open, .waiting, .answered: true
        case .resolved, .closed, .dismissed, .merged: false
        }
    }
}

/// Written `42` or `#42`.
public struct CaseID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let number: Int64
    public init(_ number: Int64) { self.number = number }
    public var description: String { "#\(number)" }
    public static func < (a: CaseID, b: CaseID) -> Bool { a.number < b.number }

    public init?(text: some StringProtocol) {
        guard let number = Int64(text.hasPrefix("#") ? text.dropFirst() : text[...]), number > 0 else {
            return nil
        }
        self.init(number)
    }
}

/// One line of a case's history: nothing on it is ever overwritten.
public struct TimelineEntry: Hashable, Sendable {
    public var at: Instant
    /// The member of staff; nil for what Ombud saw or did by itself.
    public var by: String?
    public var what: What
    /// Inside: never shown to the customer.
    public var note: String?
    /// Said in public, or the text that was seen.
    public var statement: String?
    /// A time that the entry is about: the new date of a delay, the page's own time of a reply.
    public var time: Instant?
    /// The mention whose reply it is about.
    public var mention: MentionID?
    /// The clock that a delay or a basis is about; nil for every one that it fits.
    public var clock: String?

    public enum What: String, Hashable, Sendable, Codable, CaseIterable {
        case opened, assigned, noted, replied, resolved, reopened, dismissed, confirmed, merged, waiting,
            resumed
        case delayed, warned, missed, mentioned
        case replySeen = "reply-seen"
        case replyVanished = "reply-vanished"
        /// Staff said that they answered, and no page showed it in time.
        case replyUnseen = "reply-unseen"
        /// Our reply reads differently.
        case replyEdited = "reply-edited"
        /// What is to be done next; `time` is until when.
        case nextStep = "next-step"
        /// What was to be done next is done.
        case stepDone = "step-done"
        /// Its owner has it no more.
        case unassigned
        /// Nothing is to be done or to be heard of it any more.
        case closed
        case tagged, untagged, linked, unlinked
        case edited, vanished, reappeared
        /// Another case was merged into this one, and: a mention was taken out, or came back.
        case joined, split
        /// The customer wrote again.
        case followedUp = "followed-up"
        case ratingRaised = "rating-raised"
        case ratingLowered = "rating-lowered"
        /// A longer limit that a law gives; the note has the reasons.
        case extended
        /// Whether a law applies to the case; `clock` names one, nothing stands for all, the note says why.
        case basisConfirmed = "basis-confirmed"
        case basisDenied = "basis-denied"
        /// Other rules hold for its clocks from now on.
        case policyChanged = "policy-changed"
        /// An act was a slip, and is as if it had never been: `note` says what, `time` when it was done.
        case takenBack = "taken-back"
        /// Something was promised; `time` is until when. What is in a reply of ours is proposed first.
        case promised
        case promiseProposed = "promise-proposed"
        case promiseDeclined = "promise-declined"
        case promiseAtRisk = "promise-at-risk"
        /// Also late or in part; the note says how.
        case promiseKept = "promise-kept"
        case promiseBroken = "promise-broken"
        /// A rung of the ladder was climbed.
        case escalated
    }

    public init(
        at: Instant, by: String? = nil, what: What, note: String? = nil, statement: String? = nil,
        time: Instant? = nil, mention: MentionID? = nil, clock: String? = nil
    ) {
        self.at = at
        self.by = by
        self.what = what
        self.note = note
        self.statement = statement
        self.time = time
        self.mention = mention
        self.clock = clock
    }
}
