/// A row of comma-separated values (RFC 4180), made safe for spreadsheets.
///
/// A field that a spreadsheet would run as a formula begins with an apostrophe, which it shows as text. One that
/// begins so by itself gets one more, so that `CSVReader` gives back exactly what was written.
public enum CSVText {
    /// With the line break.
    public static func row(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    public static func field(_ text: String) -> String {
        let text = isFormula(text) ? "'" + text : text
        let needsQuotes =
            text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
            || text.utf8.first.map(isBlank) == true || text.utf8.last.map(isBlank) == true
        guard needsQuotes else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// What was written as `text`.
    static func unguarded(_ text: String) -> String {
        text.utf8.first == apostrophe && isFormula(text) ? String(text.dropFirst()) : text
    }

    /// Any number of apostrophes, then what begins a formula (OWASP, CSV injection), also in full width. A number
    /// below zero is none.
    private static func isFormula(_ text: String) -> Bool {
        let rest = text.unicodeScalars.drop { $0 == "'" }
        switch rest.first {
        case "-":
            return rest.dropFirst().isEmpty || !rest.dropFirst().allSatisfy { "0"..."9" ~= $0 || $0 == "." }
        case "=", "+", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
        default: return false
        }
    }

    private static let apostrophe = UInt8(ascii: "'")
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
