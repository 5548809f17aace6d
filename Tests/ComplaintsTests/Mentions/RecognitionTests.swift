import Complaints
import TestSupport
import Testing

/// One visit after another, as the store would remember them.
private struct Memory {
    var known: [String: KnownMention] = [:]
    private var last: Int64 = 0

    /// What the visit's records are: `new`, `same 1`, `edited 1 text`.
    mutating func visit(_ records: [Record], source: SourceID = "opinions") -> [String] {
        let identities = Identity.of(
            records, source: source, subject: "Acme", pageURLs: ["https://shop.example/acme"])
        let sightings = recognise(records, identities: identities, source: source, known: known)
        for (index, sighting) in sightings.enumerated() {
            let record = records[index]
            var mention: KnownMention
            if let id = sighting.known, let old = known.values.first(where: { $0.id == id }) {
                mention = old
                if case .edited = sighting, old.source == source { mention.content = Content(record) }
            } else {
                last += 1
                mention = KnownMention(
                    id: MentionID(last), source: source, author: record.author, published: record.published,
                    content: Content(record))
            }
            for key in identities[index].strong + identities[index].weak { known[key] = mention }
        }
        return sightings.map(Self.text)
    }

    private static func text(_ sighting: Sighting) -> String {
        switch sighting {
        case .new: "new"
        case .same(let id): "same \(id.number)"
        case .edited(let id, let parts):
            "edited \(id.number) " + parts.map(\.rawValue).sorted().joined(separator: ",")
        }
    }
}

private let monday = StatedTime(instant("2026-03-02T10:00:00Z"))
private let tuesday = StatedTime(instant("2026-03-03T10:00:00Z"))
private let mondayOnly = StatedTime(instant("2026-03-02T00:00:00Z"), precision: .day)
private let url = "https://shop.example/acme/r/7"

@Suite struct RecognitionTests {
    struct Twice: Sendable, CustomTestStringConvertible {
        var what: String
        var first: [Record]
        var then: [Record]
        var expected: [String]
        var testDescription: String { what }
    }

    static let cases: [Twice] = [
        Twice(
            what: "the same once more", first: [.make(id: "7", author: "A", published: monday)],
            then: [.make(id: "7", author: "A", published: monday)], expected: ["same 1"]),
        Twice(
            what: "an edited text under the same id is the same mention",
            first: [.make("Bad.", id: "7", author: "A", published: monday)],
            then: [.make("Bad. And nobody answers.", id: "7", author: "A", published: monday)],
            expected: ["edited 1 text"]),
        Twice(
            what: "an edit that also moves the date is the same mention",
            first: [.make("Bad.", id: "7", author: "A", published: monday, rating: Rating(value: 3))],
            then: [.make("Worse.", id: "7", author: "A", published: tuesday, rating: Rating(value: 1))],
            expected: ["edited 1 rating,text"]),
        Twice(
            what: "white space is no edit", first: [.make("Bad\n\nshop.", id: "7")],
            then: [.make("Bad shop.", id: "7")], expected: ["same 1"]),
        Twice(
            what: "a reply is an edit of the reply alone", first: [.make("Bad.", id: "7")],
            then: [.make("Bad.", id: "7", reply: Reply(text: "Sorry."))], expected: ["edited 1 reply"]),
        Twice(
            what: "an id given to another author's other text on another day is new",
            first: [.make("Bad.", id: "1", author: "A", published: monday)],
            then: [.make("Late parcel.", id: "1", author: "B", published: tuesday)], expected: ["new"]),
        Twice(
            what: "an author who renamed himself stays known by his text",
            first: [.make("Bad.", id: "1", author: "A", published: monday)],
            then: [.make("Bad.", id: "1", author: "B", published: tuesday)], expected: ["same 1"]),
        Twice(
            what: "two identical texts by different authors are two mentions",
            first: [.make("Bad.", id: "1", author: "A"), .make("Bad.", id: "2", author: "B")],
            then: [.make("Bad.", id: "2", author: "B"), .make("Bad.", id: "1", author: "A")],
            expected: ["same 2", "same 1"]),
        Twice(
            what: "a text moved under a new id by the same author is the same mention",
            first: [.make("Bad.", id: "1", author: "A", published: monday)],
            then: [.make("Bad.", id: "99", author: "A", published: tuesday)], expected: ["same 1"]),
        Twice(
            what: "without any id, author and minute know an edit",
            first: [.make("Bad.", author: "A", published: monday)],
            then: [.make("Bad and slow.", author: "A", published: monday)], expected: ["edited 1 text"]),
        Twice(
            what: "without any id, author and day know an edit",
            first: [.make("Bad.", author: "A", published: mondayOnly)],
            then: [.make("Bad and slow.", author: "A", published: mondayOnly)], expected: ["edited 1 text"]),
        Twice(
            what: "without id and date, the text knows it", first: [.make("Bad.", author: "A")],
            then: [.make("Other.", author: "A"), .make("Bad.", author: "A")], expected: ["new", "same 1"]),
        Twice(
            what: "a namesake's other review of the same day, with an id of its own, is another mention",
            first: [.make("Bad.", id: "1", author: "Guest", published: mondayOnly)],
            then: [.make("My parcel is lost.", id: "2", author: "Guest", published: mondayOnly)],
            expected: ["new"]),
        Twice(
            what: "no mention is given to two records",
            first: [.make("Bad.", id: "1", author: "A")],
            then: [.make("Bad.", id: "1", author: "A"), .make("Bad.", id: "2", author: "A")],
            expected: ["same 1", "new"]),
        Twice(
            what: "a permalink outlives a new id",
            first: [.make("Bad.", id: "1", url: url, author: "A")],
            then: [.make("Bad shop.", id: "2", url: url + "?utm_source=x", author: "A")],
            expected: ["edited 1 text"]),
    ]

    @Test(arguments: cases)
    func `what is read twice is one mention, and what is new is new`(twice: Twice) {
        var memory = Memory()
        _ = memory.visit(twice.first)
        #expect(memory.visit(twice.then) == twice.expected)
    }

    @Test func `a permalink that two sources list makes one mention`() {
        var memory = Memory()
        #expect(memory.visit([.make("Bad and late.", id: "1", url: url, author: "A")]) == ["new"])
        let summary = Record.make("Bad...", id: "guid-1", url: url, author: "A")
        #expect(memory.visit([summary], source: "feed") == ["same 1"])
    }

    @Test func `another source's summary is no edit, but the reply it shows is news`() {
        var memory = Memory()
        _ = memory.visit([.make("Bad and late.", url: url, author: "A")])
        let replied = Record.make("Bad...", url: url, author: "A", reply: Reply(text: "Sorry."))
        #expect(memory.visit([replied], source: "feed") == ["edited 1 reply"])
        #expect(memory.visit([.make("Bad...", url: url, author: "A")], source: "feed") == ["same 1"])
    }
}
