import Complaints
import Evidence
import Foundation
import Storage

/// Looks everywhere for somebody who was forgotten, as somebody would who wants to find them.
public struct ForgetProof: Hashable, Sendable {
    /// What was looked for.
    public var needles = 0
    /// Rows in which something was found, by table.
    public var tables: [String: Int] = [:]
    public var searchHits = 0
    /// Archived records that show them still.
    public var records = 0
    /// Bytes of the store's files that were read, and the files in which something stands.
    public var bytes: Int64 = 0
    public var files: [String] = []

    public var isForgotten: Bool {
        tables.isEmpty && searchHits == 0 && records == 0 && files.isEmpty
    }

    /// Where something was found.
    public var remains: [String] {
        tables.sorted { $0.key < $1.key }.map { "\($0.value) in the table \($0.key)" }
            + (searchHits > 0 ? ["\(searchHits) in the search index"] : [])
            + (records > 0 ? ["\(records) archived records"] : [])
            + files.map { "the bytes of \($0)" }
    }
}

extension Forget {
    /// After `perform`. What is searched for is what `look` found before.
    public func prove(
        _ found: Findings, files: [String], progress: @escaping (Int) -> Void = { _ in }
    ) async throws -> ForgetProof {
        var proof = ForgetProof(needles: found.needles.count)
        let (names, marks) = (found.fullNames.spellings, found.marks)
        for table in try await store.read({ try $0.tableNames() }) {
            try Task.checkCancellation()
            let count = try await store.read { try $0.rows(of: table, holding: marks) }
            if count > 0 { proof.tables[table] = count }
        }
        proof.searchHits = try await store.read { try $0.searchRows(holding: names) }
        // Where nothing tells that they are, every number of a backup's row would.
        if let folder = setup.configuration.evidence?.folder {
            proof.records = try await EvidenceSearch(store: store, folder: folder)
                .records(showing: found, progress: progress).count
        }
        for file in files {
            let (bytes, isThere) = try scan(file, for: marks)
            proof.bytes += bytes
            if isThere { proof.files.append(file) }
        }
        return proof
    }

    /// A megabyte at a time, each with the end of the one before.
    private func scan(_ path: String, for marks: ErasureMarks) throws -> (bytes: Int64, isThere: Bool) {
        guard let file = FileHandle(forReadingAtPath: path), !marks.isEmpty else { return (0, false) }
        defer { try? file.close() }
        // Longer than any name, whatever its letters are written as.
        let overlap = max(marks.needles.texts.map(\.utf8.count).max() ?? 1, 1_024)
        var (tail, bytes): ([UInt8], Int64) = ([], 0)
        var isThere = false
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
            bytes += Int64(part.count)
            try Task.checkCancellation()
            let window = tail + [UInt8](part)
            if !isThere { isThere = marks.stand(in: window) }
            tail = Array(window.suffix(overlap))
        }
        return (bytes, isThere)
    }
}
