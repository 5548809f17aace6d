import Complaints
import Storage
import TestSupport
import Testing

/// How a source's records look, as the store keeps it.
@Suite struct ContractTableTests {
    private let now = ManualTime.monday

    private var learned: Contract {
        var contract = Contract()
        for visit in 0..<2 {
            let records = (0..<6).map {
                Record.make("Nobody answers, number \($0).", id: "r\(visit)-\($0)", author: "Anna \($0)")
            }
            contract.learn(Batch(records: records, firstPage: 6, now: now))
        }
        // As exactly as it is kept.
        return Contract(text: contract.text) ?? contract
    }

    private var broken: SourceContract.Broken {
        SourceContract.Broken(
            since: now, way: .rule,
            breaches: [Breach(.author, before: "\"Anna\"", after: "filled in none of 6")],
            held: [HeldRecord(.make("It is \"quoted\"\nand long.", rating: Rating(value: 1, best: 5)))],
            heldHash: -3)
    }

    @Test(arguments: Engine.allCases)
    func `a contract comes back as it was kept, broken or not`(engine: Engine) async throws {
        try await engine.withStore { store in
            let (learned, broken) = (learned, broken)
            try await store.write { session in
                try session.makeSource("a", "b")
                #expect(try session.contract(of: "a") == nil)
                var contract = SourceContract(readAs: 7, contract: learned)
                try session.keep(contract, of: "a")
                #expect(try session.contract(of: "a") == contract)
                contract.broken = broken
                contract.accepted = .init(at: ManualTime.monday, by: "ola")
                try session.keep(contract, of: "a")
                #expect(try session.contract(of: "a") == contract)
                try session.mendContract(of: "a")
                contract.broken = nil
                #expect(try session.contract(of: "a") == contract)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what people accept is forgotten, and its pages are read in full at once`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            let (learned, broken, now) = (learned, broken, now)
            try await store.write { session in
                try session.makeSource("a", "b", now: now - .seconds(60))
                try session.postpone("a", to: now + .seconds(900))
                try session.keep(PageState(url: "u", etag: "\"1\"", bodyHash: 5, readAs: 7), of: "a")
                #expect(try !session.acceptContract(of: "a", by: "ola", now: now))
                try session.keep(SourceContract(readAs: 7, contract: learned, broken: broken), of: "a")
                #expect(try session.acceptContract(of: "a", by: "ola", now: now))
                let left = try #require(try session.contract(of: "a"))
                #expect(left.broken == nil && left.contract.isLearning && left.accepted?.by == "ola")
                let page = try #require(try session.pageStates(of: "a").first)
                #expect(page.etag == nil && page.bodyHash == nil)
                #expect(try session.sourceStatuses("a").first?.nextVisit == now)
                // A visit that began before must not undo it, one that begins later may.
                #expect(try session.isAccepted("a", since: now - .seconds(1)))
                #expect(try !session.isAccepted("a", since: now + .seconds(1)))
                #expect(try !session.isAccepted("b", since: now))
                #expect(try !session.acceptContract(of: "a", by: "ola", now: now))
            }
        }
    }

    @Test func `another address under an old name looks as it looks`() async throws {
        try await Engine.memory.withStore { store in
            let (learned, now) = (learned, now)
            try await store.write { session in
                try session.makeSource("a")
                try session.keep(SourceContract(readAs: 7, contract: learned), of: "a")
                try session.keepSources([.make("a", url: "https://elsewhere.example/")], now: now)
                #expect(try session.contract(of: "a") == nil)
            }
        }
    }
}
