/// Reads comma-separated values (RFC 4180) piece by piece, in any encoding in which ASCII is itself.
///
/// Also with semicolons or tabs, and with line breaks of any system; a quoted field may hold all of them.
public struct CSVReader: Sendable {
    /// A field with where it begins, both counted from 1.
    public struct Field: Hashable, Sendable {
        public var bytes: [UInt8]
        public var line: Int
        /// In characters; in an encoding of several bytes a character, which is not UTF-8, in bytes.
        public var column: Int

        /// As UTF-8, without the apostrophe that guards against formulas; nil where it is no UTF-8.
        public var text: String? { String(validating: bytes, as: UTF8.self).map(CSVText.unguarded) }
    }

    public struct Fault: Error, Hashable, Sendable {
        public var line: Int
        public var column: Int
        public var problem: String

        public init(line: Int, column: Int, problem: String) {
            self.line = line
            self.column = column
            self.problem = problem
        }
    }

    /// Longer fields are a quote that nobody closed.
    public static let longestField = 1 << 20

    private let separator: UInt8
    private let isUTF8: Bool
    private var state = State.start
    private var row: [Field] = []
    private var field: Field
    private var line = 1
    private var column = 1
    private var endedWithReturn = false

    private enum State {
        /// Before the first byte of a field.
        case start
        case plain, quoted
        /// Behind a quote inside a quoted field: its end, or the first of two.
        case quote
    }

    public init(separator: UInt8 = UInt8(ascii: ","), isUTF8: Bool = true) {
        self.separator = separator
        self.isUTF8 = isUTF8
        field = Field(bytes: [], line: 1, column: 1)
    }

    /// The separator that the first line of a file has most of.
    public static func separator(of beginning: some Sequence<UInt8>) -> UInt8 {
        let known: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in beginning {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if let index = known.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        return known[counts.firstIndex(of: most) ?? 0]
    }

    /// The rows that end within these bytes; empty lines are none.
    public mutating func rows(of bytes: some Sequence<UInt8>) throws(Fault) -> [[Field]] {
        var rows: [[Field]] = []
        for byte in bytes {
            if try take(byte) {
                rows.append(row)
                row = []
            }
        }
        return rows
    }

    /// What stands behind the last line break.
    public mutating func end() throws(Fault) -> [Field]? {
        if case .quoted = state {
            throw Fault(line: field.line, column: field.column, problem: "the quote is never closed")
        }
        return endRow() ? row : nil
    }

    /// Whether `row` is complete.
    private mutating func take(_ byte: UInt8) throws(Fault) -> Bool {
        let isSecond = endedWithReturn && byte == 0x0A
        endedWithReturn = byte == 0x0D
        defer { advance(byte, isSecond: isSecond) }
        switch state {
        case .quoted:
            if byte == Self.quoteMark { state = .quote } else { try add(byte) }
            return false
        case .quote where byte == Self.quoteMark:
            state = .quoted
            try add(byte)
            return false
        case .start where byte == Self.quoteMark:
            state = .quoted
            return false
        default: break
        }
        if isSecond { return false }
        switch byte {
        case separator:
            endField()
            return false
        case 0x0A, 0x0D:
            return endRow()
        default:
            if case .quote = state {
                throw Fault(
                    line: line, column: column,
                    problem: "text stands behind a closing quote; write a quote inside of a field twice")
            }
            state = .plain
            try add(byte)
            return false
        }
    }

    private static let quoteMark = UInt8(ascii: "\"")

    private mutating func add(_ byte: UInt8) throws(Fault) {
        guard field.bytes.count < Self.longestField else {
            throw Fault(
                line: field.line, column: field.column,
                problem: "the field is longer than 1 MB; is its quote closed?")
        }
        field.bytes.append(byte)
    }

    private mutating func endField() {
        row.append(field)
        field = Field(bytes: [], line: line, column: column + 1)
        state = .start
    }

    /// False for an empty line.
    private mutating func endRow() -> Bool {
        if case .start = state, row.isEmpty { return false }
        endField()
        return true
    }

    private mutating func advance(_ byte: UInt8, isSecond: Bool) {
        if byte == 0x0D || byte == 0x0A {
            if !isSecond { line += 1 }
            column = 1
            if case .start = state { field = Field(bytes: [], line: line, column: 1) }
        } else if !isUTF8 || byte & 0xC0 != 0x80 {
            column += 1
        }
    }
}
