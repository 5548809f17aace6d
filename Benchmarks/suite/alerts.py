"""Alerts: signed deliveries a second to a receiver on loopback, what a dead endpoint adds, what waiting ones cost.

The store and its schema are made by Ombud itself; events and alerts are written here, as the outbox writes them. The
receiver is nginx, which answers 200 to every POST and keeps connections; its CPU is in no figure.
"""

import contextlib
import json
import os
import shutil
import socket
import sqlite3
import statistics
import subprocess
import threading
import time

from . import machine
from .ombud import Ombud

TEXT = ("I have been waiting for my refund for three weeks now and nobody answers the phone. The parcel came back to "
        "them on the second of March, I have the receipt. ")
KEY = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr"


def rows(bench, row) -> list:
    with receiver(bench.work) as good, hanging() as hang:
        # In turns, so that a busy moment of the machine falls on all.
        alone, cpu, beside = [], [], []
        for _ in range(bench.rounds):
            rate, seconds, cpu_seconds = deliver(bench, good, 20_000, [])
            alone.append(rate)
            cpu.append(20_000 / cpu_seconds)
            beside.append(deliver(bench, good, 20_000, [("dead", "http://127.0.0.1:9/"), ("hangs", hang)])[0])
        few = [arrival(bench, good, []) for _ in range(bench.rounds)]
        many = [arrival(bench, good, [("dead", "http://127.0.0.1:9/"), ("hangs", hang)]) for _ in range(bench.rounds)]
    rate, per_cpu = statistics.median(alone), statistics.median(cpu)
    lone, crowded = statistics.median(few), statistics.median(many)
    empty, full = waiting(bench, 0), waiting(bench, 1_000_000)
    return [
        row("alerts", "20000 signed deliveries of 1.5 kB to a receiver on loopback",
            f"{rate:.0f} a second, {per_cpu:.0f} a CPU second", "", None, "2000 a second", rate >= 2000),
        row("alerts", "the same beside a dead and a hanging endpoint with 20000 each",
            f"{statistics.median(beside):.0f} a second", f"alone {rate:.0f}", None, "", None),
        row("alerts", "one new alert until it is delivered, beside a dead and a hanging endpoint with 20000 each",
            f"{crowded:.0f} ms", f"alone {lone:.0f} ms", None, "none added", crowded <= lone * 1.2 + 50),
        row("alerts", "resident, 1000000 alerts wait for a dead endpoint",
            f"{full:.1f} MB", f"none waits: {empty:.1f} MB", None, "no more", full <= empty * 1.1 + 2),
    ]


def prepare(bench, endpoints: list) -> Ombud:
    """A store that Ombud made, and a configuration with these endpoints."""
    ombud = Ombud(bench.binary, os.path.join(bench.work, "alerts"))
    with open(os.path.join(ombud.folder, "key"), "w") as file:
        file.write(KEY)
    os.chmod(os.path.join(ombud.folder, "key"), 0o600)
    with open(os.path.join(ombud.folder, "ombud.yaml"), "a") as file:
        file.write("endpoints:\n")
        for name, url in endpoints:
            file.write(f'  - {{ name: {name}, url: "{url}", secret: {{ file: key }} }}\n')
        file.write("routes: []\n")
    ombud.watch(["http://127.0.0.1:9/"])
    with ombud.serve():
        pass
    return ombud


def lay(path: str, first: int, count: int, endpoints: list) -> None:
    """So many events in the outbox, each for each endpoint."""
    now = int(time.time() * 1000)
    with contextlib.closing(sqlite3.connect(path, timeout=60)) as store:
        store.execute("PRAGMA synchronous = OFF")
        for start in range(first, first + count, 10_000):
            ids = [f"evt_{number:026}" for number in range(start, min(start + 10_000, first + count))]
            with store:
                store.executemany(
                    "INSERT INTO event (id, type, subject, time, body) VALUES (?, 'ombud.mention.flagged', 'mention/1', ?, ?)",
                    ((name, now, body(name)) for name in ids))
                for endpoint in endpoints:
                    store.executemany(
                        "INSERT INTO alert (event, endpoint, next_attempt, scheduled) VALUES (?, ?, ?, ?)",
                        ((name, endpoint, now, now) for name in ids))


