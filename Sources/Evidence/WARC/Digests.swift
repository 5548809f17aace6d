import Crypto

/// SHA-256, everywhere: of members, blocks, payloads and links of the chain.
public func sha256(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var hash = SHA256()
    let isHashed: Bool? = bytes.withContiguousStorageIfAvailable {
        hash.update(bufferPointer: UnsafeRawBufferPointer($0))
        return true
    }
    if isHashed == nil { hash.update(data: Array(bytes)) }
    return Array(hash.finalize())
}

/// Lower-case hexadecimal, as `sha256sum` prints it.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// `sha256:` with hexadecimal: a labelled digest that readers of WARC verify.
func digestField(_ digest: [UInt8]) -> String { "sha256:" + hexadecimal(digest) }
