#!/usr/bin/env python3
"""Starts a service as systemd would, speaks sd_notify with it, and does what standard input says, a line each.

supervisor.py SOCKET COMMAND...     SOCKET is the path here; NOTIFY_SOCKET, as the service sees it, is in the environment.

ready SECONDS       waits for READY=1
message TEXT SECONDS  waits for a message with TEXT
watchdog SECONDS    waits for WATCHDOG=1
hup, term, kill     sends the signal
ended SECONDS       waits for the end and prints its exit code (negative: killed by a signal)
Prints `ok` and what it saw, or says what did not come and ends with 1.
"""
import os
import signal
import socket
import subprocess
import sys
import time

path, command = sys.argv[1], sys.argv[2:]
if os.path.exists(path):
    os.unlink(path)
notes = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
notes.bind(path)
os.chmod(path, 0o666)
environment = dict(os.environ)
environment.setdefault("NOTIFY_SOCKET", path)
environment.setdefault("WATCHDOG_USEC", "6000000")
service = subprocess.Popen(command, env=environment)


def wait(wanted, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        notes.settimeout(0.5)
        try:
            text = notes.recv(4096).decode()
        except socket.timeout:
            if service.poll() is not None:
                fail(f"it ended with {service.returncode} before {wanted}")
            continue
        if wanted in text:
            print("ok", text.replace("\n", " | "), flush=True)
            return
    fail(f"{wanted} did not come within {seconds} s")


def fail(why):
    print("FAILED:", why, flush=True)
    service.kill()
    sys.exit(1)


for line in sys.stdin:
    word, *rest = line.split()
    if word == "ready":
        wait("READY=1", float(rest[0]))
    elif word == "message":
        wait(rest[0], float(rest[1]))
    elif word == "watchdog":
        wait("WATCHDOG=1", float(rest[0]))
    elif word in ("hup", "term", "kill"):
        service.send_signal({"hup": signal.SIGHUP, "term": signal.SIGTERM, "kill": signal.SIGKILL}[word])
        print("ok", word, flush=True)
    elif word == "ended":
        try:
            print("ok", service.wait(float(rest[0])), flush=True)
        except subprocess.TimeoutExpired:
            fail("it did not end")
if service.poll() is None:
    service.kill()
