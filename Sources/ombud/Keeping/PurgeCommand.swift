import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

struct PurgeCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Deletes what is older than `retention` in ombud.yaml keeps it.",
        discussion: """
            The daemon does the same once a day. Nothing is deleted of a kind that `retention` does not name, \
            nor what is under legal hold, in a case that goes on, or still to be delivered: that is counted and \
            told. Archived pages leave a note with their hash, so that `ombud doctor --evidence` verifies the \
            rest. docs/privacy.md tells more.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Flag(help: "Only counts what would be deleted.") var dryRun = false

    func perform() async throws {
        let (dryRun, json, who) = (dryRun, printing.json, person.who)
        try await place.withStore { wiring, store in
            let configuration = wiring.configuration
            let retention = configuration.retention
            guard Retention.Kind.allCases.contains(where: { retention[$0] != nil }) else {
                return Screen.say("everything is kept: `retention` in ombud.yaml names nothing")
            }
            let now = wiring.time.now()
            let purge = Purge(
                store: store, retention: retention, evidenceFolder: configuration.evidence?.folder, now: now,
                isDry: dryRun)
            let outcomes = try await stoppable {
                try await purge.run { outcome in
                    if json { print(outcome.json(isDry: dryRun).line) } else { outcome.show(isDry: dryRun) }
                }
            }
            guard !dryRun else { return }
            let note = outcomes.filter { $0.deleted > 0 }.map { "\($0.deleted) \($0.kind.rawValue)" }
            try await store.write { session in
                try session.addAudit(
                    AuditLine(
                        at: now, who: who, command: commandName(),
                        note: note.isEmpty ? "nothing" : note.joined(separator: ", ")))
            }
        }
    }
}

extension Purge.Outcome {
    fileprivate var days: Int64 { keptFor.components.seconds / 86_400 }

    fileprivate func json(isDry: Bool) -> JSON {
        [
            "kind": kind.rawValue, "kept_days": days, "deleted": isDry ? 0 : deleted,
            "would_delete": isDry ? deleted : nil, "left": left, "reasons": reasons, "dry_run": isDry,
        ]
    }

    fileprivate func show(isDry: Bool) {
        let word = isDry ? "would be deleted" : "deleted"
        Screen.say(
            "\(kind.rawValue): \(deleted) \(word), older than \(days) d" + (left > 0 ? "; \(left) left:" : "")
        )
        for reason in reasons { Screen.say("  \(reason)") }
        if left > reasons.count { Screen.say("  and \(left - reasons.count) more") }
    }
}
