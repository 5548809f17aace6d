import Complaints
import Foundation

/// One page to fetch by a program instead of HTTP, for what needs a browser.
public struct CommandRequest: Hashable, Sendable {
    /// The program (an absolute path, or a name looked up in `CommandRequest.path`), then its arguments.
    public var command: [String]
    /// http or https. It replaces `{url}` in the arguments; where none has it, it is added as the last.
    public var url: String
    /// Of these hold: total, first byte, least speed, page bytes, header bytes.
    public var limits: FetchLimits
    /// Told to the program as `OMBUD_USER_AGENT`.
    public var userAgent: String
    /// Refuses a URL whose host is an address that is closed. Names are resolved by the program alone.
    public var addresses: AddressPolicy

    public init(
        command: [String], url: String, limits: FetchLimits = FetchLimits(), userAgent: String,
        addresses: AddressPolicy = .publicOnly
    ) {
        self.command = command
        self.url = url
        self.limits = limits
        self.userAgent = userAgent
        self.addresses = addresses
    }

    /// Where programs are looked for, by Ombud and by the program itself.
    public static let path = ["/usr/local/bin", "/usr/bin", "/bin"]
}

/// What a program answered: the page, and what it said about it.
public struct CommandResult: Hashable, Sendable {
    /// 200 when the program gave no head.
    public var status: Int
    /// Empty when the program gave no head.
    public var headers: HeaderFields
    /// Status line, header lines and the empty line of the last hop as written; empty when there were none.
    public var head: [UInt8]
    public var body: [UInt8]
    /// The address asked for, or where the redirects in the program's heads lead.
    public var finalURL: String
    /// From the start of the program to the first byte, and to its end.
    public var firstByte: Duration
    public var total: Duration

    public var contentType: String? { headers["content-type"] }
}

/// A request that was checked: what is run, word for word.
struct CommandLine: Hashable, Sendable {
    var program: String
    /// With the program's name as the first.
    var arguments: [String]
    /// nil for an errand.
    var url: WebURL?

    init(_ errand: CommandErrand) throws(CommandFailure) {
        let name = errand.command.first ?? ""
        let texts = errand.command + errand.environment.map { $0.key + $0.value }
        guard !name.isEmpty, texts.allSatisfy({ !$0.utf8.contains(0) }) else {
            throw CommandFailure(
                command: name, reason: .missing("a program without zero bytes in its arguments is wanted"))
        }
        program = try Self.locate(name)
        arguments = errand.command
        url = nil
    }

    init(_ request: CommandRequest) throws(CommandFailure) {
        let name = request.command.first ?? ""
        func fault(_ reason: CommandFailure.Reason) -> CommandFailure {
            CommandFailure(command: name, reason: reason)
        }
        guard let url = WebURL(request.url) else { throw fault(.notWebAddress(request.url)) }
        let host = url.host.hasPrefix("[") ? String(url.host.dropFirst().dropLast()) : url.host
        if let address = IPAddress(host), let why = request.addresses.refusal(of: address) {
            throw fault(.addressRefused(address: host, why: why))
        }
        guard !name.isEmpty else { throw fault(.missing("there is no program in the command")) }
        guard request.command.allSatisfy({ !$0.utf8.contains(0) }), !request.userAgent.utf8.contains(0) else {
            throw fault(.missing("an argument holds a zero byte"))
        }
        program = try Self.locate(name)
        // Never in the program's own name: a page must not choose what is run.
        let rest = request.command.dropFirst()
        let href = url.href
        let isPlaced = rest.contains { $0.contains("{url}") }
        arguments =
            [name] + rest.map { $0.replacing("{url}", with: href) } + (isPlaced ? [] : [href])
        self.url = url
    }

    private static func locate(_ name: String) throws(CommandFailure) -> String {
        if name.contains("/") {
            guard name.hasPrefix("/") else {
                throw CommandFailure(
                    command: name, reason: .missing("give an absolute path, or a name without a slash"))
            }
            return name
        }
        for folder in CommandRequest.path where access(folder + "/" + name, X_OK) == 0 {
            return folder + "/" + name
        }
        throw CommandFailure(
            command: name,
            reason: .missing("no such program in \(CommandRequest.path.joined(separator: ", "))"))
    }
}
