import Complaints
import Foundation
import Logging
import ServiceLifecycle
import Storage

/// Tells systemd that the daemon lives, after the schedule turned and the store answered, and how it stands.
struct Watchdog: Service {
    let store: any Store
    let time: any TimeSource
    let heartbeat: Heartbeat
    let notifier: Notifier
    let logger: Logger

    /// The status line is no older.
    static let every: Duration = .seconds(5)

    func run() async throws {
        var (told, isTroubled) = (0, false)
        while !Task.isCancelled {
            do {
                let summary = try await store.read { try $0.serviceSummary() }
                heartbeat.storeAnswered()
                isTroubled = false
                notifier.status(summary.line(reload: heartbeat.reload))
                let ticks = heartbeat.ticks
                if ticks > told {
                    notifier.alive()
                    told = ticks
                }
            } catch is CancellationError {
                return
            } catch {
                // Said once, not every few seconds; without news systemd will act.
                if !isTroubled { logger.error("the store does not answer: \(error)") }
                isTroubled = true
            }
            try? await time.sleep(
                for: min(Self.every, notifier.watchdogInterval.map { $0 / 3 } ?? Self.every))
        }
    }
}

extension ServiceSummary {
    /// `watching 7 sources, 1 blind; 3 open cases; next deadline 2026-03-02T14:00:00.000Z (case 12, answer)`.
    func line(reload: Heartbeat.Reload? = nil) -> String {
        var watched = "watching \(counted(sources, "source"))"
        if blind > 0 { watched += ", \(blind) blind" }
        if paused > 0 { watched += ", \(paused) paused" }
        var parts = [watched, counted(openCases, "open case")]
        parts.append(
            nearest.map { "next deadline \($0.due) (case \($0.caseID.number), \($0.name))" } ?? "no deadline")
        if let reload, reload.refusal != nil {
            parts.append("the configuration of \(reload.at) was refused, the old one is in force")
        }
        return parts.joined(separator: "; ")
    }
}
