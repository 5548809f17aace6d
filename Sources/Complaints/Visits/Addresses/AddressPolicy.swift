/// Which addresses a request may be sent to, so that no watchlist, page or redirect can make the
/// daemon talk to the operator's own network.
public struct AddressPolicy: Hashable, Sendable {
    /// Opens loopback, private and shared ranges.
    public var allowsPrivate: Bool
    /// Ranges that are open whatever they hold, except link-local and metadata addresses.
    public var openRanges: [AddressRange]
    /// What opens loopback and private addresses, for people: `under fetch.allow-private`.
    public var opening: String

    public init(
        allowsPrivate: Bool = false, openRanges: [AddressRange] = [],
        opening: String = "under fetch.allow-private"
    ) {
        self.allowsPrivate = allowsPrivate
        self.openRanges = openRanges
        self.opening = opening
    }

    /// Only addresses of the public internet.
    public static let publicOnly = AddressPolicy()

    /// Why `address` must not be talked to and what can be done, as the end of a sentence; nil when it may.
    public func refusal(of address: IPAddress) -> String? {
        let kind = address.addressClass
        var opening = opening
        switch kind {
        case .global: return nil
        case .linkLocal, .metadata: return kind.words + "; such addresses are never opened"
        case .loopback, .private, .shared: if allowsPrivate { return nil }
        default: opening = "by its range under fetch.allow-private"
        }
        let inner = address.embedded ?? address
        if openRanges.contains(where: { $0.contains(address) || $0.contains(inner) }) { return nil }
        return kind.words + "; open it \(opening) if that is meant"
    }
}

/// What a range of addresses is for (IANA special-purpose registries).
public enum AddressClass: String, Hashable, Sendable {
    case global, loopback, `private`, shared, linkLocal, metadata, multicast, unspecified, documentation,
        reserved

    /// As the end of a sentence: `127.0.0.1 is ...`.
    public var words: String {
        switch self {
        case .global: "a public address"
        case .loopback: "a loopback address"
        case .private: "a private address"
        case .shared: "a shared (carrier NAT) address"
        case .linkLocal: "a link-local address"
        case .metadata: "a cloud metadata address"
        case .multicast: "a multicast address"
        case .unspecified: "the unspecified address"
        case .documentation: "a documentation address"
        case .reserved: "a reserved address"
        }
    }
}

extension WebURL {
    /// The address that the host is without any question to a resolver: one written as an address, or `localhost`.
    public var literalAddress: IPAddress? {
        if let address = IPAddress(host) { return address }
        var name = host[...]
        if name.utf8.last == UInt8(ascii: ".") { name.removeLast() }
        return name == "localhost" || name.hasSuffix(".localhost") ? IPAddress("127.0.0.1") : nil
    }
}

/// A block of addresses in CIDR notation.
public struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    let base: IPAddress
    let prefix: Int

    /// `10.0.0.0/8`, `::1/128`, or a bare address for itself alone; nil for anything else.
    public init?(_ cidr: String) {
        let parts = cidr.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(String(parts[0])) else { return nil }
        let width = address.isV4 ? 32 : 128
        var prefix = width
        if parts.count == 2 {
            guard !parts[1].isEmpty, parts[1].utf8.allSatisfy(ASCII.isDigit), let bits = Int(parts[1]),
                bits <= width
            else { return nil }
            prefix = bits
        }
        base = address
        self.prefix = prefix
    }

    /// Whether the leading bits agree; a range of one family holds nothing of the other.
    public func contains(_ address: IPAddress) -> Bool {
        guard address.isV4 == base.isV4 else { return false }
        let bits = address.isV4 ? prefix + 96 : prefix
        let (highBits, lowBits) = (min(bits, 64), max(bits - 64, 0))
        return Self.agree(address.high, base.high, highBits) && Self.agree(address.low, base.low, lowBits)
    }

    public var description: String { "\(base)/\(prefix)" }

    private static func agree(_ a: UInt64, _ b: UInt64, _ bits: Int) -> Bool {
        bits == 0 || (a ^ b) >> UInt64(64 - bits) == 0
    }
}
