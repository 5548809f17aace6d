/// JSON whose keys keep their order, laid out for people.
indirect enum SchemaText: ExpressibleByStringLiteral {
    case text(String)
    case number(Int)
    case list([SchemaText])
    case map([(String, SchemaText)])

    init(stringLiteral value: String) { self = .text(value) }

    /// Two spaces a level; a list of plain values stands on one line.
    var pretty: String { lines(indent: "") }

    private func lines(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return JSONWriter.quoted(text)
        case .number(let number): return String(number)
        case .list(let items):
            return "[" + items.map { $0.lines(indent: inner) }.joined(separator: ", ") + "]"
        case .map(let members):
            guard !members.isEmpty else { return "{}" }
            let lines = members.map { "\(inner)\(JSONWriter.quoted($0)): \($1.lines(indent: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }
}
