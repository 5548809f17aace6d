import Foundation

/// Domain names as ASCII (UTS #46, "ToASCII", as the WHATWG URL Standard asks: joiners and directions are
/// checked, hyphens and lengths are not).
///
/// The mapping table is not shipped but computed from the properties that it is made of: NFKC, lower case,
/// ignorable characters. What it comes to was held against a parser with the table, character by character.
enum WebURLDomain {
    /// nil for a name that no browser takes; the caller refuses the ASCII characters that no host may have.
    static func ascii(_ bytes: [UInt8]) -> [UInt8]? {
        // Names of ASCII are taken as they are, also where their punycode means nothing: too many exist.
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(ASCII.lower) }
        guard let mapped = mapped(String(decoding: bytes, as: UTF8.self)) else { return nil }
        var labels: [Label] = []
        for part in mapped.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false) {
            guard let label = Label(Array(part)) else { return nil }
            labels.append(label)
        }
        if labels.contains(where: { LabelRules.hasRightToLeft($0.scalars) }) {
            for label in labels where !LabelRules.hasOneDirection(label.scalars) { return nil }
        }
        return Array(labels.map(\.written).joined(separator: [UInt8(ascii: ".")]))
    }

    private struct Label {
        /// As people read it.
        var scalars: [Unicode.Scalar]
        var written: [UInt8]

        init?(_ scalars: [Unicode.Scalar]) {
            if scalars.starts(with: "xn--".unicodeScalars) {
                guard scalars.allSatisfy(\.isASCII) else { return nil }
                written = scalars.map { UInt8($0.value) }
                guard let decoded = Punycode.decode(written.dropFirst(4)), !decoded.allSatisfy(\.isASCII),
                    decoded.allSatisfy(isValid), isComposed(decoded)
                else { return nil }
                self.scalars = decoded
            } else if scalars.allSatisfy(\.isASCII) {
                self.scalars = scalars
                written = scalars.map { UInt8($0.value) }
                return
            } else {
                guard let encoded = Punycode.encode(scalars) else { return nil }
                self.scalars = scalars
                written = Array("xn--".utf8) + encoded
            }
            guard let first = self.scalars.first, !LabelRules.isMark(first),
                LabelRules.joinersFit(self.scalars)
            else { return nil }
        }
    }

    // MARK: Mapping

    /// Every character as it counts in names, in Normalization Form C; nil where one may not occur.
    private static func mapped(_ text: String) -> String? {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isIgnored(scalar) {
            guard isAllowed(scalar), let mapping = mapping(of: scalar) else { return nil }
            out.append(contentsOf: mapping)
        }
        return String(out).precomposedStringWithCanonicalMapping
    }

    private static func mapping(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        if scalar.isASCII { return [Unicode.Scalar(ASCII.lower(UInt8(scalar.value)))] }
        switch scalar {
        case "\u{3002}", "\u{FF0E}", "\u{FF61}": return ["."]
        // Kept apart from what they fold to, since IDNA 2008.
        case "ß", "ς", "\u{200C}", "\u{200D}": return [scalar]
        case "ẞ": return ["ß"]
        default: break
        }
        let folded = String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars.flatMap(folded)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: folded)
        let mapped = Array(String(view).precomposedStringWithCompatibilityMapping.unicodeScalars)
            .filter { !isIgnored($0) }
        // What looks like a dot but is none would part a label that was one.
        return mapped.contains(".") || mapped.contains("\u{3002}") ? nil : mapped
    }

    /// Case folding, by lower case but where that differs.
    private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let properties = scalar.properties
        switch scalar.value {
        // The lunate sigma comes here as this one.
        case 0x3C2: return ["σ"]
        // Cherokee folds to its capitals.
        case 0x13A0...0x13F5: return [scalar]
        case 0x13F8...0x13FD, 0xAB70...0xABBF: return Array(properties.uppercaseMapping.unicodeScalars)
        // Greek with an iota below, and the iota alone.
        case 0x345,
            0x1F80...0x1FFF where properties.changesWhenCaseFolded:
            return properties.uppercaseMapping.unicodeScalars.flatMap {
                Array($0.properties.lowercaseMapping.unicodeScalars)
            }
        default: return Array(properties.lowercaseMapping.unicodeScalars)
        }
    }

    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B, 0x2060...0x2064,
            0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
            0xE0100...0xE01EF:
            true
        default: false
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return true }
        switch scalar.value {
        case 0x200C, 0x200D: return true
        // Descriptions of ideographs, and what stands for what could not be read.
        case 0x2FF0...0x2FFF, 0x31EF, 0xFFF9...0xFFFF: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .unassigned, .control, .format, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator:
            return false
        default: return true
        }
    }

    /// Whether a character may stand in a name as it is.
    private static func isValid(_ scalar: Unicode.Scalar) -> Bool {
        !isIgnored(scalar) && isAllowed(scalar) && scalar != "." && mapping(of: scalar) == [scalar]
    }

    private static func isComposed(_ scalars: [Unicode.Scalar]) -> Bool {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view).precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(scalars)
    }
}
