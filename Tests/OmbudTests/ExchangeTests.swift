import Foundation
import TestSupport
import Testing

/// Tables of complaints in, tables and calendars out, and the search through what came in.
@Suite(.timeLimit(.minutes(5)))
struct ExchangeTests {
    private static let table = """
        ID;Author;Posted;Source;Text;Topic;Owner;Note
        t1;Zofia Żak;2026-01-05 10:00;telephone;"The boiler leaks,
        again";warranty;ola;called twice
        t2;=cmd|'/c calc'!A1;2026-01-06;mail;Nobody answers my letters about the invoice;;;
        t3;Jan;2026-01-07;;Kiedy oddacie pieniądze za zmywarkę?;refund;;

        """

    @Test func `a table comes in once, is found, and goes out as it came`() async throws {
        try await Workplace.with { place in
            let file = place.folder.path("complaints.csv")
            try Data(Self.table.utf8).write(to: URL(fileURLWithPath: file))
            let early = try await place.run("import", "cases", file)
            #expect(early.code == 69 && early.errors.contains("there is no store"), "\(early.errors)")
            _ = try await place.run("poll")

            let dry = try await place.run("import", "cases", file, "--dry-run", "--json").objects()
            #expect(dry.first?["opened"] as? Int == 3 && dry.first?["dry_run"] as? Bool == true)
            #expect(try await place.run("search", "boiler").code == 1)
            let first = try await place.run("import", "cases", file, "--as", "ola", "--json")
            #expect(first.code == 0, "\(first.errors)")
            #expect(try first.objects().first?["opened"] as? Int == 3)
            let again = try await place.run("import", "cases", file)
            #expect(again.output.contains("0 cases opened, 3 rows taken in before"), "\(again.output)")

            let found = try await place.run("search", "zmywarke", "--json").objects()
            let mention = try #require(found.first)
            #expect(mention["kind"] as? String == "mention" && mention["author"] as? String == "Jan")
            let snippet = Array((mention["snippet"] as? String ?? "").unicodeScalars)
            let mark = try #require((mention["marks"] as? [[Int]])?.first)
            #expect(String(String.UnicodeScalarView(snippet[mark[0]..<mark[1]])) == "zmywarkę")
            let note = try await place.run("search", "called twice", "--in", "notes")
            #expect(note.code == 0 && note.output.contains("[called] [twice]"), "\(note.output)")
            #expect(try await place.run("search", "boiler", "-again").code == 1)
            #expect(try await place.run("search", "\"quote", "a:b", "(x").code == 1)
            let nothing = try await place.run("search", "!!!")
            #expect(nothing.code == 64 && nothing.errors.contains("no word or number"))

            let csv = try await place.run("export", "cases", "--source", "telephone,mail,manual")
            #expect(csv.code == 0, "\(csv.errors)")
            #expect(csv.output.hasPrefix("case,subject,state,owner,"))
            #expect(csv.output.contains("\"The boiler leaks,\nagain\"") && csv.output.contains("'=cmd|"))
            let lines = try await place.run("export", "cases", "--json", "--source", "telephone").objects()
            #expect(lines.count == 1 && lines[0]["owner"] as? String == "ola")
            #expect(lines[0]["posted"] as? String != nil && lines[0]["topic"] as? String == "warranty")
            let mentions = try await place.run("export", "mentions", "--json", "--source", "mail").objects()
            #expect(mentions.map { $0["author"] as? String } == ["=cmd|'/c calc'!A1"])
            let deadlines = try await place.run("export", "deadlines", "--json", "--source", "telephone")
                .objects()
            #expect(
                !deadlines.isEmpty && deadlines.allSatisfy { $0["case"] as? Int == lines[0]["id"] as? Int })
        }
    }

    @Test func `a file appears whole, and none is replaced unasked`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let file = place.folder.path("deadlines.ics")
            let first = try await place.run("export", "deadlines", "--to", file)
            #expect(first.code == 0 && first.output.isEmpty, "\(first.errors)")
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
            #expect(text.contains("BEGIN:VEVENT\r\nUID:case-"))
            let second = try await place.run("export", "deadlines", "--ics", "--todo", "--to", file)
            #expect(second.code == 1 && second.errors.contains("--force"))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
            let third = try await place.run("export", "deadlines", "--ics", "--todo", "--to", file, "--force")
            #expect(third.code == 0)
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("BEGIN:VTODO"))
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy {
                    !$0.hasSuffix(".part")
                })
            #expect(
                try await place.run("export", "cases", "--to", place.folder.path("no/such.csv")).code == 69)
            #expect(try await place.run("export", "cases", "--csv", "--json").code == 64)
            #expect(try await place.run("export", "cases", "--bom").output.hasPrefix("\u{FEFF}case,"))
        }
    }

    @Test func `every fault of a table is told with its place, and nothing is stored`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let file = place.folder.path("bad.csv")
            func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: file)) }
            try write(
                "id,text,posted,topic,url\n1,fine words here,2026-01-01,,\n2,,2026-01-01,,\n1,twice,yesterday,refnd,\n4,x,2999-01-01,,no url\n5,a,b\n"
            )
            let run = try await place.run("import", "cases", file)
            #expect(run.code == 65 && run.output.isEmpty)
            let expected = [
                "bad.csv:3:1: the text is empty", "bad.csv:4:9: `yesterday` is no time",
                "bad.csv:4:19: `refnd` is no topic; did you mean `refund`?",
                "bad.csv:4:1: `1` is the id of line 2 too",
                "bad.csv:5:5: 2999-01-01 is still to come", "bad.csv:5:17: `no url` is no URL",
                "bad.csv:6:1: the row has 3 fields, the first line names 5", "so nothing was stored",
            ]
            for line in expected { #expect(run.errors.contains(line), "\(line)\n\(run.errors)") }
            #expect(try await place.run("search", "fine words").code == 1)
            let some = try await place.run("import", "cases", file, "--skip-bad", "--json")
            #expect(some.code == 0, "\(some.errors)")
            #expect(try some.objects().first?["opened"] as? Int == 1)
            #expect(try some.objects().first?["bad"] as? Int == 4)

            for (text, fault) in [
                ("", ":1:1: the file is empty"),
                ("athor,text\n", ":1:1: `athor` is no column of complaints; did you mean `author`?"),
                ("text\n\"x", ":2:1: the quote is never closed"),
                ("author\nx\n", ":1:1: no column is called `text`"),
            ] {
                try write(text)
                let run = try await place.run("import", "cases", file, "--skip-bad")
                #expect(run.code == 65 && run.errors.contains(fault), "\(text): \(run.errors)")
            }
            try Data("text\n".utf8 + [0xBF, 0xF3, 0xB3, 0x77, 0x20, 0x62, 0x65, 0x7A, 0x0A]).write(
                to: URL(fileURLWithPath: file))
            #expect(
                try await place.run("import", "cases", file).errors.contains(":2:1: the bytes are no UTF-8"))
            #expect(try await place.run("import", "cases", file, "--encoding", "windows-1250").code == 0)
            #expect(try await place.run("search", "zolw").code == 0)
            #expect(try await place.run("import", "cases", file, "--encoding", "klingon").code == 64)
        }
    }

    @Test func `a complaint by telephone becomes a case`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let opened = try await place.run(
                "case", "open", "--text", "The boiler leaks and nobody comes", "--author", "Zofia",
                "--source",
                "telephone", "--owner", "ola", "--why", "third call", "--as", "jan", "--json")
            #expect(opened.code == 0, "\(opened.errors)")
            let id = try #require(try opened.objects().first?["id"] as? Int)
            let shown = try #require(try await place.run("case", "show", "\(id)", "--json").objects().first)
            #expect(shown["owner"] as? String == "ola")
            let clocks = try #require(shown["clocks"] as? [[String: Any]])
            #expect(!clocks.isEmpty && clocks.allSatisfy { $0["state"] as? String == "running" })
            #expect(try await place.run("search", "third call", "--in", "notes").code == 0)
            #expect(try await place.run("case", "open", "--text", "x", "m1").code == 64)
            #expect(try await place.run("case", "open").code == 64)
            let inbox = try await place.run("inbox", "--json").objects()
            #expect(inbox.allSatisfy { $0["source"] as? String != "telephone" })
        }
    }
}
