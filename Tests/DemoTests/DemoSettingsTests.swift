import Complaints
import Demo
import Foundation
import Testing

@Suite struct `The demo's settings` {
    private func settings(in folder: URL) -> DemoSettings {
        var generator = SystemRandomNumberGenerator()
        return DemoSettings(
            folder: folder, site: "http://127.0.0.1:4001", receiver: "http://127.0.0.1:4002/alerts",
            secret: DemoSettings.newSecret(using: &generator), now: Instant(seconds: 1_772_380_800))
    }

    private var folder: URL {
        FileManager.default.temporaryDirectory.appending(path: "ombud-\(UUID().uuidString)")
    }

    @Test func `the watchlist has a source for every page, polled each second`() throws {
        let watchlist = try #require(
            settings(in: folder).files.first { $0.path == "watchlists/demo.yaml" }?.text)
        for page in DemoPage.allCases {
            #expect(
                watchlist.contains(
                    "  - name: \(page.source)\n    url: \"http://127.0.0.1:4001\(page.path)\"\n"))
        }
        #expect(watchlist.components(separatedBy: "    every: 1s\n").count == DemoPage.allCases.count + 1)
        #expect(watchlist.contains("      each: \"article.post\"\n"))
    }

    @Test func `only the owner can read the secret, and no other file holds it`() throws {
        let folder = folder
        let settings = settings(in: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try settings.write()
        let path = folder.appending(path: "desk.secret").path
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == settings.secret.value + "\n")
        for (path, text) in settings.files {
            #expect(!text.contains(settings.secret.value))
            #expect(try String(contentsOf: folder.appending(path: path), encoding: .utf8) == text)
        }
    }

    @Test func `a new secret is 32 random bytes`() throws {
        var generator = SystemRandomNumberGenerator()
        let secrets = (0..<4).map { _ in DemoSettings.newSecret(using: &generator).value }
        #expect(Set(secrets).count == 4)
        for secret in secrets {
            #expect(secret.hasPrefix("whsec_"))
            #expect(try #require(Data(base64Encoded: String(secret.dropFirst(6)))).count == 32)
        }
    }
}
