import Complaints
import Foundation
import Testing

@testable import Settings

/// YAML itself: places, syntax errors, keys given twice, aliases, and bytes that are no YAML at all.
struct YAMLTests {
    private func read(_ text: String) -> (node: Node?, faults: [String]) {
        let findings = Findings()
        let node = readYAML(Data(text.utf8), in: Document(file: "f", findings: findings))
        return (node, Faults(findings.faults).faults.map(\.description))
    }

    /// `path` of keys and indices, by dots.
    private func place(of path: String, in text: String) -> String? {
        var node = read(text).node
        for step in path.split(separator: ".") {
            switch node?.value {
            case .map(let entries): node = entries.first { $0.key == step }?.value
            case .list(let items): node = Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
            default: node = nil
            }
        }
        return node.map { "\($0.place.line):\($0.place.column)" }
    }

    @Test(arguments: [
        ("a: 1", "a", "1:4"),
        ("a:\n  b:\n    - x\n    - y: z\n", "a.b.1.y", "4:10"),
        ("a: {b: [x, {y: z}]}", "a.b.1.y", "1:16"),
        ("a: \"ż*ó\" \nb: 'x'", "b", "2:4"),
        ("ż: [ą, ę]", "ż.1", "1:8"),
        ("\u{FEFF}a: 1", "a", "1:4"),
        ("a: 1\r\nb: 2\r\n", "b", "2:4"),
        ("a:\t1\nb: [\t2]", "b.0", "2:6"),
        ("a: |\n  text\n  more\nb: >-\n  x\n", "b", "4:4"),
        ("# one\n\na: &x [1, 2]\nb: *x", "b", "3:4"),
        ("*a: 1", "*a", "1:5"),
    ])
    func `every value knows its line and column`(text: String, path: String, place: String) {
        #expect(self.place(of: path, in: text) == place)
    }

    @Test(arguments: [
        Faulty("a: b: c", "f:1:5: not YAML: mapping values are not allowed in this context"),
        Faulty("a: [1, 2\nb: 3\n", "f:2:2: not YAML: "),
        Faulty(
            "a:\n\t- b",
            "f:2:1: not YAML: found character that cannot start any token, while scanning for the next "
                + "token that starts "
                + "on line 2; indent with spaces, not with a tab"),
        Faulty(
            "a: @data-id",
            "f:1:4: not YAML: found character that cannot start any token, while scanning for the next "
                + "token that starts "
                + "on line 1; put text that starts with `@` in quotes"),
        Faulty("a: \"open", "f:1:9: not YAML: "),
        Faulty("a: 1\n---\nb: 2\n", "f:2:1: a second document starts here; a settings file holds one"),
        Faulty("a: x\u{0}y", "f:1:5: the character U+0000 cannot stand in a settings file; remove it"),
        Faulty("? [a, b]\n: c", "f:1:3: a key that is no word; write `key: value`"),
        Faulty(
            "a: *x",
            "f:1:4: `*x` stands for what `&x` marks, which is nowhere above; for the text itself write "),
    ])
    func `what is not YAML is told where it is`(_ faulty: Faulty) {
        let said = read(faulty.text).faults
        #expect(said.count == 1)
        #expect(said.first?.hasPrefix(faulty.says[0]) == true, "\(said)")
    }

    @Test(arguments: [
        Faulty("a: 1\nb: 2\na: 3", "f:3:1: `a` is given twice, first on line 1; keep one"),
        Faulty("{a: 1, \"a\": 2}", "f:1:8: `a` is given twice, first on line 1; keep one"),
        Faulty(
            "every: 1\nevery: 2\nevery: 3\nx: {y: 1, y: 2}",
            "f:2:1: `every` is given twice, first on line 1; keep one",
            "f:3:1: `every` is given twice, first on line 1; keep one",
            "f:4:11: `y` is given twice, first on line 4; keep one"),
        Faulty("'a b': 1\n'a b': 2", "f:2:1: `a b` is given twice, first on line 1; keep one"),
        Faulty("\"\": 1\n\"\": 2", "f:1:1: `` is given twice; keep one"),
    ])
    func `every key that is given twice is told at its second place`(_ faulty: Faulty) {
        #expect(read(faulty.text).faults == faulty.says)
    }

