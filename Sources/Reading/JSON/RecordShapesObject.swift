/// One object of JSON as it may be a record: its members by the parts that they may play.
import Complaints

/// The members of an object, those of the objects within that only wrap them included.
struct ShapedObject {
    /// A member and how surely it plays its part; nearer ones win among equals.
    private struct Found<Value> {
        var value: Value
        var rank: Int
    }

    private var texts: [Found<String>] = []
    private var author: Found<String>?
    private var given: String?
    private var family: String?
    private var date: Found<JSONValue>?
    private var rating: Found<JSONValue>?
    private var title: Found<String>?
    private var id: Found<String>?
    private var url: Found<String>?
    private(set) var language: String?
    private(set) var best: Double?
    private var pro: String?
    private var con: String?
    private(set) var replies: [JSONValue] = []
    private(set) var replyText: String?
    private var replyDate: JSONValue?
    private var replyAuthor: String?
    private(set) var isOfficial = false
    /// Identifiers of the writer where the answer keeps names elsewhere.
    private(set) var reference: String?
    private(set) var visitorSigns = 0
    private(set) var otherSigns = 0
    /// The longest of the surest texts, plain; with what speaks for and against.
    private(set) var text: (plain: String, isSure: Bool)?
    private var left = 300

    init(_ object: JSONValue, _ names: inout NameTable) {
        gather(object, owner: nil, isPerson: false, depth: 0, &names)
        text = hasText ? joinedText() : nil
    }

    private mutating func gather(
        _ object: JSONValue, owner: NameRoles?, isPerson: Bool, depth: Int, _ names: inout NameTable
    ) {
        guard case .object(let members) = object, depth < 6 else { return }
        for member in members {
            left -= 1
            guard left > 0 else { return }
            let roles = names[member.key]
            if !isPerson { countSigns(roles, member.value, depth) }
            switch member.value {
            case .null: continue
            case .object(let inner):
                descend(member.value, inner, roles, owner: owner, isPerson: isPerson, depth, &names)
            case .array(let values):
                if roles.isReply || roles.replyPart == .text, !isPerson {
                    replies += values.prefix(20)
                } else if roles.isPerson, let first = values.first, !isPerson {
                    if first.isScalar {
                        see(roles, first, isPerson: false, depth)
                    } else {
                        gather(first, owner: roles, isPerson: true, depth: depth + 1, &names)
                    }
                } else if depth == 0, values.count <= 3, values.allSatisfy(\.isTagged) {
                    // `comments: [{ userComment: {} }, { developerComment: {} }]` is one talk.
                    for value in values {
                        gather(value, owner: nil, isPerson: false, depth: depth + 1, &names)
                    }
                } else if roles.isPro || roles.isCon || roles.text >= 9 {
                    let joined = values.compactMap(\.string).joined(separator: "\n")
                    if !joined.isEmpty { see(roles, .string(joined), isPerson: isPerson, depth) }
                }
            default:
                // `rating: { value: 4 }` is as good as `rating: 4`.
                if let owner, owner.isPart, roles.isValue, !isPerson {
                    var inherited = owner
                    inherited.language = 0
                    see(inherited, member.value, isPerson: false, depth)
                    if roles.text > 0 || roles.rating > 0 { continue }
                }
                see(roles, member.value, isPerson: isPerson, depth)
            }
        }
    }

    private mutating func descend(
        _ value: JSONValue, _ members: [JSONValue.Member], _ roles: NameRoles, owner: NameRoles?,
        isPerson: Bool, _ depth: Int, _ names: inout NameTable
    ) {
        if members.count == 1, members[0].key == "__ref", let found = names.referred(members[0].value) {
            if roles.isPerson || roles.author > 0 {
                gather(found, owner: roles, isPerson: true, depth: depth + 1, &names)
            }
            return
        }
        if isPerson {
            if !roles.isForeign { gather(value, owner: roles, isPerson: true, depth: depth + 1, &names) }
        } else if roles.isReply {
            replies.append(value)
        } else if roles.isPerson {
            gather(value, owner: roles, isPerson: true, depth: depth + 1, &names)
        } else if roles.isWrapper || roles.isPart, !roles.isForeign {
            // A comment beside a review's own text is the answer to it.
            if depth == 0, roles.isComment, texts.contains(where: { $0.rank >= 33 }) {
                replies.append(value)
            } else {
                gather(value, owner: roles, isPerson: false, depth: depth + 1, &names)
            }
        }
    }

