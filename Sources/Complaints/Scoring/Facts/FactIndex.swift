/// The patterns of one language as a tree of letters, walked once for each word of a text.
struct FactIndex: Sendable {
    struct Entry: Sendable {
        var sense: FactSense
        /// 6 settles, 3 says, 1 hints.
        var points: UInt8
        /// Into `parts`: the words of a phrase after its first.
        var rest: Range<Int32>
    }

    /// A word of a phrase.
    struct Part: Sendable {
        /// Into `letters`; empty for any number.
        var letters: Range<Int32>
        var isStem: Bool
        /// One other word may stand before it.
        var mayLeap: Bool
    }

    private struct Node: Sendable {
        var letter: UInt32
        /// The first of its children, which stand side by side; 0 for none.
        var child: Int32 = 0
        /// While the tree grows, the next child of the same parent. In the end, 1 where one stands behind it.
        var sibling: Int32 = 0
        var place: Int32 = -1
    }

    /// An entry that begins with the letters of a node.
    private struct Place: Sendable {
        var entry: Int32
        var isStem: Bool
        var next: Int32
    }

    private(set) var entries: [Entry] = []
    private var parts: [Part] = []
    private var letters: [UInt32] = []
    /// The first is the root.
    private var nodes: [Node] = [Node(letter: 0)]
    private var places: [Place] = []
    private var numberPlace: Int32 = -1
    /// First letters up to the end of Cyrillic, straight to their node.
    private var firsts = [Int32](repeating: 0, count: 0x530)
    private let isCyrillic: Bool
    /// Swear words, folded, that may be met with stars in them.
    let obscured: [[UInt32]]

    /// One pattern found.
    struct Hit {
        var entry: Int32
        /// Into the words of the text.
        var words: Range<Int32>
    }

    init(_ source: FactSource) {
        isCyrillic = source.language == "ru" || source.language == "uk"
        obscured = source.obscured.split(whereSeparator: \.isWhitespace).map {
            FoldedText(String($0)).letters
        }
        letters.reserveCapacity(4000)
        nodes.reserveCapacity(8000)
        for list in source.lists { add(list.words, list.sense) }
        layOut()
    }

    /// Lays the children of each node side by side, level by level: a walk looks at several of them at each letter.
    private mutating func layOut() {
        var laid: [Node] = [nodes[0]]
        laid.reserveCapacity(nodes.count)
        var firsts = firsts
        for (letter, node) in self.firsts.enumerated() where node != 0 {
            firsts[letter] = Int32(laid.count)
            laid.append(nodes[Int(node)])
            laid[laid.count - 1].sibling = 0
        }
        var next = 1
        while next < laid.count {
            var child = laid[next].child
            if child != 0 { laid[next].child = Int32(laid.count) }
            while child != 0 {
                var node = nodes[Int(child)]
                child = node.sibling
                node.sibling = child == 0 ? 0 : 1
                laid.append(node)
            }
            next += 1
        }
        nodes = laid
        self.firsts = firsts
    }

    /// Everything the index knows in the text, in the order of its words.
    func hits(in text: FoldedText) -> [Hit] {
        var hits: [Hit] = []
        hits.reserveCapacity(32)
        text.letters.withUnsafeBufferPointer { letters in
            text.words.withUnsafeBufferPointer { words in
                nodes.withUnsafeBufferPointer { nodes in
                    for index in words.indices { walk(index, words, letters, nodes, &hits) }
                }
            }
        }
        return hits
    }

    @inline(__always)
    private func walk(
        _ index: Int, _ words: UnsafeBufferPointer<FoldedText.Word>,
        _ letters: UnsafeBufferPointer<UInt32>, _ nodes: UnsafeBufferPointer<Node>, _ hits: inout [Hit]
    ) {
        let word = words[index]
        if word.isNumber, numberPlace >= 0 { note(numberPlace, true, index, words, letters, &hits) }
        let last = Int(word.last)
        var at = Int(word.first)
        let first = plain(letters[at], word)
        guard first < 0x530 else { return }
        var node = Int(firsts[Int(first)])
        while node != 0 {
            at += 1
            if nodes[node].place >= 0 { note(nodes[node].place, at == last, index, words, letters, &hits) }
            guard at < last else { return }
            let letter = plain(letters[at], word)
            node = Int(nodes[node].child)
            while node != 0, nodes[node].letter != letter { node = nodes[node].sibling == 0 ? 0 : node + 1 }
        }
    }

    /// A Latin letter among Cyrillic ones stands for the Cyrillic letter it looks like.
    @inline(__always)
    private func plain(_ letter: UInt32, _ word: FoldedText.Word) -> UInt32 {
        guard word.isMixed, isCyrillic else { return letter }
        return Folding.cyrillic(lookingLike: letter) ?? letter
    }

