/// A text's identity: the same for every case, accent, spacing and punctuation of the same words.
///
/// FNV-1a, 64 bits (offset 0xcbf29ce484222325, prime 0x100000001b3), over the folded letters and digits of
/// the text in order, one 32-bit scalar a step, words run together. Stored as a key: never change it.
public func textFingerprint(_ text: String) -> Int64 {
    Int64(bitPattern: Fold64.of(FoldedText(text).letters))
}
