/// Feeds that are nearly XML made into XML: HTML's entities, bare ampersands, control characters, and
/// whatever stands before the first tag.

func mendedXML(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var i = bytes.firstIndex(of: 0x3C) ?? 0
    var isData = false
    while i < bytes.count {
        let byte = bytes[i]
        if isData {
            if byte == 0x5D, matches(bytes, i, "]]>") { isData = false }
            output.append(byte < 0x20 && !byte.isASCIISpace ? 0x20 : byte)
            i += 1
        } else if byte == 0x3C, matches(bytes, i, "<![CDATA[") {
            isData = true
            output.append(contentsOf: bytes[i..<(i + 9)])
            i += 9
        } else if byte == 0xC2, i + 1 < bytes.count, let meant = Entity.windows1252(bytes[i + 1]) {
            // windows-1252 bytes that went into UTF-8 as controls: quotes and dashes are meant.
            output.append(contentsOf: String(Character(meant)).utf8)
            i += 2
        } else if byte == 0x26 {
            i = mendReference(bytes, i, &output)
        } else {
            output.append(byte < 0x20 && !byte.isASCIISpace ? 0x20 : byte)
            i += 1
        }
    }
    for range in output.withUnsafeBufferPointer(TagGuard.excess) {
        for i in range { output[i] = 0x20 }
    }
    return output
}

private func mendReference(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ output: inout [UInt8]) -> Int {
    for known: StaticString in ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"] where matches(bytes, i, known) {
        output.append(contentsOf: bytes[i..<(i + known.utf8CodeUnitCount)])
        return i + known.utf8CodeUnitCount
    }
    guard let entity = Entity(bytes, at: i) else {
        output.append(contentsOf: "&amp;".utf8)
        return i + 1
    }
    switch entity.scalar {
    case "<": output.append(contentsOf: "&lt;".utf8)
    case "&": output.append(contentsOf: "&amp;".utf8)
    case ">": output.append(contentsOf: "&gt;".utf8)
    case "\"": output.append(contentsOf: "&quot;".utf8)
    default:
        let value = entity.scalar.value
        let isAllowed = value >= 0x20 && value != 0xFFFE && value != 0xFFFF || value == 9 || value == 10
        output.append(contentsOf: String(Character(isAllowed ? entity.scalar : " ")).utf8)
    }
    return entity.end
}

private func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ text: StaticString) -> Bool {
    guard i + text.utf8CodeUnitCount <= bytes.count else { return false }
    for k in 0..<text.utf8CodeUnitCount where bytes[i + k] != text.utf8Start[k] { return false }
    return true
}
