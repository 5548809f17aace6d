import ArgumentParser
import Complaints
import Monitor

/// `--since` and `--until`, as people type times.
struct Period: ParsableArguments {
    @Option(help: "From then on: 30d, 2026-03-01, yesterday.") var since: String?
    @Option(help: "Before then: 7d, 2026-03-01, today.") var until: String?

    func validate() throws {
        let now = SystemTime().now()
        for (name, text) in [("--since", since), ("--until", until)] {
            guard let text, TimeArgument(text).instant(now: now) == nil else { continue }
            throw ValidationError("\(name) \(text): a time such as 2026-03-01 or 30d is wanted")
        }
    }

    func bounds(now: Instant) -> (since: Instant?, until: Instant?) {
        (
            since.flatMap { TimeArgument($0).instant(now: now) },
            until.flatMap { TimeArgument($0).instant(now: now) }
        )
    }
}
