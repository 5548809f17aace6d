import Foundation
import Synchronization
import Testing

/// The built program, run as people and scripts run it: arguments in, an exit code and two texts out.
enum Program {
    /// It lies beside the test bundle: both are products of one build.
    static let url = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "ombud")

    struct Run: Sendable {
        var code: Int32
        var output: String
        var errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }

        /// Every line of the output as the JSON object it must be.
        func objects() throws -> [[String: Any]] {
            try lines.map { line in
                let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
                return try #require(value as? [String: Any], "\(line) is no JSON object")
            }
        }
    }

    /// Runs it to its end. What is written goes through files, so that nothing waits for a full pipe.
    static func run(
        _ arguments: [String], by program: URL = url, environment: [String: String] = [:], input: String = "",
        in folder: URL? = nil
    ) async throws -> Run {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "ombud-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let (input, out) = (Data(input.utf8), scratch.appending(path: "out"))
        let (source, errors) = (scratch.appending(path: "in"), scratch.appending(path: "err"))
        try input.write(to: source)
        let child = try Child(
            arguments, by: program, environment: environment, input: source, output: out, errors: errors,
            in: folder ?? scratch)
        let code = await child.ended()
        return Run(code: code, output: try text(of: out), errors: try text(of: errors))
    }

    private static func text(of file: URL) throws -> String {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}

/// One running process of the program; killed when nobody holds it any more.
final class Child: Sendable {
    let pid: Int32
    private let end: End

    /// - Parameter environment: added to this process's own, without what would lead the program elsewhere.
    init(
        _ arguments: [String], by program: URL = Program.url, environment: [String: String] = [:],
        input: URL? = nil, output: URL, errors: URL,
        in folder: URL
    ) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var all = ProcessInfo.processInfo.environment
        for name in ["OMBUD_CONFIG", "OMBUD_USER", "NOTIFY_SOCKET", "WATCHDOG_USEC", "JOURNAL_STREAM"] {
            all[name] = nil
        }
        process.environment = all.merging(environment) { _, new in new }
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        process.standardOutput = try Self.writing(output)
        process.standardError = try Self.writing(errors)
        let end = End()
        process.terminationHandler = { process in
            let isSignal = process.terminationReason == .uncaughtSignal
            end.set(isSignal ? -process.terminationStatus : process.terminationStatus)
        }
        try process.run()
        self.end = end
        pid = process.processIdentifier
    }

    deinit { if !end.isReached { kill(pid, SIGKILL) } }

    func signal(_ number: Int32) { kill(pid, number) }

    /// The exit code; of a signal its number, negative. A test that is given up takes the process with it.
    func ended() async -> Int32 {
        let pid = pid
        return await withTaskCancellationHandler {
            await end.value()
        } onCancel: {
            kill(pid, SIGKILL)
        }
    }

    private static func writing(_ file: URL) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        return handle
    }
}

/// An exit code that comes once and may be asked for by many.
private final class End: Sendable {
    private struct State {
        var code: Int32?
        var waiters: [CheckedContinuation<Int32, Never>] = []
    }

    private let state = Mutex(State())

    var isReached: Bool { state.withLock { $0.code != nil } }

    func set(_ code: Int32) {
        let waiters = state.withLock { state in
            state.code = code
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume(returning: code) }
    }

    func value() async -> Int32 {
        await withCheckedContinuation { waiter in
            let code = state.withLock { state -> Int32? in
                if state.code == nil { state.waiters.append(waiter) }
                return state.code
            }
            if let code { waiter.resume(returning: code) }
        }
    }
}
