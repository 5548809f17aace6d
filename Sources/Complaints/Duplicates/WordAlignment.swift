/// What two rows of words have in common in the same order, and what stands in between.
///
/// The shortest edit script (Myers, "An O(ND) Difference Algorithm", 1986); texts that need more than
/// `mostEdits` words taken out and put in have no alignment worth looking at.
struct WordAlignment {
    /// Words of one text that stand where those of the other do.
    struct Gap {
        var left: Range<Int>
        var right: Range<Int>
    }

    static let mostEdits = 1200

    /// Words that both have, in order.
    let matched: Int
    /// In the order of the texts, none empty on both sides.
    let gaps: [Gap]

    init?(_ left: [UInt64], _ right: [UInt64]) {
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        var (endLeft, endRight) = (left.count, right.count)
        while endLeft > start, endRight > start, left[endLeft - 1] == right[endRight - 1] {
            endLeft -= 1
            endRight -= 1
        }
        guard let steps = Self.steps(left[start..<endLeft], right[start..<endRight]) else { return nil }
        var gaps: [Gap] = []
        var (x, y, matched) = (start, start, start + left.count - endLeft)
        for (nextX, nextY) in steps + [(endLeft, endRight)] {
            // Each step is a word that both have; in between lies what only one has.
            if nextX > x || nextY > y { gaps.append(Gap(left: x..<nextX, right: y..<nextY)) }
            guard nextX < endLeft, nextY < endRight else { break }
            matched += 1
            x = nextX + 1
            y = nextY + 1
        }
        self.matched = matched
        self.gaps = gaps
    }

    /// The places of the words that both have; nil where too much differs.
    private static func steps(
        _ left: ArraySlice<UInt64>, _ right: ArraySlice<UInt64>
    ) -> [(Int, Int)]? {
        guard !left.isEmpty, !right.isEmpty else { return [] }
        return left.withUnsafeBufferPointer { mine in
            right.withUnsafeBufferPointer { theirs in
                steps(mine, theirs, from: (left.startIndex, right.startIndex))
            }
        }
    }

    private static func steps(
        _ left: UnsafeBufferPointer<UInt64>, _ right: UnsafeBufferPointer<UInt64>, from base: (Int, Int)
    ) -> [(Int, Int)]? {
        let (n, m) = (left.count, right.count)
        let most = min(n + m, mostEdits)
        var furthest = [Int32](repeating: 0, count: 2 * most + 2)
        // The diagonals -edits...edits as they were before each edit, one behind the other: those of an edit begin
        // at its square.
        var history: [Int32] = []
        history.reserveCapacity(256)
        for edits in 0...most {
            history.append(contentsOf: furthest[(most - edits)...(most + edits)])
            var diagonal = -edits
            while diagonal <= edits {
                let place = most + diagonal
                var x: Int
                if edits == 0 {
                    x = 0
                } else if diagonal == -edits
                    || (diagonal != edits && furthest[place - 1] < furthest[place + 1])
                {
                    x = Int(furthest[place + 1])
                } else {
                    x = Int(furthest[place - 1]) + 1
                }
                while x < n, x - diagonal < m, left[x] == right[x - diagonal] { x += 1 }
                furthest[place] = Int32(truncatingIfNeeded: x)
                if x >= n, x - diagonal >= m { return trace(history, edits: edits, to: (n, m), from: base) }
                diagonal += 2
            }
        }
        return nil
    }

    /// Walks back along the way that was found.
    private static func trace(
        _ history: [Int32], edits: Int, to end: (Int, Int), from base: (Int, Int)
    ) -> [(Int, Int)] {
        var (x, y) = end
        var found: [(Int, Int)] = []
        for edit in stride(from: edits, to: 0, by: -1) {
            let diagonal = x - y
            let place = edit * edit + diagonal + edit
            let goesDown =
                diagonal == -edit || (diagonal != edit && history[place - 1] < history[place + 1])
            let previousX = Int(goesDown ? history[place + 1] : history[place - 1])
            let previousY = previousX - (goesDown ? diagonal + 1 : diagonal - 1)
            let afterX = goesDown ? previousX : previousX + 1
            while x > afterX {
                x -= 1
                y -= 1
                found.append((base.0 + x, base.1 + y))
            }
            (x, y) = (previousX, previousY)
        }
        while x > 0, y > 0 {
            x -= 1
            y -= 1
            found.append((base.0 + x, base.1 + y))
        }
        return found.reversed()
    }
}
