/// Days off from an iCalendar file (RFC 5545), as far as calendars of holidays use it: all-day events with
/// DTSTART, DTEND or DURATION, a yearly RRULE, RDATE, EXDATE and SUMMARY.
public struct ICalendar: Sendable {
    /// Every day off with its name; names that share a day are joined.
    public private(set) var days: [CivilDate: String] = [:]
    /// In the order of the file.
    public private(set) var faults: [Fault] = []

    /// What cannot be read, and on which line of the file (1-based).
    public struct Fault: Error, Hashable, Sendable {
        public var line: Int
        public var problem: String

        public init(line: Int, problem: String) {
            self.line = line
            self.problem = problem
        }
    }

    /// Reads UTF-8. Events with a time of day are no days off and are left alone; so are cancelled ones.
    ///
    /// - Parameter years: for events that repeat; a day that stands alone counts in any year.
    public init(_ bytes: some Collection<UInt8>, years: ClosedRange<Int>) {
        var event: ICalendarEvent?
        // Components inside an event, such as alarms.
        var inside = 0
        var hasBegun = false
        for (line, content) in Self.unfolded(bytes) {
            guard let property = ICalendarProperty(content) else {
                fault(line, "`\(content.prefix(40))` is no NAME:VALUE")
                continue
            }
            let value = property.value.uppercased()
            guard hasBegun else {
                guard property.name == "BEGIN", value == "VCALENDAR" else {
                    fault(line, "an iCalendar file begins with BEGIN:VCALENDAR")
                    return
                }
                hasBegun = true
                continue
            }
            switch (property.name, value) {
            case ("BEGIN", "VEVENT") where event == nil: event = ICalendarEvent(line: line)
            case ("END", "VEVENT") where inside == 0:
                if let event { add(event, years: years) }
                event = nil
            case ("BEGIN", _) where event != nil: inside += 1
            case ("END", _) where event != nil: inside -= 1
            default:
                guard inside == 0 else { continue }
                if let problem = event?.take(property, line: line) { fault(line, problem) }
            }
        }
        if !hasBegun { fault(1, "the file is empty; BEGIN:VCALENDAR is wanted") }
        if let event { fault(event.line, "BEGIN:VEVENT without END:VEVENT") }
    }

    private mutating func fault(_ line: Int, _ problem: String) {
        faults.append(Fault(line: line, problem: problem))
    }

    private mutating func add(_ event: ICalendarEvent, years: ClosedRange<Int>) {
        guard !event.isCancelled, !event.isTimed, !event.isFaulty else { return }
        guard let first = event.start else {
            return fault(
                event.line, "a VEVENT without DTSTART; a date such as DTSTART;VALUE=DATE:20261224 is wanted")
        }
        let length = event.length(from: first)
        guard (1...366).contains(length) else {
            return fault(event.line, "a VEVENT of \(length) days; 1 to 366 are wanted")
        }
        var starts = event.repeats.map { $0.dates(from: first, years: years) } ?? [first]
        starts += event.more
        for start in starts where !event.except.contains(start) {
            for ahead in 0..<length { name(start.adding(days: ahead), event.summary) }
        }
    }

    private mutating func name(_ date: CivilDate, _ name: String) {
        guard let known = days[date], !known.isEmpty else {
            days[date] = name
            return
        }
        if !name.isEmpty, !known.split(separator: "; ").contains(name[...]) {
            days[date] = "\(known); \(name)"
        }
    }

    /// Content lines with the number of the line on which each begins; folds are taken out of the bytes, since
    /// they may cut a letter (RFC 5545, 3.1).
    private static func unfolded(_ bytes: some Collection<UInt8>) -> [(line: Int, content: String)] {
        var found: [(line: Int, bytes: [UInt8])] = []
        var rest = Array(bytes)[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        for (index, raw) in rest.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            var raw = raw
            if raw.last == 0x0D { raw = raw.dropLast() }
            if let first = raw.first, first == 0x20 || first == 0x09, !found.isEmpty {
                found[found.count - 1].bytes += raw.dropFirst()
            } else if !raw.isEmpty {
                found.append((index + 1, Array(raw)))
            }
        }
        return found.map { ($0.line, String(decoding: $0.bytes, as: UTF8.self)) }
    }
}

/// `DTSTART;VALUE=DATE:20261224`.
struct ICalendarProperty {
    let name: String
    let value: String

    /// nil when there is no name or no colon outside quotes.
    init?(_ line: String) {
        var isQuoted = false
        var colon: String.Index?
        for index in line.utf8.indices {
            let byte = line.utf8[index]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ":"), !isQuoted {
                colon = index
                break
            }
        }
        guard let colon, let name = line[..<colon].split(separator: ";").first, !name.isEmpty else {
            return nil
        }
        self.name = name.uppercased()
        value = String(line[line.index(after: colon)...])
    }

    /// With `\n`, `\,`, `\;` and `\\` as what they stand for (RFC 5545, 3.3.11); line ends become spaces.
    var text: String {
        var found = ""
        var isEscaped = false
        for character in value.unicodeScalars {
            guard isEscaped else {
                if character == "\\" { isEscaped = true } else { found.unicodeScalars.append(character) }
                continue
            }
            found.unicodeScalars.append(character == "n" || character == "N" ? " " : character)
            isEscaped = false
        }
        return found.split(separator: " ").joined(separator: " ")
    }
}
