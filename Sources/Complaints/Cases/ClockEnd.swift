/// Where a limit ends when it is counted from a start: in days by the calendar, or in elapsed time around
/// pauses. ClockHours.swift counts working hours.
enum ClockEnd: Hashable {
    case due(Instant)
    /// Stands still with that much left of its length.
    case standing(left: Duration, since: Instant)
    /// No such time within the horizon, and why.
    case never(String)

    var due: Instant? {
        if case .due(let due) = self { due } else { nil }
    }
}

extension ClockRun {
    /// The end of the whole limit, with the steps that lead to it.
    func walk() -> (end: ClockEnd, steps: [String]) {
        switch rule.within {
        case .workingMinutes(let count): walkHours(.seconds(Int64(count) * 60))
        case .workingDays(let count): walkWorkingDays(count)
        case .calendarDays(let count): walkDays(count)
        case .elapsed(let length): rolled(walkElapsed(length))
        }
    }

    private var zone: Zone { working.zone }
    private var firstDay: CivilDate { zone.local(start).date }

    private func walkWorkingDays(_ count: Int) -> (end: ClockEnd, steps: [String]) {
        var steps = FreeDays(working, isKept: isExplained)
        var counted = 0
        // No day at all: the end of the first day's working time, or of the next when that is over.
        let opensLate = count == 0 && (working.closing(of: firstDay).map { $0 >= start } ?? false)
        for ahead in (opensLate ? 0 : 1)..<WorkingTime.horizon {
            let date = firstDay.adding(days: ahead)
            guard let closing = working.closing(of: date) else {
                steps.pass(date)
                continue
            }
            counted += 1
            steps.add("\(date.text()): working day \(counted) of \(max(count, 1))")
            if counted >= count { return (.due(closing), steps.lines) }
        }
        return (.never("no \(count) working days within 20 years"), steps.lines)
    }

    private func walkDays(_ count: Int) -> (end: ClockEnd, steps: [String]) {
        guard count <= WorkingTime.horizon else { return (.never("longer than 20 years"), []) }
        var steps: [String] = []
        var last = firstDay
        var counted = 0
        while counted < count {
            last = last.adding(days: 1)
            if zone.length(of: last) > .zero {
                counted += 1
            } else {
                if isExplained {
                    steps.append("\(last.text()) is \(working.reasonFree(last) ?? "no day"): not counted")
                }
            }
        }
        if isExplained {
            steps.append("\(rule.within.text) after \(firstDay.text()): the end of \(last.text())")
        }
        guard rule.roll == .nextWorkingDay else { return (.due(endOfDay(last)), steps) }
        guard let next = working.workingDay(from: last) else {
            return (.due(endOfDay(last)), steps + ["no working day to move to within 20 years"])
        }
        steps += rollSteps(from: last, to: next, lands: "the end of")
        return (.due(endOfDay(next)), steps)
    }

    /// Around the pauses; not rolled.
    func walkElapsed(_ length: Duration) -> (end: ClockEnd, steps: [String]) {
        var steps: [String] = []
        var left = length
        var cursor = start
        for pause in pauses {
            if pause.from - cursor >= left { break }
            left -= pause.from - cursor
            if isExplained {
                steps.append("\((pause.from - cursor).hoursText) run, \(left.hoursText) left")
                steps.append(text(of: pause))
            }
            guard let to = pause.to else { return (.standing(left: left, since: pause.from), steps) }
            cursor = to
        }
        let end = cursor + left
        if isExplained {
            steps.append("\(left.hoursText) after \(zone.text(cursor)): \(zone.text(end))")
        }
        return (.due(end), steps)
    }

    // MARK: An end on a free day

    private func rolled(_ walked: (end: ClockEnd, steps: [String])) -> (end: ClockEnd, steps: [String]) {
        guard rule.roll == .nextWorkingDay, case .due(let end) = walked.end else { return walked }
        let rolled = rollHours(end)
        return (.due(rolled.end), walked.steps + rolled.steps)
    }

    /// An end in the free time between two working days moves to the opening of the later one: also in the
    /// night after a free day, or a longer limit could end before a shorter one.
    private func rollHours(_ end: Instant) -> (end: Instant, steps: [String]) {
        let date = zone.local(end).date
        let isFree = !working.isWorkingDay(date)
        guard isFree || !working.isWorkingDay(date.adding(days: -1)),
            let next = working.workingDay(from: date),
            let opening = working.opening(of: next), opening > end
        else { return (end, []) }
        guard isExplained else { return (opening, []) }
        let steps = rollSteps(from: date, to: next, lands: "the opening of")
        return (opening, steps.isEmpty ? ["moves to the opening at \(zone.text(opening))"] : steps)
    }

    private func rollSteps(from date: CivilDate, to next: CivilDate, lands: String) -> [String] {
        guard isExplained, date < next else { return [] }
        var free = FreeDays(working, isKept: true)
        var day = date
        while day < next {
            free.pass(day)
            day = day.adding(days: 1)
        }
        return free.lines + ["a free day: moves to \(lands) \(next.text())"]
    }

    private func endOfDay(_ date: CivilDate) -> Instant { zone.instant(of: date.adding(days: 1)) }

    func text(of pause: ClockPause) -> String {
        guard let to = pause.to else { return "waiting for the customer since \(zone.text(pause.from))" }
        return "waiting for the customer \(zone.text(pause.from)) to \(zone.text(to)): the clock stands"
    }
}

/// Steps of a proof that names the days on which nobody works, days in a row without hours in one line.
struct FreeDays {
    private let working: WorkingTime
    private var done: [String] = []
    private var row: (first: CivilDate, last: CivilDate)?

    /// Nothing is kept where nobody reads the proof.
    private let isKept: Bool

    init(_ working: WorkingTime, isKept: Bool) {
        self.working = working
        self.isKept = isKept
    }

    var lines: [String] { done + rowText }

    private var rowText: [String] {
        guard let row else { return [] }
        let days = row.first == row.last ? row.first.text() : "\(row.first.text()) to \(row.last.text())"
        return ["\(days): no working hours"]
    }

    mutating func add(_ step: @autoclosure () -> String) {
        guard isKept else { return }
        done += rowText + [step()]
        row = nil
    }

    mutating func pass(_ date: CivilDate) {
        guard isKept, let reason = working.reasonFree(date) else { return }
        if reason == "no working hours" {
            row = (row?.first ?? date, date)
        } else {
            add("\(date.text()) is \(reason): skipped")
        }
    }
}
