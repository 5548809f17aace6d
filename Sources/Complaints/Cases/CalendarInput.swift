/// A calendar written inside an inline policy: zone, hours by weekday, holidays as dates or rules.
struct CalendarInput: Sendable {
    var name: String?
    var zone: String
    var hours: [String: [String]]
    var holidays: [Holiday]

    struct Holiday: Sendable {
        var on: String
        var name: String
    }

    func calendar(years: ClosedRange<Int>) throws(PolicyInputError) -> WorkingCalendar {
        guard Zone(zone) != nil else {
            throw PolicyInputError("calendar.zone", "\(quoted(zone)) is not a time zone like Europe/Warsaw")
        }
        var rules: [(rule: HolidayRule, name: String)] = []
        for (index, holiday) in holidays.enumerated() {
            guard let rule = HolidayRule(holiday.on) else {
                throw PolicyInputError(
                    "calendar.holidays[\(index)]",
                    "\(quoted(holiday.on)) is not a date like 2026-05-03 nor a rule like 05-03 or easter+60")
            }
            rules.append((rule, holiday.name))
        }
        return WorkingCalendar(
            name: name ?? "inline", zone: zone, hours: try spans(),
            holidays: HolidayRule.expand(rules, years: years))
    }

    private func spans() throws(PolicyInputError) -> [Int: [WorkingCalendar.Span]] {
        var found: [Int: [WorkingCalendar.Span]] = [:]
        for (day, texts) in hours.sorted(by: { $0.key < $1.key }) {
            guard let weekday = Weekday(day) else {
                throw PolicyInputError(
                    "calendar.hours.\(day)", "not a day; mon, tue, wed, thu, fri, sat or sun")
            }
            var spans: [WorkingCalendar.Span] = []
            for text in texts {
                guard let span = WorkingCalendar.Span(text) else {
                    throw PolicyInputError(
                        "calendar.hours.\(day)", "\(quoted(text)) is not a span of time like 09:00-17:00")
                }
                spans.append(span)
            }
            spans.sort { $0.start < $1.start }
            for (a, b) in zip(spans, spans.dropFirst()) where b.start < a.end {
                throw PolicyInputError("calendar.hours.\(day)", "two spans of the day overlap")
            }
            found[weekday.iso] = spans
        }
        return found
    }
}

extension CalendarInput: Decodable {
    private enum Key: String, CodingKey, CaseIterable { case name, zone, hours, holidays }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: Key.self)
        let values = try decoder.container(keyedBy: Key.self)
        name = try values.decodeIfPresent(String.self, forKey: .name)
        zone = try values.decode(String.self, forKey: .zone)
        hours = try values.decodeIfPresent([String: [String]].self, forKey: .hours) ?? [:]
        holidays = try values.decodeIfPresent([Holiday].self, forKey: .holidays) ?? []
    }
}

extension CalendarInput.Holiday: Decodable {
    private enum Key: String, CodingKey, CaseIterable { case on, name }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(on: text, name: "")
            return
        }
        try decoder.refuseKeys(except: Key.self)
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            on: try values.decode(String.self, forKey: .on),
            name: try values.decodeIfPresent(String.self, forKey: .name) ?? "")
    }
}
