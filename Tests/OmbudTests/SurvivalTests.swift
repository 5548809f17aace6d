import Complaints
import Demo
import Foundation
import SQLiteStorage
import Storage
import Testing
import TestSupport

/// Killed with SIGKILL at random moments while pages change, and started again each time.
@Suite(.timeLimit(.minutes(5)))
struct SurvivalTests {
    /// When the process is killed: after so many more page requests or alerts, and then so much later.
    private enum Moment {
        case requests(Int)
        case deliveries(Int)
    }

    /// Unlike each other, so that no two are taken for one complaint.
    private let complaints: [(title: String, text: String)] = [
        ("Kettle leaks", "The Lumiretka kettle leaked on its first day and the seller refuses a refund."),
        ("No parcel", "My parcel from Lumiretka never arrived; the courier lost it and support is silent."),
        ("Charged twice", "Lumiretka charged my card twice for one lamp. Terrible, the bank had to step in."),
        ("Rude hotline", "The hotline of Lumiretka hung up on my mother twice. Awful manners, never again."),
        ("Torn curtains", "Curtains came torn and stained. Lumiretka says that is how linen looks. A scam."),
        ("Burnt plug", "A heater by Lumiretka melted its plug and burnt the carpet, which is dangerous."),
        ("Wrong size", "Sent the wrong rug size three times in a row. Lumiretka wants me to pay the return."),
        (
            "Fake discount",
            "The Black Friday price of Lumiretka was higher than in May. Misleading and unfair."
        ),
        ("Warranty denied", "Warranty denied because of a missing sticker! Lumiretka broke its own promise."),
        (
            "Broken mirror",
            "The mirror was smashed in its box. Lumiretka blames the warehouse, I want my money."
        ),
    ]

    /// `OMBUD_SEED` tries other moments.
    static let seeds: [UInt64] =
        ProcessInfo.processInfo.environment["OMBUD_SEED"].flatMap(UInt64.init).map { [$0] }
        ?? [20_260_302, 7]

    @Test(arguments: seeds)
    func `each complaint has one case, told at least once and always in the same words`(
        seed: UInt64
    ) async throws {
        try await Workplace.with { place in
            var chance = Seeded(state: seed)
            var left = complaints[...]
            var written: [Post] = []
            for round in 0..<5 {
                let running = try await place.serve()
                written += try await people(write: &left, on: place.site)
                if round > 0, let post = written.dropLast().randomElement(using: &chance) {
                    try await edit(post, round: round, on: place.site)
                }
                let moment: Moment =
                    round.isMultiple(of: 2)
                    ? .requests(.random(in: 1...12, using: &chance))
                    : .deliveries(.random(in: 1...5, using: &chance))
                try await wait(for: moment, at: place)
                try await Task.sleep(for: .milliseconds(.random(in: 0...40, using: &chance)))
                #expect(await running.stop(SIGKILL) == -SIGKILL)
                written += try await people(write: &left, on: place.site)
            }
            #expect(written.count == complaints.count)
            try await settle(written, at: place)
            try await expectOneCaseEach(written, at: place)
            try await expectOneAlertEach(at: place)
            try await expectSoundStore(at: place)
        }
    }

    private func people(
        write left: inout ArraySlice<(title: String, text: String)>, on site: DemoSite
    ) async throws
        -> [Post]
    {
        guard let next = left.popFirst() else { return [] }
        let draft = Draft(author: "author of \(next.title)", stars: 1, title: next.title, text: next.text)
        let page = left.count.isMultiple(of: 2) ? DemoPage.englishReviews : .forum
        return [await site.publish(draft, on: page, at: now)]
    }

    private func edit(_ post: Post, round: Int, on site: DemoSite) async throws {
        _ = try await site.edit(post.id, text: post.text + " Update \(round): still nothing.", at: now)
    }

    private func wait(for moment: Moment, at place: Workplace) async throws {
        switch moment {
        case .requests(let more):
            let path = DemoPage.englishReviews.path
            let forum = DemoPage.forum.path
            func count() async -> Int {
                await place.site.requestCount(of: path) + place.site.requestCount(of: forum)
            }
            let wanted = await count() + max(1, more / 3)
            #expect(try await eventually { await count() >= wanted })
        case .deliveries(let more):
            let wanted = await place.receiver.deliveries.count + more
            #expect(await place.receiver.wait(atMost: .seconds(60)) { $0.count >= wanted })
        }
    }

    /// A last run without a kill, until every page is read and every alert delivered.
    private func settle(_ written: [Post], at place: Workplace) async throws {
        let daemon = try await place.serve()
        let texts = Set(try await finalTexts(of: written, on: place.site).values)
        let isSettled = try await eventually(within: .seconds(120)) {
            let seen = try await place.run("mention", "list", "--json").objects().compactMap {
                $0["text"] as? String
            }
            guard texts.isSubset(of: seen) else { return false }
            return try await place.run("alert", "list", "--json").objects()
                .allSatisfy { $0["state"] as? String == "delivered" }
        }
        #expect(isSettled, "\(daemon.logged)")
        #expect(await daemon.stop() == 0)
    }

    private func finalTexts(of written: [Post], on site: DemoSite) async throws -> [String: String] {
        var texts: [String: String] = [:]
        for page in DemoPage.allCases {
            for post in await site.posts(on: page) { texts[post.author] = post.text }
        }
        return texts.filter { author, _ in written.contains { $0.author == author } }
    }

    private func expectOneCaseEach(_ written: [Post], at place: Workplace) async throws {
        let mentions = try await place.run("mention", "list", "--json").objects()
        var cases: [Int] = []
        for post in written {
            let own = mentions.filter { $0["author"] as? String == post.author }
            #expect(own.count == 1, "\(post.author) is \(own.count) mentions")
            if let number = own.first?["case"] as? Int {
                cases.append(number)
            } else {
                Issue.record("\(post.author) has no case")
            }
        }
        #expect(Set(cases).count == written.count)
    }

    private func expectOneAlertEach(at place: Workplace) async throws {
        var bodies: [String: Set<[UInt8]>] = [:]
        var opened: [String: Set<String>] = [:]
        for delivery in await place.receiver.deliveries {
            let id = try #require(delivery.id)
            bodies[id, default: []].insert(delivery.body)
            let event = try #require(
                try JSONSerialization.jsonObject(with: Data(delivery.body)) as? [String: Any])
            #expect(event["id"] as? String == id)
            if event["type"] as? String == "ombud.case.opened", let subject = event["subject"] as? String {
                opened[subject, default: []].insert(id)
            }
        }
        for (id, variants) in bodies { #expect(variants.count == 1, "\(id) came with different bodies") }
        let cases = try await place.run("case", "list", "--json").objects().compactMap { $0["id"] as? Int }
        #expect(Set(opened.keys) == Set(cases.map { "case/\($0)" }))
        for (subject, ids) in opened { #expect(ids.count == 1, "\(subject) was opened as \(ids)") }
    }

    private func expectSoundStore(at place: Workplace) async throws {
        let store = try SQLiteStore(path: place.database.path, now: now)
        let answers = try await store.read { session in
            try session.query("PRAGMA integrity_check", []) { $0.text() }
        }
        let strays = try await store.read { session in
            try session.query("PRAGMA foreign_key_check", []) { $0.text() }
        }
        try await store.close()
        #expect(answers == ["ok"])
        #expect(strays.isEmpty)
    }

    private var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

/// SplitMix64: the same moments on every run.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
