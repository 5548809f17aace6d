/// What a WHERE is put together from: terms that must all hold, with their values in the order of the marks.
struct Conditions {
    private(set) var terms: [String] = []
    private(set) var values: [any SQLBindable] = []

    mutating func add(_ term: String, _ values: [any SQLBindable] = []) {
        terms.append(term)
        self.values += values
    }

    /// `column IN (...)`; no value at all asks for nothing.
    mutating func among<Value: SQLBindable & Hashable>(_ column: String, _ wanted: Set<Value>) {
        guard !wanted.isEmpty else { return }
        add("\(column) IN \(marks(wanted.count))", Array(wanted))
    }

    /// The column lies in one of the spans.
    mutating func within(_ column: String, _ spans: [TimeSpan]) {
        guard !spans.isEmpty else { return }
        var alternatives: [String] = []
        var values: [any SQLBindable] = []
        for span in spans {
            var parts = ["\(column) IS NOT NULL"]
            if let from = span.from {
                parts.append("\(column) >= ?")
                values.append(from)
            }
            if let until = span.until {
                parts.append("\(column) < ?")
                values.append(until)
            }
            alternatives.append(parts.joined(separator: " AND "))
        }
        add("(" + alternatives.joined(separator: " OR ") + ")", values)
    }

    /// ` WHERE ...`, or nothing.
    var clause: String { terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ") }

    private func marks(_ count: Int) -> String {
        "(" + Array(repeating: "?", count: count).joined(separator: ",") + ")"
    }
}
