/// How a source says when it is polled, and when its silence counts: `every`, `during`, `blind-after`, `robots`.
import Complaints

extension Section {
    func interval() -> PollInterval? {
        let least = Duration.milliseconds(1)
        guard let node = node("every"), case .map = node.value else {
            return duration("every", such: "15m", atLeast: least).map { PollInterval($0) }
        }
        guard let map = Section(node, .every, in: document) else { return nil }
        map.demand("from", "the shortest wait, such as 5m, is wanted")
        map.demand("to", "the longest wait, such as 6h, is wanted")
        let from = map.duration("from", such: "5m", atLeast: least)
        let to = map.duration("to", such: "6h", atLeast: least)
        guard let from, let to else { return nil }
        guard from <= to else {
            map.fault("to", "`to` is \(to.setting), less than `from`, \(from.setting); swap them")
            return nil
        }
        return PollInterval(from: from, to: to)
    }

    /// The hours in which the source is polled; nil for any hour.
    func window(among neighbours: Neighbours) -> WorkingCalendar? {
        guard let node = node("during") else { return nil }
        let calendar: WorkingCalendar
        if case .map = node.value {
            guard let own = Section(node, .calendar, in: document)?.calendar(named: "during") else {
                return nil
            }
            calendar = own
        } else {
            guard let name = scalar("during", wanted: "the name of a calendar, or a map") else { return nil }
            guard let calendars = neighbours.calendars else { return nil }
            guard let known = calendars[name] else {
                let names = calendars.keys.sorted()
                fault(
                    "during",
                    "there is no calendar `\(name)` in calendars/; "
                        + (names.isEmpty
                            ? "write one, or leave `during` out to poll at any hour"
                            : "known are \(quoted(names))")
                        + didYouMean(name, among: names))
                return nil
            }
            guard let known else { return nil }
            calendar = known
        }
        guard !calendar.hours.values.allSatisfy(\.isEmpty) else {
            fault(
                "during",
                "the calendar `\(calendar.name)` has no hours, so the source would never be polled; give it "
                    + "`hours`")
            return nil
        }
        return calendar
    }

    func blindAfter(every: PollInterval?) -> Duration? {
        let limit = duration("blind-after", such: "6h", atLeast: .milliseconds(1))
        if let limit, let every, limit < every.longest {
            warn(
                "blind-after",
                "`blind-after` is \(limit.setting), but \(every.longest.setting) may lie between two visits; "
                    + "the source is blind in between")
        }
        return limit
    }

    func robots() -> Source.RobotsObedience {
        guard let node = node("robots") else { return .obeyed }
        let wanted = "obey, or { ignore: \"the reason, in your words\" }"
        guard case .map = node.value else {
            guard let text = scalar("robots", wanted: wanted), text != "obey" else { return .obeyed }
            fault("robots", "`robots` is `\(text)`; \(wanted) is wanted" + didYouMean(text, among: ["obey"]))
            return .obeyed
        }
        guard let map = Section(node, .robots, in: document) else { return .obeyed }
        map.demand("ignore", "the reason, in your words, is wanted")
        guard let reason = map.scalar("ignore", wanted: "the reason, in your words,") else { return .obeyed }
        guard isReason(reason) else {
            map.fault(
                "ignore",
                "`ignore` is `\(reason)`, no reason; say who allowed it and when, such as "
                    + "`we have their written permission of 2026-02-01`")
            return .obeyed
        }
        return .overridden(reason: reason)
    }

    /// At least three words and ten letters; an ideograph is a word of four.
    private func isReason(_ text: String) -> Bool {
        let ideographs = text.unicodeScalars.count { $0.properties.isIdeographic }
        let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
        let words = text.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
        return words + ideographs >= 3 && letters + 3 * ideographs >= 10
    }
}
