/// Folds the letters of a date text for the word tables: lower case, no diacritics, digits of any script
/// as ASCII, so that `Wrześ.`, `wrzes` and `WRZEŚ` are one word.

/// What one scalar is to the reader of dates.
enum DateLetter {
    case letter(UInt32)
    case digit(Int)
    /// An ASCII byte; what is no ASCII is taken for the nearest, other symbols for `*`.
    case sign(UInt8)
    case blank
    /// An apostrophe: dropped between letters, else a sign.
    case apostrophe
    /// Marks that change nothing, invisible joiners: neither end a word nor add to it.
    case nothing
}

enum DateFolding {
    static func letter(_ value: UInt32) -> DateLetter {
        switch value {
        case 0..<0x80: ascii(UInt8(value))
        case 0xA0, 0x85, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .blank
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFE0E, 0xFE0F: .nothing
        case 0x0300...0x036F, 0x0591...0x05C7, 0x0640, 0x064B...0x0652, 0x093C, 0x09BC: .nothing
        case 0x2018, 0x2019, 0x02B9, 0x02BB, 0x02BC, 0x055A, 0xA78C, 0xFF07, 0x2032, 0x2035, 0x201B:
            .apostrophe
        case 0xB2, 0xB3: .digit(Int(value - 0xB0))
        case 0xB9: .digit(1)
        case 0x2070, 0x2074...0x2079: .digit(Int(value - 0x2070))
        case 0xAA, 0xBA, 0xB0: .sign(0x2E)
        case 0x80..<0xC0, 0xD7, 0xF7: .sign(value == 0xB7 ? 0x7C : 0x2A)
        case 0xC0..<0x250: .letter(latin[Int(value - 0xC0)])
        case 0x370..<0x530: .letter(greekAndCyrillic[Int(value - 0x370)])
        case 0x1E00..<0x1F00: .letter(latinMore[Int(value - 0x1E00)])
        case 0x1F00..<0x2000: .letter(lower(value))
        case 0x05BE, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: .sign(0x2D)
        case 0x060C, 0x3001, 0xFE50: .sign(0x2C)
        case 0x2022, 0x2016, 0x2024...0x2027, 0x30FB: .sign(0x7C)
        case 0x2016...0x206F, 0x20A0..<0x2C00, 0x3002..<0x3005, 0x3008...0x3020, 0xE000..<0xF900: .sign(0x2A)
        case 0x0622, 0x0623, 0x0625: .letter(0x0627)
        case 0x0649, 0x06CC: .letter(0x064A)
        case 0x0629: .letter(0x0647)
        case 0x06A9: .letter(0x0643)
        case 0x0660...0x0669: .digit(Int(value - 0x0660))
        case 0x06F0...0x06F9: .digit(Int(value - 0x06F0))
        case 0x0966...0x096F: .digit(Int(value - 0x0966))
        case 0x09E6...0x09EF: .digit(Int(value - 0x09E6))
        case 0x0E50...0x0E59: .digit(Int(value - 0x0E50))
        // Letters that Devanagari and Bengali also write with a dot of its own.
        case 0x095E: .letter(0x092B)
        case 0x095C: .letter(0x0921)
        case 0x09DC: .letter(0x09A1)
        case 0x09DD: .letter(0x09A2)
        case 0x09DF: .letter(0x09AF)
        case 0xFF01...0xFF5E: ascii(UInt8(value - 0xFEE0))
        case 0x1F000...: .sign(0x2A)
        default: .letter(value)
        }
    }

    private static func ascii(_ byte: UInt8) -> DateLetter {
        switch byte {
        case 0x30...0x39: .digit(Int(byte - 0x30))
        case 0x61...0x7A: .letter(UInt32(byte))
        case 0x41...0x5A: .letter(UInt32(byte | 0x20))
        case 0...0x20, 0x7F: .blank
        case 0x27, 0x60: .apostrophe
        default: .sign(byte)
        }
    }

    /// Scripts that write words without blanks between them: Thai to Burmese, Khmer, Chinese, Japanese,
    /// Korean (which blanks only some).
    static func isDense(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x3005...0x9FFF,
            0xAC00...0xD7AF:
            true
        default: false
        }
    }

    private static func lower(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    }

    private static func folded(_ range: Range<UInt32>) -> [UInt32] {
        range.map {
            let small = lower($0)
            return bases[small] ?? small
        }
    }

    private static let latin = folded(0xC0..<0x250)
    private static let latinMore = folded(0x1E00..<0x1F00)
    private static let greekAndCyrillic = folded(0x370..<0x530)

    private static let bases: [UInt32: UInt32] = {
        var map: [UInt32: UInt32] = [:]
        for (base, forms) in [
            ("a", "àáâãäåāăąǎảạầấẩẫậằắẳẵặ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẻẽẹềếểễệ"),
            ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐỉị"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"),
            ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőơǒỏọồốổỗộờớởỡợ"), ("r", "ŕŗř"), ("s", "śŝşšșß"),
            ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųưǔủụừứửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỷỹỵ"), ("z", "źżž"),
            ("е", "ёѐ"), ("и", "йѝ"), ("і", "ї"), ("у", "ў"), ("α", "ά"), ("ε", "έ"), ("η", "ή"),
            ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"), ("ω", "ώ"), ("σ", "ς"),
        ] {
            for form in forms.unicodeScalars { map[form.value] = base.unicodeScalars.first?.value }
        }
        return map
    }()
}
