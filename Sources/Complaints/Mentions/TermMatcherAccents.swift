import Foundation

/// The accents of names that are written with them. A text without accents is taken at its letters; one
/// that writes accents must write those of the name.
struct AccentIndex: Sendable {
    /// By the hash of the folded word: every form that folds to it, in lower case.
    private(set) var forms: [UInt64: [[Unicode.Scalar]]] = [:]

    /// `word` in lower case. Only Latin names: elsewhere an accent is stress, or a letter often left plain.
    mutating func add(_ word: String) {
        let scalars = Array(word.precomposedStringWithCanonicalMapping.unicodeScalars)
        let folded = TermForms.fold(word)
        guard folded.allSatisfy({ $0 < 0x80 }), folded.count == scalars.count else { return }
        forms[Fold64.of(folded), default: []].append(scalars)
    }

    static func agrees(_ written: String, with forms: [[Unicode.Scalar]]) -> Bool {
        let scalars = written.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars.filter {
            scalar in
            if case .unseen = Folding.kind(scalar) { false } else { true }
        }
        guard scalars.contains(where: { !$0.isASCII }) else { return true }
        return forms.contains { form in
            guard form.count == scalars.count, form.contains(where: { !$0.isASCII }) else { return true }
            return zip(scalars, form).allSatisfy { $0.isASCII || $0 == $1 }
        }
    }
}
