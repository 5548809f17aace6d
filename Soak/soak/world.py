"""One installation that is soaked: its settings, its daemon, its clock, its disk."""

import contextlib
import glob
import json
import os
import select
import signal
import socket
import subprocess
import time

POLICY = """name: soak
open: { within: 7d }
clocks:
  - { name: acknowledge, within: 30s, from: seen, until: assign, warn: ["50%"] }
  - { name: answer, within: 90s, from: seen, until: reply, warn: ["50%", "80%"] }
  - { name: resolve, within: 2h, from: opened, until: resolve, warn: ["50%"] }
"""
# What each clock of the policy counts: where it starts, and its seconds.
CLOCKS = {"acknowledge": ("seen", 30), "answer": ("seen", 90), "resolve": ("opened", 7200)}


class World:
    def __init__(self, binary: str, folder: str, sites, receivers: list, dead_port: int):
        self.binary, self.folder, self.sites = binary, folder, sites
        self.receivers, self.dead_port = receivers, dead_port
        self.data = os.path.join(folder, "data")
        self.config = os.path.join(folder, "config")
        self.store = os.path.join(self.data, "ombud.db")
        self.log = open(os.path.join(folder, "daemon.log"), "ab")
        self.process = None
        self.notes: list = []
        self.watched = 0
        self.hasDisk = False
        for path in (self.data, os.path.join(self.config, "policies"), os.path.join(self.config, "watchlists")):
            os.makedirs(path, exist_ok=True)
        self.clock = os.path.join(folder, "clock")
        libraries = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
        self.faketime = libraries[0] if libraries else None
        self.offset, self.went_back = 0, False
        # Ahead from the start: behind this machine's clock libfaketime lets absolute timers come too late, so that all
        # stands still, which no real jump does.
        self.set_clock(7200)
        self.listen()

    def listen(self) -> None:
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify_path = os.path.join(self.folder, "notify")
        with contextlib.suppress(FileNotFoundError):
            os.remove(self.notify_path)
        self.notify.bind(self.notify_path)

    # Settings

    def write(self, watched: int, fault: str = "") -> None:
        self.watched = watched
        with open(os.path.join(self.config, "policies", "soak.yaml"), "w") as file:
            file.write(POLICY)
        with open(os.path.join(self.config, "ombud.yaml"), "w") as file:
            file.write(
                f'store: "sqlite:{self.store}"\nuser-agent: "Ombud/1.0 (+https://soak.example/contact)"\n'
                "fetch: { allow-private: true, timeout: 5s, first-byte: 4s, per-host: { at-most: 4, delay: 0s } }\n"
                "incidents: { enabled: false }\nendpoints:\n" + fault)
            waits = "[" + ", ".join(["1s"] * 20 + ["3s"] * 400) + "]"
            for receiver in self.receivers:
                file.write(
                    f'  - {{ name: {receiver.name}, url: "{receiver.url}", secret: {{ file: {receiver.secret} }}, '
                    f"timeout: 2s, retry: {waits} }}\n")
            file.write(
                f'  - {{ name: nobody, url: "http://127.0.0.1:{self.dead_port}/", secret: '
                f"{{ file: {self.receivers[0].secret} }}, timeout: 2s, retry: [1s, 1s] }}\n")
            names = ", ".join([receiver.name for receiver in self.receivers] + ["nobody"])
            file.write(f'routes:\n  - {{ types: ["ombud.*"], to: [{names}] }}\n')
        with open(os.path.join(self.config, "watchlists", "soak.yaml"), "w") as file:
            file.write("subject: Soak\nterms: [Soak]\npolicy: soak\nsources:\n")
            for page in range(watched):
                file.write(f'  - {{ name: p{page}, url: "{self.sites.url(page)}", every: 2s, about: subject }}\n')

    # The daemon

    def command(self, *words: str) -> list:
        # Without something that executes it, libfaketime hides the arguments from a Swift program.
        return [*(["nice", "-n", "0"] if self.faketime else []), self.binary, *words, "--config", self.config]

    def environment(self) -> dict:
        environment = {**os.environ, "NOTIFY_SOCKET": self.notify_path}
        if self.faketime:
            environment |= {
                "LD_PRELOAD": self.faketime, "FAKETIME_TIMESTAMP_FILE": self.clock, "FAKETIME_CACHE_DURATION": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_DONT_RESET": "1",
            }
        return environment

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command("serve", "--log-level", "notice"), env=self.environment(),
            stdout=self.log, stderr=self.log)
        if not self.waits_for("READY=1", 60):
            raise SystemExit(f"the daemon was not READY within 60 s; see {self.log.name}")

    def waits_for(self, word: str, seconds: float) -> bool:
        """Whether the daemon says so in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self.notify], [], [], 0.2)
            if ready and word in self.notify.recv(65536).decode():
                return True
            if self.process.poll() is not None:
                return False
        return False

    def end(self, how: int) -> None:
        self.process.send_signal(how)
        try:
            code = self.process.wait(40)
            if how == signal.SIGTERM and code != 0:
                self.notes.append(f"SIGTERM ended with {code}")
        except subprocess.TimeoutExpired:
            self.notes.append("SIGTERM did not end the daemon within 40 s; where it stood is in stacks.txt")
            self.stacks()
            self.process.kill()
            self.process.wait()

    def stacks(self) -> None:
        """What every thread does, where a debugger is installed."""
        with contextlib.suppress(OSError), open(os.path.join(self.folder, "stacks.txt"), "ab") as file:
            subprocess.run(
                ["gdb", "-p", str(self.process.pid), "-batch", "-ex", "thread apply all bt"], stdout=file,
                stderr=subprocess.STDOUT, timeout=120)

    def reload(self) -> None:
        self.drain()
        self.process.send_signal(signal.SIGHUP)
        if not self.waits_for("READY=1", 20):
            self.notes.append("no READY=1 after SIGHUP")

    def drain(self) -> None:
        while select.select([self.notify], [], [], 0)[0]:
            self.notify.recv(65536)

    def memory(self) -> float:
        """MB in use; 0 while it is down."""
        with contextlib.suppress(OSError), open(f"/proc/{self.process.pid}/status") as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1000
        return 0

    def descriptors(self) -> int:
        with contextlib.suppress(OSError):
            return len(os.listdir(f"/proc/{self.process.pid}/fd"))
        return 0

    # Staff

    def ask(self, *words: str) -> subprocess.CompletedProcess:
        environment = self.environment()
        del environment["NOTIFY_SOCKET"]
        return subprocess.run(
            self.command(*words), env=environment, capture_output=True, text=True, timeout=60)

    def lines(self, *words: str) -> list:
        answer = self.ask(*words, "--json")
        if answer.returncode != 0:
            raise RuntimeError(f"`ombud {' '.join(words)}` ended with {answer.returncode}: {answer.stderr.strip()}")
        return [json.loads(line) for line in answer.stdout.splitlines()]

    # Clock and disk

    def set_clock(self, offset: int) -> None:
        """Seconds ahead of this machine's clock; negative is behind it."""
        self.went_back = self.went_back or offset < self.offset
        self.offset = offset
        with open(self.clock + ".new", "w") as file:
            file.write(f"{offset:+d}\n")
        os.replace(self.clock + ".new", self.clock)

    def mount(self) -> bool:
        """A small disk of its own under the store, which can be filled; false where that needs another user."""
        self.hasDisk = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=400m", "ombud-soak", self.data], capture_output=True).returncode == 0
        return self.hasDisk

    def unmount(self) -> None:
        if self.hasDisk:
            subprocess.run(["umount", self.data], capture_output=True)

    def fill(self) -> None:
        with contextlib.suppress(OSError), open(os.path.join(self.data, "ballast"), "wb") as file:
            while True:
                file.write(bytes(1 << 16))
                file.flush()

    def make_room(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            os.remove(os.path.join(self.data, "ballast"))
