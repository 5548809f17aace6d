import Storage

/// Writes figures in the text format of Prometheus, version 0.0.4.
///
/// Source: https://prometheus.io/docs/instrumenting/exposition_formats/
struct Exposition {
    private(set) var text = ""

    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// What a sample is told apart by, in this order.
    typealias Labels = KeyValuePairs<String, String>

    /// Begins a metric: everything added until the next one belongs to it.
    mutating func begin(_ metric: Metric) {
        text += "# HELP \(metric.name) \(Self.escaped(metric.help, quotes: false))\n"
        text += "# TYPE \(metric.name) \(metric.kind.rawValue)\n"
    }

    mutating func add(_ metric: Metric, _ labels: Labels, _ value: Double) {
        sample(metric.name, labels, value)
    }

    mutating func one(_ metric: Metric, _ value: Double) {
        begin(metric)
        add(metric, [:], value)
    }

    /// The counts of a histogram, in seconds.
    mutating func add(_ metric: Metric, _ labels: Labels, _ spread: TimeSpread) {
        for (bound, count) in zip(spread.bounds, spread.atMost) {
            sample(metric.name + "_bucket", labels, le: Self.number(Double(bound) / 1000), Double(count))
        }
        sample(metric.name + "_bucket", labels, le: "+Inf", Double(spread.count))
        sample(metric.name + "_sum", labels, Double(spread.sum) / 1000)
        sample(metric.name + "_count", labels, Double(spread.count))
    }

    private mutating func sample(_ name: String, _ labels: Labels, le: String? = nil, _ value: Double) {
        var pairs = labels.map { "\($0.key)=\"\(Self.escaped($0.value, quotes: true))\"" }
        if let le { pairs.append("le=\"\(le)\"") }
        text += name + (pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}") + " \(Self.number(value))\n"
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    /// Backslash and line feed, and in labels the double quote.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
