/// How a calendar is written: a zone, spans of working hours, holidays as dates or rules.
import Complaints
import Foundation

extension Section {
    /// An IANA zone name that this machine's rules know.
    func zone(_ key: String) -> String? {
        guard let name = scalar(key, wanted: "a zone such as Europe/Warsaw") else { return nil }
        if document.findings.knownZones.contains(name) { return name }
        if Zone(name) != nil {
            document.findings.knownZones.insert(name)
            return name
        }
        let known = TimeZone.knownTimeZoneIdentifiers
        let capital = known.first { $0.split(separator: "/").last?.lowercased() == name.lowercased() }
        let guess = capital.map { "; did you mean `\($0)`?" } ?? didYouMean(name, among: known)
        fault(key, "there is no zone `\(name)`; an IANA name such as Europe/Warsaw is wanted" + guess)
        return nil
    }

    /// nil, with faults, without a usable zone or hours.
    func calendar(named fallback: String) -> WorkingCalendar? {
        demand("zone", "an IANA name such as Europe/Warsaw is wanted")
        demand("hours", "working hours such as { mon: [\"09:00-17:00\"] } are wanted")
        let name = scalar("name", wanted: "a name") ?? fallback
        let zone = zone("zone")
        let hours = node("hours").flatMap { Section($0, .hours, in: document) }?.weekdays()
        let holidays = holidays().merging(filedHolidays()) { own, _ in own }
        let exceptions = exceptions()
        guard let zone, let hours else { return nil }
        return WorkingCalendar(
            name: name, zone: zone, hours: hours, holidays: holidays, exceptions: exceptions)
    }

    private struct StatedSpan {
        let day: Int
        let span: WorkingCalendar.Span
        let text: String

        /// In minutes from Monday's midnight; those of Sunday night run on into the next week.
        var minutes: Range<Int> { (day - 1) * 1440 + span.start..<(day - 1) * 1440 + span.end }

        func overlaps(_ other: StatedSpan) -> Bool {
            [-7 * 1440, 0, 7 * 1440].contains { shift in
                minutes.lowerBound < other.minutes.upperBound + shift
                    && other.minutes.lowerBound + shift < minutes.upperBound
            }
        }
    }

    /// Spans by ISO weekday, in order.
    private func weekdays() -> [Int: [WorkingCalendar.Span]] {
        var stated: [StatedSpan] = []
        for (index, day) in KeyTable.hours.keys.enumerated() {
            for (text, place) in texts(day, of: "spans such as \"09:00-17:00\"") ?? [] {
                guard let span = WorkingCalendar.Span(text) else {
                    document.fault(
                        place, "`\(text)` is not a span of hours; \"09:00-17:00\" is wanted" + spanGuess(text)
                    )
                    continue
                }
                let new = StatedSpan(day: index + 1, span: span, text: text)
                if let other = stated.first(where: { $0.overlaps(new) }) {
                    document.fault(
                        place,
                        "`\(text)` overlaps `\(other.text)` of \(KeyTable.hours.keys[other.day - 1]); "
                            + "spans stand apart"
                    )
                } else {
                    stated.append(new)
                }
            }
        }
        return Dictionary(grouping: stated, by: \.day)
            .mapValues { $0.map(\.span).sorted { $0.start < $1.start } }
    }

    /// `9-17`, `9:00-17:00`.
    func spanGuess(_ text: String) -> String {
        let ends = text.split(separator: "-").map { $0.trimmed.split(separator: ":").map { Int($0) } }
        guard ends.count == 2, ends.allSatisfy({ (1...2).contains($0.count) }) else { return "" }
        let times = ends.compactMap { end -> String? in
            guard let hour = end[0], let minute = end.count == 2 ? end[1] : 0, (0...24).contains(hour),
                (0..<60).contains(minute)
            else { return nil }
            return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
        }
        let guess = times.joined(separator: "-")
        return WorkingCalendar.Span(guess) == nil ? "" : "; did you mean `\(guess)`?"
    }

    /// For which holidays are worked out.
    static let ruleYears = 2015...2040

    private func holidays() -> [CivilDate: String] {
        var dates: [CivilDate: String] = [:]
        var rules: [(rule: HolidayRule, name: String)] = []
        for node in list("holidays", of: "dates or maps with `on`") ?? [] {
            var text: String?
            var name = "holiday"
            var place = node.place
            if case .map = node.value {
                guard let map = Section(node, .holiday, in: document) else { continue }
                map.demand("on", "a date or a rule such as easter+1 is wanted")
                text = map.scalar("on", wanted: "a date or a rule such as easter+1")
                name = map.scalar("name", wanted: "a name") ?? name
                place = map.place(of: "on")
            } else {
                text = scalar(
                    of: node, called: "a holiday", at: node.place, wanted: "a date such as 2026-12-24")
            }
            guard let text else { continue }
            if let date = CivilDate(text) {
                dates[date] = name
            } else if let rule = HolidayRule(text) {
                rules.append((rule, name))
            } else {
                document.fault(
                    place,
                    "`\(text)` is no day; a date such as 2026-12-24 or a rule such as easter+1 is wanted")
            }
        }
        return HolidayRule.expand(rules, years: Self.ruleYears).merging(dates) { _, date in date }
    }
}
