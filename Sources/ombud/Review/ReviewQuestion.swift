import Complaints
import Monitor

/// What is asked before an act: a digit picks, any other text is the answer itself.
enum ReviewQuestion: Hashable, Sendable {
    case reason, owner, note, until, twin

    var prompt: String {
        switch self {
        case .reason: "Why is it no complaint"
        case .owner: "Who gets the case"
        case .note: "Note, never shown to the customer"
        case .until: "Put off until"
        case .twin: "The same complaint as (m1234)"
        }
    }

    /// What may be typed besides the choices.
    var hint: String {
        switch self {
        case .reason: "or type a reason; it teaches the score"
        case .owner: "or type a name"
        case .until: "or type a time: +4h, +2wd, tomorrow 10:00, 2026-03-01 14:00"
        case .note, .twin: ""
        }
    }

    static let reasons = [
        "praise, no complaint", "a question, no complaint", "not about us", "spam or advertising",
        "by an employee or a rival", "told by somebody it did not happen to",
    ]

    /// As shown, and as `TimeArgument` reads them.
    static let times = ["+1h", "+4h", "tomorrow 9:00", "+3d", "+7d"]

    func choices(owners: [String]) -> [String] {
        switch self {
        case .reason: Self.reasons
        case .owner: Array(owners.prefix(9))
        case .until: Self.times
        case .note, .twin: []
        }
    }
}

extension DeskStep {
    /// The mention that left the inbox by it; nil for what was done to a case.
    var mention: MentionID? {
        switch self {
        case .decided(let decision): decision.mention
        case .merged(let merge, _): merge.mention
        case .snoozed(let id, _, _): id
        case .handed, .noted: nil
        }
    }

    var sentence: String {
        switch self {
        case .decided(let decision):
            switch decision.decision {
            case .confirmed:
                "\(decision.mention) confirmed, case \(decision.caseAfter?.description ?? "-")"
            case .dismissed: "\(decision.mention) dismissed: \(decision.why ?? "-")"
            }
        case .merged(let merge, _):
            "\(merge.mention) confirmed as \(merge.twin), case \(merge.into?.description ?? "-")"
        case .handed(let handing): "case \(handing.case) is \(handing.owner)'s"
        case .noted(let id, _): "noted on case \(id)"
        case .snoozed(let id, let until, _): "\(id) put off until \(Times.short(until))"
        }
    }
}
