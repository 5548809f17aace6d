/// A key as somebody pressed it, or a text that was pasted.
enum Key: Hashable, Sendable {
    case letter(Character)
    case paste(String)
    case enter, escape, tab, backspace, delete
    case up, down, left, right, home, end, pageUp, pageDown
    case killLine, killWord
    /// Ctrl-C, Ctrl-D, Ctrl-L, Ctrl-Z.
    case interrupt, endOfInput, redraw, suspend
}

/// Turns the bytes of a terminal into keys: UTF-8, escape sequences of cursor keys, bracketed paste.
///
/// Bytes may come in any pieces. What no key sends (answers of the terminal, mouse) is dropped whole, so that
/// no part of it is taken for a command.
struct KeyDecoder {
    private var bytes: [UInt8] = []
    private var pasted: [UInt8]?

    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
    /// Longer ones are no keys.
    private static let longestSequence = 64

    /// Whether a lone escape may be the beginning of a sequence: time has to tell.
    var isWaiting: Bool { pasted == nil && !bytes.isEmpty }

    mutating func feed(_ new: some Sequence<UInt8>) -> [Key] {
        bytes += new
        var keys: [Key] = []
        while let step = next() {
            bytes.removeFirst(step.length)
            if let key = step.key { keys.append(key) }
        }
        return keys
    }

    /// Nothing more came: an escape is the key itself; half a letter is none.
    mutating func flush() -> [Key] {
        guard isWaiting else { return [] }
        let isEscape = bytes.first == 0x1B
        let rest = isEscape && bytes.count == 2 ? Array(bytes.dropFirst()) : []
        bytes = []
        return (isEscape ? [.escape] : []) + feed(rest)
    }

    private mutating func next() -> (length: Int, key: Key?)? {
        if pasted != nil { return nextPasted() }
        guard let first = bytes.first else { return nil }
        switch first {
        case 0x1B: return sequence()
        case 0..<0x20, 0x7F: return (1, Self.control(first))
        case 0x20..<0x7F: return (1, .letter(Character(Unicode.Scalar(first))))
        default: return letter(first)
        }
    }

    private static func control(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x01: .home
        case 0x03: .interrupt
        case 0x04: .endOfInput
        case 0x05: .end
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x0C: .redraw
        case 0x15: .killLine
        case 0x17: .killWord
        case 0x1A: .suspend
        default: nil
        }
    }

    private func letter(_ first: UInt8) -> (length: Int, key: Key?)? {
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0 else { return (1, nil) }
        let follow = bytes.dropFirst().prefix(length - 1)
        if let wrong = follow.firstIndex(where: { $0 & 0xC0 != 0x80 }) { return (wrong, nil) }
        guard bytes.count >= length else { return nil }
        guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let letter = text.first
        else { return (length, nil) }
        // C1 controls come as two bytes of UTF-8: no key sends them.
        return (length, letter.unicodeScalars.first.map { $0.value < 0xA0 } == true ? nil : .letter(letter))
    }

    /// `ESC [ parameters letter`, `ESC O letter`, strings up to their end, `ESC key` as Alt: dropped.
    private mutating func sequence() -> (length: Int, key: Key?)? {
        guard bytes.count > 1 else { return nil }
        switch bytes[1] {
        case UInt8(ascii: "["):
            guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
                return bytes.count > Self.longestSequence ? (bytes.count, nil) : nil
            }
            let body = String(decoding: bytes[2...end], as: UTF8.self)
            if body == "200~" { pasted = [] }
            return (end + 1, Self.named(body))
        case UInt8(ascii: "O"):
            guard bytes.count > 2 else { return nil }
            return (3, Self.named(String(decoding: bytes[2...2], as: UTF8.self)))
        // Strings of the terminal: titles, colours, clipboards.
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            guard let end = bytes.dropFirst(2).firstIndex(where: { $0 == 0x07 || $0 == 0x5C }) else {
                return bytes.count > 4096 ? (bytes.count, nil) : nil
            }
            return (end + 1, nil)
        case 0x1B: return (1, .escape)
        default: return (2, nil)
        }
    }

    private static func named(_ body: String) -> Key? {
        // Modifiers (`1;5C`) change nothing here.
        guard let last = body.last else { return nil }
        switch last {
        case "A": return .up
        case "B": return .down
        case "C": return .right
        case "D": return .left
        case "H": return .home
        case "F": return .end
        case "M" where body == "M": return .enter
        case "~": break
        default: return nil
        }
        return switch body.dropLast().prefix(while: { $0 != ";" }) {
        case "1", "7": .home
        case "4", "8": .end
        case "3": .delete
        case "5": .pageUp
        case "6": .pageDown
        default: nil
        }
    }

    private mutating func nextPasted() -> (length: Int, key: Key?)? {
        guard let start = bytes.firstIndex(of: 0x1B) else {
            pasted? += bytes
            bytes = []
            return nil
        }
        pasted? += bytes[..<start]
        let rest = bytes[start...]
        if rest.starts(with: Self.pasteEnd) {
            let text = String(decoding: pasted ?? [], as: UTF8.self)
            pasted = nil
            return (start + Self.pasteEnd.count, .paste(text))
        }
        bytes.removeFirst(start)
        if rest.count < Self.pasteEnd.count, Self.pasteEnd.starts(with: rest) { return nil }
        pasted?.append(0x20)
        return (1, nil)
    }
}
