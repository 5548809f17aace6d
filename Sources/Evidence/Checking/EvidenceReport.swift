import Complaints

/// What a check of the archive found.
public struct EvidenceReport: Hashable, Sendable {
    public var records = 0
    public var files = 0
    public var bytes: Int64 = 0
    /// Entries whose bytes were dropped on purpose.
    public var gone = 0
    /// Of those, the ones whose address was erased, too: their links of the chain are taken as they stand.
    public var erased = 0
    public var faultCount = 0
    /// The first thousand.
    public var faults: [EvidenceFault] = []
    /// Harmless, but worth telling: bytes and files that no entry names.
    public var notes: [String] = []
    /// The chain's last link: who wrote it down elsewhere can tell later that nothing before it changed.
    public var head = EvidenceAnchor.start

    public var isSound: Bool { faultCount == 0 }

    mutating func add(_ fault: EvidenceFault) {
        faultCount += 1
        if faults.count < 1000 { faults.append(fault) }
    }

    mutating func add(note: String) {
        if notes.count < 1000 { notes.append(note) }
    }
}

/// One thing that does not agree, with where.
public struct EvidenceFault: Hashable, Sendable, CustomStringConvertible {
    public var file: String
    public var start: Int64
    /// Of the entry; nil for bytes that none names.
    public var number: Int64?
    public var what: String

    public var description: String {
        let place = "in \(file) at byte \(start)"
        return number.map { "record \($0) \(place) \(what)" } ?? "what stands \(place) \(what)"
    }
}

/// How far a check has come.
public enum EvidenceProgress: Hashable, Sendable {
    case linked(entries: Int)
    case read(records: Int, of: Int, file: String)
}
