import Complaints
import Monitor

/// A rung of a case's ladder as people and programs read it.
extension CaseLadder.Standing: JSONConvertible {
    var json: JSON {
        [
            "number": number, "who": rung.who, "clock": rung.clock, "when": rung.when.text, "what": rung.what,
            "at": at, "escalated": climbed, "passed_over": passed,
        ]
    }

    /// `1: head of service, 2 working hours before answer is due: look at it; comes 2026-03-02 14:00`.
    var sentence: String {
        let stands =
            climbed.map { "told \(Times.short($0))" }
            ?? passed.map { "passed over when the policy was applied, \(Times.short($0))" } ?? at.map {
                "comes \(Times.short($0))"
            }
            ?? "does not run"
        return "\(number): \(rung.who), \(rung.clock), \(rung.when.text): \(rung.what); \(stands)"
    }
}
