/// One map of a settings file, read key by key against the table of the keys it may have.
import Complaints

/// A faulty value gives nil and a fault at its place; an absent key gives nil alone.
struct Section {
    let document: Document
    let place: Place
    let table: KeyTable
    private let entries: [String: Entry]

    /// nil, with a fault, when the node is not a map. Unknown keys are faults.
    init?(_ node: Node, _ table: KeyTable, in document: Document) {
        guard case .map(let entries) = node.value else {
            document.fault(
                node.place, "\(table.noun) is \(node.kind); a map with \(quoted(table.keys)) is wanted")
            return nil
        }
        self.document = document
        self.place = node.place
        self.table = table
        self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
        for entry in entries where !table.keys.contains(entry.key) {
            let advice =
                table.elsewhere[entry.key.lowercased()]
                ?? table.meant(by: entry.key).map { "did you mean `\($0)`?" }
                ?? "known are \(quoted(table.keys))"
            document.fault(entry.keyPlace, "unknown key `\(entry.key)` in \(table.noun); \(advice)")
        }
    }

    func has(_ key: String) -> Bool { entries[key] != nil }

    func node(_ key: String) -> Node? {
        assert(table.keys.contains(key), "\(key) is missing in the table of \(table.noun)")
        return entries[key]?.value
    }

    /// Where to point for a key: its value, its own place when empty, else the start of the map.
    func place(of key: String) -> Place {
        guard let entry = entries[key] else { return place }
        return entry.value.isNull ? entry.keyPlace : entry.value.place
    }

    /// Says that `key` must be there, unless it is; `wanted` ends the sentence.
    func demand(_ key: String, _ wanted: String) {
        if !has(key) { document.fault(place, "\(table.noun) without `\(key)`; \(wanted)") }
    }

    /// A single value as written.
    func scalar(_ key: String, wanted: String) -> String? {
        guard let node = node(key) else { return nil }
        return scalar(of: node, called: "`\(key)`", at: place(of: key), wanted: wanted)
    }

    func scalar(of node: Node, called what: String, at place: Place, wanted: String) -> String? {
        document.plainText(of: node, called: what, at: place, wanted: wanted)
    }

    func duration(_ key: String, such example: String, atLeast least: Duration = .zero) -> Duration? {
        guard let text = scalar(key, wanted: "a duration such as \(example)") else { return nil }
        return duration(text, called: "`\(key)`", at: place(of: key), such: example, atLeast: least)
    }

    func duration(
        _ text: String, called what: String, at place: Place, such example: String,
        atLeast least: Duration = .zero
    ) -> Duration? {
        guard let length = Duration(setting: text) else {
            document.fault(
                place,
                "\(what) is `\(text)`; a duration such as \(example) is wanted (ms, s, m, h, d)"
                    + durationGuess(text))
            return nil
        }
        guard length >= least else {
            document.fault(place, "\(what) is \(text); more than nothing is wanted, such as \(example)")
            return nil
        }
        return length
    }

    func count(_ key: String, in range: ClosedRange<Int>) -> Int? {
        let wanted = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let text = scalar(key, wanted: wanted) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            document.fault(place(of: key), "`\(key)` is `\(text)`; \(wanted) is wanted")
            return nil
        }
        return number
    }

    func number(_ key: String) -> Double? {
        guard let text = scalar(key, wanted: "a number") else { return nil }
        guard let number = Double(text), number.isFinite else {
            document.fault(place(of: key), "`\(key)` is `\(text)`; a number is wanted")
            return nil
        }
        return number
    }

    func fact(_ key: String) -> Bool? {
        guard let text = scalar(key, wanted: "true or false") else { return nil }
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        case let other:
            let meant = [
                "yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false",
            ]
            document.fault(
                place(of: key),
                "`\(key)` is `\(text)`; true or false is wanted"
                    + (meant[other].map { "; did you mean `\($0)`?" } ?? ""))
            return nil
        }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
    where Choice.RawValue == String {
        let names = Choice.allCases.map(\.rawValue)
        guard let text = scalar(key, wanted: alternatives(names)) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            document.fault(
                place(of: key),
                "`\(key)` is `\(text)`; \(alternatives(names)) is wanted" + didYouMean(text, among: names))
            return nil
        }
        return choice
    }

    /// The items of a list; a key with nothing behind it is an empty list. nil when absent or no list.
    func list(_ key: String, of items: String) -> [Node]? {
        guard let node = node(key) else { return nil }
        switch node.value {
        case .list(let nodes): return nodes
        case .null: return []
        default:
            document.fault(node.place, "`\(key)` is \(node.kind); a list of \(items) is wanted")
            return nil
        }
    }

    /// A list of texts; a single text is a list of one.
    func texts(_ key: String, of items: String) -> [(text: String, place: Place)]? {
        if let node = node(key), case .scalar = node.value {
            return scalar(key, wanted: "a list of \(items)").map { [($0, node.place)] } ?? []
        }
        return list(key, of: items)?.compactMap { node in
            scalar(of: node, called: "an entry of `\(key)`", at: node.place, wanted: "text").map {
                ($0, node.place)
            }
        }
    }

    /// The word `none`, which takes back what holds otherwise.
    func isNone(_ key: String) -> Bool {
        if case .scalar(let text, _) = node(key)?.value { text.trimmed == "none" } else { false }
    }

    /// `500kB`, `10MB`, `1GB`, `8MiB`, or bytes.
    func size(_ key: String, such example: String = "10MB", atLeast least: Int = 1) -> Int? {
        guard let text = scalar(key, wanted: "a size such as \(example)") else { return nil }
        let units = [
            "": 1, "b": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 1024, "mib": 1 << 20,
            "gib": 1 << 30,
        ]
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), count >= least, count <= 1_000_000_000,
            let unit = units[text.dropFirst(digits.count).trimmed.lowercased()]
        else {
            fault(key, "`\(key)` is `\(text)`; a size such as \(example) is wanted (B, kB, MB, GB)")
            return nil
        }
        return count * unit
    }

    func fault(_ key: String, _ message: String) { document.fault(place(of: key), message) }
    func warn(_ key: String, _ message: String) { document.warn(place(of: key), message) }
}

/// `15 min`, `15min`, `15 minutes` and `15` are near to a duration.
private func durationGuess(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 8 else { return "" }
    let units = [
        "": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s", "min": "m", "mins": "m",
        "minute": "m",
        "minutes": "m", "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "day": "d", "days": "d",
        "msec": "ms",
        "millis": "ms", "ms": "ms", "s": "s", "m": "m", "h": "h", "d": "d",
    ]
    guard let unit = units[text.dropFirst(digits.count).trimmed.lowercased()] else { return "" }
    return "; did you mean `\(digits)\(unit)`?"
}

extension StringProtocol {
    /// Without spaces, tabs and line ends around it.
    var trimmed: String {
        let inked: ClosedRange<Unicode.Scalar> = "!"..."~"
        if let first = unicodeScalars.first, let last = unicodeScalars.last, inked.contains(first),
            inked.contains(last)
        {
            return String(self)
        }
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

/// `` `a`, `b` and `c` ``.
func quoted(_ words: [String]) -> String { joined(words.map { "`\($0)`" }, "and") }

/// `a, b or c`.
func alternatives(_ words: [String]) -> String { joined(words, "or") }

private func joined(_ words: [String], _ last: String) -> String {
    guard words.count > 1, let end = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + end
}
