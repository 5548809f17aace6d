/// A rule's regular expression: compiled once, and bounded on whatever text a page holds.
import Complaints
import Foundation

struct TextPattern: Sendable {
    private let expression: NSRegularExpression
    /// Longer texts are looked at up to here, in UTF-16 units.
    private static let longest = 20_000
    /// ICU reports after every 10,000 steps of its search; an expression that still searches after so many
    /// reports has found nothing.
    private static let patience = 100

    private static let known = Kept<TextPattern>()

    init(_ pattern: String) throws(SelectorFault) {
        self = try Self.known.value(pattern) { (pattern) throws(SelectorFault) in
            if let fault = patternFault(pattern) {
                throw SelectorFault(sentence: "`match` is `\(pattern)`, \(fault)")
            }
            guard let expression = try? NSRegularExpression(pattern: pattern) else {
                throw SelectorFault(sentence: "`match` is `\(pattern)`, not a regular expression")
            }
            return TextPattern(expression: expression)
        }
    }

    private init(expression: NSRegularExpression) { self.expression = expression }

    /// What the first group of the first match holds, or the whole match where there is no group; nil where
    /// nothing matches, or an empty text does.
    func value(in text: String) -> String? {
        let units = NSString(string: text)
        let range = NSRange(location: 0, length: min(units.length, Self.longest))
        var found: NSRange?
        var reports = 0
        expression.enumerateMatches(in: text, options: .reportProgress, range: range) { match, _, stop in
            guard let match else {
                reports += 1
                if reports > Self.patience { stop.pointee = true }
                return
            }
            let groups = (1..<max(1, match.numberOfRanges)).map { match.range(at: $0) }
            found = match.numberOfRanges > 1 ? groups.first { $0.location != NSNotFound } : match.range
            stop.pointee = true
        }
        return found.flatMap { nonEmpty(units.substring(with: $0)) }
    }
}
