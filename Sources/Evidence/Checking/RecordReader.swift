/// Why bytes are not one WARC record; ends a sentence that begins with the record.
struct NotARecord: Error, Hashable {
    var what: String
}

/// A record as it was read: strictly, since only Ombud wrote it.
public struct ReadRecord: Hashable, Sendable {
    public var fields: [WARCRecord.Field]
    public var block: [UInt8]

    /// The value of the only field of that name; nil when there is none.
    public func value(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Reads bytes that are exactly one record.
    init(_ bytes: [UInt8]) throws(NotARecord) {
        var at = 0
        var lines: [String] = []
        while true {
            guard let end = bytes[at...].firstIndex(of: 10), end > at, bytes[end - 1] == 13 else {
                throw NotARecord(what: "has a header that does not end")
            }
            let line = bytes[at..<end - 1]
            at = end + 1
            if line.isEmpty { break }
            guard let text = String(validating: line, as: UTF8.self) else {
                throw NotARecord(what: "has a header that is not UTF-8")
            }
            lines.append(text)
        }
        guard lines.first == "WARC/1.1" else { throw NotARecord(what: "does not begin with WARC/1.1") }
        fields = []
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else {
                throw NotARecord(what: "has the header line \(line.debugDescription)")
            }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            fields.append(.init(String(line[..<colon]), String(value)))
        }
        block = []
        guard let length = value("Content-Length").flatMap({ Int($0) }), length >= 0,
            length <= bytes.count - at, bytes.count - at - length == 4,
            bytes.suffix(4).elementsEqual(lineEnd + lineEnd)
        else { throw NotARecord(what: "is not as long as its Content-Length says") }
        block = Array(bytes[at..<at + length])
    }

    /// The content of an HTTP message: what follows its head.
    var content: [UInt8] {
        var newlines = 0
        for (index, byte) in block.enumerated() {
            if byte == 10 { newlines += 1 } else if byte != 13 { newlines = 0 }
            if newlines == 2 { return Array(block[(index + 1)...]) }
        }
        return []
    }

    /// The head of an HTTP message, its empty line included.
    var head: [UInt8] { Array(block.prefix(block.count - content.count)) }
}
