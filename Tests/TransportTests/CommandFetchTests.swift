import Complaints
import Foundation
import Testing

@testable import Transport

/// Pages fetched by a program instead of HTTP: what is run, what the program sees, and its page.
@Suite struct CommandFetchTests {
    // MARK: What is run, and the page

    @Test func `what the program writes is the page, byte for byte`() async throws {
        let result = try await fetch(#"printf '<p>\000\377 \r\n'"#)
        #expect(result.body == Array("<p>".utf8) + [0, 0xFF, 0x20, 0x0D, 0x0A])
        #expect(result.status == 200 && result.head.isEmpty && result.headers.isEmpty)
        #expect(result.finalURL == "https://site.example/a")
        #expect(result.contentType == nil)
    }

    @Test func `a page larger than a pipe arrives whole`() async throws {
        let result = try await fetch("head -c 3000000 /dev/zero")
        #expect(result.body.count == 3_000_000)
    }

    @Test(arguments: [
        (["-x"], ["-x", "https://site.example/a?b=$(id)&c=%27;d%22"]),
        (["--to={url}", "end"], ["--to=https://site.example/a?b=$(id)&c=%27;d%22", "end"]),
        (["{url}", "{url}"], [String](repeating: "https://site.example/a?b=$(id)&c=%27;d%22", count: 2)),
        ([], ["https://site.example/a?b=$(id)&c=%27;d%22"]),
    ])
    func `the URL is one argument, where the command wants it, and no shell reads it`(
        arguments: [String], seen: [String]
    ) async throws {
        let place = try CommandPlace()
        let program = try place.script(#"printf '%s\n' "$@""#)
        let request = CommandRequest(
            command: [program] + arguments, url: "https://site.example/a?b=$(id)&c=';d\"", userAgent: "t")
        let result = try await CommandFetcher().fetch(request)
        #expect(String(decoding: result.body, as: UTF8.self) == seen.joined(separator: "\n") + "\n")
    }

    @Test(arguments: [
        (["{url}"], "https://site.example/bin/sh"), (["bin/sh"], "https://site.example/"),
        (["no-such-program-anywhere"], "https://site.example/"), ([], "https://site.example/"),
        (["/no/such/program"], "https://site.example/"), (["/etc/passwd"], "https://site.example/"),
        (["/tmp"], "https://site.example/"), (["/bin/sh", "a\0b"], "https://site.example/"),
    ])
    func `a program that is not there or cannot be run is told as such`(
        command: [String], url: String
    ) async throws {
        let failure = await #expect(throws: CommandFailure.self) {
            try await CommandFetcher().fetch(CommandRequest(command: command, url: url, userAgent: "t"))
        }
        #expect(failure?.code == "command-missing", "\(failure as Any)")
    }

    @Test(arguments: [
        ("file:///etc/passwd", "not-web-address"), ("-o/tmp/x", "not-web-address"),
        ("http://127.0.0.1/", "address-refused"), ("http://[::1]/", "address-refused"),
        ("http://169.254.169.254/", "address-refused"),
    ])
    func `a program is never sent to what HTTP would not be sent to`(url: String, code: String) async throws {
        let place = try CommandPlace()
        let program = try place.script("touch \(place.path)/ran; echo page")
        let failure = await #expect(throws: CommandFailure.self) {
            try await CommandFetcher().fetch(CommandRequest(command: [program], url: url, userAgent: "t"))
        }
        #expect(failure?.code == code)
        #expect(!place.has("ran"))
    }

    // MARK: Heads

    static let heads: [(output: String, status: Int, body: String, url: String)] = [
        ("<p>HTTP/1.1 404 Gone", 200, "<p>HTTP/1.1 404 Gone", "https://site.example/a"),
        ("HTTP/1.1 404 Not Found\r\nX: 1\r\n\r\ngone", 404, "gone", "https://site.example/a"),
        ("HTTP/2 503 \r\nretry-after: 9\r\n\r\n", 503, "", "https://site.example/a"),
        ("HTTP/1.0 200 OK\n\npage", 200, "page", "https://site.example/a"),
        (
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 301 M\r\nLocation: /b\r\n\r\nHTTP/1.1 200 OK\r\n\r\npage",
            200, "page", "https://site.example/b"
        ),
        ("HTTP/1.1 302 F\r\nLocation: /b\r\n\r\npage", 302, "page", "https://site.example/a"),
        (
            "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 404 No\r\n\r\n", 200, "HTTP/1.1 404 No\r\n\r\n",
            "https://site.example/a"
        ),
        ("HTTP/x 200 OK\r\n\r\n", 200, "HTTP/x 200 OK\r\n\r\n", "https://site.example/a"),
        ("HTTP/1.1 20 OK\r\n\r\n", 200, "HTTP/1.1 20 OK\r\n\r\n", "https://site.example/a"),
    ]

    @Test(arguments: heads)
    func `an HTTP head before the page is taken as its status and headers`(
        output: String, status: Int, body: String, url: String
    ) throws {
        let start = try #require(WebURL("https://site.example/a"))
        let read = try CommandOutput(Array(output.utf8), url: start, limits: FetchLimits())
        #expect(read.status == status)
        #expect(String(decoding: read.body, as: UTF8.self) == body)
        #expect(read.finalURL?.href == url)
    }

