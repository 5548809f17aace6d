/// The names inside a hashtag or handle that is several words written as one: #AcmeFails, @acme2024, #acmefail.
///
/// Capitals and digits part the words. Where everything is in lower case a name counts only beside a word
/// that people glue to names (fail, scam, help, official, ...): #orangejuice is not about Orange.
enum TagParts {
    /// Calls `body` with each part that `isKnown` by the hash of its letters, and with its place in `bytes`.
    /// The whole tag is not among the parts.
    static func each(
        in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isKnown: (UInt64) -> Bool,
        _ body: (UInt64, Range<Int>) -> Void
    ) {
        guard range.count <= 100 else { return }
        // Each byte folds to two letters at most.
        withUnsafeTemporaryAllocation(of: Letter.self, capacity: range.count * 2) { buffer in
            var isParted = false
            let count = read(bytes, range, into: buffer, &isParted)
            let letters = UnsafeBufferPointer(rebasing: buffer[..<count])
            if isParted {
                eachRun(of: letters, from: range.lowerBound, isKnown, body)
            } else {
                eachBesideCompanion(letters, from: range.lowerBound, isKnown, body)
            }
        }
    }

    private struct Letter {
        var folded: UInt32
        /// UTF-8 of the text, behind it.
        var end: Int
        var kind: Kind
        var opensPiece: Bool
    }

    private enum Kind { case small, capital, digit }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
        into letters: UnsafeMutableBufferPointer<Letter>, _ isParted: inout Bool
    ) -> Int {
        var count = 0
        var at = range.lowerBound
        func add(_ folded: UInt32, _ scalar: Unicode.Scalar) {
            let kind = kind(folded, scalar)
            var opens = false
            if count > 0 {
                switch (letters[count - 1].kind, kind) {
                case (.small, .capital), (.digit, .capital), (.digit, .small), (.small, .digit),
                    (.capital, .digit):
                    opens = true
                case (.capital, .small) where count > 1 && letters[count - 2].kind == .capital:
                    // IKEAFail: the last capital before a small letter begins the next word.
                    if !letters[count - 1].opensPiece {
                        letters[count - 1].opensPiece = true
                        isParted = true
                    }
                default: break
                }
            }
            if opens { isParted = true }
            letters.initializeElement(
                at: count, to: Letter(folded: folded, end: at, kind: kind, opensPiece: opens))
            count += 1
        }
        while at < range.upperBound {
            let (scalar, length) = WordScan.scalar(bytes, at: at)
            at += length
            switch Folding.kind(scalar) {
            case .letter(let folded), .sign(let folded): add(folded, scalar)
            case .letters(let first, let second):
                add(first, scalar)
                add(second, scalar)
            default: if count > 0 { letters[count - 1].end = at }
            }
        }
        return count
    }

    private static func kind(_ folded: UInt32, _ scalar: Unicode.Scalar) -> Kind {
        if Folding.isDigit(folded) { return .digit }
        let isCapital =
            switch scalar.value {
            case 0..<0x80: scalar.value < 0x5B
            case 0x400...0x4FF: scalar.value < 0x430
            default: scalar.properties.isUppercase
            }
        return isCapital ? .capital : .small
    }

    private static func eachRun(
        of letters: UnsafeBufferPointer<Letter>, from start: Int, _ isKnown: (UInt64) -> Bool,
        _ body: (UInt64, Range<Int>) -> Void
    ) {
        for first in letters.indices where first == 0 || letters[first].opensPiece {
            var hash = Fold64.start
            for last in first..<letters.count {
                hash = Fold64.add(letters[last].folded, to: hash)
                let isEnd = last + 1 == letters.count
                guard isEnd || letters[last + 1].opensPiece else { continue }
                if !(first == 0 && isEnd), isKnown(hash) {
                    body(hash, (first == 0 ? start : letters[first - 1].end)..<letters[last].end)
                }
            }
        }
    }

    private static func eachBesideCompanion(
        _ letters: UnsafeBufferPointer<Letter>, from start: Int, _ isKnown: (UInt64) -> Bool,
        _ body: (UInt64, Range<Int>) -> Void
    ) {
        guard letters.count > shortest + 1 else { return }
        func tail(_ from: Int) -> UInt64 {
            letters[from...].reduce(Fold64.start) { Fold64.add($1.folded, to: $0) }
        }
        let end = letters[letters.count - 1].end
        var head = Fold64.add(letters[0].folded, to: Fold64.start)
        for cut in 1..<letters.count - 1 {
            if cut >= shortest, isKnown(head), isCompanion(tail(cut)) {
                body(head, start..<letters[cut - 1].end)
            }
            if cut > 1, letters.count - cut >= shortest, isCompanion(head) {
                let name = tail(cut)
                if isKnown(name) { body(name, letters[cut - 1].end..<end) }
            }
            head = Fold64.add(letters[cut].folded, to: head)
        }
    }

    /// Shorter names are inside too many other words.
    private static let shortest = 4

    private static func isCompanion(_ hash: UInt64) -> Bool { !companions.range(of: hash).isEmpty }

    private static let companions = HashIndex<Bool>(
        """
        fail fails failed sucks suck scam scammers fraud thieves liars shame help helps care support service \
        official online app club team shop store boycott stop never no my the hate love thanks please problem \
        problems down outage wtf uk us usa eu pl de ru ua by cz sk at ch fr it es nl com net org info polska \
        poland pomoc oszusci zlodzieje dramat porazka wstyd nie nielubie nigdywiecej bojkot sklep serwis bank \
        deutschland germany betrug abzocke nie hilfe mist skandal nein cesko slovensko podvod ostuda \
        россия украина беларусь обман мошенники мошенничество воры позор помощь поддержка официальный бойкот \
        нет верните ужас кошмар развод хамство шахраї ганьба допомога бойкот підтримка україна rossiya russia
        """.split(whereSeparator: \.isWhitespace)
            .reduce(into: [:]) { $0[Fold64.of(FoldedText(String($1)).letters)] = [true] })
}
