import Demo
import Foundation
import Testing
import TestSupport

/// `ombud poll --backfill`: the past of a list, read to its end.
@Suite(.timeLimit(.minutes(5)))
struct BackfillTests {
    private func watchOnePage(_ place: Workplace, backfill: String) async throws {
        let url = try await place.site.url() + DemoPage.polishReviews.path
        try place.write(
            """
            subject: Lumiretka
            terms: [Lumiretka]
            sources:
              - name: opinie
                url: "\(url)"
                every: 1h
                pages: { next: "a[rel=next]", at-most: 1\(backfill) }

            """, to: "watchlists/demo.yaml")
    }

    @Test func `the past that a watchlist asks for is read to its end, once`() async throws {
        try await Workplace.with { place in
            try await watchOnePage(place, backfill: ", backfill: all")
            let run = try await place.run("poll", "--backfill")
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.hasPrefix("opinie: backfill done: the end of the list was reached"))
            let posts = await place.site.posts(on: .polishReviews).count
            let mentions = try await place.run("mention", "list", "--json", "--source", "opinie")
            #expect(mentions.lines.count == posts)

            let again = try await place.run("poll", "--backfill")
            #expect(again.code == 0 && again.output.hasPrefix("nothing to follow"))
        }
    }

    @Test func `without a gap or a wanted past there is nothing to follow`() async throws {
        try await Workplace.with { place in
            try await watchOnePage(place, backfill: "")
            let run = try await place.run("poll", "--backfill", "opinie")
            #expect(run.code == 0)
            #expect(run.output.hasPrefix("nothing to follow"))
            #expect(await place.site.requestCount(of: DemoPage.polishReviews.path) == 0)
        }
    }

    @Test func `a past that breaks off fails, and is gone on with the next time`() async throws {
        try await Workplace.with { place in
            try await watchOnePage(place, backfill: ", backfill: all")
            // The list is seen, and then the site goes.
            _ = try await place.run("poll")
            await place.site.fault(.status(500), on: .polishReviews)
            let broken = try await place.run("poll", "--backfill")
            #expect(broken.code == 1)
            #expect(broken.errors.contains("1 gap still open: opinie:"))
            await place.site.fault(nil, on: .polishReviews)
            let run = try await place.run("poll", "--backfill", "--json")
            #expect(run.code == 0, "\(run.errors)")
            let gap = try #require(try run.objects().last)
            #expect(gap["kind"] as? String == "backfill" && gap["state"] as? String == "closed")
        }
    }

    @Test func `stopped with Ctrl-C it ends in order, and goes on from there`() async throws {
        try await Workplace.with { place in
            try await watchOnePage(place, backfill: ", backfill: all")
            _ = try await place.run("poll")
            await place.site.fault(.hang, on: .polishReviews)
            let asked = await place.site.requestCount(of: DemoPage.polishReviews.path)
            let log = place.folder.url.appending(path: "poll.log")
            let child = try Child(
                ["poll", "--backfill", "--config", place.config.path], output: log, errors: log,
                in: place.folder.url)
            let isAsked = try await eventually {
                await place.site.requestCount(of: DemoPage.polishReviews.path) > asked
            }
            #expect(isAsked)
            child.signal(SIGINT)
            #expect(await child.ended() == 130)
            await place.site.fault(nil, on: .polishReviews)
            let run = try await place.run("poll", "--backfill")
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.hasPrefix("opinie: backfill done"))
        }
    }

    @Test func `a source whose secrets this user cannot read is left to the daemon`() async throws {
        try await Workplace.with { place in
            let url = try await place.site.url() + DemoPage.englishReviews.path
            try place.write(
                """
                subject: Lumiretka
                terms: [Lumiretka]
                sources:
                  - { name: open, url: "\(url)", every: 1h }
                  - { name: closed, url: "\(url)?b", every: 1h, fetch: { auth: { bearer: { credential: key } } } }

                """, to: "watchlists/demo.yaml")
            let named = try await place.run("poll", "closed")
            #expect(named.code == 1)
            #expect(named.errors.hasPrefix("you cannot read the secrets of the source closed"))
            let all = try await place.run("poll", "--json")
            #expect(try all.objects().compactMap { $0["source"] as? String } == ["open"])
            #expect(all.errors.contains("1 source left to the daemon"))
        }
    }
}
