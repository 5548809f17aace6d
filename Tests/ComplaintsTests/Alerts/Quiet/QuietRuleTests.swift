import TestSupport
import Testing

@testable import Complaints

/// What becomes of an alert, and why.
@Suite struct QuietRuleTests {
    private static let hours = QuietHours([.init(from: 20 * 60, to: 7 * 60)], zone: .utc)
    private static let daily = DigestSchedule(.daily, minute: 8 * 60, zone: .utc)
    private static let night = instant("2026-03-02T22:00:00Z")
    private static let noon = instant("2026-03-02T12:00:00Z")
    private static let morning = instant("2026-03-03T07:00:00Z")

    private static func facts(
        _ type: EventType = .caseOpened, due: String? = nil, missed: Bool = false, late: Bool = false
    ) -> QuietFacts {
        QuietFacts(
            type: type, about: "case/42", case: CaseID(42), subject: "Acme", source: "forum",
            statuteDue: due.map(instant), isStatuteMissed: missed, isLate: late)
    }

    private static func silence(until: String, _ covers: Silence.Cover = .init()) -> Silence {
        Silence(
            id: SilenceID(3), made: ManualTime.monday, by: "ola", until: instant(until), why: "moving",
            covers: covers)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var settings = QuietSettings()
        var silences: [Silence] = []
        var facts = QuietRuleTests.facts()
        var state = QuietRule.State()
        var now = QuietRuleTests.noon
        var wanted: QuietRule.Decision
        var testDescription: String { what }
    }

    private static let empty = TokenBucket(tokens: 0, at: noon)
    private static let budget = AlertBudget(perHour: 30, burst: 10)
    private static let group = AlertGroup(by: [.case])

