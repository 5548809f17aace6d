/// Addresses as they read.

/// An address as it reads: `Jan%20Kowalski` as `Jan Kowalski`; nil where nothing was escaped.
public func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return nil }
    let bytes = Array(text.utf8)
    var (result, at): ([UInt8], Int) = ([], 0)
    func digit(_ byte: UInt8) -> UInt8? { Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) }
    while at < bytes.count {
        if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = digit(bytes[at + 1]),
            let low = digit(bytes[at + 2])
        {
            result.append(high << 4 | low)
            at += 3
        } else {
            result.append(bytes[at])
            at += 1
        }
    }
    return String(decoding: result, as: UTF8.self)
}
