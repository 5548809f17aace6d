import Complaints
import Foundation

/// The bytes of the file: weights rounded to Int8 steps of their block, rarities to four bits.
func packed(_ fitted: Fitted) -> [UInt8] {
    let settings = fitted.settings
    var header = ModelHeader(
        weights: settings.weights, rarities: settings.rarities, block: settings.block, checksum: 0,
        calibration: fitted.calibration, curve: fitted.curve)
    var scales: [UInt8] = []
    var weights = [UInt8](repeating: 0, count: settings.weights)
    for start in stride(from: 0, to: settings.weights, by: settings.block) {
        let range = start..<min(start + settings.block, settings.weights)
        let largest = fitted.weights[range].reduce(0) { max($0, abs($1)) }
        let scale = largest / 127
        withUnsafeBytes(of: scale.bitPattern.littleEndian) { scales += $0 }
        guard scale > 0 else { continue }
        for index in range {
            weights[index] = UInt8(bitPattern: Int8((fitted.weights[index] / scale).rounded()))
        }
    }
    var rarities = [UInt8](repeating: 0, count: (settings.rarities + 1) / 2)
    for (index, grade) in fitted.grades.enumerated() { rarities[index / 2] |= grade << (index % 2 * 4) }
    let body = scales + weights + rarities
    var checksum = ModelChecksum()
    body.withUnsafeBytes { checksum.add($0) }
    header.checksum = checksum.value
    return header.bytes + body
}

/// The very model that is shipped, from bytes in memory.
func model(_ bytes: [UInt8]) throws -> ComplaintModel {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyBytes(from: bytes)
    return try ComplaintModel(ModelBytes(UnsafeRawBufferPointer(copy)) { $0.deallocate() })
}