    @Test func `the headers of a program are read and its page is what follows`() async throws {
        let result = try await fetch(
            #"printf 'HTTP/1.1 429 Slow\r\nContent-Type: text/html\r\nRetry-After: 7\r\n\r\nlater'"#)
        #expect(result.status == 429 && result.headers["retry-after"] == "7")
        #expect(result.contentType == "text/html" && result.body == Array("later".utf8))
        #expect(result.head.starts(with: "HTTP/1.1 429".utf8) && result.head.suffix(4) == [13, 10, 13, 10])
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nX: 1\r\n", "not-http"), ("HTTP/1.1 100 Continue\r\n\r\n", "not-http"),
        ("HTTP/1.1 200 OK\r\nX: \(String(repeating: "x", count: 200))\r\n\r\n", "too-large"),
        ("HTTP/1.1 200 OK\r\n\r\n\(String(repeating: "x", count: 51))", "too-large"),
    ])
    func `a head without an end, or out of bounds, is a failure`(output: String, code: String) throws {
        let start = try #require(WebURL("https://site.example/a"))
        let limits = FetchLimits(pageBytes: 50, headerBytes: 100)
        let reason = #expect(throws: CommandFailure.Reason.self) {
            try CommandOutput(Array(output.utf8), url: start, limits: limits)
        }
        #expect(reason.map { CommandFailure(command: "x", reason: $0).code } == code)
    }

    // MARK: Shut off from the daemon

    @Test func `the program sees nothing of the daemon's environment`() async throws {
        setenv("OMBUD_TEST_SECRET", "s3cret", 1)
        defer { unsetenv("OMBUD_TEST_SECRET") }
        let text = try await said("tr '\\0' '\\n' < /proc/$$/environ")
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1)
            values[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        #expect(
            values.keys.sorted() == ["HOME", "LANG", "OMBUD_URL", "OMBUD_USER_AGENT", "PATH", "TMPDIR"])
        #expect(values["OMBUD_URL"] == "https://site.example/a")
        #expect(values["OMBUD_USER_AGENT"] == "Test/1.0 (+https://x.example)")
        #expect(values["LANG"] == "C.UTF-8" && values["PATH"] == "/usr/local/bin:/usr/bin:/bin")
        #expect(values["HOME"] == values["TMPDIR"])
    }

    @Test func `it works in a private folder that is gone afterwards`() async throws {
        let place = try CommandPlace()
        let text = try await said(
            """
            pwd; stat -c %a .; touch $HOME/new; stat -c %a new; wc -c < /dev/stdin
            mkdir -p a/b; echo x > a/b/c
            """, in: place)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix(place.path + "/ombud-command-"))
        #expect(Array(lines[1...]) == ["700", "600", "0"], "private, umask 077, nothing on standard input")
        #expect(try place.leftovers() == [])
    }

    @Test func `no descriptor of the daemon reaches it`() async throws {
        // Without close-on-exec, as a careless library leaves it.
        let careless = dup(2)
        defer { close(careless) }
        #expect(try await said("ls /proc/$$/fd") == "0\n1\n2\n")
    }

    @Test func `it leads its own session, with default signals, limits and no way to new rights`()
        async throws
    {
        let before = signal(SIGUSR2, SIG_IGN)
        defer { signal(SIGUSR2, before) }
        let text = try await said(
            """
            grep -E '^(SigBlk|SigIgn|NoNewPrivs):' /proc/$$/status | tr -s '\\t ' ' '
            ulimit -c; ulimit -n; [ $(cut -d' ' -f6 /proc/$$/stat) = $$ ] && echo leads
            """)
        let lines = text.split(separator: "\n").map(String.init)
        // Signals 32 and 33 are the C library's own; it lets nobody change them.
        for mask in ["SigBlk: ", "SigIgn: "] {
            let line = try #require(lines.first { $0.hasPrefix(mask) })
            let bits = try #require(UInt64(line.dropFirst(mask.count), radix: 16))
            #expect(bits & ~(0b11 << 31) == 0, Comment(rawValue: line))
        }
        #expect(lines.contains("NoNewPrivs: 1"))
        #expect(lines.suffix(3).first == "0" && lines.last == "leads")
        #expect(Int(lines.suffix(2).first ?? "").map { $0 <= 4096 } == true)
    }

    @Test func `it dies with the thread that started it, as when the daemon is killed`() async throws {
        let place = try CommandPlace()
        let job = try CommandJob(shell("sleep 600"))
        let process: CommandProcess = try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                continuation.resume(
                    with: Result {
                        try CommandProcess(job.line, environment: ["PATH=/bin:/usr/bin"], folder: place.path)
                    }.mapError { $0 as any Error })
            }
            thread.start()
        }
        let hasEnded = await happens { process.hasEnded() }
        #expect(hasEnded)
        #expect(process.reap() == .killed(signal: Int(SIGKILL)))
    }
}
