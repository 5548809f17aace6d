import Complaints

/// A complete answer, after redirects; whatever its status, it is not a failure of the transport.
public struct WebResponse: Sendable {
    public var status: Int
    /// Of the last hop.
    public var headers: HeaderFields
    /// Decompressed, complete.
    public var body: [UInt8]
    public var finalURL: String
    /// Where 301 and 308 alone led from the address asked for: what to ask for next time. nil when the
    /// first answer was something else.
    public var permanentURL: String?
    /// Status line and header lines of the last hop, as received.
    public var rawHead: [UInt8]
    public var timings: Timings
    /// The address of the machine that answered; nil behind a proxy, or when libcurl does not know it.
    public var remoteAddress: IPAddress?
    /// Hops that led here.
    public var redirects: Int
    /// The jar after the last hop, sorted; empty where cookies are not kept.
    public var cookies: [String]
    /// One for each hop, the answer's last; empty where they are not captured.
    public var exchanges: [Exchange]

    /// The first value of a header, by name in any case.
    public func header(_ name: String) -> String? { headers[name] }
}

/// Lengths from the start of the last hop; zero when a step did not happen, as on a reused connection.
public struct Timings: Hashable, Sendable {
    public var lookup: Duration = .zero
    public var connect: Duration = .zero
    public var tls: Duration = .zero
    public var firstByte: Duration = .zero
    /// Of all hops together.
    public var total: Duration = .zero
    /// Whether no new connection was made for the last hop.
    public var reusedConnection = false
}

/// Header fields in the order received; names compare in any case.
public struct HeaderFields: Sendable, Hashable, RandomAccessCollection {
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String
    }

    private var fields: [Field] = []

    /// Reads the lines after a status line. Folded lines join the line before; what has no colon is dropped.
    public init(head: [UInt8]) {
        var lines = head.split(separator: UInt8(ascii: "\n"))[...]
        lines = lines.dropFirst()
        for line in lines {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let first = line.first else { continue }
            if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
                if let last = fields.indices.last { fields[last].value += " " + Self.text(line[...]) }
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            fields.append(Field(name: Self.text(line[..<colon]), value: Self.text(line[(colon + 1)...])))
        }
    }

    /// The first field of that name.
    public subscript(name: String) -> String? {
        let wanted = name.utf8
        return fields.first { Self.same($0.name.utf8, wanted) }?.value
    }

    /// Every field of that name, in order.
    public func all(_ name: String) -> [String] {
        fields.filter { Self.same($0.name.utf8, name.utf8) }.map(\.value)
    }

    public var startIndex: Int { fields.startIndex }
    public var endIndex: Int { fields.endIndex }
    public subscript(position: Int) -> Field { fields[position] }

    static func same(_ a: String.UTF8View, _ b: String.UTF8View) -> Bool {
        a.elementsEqual(b) { $0 == $1 || ($0 | 0x20 == $1 | 0x20 && ($0 | 0x20) &- 0x61 < 26) }
    }

    /// UTF-8 where it is that, else each byte a character (ISO 8859-1, as HTTP once had it).
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let trimmed = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        let end = trimmed.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? trimmed.startIndex
        let value = trimmed[..<end]
        if let text = String(validating: value, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        for byte in value { scalars.append(Unicode.Scalar(byte)) }
        return String(scalars)
    }
}
