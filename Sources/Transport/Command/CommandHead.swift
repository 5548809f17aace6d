import Complaints

/// What a program wrote, told apart into an optional HTTP head, as `curl -i` prints it, and the page.
///
/// Output that does not start with a status line is the page. A head tells what a page alone cannot: that
/// it is gone, or when to come back. No HTML, XML or JSON starts like a status line, and a site that
/// feigns one says no more than it could have said by HTTP.
struct CommandOutput: Hashable, Sendable {
    var status = 200
    var head: [UInt8] = []
    var body: [UInt8] = []
    var finalURL: WebURL?

    init() {}

    /// Heads of 1xx and of redirects are passed over when another head follows, as with `curl -iL`.
    init(_ bytes: [UInt8], url: WebURL, limits: FetchLimits) throws(CommandFailure.Reason) {
        var rest = bytes[...]
        var place = url
        finalURL = url
        while let status = Self.status(of: rest) {
            guard let end = Self.endOfHead(rest.prefix(limits.headerBytes)) else {
                throw rest.count > limits.headerBytes
                    ? .headTooLarge(limit: limits.headerBytes)
                    : .badHead("no empty line ends it")
            }
            let head = rest[..<end]
            rest = rest[end...]
            self.status = status
            self.head = Array(head)
            guard status < 200 || (300..<400).contains(status), Self.status(of: rest) != nil else { break }
            if let moved = HeaderFields(head: self.head)["location"], status >= 300,
                let next = WebURL(moved, base: place)
            {
                place = next
                finalURL = next
            }
        }
        guard status >= 200 else { throw .badHead("status \(status) is not an answer") }
        guard rest.count <= limits.pageBytes else { throw .tooLarge(limit: limits.pageBytes) }
        body = head.isEmpty ? bytes : Array(rest)
    }

    /// Of a line like `HTTP/1.1 404 Not Found` or `HTTP/2 200`; nil when the bytes do not start with one.
    static func status(of bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.starts(with: "HTTP/".utf8) else { return nil }
        let line = bytes.prefix(64).dropFirst(5)
        let version = line.prefix { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }
        guard (1...3).contains(version.count), version.allSatisfy({ $0 == 0x2E || $0 &- 0x30 < 10 }) else {
            return nil
        }
        let digits = line.dropFirst(version.count).drop { $0 == 0x20 }.prefix { $0 > 0x20 }
        guard digits.count == 3, let text = String(validating: digits, as: UTF8.self),
            let status = Int(text), (100...599).contains(status)
        else { return nil }
        return status
    }

    /// After the first empty line, whichever line ends are used.
    private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex
        while let feed = bytes[index...].firstIndex(of: 0x0A) {
            index = feed + 1
            let next = bytes[index...].first == 0x0D ? index + 1 : index
            if next < bytes.endIndex, bytes[next] == 0x0A { return next + 1 }
        }
        return nil
    }
}
