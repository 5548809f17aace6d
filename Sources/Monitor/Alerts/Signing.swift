import Complaints
import Crypto
import Foundation

/// Standard Webhooks 1.0.0: signs `id.timestamp.body` with an endpoint's keys, several while one replaces another.
public struct WebhookSigner: Sendable {
    private let keys: [Key]

    private struct Key: Sendable {
        var method: Method
        var until: Instant?
    }

    private enum Method: Sendable {
        case hmac(SymmetricKey)
        case ed25519(Curve25519.Signing.PrivateKey)
    }

    /// What cannot be signed.
    public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case emptyID
        case dotInID
        case controlInID

        public var description: String {
            switch self {
            case .emptyID: "the id is empty"
            case .dotInID:
                "the id holds a `.`, which joins the parts that are signed; it is not allowed there"
            case .controlInID:
                "the id holds a line break or another control character, which no header can carry"
            }
        }
    }

    public init(secret: String) throws(SigningKey.Fault) { try self.init([Endpoint.Key(Secret(secret))]) }

    public init(_ endpointKeys: [Endpoint.Key]) throws(SigningKey.Fault) {
        var keys: [Key] = []
        for one in endpointKeys {
            keys.append(Key(method: try Self.method(SigningKey(one.secret.value)), until: one.until))
        }
        self.keys = keys
    }

    private static func method(_ key: SigningKey) throws(SigningKey.Fault) -> Method {
        switch key {
        case .hmac(let bytes): return .hmac(SymmetricKey(data: bytes))
        case .ed25519(let seed, let publicKey):
            guard let found = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
                throw .wrongLength(found: seed.count, isSymmetric: false)
            }
            if let publicKey, !found.publicKey.rawRepresentation.elementsEqual(publicKey) {
                throw .otherPublicKey
            }
            return .ed25519(found)
        }
    }

    /// The value of `webhook-signature`: one of each key that is still in use, separated by spaces.
    /// - Parameters:
    ///   - timestamp: seconds since 1970 UTC.
    ///   - now: which keys are in use; nil takes them all.
    public func signature(
        id: String, timestamp: Int64, body: [UInt8], now: Instant? = nil
    ) throws -> String {
        guard !id.isEmpty else { throw Fault.emptyID }
        guard !id.utf8.contains(UInt8(ascii: ".")) else { throw Fault.dotInID }
        guard !id.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { throw Fault.controlInID }
        let signed = Array("\(id).\(timestamp).".utf8) + body
        let inUse = keys.filter { key in key.until.map { until in now.map { $0 < until } ?? true } ?? true }
        return try inUse.map { key in
            switch key.method {
            case .hmac(let key):
                "v1," + Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64EncodedString()
            case .ed25519(let key): "v1a," + Data(try key.signature(for: signed)).base64EncodedString()
            }
        }.joined(separator: " ")
    }

    /// Whether one of the space-separated signatures of a header is right for one of the keys; compares in
    /// constant time.
    public func verifies(_ header: String, id: String, timestamp: Int64, body: [UInt8]) -> Bool {
        let signed = Array("\(id).\(timestamp).".utf8) + body
        return header.split(separator: " ").contains { part in
            let halves = part.split(separator: ",", maxSplits: 1)
            guard halves.count == 2, let given = Data(base64Encoded: String(halves[1])) else { return false }
            return keys.contains { key in
                switch (key.method, halves[0]) {
                case (.hmac(let key), "v1"):
                    HMAC<SHA256>.isValidAuthenticationCode(given, authenticating: signed, using: key)
                case (.ed25519(let key), "v1a"): key.publicKey.isValidSignature(given, for: signed)
                default: false
                }
            }
        }
    }
}

/// A new secret for an endpoint, and what its receiver needs to know.
public struct NewSecret: Sendable {
    /// `whsec_...`, or `whsk_...`
    public let secret: String
    /// `whpk_...`, by which a receiver verifies without being able to sign; nil where both have the same key.
    public let publicKey: String?

    /// HMAC-SHA256 with 32 random bytes.
    public static func symmetric() -> NewSecret {
        let key = SymmetricKey(size: .bits256)
        return NewSecret(
            secret: "whsec_" + key.withUnsafeBytes { Data($0) }.base64EncodedString(), publicKey: nil)
    }

    /// Ed25519.
    public static func asymmetric() -> NewSecret {
        let key = Curve25519.Signing.PrivateKey()
        return NewSecret(
            secret: "whsk_" + key.rawRepresentation.base64EncodedString(),
            publicKey: "whpk_" + key.publicKey.rawRepresentation.base64EncodedString())
    }
}