    @Test func `the first of two keys holds, and the rest of the file is still checked`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "",
            "watchlists/a.yaml":
                "subject: A\nsources:\n  - name: a\n    url: https://a.example/\n    every: 1s\n    every: "
                + "x\n    zoen: UTC\n",
        ])
        #expect(
            folder.faults() == [
                "watchlists/a.yaml:6:5: `every` is given twice, first on line 5; keep one",
                "watchlists/a.yaml:7:5: unknown key `zoen` in a source; did you mean `zone`?",
            ])
    }

    @Test func `anchors and merged maps spare repeating`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "",
            "watchlists/a.yaml": """
            subject: A
            sources:
              - &first { name: a, url: "https://a.example/*", every: 1s, read: &rule { each: "li *", text: p } }
              - { <<: *first, name: b, every: 2s }
              - { name: c, url: "https://c.example/", every: 3s, read: *rule }
            """,
        ])
        let sources = try folder.load().sources
        #expect(sources.map(\.url) == ["https://a.example/*", "https://a.example/*", "https://c.example/"])
        #expect(sources.map(\.every.shortest) == [.seconds(1), .seconds(2), .seconds(3)])
        #expect(sources.allSatisfy { $0.rule?.each == "li *" })
    }

    @Test func `a billion laughs end early`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
        }
        let said = read(text).faults
        #expect(said.first?.contains("makes more than 200000 values of this file") == true)
        #expect(said.count < 300)
        #expect(read("a: &a [1]\n" + text.replacing("a0: ", with: "? *a : ")).faults.isEmpty == false)
    }

    @Test func `deep nesting is a fault, not a crash`() {
        let said = read(String(repeating: "[", count: 300) + String(repeating: "]", count: 300)).faults
        #expect(said.first?.hasSuffix("nested more than 40 levels deep; settings never need that") == true)
        #expect(!read(String(repeating: "[", count: 100_000)).faults.isEmpty)
        #expect(!read(String(repeating: "{a: ", count: 5000)).faults.isEmpty)
        #expect(!read(String(repeating: "- ", count: 5000)).faults.isEmpty)
    }

    @Test func `a file too large, or not UTF-8, is a fault`() throws {
        let folder = try ConfigFolder(["ombud.yaml": "", "policies/p.yaml": ""])
        try folder.write("policies/p.yaml", Data(repeating: UInt8(ascii: "#"), count: 20_000_001))
        try folder.write("policies/q.yaml", Data("name: \"Ż".utf8) + [0xC5, 0x22])
        let said = folder.faults()
        #expect(
            said == [
                "policies/p.yaml:1:1: the file has more than 20000000 bytes",
                "policies/q.yaml:1:9: not UTF-8 text here; save the file as UTF-8",
            ])
    }

    @Test func `nothing crashes on random bytes`() throws {
        var random = SplitMix(state: 20_260_301)
        let pieces = [
            "a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "\"", "'", "&x ", "*x", "? ", "|", ">", "#",
            "!", "!!str ",
            "%", "@", "---\n", "...\n", "\t", "<<", "every", "sources:\n", "clocks", "é", "\u{FEFF}", "0",
            "~", "\\", "\r",
        ]
        for round in 0..<3000 {
            let length = Int(random.next() % 60)
            let bytes =
                round % 3 == 0
                ? Data((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
                : Data((0..<length).flatMap { _ in pieces[Int(random.next() % UInt64(pieces.count))].utf8 })
            let findings = Findings()
            let document = Document(file: "f", findings: findings)
            let section = document.section(bytes, round % 2 == 0 ? .watchlist : .policy)
            var neighbours = Neighbours(secrets: .closed, now: Instant(seconds: 0))
            _ = round % 2 == 0 ? section?.watchlist(among: &neighbours).map { _ in } : nil
            _ = round % 2 == 1 ? section?.policy(named: "p", calendars: [:], statutes: [:]).map { _ in } : nil
            #expect(!findings.faults.isEmpty)
            #expect(findings.faults.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.message.isEmpty })
        }
    }

    @Test func `shipped files with bytes broken at random never crash`() throws {
        let file = Shipped.root.appending(path: "config/ombud.yaml")
        let original = try Data(contentsOf: file)
        let lines = original.count { $0 == UInt8(ascii: "\n") } + 1
        var random = SplitMix(state: 7)
        for _ in 0..<200 {
            var bytes = original
            for _ in 0..<3 {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            let findings = Findings()
            _ = Document(file: "f", findings: findings).section(bytes, .ombud, emptyIsFine: true)
            #expect(findings.faults.allSatisfy { $0.line >= 1 && $0.line <= lines })
        }
    }
}

/// Repeatable randomness (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
