import Foundation
import TestSupport
import Testing

/// Alerts at the command line: what became of them, and sending them again.
@Suite struct AlertTests {
    @Test func `every attempt is shown, and what failed is sent again under its id`() async throws {
        try await Workplace.with { place in
            await place.receiver.failNext(.status(500))
            let test = try await place.run("alert", "test", "--json")
            #expect(test.code == 1)
            let id = try #require(try test.objects().first?["id"] as? String)
            let failing = try await place.run("alert", "list", "--state", "failing", "--json")
            #expect(try failing.objects().map { $0["id"] as? String } == [id])

            let shown = try await place.run("alert", "show", id, "--json", "--body")
            let object = try #require(try shown.objects().first)
            let alert = try #require((object["alerts"] as? [[String: Any]])?.first)
            let deliveries = try #require(alert["deliveries"] as? [[String: Any]])
            #expect(deliveries.map { $0["status"] as? Int } == [500])
            #expect(object["body"] as? String == (await place.receiver.deliveries.first?.text))
            #expect(try await place.run("alert", "show", id).output.contains("500"))

            let dry = try await place.run("alert", "resend", "--state", "failing", "--since", "1h")
            #expect(dry.code == 0 && dry.output.contains("add --yes --expect 1"), "\(dry.output)")
            let wrong = try await place.run("alert", "resend", "--state", "failing", "--yes", "--expect", "2")
            #expect(wrong.code == 1)
            let done = try await place.run(
                "alert", "resend", "--state", "failing", "--since", "1h", "--yes", "--json")
            #expect(try done.objects().map { $0["id"] as? String } == [id])
            _ = try await place.run("poll")
            let deliveries2 = await place.receiver.deliveries.filter { $0.id == id }
            #expect(deliveries2.map(\.answered) == [500, 200])
            let none = try await place.run("alert", "resend", "--type", "ombud.test", "--until", "1d")
            #expect(none.output.contains("No alert is meant"))
        }
    }

    @Test func `a person disables an endpoint and enables it again`() async throws {
        try await Workplace.with { place in
            let list = try await place.run("alert", "list", "--endpoints", "--json")
            let name = try #require(try list.objects().first?["endpoint"] as? String)
            _ = try await place.run("alert", "test")
            #expect(try await place.run("alert", "disable", name, "--why", "it moves").code == 0)
            let twice = try await place.run("alert", "disable", name, "--why", "again", "--json")
            #expect(try twice.code == 0 && twice.objects().first?["changed"] as? Bool == false)
            let test = try await place.run("alert", "test")
            #expect(test.code == 1 && test.output.contains("it moves"), "\(test.output)")
            let state = try await place.run("alert", "list", "--endpoints", "--json")
            #expect(try state.objects().first?["state"] as? String == "disabled")
            let waiting = try await place.run("alert", "list", "--state", "disabled", "--json")
            #expect(try waiting.objects().map { $0["standing"] as? String } == ["disabled"])
            #expect(try waiting.objects().map { $0["state"] as? String } == ["pending"])
            #expect(try await place.run("alert", "enable", name).code == 0)
            #expect(await place.receiver.deliveries.count == 1)
            let again = try await place.run("alert", "enable", name)
            #expect(again.code == 0 && again.output == "\(name) was not disabled: nothing to do\n")
            #expect(try await place.run("alert", "enable", "nobody").code == 1)
        }
    }

