import Complaints
import TestSupport
import Testing

@Suite struct RoutingTests {
    private func facts(_ change: (inout EventFacts) -> Void = { _ in }) -> EventFacts {
        var facts = EventFacts(type: "ombud.case.opened")
        facts.subject = "Acme"
        facts.sources = ["forum", "acme-opinions"]
        facts.policy = "pl-consumer"
        facts.topic = "delivery"
        facts.urgency = .normal
        facts.languages = ["pt-BR"]
        facts.owner = "anna"
        facts.isOfCase = true
        facts.reach = 3
        facts.isLegal = false
        change(&facts)
        return facts
    }

    private static func route(_ change: (inout Route) -> Void) -> Route {
        var route = Route(to: ["desk"])
        change(&route)
        return route
    }

    @Test(arguments: [
        ("ombud.*", "ombud.case.opened", true), ("*", "ombud.test", true),
        ("ombud.case.*", "ombud.case.opened", true), ("ombud.case.*", "ombud.mention.flagged", false),
        ("ombud.case.opened", "ombud.case.opened", true), ("*.opened", "ombud.case.opened", true),
        ("ombud.case.opened", "ombud.case.opened2", false), ("ombud.case", "ombud.case.opened", false),
        ("o*d.*ed", "ombud.case.opened", true), ("o*d.*ed", "ombud.case.opens", false),
        ("", "ombud.test", false),
    ])
    func `a route takes a whole type, or a pattern of it`(pattern: String, type: String, takes: Bool) {
        #expect(Route(types: ["ombud.nothing", pattern], to: ["desk"]).takes(type: type) == takes)
    }

    static let matchers: [(String, @Sendable (inout Route) -> Void, Bool)] = [
        ("no condition", { _ in }, true),
        ("subject", { $0.subjects = [Glob("Zenit"), Glob("Ac*")] }, true),
        ("subject", { $0.subjects = [Glob("Zenit")] }, false),
        ("any of its sources", { $0.sources = [Glob("forum")] }, true),
        ("source", { $0.sources = [Glob("*.example")] }, false),
        ("policy", { $0.policies = [Glob("pl-*")] }, true),
        ("topic", { $0.topics = [Glob("refund")] }, false),
        ("urgency", { $0.urgencies = [.normal, .high] }, true),
        ("urgency", { $0.urgencies = [.high] }, false),
        ("a language takes its regions", { $0.languages = ["PT"] }, true),
        ("a region takes no other", { $0.languages = ["pt-PT"] }, false),
        ("owner", { $0.owners = [.nobody, .named(Glob("ann*"))] }, true),
        ("nobody", { $0.owners = [.nobody] }, false),
        ("reach", { $0.reach = 3...Int.max }, true), ("reach", { $0.reach = 1...2 }, false),
        ("legal", { $0.isLegal = false }, true), ("legal", { $0.isLegal = true }, false),
        ("every condition has to hold", { ($0.languages, $0.isLegal) = (["pt"], true) }, false),
    ]

    @Test(arguments: matchers.indices)
    func `conditions`(index: Int) {
        let (what, change, takes) = Self.matchers[index]
        let route = Self.route(change)
        #expect(route.takes(facts()) == takes, "\(what)")
        #expect(route.misses(facts()).isEmpty == takes, "\(what)")
    }

