import Foundation
import Testing

/// docs/commands.md, made of the help that every command gives of itself.
struct CommandPage {
    private struct Dump: Decodable { let command: Command }

    private struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
            var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
        }

        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
        let discussion: String?

        /// `--limit LIMIT`, `SOURCE...`.
        var form: String {
            let value = (valueName ?? "").uppercased()
            let dots = isRepeating ? "..." : ""
            switch kind {
            case "positional": return isOptional ? "[\(value)\(dots)]" : value + dots
            case "option": return joined + " \(value)" + dots
            default: return joined
            }
        }

        /// Two of one key are the same option.
        var key: String { "\(form)|\(abstract ?? "")" }

        private var joined: String { (names ?? []).map(\.text).joined(separator: ", ") }

        var says: String {
            var parts = [abstract ?? ""]
            if let discussion, !discussion.isEmpty { parts.append(discussion) }
            if let allValues, !allValues.isEmpty, !parts[0].contains(allValues[0]) {
                parts.append("One of " + allValues.map { "`\($0)`" }.joined(separator: ", ") + ".")
            }
            if let defaultValue, kind != "flag" { parts.append("Default: `\(defaultValue)`.") }
            return parts.filter { !$0.isEmpty }.joined(separator: " ").oneLineOfATable
        }
    }

    let text: String

    init(_ dump: String) throws {
        let root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
        var lines = [
            "# Commands", "",
            "What `ombud COMMAND --help` says, on one page. It is made of that help by `make docs`; edit the commands, not",
            "this page.", "",
            "## What nearly every command has", "",
        ]
        let shared = Self.shared(in: root)
        lines += Self.table(shared)
        lines += [
            "",
            "`--help` prints the help of a command, `ombud --version` the version. Exit codes: 0 done; 1 what was asked",
            "for failed or is not there; 64 wrong usage; 65 bad input data; 69 a needed service is unreachable; 75 try",
            "again; 78 faults in the configuration.", "",
        ]
        Self.describe(root, path: "ombud", shared: Set(shared.map(\.key)), into: &lines)
        while lines.last == "" { lines.removeLast() }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func visible(_ command: Command) -> [Command] {
        (command.subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay ?? true }
    }

    private static func own(_ command: Command) -> [Argument] {
        (command.arguments ?? []).filter { argument in
            argument.shouldDisplay
                && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
        }
    }

    /// Options that stand, word for word, in a third of all commands.
    private static func shared(in root: Command) -> [Argument] {
        var counts: [String: Int] = [:]
        var first: [Argument] = []
        var commands = 0
        func count(_ command: Command) {
            if visible(command).isEmpty { commands += 1 }
            for argument in own(command) where argument.kind != "positional" {
                if counts[argument.key] == nil { first.append(argument) }
                counts[argument.key, default: 0] += 1
            }
            visible(command).forEach(count)
        }
        count(root)
        return first.filter { counts[$0.key, default: 0] * 3 >= commands }
    }

    private static func describe(
        _ command: Command, path: String, shared: Set<String>, into lines: inout [String]
    ) {
        let below = visible(command)
        if path != "ombud" {
            lines += ["\(below.isEmpty ? "###" : "##") \(path)", ""]
            if let abstract = command.abstract, !abstract.isEmpty { lines += [abstract, ""] }
            let arguments = own(command)
            if below.isEmpty {
                let forms = arguments.filter { $0.kind == "positional" }.map(\.form)
                let hasOptions = arguments.contains { $0.kind != "positional" }
                let usage = ([path] + (hasOptions ? ["[OPTIONS]"] : []) + forms).joined(separator: " ")
                lines += ["```usage", usage, "```", ""]
            }
            if let discussion = command.discussion, !discussion.isEmpty { lines += [discussion, ""] }
            let table = table(arguments.filter { !shared.contains($0.key) })
            if !table.isEmpty { lines += table + [""] }
        }
        for child in below {
            describe(child, path: "\(path) \(child.commandName)", shared: shared, into: &lines)
        }
    }

    private static func table(_ arguments: [Argument]) -> [String] {
        guard !arguments.isEmpty else { return [] }
        return ["| | |", "|---|---|"] + arguments.map { "| `\($0.form)` | \($0.says) |" }
    }
}

extension String {
    /// As a cell of a Markdown table.
    var oneLineOfATable: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("|", with: "\\|")
    }
}
