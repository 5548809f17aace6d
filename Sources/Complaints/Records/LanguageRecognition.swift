/// The BCP 47 primary tag of the language a text is written in; nil when the text is too short or too mixed
/// to tell.
///
/// The script first, then the commonest words of each language and the letters that few languages have.
/// A text in a script that one language has nearly to itself (Greek, Hebrew, Thai, Japanese) is told at once.
public func recognisedLanguage(of text: String) -> String? {
    var tally = LanguageTally()
    var text = text
    text.withUTF8 { tally.add($0) }
    return tally.verdict()
}

/// The language a text is most likely in, on whatever little there is to tell by, beside the one it is surely
/// in: for what gains more by a right guess than it loses by a wrong one.
package func languages(of text: String) -> (sure: String?, likely: String?) {
    var tally = LanguageTally()
    var text = text
    text.withUTF8 { tally.add($0) }
    let sure = tally.verdict()
    return (sure, sure ?? tally.likely())
}

/// The votes of a text's words and letters.
struct LanguageTally {
    private let profile = Profile.shared
    private var votes = [Float](repeating: 0, count: Profile.shared.languages.count)
    private var hash = Fold64.start
    private var wordLength = 0
    private var words = 0
    private var latin = 0
    private var cyrillic = 0
    private var others: [String: Int] = [:]

    /// Longer texts tell no more.
    private static let enough = 4000

    /// A string's bytes: well-formed UTF-8.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while i < bytes.count, latin + cyrillic < Self.enough {
            let byte = UInt32(bytes[i])
            if byte < 0x80 {
                let lower = byte | 0x20
                if lower >= 0x61, lower <= 0x7A {
                    latin += 1
                    extend(lower)
                } else if byte == 0x27 {
                    if wordLength > 0 { extend(byte) }
                } else {
                    endWord()
                }
                i += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard i + length <= bytes.count else { return }
            var value = byte & (0x7F >> UInt32(length))
            for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
            addBeyondASCII(value)
            i += length
        }
    }

    @inline(__always)
    private mutating func addBeyondASCII(_ value: UInt32) {
        switch value {
        case 0xC0...0x24F, 0x1E00...0x1EFF:
            latin += 1
            letter(value)
        case 0x400...0x52F:
            cyrillic += 1
            letter(value)
        case 0x2019: if wordLength > 0 { extend(0x27) }
        case 0x300...0x36F, 0xAD, 0x200B...0x200D: break
        case 0xA1, 0xBF:
            endWord()
            vote(for: value)
        default:
            endWord()
            if value > 0x36F, let language = Self.language(ofScript: value) {
                others[language, default: 0] += 1
            }
        }
    }

    mutating func verdict() -> String? {
        endWord()
        let letters = latin + cyrillic
        if let other = others.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), other.value >= 3,
            other.value * 2 > letters
        {
            // Japanese mixes in many Han signs; a fifth of kana settles it.
            if other.key == "zh", let kana = others["ja"], kana * 5 > other.value { return "ja" }
            return other.key
        }
        let isCyrillic = cyrillic > latin
        var best = -1
        var second: Float = 0
        for index in votes.indices where profile.isCyrillic[index] == isCyrillic {
            if best < 0 || votes[index] > votes[best] {
                if best >= 0 { second = max(second, votes[best]) }
                best = index
            } else {
                second = max(second, votes[index])
            }
        }
        guard best >= 0, votes[best] >= 1.5, votes[best] >= second * 1.1 + 0.3 else {
            return isCyrillic && cyrillic >= 12 && best >= 0 && votes[best] >= second
                ? profile.languages[best] : nil
        }
        return profile.languages[best]
    }

    /// The most votes, however few; nil when none lead. To be asked after the verdict.
    func likely() -> String? {
        let isCyrillic = cyrillic > latin
        var best: Int?
        var isShared = false
        for index in votes.indices where profile.isCyrillic[index] == isCyrillic && votes[index] > 0 {
            guard let leader = best, votes[index] <= votes[leader] else {
                (best, isShared) = (index, false)
                continue
            }
            guard votes[index] == votes[leader] else { continue }
            let pair = Set([profile.languages[leader], profile.languages[index]])
            if pair != ["cs", "sk"] { isShared = true }
        }
        if isCyrillic, best == nil || isShared { return cyrillic > 0 ? "ru" : nil }
        return isShared ? nil : best.map { profile.languages[$0] }
    }

    private mutating func letter(_ value: UInt32) {
        vote(for: value)
        extend(Profile.lower(value))
    }

    private mutating func vote(for value: UInt32) {
        for place in profile.letters.range(of: UInt64(Profile.lower(value))) {
            let (language, weight) = profile.letters.values[place]
            votes[language] += weight
        }
    }

    @inline(__always)
    private mutating func extend(_ value: UInt32) {
        hash = Fold64.add(value, to: hash)
        wordLength += 1
    }

    private mutating func endWord() {
        guard wordLength > 0 else { return }
        if wordLength <= 8 {
            for place in profile.words.range(of: hash) {
                let (language, weight) = profile.words.values[place]
                votes[language] += weight
            }
        }
        words += 1
        hash = Fold64.start
        wordLength = 0
    }

    private static func language(ofScript value: UInt32) -> String? {
        switch value {
        case 0x370...0x3FF: "el"
        case 0x590...0x5FF: "he"
        case 0x600...0x6FF: "ar"
        case 0x530...0x58F: "hy"
        case 0x10A0...0x10FF: "ka"
        case 0x900...0x97F: "hi"
        case 0xE00...0xE7F: "th"
        case 0x3040...0x30FF: "ja"
        case 0xAC00...0xD7A3: "ko"
        case 0x4E00...0x9FFF: "zh"
        default: nil
        }
    }
}

