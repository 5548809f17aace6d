/// What the properties of a schema.org item say: who, when, which mark.
import Complaints

extension SchemaItems {
    /// The text of the first of these properties that has any.
    func scalar(_ item: JSONValue, _ names: String...) -> String? {
        for name in names {
            for value in item[name]?.list ?? [] {
                if let text = resolved(value).scalarText ?? value["@value"]?.scalarText, !text.isEmpty {
                    return text
                }
            }
        }
        return nil
    }

    func author(of item: JSONValue) -> String? {
        for name in Self.authors {
            for value in all(item, name) {
                if let found = personName(value) { return found }
            }
        }
        return nil
    }

    func authorIsOrganization(_ item: JSONValue) -> Bool {
        for name in Self.authors {
            guard let value = all(item, name).first else { continue }
            return schemaTypes(value).contains(where: OfficialVoice.isOrganization)
        }
        return false
    }

    private static let authors = ["author", "creator", "reviewer", "accountablePerson", "#author"]

    func personName(_ value: JSONValue) -> String? {
        if let text = value.scalarText { return statedName(text) }
        for name in ["name", "alternateName", "@value"] {
            for inner in all(value, name) {
                if let found = (inner.scalarText ?? inner["@value"]?.scalarText).flatMap(statedName) {
                    return found
                }
                if inner.isObject, let found = inner["name"]?.scalarText { return nonEmpty(found) }
            }
        }
        let parts = [scalar(value, "givenName"), scalar(value, "familyName")].compactMap { $0 }
        return nonEmpty(parts.joined(separator: " ")) ?? value["#text"]?.string.flatMap(statedName)
    }

    /// A name as written, or that of the item whose `@id` was written for it.
    private func statedName(_ text: String) -> String? {
        let first = text.utf8.first
        if first == 0x23 || first == 0x5F || text.hasPrefix("http") {
            let known = resolved(.object([.init(key: "@id", value: .string(text))]))
            if let name = scalar(known, "name") { return nonEmpty(plainText(markup: name)) }
            if text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("_:") { return nil }
        }
        return nonEmpty(plainText(markup: text)).flatMap(OfficialVoice.nameAlone)
    }

    /// When it was written; when it was last touched only where nothing else is known.
    func time(of item: JSONValue, _ context: ReadingContext) -> StatedTime? {
        for name in [
            "datePublished", "dateCreated", "dtreviewed", "published", "uploadDate", "commentTime",
            "datePosted", "dateModified", "date",
        ] {
            for value in item[name]?.list ?? [] {
                guard let text = value.scalarText ?? value["@value"]?.scalarText,
                    let time = context.date(text), time.instant >= Self.firstReview
                else { continue }
                return time
            }
        }
        return nil
    }

    /// The web is younger than any date that a program writes for none: year 1, 1900, 1970.
    private static let firstReview = Instant(seconds: 631_152_000)

    func rating(of item: JSONValue) -> Rating? {
        for name in ["reviewRating", "rating", "starRating", "#rating", "ratingValue"] {
            for value in whole(all(item, name)) {
                let isText = value.scalarText != nil
                guard let text = value.scalarText ?? scalar(value, "ratingValue", "value", "average", "#text")
                else { continue }
                let scale = isText ? item : value
                let best = scalar(scale, "bestRating", "best") ?? scalar(item, "bestRating", "best")
                let worst = scalar(scale, "worstRating", "worst") ?? scalar(item, "worstRating", "worst")
                if let rating = parseRating(
                    text, best: best.flatMap(decimal), worst: worst.flatMap(decimal))
                {
                    return rating
                }
            }
        }
        return nil
    }

    /// The mark of the whole before those of its aspects.
    private func whole(_ ratings: [JSONValue]) -> [JSONValue] {
        guard ratings.count > 1 else { return ratings }
        func isAspect(_ value: JSONValue) -> Bool {
            guard let aspect = scalar(value, "reviewAspect", "ratingAspect") else { return false }
            return !aspect.lowercased().hasBytes("overall")
        }
        return ratings.filter { !isAspect($0) } + ratings.filter(isAspect)
    }

    /// The names of an item that reviews are about, and of who makes, sells or publishes it: whose answers
    /// are official.
    func ownNames(of item: JSONValue) -> [String] {
        var names = all(item, "name").compactMap(\.scalarText)
        for key in [
            "brand", "manufacturer", "seller", "publisher", "provider", "sourceOrganization",
            "hiringOrganization", "parentOrganization", "alternateName", "legalName",
        ] {
            names += all(item, key).compactMap(personName)
        }
        for offer in all(item, "offers").prefix(5) { names += all(offer, "seller").compactMap(personName) }
        return names.filter { !$0.isEmpty }
    }
}
