#!/usr/bin/env python3
"""Holds what the tests produce against reference libraries: jsonschema, cloudevents, standardwebhooks, cryptography.

    pip install 'jsonschema[format]' cloudevents standardwebhooks cryptography
    OMBUD_EVENTS=/tmp/events OMBUD_DELIVERIES=/tmp/deliveries swift test --filter 'MonitorTests|ReceiverTests'
    Tools/check_events.py --ombud .build/debug/ombud --events /tmp/events --deliveries /tmp/deliveries

Signatures are refused when they are older than five minutes: run it soon after the tests.
"""
import argparse
import base64
import collections
import json
import subprocess
import sys

from cloudevents.core.bindings.http import HTTPMessage, from_http_event, from_structured_event
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from jsonschema import Draft202012Validator
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

TYPE = "application/cloudevents+json; charset=utf-8"
ENVELOPE = {"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data",
            "sequence", "correlationid", "causationid", "expirytime"}


def schemas(ombud):
    listed = subprocess.run([ombud, "schema", "--list", "--json"], capture_output=True, text=True, check=True)
    found = {}
    for line in listed.stdout.splitlines():
        name = json.loads(line)["type"]
        text = subprocess.run([ombud, "schema", name], capture_output=True, text=True, check=True).stdout
        schema = json.loads(text)
        Draft202012Validator.check_schema(schema)
        found[name] = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return found


def check_events(validators, path):
    counts, faults, longest = collections.Counter(), 0, 0
    with open(path, "rb") as file:
        for line in file:
            body = line.rstrip(b"\n")
            event = json.loads(body)
            counts[event["type"]] += 1
            longest = max(longest, len(body))
            for error in validators[event["type"]].iter_errors(event):
                faults += 1
                print(event["type"], error.json_path, error.message[:200])
            parsed = from_structured_event(HTTPMessage(headers={"content-type": TYPE}, body=body))
            if parsed.get_id() != event["id"] or set(event) - ENVELOPE or len(body) >= 20_000:
                faults += 1
                print("not as CloudEvents reads it:", body[:200])
    print(f"{sum(counts.values())} events of {len(counts)} types, {faults} faults, the longest {longest} bytes")
    print("no event of:", ", ".join(sorted(set(validators) - set(counts))) or "none")
    return faults


def verify(keys, headers, body):
    """By the reference library where it knows the scheme; v1a it does not know."""
    for key in keys:
        if key.startswith("whsec_"):
            try:
                Webhook(key).verify(body, headers)
                return True
            except WebhookVerificationError:
                continue
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body.encode()
        for signature in headers["webhook-signature"].split():
            version, _, code = signature.partition(",")
            if version == "v1a":
                public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key[len("whpk_"):]))
                try:
                    public.verify(base64.b64decode(code), signed)
                    return True
                except InvalidSignature:
                    continue
    return False


def check_deliveries(validators, path):
    kept = json.load(open(path))
    faults = 0
    for delivery in kept["deliveries"]:
        headers, body = delivery["headers"], delivery["body"]
        event = from_http_event(HTTPMessage(headers=headers, body=body.encode()))
        if not verify(kept["keys"], headers, body) or event.get_id() != headers["webhook-id"]:
            faults += 1
            print("refused:", headers["webhook-id"])
        if verify(kept["keys"], headers, body.replace("ombud", "0mbud")):
            faults += 1
            print("taken though changed:", headers["webhook-id"])
        faults += sum(1 for _ in validators[event.get_type()].iter_errors(json.loads(body)))
    print(f"{len(kept['deliveries'])} deliveries, {faults} faults")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ombud", required=True)
    parser.add_argument("--events")
    parser.add_argument("--deliveries")
    arguments = parser.parse_args()
    validators = schemas(arguments.ombud)
    print(len(validators), "schemas")
    faults = 0
    if arguments.events:
        faults += check_events(validators, arguments.events)
    if arguments.deliveries:
        faults += check_deliveries(validators, arguments.deliveries)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
