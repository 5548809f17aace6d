import Foundation
import Testing

/// The reference pages are what the program and the schemas say; `make docs` writes them anew.
@Suite struct GeneratedDocsTests {
    static let isWriting = ProcessInfo.processInfo.environment["OMBUD_WRITE_DOCS"] != nil

    @Test func `docs commands is what the commands say of themselves`() async throws {
        let help = try await Program.run(["--experimental-dump-help"])
        try compare("docs/commands.md", try CommandPage(help.output).text)
    }

    @Test func `docs keys is what the schemas of the files say`() throws {
        try compare("docs/keys.md", try KeyPage.text())
    }

    @Test func `docs events is what the schemas of the events say`() throws {
        try compare("docs/events.md", try EventPage.text())
    }

    private func compare(_ path: String, _ text: String) throws {
        let url = Document.root.appending(path: path)
        if Self.isWriting { try Data(text.utf8).write(to: url) }
        let stands = try? String(contentsOf: url, encoding: .utf8)
        #expect(stands == text, "\(path) is not up to date: run `make docs`")
    }
}
