/// How a ladder is written: who is told when a clock runs out, and when a promise is at risk.
import Complaints

extension Section {
    /// - Parameters:
    ///   - calendar: nil when it is faulty; then nothing is said about it again.
    ///   - areAll: false when the policy has clocks that could not be read.
    func ladder(of clocks: [ClockRule], on calendar: WorkingCalendar?, areAll: Bool) -> [Rung] {
        var rungs: [Rung] = []
        for node in list("ladder", of: "rungs with `who`, `clock` and `what`") ?? [] {
            guard let map = Section(node, .rung, in: document),
                let rung = map.rung(among: clocks, on: calendar, areAll: areAll)
            else { continue }
            rungs.append(rung)
        }
        return rungs
    }

    private func rung(among clocks: [ClockRule], on calendar: WorkingCalendar?, areAll: Bool) -> Rung? {
        demand("who", "who is told is wanted")
        demand("clock", "the name of a clock of this policy is wanted")
        demand("what", "what is to be done is wanted")
        let who = scalar("who", wanted: "who is told")
        let clock = scalar("clock", wanted: "the name of a clock of this policy")
        let what = scalar("what", wanted: "what is to be done")
        let names = clocks.map(\.name)
        if let clock, areAll, !names.contains(clock) {
            fault(
                "clock",
                "there is no clock `\(clock)` in this policy; known are \(quoted(names))"
                    + didYouMean(clock, among: names))
        }
        let when = moment(on: calendar)
        let told = toldToCustomer()
        guard let who, let clock, let what, let when else { return nil }
        return Rung(who: who, clock: clock, when: when, what: what, told: told)
    }

    /// Exactly one of `before`, `at` and `after`.
    private func moment(on calendar: WorkingCalendar?) -> Rung.Moment? {
        let given = ["before", "at", "after"].filter(has)
        guard given.count == 1, let key = given.first else {
            document.fault(
                given.isEmpty ? place : self.place(of: given[1]),
                given.isEmpty
                    ? "a rung without a time; `before: 2wh`, `at: 80%`, `at: due` or `after: 1wd` is wanted"
                    : "a rung has \(quoted(given)); one of them is wanted")
            return nil
        }
        guard key == "at" else {
            guard let limit = limit(key) else { return nil }
            demandHours(limit, key, on: calendar)
            return key == "before" ? .before(limit) : .after(limit)
        }
        guard let text = scalar("at", wanted: "a share such as 80%, or due") else { return nil }
        if text == "due" { return .due }
        if text.hasSuffix("%"), let percent = Double(text.dropLast()), percent > 0, percent < 100 {
            return .share(percent / 100)
        }
        let advice =
            TimeLimit(text) == nil
            ? "; a share such as 80%, or due, is wanted" + didYouMean(text, among: ["due"])
            : "; a share such as 80%, or due, is wanted, and a limit belongs to `before` or `after`"
        fault("at", "`at` is `\(text)`" + advice)
        return nil
    }

    private func demandHours(_ limit: TimeLimit, _ key: String, on calendar: WorkingCalendar?) {
        guard let calendar, limit.needsHours, !calendar.hasHours else { return }
        fault(
            key,
            "working time is counted here, but the calendar `\(calendar.name)` has no working hours; "
                + "count in d or h")
    }

    /// A text, or a text for each language.
    private func toldToCustomer() -> [String: String] {
        guard let node = node("told") else { return [:] }
        guard case .map(let entries) = node.value else {
            return scalar("told", wanted: "whom the customer may turn to").map { ["": $0] } ?? [:]
        }
        var told: [String: String] = [:]
        for entry in entries {
            guard isLanguage(entry.key) else {
                document.fault(
                    entry.keyPlace, "`\(entry.key)` is no language; a code such as en, pl or de is wanted")
                continue
            }
            told[entry.key] = scalar(
                of: entry.value, called: "`\(entry.key)`", at: entry.value.place,
                wanted: "whom the customer may turn to")
        }
        return told
    }

    /// Of a policy; nil where it does not say.
    func promiseRisk(on calendar: WorkingCalendar?) -> PromiseRisk? {
        guard let node = node("promises"), let map = Section(node, .promises, in: document) else {
            return nil
        }
        map.demand("at-risk", "shares and limits such as \"80%\" and 1wd are wanted")
        let marks = map.warnings("at-risk")
        for case .before(let limit) in marks { map.demandHours(limit, "at-risk", on: calendar) }
        return marks.isEmpty ? nil : PromiseRisk(marks)
    }
}

/// `en`, `pl`, `pt-BR`: two or three letters, and perhaps a region.
func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, (2...3).contains(first.utf8.count) else { return false }
    return parts.allSatisfy { part in
        (2...4).contains(part.utf8.count)
            && part.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    }
}
