import ArgumentParser
import Complaints
import Foundation
import Settings

struct InitCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Writes a first configuration and watchlist.",
        discussion: """
            At a terminal it asks for what is not given; elsewhere --subject, --url and --contact are needed. \
            Nothing that is there is overwritten: settings that are there stay, but for a user-agent that is \
            still the example's; --contact or --store that says otherwise than they do is refused. What it wrote \
            passes `ombud check`.
            """)

    @Option(
        name: [.customLong("dir"), .customLong("config")],
        help: "Folder to write into (else $OMBUD_CONFIG, /etc/ombud where it can be written, ./ombud).")
    var dir: String?
    @Option(help: "The company, brand or product to watch for.") var subject: String?
    @Option(name: .customLong("term"), help: "Another name of it; may be given again.") var terms: [String] =
        []
    @Option(name: .customLong("url"), help: "A page to watch; may be given again.") var urls: [String] = []
    @Option(help: "A page or e-mail address of yours, which sites see: people must be able to reach you.")
    var contact: String?
    @Option(help: "Where everything is kept: sqlite:PATH.") var store: String?
    @OptionGroup var printing: Printing

    func validate() throws {
        if let store, !store.hasPrefix("sqlite:") || store == "sqlite:" {
            throw ValidationError("--store \(store): sqlite:PATH is wanted")
        }
    }

    func perform() async throws {
        let url = try folder()
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue {
            throw Failure(.usage, "\(url.path) is a file; name the folder to write into")
        }
        let folder = try InitFolder(url: url)
        let questions = InitQuestions(
            isAsking: isatty(STDIN_FILENO) == 1 && Screen.isTerminal && !printing.json)
        var missing: [String] = []
        if !questions.isAsking {
            if subject == nil { missing.append("--subject") }
            if urls.isEmpty { missing.append("--url") }
            if contact == nil, folder.wantsContact { missing.append("--contact") }
        }
        guard missing.isEmpty else {
            throw Failure(
                .usage, "there is no terminal to ask at; give \(missing.joined(separator: ", ")) too")
        }
        let answers = try questions.answers(
            subject: subject, terms: terms, urls: urls, contact: contact, wantsContact: folder.wantsContact)
        let written = try folder.write(answers, store: store)
        try report(written, folder: folder.url)
    }

    private func folder() throws -> URL {
        if let dir { return URL(fileURLWithPath: dir) }
        if let path = ProcessInfo.processInfo.environment["OMBUD_CONFIG"], !path.isEmpty {
            return URL(fileURLWithPath: path)
        }
        let isOurs =
            access("/etc/ombud", W_OK) == 0
            || access("/etc", W_OK) == 0
                && !FileManager.default
                    .fileExists(atPath: "/etc/ombud")
        return URL(fileURLWithPath: isOurs ? "/etc/ombud" : "ombud")
    }

    private func report(_ written: InitFolder.Written, folder: URL) throws {
        let isSystem = folder.path == "/etc/ombud"
        let config = isSystem ? "" : " --config \(folder.relativePath)"
        let next =
            ["ombud check\(config)", "ombud plan\(config)"]
            + (isSystem ? ["systemctl restart ombud"] : ["ombud poll\(config)", "ombud inbox\(config)"])
        if printing.json {
            let line: JSON = [
                "folder": folder.path, "created": written.created, "changed": written.changed,
                "kept": written.kept, "next": next,
            ]
            print(line.line)
            return
        }
        for path in written.created { Screen.say("wrote   \(path)") }
        for path in written.changed { Screen.say("changed \(path): the contact in `user-agent`") }
        for path in written.kept { Screen.say("kept    \(path)") }
        Screen.say("Now:")
        for command in next { Screen.say("  \(command)") }
    }
}
