/// The names of properties as pages write them, and as they are meant: schema.org's, with what older and
/// neighbouring vocabularies call the same (data-vocabulary.org, SIOC, Dublin Core, FOAF).

/// `schema:reviewBody`, `http://schema.org/reviewBody`, `reviewbody` and `content:encoded` by one name each.
func schemaProperty(_ name: String) -> String {
    var name = name
    let local = name.withUTF8 { bytes -> String? in
        guard let cut = bytes.lastIndex(where: { $0 == 0x3A || $0 == 0x2F || $0 == 0x23 }),
            cut + 1 < bytes.count
        else { return nil }
        return String(decoding: bytes[(cut + 1)...], as: UTF8.self)
    }
    return schemaSpelling(local ?? name)
}

/// A property's name by its proper spelling; itself where there is nothing to mend.
func schemaSpelling(_ name: String) -> String {
    var name = name
    let isProper = name.withUTF8 { bytes in
        guard let first = bytes.first, bytes.count <= 20 else { return true }
        if first < 0x61 { return false }
        return bytes.count < 7 || bytes.contains { $0 >= 0x41 && $0 <= 0x5A }
    }
    return isProper ? name : spellings[name] ?? spellings[name.lowercased()] ?? name
}

/// Names of several words are written in small letters as often as not.
private let spellings: [String: String] = {
    var spellings: [String: String] = [
        "has_creator": "author", "encoded": "text", "created": "dateCreated", "issued": "datePublished",
        "reply_of": "parentItem", "hasreview": "review",
    ]
    for name in [
        "reviewBody", "reviewRating", "ratingValue", "bestRating", "worstRating", "ratingCount",
        "reviewCount",
        "aggregateRating", "datePublished", "dateCreated", "dateModified", "itemReviewed", "inLanguage",
        "acceptedAnswer", "suggestedAnswer", "commentText", "commentTime", "articleBody", "mainEntity",
        "positiveNotes", "negativeNotes", "parentItem",
    ] { spellings[name.lowercased()] = name }
    for name in ["author", "review", "name", "headline", "description", "comment", "text", "reviews"] {
        spellings[name] = name
    }
    return spellings
}()
