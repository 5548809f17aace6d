import Crypto
import Foundation

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

/// Of a whole file, read a megabyte at a time.
public func sha256(ofFile path: String) throws(EvidenceError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, why: reason(errno)) }
    defer { close(descriptor) }
    var hash = SHA256()
    var room = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        let count = read(descriptor, &room, room.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw .unreadable(path: path, why: reason(errno)) }
        if count == 0 { return Array(hash.finalize()) }
        room.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
}

/// Lower-case hexadecimal, as `sha256sum` prints it.
public func hexadecimal(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { room in
        for (index, byte) in bytes.enumerated() {
            room[index * 2] = hexDigit(byte >> 4)
            room[index * 2 + 1] = hexDigit(byte & 15)
        }
        return bytes.count * 2
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

/// `sha256:` with hexadecimal: a labelled digest that readers of WARC verify.
func digestField(_ digest: [UInt8]) -> String { "sha256:" + hexadecimal(digest) }
