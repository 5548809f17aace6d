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
            #expect(try await place.run("alert", "disable", name).code == 1)
            let test = try await place.run("alert", "test")
            #expect(test.code == 1 && test.output.contains("it moves"), "\(test.output)")
            let state = try await place.run("alert", "list", "--endpoints", "--json")
            #expect(try state.objects().first?["state"] as? String == "disabled")
            let waiting = try await place.run("alert", "list", "--state", "disabled", "--json")
            #expect(try waiting.objects().map { $0["standing"] as? String } == ["disabled"])
            #expect(try waiting.objects().map { $0["state"] as? String } == ["pending"])
            #expect(try await place.run("alert", "enable", name).code == 0)
            #expect(await place.receiver.deliveries.count == 1)
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
