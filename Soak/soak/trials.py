"""What happens to the installation while it works: a list to draw from."""

import os
import random
import signal
import subprocess
import threading
import time

from .receiver import TROUBLES
from .site import FAULTS


class Trials:
    def __init__(self, world, sites, chance: random.Random):
        self.world, self.sites, self.chance = world, sites, chance
        self.counts: dict = {}
        self.kinds = [
            (self.post_complaint, 60), (self.post_praise, 30), (self.copy, 10), (self.edit, 10), (self.act, 30),
            (self.site_fails, 12), (self.receiver_fails, 4), (self.reload, 2), (self.refused_reload, 1),
            (self.kill, 1.5), (self.restart, 1), (self.jump, 2), (self.full, 0.7),
        ]

    def once(self) -> None:
        kind = self.chance.choices([kind for kind, _ in self.kinds], [weight for _, weight in self.kinds])[0]
        name = kind.__name__.replace("_", " ")
        if kind() is not False:
            self.counts[name] = self.counts.get(name, 0) + 1

    def page(self) -> int:
        return self.chance.randrange(self.world.watched)

    def post_complaint(self) -> None:
        self.sites.post(self.page(), is_complaint=True)

    def post_praise(self) -> None:
        self.sites.post(self.page(), is_complaint=False)

    def copy(self):
        """The same customer posts the same complaint elsewhere."""
        if not self.sites.complaints:
            return False
        self.sites.place(self.chance.choice(self.sites.complaints[-20:]), self.page())

    def edit(self):
        if not self.sites.complaints:
            return False
        self.sites.edit(self.chance.choice(self.sites.complaints[-20:]))

    def act(self):
        """Somebody of the staff works the queue, beside the daemon."""
        try:
            cases = self.world.lines("case", "list", "--limit", "20")
        except (RuntimeError, subprocess.TimeoutExpired):
            return False
        if not cases:
            return False
        number = str(self.chance.choice(cases)["id"])
        words = self.chance.choice([
            ["take", number, "--as", "ola"], ["take", number, "--as", "jan"],
            ["note", number, "looked into it", "--as", "ola"],
            ["reply", number, "--text", "We are sorry; the money is on its way.", "--as", "ola"],
            ["resolve", number, "--as", "jan"],
        ])
        answer = self.world.ask("case", *words)
        if answer.returncode not in (0, 1, 75):
            self.world.notes.append(f"`case {' '.join(words)}` ended with {answer.returncode}: {answer.stderr.strip()}")

    def site_fails(self) -> None:
        self.sites.fail(self.page(), self.chance.choice(FAULTS), self.chance.uniform(2, 12))

    def receiver_fails(self) -> None:
        self.chance.choice(self.world.receivers).fail(self.chance.choice(TROUBLES), self.chance.uniform(1, 8))

    def reload(self) -> None:
        """A source more, or fewer of the latest, within what the sites have."""
        self.world.write(min(len(self.sites.reviews), self.world.watched + 1))
        self.world.reload()

    def refused_reload(self) -> None:
        self.world.write(self.world.watched, fault="nonsense: [\n")
        self.world.reload()
        self.world.write(self.world.watched)

    def kill(self) -> None:
        self.world.end(signal.SIGKILL)
        time.sleep(self.chance.uniform(0, 3))
        self.world.start()

    def restart(self) -> None:
        self.world.end(signal.SIGTERM)
        time.sleep(self.chance.uniform(0, 3))
        self.world.start()

    def jump(self):
        """The clock goes an hour on, or ten minutes back."""
        if not self.world.faketime:
            return False
        # While it is down: libfaketime would move the clock that sleeps are counted by, too, which no real jump does.
        self.world.end(signal.SIGKILL)
        self.world.set_clock(max(0, self.world.offset + self.chance.choice([3600, -600, 120, -30])))
        self.world.start()

    def full(self):
        """The disk is full for a while; the daemon goes on by itself when there is room."""
        if not self.world.hasDisk:
            return False
        self.world.fill()
        time.sleep(self.chance.uniform(3, 10))
        self.world.make_room()
