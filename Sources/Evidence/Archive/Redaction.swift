import Complaints
import Foundation
import Gzip

/// Destroys the bytes of a record and leaves a note of the same length in their place, so that every other record
/// of the file stays where it was, and readers of WARC read on.
///
/// The entry stays in the chain with the SHA-256 of what stood there. Done twice is done once.
public func redact(_ entry: EvidenceEntry, in folder: String, at now: Instant) throws(EvidenceError) {
    let path = folder + "/" + entry.file
    guard !entry.file.contains("/") else { throw .unreadable(path: path, why: "it is no file name") }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
        // Where there is no file, nothing is left to destroy.
        if errno == ENOENT { return }
        throw .unwritable(path: path, why: reason(errno))
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .unwritable(path: path, why: reason(errno)) }
    guard entry.start + entry.length <= Int64(info.st_size) else { return }
    let note = redactionNote(of: entry, length: Int(entry.length), at: now)
    var done = 0
    while done < note.count {
        let count = note.withUnsafeBytes { room in
            room.baseAddress.map {
                pwrite(descriptor, $0 + done, note.count - done, off_t(entry.start) + off_t(done))
            } ?? -1
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw .unwritable(path: path, why: reason(errno)) }
        done += count
    }
    guard fdatasync(descriptor) == 0 else { throw .unwritable(path: path, why: reason(errno)) }
}

/// Removes a file of which nothing is kept; one that is not there is removed.
public func removeArchiveFile(_ name: String, in folder: String) throws(EvidenceError) {
    let path = folder + "/" + name
    guard !name.contains("/") else { throw .unreadable(path: path, why: "it is no file name") }
    guard unlink(path) == 0 || errno == ENOENT else { throw .unwritable(path: path, why: reason(errno)) }
    try syncFolder(folder)
}

/// A gzip member of exactly `length` bytes: a `metadata` record that says what was here, as far as it fits.
func redactionNote(of entry: EvidenceEntry, length: Int, at now: Instant) -> [UInt8] {
    let text =
        "dropped on purpose at \(now); sha256 of the record that stood here: \(hexadecimal(entry.sha256))\r\n"
    let compressor = GzipCompressor(level: 9)
    for block in [text, ""] {
        let record =
            "WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:\(entry.record)>\r\n"
            + "WARC-Date: \(now)\r\nContent-Type: text/plain\r\nContent-Length: \(block.utf8.count)\r\n\r\n"
            + block + "\r\n\r\n"
        if let member = padded(compressor.gzip(Array(record.utf8)), to: length) { return member }
    }
    return padded(compressor.gzip([]), to: length) ?? [UInt8](repeating: 0, count: length)
}

/// The same member with a comment (RFC 1952 section 2.3.1, FCOMMENT) that makes it so long; nil where it is longer.
private func padded(_ member: [UInt8], to length: Int) -> [UInt8]? {
    if member.count == length { return member }
    guard member.count + 1 <= length, member.count > 10 else { return nil }
    var head = Array(member[..<10])
    head[3] |= 0x10
    let comment = [UInt8](repeating: UInt8(ascii: "-"), count: length - member.count - 1)
    return head + comment + [0] + member[10...]
}
