import Complaints
import Foundation
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Drafts of replies, and what may not leave in them.
@Suite struct ReplyTests {
    private typealias Review = ListPage.Review

    @Test(arguments: [
        "Ask ola about it.", "We know that she is a difficult person and shouts.",
        "See http://192.168.1.4/case",
    ])
    func `a reply with something inside in it is refused, and nothing is recorded`(text: String) async throws
    {
        try await World.with { world in
            try await world.visit(Review("r1"))
            _ = try await world.desk().note("she is a difficult person and shouts", on: CaseID(1))
            let before = try await world.timeline()
            let refusal = await #expect(throws: Desk.Refusal.self) {
                _ = try await world.desk().reply(text, to: CaseID(1))
            }
            guard case .unfit(let sentence) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(sentence.hasPrefix("the reply holds what must stay inside: "))
            #expect(try await world.timeline() == before)
            #expect(try await world.cases().first?.state == .new)
            // What was published already is told as it was.
            _ = try await world.desk().reply(text, to: CaseID(1), anyway: true)
            #expect(try await world.cases().first?.state == .answered)
        }
    }

    @Test func `another customer is not named to this one`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1"), Review("r2", author: "Piotr Zawada"))
            await #expect(throws: Desk.Refusal.self) {
                _ = try await world.desk().reply("Piotr Zawada has the same trouble.", to: CaseID(1))
            }
            let own = try await world.cases().count
            #expect(own == 2)
            _ = try await world.desk().reply("Dear Piotr Zawada, sorry.", to: CaseID(2))
        }
    }
}
