// A receiver of Ombud's webhooks in Swift, on Hummingbird and swift-crypto.
//
//     OMBUD_KEYS=keys.txt PORT=8080 swift run webhook-receiver
//
// keys.txt holds one key a line: `whsec_...` (the secret of the endpoint) or `whpk_...` (the public key of an
// endpoint that signs with Ed25519). Two of one kind are good while one is changed for the other.
import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// A key that an endpoint may sign with (Standard Webhooks 1.0.0).
enum Key: Sendable {
    case shared(SymmetricKey)
    case pair(Curve25519.Signing.PublicKey)

    init?(_ text: Substring) {
        if text.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(text.dropFirst(6))) {
            self = .shared(SymmetricKey(data: bytes))
        } else if text.hasPrefix("whpk_"), let bytes = Data(base64Encoded: String(text.dropFirst(5))),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        {
            self = .pair(key)
        } else {
            return nil
        }
    }

    func fits(_ signature: Substring, over signed: Data) -> Bool {
        let parts = signature.split(separator: ",", maxSplits: 1)
        guard parts.count == 2, let code = Data(base64Encoded: String(parts[1])) else { return false }
        switch (self, parts[0]) {
        case (.shared(let key), "v1"):
            return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: key)
        case (.pair(let key), "v1a"): return key.isValidSignature(code, for: signed)
        default: return false
        }
    }
}

/// The id, the time and the body as received, before any JSON is parsed.
func isGenuine(_ headers: HTTPFields, _ body: Data, keys: [Key], now: Date) -> Bool {
    func header(_ name: String) -> String { headers.first { $0.name.canonicalName == name }?.value ?? "" }
    guard let seconds = Double(header("webhook-timestamp")),
        abs(now.timeIntervalSince1970 - seconds) <= 300
    else { return false }
    let signed = Data("\(header("webhook-id")).\(header("webhook-timestamp")).".utf8) + body
    let signatures = header("webhook-signature").split(separator: " ")
    return keys.contains { key in signatures.contains { key.fits($0, over: signed) } }
}

/// The part of an event that this receiver looks at; what it does not know it leaves alone.
struct Event: Decodable {
    var id: String
    var source: String
    var type: String
    var subject: String
    var sequence: String?
    var expirytime: String?
}

/// What was handled. In memory here; in earnest a table with `id` as its key, in the transaction of your own work.
actor Handled {
    private var ids: Set<String> = []
    private var newest: [String: String] = [:]

    func take(_ event: Event, now: Date) -> String {
        guard ids.insert(event.id).inserted else { return "known" }
        // A warning says nothing any more when its deadline has passed.
        if let until = event.expirytime,
            let end = try? Date(until, strategy: .iso8601.time(includingFractionalSeconds: true)), end <= now
        {
            return "expired"
        }
        // Events come in no order; each carries the whole case as it was then.
        guard let sequence = event.sequence else { return "taken" }
        let about = "\(event.source) \(event.subject)"
        guard newest[about].map({ $0 < sequence }) ?? true else { return "older" }
        newest[about] = sequence
        return "taken"
    }
}

@main
enum Receiver {
    static func main() async throws {
        let environment = ProcessInfo.processInfo.environment
        let keys = try String(contentsOfFile: environment["OMBUD_KEYS"] ?? "keys.txt", encoding: .utf8)
            .split(whereSeparator: \.isWhitespace).compactMap { Key($0) }
        let handled = Handled()
        let router = Router()
        router.post("/**") { request, _ in
            let buffer = try await request.body.collect(upTo: 1 << 20)
            let body = Data(buffer.readableBytesView)
            guard isGenuine(request.headers, body, keys: keys, now: Date()) else {
                return HTTPResponse.Status.unauthorized
            }
            let event = try JSONDecoder().decode(Event.self, from: body)
            let what = await handled.take(event, now: Date())
            say("\(what) \(event.type) \(event.subject) \(event.id)")
            return HTTPResponse.Status.noContent
        }
        // The handshake of the CloudEvents webhook specification, where the endpoint asks for it.
        router.on("/**", method: .options) { request, _ in
            var answer = Response(status: .ok)
            let origin =
                request.headers.first { $0.name.canonicalName == "webhook-request-origin" }?.value ?? "*"
            for (name, value) in [("WebHook-Allowed-Origin", origin), ("WebHook-Allowed-Rate", "*")] {
                if let name = HTTPField.Name(name) { answer.headers[name] = value }
            }
            return answer
        }
        let port = environment["PORT"].flatMap { Int($0) } ?? 8080
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { say("listening on \($0.localAddress?.port ?? 0)") })
        try await application.runService()
    }

    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
