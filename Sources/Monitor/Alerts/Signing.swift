import Complaints
import Crypto
import Foundation

/// Standard Webhooks 1.0.0: signs `id.timestamp.body` with an endpoint's secret.
public struct WebhookSigner: Sendable {
    private enum Key: Sendable {
        /// `whsec_`: HMAC-SHA256, `v1`.
        case hmac([UInt8])
        /// `whsk_`: Ed25519, `v1a`; the 32 bytes of the seed.
        case ed25519([UInt8])
    }

    private let key: Key

    public enum Fault: Error, Hashable, CustomStringConvertible {
        case empty, unknownPrefix, notBase64
        case wrongLength(found: Int, wanted: String)

        public var description: String {
            switch self {
            case .empty: "the secret is empty; make one with 24 to 64 random bytes in base64 after whsec_"
            case .unknownPrefix: "the secret starts neither with whsec_ (HMAC) nor with whsk_ (Ed25519)"
            case .notBase64: "what follows the secret's prefix is not base64"
            case .wrongLength(let found, let wanted): "the secret holds \(found) bytes; \(wanted) are wanted"
            }
        }
    }

    public init(secret: String) throws(Fault) {
        guard !secret.isEmpty else { throw .empty }
        let isSymmetric = secret.hasPrefix("whsec_")
        guard isSymmetric || secret.hasPrefix("whsk_") else { throw .unknownPrefix }
        let encoded = secret.dropFirst(isSymmetric ? 6 : 5)
        guard !encoded.isEmpty else { throw .empty }
        guard let bytes = Data(base64Encoded: String(encoded)).map(Array.init) else { throw .notBase64 }
        if isSymmetric {
            guard (24...64).contains(bytes.count) else {
                throw .wrongLength(found: bytes.count, wanted: "24 to 64")
            }
            key = .hmac(bytes)
        } else {
            // A bare seed, or the seed with its public key behind it, as libsodium writes a secret key.
            guard bytes.count == 32 || bytes.count == 64 else {
                throw .wrongLength(found: bytes.count, wanted: "32 or 64")
            }
            key = .ed25519(Array(bytes.prefix(32)))
        }
    }

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
