import Complaints
import Foundation
import Testing

@testable import Transport

/// Programs that fail, take too long, wait their turn or are cancelled: real programs, real kills.
@Suite struct CommandLimitTests {
    // MARK: How it fails

    @Test func `a program that fails is told with its status and the end of its complaint`() async throws {
        let failure = await failure(
            "echo page; yes noise | head -c 9000 >&2; printf 'no \\033[1mdisplay\\nfound' >&2; exit 3")
        #expect(failure?.code == "command-failed")
        guard case .exited(3, let said) = failure?.reason else {
            Issue.record("\(failure as Any)")
            return
        }
        #expect(said.hasSuffix("noise no [1mdisplay found") && said.utf8.count <= LastWords.most)
        #expect(failure?.description.hasPrefix("/bin/sh ended with status 3: ") == true)
    }

    @Test func `a program that a signal killed is told with the signal`() async throws {
        let failure = await failure("echo page; echo oh >&2; kill -SEGV $$")
        #expect(failure?.reason == .killed(signal: Int(SIGSEGV), said: "oh"))
        #expect(failure?.description == "/bin/sh was killed by signal 11: oh")
    }

    @Test func `a program that writes nothing has no page`() async throws {
        let failure = await failure("echo nothing today >&2")
        #expect(failure?.code == "command-empty")
        #expect(failure?.description == "/bin/sh ended well, but wrote nothing: nothing today")
    }

    @Test func `an endless page is stopped at its limit`() async throws {
        let place = try CommandPlace()
        let failure = await failure("yes", limits: FetchLimits(pageBytes: 100_000), in: place)
        #expect(failure?.reason == .tooLarge(limit: 100_000))
        #expect(try place.leftovers() == [])
    }

    static let late: [(script: String, limits: FetchLimits, stage: CommandFailure.Stage)] = [
        ("sleep 600", FetchLimits(firstByte: .milliseconds(150)), .answer),
        ("echo x; exec sleep 600", FetchLimits(total: .milliseconds(400), leastSpeed: 0), .body),
        (
            "while :; do echo x; sleep 0.05; done",
            FetchLimits(leastSpeed: 1000, slowFor: .milliseconds(200)), .slow
        ),
        ("echo x; exec >&-; exec sleep 600", FetchLimits(total: .milliseconds(400)), .end),
    ]

    @Test(arguments: late)
    func `a program that takes too long is stopped and leaves nothing behind`(
        script: String, limits: FetchLimits, stage: CommandFailure.Stage
    ) async throws {
        let place = try CommandPlace()
        let failure = await failure("echo slow site >&2; " + script, limits: limits, in: place)
        #expect(failure?.code == "timeout")
        #expect(failure?.reason == .timeout(stage, said: "slow site"))
        #expect(try place.leftovers() == [])
    }

    @Test func `writing faster than the least speed is never too slow, however long`() async throws {
        let limits = FetchLimits(leastSpeed: 1, slowFor: .seconds(20))
        let result = try await fetch("for i in 1 2 3 4 5; do echo x; sleep 0.05; done", limits: limits)
        #expect(result.body.count == 10)
    }

    @Test func `a program that will not end is killed, with all it started`() async throws {
        let place = try CommandPlace()
        let failure = await failure(
            """
            trap '' TERM
            (trap '' TERM; echo x; while :; do sleep 1; done) & echo $! > \(place.path)/child.part
            mv \(place.path)/child.part \(place.path)/child
            while :; do sleep 1; done
            """, limits: FetchLimits(total: .milliseconds(500)), in: place)
        #expect(failure?.code == "timeout")
        let child = try #require(place.number("child"))
        #expect(await happens { isGone(child) })
    }

    @Test(arguments: ["", "setsid "])
    func `something left behind that holds the pipe does not hold up the page`(escape: String) async throws {
        let place = try CommandPlace()
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await fetch(
            "echo page; \(escape)sleep 600 & echo $! > \(place.path)/child",
            limits: FetchLimits(total: .seconds(60)), in: place)
        #expect(result.body == Array("page\n".utf8))
        #expect(clock.now - start < .seconds(30), "the limit of 60 s was not waited for")
        let child = try #require(place.number("child"))
        // What left the group is not ours to find; the test cleans up after itself.
        if !escape.isEmpty { kill(child, SIGKILL) }
        #expect(await happens { isGone(child) })
    }

    // MARK: Turns and cancelling

