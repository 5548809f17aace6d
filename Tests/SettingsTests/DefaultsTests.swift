import Complaints
import Foundation
import Testing

@testable import Settings

/// What holds where nothing is written, and that what is written arrives.
struct DefaultsTests {
    @Test func `a folder with an empty ombud.yaml works`() throws {
        let configuration = try ConfigFolder(["ombud.yaml": "# nothing yet\n"]).load()
        #expect(configuration.store == .sqlite(path: "/var/lib/ombud/ombud.db"))
        #expect(configuration.listen == nil)
        #expect(configuration.userAgent == "Ombud/1.0 (+https://example.org/contact)")
        #expect(configuration.instance.hasPrefix("https://") || configuration.instance.hasPrefix("urn:"))
        #expect(configuration.fetch == FetchSettings())
        #expect(configuration.threshold == 0.35)
        #expect(configuration.fetch.perHostAtMost == 2 && configuration.fetch.perHostDelay == .seconds(1))
        #expect(
            configuration.endpoints.isEmpty && configuration.routes.isEmpty && configuration.sources.isEmpty)
        let clock = try #require(configuration.policies["default"]?.clocks.first)
        #expect(
            clock.name == "answer" && clock.within == .elapsed(.seconds(48 * 3600)) && clock.until == .reply)
        #expect(
            configuration.warnings.map(\.message) == [
                "no watchlist here; nothing is polled until there is one"
            ])
    }

    @Test func `every key of ombud.yaml arrives`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": """
            store: "sqlite:data/o.db"
            instance: urn:example:ombud
            listen: "unix:/run/ombud.sock"
            user-agent: "Desk/2 (desk@example.org)"
            fetch:
              allow-private: true
              timeout: 5s
              max-bytes: 2MiB
              per-host: { at-most: 7, delay: 250ms }
            endpoints:
              - { name: a, url: "https://a.example/", retry: [1s, 0s], timeout: 3s }
              - { name: b, url: "https://b.example/" }
            routes:
              - { types: [ombud.test, "*"], to: b }
            watchlists: lists
            threshold: 0.65
            """,
            "lists/x.yaml": watchlist("subject: Acme\nthreshold: 0.8"),
        ])
        let configuration = try folder.load()
        #expect(configuration.store == .sqlite(path: folder.url.standardizedFileURL.path + "/data/o.db"))
        #expect(configuration.instance == "urn:example:ombud")
        #expect(configuration.listen == .unix(path: "/run/ombud.sock"))
        #expect(configuration.threshold == 0.65 && configuration.watchlists.map(\.threshold) == [0.8])
        #expect(configuration.userAgent == "Desk/2 (desk@example.org)")
        #expect(configuration.fetch.addresses.allowsPrivate)
        let limits = FetchLimits(total: .seconds(5), pageBytes: 2 << 20)
        #expect(configuration.fetch.options == FetchOptions(limits: limits))
        #expect(
            configuration.fetch.perHostAtMost == 7 && configuration.fetch.perHostDelay == .milliseconds(250))
        #expect(configuration.endpoints.map(\.retry) == [[.seconds(1), .zero], Endpoint.defaultRetry])
        #expect(configuration.endpoints.map(\.timeout) == [.seconds(3), .seconds(20)])
        #expect(configuration.routes == [Route(types: ["ombud.test", "*"], to: ["b"])])
        #expect(configuration.sources.map(\.id) == ["acme-opinions"])
    }

    @Test func `without routes everything goes to every endpoint`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml":
                "endpoints: [{name: b, url: \"https://b.example/\"}, {name: a, url: "
                + "\"https://a.example/\"}]\nroutes:\n"
        ])
        #expect(try folder.load().routes == [Route(types: ["ombud.*"], to: ["a", "b"])])
    }

    @Test func `every key of a watchlist arrives`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "policies/strict.yaml": "clocks: [{ name: answer, within: 1h, until: reply }]",
            "watchlists/sites/shop.yml": "name: the-shop\ncomment: tried today\neach: li\ntext: p\n",
            "watchlists/.hidden.yaml": "nonsense", "watchlists/notes.txt": "nonsense",
            "watchlists/a.yaml": """
            subject: Acme
            terms: [Acme, { term: Żabka, inflect: pl, transliterate: true, typos: 1 }]
            require: sklep
            exclude: [Acme Corporation of cartoons]
            policy: strict
            sources:
              - name: one
                url: https://reviews.example/acme
                every: 1s
              - name: two
                url: http://forum.example/latest.rss
                every: 500ms
                about: anyone
                read: the-shop
                pages: { next: "a[rel=next]", at-most: 9 }
                enabled: false
                policy: default
                language: pl
                zone: Europe/Warsaw
                vanished-after: 5
              - name: three
                url: https://forum.example/
                every: 1d
                read:
                  each: article
                  rating: { at: .stars@data-value, best: 5, worst: 1 }
                  reply: { each: .reply, text: .body }
            """,
        ])
        let configuration = try folder.load()
        let list = try #require(configuration.watchlists.first)
        #expect(
            list.terms == [Term("Acme"), Term("Żabka", inflect: "pl", transliterate: true, typos: 1)])
        #expect(list.require == ["sklep"] && list.exclude == ["Acme Corporation of cartoons"])
        #expect(
            list.sources[0]
                == Source(
                    id: "one", subject: "Acme", url: "https://reviews.example/acme",
                    every: PollInterval(.seconds(1)),
                    policy: "strict"))
        #expect(
            list.sources[1]
                == Source(
                    id: "two", subject: "Acme", url: "http://forum.example/latest.rss",
                    every: PollInterval(.milliseconds(500)),
                    about: .anyone, rule: Rule(each: "li", text: "p"),
                    pages: Source.Paging(next: "a[rel=next]", atMost: 9), policy: "default", isEnabled: false,
                    language: "pl", zone: "Europe/Warsaw", vanishedAfter: 5))
        #expect(
            list.sources[2].rule
                == Rule(
                    each: "article", rating: Rule.RatingRule(at: ".stars@data-value", best: 5, worst: 1),
                    reply: Rule.ReplyRule(each: ".reply", text: ".body")))
        #expect(configuration.sources.map(\.id) == ["one", "three"])
        #expect(configuration.allSources.count == 3)
    }

    @Test func `a watchlist that is off switches all its sources off`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "watchlists/a.yaml": watchlist("subject: Acme\nenabled: false"),
        ])
        let configuration = try folder.load()
        #expect(configuration.sources.isEmpty && configuration.allSources.count == 1)
        #expect(configuration.warnings.first?.message.hasPrefix("every source is switched off") == true)
    }

    @Test func `a contact that is still the example is warned about, and so is a password in a URL`() throws {
        let text = "subject: A\nsources: [{ name: a, url: \"https://me:pass@a.example/\", every: 1s }]"
        let folder = try ConfigFolder(["ombud.yaml": "", "watchlists/a.yaml": text])
        #expect(
            try folder.load().warnings.map { folder.shown($0) } == [
                "ombud.yaml:1:1: there is no `user-agent`, and the usual one names example.org; name a contact of "
                    + "yours, such as `user-agent: \"Ombud/1.0 (+https://YOUR.SITE/contact)\"`",
                "watchlists/a.yaml:2:27: `url` holds a user name or password; all who see the URL see it",
            ])
    }

    @Test func `files are called as people type them`() {
        #expect(Files.shown(URL(fileURLWithPath: "config/../watchlists/a.yaml")) == "watchlists/a.yaml")
        #expect(Files.shown(URL(fileURLWithPath: "/nowhere/a.yaml")) == "/nowhere/a.yaml")
    }

    @Test func `without terms the subject is the term`() throws {
        let configuration = try ConfigFolder(["ombud.yaml": "", "watchlists/a.yaml": watchlist()]).load()
        #expect(configuration.watchlists.first?.terms == [Term("Acme")])
    }

    @Test func `watchlists stand beside the config folder where it holds none`() throws {
        let folder = try ConfigFolder(["ombud.yaml": "", "../watchlists/a.yaml": watchlist()])
        #expect(try folder.load().sources.count == 1)
    }

    @Test func `a watchlist alone is read for trying its terms`() throws {
        let list = try readWatchlist(
            "{\"subject\": \"Acme\", \"terms\": [\"Acme\"], \"policy\": \"any\"}", file: "-")
        #expect(list.subject == "Acme" && list.sources.isEmpty)
        #expect(throws: Faults.self) { try readWatchlist("terms: [x]", file: "-") }
    }
}
