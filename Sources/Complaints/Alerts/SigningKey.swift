import Foundation

/// The key of a Standard Webhooks secret: `whsec_` or `whsk_`, and base64.
public enum SigningKey: Sendable {
    /// `whsec_`: HMAC-SHA256, 24 to 64 bytes.
    case hmac([UInt8])
    /// `whsk_`: Ed25519, the 32 bytes of the seed, and those of its public key where they stand behind it.
    case ed25519(seed: [UInt8], publicKey: [UInt8]?)

    /// What is wrong with a secret; never holds a part of it.
    public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case empty
        case unknownPrefix
        case nothingBehind(prefix: String)
        case notBase64(prefix: String)
        case wrongLength(found: Int, isSymmetric: Bool)
        case publicKey
        case otherPublicKey

        /// As the end of a sentence that begins with the secret.
        public var description: String {
            switch self {
            case .empty: "is empty"
            case .unknownPrefix: "starts with neither `whsec_` nor `whsk_`"
            case .nothingBehind(let prefix): "has nothing behind `\(prefix)`"
            case .notBase64(let prefix): "has no valid base64 behind `\(prefix)`"
            case .wrongLength(let found, isSymmetric: true):
                "has a key of \(found) bytes; 24 to 64 are wanted"
            case .wrongLength(let found, isSymmetric: false):
                "has an Ed25519 key of \(found) bytes; a seed of 32 or a key of 64 is wanted"
            case .publicKey:
                "is a public key (`whpk_`), by which receivers verify; signing needs its `whsk_`"
            case .otherPublicKey:
                "has an Ed25519 key of 64 bytes whose second half is not the public key of its first"
            }
        }
    }

    public init(_ secret: String) throws(Fault) {
        guard !secret.isEmpty else { throw .empty }
        if secret.hasPrefix("whpk_") { throw .publicKey }
        guard let prefix = ["whsec_", "whsk_"].first(where: { secret.hasPrefix($0) }) else {
            throw .unknownPrefix
        }
        let encoded = secret.dropFirst(prefix.count)
        guard !encoded.isEmpty else { throw .nothingBehind(prefix: prefix) }
        guard let bytes = Data(base64Encoded: String(encoded)).map(Array.init) else {
            throw .notBase64(prefix: prefix)
        }
        if prefix == "whsec_" {
            guard (24...64).contains(bytes.count) else {
                throw .wrongLength(found: bytes.count, isSymmetric: true)
            }
            self = .hmac(bytes)
        } else {
            // A bare seed, or the seed with its public key behind it, as libsodium writes a secret key.
            guard bytes.count == 32 || bytes.count == 64 else {
                throw .wrongLength(found: bytes.count, isSymmetric: false)
            }
            self = .ed25519(
                seed: Array(bytes.prefix(32)), publicKey: bytes.count == 64 ? Array(bytes.suffix(32)) : nil)
        }
    }
}
