/// Records out of schema.org items: which items are records, in which order, and what they stand in.
import Complaints

/// What one page's markup says in one way (JSON-LD, microdata, ...).
struct MarkupReading {
    var reviews: [Record] = []
    /// Posts, questions, answers and comments.
    var posts: [Record] = []
    var aggregate: Page.Aggregate?
    /// That of the page's article, and that of the page itself.
    var published: StatedTime?
    var pagePublished: StatedTime?
}

struct SchemaReader {
    let items: SchemaItems
    let via: Via
    let context: ReadingContext
    private(set) var reading = MarkupReading()
    private var isPublishedHere = false
    /// Where the record of an `@id` is, so that an item written twice is one record.
    private var places: [String: (isReview: Bool, index: Int)] = [:]
    private var aggregateRank = -1

    private init(items: SchemaItems, via: Via, context: ReadingContext) {
        self.items = items
        self.via = via
        self.context = context
    }

    static func read(_ roots: [JSONValue], via: Via, context: ReadingContext) -> MarkupReading {
        var reader = SchemaReader(items: SchemaItems(roots), via: via, context: context)
        var earlier = MarkupReading()
        var rounds = 0
        for root in roots {
            reader.visit(root)
            // Two parts of a page's software that each list its reviews say the same twice.
            guard reader.reading.reviews.count > 1, rounds < 8 else { continue }
            rounds += 1
            earlier.reviews = merged(earlier.reviews, reader.reading.reviews, isOneWay: true)
            reader.reading.reviews = []
            reader.places = reader.places.filter { !$0.value.isReview }
        }
        reader.reading.reviews = merged(earlier.reviews, reader.reading.reviews, isOneWay: true)
        return reader.reading.withScales
    }

    /// An item to look at, and what is known of where it stands.
    private struct Open {
        var value: JSONValue
        var property: String
        /// Names of those whose answers are official here.
        var owners: [String]
        var isInFAQ = false
        /// Inside a list: one of several things that the page shows.
        var isListed = false
        /// Whether the item around it has reviews.
        var isReviewed = false
    }

    /// Every item below, in document order, on a list of its own: a page may nest deeper than a stack.
    private mutating func visit(_ root: JSONValue) {
        var open = [Open(value: root, property: "", owners: [])]
        while let next = open.popLast() {
            switch next.value {
            case .array(let values):
                for value in values.reversed() where !value.isScalar {
                    var inner = next
                    inner.value = value
                    open.append(inner)
                }
            case .object(let members): enter(next, members, &open)
            default: break
            }
        }
    }

    private mutating func enter(_ item: Open, _ members: [JSONValue.Member], _ open: inout [Open]) {
        let value = item.value
        let types = schemaTypes(value)
        noteAggregate(item, types)
        notePublished(item, types)
        let hasReviews = members.contains { $0.key == "review" || $0.key == "reviews" }
        var inner = item
        inner.isInFAQ = item.isInFAQ || types.contains("faqpage")
        inner.isListed = item.isListed || item.property == "itemListElement"
        inner.isReviewed = hasReviews
        if hasReviews || types.contains(where: OfficialVoice.isOrganization) {
            inner.owners = (items.ownNames(of: value) + inner.owners).prefix(30).map { $0 }
        }
        var reply: OfficialReply?
        var isTaken = false
        if let kind = SchemaKind(types: types, property: item.property), !inner.isInFAQ,
            let record = record(value, kind: kind, owners: inner.owners, reply: &reply)
        {
            isTaken = true
            add(record, isReview: kind == .review, id: value["@id"]?.string)
        }
        for member in members.reversed() where !member.value.isScalar && member.key != "@id" {
            if Self.isElsewhere(member.key) || (isTaken && Self.isOfRecord(member.key)) { continue }
            inner.property = member.key
            inner.value = member.value
            if let reply, reply.property == member.key {
                // The other comments under the record are read all the same.
                var others = member.value.list
                others.remove(at: reply.index)
                inner.value = .array(others)
            }
            open.append(inner)
        }
    }

    private mutating func add(_ record: Record, isReview: Bool, id: String?) {
        var list = isReview ? reading.reviews : reading.posts
        if isReview { reading.reviews = [] } else { reading.posts = [] }
        defer { if isReview { reading.reviews = list } else { reading.posts = list } }
        if let id, !id.isEmpty {
            // Sites also give all their reviews one name: that makes them no single one.
            if let place = places[id], place.isReview == isReview, isSameWriting(list[place.index], record) {
                list[place.index] = completed(list[place.index], by: record)
                return
            }
            places[id] = (isReview, list.count)
        }
        list.append(record)
    }

