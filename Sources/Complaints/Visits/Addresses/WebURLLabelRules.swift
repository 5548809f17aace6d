/// Which characters of a domain label may stand beside each other: writing directions (RFC 5893) and
/// joiners (RFC 5892, appendix A).
enum LabelRules {
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    // MARK: Directions

    private enum Direction { case left, right, number, arabicNumber, mark, neutral }

    static func hasRightToLeft(_ label: [Unicode.Scalar]) -> Bool {
        label.contains { scalar in
            guard scalar.value >= 0x590 else { return false }
            let direction = direction(of: scalar)
            return direction == .right || direction == .arabicNumber
        }
    }

    /// The six conditions of RFC 5893 section 2.
    static func hasOneDirection(_ label: [Unicode.Scalar]) -> Bool {
        let directions = label.map(direction)
        guard let first = directions.first else { return true }
        let last = directions.last { $0 != .mark }
        switch first {
        case .right:
            if directions.contains(.number), directions.contains(.arabicNumber) { return false }
            return !directions.contains(.left) && (last == .right || last == .number || last == .arabicNumber)
        case .left:
            return !directions.contains(.right) && !directions.contains(.arabicNumber)
                && (last == .left || last == .number)
        default: return false
        }
    }

    /// Bidi_Class as far as the conditions ask, told from blocks and categories.
    private static func direction(of scalar: Unicode.Scalar) -> Direction {
        let value = scalar.value
        switch value {
        case 0x30...0x39, 0xB2...0xB3, 0xB9, 0x6F0...0x6F9, 0x2070, 0x2074...0x2079, 0x2080...0x2089,
            0x102E1...0x102FB, 0x1D7CE...0x1D7FF, 0x1FBF0...0x1FBF9:
            return .number
        case 0x600...0x605, 0x660...0x669, 0x66B...0x66C, 0x6DD, 0x890...0x891, 0x8E2, 0x10D30...0x10D39,
            0x10E60...0x10E7E:
            return .arabicNumber
        case 0x2B9...0x2BA, 0x2C6...0x2CF, 0x2EC, 0x374, 0x2E2F, 0xA67F, 0xA717...0xA71F, 0xA788,
            0x606...0x607, 0x609...0x60A, 0x60C, 0x60E...0x60F, 0x66A, 0x6DE, 0x6E9, 0x7F6...0x7F9,
            0xFD3E...0xFD4F, 0xFDCF, 0xFDFD...0xFDFF, 0x1091F, 0x10B39...0x10B3F, 0x1EEF0...0x1EEF1:
            return .neutral
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .mark
        default: break
        }
        switch value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            return .right
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .spacingMark, .decimalNumber, .letterNumber:
            return .left
        default: return .neutral
        }
    }

    // MARK: Joiners

    static func joinersFit(_ label: [Unicode.Scalar]) -> Bool {
        for (index, scalar) in label.enumerated() where scalar == "\u{200C}" || scalar == "\u{200D}" {
            guard index > 0 else { return false }
            if label[index - 1].properties.canonicalCombiningClass == .virama { continue }
            guard scalar == "\u{200C}", joins(label, at: index) else { return false }
        }
        return true
    }

    /// Whether the letters around a zero-width non-joiner would join without it.
    private static func joins(_ label: [Unicode.Scalar], at index: Int) -> Bool {
        let before = label[..<index].last { !isMark($0) }
        let after = label[(index + 1)...].first { !isMark($0) }
        guard let before, let after else { return false }
        return isCursive(before) && !joinsOnlyBackwards(before) && isCursive(after)
    }

    private static func isCursive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x621, 0x674, 0x6D5: scalar.value == 0x6D5
        case 0x620...0x64A, 0x66E...0x6D3, 0x6EE...0x6EF, 0x6FA...0x6FC, 0x6FF, 0x710...0x74A, 0x750...0x77F,
            0x7CA...0x7EA, 0x8A0...0x8C8, 0x1820...0x1878:
            true
        default: false
        }
    }

    /// Letters like alef and waw, which never join the one after them.
    private static func joinsOnlyBackwards(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x622...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671...0x673, 0x675...0x677,
            0x688...0x699, 0x6C0, 0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D2...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x710,
            0x715...0x719, 0x71E, 0x728, 0x72A, 0x72C, 0x72F, 0x74D, 0x759...0x75B, 0x76B...0x76C, 0x771,
            0x773...0x774, 0x778...0x779:
            true
        default: false
        }
    }
}
