/// How `format` of an endpoint is written: what is sent there, and the keys that each format needs.
import Complaints
import Foundation
import Templates

/// The keys of an endpoint that belong to some formats alone.
private struct FormKeys {
    var needs: [String]
    var takes: [String] = []

    private static let web = ["headers", "auth", "proxy", "ca", "certificate"]
    private static let reader = ["language", "zone"]

    init(_ name: AlertForm.Name) {
        switch name {
        case .cloudEvents: self.init(needs: ["url"], takes: ["secret"] + Self.web)
        case .slack, .mattermost, .teams, .discord, .alertmanager:
            self.init(needs: ["url"], takes: Self.web + Self.reader)
        case .telegram:
            self.init(needs: ["token", "chat"], takes: ["url", "thread"] + Self.web + Self.reader)
        case .matrix: self.init(needs: ["url", "token", "room"], takes: Self.web + Self.reader)
        case .template:
            self.init(
                needs: ["url", "template"], takes: ["content-type", "secret"] + Self.web + Self.reader)
        case .email:
            self.init(
                needs: ["url", "from", "to"],
                takes: ["list-id", "unsubscribe", "auth", "ca", "certificate"] + Self.reader)
        case .command: self.init(needs: ["command"])
        }
    }

    private init(needs: [String], takes: [String] = []) {
        self.needs = needs
        self.takes = takes
    }

    /// Every key that some format does not have.
    static let all: [String] =
        [
            "url", "secret", "token", "chat", "thread", "room", "template", "content-type", "from", "to",
            "list-id", "unsubscribe", "command",
        ] + web + reader
}

extension AlertForm.Name {
    /// Whether it speaks to people, in their language and zone.
    var hasReader: Bool { FormKeys(self).takes.contains("zone") }
}

extension Section {
    /// What is sent to this endpoint; nil, with faults, where its keys do not make it.
    func alertForm(named name: AlertForm.Name, of owner: String, places: SecretPlaces) -> AlertForm? {
        let keys = FormKeys(name)
        for key in keys.needs where !has(key) {
            let what = name == .cloudEvents ? "" : " of the format \(name.rawValue)"
            document.fault(place, "\(table.noun)\(what) without `\(key)`; \(wanted(key))")
        }
        for key in FormKeys.all where has(key) && !keys.needs.contains(key) && !keys.takes.contains(key) {
            let others = AlertForm.Name.allCases.filter {
                let keys = FormKeys($0)
                return keys.needs.contains(key) || keys.takes.contains(key)
            }
            let isInside = ["zone", "language"].contains(key) && KeyTable.quietKeys.contains(where: has)
            let owners =
                isInside
                ? "write it inside `digest` or `quiet-hours`"
                : others.count > 4 ? "other formats have it" : "only \(words(others)) have it"
            fault(key, "the format \(name.rawValue) has no `\(key)`; \(owners)")
        }
        switch name {
        case .cloudEvents: return .cloudEvents
        case .slack: return .slack
        case .mattermost: return .mattermost
        case .teams: return .teams
        case .discord: return .discord
        case .alertmanager: return .alertmanager
        case .telegram: return telegram(of: owner, places: places).map { .telegram($0) }
        case .matrix: return matrix(of: owner, places: places).map { .matrix($0) }
        case .template: return alertTemplate(places: places).map { .template($0) }
        case .email: return mailAddresses().map { .email($0) }
        case .command: return program("command", places: places).map { .command($0) }
        }
    }

    private func words(_ names: [AlertForm.Name]) -> String {
        let texts = names.map(\.rawValue)
        guard texts.count > 1, let last = texts.last else { return texts.first ?? "none" }
        return texts.dropLast().joined(separator: ", ") + " and " + last
    }

