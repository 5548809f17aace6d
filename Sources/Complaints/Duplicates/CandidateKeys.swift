/// Keys under which a mention is stored and looked up: the bands of its words, its author, and the numbers of
/// orders and accounts that it names. Texts that share none are never compared.
///
/// One customer may tell a story twice in quite other words; then the name or the order brings them together.
/// - Returns: 32 keys of the text, none for one without letters, and up to three more.
public func candidateKeys(of text: ComparedText) -> [Int64] {
    let keys = CandidateKeys(text)
    return keys.bands + keys.names
}

/// The keys of a text, apart by what they stand for.
struct CandidateKeys {
    let sketch: [UInt32]
    /// Of its words.
    let bands: [Int64]
    /// Of its author and of the orders it names.
    var names: [Int64] = []
    /// As `authorMark` says.
    let author: Int64

    init(_ text: ComparedText) {
        let own = ownWords(text.text)
        author = authorMark(text.author)
        sketch = shingleSketch(own)
        bands = bandKeys(of: sketch)
        guard !bands.isEmpty else { return }
        if author != 0 { names.append(key(UInt64(bitPattern: author), salt: 0xA07)) }
        for number in longNumbers(own) { names.append(key(number, salt: 0x0D3)) }
    }
}

private func key(_ value: UInt64, salt: UInt64) -> Int64 {
    var mixed = (value ^ salt) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return Int64(bitPattern: mixed ^ (mixed >> 32))
}

/// The first two runs of six digits or more, hashed.
private func longNumbers(_ text: String) -> [UInt64] {
    var found: [UInt64] = []
    var (hash, count) = (Fold64.start, 0)
    func close() {
        if count >= 6, found.count < 2, !found.contains(hash) { found.append(hash) }
        (hash, count) = (Fold64.start, 0)
    }
    for byte in text.utf8 {
        if (0x30...0x39).contains(byte) {
            hash = Fold64.add(UInt32(byte), to: hash)
            count += 1
        } else if count > 0 {
            close()
        }
    }
    close()
    return found
}
