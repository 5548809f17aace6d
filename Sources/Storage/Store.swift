/// Where everything is kept. The daemon and the command line open the same one at the same time.
public protocol Store: Sendable {
    /// A consistent view; writes inside are refused.
    func read<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T

    /// One transaction: all of it is stored when this returns, or nothing when it throws.
    func write<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T

    func close() async throws
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
    /// Not made by Ombud, or broken.
    case damaged(String)

    public var description: String {
        switch self {
        case .busy(let what): "the store is busy: \(what); try again"
        case .unwritable(let what):
            "the store cannot be written: \(what); free some room or mend its permissions"
        case .unreachable(let what): "the store cannot be opened: \(what)"
        case .newer(let found, let known, let place):
            "the store \(place) has schema \(found), made by a newer Ombud; this one knows up to \(known): "
                + "nothing was touched, install the newer version"
        case .damaged(let what): "the store is damaged: \(what); restore a backup"
        }
    }
}
