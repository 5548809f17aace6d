/// How much a text sounds like a complaint: a linear model over hashed features, in a file of Int8 weights.
///
/// Each feature has up to three weights: one that all languages share, one of its language, and one of long
/// texts in it (Daumé 2007, "frustratingly easy domain adaptation").
public struct ComplaintModel: Sendable {
    private let bytes: ModelBytes
    private let header: ModelHeader
    private let lent = WeightCaches()

    /// The bytes are those of a whole file whose checksum was found right.
    public init(_ bytes: ModelBytes) throws(ModelFault) {
        header = try ModelHeader(bytes.buffer, fileSize: bytes.buffer.count)
        self.bytes = bytes
    }

    /// Tells it from every other model.
    var name: String { "ngrams-" + String(header.checksum, radix: 16) }

    /// What the whole score is bent by where no star rating is given.
    var curve: ScoreCurve { header.curve }

    /// What the model says of a text.
    package struct Reading {
        /// Above zero sounds like a complaint.
        package var logit: Double
        /// What each word of the text adds to it.
        package var words: [Double]

        /// Words in the ranges (Unicode scalars) no longer speak against a complaint.
        mutating func forget(_ ranges: [Range<Int>], of text: ModelText) {
            guard !ranges.isEmpty else { return }
            drop(ranges, of: text) { $0 < 0 }
        }

        /// Words of troubles that did not come complain of nothing.
        mutating func forgive(_ ranges: [Range<Int>], of text: ModelText) {
            guard !ranges.isEmpty else { return }
            drop(ranges, of: text) { $0 > 0 }
        }

        private mutating func drop(
            _ ranges: [Range<Int>], of text: ModelText, where isDropped: (Double) -> Bool
        ) {
            for (index, word) in text.words.enumerated() where isDropped(words[index]) {
                guard ranges.contains(where: { $0.overlaps(Int(word.start)..<Int(word.end)) }) else {
                    continue
                }
                logit -= words[index]
                words[index] = 0
            }
        }
    }

    package func read(_ text: ModelText, language: String?) -> Reading {
        let features = ModelFeatures(text)
        guard !text.words.isEmpty else { return Reading(logit: 0, words: []) }
        let domain = ModelDomain(text, language: language)
        var parts = [Float](repeating: 0, count: features.ids.count)
        let sum = weigh(features, in: domain, into: &parts)
        let logit = header.calibration.logit(
            of: Double(sum), isLong: domain.isLong, language: domain.language)
        let slope = domain.isLong ? header.calibration.slopeWhenLong : header.calibration.slope
        var words = [Double](repeating: 0, count: text.words.count)
        for occurrence in features.occurrences where occurrence.word >= 0 {
            words[Int(occurrence.word)] += Double(parts[Int(occurrence.feature)])
        }
        for index in words.indices { words[index] *= slope }
        return Reading(logit: logit, words: words)
    }

    /// The sum of the weights; `parts` becomes what one occurrence of each feature adds.
    private func weigh(_ features: ModelFeatures, in domain: ModelDomain, into parts: inout [Float]) -> Float
    {
        // The header proved that the tables lie within the bytes, and every place is below its table's count.
        let base = bytes.buffer.baseAddress.unsafelyUnwrapped
        let scales = base + header.scalesStart
        let weights = (base + header.weightsStart).assumingMemoryBound(to: Int8.self)
        let rarities = (base + header.raritiesStart).assumingMemoryBound(to: UInt8.self)
        let (size, block) = (UInt64(header.weights), header.block)
        // Blocks are powers of two, as `make model` writes them: three divisions a feature are saved.
        let shift = block & (block - 1) == 0 ? block.trailingZeroBitCount : nil
        func weight(_ id: UInt32, _ salt: UInt32) -> Float {
            let place = ModelDomain.place(of: id, salt: salt, in: size)
            let number = shift.map { place >> $0 } ?? place / block
            let scale = scales.loadUnaligned(fromByteOffset: number * 4, as: UInt32.self)
            return Float(weights[place]) * Float(bitPattern: UInt32(littleEndian: scale))
        }
        func found(_ id: UInt32) -> Float {
            var found = weight(id, 0) * ModelDomain.shared
            if let salt = domain.salt { found += weight(id, salt) }
            if let salt = domain.longSalt { found += weight(id, salt) }
            return found
        }
        func rarity(_ id: UInt32) -> Float {
            let at = ModelDomain.place(of: id, salt: ModelDomain.raritySalt, in: UInt64(header.rarities))
            return ModelDomain.rarity(at & 1 == 0 ? rarities[at / 2] & 15 : rarities[at / 2] >> 4)
        }
        let known = lent.take()
        defer { lent.giveBack(known) }
        let salt = domain.salt ?? 0
        var total: Float = 0
        features.ids.withUnsafeBufferPointer { ids in
            parts.withUnsafeMutableBufferPointer { parts in
                for (family, range) in features.families.enumerated() {
                    var square: Float = 0
                    var sum: Float = 0
                    for index in range {
                        let id = ids[index]
                        var value = features.values[index]
                        let its: Float
                        if family == ModelFeatures.shape {
                            its = found(id)
                        } else {
                            let slot = known.slot(of: id, salt: salt, isLong: domain.isLong)
                            if !slot.pointee.holds(id, salt) {
                                slot.pointee = WeightCache.Slot(
                                    id: id, salt: salt, weight: found(id), rarity: rarity(id))
                            }
                            its = slot.pointee.weight
                            value *= slot.pointee.rarity
                        }
                        square += value * value
                        parts[index] = its * value
                        sum += its * value
                    }
                    let norm =
                        family == ModelFeatures.shape ? ModelDomain.shape : 1 / max(square.squareRoot(), 1e-6)
                    for index in range { parts[index] *= norm / features.counts[index] }
                    total += sum * norm
                }
            }
        }
        return total
    }
}

/// Where the weights of a text's features lie: shared, of its language, of long texts in its language.
package struct ModelDomain {
    package var language: String?
    package var isLong: Bool
    package var salt: UInt32?
    package var longSalt: UInt32?

    /// What the shared weights, and the signs of shape, count beside the others.
    package static let shared: Float = 1.2
    package static let shape: Float = 0.2
    package static let raritySalt: UInt32 = 0x7261_7265
    /// Letters from which on a text tells a story: longer than what most networks let people post at once.
    package static let longFrom = 200

    package init(_ text: ModelText, language: String?) {
        isLong = text.letters.count >= Self.longFrom
        self.language = language.map { Self.relatives[$0] ?? $0 }
        salt = self.language.map { $0.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 } }
        longSalt = isLong ? salt.map { $0 ^ 0x5bd1_e995 } : nil
    }

    private static let relatives = ["uk": "ru", "be": "ru", "sk": "cs"]

    @inline(__always)
    package static func place(of id: UInt32, salt: UInt32, in size: UInt64) -> Int {
        var hash = (UInt64(id) | UInt64(salt) << 32) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: (hash ^ (hash >> 29)).multipliedFullWidth(by: size).high)
    }

    /// Inverse document frequency, in 16 grades: 1 to 11.5.
    @inline(__always)
    package static func rarity(_ grade: UInt8) -> Float { 1 + 0.7 * Float(grade) }
}
