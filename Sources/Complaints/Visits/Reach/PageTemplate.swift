/// Addresses of a list's further pages, where no link leads to them:
/// `https://reviews.example/acme?page={page}`, `...?start={offset}`, `...?after={cursor}`.
public struct PageTemplate: Hashable, Sendable {
    public var text: String
    /// The number of the second page, or its offset.
    public var second: Int
    /// What the number grows by.
    public var step: Int
    /// Where the page tells the cursor: a selector, or a JSONPath in a JSON answer.
    public var cursor: String?

    public init(_ text: String, second: Int = 2, step: Int = 1, cursor: String? = nil) {
        self.text = text
        self.second = second
        self.step = step
        self.cursor = cursor
    }

    /// Whether the next address cannot be told before the page before it was read.
    public var needsCursor: Bool { text.contains("{cursor}") }

    /// The address of one page, counted from 1, the source's own first; nil when it needs a cursor that is
    /// not given.
    public func address(page: Int, cursor: String? = nil) -> String? {
        let number = String(second + (page - 2) * step)
        var filled = text
        if needsCursor {
            guard let cursor else { return nil }
            let written = PercentEncoding.encode(cursor.utf8, .unreserved)
            filled = Self.replacing("{cursor}", in: filled, by: written)
        }
        for name in ["{page}", "{offset}"] { filled = Self.replacing(name, in: filled, by: number) }
        return filled
    }

    /// What is wrong with the template, in words for the person who wrote it; nil when nothing is.
    public var fault: String? {
        let marks = ["{page}", "{offset}", "{cursor}"].filter { text.contains($0) }
        if marks.isEmpty { return "no {page}, {offset} or {cursor} in it; write ...?page={page}" }
        if marks.contains("{cursor}") != (cursor != nil) {
            return cursor == nil
                ? "{cursor} needs `cursor`: the selector or JSONPath that tells it"
                : "`cursor` is given, but the address has no {cursor}"
        }
        if !needsCursor, step == 0 { return "a step of 0 asks for the same page for ever; leave it out" }
        guard let address = address(page: 2, cursor: "x"), WebURL(address) != nil else {
            return "not the address of a page; write it whole, https:// included"
        }
        return nil
    }

    private static func replacing(_ mark: String, in text: String, by value: String) -> String {
        var out: [UInt8] = []
        var rest = Array(text.utf8)[...]
        let mark = Array(mark.utf8)
        while let first = rest.first {
            if rest.starts(with: mark) {
                out += Array(value.utf8)
                rest = rest.dropFirst(mark.count)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
