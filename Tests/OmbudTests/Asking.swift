import Foundation
import Testing

/// One HTTP request over a plain socket, to a port of this machine or to a socket file.
enum Asking {
    struct Answer: Sendable {
        var status: Int
        /// Names in lower case.
        var headers: [String: String]
        var body: String
    }

    enum Door: Sendable {
        case port(Int)
        case file(String)
    }

    struct Unreachable: Error {}

    static func ask(_ path: String, at door: Door, method: String = "GET") throws -> Answer {
        let descriptor = try connected(to: door)
        defer { close(descriptor) }
        let request = Array("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        guard write(descriptor, request, request.count) == request.count else { throw Unreachable() }
        var (all, bytes) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while true {
            let count = recv(descriptor, &bytes, bytes.count, 0)
            if count <= 0 { break }
            all += bytes.prefix(count)
        }
        let text = String(decoding: all, as: UTF8.self)
        let end = try #require(text.range(of: "\r\n\r\n"), "\(text)")
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return Answer(
            status: try #require(status), headers: headers, body: String(text[end.upperBound...]))
    }

    private static func connected(to door: Door) throws -> Int32 {
        let descriptor: Int32
        let result: Int32
        switch door {
        case .port(let port):
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        case .file(let path):
            descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            try #require(path.utf8.count < 108)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
            result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
        }
        guard descriptor >= 0, result == 0 else {
            if descriptor >= 0 { close(descriptor) }
            throw Unreachable()
        }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        return descriptor
    }
}

extension ServedDaemon {
    /// The port that it said it listens on, the last one.
    func port() throws -> Int {
        let line = try #require(logged.split(separator: "\n").last { $0.contains(" port=") }, "\(logged)")
        let end = try #require(line.range(of: " port="))
        return try #require(Int(line[end.upperBound...].prefix(while: \.isNumber)))
    }

    func ask(_ path: String, method: String = "GET") throws -> Asking.Answer {
        try Asking.ask(path, at: .port(try port()), method: method)
    }

    /// The value of one line of `/metrics`.
    func metric(_ sample: String) throws -> Double? {
        let page = try ask("/metrics")
        return page.body.split(separator: "\n").first { $0.hasPrefix(sample + " ") }
            .flatMap { Double($0.dropFirst(sample.count + 1)) }
    }
}

/// A program of the machine, for what only it can judge; nil where it is not there.
func tool(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}

func runTool(
    _ path: String, _ arguments: [String], input: String = ""
) async throws -> (code: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ombud-tool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(input.utf8).write(to: source)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    let code = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Int32, any Error>) in
        process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
        do { try process.run() } catch { done.resume(throwing: error) }
    }
    return (code, try String(contentsOf: output, encoding: .utf8))
}