    private mutating func countSigns(_ roles: NameRoles, _ value: JSONValue, _ depth: Int) {
        guard depth < 3 else { return }
        if roles.isOfVisitors { visitorSigns += 1 }
        if roles.isOfOthers, value != .null { otherSigns += 1 }
        if roles.isOfficial { isOfficial = isOfficial || Self.saysOfficial(value) }
    }

    private static let officials: [StaticString] = [
        "owner", "merchant", "staff", "seller", "business", "company", "admin", "official", "brand",
        "moderator", "representative", "vendor", "manager",
    ]

    static func saysOfficial(_ value: JSONValue) -> Bool {
        switch value {
        case .bool(let isTrue): return isTrue
        case .string(let text):
            let lower = text.lowercased()
            return lower.hasBytes(of: officials) && !lower.hasBytes("_user")
        default: return false
        }
    }

    private mutating func see(_ roles: NameRoles, _ value: JSONValue, isPerson: Bool, _ depth: Int) {
        if isPerson {
            seePerson(roles, value, depth)
            return
        }
        if roles.replyPart != .none {
            switch roles.replyPart {
            case .text: replyText = replyText ?? value.string.flatMap(nonEmpty)
            case .date: replyDate = replyDate ?? value
            default: replyAuthor = replyAuthor ?? value.string
            }
            return
        }
        if roles.isReply, roles.text == 0 || !texts.isEmpty, case .string(let text) = value {
            replyText = replyText ?? nonEmpty(text)
            return
        }
        if case .string(let text) = value, !text.isEmpty {
            if roles.isPro { pro = pro ?? text }
            if roles.isCon { con = con ?? text }
            if roles.text > 0 { texts.append(Found(value: text, rank: roles.text * 4 - min(depth, 3))) }
            if roles.author > 0, Self.isName(text) { Self.keep(&author, text, roles.author, depth) }
            if roles.title > 0 { Self.keep(&title, text, roles.title, depth) }
            if roles.url > 0, depth < 4, Self.isAddress(text) { Self.keep(&url, text, roles.url, depth) }
            if roles.language > 0, language == nil { language = primaryLanguage(text) }
        }
        if roles.date > 0, value.string.map({ $0.utf8.count <= 64 }) ?? true {
            Self.keep(&date, value, roles.date, depth)
        }
        if roles.rating > 0, value.scalarText.map({ $0.utf8.count <= 24 }) ?? false, value.isNumberLike {
            Self.keep(&rating, value, roles.rating, depth)
        }
        if roles.isBest { best = best ?? value.scalarText.flatMap(decimal) }
        if roles.id > 0, let text = value.scalarText, text.utf8.count <= 200, !text.isEmpty {
            Self.keep(&id, text, roles.id, depth)
        }
        if roles.isReference, reference == nil, depth < 3 { reference = value.scalarText }
    }

    private mutating func seePerson(_ roles: NameRoles, _ value: JSONValue, _ depth: Int) {
        guard let text = value.string, Self.isName(text) else {
            if roles.id == 9, reference == nil { reference = value.scalarText }
            return
        }
        // Within a person the plain name is as good as any.
        let rank = roles.author == 2 ? 10 : roles.author
        if rank > 0 { Self.keep(&author, text, rank, min(depth, 2)) }
        if roles.isGivenName { given = given ?? text }
        if roles.isFamilyName { family = family ?? text }
        if roles.isValue, author == nil { author = Found(value: text, rank: 1) }
    }

    private static func keep<Value>(_ held: inout Found<Value>?, _ value: Value, _ rank: Int, _ depth: Int) {
        let rank = rank * 4 - min(depth, 3)
        if rank > held?.rank ?? 0 { held = Found(value: value, rank: rank) }
    }

    private static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 100, !text.utf8.contains(0x0A), !text.hasPrefix("http"),
            !text.utf8.contains(0x2F)
        else {
            return false
        }
        return text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    private static func isAddress(_ text: String) -> Bool {
        guard text.hasPrefix("http") || text.hasPrefix("/"), text.utf8.count < 2000 else { return false }
        return ![".jpg", ".png", ".jpeg", ".webp", ".gif", ".svg"].contains { text.hasSuffix($0) }
    }
}

