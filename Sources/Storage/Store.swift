/// Where everything is kept. The daemon and the command line open the same one at the same time.
public protocol Store: Sendable {
    /// A consistent view; writes inside are refused.
    func read<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T

    /// One transaction: all of it is stored when this returns, or nothing when it throws.
    func write<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T

    /// Work on the store as a whole, beside all transactions.
    /// - Returns: what it found wrong; empty when nothing is.
    func keepUp(_ work: Upkeep) async throws -> [String]

    func close() async throws

    /// What this process met while it wrote; nil for a store that does not count.
    func measures() -> StoreMeasures?
}

extension Store {
    public func measures() -> StoreMeasures? { nil }
}

/// What keeps a store sound, beside what is written into it.
public enum Upkeep: String, Sendable, CaseIterable {
    /// Reads every page; the order of indexes is not compared with their tables.
    case quickCheck = "quick-check"
    /// Reads and compares everything.
    case fullCheck = "full-check"
    /// Brings the write-ahead log into the store and makes it empty.
    case emptyLog = "empty-log"
    /// Writes the store anew, without what was deleted, and empties the log: not a byte of it is left.
    case compact
}

/// What a caller can do something about.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another process holds the store; try again.
    case busy(String)
    /// No room, or not writable.
    case unwritable(String)
    case unreachable(String)
    /// Made by a later Ombud; untouched.
    case newer(found: Int, known: Int, place: String)
    /// Made by an earlier Ombud; the daemon brings it up to date at its start.
    case older(found: Int, known: Int, place: String)
    /// A database of something else.
    case foreign(place: String)
    /// Broken: it does not hold what Ombud wrote.
    case damaged(String)
    /// A statement of Ombud's own that the store refused.
    case refused(String)

    public var description: String {
        switch self {
        case .busy(let what): "the store is busy: \(what); try again"
        case .unwritable(let what):
            "the store cannot be written: \(what); free some room or mend its permissions"
        case .unreachable(let what): "the store cannot be opened: \(what)"
        case .newer(let found, let known, let place):
            "the store \(place) has schema \(found), made by a newer Ombud; this one knows up to \(known): "
                + "nothing was touched, install the newer version"
        case .older(let found, let known, let place):
            "the store \(place) has schema \(found), this Ombud works on \(known): restart `ombud serve`, which "
                + "brings it up to date"
        case .foreign(let place):
            "\(place) is a database that Ombud did not make; nothing was touched, name another file in `store`"
        case .refused(let what):
            "the store refused a change: \(what); this is a fault of Ombud, please report it"
        case .damaged(let what):
            "the store is damaged: \(what); move it aside and put a backup in its place (`ombud restore FILE`)"
        }
    }
}
