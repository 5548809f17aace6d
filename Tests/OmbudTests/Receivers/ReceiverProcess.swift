import Foundation
import Synchronization
import Testing

/// One of the receivers of examples/receivers, running on loopback; killed when nobody holds it any more.
final class ReceiverProcess: Sendable {
    enum Kind: String, CaseIterable, Sendable, CustomTestStringConvertible {
        case python, swift

        var testDescription: String { rawValue }
    }

    let port: Int
    private let pid: Int32
    private let said: Lines

    struct NotListening: Error {}

    static let folder = Document.root.appending(path: "examples/receivers")

    /// Whether a program is there at all; a plain line says what is left out where it is not.
    static func has(_ program: String, _ arguments: [String]) async -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return await withCheckedContinuation { answer in
            process.terminationHandler = { answer.resume(returning: $0.terminationStatus == 0) }
            do { try process.run() } catch { answer.resume(returning: false) }
        }
    }

    /// - Parameter keys: the file with the keys, one a line.
    static func start(_ kind: Kind, keys: URL, in folder: URL) async throws -> ReceiverProcess {
        let process = Process()
        switch kind {
        case .python:
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["python3", Self.folder.appending(path: "receiver.py").path]
        case .swift:
            process.executableURL = Program.url.deletingLastPathComponent().appending(
                path: "webhook-receiver")
        }
        process.environment = ProcessInfo.processInfo.environment.merging([
            "OMBUD_KEYS": keys.path, "OMBUD_STATE": folder.appending(path: "\(kind)-events.db").path,
            "PORT": "0",
        ]) { _, new in new }
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        let lines = Lines(pipe.fileHandleForReading)
        try process.run()
        let pid = process.processIdentifier
        guard let first = await lines.next(), first.hasPrefix("listening on "),
            let port = Int(first.dropFirst(13))
        else {
            kill(pid, SIGKILL)
            throw NotListening()
        }
        return ReceiverProcess(port: port, pid: pid, said: lines)
    }

    private init(port: Int, pid: Int32, said: Lines) {
        self.port = port
        self.pid = pid
        self.said = said
    }

    deinit { kill(pid, SIGKILL) }

    var url: String { "http://127.0.0.1:\(port)/alerts" }

    /// The next so many lines that it printed, one for each event.
    func next(_ count: Int) async -> [String] {
        var lines: [String] = []
        while lines.count < count, let line = await said.next() { lines.append(line) }
        return lines
    }
}

/// What a process prints, line by line.
private final class Lines: Sendable {
    private let stream: AsyncStream<String>
    private let buffer = Mutex([UInt8]())

    init(_ handle: FileHandle) {
        let (stream, lines) = AsyncStream.makeStream(of: String.self)
        self.stream = stream
        handle.readabilityHandler = { [weak self] handle in
            let bytes = handle.availableData
            guard !bytes.isEmpty, let self else {
                handle.readabilityHandler = nil
                lines.finish()
                return
            }
            let whole = buffer.withLock { buffer -> [String] in
                buffer += bytes
                var parts = buffer.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                let rest = parts.removeLast()
                let whole = parts.map { String(decoding: $0, as: UTF8.self) }
                buffer = Array(rest)
                return whole
            }
            for line in whole { lines.yield(line) }
        }
    }

    func next() async -> String? {
        var iterator = stream.makeAsyncIterator()
        return await iterator.next()
    }
}
