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
}
