/// What a page says of its own encoding: `<meta charset>`, `<meta http-equiv>`, `<?xml encoding?>`.
/// HTML Standard, "prescan a byte stream to determine its encoding".

func metaCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> Encoding? {
    var scan = Prescan(bytes: bytes)
    return scan.run()
}

/// The encoding of an XML declaration, which Appendix F of XML and browsers both read.
func xmlDeclaredEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> Encoding? {
    var i = 0
    while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
    let start: StaticString = "<?xml"
    for k in 0..<5 where i + k >= bytes.count || bytes[i + k] != start.utf8Start[k] { return nil }
    guard let end = (i..<bytes.count).first(where: { bytes[$0] == 0x3E }) else { return nil }
    let text = String(decoding: bytes[i..<end], as: UTF8.self)
    guard let key = text.range(of: "encoding") else { return nil }
    let value = text[key.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\t" || $0 == "\n" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    let label = value.dropFirst().prefix { $0 != quote }
    guard let encoding = Encoding(label: label) else { return nil }
    return encoding.name.hasPrefix("utf-16") ? .utf8 : encoding
}

private struct Prescan {
    let bytes: UnsafeBufferPointer<UInt8>
    var i = 0

    mutating func run() -> Encoding? {
        while i < bytes.count {
            guard bytes[i] == 0x3C else {
                i += 1
                continue
            }
            if starts(with: "<!--") {
                i += 2
                while i < bytes.count, !ends(with: "-->") { i += 1 }
                i += 1
            } else if starts(with: "<meta"), i + 5 < bytes.count,
                bytes[i + 5].isASCIISpace || bytes[i + 5] == 0x2F
            {
                i += 6
                if let found = meta() { return found }
            } else if i + 1 < bytes.count,
                bytes[i + 1].isASCIILetter
                    || (bytes[i + 1] == 0x2F && i + 2 < bytes.count && bytes[i + 2].isASCIILetter)
            {
                while i < bytes.count, !bytes[i].isASCIISpace, bytes[i] != 0x3E { i += 1 }
                while place() != nil {}
            } else if i + 1 < bytes.count,
                bytes[i + 1] == 0x21 || bytes[i + 1] == 0x2F || bytes[i + 1] == 0x3F
            {
                while i < bytes.count, bytes[i] != 0x3E { i += 1 }
            } else {
                i += 1
            }
        }
        return nil
    }

    private mutating func meta() -> Encoding? {
        var isPragma = false
        var needsPragma: Bool?
        var found: Encoding?
        var isStated = false
        var seen: Set<String> = []
        while let (name, value) = attribute() {
            guard seen.insert(name).inserted else { continue }
            if name == "http-equiv" {
                isPragma = value.lowercased() == "content-type"
            } else if name == "content", !isStated {
                var copy = value
                if let label = copy.withUTF8({ charsetValue($0) }), let encoding = Encoding(label: label) {
                    found = encoding
                    isStated = true
                    needsPragma = true
                }
            } else if name == "charset" {
                found = Encoding(label: value)
                isStated = true
                needsPragma = false
            }
        }
        // A tag that the bytes end in is no tag yet.
        guard i < bytes.count, let needsPragma, !needsPragma || isPragma, let found else { return nil }
        if found.name.hasPrefix("utf-16") { return .utf8 }
        return found.name == "x-user-defined" ? .windows1252 : found
    }

    /// The next attribute of the tag at `i`, names and values in lower case; nil at the tag's end.
    private mutating func attribute() -> (name: String, value: String)? {
        place().map { (lower($0.name), lower($0.value)) }
    }

    private func lower(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].map(\.lowercasedASCII), as: UTF8.self)
    }

    /// Where the name and the value of the next attribute lie.
    private mutating func place() -> (name: Range<Int>, value: Range<Int>)? {
        while i < bytes.count, bytes[i].isASCIISpace || bytes[i] == 0x2F { i += 1 }
        guard i < bytes.count, bytes[i] != 0x3E else { return nil }
        let start = i
        while i < bytes.count, !bytes[i].isASCIISpace, bytes[i] != 0x2F, bytes[i] != 0x3E,
            bytes[i] != 0x3D || i == start
        { i += 1 }
        let name = start..<i
        while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
        guard i < bytes.count, bytes[i] == 0x3D else { return (name, i..<i) }
        i += 1
        while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
        guard i < bytes.count else { return nil }
        let quote = bytes[i]
        let isQuoted = quote == 0x22 || quote == 0x27
        if isQuoted { i += 1 }
        let value = i
        if isQuoted {
            while i < bytes.count, bytes[i] != quote { i += 1 }
            guard i < bytes.count else { return nil }
            i += 1
            return (name, value..<(i - 1))
        }
        while i < bytes.count, !bytes[i].isASCIISpace, bytes[i] != 0x3E { i += 1 }
        return (name, value..<i)
    }

    private func starts(with text: StaticString) -> Bool {
        guard i + text.utf8CodeUnitCount <= bytes.count else { return false }
        for k in 0..<text.utf8CodeUnitCount where bytes[i + k].lowercasedASCII != text.utf8Start[k] {
            return false
        }
        return true
    }

    private func ends(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard i + 1 >= count else { return false }
        for k in 0..<count where bytes[i + 1 - count + k] != text.utf8Start[k] { return false }
        return true
    }
}
