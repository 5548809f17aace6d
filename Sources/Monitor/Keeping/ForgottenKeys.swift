import Complaints
import Crypto
import Storage

/// By what somebody who is forgotten is known again, without being known: HMAC-SHA256 (RFC 2104) under a salt that
/// the store alone has.
struct ForgottenKeys: Sendable {
    private let key: SymmetricKey

    init(salt: [UInt8]) { key = SymmetricKey(data: salt) }

    /// Those of a store; nil where nothing was ever forgotten.
    init?(of session: any Session) throws {
        guard let salt = try session.forgottenSalt() else { return nil }
        self.init(salt: salt)
    }

    /// Those of a store in which something is about to be forgotten.
    static func make(in session: any Session) throws -> ForgottenKeys {
        if let known = try ForgottenKeys(of: session) { return known }
        let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        try session.keepForgottenSalt(salt)
        return ForgottenKeys(salt: salt)
    }

    /// - Parameters:
    ///   - author: as `authorKey` folds a name.
    ///   - source: nil for every source.
    func author(_ author: String, at source: SourceID?) -> [UInt8] {
        hash("author\n\(source?.name ?? "")\n\(author)")
    }

    /// - Parameter identity: a key of `Identity`.
    func record(_ identity: String) -> [UInt8] { hash("record\n\(identity)") }

    private func hash(_ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}

extension Session {
    /// Which records of a visit are not to be taken in, by their places: their author or they themselves were
    /// forgotten.
    func forgottenPlaces(
        of records: [(record: Record, identity: Identity)], source: SourceID
    ) throws -> [Int: Forgotten.How] {
        guard let keys = try ForgottenKeys(of: self) else { return [:] }
        let all = records.map { record, identity in
            var hashes = (identity.strong + identity.weak).map { keys.record($0) }
            if let author = authorKey(record.author) {
                hashes += [keys.author(author, at: source), keys.author(author, at: nil)]
            }
            return hashes
        }
        let found = try forgotten(Array(Set(all.joined())))
        guard !found.isEmpty else { return [:] }
        var places: [Int: Forgotten.How] = [:]
        for (place, hashes) in all.enumerated() {
            let hows = hashes.compactMap { found[$0] }
            places[place] = hows.first { $0 != .purged } ?? hows.first
        }
        return places
    }
}
