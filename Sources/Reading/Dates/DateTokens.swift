/// A date text cut into numbers, words and signs, folded for the tables.

enum DateToken: Hashable {
    case number(Int, digits: Int)
    case word(String)
    case sign(UInt8)
}

func dateTokens(_ text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var word = String.UnicodeScalarView()
    var number = 0
    var digits = 0

    func flushed() -> DateToken? {
        if digits > 0 { return .number(number, digits: digits) }
        return word.isEmpty ? nil : .word(String(word))
    }
    for scalar in text.unicodeScalars {
        let folded = foldedDateScalar(scalar)
        let value = folded.value
        if value >= 0x30, value <= 0x39 {
            if !word.isEmpty {
                tokens.append(.word(String(word)))
                word.removeAll()
            }
            if digits < 15 { number = number * 10 + Int(value - 0x30) }
            digits += 1
        } else if isLetter(folded) {
            if digits > 0 {
                tokens.append(.number(number, digits: digits))
                number = 0
                digits = 0
            }
            word.append(folded)
        } else if folded == "'" || folded == "ʼ", !word.isEmpty {
            word.append("'")
        } else {
            if let token = flushed() { tokens.append(token) }
            word.removeAll()
            number = 0
            digits = 0
            if value > 0x20, value < 0x80 { tokens.append(.sign(UInt8(value))) }
            if value == 0x2013 || value == 0x2212 { tokens.append(.sign(0x2D)) }
            if folded == "年" || folded == "月" || folded == "日" { tokens.append(.sign(0x2D)) }
        }
        if tokens.count > 60 { break }
    }
    if let token = flushed() { tokens.append(token) }
    return tokens
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    return scalar.properties.isAlphabetic && value != 0x5E74 && value != 0x6708 && value != 0x65E5
}

/// Lower case without the diacritics of European languages; Cyrillic keeps its letters but ё.
func foldedDateScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x80 {
        return scalar.value >= 0x41 && scalar.value <= 0x5A
            ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return folds[lower] ?? lower
}

private let folds: [Unicode.Scalar: Unicode.Scalar] = {
    var map: [Unicode.Scalar: Unicode.Scalar] = ["ё": "е", "\u{2019}": "'", "\u{A0}": " ", "\u{202F}": " "]
    for (base, forms) in [
        ("a", "àáâãäåāăą"), ("c", "çćčĉ"), ("d", "ďđ"), ("e", "èéêëēěęė"), ("g", "ğģ"), ("i", "ìíîïīıį"),
        ("k", "ķ"), ("l", "łľĺļ"), ("n", "ñńňņ"), ("o", "òóôõöøőō"), ("r", "řŕ"), ("s", "śšşș"),
        ("t", "ťţț"), ("u", "ùúûüůűūų"), ("y", "ýÿ"), ("z", "źżž"),
    ] {
        for form in forms.unicodeScalars { map[form] = base.unicodeScalars.first }
    }
    return map
}()
