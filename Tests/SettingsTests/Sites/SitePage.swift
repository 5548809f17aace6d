import Complaints
import Foundation
import Reading

@testable import Settings

/// A rule of `watchlists/sites/`, a page written for it, and what must be read from that page: `phpbb.html`, or
/// `phpbb.last.html` for a further one.
struct SitePage {
    let rule: Rule
    let expected: Expected
    let page: Page

    /// As the files of `records/` have it; `zone` is what the source says.
    struct Expected: Codable {
        var url: String
        var zone: String?
        var next: String?
        var count: Int?
        var records: [Record]
    }

    /// A record in words: the time in UTC as exactly as it was said, the mark as `2/5`.
    struct Record: Codable, Equatable {
        var id, url, author, published, rating, title: String?
        var text: String
        var reply: Reply?
    }

    struct Reply: Codable, Equatable {
        var author, published: String?
        var text: String
    }

    static let now = Instant(seconds: 1_795_348_800)  // 2026-11-22 12:00 UTC

    static let rules = Shipped.root.appending(path: "watchlists/sites")
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// The names of the files of a folder beside this file, without their extensions.
    static func names(in part: String) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)
        return files.filter { !$0.hasPrefix(".") }.map { ($0 as NSString).deletingPathExtension }.sorted()
    }

    static var pages: [String] { get throws { try names(in: "pages") } }

    static var sites: [String] {
        get throws { try Files.yaml(in: rules).map { $0.deletingPathExtension().lastPathComponent }.sorted() }
    }

    static func site(of page: String) -> String { String(page.prefix { $0 != "." }) }

    /// Reads a page by its site's rule, which has gone the way of every configuration.
    init(_ name: String) throws {
        let records = Self.folder.appending(path: "records/\(name).json")
        expected = try JSONDecoder().decode(Expected.self, from: try Data(contentsOf: records))
        let source = try Self.source(Self.site(of: name), expected)
        guard let rule = source.rule else { throw Missing(what: "a rule for \(name)") }
        let candidates = ["html", "json"].map { Self.folder.appending(path: "pages/\(name).\($0)") }
        guard let file = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) })
        else { throw Missing(what: "a page in pages/ for \(name)") }
        self.rule = rule
        page = try read(
            PageInput(
                bytes: Array(try Data(contentsOf: file)), url: expected.url,
                contentType: file.pathExtension == "json" ? "application/json" : "text/html; charset=utf-8",
                rule: rule, zone: source.zone, now: Self.now))
    }

    private static func source(_ site: String, _ expected: Expected) throws -> Source {
        let folder = try ConfigFolder(["ombud.yaml": ""])
        try folder.write(
            "watchlists/sites/\(site).yaml",
            try Data(contentsOf: rules.appending(path: "\(site).yaml")))
        let zone = expected.zone.map { "zone: \($0)\n" } ?? ""
        let text = watchlist(source: "read: \(site)\n" + zone)
        try folder.write("watchlists/acme.yaml", Data(text.utf8))
        guard let source = try folder.load(selectorFault: { selectorFault($0) }).sources.first
        else { throw Missing(what: "a source") }
        return source
    }
}

struct Missing: Error, CustomStringConvertible {
    var what: String
    var description: String { "there must be \(what)" }
}

extension SitePage.Record {
    init(_ record: Complaints.Record) {
        self.init(
            id: record.id, url: record.url, author: record.author, published: record.published.map(said),
            rating: record.rating.map(said), title: record.title, text: record.text,
            reply: record.reply.map {
                SitePage.Reply(author: $0.author, published: $0.published.map(said), text: $0.text)
            })
    }
}

/// `2026-11-03T14:20:05Z`, `2026-11-03T14:20Z`, `2026-11-03`: the day is that of its own zone.
private func said(_ time: StatedTime) -> String {
    let isDay = time.precision <= .day
    let instant =
        isDay ? Instant(milliseconds: time.instant.milliseconds + Int64(time.offset) * 1000) : time.instant
    let text = instant.rfc3339()
    switch time.precision {
    case .year: return String(text.prefix(4))
    case .month: return String(text.prefix(7))
    case .day: return String(text.prefix(10))
    case .hour: return text.prefix(13) + "Z"
    case .minute: return text.prefix(16) + "Z"
    case .second: return text.prefix(19) + "Z"
    }
}

private func said(_ rating: Rating) -> String {
    func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
    return plain(rating.value) + (rating.best.map { "/" + plain($0) } ?? "")
}
