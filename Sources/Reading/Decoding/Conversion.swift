/// Bytes of any encoding to UTF-8, by the C library's iconv; what is no text becomes U+FFFD.
import Foundation

/// UTF-8 of `bytes`; never fails: an unknown byte is replaced, and so is everything if iconv does not
/// know the encoding (then only ASCII is kept).
func utf8(_ bytes: ArraySlice<UInt8>, from encoding: Encoding) -> [UInt8] {
    if encoding == .utf8 { return repairedUTF8(bytes) }
    if let table = SingleByteTable.of(encoding) { return table.utf8(bytes) }
    return converted(bytes, from: encoding)
}

/// The same, always by iconv.
func converted(_ bytes: ArraySlice<UInt8>, from encoding: Encoding) -> [UInt8] {
    guard let converter = Converters.take(encoding) else {
        return bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
    }
    defer { Converters.putBack(converter, encoding) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var chunk = [CChar](repeating: 0, count: 65_536)
    var input = Array(bytes)
    // unsafe: both pointers stay inside the two arrays, whose sizes iconv is given and counts down.
    input.withUnsafeMutableBytes { raw in
        var left = raw.count
        var from = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
        while true {
            let result = chunk.withUnsafeMutableBufferPointer { room -> (Int, Int32) in
                var to = room.baseAddress
                var free = room.count
                let status = iconv(converter, &from, &left, &to, &free)
                let code = status == Int.max || status == -1 ? errno : 0
                UnsafeRawBufferPointer(start: room.baseAddress, count: room.count - free).withMemoryRebound(
                    to: UInt8.self
                ) { output.append(contentsOf: $0) }
                return (Int(bitPattern: UInt(bitPattern: status)), code)
            }
            if result.1 == E2BIG { continue }
            guard result.1 == EILSEQ || result.1 == EINVAL, left > 0 else { break }
            output.append(contentsOf: encoding.replacement(for: from?.pointee))
            from = from?.advanced(by: 1)
            left -= 1
            if left == 0 { break }
        }
        // Some encodings (windows-1255 and -1258) hold a letter back, in case a mark of its own follows.
        chunk.withUnsafeMutableBufferPointer { room in
            var to = room.baseAddress
            var free = room.count
            _ = iconv(converter, nil, nil, &to, &free)
            UnsafeRawBufferPointer(start: room.baseAddress, count: room.count - free).withMemoryRebound(
                to: UInt8.self
            ) { output.append(contentsOf: $0) }
        }
    }
    for (i, byte) in output.enumerated() where byte == 0 { output[i] = 0x20 }
    return output
}

extension Encoding {
    /// Windows code pages leave a few bytes free, which browsers read as the controls of those numbers.
    fileprivate func replacement(for byte: CChar?) -> [UInt8] {
        if let byte = byte.map(UInt8.init(bitPattern:)), byte >= 0x80, byte < 0xA0, name.hasPrefix("windows-")
        {
            return [0xC2, byte]
        }
        return [0xEF, 0xBF, 0xBD]
    }
}

/// Whether the bytes are UTF-8 throughout, with no NUL and no BOM: such a page is parsed where it lies.
func isCleanUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> (valid: Bool, hasNUL: Bool, isASCII: Bool) {
    var i = 0
    let count = bytes.count
    var hasNUL = false
    var isASCII = true
    let raw = UnsafeRawBufferPointer(bytes)
    while i < count {
        // Eight bytes of ASCII at a time; a borrow of the subtraction marks a NUL.
        while i + 8 <= count {
            let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            if (word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 != 0 { hasNUL = true }
            i += 8
        }
        guard i < count else { break }
        let byte = bytes[i]
        if byte < 0x80 {
            if byte == 0 { hasNUL = true }
            i += 1
            continue
        }
        isASCII = false
        let length = utf8Length(bytes, at: i)
        if length == 0 { return (false, hasNUL, false) }
        i += length
    }
    return (true, hasNUL, isASCII)
}

/// Length of the well-formed sequence at `i` (Unicode Standard, table 3-7); 0 where it is ill-formed.
func utf8Length(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let a = bytes[i]
    func tail(_ offset: Int) -> UInt8 { i + offset < bytes.count ? bytes[i + offset] : 0 }
    func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
    switch a {
    case 0xC2...0xDF: return isTail(tail(1)) ? 2 : 0
    case 0xE0...0xEF:
        let b = tail(1)
        guard isTail(b), isTail(tail(2)) else { return 0 }
        if a == 0xE0, b < 0xA0 { return 0 }
        if a == 0xED, b > 0x9F { return 0 }
        return 3
    case 0xF0...0xF4:
        let b = tail(1)
        guard isTail(b), isTail(tail(2)), isTail(tail(3)) else { return 0 }
        if a == 0xF0, b < 0x90 { return 0 }
        if a == 0xF4, b > 0x8F { return 0 }
        return 4
    default: return 0
    }
}

/// The bytes with each ill-formed one replaced by U+FFFD and each NUL by a space.
private func repairedUTF8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    bytes.withUnsafeBufferPointer { bytes in
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte < 0x80 {
                output.append(byte == 0 ? 0x20 : byte)
                i += 1
                continue
            }
            let length = utf8Length(bytes, at: i)
            if length == 0 {
                output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                i += 1
            } else {
                output.append(contentsOf: bytes[i..<(i + length)])
                i += length
            }
        }
    }
    return output
}
