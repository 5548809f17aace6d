import Foundation
import Testing

/// The reports, as people and scripts meet them.
@Suite(.timeLimit(.minutes(5)))
struct ReportTests {
    private static let kinds = ["on-time", "causes", "sources", "load", "outcomes"]

    @Test func `every report is told as tables, as lines and as one table of values, with the same figures`()
        async throws
    {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let cases = try await place.run("case", "list", "--json").objects()
            let number = "\(try #require(cases.first?["id"] as? Int))"
            _ = try await place.run("case", "take", number, "--as", "ola")
            _ = try await place.run("case", "reply", number, "--text", "We are sorry.", "--as", "ola")
            for kind in Self.kinds {
                let lines = try await place.run("report", kind, "--json")
                #expect(lines.code == 0, "\(kind): \(lines.errors)")
                let rows = try lines.objects()
                #expect(!rows.isEmpty && rows.allSatisfy { $0["report"] as? String == kind })
                let page = try await place.run("report", kind)
                #expect(page.code == 0 && !page.output.contains("\u{1B}["), "\(page.errors)")
                #expect(!page.output.contains("█"), "numbers, where it is no terminal")
                for table in Set(rows.compactMap { $0["table"] as? String }) {
                    let values = try await place.run("report", kind, "--csv", "--table", table)
                    #expect(values.code == 0, "\(values.errors)")
                    let mine = rows.filter { $0["table"] as? String == table }
                    let lines = values.output.components(separatedBy: "\r\n")
                    #expect(lines.count == mine.count + 2 && lines.last == "", "\(kind) \(table)")
                    let keys = lines[0].split(separator: ",").map(String.init)
                    #expect(keys.allSatisfy { mine[0].keys.contains($0) }, "\(keys)")
                    #expect(!lines[0].contains { $0.isUppercase || $0 == " " })
                }
            }
            let clocks = try await place.run("report", "on-time", "--json", "--table", "clocks").objects()
            let sum = clocks.reduce(0) { sum, row in
                sum
                    + ["met", "missed", "running", "paused", "off"].reduce(0) {
                        $0 + (row[$1] as? Int ?? 0)
                    }
            }
            let all = try cases.reduce(0) { $0 + (try #require($1["clocks"] as? [Any])).count }
            #expect(sum == all)
            let flow = try await place.run("report", "load", "--json", "--table", "flow").objects()
            #expect(flow.last?["open"] as? Int == cases.filter { $0["state"] as? String != "resolved" }.count)
        }
    }

    @Test func `bars are drawn when asked for, of signs that the terminal knows`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            func draw(_ locale: String) async throws -> String {
                try await Program.run(
                    ["report", "causes", "--plots", "--config", place.config.path],
                    environment: ["LC_ALL": locale, "TERM": "xterm"]
                ).output
            }
            let (blocks, signs) = (try await draw("C.UTF-8"), try await draw("C"))
            #expect(blocks.contains("█") && blocks.contains("▏"))
            #expect(signs.contains("|####") && !signs.contains("█"))
            #expect(signs.split(separator: "\n").filter { $0.contains("|#") }.allSatisfy { $0.count <= 80 })
        }
    }

    @Test func `an empty store and an empty period are said in a sentence`() async throws {
        try await Workplace.with { place in
            for kind in Self.kinds + ["promises"] {
                let page = try await place.run("report", kind, "--until", "2020-01-01")
                #expect(page.code == 0, "\(page.errors)")
                #expect(page.output.hasPrefix("There is no "), "\(kind): \(page.output)")
                let lines = try await place.run("report", kind, "--json", "--until", "2020-01-01")
                #expect(lines.code == 0)
                let values = try await place.run("report", kind, "--csv")
                #expect(values.code == 0 && values.output.hasSuffix("\r\n"))
            }
        }
    }

    @Test(arguments: [
        (["on-time", "--since", "2999-01-01"], "is not in the past"),
        (["on-time", "--since", "2026-03-02", "--until", "2026-03-01"], "the period is empty"),
        (["causes", "--since", "soonish"], "a time is wanted"),
        (["load", "--by", "topic"], "has rows by day, week, month, owner"),
        (["on-time", "--by", "year"], "year"),
        (["on-time", "--csv", "--json"], "exclude each other"),
        (["sources", "--zone", "Mars/Olympus"], "no such zone"),
        (["load", "--table", "clocks"], "no such table"),
    ])
    func `a report that cannot be made says what is wanted`(arguments: [String], says: String) async throws {
        try await Workplace.with { place in
            let run = try await Program.run(["report"] + arguments + ["--config", place.config.path])
            #expect(run.code == 64 && run.output.isEmpty, "\(arguments): \(run.code) \(run.output)")
            #expect(run.errors.contains(says), "\(run.errors)")
        }
    }
}
