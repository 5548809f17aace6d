/// Every key that the files may have: the one source of truth for reader, messages and JSON Schemas.
struct KeyTable: Sendable {
    /// With its article, for sentences: `a source`.
    let noun: String
    let keys: [String]
    /// What people write instead, and what they mean.
    let aliases: [String: String]
    /// Keys that have their place in another map, and which.
    let elsewhere: [String: String]

    init(
        _ noun: String, _ keys: [String], aliases: [String: String] = [:], elsewhere: [String: String] = [:]
    ) {
        self.noun = noun
        self.keys = keys
        self.aliases = aliases
        self.elsewhere = elsewhere
    }

    /// The known key that an unknown one stands for.
    func meant(by unknown: String) -> String? {
        if let key = aliases[unknown.lowercased()] { return key }
        return nearest(unknown, among: keys)
            ?? nearest(unknown, among: aliases.keys.sorted()).flatMap { aliases[$0] }
    }
}

extension KeyTable {
    static let ombud = KeyTable(
        "ombud.yaml",
        [
            "store", "instance", "listen", "user-agent", "fetch", "evidence", "endpoints", "routes",
            "watchlists", "threshold", "incidents", "staff", "retention", "log",
        ],
        aliases: [
            "database": "store", "db": "store", "agent": "user-agent", "ua": "user-agent", "bind": "listen",
            "address": "listen", "port": "listen", "webhooks": "endpoints", "hooks": "endpoints",
            "routing": "routes", "source": "instance", "http": "fetch", "crawl": "fetch",
            "archive": "evidence", "warc": "evidence", "cutoff": "threshold", "min-score": "threshold",
            "bursts": "incidents", "incident": "incidents", "team": "staff", "people": "staff",
            "users": "staff", "agents": "staff", "owners": "staff", "logging": "log", "logs": "log",
            "keep": "retention",
            "privacy": "retention", "purge": "retention",
        ])
    static let retention = KeyTable(
        "`retention`", ["mentions", "cases", "evidence", "events", "visits", "audit"],
        aliases: [
            "mention": "mentions", "case": "cases", "alerts": "events", "deliveries": "events",
            "visit": "visits", "log": "audit", "pages": "evidence", "warc": "evidence", "archive": "evidence",
        ])
    static let log = KeyTable(
        "`log`", ["format", "level"],
        aliases: ["form": "format", "style": "format", "severity": "level", "verbosity": "level"])
    static let staff = KeyTable(
        "`staff`", ["hand-out", "people"],
        aliases: [
            "assign": "hand-out", "handout": "hand-out", "mode": "hand-out", "members": "people",
            "team": "people", "users": "people", "names": "people",
        ])
    static let colleague = KeyTable(
        "one of the staff",
        [
            "name", "calendar", "weight", "at-most", "languages", "topics", "subjects", "law", "absent",
        ],
        aliases: [
            "user": "name", "login": "name", "hours": "calendar", "schedule": "calendar", "share": "weight",
            "load": "weight", "limit": "at-most", "max": "at-most", "language": "languages",
            "speaks": "languages", "topic": "topics", "skills": "topics", "subject": "subjects",
            "legal": "law", "away": "absent", "absences": "absent", "holidays": "absent", "leave": "absent",
            "vacation": "absent",
        ])
    static let incidents = KeyTable(
        "`incidents`", ["enabled", "at-least"],
        aliases: [
            "min": "at-least", "minimum": "at-least", "least": "at-least", "count": "at-least",
            "active": "enabled", "disabled": "enabled",
        ])
    static let endpoint = KeyTable(
        "an endpoint", ["name", "url", "enabled"] + deliveryKeys + formKeys + quietKeys,
        aliases: [
            "id": "name", "link": "url", "uri": "url", "key": "secret",
            "retries": "retry", "backoff": "retry", "disabled": "enabled", "active": "enabled",
            "type": "format", "kind": "format", "form": "format", "channel": "chat", "chat-id": "chat",
            "topic": "thread", "room-id": "room", "exec": "command", "program": "command", "run": "command",
            "sender": "from", "recipients": "to", "lang": "language", "timezone": "zone",
            "time-zone": "zone", "body": "template", "media-type": "content-type", "secrets": "secret",
            "keys": "secret", "validation": "handshake", "validate": "handshake", "disable-after": "give-up",
            "per-minute": "rate", "limit": "rate",
        ])
    /// How it is delivered there.
    private static let deliveryKeys = [
        "secret", "retry", "timeout", "insecure", "give-up", "handshake", "rate", "allow-private",
    ]
    /// What an endpoint is sent, and how.
    private static let formKeys = [
        "format", "language", "zone", "token", "chat", "thread", "room", "template", "content-type", "from",
        "to", "list-id", "unsubscribe", "command", "headers", "auth", "proxy", "ca", "certificate",
    ]
    /// How much its readers want to be told at a time.
    static let quietKeys = ["group", "digest", "quiet-hours", "budget"]
    static let group = KeyTable(
        "`group`", ["by", "wait", "interval", "repeat"],
        aliases: [
            "group_by": "by", "key": "by", "group_wait": "wait", "group-wait": "wait",
            "group_interval": "interval", "group-interval": "interval", "repeat_interval": "repeat",
            "repeat-interval": "repeat", "again": "repeat",
        ])
    static let digest = KeyTable(
        "`digest`", ["every", "at", "on", "zone", "language"],
        aliases: [
            "interval": "every", "schedule": "every", "time": "at", "day": "on", "weekday": "on",
            "timezone": "zone", "time-zone": "zone", "tz": "zone", "lang": "language",
        ])
    static let quietHours = KeyTable(
        "`quiet-hours`", ["from", "to", "days", "zone"],
        aliases: [
            "start": "from", "begin": "from", "end": "to", "until": "to", "on": "days", "day": "days",
            "weekdays": "days", "timezone": "zone", "time-zone": "zone", "tz": "zone",
        ])
    static let budget = KeyTable(
        "`budget`", ["per-hour", "burst"],
        aliases: [
            "hour": "per-hour", "hourly": "per-hour", "rate": "per-hour", "limit": "per-hour",
            "max": "per-hour", "at-once": "burst", "cap": "burst",
        ])
    static let secret = KeyTable(
        "a secret", ["file", "credential", "env"],
        aliases: ["path": "file", "environment": "env", "variable": "env", "systemd": "credential"])
    static let signingKey = KeyTable(
        "a secret", secret.keys + ["until"],
        aliases: secret.aliases.merging(["expires": "until", "valid-until": "until"]) { first, _ in first })
    static let route = KeyTable(
        "a route",
        [
            "types", "subject", "source", "policy", "topic", "urgency", "language", "owner", "reach", "legal",
            "to", "continue",
        ],
        aliases: [
            "type": "types", "events": "types", "event": "types", "match": "types", "endpoints": "to",
            "endpoint": "to", "subjects": "subject", "company": "subject", "sources": "source",
            "policies": "policy", "topics": "topic", "urgencies": "urgency", "severity": "urgency",
            "languages": "language", "owners": "owner", "assignee": "owner", "copies": "reach",
            "count": "reach", "law": "legal", "go-on": "continue", "fall-through": "continue",
        ],
        elsewhere: Dictionary(uniqueKeysWithValues: quietKeys.map { ($0, quietElsewhere) }))
    private static let quietElsewhere =
        "an endpoint has it; for this route alone, send it to an endpoint of its own with the same `url`"
    /// From where to where, both included.
    static let bounds = KeyTable(
        "a range", ["from", "to"],
        aliases: ["min": "from", "at-least": "from", "above": "from", "max": "to", "at-most": "to"])

