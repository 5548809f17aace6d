import Complaints
import Testing

/// What people type to search.
struct SearchQueryTests {
    typealias Clause = SearchQuery.Clause

    private static func word(
        _ words: String..., prefix: Bool = false, in field: SearchQuery.Field? = nil
    ) -> Clause {
        .phrase(.init(words, isPrefix: prefix, field: field))
    }

    private static let meanings: [(String, Clause)] = [
        ("lost", word("lost")),
        ("Żabka", word("zabka")),
        ("stróże", word("stroze")),
        ("łódź", word("lodz")),
        ("Größe", word("grosse")),
        ("ёлка", word("елка")),
        ("lost parcel", .all([word("lost"), word("parcel")], but: [])),
        ("lost AND parcel", .all([word("lost"), word("parcel")], but: [])),
        ("lost OR late", .any([word("lost"), word("late")])),
        ("lost | late | slow", .any([word("lost"), word("late"), word("slow")])),
        ("paid lost OR late", .all([word("paid"), .any([word("lost"), word("late")])], but: [])),
        ("\"was lost\"", word("was", "lost")),
        ("„was lost”", word("was", "lost")),
        ("«was lost» now", .all([word("was", "lost"), word("now")], but: [])),
        ("\"was lost", word("was", "lost")),
        ("rekl*", word("rekl", prefix: true)),
        ("\"zwrot rekl\"*", word("zwrot", "rekl", prefix: true)),
        ("lost -late", .all([word("lost")], but: [word("late")])),
        ("lost NOT late", .all([word("lost")], but: [word("late")])),
        ("lost -\"too late\"", .all([word("lost")], but: [word("too", "late")])),
        ("lost - late", .all([word("lost"), word("late")], but: [])),
        ("e-mail", word("e", "mail")),
        ("anna@shop.example", word("anna", "shop", "example")),
        ("#42", word("42")),
        ("author:anna", word("anna", in: .author)),
        ("AUTHOR:anna", word("anna", in: .author)),
        ("author:\"Anna Nowak\"", word("anna", "nowak", in: .author)),
        ("note:call* lost", .all([word("call", prefix: true, in: .note), word("lost")], but: [])),
        ("author:", word("author")),
        ("https://shop.example/a?b=c", word("https", "shop", "example", "a", "b", "c")),
        ("12:30", word("12", "30")),
        ("退款", word("退", "款")),
        ("환불", word("환", "불")),
        ("(lost OR late) paid", .all([.any([word("lost"), word("late")]), word("paid")], but: [])),
        ("paid -(lost late)", .all([word("paid")], but: [.all([word("lost"), word("late")], but: [])])),
        ("lost)", word("lost")),
        ("((lost", word("lost")),
        ("lost :)", word("lost")),
        ("OR lost", word("lost")),
        ("lost OR", word("lost")),
        ("'; DROP TABLE case --", .all([word("drop"), word("table"), word("case")], but: [])),
        ("a*b", word("a", "b")),
        ("NEAR(lost late)", .all([word("near", "lost"), word("late")], but: [])),
    ]

    @Test(arguments: meanings)
    func `what is typed means what people expect`(text: String, clause: Clause) throws {
        let query = try SearchQuery(text)
        #expect(query.clause == clause)
        #expect(query.filters.isEmpty)
    }

    @Test func `a word that can be written in another alphabet is looked for in both`() throws {
        let query = try SearchQuery("paris")
        // р, а, і, ѕ look like p, a, i, s; r has no twin, so this one has none.
        #expect(query.clause == .phrase(.init(["paris"])))
        #expect(
            try SearchQuery("expose").clause
                == .any([.phrase(.init(["expose"])), .phrase(.init(["ехроѕе"]))]))
    }

    @Test(arguments: [
        ("lost case:42", [SearchQuery.Filter(.case, "42")]),
        ("case:#42", [.init(.case, "42")]),
        ("mention:m7 x", [.init(.mention, "7")]),
        ("x -source:forum", [.init(.source, "forum", isExcluded: true)]),
        ("tag:\"two words\" lang:pl", [.init(.tag, "two words"), .init(.language, "pl")]),
        (
            "owner:ola state:open topic:refund subject:Acme*",
            [
                .init(.owner, "ola"), .init(.state, "open"), .init(.topic, "refund"),
                .init(.subject, "Acme*"),
            ]
        ),
    ])
    func `filters are told from words`(text: String, filters: [SearchQuery.Filter]) throws {
        #expect(try SearchQuery(text).filters == filters)
    }

    @Test func `a case that is no number is a word`() throws {
        #expect(try SearchQuery("case:closed").clause == .phrase(.init(["case", "closed"])))
    }

    @Test(arguments: ["", "  ", "!!!", "#", "\"\"", "-", "*", "()", "-source:x"])
    func `where nothing can be looked for it is said`(text: String) {
        #expect(throws: SearchQuery.Fault.nothing(text)) { try SearchQuery(text) }
    }

    @Test func `only what must not be there is not enough, and too much is too much`() {
        #expect(throws: SearchQuery.Fault.onlyUnwanted) { try SearchQuery("-lost") }
        let many = (0..<65).map { "w\($0)" }.joined(separator: " ")
        #expect(throws: SearchQuery.Fault.tooMany(65)) { try SearchQuery(many) }
    }

    @Test func `nothing that is typed stops the parser`() {
        var chance = Lehmer(seed: 11)
        let pieces = [
            "(", ")", "\"", "-", "*", ":", "OR", "NOT", "AND", "a", "ż", "退", "author:", "case:", " ", "“",
            "\n", "😀",
        ]
        var read = 0
        for _ in 0..<3000 {
            let text = (0..<Int(chance.next() % 14)).map { _ in
                pieces[Int(chance.next() % UInt64(pieces.count))]
            }.joined()
            do {
                _ = try SearchQuery(text)
                read += 1
            } catch {
                #expect(!"\(error)".isEmpty, "\(text)")
            }
        }
        #expect(read > 1000, "most of it is a query")
    }
}

/// Chance that is the same in every run.
struct Lehmer {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 1 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
