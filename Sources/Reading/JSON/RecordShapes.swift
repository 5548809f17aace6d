/// Records found in JSON by their shape: lists of objects that have a text, and a writer, a date or a mark.
import Complaints

/// Looks through values for reviews, comments and posts. A pure reading: names and values decide, no site.
struct RecordShapes {
    private let context: ReadingContext
    /// An answer was asked for, so that what could be records are; a page carries much else.
    private let isAnswer: Bool
    private var names = NameTable()
    private var reviews: [Record] = []
    private var posts: [Record] = []
    private var directory: [String: String] = [:]
    private var left = 300_000
    /// What other lists gave: a page carries the same reviews more than once, under other identifiers.
    private var seen: Set<String> = []
    private static let recordLimit = 5000

    /// The names on the way to a value, the last three, the nearest first.
    private struct Way {
        var names: (String, String, String)

        init(_ name: String) { names = (name, "", "") }

        func adding(_ name: String) -> Way {
            var way = self
            way.names = (name, names.0, names.1)
            return way
        }
    }

    private struct Open {
        var value: JSONValue
        var way: Way
        var inRecord: Bool
    }

    /// The records of an answer.
    static func records(answer: JSONValue, context: ReadingContext) -> [Record] {
        var shapes = RecordShapes(context: context, isAnswer: true)
        shapes.look(at: answer, named: "")
        if shapes.reviews.isEmpty, shapes.posts.isEmpty { shapes.lookAtOne(answer) }
        return shapes.found
    }

    /// The records among what a page carries.
    static func records(embedded: [EmbeddedJSON], context: ReadingContext) -> [Record] {
        var shapes = RecordShapes(context: context, isAnswer: false)
        for one in embedded { shapes.look(at: one.value, named: one.name) }
        return shapes.found
    }

    private init(context: ReadingContext, isAnswer: Bool) {
        self.context = context
        self.isAnswer = isAnswer
    }

    /// Where there are reviews, posts are talk beside them.
    private var found: [Record] { reviews.isEmpty ? posts : reviews }

    private mutating func lookAtOne(_ value: JSONValue) {
        guard value.isObject else { return }
        _ = take([value], way: Way(""))
    }

    private mutating func look(at root: JSONValue, named name: String) {
        collectNames(root)
        var open = [Open(value: root, way: Way(name), inRecord: false)]
        while let next = open.popLast(), left > 0, reviews.count + posts.count < Self.recordLimit {
            left -= 1
            switch next.value {
            case .array(let values):
                let taken = take(values, way: next.way)
                if taken == .reviews { continue }
                for value in values.reversed() where !value.isScalar {
                    open.append(Open(value: value, way: next.way, inRecord: taken == .posts))
                }
            case .object(let members):
                if takeMap(members, way: next.way) == .reviews { continue }
                for member in members.reversed() where !member.value.isScalar {
                    let roles = names[member.key]
                    // An answer is part of its record.
                    if next.inRecord, roles.isReply, member.key.lowercased() != "replies" { continue }
                    open.append(
                        Open(
                            value: member.value, way: next.way.adding(member.key),
                            inRecord: next.inRecord && roles.isWrapper))
                }
            default: break
            }
        }
    }

    private enum Taken { case nothing, posts, reviews }

    /// Objects under identifiers instead of in a list; of a cache, those of one type at a time.
    private mutating func takeMap(_ members: [JSONValue.Member], way: Way) -> Taken {
        guard members.count > 1 || members.first?.key.utf8.contains(where: \.isASCIIDigit) == true,
            members.count(where: { $0.value.isObject }) * 5 >= members.count * 4,
            members.contains(where: { $0.key.utf8.contains(where: { $0.isASCIIDigit }) })
        else { return .nothing }
        var groups: [(type: String, values: [JSONValue])] = []
        for member in members where member.value.isObject {
            let type =
                member.value["__typename"]?.string
                ?? (member.key.utf8.contains(0x3A) ? String(member.key.prefix { $0 != ":" }) : "")
            if let place = groups.firstIndex(where: { $0.type == type }) {
                groups[place].values.append(member.value)
            } else if groups.count < 50 {
                groups.append((type, [member.value]))
            }
        }
        var taken = Taken.nothing
        for group in groups {
            let part = take(group.values, way: group.type.isEmpty ? way : way.adding(group.type))
            if part != .nothing, taken != .reviews { taken = part }
        }
        return taken
    }

    /// Names that records refer to by identifiers, and the objects of a cache.
    private mutating func collectNames(_ root: JSONValue) {
        var open: [(value: JSONValue, isList: Bool, depth: Int)] = [(root, false, 0)]
        var steps = 20_000
        while let next = open.popLast(), steps > 0 {
            steps -= 1
            guard next.depth < 5 else { continue }
            switch next.value {
            case .array(let values):
                guard next.isList else { continue }
                for value in values { keepName(of: value) }
            case .object(let members):
                if members.contains(where: { $0.key.utf8.contains(0x3A) }) {
                    for member in members where member.value.isObject {
                        names.cache[member.key] = member.value
                    }
                }
                for member in members where !member.value.isScalar {
                    let isList = names[member.key].isDirectory
                    if isList, case .object(let map) = member.value {
                        for entry in map { keepName(of: entry.value, id: entry.key) }
                    }
                    open.append((member.value, isList, next.depth + 1))
                }
            default: break
            }
        }
    }

