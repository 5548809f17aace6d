import Complaints
import Storage
import TestSupport
import Testing

/// What reports read, over every engine.
@Suite struct ReportTableTests {
    private let now = ManualTime.monday

    @Test(arguments: Engine.allCases)
    func `a case is read with what its first mention says, and one without mentions too`(
        engine: Engine
    )
        async throws
    {
        try await engine.withStore { store in
            try await store.write { session in
                try session.makeSource("a", "b")
                let (one, bare) = (try session.makeCase(), try session.makeCase())
                for (source, cause) in [("b", "late"), ("a", "rude")] {
                    let mention = Mention.make(
                        source: SourceID(source), author: "Anna",
                        score: Score(value: 0.9, isFlagged: true, cause: cause))
                    try session.setCase(one, of: try session.addMention(mention))
                }
                for id in [one, bare] {
                    try session.keepClock(
                        ClockReading(name: "answer", due: now, state: .running), place: 0, of: id)
                }
            }
            let found = try await store.read { try $0.reportedCases(before: now + .seconds(1)) }
            #expect(found.map(\.source) == ["b", nil] && found.map(\.cause) == ["late", nil])
            #expect(found[0].author == "Anna" && found[0].isFlagged)
            #expect(try await store.read { try $0.reportedCases(before: now) }.isEmpty)
            let clocks = try await store.read {
                try $0.reportedClocks(from: now, before: now + .seconds(1))
            }
            #expect(
                clocks.map(\.name) == ["answer", "answer"] && clocks.map(\.state) == [.running, .running])
        }
    }

    @Test(arguments: Engine.allCases)
    func `only the turns that are asked for are read, in the order of writing, with who has the case then`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            let id = try await store.write { session in
                let id = try session.makeCase()
                func add(_ what: TimelineEntry.What, _ note: String? = nil) throws {
                    try session.addTimeline(TimelineEntry(at: now, by: "jan", what: what, note: note), of: id)
                }
                try add(.opened)
                try add(.assigned, "to ola: she knows them")
                try add(.noted, "to nobody")
                try add(.assigned, "to ewa, as #4 was")
                try add(.resolved)
                try add(.assigned, "to jan")
                return id
            }
            let found = try await store.read { try $0.caseTurns([.assigned, .resolved]) }
            #expect(found.map(\.what) == [.assigned, .assigned, .resolved, .assigned])
            #expect(found.map(\.owner) == ["ola", "ewa", nil, "jan"] && found.allSatisfy { $0.caseID == id })
            #expect(try await store.read { try $0.caseTurns([]) }.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `mentions come with their source, and each source with its first look`(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { session in
                try session.makeSource("a")
                for hours in 0...2 {
                    _ = try session.addMention(.make(source: "a", seen: now + .seconds(hours * 3600)))
                }
            }
            let (seen, looks) = try await store.read { session in
                var seen: [Instant] = []
                try session.reportedMentions(from: now + .seconds(1), before: now + .seconds(7200)) {
                    seen.append($0.seen)
                }
                return (seen, try session.firstLooks())
            }
            #expect(seen == [now + .seconds(3600)] && looks == ["a": now])
        }
    }
}
