import Demo
import Foundation
import Testing
import TestSupport

/// What the daemon answers about itself, and where.
@Suite(.timeLimit(.minutes(5)))
struct ListenTests {
    @Test func `a ready daemon says so, and every figure it tells is one that Prometheus takes`() async throws
    {
        try await Workplace.with { place in
            try place.set("listen: \"127.0.0.1:0\"")
            let daemon = try await place.serve()
            #expect(try daemon.ask("/readyz").status == 200)
            #expect(try daemon.ask("/healthz?verbose").status == 200)
            let isVisited = try await eventually {
                try (daemon.metric("ombud_visits_total{outcome=\"complete\"}") ?? 0) >= 7
            }
            #expect(isVisited, "\(daemon.logged)")
            let page = try daemon.ask("/metrics")
            #expect(page.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(try daemon.ask("/metrics", method: "HEAD").body == "")
            #expect(try daemon.ask("/metrics", method: "POST").status == 405)
            let lost = try daemon.ask("/")
            #expect(lost.status == 404 && lost.body.contains("/metrics"))
            if let promtool = tool("promtool") {
                let checked = try await runTool(promtool, ["check", "metrics"], input: page.body)
                #expect(checked.code == 0, "\(checked.output)")
            }
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `what staff do by the command line is in the figures of the daemon`() async throws {
        try await Workplace.with { place in
            try place.set("listen: \"127.0.0.1:0\"")
            let daemon = try await place.serve()
            let isOpen = try await eventually {
                try (daemon.metric("ombud_cases{state=\"new\"}") ?? 0) > 0
                    && (daemon.metric("ombud_deliveries_total{endpoint=\"desk\",outcome=\"taken\"}") ?? 0) > 0
            }
            #expect(isOpen, "\(daemon.logged)")
            #expect(try daemon.metric("ombud_decisions_total{decision=\"confirmed\"}") == 0)
            let mention = try #require(
                try await place.run("inbox", "--json").objects().first?["id"] as? String)
            #expect(try await place.run("mention", "confirm", mention, "--as", "anna").code == 0)
            let number = try #require(
                try await place.run("case", "list", "--json").objects().first?["id"] as? Int)
            #expect(try await place.run("case", "take", "\(number)", "--as", "anna").code == 0)
            let isTold = try await eventually {
                try daemon.metric("ombud_decisions_total{decision=\"confirmed\"}") == 1
                    && daemon.metric("ombud_case_entries_total{what=\"assigned\"}") == 1
                    && daemon.metric("ombud_cases{state=\"open\"}") == 1
            }
            let page = try daemon.ask("/metrics").body
            #expect(isTold, "\(page)")
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `a port that is taken is told, and nothing starts`() async throws {
        try await Workplace.with { place in
            let taken = try await place.site.url().dropFirst("http://".count)
            try place.set("listen: \"\(taken)\"")
            let run = try await place.run("serve")
            #expect(run.code == 69)
            #expect(
                run.errors.contains("`listen: \(taken)` cannot be opened: Address already in use; end what"),
                "\(run.errors)")
        }
    }

    @Test func `a socket file is for the group, is replaced after a kill and is gone after an orderly end`()
        async throws
    {
        try await Workplace.with { place in
            let path = place.folder.path("http.sock")
            try place.set("listen: \"unix:\(path)\"")
            let killed = try await place.serve()
            var info = stat()
            #expect(stat(path, &info) == 0 && info.st_mode & 0o777 == 0o660)
            #expect(try Asking.ask("/readyz", at: .file(path)).status == 200)
            #expect(await killed.stop(SIGKILL) == -SIGKILL)
            #expect(stat(path, &info) == 0)

            let daemon = try await place.serve()
            #expect(try Asking.ask("/readyz", at: .file(path)).status == 200)
            #expect(await daemon.stop() == 0)
            #expect(stat(path, &info) != 0)
        }
    }

    @Test func `neither a file of somebody nor a socket that is answered is taken away`() async throws {
        try await Workplace.with { place in
            let path = place.folder.path("http.sock")
            try place.set("listen: \"unix:\(path)\"")
            try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
            let refused = try await place.run("serve")
            #expect(refused.code == 69 && refused.errors.contains("is no socket"), "\(refused.errors)")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
            unlink(path)

            let daemon = try await place.serve()
            try await Workplace.with { other in
                try other.set("listen: \"unix:\(path)\"")
                let second = try await other.run("serve")
                #expect(second.code == 69 && second.errors.contains("another process listens"))
            }
            #expect(try Asking.ask("/healthz", at: .file(path)).status == 200)
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `a reload moves it, and to an address that is taken it is refused`() async throws {
        try await Workplace.with { place in
            let settings = try place.text(of: "ombud.yaml")
            let (first, second) = (place.folder.path("1.sock"), place.folder.path("2.sock"))
            try place.write(settings + "listen: \"unix:\(first)\"\n", to: "ombud.yaml")
            let daemon = try await place.serve()
            #expect(try Asking.ask("/readyz", at: .file(first)).status == 200)

            let taken = try await place.site.url().dropFirst("http://".count)
            try place.write(settings + "listen: \"\(taken)\"\n", to: "ombud.yaml")
            daemon.child.signal(SIGHUP)
            #expect(await daemon.notes.next(with: "READY=1")?.contains("refused") == true)
            let page = try Asking.ask("/metrics", at: .file(first)).body
            #expect(page.contains("\nombud_configuration_refused 1\n"))

            try place.write(settings + "listen: \"unix:\(second)\"\n", to: "ombud.yaml")
            daemon.child.signal(SIGHUP)
            #expect(await daemon.notes.next(with: "READY=1")?.contains("watching") == true)
            #expect(try Asking.ask("/readyz", at: .file(second)).status == 200)
            #expect(throws: Asking.Unreachable.self) { try Asking.ask("/readyz", at: .file(first)) }
            #expect(await daemon.stop() == 0)
        }
    }
}
