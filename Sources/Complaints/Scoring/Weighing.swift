import Foundation
/// Everything that speaks for and against a complaint, in logits, and the reasons that people see.
struct Weighing {
    /// Above zero is rather a complaint than not.
    private(set) var sum = 0.0
    private var told: [Score.Reason] = []
    private var said: [Said] = []

    /// A word or phrase and what it weighs.
    private struct Said {
        /// Unicode scalars of the text.
        var range: Range<Int>
        var weight: Double
    }

    mutating func add(_ what: String, _ weight: Double) {
        guard weight != 0 else { return }
        sum += weight
        told.append(Score.Reason(what: what, weight: weight))
    }

    /// Bends the sum so that it holds; the difference is told with what such texts mostly are.
    mutating func bend(_ curve: ScoreCurve) {
        let bent = curve.value(at: sum)
        if let index = told.firstIndex(where: { $0.what == Self.mostly }) { told[index].weight += bent - sum }
        sum = bent
    }

    private static let mostly = "how such texts mostly are"

    /// What the words of a text weigh. Under a star rating they weigh less, and never more than it can bear.
    mutating func add(_ reading: ComplaintModel.Reading, _ text: ModelText, isRated: Bool) {
        let share = isRated ? Self.shareBesideStars : 1
        let most = isRated ? Self.mostBesideStars : Self.most
        let whole = (reading.logit + (isRated ? Self.unrated : 0)) * share
        let logit = most * tanh(whole / most)
        let scale = share * (whole == 0 ? 1 : logit / whole)
        sum += logit
        var rest = logit
        for range in Self.phrases(reading.words) {
            let weight = reading.words[range].reduce(0, +) * scale
            guard abs(weight) >= 0.05 else { continue }
            let (start, end) = (text.words[range.lowerBound].start, text.words[range.upperBound - 1].end)
            said.append(Said(range: Int(start)..<Int(end), weight: weight))
            rest -= weight
        }
        told.append(Score.Reason(what: Self.mostly, weight: rest))
    }

    /// No words are surer than 199 of 200.
    private static let most = 5.3
    private static let shareBesideStars = 0.8
    /// Of all texts four in ten are complaints, which the model counts on and the stars know better.
    private static let unrated = 0.4
    private static let mostBesideStars = 3.6

    /// Neighbours that weigh much, and to the same side, are told as one: up to three words.
    private static func phrases(_ weights: [Double]) -> [Range<Int>] {
        let mean = weights.reduce(0) { $0 + abs($1) } / Double(max(1, weights.count))
        var phrases: [Range<Int>] = []
        for index in weights.indices {
            if let last = phrases.last, last.upperBound == index, last.count < 3,
                abs(weights[index]) > 1.2 * mean, abs(weights[index - 1]) > 1.2 * mean,
                (weights[index] > 0) == (weights[index - 1] > 0)
            {
                phrases[phrases.count - 1] = last.lowerBound..<index + 1
            } else {
                phrases.append(index..<index + 1)
            }
        }
        return phrases
    }

    /// The strongest reasons first.
    func strongest(_ most: Int, in scalars: [Unicode.Scalar]) -> [Score.Reason] {
        let words = said.sorted {
            (abs($1.weight), $0.range.lowerBound) < (abs($0.weight), $1.range.lowerBound)
        }
        .prefix(most)
        .map { Score.Reason(what: "says \"\(Self.spelled($0.range, scalars))\"", weight: $0.weight) }
        return Array(
            (told.filter { abs($0.weight) >= 0.05 } + words)
                .sorted { (abs($1.weight), $0.what) < (abs($0.weight), $1.what) }.prefix(most))
    }

    /// As written, without the signs around.
    private static func spelled(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> String {
        var part = scalars[range.clamped(to: 0..<scalars.count)]
        func isSign(_ scalar: Unicode.Scalar) -> Bool {
            let value = scalar.value
            return value < 0x80 && !(0x30...0x39).contains(value) && !(0x61...0x7A).contains(value | 0x20)
        }
        if part.contains(where: { !isSign($0) }) {
            while let first = part.first, isSign(first), first != "#", first != "@" { part.removeFirst() }
            while let last = part.last, isSign(last) { part.removeLast() }
        }
        return String(spelling: part.prefix(80))
    }
}

extension String {
    /// Scalars as text; much cheaper than appending them one by one.
    init(spelling scalars: ArraySlice<Unicode.Scalar>) {
        self.init(unsafeUninitializedCapacity: scalars.count * 4) { room in
            var count = 0
            for scalar in scalars {
                for byte in scalar.utf8 {
                    room[count] = byte
                    count += 1
                }
            }
            return count
        }
    }
}

extension [Unicode.Scalar] {
    /// The same as of the text's own view, in a fraction of the time.
    init(scalarsOf text: String) {
        var text = text
        self = text.withUTF8 { bytes in
            [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { room, count in
                var at = 0
                while at < bytes.count {
                    let first = UInt32(bytes[at])
                    // Strings are well-formed: what a lead byte promises is there, and makes a scalar.
                    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
                    var value = length == 1 ? first : first & (0x7F >> UInt32(length))
                    for next in 1..<length { value = value << 6 | UInt32(bytes[at + next] & 0x3F) }
                    room.initializeElement(at: count, to: Unicode.Scalar(value) ?? "\u{FFFD}")
                    count += 1
                    at += length
                }
            }
        }
    }
}
