import Complaints
import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

/// `ombud review` in a terminal, as somebody at the keys meets it.
@Suite(.timeLimit(.minutes(5)))
struct ReviewTerminalTests {
    /// A folder with a configuration, and a store whose inbox has mentions in scripts of many kinds.
    private struct Desk {
        let folder: TemporaryFolder
        let store: SQLiteStore
        var config: String { folder.path("config") }

        static let texts = [
            "Terrible, nothing works.", "注文した商品が届きません。返金してください。",
            "لم يصل الطلب ولا أحد يرد على الهاتف.", "Broken 📦 and no answer 👨‍👩‍👧‍👦 😡",
            "Never again \u{1B}[2J\u{1B}]0;pwned\u{07}\u{9B}31m\u{1B}[?1049l the parcel is lost",
        ]

        init() async throws {
            folder = try TemporaryFolder()
            try FileManager.default.createDirectory(
                atPath: folder.path("config/watchlists"), withIntermediateDirectories: true)
            try Data("store: \"sqlite:\(folder.path("ombud.db"))\"\n".utf8)
                .write(to: folder.url.appending(path: "config/ombud.yaml"))
            try Data(
                """
                subject: Acme
                terms: [Acme]
                sources:
                  - name: acme-opinions
                    url: https://reviews.example/acme
                    every: 15m

                """.utf8
            ).write(to: folder.url.appending(path: "config/watchlists/acme.yaml"))
            let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            store = try SQLiteStore(path: folder.path("ombud.db"), now: now)
            try await store.write { session in
                try session.keepSources([.make()], now: now)
                for (number, text) in Self.texts.enumerated() {
                    var mention = Mention.make(
                        author: "Anna \(number)", content: Content(text: text),
                        score: Score(value: 0.95 - Double(number) / 100, isFlagged: true), seen: now)
                    mention.url = "https://reviews.example/\(number + 1)"
                    _ = try session.addMention(mention)
                }
            }
        }

        func decisions() async throws -> [String] {
            try await store.read { try $0.mentions() }.reversed().map { mention in
                guard let review = mention.review else { return "-" }
                return "\(review.decision.rawValue) by \(review.by)" + (review.why.map { ": \($0)" } ?? "")
            }
        }
    }

    private func review(
        _ desk: Desk, size: (Int, Int) = (80, 24), _ work: (PseudoTerminal) async throws -> Void
    ) async throws {
        let terminal = try PseudoTerminal(
            ["review", "--config", desk.config, "--as", "ola"], size: size)
        #expect(!terminal.isRaw)
        try terminal.start()
        try await sees("m1 Acme", terminal)
        try await work(terminal)
        #expect(terminal.strange == [])
    }

    private func sees(_ text: String, _ terminal: PseudoTerminal) async throws {
        let isSeen = try await eventually { terminal.text.contains(text) || !terminal.isRunning }
        #expect(isSeen && terminal.text.contains(text), "no \(text) in\n\(terminal.text)")
    }

    private func ends(_ terminal: PseudoTerminal, _ code: Int32) async throws {
        #expect(try await eventually { !terminal.isRunning })
        #expect(terminal.code == code)
        #expect(!terminal.isRaw)
        #expect(try await eventually { !terminal.isAlternate && terminal.hasCursor })
    }

    @Test func `keys decide, undo takes back, and the terminal is as before`() async throws {
        let desk = try await Desk()
        try await review(desk) { terminal in
            #expect(terminal.isRaw && terminal.isAlternate && !terminal.hasCursor)
            #expect(terminal.rows[0].hasSuffix("5 left, 0 done"))
            terminal.type("c")
            try await sees("m2 Acme", terminal)
            try await sees("4 left, 1 done", terminal)
            #expect(terminal.text.contains("注文した商品が届きません。返金してください。"))
            terminal.type("d")
            try await sees("4 spam or advertising", terminal)
            #expect(terminal.hasCursor)
            terminal.type("4")
            try await sees("m3 Acme", terminal)
            #expect(terminal.text.contains("لم يصل الطلب"))
            terminal.type("d")
            try await sees("Why is it no complaint", terminal)
            terminal.type("żart 漢\u{7F}字\r")
            try await sees("m4 Acme", terminal)
            #expect(terminal.text.contains("Broken 📦 and no answer 👨‍👩‍👧‍👦 😡"))
            terminal.type("u")
            try await sees("taken back: m3", terminal)
            try await sees("m3 Acme", terminal)
            terminal.type("z")
            try await sees("tomorrow 9:00", terminal)
            terminal.type("5")
            try await sees("m4 Acme", terminal)
            terminal.type("o")
            try await sees("https://reviews.example/4", terminal)
            #expect(try await eventually { terminal.copied == "https://reviews.example/4" })
            terminal.type("n")
            try await sees("m5 Acme", terminal)
            try await sees("Never again", terminal)
            #expect(terminal.isAlternate)
            terminal.type("n")
            try await sees("This was the last", terminal)
            terminal.type("q")
            try await ends(terminal, 0)
        }
        #expect(
            try await desk.decisions()
                == ["confirmed by ola", "dismissed by ola: spam or advertising", "-", "-", "-"])
        let listed = try await Program.run(["inbox", "--snoozed", "--json", "--config", desk.config])
        #expect(try listed.objects().map { $0["id"] as? String } == ["m3"])
        #expect(try listed.objects().first?["snoozed_by"] as? String == "ola")
        let inbox = try await Program.run(["inbox", "--json", "--config", desk.config])
        #expect(try inbox.objects().map { $0["id"] as? String } == ["m4", "m5"])
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
    func `a signal leaves the terminal as it was`(signal: Int32, code: Int32) async throws {
        let desk = try await Desk()
        try await review(desk) { terminal in
            terminal.type("c")
            try await sees("m2 Acme", terminal)
            terminal.signal(signal)
            try await ends(terminal, code)
        }
        #expect(try await desk.decisions().first == "confirmed by ola")
    }