    @Test(arguments: [
        Case(what: "nothing holds", wanted: .send(.nothingHolds)),
        Case(
            what: "quiet hours hold", settings: .init(hours: hours), now: night,
            wanted: .hold(Holder(.quietHours), until: morning)),
        Case(what: "by day they do not", settings: .init(hours: hours), wanted: .send(.nothingHolds)),
        Case(
            what: "a statute due at night is not held", settings: .init(hours: hours),
            facts: facts(due: "2026-03-03T05:00:00Z"), now: night,
            wanted: .send(.statute(due: instant("2026-03-03T05:00:00Z")))),
        Case(
            what: "operators hear at night that an endpoint is off",
            settings: .init(group: group, digest: daily, hours: hours, budget: budget),
            facts: facts(.endpointDisabled), state: .init(bucket: empty), now: night,
            wanted: .send(.operators)),
        Case(
            what: "and that the store is full", settings: .init(hours: hours), facts: facts(.storeHalted),
            now: night, wanted: .send(.operators)),
        Case(
            what: "a silence that somebody made holds that as well",
            silences: [silence(until: "2026-03-02T14:00:00Z")], facts: facts(.storeHalted),
            wanted: .hold(Holder(.silence, "3"), until: instant("2026-03-02T14:00:00Z"))),
        Case(
            what: "nor one due soon after the night", settings: .init(hours: hours),
            facts: facts(due: "2026-03-03T11:00:00Z"), now: night,
            wanted: .send(.statute(due: instant("2026-03-03T11:00:00Z")))),
        Case(
            what: "one due later waits", settings: .init(hours: hours),
            facts: facts(due: "2026-03-03T11:00:01Z"), now: night,
            wanted: .hold(Holder(.quietHours), until: morning)),
        Case(
            what: "a statute that was missed is told at night", settings: .init(hours: hours),
            facts: facts(.caseMissed, missed: true), now: night, wanted: .send(.statute(due: nil))),
        Case(
            what: "a deadline of the house that was missed waits for the morning",
            settings: .init(hours: hours),
            facts: facts(.caseMissed), now: night, wanted: .hold(Holder(.quietHours), until: morning)),
        Case(
            what: "a test is not held", settings: .init(hours: hours),
            silences: [silence(until: "2026-04-01T00:00:00Z")], facts: facts(.test), now: night,
            wanted: .send(.always)),
        Case(
            what: "a digest is not held", settings: .init(digest: daily, hours: hours),
            silences: [silence(until: "2026-04-01T00:00:00Z")], facts: facts(.digest), now: night,
            wanted: .send(.always)),
        Case(
            what: "a daily digest gathers", settings: .init(digest: daily),
            wanted: .hold(Holder(.digest), until: instant("2026-03-03T08:00:00Z"))),
        Case(
            what: "what comes at night goes into the digest, not before it",
            settings: .init(digest: daily, hours: hours), now: night,
            wanted: .hold(Holder(.digest), until: instant("2026-03-03T08:00:00Z"))),
        Case(
            what: "a statute does not wait for the digest", settings: .init(digest: daily),
            facts: facts(due: "2026-03-03T10:00:00Z"),
            wanted: .send(.statute(due: instant("2026-03-03T10:00:00Z")))),
        Case(
            what: "a silence holds", silences: [silence(until: "2026-03-02T18:00:00Z")],
            wanted: .hold(Holder(.silence, "3"), until: instant("2026-03-02T18:00:00Z"))),
        Case(
            what: "a silence of something else does not",
            silences: [silence(until: "2026-03-02T18:00:00Z", .init(subjects: ["Other"]))],
            wanted: .send(.nothingHolds)),
        Case(
            what: "a silence that is over does not", silences: [silence(until: "2026-03-02T12:00:00Z")],
            wanted: .send(.nothingHolds)),
        Case(
            what: "a silence holds a statute until the last moment",
            silences: [silence(until: "2026-03-05T00:00:00Z")], facts: facts(due: "2026-03-03T12:00:00Z"),
            wanted: .hold(Holder(.silence, "3"), until: instant("2026-03-03T08:00:00Z"))),
        Case(
            what: "a silence does not hold a statute that is near",
            silences: [silence(until: "2026-03-05T00:00:00Z")], facts: facts(due: "2026-03-02T15:00:00Z"),
            wanted: .send(.statute(due: instant("2026-03-02T15:00:00Z")))),
        Case(
            what: "the first of a group waits", settings: .init(group: group),
            wanted: .hold(Holder(.group, "case/42"), until: noon + .seconds(30))),
        Case(
            what: "the next joins it", settings: .init(group: group),
            state: .init(groupDue: noon + .seconds(4)),
            wanted: .hold(Holder(.group, "case/42"), until: noon + .seconds(4))),
        Case(
            what: "after it was told a group waits for its interval", settings: .init(group: group),
            state: .init(groupTold: noon - .seconds(60)),
            wanted: .hold(Holder(.group, "case/42"), until: noon + .seconds(240))),
        Case(
            what: "long after it was told a group is as new", settings: .init(group: group),
            state: .init(groupTold: noon - .seconds(6000)),
            wanted: .hold(Holder(.group, "case/42"), until: noon + .seconds(30))),
        Case(
            what: "a group that was told in the future was told now", settings: .init(group: group),
            state: .init(groupTold: noon + .seconds(1_000_000)),
            wanted: .hold(Holder(.group, "case/42"), until: noon + .seconds(300))),
        Case(
            what: "a near statute waits for no group", settings: .init(group: group),
            facts: facts(due: "2026-03-02T13:00:00Z"),
            wanted: .send(.statute(due: instant("2026-03-02T13:00:00Z")))),
        Case(what: "a budget lets out", settings: .init(budget: budget), wanted: .send(.nothingHolds)),
        Case(
            what: "a spent budget holds", settings: .init(budget: budget), state: .init(bucket: empty),
            wanted: .hold(Holder(.budget), until: noon + .seconds(120))),
        Case(
            what: "what waits for the budget goes first", settings: .init(budget: budget),
            state: .init(overflowDue: noon + .seconds(1), bucket: .init(tokens: 5, at: noon)),
            wanted: .hold(Holder(.budget), until: noon + .seconds(1))),
        Case(
            what: "a miss waits for no budget", settings: .init(budget: budget),
            facts: facts(.caseMissed), state: .init(bucket: empty), wanted: .send(.missed)),
        Case(
            what: "a near statute waits for no budget", settings: .init(budget: budget),
            facts: facts(.caseWarning, due: "2026-03-02T14:00:00Z"), state: .init(bucket: empty),
            wanted: .send(.statute(due: instant("2026-03-02T14:00:00Z")))),
        Case(
            what: "a miss of a time when nothing ran is one of many", settings: .init(budget: budget),
            facts: facts(.caseMissed, late: true), state: .init(bucket: empty),
            wanted: .hold(Holder(.budget), until: noon + .seconds(120))),
    ])
    func `each alert goes out or waits, for a reason`(example: Case) {
        let rule = QuietRule(endpoint: "desk", settings: example.settings, silences: example.silences)
        #expect(rule.decide(example.facts, state: example.state, now: example.now).decision == example.wanted)
    }

