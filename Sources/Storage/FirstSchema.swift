/// Schema 1. Times are milliseconds since 1970 UTC; tables are named for their noun.
func firstSchema(_ dialect: Dialect) -> [String] {
    [
        // A place that is polled, as far as it changes while running; the rest is in the watchlists.
        """
        CREATE TABLE source (
            name TEXT PRIMARY KEY, subject TEXT NOT NULL, url TEXT NOT NULL,
            is_active INTEGER NOT NULL DEFAULT 1,
            next_visit INTEGER NOT NULL, claimed_by TEXT, claimed_until INTEGER,
            health TEXT NOT NULL DEFAULT 'new'
                CHECK (health IN ('new', 'fine', 'empty', 'failing', 'blind', 'changed')),
            failures INTEGER NOT NULL DEFAULT 0, empty_visits INTEGER NOT NULL DEFAULT 0,
            usual_records INTEGER NOT NULL DEFAULT 0, last_visit INTEGER, last_success INTEGER,
            trouble_since INTEGER, last_failure TEXT
        )
        """,
        "CREATE INDEX source_due ON source (next_visit) WHERE is_active = 1",
        // The state of each page of a source, for conditional requests.
        """
        CREATE TABLE page (
            source TEXT NOT NULL REFERENCES source (name), url TEXT NOT NULL,
            etag TEXT, last_modified TEXT, body_hash INTEGER, read_as INTEGER NOT NULL,
            next_url TEXT, is_feed INTEGER NOT NULL DEFAULT 0, records INTEGER NOT NULL,
            PRIMARY KEY (source, url)
        )
        """,
        """
        CREATE TABLE visit (
            id \(dialect.identityColumn), source TEXT NOT NULL REFERENCES source (name),
            started INTEGER NOT NULL, ended INTEGER NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('complete', 'unchanged', 'partial', 'failed')),
            code TEXT, reason TEXT, pages INTEGER NOT NULL, records INTEGER NOT NULL,
            new_mentions INTEGER NOT NULL, changed_mentions INTEGER NOT NULL
        )
        """,
        "CREATE INDEX visit_source ON visit (source, started)",
        // Politeness that outlives a restart.
        """
        CREATE TABLE host (
            name TEXT PRIMARY KEY, held_until INTEGER, robots \(dialect.blobType),
            robots_status INTEGER, robots_fetched INTEGER
        )
        """,
        // A policy as it was when cases were opened under it.
        """
        CREATE TABLE policy (
            id \(dialect.identityColumn), name TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (name, body)
        )
        """,
        """
        CREATE TABLE "case" (
            id \(dialect.identityColumn), subject TEXT NOT NULL,
            policy INTEGER NOT NULL REFERENCES policy (id),
            state TEXT NOT NULL CHECK (state IN
                ('new', 'open', 'waiting', 'answered', 'resolved', 'closed', 'dismissed', 'merged')),
            owner TEXT, version INTEGER NOT NULL DEFAULT 1,
            opened INTEGER NOT NULL, posted INTEGER, seen INTEGER NOT NULL, due INTEGER,
            urgency TEXT NOT NULL, topic TEXT
        )
        """,
        "CREATE INDEX case_due ON \"case\" (due) WHERE state IN ('new', 'open', 'waiting', 'answered')",
        """
        CREATE TABLE mention (
            id \(dialect.identityColumn), subject TEXT NOT NULL,
            source TEXT NOT NULL REFERENCES source (name), site_id TEXT, url TEXT, author TEXT,
            published INTEGER, published_precision TEXT, published_offset INTEGER, language TEXT,
            title TEXT, text TEXT NOT NULL, rating REAL, rating_best REAL, rating_worst REAL,
            reply_author TEXT, reply_text TEXT, reply_published INTEGER, reply_precision TEXT,
            reply_offset INTEGER,
            score REAL NOT NULL CHECK (score BETWEEN 0 AND 1), flagged INTEGER NOT NULL,
            urgency TEXT NOT NULL, topic TEXT, cause TEXT, legal INTEGER NOT NULL, reasons TEXT NOT NULL,
            presence TEXT NOT NULL DEFAULT 'seen' CHECK (presence IN ('seen', 'vanished')),
            decision TEXT CHECK (decision IN ('confirmed', 'dismissed')), decided_at INTEGER,
            decided_by TEXT, decided_why TEXT,
            first_seen INTEGER NOT NULL, changed INTEGER NOT NULL, revisions INTEGER NOT NULL DEFAULT 1,
            cluster INTEGER, "case" INTEGER REFERENCES "case" (id),
            inbox_rank INTEGER NOT NULL DEFAULT 0
        )
        """,
        // The inbox in its order: flagged, undecided, most urgent and newest first.
        "CREATE INDEX mention_inbox ON mention (inbox_rank DESC, id DESC) WHERE flagged = 1 AND decision IS NULL",
        "CREATE INDEX mention_case ON mention (\"case\") WHERE \"case\" IS NOT NULL",
        "CREATE INDEX mention_cluster ON mention (cluster)",
        "CREATE INDEX mention_source ON mention (source)",
        """
        CREATE TABLE revision (
            mention INTEGER NOT NULL REFERENCES mention (id), number INTEGER NOT NULL,
            seen INTEGER NOT NULL, title TEXT, text TEXT NOT NULL,
            rating REAL, rating_best REAL, rating_worst REAL,
            reply_author TEXT, reply_text TEXT, reply_published INTEGER, reply_precision TEXT,
            reply_offset INTEGER, PRIMARY KEY (mention, number)
        )
        """,
        // By what a mention is known again.
        "CREATE TABLE identity (key TEXT PRIMARY KEY, mention INTEGER NOT NULL REFERENCES mention (id))",
        "CREATE INDEX identity_mention ON identity (mention)",
        // Where a mention is listed now; rows go when it rolls off or vanishes.
        """
        CREATE TABLE listing (
            mention INTEGER PRIMARY KEY REFERENCES mention (id), source TEXT NOT NULL, page TEXT NOT NULL,
            position INTEGER NOT NULL, missing INTEGER NOT NULL DEFAULT 0
        )
        """,
        "CREATE INDEX listing_source ON listing (source, position)",
        // Near-duplicate candidates: MinHash bands.
        """
        CREATE TABLE band (
            key INTEGER NOT NULL, mention INTEGER NOT NULL REFERENCES mention (id), PRIMARY KEY (key, mention)
        )
        """,
        """
        CREATE TABLE clock (
            "case" INTEGER NOT NULL REFERENCES "case" (id), name TEXT NOT NULL, place INTEGER NOT NULL,
            due INTEGER, state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'met', 'missed', 'off')),
            stopped INTEGER, PRIMARY KEY ("case", name)
        )
        """,
        "CREATE INDEX clock_due ON clock (due) WHERE state = 'running'",
        // A warning that is still to be given.
        """
        CREATE TABLE warning (
            "case" INTEGER NOT NULL REFERENCES "case" (id), clock TEXT NOT NULL, at INTEGER NOT NULL,
            due INTEGER NOT NULL, sent INTEGER, PRIMARY KEY ("case", clock, at, due)
        )
        """,
        "CREATE INDEX warning_at ON warning (at) WHERE sent IS NULL",
        """
        CREATE TABLE timeline (
            id \(dialect.identityColumn), "case" INTEGER NOT NULL REFERENCES "case" (id),
            at INTEGER NOT NULL, by TEXT, what TEXT NOT NULL, note TEXT, statement TEXT, time INTEGER,
            mention INTEGER REFERENCES mention (id)
        )
        """,
        "CREATE INDEX timeline_case ON timeline (\"case\", id)",
        // What staff decided, kept for learning.
        """
        CREATE TABLE decision (
            id \(dialect.identityColumn), mention INTEGER NOT NULL REFERENCES mention (id),
            at INTEGER NOT NULL, by TEXT NOT NULL, decision TEXT NOT NULL, why TEXT
        )
        """,
        """
        CREATE TABLE event (
            id TEXT PRIMARY KEY, type TEXT NOT NULL, subject TEXT NOT NULL, time INTEGER NOT NULL,
            body \(dialect.blobType) NOT NULL
        )
        """,
        // The outbox: an event on its way to one endpoint.
        """
        CREATE TABLE alert (
            number \(dialect.identityColumn), event TEXT NOT NULL REFERENCES event (id),
            endpoint TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead')),
            attempts INTEGER NOT NULL DEFAULT 0, next_attempt INTEGER, claimed_until INTEGER,
            last_error TEXT, delivered INTEGER, UNIQUE (event, endpoint)
        )
        """,
        "CREATE INDEX alert_due ON alert (endpoint, next_attempt) WHERE state = 'pending'",
        """
        CREATE TABLE delivery (
            id \(dialect.identityColumn), alert INTEGER NOT NULL REFERENCES alert (number),
            at INTEGER NOT NULL, status INTEGER, error TEXT, took INTEGER NOT NULL
        )
        """,
        "CREATE INDEX delivery_alert ON delivery (alert)",
        """
        CREATE TABLE endpoint (
            name TEXT PRIMARY KEY, disabled_at INTEGER, reason TEXT, held_until INTEGER
        )
        """,
    ]
}
