/// One record out of one schema.org item: which of its properties say what.
import Complaints

extension SchemaReader {
    /// nil for an item that says too little to be anyone's words.
    func record(
        _ item: JSONValue, kind: SchemaKind, owners: [String], reply: inout OfficialReply?
    ) -> Record? {
        let author = items.author(of: item)
        let published = items.time(of: item, context)
        let rating = kind == .review ? items.rating(of: item) : nil
        let text = items.body(of: item)
        let title = title(of: item, text: text, owners: owners)
        switch kind {
        case .review:
            guard
                author != nil || published != nil || (rating != nil && (!text.isEmpty || title != nil))
                    || hasOwnWords(item, text, owners: owners),
                !text.isEmpty || rating != nil
            else { return nil }
            // A mark alone is a person's; one that a site or a sum of marks gives says nothing.
            if text.isEmpty,
                items.authorIsOrganization(item) || items.scalar(item, "reviewCount", "ratingCount") != nil
            {
                return nil
            }
        case .comment: guard !text.isEmpty, author != nil || published != nil else { return nil }
        case .posting:
            guard !text.isEmpty || title != nil, author != nil || published != nil,
                !isOwnPosting(item, author: author, owners: owners)
            else { return nil }
        case .question:
            guard author != nil || published != nil, !text.isEmpty || title != nil else { return nil }
        }
        let isTitleAll = text.isEmpty && (kind == .question || kind == .posting)
        var record = Record(
            id: id(of: item), url: link(of: item), author: author, published: published, rating: rating,
            title: title, text: isTitleAll ? title ?? "" : text,
            language: items.first(item, "inLanguage").flatMap(languageTag), via: via)
        reply = officialReply(to: item, kind: kind, owners: owners)
        record.reply = reply?.reply
        return record
    }

    /// Whether a review that nobody signed says anything: its own words, not what the thing is called, nor a
    /// description, which may be that of the thing.
    private func hasOwnWords(_ item: JSONValue, _ text: String, owners: [String]) -> Bool {
        guard !text.isEmpty, item["reviewBody"] != nil || item["text"] != nil,
            items.scalar(item, "reviewCount", "ratingCount") == nil
        else { return false }
        let reviewed = items.first(item, "itemReviewed").map(items.ownNames) ?? []
        return !owners.contains(text) && !reviewed.contains(text)
    }

    /// What the company itself posts is no complaint of it.
    private func isOwnPosting(_ item: JSONValue, author: String?, owners: [String]) -> Bool {
        guard items.authorIsOrganization(item) else { return false }
        if schemaTypes(item).contains("socialmediaposting") { return true }
        let publishers = owners + items.all(item, "publisher").compactMap(items.personName)
        return author.map { OfficialVoice.isOwner($0, of: publishers) } ?? false
    }

    private func languageTag(_ value: JSONValue) -> String? {
        let text = value.string ?? value["alternateName"]?.string ?? value["name"]?.string
        return text.flatMap(primaryLanguage)
    }

    /// A title of the record's own: not the name of what is reviewed, nor the text once more.
    private func title(of item: JSONValue, text: String, owners: [String]) -> String? {
        for name in ["name", "headline", "summary", "title"] {
            guard let found = items.scalar(item, name), let title = nonEmpty(plainText(markup: found)) else {
                continue
            }
            let reviewed = items.first(item, "itemReviewed").flatMap(items.personName)
            if title == reviewed || title == text || owners.contains(title) { continue }
            return title
        }
        return nil
    }

    private func id(of item: JSONValue) -> String? {
        if let value = items.first(item, "identifier"),
            let text = value.scalarText ?? value["value"]?.scalarText, !text.isEmpty
        {
            return text
        }
        if let text = items.scalar(item, "reviewId", "reviewID", "commentId") { return text }
        guard let id = item["@id"]?.string, !id.isEmpty, !id.hasPrefix("_:"), !Self.isPosition(id) else {
            return nil
        }
        return id
    }

