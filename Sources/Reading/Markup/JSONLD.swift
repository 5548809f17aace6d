/// The JSON-LD blocks of a page as values, whatever was done to them on the way into it.

/// The values of one `<script type="application/ld+json">`, in plain form.
func jsonLD(_ content: UnsafeBufferPointer<UInt8>, language: String? = nil) -> [JSONValue] {
    blockJSON(content).map { JSONLDForm.plain($0, language: language) }
}

/// The values of one block of JSON, as they are written.
func blockJSON(_ content: UnsafeBufferPointer<UInt8>) -> [JSONValue] {
    var values: [JSONValue]
    switch firstQuote(of: content) {
    case .own: values = readJSON(content)
    case .escaped: values = unescaped(content).withUnsafeBufferPointer { readJSON($0) }
    case .tagged: values = untagged(content).withUnsafeBufferPointer { readJSON($0) }
    case .curly: values = straightened(content).withUnsafeBufferPointer { readJSON($0) }
    }
    // A whole document once more as a string of JSON.
    if values.count == 1, let inner = values[0].string,
        let first = inner.utf8.first(where: { !$0.isASCIISpace }),
        first == 0x7B || first == 0x5B
    {
        var inner = inner
        values = inner.withUTF8 { readJSON($0) }
    }
    return values
}

private enum Quote {
    case own
    /// `{&quot;@type&quot;: ...`: the block was escaped as if it were text.
    case escaped
    /// `{“@type”: ...`: an editor made the quotes typographic.
    case curly
    /// `{<br />"@type": ...`: an editor marked the lines.
    case tagged
}

private func firstQuote(of content: UnsafeBufferPointer<UInt8>) -> Quote {
    guard let brace = content.firstIndex(where: { $0 == 0x7B }) else { return .own }
    var i = brace + 1
    while i < content.count {
        if content[i].isASCIISpace {
            i += 1
        } else if content[i] == 0x3C, let end = content[i...].firstIndex(of: 0x3E) {
            i = end + 1
        } else {
            break
        }
    }
    let rest = content[min(i, content.count)...]
    if rest.starts(with: [0xE2, 0x80]), i + 2 < content.count, (0x9C...0x9F).contains(content[i + 2]) {
        return .curly
    }
    if rest.starts(with: [0xC2, 0xAB]) || rest.starts(with: [0xC2, 0xBB]) { return .curly }
    if i > brace + 1, content[brace..<i].contains(0x3C) { return .tagged }
    guard rest.first == 0x26, let entity = Entity(content, at: i) else { return .own }
    return "\"'“”„″«»".unicodeScalars.contains(entity.scalar) ? .escaped : .own
}

private func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(content.count)
    var i = 0
    while i < content.count {
        if content[i] == 0x26, let entity = Entity(content, at: i) {
            if "“”„″«»".unicodeScalars.contains(entity.scalar) {
                output.append(0x22)
            } else {
                output.append(contentsOf: String(Character(entity.scalar)).utf8)
            }
            i = entity.end
        } else {
            output.append(content[i])
            i += 1
        }
    }
    return output
}

private func untagged(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(content.count)
    var isInside = false
    for (i, byte) in content.enumerated() {
        if byte == 0x3C, i + 1 < content.count, content[i + 1].isASCIILetter || content[i + 1] == 0x2F {
            isInside = true
        }
        if !isInside { output.append(byte) }
        if byte == 0x3E { isInside = false }
    }
    return output
}

/// Typographic quotes made straight; where they stood inside a text is told from what follows them.
private func straightened(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(content.count)
    var i = 0
    while i < content.count {
        if content[i] == 0xE2, i + 2 < content.count, content[i + 1] == 0x80,
            (0x9C...0x9F).contains(content[i + 2]) || content[i + 2] == 0xB3
        {
            output.append(0x22)
            i += 3
        } else if content[i] == 0xC2, i + 1 < content.count, content[i + 1] == 0xAB || content[i + 1] == 0xBB
        {
            output.append(0x22)
            i += 2
        } else {
            output.append(content[i])
            i += 1
        }
    }
    return output
}
