import Foundation

/// An authority made for one test by the openssl tool, its certificates, and servers that show them.
final class ThrowawayAuthority: Sendable {
    static let hasTool: Bool = (try? run(["version"])) != nil

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "ombud-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try make("authority", subject: "Throwaway", extensions: "basicConstraints=critical,CA:TRUE")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var file: String { path("authority.pem") }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Makes `NAME.pem` and `NAME.key`, signed by the authority.
    func issue(_ name: String, for host: String) throws {
        try make(
            name, subject: host, extensions: "subjectAltName=DNS:\(host)",
            signedBy: ["-CA", file, "-CAkey", path("authority.key")])
    }

    /// The same key, locked.
    func lock(_ name: String, password: String) throws {
        try Self.run([
            "ec", "-in", path(name + ".key"), "-aes256", "-passout", "pass:\(password)", "-out",
            path(name + ".locked"),
        ])
    }

    /// A server that answers any request with a page about its connection.
    func serve(_ name: String, demandsCertificate: Bool = false) throws -> TLSServer {
        var arguments = ["s_server", "-accept", "127.0.0.1:0", "-www"]
        arguments += ["-cert", path(name + ".pem"), "-key", path(name + ".key")]
        if demandsCertificate { arguments += ["-Verify", "1", "-verify_return_error", "-CAfile", file] }
        return try TLSServer(arguments)
    }

    private func make(
        _ name: String, subject: String, extensions: String, signedBy: [String] = []
    ) throws {
        try Self.run(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc",
                "-days", "2", "-subj", "/CN=\(subject)", "-addext", extensions,
                "-keyout", path(name + ".key"), "-out", path(name + ".pem"),
            ] + signedBy)
    }

    private static func run(_ arguments: [String]) throws {
        let tool = try OpenSSLTool(arguments)
        guard tool.wait() == 0 else { throw POSIXError(.EINVAL) }
    }
}

/// The openssl tool as a server, on a port of its own choice.
final class TLSServer {
    let port: Int
    private let tool: OpenSSLTool

    init(_ arguments: [String]) throws {
        tool = try OpenSSLTool(arguments)
        // It says `ACCEPT 127.0.0.1:PORT` once it listens.
        var said = ""
        while !said.contains("ACCEPT") || !said.hasSuffix("\n") {
            let more = tool.read()
            guard !more.isEmpty else { throw POSIXError(.ECHILD) }
            said += String(decoding: more, as: UTF8.self)
        }
        let line = said.split(separator: "\n").first { $0.hasPrefix("ACCEPT") } ?? ""
        guard let port = line.split(separator: ":").last.flatMap({ Int($0) }) else {
            throw POSIXError(.EINVAL)
        }
        self.port = port
    }

    func stop() { tool.stop() }
}

/// One run of the openssl tool, with nothing of ours but its arguments; Foundation's `Process` would wait
/// on a run loop, which the threads of tests have not.
private final class OpenSSLTool {
    private var process = pid_t()
    private let output: Int32

    init(_ arguments: [String]) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Or it would keep the sockets of other tests open.
        for fd in 3..<Int32(1024) { posix_spawn_file_actions_addclose(&actions, fd) }
        var words: [UnsafeMutablePointer<CChar>?] = (["openssl"] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        let failed = posix_spawnp(&process, "openssl", &actions, nil, words, environ)
        close(ends[1])
        output = ends[0]
        guard failed == 0 else {
            close(output)
            throw POSIXError(.ENOENT)
        }
    }

    /// What it says next; nothing once it has ended.
    func read() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let got = Foundation.read(output, &bytes, bytes.count)
        return Array(bytes.prefix(max(0, got)))
    }

    /// Its exit status, as `wait` gives it.
    func wait() -> Int32 {
        while !read().isEmpty {}
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(output)
        return status
    }

    func stop() {
        // Nothing less: it has the signal mask of the thread that started it, which may hold SIGTERM back.
        kill(process, SIGKILL)
        _ = wait()
    }
}
