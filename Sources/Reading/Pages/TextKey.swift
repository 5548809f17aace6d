/// A text as a key: compared and hashed by its bytes, composed only where that could matter.
import Foundation

/// Equal when the texts are, as Swift compares them; a text of letters that have one form only is not
/// normalised at each look.
struct TextKey: Hashable {
    private let text: String

    init(_ text: String) {
        var text = text
        self.text = text.withUTF8(Self.hasOneForm) ? text : text.precomposedStringWithCanonicalMapping
    }

    static func == (a: TextKey, b: TextKey) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Latin letters below the combining marks, plain Cyrillic, common signs and emoji: text in its composed
    /// form already, whatever stands beside.
    private static func hasOneForm(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var i = 0
        while i < bytes.count {
            switch bytes[i] {
            case 0x00...0x7F: i += 1
            case 0xC2...0xCB, 0xD0, 0xD1: i += 2
            case 0xE2:
                // U+2000 and U+2001 are other characters' forms.
                guard i + 2 < bytes.count, bytes[i + 1] == 0x80, bytes[i + 2] > 0x81 else { return false }
                i += 3
            case 0xF0:
                guard i + 1 < bytes.count, bytes[i + 1] == 0x9F else { return false }
                i += 4
            default: return false
            }
        }
        return true
    }
}
