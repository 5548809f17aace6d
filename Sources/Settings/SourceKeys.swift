/// The keys of a source, and of the maps inside it.
extension KeyTable {
    static let source = KeyTable(
        "a source",
        [
            "name", "url", "every", "during", "about", "read", "pages", "follow", "fetch", "robots",
            "enabled",
            "policy", "language", "zone", "vanished-after", "blind-after",
        ],
        aliases: [
            "interval": "every", "period": "every", "frequency": "every", "poll": "every",
            "schedule": "every",
            "window": "during", "hours": "during", "calendar": "during", "when": "during",
            "link": "url", "href": "url", "uri": "url", "address": "url", "id": "name", "title": "name",
            "rule": "read", "site": "read", "reader": "read", "selectors": "read", "paging": "pages",
            "pagination": "pages", "details": "follow", "detail": "follow", "crawl": "follow",
            "http": "fetch", "robots-txt": "robots", "robots.txt": "robots", "lang": "language",
            "timezone": "zone", "time-zone": "zone", "tz": "zone",
            "active": "enabled", "disabled": "enabled", "vanished": "vanished-after", "blind": "blind-after",
        ],
        elsewhere: [
            "headers": "it stands in `fetch`", "auth": "it stands in `fetch`",
            "cookies": "it stands in `fetch`", "proxy": "it stands in `fetch`",
            "command": "it stands in `fetch`", "timeout": "it stands in `fetch`",
            "backfill": "it stands in `pages`", "next": "it stands in `pages`",
        ])
    static let every = KeyTable(
        "`every`", ["from", "to"],
        aliases: [
            "min": "from", "shortest": "from", "least": "from", "max": "to", "longest": "to", "most": "to",
        ])
    static let pages = KeyTable(
        "`pages`", ["next", "url", "from", "step", "cursor", "at-most", "backfill"],
        aliases: [
            "max": "at-most", "limit": "at-most", "link": "next", "template": "url", "start": "from",
            "first": "from", "by": "step", "increment": "step", "size": "step", "after": "cursor",
            "since": "backfill", "history": "backfill", "back": "backfill",
        ])
    static let follow = KeyTable(
        "`follow`", ["links", "match", "at-most"],
        aliases: [
            "selector": "links", "link": "links", "pattern": "match", "url": "match", "urls": "match",
            "max": "at-most", "limit": "at-most",
        ])
    static let robots = KeyTable(
        "`robots`", ["ignore"], aliases: ["override": "ignore", "reason": "ignore", "because": "ignore"])
}
