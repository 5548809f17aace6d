import Complaints
import Foundation
import Testing

@testable import Settings

/// A configuration folder of a test's own, gone when the test ends.
final class ConfigFolder {
    let url: URL

    init(_ files: [String: String] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "ombud-settings-\(UUID().uuidString)/config")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (path, text) in files { try write(path, Data(text.utf8)) }
    }

    func write(_ path: String, _ bytes: Data) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

    func load(
        environment: [String: String] = [:], store: String? = nil, needsSecrets: Bool = true,
        isService: Bool = true, now: Instant = Instant(seconds: 1_780_000_000),
        selectorFault: ((String) -> String?)? = nil
    ) throws(Faults) -> Configuration {
        try loadConfiguration(
            folder: url, environment: environment, storeOverride: store, needsSecrets: needsSecrets,
            isService: isService, now: now, selectorFault: selectorFault)
    }

    /// Each fault as printed, with paths relative to this folder; none when the files are right.
    func faults(
        environment: [String: String] = [:], store: String? = nil, needsSecrets: Bool = true,
        isService: Bool = true, selectorFault: ((String) -> String?)? = nil
    ) -> [String] {
        do throws(Faults) {
            _ = try load(
                environment: environment, store: store, needsSecrets: needsSecrets,
                isService: isService, selectorFault: selectorFault)
            return []
        } catch {
            return error.faults.map { shown($0) }
        }
    }

    func shown(_ fault: Fault) -> String {
        fault.description.replacingOccurrences(of: url.standardizedFileURL.path + "/", with: "")
    }
}

/// One faulty file, and the sentences it deserves.
struct Faulty: Sendable, CustomTestStringConvertible {
    let text: String
    var says: [String]

    init(_ text: String, _ says: String...) {
        self.text = text
        self.says = says
    }

    var testDescription: String { text.split(separator: "\n").first.map(String.init) ?? "nothing" }
}

/// A watchlist with one right source, with lines in place of it or beside it.
func watchlist(_ top: String = "subject: Acme", source: String = "") -> String {
    """
    \(top)
    sources:
      - name: acme-opinions
        url: https://reviews.example/acme
        every: 15m
    \(source.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
    """
}