    private func wanted(_ key: String) -> String {
        switch key {
        case "url": "the https address that takes the alerts is wanted"
        case "token": "{ file: PATH }, { credential: NAME } or { env: NAME } is wanted"
        case "chat": "the chat that the bot writes to, such as -1001234567890 or \"@channel\", is wanted"
        case "room": "the id of a room, such as \"!opaque:example.org\", is wanted"
        case "template": "a file in Mustache is wanted"
        case "from": "the sender, such as \"Ombud <ombud@example.org>\", is wanted"
        case "to": "an address or a list of them is wanted"
        case "command": "a list of a program and its arguments is wanted"
        default: "it is wanted"
        }
    }

    /// The language and zone that people at this endpoint read.
    func reader() -> Reader {
        let language: Reader.Language? = choice("language")
        let zone = zone("zone").flatMap { Zone($0) }
        return Reader(language: language ?? .en, zone: zone ?? .utc)
    }

    /// `https`, or `http` where that is fine; `smtp` and `smtps` for mail. It may be kept as a secret, since
    /// the addresses of chats are.
    func endpointAddress(
        of form: AlertForm.Name, owner: String, isInsecure: Bool, places: SecretPlaces
    ) -> String? {
        switch form {
        case .command: return ""
        case .telegram where !has("url"): return "https://api.telegram.org"
        default: break
        }
        let text: String?
        if let node = node("url"), case .map = node.value {
            text = secret("url", SecretKind(name: "the address of \(owner)"), places: places)?.value
            if text == nil, !places.areRead || !places.areNeeded { return "" }
        } else if form == .email {
            text = scalar("url", wanted: "smtp://HOST or smtps://HOST")
        } else {
            text = webAddress("url")
        }
        guard let text else { return nil }
        if form == .email { return mailServer(text, owner: owner) }
        guard let url = WebURL(text) else {
            fault("url", "the address of \(owner) is no http or https URL")
            return nil
        }
        if url.scheme == "http", !isInsecure, !isLoopback(url.host) {
            fault("url", "\(owner) is sent to in the clear; https is wanted, or `insecure: true` beside it")
        }
        return text
    }

    private func mailServer(_ text: String, owner: String) -> String? {
        let scheme = ["smtp://", "smtps://"].first { text.lowercased().hasPrefix($0) }
        guard let scheme, let url = WebURL("https://" + text.dropFirst(scheme.utf8.count)),
            url.path == "/", url.query == nil, url.fragment == nil
        else {
            fault("url", "`url` is no mail server; smtp://HOST:587 or smtps://HOST is wanted")
            return nil
        }
        if !url.username.isEmpty || !url.password.isEmpty {
            fault("url", "`url` holds a user or password; write them under `auth: { basic: ... }`")
            return nil
        }
        // WebURL leaves out 443, which is nobody's port for mail.
        return scheme + url.host + (url.port.map { ":\($0)" } ?? "")
    }

    private func telegram(of owner: String, places: SecretPlaces) -> TelegramChat? {
        let kind = SecretKind(
            name: "the token of \(owner)",
            fault: { text in
                let isToken = text.utf8.allSatisfy {
                    $0 == 0x3A || $0 == 0x2D || $0 == 0x5F || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26
                }
                return isToken && text.contains(":") ? nil : "is no bot token; 123456:ABC... is wanted"
            })
        let token = secret("token", kind, places: places)
        let chat = scalar("chat", wanted: "a chat id such as -1001234567890, or \"@channel\"")
        if let chat, !(Int64(chat) != nil || (chat.hasPrefix("@") && chat.utf8.count > 1)) {
            fault("chat", "`chat` is `\(chat)`; an id such as -1001234567890, or \"@channel\", is wanted")
        }
        let thread = count("thread", in: 1...Int(Int32.max))
        guard let chat, token != nil || !places.areRead || !places.areNeeded else { return nil }
        return TelegramChat(token: token ?? Secret(""), chat: chat, thread: thread)
    }

