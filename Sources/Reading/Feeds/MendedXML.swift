/// Feeds that are nearly XML made into XML: HTML's entities and empty elements, bare ampersands, control
/// characters, and whatever stands before the feed's own tag.

func mendedXML(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    let root = FeedRoot.index(in: bytes)
    var i = root ?? bytes.firstIndex(of: 0x3C) ?? 0
    let entities = root.map { FeedRoot.entities(in: bytes, upTo: $0) } ?? [:]
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
            i = mendReference(bytes, i, entities, &output)
        } else if byte == 0x3C, let end = emptyElement(bytes, i) {
            output.append(contentsOf: "<br/>".utf8)
            i = end
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

/// Past an HTML tag that has no end tag (`<br>`, `<hr>`, `<img ...>`), or past a stray end tag of one: text that a feed
/// forgot to escape. nil elsewhere.
private func emptyElement(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var i = start + 1
    if i < bytes.count, bytes[i] == 0x2F { i += 1 }
    let name: StaticString
    guard i + 3 < bytes.count else { return nil }
    switch (bytes[i] | 0x20, bytes[i + 1] | 0x20) {
    case (0x62, 0x72): name = "br"
    case (0x68, 0x72): name = "hr"
    case (0x69, 0x6D): name = "img"
    default: return nil
    }
    let end = i + name.utf8CodeUnitCount
    guard end < bytes.count, name.utf8CodeUnitCount == 2 || bytes[i + 2] | 0x20 == 0x67,
        bytes[end] == 0x3E || bytes[end] == 0x2F || bytes[end].isASCIISpace
    else { return nil }
    i = end
    while i < bytes.count, i < end + 2000, bytes[i] != 0x3E, bytes[i] != 0x3C { i += 1 }
    return i < bytes.count && bytes[i] == 0x3E ? i + 1 : nil
}

private func mendReference(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ entities: [[UInt8]: [UInt8]], _ output: inout [UInt8]
) -> Int {
    for known: StaticString in ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"] where matches(bytes, i, known) {
        output.append(contentsOf: bytes[i..<(i + known.utf8CodeUnitCount)])
        return i + known.utf8CodeUnitCount
    }
    if !entities.isEmpty {
        var end = i + 1
        while end < bytes.count, end < i + 64, bytes[end] != 0x3B { end += 1 }
        if end < bytes.count, let text = entities[Array(bytes[(i + 1)..<end])] {
            output.append(contentsOf: text)
            return end + 1
        }
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
