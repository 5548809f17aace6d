import Complaints
import Demo
import Evidence
import Foundation
import Gzip
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Archived pages read and judged once more: what another configuration would have made of them.
@Suite(.timeLimit(.minutes(5))) struct ReplayTests {
    private func withArchive(
        about: Source.About = .anyone, rule: String? = nil,
        _ work: (World, TemporaryFolder) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let rule = try rule.map { try readRule($0, file: "rule.yaml") }
        try await World.with(
            sources: { url in [Source.make("acme", url: url + "/acme", about: about).with { $0.rule = rule }]
            },
            evidence: folder.path("evidence")
        ) { world in
            try await work(world, folder)
        }
    }

    /// - Parameter change: of the world's own watchlist.
    private func replay(
        _ world: World, from: Instant = ManualTime.monday, to: Instant? = nil,
        only: Set<SourceID>? = nil, _ change: (inout Watchlist) -> Void = { _ in }
    ) async throws -> ReplayReport {
        var configuration = world.setup.configuration
        change(&configuration.watchlists[0])
        let setup = Setup(configuration, model: ShippedModelFile.model, makeID: { EventID("none") })
        let folder = try #require(configuration.evidence?.folder)
        let before = try await writes(world)
        let report = try await Replay(
            setup, store: world.store, archive: folder, from: from,
            to: to ?? world.time.now() + .seconds(1), only: only
        ).run()
        #expect(try await writes(world) == before, "a replay wrote to the store")
        return report
    }

    private func writes(_ world: World) async throws -> Int {
        try await world.store.read { try $0.count("SELECT total_changes()") }
    }

    private func changes(_ report: ReplayReport) -> [String] {
        report.differences.map { "\($0.change.rawValue) \($0.mention?.description ?? "new")" }
    }

    private let zenith = Review(
        "z1", author: "Piotr",
        text: "Zenith never sent my parcel and nobody answers, I want a refund at once.")

    @Test func `the same configuration makes nothing otherwise`() async throws {
        try await withArchive(about: .subject) { world, _ in
            try await world.visit(Review("r1", published: world.today), .praise("p"))
            try await world.visit(Review("r1", stars: 2), .praise("p"), Review("r2"))
            try await world.visit(Review("r2"))
            try await world.visit(Review("r2"))
            let report = try await replay(world)
            #expect(report.differences.isEmpty, "\(report.differences)")
            #expect(report.coverage.mentions == 3)
            #expect(report.coverage.replayed == report.coverage.archived && report.coverage.archived == 2)
            #expect(report.coverage.visits == 4 && report.coverage.visitedPages == 4)
        }
    }

    @Test func `a term that is added adds what it finds, once, with its case`() async throws {
        try await withArchive { world, _ in
            let acme = "Acme never sent the kettle, nobody answers, I want a refund."
            for number in 1...3 {
                let new = Review("r\(number)", author: "Ola \(number)", text: "\(acme) \(number)")
                try await world.visit(zenith, new)
            }
            #expect(try await world.mentions().count == 3)
            let report = try await replay(world) { $0.terms.append(Term("Zenith")) }
            #expect(changes(report) == ["added new"])
            let added = try #require(report.differences.first)
            #expect(added.author == "Piotr" && added.before == nil && added.after?.score.isFlagged == true)
            #expect(added.caseEffect == .opened && report.casesOpened == 1)
            #expect(added.why.hasPrefix("about Acme: it says “Zenith”; flagged: score 0."))
            #expect(report.coverage.mentions == 3)
        }
    }

    @Test func `a term that is taken away or ruled out drops what it had found, and its case`() async throws {
        try await withArchive { world, _ in
            try await world.visit(
                Review("a", author: "Ola", text: "Acme of cartoons sent nothing, terrible, I want a refund."),
                Review("b", author: "Jan", text: "Terrible, the toaster of Acme broke and nobody answers me.")
            )
            #expect(try await world.cases().count == 2)
            let excluded = try await replay(world) { $0.exclude = ["Acme of cartoons"] }
            #expect(changes(excluded) == ["dropped m1"])
            #expect(excluded.differences.first?.why.contains("Acme of cartoons") == true)
            #expect(excluded.differences.first?.caseEffect == .lost(CaseID(1)))
            let removed = try await replay(world) { $0.terms = [Term("Zenith")] }
            #expect(changes(removed).sorted() == ["dropped m1", "dropped m2"])
            #expect(removed.casesLost == [CaseID(1), CaseID(2)])
            #expect(removed.differences.allSatisfy { $0.why == "no term is found in it" })
        }
    }

    @Test func `a higher threshold moves what was flagged; what staff confirmed keeps its case`() async throws
    {
        try await withArchive(about: .subject) { world, _ in
            try await world.visit(Review("r1", author: "Ola"), Review("r2", author: "Jan"), .praise("p"))
            _ = try await world.desk().confirm(MentionID(2))
            let report = try await replay(world) { $0.threshold = 0.999_999 }
            #expect(changes(report) == ["moved m1", "moved m2"])
            #expect(report.differences.allSatisfy { $0.moves.map(\.what) == [.flagged] })
            #expect(report.casesLost == [CaseID(1)])
            let lower = try await replay(world) { $0.threshold = 0.000_001 }
            #expect(changes(lower) == ["moved m3"])
            #expect(lower.differences.first?.caseEffect == .opened)
        }
    }

    private static let rule = """
        each: article
        id: "@data-id"
        author: .who
        text: .body
        """

    private func page(_ numbers: ClosedRange<Int>) -> String {
        let items = numbers.map {
            """
            <article data-id="\($0)" class="\($0 == 1 ? "old" : "new")"><b class="who">Ola \($0)</b>
            <i class="nick">ola\($0)</i><span class="stars">1</span>
            <p class="body">The kettle number \($0) broke at once and nobody answers, I want a refund.</p>
            </article>
            """
        }
        return "<!DOCTYPE html><html lang=en><body>\(items.joined())</body></html>"
    }

    @Test(arguments: [
        ("author: .who", "author: .nick", ["moved author", "moved author"]),
        ("text: .body", "text: .body\nrating: { at: .stars, best: 5 }", ["moved rating", "moved rating"]),
        ("each: article", "each: article.new", ["dropped read"]),
        ("id: \"@data-id\"\nauthor: .who\ntext: .body", "text: .nowhere", ["dropped read", "dropped read"]),
    ])
    func `a changed rule shows what it reads otherwise`(
        old: String, new: String, expected: [String]
    )
        async throws
    {
        try await withArchive(about: .subject, rule: Self.rule) { world, _ in
            world.site.put("/acme", html: page(1...2))
            try await world.look()
            #expect(try await world.mentions().count == 2)
            let rule = try readRule(Self.rule.replacing(old, with: new), file: "rule.yaml")
            let report = try await replay(world) { $0.sources[0].rule = rule }
            // Marks of the text may move with the rating.
            let found = report.differences.map {
                "\($0.change.rawValue) \($0.moves.last?.what.rawValue ?? "")"
            }
            #expect(found == expected, "\(report.differences)")
        }
    }

    @Test func `packed pages are unpacked, and redirects are no pages`() async throws {
        try await withArchive(about: .subject) { world, _ in
            let html = ListPage([Review("r1")]).html
            world.site.put("/acme", LoopbackAnswer(status: 302, headers: [("location", "/now")]))
            world.site.put(
                "/now",
                LoopbackAnswer(
                    headers: [("content-type", "text/html"), ("content-encoding", "gzip")],
                    body: GzipCompressor().gzip(Array(html.utf8))))
            try await world.look()
            let report = try await replay(world)
            #expect(report.differences.isEmpty && report.coverage.faults.isEmpty, "\(report)")
            #expect(report.coverage.archived == 1 && report.coverage.mentions == 1)
        }
    }

    @Test func `a page that stayed as it was is read from the copy before the period`() async throws {
        try await withArchive(about: .subject) { world, _ in
            world.site.put("/acme", ListPage([Review("r1")]))
            try await world.look()
            let from = world.time.now() + .seconds(1)
            try await world.look()
            let report = try await replay(world, from: from) { $0.threshold = 0.999_999 }
            #expect(report.coverage.archived == 1 && report.coverage.replayed == 1)
            #expect(changes(report) == ["moved m1"])
        }
    }

    @Test func `what cannot be read any more is counted, and drops nothing`() async throws {
        try await withArchive(about: .subject) { world, folder in
            try await world.visit(Review("r1"))
            try await world.visit(Review("r1"), Review("r2"))
            let file = try #require(try await world.store.read { try $0.evidenceFiles() }.first)
            let path = folder.path("evidence") + "/" + file
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            try Data(bytes.dropLast(20)).write(to: URL(fileURLWithPath: path))
            let cut = try await replay(world)
            #expect(cut.differences.isEmpty && cut.coverage.replayed == cut.coverage.archived)
            try FileManager.default.removeItem(atPath: path)
            let lost = try await replay(world)
            #expect(lost.differences.isEmpty && lost.coverage.unreadable == 2)
            #expect(lost.coverage.faults.count == 2)
            let at = world.time.now()
            _ = try await world.store.write { try $0.dropEvidence(file: file, at: at) }
            let gone = try await replay(world)
            #expect(gone.coverage.dropped == 2 && gone.coverage.replayed == 0)
            let other = try await replay(world, only: ["other"])
            #expect(other.coverage.archived == 0 && other.coverage.visits == 0)
        }
    }

    @Test func `a source that is polled no more is left alone, one edited later is judged by its last page`()
        async throws
    {
        try await withArchive(about: .subject) { world, _ in
            try await world.visit(Review("r1", stars: 5, text: "Splendid kettle, thank you all."))
            let middle = world.time.now() + .seconds(1)
            try await world.visit(Review("r1", stars: 1))
            let early = try await replay(world, to: middle)
            #expect(early.differences.isEmpty, "\(early.differences)")
            let unwatched = try await replay(world) { $0.sources = [] }
            #expect(unwatched.differences.isEmpty && unwatched.coverage.unwatched == 2)
        }
    }

    @Test func `a long archive is read page by page, and one record counts once`() async throws {
        try await withArchive { world, _ in
            let visits = Replay.batch + 20
            for number in 1...visits {
                let new = Review("r\(number)", author: "Ola \(number)", text: "Acme is fine \(number).")
                try await world.visit(zenith, new)
            }
            let report = try await replay(world) { $0.terms.append(Term("Zenith")) }
            #expect(report.coverage.replayed == visits && report.coverage.mentions == visits)
            #expect(changes(report) == ["added new"])
        }
    }

    @Test func `it can be stopped`() async throws {
        try await withArchive(about: .subject) { world, folder in
            try await world.visit(Review("r1"))
            let replay = Replay(
                world.setup, store: world.store, archive: folder.path("evidence"), from: ManualTime.monday,
                to: world.time.now() + .seconds(1))
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await replay.run()
            }
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }
}
