import Complaints
import Foundation

/// One labelled text.
struct Example {
    var set: String
    var language: String
    var text: String
    var label: String
    var isComplaint: Bool
    /// How much it counts beside the others.
    var weight = 1.0
    /// Kept away from the split model, which the figures are taken of.
    var isHeld: Bool
    /// Labelled for something near: sentiment about anything, not complaints.
    var isWeak = false
    /// Written for this project rather than found.
    var isInvented = false

    /// nil for a text without a label that says anything of complaints.
    init?(_ line: CorpusLine, weak: Double) {
        set = line.src
        language = line.lang
        text = line.text
        label = line.label
        isHeld = Self.isHeld(line.text)
        if let complaint = line.complaint {
            isComplaint = complaint
        } else {
            guard line.src == "xlmt_sentiment", weak > 0 else { return nil }
            set += "_" + line.lang
            isComplaint = line.label == "0"
            isWeak = true
            weight = weak
            isHeld = false
        }
    }

    /// One text a line: language, tab, 1 for a complaint or 0, tab, the text.
    static func invented(_ path: String, set: String, weight: Double) throws -> [Example] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", maxSplits: 2)
            guard parts.count == 3, !line.hasPrefix("#") else { return nil }
            return Example(
                set: set, language: String(parts[0]), text: String(parts[2]), isComplaint: parts[1] == "1",
                weight: weight)
        }
    }

    private init(set: String, language: String, text: String, isComplaint: Bool, weight: Double) {
        self.set = set
        self.language = language
        self.text = text
        label = isComplaint ? "1" : "0"
        self.isComplaint = isComplaint
        self.weight = weight
        isHeld = false
        isWeak = true
        isInvented = true
    }

    /// Copies of one text fall on one side: the remainder of a hash of its bytes.
    static func isHeld(_ text: String) -> Bool {
        (text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } >> 17) % 3
            == 2
    }
}

/// Reads the labelled sets: one JSON object a line with `src`, `lang`, `text`, `label`, `complaint`.
struct CorpusLine: Decodable {
    var src: String
    var lang: String
    var text: String
    var label: String
    var complaint: Bool?
    var licence: String

    private enum Key: String, CodingKey { case src, lang, text, label, complaint, licence }

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        src = try keys.decode(String.self, forKey: .src)
        lang = try keys.decode(String.self, forKey: .lang)
        text = try keys.decode(String.self, forKey: .text)
        label = try keys.decodeIfPresent(Label.self, forKey: .label)?.text ?? ""
        complaint = try keys.decodeIfPresent(Bool.self, forKey: .complaint)
        licence = (try? keys.decode(String.self, forKey: .licence)) ?? "none stated"
    }

    /// A word in some sets, a number in others.
    private struct Label: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Double.self) {
                text = number == number.rounded() ? String(Int(number)) : String(number)
            } else {
                text = try value.decode(String.self)
            }
        }
    }

    static func read(_ path: String) throws -> [CorpusLine] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let decoder = JSONDecoder()
        return try data.split(separator: 0x0A).map { try decoder.decode(CorpusLine.self, from: $0) }
    }
}
