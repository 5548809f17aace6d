/// Lengths of time as people write them in settings: `500ms`, `1s`, `5m`, `2h`, `1d`.

extension Duration {
    /// nil for anything but a whole, non-negative number followed by ms, s, m, h or d. `0s` is valid.
    public init?(setting text: some StringProtocol) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int64(digits), count <= 1_000_000_000 else { return nil }
        switch text.dropFirst(digits.count) {
        case "ms": self = .milliseconds(count)
        case "s": self = .seconds(count)
        case "m": self = .seconds(count * 60)
        case "h": self = .seconds(count * 3600)
        case "d": self = .seconds(count * 86_400)
        default: return nil
        }
    }

    /// The shortest exact writing: `90s`, `5m`, `2h`, `1d`.
    public var setting: String {
        let ms = inMilliseconds
        for (unit, length): (String, Int64) in [
            ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000),
        ]
        where ms % length == 0 && (ms != 0 || unit == "s") {
            return "\(ms / length)\(unit)"
        }
        return "\(ms)ms"
    }
}