    @Test func `many programs run and wait without holding up other work`() async throws {
        let place = try CommandPlace()
        let fetcher = CommandFetcher(atMost: 8, folder: place.path)
        try await withThrowingTaskGroup { group in
            for index in 0..<8 {
                group.addTask {
                    try await fetcher.fetch(shell(place.gated("run\(index)", gate: "gate"))).body
                }
            }
            #expect(await happens { (0..<8).allSatisfy { place.has("run\($0)") } })
            try place.touch("gate")
            var pages = 0
            for try await body in group where body == Array("page\n".utf8) { pages += 1 }
            #expect(pages == 8)
        }
    }

    @Test func `one over the limit waits its turn, and its time does not run`() async throws {
        let place = try CommandPlace()
        let fetcher = CommandFetcher(atMost: 1, folder: place.path)
        let limits = FetchLimits(total: .seconds(5), firstByte: .seconds(5))
        async let first = fetcher.fetch(shell(place.gated("first", gate: "gate")))
        #expect(await happens { place.has("first") })
        async let second = fetcher.fetch(shell("touch \(place.path)/second; echo two", limits: limits))
        try await Task.sleep(for: .milliseconds(5100))
        #expect(!place.has("second"))
        try place.touch("gate")
        #expect(try await first.body == Array("page\n".utf8))
        #expect(try await second.body == Array("two\n".utf8))
    }

    @Test(arguments: [true, false])
    func `cancelling one that waits answers at once and never runs it`(isEarly: Bool) async throws {
        let place = try CommandPlace()
        let fetcher = CommandFetcher(atMost: 1, folder: place.path)
        async let first = fetcher.fetch(shell(place.gated("first", gate: "gate")))
        #expect(await happens { place.has("first") })
        let second = Task { try await fetcher.fetch(shell("touch \(place.path)/second; echo two")) }
        if !isEarly { try await Task.sleep(for: .milliseconds(20)) }
        second.cancel()
        // The first is still running: it waits for the gate.
        let failure = await #expect(throws: CommandFailure.self) { try await second.value }
        #expect(failure?.reason == .cancelled)
        try place.touch("gate")
        #expect(try await first.body == Array("page\n".utf8))
        #expect(!place.has("second"))
    }

    @Test func `cancelling one that runs ends it and clears up`() async throws {
        let place = try CommandPlace()
        let fetcher = CommandFetcher(grace: .milliseconds(50), folder: place.path)
        let task = Task {
            try await fetcher.fetch(
                shell(
                    """
                    trap '' TERM; echo $$ > \(place.path)/p; mv \(place.path)/p \(place.path)/pid
                    sleep 600; sleep 600
                    """))
        }
        #expect(await happens { place.has("pid") })
        task.cancel()
        let failure = await #expect(throws: CommandFailure.self) { try await task.value }
        #expect(failure?.code == "cancelled")
        #expect(isGone(try #require(place.number("pid"))))
        #expect(try place.leftovers() == [])
    }

    @Test func `a shutdown ends what runs and refuses what comes`() async throws {
        let place = try CommandPlace()
        let fetcher = CommandFetcher(atMost: 1, folder: place.path)
        let running = Task { try await fetcher.fetch(shell(place.gated("run", gate: "never"))) }
        #expect(await happens { place.has("run") })
        let waiting = Task { try await fetcher.fetch(shell("echo page")) }
        await fetcher.shutdown()
        for task in [running, waiting] {
            let failure = await #expect(throws: CommandFailure.self) { try await task.value }
            #expect(failure?.code == "closed")
        }
        let late = await #expect(throws: CommandFailure.self) {
            try await fetcher.fetch(shell("echo page"))
        }
        #expect(late?.code == "closed")
        #expect(try place.leftovers() == [])
    }

    @Test func `folders that a killed daemon left are swept, those in use are not`() throws {
        let place = try CommandPlace()
        let used = try CommandFolder(in: place.path)
        let left = place.path + "/ombud-command-left00"
        let other = place.path + "/other"
        for path in [left + "/a", other] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        CommandFolder.sweep(place.path)
        #expect(place.has("ombud-command-left00"), "it may have been made just now")
        CommandFolder.sweep(place.path, now: Date(timeIntervalSinceNow: 3600))
        #expect(!place.has("ombud-command-left00"))
        #expect(place.has("other") && FileManager.default.fileExists(atPath: used.path))
    }
}
