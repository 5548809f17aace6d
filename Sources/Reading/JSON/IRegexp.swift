/// I-Regexp (RFC 9485), the regular expressions of JSONPath, matched in time linear in the text.

/// A checked expression, ready to match.
struct IRegexp {
    enum Step {
        case take(CharacterSet)
        case either(Int, Int)
        case jump(Int)
        /// `^` and `$`, which I-Regexp leaves out and which everybody writes.
        case atStart, atEnd
        case found
    }

    /// The characters that one place of an expression takes.
    struct CharacterSet {
        var ranges: [ClosedRange<UInt32>] = []
        /// `\p{Lu}`, and `\P{Lu}` where `isOther`.
        var categories: [(name: String, isOther: Bool)] = []
        var isNegated = false

        func holds(_ scalar: Unicode.Scalar) -> Bool {
            let isIn =
                ranges.contains { $0.contains(scalar.value) }
                || categories.contains { category in
                    let name = scalar.properties.generalCategory.letters
                    return name.hasPrefix(category.name) != category.isOther
                }
            return isIn != isNegated
        }
    }

    private let steps: [Step]

    /// nil for what is no I-Regexp.
    init?(_ pattern: String) {
        guard pattern.utf8.count <= 2000 else { return nil }
        var parser = IRegexpParser(pattern)
        guard let whole = parser.whole(), let steps = IRegexpProgram.steps(of: whole) else { return nil }
        self.steps = steps
    }

    /// Whether the whole text matches (`match`), or any part of it (`search`).
    func matches(_ text: String, isWhole: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var work = 50_000_000
        var now = StateList(count: steps.count)
        var next = StateList(count: steps.count)
        for place in 0...scalars.count {
            if place == 0 || !isWhole { add(0, to: &now, at: place, of: scalars.count) }
            if now.isFound, !isWhole || place == scalars.count { return true }
            guard place < scalars.count, !isWhole || !now.states.isEmpty else { return false }
            work -= now.states.count + 1
            guard work > 0 else { return false }
            next.clear()
            for state in now.states {
                if case .take(let set) = steps[state], set.holds(scalars[place]) {
                    add(state + 1, to: &next, at: place + 1, of: scalars.count)
                }
            }
            swap(&now, &next)
        }
        return false
    }

    /// The state and all that follow it without a character, on a list of their own.
    private func add(_ state: Int, to list: inout StateList, at place: Int, of count: Int) {
        var open = [state]
        while let state = open.popLast() {
            guard list.insert(state) else { continue }
            switch steps[state] {
            case .take: list.states.append(state)
            case .jump(let target): open.append(target)
            case .either(let a, let b): open += [b, a]
            case .atStart: if place == 0 { open.append(state + 1) }
            case .atEnd: if place == count { open.append(state + 1) }
            case .found: list.isFound = true
            }
        }
    }

    private struct StateList {
        var states: [Int] = []
        var isFound = false
        private var marks: [Int]
        private var round = 1

        init(count: Int) { marks = [Int](repeating: 0, count: count) }

        mutating func insert(_ state: Int) -> Bool {
            if marks[state] == round { return false }
            marks[state] = round
            return true
        }

        mutating func clear() {
            states.removeAll(keepingCapacity: true)
            isFound = false
            round += 1
        }
    }
}

/// Expressions as steps; counts are written out.
private enum IRegexpProgram {
    private static let limit = 20_000

    static func steps(of whole: IRegexpParser.Part) -> [IRegexp.Step]? {
        var steps: [IRegexp.Step] = []
        guard write(whole, to: &steps) else { return nil }
        steps.append(.found)
        return steps
    }

    private static func write(_ part: IRegexpParser.Part, to steps: inout [IRegexp.Step]) -> Bool {
        guard steps.count < limit else { return false }
        switch part {
        case .set(let set): steps.append(.take(set))
        case .start: steps.append(.atStart)
        case .end: steps.append(.atEnd)
        case .sequence(let parts):
            for part in parts where !write(part, to: &steps) { return false }
        case .choice(let parts):
            var ends: [Int] = []
            for (i, part) in parts.enumerated() {
                guard i < parts.count - 1 else { return write(part, to: &steps) && close(ends, &steps) }
                let fork = steps.count
                steps.append(.jump(0))
                guard write(part, to: &steps) else { return false }
                ends.append(steps.count)
                steps.append(.jump(0))
                steps[fork] = .either(fork + 1, steps.count)
            }
        case .repeated(let part, let least, let most):
            for _ in 0..<least where !write(part, to: &steps) { return false }
            guard let most else {
                let fork = steps.count
                steps.append(.jump(0))
                guard write(part, to: &steps) else { return false }
                steps.append(.jump(fork))
                steps[fork] = .either(fork + 1, steps.count)
                return true
            }
            var forks: [Int] = []
            for _ in least..<max(least, most) {
                forks.append(steps.count)
                steps.append(.jump(0))
                guard write(part, to: &steps) else { return false }
            }
            for fork in forks { steps[fork] = .either(fork + 1, steps.count) }
        }
        return true
    }

    private static func close(_ ends: [Int], _ steps: inout [IRegexp.Step]) -> Bool {
        for end in ends { steps[end] = .jump(steps.count) }
        return true
    }
}

extension Unicode.GeneralCategory {
    /// `Lu` for an upper-case letter.
    fileprivate var letters: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
