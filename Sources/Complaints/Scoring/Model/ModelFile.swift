/// The bytes of a model file as somebody else holds them: mapped, or read. Never written to while in use.
public final class ModelBytes: Sendable {
    // Read only, from the first use to `release`: sharing it between threads is safe.
    nonisolated(unsafe) let buffer: UnsafeRawBufferPointer
    private let release: @Sendable (UnsafeRawBufferPointer) -> Void

    /// `release` is called once, when nothing uses the bytes any more.
    public init(
        _ buffer: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
    ) {
        self.buffer = buffer
        self.release = release
    }

    deinit { release(buffer) }
}

/// Why a model cannot be used.
public enum ModelFault: Error, Hashable, Sendable, CustomStringConvertible {
    case notAModel
    case otherVersion(Int)
    case cutOff(found: Int, stated: Int)
    case damaged

    public var description: String {
        switch self {
        case .notAModel: "is not a model of complaints"
        case .otherVersion(let version):
            "is a model of version \(version), this program reads version \(ModelHeader.version)"
        case .cutOff(let found, let stated): "has \(found) bytes where its head states \(stated)"
        case .damaged: "is damaged: its checksum does not fit its bytes"
        }
    }
}

/// The head of a model file, 288 bytes, little-endian, then three tables.
///
///     0   "OMBUDMDL"
///     8   UInt32 version of the format and of the features
///     12  UInt32 weights; 16 UInt32 rarities; 20 UInt32 weights in a block
///     24  UInt64 checksum of everything behind the head (`ModelChecksum`)
///     32  Float32 × 8 calibration: slope, slope when long, bias, bias when long, four to spare
///     64  16 × (8 bytes language tag padded with zeros, Float32 bias)
///     256 Float32 × 8 curve of the whole score where no star rating is given (`ScoreCurve`)
///     288 Float32 × blocks: what one step of a block's weights is worth
///         Int8 × weights
///         UInt8 × rarities / 2: two rarities (idf) a byte, 1 + 0.7 × n
public struct ModelHeader: Hashable, Sendable {
    /// Raised with every change of the format or of `ModelText` and `ModelFeatures`.
    public static let version = 2
    public static let size = 288
    static let magic: [UInt8] = Array("OMBUDMDL".utf8)
    package static let mostLanguages = 16
    private static let curveStart = 256

    package var weights: Int
    package var rarities: Int
    package var block: Int
    public package(set) var checksum: UInt64
    package var calibration: ModelCalibration
    package var curve: ScoreCurve

    package init(
        weights: Int, rarities: Int, block: Int, checksum: UInt64, calibration: ModelCalibration,
        curve: ScoreCurve
    ) {
        self.weights = weights
        self.rarities = rarities
        self.block = block
        self.checksum = checksum
        self.calibration = calibration
        self.curve = curve
    }

    package var blocks: Int { (weights + block - 1) / block }
    var scalesStart: Int { Self.size }
    var weightsStart: Int { scalesStart + 4 * blocks }
    var raritiesStart: Int { weightsStart + weights }
    /// Bytes of the whole file.
    public var fileSize: Int { raritiesStart + (rarities + 1) / 2 }

    /// `count` is the file's size in bytes; of `bytes` only the head is looked at.
    public init(_ bytes: UnsafeRawBufferPointer, fileSize count: Int) throws(ModelFault) {
        guard bytes.count >= Self.size, bytes.prefix(8).elementsEqual(Self.magic) else { throw .notAModel }
        func number(_ at: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
        }
        func float(_ at: Int) -> Double { Double(Float(bitPattern: UInt32(truncatingIfNeeded: number(at)))) }
        guard number(8) == Self.version else { throw .otherVersion(number(8)) }
        var calibration = ModelCalibration(
            slope: float(32), slopeWhenLong: float(36), bias: float(40), biasWhenLong: float(44))
        for entry in 0..<Self.mostLanguages {
            let at = 64 + 12 * entry
            let tag = bytes[at..<at + 8].prefix { $0 != 0 }
            if !tag.isEmpty { calibration.languages[String(decoding: tag, as: UTF8.self)] = float(at + 8) }
        }
        let checksum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        self.init(
            weights: number(12), rarities: number(16), block: number(20), checksum: checksum,
            calibration: calibration,
            curve: ScoreCurve(ScoreCurve.places.indices.map { float(Self.curveStart + 4 * $0) }))
        guard weights > 0, rarities > 0, block > 0, calibration.isFinite, curve.isFinite else {
            throw .damaged
        }
        guard count == fileSize else { throw .cutOff(found: count, stated: fileSize) }
    }

    package var bytes: [UInt8] {
        var result = Self.magic
        func add(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { result += $0 } }
        func add(_ value: Double) { add(Float(value).bitPattern) }
        add(UInt32(Self.version))
        add(UInt32(weights))
        add(UInt32(rarities))
        add(UInt32(block))
        withUnsafeBytes(of: checksum.littleEndian) { result += $0 }
        add(calibration.slope)
        add(calibration.slopeWhenLong)
        add(calibration.bias)
        add(calibration.biasWhenLong)
        result += [UInt8](repeating: 0, count: 16)
        for (language, bias) in calibration.languages.sorted(by: { $0.key < $1.key })
            .prefix(Self.mostLanguages)
        {
            result +=
                Array(language.utf8.prefix(8)) + [UInt8](repeating: 0, count: max(0, 8 - language.utf8.count))
            add(bias)
        }
        result += [UInt8](repeating: 0, count: Self.curveStart - result.count)
        for value in curve.values { add(value) }
        return result
    }
}

/// FNV-1a over 64-bit words, then over the bytes that are left: finds what bad disks and cut copies do.
public struct ModelChecksum: Sendable {
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    public init() {}

    /// Every piece but the last is a multiple of eight bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var at = 0
        while at + 8 <= bytes.count {
            mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            at += 8
        }
        while at < bytes.count {
            mix(UInt64(bytes[at]))
            at += 1
        }
    }

    @inline(__always)
    private mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x100_0000_01b3
        value ^= value >> 32
    }
}