    /// `#review-3`: the third of the page today is another tomorrow.
    private static func isPosition(_ id: String) -> Bool {
        guard let cut = id.utf8.lastIndex(of: 0x23) else { return false }
        let fragment = id.utf8[id.utf8.index(after: cut)...]
        let digits = fragment.reversed().prefix { $0.isASCIIDigit }.count
        let others = fragment.dropLast(digits)
        return digits < 4 && !others.contains { $0.isASCIIDigit || $0 == 0x2F } && others.count < 20
    }

    private func link(of item: JSONValue) -> String? {
        for name in ["url", "mainEntityOfPage", "discussionUrl", "permalink"] {
            if let text = items.scalar(item, name) ?? items.first(item, name)?["@id"]?.string,
                let url = context.links.absolute(text)
            {
                return url
            }
        }
        // An `@id` with a fragment names a thing, not a page of its own.
        guard let id = item["@id"]?.string, id.hasPrefix("http"), !id.utf8.contains(0x23) else { return nil }
        return context.links.absolute(id)
    }
}

/// The answer of the company, and where among the item's properties it stood.
struct OfficialReply {
    var reply: Reply
    var property: String
    var index: Int
}

extension SchemaReader {
    /// An answer-like property, or a comment that is the owner's.
    private func officialReply(to item: JSONValue, kind: SchemaKind, owners: [String]) -> OfficialReply? {
        guard hasAnswers(item) else { return nil }
        for name in kind == .review ? Self.answers : [] {
            for (i, value) in (item[name]?.list ?? []).prefix(100).enumerated() {
                if let reply = reply(items.resolved(value)) {
                    return OfficialReply(reply: reply, property: name, index: i)
                }
            }
        }
        var owners = owners
        var areOwnersKnown = false
        for name in Self.comments {
            for (i, value) in (item[name]?.list ?? []).prefix(100).enumerated() {
                if !areOwnersKnown {
                    for about in items.all(item, "itemReviewed") { owners += items.ownNames(of: about) }
                    owners += items.all(item, "publisher").compactMap(items.personName)
                    areOwnersKnown = true
                }
                let value = items.resolved(value)
                if isOfficial(value, kind: kind, owners: owners), let reply = reply(value) {
                    return OfficialReply(reply: reply, property: name, index: i)
                }
            }
        }
        return items.comments(on: item).prefix(100).lazy
            .filter { isOfficial($0, kind: kind, owners: owners) }
            .compactMap(reply).first.map { OfficialReply(reply: $0, property: "", index: 0) }
    }

    private static let answers = [
        "response", "reply", "ownerReply", "ownerResponse", "merchantResponse", "businessResponse",
        "reviewReply", "companyReply", "companyResponse", "reviewResponse", "managementResponse",
        "officialResponse", "vendorReply", "sellerResponse", "sellerReply", "merchantReply", "hostResponse",
        "resultComment", "answer",
    ]

    private static let comments = [
        "comment", "comments", "review", "acceptedAnswer", "suggestedAnswer", "replies",
    ]

    private static let allAnswers = Set(answers).union(comments)

    /// Whether anything is said of the item that could be an answer to it: seldom.
    private func hasAnswers(_ item: JSONValue) -> Bool {
        guard case .object(let members) = item else { return false }
        return members.contains { Self.allAnswers.contains($0.key) } || items.hasComments
    }

    private func reply(_ value: JSONValue) -> Reply? {
        if let text = value.string.map({ plainText(markup: $0) }), !text.isEmpty { return Reply(text: text) }
        guard value.isObject else { return nil }
        var text = items.body(of: value)
        if text.isEmpty, let other = items.scalar(value, "comment", "body", "message", "reply", "name") {
            text = plainText(markup: other)
        }
        guard !text.isEmpty else { return nil }
        return Reply(author: items.author(of: value), published: items.time(of: value, context), text: text)
    }

    /// A comment is official that an organisation wrote, or one whose name says so; under a review also one
    /// that nobody signed, for only the owner is given a place there.
    private func isOfficial(_ comment: JSONValue, kind: SchemaKind, owners: [String]) -> Bool {
        guard comment.isObject else { return false }
        if items.authorIsOrganization(comment) { return true }
        guard let author = items.author(of: comment) else { return kind == .review }
        return OfficialVoice.isOwner(author, of: owners) || OfficialVoice.isRole(author)
    }
}
