/// What the names of JSON members say, in many languages and spellings: `reviewText`, `comment_body`, `ocena`.

/// The parts that one name may play, each with how surely; 0 is not at all.
struct NameRoles {
    var text = 0, title = 0, date = 0, rating = 0, author = 0, id = 0, url = 0, language = 0
    var isBest = false, isPro = false, isCon = false
    /// The object below is the writer, the answer, a mere wrapping, or of another kind and not looked into.
    var isPerson = false, isReply = false, isWrapper = false, isValue = false, isForeign = false
    var replyPart = ReplyPart.none
    /// A thing that only visitors' words have, or that they never have.
    var isOfVisitors = false, isOfOthers = false
    var isOfficial = false, isReference = false
    var isGivenName = false, isFamilyName = false, isComment = false
    /// What a list of that name holds, and whether it keeps the names of people.
    var list = ListHint.unknown
    var isDirectory = false

    /// Whether it says something of a record by itself.
    var isPart: Bool { text + title + date + rating + author > 0 }

    enum ReplyPart { case none, text, date, author }

    /// `general` is said of lists of anything.
    enum ListHint { case reviews, talk, others, general, unknown }

    private init() {}

    init(_ name: String) {
        let key = Self.plain(name)
        self = Self.known[key] ?? NameRoles()
        if text == 0 { text = Self.rankOfText(key) }
        if date == 0 { date = Self.rankOfDate(key) }
        replyPart = Self.replyPart(key)
        if replyPart != .none { (text, date, author) = (0, 0, 0) }
        if let hint = Self.hint(key) { list = hint }
    }

    /// What the tables say of each name.
    private static let known: [String: NameRoles] = {
        var known: [String: NameRoles] = [:]
        func note(_ names: some Sequence<String>, _ mark: (inout NameRoles) -> Void) {
            for name in names { mark(&known[name, default: NameRoles()]) }
        }
        func note(_ ranked: [[String]], _ part: WritableKeyPath<NameRoles, Int>) {
            for (place, names) in ranked.enumerated() {
                note(names) { $0[keyPath: part] = max($0[keyPath: part], 10 - place) }
            }
        }
        note(ShapeNames.text, \.text)
        note(ShapeNames.title, \.title)
        note(ShapeNames.date, \.date)
        note(ShapeNames.rating, \.rating)
        note(ShapeNames.author, \.author)
        note(ShapeNames.id, \.id)
        note(ShapeNames.url, \.url)
        note(ShapeNames.language, \.language)
        note(ShapeNames.best) { $0.isBest = true }
        note(ShapeNames.pros) { $0.isPro = true }
        note(ShapeNames.cons) { $0.isCon = true }
        note(ShapeNames.persons) { $0.isPerson = true }
        note(ShapeNames.replies) { $0.isReply = true }
        note(ShapeNames.wrappers) { $0.isWrapper = true }
        note(ShapeNames.values) { $0.isValue = true }
        note(ShapeNames.foreign) { $0.isForeign = true }
        note(ShapeNames.visitors) { $0.isOfVisitors = true }
        note(ShapeNames.others) { $0.isOfOthers = true }
        note(ShapeNames.official) { $0.isOfficial = true }
        note(ShapeNames.references) { $0.isReference = true }
        note(ShapeNames.general) { $0.list = .general }
        note(ShapeNames.directories) { $0.isDirectory = true }
        note(["comment"]) { $0.isComment = true }
        note(["firstname", "givenname", "first"]) { $0.isGivenName = true }
        note(["lastname", "familyname", "surname", "last"]) { $0.isFamilyName = true }
        return known
    }()

    /// In lower case, without what joins words.
    static func plain(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) {
            return String(
                decoding: name.utf8.lazy.filter { $0.isASCIILetter || $0.isASCIIDigit }.map(
                    \.lowercasedASCII),
                as: UTF8.self)
        }
        var found = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil { found.append(scalar) }
        return String(found)
    }

    private static func rankOfText(_ key: String) -> Int {
        for end in ["text", "body", "comment", "content", "message", "review", "feedback", "comments"]
        where key.hasSuffix(end) && key.utf8.count > end.utf8.count {
            return key.hasBytes(of: ShapeNames.aboutTexts) ? 0 : 5
        }
        return 0
    }

    private static func rankOfDate(_ key: String) -> Int {
        if key.hasBytes(of: ShapeNames.otherDates) { return 0 }
        if key.hasBytes(of: ["publish", "submi", "creat", "posted"]) { return key.hasBytes("by") ? 0 : 6 }
        return key.hasSuffix("date") || key.hasSuffix("time") || key.hasPrefix("date")
            || key.hasSuffix("timestamp")
            ? 4 : 0
    }

    private static func replyPart(_ key: String) -> ReplyPart {
        guard key.hasBytes("rep") || key.hasBytes("respon"),
            key.hasBytes(of: ["reply", "response", "responded", "replied"])
        else { return .none }
        for end in ["text", "content", "body", "message", "comment"] where key.hasSuffix(end) { return .text }
        for end in ["date", "time", "at", "on", "timestamp"] where key.hasSuffix(end) { return .date }
        for end in ["author", "name", "by", "user"] where key.hasSuffix(end) { return .author }
        return .none
    }

    private static func hint(_ key: String) -> ListHint? {
        if key.hasBytes(of: ShapeNames.reviewLists) { return .reviews }
        if key.hasBytes(of: ShapeNames.talkLists) { return .talk }
        return ShapeNames.otherLists.contains(where: key.hasPrefix) ? .others : nil
    }
}
