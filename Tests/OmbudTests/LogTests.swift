import Complaints
import Demo
import Foundation
import Logging
import Settings
import Testing
import TestSupport

@testable import ombud

/// What the daemon writes about its decisions, and what it never writes.
@Suite(.timeLimit(.minutes(5)))
struct LogTests {
    private static let nasty = "a \"b\" = c\\\nlevel=error msg=forged\r\t\u{2028}\u{85}\u{1B}[31m"

    @Test(arguments: LogSettings.Format.allCases)
    func `nothing that is logged begins another line or field`(format: LogSettings.Format) throws {
        let line = LogLine(
            time: ManualTime.monday, level: .warning, message: Self.nasty,
            fields: [("source", Self.nasty), ("plain", "forum"), ("msg", "another"), ("empty", "")]
        ).written(as: format)
        for scalar in line.unicodeScalars {
            #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar != "\u{2028}")
        }
        switch format {
        case .json:
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
            #expect(object["msg"] == Self.nasty && object["source"] == Self.nasty)
            #expect(object["level"] == "warning" && object["time"] == "2026-03-02T10:00:00.000Z")
        case .logfmt:
            #expect(
                line.hasPrefix("time=2026-03-02T10:00:00.000Z level=warning msg=\"a \\\"b\\\" = c\\\\\\n"))
            #expect(line.hasSuffix("\" plain=forum msg=another empty=\"\""))
        case .journal:
            #expect(line.hasPrefix("<4>a \"b\" = c"))
        }
    }

    @Test func `journal priorities are chosen where the lines go to the journal, and nowhere else`()
        async throws
    {
        try await Workplace.with { place in
            let log = place.folder.url.appending(path: "log")
            try Data().write(to: log)
            var info = stat()
            #expect(stat(log.path, &info) == 0)
            for (stream, start) in [("\(info.st_dev):\(info.st_ino)", "<"), ("1:1", "time="), ("", "time=")] {
                // In place: it stays the same file.
                try Data().write(to: log)
                let child = try Child(
                    ["serve", "--config", place.config.path], environment: ["JOURNAL_STREAM": stream],
                    output: log, errors: log, in: place.folder.url)
                let isLogged = try await eventually {
                    try String(contentsOf: log, encoding: .utf8).contains("watching")
                }
                #expect(isLogged)
                child.signal(SIGTERM)
                #expect(await child.ended() == 0)
                for line in try String(contentsOf: log, encoding: .utf8).split(separator: "\n") {
                    #expect(line.hasPrefix(start), "\(line)")
                }
            }
        }
    }

    @Test func `the settings choose form and level, the command line wins, a reload changes them`()
        async throws
    {
        try await Workplace.with { place in
            try place.set("log: { format: json, level: debug }")
            let daemon = try await place.serve()
            let isDebugging = try await eventually { daemon.logged.contains("\"level\":\"debug\"") }
            #expect(isDebugging)
            for line in daemon.logged.split(separator: "\n") {
                #expect(line.hasPrefix("{\"time\":"), "\(line)")
            }
            let settings = try place.text(of: "ombud.yaml")
            try place.write(settings.replacing("level: debug", with: "level: warning"), to: "ombud.yaml")
            daemon.child.signal(SIGHUP)
            #expect(await daemon.notes.next(with: "READY=1") != nil)
            #expect(await daemon.stop() == 0)

            let loud = try await place.serve("--log-format", "logfmt", "--log-level", "info")
            #expect(await loud.stop() == 0)
            #expect(loud.logged.contains("level=notice msg=stopped"))
        }
    }

    @Test func `neither secrets nor what customers write is logged`() async throws {
        try await Workplace.with { place in
            let (text, secret) = ("Kalafonia-marker", "s3cr3t-marker")
            let settings = try place.text(of: "ombud.yaml")
            try place.write(
                settings.replacing(
                    "per-host:", with: "headers: { X-Key: { env: OMBUD_TEST_KEY } }\n  per-host:"),
                to: "ombud.yaml")
            let post = Draft(
                author: "Author-marker", stars: 1, title: "Title-marker broken lamp",
                text: "The lamp broke after one day, nobody answers, I want my money back. \(text)")
            await place.site.publish(
                post, on: .englishReviews, at: Instant(seconds: Int64(Date().timeIntervalSince1970)))
            await place.receiver.failNext(.status(500), .status(500))
            let daemon = try await place.serve(environment: ["OMBUD_TEST_KEY": secret])
            let isDelivered = await place.receiver.wait(atMost: .seconds(60)) { deliveries in
                deliveries.contains { $0.text.contains(text) && $0.answered == 200 }
            }
            #expect(isDelivered, "\(daemon.logged)")
            let key = try String(contentsOf: place.config.appending(path: "desk.secret"), encoding: .utf8)
                .trimmingCharacters(in: .whitespacesAndNewlines)
            await place.site.fault(.status(500), on: .englishReviews)
            let isBlind = try await eventually { daemon.logged.contains("source is blind") }
            #expect(isBlind)
            #expect(await daemon.stop() == 0)
            for marker in [text, secret, "Author-marker", "Title-marker", key, String(key.dropFirst(6))] {
                #expect(!daemon.logged.contains(marker), "\(marker) is logged")
            }
        }
    }
}
