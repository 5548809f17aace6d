"""What must hold at the end, whatever happened: each a list of sentences, empty when it holds."""

import collections
import datetime
import os
import sqlite3

from .world import CLOCKS


def instant(text: str) -> float:
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


class Found:
    """What the installation says of itself, read once."""

    def __init__(self, world):
        self.mentions = world.lines("mention", "list", "--limit", "1000000")
        self.numbers = {line["case"] for line in self.mentions if line["case"] is not None}
        self.cases = {number: world.lines("case", "show", str(number))[0] for number in sorted(self.numbers)}
        with sqlite3.connect(f"file:{world.store}?mode=ro", uri=True) as store:
            self.integrity = [row[0] for row in store.execute("PRAGMA integrity_check")]
            self.events = {row[0]: row[1] for row in store.execute("SELECT id, type FROM event")}
            self.waiting = list(store.execute(
                "SELECT endpoint, state, count(*) FROM alert WHERE state NOT IN ('delivered') AND endpoint <> 'nobody' "
                "GROUP BY endpoint, state"))


def one_case_each(found: Found, sites) -> list:
    """Every complaint that was posted is known, flagged, and in one case, with its copies."""
    faults = []
    by_order = collections.defaultdict(list)
    for mention in found.mentions:
        for word in (mention["text"] or "").split():
            if word.startswith("QX"):
                by_order[word.rstrip(".")].append(mention)
    for complaint in sites.complaints:
        mentions = by_order.get(complaint.order, [])
        if len(mentions) != len(complaint.places):
            faults.append(
                f"{complaint.order} stands on {sorted(complaint.places)}, known are "
                f"{sorted(mention['source'] for mention in mentions)}")
        if not all(mention["flagged"] for mention in mentions):
            faults.append(f"{complaint.order} is not flagged: {[mention['id'] for mention in mentions]}")
        cases = {mention["case"] for mention in mentions}
        if mentions and (None in cases or len(cases) != 1):
            faults.append(f"{complaint.order} is in the cases {cases}")
    shared = collections.defaultdict(set)
    for order, mentions in by_order.items():
        for mention in mentions:
            shared[mention["case"]].add(order)
    faults += [f"case {case} holds {len(orders)} complaints: {sorted(orders)}" for case, orders in shared.items()
               if case is not None and len(orders) > 1]
    return faults


def one_id_each(found: Found, receivers: list) -> list:
    """Every event came to every receiver, the same bytes under one id, and nothing was told under two."""
    faults = [f"{endpoint} has {count} alerts {state}" for endpoint, state, count in found.waiting]
    for receiver in receivers:
        faults += receiver.faults
        missing = set(found.events) - set(receiver.taken)
        unknown = set(receiver.taken) - set(found.events)
        faults += [f"{receiver.name} never took {event}, {found.events[event]}" for event in sorted(missing)[:20]]
        faults += [f"{receiver.name} took {event}, which the store does not know" for event in sorted(unknown)[:20]]
    told = collections.defaultdict(list)
    for identifier, (event, _) in receivers[0].taken.items():
        about = what_is_told(event)
        if about:
            told[about].append(identifier)
    faults += [f"{about} was told under {identifiers}" for about, identifiers in told.items() if len(identifiers) > 1]
    return faults


def what_is_told(event: dict):
    """What may be told once alone; None where a thing may happen again."""
    kind, data = event["type"], event["data"]
    if kind in ("ombud.case.opened", "ombud.mention.flagged"):
        return kind, event["subject"]
    if kind == "ombud.case.missed":
        return kind, event["subject"], data["clock"]["name"], data["clock"]["due"]
    if event.get("sequence"):
        clock = (data.get("clock") or {}).get("name")
        return kind, event["subject"], event["sequence"], clock, (data.get("mention") or {}).get("id")
    return None


def right_deadlines(found: Found, receivers: list, went_back: bool) -> list:
    """Each clock is due when the policy says, counted again here; a miss is told once, none before its time."""
    faults = []
    missed = collections.Counter()
    warned = collections.Counter()
    for event, _ in receivers[0].taken.values():
        clock = event["data"].get("clock")
        if event["type"] == "ombud.case.missed":
            missed[event["subject"], clock["name"], clock["due"]] += 1
            if instant(event["time"]) < instant(clock["due"]):
                faults.append(f"{event['subject']}: {clock['name']} was told as missed before it was due")
        elif event["type"] == "ombud.case.warning":
            warned[event["subject"], clock["name"]] += 1
    for number, case in found.cases.items():
        # A complaint that is repeated after its case was over starts the clocks anew.
        restarted = any(entry["what"] == "reopened" for entry in case["timeline"])
        for clock in case["clocks"]:
            start, seconds = CLOCKS[clock["name"]]
            expected = instant(case[start]) + seconds
            if not restarted and clock["due"] and abs(instant(clock["due"]) - expected) > 0.002:
                faults.append(f"case {number}: {clock['name']} is due {clock['due']}, not {seconds} s after {case[start]}")
            count = missed[f"case/{number}", clock["name"], clock["due"]]
            # What was told by a clock that was ahead may turn out to be in time once it was set back.
            wrong = count != 1 if clock["state"] == "missed" else count > (1 if went_back else 0)
            if wrong:
                faults.append(f"case {number}: {clock['name']} is {clock['state']} and was told as missed {count} times")
            if warned[f"case/{number}", clock["name"]] > 2:
                faults.append(f"case {number}: {clock['name']} was warned of {warned[f'case/{number}', clock['name']]} times")
    return faults


def sound_store(found: Found, world) -> list:
    faults = [] if found.integrity == ["ok"] else [f"integrity_check: {line}" for line in found.integrity[:5]]
    answer = world.ask("doctor", "--evidence")
    faults += [f"doctor: {line}" for line in answer.stdout.splitlines() if "evidence" in line and "fail" in line]
    return faults + world.notes
