import ArgumentParser
import Complaints
import Foundation

/// Where an export goes and in which form: options of every export of rows.
struct ExportOptions: ParsableArguments {
    @Flag(help: "Comma-separated values (as it is, unless the name of --to ends otherwise).") var csv = false
    @Flag(help: "One JSON object a line.") var json = false
    @Option(name: .customLong("to"), help: "A file to make; else standard output.") var path: String?
    @Flag(help: "Replaces the file of --to, if there is one.") var force = false
    @Flag(help: "Begins CSV with a byte order mark, for spreadsheets that want one.") var bom = false

    enum Form: String { case csv, json, ics }

    func validate() throws {
        if csv, json { throw ValidationError("--csv and --json exclude each other") }
        if force, path == nil { throw ValidationError("--force is about the file of --to") }
        if bom, try form() != .csv { throw ValidationError("--bom is for CSV") }
    }

    /// - Parameter ics: whether it was asked for; nil where there is no such form.
    func form(ics: Bool? = nil) throws -> Form {
        if ics == true {
            if csv || json { throw ValidationError("--csv, --json and --ics exclude each other") }
            return .ics
        }
        if csv { return .csv }
        if json { return .json }
        guard let path else { return .csv }
        switch URL(fileURLWithPath: path).pathExtension.lowercased() {
        case "json", "jsonl", "ndjson": return .json
        case "ics" where ics != nil: return .ics
        default: return .csv
        }
    }

    /// Writes what `work` says, all of it or nothing.
    func write(_ work: (ExportSink) async throws -> Void) async throws {
        let sink = try ExportSink(path: path, mayReplace: force)
        do {
            try await work(sink)
            try sink.end()
        } catch {
            sink.giveUp()
            throw error
        }
    }
}

/// Takes text and writes it in large pieces; a file appears under its name when it is whole.
final class ExportSink {
    private let file: FileHandle
    private let path: String?
    private let mayReplace: Bool
    private var waiting = Data()

    private static let most = 1 << 16

    init(path: String?, mayReplace: Bool) throws {
        self.path = path
        self.mayReplace = mayReplace
        guard let path else {
            file = .standardOutput
            return
        }
        try Self.require(path, mayReplace: mayReplace)
        let partial = Self.partial(path)
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            throw Failure(
                .unreachable,
                "\(path) cannot be written: \(String(cString: strerror(errno))); mend that or name another file"
            )
        }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private static func require(_ path: String, mayReplace: Bool) throws {
        guard !mayReplace, FileManager.default.fileExists(atPath: path) else { return }
        throw Failure(.failed, "\(path) is there already; name another file, or replace it with --force")
    }

    /// Beside the file, so that it can take its name at once.
    private static func partial(_ path: String) -> String {
        let url = URL(fileURLWithPath: path)
        return url.deletingLastPathComponent()
            .appending(path: ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
            .path
    }

    func write(_ text: String) throws {
        waiting.append(contentsOf: text.utf8)
        if waiting.count >= Self.most { try flush() }
    }

    private func flush() throws {
        do { try file.write(contentsOf: waiting) } catch {
            throw Failure(
                .unreachable,
                "\(path ?? "the output") cannot be written: \(error.localizedDescription); free some room")
        }
        waiting.removeAll(keepingCapacity: true)
    }

    func end() throws {
        try flush()
        guard let path else { return }
        try file.synchronize()
        try file.close()
        // Somebody may have made it meanwhile.
        try Self.require(path, mayReplace: mayReplace)
        guard rename(Self.partial(path), path) == 0 else {
            throw Failure(.unreachable, "\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    func giveUp() {
        if let path { unlink(Self.partial(path)) }
    }
}
