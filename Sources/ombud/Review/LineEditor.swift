/// One line of text as somebody types it.
struct LineEditor: Hashable, Sendable {
    private(set) var before: [Character] = []
    private(set) var after: [Character] = []

    private static let longest = 2000

    var text: String { String(before + after) }
    var isEmpty: Bool { before.isEmpty && after.isEmpty }

    /// - Returns: false for a key that changes no line.
    mutating func take(_ key: Key) -> Bool {
        switch key {
        case .letter(let letter): insert(String(letter))
        case .paste(let text): insert(text)
        case .backspace: _ = before.popLast()
        case .delete: if !after.isEmpty { after.removeFirst() }
        case .left: if let last = before.popLast() { after.insert(last, at: 0) }
        case .right: if !after.isEmpty { before.append(after.removeFirst()) }
        case .home: (before, after) = ([], before + after)
        case .end: (before, after) = (before + after, [])
        case .killLine: before = []
        case .killWord:
            while before.last?.isWhitespace == true { before.removeLast() }
            while let last = before.last, !last.isWhitespace { before.removeLast() }
        default: return false
        }
        return true
    }

    /// Through text, so that a mark typed behind its letter joins it.
    private mutating func insert(_ text: String) {
        let clean = text.replacing("\r\n", with: " ").replacing("\n", with: " ").safe
        before = Array((String(before) + clean).prefix(Self.longest))
    }
}
