/// A mention's text made ready to be held against others: its words, its facts, its author's name.
public struct PreparedText: Sendable {
    let compared: ComparedText
    let name: AuthorName?
    let words: ComparedWords

    public init(_ compared: ComparedText) {
        self.init(compared, name: AuthorName(compared.author), boilerplate: .none)
    }

    init(_ compared: ComparedText, name: AuthorName?, boilerplate: Boilerplate) {
        self.compared = compared
        self.name = name
        words = ComparedWords(compared.text, site: compared.site, boilerplate: boilerplate)
    }

    var worded: WordedText { words.worded }

    /// By which most others are told apart from it.
    public var glance: TextGlance { TextGlance(self) }
}
