import ArgumentParser
import Foundation

/// The help of a command and of those below it, as ArgumentParser describes them for other programs: the one source
/// of the manual pages.
struct CommandHelp: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [CommandHelp]?
    var arguments: [ArgumentHelp]?
    var shouldDisplay: Bool?

    struct ArgumentHelp: Decodable {
        var kind: Kind
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var defaultValue: String?
        var allValues: [String]?
        var abstract: String?

        enum Kind: String, Decodable { case positional, option, flag }
        struct Name: Decodable {
            var kind: String
            var name: String

            var written: String { (kind == "long" ? "--" : "-") + name }
        }
    }

    /// Of the whole program.
    static func all() throws -> CommandHelp {
        struct Tool: Decodable { var command: CommandHelp }
        return try JSONDecoder().decode(Tool.self, from: Data(Ombud._dumpHelp().utf8)).command
    }

    /// Those that people see.
    var commands: [CommandHelp] {
        (subcommands ?? []).filter { ($0.shouldDisplay ?? true) && $0.commandName != "help" }
    }

    var shown: [ArgumentHelp] {
        (arguments ?? []).filter { argument in
            argument.shouldDisplay
                && argument.names?.contains { $0.name == "help" || $0.name == "version" } != true
        }
    }
}
