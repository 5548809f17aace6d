/// The patterns that a rule may hold beside selectors, checked before anything is fetched.
import Foundation

/// What is wrong with a regular expression of a rule; nil when it can be used. Syntax of ICU.
public func patternFault(_ pattern: String) -> String? {
    if pattern.isEmpty { return "it is empty; write what to look for, or leave `match` out" }
    if pattern.utf8.count > 1000 { return "it has more than 1000 bytes; write a shorter one" }
    guard (try? NSRegularExpression(pattern: pattern)) != nil else {
        return "not a regular expression; look at its brackets, and write \\( for a bracket itself"
    }
    return nil
}

/// How a site writes its dates where reading them as people do would go wrong.
///
/// Letters stand for digits: `yyyy` or `yy`, `MM` or `M`, `dd` or `d`, `HH` or `H`, `hh` or `h` with `a`
/// (am, pm), `mm`, `ss`; one letter takes one or two digits, more take exactly so many. `seconds` and
/// `milliseconds` are numbers since 1970. All else must stand in the text as it is; text before and after the
/// date is passed over.
public struct DatePattern: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        case digits(Character, least: Int, most: Int)
        case half
        case literal(Unicode.Scalar)
    }
    public enum Shape: Hashable, Sendable {
        case seconds, milliseconds
        case parts([Part])
    }
    public let shape: Shape

    /// nil when there is no such pattern: without a year, or with letters that stand for nothing.
    public init?(_ text: String) {
        switch text {
        case "seconds": shape = .seconds
        case "milliseconds": shape = .milliseconds
        default:
            var parts: [Part] = []
            var seen: Set<Character> = []
            var rest = Substring(text)
            while let letter = rest.first {
                let run = rest.prefix { $0 == letter }
                rest = rest.dropFirst(run.count)
                switch (letter, run.count) {
                case ("y", 2), ("y", 4):
                    parts.append(.digits(letter, least: run.count, most: run.count))
                case ("M", 1...2), ("d", 1...2), ("H", 1...2), ("h", 1...2), ("m", 1...2), ("s", 1...2):
                    parts.append(.digits(letter, least: run.count, most: 2))
                case ("a", 1): parts.append(.half)
                case _ where letter.isLetter && letter != "T" && letter != "Z": return nil
                default:
                    parts += run.unicodeScalars.map { .literal($0) }
                    continue
                }
                guard seen.insert(letter).inserted else { return nil }
            }
            guard seen.isSuperset(of: ["y", "M", "d"]), !(seen.contains("h") && seen.contains("H")) else {
                return nil
            }
            shape = .parts(parts)
        }
    }
}
