/// The folded letters of a text in a row, words joined by one space: what a sketch needs, and no more.
enum FoldedLetters {
    /// Writes them and says how many there are; `letters` holds two more than there are bytes.
    ///
    /// A letter or sign takes a byte at least, one that folds to two takes two, a space comes in the place of
    /// a gap or beside a sign of three bytes.
    static func fill(
        _ letters: UnsafeMutableBufferPointer<UInt32>, from bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        codes.withUnsafeBufferPointer { codes in
            var row = Row(letters: letters)
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                var value = UInt32(byte)
                if byte < 0x80 {
                    place += 1
                } else if byte < 0xE0 {
                    // Strings are well-formed: what a lead byte promises is there.
                    value = UInt32(byte & 0x1F) << 6 | UInt32(bytes[place + 1] & 0x3F)
                    place += 2
                } else {
                    let isLong = byte >= 0xF0
                    value = UInt32(byte & (isLong ? 0x07 : 0x0F))
                    for next in 1...(isLong ? 3 : 2) {
                        value = value << 6 | UInt32(bytes[place + next] & 0x3F)
                    }
                    place += isLong ? 4 : 3
                }
                let code = value < 0x530 ? codes[Int(value)] : pairCode
                switch code {
                case gapCode: row.gap()
                case unseenCode: break
                case pairCode:
                    guard let scalar = Unicode.Scalar(value) else { break }
                    row.add(scalar)
                default: row.add(code)
                }
            }
            return row.count
        }
    }

    private struct Row {
        let letters: UnsafeMutableBufferPointer<UInt32>
        var count = 0
        var opensWord = false

        @inline(__always)
        mutating func add(_ letter: UInt32) {
            if opensWord, count > 0 {
                letters[count] = 0x20
                count += 1
            }
            opensWord = false
            letters[count] = letter
            count += 1
        }

        @inline(__always)
        mutating func gap() { opensWord = true }

        mutating func add(_ scalar: Unicode.Scalar) {
            switch Folding.kind(scalar) {
            case .gap: gap()
            case .unseen, .accent: break
            case .letter(let letter): add(letter)
            case .letters(let first, let second):
                add(first)
                add(second)
            case .sign(let sign):
                gap()
                add(sign)
                gap()
            }
        }
    }

    private static let gapCode: UInt32 = 0
    private static let unseenCode: UInt32 = 1
    /// Two letters, or a scalar beyond the table.
    private static let pairCode: UInt32 = 2

    /// What the scalars below U+0530 fold to.
    private static let codes: [UInt32] = (0..<0x530).map { value in
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return gapCode }
        return switch Folding.kind(scalar) {
        case .gap: gapCode
        case .unseen, .accent: unseenCode
        case .letter(let letter): letter
        case .letters, .sign: pairCode
        }
    }
}
