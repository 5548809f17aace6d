import Crypto
import Demo
import Foundation
import TestSupport
import Testing

/// The receivers that docs/webhooks.md hands out, against what the program really sends.
@Suite struct ReceiverTests {
    private static let seed = Data((0..<32).map { UInt8($0) })
    private static let foreign = "whsec_" + Data(repeating: 7, count: 32).base64EncodedString()
    private static let second = "whsec_" + Data(repeating: 8, count: 32).base64EncodedString()

    private static func publicKey() throws -> String {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        return "whpk_" + key.publicKey.rawRepresentation.base64EncodedString()
    }

    /// Two secrets at once, as while one is changed for the other, and a pair of keys.
    private func keys(_ place: Workplace) throws -> URL {
        let file = place.folder.url.appending(path: "keys.txt")
        let secret = try place.text(of: "desk.secret").trimmingCharacters(in: .whitespacesAndNewlines)
        try Data("\(secret)\n\(Self.second)\n\(try Self.publicKey())\n".utf8).write(to: file)
        return file
    }

    private func isThere(_ kind: ReceiverProcess.Kind) async -> Bool {
        guard kind == .python else { return true }
        let isThere = await ReceiverProcess.has("python3", ["-c", "import sqlite3, http.server"])
        if !isThere { print("python3 is not there: its receiver is not tried") }
        return isThere
    }

    @Test(arguments: ReceiverProcess.Kind.allCases)
    func `a receiver takes every event once, in whatever order, and nothing that is not signed`(
        kind: ReceiverProcess.Kind
    ) async throws {
        guard await isThere(kind) else { return }
        try await Workplace.with { place in
            let receiver = try await ReceiverProcess.start(kind, keys: try keys(place), in: place.folder.url)
            // Nothing is sent to one that does not agree when it is asked.
            let settings = try place.text(of: "ombud.yaml").replacing(
                "secret:", with: "handshake: true\n    secret:")
            try place.write(
                settings.replacing(await place.receiver.url ?? "", with: receiver.url), to: "ombud.yaml")
            #expect(try await place.run("poll").code == 0)
            let state = try await place.run("alert", "list", "--endpoints", "--json").objects().first
            #expect(state?["greeted"] is String, "\(state ?? [:])")
            let alerts = try await place.run("alert", "list", "--state", "delivered", "--json").objects()
            #expect(alerts.count > 20)
            let lines = await receiver.next(alerts.count)
            #expect(lines.allSatisfy { $0.hasPrefix("taken ") || $0.hasPrefix("older ") }, "\(lines)")
            let ids = Set(lines.compactMap { $0.split(separator: " ").last.map(String.init) })
            #expect(ids == Set(alerts.compactMap { $0["id"] as? String }))

            let id = try #require(ids.sorted().first)
            #expect(try await place.run("alert", "resend", id).code == 0)
            #expect(try await place.run("poll", "--due").code == 0)
            #expect(await receiver.next(1).first?.hasPrefix("known ") == true)

            // The key is changed: both are good. Then a pair of keys; then one that nobody knows.
            let pair = "whsk_" + Self.seed.base64EncodedString()
            var secrets = [Self.second]
            let knowsPairs = await ReceiverProcess.has("python3", ["-c", "import cryptography"])
            if kind == .swift || knowsPairs { secrets.append(pair) }
            for secret in secrets {
                try place.write(secret, to: "desk.secret")
                let test = try await place.run("alert", "test", "desk")
                #expect(test.code == 0, "\(test.output)\(test.errors)")
                #expect(await receiver.next(1).first?.hasPrefix("taken ombud.test endpoint/desk") == true)
            }
            try place.write(Self.foreign, to: "desk.secret")
            let refused = try await place.run("alert", "test", "desk")
            #expect(refused.code == 1 && refused.output.contains("401"), "\(refused.output)")
        }
    }

