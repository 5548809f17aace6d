import Complaints
import Storage

/// `inbox --snoozed`: what somebody put off; nothing is hidden for ever.
enum SnoozedList {
    static func print(_ place: Place, cut: Cut, asJSON: Bool) async throws {
        let found = try await place.withStore { wiring, store in
            let now = wiring.time.now()
            return try await store.read { session in
                try session.snoozes(beyond: now).compactMap { snooze in
                    try session.mention(snooze.mention).flatMap { $0.review == nil ? ($0, snooze) : nil }
                }
            }
        }.prefix(cut.limit ?? Int.max)
        if asJSON {
            for (mention, snooze) in found {
                Swift.print((mention.json + ["snoozed_until": snooze.until, "snoozed_by": snooze.by]).line)
            }
            return
        }
        var table = Table("MENTION", "UNTIL", "BY", "SOURCE", "AUTHOR", "TEXT")
        for (mention, snooze) in found {
            table.add(
                mention.id.description, Times.short(snooze.until), snooze.by, mention.source.name,
                (mention.author ?? "-").cut(to: 20), mention.content.line)
        }
        Screen.print(table, whenEmpty: "Nothing is put off.")
    }
}
