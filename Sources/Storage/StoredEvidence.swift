import Complaints

/// The store as a check of the archive reads it: a thousand entries at a time.
public struct StoredEvidence: EvidenceLedger {
    private let store: any Store

    public init(_ store: any Store) { self.store = store }

    public func anchor() async throws -> EvidenceAnchor {
        try await store.read { try $0.evidenceAnchor() }
    }

    public func entries(after number: Int64, limit: Int) async throws -> [EvidenceEntry] {
        try await store.read { try $0.evidence(after: number, limit: limit) }
    }

    public func entries(in file: String, from start: Int64, limit: Int) async throws -> [EvidenceEntry] {
        try await store.read { try $0.evidence(in: file, from: start, limit: limit) }
    }

    public func files() async throws -> [String] { try await store.read { try $0.evidenceFiles() } }

    public func entry(record: String) async throws -> EvidenceEntry? {
        try await store.read { try $0.evidence(record: record) }
    }
}
