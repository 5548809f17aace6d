@testable import Complaints
import TestSupport
import Testing

/// Deadlines as calendars read them (RFC 5545).
struct CalendarFeedTests {
    private let now = instant("2026-11-23T08:00:00Z")

    private func entry(
        _ summary: String = "answer: case #42 Acme", alarms: [Instant] = []
    ) -> CalendarFeed.Entry {
        CalendarFeed.Entry(
            uid: "case-42-answer@ombud.example", sequence: 3, due: instant("2026-11-24T13:00:00Z"),
            summary: summary, description: "The parcel, lost; again\nline two",
            url: "https://r.example/1?a=b",
            categories: ["Acme", "delivery"], isUrgent: true, alarms: alarms)
    }

    private func whole(_ feed: CalendarFeed, _ entries: [CalendarFeed.Entry]) -> String {
        feed.head(name: "Ombud, deadlines") + entries.map { feed.text($0) }.joined() + feed.end
    }

    @Test func `an event and a task say what is due when, with alarms`() throws {
        let alarm = instant("2026-11-24T11:00:00Z")
        let event = try StrictCalendar(whole(CalendarFeed(.event, now: now), [entry(alarms: [alarm])]))
        let found = try #require(event.components.first)
        #expect(found.name == "VEVENT")
        #expect(found.value("UID") == "case-42-answer@ombud.example")
        #expect(found.value("DTSTART") == "20261124T130000Z" && found.value("DTSTAMP") == "20261123T080000Z")
        #expect(found.value("SEQUENCE") == "3")
        #expect(found.text("SUMMARY") == "answer: case #42 Acme")
        #expect(found.text("DESCRIPTION") == "The parcel, lost; again\nline two")
        #expect(found.value("URL") == "https://r.example/1?a=b")
        #expect(found.alarms.map { $0.value("TRIGGER") } == ["20261124T110000Z"])
        let task = try StrictCalendar(whole(CalendarFeed(.todo, now: now), [entry()]))
        #expect(task.components.first?.name == "VTODO")
        #expect(task.components.first?.value("DUE") == "20261124T130000Z")
        #expect(task.components.first?.alarms.isEmpty == true)
    }

    @Test func `lines are folded at letters and read back as they were, whatever stands in them`() throws {
        var chance = Lehmer(seed: 9)
        let pieces = ["word ", "ż", "退款", "😀", ",", ";", "\\", "\n", "\r\n", "\"", ":", "e\u{301}", "\t"]
        for _ in 0..<500 {
            let summary = (0..<Int(1 + chance.next() % 80)).map { _ in
                pieces[Int(chance.next() % UInt64(pieces.count))]
            }.joined()
            let calendar = try StrictCalendar(whole(CalendarFeed(now: now), [entry(summary)]))
            let expected = summary.replacing("\r\n", with: "\n").replacing("\t", with: " ")
            #expect(calendar.components.first?.text("SUMMARY") == expected)
        }
    }

    @Test func `what would end a line or run off is left out`() throws {
        let calendar = try StrictCalendar(
            whole(
                CalendarFeed(now: now),
                [entry("a\u{0}b\u{1B}[2Jc\u{2028}END:VEVENT\u{85}d\rBEGIN:VALARM")]))
        #expect(calendar.components.first?.text("SUMMARY") == "ab[2Jc\nEND:VEVENT\nd\nBEGIN:VALARM")
        var odd = entry()
        odd.url = "javascript:\r\nATTACH:x"
        #expect(
            try StrictCalendar(whole(CalendarFeed(now: now), [odd])).components.first?.value("URL") == nil)
    }
}

/// Reads iCalendar and takes nothing that RFC 5545 does not allow.
private struct StrictCalendar {
    struct Component {
        var name: String
        var properties: [(name: String, value: String)] = []
        var alarms: [Component] = []

        func value(_ name: String) -> String? { properties.first { $0.name == name }?.value }

        func text(_ name: String) -> String? {
            guard let value = value(name) else { return nil }
            var result = ""
            var isEscaped = false
            for scalar in value.unicodeScalars {
                if isEscaped {
                    guard "\\;,nN".unicodeScalars.contains(scalar) else { return nil }
                    result.unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
                    isEscaped = false
                } else if scalar == "\\" {
                    isEscaped = true
                } else if scalar == ";" || scalar == "," {
                    return nil
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
            return isEscaped ? nil : result
        }
    }

    struct Wrong: Error { var what: String }

    var components: [Component] = []

    init(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard bytes.suffix(2) == [0x0D, 0x0A] else { throw Wrong(what: "the last line has no end") }
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A {
                guard index > 0, bytes[index - 1] == 0x0D else { throw Wrong(what: "a bare line feed") }
                line.removeLast()
                guard line.count <= 75 else { throw Wrong(what: "a line of \(line.count) bytes") }
                guard String(validating: line, as: UTF8.self) != nil else {
                    throw Wrong(what: "a cut letter")
                }
                lines.append(line)
                line = []
            } else {
                line.append(byte)
            }
        }
        var unfolded: [[UInt8]] = []
        for line in lines {
            if line.first == 0x20 {
                unfolded[unfolded.count - 1] += line.dropFirst()
            } else {
                unfolded.append(line)
            }
        }
        try read(unfolded.map { String(decoding: $0, as: UTF8.self) })
    }

    private mutating func read(_ lines: [String]) throws {
        guard lines.first == "BEGIN:VCALENDAR", lines.last == "END:VCALENDAR" else {
            throw Wrong(what: "no calendar")
        }
        guard lines.contains("VERSION:2.0"), lines.contains(where: { $0.hasPrefix("PRODID:") }) else {
            throw Wrong(what: "VERSION and PRODID are wanted")
        }
        var open: Component?
        var alarm: Component?
        for line in lines.dropFirst().dropLast() {
            guard let colon = line.firstIndex(of: ":") else { throw Wrong(what: line) }
            guard line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
                throw Wrong(what: "a control character")
            }
            let name = String(line[..<colon].split(separator: ";")[0])
            let value = String(line[line.index(after: colon)...])
            switch (name, value) {
            case ("BEGIN", "VALARM") where open != nil && alarm == nil: alarm = Component(name: value)
            case ("END", "VALARM"):
                guard let done = alarm, done.value("ACTION") != nil, done.value("TRIGGER") != nil else {
                    throw Wrong(what: "an alarm without ACTION or TRIGGER")
                }
                open?.alarms.append(done)
                alarm = nil
            case ("BEGIN", "VEVENT"), ("BEGIN", "VTODO"):
                guard open == nil else { throw Wrong(what: "one inside another") }
                open = Component(name: value)
            case ("END", _):
                guard let done = open, done.name == value, alarm == nil, done.value("UID") != nil,
                    done.value("DTSTAMP") != nil
                else { throw Wrong(what: "no end of \(value)") }
                components.append(done)
                open = nil
            default:
                if alarm != nil {
                    alarm?.properties.append((name, value))
                } else if open != nil {
                    guard open?.value(name) == nil else { throw Wrong(what: "\(name) twice") }
                    open?.properties.append((name, value))
                }
            }
        }
        guard open == nil else { throw Wrong(what: "nothing ends it") }
    }
}
