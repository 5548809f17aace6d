import Complaints
import Foundation

/// Checks the whole archive: every link of the chain recomputed, every file read once from beginning to
/// end, every record against its entry. Faults are reported, never thrown; memory is bounded by the largest
/// record.
/// - Parameters:
///   - recordLimit: bytes that one record may have, decompressed.
///   - progress: called at least once a thousand records.
public func verifyEvidence(
    in folder: String, ledger: some EvidenceLedger, recordLimit: Int = 256_000_000,
    progress: (EvidenceProgress) -> Void = { _ in }
) async throws -> EvidenceReport {
    var check = Check(folder: folder, recordLimit: recordLimit)
    let total = try await check.chain(ledger, progress)
    let files = try await ledger.files()
    for file in files { try await check.file(file, ledger, total: total, progress) }
    check.strangers(besides: Set(files))
    return check.report
}

private let batch = 1000

private struct Check {
    let folder: String
    let recordLimit: Int
    var report = EvidenceReport()

    /// From the anchor to the last entry, in order; returns how many.
    mutating func chain(
        _ ledger: some EvidenceLedger, _ progress: (EvidenceProgress) -> Void
    ) async throws -> Int {
        var head = try await ledger.anchor()
        var count = 0
        while true {
            let entries = try await ledger.entries(after: head.number, limit: batch)
            if entries.isEmpty { break }
            for entry in entries {
                if entry.gone != nil, entry.url == EvidenceEntry.erasedURL {
                    // What the link was made of is not known any more; the next one is made of the link.
                    report.erased += 1
                } else if chainValue(after: head.chain, of: entry) != entry.chain {
                    fault(
                        entry,
                        "breaks the chain: its entry was changed, or the one before it was changed or removed"
                    )
                }
                // One fault is told once: the next link is checked from what stands here.
                head = EvidenceAnchor(number: entry.number, chain: entry.chain)
            }
            count += entries.count
            progress(.linked(entries: count))
        }
        report.head = head
        return count
    }

    /// One file and all entries that name it.
    mutating func file(
        _ name: String, _ ledger: some EvidenceLedger, total: Int, _ progress: (EvidenceProgress) -> Void
    ) async throws {
        let file = open(name)
        if file != nil { report.files += 1 }
        var (missing, next, end): (EvidenceEntry?, Int64, Int64) = (nil, 0, 0)
        // Of a file that is being written, what comes later is not this check's.
        let size = file?.size ?? 0
        while true {
            let entries = try await ledger.entries(in: name, from: next, limit: batch)
            guard let last = entries.last else { break }
            for entry in entries {
                if entry.gone != nil {
                    report.gone += 1
                } else if let file {
                    if entry.start < end { fault(entry, "overlaps the record before it") }
                    try stretch(of: file, from: end, to: entry.start, isTail: false)
                    record(entry, in: file)
                    try await copy(of: entry, in: ledger)
                } else {
                    missing = missing ?? entry
                    report.records += 1
                }
                let (sum, overflow) = entry.start.addingReportingOverflow(entry.length)
                end = max(end, overflow ? .max : sum)
            }
            next = last.start + 1
            progress(.read(records: report.records, of: total, file: name))
        }
        if let file { try stretch(of: file, from: end, to: size, isTail: true) }
        if let missing { fault(missing, "and those after it are lost: the file is missing or unreadable") }
    }

    /// A file that is there but unreadable counts as missing; the reason is told.
    private mutating func open(_ name: String) -> ReadingFile? {
        do {
            return try ReadingFile(folder: folder, name: name)
        } catch {
            report.add(note: "\(error)")
            return nil
        }
    }

    private mutating func record(_ entry: EvidenceEntry, in file: ReadingFile) {
        report.records += 1
        let (end, overflow) = entry.start.addingReportingOverflow(entry.length)
        guard !overflow, end <= file.size else {
            fault(entry, "is cut off: it has \(entry.length) bytes and the file ends at byte \(file.size)")
            return
        }
        guard entry.length <= recordLimit else {
            fault(entry, "is larger than \(recordLimit) bytes and was not read")
            return
        }
        do {
            let member = try file.read(at: entry.start, length: Int(entry.length))
            report.bytes += entry.length
            for what in faults(of: member, for: entry, atMost: recordLimit) { fault(entry, what) }
        } catch {
            fault(entry, "cannot be read: \(error)")
        }
    }

    /// What a revisit refers to must be known, even when its bytes are gone.
    private mutating func copy(of entry: EvidenceEntry, in ledger: some EvidenceLedger) async throws {
        guard entry.kind == .revisit, let refersTo = entry.refersTo else { return }
        guard try await ledger.entry(record: refersTo) == nil else { return }
        let anchor = try await ledger.anchor()
        guard anchor.number == 0 else { return }
        fault(entry, "refers to the record \(refersTo), which the store does not know")
    }

    /// Bytes between the records that are named, or after the last.
    private mutating func stretch(
        of file: ReadingFile, from start: Int64, to end: Int64, isTail: Bool
    ) throws {
        guard end > start else { return }
        let whole = try file.wholeRecords(from: start, to: min(end, file.size), atMost: recordLimit)
        if whole.count > 0 {
            report.add(
                note:
                    "\(file.name) holds \(whole.count) records (\(whole.bytes) bytes) at byte \(start) that "
                    + "the store does not name: they are being written, or a process was killed or a commit "
                    + "refused after them")
        }
        let left = end - start - whole.bytes
        guard left > 0 else { return }
        if isTail {
            report.add(
                note: "\(file.name) ends with \(left) bytes at byte \(start + whole.bytes) that are no whole "
                    + "record: a write was cut off there, nothing that the store names is lost")
        } else {
            report.add(
                EvidenceFault(
                    file: file.name, start: start + whole.bytes, number: nil,
                    what: "is no record (\(left) bytes), and the store names none there"))
        }
    }

    /// Files that no entry names.
    mutating func strangers(besides known: Set<String>) {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in found.sorted() where name.hasSuffix(archiveSuffix) && !known.contains(name) {
            report.add(
                note: "\(name) is named by no record in the store: it was just begun, or left by a crash")
        }
    }

    private mutating func fault(_ entry: EvidenceEntry, _ what: String) {
        report.add(EvidenceFault(file: entry.file, start: entry.start, number: entry.number, what: what))
    }
}
