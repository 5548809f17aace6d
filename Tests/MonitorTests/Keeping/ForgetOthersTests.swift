import Complaints
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// What others wrote stays theirs, and a run that was stopped is finished by the next.
struct ForgetOthersTests {
    private static let jan = "Jan Kowalski"
    private static let custom = "I would like to get my money back as soon as possible, thank you."
    private static let troubles = [
        "The grey kettle leaked all over the kitchen.", "A parcel was lost, and the courier lied about it.",
        "My invoice was charged twice in one month.", "The battery burnt through the wooden table.",
        "Rude staff at the desk laughed at me.", "The heating has been broken since October.",
    ]

    @Test func `a phrase that several others wrote, too, stays with them`() async throws {
        try await World.with { world in
            let authors = [Self.jan, "Ewa Nowak", "Ola Lis", "Bo Kot", "Al Zet", "Cy Wit"]
            try await world.visit(
                all: zip(authors, Self.troubles).enumerated().map {
                    .init("r\($0)", author: $1.0, text: "Terrible. \($1.1) \(Self.custom)")
                })
            let before = try await world.store.read { try $0.mentions() }
            try #require(before.count == 6)
            let forget = world.forget(Self.jan)
            let found = try await forget.look()
            #expect(!found.common.isEmpty && found.needles.allSatisfy { !Self.custom.contains($0) })
            _ = try await forget.perform(found)
            #expect(try await forget.prove(found, files: []).isForgotten)
            let after = try await world.store.read { try $0.mentions() }
            #expect(after.filter { $0.author != nil } == before.filter { $0.author != Self.jan })
        }
    }

    @Test func `the reasons of a score hold no half of a name, however a text wrote it`() async throws {
        try await World.with { world in
            try await world.visit(all: [
                .init("r", author: "Żaneta Wójcik", text: "Terrible. \(Self.troubles[0])"),
                .init("e", author: "Ewa Nowak", text: "Awful. Ask &#x17B;aneta%20W&oacute;jcik of it, too."),
            ])
            let ewas = try #require(
                try await world.store.read { try $0.mentions().first { $0.author == "Ewa Nowak" } })
            try await world.store.write {
                _ = try $0.execute(
                    "UPDATE mention SET reasons = ? WHERE id = ?",
                    ["1.5\tsays \"WÓJCIK\"\n1.2\tsays \"żaneta\"\n1.0\tsays \"Awful\"", ewas.id])
            }
            let forget = world.forget("Żaneta Wójcik")
            let found = try await forget.look()
            _ = try await forget.perform(found)
            let after = try #require(try await world.store.read { try $0.mention(ewas.id) })
            #expect(after.content.text == "Awful. Ask \(erasedText) of it, too.")
            #expect(
                after.score.reasons.map(\.what) == [
                    "says \"\(erasedText)\"", "says \"\(erasedText)\"", "says \"Awful\"",
                ])
            #expect(try await forget.prove(found, files: []).isForgotten)
        }
    }

    @Test func `a run that was stopped leaves a whole store, and the next finishes it`() async throws {
        try await World.with { world in
            let others = "Awful, the parcel never came. Jan Kowalski at number 4 has the same."
            var reviews: [ListPage.Review] = Self.troubles.prefix(3).enumerated().map {
                .init("r\($0)", author: Self.jan, text: "Terrible. \($1) Nobody answers me since then.")
            }
            reviews.append(.init("e", author: "Ewa Nowak", text: others))
            try await world.visit(all: reviews)
            let forget = world.forget(Self.jan)
            for stop in ["events looked through", "1 of 3 mentions", "1 of 2 mentions"] {
                let found = try await forget.look()
                let run = Task {
                    try await forget.perform(found) { told in
                        if told.contains(stop) { withUnsafeCurrentTask { $0?.cancel() } }
                    }
                }
                await #expect(throws: CancellationError.self, "\(stop)") { try await run.value }
                #expect(try await world.store.read { try $0.unsoundness() } == [])
                let ewas = try await world.store.read { try $0.mentions().first { $0.author == "Ewa Nowak" } }
                #expect(ewas?.content.text == others.replacing(Self.jan, with: erasedText))
            }
            let found = try await forget.look()
            #expect(found.mentions.count == 1)
            _ = try await forget.perform(found)
            #expect(try await forget.prove(found, files: []).isForgotten)
            #expect(try await world.store.read { try $0.mentions().filter { $0.author != nil }.count } == 1)
            // Once more, where nothing but the writing anew may have been left.
            let again = try await forget.look()
            #expect(again.wasForgotten && again.mentions.isEmpty)
            #expect(try await forget.perform(again).uncompacted == nil)
            #expect(try await forget.prove(again, files: []).isForgotten)
        }
    }

    @Test func `a word that anybody says is taken out of nobody's texts`() async throws {
        try await World.with { world in
            var reviews: [ListPage.Review] = (0..<22).map {
                .init(
                    "r\($0)", author: "Guest Nr\($0)abc",
                    text: "Terrible, not very good at all, item \($0 * 37) broke the day that it came.")
            }
            reviews.append(.init("j", author: Self.jan, text: "Awful. \(Self.troubles[0]) Never again."))
            try await world.visit(all: reviews)
            let before = try await world.store.read { try $0.mentions() }
            let jans = try #require(before.first { $0.author == Self.jan })
            for (author, words) in [
                ("the", "any word"), ("very good", "22 other people"), ("Jan", "any word"),
            ] {
                do {
                    let forget = world.forget(author, mentions: [jans.id])
                    _ = try await forget.look()
                    Issue.record("\(author) was not refused")
                } catch let refusal as Forget.Refusal {
                    #expect(
                        refusal.description.contains(words),
                        "\(refusal)")
                }
                await #expect(throws: Forget.Refusal.self) { try await world.forget(author).look() }
            }
            #expect(try await world.store.read { try $0.mentions() } == before)
            // As another spelling it goes no further than their own texts.
            let forget = world.forget(Self.jan, also: ["the", "day"])
            let found = try await forget.look()
            #expect(found.ownNames == ["day", "the"])
            _ = try await forget.perform(found)
            #expect(
                try await world.store.read { try $0.mentions().filter { $0.id != jans.id } }
                    == before.filter { $0.id != jans.id })
        }
    }
}

extension World {
    fileprivate func forget(_ author: String, also: [String] = [], mentions: [MentionID] = []) -> Forget {
        Forget(
            store: store, setup: setup,
            request: .init(
                author: author, also: also, mentions: mentions, keepsTexts: false, pseudonym: "person-1"),
            who: "eva", now: time.now(), ownBatch: 1)
    }

    fileprivate func visit(all reviews: [ListPage.Review]) async throws {
        site.put("/acme", ListPage(reviews, next: nil))
        _ = try await visit()
    }
}
