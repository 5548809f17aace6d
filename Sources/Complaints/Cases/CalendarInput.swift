/// A calendar written inside an inline policy: zone, hours by weekday, holidays as dates or rules.
struct CalendarInput: Sendable {
    var name: String?
    var zone: String
    var hours: [String: [String]]
    var holidays: [Holiday]
    var exceptions: [Exception]

    /// A day with hours of its own.
    struct Exception: Sendable {
        var on: String
        var hours: [String]
        var name: String
    }

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
            rules.append((try Self.rule(holiday.on, at: "calendar.holidays[\(index)]"), holiday.name))
        }
        var own: [CivilDate: WorkingCalendar.Exception] = [:]
        for (index, exception) in exceptions.enumerated() {
            let place = "calendar.exceptions[\(index)]"
            let spans = try Self.spans(exception.hours, at: "\(place).hours")
            for (date, name) in HolidayRule.expand(
                [(try Self.rule(exception.on, at: "\(place).on"), exception.name)], years: years)
            {
                own[date] = WorkingCalendar.Exception(spans: spans, name: name)
            }
        }
        return WorkingCalendar(
            name: name ?? "inline", zone: zone, hours: try spans(),
            holidays: HolidayRule.expand(rules, years: years), exceptions: own)
    }

    private static func rule(_ text: String, at place: String) throws(PolicyInputError) -> HolidayRule {
        guard let rule = HolidayRule(text) else {
            throw PolicyInputError(
                place, "\(quoted(text)) is not a date like 2026-05-03 nor a rule like 05-03 or easter+60")
        }
        return rule
    }

    private func spans() throws(PolicyInputError) -> [Int: [WorkingCalendar.Span]] {
        var found: [Int: [WorkingCalendar.Span]] = [:]
        for (day, texts) in hours.sorted(by: { $0.key < $1.key }) {
            guard let weekday = Weekday(day) else {
                throw PolicyInputError(
                    "calendar.hours.\(day)", "not a day; mon, tue, wed, thu, fri, sat or sun")
            }
            found[weekday.iso] = try Self.spans(texts, at: "calendar.hours.\(day)")
        }
        for day in Weekday.allCases {
            let night = found[day.iso]?.last.map { $0.end - 1440 } ?? 0
            let morning = found[day.iso % 7 + 1]?.first?.start ?? 1440
            if morning < night {
                throw PolicyInputError(
                    "calendar.hours.\(day.rawValue.prefix(3))", "the night overlaps the morning that follows")
            }
        }
        return found
    }

    private static func spans(
        _ texts: [String], at place: String
    ) throws(PolicyInputError) -> [WorkingCalendar.Span] {
        var spans: [WorkingCalendar.Span] = []
        for text in texts {
            guard let span = WorkingCalendar.Span(text) else {
                throw PolicyInputError(place, "\(quoted(text)) is not a span of time like 09:00-17:00")
            }
            spans.append(span)
        }
        spans.sort { $0.start < $1.start }
        for (a, b) in zip(spans, spans.dropFirst()) where b.start < a.end {
            throw PolicyInputError(place, "two spans of the day overlap")
        }
        return spans
    }
}

extension CalendarInput: Decodable {
    private enum Key: String, CodingKey, CaseIterable { case name, zone, hours, holidays, exceptions }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: Key.self)
        let values = try decoder.container(keyedBy: Key.self)
        name = try values.decodeIfPresent(String.self, forKey: .name)
        zone = try values.decode(String.self, forKey: .zone)
        hours = try values.decodeIfPresent([String: [String]].self, forKey: .hours) ?? [:]
        holidays = try values.decodeIfPresent([Holiday].self, forKey: .holidays) ?? []
        exceptions = try values.decodeIfPresent([Exception].self, forKey: .exceptions) ?? []
    }
}

extension CalendarInput.Exception: Decodable {
    private enum Key: String, CodingKey, CaseIterable { case on, hours, name }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: Key.self)
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            on: try values.decode(String.self, forKey: .on),
            hours: try values.decode([String].self, forKey: .hours),
            name: try values.decodeIfPresent(String.self, forKey: .name) ?? "")
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
