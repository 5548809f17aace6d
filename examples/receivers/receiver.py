#!/usr/bin/env python3
"""A receiver of Ombud's webhooks: Python 3.8 or later, standard library only.

    OMBUD_KEYS=keys.txt OMBUD_STATE=events.db PORT=8080 python3 receiver.py

keys.txt holds one key a line: `whsec_...` (the secret of the endpoint) or `whpk_...` (the public key of an
endpoint that signs with Ed25519; needs the package `cryptography`). Two keys of one kind are good while one is
changed for the other.
"""
import base64
import hashlib
import hmac
import json
import os
import sqlite3
import sys
import time
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, HTTPServer

TOLERANCE = 300  # seconds between Ombud's clock and ours


def fits(key, signature, signed):
    """Whether one of the signatures was made with this key over these bytes."""
    version, _, code = signature.partition(",")
    try:
        given = base64.b64decode(code, validate=True)
        if key.startswith("whsec_") and version == "v1":
            secret = base64.b64decode(key[len("whsec_"):])
            return hmac.compare_digest(given, hmac.new(secret, signed, hashlib.sha256).digest())
        if key.startswith("whpk_") and version == "v1a":
            from cryptography.exceptions import InvalidSignature
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
            try:
                Ed25519PublicKey.from_public_bytes(base64.b64decode(key[len("whpk_"):])).verify(given, signed)
                return True
            except InvalidSignature:
                return False
    except ValueError:
        return False
    return False


def is_genuine(keys, headers, body, now):
    """Standard Webhooks 1.0.0: the id, the time and the body as received, before any JSON is parsed."""
    event_id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not timestamp.isascii() or not timestamp.isdigit() or abs(now - int(timestamp)) > TOLERANCE:
        return False
    signed = f"{event_id}.{timestamp}.".encode() + body
    signatures = headers.get("webhook-signature", "").split()
    return any(fits(key, signature, signed) for key in keys for signature in signatures)


def has_expired(event, now):
    """A warning says nothing any more when its deadline has passed."""
    until = event.get("expirytime")
    if until is None:
        return False
    return datetime.fromisoformat(until.replace("Z", "+00:00")) <= datetime.fromtimestamp(now, timezone.utc)


def take(state, event, now):
    """What is new is done once, and never undone by what is older: the whole of it in one transaction."""
    with state:
        known = state.execute("INSERT OR IGNORE INTO seen (id, at) VALUES (?, ?)", (event["id"], now))
        if known.rowcount == 0:
            return "known"
        if has_expired(event, now):
            return "expired"
        case = event.get("data", {}).get("case")
        if case is not None:
            # Events come in no order; each carries the whole case as it was then.
            newer = state.execute(
                "INSERT INTO cases (source, id, sequence, state) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (source, id) DO UPDATE SET sequence = excluded.sequence, state = excluded.state"
                " WHERE excluded.sequence > cases.sequence",
                (event["source"], event["subject"], event["sequence"], case["state"]))
            if newer.rowcount == 0:
                return "older"
        return "taken"


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > 1 << 20:
            return self.answer(413)
        body = self.rfile.read(int(length))
        if not is_genuine(KEYS, self.headers, body, time.time()):
            return self.answer(401)
        event = json.loads(body)
        what = take(STATE, event, time.time())
        # Here goes your own work; where it takes long, queue it and answer first.
        print(what, event["type"], event["subject"], event["id"], flush=True)
        self.answer(204)

    def do_OPTIONS(self):
        """The handshake of the CloudEvents webhook specification, where the endpoint asks for it."""
        origin = self.headers.get("WebHook-Request-Origin", "*")
        self.answer(200, {"WebHook-Allowed-Origin": origin, "WebHook-Allowed-Rate": "*"})

    def answer(self, status, headers={}):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    with open(os.environ["OMBUD_KEYS"]) as file:
        KEYS = file.read().split()
    STATE = sqlite3.connect(os.environ.get("OMBUD_STATE", "events.db"))
    STATE.executescript(
        "CREATE TABLE IF NOT EXISTS seen (id TEXT PRIMARY KEY, at REAL);"
        "CREATE TABLE IF NOT EXISTS cases"
        " (source TEXT, id TEXT, sequence TEXT, state TEXT, PRIMARY KEY (source, id));")
    server = HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Receiver)
    print("listening on", server.server_port, flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        sys.exit(0)