    private func matrix(of owner: String, places: SecretPlaces) -> MatrixRoom? {
        let token = secret(
            "token", SecretKind(name: "the token of \(owner)", fault: lineFault), places: places)
        let room = scalar("room", wanted: "the id of a room")
        if let room, !(room.hasPrefix("!") || room.hasPrefix("#")) || room.contains(where: \.isWhitespace) {
            fault("room", "`room` is `\(room)`; the id of a room, such as \"!opaque:example.org\", is wanted")
        }
        if let room, room.hasPrefix("#") {
            fault(
                "room",
                "`room` is an alias, which can come to mean another room; its id (room settings, Advanced), "
                    + "such as \"!opaque:example.org\", is wanted")
        }
        guard let room, token != nil || !places.areRead || !places.areNeeded else { return nil }
        return MatrixRoom(token: token ?? Secret(""), room: room)
    }

    private func alertTemplate(places: SecretPlaces) -> AlertTemplate? {
        let type = scalar("content-type", wanted: "a media type") ?? "application/json"
        if let wrong = lineFault(type) {
            fault("content-type", "`content-type` \(wrong)")
        } else if !type.contains("/") {
            fault("content-type", "`content-type` is `\(type)`; a media type such as text/plain is wanted")
        }
        guard let path = scalar("template", wanted: "the path of a file in Mustache") else { return nil }
        let file = places.url(path)
        do {
            let bytes = try document.findings.bytes(of: file, atMost: 100_000)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                fault("template", "`template` is \(file.path), which is not text; save it as UTF-8")
                return nil
            }
            let template = AlertTemplate(text, contentType: type)
            check(template, in: file)
            return template
        } catch {
            fault("template", "`template` is \(file.path), which \(error.why)")
            return nil
        }
    }

    /// Its own file is named, where the fault stands.
    private func check(_ template: AlertTemplate, in file: URL) {
        let own = Document(file: Files.shown(file), findings: document.findings)
        for wrong in template.faults {
            own.fault(Place(line: wrong.line ?? 1, column: 1), wrong.what)
        }
        guard template.faults.isEmpty else { return }
        for name in template.strangeNames {
            own.warn(
                .start,
                "no event has `\(name)`; it stays empty"
                    + didYouMean(name, among: AlertTemplate.known.sorted()))
        }
    }

    private func mailAddresses() -> MailAddresses? {
        let example = "an address such as ombud@example.org or \"Ombud <ombud@example.org>\""
        func mailbox(_ text: String, _ place: Place) -> Mailbox? {
            if let box = Mailbox(text) { return box }
            document.fault(place, "`\(text)` is no mail address; \(example) is wanted")
            return nil
        }
        let from = scalar("from", wanted: example).flatMap { mailbox($0, place(of: "from")) }
        let stated = texts("to", of: "mail addresses")
        let to = (stated ?? []).compactMap { mailbox($0.text, $0.place) }
        if let stated, stated.isEmpty { fault("to", "`to` is empty; \(example) is wanted") }
        let listID = scalar("list-id", wanted: "a name such as alerts.example.org")
        if let listID, Mailbox("a@" + listID) == nil || !listID.contains(".") {
            fault(
                "list-id", "`list-id` is `\(listID)`; a name such as alerts.example.org is wanted (RFC 2919)")
        }
        let unsubscribe = (texts("unsubscribe", of: "addresses") ?? []).compactMap { text, place -> String? in
            if let url = WebURL(text), url.scheme == "https" { return url.href }
            if text.hasPrefix("mailto:"), Mailbox(String(text.dropFirst(7).prefix { $0 != "?" })) != nil,
                lineFault(text) == nil, !text.contains(where: { "<>, ".contains($0) })
            {
                return text
            }
            document.fault(place, "`\(text)` is no address to unsubscribe at; https or mailto is wanted")
            return nil
        }
        guard let from, let stated, !to.isEmpty, to.count == stated.count else { return nil }
        return MailAddresses(from: from, to: to, listID: listID, unsubscribe: unsubscribe)
    }
}