    @Test func `the key Ctrl-C ends it, also inside a question`() async throws {
        let desk = try await Desk()
        try await review(desk) { terminal in
            terminal.type("d")
            try await sees("Why is it", terminal)
            terminal.type("\u{03}")
            try await ends(terminal, 130)
        }
        let decisions = try await desk.decisions()
        #expect(Set(decisions) == ["-"])
    }

    @Test func `a crash leaves the terminal as it was`() async throws {
        let desk = try await Desk()
        try await review(desk) { terminal in
            terminal.signal(SIGSEGV)
            try await ends(terminal, -SIGSEGV)
        }
    }

    @Test func `it follows the size of the window, and says when that is too small`() async throws {
        let desk = try await Desk()
        try await review(desk) { terminal in
            terminal.resize(40, 10)
            try await sees("m1 Acme", terminal)
            #expect(try await eventually { terminal.rows.last?.hasSuffix("? help") == true })
            terminal.resize(30, 8)
            try await sees("40x10 is the least", terminal)
            terminal.resize(132, 50)
            try await sees("evidence", terminal)
            try await sees("? help", terminal)
            terminal.type("q")
            try await ends(terminal, 0)
        }
    }

    @Test func `what somebody else decided meanwhile is not decided again`() async throws {
        let desk = try await Desk()
        try await review(desk) { terminal in
            let other = try await Program.run(
                ["mention", "dismiss", "m1", "m2", "--why", "a joke", "--as", "jan", "--config", desk.config])
            #expect(other.code == 0, "\(other.errors)")
            terminal.type("c")
            try await sees("m3 Acme", terminal)
            try await sees("was dismissed by jan", terminal)
            terminal.type("q")
            try await ends(terminal, 0)
        }
        #expect(
            try await desk.decisions().prefix(2)
                == ["dismissed by jan: a joke", "dismissed by jan: a joke"])
    }

    @Test func `a pasted text decides on nothing`() async throws {
        let desk = try await Desk()
        try await review(desk) { terminal in
            terminal.type("\u{1B}[200~cccdq\r\u{1B}[201~")
            try await sees("a pasted text is no command", terminal)
            terminal.type("q")
            try await ends(terminal, 0)
        }
        let decisions = try await desk.decisions()
        #expect(Set(decisions) == ["-"])
    }

    @Test func `without a terminal it goes line by line`() async throws {
        let desk = try await Desk()
        let run = try await Program.run(
            ["review", "--config", desk.config, "--as", "ola"], input: "c\nd\n1\nu\nnonsense\nq\nc\n")
        #expect(run.code == 0, "\(run.errors)")
        for part in [
            "m1, Acme, acme-opinions, 5 left", "Terrible, nothing works.", "m1 confirmed, case #1",
            "1 praise, no complaint", "m3, Acme", "taken back: m2 dismissed", "nonsense is no command",
        ] { #expect(run.output.contains(part), "\(part) is missing in\n\(run.output)") }
        #expect(!run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(try await desk.decisions() == ["confirmed by ola", "-", "-", "-", "-"])
    }

    @Test func `an empty inbox says so`() async throws {
        let desk = try await Desk()
        try await desk.store.write { session in
            for mention in try session.mentions() {
                try session.setReview(
                    .init(decision: .dismissed, at: ManualTime.monday, by: "jan"), of: mention.id)
            }
        }
        let run = try await Program.run(["review", "--config", desk.config], input: "c\n")
        #expect(run.code == 0)
        #expect(run.output.contains("The inbox is empty"))
    }
}