def body(name: str) -> bytes:
    return json.dumps({
        "data": {"mention": {"id": "m1", "text": TEXT * 8, "url": "https://reviews.example/r/1"}},
        "datacontenttype": "application/json", "id": name, "source": "https://bench.example/ombud",
        "specversion": "1.0", "subject": "mention/1", "time": "2026-11-23T12:00:00.000Z",
        "type": "ombud.mention.flagged"}).encode()


def deliver(bench, good: str, count: int, others: list) -> tuple:
    """Deliveries a second, the seconds, the CPU seconds of the daemon."""
    ombud = prepare(bench, [("good", good)] + others)
    lay(ombud.store, 0, count, ["good"] + [name for name, _ in others])
    with ombud.serve() as (process, _):
        start, cpu = time.monotonic(), cpu_seconds(process.pid)
        while pending(ombud.store, "good"):
            time.sleep(0.02)
        seconds = time.monotonic() - start
        used = cpu_seconds(process.pid) - cpu
    return count / seconds, seconds, used


def arrival(bench, good: str, others: list) -> float:
    """Milliseconds from an alert's commit to its delivery, as the store has it; the median of twenty."""
    ombud = prepare(bench, [("good", good)] + others)
    if others:
        lay(ombud.store, 0, 20_000, [name for name, _ in others])
    with ombud.serve():
        time.sleep(3)
        for number in range(20):
            lay(ombud.store, 1_000_000 + number, 1, ["good"])
            time.sleep(0.15)
        while pending(ombud.store, "good"):
            time.sleep(0.02)
    with contextlib.closing(sqlite3.connect(ombud.store)) as store:
        return statistics.median(
            took for took, in store.execute(
                "SELECT delivered - time FROM alert JOIN event ON event.id = alert.event WHERE endpoint = 'good'"))


def waiting(bench, count: int) -> float:
    """Resident MB of the daemon twenty seconds after its start, with so many alerts for a dead endpoint."""
    ombud = prepare(bench, [("dead", "http://127.0.0.1:9/")])
    lay(ombud.store, 0, count, ["dead"])
    with ombud.serve() as (process, _):
        time.sleep(20)
        return machine.resident_kb(process.pid)["all"] / 1024


def pending(path: str, endpoint: str) -> bool:
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=60)) as store:
        return store.execute(
            "SELECT 1 FROM alert WHERE state = 'pending' AND endpoint = ? LIMIT 1", (endpoint,)).fetchone() is not None


def cpu_seconds(pid: int) -> float:
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def receiver(work: str):
    """nginx that answers 200 to everything."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if nginx is None:
        raise machine.Missing("nginx is not installed (apt-get install nginx-light)")
    port, prefix = machine.free_port(), os.path.join(work, "receiver")
    os.makedirs(prefix, exist_ok=True)
    settings = os.path.join(prefix, "nginx.conf")
    with open(settings, "w") as file:
        file.write(f"""
worker_processes 1; daemon off; pid {prefix}/pid; error_log {prefix}/error.log error;
{"user root;" if os.geteuid() == 0 else ""}
events {{ worker_connections 4096; }}
http {{
    access_log off; keepalive_requests 10000000; client_max_body_size 1m; client_body_buffer_size 64k;
    client_body_temp_path {prefix}/b; proxy_temp_path {prefix}/p; fastcgi_temp_path {prefix}/f;
    uwsgi_temp_path {prefix}/u; scgi_temp_path {prefix}/s;
    server {{ listen 127.0.0.1:{port} backlog=4096; location / {{ return 200; }} }}
}}
""")
    process = subprocess.Popen([nginx, "-p", prefix, "-c", settings], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        else:
            raise machine.Missing(f"nginx did not start; see {prefix}/error.log")
        yield f"http://127.0.0.1:{port}/alerts"
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def hanging():
    """Accepts every connection and never answers."""
    kept = []
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as server:
        def accept():
            with contextlib.suppress(OSError):
                while True:
                    kept.append(server.accept()[0])
        threading.Thread(target=accept, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        finally:
            for one in kept:
                one.close()
