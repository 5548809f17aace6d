/// Signs of a text that are no words: a question mark, stars in the place of letters.
struct TextSigns {
    /// The first question mark, in Unicode scalars; one within an address does not ask.
    var question: Int?
    /// Something like a star stands beside a letter.
    var hasStars = false
    /// Begins with the handle of somebody: an answer.
    var isAddressed = false
    /// The initials of a clerk: `^AB`.
    var initials: Range<Int>?
    /// The first colon, in Unicode scalars.
    var colon: Int?
    /// What stands between quotation marks, in Unicode scalars; none where nearly all of the text does.
    private var quoted: [Range<Int>] = []
    /// Where quotation marks stand.
    private var marks: [Int] = []

    /// Stands between quotation marks all alone: a name.
    func isNamed(_ range: Range<Int>) -> Bool {
        marks.contains(range.lowerBound - 1) && marks.contains(range.upperBound)
    }

    func quotation(around range: Range<Int>) -> Range<Int>? { quoted.first { $0.overlaps(range) } }

    init(_ text: String) {
        var text = text
        self.init(bytes: &text)
        (quoted, marks) = Self.quotations(in: text)
    }

    private init(bytes text: inout String) {
        var (question, hasStars, isAddressed): (Int?, Bool, Bool) = (nil, false, false)
        var (initials, colon): (Range<Int>?, Int?) = (nil, nil)
        text.withUTF8 { bytes in
            var scalars = 0
            isAddressed = bytes.first == 0x40 || bytes.starts(with: Array("RT @".utf8))
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case 0x3F where question == nil:
                    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
                    if !Self.isLetterOrDigit(next) { question = scalars }
                case 0x2A, 0x40, 0x23, 0x24:
                    if index > 0, Self.isLetterOrDigit(bytes[index - 1]) { hasStars = true }
                case 0x5E:
                    if let count = Self.initials(bytes, from: index + 1) {
                        initials = scalars..<scalars + count
                    }
                case 0x3A where colon == nil: colon = scalars
                default: break
                }
                if byte & 0xC0 != 0x80 { scalars += 1 }
            }
        }
        self.colon = colon
        self.question = question
        self.hasStars = hasStars
        self.isAddressed = isAddressed
        self.initials = initials
    }

    /// Opened and closed by marks of whichever kind, on one line.
    private static func quotations(in text: String) -> (quoted: [Range<Int>], marks: [Int]) {
        var text = text
        return text.withUTF8 { bytes in
            var marks: [Int] = []
            var (found, start, scalars, inside): ([Range<Int>], Int?, Int, Int) = ([], nil, 0, 0)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == 0x0A { start = nil }
                if let length = quotationMark(bytes, at: index) ?? apostrophe(bytes, at: index, start != nil)
                {
                    marks.append(scalars)
                    if let opened = start {
                        if scalars - opened > 8 { found.append(opened..<scalars) }
                        inside += scalars - opened
                        start = nil
                    } else {
                        start = scalars + 1
                    }
                    index += length
                    scalars += 1
                    continue
                }
                if byte & 0xC0 != 0x80 { scalars += 1 }
                index += 1
            }
            return (inside * 10 > scalars * 9 ? [] : found, marks)
        }
    }

    /// Bytes of a single mark that opens or closes: `'`, `‘`, `’`, `‚`. Within a word it is an apostrophe.
    @inline(__always)
    private static func apostrophe(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ isOpen: Bool
    ) -> Int? {
        let length: Int
        switch bytes[index] {
        case 0x27: length = 1
        case 0xE2
        where index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0x98...0x9A).contains(bytes[index + 2]):
            length = 3
        default: return nil
        }
        let before = index > 0 && isLetterOrDigit(bytes[index - 1])
        let after = index + length < bytes.count && isLetterOrDigit(bytes[index + length])
        return (isOpen ? !after : after && !before) ? length : nil
    }

    /// Bytes of the quotation mark that begins here: `"`, `«`, `»`, `„`, `“`, `”`.
    @inline(__always)
    private static func quotationMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        switch bytes[index] {
        case 0x22: return 1
        case 0xC2 where index + 1 < bytes.count && (bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB):
            return 2
        case 0xE2
        where index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0x9C...0x9F).contains(bytes[index + 2]):
            return 3
        default: return nil
        }
    }

    /// Scalars of the mark and the one to three letters behind it; nil where more or none stand there.
    private static func initials(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var (index, letters) = (start, 0)
        while index < bytes.count, isLetterOrDigit(bytes[index]), letters <= 4 {
            if bytes[index] & 0xC0 != 0x80 { letters += 1 }
            index += 1
        }
        return (1...3).contains(letters) ? letters + 1 : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}

/// Where a swear word stands with some of its letters hidden: `s***`, `f**k`, `п*здец`.
///
/// A star is any letter and a row of stars any letters; `@`, `#`, `$` hide one letter between two others.
/// Marks around a whole word are emphasis, and a row after a single capital hides a name.
func obscuredSwearing(in text: String, _ swearing: [[UInt32]]) -> Range<Int>? {
    guard !swearing.isEmpty else { return nil }
    var letters: [UInt32] = []
    var start = 0
    var (isCapital, hasMask) = (false, false)
    func isSwearing() -> Bool {
        guard hasMask, let first = letters.first, first != hidden else { return false }
        let shown = letters.count { $0 != hidden }
        guard !(isCapital && shown == 1), letters.count >= 3 else { return false }
        // Its own letters, all shown, and stars behind them: a footnote, or "4*".
        return swearing.contains { fits(letters, $0) }
    }
    var position = 0
    for scalar in (text + " ").unicodeScalars {
        switch scalar {
        case "*", "@", "#", "$":
            if letters.isEmpty { break }
            letters.append(hidden)
            hasMask = true
        default:
            switch Folding.kind(scalar) {
            case .letter(let folded):
                if letters.isEmpty {
                    start = position
                    isCapital = scalar.properties.isUppercase
                }
                letters.append(folded)
            case .unseen, .accent: break
            default:
                if isSwearing() { return start..<position }
                letters.removeAll(keepingCapacity: true)
                hasMask = false
            }
        }
        position += 1
    }
    return nil
}

private let hidden: UInt32 = 0

/// Letter by letter, a row of stars taking what is left or one letter each; endings may follow.
private func fits(_ masked: [UInt32], _ word: [UInt32]) -> Bool {
    let isEndHidden = masked.last == hidden
    guard masked.count >= word.count - (isEndHidden ? 3 : 0) else { return false }
    guard masked.count <= word.count + (isEndHidden ? 0 : 4) else { return false }
    var hiddenInside = 0
    for (index, letter) in masked.enumerated() {
        guard index < word.count else { break }
        if letter == hidden { hiddenInside += 1 } else if letter != word[index] { return false }
    }
    return hiddenInside > 0
}
