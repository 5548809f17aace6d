/// What keeps evidence from being written, read or handed out.
public enum EvidenceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing of what was to be appended is in the file.
    case unwritable(path: String, why: String)
    case unreadable(path: String, why: String)
    case exists(path: String)
    /// A record's bytes are not those that the store has the SHA-256 of.
    case damaged(file: String, start: Int64, number: Int64, what: String)
    case nothing(what: String)

    public var description: String {
        switch self {
        case .unwritable(let path, let why):
            "evidence cannot be written to \(path): \(why); free some room or mend its permissions"
        case .unreadable(let path, let why): "evidence cannot be read from \(path): \(why)"
        case .exists(let path): "\(path) exists and is not overwritten; name another place"
        case .damaged(let file, let start, let number, let what):
            "record \(number) in \(file) at byte \(start) \(what); run `ombud doctor --evidence`"
        case .nothing(let what): "there is no evidence of \(what)"
        }
    }
}
