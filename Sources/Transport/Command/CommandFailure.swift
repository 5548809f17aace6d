import Complaints

/// Why a program gave no page: which program, and what went wrong.
public struct CommandFailure: Error, Hashable, Sendable {
    /// The program as the command names it.
    public var command: String
    public var reason: Reason

    public init(command: String, reason: Reason) {
        self.command = command
        self.reason = reason
    }

    /// `said` is the end of what the program wrote to standard error, on one line.
    public enum Reason: Error, Hashable, Sendable {
        case notWebAddress(String)
        case addressRefused(address: String, why: String)
        case missing(String)
        case notStarted(String)
        case exited(status: Int, said: String)
        case killed(signal: Int, said: String)
        case timeout(Stage, said: String)
        case tooLarge(limit: Int)
        case headTooLarge(limit: Int)
        case badHead(String)
        case empty(said: String)
        case cancelled
        case closed
    }

    /// How far a program was when its time was over.
    public enum Stage: String, Hashable, Sendable {
        /// Nothing was written yet.
        case answer
        /// It wrote too slowly.
        case slow
        /// It was still writing when the whole time was over.
        case body
        /// Its output was closed, but it did not end.
        case end

        var words: String {
            switch self {
            case .answer: "before it wrote anything"
            case .slow: "because it wrote too slowly"
            case .body: "before it was done writing"
            case .end: "after its output, before it ended"
            }
        }
    }

    /// Short and stable, for counting and for programs; as of `TransportFailure` where it is the same.
    public var code: String {
        switch reason {
        case .notWebAddress: "not-web-address"
        case .addressRefused: "address-refused"
        case .missing: "command-missing"
        case .notStarted, .exited, .killed: "command-failed"
        case .timeout: "timeout"
        case .tooLarge, .headTooLarge: "too-large"
        case .badHead: "not-http"
        case .empty: "command-empty"
        case .cancelled: "cancelled"
        case .closed: "closed"
        }
    }
}

extension CommandFailure: CustomStringConvertible {
    public var description: String {
        switch reason {
        case .notWebAddress(let url): "\(command): \(url) is not an http or https address"
        case .addressRefused(let address, let why): "\(command): not run, \(address) is \(why)"
        case .missing(let why): "\(command.isEmpty ? "fetch.command" : command) cannot be run: \(why)"
        case .notStarted(let why): "\(command) was not started: \(why)"
        case .exited(let status, let said): "\(command) ended with status \(status)" + Self.quoted(said)
        case .killed(let signal, let said): "\(command) was killed by signal \(signal)" + Self.quoted(said)
        case .timeout(let stage, let said): "\(command) was stopped \(stage.words)" + Self.quoted(said)
        case .tooLarge(let limit): "\(command) wrote a page larger than \(limit) bytes"
        case .headTooLarge(let limit): "\(command) wrote headers larger than \(limit) bytes"
        case .badHead(let why): "\(command) wrote an HTTP head that cannot be read: \(why)"
        case .empty(let said): "\(command) ended well, but wrote nothing" + Self.quoted(said)
        case .cancelled: "\(command): cancelled"
        case .closed: "\(command): not run, Ombud is ending"
        }
    }

    private static func quoted(_ said: String) -> String { said.isEmpty ? "" : ": " + said }
}

/// The last few kilobytes that a program wrote to standard error.
struct LastWords: Sendable {
    private var bytes: [UInt8] = []
    static let most = 4096

    mutating func append(_ more: some Collection<UInt8>) {
        bytes += more.suffix(Self.most)
        if bytes.count > Self.most { bytes.removeFirst(bytes.count - Self.most) }
    }

    /// On one line: what would move a terminal's cursor or break a log line becomes a space.
    var text: String {
        var line = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: line.append(" ")
            default: line.append(scalar)
            }
        }
        return String(line).split(separator: " ").joined(separator: " ")
    }
}
