/// What sites put before and behind a text: "Read more", "[edited]", "(Translated by Google)".
enum SiteFurniture {
    /// nil where there is none.
    static func removed(from text: String) -> String? {
        var text = text
        guard text.withUTF8({ mayHold($0) }) else { return nil }
        var own = text.trimmingEnd()
        let whole = own.endIndex
        for _ in 0..<3 {
            // Wide enough for the longest one, and for what a text of one line ends in.
            let tail = own.suffix(28).lowercased().trimmingEnd()
            guard let ending = endings.first(where: { tail.hasSuffix($0) }) else { break }
            own = own.trimmingEnd().dropLast(ending.count).trimmingEnd()
        }
        let head = own.prefix(40).lowercased()
        let label = labels.first { head.hasPrefix($0) }
        if let label { own = own.dropFirst(label.count) }
        return label == nil && own.endIndex == whole ? nil : String(own)
    }

    private static let endings = [
        "read more", "show more", "see more", "read less", "show less", "(edited)", "[edited]",
        "continue reading",
        "czytaj więcej", "czytaj dalej", "pokaż więcej", "zobacz więcej", "(edytowano)", "[edytowano]",
        "читать далее", "читать полностью", "показать полностью", "подробнее", "(изменено)", "[изменено]",
        "weiterlesen", "mehr anzeigen", "mehr lesen", "(bearbeitet)", "[bearbeitet]",
        "číst dále", "zobrazit více", "(upraveno)", "[upraveno]",
    ]

    private static let labels = [
        "[edited]", "[edytowano]", "[изменено]", "[bearbeitet]", "[upraveno]", "(translated by google)",
        "(przetłumaczone przez google)", "(переведено google)", "(übersetzt von google)",
        "(přeloženo googlem)",
        "[translated]", "(original)",
    ]

    // MARK: Most texts have none

    /// Whether it is worth reading the text's characters: by its first byte and its last ones.
    private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        // Every label begins so.
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "(") { return true }
        var end = bytes.count
        while end > 0, isSpaceOrStop(bytes[end - 1]) { end -= 1 }
        guard end > 0 else { return false }
        let last = bytes[end - 1]
        let tail = bytes[max(0, end - 64)..<end]
        if last >= 0x80 { return mayEnd(tail) }
        // A byte of ASCII is a character, but for a line end of two.
        guard tail.allSatisfy({ $0 < 0x80 && $0 != 0x0D }), !bytes[end...].contains(0x0D) else {
            return lastLetters.contains(lowered(last)) || last == 0x0D || bytes[end...].contains(0x0D)
        }
        return plainEndings.contains { ending in
            tail.count >= ending.count
                && zip(tail.suffix(ending.count), ending).allSatisfy { lowered($0) == $1 }
        }
    }

    /// For a text that ends beyond ASCII: a Latin letter with an accent ends none, and of Cyrillic ones two do.
    private static func mayEnd(_ tail: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard tail.count >= 2, let last = tail.last else { return true }
        let lead = tail[tail.endIndex - 2]
        guard lead >= 0xC3, lead < 0xE0 else { return true }
        let value = UInt32(lead & 0x1F) << 6 | UInt32(last & 0x3F)
        switch value {
        case 0xC0..<0x180: return false
        case 0x410..<0x450: return [0x415, 0x435, 0x42E, 0x44E].contains(value)
        default: return true
        }
    }

    @inline(__always)
    private static func isSpaceOrStop(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == UInt8(ascii: ".") || (0x09...0x0D).contains(byte)
    }

    @inline(__always)
    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

    private static let plainEndings = endings.filter { $0.utf8.allSatisfy { $0 < 0x80 } }.map {
        Array($0.utf8)
    }
    private static let lastLetters = Set(endings.compactMap { $0.utf8.last }.filter { $0 < 0x80 })
}

extension StringProtocol where SubSequence == Substring {
    /// Without spaces and full stops at the end.
    func trimmingEnd() -> Substring {
        var end = endIndex
        while end > startIndex {
            let before = index(before: end)
            guard self[before].isWhitespace || self[before] == "." || self[before] == "…" else { break }
            end = before
        }
        return self[..<end]
    }
}
