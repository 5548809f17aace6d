import Complaints
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Evidence

/// The files of the archive: who writes which, and what a fault leaves in them.
@Suite struct ArchiveTests {
    @Test func `a file begins with what it is and holds nothing but named records`() async throws {
        let vault = try await Vault()
        let archive = vault.archive()
        let first = try await vault.keep(vault.maker.page(), in: archive)
        let second = try await vault.keep(vault.maker.page("Better."), in: archive)
        #expect(vault.files == ["ombud-20260302100000-00001-7.warc.gz"])
        #expect((first + second).map(\.kind) == [.warcinfo, .response, .request, .response, .request])
        #expect(second.last.map { $0.start + $0.length } == Int64(try vault.bytes(of: vault.files[0]).count))
        let report = try await vault.check()
        #expect(report.faults == [])
        #expect(report.notes == [])
        #expect(report.records == 5)
        #expect(report.head.chain == second.last?.chain)
    }

    @Test func `others can neither read nor write the files`() async throws {
        let vault = try await Vault()
        try await vault.keep(vault.maker.page(), in: vault.archive())
        for (path, most) in [(vault.path, 0o750), (vault.path + "/" + vault.files[0], 0o640)] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode.map { $0 & ~most } == 0)
        }
    }

    @Test func `a new file is begun by size, by day, and after a restart`() async throws {
        let vault = try await Vault()
        let archive = vault.archive(fileLimit: 2000)
        for _ in 0..<3 { try await vault.keep(vault.maker.page(), in: archive) }
        #expect(vault.files.count == 2)
        try await vault.keep(vault.maker.page(), in: archive, now: ManualTime.monday + .seconds(86_400))
        #expect(vault.files.count == 3)
        try await vault.keep(vault.maker.page(), in: vault.archive())
        #expect(vault.files.count == 4)
        #expect(try await vault.check().faults == [])
    }

    @Test func `records of a transaction that was refused are taken back`() async throws {
        struct Refused: Error {}
        let vault = try await Vault()
        let archive = vault.archive()
        try await vault.keep(vault.maker.page(), in: archive)
        let before = try vault.bytes(of: vault.files[0])
        #expect(throws: Refused.self) {
            try archive.append(vault.maker.page("Lost."), now: ManualTime.monday) { _ in throw Refused() }
        }
        #expect(try vault.bytes(of: vault.files[0]) == before)
        try await vault.keep(vault.maker.page("Kept."), in: archive)
        #expect(try await vault.check().faults == [])
        #expect(try await vault.check().notes == [])
    }

    @Test(arguments: [false, true])
    func `a full disk leaves no half record`(isSync: Bool) async throws {
        let vault = try await Vault()
        let isFull = Mutex(false)
        // The real calls on the real file, until the disk is full: then half of it is written.
        let calls = ArchiveFile.Calls(
            write: { descriptor, bytes, count in
                guard isFull.withLock({ $0 }), !isSync else { return write(descriptor, bytes, count) }
                if count < 100 {
                    errno = ENOSPC
                    return -1
                }
                return write(descriptor, bytes, count / 2)
            },
            sync: { descriptor in
                guard isFull.withLock({ $0 }), isSync else { return fdatasync(descriptor) }
                errno = ENOSPC
                return -1
            })
        let archive = vault.archive(calls: calls)
        try await vault.keep(vault.maker.page(), in: archive)
        let before = try vault.bytes(of: vault.files[0])
        isFull.withLock { $0 = true }
        for _ in 0..<3 {
            await #expect(throws: EvidenceError.self) {
                try await vault.keep(vault.maker.page("Too much."), in: archive)
            }
        }
        #expect(vault.files.count == 1)
        #expect(try vault.bytes(of: vault.files[0]) == before)
        isFull.withLock { $0 = false }
        try await vault.keep(vault.maker.page("Room again."), in: archive)
        let report = try await vault.check()
        #expect(report.faults == [])
        #expect(report.notes == [])
        #expect(report.records == 6)
    }

    @Test func `records of several visits are on disk before the commit, by one wait`() async throws {
        let vault = try await Vault()
        let syncs = Mutex(0)
        let archive = vault.archive(
            calls: ArchiveFile.Calls(sync: { descriptor in
                syncs.withLock { $0 += 1 }
                return fdatasync(descriptor)
            }))
        let waiting = Mutex<[@Sendable () throws -> Void]>([])
        for _ in 0..<3 {
            try await vault.store.write { session in
                _ = try archive.append(
                    vault.maker.page(), now: ManualTime.monday,
                    later: { sync in
                        waiting.withLock { $0 = [sync] }
                        return true
                    }
                ) { try session.addEvidence($0, link: chainValue) }
            }
        }
        #expect(syncs.withLock { $0 } == 0)
        for sync in waiting.withLock({ $0 }) { try sync() }
        #expect(syncs.withLock { $0 } == 1)
        #expect(try await vault.check().faults == [])
    }

    @Test func `a folder that cannot be made is told in a sentence`() async throws {
        let vault = try await Vault()
        let archive = EvidenceArchive(
            .init(folder: "/proc/none/evidence", software: "Ombud/test"), maker: vault.maker)
        #expect(throws: EvidenceError.self) { try archive.prepare() }
    }

    @Test func `two writers at once neither share a file nor break the chain`() async throws {
        let vault = try await Vault()
        let archives = [vault.archive(process: 1), vault.archive(process: 1), vault.archive(process: 2)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for round in 0..<30 {
                group.addTask {
                    try await vault.keep(vault.maker.page("Page \(round)"), in: archives[round % 3])
                }
            }
            try await group.waitForAll()
        }
        #expect(vault.files.count == 3)
        let report = try await vault.check()
        #expect(report.faults == [])
        #expect(report.notes == [])
        #expect(report.records == 63)
    }
}
