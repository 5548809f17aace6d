/// Changes of the files that people edit, proposed and not made: every line that need not change stays as it
/// was written, comments too.
import Complaints
import Foundation

/// A file before and after a change.
public struct FileEdit: Hashable, Sendable {
    public let path: URL
    /// As the user would type it.
    public let file: String
    /// nil for a file that is not there yet.
    public let before: String?
    public let after: String
}

/// Why a change cannot be written down.
public enum EditFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case noSource(String)
    case unreadable(file: String, why: String)
    /// Written in one line or through an alias: a change would tear it apart.
    case entangled(file: String, line: Int)

    public var description: String {
        switch self {
        case .noSource(let name): "no watchlist has a source `\(name)`; `ombud source list` names them"
        case .unreadable(let file, let why): "the file \(file) \(why)"
        case .entangled(let file, let line):
            "\(file):\(line): the source is written in one line or through an alias; put the rule there by hand"
        }
    }
}

/// The lines of a YAML file in block style, and the changes that are made to it from its end to its start.
struct BlockLines {
    private(set) var lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var text: String { lines.joined(separator: "\n") }

    /// Whether a key begins its line, but for the dash of a list.
    func begins(_ entry: Entry) -> Bool {
        guard let before = prefix(of: entry) else { return false }
        return before.allSatisfy { $0 == " " || $0 == "-" }
    }

    func prefix(of entry: Entry) -> String? {
        let place = entry.keyPlace
        guard lines.indices.contains(place.line - 1) else { return nil }
        let scalars = lines[place.line - 1].unicodeScalars
        guard scalars.count >= place.column - 1 else { return nil }
        return String(String.UnicodeScalarView(scalars.prefix(place.column - 1)))
    }

    /// The lines of a key with its value, without blank lines and comments after it.
    func span(of entry: Entry) -> Range<Int> {
        let first = entry.keyPlace.line - 1
        var end = first + 1
        var last = end
        while end < lines.count {
            let line = lines[end]
            let indent = line.prefix { $0 == " " }.count
            let isBlank = line.allSatisfy { $0 == " " || $0 == "\t" }
            if !isBlank {
                let isItem = indent == entry.keyPlace.column - 1 && line.dropFirst(indent).first == "-"
                if indent < entry.keyPlace.column, !isItem { break }
                last = end + 1
            }
            end += 1
        }
        return first..<last
    }

    /// Puts other lines, written for column 1, in place of a key with its value.
    mutating func replace(_ entry: Entry, with new: [String]) {
        let before = prefix(of: entry) ?? ""
        var new = indented(new, as: entry, first: before)
        // A word to those who come after stays where it fits.
        if new.count == 1, let comment = comment(after: entry) { new[0] += comment }
        lines.replaceSubrange(span(of: entry), with: new)
    }

    /// The comment at the end of a key's line, with the blanks before it.
    private func comment(after entry: Entry) -> String? {
        let line = lines[entry.keyPlace.line - 1]
        var quote: Character?
        var blanks: String.Index?
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
                blanks = nil
            } else if character == " " {
                blanks = blanks ?? index
            } else if character == "#", let start = blanks {
                return String(line[start...])
            } else {
                blanks = nil
            }
        }
        return nil
    }

    /// Puts other keys after one with its value, at the same depth; or lines as they are.
    mutating func insert(_ new: [String], after entry: Entry, asIs: Bool = false) {
        let place = span(of: entry).upperBound
        if asIs {
            lines.insert(contentsOf: new, at: place)
            return
        }
        let blank = String(repeating: " ", count: entry.keyPlace.column - 1)
        lines.insert(contentsOf: indented(new, as: entry, first: blank), at: place)
    }

    mutating func append(_ new: [String]) {
        if lines.last == "" { lines.removeLast() }
        lines += new + [""]
    }

    private func indented(_ new: [String], as entry: Entry, first: String) -> [String] {
        let blank = String(repeating: " ", count: entry.keyPlace.column - 1)
        return new.enumerated().map { ($0 == 0 ? first : blank) + $1 }
    }
}
