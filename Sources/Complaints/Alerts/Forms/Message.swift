/// What is carried to an endpoint.
public enum Message: Hashable, Sendable {
    case http(HTTPMessage)
    case mail(MailMessage)
    /// The program with its arguments reads the event's bytes from its standard input.
    case command([String], input: [UInt8], environment: [String: String])
}

/// One request; what says who asks is added by whoever sends it.
public struct HTTPMessage: Hashable, Sendable {
    public var method: String
    public var url: String
    public var contentType: String
    public var body: [UInt8]
    /// `Authorization: Bearer`.
    public var token: Secret?

    public init(
        method: String = "POST", url: String, contentType: String = "application/json", body: [UInt8],
        token: Secret? = nil
    ) {
        self.method = method
        self.url = url
        self.contentType = contentType
        self.body = body
        self.token = token
    }
}

/// One mail, whole, and to whom.
public struct MailMessage: Hashable, Sendable {
    /// Of the envelope (RFC 5321).
    public var sender: String
    public var recipients: [String]
    /// RFC 5322, lines end with CR LF.
    public var bytes: [UInt8]
}

/// Why no message can be made of an event, as a sentence.
public struct MessageFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

extension Endpoint {
    /// The message for this endpoint, made of the event's stored bytes and of nothing else: what is sent
    /// again is the same.
    ///
    /// - Parameter render: fills a template of one's own.
    public func message(
        id: EventID, body: [UInt8],
        render: (AlertTemplate, [UInt8], Reader) throws(MessageFault) -> String
    ) throws(MessageFault) -> Message {
        if case .cloudEvents = form {
            return .http(HTTPMessage(url: url, contentType: CloudEvent.contentType, body: body))
        }
        if case .template(let template) = form {
            let text = try render(template, body, reader)
            return .http(HTTPMessage(url: url, contentType: template.contentType, body: Array(text.utf8)))
        }
        let event: ToldEvent
        do {
            event = try ToldEvent(body)
        } catch {
            throw MessageFault("the stored event \(error)")
        }
        if case .command(let words) = form {
            let facts = [
                "WEBHOOK_ID": id.text, "OMBUD_EVENT": id.text, "OMBUD_TYPE": event.type,
                "OMBUD_SUBJECT": event.subject, "OMBUD_ENDPOINT": name,
            ]
            return .command(words, input: body, environment: facts)
        }
        let telling = Telling(event, for: reader)
        switch form {
        case .slack: return json(SlackForm.body(telling, reader))
        case .mattermost: return json(MattermostForm.body(telling, reader))
        case .teams: return json(TeamsForm.body(telling, reader))
        case .discord: return json(DiscordForm.body(telling, reader))
        case .telegram(let chat):
            return .http(
                HTTPMessage(
                    url: TelegramForm.address(url, chat),
                    body: TelegramForm.body(telling, reader, chat).bytes))
        case .matrix(let room):
            return .http(
                HTTPMessage(
                    method: "PUT", url: MatrixForm.address(url, room, id),
                    body: MatrixForm.body(telling, reader).bytes, token: room.token))
        case .alertmanager:
            let alerts = AlertmanagerForm.body(event, telling, reader)
            return .http(HTTPMessage(url: url.appendingPath("/api/v2/alerts"), body: alerts.bytes))
        case .email(let addresses):
            return .mail(MailForm.mail(event, telling, reader, id: id, addresses))
        case .cloudEvents, .template, .command:
            // Made above.
            throw MessageFault("this endpoint is sent no message")
        }
    }

    private func json(_ tree: JSONTree) -> Message { .http(HTTPMessage(url: url, body: tree.bytes)) }
}

extension String {
    /// Joined with one slash, before a query where there is one.
    func appendingPath(_ path: String) -> String {
        let end = firstIndex { $0 == "?" || $0 == "#" } ?? endIndex
        var base = self[..<end]
        while base.hasSuffix("/") { base.removeLast() }
        if base.hasSuffix(path) { return self }
        return base + path + self[end...]
    }
}
