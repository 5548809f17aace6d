/// The columns of a table of complaints, by the names that people give them.
public enum ComplaintColumn: String, CaseIterable, Hashable, Sendable {
    case id, subject, source, url, author, posted, received, rating, title, text, language, topic, owner, note

    /// In any case of the letters; blanks, hyphens and underscores are the same.
    public init?(header: String) {
        let name = header.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
        switch String(name) {
        case "external_id", "number", "key": self = .id
        case "company", "brand", "product": self = .subject
        case "place", "channel", "site": self = .source
        case "link", "address": self = .url
        case "name", "customer", "user": self = .author
        case "date", "published", "written", "posted_at": self = .posted
        case "seen", "first_seen", "received_at": self = .received
        case "stars", "mark": self = .rating
        case "headline": self = .title
        case "body", "complaint", "content", "message": self = .text
        case "lang": self = .language
        case "assignee": self = .owner
        case "comment", "remark": self = .note
        case let name:
            guard let known = Self(rawValue: name) else { return nil }
            self = known
        }
    }
}
