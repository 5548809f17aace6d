import Complaints
import Foundation
import SQLiteStorage
import Storage
import Testing
import TestSupport

@testable import Monitor

/// The figures on `/metrics`: right whoever wrote to the store, and in the form that Prometheus reads.
@Suite(.timeLimit(.minutes(5)))
struct MetricsTests {
    private static func samples(_ page: String) -> [String: Double] {
        Dictionary(
            page.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
                line.lastIndex(of: " ").flatMap { space in
                    Double(line[line.index(after: space)...]).map { (String(line[..<space]), $0) }
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `every metric is announced once with what it is, and none that is not in the catalogue`()
        async throws
    {
        try await World.with { world in
            let page = try await world.daemon.pages.book.page()
            var announced: [String] = []
            for line in page.split(separator: "\n") {
                let words = line.split(separator: " ")
                if line.hasPrefix("# TYPE ") {
                    let metric = try #require(Metric.all.first { $0.name == words[2] }, "\(line)")
                    #expect(words[3] == metric.kind.rawValue)
                    announced.append(metric.name)
                } else if !line.hasPrefix("#") {
                    let name = try #require(announced.last)
                    #expect(line.hasPrefix(name), "\(line) stands under \(name)")
                }
            }
            #expect(Set(announced).count == announced.count)
            // A store in memory has no files.
            let files = ["ombud_store_size_bytes", "ombud_store_wal_bytes", "ombud_store_free_bytes"]
            #expect(Set(Metric.all.map(\.name)).subtracting(announced) == Set(files))
            for metric in Metric.all where metric.kind == .counter {
                #expect(metric.name.hasSuffix("_total"), "\(metric.name)")
            }
        }
    }

    @Test func `visits, mentions, cases and deadlines are counted as they come`() async throws {
        try await World.with { world in
            let book = world.daemon.pages.book
            _ = try await book.page()
            world.site.put("/acme", ListPage([Review("r1")]))
            _ = try await world.daemon.poll(nil, onlyDue: false) { _ in }
            world.time.advance(by: .seconds(2))
            var found = Self.samples(try await book.page())
            #expect(found["ombud_visits_total{outcome=\"complete\"}"] == 1)
            #expect(found["ombud_visits_total{outcome=\"failed\"}"] == 0)
            #expect(found["ombud_visit_duration_seconds_count"] == 1)
            #expect(found["ombud_visit_duration_seconds_bucket{le=\"+Inf\"}"] == 1)
            #expect(found["ombud_records_total"] == 1 && found["ombud_mentions_new_total"] == 1)
            #expect((found["ombud_fetched_bytes_total"] ?? 0) > 100)
            #expect(found["ombud_sources{health=\"fine\"}"] == 1)
            #expect(found["ombud_cases{state=\"new\"}"] == 1 && found["ombud_cases_opened_total"] == 1)
            #expect(found["ombud_clocks_running"] == 1 && found["ombud_clocks_missed"] == 0)
            #expect((found["ombud_alerts_waiting{endpoint=\"desk\"}"] ?? 0) > 0)
            #expect(found["ombud_schedule_lag_seconds"] == 0)
            let due = try #require(found["ombud_clock_nearest_due_timestamp_seconds"])
            world.time.advance(to: Instant(seconds: Int64(due) + 60))
            _ = try await DeadlineLoop(
                current: world.daemon.current, store: world.store, time: world.time,
                logger: .init(label: "test"), pulse: world.daemon.pulse
            ).checkOnce()
            found = Self.samples(try await book.page())
            #expect(found["ombud_clocks_missed"] == 1 && found["ombud_cases_overdue"] == 1)
            #expect(found["ombud_case_entries_total{what=\"missed\"}"] == 1)
            #expect((found["ombud_outbox_lag_seconds{endpoint=\"desk\"}"] ?? 0) > 60)
            #expect((found["ombud_schedule_lag_seconds"] ?? 0) > 0)
        }
    }

    @Test func `an endpoint that is configured no more shares one name with all others that went`()
        async throws
    {
        // What is laid out here is no event of ours, which the tests' usual store would refuse.
        let store = try SQLiteStore(inMemoryAt: ManualTime.monday)
        try await World.with(store: store) { world in
            try await store.write { session in
                for (number, name) in ["old", "older"].enumerated() {
                    let body: [UInt8] = Array("{}".utf8)
                    try session.addEvent(
                        Event(
                            id: EventID("evt_\(number)"), type: .test, subject: .endpoint(name),
                            time: world.time.now(), body: body), to: [name])
                }
            }
            let found = Self.samples(try await world.daemon.pages.book.page())
            #expect(found["ombud_alerts_waiting{endpoint=\"(removed)\"}"] == 2)
            #expect(!found.keys.contains { $0.contains("old") })
        }
    }

    @Test func `labels are escaped, numbers are plain, histograms add up`() {
        var page = Exposition()
        page.begin(.waiting)
        page.add(.waiting, ["endpoint": "a\"b\\c\nd"], 3)
        var spread = TimeSpread(bounds: [100, 1000])
        for took: Int64 in [50, 100, 500, 5000] { spread.add(took) }
        page.begin(.visitTime)
        page.add(.visitTime, [:], spread)
        let lines = page.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(
            lines == [
                #"ombud_alerts_waiting{endpoint="a\"b\\c\nd"} 3"#,
                #"ombud_visit_duration_seconds_bucket{le="0.1"} 2"#,
                #"ombud_visit_duration_seconds_bucket{le="1"} 3"#,
                #"ombud_visit_duration_seconds_bucket{le="+Inf"} 4"#,
                "ombud_visit_duration_seconds_sum 5.65", "ombud_visit_duration_seconds_count 4",
            ])
        #expect(Exposition.number(.infinity) == "+Inf" && Exposition.number(.nan) == "NaN")
    }

    @Test func `a look counts what came since the last one, also after the last rows were forgotten`()
        async throws
    {
        let store = try SQLiteStore(inMemoryAt: ManualTime.monday)
        let begin = try await store.read { try $0.ledgerMarks() }
        try await store.write { session in
            try session.keepSources([.make("acme")], now: ManualTime.monday)
            for _ in 1...3 {
                _ = try session.execute(
                    """
                    INSERT INTO visit (source, started, ended, outcome, pages, records, new_mentions, changed_mentions)
                    VALUES ('acme', 0, 700, 'complete', 1, 2, 1, 0)
                    """)
            }
        }
        let first = try await store.read { try $0.ledgerGrowth(since: begin) }
        #expect(first.visits.map(\.count) == [3] && first.visits[0].records == 6)
        #expect(first.visits[0].took.sum == 2100)
        try await store.write { _ = try $0.execute("DELETE FROM visit") }
        let none = try await store.read { try $0.ledgerGrowth(since: first.marks) }
        #expect(none.visits.isEmpty && none.marks == first.marks)
        try await store.write { session in
            _ = try session.execute(
                """
                INSERT INTO visit (source, started, ended, outcome, pages, records, new_mentions, changed_mentions)
                VALUES ('acme', 0, 700, 'failed', 0, 0, 0, 0)
                """)
        }
        let next = try await store.read { try $0.ledgerGrowth(since: none.marks) }
        #expect(next.visits.map(\.outcome) == ["failed"])
    }

    @Test func `a store counts its transactions, and tells how large it is`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path("o.db"), now: ManualTime.monday)
        try await store.write { try $0.keep(Notice(.configuration, at: ManualTime.monday, text: "x")) }
        let measures = try #require(store.measures())
        #expect(measures.writes.count == 1 && measures.busy == 0 && measures.unwritable == 0)
        #expect((measures.size ?? 0) > 0 && (measures.logSize ?? 0) > 0 && (measures.room ?? 0) > 0)
        #expect(!SQLiteStore.isOlder(path: folder.path("o.db")))
        try await store.write {
            _ = try $0.execute("DELETE FROM migration WHERE number = (SELECT max(number) FROM migration)")
        }
        try await store.close()
        #expect(SQLiteStore.isOlder(path: folder.path("o.db")))
        #expect(!SQLiteStore.isOlder(path: folder.path("none.db")))
    }
}
