/// A complaint that no page brought: by telephone or mail, or from another program's table.
public struct HandedComplaint: Hashable, Sendable {
    public var subject: String
    public var text: String
    public var title: String?
    public var author: String?
    public var url: String?
    public var rating: Rating?
    public var language: String?
    /// What it is called where it comes from.
    public var externalID: String?
    /// Where it was said: a source of the watchlists, or any other word, such as `telephone`.
    public var place: String
    public var posted: StatedTime?
    /// When we got it; nil for now.
    public var received: Instant?
    public var topic: String?
    public var owner: String?
    public var note: String?

    public static let usualPlace = "manual"

    public init(subject: String, text: String, place: String = usualPlace) {
        self.subject = subject
        self.text = text
        self.place = place
    }

    /// By what it is known again: its own number where it comes from, else all that it says.
    public var key: String {
        if let externalID { return "id|\(place)|\(externalID)" }
        let said = [
            subject, place, author ?? "", title ?? "", text, posted.map { $0.instant.description } ?? "",
        ]
        return "handed|"
            + String(UInt64(bitPattern: stableHash(said.joined(separator: "\u{1F}").utf8)), radix: 16)
    }
}
