import Complaints
import Foundation
import Testing

@testable import Transport

func shell(_ script: String, limits: FetchLimits = FetchLimits()) -> CommandRequest {
    CommandRequest(
        command: ["/bin/sh", "-c", script], url: "https://site.example/a", limits: limits,
        userAgent: "Test/1.0 (+https://x.example)")
}

func fetch(
    _ script: String, limits: FetchLimits = FetchLimits(), in place: CommandPlace? = nil
) async throws -> CommandResult {
    let place = try place ?? CommandPlace()
    return try await CommandFetcher(grace: .milliseconds(100), folder: place.path).fetch(
        shell(script, limits: limits))
}

func said(_ script: String, in place: CommandPlace? = nil) async throws -> String {
    String(decoding: try await fetch(script, in: place).body, as: UTF8.self)
}

func failure(
    _ script: String, limits: FetchLimits = FetchLimits(), in place: CommandPlace? = nil
) async -> CommandFailure? {
    await #expect(throws: CommandFailure.self) { try await fetch(script, limits: limits, in: place) }
}

/// Looks often for something another process does; false when it did not come in twenty seconds.
func happens(_ condition: () -> Bool) async -> Bool {
    let end = ContinuousClock.now + .seconds(20)
    while !condition() {
        if ContinuousClock.now > end { return false }
        try? await Task.sleep(for: .milliseconds(5))
    }
    return true
}

/// Not there, or a zombie that init has not collected yet.
func isGone(_ process: pid_t) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
        return true
    }
    return text.split(separator: ")").last?.hasPrefix(" Z") ?? true
}

/// A folder of one test, removed with it.
final class CommandPlace: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/command-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

    func touch(_ name: String) throws { try Data().write(to: URL(filePath: path + "/" + name)) }

    func number(_ name: String) -> pid_t? {
        (try? String(contentsOfFile: path + "/" + name, encoding: .utf8))
            .flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix("ombud-command-") }
    }

    func script(_ text: String) throws -> String {
        let file = path + "/program"
        try "#!/bin/sh\n\(text)\n".write(toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        return file
    }

    /// A program that says that it runs, waits for a file, and writes a page.
    func gated(_ name: String, gate: String) -> String {
        "touch \(path)/\(name); while [ ! -e \(path)/\(gate) ]; do sleep 0.02; done; echo page"
    }
}
