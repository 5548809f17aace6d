import Foundation
import Testing
import TestSupport

@testable import ombud

/// Manual pages and completions: made of the commands' own help.
@Suite(.timeLimit(.minutes(5)))
struct ManualTests {
    @Test func `every command that people see has a page with all its options`() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(["manual", "--out", folder.path("man")])
        #expect(run.code == 0, "\(run.errors)")
        let pages = ManualCommand.pages(of: try CommandHelp.all(), path: [])
        #expect(pages.count > 60)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("man"))
        #expect(Set(names) == Set(pages.map(\.fileName)))
        for page in pages {
            let text = try String(contentsOfFile: folder.path("man/\(page.fileName)"), encoding: .utf8)
            #expect(text == page.text)
            #expect(page.command.abstract?.isEmpty == false, "\(page.fileName)")
            for option in page.command.shown.flatMap({ $0.names ?? [] }) {
                #expect(
                    text.contains(option.written.replacing("-", with: "\\-")),
                    "\(page.fileName) \(option.written)")
            }
        }
        #expect(names.contains("ombud-case-list.1") && !names.contains("ombud-manual.1"))
    }

    @Test(.enabled(if: tool("man") != nil, "man is not there"))
    func `man shows them without a complaint`() async throws {
        let man = try #require(tool("man"))
        let folder = try TemporaryFolder()
        _ = try await Program.run(["manual", "--out", folder.url.path])
        for name in ["ombud.1", "ombud-case-list.1", "ombud-serve.1", "ombud-try-read.1"] {
            let run = try await runTool(
                man, ["--warnings", "-l", "-E", "UTF-8", "-Tutf8", folder.path(name)])
            #expect(run.code == 0 && !run.output.contains("warning:"), "\(name): \(run.output.prefix(500))")
            // Bold letters are printed twice over each other.
            #expect(run.output.replacing(/.\u{8}/, with: "").contains("SYNOPSIS"))
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `a shell takes its completions`(shell: String) async throws {
        let run = try await Program.run(["completions", shell])
        #expect(run.code == 0 && run.output.contains("ombud") && run.output.contains("inbox"))
        if let path = tool(shell) {
            let folder = try TemporaryFolder()
            try Data(run.output.utf8).write(to: folder.url.appending(path: "c"))
            let checked = try await runTool(path, ["-n", folder.path("c")])
            #expect(checked.code == 0, "\(checked.output)")
        }
    }
}
