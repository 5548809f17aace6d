/// By what a record is known again on a later visit.
public struct Identity: Hashable, Sendable {
    /// The site's id or the permalink: the same key is the same record, even when the text was edited.
    public var strong: [String]
    /// Author with date, author with text: used where the strong keys are new or missing.
    public var weak: [String]

    /// The identities of one visit's records, in their order; the records are without repeats.
    ///
    /// A key that two records of one visit share tells nothing apart and is left out: many sites give
    /// every review the product's URL. A site's id counts inside its source only, since many number their
    /// reviews per page; a permalink counts for the whole subject, so that two sources that list one
    /// review make one mention of it. Equal texts of one author are told apart by their order.
    public static func of(
        _ records: [Record], source: SourceID, subject: String, pageURLs: Set<String>
    ) -> [Identity] {
        var count: [String: Int] = [:]
        var nth: [String: Int] = [:]
        let pages = Set(pageURLs.map { WebURL($0)?.identity ?? $0 })
        let all = records.map { record in
            var identity = Identity(record, source: source, subject: subject, pages: pages)
            for key in identity.strong + identity.weak { count[key, default: 0] += 1 }
            let text = "text|\(source)|\(authorKey(record.author) ?? "")|\(textFingerprint(record.text))"
            nth[text, default: 0] += 1
            identity.weak.append(nth[text] == 1 ? text : "\(text)|\(nth[text] ?? 1)")
            return identity
        }
        return zip(all, records).map { identity, record in
            let strong = identity.strong.filter { count[$0] == 1 }
            // Two people may be called "Guest" and write on one day: where the site tells its records apart
            // itself, only an exact time may say that they are one.
            let isCoarse = record.published.map { $0.precision < .minute } ?? true
            return Identity(
                strong: strong,
                weak: identity.weak.filter { key in
                    count[key, default: 1] == 1 && (strong.isEmpty || !isCoarse || key.hasPrefix("text|"))
                })
        }
    }

    public init(strong: [String], weak: [String]) {
        self.strong = strong
        self.weak = weak
    }

    private init(_ record: Record, source: SourceID, subject: String, pages: Set<String>) {
        strong = []
        weak = []
        if let id = record.id, !id.isEmpty { strong.append("id|\(source)|\(id)") }
        if let url = record.url.flatMap({ WebURL($0) })?.identity, !pages.contains(url) {
            strong.append("url|\(subject)|\(url)")
        }
        let author = authorKey(record.author)
        if let author, let published = record.published {
            weak.append("who|\(source)|\(author)|\(published.instant.milliseconds)")
        }
    }
}

/// The places of one visit's records without what is printed twice on a page; the first stays.
public func placesWithoutRepeats(_ records: [Record]) -> [Int] {
    // Texts are compared only where all else is the same: folding them costs more than all the rest.
    var firsts: [String: Int] = [:]
    var texts: [String: Set<Int64>] = [:]
    return records.indices.filter { index in
        let record = records[index]
        let when = record.published.map { String($0.instant.milliseconds) } ?? ""
        let print = "\(record.id ?? "")|\(authorKey(record.author) ?? "")|\(when)"
        guard let first = firsts[print] else {
            firsts[print] = index
            return true
        }
        var known = texts[print] ?? [textFingerprint(records[first].text)]
        defer { texts[print] = known }
        return known.insert(textFingerprint(record.text)).inserted
    }
}

/// A name as it is compared: letters and digits, folded; nil when nothing is left.
public func authorKey(_ author: String?) -> String? {
    guard let author else { return nil }
    // What the rule below says of ASCII, without asking each Character.
    if author.utf8.allSatisfy({ $0 < 0x80 }) {
        let key = author.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
        return key.isEmpty ? nil : String(decoding: key, as: UTF8.self)
    }
    let key = author.lowercased().filter { $0.isLetter || $0.isNumber }
    return key.isEmpty ? nil : key
}