/// The profiles, compiled once: a word or letter leads to the languages it speaks for.
private struct Profile: Sendable {
    static let shared = Profile()

    let languages: [String]
    let isCyrillic: [Bool]
    let words: HashIndex<(Int, Float)>
    let letters: HashIndex<(Int, Float)>

    private init() {
        let profiles = LanguageProfiles.latin + LanguageProfiles.cyrillic
        let languages = profiles.map(\.language)
        var words: [UInt64: [(Int, Float)]] = [:]
        for (index, profile) in profiles.enumerated() {
            for word in Set(profile.words.split { $0 == " " || $0 == "\n" }) {
                words[Fold64.of(word.unicodeScalars.map(\.value)), default: []].append((index, 1))
            }
        }
        // A word of many languages says little, one letter alone less.
        for (hash, found) in words { words[hash] = found.map { ($0.0, 1 / Float(found.count).squareRoot()) } }
        var letters: [UInt64: [(Int, Float)]] = [:]
        for (group, owners) in LanguageProfiles.letters {
            for scalar in group.unicodeScalars {
                for owner in owners {
                    guard let index = languages.firstIndex(of: owner) else { continue }
                    letters[UInt64(scalar.value), default: []].append((index, 0.9 / Float(owners.count)))
                }
            }
        }
        self.languages = languages
        isCyrillic = languages.indices.map { $0 >= LanguageProfiles.latin.count }
        self.words = HashIndex(words)
        self.letters = HashIndex(letters)
    }

    /// Lower case of the letters beyond ASCII that the profiles hold.
    @inline(__always)
    static func lower(_ value: UInt32) -> UInt32 {
        switch value {
        case 0xC0...0xDE where value != 0xD7: value + 0x20
        case 0x100...0x137, 0x14A...0x177, 0x218...0x21B: value | 1
        case 0x139...0x148, 0x179...0x17E: value & 1 == 1 ? value + 1 : value
        case 0x410...0x42F: value + 0x20
        case 0x400...0x40F: value + 0x50
        case 0x490: 0x491
        default: value
        }
    }
}