// What the object says as a record.
extension ShapedObject {
    private func joinedText() -> (plain: String, isSure: Bool)? {
        let top = texts.map(\.rank).max() ?? 0
        let best = texts.filter { $0.rank / 4 >= max(top / 4 - 1, 1) }.max {
            $0.value.utf8.count < $1.value.utf8.count
        }
        var plain = best.map { plainText(markup: $0.value) } ?? ""
        for part in [pro, con] {
            guard let part = part.map({ plainText(markup: $0) }), !part.isEmpty, !plain.contains(part) else {
                continue
            }
            plain += (plain.isEmpty ? "" : "\n") + part
        }
        guard plain.unicodeScalars.contains(where: { $0.properties.isAlphabetic }), !plain.hasPrefix("http")
        else {
            return nil
        }
        return (plain, top >= 28 || pro != nil || con != nil)
    }

    var hasText: Bool { !texts.isEmpty || pro != nil || con != nil }
    var hasRating: Bool { rating != nil }
    var hasAuthor: Bool { author != nil || given != nil }
    /// A plain `name` may be that of anything.
    var isAuthorSure: Bool { author.map { $0.rank > 8 } ?? (given != nil) }
    var hasDate: Bool { date != nil }
    var ratingValue: Double? { rating.flatMap { $0.value.scalarText.flatMap(Self.number) } }
    /// Whether the mark may as well be a count of votes.
    var isRatingUnsure: Bool { rating.map { $0.rank < 37 && $0.rank > 32 } ?? false }

    func record(scale: Double?, directory: [String: String], context: ReadingContext) -> Record? {
        let words = text?.plain ?? ""
        var record = Record(text: words, via: .json)
        record.author =
            (author?.value ?? fullName).flatMap { nonEmpty(plainText(markup: $0)) }
            ?? reference.flatMap { directory[$0] }
        record.published = date.flatMap { Self.time($0.value, context) }
        if let value = ratingValue {
            record.rating = Rating(value: value, best: best.flatMap { $0 >= value ? $0 : nil } ?? scale)
        }
        record.title = title.map { plainText(markup: $0.value) }.flatMap(nonEmpty)
        if record.title == record.author || record.title == words { record.title = nil }
        record.id = id?.value
        record.url = url.flatMap { context.links.absolute($0.value) }
        record.language = language
        if let replyText, let plain = nonEmpty(plainText(markup: replyText)) {
            record.reply = Reply(
                author: replyAuthor, published: replyDate.flatMap { Self.time($0, context) }, text: plain)
        }
        return record
    }

    private var fullName: String? {
        nonEmpty([given, family].compactMap { $0 }.joined(separator: " "))
    }

    /// ISO 8601, words, or seconds, milliseconds or microseconds since 1970.
    static func time(_ value: JSONValue, _ context: ReadingContext) -> StatedTime? {
        guard let text = value.scalarText else { return nil }
        if let number = Double(text) {
            var milliseconds = number * 1000
            while milliseconds > 100_000_000_000_000 { milliseconds /= 1000 }
            if number > 100_000_000_000, number < 100_000_000_000_000 { milliseconds = number }
            guard milliseconds > 700_000_000_000,
                milliseconds < Double(context.now.milliseconds) + 172_800_000
            else { return nil }
            return StatedTime(Instant(milliseconds: Int64(milliseconds)))
        }
        return context.date(text)
    }

    /// `4.5`, `4/5`, `FIVE`, `FIVE_STARS`.
    static func number(_ text: String) -> Double? {
        let words = ["zero": 0.0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5]
        if let first = text.split(whereSeparator: { !$0.isLetter }).first,
            let value = words[first.lowercased()]
        {
            return value
        }
        return parseRating(text)?.value
    }
}

extension JSONValue {
    /// An object within an object of one member: what kind it is.
    fileprivate var isTagged: Bool {
        guard case .object(let members) = self else { return false }
        return members.count == 1 && members[0].value.isObject
    }

    /// A number, or a text that begins or ends as one: what a mark is written as.
    fileprivate var isNumberLike: Bool {
        switch self {
        case .integer(let value): value >= 0 && value <= 100
        case .number(let value): value >= 0 && value <= 100
        case .string(let text): ShapedObject.number(text) != nil
        default: false
        }
    }
}

/// The parts that names play, each name looked up once, and what an answer refers to by name.
struct NameTable {
    private var known: [String: NameRoles] = [:]
    /// The objects of a cache that others refer to (`{"__ref": "User:1"}`).
    var cache: [String: JSONValue] = [:]

    subscript(name: String) -> NameRoles {
        mutating get {
            if let roles = known[name] { return roles }
            let roles = NameRoles(name)
            if known.count < 20_000 { known[name] = roles }
            return roles
        }
    }

    func referred(_ value: JSONValue) -> JSONValue? { value.string.flatMap { cache[$0] } }
}
