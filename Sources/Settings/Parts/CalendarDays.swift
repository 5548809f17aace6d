/// Days that a calendar takes from elsewhere than its rules: an iCalendar file of holidays, and days with hours
/// of their own.
import Complaints
import Foundation

extension Section {
    /// The days off of the iCalendar files that `ical` names; their faults have places in those files.
    func filedHolidays() -> [CivilDate: String] {
        var days: [CivilDate: String] = [:]
        for (path, place) in texts("ical", of: "iCalendar files such as holidays.ics") ?? [] {
            let folder = URL(fileURLWithPath: document.file).deletingLastPathComponent()
            let file = Files.url(path, from: folder)
            do throws(Files.Failure) {
                let read = ICalendar(
                    try document.findings.bytes(of: file, atMost: 10_000_000), years: Self.ruleYears)
                for fault in read.faults {
                    Document(file: Files.shown(file), findings: document.findings)
                        .fault(Place(line: fault.line, column: 1), fault.problem)
                }
                days.merge(read.days) { first, _ in first }
                if read.days.isEmpty, read.faults.isEmpty {
                    document.warn(place, "the file `\(path)` holds no day off")
                }
            } catch {
                document.fault(place, "the file `\(path)` \(error.why)")
            }
        }
        return days
    }

    func exceptions() -> [CivilDate: WorkingCalendar.Exception] {
        var found: [CivilDate: WorkingCalendar.Exception] = [:]
        for node in list("exceptions", of: "maps with `on` and `hours`") ?? [] {
            guard let map = Section(node, .exception, in: document) else { continue }
            map.demand("on", "a date or a rule such as 12-24 is wanted")
            map.demand("hours", "spans such as [\"09:00-13:00\"] are wanted, or [] for a day off")
            let name = map.scalar("name", wanted: "a name") ?? ""
            let spans = map.spansOfDay()
            guard let text = map.scalar("on", wanted: "a date or a rule such as 12-24") else { continue }
            guard let rule = HolidayRule(text) else {
                map.fault(
                    "on", "`\(text)` is no day; a date such as 2026-12-24 or a rule such as 12-24 is wanted")
                continue
            }
            guard let spans else { continue }
            for (date, _) in HolidayRule.expand([(rule, name)], years: Self.ruleYears) {
                found[date] = WorkingCalendar.Exception(spans: spans, name: name)
            }
        }
        return found
    }

    /// nil, with faults, when one of them is none.
    private func spansOfDay() -> [WorkingCalendar.Span]? {
        guard let stated = texts("hours", of: "spans such as \"09:00-13:00\"") else { return nil }
        var spans: [WorkingCalendar.Span] = []
        for (text, place) in stated {
            guard let span = WorkingCalendar.Span(text) else {
                document.fault(
                    place, "`\(text)` is not a span of hours; \"09:00-17:00\" is wanted" + spanGuess(text))
                return nil
            }
            guard !spans.contains(where: { $0.start < span.end && span.start < $0.end }) else {
                document.fault(place, "`\(text)` overlaps another span of the day; spans stand apart")
                return nil
            }
            spans.append(span)
        }
        return spans.sorted { $0.start < $1.start }
    }
}
