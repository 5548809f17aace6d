import Complaints
import Demo
import Foundation
import TestSupport

/// A site to watch, a receiver of alerts and a config folder that knows both; gone when the test ends.
struct Workplace: Sendable {
    let site: DemoSite
    let receiver = WebhookReceiver()
    let folder: TemporaryFolder
    let settings: DemoSettings

    /// Runs a test with a workplace of its own.
    static func with<T: Sendable>(_ work: (Workplace) async throws -> T) async throws -> T {
        let place = try await Workplace()
        do {
            let result = try await work(place)
            await place.close()
            return result
        } catch {
            await place.close()
            throw error
        }
    }

    private init() async throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        site = DemoSite(now: now)
        try await site.start()
        try await receiver.start()
        folder = try TemporaryFolder()
        var chance = SystemRandomNumberGenerator()
        settings = DemoSettings(
            folder: folder.url.appending(path: "config"), site: try await site.url(),
            receiver: await receiver.url ?? "", secret: DemoSettings.newSecret(using: &chance), now: now)
        try settings.write()
    }

    private func close() async {
        await site.stop()
        await receiver.stop()
    }

    var config: URL { settings.folder }
    var database: URL { config.appending(path: "ombud.db") }

    func run(_ arguments: String..., input: String = "") async throws -> Program.Run {
        try await Program.run(arguments + ["--config", config.path], input: input)
    }

    func serve(_ options: String..., environment: [String: String] = [:]) async throws -> ServedDaemon {
        try await ServedDaemon.start(
            config: config, scratch: folder.url, options: options, environment: environment)
    }

    /// Adds a line to ombud.yaml.
    func set(_ line: String) throws {
        try write(try text(of: "ombud.yaml") + line + "\n", to: "ombud.yaml")
    }

    /// Changes one of the files that an operator edits.
    func write(_ text: String, to file: String) throws {
        let url = config.appending(path: file)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func text(of file: String) throws -> String {
        try String(contentsOf: config.appending(path: file), encoding: .utf8)
    }
}
