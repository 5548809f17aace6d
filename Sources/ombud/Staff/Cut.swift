import ArgumentParser
import Foundation

/// How much of a list is printed: the lines of `--json` are cut by `--limit` alone, a table to what a person
/// reads at a time.
struct Cut: ParsableArguments {
    @Option(help: "At most so many lines; a table has a screenful otherwise (50 where there is no screen).")
    var limit: Int?

    @Flag(help: "Every row of the table.") var all = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit \(limit): a number from 0 up is wanted") }
        if limit != nil, all { throw ValidationError("--limit and --all: give one of them") }
    }

    /// It is not counted further than that how many there are.
    static let mostCounted = 100_000

    /// So many rows of a table.
    var rows: Int { limit ?? (all ? .max : Self.screenful) }

    static var screenful: Int { Screen.height.map { max(5, $0 - 4) } ?? 50 }

    /// Says how many more there are, where it was not asked for so many.
    func sayRest(
        _ shown: Int, of count: Int,
        hint: String = ": --limit N or --all shows them, --source, --owner and others choose"
    ) {
        if limit == nil { Self.sayRest(shown, of: count, hint: hint) }
    }

    /// Says how many more there are: on the terminal below the table, elsewhere beside the output.
    static func sayRest(_ shown: Int, of count: Int, hint: String = "") {
        guard count > shown else { return }
        let rest =
            count >= mostCounted ? "more than \((count - shown - 1).grouped)" : (count - shown).grouped
        let line = "... and \(rest) more" + hint
        if Screen.isTerminal { print(line) } else { FileHandle.standardError.write(Data((line + "\n").utf8)) }
    }
}

extension Int {
    /// `1,980`.
    var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + text
    }
}
