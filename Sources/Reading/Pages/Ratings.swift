/// Marks as sites write them: `4,5/5`, `3 out of 5 stars`, `80%`, `★★★☆☆`.
import Complaints

/// The first number of a text, with a comma or a point; nil without one.
func decimal(_ text: String) -> Double? { numbers(in: text, limit: 1).first }

func wholeNumber(_ text: String) -> Int? {
    // `1 234`, `1,234` and `1.234` are all one thousand two hundred and thirty-four.
    var value = 0
    var digits = 0
    for byte in text.utf8 {
        if byte.isASCIIDigit {
            guard digits < 12 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            digits += 1
        } else if digits > 0, !(byte == 0x2C || byte == 0x2E || byte.isASCIISpace || byte >= 0x80) {
            break
        }
    }
    return digits > 0 ? value : nil
}

/// `best` and `worst` are what the page or the rule says of the scale.
func parseRating(_ text: String, best: Double? = nil, worst: Double? = nil) -> Rating? {
    if let stars = stars(in: text) {
        return Rating(value: stars.value, best: best ?? stars.best, worst: worst)
    }
    let found = numbers(in: text, limit: 4)
    guard let value = found.first, value >= 0, value <= 100 else { return nil }
    var best = best
    if best == nil {
        if text.utf8.contains(0x25), found.count == 1 {
            best = 100
        } else if found.count >= 2, [5, 6, 10, 20, 100].contains(found[1]), found[1] >= value {
            best = found[1]
        }
    }
    return Rating(value: value, best: best, worst: worst)
}

private func stars(in text: String) -> (value: Double, best: Double?)? {
    var full = 0.0
    var empty = 0.0
    for scalar in text.unicodeScalars {
        switch scalar {
        case "★", "⭐", "🌟": full += 1
        case "☆", "✩": empty += 1
        case "⯨", "⯪": full += 0.5; empty += 0.5
        default: break
        }
    }
    guard full + empty > 0, full + empty <= 10, numbers(in: text, limit: 1).isEmpty else { return nil }
    return (full, empty > 0 || full == 5 ? full + empty : nil)
}

private func numbers(in text: String, limit: Int) -> [Double] {
    var found: [Double] = []
    var whole = 0.0
    var scale = 0.0
    var isOpen = false
    var previousSign: UInt8 = 0
    for byte in text.utf8 {
        if byte.isASCIIDigit {
            let digit = Double(byte - 0x30)
            if scale > 0 {
                whole += digit * scale
                scale /= 10
            } else {
                whole = isOpen ? whole * 10 + digit : digit
            }
            isOpen = true
        } else if isOpen, byte == 0x2C || byte == 0x2E, scale == 0 {
            scale = 0.1
        } else if isOpen {
            found.append((whole * 1000).rounded() / 1000)
            isOpen = false
            scale = 0
            if found.count == limit { return found }
        }
        previousSign = byte
    }
    _ = previousSign
    if isOpen { found.append((whole * 1000).rounded() / 1000) }
    return found
}
