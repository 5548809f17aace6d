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
    let words: [(first: UInt8, rest: StaticString)] = [
        (0x72, "eview"), (0x72, "ating"), (0x63, "omment"), (0x61, "uthor"), (0x6F, "pini"),
        (0x66, "eedback"),
        (0x6E, "ickname"), (0x75, "sername"), (0x6F, "cena"), (0x6B, "omment"), (0x6B, "oment"),
        (0x62, "ewertung"),
        (0x72, "ecens"), (0x72, "ecenz"), (0x68, "odnocen"), (0x61, "vis"), (0x6F, "tzyv"), (0x72, "esena"),
        (0x74, "estimonial"), (0x64, "isplayname"), (0x76, "aloracion"), (0x76, "elemeny"), (0x79, "orum"),
        (0x61, "valiac"), (0x61, "utor"), (0x63, "ustomer"), (0x70, "osts"),
    ]
    var isFirst: (UInt64, UInt64) = (0, 0)
    for word in words { isFirst.1 |= 1 << UInt64(word.first & 63) }
    var i = 0
    let last = bytes.count - 11
    while i < last {
        let lower = bytes[i] | 0x20
        if lower >= 0x61, lower <= 0x7A, isFirst.1 >> UInt64(lower & 63) & 1 == 1 {
            for word in words where word.first == lower {
                let count = word.rest.utf8CodeUnitCount
                var k = 0
                while k < count, bytes[i + 1 + k] | 0x20 == word.rest.utf8Start[k] { k += 1 }
                if k == count { return true }
            }
        }
        i += 1
    }
    // Names in other scripts are written as escapes.
    return bytes.contains(0xD0) || bytes.contains(0xD1)
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
