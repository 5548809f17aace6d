import Complaints
import Testing

@testable import Settings

/// What a person reads who mistyped when a source is polled and which pages belong to it.
struct SourceFaultTests {
    private static func paged(_ pages: String, _ says: String...) -> Faulty {
        var faulty = Faulty(watchlist(source: "pages: \(pages)"))
        faulty.says = says.map { "watchlists/a.yaml:6:" + $0 }
        return faulty
    }

    @Test(arguments: [
        Faulty(
            "subject: A\nsources:\n  - {name: a, url: \"https://a.example/\", every: { from: 6h, to: 5m }}",
            "watchlists/a.yaml:3:65: `to` is 5m, less than `from`, 6h; swap them"),
        Faulty(
            "subject: A\nsources:\n  - {name: a, url: \"https://a.example/\", every: { min: 6h }}",
            "watchlists/a.yaml:3:49: `every` without `from`; the shortest wait, such as 5m, is wanted",
            "watchlists/a.yaml:3:49: `every` without `to`; the longest wait, such as 6h, is wanted",
            "watchlists/a.yaml:3:51: unknown key `min` in `every`; did you mean `from`?"),
        Faulty(
            watchlist(source: "during: offise"),
            "watchlists/a.yaml:6:13: there is no calendar `offise` in calendars/; known are `closed` and "
                + "`office`; did you mean `office`?"),
        Faulty(
            watchlist(source: "during: closed"),
            "watchlists/a.yaml:6:13: the calendar `closed` has no hours, so the source would never be polled; "
                + "give it `hours`"),
        Faulty(
            watchlist(source: "during: { zone: UTC, hours: { mon: 9-17 } }"),
            "watchlists/a.yaml:6:13: the calendar `during` has no hours, so the source would never be polled; "
                + "give it `hours`",
            "watchlists/a.yaml:6:40: `9-17` is not a span of hours; \"09:00-17:00\" is wanted; did you mean "
                + "`09:00-17:00`?"),
        Faulty(
            watchlist(source: "robots: ignore"),
            "watchlists/a.yaml:6:13: `robots` is `ignore`; obey, or { ignore: \"the reason, in your words\" } "
                + "is wanted"),
        Faulty(
            watchlist(source: "robots: { ignore: yes }"),
            "watchlists/a.yaml:6:23: `ignore` is `yes`, no reason; say who allowed it and when, such as `we "
                + "have their written permission of 2026-02-01`"),
        Faulty(
            watchlist(source: "robots: { reason: we asked them }"),
            "watchlists/a.yaml:6:13: `robots` without `ignore`; the reason, in your words, is wanted",
            "watchlists/a.yaml:6:15: unknown key `reason` in `robots`; did you mean `ignore`?"),
        Faulty(
            watchlist(source: "blind-after: never"),
            "watchlists/a.yaml:6:18: `blind-after` is `never`; a duration such as 6h is wanted (ms, s, m, h, d)"
        ),
        Faulty(
            watchlist(source: "headers: { X: y }"),
            "watchlists/a.yaml:6:5: unknown key `headers` in a source; it stands in `fetch`"),
        Faulty(
            watchlist(source: "window: office"),
            "watchlists/a.yaml:6:5: unknown key `window` in a source; did you mean `during`?"),
        paged(
            "{ next: a, url: \"https://a.example/?page={page}\" }",
            "28: `url` and `next` both lead to the next page; keep one"),
        paged(
            "{ url: \"https://a.example/?page={n}\" }",
            "19: `url` is `https://a.example/?page={n}`, without {page}, {offset} or {cursor}; did you mean "
                + "`{page}`?"),
        paged(
            "{ url: \"https://a.example/{page}/{offset}\" }",
            "19: `url` has {page} and {offset}; exactly one of them is wanted"),
        paged(
            "{ url: \"/reviews/{page}\" }",
            "19: `url` is `/reviews/{page}`, no http or https address; one such as "
                + "https://reviews.example/acme?page={page} is wanted"),
        paged(
            "{ url: \"https://a.example/{page}/{lang}\" }",
            "19: `url` is `https://a.example/{page}/{lang}`, other braces; one such as "
                + "https://reviews.example/acme?page={page} is wanted"),
        paged(
            "{ url: \"https://a.example/?after={cursor}\" }",
            "19: {cursor} needs `cursor`, where the page tells it: a selector or a path such as `$.meta.next`"
        ),
        paged(
            "{ url: \"https://a.example/?after={cursor}\", cursor: \"$.next\", step: 2 }",
            "80: `step` counts pages, but {cursor} does not count; leave it out"),
        paged(
            "{ url: \"https://a.example/?page={page}\", cursor: \"$.next\" }",
            "61: `cursor` is told by the page, but `url` has {page}, no {cursor}"),
        paged(
            "{ url: \"https://a.example/?start={offset}\" }",
            "19: {offset} needs `step`, the number of records on a page, such as 20"),
        paged(
            "{ url: \"https://a.example/?start={offset}\", from: 0 }",
            "62: `from` is 0, the first page; give `step`, the number of records on a page"),
        paged(
            "{ from: 2, cursor: \"$.x\" }",
            "20: `from` and `cursor` need `url`, the address of further pages with {page}, {offset} or "
                + "{cursor}"),
        paged(
            "{ backfill: lots }",
            "24: `backfill` is `lots`; a date such as 2025-01-01, a time back from now such as 90d, or all is "
                + "wanted"),
        paged(
            "{ backfill: 2199-01-01 }",
            "24: `backfill` is 2199-01-01, which lies ahead; a date such as 2025-01-01, a time back from now "
                + "such as 90d, or all is wanted"),
        paged("{ backfill: 0d }", "24: `backfill` is 0d; more than nothing is wanted, such as 90d"),
        Faulty(
            watchlist(source: "follow: { links: a, match: /x/* }"),
            "watchlists/a.yaml:6:13: `follow` has `links` and `match`; one of `links` and `match` is wanted"),
        Faulty(
            watchlist(source: "follow: { max: 5 }"),
            "watchlists/a.yaml:6:13: `follow` says nothing of links; one of `links` and `match` is wanted",
            "watchlists/a.yaml:6:15: unknown key `max` in `follow`; did you mean `at-most`?"),
        Faulty(
            watchlist(source: "follow: { match: reviews/* }"),
            "watchlists/a.yaml:6:22: `match` is `reviews/*`; a path or an address with `*` for anything, such "
                + "as /reviews/*, is wanted; did you mean `/reviews/*`?"),
        Faulty(
            watchlist(source: "follow: \"a[\""),
            "watchlists/a.yaml:6:13: `follow` is `a[`, not a selector: a bracket is left open"),
    ])
    func `a faulty source is told with its place and its remedy`(_ faulty: Faulty) throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "watchlists/a.yaml": faulty.text,
            "calendars/closed.yaml": "zone: UTC\nhours: {}\n",
            "calendars/office.yaml": "zone: UTC\nhours: { mon: \"09:00-17:00\" }\n",
        ])
        let said = folder.faults { $0.contains("[") && !$0.contains("]") ? "a bracket is left open" : nil }
        #expect(said == faulty.says)
    }
}
