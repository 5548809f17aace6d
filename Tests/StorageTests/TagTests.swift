import Complaints
import Storage
import TestSupport
import Testing

/// Words that staff put on cases, and what cases have to do with one another.
struct TagTests {
    @Test(arguments: Engine.allCases)
    func `a tag is on a case once, is counted, and goes`(engine: Engine) async throws {
        let now = ManualTime.monday
        try await engine.withStore { store in
            try await store.write { session in
                let ids = try (0..<3).map { _ in try session.makeCase() }
                let (vip, late) = (try Complaints.Tag("VIP"), try Complaints.Tag("late"))
                #expect(try session.addTag(vip, to: ids[0], at: now, by: "ola"))
                #expect(try !session.addTag(Complaints.Tag(" vip "), to: ids[0], at: now, by: "jan"))
                try session.addTag(late, to: ids[0], at: now, by: "ola")
                try session.addTag(vip, to: ids[1], at: now + .seconds(5), by: "ola")
                #expect(try session.tags(of: ids[0]) == [late, vip])
                #expect(try session.tags(ofCases: ids) == [ids[0]: [late, vip], ids[1]: [vip]])
                var over = try #require(try session.case(ids[1]))
                over.state = .resolved
                try session.update(over)
                #expect(
                    try session.tagUses() == [
                        TagUse(tag: late, active: 1, all: 1, last: now),
                        TagUse(tag: vip, active: 1, all: 2, last: now + .seconds(5)),
                    ])
                #expect(try session.removeTag(late, of: ids[0]))
                #expect(try !session.removeTag(late, of: ids[0]))
                #expect(try session.tags(of: ids[0]) == [vip])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a link is seen from both cases, is there once, and goes from either side`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            try await store.write { session in
                let ids = try (0..<3).map { _ in try session.makeCase() }
                func link(_ target: CaseLink.Target, _ kind: CaseLink.Kind) -> CaseLink {
                    CaseLink(target: target, kind: kind, at: ManualTime.monday, by: "ola", why: "same lorry")
                }
                #expect(try session.addLink(link(.case(ids[0]), .related), to: ids[1]))
                #expect(try !session.addLink(link(.case(ids[1]), .related), to: ids[0]))
                #expect(try session.addLink(link(.case(ids[2]), .causes), to: ids[1]))
                #expect(try session.addLink(link(.url("https://a.example/1"), .related), to: ids[1]))
                #expect(
                    try session.links(of: ids[1]).map(\.kind) == [.related, .causes, .related])
                #expect(try session.links(of: ids[2]) == [link(.case(ids[1]), .causedBy)])
                #expect(
                    try session.links(ofCases: ids).mapValues(\.count) == [ids[0]: 1, ids[1]: 3, ids[2]: 1])
                #expect(try session.isReached(ids[1], from: ids[2], along: .causedBy))
                #expect(try !session.isReached(ids[2], from: ids[1], along: .causedBy))
                #expect(try session.removeLinks(of: ids[2], to: .case(ids[1])) == [.causedBy])
                #expect(try session.removeLinks(of: ids[2], to: .case(ids[1])).isEmpty)
                #expect(try session.links(of: ids[1]).count == 2)
            }
        }
    }
}
