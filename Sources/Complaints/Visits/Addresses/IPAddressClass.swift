/// What an address is for, by the IANA special-purpose registries for IPv4 and IPv6.
extension IPAddress {
    /// The class of the address, seen through every way to carry an IPv4 address inside an IPv6 one.
    public var addressClass: AddressClass {
        if let v4 { return Self.classOf(v4) }
        if Self.metadataV6.contains(self) { return .metadata }
        if let inner = embedded?.v4 {
            if high == 0, low <= 1 { return low == 0 ? .unspecified : .loopback }
            return Self.classOf(inner)
        }
        switch high >> 48 {
        case 0x0064 where high >> 16 == 0x0064_FF9B_0001: return .private
        case 0x2001 where high >> 32 == 0x2001_0DB8: return .documentation
        case 0x2001 where high >> 32 & 0xFFFF < 0x0200: return .reserved
        case 0x3FFF where high >> 44 & 0xF == 0: return .documentation
        case 0x2000...0x3FFF: return .global
        case 0xFC00...0xFDFF: return .private
        case 0xFE80...0xFEBF: return .linkLocal
        case 0xFEC0...0xFEFF: return .private
        case 0xFF00...0xFFFF: return .multicast
        default: return .reserved
        }
    }

    /// The IPv4 address that a mapped (::ffff:0:0/96), translated (::ffff:0:0:0/96), compatible (::/96),
    /// NAT64 (64:ff9b::/96) or 6to4 (2002::/16) address leads to.
    public var embedded: IPAddress? {
        if isV4 { return nil }
        let tail = IPAddress(v4: UInt32(truncatingIfNeeded: low))
        switch (high, low >> 32) {
        case (0, 0), (0, 0xFFFF), (0, 0xFFFF_0000), (0x0064_FF9B_0000_0000, 0): return tail
        default: break
        }
        if high >> 48 == 0x2002 { return IPAddress(v4: UInt32(truncatingIfNeeded: high >> 16)) }
        return nil
    }

    private static func classOf(_ v4: UInt32) -> AddressClass {
        if metadataV4.contains(v4) { return .metadata }
        switch (v4 >> 24, v4 >> 16 & 0xFF, v4 >> 8 & 0xFF) {
        case (0, _, _): return .unspecified
        case (10, _, _), (172, 16...31, _), (192, 168, _): return .private
        case (100, 64...127, _): return .shared
        case (127, _, _): return .loopback
        case (169, 254, _): return .linkLocal
        case (192, 0, 2), (198, 51, 100), (203, 0, 113): return .documentation
        case (192, 0, 0), (192, 88, 99), (198, 18...19, _): return .reserved
        case (224...239, _, _): return .multicast
        case (240..., _, _): return .reserved
        default: return .global
        }
    }

    /// Where clouds hand out credentials: the common one, containers, Alibaba, Oracle, Azure's wire server.
    private static let metadataV4: Set<UInt32> = [
        0xA9FE_A9FE, 0xA9FE_AA02, 0x6464_64C8, 0xC000_00C0, 0xA83F_8110,
    ]

    /// The same over IPv6: Amazon, Google.
    private static let metadataV6: Set<IPAddress> = [
        IPAddress(high: 0xFD00_0EC2_0000_0000, low: 0x254),
        IPAddress(high: 0xFD20_00CE_0000_0000, low: 0x254),
    ]
}
