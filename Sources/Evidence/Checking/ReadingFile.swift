import Foundation
import Gzip

/// One archive file that is read at places.
final class ReadingFile {
    let name: String
    private let descriptor: Int32

    /// nil when there is no such file.
    init?(folder: String, name: String) throws(EvidenceError) {
        self.name = name
        let path = folder + "/" + name
        // A name comes from the store; one with a slash would lead out of the folder.
        guard !name.contains("/") else { throw .unreadable(path: path, why: "it is no file name") }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            throw .unreadable(path: path, why: reason(errno))
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    var size: Int64 {
        var found = stat()
        return fstat(descriptor, &found) == 0 ? Int64(found.st_size) : 0
    }

    /// As many of `length` bytes as there are.
    func read(at start: Int64, length: Int) throws(EvidenceError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: max(1, length)) { room, count in
            count = 0
            while count < length, let base = room.baseAddress {
                let found = pread(descriptor, base + count, length - count, off_t(start) + off_t(count))
                if found < 0, errno == EINTR { continue }
                if found < 0 { failure = errno }
                if found <= 0 { break }
                count += found
            }
        }
        if failure != 0 { throw .unreadable(path: name, why: reason(failure)) }
        return bytes
    }

    /// How many whole records a stretch holds one after the other, and how many bytes they take.
    func wholeRecords(
        from start: Int64, to end: Int64, atMost limit: Int
    ) throws(EvidenceError) -> (count: Int, bytes: Int64) {
        var (count, at) = (0, start)
        var window = 1 << 20
        while at < end {
            let length = Int(min(Int64(window), end - at))
            if let member = try? gunzipMember(try read(at: at, length: length), atMost: limit),
                (try? ReadRecord(member.bytes)) != nil
            {
                count += 1
                at += Int64(member.length)
            } else if Int64(length) < end - at, window < limit {
                window *= 4
            } else {
                break
            }
        }
        return (count, at - start)
    }
}
