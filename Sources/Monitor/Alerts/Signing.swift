import Complaints
import Crypto
import Foundation

/// Standard Webhooks 1.0.0: signs `id.timestamp.body` with an endpoint's secret.
public struct WebhookSigner: Sendable {
    private let key: SigningKey

    public init(secret: String) throws(SigningKey.Fault) { key = try SigningKey(secret) }

    /// The value of `webhook-signature`.
    /// - Parameter timestamp: seconds since 1970 UTC.
    public func signature(id: String, timestamp: Int64, body: [UInt8]) throws -> String {
        let signed = Array("\(id).\(timestamp).".utf8) + body
        switch key {
        case .hmac(let bytes):
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: bytes))
            return "v1," + Data(code).base64EncodedString()
        case .ed25519(let seed):
            let signature = try Curve25519.Signing.PrivateKey(rawRepresentation: seed).signature(for: signed)
            return "v1a," + Data(signature).base64EncodedString()
        }
    }

    /// Whether one of the space-separated signatures of a header is right; compares in constant time.
    public func verifies(_ header: String, id: String, timestamp: Int64, body: [UInt8]) -> Bool {
        let signed = Array("\(id).\(timestamp).".utf8) + body
        return header.split(separator: " ").contains { part in
            let halves = part.split(separator: ",", maxSplits: 1)
            guard halves.count == 2, let given = Data(base64Encoded: String(halves[1])) else { return false }
            switch (key, halves[0]) {
            case (.hmac(let bytes), "v1"):
                return HMAC<SHA256>.isValidAuthenticationCode(
                    given, authenticating: signed, using: SymmetricKey(data: bytes))
            case (.ed25519(let seed), "v1a"):
                guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
                    return false
                }
                return key.publicKey.isValidSignature(given, for: signed)
            default: return false
            }
        }
    }
}
