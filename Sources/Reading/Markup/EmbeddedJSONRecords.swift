/// Records out of the JSON that a page carries: by their shape, or by a rule of JSONPaths.
import CXML2
import Complaints

/// For pages whose markup gives no records. What cannot hold any is not read as JSON.
func embeddedRecords(in root: Node, context: ReadingContext) -> [Record] {
    let embedded = EmbeddedJSON.all(in: root, isWanted: mayHoldRecords)
    return embedded.isEmpty ? [] : RecordShapes.records(embedded: embedded, context: context)
}

/// Whether the names of reviews or comments occur.
private func mayHoldRecords(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 80 else { return false }
    let last = bytes.count - 11
    let raw = UnsafeRawBufferPointer(bytes)
    return RecordWords.pairs.withUnsafeBufferPointer { pairs in
        var i = 0
        while i < last {
            // Two letters decide nearly always.
            let pair = Int(raw.loadUnaligned(fromByteOffset: i, as: UInt16.self).littleEndian | 0x2020)
            if pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1, RecordWords.hasWord(bytes, at: i) {
                return true
            }
            i += 1
        }
        // Names in other scripts are written as escapes.
        return bytes.contains(0xD0) || bytes.contains(0xD1)
    }
}

/// Parts of the names that reviews and comments have in JSON.
private enum RecordWords {
    private static let words: [StaticString] = [
        "review", "rating", "comment", "author", "opini", "feedback", "nickname", "username", "ocena",
        "komment", "koment", "bewertung", "recens", "recenz", "hodnocen", "avis", "otzyv", "resena",
        "testimonial", "displayname", "valoracion", "velemeny", "yorum", "avaliac", "autor", "customer",
        "posts",
    ]

    /// A bit for each pair of letters with which a word begins, the first letter the lower byte.
    static let pairs: [UInt64] = {
        var pairs = [UInt64](repeating: 0, count: 1024)
        for word in words {
            let pair = Int(word.utf8Start[0]) | Int(word.utf8Start[1]) << 8
            pairs[pair >> 6] |= 1 << UInt64(pair & 63)
        }
        return pairs
    }()

    /// Whether a word, in any case, stands at a place from which a word's length is left.
    static func hasWord(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        words.contains { word in
            let count = word.utf8CodeUnitCount
            var k = 0
            while k < count, bytes[i + k] | 0x20 == word.utf8Start[k] { k += 1 }
            return k == count
        }
    }
}

/// A rule whose selectors are JSONPaths, on a page: `$` is the object of all that the page carries, by name;
/// where that gives nothing, each value in turn, the first that gives something.
struct EmbeddedRule {
    private let root: Node

    init(root: Node) { self.root = root }

    static func isPath(_ selector: String) -> Bool { selector.utf8.first == UInt8(ascii: "$") }

    func records(_ rule: Rule, context: ReadingContext) throws(ReadingFailure) -> [Record] {
        // The page's own next link and count are looked for apart, by whichever selector they have.
        var fields = rule
        fields.next = nil
        fields.count = nil
        let reader = try JSONRuleReader(fields, context: context)
        let embedded = EmbeddedJSON.all(in: root)
        let found = reader.records(in: EmbeddedJSON.document(embedded))
        if !found.isEmpty { return found }
        for one in embedded {
            let found = reader.records(in: one.value)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// What a path of the source finds, as texts.
    func texts(_ field: String, _ selector: String) throws(ReadingFailure) -> [String] {
        let embedded = EmbeddedJSON.all(in: root)
        let found = try JSONRuleReader.texts(field, selector, in: EmbeddedJSON.document(embedded))
        if !found.isEmpty { return found }
        for one in embedded {
            let found = try JSONRuleReader.texts(field, selector, in: one.value)
            if !found.isEmpty { return found }
        }
        return []
    }
}