    @Test func `the receiver in shell takes every event once, and nothing that is not signed`() async throws {
        guard await ReceiverProcess.has("openssl", ["version"]) else {
            print("openssl is not there: the receiver in shell is not tried")
            return
        }
        try await Workplace.with { place in
            let keys = try keys(place)
            #expect(try await place.run("poll").code == 0)
            try place.write("whsk_" + Self.seed.base64EncodedString(), to: "desk.secret")
            #expect(try await place.run("alert", "test", "desk").code == 0)
            let deliveries = await place.receiver.deliveries
            let last = try #require(deliveries.last)
            try keepForOthers(deliveries, keys: keys)
            for delivery in deliveries { #expect(SchemaCheck().faults(ofEvent: delivery.body) == []) }
            for delivery in deliveries.prefix(3) + [last, deliveries[0]] {
                #expect(try await shell(delivery, keys: keys, in: place.folder.url) == "204 No Content")
            }
            let spool = place.folder.url.appending(path: "spool")
            let names = try FileManager.default.contentsOfDirectory(atPath: spool.path).sorted()
            #expect(
                names == (deliveries.prefix(3) + [last]).compactMap { $0.id.map { "\($0).json" } }.sorted())
            let kept = try Data(contentsOf: spool.appending(path: "\(deliveries[0].id ?? "").json"))
            #expect(Array(kept) == deliveries[0].body)

            #expect(try await greetShell(keys: keys, in: place.folder.url) == "200 OK")

            var forged = deliveries[1]
            forged.body[20] ^= 1
            #expect(try await shell(forged, keys: keys, in: place.folder.url) == "401 Unauthorized")
            forged = last
            forged.headers = forged.headers.map { name, value in
                name == "webhook-timestamp" ? (name, "1614265330") : (name, value)
            }
            #expect(try await shell(forged, keys: keys, in: place.folder.url) == "401 Unauthorized")
            forged.headers = last.headers.map { name, value in
                name == "webhook-id" ? (name, "../../escaped") : (name, value)
            }
            #expect(try await shell(forged, keys: keys, in: place.folder.url) == "401 Unauthorized")
            let others = place.folder.url.appending(path: "others.txt")
            try Data((Self.foreign + "\n").utf8).write(to: others)
            #expect(try await shell(deliveries[1], keys: others, in: place.folder.url) == "401 Unauthorized")
        }
    }

    /// With `$OMBUD_DELIVERIES` what arrived is written to that file, for the reference libraries
    /// (Tools/check_events.py).
    private func keepForOthers(_ deliveries: [WebhookReceiver.Delivery], keys: URL) throws {
        guard let path = ProcessInfo.processInfo.environment["OMBUD_DELIVERIES"] else { return }
        let all: [[String: Any]] = deliveries.map { delivery in
            let headers = Dictionary(delivery.headers.map { ($0.name, $0.value) }) { first, _ in first }
            return ["headers": headers, "body": delivery.text]
        }
        let secrets = try String(contentsOf: keys, encoding: .utf8).split(separator: "\n").map(String.init)
        let data = try JSONSerialization.data(withJSONObject: ["keys": secrets, "deliveries": all])
        try data.write(to: URL(fileURLWithPath: path))
    }

    /// Hands it one delivery as inetd would; returns the status that it answered.
    private func shell(
        _ delivery: WebhookReceiver.Delivery, keys: URL, in folder: URL
    ) async throws -> String? {
        var bytes = Data("POST /hooks/ombud HTTP/1.1\r\n".utf8)
        for (name, value) in delivery.headers { bytes += Data("\(name): \(value)\r\n".utf8) }
        if delivery.header("content-length") == nil {
            bytes += Data("Content-Length: \(delivery.body.count)\r\n".utf8)
        }
        bytes += Data("\r\n".utf8) + Data(delivery.body)
        return try await shell(bytes, keys: keys, in: folder).status
    }

    /// Asks it whether it wants deliveries; returns the status where it agreed.
    private func greetShell(keys: URL, in folder: URL) async throws -> String? {
        let lines = [
            "OPTIONS /hooks/ombud HTTP/1.1", "Host: localhost", "WebHook-Request-Origin: acme.example",
            "WebHook-Request-Rate: 60000", "", "",
        ]
        let answer = try await shell(Data(lines.joined(separator: "\r\n").utf8), keys: keys, in: folder)
        let agreed = ["WebHook-Allowed-Origin: acme.example", "WebHook-Allowed-Rate: *"]
        return agreed.allSatisfy(answer.text.contains) ? answer.status : nil
    }

    private func shell(
        _ bytes: Data, keys: URL, in folder: URL
    ) async throws -> (status: String?, text: String) {
        let request = folder.appending(path: "request-\(UUID().uuidString)")
        try bytes.write(to: request)
        let answer = folder.appending(path: "answer-\(UUID().uuidString)")
        try Data().write(to: answer)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [ReceiverProcess.folder.appending(path: "receiver.sh").path]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "OMBUD_KEYS": keys.path, "OMBUD_SPOOL": folder.appending(path: "spool").path,
        ]) { _, new in new }
        process.standardInput = try FileHandle(forReadingFrom: request)
        process.standardOutput = try FileHandle(forWritingTo: answer)
        _ = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
        let text = String(decoding: try Data(contentsOf: answer), as: UTF8.self)
        let first = text.prefix { $0 != "\r\n" }
        return (first.hasPrefix("HTTP/1.1 ") ? String(first.dropFirst(9)) : nil, text)
    }
}
