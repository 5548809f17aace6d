/// A contract as a row of the store keeps it: a line a part, tabs between values. Read and written by nearly
/// every visit that found something new, so it is shorter and quicker than JSON would be.
extension Contract {
    private static let version = "1"

    public var text: String {
        var lines: [[String]] = [
            ["v", Self.version, "\(batches)", "\(learned)"],
            ["n", sample.records.short], ["f"] + sample.filled.map(\.short),
            ["lt"] + sample.textLength.parts, ["li"] + sample.titleLength.parts,
            ["la"] + sample.authorLength.parts,
            ["c"]
                + [
                    sample.numericAuthors, sample.echoes, sample.future, sample.justNow, sample.bestMarks,
                    sample.oneDay,
                ].map(\.short),
            ["z"] + sizes.parts + [lastSize.map(String.init) ?? "-", lastStated.map(String.init) ?? "-"],
            ["o"] + leadingOn.parts,
            ["t", lastAt.map { "\($0.milliseconds)" } ?? "-"],
        ]
        for (field, share) in sample.same.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append(["s", field.rawValue] + share.parts)
        }
        for (field, share) in edits.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append(["e", field.rawValue] + share.parts)
        }
        for (mark, counts) in [("l", sample.languages), ("r", sample.scales), ("w", sample.ways)] {
            for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
                lines.append([mark, key, count.short])
            }
        }
        for (field, example) in examples.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append(["x", field.rawValue, example])
        }
        return lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    }

    /// nil for what another version wrote: the contract is learned anew.
    public init?(text: String) {
        self.init()
        var isKnown = false
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            let numbers = parts.dropFirst().map { Double($0) ?? 0 }
            func number(_ place: Int) -> Double { numbers.indices.contains(place) ? numbers[place] : 0 }
            switch parts[0] {
            case "v":
                guard parts.count == 4, parts[1] == Self.version else { return nil }
                isKnown = true
                (batches, learned) = (Int(parts[2]) ?? 0, Int(parts[3]) ?? 0)
            case "n": sample.records = number(0)
            case "f" where numbers.count == sample.filled.count: sample.filled = Array(numbers)
            case "lt": sample.textLength = Spread(Array(numbers))
            case "li": sample.titleLength = Spread(Array(numbers))
            case "la": sample.authorLength = Spread(Array(numbers))
            case "c":
                (sample.numericAuthors, sample.echoes, sample.future) = (number(0), number(1), number(2))
                (sample.justNow, sample.bestMarks, sample.oneDay) = (number(3), number(4), number(5))
            case "z":
                sizes = Spread(Array(numbers))
                if parts.count == 6 { (lastSize, lastStated) = (Int(parts[4]), Int(parts[5])) }
            case "t": lastAt = Int64(parts[1]).map { Instant(milliseconds: $0) }
            case "o": leadingOn = Share(hits: number(0), of: number(1))
            case "s":
                if let field = Sample.SameField(rawValue: parts[1]) {
                    sample.same[field] = Share(hits: number(1), of: number(2))
                }
            case "e":
                if let field = ContractField(rawValue: parts[1]) {
                    edits[field] = Share(hits: number(1), of: number(2))
                }
            case "l": sample.languages[parts[1]] = number(1)
            case "r": sample.scales[parts[1]] = number(1)
            case "w": sample.ways[parts[1]] = number(1)
            case "x" where parts.count == 3:
                if let field = ContractField(rawValue: parts[1]) { examples[field] = parts[2] }
            default: break
            }
        }
        if !isKnown { return nil }
    }
}

extension Double {
    /// Three places are more than anything here needs.
    fileprivate var short: String {
        let thousandths = Int64((self * 1000).rounded())
        return thousandths % 1000 == 0 ? String(thousandths / 1000) : String(Double(thousandths) / 1000)
    }
}

extension Share {
    fileprivate var parts: [String] { [hits.short, of.short] }
}

extension Spread {
    fileprivate var parts: [String] { [weight.short, sum.short, squares.short] }

    fileprivate init(_ numbers: [Double]) {
        if numbers.count >= 3 { (weight, sum, squares) = (numbers[0], numbers[1], numbers[2]) }
    }
}
