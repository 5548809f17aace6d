/// The bytes of a file as checked text, before YAML is made of it.
import Foundation

/// Text that the YAML reader can take: UTF-8, no control characters, of bearable size.
///
/// Aliases are kept from the YAML library: it expands them while it composes, and a dozen lines of
/// nested aliases become billions of values ("billion laughs"). Every `*` is replaced by one
/// private-use character; the tree builder puts the `*` back, or follows the alias within a budget.
struct Text {
    /// The scalars, with every `*` replaced.
    var scalars: [Unicode.Scalar]

    /// Room for tens of thousands of sources in one file.
    static let mostBytes = 20_000_000
    static let aliasMark: Unicode.Scalar = "\u{F8FF}"
    /// Takes the place of the first letter of a key that is given twice, see `Tree`.
    static let keyMarks: ClosedRange<UInt32> = 0xF000...0xF0FF

    var string: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count + scalars.count / 8)
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// nil when the text cannot be used; the document then has the fault.
    init?(_ bytes: Data, in document: Document) {
        guard bytes.count <= Self.mostBytes else {
            document.fault(.start, "\(bytes.count) bytes; a settings file has at most \(Self.mostBytes)")
            return nil
        }
        var place = Place.start
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(bytes.count)
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        var previous: Unicode.Scalar = "\n"
        while true {
            switch decoder.decode(&rest) {
            case .emptyInput:
                self.scalars = scalars
                return
            case .error:
                document.fault(place, "not UTF-8 text here; save the file as UTF-8")
                return nil
            case .scalarValue(let scalar):
                if scalars.isEmpty && scalar == "\u{FEFF}" { continue }
                guard Self.isPrintable(scalar) else {
                    let code = String(scalar.value, radix: 16, uppercase: true)
                    let padded = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
                    document.fault(
                        place, "the character U+\(padded) cannot stand in a settings file; remove it")
                    return nil
                }
                scalars.append(scalar == "*" ? Self.aliasMark : scalar)
                place = Self.next(place, after: scalar, previous: previous)
                previous = scalar
            }
        }
    }

    /// The index of the scalar at a place of this text.
    func index(of wanted: Place) -> Int? {
        var place = Place.start
        var previous: Unicode.Scalar = "\n"
        for (index, scalar) in scalars.enumerated() {
            if place == wanted { return index }
            if place > wanted { return nil }
            place = Self.next(place, after: scalar, previous: previous)
            previous = scalar
        }
        return nil
    }

    /// Lines end as YAML 1.1 says (5.4): LF, CR, CR LF, NEL, LS, PS.
    private static func next(_ place: Place, after scalar: Unicode.Scalar, previous: Unicode.Scalar) -> Place
    {
        switch scalar {
        case "\n" where previous == "\r": place
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": Place(line: place.line + 1, column: 1)
        default: Place(line: place.line, column: place.column + 1)
        }
    }

    /// YAML 1.1, 5.1, less the private-use characters that are needed as marks.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xEFFF, 0xF900...0xFEFE,
            0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            true
        default: false
        }
    }
}
