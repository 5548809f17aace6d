import Foundation
import Testing

/// docs/keys.md, made of the JSON Schemas that editors complete and check the files with.
enum KeyPage {
    private static let files: [(schema: String, file: String, about: String)] = [
        ("ombud", "ombud.yaml", "the settings of an installation"),
        (
            "watchlist", "watchlists/*.yaml",
            "one subject, its terms and its sources; [the guide](watchlists.md)"
        ),
        ("site", "watchlists/sites/*.yaml", "how a well-known site is read; [the guide](watchlists.md)"),
        ("policy", "policies/*.yaml", "which clocks a case gets; [the guide](policies.md)"),
        ("calendar", "calendars/*.yaml", "working hours and holidays; [the guide](policies.md)"),
        ("statute", "policies/statutes/*.yaml", "the deadline of a law; [the guide](policies.md)"),
    ]

    static func text() throws -> String {
        var lines = [
            "# Keys", "",
            "Every key of the files that people edit. `make docs` makes this page of `config/schemas/`, which the tests",
            "hold against what the program reads; an editor that knows YAML schemas shows the same while you type.",
            "`ombud check` tells every unknown key and what was meant.", "",
        ]
        for (schema, file, about) in files {
            let url = Document.root.appending(path: "config/schemas/\(schema).json")
            let root = try OrderedJSON.read(try String(contentsOf: url, encoding: .utf8))
            lines += ["## \(file)", "", "\(about.prefix(1).uppercased())\(about.dropFirst()).", ""]
            lines += table(root, in: root)
            for (name, inner) in maps(root) {
                lines += ["### \(name) (\(file))", ""]
                lines += table(inner, in: root)
            }
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(_ node: OrderedJSON, in root: OrderedJSON) -> [String] {
        guard case .map(let keys)? = node["properties"] else { return [] }
        var lines = ["| key | holds | means |", "|---|---|---|"]
        for (key, value) in keys {
            var says = value["description"]?.string ?? ""
            if let standard = value["default"] { says += " Default: `\(standard.text)`." }
            lines.append("| `\(key)` | \(holds(value).oneLineOfATable) | \(says.oneLineOfATable) |")
        }
        return lines + [""]
    }

    /// Maps with keys of their own, each under the way that leads to it.
    private static func maps(_ root: OrderedJSON) -> [(String, OrderedJSON)] {
        var found: [(String, OrderedJSON)] = []
        func look(_ node: OrderedJSON) {
            guard case .map(let keys)? = node["properties"] else { return }
            for (key, value) in keys {
                for option in [value] + (value["anyOf"]?.items ?? []) + (value["oneOf"]?.items ?? []) {
                    for inner in [option, option["items"]].compactMap({ $0 }) where inner["properties"] != nil
                    {
                        found.append((key, inner))
                        look(inner)
                    }
                }
            }
        }
        look(root)
        if case .map(let definitions)? = root["$defs"] {
            for (name, value) in definitions where value["properties"] != nil {
                found.append((name, value))
                look(value)
            }
        }
        return found
    }

    private static func holds(_ node: OrderedJSON) -> String {
        if let reference = node["$ref"]?.string { return String(reference.dropFirst("#/$defs/".count)) }
        if let words = node["enum"]?.items {
            var seen: [String] = []
            for word in words.map(\.text) where !seen.contains(word) { seen.append(word) }
            return seen.map { "`\($0)`" }.joined(separator: ", ")
        }
        for key in ["anyOf", "oneOf"] {
            if let options = node[key]?.items {
                var seen: [String] = []
                for option in options.map(holds) where !option.isEmpty && !seen.contains(option) {
                    seen.append(option)
                }
                return seen.joined(separator: " or ")
            }
        }
        let types = node["type"]?.items?.compactMap(\.string) ?? node["type"]?.string.map { [$0] } ?? []
        return types.filter { $0 != "null" }.map { type in
            switch type {
            case "array": "list" + (node["items"].map { " of \(holds($0))" } ?? "")
            case "object": "map"
            case "string": "text"
            case "boolean": "true or false"
            default: type
            }
        }.joined(separator: " or ")
    }
}
