import Complaints
import Gzip

/// Reads archived records back: each is found to be the bytes whose SHA-256 the store has.
public final class ArchiveReader {
    private let folder: String
    private var files: [String: ReadingFile] = [:]

    /// Files that stay open at a time.
    private static let mostOpen = 16
    /// Of one record, unpacked.
    private static let mostBytes = 1 << 30

    public init(_ folder: String) { self.folder = folder }

    /// A record's gzip member.
    func member(of entry: EvidenceEntry) throws(EvidenceError) -> [UInt8] {
        if files.count > Self.mostOpen { files = [:] }
        if files[entry.file] == nil { files[entry.file] = try ReadingFile(folder: folder, name: entry.file) }
        guard let file = files[entry.file] else {
            throw .unreadable(path: folder + "/" + entry.file, why: "it is not there")
        }
        let isInside = entry.length <= file.size && entry.start <= file.size - entry.length
        let member = isInside ? try file.read(at: entry.start, length: Int(entry.length)) : []
        guard sha256(member) == entry.sha256 else {
            throw damage(entry, "is not what was archived")
        }
        return member
    }

    /// The page that a response or a resource holds.
    public func page(of entry: EvidenceEntry) throws(EvidenceError) -> ArchivedPage {
        let record: ReadRecord
        do {
            record = try ReadRecord(try gunzip(try member(of: entry), atMost: Self.mostBytes))
        } catch let error as EvidenceError {
            throw error
        } catch let error as NotARecord {
            throw damage(entry, error.what)
        } catch {
            throw damage(entry, "cannot be unpacked: \(error)")
        }
        if entry.kind == .resource {
            return ArchivedPage(
                status: 200, url: entry.url, contentType: record.value("Content-Type"), body: record.block)
        }
        let head = MessageHead(record.head)
        let content = record.content
        let body = head.isChunked ? dechunked(content) ?? content : content
        return ArchivedPage(
            status: head.status, url: entry.url, contentType: head.values("content-type").first,
            links: head.values("link"), coding: head.values("content-encoding").last, body: body)
    }

    private func damage(_ entry: EvidenceEntry, _ what: String) -> EvidenceError {
        .damaged(file: entry.file, start: entry.start, number: entry.number, what: what)
    }
}

/// What a server or a command answered, as it was archived.
public struct ArchivedPage: Sendable {
    /// 0 where the head states none.
    public var status: Int
    /// The address that answered.
    public var url: String
    public var contentType: String?
    /// Values of `Link` (RFC 8288).
    public var links: [String] = []
    /// `Content-Encoding`, in which `body` still is; nil for none.
    public var coding: String?
    /// Without transfer coding.
    public var body: [UInt8]
}
