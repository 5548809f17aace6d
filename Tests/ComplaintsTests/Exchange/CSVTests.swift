@testable import Complaints
import Testing

/// Comma-separated values, out and in.
struct CSVTests {
    private func read(
        _ text: String, separator: UInt8? = nil, pieces: Int = .max
    ) throws -> [[CSVReader.Field]] {
        let bytes = Array(text.utf8)
        var reader = CSVReader(separator: separator ?? CSVReader.separator(of: bytes))
        var rows: [[CSVReader.Field]] = []
        for start in stride(from: 0, to: bytes.count, by: min(pieces, max(1, bytes.count))) {
            rows += try reader.rows(of: bytes[start..<min(bytes.count, start + min(pieces, bytes.count))])
        }
        if let last = try reader.end() { rows.append(last) }
        return rows
    }

    @Test(arguments: [
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        ("a,b\n\n\n1,\n", [["a", "b"], ["1", ""]]),
        ("a,b\n,", [["a", "b"], ["", ""]]),
        ("a,b\n\"x,\"\"y\"\"\nz\",2", [["a", "b"], ["x,\"y\"\nz", "2"]]),
        ("a\n\"\"\n", [["a"], [""]]),
        ("a\n5\" pipe\n", [["a"], ["5\" pipe"]]),
        ("a\n'=1+1\n''-x\n'tis\n", [["a"], ["=1+1"], ["'-x"], ["'tis"]]),
    ])
    func `tables are read as programs write them`(text: String, rows: [[String]]) throws {
        for pieces in [Int.max, 1, 3] {
            #expect(try read(text, pieces: pieces).map { $0.map { $0.text ?? "?" } } == rows, "\(pieces)")
        }
    }

    @Test func `a field says where it begins, in characters`() throws {
        let rows = try read("id,text\r\n1,\"żó\r\nłw\"\r\n2,x,y\r\n")
        #expect(rows.map { $0.map(\.line) } == [[1, 1], [2, 2], [4, 4, 4]])
        #expect(rows.map { $0.map(\.column) } == [[1, 4], [1, 3], [1, 3, 5]])
    }

    @Test(arguments: [
        ("a\n\"x", 2, 1), ("a,b\n1,\"x\n", 2, 3), ("a\n\"x\"y", 2, 4),
    ])
    func `a quote that cannot be understood is told with its place`(text: String, line: Int, column: Int) {
        #expect {
            try read(text)
        } throws: { error in
            guard let fault = error as? CSVReader.Fault else { return false }
            return (fault.line, fault.column) == (line, column)
        }
    }

    @Test func `a quote that nobody closed does not take the memory`() {
        var reader = CSVReader()
        let piece = [UInt8](repeating: 0x61, count: 1 << 16)
        #expect(throws: CSVReader.Fault.self) {
            _ = try reader.rows(of: Array("a\n\"".utf8))
            for _ in 0..<32 { _ = try reader.rows(of: piece) }
        }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+48", "'+48"), ("-5", "-5"), ("-5+1", "'-5+1"), ("-", "'-"), ("@x", "'@x"),
        ("\tx", "'\tx"), ("＝1", "'＝1"),
        ("'=1", "''=1"), ("'tis", "'tis"), ("a=b", "a=b"), ("a,b", "\"a,b\""),
        ("say \"no\"", "\"say \"\"no\"\"\""),
        (" x", "\" x\""), ("", ""),
    ])
    func `a field is quoted where it must be, and no spreadsheet runs it`(text: String, field: String) {
        #expect(CSVText.field(text) == field)
    }

    @Test func `what is written is read back as it was`() throws {
        var chance = Lehmer(seed: 5)
        let pieces = [
            "a", "ż", "\"", ",", ";", "\n", "\r\n", "\r", "\t", "=", "'", "-", "+", "@", " ", "退", "😀",
            "\u{FEFF}", "＝",
        ]
        for _ in 0..<2000 {
            let rows = (0..<Int(1 + chance.next() % 4)).map { _ in
                (0..<3).map { _ in
                    (0..<Int(chance.next() % 6)).map { _ in pieces[Int(chance.next() % UInt64(pieces.count))]
                    }.joined()
                }
            }
            let text = rows.map { CSVText.row($0) }.joined()
            #expect(try read(text, separator: UInt8(ascii: ",")).map { $0.map { $0.text ?? "?" } } == rows)
        }
    }
}
