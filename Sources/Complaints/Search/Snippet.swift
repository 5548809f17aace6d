/// The part of a text in which most of what was searched for stands, on one line.
public struct Snippet: Hashable, Sendable {
    /// With `…` where it was cut.
    public var text: String
    /// What was found, in Unicode scalars of `text`.
    public var marks: [Range<Int>]
    /// How many of the phrases were found in the whole text.
    public var found: Int

    /// - Parameters:
    ///   - phrases: what is looked for in this text.
    ///   - width: about so many scalars.
    public init(of text: String, for phrases: [SearchQuery.Phrase], width: Int = 160) {
        let scalars = Array(text.unicodeScalars)
        let hits = Self.hits(in: SearchWords(text), of: phrases)
        let window = Self.window(hits, width: width, count: scalars.count)
        let (start, end) = (
            Self.start(window.lowerBound, in: scalars), Self.end(window.upperBound, in: scalars)
        )
        var cut = start > 0 ? "…" : ""
        let ahead = cut.unicodeScalars.count - start
        for scalar in scalars[start..<end] {
            cut.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
        }
        if end < scalars.count { cut += "…" }
        self.text = cut
        marks = Self.joined(hits.map(\.place).filter { $0.lowerBound >= start && $0.upperBound <= end }).map {
            ($0.lowerBound + ahead)..<($0.upperBound + ahead)
        }
        found = Set(hits.map(\.phrase)).count
    }

    private struct Hit {
        var phrase: Int
        var place: Range<Int>
    }

    private static func hits(in text: SearchWords, of phrases: [SearchQuery.Phrase]) -> [Hit] {
        var places: [String: [Int]] = [:]
        for (number, phrase) in phrases.enumerated() {
            places[phrase.words[0], default: []].append(number)
        }
        let openPrefixes = phrases.indices.filter { phrases[$0].words.count == 1 && phrases[$0].isPrefix }
        var hits: [Hit] = []
        for (index, word) in text.words.enumerated() {
            for number in places[word, default: []] + openPrefixes.filter({ phrases[$0].words[0] != word }) {
                let phrase = phrases[number]
                guard matches(phrase, at: index, of: text.words) else { continue }
                let last = index + phrase.words.count - 1
                hits.append(
                    Hit(
                        phrase: number,
                        place: text.places[index].lowerBound..<text.places[last].upperBound))
            }
        }
        return hits
    }

    private static func matches(_ phrase: SearchQuery.Phrase, at index: Int, of words: [String]) -> Bool {
        let last = phrase.words.count - 1
        guard index + last < words.count else { return false }
        for (ahead, wanted) in phrase.words.enumerated() {
            let word = words[index + ahead]
            if ahead == last, phrase.isPrefix, word.hasPrefix(wanted) { continue }
            if word != wanted { return false }
        }
        return true
    }

    /// Begins a little before what was found, where most different phrases stand together.
    private static func window(_ hits: [Hit], width: Int, count: Int) -> Range<Int> {
        guard count > width else { return 0..<count }
        var best = 0
        var most = 0
        var first = 0
        // The hits are in the order of the text.
        for last in hits.indices {
            while hits[last].place.upperBound - hits[first].place.lowerBound > width, first < last {
                first += 1
            }
            let inside = hits[first...last]
            // Many hits of a long text are looked at a hundred at a time.
            let kinds = Set(inside.suffix(100).map(\.phrase)).count
            if kinds > most { (most, best) = (kinds, inside.first?.place.lowerBound ?? 0) }
        }
        let start = max(0, min(best - width / 5, count - width))
        return start..<min(count, start + width)
    }

    /// Not in the middle of a word, where one begins near by; never in the middle of a character.
    private static func start(_ wanted: Int, in scalars: [Unicode.Scalar]) -> Int {
        guard wanted > 0 else { return 0 }
        var start = wanted
        while start < min(wanted + 16, scalars.count), !scalars[start - 1].properties.isWhitespace {
            start += 1
        }
        if start == min(wanted + 16, scalars.count) { start = wanted }
        while start > 0, start < scalars.count, scalars[start].continuesCharacter { start -= 1 }
        return start
    }

    private static func end(_ wanted: Int, in scalars: [Unicode.Scalar]) -> Int {
        guard wanted < scalars.count else { return scalars.count }
        var end = wanted
        while end > max(0, wanted - 16), !scalars[end].properties.isWhitespace { end -= 1 }
        if end == max(0, wanted - 16) { end = wanted }
        while end < scalars.count, scalars[end].continuesCharacter { end += 1 }
        return end
    }

    private static func joined(_ places: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, place.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                result.append(place)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    fileprivate var continuesCharacter: Bool {
        properties.isGraphemeExtend || properties.generalCategory == .spacingMark || value == 0x200D
    }
}
