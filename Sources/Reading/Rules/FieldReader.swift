/// One field of a rule made ready: its selector, and what is made of the texts that it finds.
import Complaints

struct FieldReader: Sendable {
    let selector: FieldSelector
    let shape: FieldShape
    private let join: String?

    init(_ field: Rule.Field) throws(SelectorFault) {
        selector = try FieldSelector(field.at)
        shape = try FieldShape(field)
        join = field.join
    }

    /// For texts that come from JSON, found by paths.
    init(json field: Rule.Field) throws(SelectorFault) {
        selector = FieldSelector(choices: [])
        shape = try FieldShape(field)
        join = field.join
    }

    /// The first text that `match` and `as` leave something of, or all of them joined.
    func text(of found: [String]) -> String? {
        guard let join else { return found.lazy.compactMap(shape.text).first }
        return nonEmpty(found.compactMap(shape.text).joined(separator: join))
    }

    /// The first value that `accept` makes of a text, in the order of fallbacks and elements; what stands on
    /// one of `others` is somebody else's.
    func first<Value>(
        in top: Node, except others: Set<Node> = [], _ accept: (FoundText) -> Value?
    ) -> Value? {
        for choice in selector.choices {
            var found = choice.found(in: top, limit: join == nil ? 8 : 500)
            if !others.isEmpty {
                found.removeAll { $0.node.map { others.contains($0) && $0 != top } ?? false }
            }
            if let join {
                let texts = found.compactMap { shape.text($0.text) }
                if !texts.isEmpty,
                    let value = accept(
                        FoundText(text: texts.joined(separator: join), node: found.first?.node))
                {
                    return value
                }
                continue
            }
            for candidate in found {
                if let text = shape.text(candidate.text),
                    let value = accept(FoundText(text: text, node: candidate.node))
                {
                    return value
                }
            }
        }
        return nil
    }

    func text(in top: Node, except others: Set<Node> = []) -> String? {
        first(in: top, except: others) { $0.text }
    }
}

/// What a field makes of a text, whether it came from a tree or from JSON.
struct FieldShape: Sendable {
    let match: TextPattern?
    let kind: Rule.Kind?
    let order: DateOrder?
    let format: DatePattern?

    init(_ field: Rule.Field) throws(SelectorFault) {
        match = try field.match.map { (pattern) throws(SelectorFault) in try TextPattern(pattern) }
        kind = field.kind
        order = field.order.flatMap { DateOrder(rawValue: $0.rawValue) }
        guard let written = field.format else {
            format = nil
            return
        }
        guard let pattern = DatePattern(written) else {
            throw SelectorFault(
                sentence: "`format` is `\(written)`; write one such as dd.MM.yy, or seconds or milliseconds")
        }
        format = pattern
    }

    /// The text after `match` and `as`; nil when nothing is left of it.
    func text(_ raw: String) -> String? {
        guard let text = match.map({ $0.value(in: raw) }) ?? raw else { return nil }
        switch kind {
        case .line: return nonEmpty(oneLine(text))
        case .number: return numberText(text)
        case .text, .date, nil: return text
        }
    }

    /// A date by `format` or `order`, else as people write them.
    func time(_ text: String, _ context: ReadingContext) -> StatedTime? {
        guard let format else { return context.date(text, order: order) }
        return format.time(in: text, zone: context.zone)
    }

    /// `12345` of `No. 12 345`: digits of one number with what may stand between thousands.
    private func numberText(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard let start = bytes.firstIndex(where: \.isASCIIDigit) else { return nil }
        var number = String.UnicodeScalarView()
        var i = start
        while i < bytes.count {
            if bytes[i].isASCIIDigit {
                number.append(Unicode.Scalar(bytes[i]))
            } else if i + 3 < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x2C || bytes[i] == 0x2E,
                bytes[(i + 1)...(i + 3)].allSatisfy(\.isASCIIDigit),
                i + 4 == bytes.count || !bytes[i + 4].isASCIIDigit
            {
                // Three digits and no fourth: a sign between thousands.
            } else if i + 1 < bytes.count, bytes[i] == 0x2E || bytes[i] == 0x2C, bytes[i + 1].isASCIIDigit,
                !number.contains(".")
            {
                number.append(".")
            } else {
                break
            }
            i += 1
        }
        return String(number)
    }
}

func oneLine(_ text: String) -> String { text.split(separator: "\n").joined(separator: " ") }
