import Complaints
import Foundation
import Reading

/// A CSV file that is read piece by piece, as often as wanted: however long it is, little of it is in memory.
struct ComplaintFile {
    private let path: String
    private let encoding: String?
    private let separator: UInt8
    private let start: UInt64

    private static let piece = 1 << 16

    /// - Parameter encoding: as people name it; nil for UTF-8.
    init(_ path: String, encoding: String?) throws {
        self.path = path
        let file = try Self.open(path)
        let head = [UInt8](try file.read(upToCount: Self.piece) ?? Data())
        try file.close()
        if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) {
            throw Failure(.badInput, "\(path):1:1: the file is UTF-16; save it as CSV in UTF-8")
        }
        if head.starts(with: Array("PK".utf8) + [3, 4]) {
            throw Failure(
                .badInput, "\(path):1:1: the file is a spreadsheet or an archive; save it as CSV in UTF-8")
        }
        let isUTF8 = encoding.map { ["utf-8", "utf8"].contains($0.lowercased()) } ?? true
        self.encoding = isUTF8 ? nil : encoding
        if let encoding, !isUTF8, decode([], labelled: encoding) == nil {
            throw Failure(
                .usage,
                "--encoding \(encoding): an encoding such as windows-1250, windows-1251 or iso-8859-2 is wanted"
            )
        }
        start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        separator = CSVReader.separator(of: head.dropFirst(Int(start)))
    }

    private static func open(_ path: String) throws -> FileHandle {
        do { return try FileHandle(forReadingFrom: URL(fileURLWithPath: path)) } catch {
            throw Failure(.failed, "\(path) cannot be read: \(error.localizedDescription)")
        }
    }

    /// Reads all of it.
    /// - Parameter rows: at most so many complaints are given to `work` at once.
    /// - Returns: the table, with what was wrong in it.
    func read(
        _ known: ComplaintTable.Known, rows most: Int, _ work: ([ComplaintTable.Row]) async throws -> Void
    ) async throws -> ComplaintTable {
        var table = ComplaintTable(known, separator: separator, encoding: encoding)
        let file = try Self.open(path)
        try file.seek(toOffset: start)
        var waiting: [ComplaintTable.Row] = []
        while let bytes = try file.read(upToCount: Self.piece), !bytes.isEmpty, !table.isBroken {
            try Task.checkCancellation()
            waiting += table.take(bytes)
            while waiting.count >= most {
                try await work(Array(waiting.prefix(most)))
                waiting.removeFirst(most)
            }
        }
        waiting += table.end()
        if !waiting.isEmpty { try await work(waiting) }
        try file.close()
        if !table.hasHeader, !table.isBroken {
            table.breaks(
                .init(line: 1, column: 1, problem: "the file is empty; the names of columns are wanted"))
        }
        return table
    }
}
