"""A store at full size for the lists of the queue: a million mentions, a hundred thousand cases.

The store and its schema are made by Ombud itself; what is in it is written here, as many rows of every table that the
lists read as years of work leave behind.
"""

import contextlib
import random
import sqlite3
import time

HOUR = 3_600_000
DAY = 24 * HOUR
WORDS = ("parcel courier refund waiting answer nobody phone broken invoice twice promised week again shop order "
         "screen battery contract money returned warranty service manager call email never arrived late wrong size "
         "paczka kurier zwrot czekam odpowiedź telefon umowa reklamacja sklep pieniądze").split()
TOPICS = ["product", "delivery", "service", "staff", "price", "refund", "warranty", "app", "privacy", "other"]
CAUSES = ["left alone", "late", "mistake", "product fault", "refused", "overcharged", None]
OWNERS = [None, "anna", "ola", "jan", "piotr", "ewa", "tomek"]
ENDED = ["resolved", "resolved", "resolved", "closed", "dismissed", "merged"]
ACTIVE = ["new", "open", "open", "waiting", "answered"]
MENTION = ("id cluster subject source url author published published_precision language first_seen changed inbox_rank "
           "title text rating rating_best score flagged urgency topic cause legal reasons decision decided_at "
           "decided_by \"case\"").split()


def fill(path: str, mentions: int, cases: int, active: int, inbox: int) -> None:
    """Rows into an empty store that has its schema; some of the inbox are in active cases, some in none."""
    chance, now = random.Random(7), int(time.time() * 1000)
    sources = [f"source-{number}" for number in range(200)]
    with contextlib.closing(sqlite3.connect(path)) as store:
        store.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN")
        store.executemany(
            "INSERT INTO source (name, subject, url, next_visit, health) VALUES (?, ?, ?, ?, 'fine')",
            [(name, f"Subject {index % 20}", f"https://{name}.example/", now + 365 * DAY)
             for index, name in enumerate(sources)])
        store.execute("INSERT INTO policy (id, name, body) VALUES (1, 'default', '{}')")
        first_active = cases - active
        for number in range(1, cases + 1):
            is_active = number > first_active
            opened = now - (cases - number) * 300 * DAY // cases - HOUR
            state = chance.choice(ACTIVE if is_active else ENDED)
            due = now + chance.randrange(-2 * DAY, 10 * DAY)
            clock = {"answered": "met", "waiting": "paused"}.get(state, "missed" if due < now else "running")
            if not is_active:
                clock = "met"
            nearest = due if clock in ("running", "missed") else None
            store.execute(
                "INSERT INTO \"case\" (id, subject, policy, state, owner, version, opened, posted, seen, due, urgency, "
                "topic, nearest, reach, updated) VALUES (?, ?, 1, ?, ?, 3, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, f"Subject {number % 20}", state, chance.choice(OWNERS[1:] if state != "new" else OWNERS[:1]),
                 opened, opened - 2 * HOUR, opened, due if clock == "running" else None,
                 chance.choices(["low", "normal", "high"], [2, 6, 1])[0], chance.choice(TOPICS), nearest,
                 chance.choices([1, 2, 3, 11], [80, 10, 5, 1])[0], opened + HOUR))
            for place, (name, state_of) in enumerate((("answer", clock), ("resolve", clock))):
                store.execute("INSERT INTO clock (\"case\", name, place, due, state, stopped) VALUES (?, ?, ?, ?, ?, ?)",
                              (number, name, place, due + place * 10 * DAY, state_of,
                               opened + HOUR if clock == "met" else None))
            store.executemany(
                "INSERT INTO timeline (\"case\", at, by, what, note) VALUES (?, ?, ?, ?, ?)",
                [(number, opened, None, "opened", None), (number, opened + HOUR // 2, "ola", "assigned", "to ola"),
                 (number, opened + HOUR, "ola", "noted", "called, nobody answers")])
        add = (f"INSERT INTO mention ({', '.join(MENTION)}) VALUES ({', '.join('?' * len(MENTION))})")
        in_cases = cases + cases // 4
        waiting_in_cases = min(active, inbox * 7 // 10)
        store.executemany(add, (
            mention(number, mentions, in_cases, cases, waiting_in_cases, inbox, sources, chance, now)
            for number in range(1, mentions + 1)))
        store.commit()
        # As Ombud leaves it: nothing waits in the log to be copied.
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def mention(number: int, mentions: int, in_cases: int, cases: int, waiting: int, inbox: int, sources: list, chance,
            now: int) -> tuple:
    """The newest are those in cases; the last `waiting` of these and some without a case are still in the inbox."""
    place = number - (mentions - in_cases)
    case = None if place <= 0 else place if place <= cases else chance.randrange(1, cases + 1)
    is_undecided = case is not None and cases - waiting < place <= cases or 0 < mentions - in_cases - number < inbox - waiting + 1
    is_flagged = case is not None or is_undecided or number % 20 == 0
    seen = now - (mentions - number) * 300 * DAY // mentions
    text = " ".join(chance.choices(WORDS, k=chance.randrange(15, 60)))
    urgency = chance.choices([0, 1, 2], [2, 6, 1])[0]
    score = chance.uniform(0.6, 1) if is_flagged else chance.uniform(0, 0.5)
    source = chance.choice(sources)
    decision = None if is_undecided or not is_flagged else "confirmed" if case else "dismissed"
    return (number, number, f"Subject {number % 20}", source, f"https://{source}.example/posts/{number}",
            f"author {number % 90_000}", seen - HOUR, "minute", chance.choice(["pl", "en", "de", "ru"]), seen, seen,
            urgency * 10_000 + int(score * 1000), " ".join(chance.choices(WORDS, k=5)).capitalize(), text,
            float(chance.randrange(1, 6)), 5.0, score, int(is_flagged), ["low", "normal", "high"][urgency],
            chance.choice(TOPICS), chance.choice(CAUSES), 0, "0.9\tone star\n0.7\tnobody answers\n-0.2\tthanks",
            decision, seen + HOUR if decision else None, "ola" if decision else None, case)
