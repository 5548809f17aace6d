#!/usr/bin/env python3
"""Holds what Ombud sends against what the receivers themselves accept.

Every type of event, in every language, with words that would do harm, as `ombud alert preview` shows it:
Slack's own models, Microsoft's own models of cards, Telegram's HTML as a client reads it, a CommonMark parser for
Discord and Mattermost, a Matrix library, a running Alertmanager, Python's mail parser. `--live` also sends mails to a
real server with STARTTLS and a login.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install slack_sdk telethon markdown-it-py linkify-it-py \\
        matrix-nio microsoft-teams-cards pydantic aiosmtpd
    apt-get install prometheus-alertmanager
    /tmp/peers/bin/python Tests/Peers/alerts.py --ombud .build/release/ombud  --live

What is not installed is passed over, and said so.
"""
import argparse, collections, email, email.policy, json, os, pathlib, re, shutil, socket, subprocess, sys
import tempfile, time, urllib.error, urllib.request

HOSTILE = (
    "<!channel> <!here> @channel @everyone @here @room <@U123> <https://evil.example|click> "
    "[click](https://evil.example) **bold** `code` <b>bold</b> <script>x</script> &amp; \"q\" 'a' "
    "https://evil.example www.evil.example evil.example me@evil.example /start #tag <@&1> <#1> ||spoiler|| "
    "```\nfence\n``` {{told.headline}} ${x} \u202edesrever\r\nBcc: x@evil.example\r\n\r\n.\r\n# head\n> quote\n- list"
)
FORMATS = {
    "slack": {}, "mattermost": {}, "teams": {}, "discord": {}, "alertmanager": {},
    "telegram": {"token": {"file": "token"}, "chat": -100, "url": "https://chat.example"},
    "matrix": {"token": {"file": "token"}, "room": "!r:example.org"},
    "email": {
        "url": "smtp://mail.example", "from": "Skargi, Żabka <ombud@example.org>",
        "to": ["desk@example.org", "Anna Nowak <anna@example.org>"], "list-id": "alerts.example.org",
        "unsubscribe": ["https://example.org/stop?a=1"],
    },
}
LANGUAGES = ["en", "de", "pl", "ru"]
OUR_LINKS = ("https://forum.example/", "https://reviews.example/")
checks = collections.Counter()
faults = []
skipped = []


def check(what, holds, detail=""):
    checks[what] += 1
    if not holds:
        faults.append(f"{what}: {str(detail)[:300]}")


