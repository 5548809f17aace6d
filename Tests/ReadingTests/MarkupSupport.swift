import Complaints

@testable import Reading

/// Pages as the tests of markup write them.
enum Written {
    static let now = Instant(seconds: 1_772_000_000)

    static func page(_ html: String, without: Set<Via> = []) throws(ReadingFailure) -> Page {
        try read(
            PageInput(
                bytes: Array(html.utf8), url: "https://shop.example/reviews?page=1", now: now,
                without: without))
    }

    static func records(_ html: String) throws(ReadingFailure) -> [Record] { try page(html).records }

    static func records(json: String) throws(ReadingFailure) -> [Record] {
        try records("<html lang=en><body><script type='application/ld+json'>\(json)</script></body></html>")
    }

    /// A record in one line: what tests of a kind of markup compare.
    static func line(_ record: Record) -> String {
        let mark = record.rating.map { "\(short($0.value))/\($0.best.map(short) ?? "-")" } ?? "-"
        let day = record.published.map { String($0.instant.description.prefix(10)) } ?? "-"
        return "\(record.author ?? "-")|\(day)|\(mark)|\(record.title ?? "-")|\(record.text)"
    }

    private static func short(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
