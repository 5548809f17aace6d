import Complaints
import Storage

/// Something that staff did a moment ago, with all that taking it back needs.
public enum DeskStep: Hashable, Sendable {
    case decided(Decision)
    indirect case merged(Merge, decided: DeskStep)
    case handed(Handing)
    case noted(CaseID, at: Instant)
    case snoozed(MentionID, until: Instant, former: Snooze?)

    public struct Decision: Hashable, Sendable {
        public var mention: MentionID
        public var decision: Mention.Decision
        public var why: String?
        public var at: Instant
        public var caseBefore: CaseID?
        public var stateBefore: CaseState?
        public var caseAfter: CaseID?

        public init(
            mention: MentionID, decision: Mention.Decision, why: String?, at: Instant,
            caseBefore: CaseID? = nil, stateBefore: CaseState? = nil, caseAfter: CaseID? = nil
        ) {
            self.mention = mention
            self.decision = decision
            self.why = why
            self.at = at
            self.caseBefore = caseBefore
            self.stateBefore = stateBefore
            self.caseAfter = caseAfter
        }
    }

    public struct Merge: Hashable, Sendable {
        public var mention: MentionID
        public var twin: MentionID
        /// Those that leave when it is taken back, and those that they leave.
        public var gone: [MentionID]
        public var stay: [MentionID]
        public var into: CaseID?
    }

    public struct Handing: Hashable, Sendable {
        public var `case`: CaseID
        public var owner: String
        public var former: String?
        /// Since when the former owner had it.
        public var since: Instant?
        public var state: CaseState
        public var at: Instant
    }
}
