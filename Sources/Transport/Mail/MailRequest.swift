import Complaints

/// One mail to hand to a mail server.
public struct MailRequest: Sendable {
    /// `smtp://HOST:PORT` or `smtps://HOST:PORT`.
    public var server: String
    /// Of the envelope.
    public var sender: String
    /// All of them take it, or it is taken from none.
    public var recipients: [String]
    /// RFC 5322, lines end with CR LF.
    public var message: [UInt8]
    /// User and password (or an OAuth token, for the sender), authorities, client certificate, family.
    public var options: FetchOptions
    /// false sends in the clear where the address is `smtp`; otherwise STARTTLS has to be there.
    public var needsTLS: Bool
    /// The whole conversation.
    public var timeout: Duration
    public var addresses: AddressPolicy

    public init(
        server: String, sender: String, recipients: [String], message: [UInt8],
        options: FetchOptions = FetchOptions(), needsTLS: Bool = true, timeout: Duration = .seconds(20),
        addresses: AddressPolicy = .publicOnly
    ) {
        self.server = server
        self.sender = sender
        self.recipients = recipients
        self.message = message
        self.options = options
        self.needsTLS = needsTLS
        self.timeout = timeout
        self.addresses = addresses
    }
}

/// Why a mail was not taken.
public enum MailFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server answered 5xx to the mail or one of its recipients: it will again.
    case refused(status: Int, said: String)
    /// 4xx, no connection, no TLS, a login that failed: later it may work.
    case notNow(String)
    case cancelled

    public var description: String {
        switch self {
        case .refused(let status, let said): "it answered \(status)" + (said.isEmpty ? "" : ": \(said)")
        case .notNow(let why): why
        case .cancelled: "cancelled"
        }
    }
}
