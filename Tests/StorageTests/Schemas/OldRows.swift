/// Rows for every table of every released schema, as the Ombud of that time wrote them. A shipped schema is never
/// edited, and neither is what stands here.
enum OldRows {
    /// For a store of schema `schema`.
    static func statements(_ schema: Int) -> [String] {
        let added = [second, third, fourth, fifth, sixth]
        return (schema == 1 ? first + firstListing : first) + added.prefix(schema - 1).joined()
    }

    private static let first = [
        """
        INSERT INTO source (name, subject, url, next_visit, health, failures, last_visit, last_failure)
        VALUES ('forum', 'Acme', 'https://forum.example/', 1000, 'fine', 0, 900, NULL),
            ('shop', 'Acme', 'https://shop.example/', 2000, 'blind', 3, 950, 'no answer')
        """,
        """
        INSERT INTO page (source, url, etag, body_hash, read_as, records)
        VALUES ('forum', 'https://forum.example/', '"x"', 7, 3, 2)
        """,
        """
        INSERT INTO visit (source, started, ended, outcome, code, reason, pages, records, new_mentions,
            changed_mentions)
        VALUES ('forum', 800, 900, 'complete', NULL, NULL, 1, 2, 2, 0),
            ('shop', 940, 950, 'failed', 'timeout', 'no answer', 0, 0, 0, 0)
        """,
        "INSERT INTO host (name, held_until, robots, robots_status, robots_fetched) VALUES ('forum.example', 5, x'55', 200, 4)",
        "INSERT INTO policy (name, body) VALUES ('default', '{}')",
        """
        INSERT INTO "case" (subject, policy, state, owner, version, opened, posted, seen, due, urgency, topic)
        VALUES ('Acme', 1, 'open', 'anna', 3, 1000, 900, 950, 9000, 'high', 'delivery'),
            ('Acme', 1, 'resolved', NULL, 5, 1100, NULL, 960, NULL, 'normal', NULL)
        """,
        """
        INSERT INTO mention (subject, source, site_id, url, author, published, published_precision,
            published_offset, language, title, text, rating, rating_best, rating_worst, reply_author, reply_text,
            score, flagged, urgency, topic, cause, legal, reasons, presence, decision, decided_at, decided_by,
            first_seen, changed, revisions, cluster, "case", inbox_rank)
        VALUES ('Acme', 'forum', 'p1', 'https://forum.example/1', 'Żaneta Ó', 900, 'day', 3600, 'pl', 'Zły sklep',
                'Paczka nie przyszła od trzech tygodni', 1, 5, 1, 'Acme', 'Przepraszamy', 0.9, 1, 'high', 'delivery',
                'late', 0, '1.5\tslow', 'seen', 'confirmed', 990, 'anna', 950, 960, 2, 1, 1, 20900),
            ('Acme', 'forum', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Nice shop', NULL, NULL, NULL, NULL,
                NULL, 0.1, 0, 'normal', NULL, NULL, 0, '', 'vanished', NULL, NULL, NULL, 955, 955, 1, 2, NULL, 0),
            ('Acme', 'shop', 's9', 'https://shop.example/9', 'Bo', 910, 'second', NULL, 'en', NULL, 'Broken again',
                2, 5, NULL, NULL, NULL, 0.8, 1, 'normal', 'quality', NULL, 1, '', 'seen', NULL, NULL, NULL, 960,
                960, 1, 3, 2, 10800)
        """,
        """
        INSERT INTO revision (mention, number, seen, title, text) VALUES (1, 1, 950, NULL, 'Paczka nie przyszła'),
            (1, 2, 960, 'Zły sklep', 'Paczka nie przyszła od trzech tygodni')
        """,
        "INSERT INTO identity (key, mention) VALUES ('id|forum|p1', 1), ('url|Acme|shop.example/9', 3)",
        "INSERT INTO band (key, mention) VALUES (11, 1), (12, 1), (11, 3)",
        """
        INSERT INTO clock ("case", name, place, due, state, stopped) VALUES (1, 'answer', 0, 9000, 'running', NULL),
            (2, 'answer', 0, 8000, 'met', 7000)
        """,
        "INSERT INTO warning (\"case\", clock, at, due, sent) VALUES (1, 'answer', 5000, 9000, NULL)",
        """
        INSERT INTO timeline ("case", at, by, what, note, statement, time, mention)
        VALUES (1, 1000, NULL, 'opened', NULL, NULL, NULL, 1), (1, 1010, 'anna', 'assigned', 'she knows it', NULL,
            NULL, NULL), (1, 1020, 'anna', 'noted', 'the courier lost it', NULL, NULL, NULL)
        """,
        "INSERT INTO decision (mention, at, by, decision, why) VALUES (1, 980, 'bo', 'dismissed', 'spam'), (1, 990, 'anna', 'confirmed', NULL)",
        """
        INSERT INTO event (id, type, subject, time, body)
        VALUES ('evt_1', 'ombud.case.opened', 'case/1', 1000, x'7b7d'), ('evt_2', 'ombud.test', 'endpoint/desk', 1, x'7b7d')
        """,
        """
        INSERT INTO alert (event, endpoint, state, attempts, next_attempt, last_error, delivered)
        VALUES ('evt_1', 'desk', 'pending', 1, 3000, 'HTTP 500', NULL), ('evt_2', 'desk', 'delivered', 1, NULL, NULL, 50),
            ('evt_1', 'chat', 'dead', 9, NULL, 'HTTP 404', NULL)
        """,
        "INSERT INTO delivery (alert, at, status, error, took) VALUES (1, 2000, 500, 'HTTP 500', 12), (2, 50, 204, NULL, 3)",
        "INSERT INTO endpoint (name, disabled_at, reason, held_until) VALUES ('chat', 70, 'it answered 410', NULL)",
    ]

