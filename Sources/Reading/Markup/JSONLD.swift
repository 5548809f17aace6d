/// The JSON-LD blocks of a page as values, whatever was done to them on the way into it.

/// The values of one `<script type="application/ld+json">`.
func jsonLD(_ content: UnsafeBufferPointer<UInt8>) -> [JSONValue] {
    if isEscaped(content) {
        let text = unescaped(content)
        return text.withUnsafeBufferPointer { readJSON($0) }
    }
    return readJSON(content)
}

/// `{&quot;@type&quot;: ...`: the block was escaped as if it were text.
private func isEscaped(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let brace = content.firstIndex(where: { $0 == 0x7B }) else { return false }
    var i = brace + 1
    while i < content.count, content[i].isASCIISpace { i += 1 }
    return content[min(i, content.count)...].starts(with: "&quot;".utf8)
        || content[min(i, content.count)...].starts(with: "&#34;".utf8)
}

private func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(content.count)
    var i = 0
    while i < content.count {
        if content[i] == 0x26, let entity = Entity(content, at: i) {
            output.append(contentsOf: String(Character(entity.scalar)).utf8)
            i = entity.end
        } else {
            output.append(content[i])
            i += 1
        }
    }
    return output
}
