/// What an endpoint is sent: the event itself, or a message that a service or a person reads.
public enum AlertForm: Hashable, Sendable {
    /// The event's own bytes, signed.
    case cloudEvents
    case slack
    case mattermost
    case teams
    case telegram(TelegramChat)
    case discord
    case matrix(MatrixRoom)
    case alertmanager
    case template(AlertTemplate)
    case email(MailAddresses)
    /// A program and its arguments; the event's own bytes stand on its standard input.
    case command([String])

    /// As `format` says it.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        case cloudEvents = "cloudevents"
        case slack, mattermost, teams, telegram, discord, matrix, alertmanager, template, email, command
    }

    public var name: Name {
        switch self {
        case .cloudEvents: .cloudEvents
        case .slack: .slack
        case .mattermost: .mattermost
        case .teams: .teams
        case .telegram: .telegram
        case .discord: .discord
        case .matrix: .matrix
        case .alertmanager: .alertmanager
        case .template: .template
        case .email: .email
        case .command: .command
        }
    }

    /// Whether what is sent is signed by Standard Webhooks, where the endpoint has a secret.
    public var isSigned: Bool { name.isSigned }
}

extension AlertForm.Name {
    public var isSigned: Bool { self == .cloudEvents || self == .template }

    /// Whether many alerts can be told in one: Alertmanager fires and ends each by its own labels.
    public var takesSums: Bool { self != .alertmanager }
}

/// Where a Telegram bot writes.
public struct TelegramChat: Hashable, Sendable {
    /// Of the bot, `123456:ABC...`; it is part of the address.
    public var token: Secret
    /// `-1001234567890` or `@channel`.
    public var chat: String
    /// A topic of a group with topics.
    public var thread: Int?

    public init(token: Secret, chat: String, thread: Int? = nil) {
        self.token = token
        self.chat = chat
        self.thread = thread
    }
}

/// Where a Matrix account writes.
public struct MatrixRoom: Hashable, Sendable {
    public var token: Secret
    /// `!opaque:example.org`.
    public var room: String

    public init(token: Secret, room: String) {
        self.token = token
        self.room = room
    }
}

/// A body of one's own, in Mustache.
public struct AlertTemplate: Hashable, Sendable {
    public var text: String
    /// Decides too how what stands in `{{...}}` is escaped.
    public var contentType: String

    public init(_ text: String, contentType: String) {
        self.text = text
        self.contentType = contentType
    }
}

/// From whom to whom a mail goes.
public struct MailAddresses: Hashable, Sendable {
    /// `Ombud <ombud@example.org>` or the address alone.
    public var from: Mailbox
    public var to: [Mailbox]
    /// RFC 2919; `alerts.example.org`, without angle brackets.
    public var listID: String?
    /// RFC 2369 and 8058: where a reader can have it stopped, https or mailto.
    public var unsubscribe: [String]

    public init(from: Mailbox, to: [Mailbox], listID: String? = nil, unsubscribe: [String] = []) {
        self.from = from
        self.to = to
        self.listID = listID
        self.unsubscribe = unsubscribe
    }
}
