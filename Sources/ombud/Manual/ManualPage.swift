/// One command's manual page in the man(7) language, made of the command's own help.
struct ManualPage {
    let command: CommandHelp
    /// From `ombud` down to the command.
    let path: [String]
    let version: String

    /// `ombud-case-list.1`.
    var fileName: String { path.joined(separator: "-") + ".1" }

    var text: String {
        var lines = [
            ".TH \"\(path.joined(separator: "-").uppercased())\" \"1\" \"\" \"Ombud \(version)\" \"Ombud\"",
            ".SH NAME",
            "\(escaped(path.joined(separator: "-"))) \\- \(escaped(purpose))",
            ".SH SYNOPSIS",
            ".B \(escaped(path.joined(separator: " ")))",
        ]
        lines += command.shown.map { escaped(synopsis(of: $0)) }
        if !command.commands.isEmpty { lines.append("\\fICOMMAND\\fR") }
        lines += [".SH DESCRIPTION", paragraph(command.abstract ?? "")]
        for part in (command.discussion ?? "").split(separator: "\n\n") {
            lines += [".PP", paragraph(String(part))]
        }
        if !command.commands.isEmpty {
            lines.append(".SH COMMANDS")
            for each in command.commands {
                let name = (path + [each.commandName]).joined(separator: "-")
                lines += [".TP", "\\fB\(escaped(name))\\fR(1)", paragraph(each.abstract ?? "")]
            }
        }
        lines += options
        if path.count == 1 { lines += Self.general }
        lines += [".SH SEE ALSO", seeAlso]
        return lines.joined(separator: "\n") + "\n"
    }

    /// What stands behind the dash: no capital, no stop.
    private var purpose: String {
        let abstract = command.abstract ?? ""
        return abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
    }

    private var options: [String] {
        guard !command.shown.isEmpty else { return [] }
        var lines = [".SH OPTIONS"]
        for argument in command.shown {
            let names = (argument.names ?? []).map { "\\fB\(escaped($0.written))\\fR" }.joined(
                separator: ", ")
            let value = argument.valueName.map { "\\fI\(escaped($0))\\fR" } ?? ""
            let head =
                switch argument.kind {
                case .positional: value
                case .option: names + " " + value
                case .flag: names
                }
            var about = argument.abstract ?? ""
            if let usual = argument.defaultValue, argument.kind == .option {
                about += (about.isEmpty ? "" : " ") + "(default: \(usual))"
            }
            lines += [".TP", head, paragraph(about)]
        }
        return lines
    }

    private func synopsis(of argument: CommandHelp.ArgumentHelp) -> String {
        let value = "<\(argument.valueName ?? "value")>"
        let name = argument.names?.last?.written ?? ""
        var text =
            switch argument.kind {
            case .positional: value
            case .option: "\(name) \(value)"
            case .flag: name
            }
        if argument.isRepeating { text += " ..." }
        return argument.isOptional ? "[\(text)]" : text
    }

    private var seeAlso: String {
        let above = path.count > 1 ? ["\\fB\(escaped(path.dropLast().joined(separator: "-")))\\fR(1)"] : []
        return
            (above + ["systemd.exec(5)"].filter { _ in path.last == "serve" } + [
                "/usr/share/doc/ombud"
            ]).joined(separator: ", ")
    }

    /// The same for every command: rules of the program.
    private static let general = [
        ".SH EXIT STATUS",
        ".TP", "0", "Done.", ".TP", "1", "What was asked for failed or is not there.", ".TP", "64",
        "Wrong usage.", ".TP", "65", "Bad input data.", ".TP", "69", "A needed service is unreachable.",
        ".TP",
        "75", "Try again: the store is busy.", ".TP", "78", "Faults in the configuration.",
        ".SH ENVIRONMENT",
        ".TP", "OMBUD_CONFIG", "Folder of the configuration, where \\fB\\-\\-config\\fR names none.",
        ".TP", "OMBUD_USER", "Who acts, where \\fB\\-\\-as\\fR names nobody.", ".TP", "NO_COLOR",
        "Switches colours off.",
        ".SH FILES",
        ".TP", "/etc/ombud/", "ombud.yaml, policies, calendars, watchlists, templates.", ".TP",
        "/var/lib/ombud/", "The store and the evidence.",
    ]

    private func paragraph(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: true).map { escaped(String($0)) }
            .joined(separator: "\n.br\n")
    }

    /// What roff would take for its own: backslashes, hyphens that are to stay, and requests at the start of a line.
    private func escaped(_ text: String) -> String {
        let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
    }
}
