import CDeflate
import Synchronization

/// Makes gzip members (RFC 1952) with libdeflate; its handles are kept and used again.
///
/// A handle serves one call at a time; as many are made as calls ever ran at once, so this is safe from
/// any thread.
public final class GzipCompressor: Sendable {
    private let level: Int32
    private let idle = Mutex<[Handle]>([])

    /// - Parameter level: 0 (stored) to 12 (smallest).
    public init(level: Int = 1) { self.level = Int32(min(12, max(0, level))) }

    /// One member that holds all of `bytes`, without name or time: the same bytes give the same member.
    public func gzip(_ bytes: [UInt8]) -> [UInt8] {
        let handle = idle.withLock { $0.popLast() } ?? Handle(level: level)
        defer { idle.withLock { $0.append(handle) } }
        return handle.gzip(bytes)
    }

    /// The owner of one libdeflate compressor.
    private final class Handle: @unchecked Sendable {
        // unchecked: the pointer never changes, and the pool lends a handle to one caller at a time.
        private let pointer: OpaquePointer?

        init(level: Int32) { pointer = libdeflate_alloc_compressor(level) }

        deinit { libdeflate_free_compressor(pointer) }

        func gzip(_ bytes: [UInt8]) -> [UInt8] {
            guard let pointer else { return storedMember(bytes) }
            let bound = libdeflate_gzip_compress_bound(pointer, bytes.count)
            return [UInt8](unsafeUninitializedCapacity: bound) { room, count in
                // Never 0: `bound` is libdeflate's own promise of enough room.
                count = libdeflate_gzip_compress(pointer, bytes, bytes.count, room.baseAddress, bound)
            }
        }
    }
}

/// A member of stored blocks, for when libdeflate has no memory for a compressor.
private func storedMember(_ bytes: [UInt8]) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var start = 0
    repeat {
        let count = min(0xFFFF, bytes.count - start)
        let isLast = start + count == bytes.count
        let length = UInt16(count)
        member += [isLast ? 1 : 0, UInt8(length & 0xFF), UInt8(length >> 8)]
        member += [UInt8(~length & 0xFF), UInt8(~length >> 8)]
        member += bytes[start..<start + count]
        start += count
    } while start < bytes.count
    let sum = libdeflate_crc32(0, bytes, bytes.count)
    for value in [sum, UInt32(truncatingIfNeeded: bytes.count)] {
        for shift in [0, 8, 16, 24] as [UInt32] { member.append(UInt8(value >> shift & 0xFF)) }
    }
    return member
}
