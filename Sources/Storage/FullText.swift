import Complaints

/// Full-text search as an engine has it. Every index is given folded words and keeps no text of its own; its
/// rows have the numbers of what they are about, and are taken out only where that is forgotten.
public struct FullText: Sendable {
    /// The statements that make an index.
    var create: @Sendable (_ index: String, _ columns: [String]) -> [String]
    /// Takes the number of a row, then a `?` a column.
    var insert: @Sendable (_ index: String, _ columns: [String]) -> String
    /// Takes a row out again: it wants the number and the words that were put in.
    var delete: @Sendable (_ index: String, _ columns: [String]) -> String
    /// Drops what was taken out from where the words are kept, too; takes as long as reading the index does.
    var settle: @Sendable (_ index: String) -> String
    /// A condition that takes `expression`.
    var condition: @Sendable (_ index: String) -> String
    /// How well a row fits, by BM25 (Robertson and Zaragoza 2009), the best highest; words of a column with
    /// a greater weight count for more.
    var rank: @Sendable (_ index: String, _ weights: [Double]) -> String
    /// What is searched for, in the engine's own language; nil where no row of such columns can fit.
    var expression: @Sendable (_ clause: SearchQuery.Clause, _ columns: [String]) -> String?

    /// SQLite's FTS5. The folded words are told apart by their blanks alone.
    public static let fts5 = FullText(
        create: { index, columns in
            [
                """
                CREATE VIRTUAL TABLE \(index) USING fts5(
                    \(columns.joined(separator: ", ")), content = '', tokenize = 'ascii')
                """
            ]
        },
        insert: { index, columns in
            """
            INSERT INTO \(index) (rowid, \(columns.joined(separator: ", ")))
            VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")))
            """
        },
        delete: { index, columns in
            """
            INSERT INTO \(index) (\(index), rowid, \(columns.joined(separator: ", ")))
            VALUES ('delete', ?, \(columns.map { _ in "?" }.joined(separator: ", ")))
            """
        },
        settle: { index in "INSERT INTO \(index) (\(index)) VALUES ('optimize')" },
        condition: { "\($0) MATCH ?" },
        rank: { index, weights in
            "-bm25(\(index), \(weights.map { "\($0)" }.joined(separator: ", ")))"
        },
        expression: { clause, columns in fts5Expression(clause, columns: columns) })
}

/// Every word stands in quotes, so that nothing people type is read as an operator.
private func fts5Expression(_ clause: SearchQuery.Clause, columns: [String]) -> String? {
    switch clause {
    case .phrase(let phrase):
        let words = "\"\(phrase.words.joined(separator: " "))\"" + (phrase.isPrefix ? " *" : "")
        guard let field = phrase.field else { return words }
        return columns.contains(field.rawValue) ? "{\(field.rawValue)} : \(words)" : nil
    case .any(let some):
        let some = some.compactMap { fts5Expression($0, columns: columns) }
        return some.isEmpty ? nil : "(\(some.joined(separator: " OR ")))"
    case .all(let wanted, let unwanted):
        let all = wanted.compactMap { fts5Expression($0, columns: columns) }
        guard all.count == wanted.count else { return nil }
        let none = unwanted.compactMap { fts5Expression($0, columns: columns) }
        let both = "(\(all.joined(separator: " AND ")))"
        return none.isEmpty ? both : "(\(both) NOT (\(none.joined(separator: " OR "))))"
    }
}