    private func note(
        _ head: Int32, _ isWhole: Bool, _ index: Int, _ words: UnsafeBufferPointer<FoldedText.Word>,
        _ letters: UnsafeBufferPointer<UInt32>, _ hits: inout [Hit]
    ) {
        var next = head
        while next >= 0 {
            let place = places[Int(next)]
            next = place.next
            guard place.isStem || isWhole else { continue }
            guard let end = end(of: entries[Int(place.entry)], after: index, words, letters) else { continue }
            hits.append(Hit(entry: place.entry, words: Int32(index)..<Int32(end)))
        }
    }

    /// One past the last word of the phrase.
    private func end(
        of entry: Entry, after index: Int, _ words: UnsafeBufferPointer<FoldedText.Word>,
        _ letters: UnsafeBufferPointer<UInt32>
    ) -> Int? {
        var previous = index
        for number in entry.rest {
            let part = parts[Int(number)]
            var found = -1
            for at in previous + 1...previous + (part.mayLeap ? 2 : 1) {
                // A sentence ends here, unless the dot belongs to a short form: "art. 27".
                guard at < words.count, !words[at].opensSentence || words[at - 1].count <= 4 else { break }
                if isThere(part, words[at], letters) {
                    found = at
                    break
                }
            }
            guard found >= 0 else { return nil }
            previous = found
        }
        return previous + 1
    }

    private func isThere(_ part: Part, _ word: FoldedText.Word, _ text: UnsafeBufferPointer<UInt32>) -> Bool {
        if part.letters.isEmpty { return word.isNumber }
        let count = part.letters.count
        guard part.isStem ? word.count >= count : word.count == count else { return false }
        let (own, its) = (Int(part.letters.lowerBound), Int(word.first))
        for offset in 0..<count where letters[own + offset] != plain(text[its + offset], word) {
            return false
        }
        return true
    }
}

// Reading the lists: one pass over their scalars.
extension FactIndex {
    private mutating func add(_ patterns: String, _ sense: FactSense) {
        var pattern: [Part] = []
        var points: UInt8 = 3
        var start = Int32(letters.count)
        var (isStem, isNumber, mayLeap) = (false, false, false)
        func isOpen(_ count: Int) -> Bool { Int32(count) > start || isNumber }
        for scalar in (patterns + " ").unicodeScalars {
            switch scalar {
            case " ", "\n", "_", "+", "'":
                if isOpen(letters.count) {
                    pattern.append(
                        Part(letters: start..<Int32(letters.count), isStem: isStem, mayLeap: mayLeap))
                }
                start = Int32(letters.count)
                (isStem, isNumber, mayLeap) = (false, false, scalar == "_")
                if scalar == " " || scalar == "\n" {
                    if !pattern.isEmpty { file(pattern, sense, points) }
                    pattern.removeAll(keepingCapacity: true)
                    points = 3
                }
            case "*": isStem = true
            case "#": isNumber = true
            case "^": points = 6
            case "~": points = 1
            default:
                switch Folding.kind(scalar) {
                case .letter(let folded), .sign(let folded): letters.append(folded)
                case .letters(let first, let second): letters += [first, second]
                case .gap, .unseen, .accent: break
                }
            }
        }
    }

    private mutating func file(_ pattern: [Part], _ sense: FactSense, _ points: UInt8) {
        let entry = Int32(entries.count)
        let rest = Int32(parts.count)
        parts += pattern.dropFirst()
        entries.append(Entry(sense: sense, points: points, rest: rest..<Int32(parts.count)))
        let first = pattern[0]
        if first.letters.isEmpty {
            places.append(Place(entry: entry, isStem: true, next: numberPlace))
            numberPlace = Int32(places.count - 1)
            return
        }
        var node = 0
        for at in first.letters { node = child(of: node, letters[Int(at)]) }
        places.append(Place(entry: entry, isStem: first.isStem, next: nodes[node].place))
        nodes[node].place = Int32(places.count - 1)
    }

    private mutating func child(of parent: Int, _ letter: UInt32) -> Int {
        if parent == 0, letter < 0x530, firsts[Int(letter)] != 0 { return Int(firsts[Int(letter)]) }
        var node = parent == 0 ? 0 : Int(nodes[parent].child)
        while node != 0 {
            if nodes[node].letter == letter { return node }
            node = Int(nodes[node].sibling)
        }
        let new = nodes.count
        nodes.append(Node(letter: letter, sibling: parent == 0 ? 0 : nodes[parent].child))
        if parent == 0 { firsts[Int(letter)] = Int32(new) } else { nodes[parent].child = Int32(new) }
        return new
    }
}
