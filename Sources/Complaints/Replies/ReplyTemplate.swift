/// The text of a reply with places for the facts of a case: the part of Mustache that a letter needs, and nothing
/// that could let anything else in. `{{author}}` is a fact, `{{#author}}...{{/author}}` stands only where it is
/// known, `{{^author}}...{{/author}}` only where it is not, `{{! ...}}` is a remark.
public struct ReplyTemplate: Hashable, Sendable {
    private let parts: [Part]

    private indirect enum Part: Hashable, Sendable {
        case text(String)
        case fact(ReplyFact)
        case section(ReplyFact, isInverted: Bool, [Part])
    }

    /// Something that cannot be read, with its place; line and column from 1, in Unicode scalars.
    public struct Fault: Hashable, Sendable {
        public var line: Int
        public var column: Int
        public var what: What

        public enum What: Hashable, Sendable {
            /// No fact of that name is known.
            case unknown(String)
            case unclosed(String)
            case unopened(String)
            case torn
            case unsupported(String)
        }
    }

    /// A fact that the template asks for and the case does not have.
    public struct Missing: Error, Hashable, Sendable {
        public var fact: ReplyFact
    }

    /// The template, or every fault of it.
    public static func read(_ text: String) -> Result<ReplyTemplate, Faulty> {
        var reader = TemplateReader(text)
        let parts = reader.parts()
        return reader.faults.isEmpty
            ? .success(ReplyTemplate(parts: parts)) : .failure(Faulty(faults: reader.faults))
    }

    public struct Faulty: Error, Hashable, Sendable {
        public var faults: [Fault]
    }

    /// Lines that stay empty at both ends are left out.
    public func filled(with facts: [ReplyFact: String]) throws(Missing) -> String {
        var text = ""
        try Self.fill(parts, with: facts, into: &text)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
        while lines.first?.allSatisfy(\.isWhitespace) ?? false { lines.removeFirst() }
        return lines.joined(separator: "\n")
    }

    private static func fill(
        _ parts: [Part], with facts: [ReplyFact: String], into text: inout String
    ) throws(Missing) {
        for part in parts {
            switch part {
            case .text(let words): text += words
            case .fact(let fact):
                guard let value = facts[fact] else { throw Missing(fact: fact) }
                text += value
            case .section(let fact, let isInverted, let parts):
                if (facts[fact] != nil) != isInverted { try fill(parts, with: facts, into: &text) }
            }
        }
    }

    // MARK: Reading

    private struct TemplateReader {
        private let scalars: [Unicode.Scalar]
        private var at = 0
        var faults: [Fault] = []

        init(_ text: String) { scalars = Array(text.unicodeScalars) }

        mutating func parts() -> [Part] { parts(of: nil, openedAt: 0) }

        /// Up to the end of the section of that name, or of the text.
        private mutating func parts(of open: String?, openedAt: Int) -> [Part] {
            var parts: [Part] = []
            var text = ""
            func close() {
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
            }
            while at < scalars.count {
                guard starts("{{") else {
                    text.unicodeScalars.append(scalars[at])
                    at += 1
                    continue
                }
                let start = at
                guard let tag = tag() else {
                    fault(start, .torn)
                    at = scalars.count
                    break
                }
                let (sigil, name) = (tag.first, tag.dropFirst().trimmingSpaces)
                switch sigil {
                case "!": skipLine(start, &text)
                case "#", "^":
                    skipLine(start, &text)
                    close()
                    let inner = self.parts(of: name, openedAt: start)
                    if let fact = fact(name, start) {
                        parts.append(.section(fact, isInverted: sigil == "^", inner))
                    }
                case "/":
                    skipLine(start, &text)
                    close()
                    if name == open { return parts }
                    fault(start, .unopened(name))
                case ">", "&", "=", "{":
                    fault(start, .unsupported(String(sigil ?? " ")))
                    if starts("}") { at += 1 }
                default:
                    close()
                    if let fact = fact(tag.trimmingSpaces, start) { parts.append(.fact(fact)) }
                }
            }
            close()
            if let open { fault(openedAt, .unclosed(open)) }
            return parts
        }

        private func starts(_ mark: String) -> Bool {
            let mark = Array(mark.unicodeScalars)
            return at + mark.count <= scalars.count && Array(scalars[at..<at + mark.count]) == mark
        }

        /// What stands between the braces; nil when they are not closed.
        private mutating func tag() -> String? {
            var inner = ""
            at += 2
            while at < scalars.count {
                if starts("}}") {
                    at += 2
                    return inner
                }
                inner.unicodeScalars.append(scalars[at])
                at += 1
            }
            return nil
        }

        /// A line that holds nothing but the tag is not there at all.
        private mutating func skipLine(_ start: Int, _ text: inout String) {
            let line = text.reversed().prefix { $0 != "\n" }
            guard line.allSatisfy({ $0 == " " || $0 == "\t" }), isLineStart(start) else { return }
            var end = at
            while end < scalars.count, scalars[end] == " " || scalars[end] == "\t" || scalars[end] == "\r" {
                end += 1
            }
            guard end == scalars.count || scalars[end] == "\n" else { return }
            text.removeLast(line.count)
            at = min(end + 1, scalars.count)
        }

        private func isLineStart(_ index: Int) -> Bool {
            var before = index - 1
            while before >= 0, scalars[before] == " " || scalars[before] == "\t" { before -= 1 }
            return before < 0 || scalars[before] == "\n"
        }

        private mutating func fact(_ name: String, _ start: Int) -> ReplyFact? {
            if let fact = ReplyFact(rawValue: name) { return fact }
            fault(start, .unknown(name))
            return nil
        }

        private mutating func fault(_ index: Int, _ what: Fault.What) {
            var (line, column) = (1, 1)
            for scalar in scalars[..<index] {
                column += 1
                if scalar == "\n" { (line, column) = (line + 1, 1) }
            }
            faults.append(Fault(line: line, column: column, what: what))
        }
    }
}

/// What a reply may tell of its case; all of it is public.
public enum ReplyFact: String, Hashable, Sendable, CaseIterable {
    /// The customer, as the site names them.
    case author
    case subject
    /// The number of the case, which the customer may name.
    case number
    /// The day on which the customer wrote.
    case posted
    /// Until when the next answer is due.
    case due
    /// What staff say in this reply, given with the draft.
    case say
    case promise
    case promiseDue = "promise-due"
    /// Whom the customer may turn to next.
    case higher
    /// The address of the complaint.
    case link
}

/// Which template: `delayed.pl`.
public struct ReplyTemplateName: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var situation: String
    public var language: String

    public init(situation: String, language: String) {
        self.situation = situation
        self.language = language
    }

    public var description: String { "\(situation).\(language)" }

    public static func < (a: Self, b: Self) -> Bool { (a.situation, a.language) < (b.situation, b.language) }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