    @Test func `what a silence held goes out when it ends, in quiet hours in the morning`() {
        let rule = QuietRule(endpoint: "desk", settings: .init(hours: Self.hours), silences: [])
        #expect(rule.stillHeld(Self.facts(), after: .silence, now: Self.noon) == nil)
        let night = rule.stillHeld(Self.facts(), after: .silence, now: Self.night)
        #expect(night?.0 == Holder(.quietHours) && night?.until == Self.morning)
        // What has waited for its group, or the digest, does not wait for it again.
        let other = QuietRule(
            endpoint: "desk", settings: .init(group: Self.group, digest: Self.daily), silences: [])
        #expect(other.stillHeld(Self.facts(), after: .digest, now: Self.noon) == nil)
    }

    @Test func `under two silences the longer one holds`() {
        var longer = Self.silence(until: "2026-03-03T00:00:00Z")
        longer.id = SilenceID(4)
        let rule = QuietRule(
            endpoint: "desk", settings: .none,
            silences: [longer, Self.silence(until: "2026-03-02T18:00:00Z")])
        #expect(
            rule.decide(Self.facts(), state: .init(), now: Self.noon).decision
                == .hold(Holder(.silence, "4"), until: longer.until))
    }

    @Test(arguments: [
        (Silence.Cover(), true), (.init(endpoints: ["desk"]), true), (.init(endpoints: ["other"]), false),
        (.init(types: ["ombud.case.*"]), true),
        (.init(types: ["ombud.source.*", "ombud.case.opened"]), true),
        (.init(types: ["ombud.case"]), false), (.init(subjects: ["Acme"], cases: [CaseID(42)]), true),
        (.init(subjects: ["Acme"], cases: [CaseID(43)]), false), (.init(sources: ["forum", "x"]), true),
        (.init(sources: ["x"]), false),
    ])
    func `a silence covers what fits every kind that it names`(covers: Silence.Cover, fits: Bool) {
        #expect(covers.takes(Self.facts(), to: "desk") == fits)
    }

    @Test func `a silence of a case does not hold what is about none`() {
        let facts = QuietFacts(type: .sourceBlind, about: "source/forum", subject: "Acme", source: "forum")
        #expect(!Silence.Cover(cases: [CaseID(42)]).takes(facts, to: "desk"))
    }

    @Test(arguments: [
        ([AlertGroup.Trait.case], "case/42"), ([.source], "source/forum"),
        ([.subject, .type], "subject/Acme type/ombud.case.opened"),
        ([.incident], "case/42"), ([.all], "all"),
    ])
    func `a group's key names what its alerts share`(by: [AlertGroup.Trait], key: String) {
        #expect(AlertGroup(by: by).key(Self.facts()) == key)
    }

    @Test func `what is held longer than the settings now want is pulled in`() {
        let rule = QuietRule(
            endpoint: "desk", settings: .init(hours: Self.hours), silences: [])
        #expect(rule.furthest(Holder(.quietHours), bucket: nil, now: Self.night) == Self.morning)
        #expect(rule.furthest(Holder(.quietHours), bucket: nil, now: Self.noon) == Self.noon)
        for kind in [Holder.Kind.digest, .group, .budget, .silence] {
            #expect(rule.furthest(Holder(kind, "3"), bucket: nil, now: Self.noon) == Self.noon)
        }
    }

    @Test(arguments: Holder.Kind.allCases)
    func `what holds is read back as it was written`(kind: Holder.Kind) {
        for key in ["", "case/42", "source/a b/c"] {
            #expect(Holder(Holder(kind, key).description) == Holder(kind, key))
        }
    }
}
