import Complaints
import Testing

@testable import Settings

/// What a person reads who mistyped a watchlist.
struct WatchlistFaultTests {
    @Test(arguments: [
        Faulty(
            watchlist(source: "intervall: 5m"),
            "watchlists/a.yaml:6:5: unknown key `intervall` in a source; did you mean `every`?"),
        Faulty(
            watchlist(source: "evrey: 5m"),
            "watchlists/a.yaml:6:5: unknown key `evrey` in a source; did you mean `every`?"),
        Faulty(
            watchlist(source: "vanished_after: 5"),
            "watchlists/a.yaml:6:5: unknown key `vanished_after` in a source; did you mean "
                + "`vanished-after`?"),
        Faulty(
            watchlist(source: "colour: red"),
            "watchlists/a.yaml:6:5: unknown key `colour` in a source; known are `name`, `url`, `every`, "
                + "`during`, `about`, `read`, `pages`, `follow`, `fetch`, `robots`, `enabled`, `policy`, "
                + "`language`, `zone`, `vanished-after` and `blind-after`"),
        Faulty(
            "subject: Acme\nsources:\n  - {name: a, url: \"https://a.example/\", every: [15m]}",
            "watchlists/a.yaml:3:49: `every` is a list; a duration such as 15m is wanted"),
        Faulty(
            "subject: Acme\nsources:\n  - {name: a, url: \"https://a.example/\", every: 0s}",
            "watchlists/a.yaml:3:49: `every` is 0s; more than nothing is wanted, such as 15m"),
        Faulty(
            "subject: Acme\nsources:\n  - {name: a, url: \"https://a.example/\", every: 15 min}",
            "watchlists/a.yaml:3:49: `every` is `15 min`; a duration such as 15m is wanted (ms, s, m, h, "
                + "d); did you "
                + "mean `15m`?"),
        Faulty(
            "subject: Acme\nsources:\n  - {name: a, url: \"https://a.example/\", every: soon}",
            "watchlists/a.yaml:3:49: `every` is `soon`; a duration such as 15m is wanted (ms, s, m, h, d)"),
        Faulty(
            "subject: Acme\nsources:\n  - name: a\n    url: https://a.example/\n    every:\n",
            "watchlists/a.yaml:5:5: `every` is empty; a duration such as 15m is wanted"),
        Faulty(
            "subject: Acme\nsources:\n  - {name: a, url: \"ftp://a.example/\", every: 1s}",
            "watchlists/a.yaml:3:20: `url` is `ftp://a.example/`; an http or https URL is wanted"),
        Faulty(
            "subject: Acme\nsources:\n  - {name: a, url: a.example/x, every: 1s}",
            "watchlists/a.yaml:3:20: `url` is `a.example/x`; an http or https URL is wanted; did you mean "
                + "`https://a.example/x`?"),
        Faulty(
            "subject: Acme\nsources:\n  - {every: 1s}",
            "watchlists/a.yaml:3:5: a source without `name`; a name that no other source has is wanted",
            "watchlists/a.yaml:3:5: a source without `url`; the http or https address to poll is wanted"),
        Faulty(
            "subject: Acme\nsources:\n  - {name: a, url: \"https://a.example/\"}",
            "watchlists/a.yaml:3:5: a source without `every`; how often to poll, such as 15m, is wanted"),
        Faulty(
            "subject: Acme\nsources:\n  - https://a.example/",
            "watchlists/a.yaml:3:5: a source is a single value; a map with `name`, `url`, `every`, "
                + "`during`, `about`, `read`, `pages`, `follow`, `fetch`, `robots`, `enabled`, `policy`, "
                + "`language`, `zone`, `vanished-after` and `blind-after` is wanted"),
        Faulty(
            "subject: Acme\nsources:\n  - {name: town forum, url: \"https://a.example/\", every: 1s}",
            "watchlists/a.yaml:3:12: `town forum` holds a space; a name has letters, digits, `-`, `_` and `.`"
        ),
        Faulty(
            watchlist(source: "about: subjekt"),
            "watchlists/a.yaml:6:12: `about` is `subjekt`; subject or anyone is wanted; did you mean "
                + "`subject`?"
        ),
        Faulty(
            watchlist(source: "enabled: yes"),
            "watchlists/a.yaml:6:14: `enabled` is `yes`; true or false is wanted; did you mean `true`?"),
        Faulty(
            watchlist(source: "policy: defualt"),
            "watchlists/a.yaml:6:13: there is no policy `defualt`; known are `default`; did you mean "
                + "`default`?"
        ),
        Faulty(
            watchlist(source: "zone: Europe/Warsav"),
            "watchlists/a.yaml:6:11: there is no zone `Europe/Warsav`; an IANA name such as Europe/Warsaw "
                + "is wanted; "
                + "did you mean `Europe/Warsaw`?"),
        Faulty(
            watchlist(source: "zone: europe/warsaw"),
            "watchlists/a.yaml:6:11: there is no zone `europe/warsaw`; an IANA name such as Europe/Warsaw is "
                + "wanted; did you mean `Europe/Warsaw`?"),
        Faulty(
            watchlist(source: "zone: Warsaw"),
            "watchlists/a.yaml:6:11: there is no zone `Warsaw`; an IANA name such as Europe/Warsaw is "
                + "wanted; "
                + "did you mean `Europe/Warsaw`?"),
        Faulty(
            watchlist(source: "language: polish!"),
            "watchlists/a.yaml:6:15: `language` is `polish!`; a language tag such as `pl` or `en` is wanted"),
        Faulty(
            watchlist(source: "vanished-after: 0"),
            "watchlists/a.yaml:6:21: `vanished-after` is `0`; a whole number from 1 to 1000 is wanted"),
        Faulty(
            watchlist(source: "pages: { at-most: many, max: 5 }"),
            "watchlists/a.yaml:6:23: `at-most` is `many`; a whole number from 1 to 1000 is wanted",
            "watchlists/a.yaml:6:29: unknown key `max` in `pages`; did you mean `at-most`?"),
        Faulty(
            watchlist(source: "read: town-sight"),
            "watchlists/a.yaml:6:11: there is no site `town-sight` in sites/; auto, feed, the name of a "
                + "site, or a rule is "
                + "wanted; did you mean `town-site`?"),
        Faulty(
            watchlist(source: "read: { text: .body, rating: { best: 5 } }"),
            "watchlists/a.yaml:6:11: a rule without `each`; a selector of one record, such as "
                + "`article.review`, is "
                + "wanted",
            "watchlists/a.yaml:6:34: `rating` without `at`; a selector of the mark, such as "
                + "`.stars@data-value`, is "
                + "wanted"),
        Faulty(
            watchlist(source: "read: { each: \"bad[\", text: .body }"),
            "watchlists/a.yaml:6:19: `each` is `bad[`, not a selector: a bracket is left open"),
        Faulty(
            watchlist(source: "read: { each: \"$.hits\", id: \"$.id\", author: .name, url: \"@.url\" }"),
            "watchlists/a.yaml:6:49: `author` is `.name`, but `each` is JSONPath; a path such as `$.author` is "
                + "wanted"),
        Faulty(
            watchlist(source: "read: { each: li, reply: { each: \"$.reply\" } }"),
            "watchlists/a.yaml:6:30: `reply` is `$.reply`, JSONPath, but `each` is not; CSS or XPath is wanted"
        ),
        Faulty(
            watchlist("subject: Acme\nterms: []"),
            "watchlists/a.yaml:2:8: `terms` is empty; at least one word by which people name the subject "
                + "is wanted"
        ),
        Faulty(
            watchlist("subject: Acme\nterms: [\"\", {inflect: pl}, {term: x, typos: 2}]"),
            "watchlists/a.yaml:2:9: a term is empty; a word or phrase is wanted",
            "watchlists/a.yaml:2:13: a term without `term`; a word or phrase is wanted",
            "watchlists/a.yaml:2:45: `typos` is `2`; a whole number from 0 to 1 is wanted"),
        Faulty(
            watchlist("subject: Acme\nterms:\n- Acme\n- Acme"),
            "watchlists/a.yaml:4:3: the term `Acme` is given twice, first on line 3; keep one"),
        Faulty(
            watchlist("company: Acme"),
            "watchlists/a.yaml:1:1: a watchlist without `subject`; the company, brand or product that is "
                + "watched for "
                + "is wanted",
            "watchlists/a.yaml:1:1: unknown key `company` in a watchlist; did you mean `subject`?"),
        Faulty(
            "subject: Acme",
            "watchlists/a.yaml:1:1: a watchlist without `sources`; a list of the places to poll is wanted"),
        Faulty(
            "subject: Acme\nsources: {}",
            "watchlists/a.yaml:2:10: `sources` is a map; a list of sources is wanted"),
        Faulty(
            "- Acme",
            "watchlists/a.yaml:1:1: a watchlist is a list; a map with `subject`, `enabled`, `terms`, "
                + "`require`, "
                + "`exclude`, `policy`, `threshold`, `incidents` and `sources` is wanted"),
        Faulty(
            "",
            "watchlists/a.yaml:1:1: the file is empty; a watchlist with `subject`, `enabled`, `terms`, "
                + "`require`, "
                + "`exclude`, `policy`, `threshold`, `incidents` and `sources` is wanted"),
    ])
    func `a faulty watchlist is told with its place and its remedy`(_ faulty: Faulty) throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "watchlists/a.yaml": faulty.text, "watchlists/sites/town-site.yaml": "each: li",
        ])
        let said = folder.faults { $0.contains("[") && !$0.contains("]") ? "a bracket is left open" : nil }
        #expect(said == faulty.says)
    }

    @Test func `a source name used in two watchlists names both places`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "watchlists/a.yaml": watchlist(),
            "watchlists/b.yml": watchlist("subject: Other"),
        ])
        let first = Files.shown(folder.url.appending(path: "watchlists/a.yaml"))
        let said = try #require(folder.faults().first)
        #expect(folder.faults().count == 1)
        #expect(said.hasPrefix("watchlists/b.yml:3:11: the source `acme-opinions` is given twice, first in "))
        #expect(said.hasSuffix("watchlists/a.yaml on line 3; rename one"))
        #expect(first.hasSuffix("watchlists/a.yaml"))
    }

    @Test func `a faulty site rule is told at its own place and not again where it is used`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "watchlists/a.yaml": watchlist(source: "read: shop"),
            "watchlists/sites/shop.yaml": "item: li\neach: li\ntext: [p]\n",
        ])
        #expect(
            folder.faults() == [
                "watchlists/sites/shop.yaml:1:1: unknown key `item` in a site rule; did you mean `each`?",
                "watchlists/sites/shop.yaml:3:7: `text` is a list; a CSS, XPath or JSONPath selector is "
                    + "wanted",
            ])
    }

    @Test func `a site with two files is told`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "watchlists/sites/shop.yaml": "each: li",
            "watchlists/sites/shop.yml": "each: p",
        ])
        let said = folder.faults()
        #expect(said.count == 1)
        #expect(
            said.first?.hasPrefix("watchlists/sites/shop.yml:1:1: the site `shop` has two files, this and ")
                == true)
    }
}