    @Test func `the others are told of an endpoint that a person disabled`() async throws {
        try await Workplace.with { place in
            let url = await place.receiver.url ?? ""
            let settings = try place.text(of: "ombud.yaml")
            try place.write(
                settings.replacing(
                    "routes:",
                    with: "  - { name: other, url: \"\(url)\", secret: { file: desk.secret } }\nroutes:"),
                to: "ombud.yaml")
            // What a store that is not there would forget is refused.
            #expect(try await place.run("alert", "disable", "desk").code == 69)
            #expect(try await place.run("poll").code == 0)
            #expect(
                try await place.run("alert", "disable", "desk", "--why", "it moves", "--as", "ola").code == 0)
            let poll = try await place.run("poll")
            #expect(poll.code == 0, "\(poll.errors)")
            let told = await place.receiver.deliveries.filter { $0.text.contains("ombud.endpoint.disabled") }
            let list = try await place.run("alert", "list").output
            #expect(told.count == 1 && told.first?.text.contains("by ola: it moves") == true, "\(list)")
        }
    }

    @Test func `what people do with alerts stands in the audit, and what changes nothing does not`()
        async throws
    {
        try await Workplace.with { place in
            let test = try await place.run("alert", "test", "--json", "--as", "ola").objects()
            let id = try #require(test.first?["id"] as? String)
            for words in [
                ["alert", "resend", id], ["alert", "resend", "--state", "pending", "--yes"],
                ["alert", "disable", "desk"], ["alert", "disable", "desk"], ["alert", "enable", "desk"],
                ["alert", "enable", "desk"], ["alert", "silence", "--for", "2h", "--why", "moving"],
                ["alert", "silence", "end", "1"],
            ] {
                let run = try await Program.run(words + ["--as", "ola", "--config", place.config.path])
                #expect(run.code == 0, "\(words) \(run.errors)")
            }
            let lines = try await place.run("audit", "list", "--json").objects().reversed().dropFirst()
            #expect(
                lines.map { "\($0["command"] ?? "") \($0["subject"] ?? "")" } == [
                    "alert resend alert/\(id)", "alert resend endpoint/desk", "alert disable endpoint/desk",
                    "alert enable endpoint/desk", "alert silence silence/1", "alert silence end silence/1",
                ])
            #expect(lines.allSatisfy { $0["who"] as? String == "ola" })
        }
    }

    @Test(arguments: [
        ["list"], ["resend"], ["preview"], ["silence", "--for", "2h", "--why", "x"],
    ])
    func `a type that no event has is told, with what may be meant`(words: [String]) async throws {
        let run = try await Program.run(["alert"] + words + ["--type", "ombud.case.openned"])
        #expect(run.code == 64)
        #expect(
            run.errors.contains("no event is of that type; did you mean `ombud.case.opened`?"),
            "\(run.errors)")
    }

    @Test func `a length that goes back is told as what it is`() async throws {
        let run = try await Program.run(["alert", "silence", "--for", "-5m", "--why", "x"])
        #expect(
            run.code == 64 && run.errors.contains("a silence cannot end before it begins"), "\(run.errors)")
    }

    @Test func `what waits for an endpoint that got another name is told, and sent under its new one`()
        async throws
    {
        try await Workplace.with { place in
            await place.receiver.fail(.status(500))
            let tests = [
                try await place.run("alert", "test", "--json"),
                try await place.run("alert", "test", "--json"),
            ]
            let ids = try tests.compactMap { try $0.objects().first?["id"] as? String }
            await place.receiver.fail(nil)
            let settings = try place.text(of: "ombud.yaml")
            try place.write(
                settings.replacing("name: desk", with: "name: chat").replacing(
                    "to: [desk]", with: "to: [chat]"),
                to: "ombud.yaml")
            let doctor = try await place.run("doctor")
            #expect(
                doctor.output.contains("2 alerts wait for desk, which ombud.yaml does not name"),
                "\(doctor.output)")
            #expect(try await place.run("alert", "drop", ids[0]).code == 0)
            let move = ["alert", "resend", "--endpoint", "desk", "--to"]
            let wrong = try await Program.run(move + ["desk", "--config", place.config.path])
            #expect(wrong.code == 64)
            let nobody = try await Program.run(move + ["nobody", "--yes", "--config", place.config.path])
            #expect(nobody.code == 1 && nobody.errors.contains("there is no endpoint nobody"))
            let dry = try await Program.run(move + ["chat", "--config", place.config.path])
            #expect(dry.output.contains("1 alert would be sent to chat"), "\(dry.output)")
            let done = try await Program.run(move + ["chat", "--yes", "--config", place.config.path])
            #expect(done.code == 0, "\(done.errors)")
            #expect(try await place.run("poll").code == 0)
            let taken = await place.receiver.deliveries.filter {
                $0.answered == 200 && ids.contains($0.id ?? "")
            }
            #expect(taken.map(\.id) == [ids[1]])
            #expect(try await !place.run("doctor").output.contains("does not name"))
        }
    }

    @Test func `a new secret is a key, and a file that is there is not overwritten`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("desk.secret")
        let made = try await Program.run(["alert", "secret", "new", "--out", path])
        #expect(made.code == 0 && !made.output.contains("whsec_"))
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("whsec_") && text.hasSuffix("\n"))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let again = try await Program.run(["alert", "secret", "new", "--out", path, "--ed25519"])
        #expect(again.code == 1 && again.errors.contains("is there already"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)

        let pair = try await Program.run(["alert", "secret", "new", "--ed25519", "--json"])
        let object = try #require(try pair.objects().first)
        #expect((object["public_key"] as? String)?.hasPrefix("whpk_") == true)
        let secret = try #require(object["secret"] as? String)
        let both = "[\"\(secret)\",\"\(text.dropLast())\"]"
        let signed = try await Program.run(
            ["try", "sign", "--json"],
            input: #"{"secret":\#(both),"id":"evt_1","timestamp":1,"body":"{}"}"# + "\n"
                + #"{"secret":"\#(secret)","id":"evt.1","timestamp":1,"body":"{}"}"# + "\n")
        let lines = try signed.objects()
        let signature = try #require(lines.first?["signature"] as? String)
        #expect(signature.split(separator: " ").map { $0.prefix(while: { $0 != "," }) } == ["v1a", "v1"])
        #expect((lines.last?["error"] as? String)?.contains("holds a `.`") == true)
    }
}
