import Complaints
import Foundation
import TestSupport
import Testing

@testable import ombud

/// Words of the command line that mean something else than they say, nothing at all, or what cannot be.
@Suite(.timeLimit(.minutes(5)))
struct CaseWordsCommandTests {
    @Test func `me is yourself, nobody and a dash give a case back, here and in bulk`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            func owner(_ words: String...) async throws -> String? {
                let run = try await Program.run(
                    ["case"] + words + ["--as", "ola", "--json", "--config", place.config.path])
                #expect(run.code == 0, "\(words): \(run.errors)")
                return try run.objects().first?["owner"] as? String
            }
            #expect(try await owner("assign", "1", "me") == "ola")
            #expect(try await owner("assign", "1", "nobody") == nil)
            #expect(try await owner("assign", "1", "anna") == "anna")
            #expect(try await owner("assign", "1", "-") == nil)
            _ = try await owner("bulk", "assign", "me", "--state", "active", "--yes")
            #expect(try await owner("list", "--limit", "1") == "ola")
            _ = try await owner("bulk", "assign", "nobody", "--state", "active", "--yes")
            let left = try await place.run("case", "list", "--owner", "ola", "--json")
            #expect(left.code == 0 && left.output.isEmpty)
        }
    }

    @Test func `empty words, names that break a line and impossible times are wrong usage`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let wrong = [
                (["reply", "1", "--text", ""], "empty"), (["reply", "1", "--text", "  "], "empty"),
                (["reply", "1", " "], "empty"), (["list", "--state", ""], "--state is empty"),
                (["note", "1", "x", "--as", "x\nroot"], "line breaks"),
                (["note", "1", "x", "--as", "nobody"], "stands for others"),
                (["assign", "1", "x\u{1B}[2J"], "control characters"),
                (["next", "1", "x", "--due", "2026-02-30"], "30 February 2026 does not exist"),
                (["next", "1", "x", "--due", "tomorrow 25:00"], "there is no time 25:00"),
                (["delay", "1", "--why", "x", "--until", "9999-12-31"], "a hundred years"),
                (["list", "--since", "2026-13-01"], "there is no month 13"),
            ]
            for (words, said) in wrong {
                let run = try await Program.run(["case"] + words + ["--config", place.config.path])
                #expect(run.code == 64, "\(words): \(run.code) \(run.errors)")
                #expect(run.errors.contains(said), "\(words): \(run.errors)")
            }
            let timeline = try await place.run("case", "show", "1", "--json").objects().first?["timeline"]
            #expect((timeline as? [[String: Any]])?.contains { $0["by"] is String } == false)
            #expect(try await place.run("case", "reply", "1").code == 0)
            let none = try await place.run("case", "list", "--limit", "0")
            #expect(none.output.contains("in all, none shown."))
        }
    }

    @Test func `the basis of a clock is settled and shown, and a version is minded by promises`() async throws
    {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            #expect(try await place.run("case", "basis", "1").code == 64)
            let house = try await place.run("case", "basis", "1", "--deny")
            #expect(house.code == 1 && house.errors.contains("no clock of a law"))
            let late = try await place.run(
                "case", "promise", "1", "--what", "money", "--measure", "45 EUR", "--due", "+2d",
                "--if-version", "0")
            #expect(late.code == 1 && late.errors.contains("not 0"))
            #expect(try await place.run("case", "kept", "1", "--if-version", "0").errors.contains("not 0"))
        }
    }

    @Test func `a brief has every note, apart from other acts, and says how many are left out`() async throws
    {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            for number in 1...22 {
                _ = try await place.run("case", "note", "1", "note number \(number).", "--as", "ola")
            }
            _ = try await place.run("case", "next", "1", "call her", "--as", "ola")
            let text = try await place.run("case", "brief", "1").output
            #expect(text.contains("note number 22.") && text.contains("note number 3."))
            #expect(!text.contains("note number 2.") && text.contains("... 2 more"))
            let acts = try #require(text.range(of: "last acts"))
            #expect(text[acts.upperBound...].contains("call her"))
        }
    }

    @Test func `a narrow terminal leaves out columns before the text`() throws {
        var table = Table("CASE", "PRIORITY", "OWNER", "SOURCE", "TEXT")
        table.spare = ["SOURCE", "PRIORITY"]
        let text = "the parcel came open and empty"
        table.add("#42", "urgent", "anna", "town-forum-of-complaints", text)
        #expect(table.text(width: nil).contains("town-forum"))
        #expect(table.text(width: 120).contains("town-forum"))
        let middle = table.text(width: 60)
        #expect(middle.contains("PRIORITY") && !middle.contains("SOURCE") && middle.contains(text))
        let narrow = table.text(width: 40)
        #expect(!narrow.contains("PRIORITY") && narrow.contains("the parcel came open"))
    }

    @Test(
        arguments: [
            ("2026-02-30", "30 February 2026 does not exist: February has 28 days then"),
            ("2028-02-30", "30 February 2028 does not exist: February has 29 days then"),
            ("2026-04-31 10:00", "31 April 2026 does not exist: April has 30 days then"),
            ("2026-00-10", "there is no month 0; a date is written year-month-day, such as 2026-03-01"),
            ("tomorrow 24:30", "there is no time 24:30: a day goes from 00:00 to 23:59"),
        ])
    func `what cannot be is said`(text: String, fault: String) {
        #expect(TimeArgument(text).fault == fault)
    }

    @Test(arguments: ["2026-02-28", "tomorrow 10:00", "soon", "+4h", "2026-03-01T14:00:00+01:00", "now"])
    func `what can be, or is no time at all, has no such fault`(text: String) {
        #expect(TimeArgument(text).fault == nil)
    }
}
