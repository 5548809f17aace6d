import Complaints

/// The chain value of an entry: SHA-256 over the value before it (32 bytes, zeros for the first), the
/// SHA-256 of its gzip member (32 bytes), and its place: file, start, length, kind, URL and time in
/// milliseconds, as UTF-8 with a line feed between.
public func chainValue(after previous: [UInt8], of entry: EvidenceEntry) -> [UInt8] {
    let place = [
        entry.file, String(entry.start), String(entry.length), entry.kind.rawValue, entry.url,
        String(entry.at.milliseconds),
    ]
    return sha256(previous + entry.sha256 + place.joined(separator: "\n").utf8)
}
