/// A text's identity: the same for every case, accent, spacing and punctuation of the same words.
///
/// FNV-1a, 64 bits (offset 0xcbf29ce484222325, prime 0x100000001b3), over the folded letters and digits of
/// the text in order, one 32-bit scalar a step, words run together. Stored as a key: never change it.
public func textFingerprint(_ text: String) -> Int64 {
    var hash = Fold64.start
    for scalar in text.unicodeScalars {
        switch Folding.kind(scalar) {
        case .letter(let letter), .sign(let letter): hash = Fold64.add(letter, to: hash)
        case .letters(let first, let second): hash = Fold64.add(second, to: Fold64.add(first, to: hash))
        case .gap, .unseen, .accent: break
        }
    }
    return Int64(bitPattern: hash)
}
