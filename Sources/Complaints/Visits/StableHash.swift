/// FNV-1a, 64 bits: the same for ever, so fit to be stored. For change detection, not against forgery.
@inlinable
public func stableHash(_ bytes: some Sequence<UInt8>) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int64(bitPattern: hash)
}
