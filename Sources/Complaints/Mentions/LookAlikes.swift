/// A word of two alphabets as it would be in one.
enum LookAlikes {
    static func variants(of letters: ArraySlice<UInt32>) -> [[UInt32]] {
        let latin = letters.map { Folding.latin(lookingLike: $0) ?? $0 }
        let cyrillic = letters.map { Folding.cyrillic(lookingLike: $0) ?? $0 }
        return [latin, cyrillic].filter { variant in
            !(variant.contains(where: Folding.isLatin) && variant.contains(where: Folding.isCyrillic))
        }
    }

    /// A word that can be written with the letters of the other alphabet alone, written so; nil for short
    /// ones, which would be other words.
    static func disguise(of letters: [UInt32]) -> [UInt32]? {
        guard letters.count >= 5 else { return nil }
        let isLatin = letters.allSatisfy(Folding.isLatin)
        guard isLatin || letters.allSatisfy(Folding.isCyrillic) else { return nil }
        let twins = letters.compactMap {
            isLatin ? Folding.cyrillic(lookingLike: $0) : Folding.latin(lookingLike: $0)
        }
        return twins.count == letters.count ? twins : nil
    }
}
