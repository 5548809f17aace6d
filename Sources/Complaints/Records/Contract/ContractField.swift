/// What a contract speaks of, and what it says when it is broken.

public enum ContractField: String, Hashable, Sendable, Codable, CaseIterable {
    /// How many a page shows.
    case records
    case author, published, rating, title, text, url, id, reply
    /// By which of the ways of reading.
    case way
}

/// One field that is not what it was, in words for people.
public struct Breach: Hashable, Sendable, Codable {
    public var field: ContractField
    /// `filled in all of 24, such as "Anna Nowak"`.
    public var before: String
    public var after: String

    public init(_ field: ContractField, before: String, after: String) {
        self.field = field
        self.before = before
        self.after = after
    }
}

extension ContractField {
    /// Those of a record, in the order of `Sample.filled`.
    static let ofRecord: [ContractField] = [.author, .published, .rating, .title, .text, .url, .id, .reply]

    /// As a person would read it; nil where the record does not have it.
    func value(in record: Record) -> String? {
        switch self {
        case .author: record.author?.nonBlank
        case .published: record.published?.words
        case .rating: record.rating.map(\.words)
        case .title: record.title?.nonBlank
        case .text: record.text.nonBlank
        case .url: record.url
        case .id: record.id
        case .reply: record.reply?.text.nonBlank
        case .way: record.via.rawValue
        case .records: nil
        }
    }

    func isFilled(in record: Record) -> Bool {
        switch self {
        case .author: record.author?.isBlank == false
        case .published: record.published != nil
        case .rating: record.rating != nil
        case .title: record.title?.isBlank == false
        case .text: !record.text.isBlank
        case .url: record.url != nil
        case .id: record.id != nil
        case .reply: record.reply != nil
        case .way: true
        case .records: false
        }
    }
}

extension String {
    fileprivate var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D } }
    fileprivate var nonBlank: String? { isBlank ? nil : self }

    /// In quotes, on one line and not longer than a glance.
    var quoted: String {
        let words = split(whereSeparator: \.isWhitespace).prefix(20).joined(separator: " ")
        let cut = words.count > 60 ? words.prefix(59) + "…" : words[...]
        return "\"\(cut)\""
    }
}

extension Rating {
    fileprivate var words: String {
        func short(_ number: Double) -> String {
            number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
        }
        return short(value) + (best.map { " of \(short($0))" } ?? "")
    }
}

extension StatedTime {
    /// A day stays a day.
    fileprivate var words: String {
        let text = instant.rfc3339()
        return precision >= .hour ? text : String(text.prefix(10))
    }
}
