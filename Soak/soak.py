"""`make soak`: an installation on loopback that nothing is spared, and what must hold at the end.

    python3 Soak/soak.py [--minutes N] [--pages N] [--seed N] [--binary FILE] [--folder DIR]

Sites change and fail, receivers fail, settings are reloaded and refused, the daemon is killed and restarted, its
clock jumps (with libfaketime), its disk is full for a while (as root, on a small disk of its own), staff work the
queue beside it. Then everything is well again, and after a while every complaint must be one case, every event
delivered under one id, every deadline right, and the store sound. Exit 1 when something is not.
"""

import argparse
import os
import random
import shutil
import signal
import socket
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from soak import invariants  # noqa: E402
from soak.receiver import Receiver  # noqa: E402
from soak.site import Sites  # noqa: E402
from soak.trials import Trials  # noqa: E402
from soak.world import World  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main() -> int:
    parser = argparse.ArgumentParser(description="Soaks Ombud and checks what must hold.")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--pages", type=int, default=40, help="sources")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="draws the same trials again")
    parser.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "ombud"))
    parser.add_argument("--folder", default=os.path.join(ROOT, ".build", "soak"))
    options = parser.parse_args()
    if not os.access(options.binary, os.X_OK):
        parser.error(f"{options.binary} is not there; `make release` builds it, `make soak` does so by itself")
    shutil.rmtree(options.folder, ignore_errors=True)
    os.makedirs(options.folder)
    chance = random.Random(options.seed)
    sites = Sites(options.pages, chance)
    receivers = [Receiver(name, options.folder) for name in ("desk", "crm")]
    with socket.socket() as held:
        # Bound and not listening: connections are refused for as long as this lasts.
        held.bind(("127.0.0.1", 0))
        world = World(options.binary, options.folder, sites, receivers, held.getsockname()[1])
        print(f"seed {options.seed}; {options.minutes:g} minutes in {options.folder}", flush=True)
        if not world.mount():
            print("no disk of its own (that needs root): it is never full", flush=True)
        if not world.faketime:
            print("no libfaketime (apt-get install libfaketime): the clock never jumps", flush=True)
        try:
            return soak(world, sites, receivers, chance, options.minutes)
        finally:
            if world.process and world.process.poll() is None:
                world.end(signal.SIGTERM)
            keep(world, options.folder)
            world.unmount()


def soak(world: World, sites: Sites, receivers: list, chance: random.Random, minutes: float) -> int:
    world.write(max(1, len(sites.reviews) - 5))
    world.start()
    trials = Trials(world, sites, chance)
    start = told = time.monotonic()
    memory = []
    while time.monotonic() - start < minutes * 60:
        trials.once()
        time.sleep(chance.expovariate(2))
        memory.append(world.memory())
        if world.process.poll() is not None:
            print(f"the daemon ended by itself with {world.process.returncode}; see {world.log.name}")
            return 1
        if time.monotonic() - told > 60:
            told = time.monotonic()
            print(
                f"{(told - start) / 60:.0f} min: {len(sites.complaints)} complaints, {sites.requests} requests, "
                f"{len(receivers[0].taken)} and {len(receivers[1].taken)} events taken, {memory[-1]:.0f} MB", flush=True)
    sites.heal()
    for receiver in receivers:
        receiver.heal()
    world.write(len(sites.reviews))
    world.reload()
    settled = settle(world, sites, receivers)
    return judge(world, sites, receivers, trials, memory, settled)


def settle(world: World, sites: Sites, receivers: list) -> float:
    """Waits until all that was posted is known and all that was told is taken; seconds, or nan."""
    start = time.monotonic()
    while time.monotonic() - start < 240:
        time.sleep(2)
        try:
            with sqlite3.connect(f"file:{world.store}?mode=ro", uri=True) as store:
                posts = store.execute("SELECT count(*) FROM mention").fetchone()[0]
                waiting = store.execute(
                    "SELECT count(*) FROM alert WHERE state = 'pending' AND endpoint <> 'nobody'").fetchone()[0]
        except sqlite3.Error:
            continue
        if posts >= sum(len(reviews) for reviews in sites.reviews) and waiting == 0:
            # The last clocks, and the last events of theirs.
            time.sleep(5)
            return time.monotonic() - start
    return float("nan")


def judge(world: World, sites: Sites, receivers: list, trials: Trials, memory: list, settled: float) -> int:
    descriptors = world.descriptors()
    world.end(signal.SIGTERM)
    # What the last second brought is delivered by a daemon that is let alone.
    world.start()
    settle(world, sites, receivers)
    world.end(signal.SIGTERM)
    found = invariants.Found(world)
    checks = [
        ("every complaint one case", invariants.one_case_each(found, sites)),
        ("every event delivered under one id", invariants.one_id_each(found, receivers)),
        ("deadlines right", invariants.right_deadlines(found, receivers, world.went_back)),
        ("store, evidence, ends and reloads sound", invariants.sound_store(found, world)),
    ]
    if settled != settled:
        checks.append(("all known and told within 240 s of peace", ["it was not"]))
    print("trials: " + ", ".join(f"{name} {count}" for name, count in sorted(trials.counts.items())))
    print(
        f"{len(sites.complaints)} complaints in {sum(len(each.places) for each in sites.complaints)} places, "
        f"{len(found.mentions)} mentions, {len(found.cases)} cases, {len(found.events)} events, "
        f"{sum(count for _, count in receivers[0].taken.values())} and "
        f"{sum(count for _, count in receivers[1].taken.values())} deliveries taken")
    print(f"settled in {settled:.0f} s; memory at most {max(memory):.0f} MB, at the end {memory[-1]:.0f} MB; {descriptors} descriptors")
    for name, faults in checks:
        print(f"{'ok  ' if not faults else 'FAIL'} {name}")
        for fault in faults[:20]:
            print(f"       {fault}")
        if len(faults) > 20:
            print(f"       and {len(faults) - 20} more")
    return 1 if any(faults for _, faults in checks) else 0


def keep(world: World, folder: str) -> None:
    """The store outlives its disk, for whoever looks into a failure."""
    if world.hasDisk:
        shutil.copytree(world.data, os.path.join(folder, "kept"), dirs_exist_ok=True)


if __name__ == "__main__":
    sys.exit(main())