    private mutating func keepName(of value: JSONValue, id: String? = nil) {
        guard value.isObject, directory.count < 20_000, let id = value["id"]?.scalarText ?? id else { return }
        let person = JSONValue.object([.init(key: "author", value: value)])
        guard
            let name = ShapedObject(person, &names).record(scale: nil, directory: [:], context: context)?
                .author
        else { return }
        directory[id] = name
        // Groups are named by their number below zero.
        directory["-" + id] = name
    }
}

// Whether a list is one of records.
extension RecordShapes {
    private mutating func take(_ values: [JSONValue], way: Way) -> Taken {
        let objects = values.filter(\.isObject)
        guard !objects.isEmpty, objects.count * 2 >= values.count else { return .nothing }
        // A few tell whether the others are worth a look.
        let hint = hint(way)
        guard hint >= 0 || isAnswer else { return .nothing }
        var first: [ShapedObject] = []
        for object in objects.prefix(4) { first.append(ShapedObject(object, &names)) }
        guard first.contains(where: { isRecord($0, hint) }) else { return .nothing }
        var shaped = first
        for object in objects.dropFirst(4).prefix(Self.recordLimit) {
            left -= 1
            shaped.append(ShapedObject(object, &names))
        }
        let whole = shaped.filter { isRecord($0, hint) }
        let bare = shaped.filter { !$0.hasText && $0.hasRating && ($0.hasAuthor || $0.hasDate) }
        guard (whole.count + bare.count) * 10 >= shaped.count * 6 else { return .nothing }
        let texts = whole.compactMap { $0.text?.plain }
        guard texts.reduce(0, { $0 + $1.utf8.count }) >= texts.count * 12, Set(texts).count * 2 >= texts.count
        else {
            return .nothing
        }
        let isRated = isRated(shaped, hint)
        let scale = isRated ? scale(shaped) : nil
        var keys: [String] = []
        for one in shaped where isRecord(one, hint) || (!one.hasText && one.hasRating) {
            guard var record = one.record(scale: scale, directory: directory, context: context) else {
                continue
            }
            if !isRated { record.rating = nil }
            if record.reply == nil { record.reply = reply(one, isReview: isRated) }
            if record.text.isEmpty, record.rating == nil { continue }
            let key = "\(record.author ?? "")|\(record.text)"
            keys.append(key)
            if seen.contains(key) { continue }
            if isRated || hint == 2 { reviews.append(record) } else { posts.append(record) }
        }
        seen.formUnion(keys)
        return isRated ? .reviews : .posts
    }

    private func isRecord(_ one: ShapedObject, _ hint: Int) -> Bool {
        guard one.hasText, let text = one.text else { return false }
        let hasAuthor = one.hasAuthor || one.reference.map { directory[$0] != nil } == true
        guard one.hasDate || one.hasRating || (isAnswer && hasAuthor) else { return false }
        var points = text.isSure ? 2.0 : 1.0
        if hasAuthor { points += one.isAuthorSure || !one.hasAuthor ? 1.5 : 1 }
        if one.hasDate { points += 1 }
        if one.hasRating { points += 1.5 }
        points += min(Double(one.visitorSigns) * 0.5, 1.5) + (hint > 0 ? 1 : 0)
        points -= min(Double(one.otherSigns), 5)
        return points >= (isAnswer ? 3 : 4)
    }

    /// 2 a list of reviews by its name, 1 of comments or posts, 0 unknown, -1 of something else.
    private mutating func hint(_ way: Way) -> Int {
        var list = names[way.names.0].list
        if list == .others { return -1 }
        // What is said of lists in general says nothing.
        if list == .general { list = names[way.names.1].list }
        if list == .general { list = names[way.names.2].list }
        return list == .reviews ? 2 : list == .talk ? 1 : 0
    }

    /// Whether the numbers that could be marks are: a score may be one of votes, except among reviews.
    private func isRated(_ shaped: [ShapedObject], _ hint: Int) -> Bool {
        let values = shaped.compactMap(\.ratingValue)
        guard !values.isEmpty else { return false }
        guard shaped.contains(where: \.isRatingUnsure) else { return true }
        return hint == 2 && values.allSatisfy { $0 <= 10 }
    }

    /// The best mark where none is stated: the round number that holds all.
    private func scale(_ shaped: [ShapedObject]) -> Double? {
        guard let top = shaped.compactMap(\.ratingValue).max() else { return nil }
        return top <= 5 ? 5 : top <= 10 ? 10 : 100
    }

    /// The answer of the company: stated as such, or one of the replies that says that it is official.
    private mutating func reply(_ one: ShapedObject, isReview: Bool) -> Reply? {
        let many = one.replies.count > 1
        for value in one.replies {
            if case .string(let text) = value, isReview, let plain = nonEmpty(plainText(markup: text)) {
                return Reply(text: plain)
            }
            guard value.isObject else { continue }
            let answer = ShapedObject(value, &names)
            guard isReview && !many || answer.isOfficial,
                let record = answer.record(scale: nil, directory: directory, context: context)
            else { continue }
            let words =
                record.text.isEmpty ? answer.replyText.map { plainText(markup: $0) } ?? "" : record.text
            guard !words.isEmpty else { continue }
            return Reply(author: record.author, published: record.published, text: words)
        }
        return nil
    }
}
