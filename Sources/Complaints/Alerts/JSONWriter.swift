/// Writes one JSON object after the other into bytes: an event is written many times a visit, and a general
/// encoder takes twenty times as long for it.
///
/// The caller gives keys in the order of their bytes, so that equal events are equal bytes.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    init() { bytes.reserveCapacity(2048) }

    /// A text as JSON writes it, with its quotes.
    static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.element(text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    mutating func object(_ key: String? = nil, _ write: (inout JSONWriter) -> Void) {
        if let key { name(key) } else { separate() }
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        write(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    mutating func array<T>(_ key: String, _ items: [T], _ write: (inout JSONWriter, T) -> Void) {
        name(key)
        bytes.append(UInt8(ascii: "["))
        isFirst = true
        for item in items { write(&self, item) }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    /// What is nil is left out.
    mutating func add(_ key: String, _ text: String?) {
        guard let text else { return }
        name(key)
        string(text)
    }

    mutating func add(_ key: String, _ time: Instant?) { add(key, time?.description) }

    mutating func add(_ key: String, _ number: Int64?) { add(key, number: number.map(String.init)) }

    mutating func add(_ key: String, _ number: Int) { add(key, number: String(number)) }

    /// A whole number stands without its fraction.
    mutating func add(_ key: String, _ number: Double?) {
        guard let number else { return }
        // JSON knows no other numbers.
        let text = (number.isFinite ? number : 0).description
        add(key, number: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    mutating func add(_ key: String, _ value: Bool?) {
        add(key, number: value.map { $0 ? "true" : "false" })
    }

    mutating func element(_ text: String) {
        separate()
        string(text)
    }

    mutating func element(_ number: Int64) {
        separate()
        bytes += String(number).utf8
    }

    private mutating func add(_ key: String, number text: String?) {
        guard let text else { return }
        name(key)
        bytes += text.utf8
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    /// Keys are words of the contract: nothing in them needs escaping.
    private mutating func name(_ key: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes += key.utf8
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func string(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { room in
            var start = 0
            for (index, byte) in room.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes += room[start..<index]
                escape(byte)
                start = index + 1
            }
            bytes += room[start...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x08: bytes += #"\b"#.utf8
        case 0x09: bytes += #"\t"#.utf8
        case 0x0A: bytes += #"\n"#.utf8
        case 0x0C: bytes += #"\f"#.utf8
        case 0x0D: bytes += #"\r"#.utf8
        case 0x22, 0x5C: bytes += [0x5C, byte]
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes += #"\u00"#.utf8
            bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
}