    /// What belongs to a record and holds no other.
    private static func isOfRecord(_ property: String) -> Bool {
        property == "author" || property == "reviewRating" || property == "rating"
    }

    /// Where other things' reviews stand: related products are not what the page is about.
    private static func isElsewhere(_ property: String) -> Bool {
        switch property {
        case "isRelatedTo", "isSimilarTo", "isAccessoryOrSparePartFor", "isConsumableFor", "relatedLink",
            "relatedProduct", "relatedProducts", "mentions", "isBasedOn", "citation":
            true
        default: false
        }
    }

    /// The sum of the item that has the reviews, before that of any other; of several the largest.
    private mutating func noteAggregate(_ item: Open, _ types: [String]) {
        guard
            item.property == "aggregateRating" || types.contains(where: { $0.hasSuffix("aggregaterating") })
                || types.contains("review-aggregate") || types.contains("aggregatereview")
        else { return }
        let value = items.resolved(item.value)
        let inner = items.first(value, "rating") ?? value
        let text = items.scalar(value, "ratingValue", "average") ?? items.scalar(inner, "average", "value")
        let rating = (text ?? items.scalar(value, "rating")).flatMap { parseRating($0) }
        let reviews = items.scalar(value, "reviewCount", "count", "reviewcount").flatMap(wholeNumber)
        let count = reviews ?? items.scalar(value, "ratingCount", "votes").flatMap(wholeNumber)
        guard rating != nil || count != nil else { return }
        let rank = item.isReviewed ? 2 : item.isListed ? 0 : 1
        guard
            rank > aggregateRank || (rank == aggregateRank && (count ?? 0) > (reading.aggregate?.count ?? -1))
        else { return }
        aggregateRank = rank
        let best = (items.scalar(value, "bestRating", "best") ?? items.scalar(inner, "best")).flatMap(decimal)
        reading.aggregate = Page.Aggregate(
            rating: rating?.value, best: best ?? rating?.best, count: count, isReviewCount: reviews != nil)
    }

    /// Of several articles the one whose address is the page's is the page's, else the first.
    private mutating func notePublished(_ item: Open, _ types: [String]) {
        guard !item.isListed, !isPublishedHere || reading.pagePublished == nil else { return }
        let isArticle = types.contains { $0.hasSuffix("article") || $0.hasSuffix("blogposting") }
        guard isArticle || types.contains(where: Self.pageTypes.contains) else { return }
        let time = items.scalar(item.value, "datePublished", "dateCreated").flatMap(context.parsed)
        guard let time, time.instant <= context.now + .seconds(86_400) else { return }
        guard isArticle else {
            reading.pagePublished = reading.pagePublished ?? time
            return
        }
        let address =
            items.scalar(item.value, "url", "mainEntityOfPage", "@id")
            ?? item.value["mainEntityOfPage"]?["@id"]?.string
        let isHere = address.flatMap(context.links.absolute) == context.links.page
        if reading.published == nil || isHere && !isPublishedHere { reading.published = time }
        isPublishedHere = isPublishedHere || isHere
    }

    private static let pageTypes: Set<String> = [
        "webpage", "recipe", "videoobject", "itempage", "aboutpage", "creativework", "howto",
        "podcastepisode",
        "report", "webcontent", "medicalwebpage",
    ]
}

extension MarkupReading {
    /// Reviews that state no scale have that of their sum.
    fileprivate var withScales: MarkupReading {
        guard let best = aggregate?.best, best > 0 else { return self }
        var reading = self
        for i in reviews.indices {
            if let rating = reviews[i].rating, rating.best == nil, rating.value <= best {
                reading.reviews[i].rating?.best = best
            }
        }
        return reading
    }
}

func nonEmpty(_ text: String) -> String? {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return nil }
    if !first.isASCIISpace, !last.isASCIISpace { return text }
    var slice = text[...]
    while let byte = slice.utf8.first, byte.isASCIISpace { slice.removeFirst() }
    while let byte = slice.utf8.last, byte.isASCIISpace { slice.removeLast() }
    return slice.isEmpty ? nil : String(slice)
}
