import Complaints
import Storage

/// How an endpoint takes alerts, in words and as JSON.
extension EndpointState {
    /// `ok`, `disabled`, `refused`, `held`, `failing` or `slowed`.
    func word(now: Instant) -> String {
        if isDisabled { return "disabled" }
        if refusal != nil { return "refused" }
        if hold(now: now) != nil { return "held" }
        if health.failures > 0 { return "failing" }
        return health.pace == nil ? "ok" : "slowed"
    }

    /// What is the matter and what ends it; nil when nothing is.
    func trouble(now: Instant) -> String? {
        if let disabledAt {
            return
                "disabled since \(Times.short(disabledAt)): \(reason ?? ""); `ombud alert enable \(name)` when "
                + "it is back"
        }
        if let refusal { return "wants no deliveries: \(refusal)" }
        if let until = hold(now: now) { return "asked to be left alone until \(Times.short(until))" }
        if health.failures > 0 {
            let times = health.failures == 1 ? "once" : "\(health.failures) times in a row"
            let since = health.failingSince.map { ", since \(Times.short($0))" } ?? ""
            let probe = health.probe.map { "; one tries it again \(Times.short($0.at)), the rest wait" } ?? ""
            return "failed \(times)\(since): \(health.lastError ?? "?")\(probe)"
        }
        return health.pace.map { "slowed to \(Int($0.rounded())) deliveries a second; it had too much to do" }
    }

    func json(_ counts: [Alert.State: Int], now: Instant) -> JSON {
        [
            "endpoint": name, "state": word(now: now), "disabled": disabledAt, "reason": reason,
            "held_until": hold(now: now), "failures": health.failures, "failing_since": health.failingSince,
            "error": health.lastError, "next_probe": health.probe?.at, "pace": health.pace,
            "last_taken": health.takenLast, "greeted": greeting?.at, "agreed_rate": greeting?.rate,
            "refusal": refusal, "pending": counts[.pending] ?? 0, "held": counts[.held] ?? 0,
            "dead": counts[.dead] ?? 0, "bundled": counts[.bundled] ?? 0,
            "delivered": counts[.delivered] ?? 0,
        ]
    }
}
