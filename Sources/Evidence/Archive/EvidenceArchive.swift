import Complaints
import Foundation
import Synchronization

/// The folder of archive files, and the one that this process is writing.
///
/// A file is begun by each process, each day and whenever one is full, and never opened for writing again.
/// Appending blocks until the bytes are on disk: do it off the cooperative pool, best inside the store's
/// transaction that names them.
public final class EvidenceArchive: Sendable {
    private let settings: Settings
    private let maker: RecordMaker
    private let calls: ArchiveFile.Calls
    private let state = Mutex(State())

    public struct Settings: Sendable {
        public var folder: String
        /// Of file names.
        public var prefix: String
        /// Bytes after which a new file is begun.
        public var fileLimit: Int64
        /// This process among those that share the folder.
        public var process: Int32
        /// `Ombud/1.0`, for the first record of each file.
        public var software: String
        /// More fields of that record: `operator`, `http-header-user-agent`, ...
        public var about: [WARCRecord.Field]

        public init(
            folder: String, prefix: String = "ombud", fileLimit: Int64 = 1_000_000_000,
            process: Int32 = getpid(), software: String, about: [WARCRecord.Field] = []
        ) {
            self.folder = folder
            self.prefix = prefix
            self.fileLimit = fileLimit
            self.process = process
            self.software = software
            self.about = about
        }
    }

    private struct State: ~Copyable {
        var file: ArchiveFile?
        /// Files that hold bytes which may not be on disk yet, in the order they were begun.
        var unsynced: [ArchiveFile] = []
        var isFolderUnsynced = false
        var day: Int64 = 0
        var serial = 0
    }

    /// Touches no disk yet.
    public convenience init(_ settings: Settings, maker: RecordMaker) {
        self.init(settings, maker: maker, calls: ArchiveFile.Calls())
    }

    init(_ settings: Settings, maker: RecordMaker, calls: ArchiveFile.Calls) {
        self.settings = settings
        self.maker = maker
        self.calls = calls
    }

    /// Makes the folder where there is none, so that a start tells at once when it cannot be.
    public func prepare() throws(EvidenceError) {
        if access(settings.folder, W_OK | X_OK) == 0 { return shareWithOwner(settings.folder, 0o2770) }
        try makeFolder(settings.folder)
        guard access(settings.folder, W_OK | X_OK) == 0 else {
            throw .unwritable(path: settings.folder, why: reason(errno))
        }
    }

    /// Puts records on disk and has them named: `naming` gets their entries, which it adds to the store.
    ///
    /// When writing fails or `naming` throws, the file is cut back to what it was. Only a process killed,
    /// or a commit refused, after `naming` leaves bytes that no entry names; a check tells them as that.
    /// - Parameter later: true where it has `sync` called before what names the records is committed, once
    ///   for many appends; they are on disk only then.
    public func append<T: Sendable>(
        _ records: [PackedRecord], now: Instant,
        later: (_ sync: @escaping @Sendable () throws -> Void) -> Bool = { _ in false },
        naming: ([EvidenceEntry]) throws -> T
    ) throws -> T {
        if records.isEmpty { return try naming([]) }
        return try state.withLock { state in
            let isNew = try begin(&state, toAdd: records, now: now)
            guard let file = state.file else {
                throw EvidenceError.unwritable(path: settings.folder, why: "no file was begun")
            }
            let before = file.size
            let info = isNew ? [warcinfo(of: file, at: now)] : []
            var entries: [EvidenceEntry] = []
            var bytes: [UInt8] = []
            bytes.reserveCapacity(records.reduce(1024) { $0 + $1.member.count })
            for record in info + records {
                var entry = record.entry
                entry.file = file.name
                entry.start = before + Int64(bytes.count)
                entries.append(entry)
                bytes += record.member
            }
            do {
                try file.append(bytes)
                if state.unsynced.last !== file { state.unsynced.append(file) }
                if isNew { state.isFolderUnsynced = true }
                if !later({ try self.sync() }) { try Self.sync(&state, folder: settings.folder) }
            } catch {
                takeBack(&state, to: before)
                // After a failed sync the system may have dropped pages of it: nothing more is added.
                state.file = nil
                throw error
            }
            do {
                return try naming(entries)
            } catch {
                takeBack(&state, to: before)
                throw error
            }
        }
    }

    /// Has everything that was appended on disk.
    private func sync() throws(EvidenceError) {
        try state.withLock { state throws(EvidenceError) in
            do throws(EvidenceError) {
                try Self.sync(&state, folder: settings.folder)
            } catch {
                // After a failed sync the system may have dropped pages of it: nothing more is added.
                state.file = nil
                throw error
            }
        }
    }

    private static func sync(_ state: inout State, folder: String) throws(EvidenceError) {
        let (files, isFolderUnsynced) = (state.unsynced, state.isFolderUnsynced)
        (state.unsynced, state.isFolderUnsynced) = ([], false)
        for file in files { try file.sync() }
        if isFolderUnsynced { try syncFolder(folder) }
    }

    /// Ends the current file; the next append begins another.
    public func endFile() { state.withLock { $0.file = nil } }

    /// - Returns: true when a file was begun, which still lacks its first record.
    private func begin(
        _ state: inout State, toAdd records: [PackedRecord], now: Instant
    ) throws(EvidenceError) -> Bool {
        let day = now.milliseconds / 86_400_000
        if let file = state.file, state.day == day, file.isAsLeft {
            let added = records.reduce(0) { $0 + Int64($1.member.count) }
            if file.size + added <= settings.fileLimit { return false }
        }
        state.file = nil
        try prepare()
        for _ in 0..<10_000 {
            state.serial += 1
            if let file = try ArchiveFile(
                name: name(serial: state.serial, now: now), folder: settings.folder, calls: calls)
            {
                state.file = file
                state.day = day
                return true
            }
        }
        throw .unwritable(path: settings.folder, why: "10000 files of this second and process are there")
    }

    private func takeBack(_ state: inout State, to size: Int64) {
        guard let file = state.file else { return }
        // A file that never held a named record is removed; one that cannot be cut is not written again.
        if size == 0 { unlink(file.path) }
        if size == 0 || !file.cut(to: size) { state.file = nil }
    }

    private func warcinfo(of file: ArchiveFile, at now: Instant) -> PackedRecord {
        maker.warcinfo(
            file: file.name, fields: [.init("software", settings.software)] + settings.about, at: now)
    }

    /// `ombud-20260302100000-00001-4711.warc.gz`
    private func name(serial: Int, now: Instant) -> String {
        let time = now.description.utf8.filter { (0x30...0x39).contains($0) }.prefix(14)
        let digits = String(serial)
        let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        return "\(settings.prefix)-\(String(decoding: time, as: UTF8.self))-\(padded)-\(settings.process)"
            + archiveSuffix
    }
}

let archiveSuffix = ".warc.gz"
