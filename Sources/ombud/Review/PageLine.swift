/// A row of the screen: pieces of text, each in one style. What a customer wrote is made safe where it is
/// sent, so that no page can forget it.
struct PageLine: Hashable, Sendable {
    var runs: [Run]

    struct Run: Hashable, Sendable {
        var text: String
        var style: Style
    }

    enum Style: Hashable, Sendable { case plain, bold, dim, inverse }

    init(_ text: String = "", _ style: Style = .plain) { runs = [Run(text: text, style: style)] }
    init(runs: [Run]) { self.runs = runs }

    var text: String { runs.map(\.text).joined() }

    /// As a terminal shows it in so many columns.
    func encoded(width: Int) -> String {
        var (line, used) = ("", 0)
        for run in runs where used < width {
            let cut = run.text.safe.replacing("\n", with: " ").cut(to: width - used)
            used += cut.columns
            let text = cut.isolated
            switch run.style {
            case .plain: line += text
            case .bold: line += "\u{1B}[1m\(text)\u{1B}[0m"
            case .dim: line += "\u{1B}[2m\(text)\u{1B}[0m"
            case .inverse: line += "\u{1B}[7m\(text)\u{1B}[0m"
            }
        }
        return line
    }
}
