import ArgumentParser

/// What this run is called in the audit: the words that name the command, without options and operands.

/// `case take` of `ombud case take 42 --as anna`.
func commandName(
    of arguments: [String] = Array(CommandLine.arguments.dropFirst()),
    in root: any ParsableCommand.Type = Ombud.self
) -> String {
    var (command, words): (any ParsableCommand.Type, [String]) = (root, [])
    for argument in arguments {
        let all =
            command.configuration.subcommands
            + command.configuration.groupedSubcommands.flatMap(\.subcommands)
        guard let next = all.first(where: { $0.configuration.commandName ?? $0._commandName == argument })
        else { break }
        words.append(argument)
        command = next
    }
    // To end a hold is another act than to set it.
    if arguments.contains("--end") { words.append("--end") }
    return words.isEmpty ? "ombud" : words.joined(separator: " ")
}
