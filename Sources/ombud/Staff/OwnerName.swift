import ArgumentParser
import Complaints
import Monitor

/// Who gets a case: a name, `me` for whoever acts, `nobody` or `-` for what `case unassign` does.
enum NamedOwner: Equatable {
    case nobody
    case somebody(String)

    /// - Throws: a usage error for what is no name.
    init(_ text: String, who: String) throws {
        switch text.lowercased() {
        case "nobody", "-": self = .nobody
        case "me": self = .somebody(who)
        default:
            try refuseUnfitName(text, "the name")
            self = .somebody(text)
        }
    }

    func hand(_ id: CaseID, at desk: Desk, anyway: Bool) async throws -> Case {
        switch self {
        case .nobody: try await desk.unassign(id, why: nil)
        case .somebody(let name): try await desk.assign(id, to: name, anyway: anyway)
        }
    }
}

/// The owner of something that somebody has to own.
func ownerNamed(_ text: String, who: String) throws -> String {
    guard case .somebody(let name) = try NamedOwner(text, who: who) else {
        throw ValidationError("--owner \(text): somebody has to answer for it; name who, or say `me`")
    }
    return name
}

/// A name stands on the timeline, a line an act: what would break the line, or turn it round, is none.
func refuseUnfitName(_ name: String, _ what: String) throws {
    if name.allSatisfy(\.isWhitespace) { throw ValidationError("\(what) is empty") }
    let isUnfit = name.unicodeScalars.contains { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
    }
    if isUnfit {
        throw ValidationError(
            "\(what) \(name.oneLine): it holds line breaks or control characters; a name on one line is wanted"
        )
    }
}