def messages(ombud):
    """One line a format, type and language, hostile words in place of the customer's."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "token").write_text("123:abc")
        (folder / "token").chmod(0o600)
        endpoints = []
        for name, keys in FORMATS.items():
            for language in LANGUAGES:
                endpoints.append({
                    "name": f"{name}-{language}", "format": name, "url": "https://chat.example/hook",
                    "language": language, "zone": "Europe/Warsaw", **keys,
                })
        (folder / "ombud.yaml").write_text(
            json.dumps({"store": "sqlite::memory:", "endpoints": endpoints}, ensure_ascii=False))
        types = subprocess.run(
            [ombud, "schema"], capture_output=True, text=True, check=True).stdout.split()
        types = [t for t in types if t.startswith("ombud.")]
        for kind in types:
            example = subprocess.run(
                [ombud, "schema", kind, "--example"], capture_output=True, text=True, check=True).stdout
            event = json.loads(example)
            for mention in [event["data"].get("mention")] + event["data"].get("incident", {}).get("mentions", []):
                if mention:
                    mention["text"] = mention["author"] = HOSTILE
            out = subprocess.run(
                [ombud, "alert", "preview", "--config", str(folder), "--event", "-", "--json"],
                input=json.dumps(event), capture_output=True, text=True, check=True).stdout
            for line in out.splitlines():
                line = json.loads(line)
                yield {"format": line["format"], "type": kind, "language": line["endpoint"][-2:], "body": line["body"]}


def slack(lines):
    try:
        from slack_sdk.models.blocks import Block
    except ImportError:
        return skipped.append("slack_sdk")
    for line in lines:
        message = json.loads(line["body"])
        blocks = Block.parse_all(message["blocks"])
        check("Slack: every block is one of Slack's", len(blocks) == len(message["blocks"]) and None not in blocks)
        for given, block in zip(message["blocks"], blocks):
            try:
                block.validate_json()
                check("Slack: every block is valid", True)
            except Exception as fault:
                check("Slack: every block is valid", False, fault)
            check("Slack: nothing of a block is lost", block.to_dict().keys() >= given.keys(), given)
        # Unescaped `<` is the only way to a mention, a link or a channel.
        text = json.dumps(message, ensure_ascii=False)
        marks = re.findall(r"<[^>]*>", text)
        check("Slack: no markup but our link",
              all(m.startswith("<https://") and "evil" not in m for m in marks) and len(marks) <= 1, marks)


def teams(lines):
    try:
        from microsoft_teams.cards import AdaptiveCard, OpenUrlAction, RichTextBlock, TextRun
        from pydantic import ValidationError
    except ImportError:
        return skipped.append("microsoft-teams-cards")
    for line in lines:
        message = json.loads(line["body"])
        card = message["attachments"][0]["content"]
        try:
            AdaptiveCard.model_validate(card)
            for block in card["body"]:
                RichTextBlock.model_validate(block)
                for run in block["inlines"]:
                    known = TextRun.model_validate(run).model_dump(by_alias=True, exclude_none=True)
                    check("Teams: nothing of a run is unknown", all(known.get(k) == v for k, v in run.items()), run)
            for action in card.get("actions", []):
                OpenUrlAction.model_validate(action)
                check("Teams: only our link", action["url"].startswith(OUR_LINKS))
            check("Teams: Microsoft's models take the card", True)
        except ValidationError as refusal:
            check("Teams: Microsoft's models take the card", False, refusal)
            continue
        check("Teams: below 28 kB", len(line["body"].encode()) < 28_000)
        check("Teams: the envelope of Workflows", message["type"] == "message" and
              message["attachments"][0]["contentType"] == "application/vnd.microsoft.card.adaptive")


def telegram(lines):
    try:
        from telethon.extensions import html
        from telethon.tl import types
    except ImportError:
        return skipped.append("telethon")
    ours = (types.MessageEntityBold, types.MessageEntityItalic, types.MessageEntityTextUrl)
    for line in lines:
        message = json.loads(line["body"])
        text, entities = html.parse(message["text"])
        check("Telegram: only our marks", all(isinstance(e, ours) for e in entities), entities)
        check("Telegram: only our link", all(
            e.url.startswith(OUR_LINKS) for e in entities if isinstance(e, types.MessageEntityTextUrl)), entities)
        check("Telegram: at most 4,096 characters", 1 <= len(text.encode("utf-16-le")) // 2 <= 4096)
        # How Telegram finds mentions, tags, commands and links in plain text.
        # A tag has a letter in it, a case has not.
        found = re.findall(r"(?<!\w)(?:@\w{2,}|#\d*[^\W\d]\w*)|(?<![\w/])/[a-z]\w*|https?://\S+|\bevil\.example", text)
        check("Telegram: nothing to find in the text", not found, found)


def discord(lines):
    parser = commonmark()
    for line in lines:
        message = json.loads(line["body"])
        text = message["content"]
        if parser:
            markdown("Discord", parser, text)
        check("Discord: no mention, channel, emoji or spoiler",
              not re.search(r"(?<!\\)<[@#:a]|@everyone|@here|(?<!\\)\|\|", text), text)
        check("Discord: at most 2,000 characters", 1 <= len(text.encode("utf-16-le")) // 2 <= 2000)
        check("Discord: nobody is called, nothing previewed",
              message["allowed_mentions"] == {"parse": []} and message["flags"] == 4)


def commonmark():
    try:
        from markdown_it import MarkdownIt
        parser = MarkdownIt("commonmark", {"linkify": True, "html": False})
        parser.enable(["linkify", "table", "strikethrough"]).parse("a")
        return parser
    except (ImportError, ModuleNotFoundError):
        skipped.append("markdown-it-py with linkify-it-py")


def markdown(service, parser, text):
    fine = {"paragraph_open", "paragraph_close", "text", "strong_open", "strong_close", "softbreak",
            "blockquote_open", "blockquote_close", "link_open", "link_close", "inline", "bullet_list_open",
            "bullet_list_close", "list_item_open", "list_item_close", "text_special"}
    tokens = [t for token in parser.parse(text) for t in [token] + (token.children or [])]
    check(f"{service}: no markup but ours", all(t.type in fine for t in tokens),
          [t.type for t in tokens if t.type not in fine])
    links = [t.attrs["href"] for t in tokens if t.type == "link_open"]
    check(f"{service}: only our link", len(links) <= 1 and all(l.startswith(OUR_LINKS) for l in links), links)


def mattermost(lines):
    parser = commonmark()
    for line in lines:
        message = json.loads(line["body"])
        text = message["attachments"][0]["text"]
        if parser:
            markdown("Mattermost", parser, text)
        check("Mattermost: nobody is called", not re.search(r"(?<!\w)@\w", text), text)
        check("Mattermost: nothing in the text that is looked through", "text" not in message)


def matrix(lines):
    from html.parser import HTMLParser
    allowed = {"strong", "blockquote", "br", "ul", "li", "a"}

    class Tags(HTMLParser):
        def __init__(self):
            super().__init__()
            self.tags, self.links = [], []

        def handle_starttag(self, tag, attrs):
            self.tags.append(tag)
            self.links += [v for k, v in attrs if k == "href"]

    try:
        from nio.events.room_events import RoomMessageText
    except ImportError:
        RoomMessageText = None
        skipped.append("matrix-nio")
    for line in lines:
        content = json.loads(line["body"])
        tags = Tags()
        tags.feed(content["formatted_body"])
        check("Matrix: only our tags", set(tags.tags) <= allowed, tags.tags)
        check("Matrix: only our link", all(l.startswith(OUR_LINKS) for l in tags.links), tags.links)
        check("Matrix: nobody is mentioned", content["m.mentions"] == {} and not re.search(r"@\w", content["body"]))
        check("Matrix: below 64 kB", len(line["body"].encode()) < 60_000)
        if RoomMessageText:
            event = RoomMessageText.from_dict({
                "type": "m.room.message", "event_id": "$1", "sender": "@o:example.org", "origin_server_ts": 1,
                "room_id": "!r:example.org", "content": content})
            check("Matrix: a library reads the message", getattr(event, "formatted_body", None) == content["formatted_body"])


def mail(lines):
    for line in lines:
        parsed = email.message_from_string(line["body"], policy=email.policy.default)
        check("Mail: Python's parser finds no defect", not parsed.defects and
              all(not h.defects for h in parsed.values() if hasattr(h, "defects")), parsed.defects)
        parts = {p.get_content_type(): p.get_content() for p in parsed.iter_parts()}
        check("Mail: text and HTML", set(parts) == {"text/plain", "text/html"}, parts.keys())
        check("Mail: no header of a stranger's", parsed["Bcc"] is None and len(parsed.keys()) == len(set(parsed.keys())))
        check("Mail: sender and recipients", parsed["From"].addresses[0].addr_spec == "ombud@example.org"
              and parsed["From"].addresses[0].display_name == "Skargi, Żabka"
              and [a.addr_spec for a in parsed["To"].addresses] == ["desk@example.org", "anna@example.org"], parsed["From"])
        check("Mail: a date", parsed["Date"].datetime is not None)
        check("Mail: 7 bits, lines below 79", line["body"].isascii() and
              max(len(l) for l in line["body"].split("\r\n")) <= 78)
        check("Mail: no stranger's tag in the HTML", "<script" not in parts["text/html"] and "<b>" not in parts["text/html"])
        check("Mail: one click stops it", parsed["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")


def alertmanager(lines):
    program = shutil.which("prometheus-alertmanager") or shutil.which("alertmanager")
    if not program:
        return skipped.append("prometheus-alertmanager")
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder) / "am.yml"
        config.write_text("route: {receiver: none}\nreceivers: [{name: none}]\n")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [program, f"--config.file={config}", f"--storage.path={folder}/data", "--cluster.listen-address=",
             f"--web.listen-address=127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        base = f"http://127.0.0.1:{port}/api/v2/"
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(base + "status")
                    break
                except OSError:
                    time.sleep(0.1)
            for line in lines:
                # The examples are of a day that is over: what fires then is moved to now.
                alerts = json.loads(line["body"])
                now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
                far = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 86400))
                for alert in alerts:
                    ends = alert["endsAt"] == alert["startsAt"]
                    alert["startsAt"], alert["endsAt"] = now, now if ends else far
                request = urllib.request.Request(
                    base + "alerts", json.dumps(alerts).encode(), {"Content-Type": "application/json"})
                try:
                    check("Alertmanager: takes it", urllib.request.urlopen(request).status == 200)
                except urllib.error.HTTPError as refusal:
                    check("Alertmanager: takes it", False, f"{line['type']}: {refusal.read()[:200]}")
                    continue
                shown = json.load(urllib.request.urlopen(base + "alerts?active=true"))
                active = [a["labels"] for a in shown if a["status"]["state"] == "active"]
                for alert in alerts:
                    fires = alert["endsAt"] == far
                    check("Alertmanager: fires what fires and ends what ends", (alert["labels"] in active) == fires,
                          (line["type"], alert["labels"]))
        finally:
            server.terminate()
            server.wait()


def live_mail(ombud):
    """`ombud alert test` to a server that demands STARTTLS and a login."""
    try:
        import ssl
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import SMTP, AuthResult
    except ImportError:
        return skipped.append("aiosmtpd")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
            check=True, capture_output=True)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
        taken, over_tls = [], []

        class Handler:
            async def handle_DATA(self, server, session, envelope):
                taken.append(envelope)
                over_tls.append(session.ssl is not None and session.authenticated)
                return "250 taken"

        def login(server, session, envelope, mechanism, data):
            # Unhandled: the server itself answers 535.
            return AuthResult(success=data.login == b"ombud" and data.password == b"geheim", handled=False)

        def factory():
            return SMTP(Handler(), require_starttls=True, tls_context=context, authenticator=login, auth_required=True)

        class Own(Controller):
            def factory(self):
                return factory()

        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = Own(Handler(), hostname="localhost", port=port)
        server.start()
        try:
            (folder / "password").write_text("geheim")
            (folder / "wrong").write_text("falsch")
            for name in ("password", "wrong"):
                (folder / name).chmod(0o600)

            def endpoint(name, password, **more):
                return {
                    "name": name, "format": "email", "url": f"smtp://localhost:{port}",
                    "auth": {"basic": {"user": "ombud", "password": {"file": password}}},
                    "from": "Ombud <ombud@example.org>", "to": ["desk@example.org"], "language": "pl", **more}

            (folder / "ombud.yaml").write_text(json.dumps({
                "store": "sqlite:store.db", "fetch": {"allow-private": True},
                "endpoints": [endpoint("good", "password", ca="cert.pem"), endpoint("wrong", "wrong", ca="cert.pem"),
                              endpoint("strange", "password")]}))

            def test(name):
                done = subprocess.run(
                    [ombud, "alert", "test", name, "--config", str(folder), "--json"], capture_output=True, text=True)
                return json.loads(done.stdout.splitlines()[0]) if done.stdout else {"answer": done.stderr}

            answer = test("good")
            check("Mail server: takes the test over TLS, logged in", answer.get("delivered") is True and over_tls == [True], answer)
            answer = test("wrong")
            check("Mail server: a wrong password is told", answer.get("delivered") is False and "login" in answer["answer"], answer)
            answer = test("strange")
            check("Mail server: a certificate of nobody's is refused",
                  answer.get("delivered") is False and "secure" in answer["answer"], answer)
            if taken:
                parsed = email.message_from_bytes(taken[0].content, policy=email.policy.default)
                check("Mail server: the mail arrives whole", "Test z Ombuda" in parsed["Subject"], parsed["Subject"])
        finally:
            server.stop()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--ombud", default="ombud")
    options.add_argument("--lines", help="messages from a file instead of `ombud alert preview`")
    options.add_argument("--live", action="store_true", help="also send mails to a server of its own")
    options = options.parse_args()
    lines = [json.loads(l) for l in open(options.lines)] if options.lines else list(messages(options.ombud))
    of = collections.defaultdict(list)
    for line in lines:
        of[line["format"]].append(line)
    slack(of["slack"])
    teams(of["teams"])
    telegram(of["telegram"])
    discord(of["discord"])
    mattermost(of["mattermost"])
    matrix(of["matrix"])
    mail(of["email"])
    alertmanager(of["alertmanager"])
    if options.live:
        live_mail(options.ombud)
    for what, count in sorted(checks.items()):
        print(f"{count:6}  {what}")
    for what in skipped:
        print(f"passed over: {what} is not installed")
    shown = collections.Counter()
    for fault in faults:
        shown[":".join(fault.split(":")[:2])] += 1
        if shown[":".join(fault.split(":")[:2])] <= 5:
            print("FAULT", fault)
    print(f"{len(lines)} messages, {sum(checks.values())} checks, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
