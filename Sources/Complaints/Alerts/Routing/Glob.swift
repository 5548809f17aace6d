/// A name, or a pattern of names in which each `*` stands for any text.
public struct Glob: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public func takes(_ name: String) -> Bool { Self.matches(text.utf8[...], name.utf8[...]) }

    /// Whether this takes everything that the other takes: where it takes the other's own text, each of its
    /// stars has taken the other's, and so anything that may stand there.
    public func covers(_ other: Glob) -> Bool { takes(other.text) }

    /// Goes back to the last star alone, which is enough for one kind of wildcard.
    private static func matches(_ pattern: Substring.UTF8View, _ name: Substring.UTF8View) -> Bool {
        var (at, next) = (pattern.startIndex, name.startIndex)
        var star: (pattern: Substring.UTF8View.Index, name: Substring.UTF8View.Index)?
        while next < name.endIndex {
            if at < pattern.endIndex, pattern[at] == UInt8(ascii: "*") {
                star = (at, next)
                pattern.formIndex(after: &at)
            } else if at < pattern.endIndex, pattern[at] == name[next] {
                pattern.formIndex(after: &at)
                name.formIndex(after: &next)
            } else if let last = star {
                at = pattern.index(after: last.pattern)
                next = name.index(after: last.name)
                star = (last.pattern, next)
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
