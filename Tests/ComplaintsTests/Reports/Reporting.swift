import Complaints
import TestSupport

/// Invented cases for the tests of reports, of which each test states only what it is about.
extension ReportedCase {
    static func make(
        _ number: Int64, _ state: CaseState = .open, opened: String, posted: String? = nil,
        owner: String? = nil, topic: String? = nil, source: String? = "board", cause: String? = nil,
        author: String? = nil, urgency: Score.Urgency = .normal, isFlagged: Bool = true
    ) -> ReportedCase {
        ReportedCase(
            id: CaseID(number), subject: "Acme", state: state, owner: owner, opened: moment(opened),
            posted: posted.map { moment($0) }, seen: moment(opened), urgency: urgency, topic: topic,
            source: source,
            language: "en", cause: cause, author: author, isFlagged: isFlagged)
    }
}

extension ReportedClock {
    static func make(
        _ number: Int64, _ name: String, _ state: ClockState, due: String? = nil, stopped: String? = nil
    ) -> ReportedClock {
        ReportedClock(
            CaseID(number), name, due: due.map { moment($0) }, state: state,
            stopped: stopped.map { moment($0) })
    }
}

extension CaseTurn {
    static func make(
        _ number: Int64, _ time: String, _ what: TimelineEntry.What, to owner: String? = nil
    ) -> CaseTurn {
        CaseTurn(CaseID(number), at: moment(time), what, owner: owner)
    }
}

/// `03-02 10:00` of 2026, UTC.
func moment(_ text: String) -> Instant { instant("2026-" + text.replacing(" ", with: "T") + ":00Z") }

extension FigureTable {
    /// Every row under these keys, as short texts.
    func shown(_ keys: String...) -> [[String]] {
        rows.indices.map { row in keys.map { (figure($0, ofRow: row) ?? .none).short } }
    }

    func total(_ key: String) -> Int {
        rows.indices.reduce(0) { sum, row in
            if case .count(let count)? = figure(key, ofRow: row) { sum + count } else { sum }
        }
    }
}

extension Figure {
    var short: String {
        switch self {
        case .none: "-"
        case .text(let text): text
        case .count(let count): "\(count)"
        case .share(let share): "\(share.count)/\(share.of)"
        case .length(let length): "\(Double(length.inMilliseconds) / 3_600_000)h"
        case .time(let time): time.description
        }
    }
}

/// Repeatable randomness (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
