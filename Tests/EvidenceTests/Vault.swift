import Complaints
import Foundation
import SQLiteStorage
import Storage
import Synchronization
import TestSupport

@testable import Evidence

/// An archive folder and a store, as a daemon has them.
struct Vault {
    let folder: TemporaryFolder
    let store: SQLiteStore
    let maker: RecordMaker
    var path: String { folder.path("evidence") }

    init() async throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.path("ombud.db"), now: ManualTime.monday)
        maker = .counting()
        try await store.write { session in
            try session.keepSources([.make("acme-opinions")], now: ManualTime.monday)
        }
    }

    func archive(
        process: Int32 = 7, fileLimit: Int64 = 1_000_000_000, calls: ArchiveFile.Calls = .init()
    ) -> EvidenceArchive {
        EvidenceArchive(
            .init(folder: path, fileLimit: fileLimit, process: process, software: "Ombud/test"),
            maker: maker, calls: calls)
    }

    @discardableResult
    func keep(
        _ records: [PackedRecord], in archive: EvidenceArchive, now: Instant = ManualTime.monday
    ) async throws -> [EvidenceEntry] {
        try await store.write { session in
            try archive.append(records, now: now) { try session.addEvidence($0, link: chainValue) }
        }
    }

    func check() async throws -> EvidenceReport {
        try await verifyEvidence(in: path, ledger: StoredEvidence(store))
    }

    var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    func bytes(of file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)))
    }

    func rewrite(_ file: String, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = try bytes(of: file)
        change(&bytes)
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + file))
    }
}

extension RecordMaker {
    /// IDs are counted, so that the same test makes the same bytes.
    static func counting(secretHeaders: [String] = []) -> RecordMaker {
        let counter = Counter()
        return RecordMaker(secretHeaders: secretHeaders, random: { counter.next() })
    }

    func page(
        _ body: String = "<p>Terrible.</p>", url: String = "https://shop.example/reviews",
        at: Instant = ManualTime.monday
    ) -> [PackedRecord] {
        let exchange = Exchange.make(body, url: url)
        return response(exchange, payload: Payload(exchange), source: "acme-opinions", at: at)
    }
}

private final class Counter: Sendable {
    private let count = Mutex<UInt64>(0)
    func next() -> UInt64 {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}

extension Exchange {
    static func make(
        _ body: String = "<p>Terrible.</p>", url: String = "https://shop.example/reviews",
        head: String = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"v1\"\r\n\r\n",
        request: String = "GET /reviews HTTP/1.1\r\nHost: shop.example\r\n\r\n", status: Int = 200
    ) -> Exchange {
        Exchange(
            url: url, requestHead: Array(request.utf8), responseHead: Array(head.utf8),
            body: Array(body.utf8),
            status: status, address: IPAddress("192.0.2.7"))
    }
}

func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
