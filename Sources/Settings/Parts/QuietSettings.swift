/// How it is written how much an endpoint's readers want to be told at a time.
import Complaints

extension Section {
    /// Of an endpoint.
    /// - Parameters:
    ///   - zone: of its reader; the parts may name another.
    ///   - language: of its reader; the digest may name another.
    func quietSettings(zone: Zone? = nil, language: String? = nil) -> QuietSettings {
        var settings = QuietSettings(language: language)
        settings.group = part("group", .group)?.alertGroup()
        if let map = part("digest", .digest) {
            settings.digest = map.digestSchedule(zone: zone)
            settings.language = map.language() ?? language
        }
        settings.hours = quietHours(zone: zone)
        settings.budget = part("budget", .budget)?.alertBudget()
        if settings.digest != nil, settings.group != nil {
            warn(
                "group",
                "`group` does nothing beside `digest` but for its `repeat`: what waits for the digest is in it"
            )
        }
        return settings
    }

    private func part(_ key: String, _ table: KeyTable) -> Section? {
        guard let node = node(key), !node.isNull else { return nil }
        return Section(node, table, in: document)
    }

    private func alertGroup() -> AlertGroup? {
        let names = AlertGroup.Trait.allCases.map(\.rawValue)
        demand("by", "what belongs together is wanted: \(alternatives(names)), or a list of them")
        var by: [AlertGroup.Trait] = []
        for (text, place) in texts("by", of: "traits such as case and source") ?? [] {
            guard let trait = AlertGroup.Trait(rawValue: text) else {
                document.fault(
                    place,
                    "`\(text)` is nothing to group by; \(alternatives(names)) is wanted"
                        + didYouMean(text, among: names))
                continue
            }
            if !by.contains(trait) { by.append(trait) }
        }
        if let node = node("by"), case .list(let nodes) = node.value, nodes.isEmpty {
            fault("by", "`by` is empty; write `by: all` to put everything into one group")
        }
        let wait = duration("wait", such: "30s")
        let interval = duration("interval", such: "5m")
        let again = duration("repeat", such: "4h", atLeast: .seconds(1))
        guard !by.isEmpty else { return nil }
        return AlertGroup(
            by: by, wait: wait ?? AlertGroup.usualWait, interval: interval ?? AlertGroup.usualInterval,
            repeat: again)
    }

    private enum Every: String, CaseIterable { case daily, weekly }

    private func digestSchedule(zone given: Zone?) -> DigestSchedule? {
        demand("every", "daily or weekly is wanted")
        demand("at", "a time of day such as \"08:00\" is wanted")
        let every: Every? = choice("every")
        let minute = timeOfDay("at")
        let day = texts("on", of: "a weekday such as monday")?.first.flatMap {
            weekday($0.text, at: $0.place)
        }
        let zone = readersZone(given)
        switch every {
        case .weekly?: demand("on", "the weekday on which it is sent, such as monday, is wanted")
        case .daily?:
            if has("on") {
                fault("on", "`on` does nothing for a daily digest; take it out, or say `every: weekly`")
            }
        case nil: break
        }
        guard let every, let minute, let zone else { return nil }
        switch every {
        case .daily: return DigestSchedule(.daily, minute: minute, zone: zone)
        case .weekly: return day.map { DigestSchedule(.weekly(on: $0.iso), minute: minute, zone: zone) }
        }
    }

    private func language() -> String? {
        guard let text = scalar("language", wanted: "a language such as pl") else { return nil }
        guard isLanguage(text) else {
            fault("language", "`\(text)` is no language; a code such as en, pl or de is wanted")
            return nil
        }
        return text
    }

    /// One span of hours, or a list of them.
    private func quietHours(zone given: Zone?) -> QuietHours? {
        guard let node = node("quiet-hours"), !node.isNull else { return nil }
        var nodes = [node]
        if case .list(let items) = node.value { nodes = items }
        var windows: [QuietHours.Window] = []
        var zone: Zone?
        for node in nodes {
            guard let map = Section(node, .quietHours, in: document) else { continue }
            let window = map.window()
            let own = map.readersZone(given)
            if let zone, let own, own != zone {
                map.fault(
                    "zone",
                    "these quiet hours are in \(own.name), those before in \(zone.name); one zone is wanted")
            }
            zone = zone ?? own
            if let window { windows.append(window) }
        }
        guard let zone, !windows.isEmpty, windows.count == nodes.count else { return nil }
        let hours = QuietHours(windows, zone: zone)
        if hours.isEndless {
            fault("quiet-hours", "these quiet hours never end; leave a time at which alerts may go out")
            return nil
        }
        return hours
    }

    private func window() -> QuietHours.Window? {
        demand("from", "a time of day such as \"20:00\" is wanted")
        demand("to", "a time of day such as \"07:00\" is wanted")
        let (from, to) = (timeOfDay("from"), timeOfDay("to", isEnd: true))
        var days = Set(1...7)
        if has("days") {
            let named = texts("days", of: "weekdays such as [mon, tue]") ?? []
            days = Set(named.compactMap { weekday($0.text, at: $0.place)?.iso })
            if named.isEmpty { fault("days", "`days` is empty; name some, or leave it out for every day") }
        }
        guard let from, let to, !days.isEmpty else { return nil }
        guard from != to else {
            fault("to", "`from` and `to` are the same; a whole day is from \"00:00\" to \"24:00\"")
            return nil
        }
        return QuietHours.Window(from: from, to: to, days: days)
    }

    private func alertBudget() -> AlertBudget? {
        demand("per-hour", "how many alerts an hour is wanted, such as 30")
        let perHour = count("per-hour", in: 1...100_000)
        let burst = count("burst", in: 1...100_000)
        return perHour.map { AlertBudget(perHour: $0, burst: burst) }
    }

    private func weekday(_ text: String, at place: Place) -> Weekday? {
        if let day = Weekday(text.trimmed) { return day }
        document.fault(
            place,
            "`\(text)` is no weekday; mon, tue, ... or monday, tuesday, ... is wanted"
                + didYouMean(text.lowercased(), among: Weekday.allCases.map(\.rawValue)))
        return nil
    }

    /// Its own, else the reader's; where none is named, UTC, which `ombud check` says.
    private func readersZone(_ given: Zone?) -> Zone? {
        if has("zone") { return zone("zone").flatMap { Zone($0) } }
        if let given { return given }
        document.warn(
            place, "\(table.noun) without `zone`: its hours are taken as UTC; name one such as Europe/Warsaw")
        return .utc
    }

    /// In minutes after midnight; 24:00 only as an end.
    private func timeOfDay(_ key: String, isEnd: Bool = false) -> Int? {
        guard let text = scalar(key, wanted: "a time of day such as \"08:00\"") else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
            hour < 24 || isEnd && hour == 24 && minute == 0
        {
            return hour * 60 + minute
        }
        let hour = Int(text).flatMap { (0..<24).contains($0) ? $0 : nil }
        fault(
            key,
            "`\(key)` is `\(text)`; a time of day such as \"08:00\" is wanted"
                + (hour.map { "; did you mean `\($0 < 10 ? "0" : "")\($0):00`?" } ?? ""))
        return nil
    }
}
