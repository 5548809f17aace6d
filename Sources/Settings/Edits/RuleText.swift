/// A rule as the lines that people write, for column 1.
import Complaints

func ruleLines(_ rule: Rule) -> [(key: String, lines: [String])] {
    rule.yaml().split(separator: "\n").map { line in
        (String(line.prefix { $0 != ":" }), [String(line)])
    }
}

func readingLines(_ rule: Rule) -> [String] {
    ["read:"] + ruleLines(rule).flatMap(\.lines).map { "  " + $0 }
}