    static let policy = KeyTable(
        "a policy",
        [
            "name", "open", "seen-within", "close", "next-step", "calendar", "clocks", "statutes", "ladder",
            "promises",
        ],
        aliases: [
            "title": "name", "deadlines": "clocks", "timers": "clocks", "sla": "clocks", "rules": "clocks",
            "laws": "statutes", "statute": "statutes", "packs": "statutes", "use": "statutes",
            "hours": "calendar", "schedule": "calendar", "closing": "close", "next": "next-step",
            "escalation": "ladder", "escalate": "ladder", "rungs": "ladder", "promise": "promises",
        ])
    static let close = KeyTable(
        "`close`", ["after"], aliases: ["within": "after", "silence": "after", "wait": "after"])
    static let open = KeyTable(
        "`open`", ["within"], aliases: ["age": "within", "max-age": "within", "since": "within"])
    static let clock = KeyTable(
        "a clock",
        [
            "name", "within", "from", "pause", "roll", "until", "warn", "law", "extension", "on-edit",
            "on-follow-up", "on-rating-raised", "on-rating-lowered",
        ],
        aliases: [
            "extend": "extension", "longest": "extension", "edit": "on-edit", "edited": "on-edit",
            "follow-up": "on-follow-up",
            "limit": "within", "deadline": "within", "in": "within", "after": "within", "due": "within",
            "start": "from", "since": "from", "hold": "pause", "shift": "roll", "stop": "until",
            "ends": "until",
            "warnings": "warn", "warning": "warn", "remind": "warn", "statute": "law", "basis": "law",
        ])
    static let rung = KeyTable(
        "a rung", ["who", "clock", "before", "at", "after", "what", "told"],
        aliases: [
            "to": "who", "whom": "who", "person": "who", "of": "clock", "when": "at", "do": "what",
            "action": "what", "step": "what", "public": "told", "say": "told", "customer": "told",
        ])
    static let promises = KeyTable(
        "`promises`", ["at-risk"],
        aliases: ["risk": "at-risk", "warn": "at-risk", "warnings": "at-risk", "atrisk": "at-risk"])
    static let calendar = KeyTable(
        "a calendar", ["name", "zone", "hours", "holidays", "exceptions", "ical"],
        aliases: [
            "ics": "ical", "icalendar": "ical", "half-days": "exceptions", "special": "exceptions",
            "working-days": "exceptions",
            "timezone": "zone", "time-zone": "zone", "tz": "zone", "open": "hours", "spans": "hours",
            "days-off": "holidays", "free": "holidays",
        ])
    static let hours = KeyTable(
        "`hours`", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        aliases: [
            "monday": "mon", "tuesday": "tue", "wednesday": "wed", "thursday": "thu", "friday": "fri",
            "saturday": "sat", "sunday": "sun",
        ])
    static let holiday = KeyTable(
        "a holiday", ["on", "name"], aliases: ["date": "on", "day": "on", "title": "name"])
    /// A day with hours of its own.
    static let exception = KeyTable(
        "an exception", ["on", "hours", "name"],
        aliases: ["date": "on", "day": "on", "spans": "hours", "open": "hours", "title": "name"])