    @Test func `what an event says nothing of takes no route that asks for it`() {
        let bare = EventFacts(type: "ombud.source.blind")
        for (what, change, _) in Self.matchers.dropFirst() {
            #expect(!Self.route(change).takes(bare), "\(what)")
        }
        #expect(Self.route { $0.owners = [.nobody] }.takes(facts { $0.owner = nil }))
        #expect(
            Self.route { $0.urgencies = [.high] }.misses(bare) == [
                "the event says no urgency; high is wanted"
            ])
    }

    @Test func `the first route that matches takes the event, or all while they say to go on`() {
        let routes = [
            Route(types: ["ombud.case.*"], to: ["desk", "chat"], continues: true),
            Route(types: ["ombud.source.*"], to: ["ops"]), Route(types: ["*"], to: ["log", "desk"]),
            Route(to: ["never"]),
        ]
        let routing = Routing(facts(), by: routes)
        #expect(routing.endpoints == ["desk", "chat", "log"])
        #expect(
            routing.steps == [
                .taken, .passedOver(["type is ombud.case.opened; ombud.source.* is wanted"]), .taken,
                .notAsked(takenBy: 2),
            ])
        #expect(Routing.endpoints(for: facts(), by: routes) == routing.endpoints)
        #expect(Routing(facts(), by: []).endpoints == [])
    }

    @Test func `facts of a stored body are those that the event had when it was routed`() throws {
        for type in EventType.allCases {
            let (_, data) = SampleEvent.content(
                of: type, words: "Źle.", author: "Ola", time: ManualTime.monday)
            let told = try ToldEvent(
                SampleEvent.body(type, words: "Źle.", author: "Ola", time: ManualTime.monday))
            #expect(EventFacts(told) == EventFacts(type, data), "\(type)")
        }
    }

    @Test func `a case's facts are those of all its mentions`() throws {
        let told = try ToldEvent(SampleEvent.body(.caseMissed))
        let facts = EventFacts(told)
        #expect(facts.sources == ["acme-opinions"] && facts.languages == ["pl"] && facts.owner == "anna")
        #expect(facts.policy == "pl-consumer" && facts.reach == 3 && facts.urgency == .high)
        #expect(facts.subject == "Acme" && facts.topic == "delivery" && facts.isLegal == false)
    }

    @Test func `a body that says things in another shape is read for the rest`() throws {
        let told = try ToldEvent(
            Array(
                #"{"type":"ombud.case.opened","time":7,"data":{"case":{"urgency":"high"},"reach":"x"}}"#.utf8)
        )
        #expect(EventFacts(told).urgency == .high && EventFacts(told).reach == nil)
        #expect(throws: ToldEvent.Fault.self) { try ToldEvent(Array("[]".utf8)) }
        #expect(throws: ToldEvent.Fault.self) { try ToldEvent(Array("{}".utf8)) }
    }
}

@Suite struct RouteAuditTests {
    private static func route(
        _ types: [String]? = nil, continues: Bool = false, _ change: (inout Route) -> Void = { _ in }
    ) -> Route {
        var route = Route(types: types, to: ["desk"], continues: continues)
        change(&route)
        return route
    }

    static let lists: [(String, [Route], unreachable: [Int])] = [
        ("the same twice", [route(["ombud.*"]), route(["ombud.case.*"])], [1]),
        ("the first goes on", [route(["ombud.*"], continues: true), route(["ombud.case.*"])], []),
        ("the narrower first", [route(["ombud.case.*"]), route(["ombud.*"])], []),
        (
            "two share it out",
            [
                route(["ombud.case.*", "ombud.mention.*"]), route(["ombud.promise.*"]),
                route(["ombud.promise.kept", "ombud.case.opened"]),
            ], [2]
        ),
        (
            "urgencies that are shared out leave those without",
            [route { $0.urgencies = [.low, .normal] }, route { $0.urgencies = [.high] }, route()], []
        ),
        (
            "urgencies shared out take what asks for one",
            [
                route { $0.urgencies = [.low, .normal] }, route { $0.urgencies = [.high] },
                route(["ombud.case.*"]) { $0.urgencies = [.normal, .high] },
            ], [2]
        ),
        (
            "a narrower pattern of names",
            [route { $0.sources = [Glob("acme-*")] }, route { $0.sources = [Glob("acme-forum*")] }], [1]
        ),
        (
            "another name",
            [route { $0.sources = [Glob("acme-*")] }, route { $0.sources = [Glob("acme-*"), Glob("x")] }], []
        ),
        ("reach within", [route { $0.reach = 2...Int.max }, route { $0.reach = 5...9 }], [1]),
        ("reach beyond", [route { $0.reach = 2...8 }, route { $0.reach = 5...9 }], []),
        ("a language within", [route { $0.languages = ["pt"] }, route { $0.languages = ["pt-BR"] }], [1]),
        ("owner", [route { $0.owners = [.named(Glob("*"))] }, route { $0.owners = [.nobody] }], []),
        (
            "law", [route { $0.isLegal = true }, route { $0.isLegal = false }, route { $0.isLegal = true }],
            [2]
        ),
    ]

    @Test(arguments: lists.indices)
    func `a route that nothing reaches is found`(index: Int) {
        let (what, routes, unreachable) = Self.lists[index]
        #expect(RouteAudit.unreachable(routes).map(\.route) == unreachable, "\(what)")
    }

    @Test func `types that no route takes are found; what is sent to those whom it concerns is none`() {
        let untaken = RouteAudit.untaken([Self.route(["ombud.case.*", "ombud.promise.*"])])
        #expect(untaken.contains(.sourceBlind) && untaken.contains(.mentionFlagged))
        #expect(
            !untaken.contains(.caseOpened) && !untaken.contains(.test) && !untaken.contains(.endpointDisabled)
        )
        #expect(RouteAudit.untaken([Self.route { $0.isLegal = true }]).isEmpty)
    }
}
