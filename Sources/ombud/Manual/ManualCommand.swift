import ArgumentParser
import Foundation

/// Writes the manual pages of all commands; for those who package Ombud.
struct ManualCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Writes a manual page for every command.", shouldDisplay: false)

    @Option(help: "Folder that the pages go into; it is made where it is not there.") var out: String

    func perform() async throws {
        let folder = URL(fileURLWithPath: out)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for page in Self.pages(of: try CommandHelp.all(), path: []) {
                try Data(page.text.utf8).write(to: folder.appending(path: page.fileName))
            }
        } catch {
            throw Failure(.unreachable, "\(out) cannot be written: \(error.localizedDescription)")
        }
    }

    static func pages(of command: CommandHelp, path: [String]) -> [ManualPage] {
        let path = path + [command.commandName]
        let own = ManualPage(command: command, path: path, version: Ombud.configuration.version)
        return [own] + command.commands.flatMap { pages(of: $0, path: path) }
    }
}