    static let statute = KeyTable(
        "a statute pack",
        [
            "jurisdiction", "law", "article", "counts", "silence", "source", "checked", "clock", "versions",
        ],
        aliases: [
            "country": "jurisdiction", "act": "law", "section": "article", "effect": "silence",
            "url": "source", "link": "source", "date": "checked", "limits": "versions",
        ])
    static let statuteClock = KeyTable(
        "the clock of a statute", ["name", "from", "until", "roll", "pause"],
        aliases: ["start": "from", "since": "from", "stop": "until", "ends": "until"],
        elsewhere: ["within": "`within` belongs to a version", "warn": "`warn` belongs to the policy"])
    static let statuteVersion = KeyTable(
        "a version of a statute", ["within", "extension", "from", "until"],
        aliases: ["limit": "within", "days": "within", "valid-from": "from", "valid-until": "until"])
    /// A pack as a policy takes it in.
    static let statuteUse = KeyTable(
        "a statute", ["use", "name", "from", "until", "roll", "pause", "warn"],
        aliases: ["pack": "use", "statute": "use", "law": "use", "clock": "name", "warnings": "warn"],
        elsewhere: ["within": "the law says how long; write a clock of your own for another limit"])

    static let watchlist = KeyTable(
        "a watchlist",
        ["subject", "enabled", "terms", "require", "exclude", "policy", "threshold", "incidents", "sources"],
        aliases: [
            "company": "subject", "brand": "subject", "product": "subject", "name": "subject",
            "keywords": "terms", "words": "terms", "names": "terms", "context": "require", "must": "require",
            "without": "exclude", "except": "exclude", "ignore": "exclude", "feeds": "sources",
            "urls": "sources", "pages": "sources", "active": "enabled", "disabled": "enabled",
            "cutoff": "threshold", "min-score": "threshold", "bursts": "incidents",
        ])
    static let term = KeyTable(
        "a term", ["term", "inflect", "transliterate", "typos"],
        aliases: [
            "word": "term", "name": "term", "text": "term", "language": "inflect", "forms": "inflect",
            "fuzzy": "typos",
        ])
    static let rule = KeyTable(
        "a rule",
        ["each", "id", "url", "author", "published", "rating", "title", "text", "reply", "next", "count"],
        aliases: ruleAliases)
    /// A named rule in a file of its own.
    static let site = KeyTable(
        "a site rule",
        [
            "name", "comment", "each", "id", "url", "author", "published", "rating", "title", "text", "reply",
            "next", "count",
        ],
        aliases: ruleAliases)
    static let rating = KeyTable(
        "`rating`", ["at", "match", "as", "best", "worst", "reversed"],
        aliases: [
            "value": "at", "selector": "at", "css": "at", "xpath": "at", "max": "best", "min": "worst",
            "of": "best", "regex": "match", "pattern": "as", "reverse": "reversed", "inverted": "reversed",
        ])
    static let field = KeyTable(
        "a field of a rule", ["at", "match", "join", "as"], aliases: fieldAliases,
        elsewhere: [
            "order": "only `published` has it", "format": "only `published` has it",
            "best": "only `rating` has it", "worst": "only `rating` has it",
        ])
    static let published = KeyTable(
        "`published`", ["at", "match", "join", "as", "order", "format"], aliases: fieldAliases)
    private static let fieldAliases = [
        "selector": "at", "css": "at", "xpath": "at", "path": "at", "regex": "match", "regexp": "match",
        "pattern": "match", "separator": "join", "glue": "join", "type": "as", "kind": "as",
    ]
    static let reply = KeyTable(
        "`reply`", ["each", "author", "published", "text"],
        aliases: ["at": "each", "date": "published", "time": "published", "body": "text", "content": "text"])

    private static let ruleAliases = [
        "item": "each", "items": "each", "record": "each", "records": "each", "list": "each",
        "date": "published",
        "time": "published", "body": "text", "content": "text", "stars": "rating", "score": "rating",
        "link": "url", "href": "url", "permalink": "url", "user": "author", "answer": "reply",
        "response": "reply", "heading": "title",
    ]
}
