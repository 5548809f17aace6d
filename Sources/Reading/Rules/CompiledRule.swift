/// A rule with its selectors and patterns made ready; what is wrong with one is told with its field.
import Complaints

struct CompiledRule: Sendable {
    struct Answer: Sendable {
        var each: FieldSelector
        var author, published, text: FieldReader?
    }

    let each: FieldSelector
    let id, url, author, published, title, text: FieldReader?
    let rating: RatingReader?
    let reply: Answer?

    init(_ rule: Rule) throws(ReadingFailure) {
        each = try Self.selector("each", rule.each)
        id = try Self.field("id", rule.id)
        url = try Self.field("url", rule.url)
        author = try Self.field("author", rule.author)
        published = try Self.field("published", rule.published)
        title = try Self.field("title", rule.title)
        text = try Self.field("text", rule.text)
        rating = try rule.rating.map { (rating) throws(ReadingFailure) in
            do throws(SelectorFault) { return try RatingReader(rating) } catch {
                throw .faultySelector(field: "rating", selector: rating.at, fault: error.sentence)
            }
        }
        reply = try rule.reply.map { (reply) throws(ReadingFailure) in
            Answer(
                each: try Self.selector("reply each", reply.each),
                author: try Self.field("reply author", reply.author),
                published: try Self.field("reply published", reply.published),
                text: try Self.field("reply text", reply.text))
        }
    }

    private static func selector(_ name: String, _ text: String) throws(ReadingFailure) -> FieldSelector {
        do throws(SelectorFault) { return try FieldSelector(text) } catch {
            throw .faultySelector(field: name, selector: text, fault: error.sentence)
        }
    }

    private static func field(_ name: String, _ field: Rule.Field?) throws(ReadingFailure) -> FieldReader? {
        guard let field else { return nil }
        do throws(SelectorFault) { return try FieldReader(field) } catch {
            throw .faultySelector(field: name, selector: field.at, fault: error.sentence)
        }
    }
}
