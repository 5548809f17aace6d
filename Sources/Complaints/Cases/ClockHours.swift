/// Where a limit in working hours ends: day by day through the calendar's hours, around pauses.

extension ClockRun {
    /// Working hours that end exactly at a closing time are due then, not at the next opening.
    func walkHours(_ length: Duration) -> (end: ClockEnd, steps: [String]) {
        var steps = FreeDays(working, isKept: isExplained)
        let limit = length.inMilliseconds
        var used: Int64 = 0
        var cursor = start
        var hasBegun = false
        var pausesTold = 0
        let first = working.zone.local(start).date
        // From the day before: a span over midnight may reach into the first day.
        for ahead in -1..<WorkingTime.horizon {
            let date = first.adding(days: ahead)
            var ran: [Range<Instant>] = []
            var end: Instant?
            for stretch in working.stretches(on: date) where stretch.upperBound > cursor && end == nil {
                let open = max(stretch.lowerBound, cursor)..<stretch.upperBound
                if !hasBegun, open.lowerBound > start {
                    steps.add("outside working hours: starts \(working.zone.text(open.lowerBound))")
                }
                hasBegun = true
                cursor = open.upperBound
                for piece in running(in: open) where end == nil {
                    let needed = limit - used
                    let here = piece.upperBound.milliseconds - piece.lowerBound.milliseconds
                    if here >= needed { end = piece.lowerBound + .milliseconds(needed) }
                    used += min(here, needed)
                    ran.append(piece.lowerBound..<(end ?? piece.upperBound))
                }
            }
            let dayEnds = end ?? max(cursor, working.zone.instant(of: date.adding(days: 1)))
            while pausesTold < pauses.count, pauses[pausesTold].from < dayEnds {
                steps.add(text(of: pauses[pausesTold]))
                pausesTold += 1
            }
            if !ran.isEmpty { steps.add(dayText(date, ran, used: .milliseconds(used), of: length)) }
            if let end { return (.due(end), steps.lines) }
            if let open = pauses.last, open.to == nil, open.from < dayEnds {
                return (.standing(left: .milliseconds(limit - used), since: open.from), steps.lines)
            }
            if ahead >= 0 { steps.pass(date) }
        }
        return (.never("no \(rule.within.text) within 20 years"), steps.lines)
    }

    /// The parts of a stretch in which the clock does not stand still.
    private func running(in stretch: Range<Instant>) -> [Range<Instant>] {
        var parts: [Range<Instant>] = []
        var cursor = stretch.lowerBound
        for pause in pauses where pause.from < stretch.upperBound {
            if cursor < pause.from { parts.append(cursor..<pause.from) }
            cursor = max(cursor, pause.to ?? stretch.upperBound)
        }
        if cursor < stretch.upperBound { parts.append(cursor..<stretch.upperBound) }
        return parts
    }

    /// `Mon 27 Jul 2026: 8 h 00 (09:00-17:00); 8 h 00 of 16 h 00 used`.
    private func dayText(
        _ date: CivilDate, _ ran: [Range<Instant>], used: Duration, of length: Duration
    ) -> String {
        let here = ran.reduce(Duration.zero) { $0 + ($1.upperBound - $1.lowerBound) }
        let spans = ran.map { clock($0.lowerBound) + "-" + endClock($0.upperBound) }.joined(separator: ", ")
        let zone = working.zone
        let changes = ran.contains { zone.offset(at: $0.lowerBound) != zone.offset(at: $0.upperBound) }
        return "\(date.text()): \(here.hoursText) (\(spans)\(changes ? ", clocks change" : "")); "
            + "\(used.hoursText) of \(length.hoursText) used"
    }

    private func clock(_ instant: Instant) -> String { working.zone.local(instant).clockText }

    private func endClock(_ instant: Instant) -> String {
        let text = clock(instant)
        return text == "00:00" ? "24:00" : text
    }
}
