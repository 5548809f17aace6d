import ArgumentParser
import Complaints
import Settings

/// Types of events as people name them in options: a whole one, or one with `*` in it.
enum EventTypeName {
    /// What no event can be of is a slip, and would list or hold nothing.
    static func check(_ pattern: String, takesStars: Bool = true) throws {
        let known = EventType.allCases.map(\.rawValue)
        if takesStars ? known.contains(where: Glob(pattern).takes) : known.contains(pattern) { return }
        let families = takesStars ? Set(known.map(family)).sorted() : []
        throw ValidationError(
            "--type \(pattern.oneLine): no event is of that type"
                + didYouMean(pattern, among: known + families))
    }

    /// `ombud.case.*` of `ombud.case.opened`.
    private static func family(_ type: String) -> String {
        type.split(separator: ".").prefix(2).joined(separator: ".") + ".*"
    }
}