    private static let firstListing = [
        "INSERT INTO listing (mention, source, page, position, missing) VALUES (1, 'forum', 'https://forum.example/', 0, 0)"
    ]

    private static let second = [
        """
        INSERT INTO listing (source, page, place, is_detail, read_as, entries)
        VALUES ('forum', 'https://forum.example/', 0, 0, 3, '1:77:0 0:78:0')
        """,
        """
        INSERT INTO gap (source, kind, state, opened, after, before, pages, records, failures, why)
        VALUES ('forum', 'gap', 'open', 900, 100, 800, 2, 40, 0, NULL)
        """,
        "INSERT INTO cookie (source, line) VALUES ('forum', 'a=b')",
        """
        INSERT INTO evidence (source, kind, record, url, at, file, start, length, sha256, chain, payload_digest)
        VALUES (NULL, 'warcinfo', 'u0', '', 900, 'a.warc.gz', 0, 10, zeroblob(32), zeroblob(32), NULL),
            ('forum', 'response', 'u1', 'https://forum.example/', 900, 'a.warc.gz', 10, 20, zeroblob(32),
                zeroblob(32), zeroblob(32))
        """,
        "INSERT INTO evidence_mention (record, mention, revision, role) VALUES ('u1', 1, 1, 'made')",
        "INSERT INTO evidence_anchor (number, chain, at) VALUES (0, zeroblob(32), 1)",
    ]

    private static let third = [
        "INSERT INTO contract (source, read_as, learned) VALUES ('forum', 3, '{}')",
        "INSERT INTO sketch (number, mention, author, bands) VALUES (1, 3, 42, zeroblob(256))",
    ]

    private static let fourth = [
        "INSERT INTO twin (mention, other, verdict, why, at, by) VALUES (3, 1, 'edited', 'nearly the same words', 960, NULL)",
        "INSERT INTO apart (mention, other, at, by, why) VALUES (1, 2, 970, 'anna', NULL), (2, 1, 970, 'anna', NULL)",
        "INSERT INTO voice (author, mention) VALUES (43, 3) ON CONFLICT DO NOTHING",
        "INSERT INTO former (mention, \"case\") VALUES (3, 2)",
        "INSERT INTO layer (id, version, model, body) VALUES (1, 2, 'm', x'00')",
        """
        INSERT INTO arrival (mention, subject, source, at, span, is_backfill, author, topic)
        VALUES (1, 'Acme', 'forum', 900, 0, 0, 41, 'delivery') ON CONFLICT DO NOTHING
        """,
        """
        INSERT INTO incident (subject, source, kind, opened, started, ended, length, count, expected, words,
            is_one_wording, usual_rate, why)
        VALUES ('Acme', 'forum', 'outage', 1000, 800, 990, 190, 9, 1.5, 'paczka', 0, 0.1, 'many at once')
        """,
        "INSERT INTO incident_member (mention, incident) VALUES (1, 1)",
    ]

    private static let fifth = [
        "INSERT INTO tag (\"case\", name, at, by) VALUES (1, 'courier', 1000, 'anna')",
        "INSERT INTO link (\"case\", other, url, kind, at, by, why) VALUES (1, 2, NULL, 'related', 1000, 'anna', NULL)",
        "INSERT INTO snooze (mention, until, at, by) VALUES (3, 9000, 1000, 'anna')",
        """
        INSERT INTO promise ("case", number, what, due, state, made, by, said)
        VALUES (1, 1, 'refund', 9000, 'open', 1000, 'anna', 'we refund')
        """,
        "INSERT INTO rung (\"case\", number, start, at) VALUES (1, 0, 1000, 9000)",
    ]

    private static let sixth = [
        """
        INSERT INTO reminder (endpoint, "case", event, type, last, since, next)
        VALUES ('desk', 1, 'evt_1', 'ombud.case.opened', 'evt_1', 1000, 9000),
            ('desk', 2, 'evt_1', 'ombud.case.opened', 'evt_1', 1000, 9000)
        """,
        """
        INSERT INTO silence (made, by, until, why, endpoints, types, subjects, cases, sources)
        VALUES (1000, 'anna', 9000, 'moving', '', '', '', '1', '')
        """,
        "INSERT INTO audit (at, who, command, subject, note) VALUES (1000, 'anna', 'case take', 'case/1', NULL)",
        """
        INSERT INTO held_alert (alert, endpoint, holder, until, type, about, "case", subject, source, incident,
            statute_due, is_statute_missed, is_late)
        VALUES (1, 'desk', 'silence/1', 9000, 'ombud.case.opened', 'case/1', 1, 'Acme', 'forum', NULL, NULL, 0, 0)
        """,
        "INSERT INTO alert_group (endpoint, key, told) VALUES ('desk', 'case/1', 1000)",
        "INSERT INTO alert_budget (endpoint, tokens, at) VALUES ('desk', 1.5, 1000)",
        """
        INSERT INTO backup (at, by, path, bytes, sha256, evidence, gone)
        VALUES (1000, 'anna', '/backup/ombud.db', 10, zeroblob(32), NULL, NULL)
        """,
        "INSERT INTO forgotten (key, at, kind, how, name) VALUES (zeroblob(32), 1000, 'author', 'erased', NULL)",
        "INSERT INTO forgotten_salt (id, salt) VALUES (1, zeroblob(32))",
        "INSERT INTO hold (\"case\", mention, at, by, why) VALUES (1, NULL, 1000, 'anna', 'a lawsuit')",
        "INSERT INTO notice (name, at, text) VALUES ('configuration', 1000, 'ombud.yaml:1:1: ...')",
        "INSERT INTO upkeep (what, at, found, bytes) VALUES ('purge', 1000, NULL, 10)",
    ]
}
