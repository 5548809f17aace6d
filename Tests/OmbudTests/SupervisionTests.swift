import Demo
import Foundation
import Testing
import TestSupport

/// What systemd hears of the daemon beyond READY and STOPPING.
@Suite(.timeLimit(.minutes(5)))
struct SupervisionTests {
    @Test func `it says again and again that it lives, and in a line how it stands`() async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve(environment: ["WATCHDOG_USEC": "900000"])
            for _ in 1...3 { #expect(await daemon.notes.next(with: "WATCHDOG=1") == "WATCHDOG=1") }
            let line = try #require(await daemon.notes.next(with: "next deadline"), "\(daemon.logged)")
            #expect(line.hasPrefix("STATUS=watching 7 sources"), "\(line)")
            #expect(line.contains("open case") && line.contains("answer)"), "\(line)")
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `refused settings are on the status line and on doctor until they are mended`() async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve(environment: ["WATCHDOG_USEC": "900000"])
            let settings = try place.text(of: "ombud.yaml")
            try place.set("treshold: 0.5")
            daemon.child.signal(SIGHUP)
            #expect(await daemon.notes.next(with: "READY=1")?.contains("refused") == true)
            #expect(await daemon.notes.next(with: "STATUS=watching")?.contains("was refused") == true)
            try place.write(settings, to: "ombud.yaml")
            let doctor = try await place.run("doctor")
            #expect(doctor.code == 1)
            #expect(
                doctor.output.contains("fail configuration: ")
                    && doctor.output.contains("did you mean `threshold`"),
                "\(doctor.output)")
            daemon.child.signal(SIGHUP)
            #expect(await daemon.notes.next(with: "READY=1")?.contains("watching 7 sources") == true)
            #expect(try await place.run("doctor").output.contains("ok   configuration: "))
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `killed, it is ready again at once and nothing is lost`() async throws {
        try await Workplace.with { place in
            let killed = try await place.serve()
            let isListed = try await eventually {
                try await !place.run("case", "list", "--json").lines.isEmpty
            }
            #expect(isListed)
            #expect(await killed.stop(SIGKILL) == -SIGKILL)
            let before = try await place.run("case", "list", "--json").objects().compactMap {
                $0["id"] as? Int
            }
            let daemon = try await place.serve()
            let after = try await place.run("case", "list", "--json").objects().compactMap {
                $0["id"] as? Int
            }
            #expect(Set(before).isSubset(of: after))
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `faulty settings end it with 78, which systemd does not try again`() async throws {
        try await Workplace.with { place in
            try place.set("treshold: 0.5")
            let run = try await place.run("serve")
            #expect(run.code == 78 && run.errors.contains("unknown key `treshold`"))
        }
        let unit = try String(contentsOf: Project.file("systemd/ombud.service"), encoding: .utf8)
        #expect(unit.contains("\nRestartPreventExitStatus=78 65\n"))
    }

    @Test(.enabled(if: tool("systemd-analyze") != nil, "systemd-analyze is not there"))
    func `the unit is as closed as it says`() async throws {
        let analyze = try #require(tool("systemd-analyze"))
        let run = try await runTool(
            analyze,
            ["security", "--offline=true", "--threshold=12", Project.file("systemd/ombud.service").path])
        #expect(run.code == 0, "\(run.output)")
    }

    @Test func `every hardening line of the unit is explained`() throws {
        let unit = try String(contentsOf: Project.file("systemd/ombud.service"), encoding: .utf8)
        let hardening = try #require(unit.range(of: "# --- Hardening ---"))
        var isExplained = false
        for line in unit[hardening.upperBound...].split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") { isExplained = true }
            if line.isEmpty { isExplained = false }
            if line.hasPrefix("[") { break }
            if line.contains("="), !line.hasPrefix("#") { #expect(isExplained, "\(line)") }
        }
    }
}

/// Files of the checkout.
enum Project {
    static func file(_ path: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: path)
    }
}
