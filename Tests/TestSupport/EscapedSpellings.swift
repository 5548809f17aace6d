/// The ways in which programs write a name that is not plain: what quotes a page, an address or an answer holds them.

/// As in addresses (`%C5%82`), JSON (`\u0142`) and markup (`&#322;`); only what differs from the name itself.
public func escapedSpellings(of name: String) -> [String] {
    let isWord: (UInt8) -> Bool = { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
    func percent(_ blank: String, isUpper: Bool) -> String {
        name.utf8.map { byte in
            if byte == 0x20 { return blank }
            if isWord(byte) { return String(Unicode.Scalar(byte)) }
            return "%" + padded(UInt32(byte), to: 2, isUpper)
        }.joined()
    }
    func json(isUpper: Bool) -> String {
        name.utf16.map { unit in
            unit < 0x80
                ? String(Unicode.Scalar(UInt8(unit))) : "\\u" + padded(UInt32(unit), to: 4, isUpper)
        }.joined()
    }
    func markup(_ number: (UInt32) -> String) -> String {
        name.unicodeScalars.map { $0.isASCII ? String($0) : "&#\(number($0.value));" }.joined()
    }
    let all =
        ["%20", "+"].flatMap { blank in [true, false].map { percent(blank, isUpper: $0) } }
        + [true, false].map(json)
        + [
            markup { String($0) }, markup { "x" + padded($0, to: 1, true) },
            markup { "x" + padded($0, to: 1, false) },
        ]
    return Set(all).subtracting([name]).sorted()
}

private func padded(_ value: UInt32, to length: Int, _ isUpper: Bool) -> String {
    let digits = String(value, radix: 16, uppercase: isUpper)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
}
