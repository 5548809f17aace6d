import Foundation
import TestSupport
import Testing

@testable import Complaints

struct ModelFileTests {
    @Test func `the shipped model is whole and small`() throws {
        let data = try Data(contentsOf: ShippedModelFile.url)
        #expect(data.count < 4_000_000)
        let header = try data.withUnsafeBytes { bytes throws(ModelFault) in
            try ModelHeader(bytes, fileSize: bytes.count)
        }
        var checksum = ModelChecksum()
        data.dropFirst(ModelHeader.size).withUnsafeBytes { checksum.add($0) }
        #expect(checksum.value == header.checksum)
        #expect(ShippedModelFile.model != nil)
    }

    @Test func `a head is read as it was written`() throws {
        var calibration = ModelCalibration(slope: 1.5, slopeWhenLong: 2, bias: -0.5, biasWhenLong: -1)
        calibration.languages = ["pl": 0.25, "ru": -0.75]
        let header = ModelHeader(
            weights: 1000, rarities: 77, block: 128, checksum: 0xFFFF_0000_1234_5678,
            calibration: calibration,
            curve: ScoreCurve([-6, -3, -2, -1, 0.5, 1.25, 2, 3]))
        let bytes = header.bytes
        #expect(bytes.count == ModelHeader.size)
        let read = try bytes.withUnsafeBytes { bytes throws(ModelFault) in
            try ModelHeader(bytes, fileSize: header.fileSize)
        }
        #expect(read == header)
    }

    static let whole = ModelHeader(
        weights: 256, rarities: 64, block: 128, checksum: 1,
        calibration: ModelCalibration(slope: 1, slopeWhenLong: 1, bias: 0, biasWhenLong: 0),
        curve: .straight)

    @Test(
        arguments: [
            ([], ModelFault.notAModel),
            (Array("not a model, only a text that is longer than any head of a model".utf8), .notAModel),
            (whole.bytes.dropLast(), .notAModel),
            (whole.bytes, .cutOff(found: ModelHeader.size, stated: whole.fileSize)),
            (Array(whole.bytes[0..<8]) + [9] + Array(whole.bytes[9...]), .otherVersion(9)),
            (Array(whole.bytes[0..<12]) + [0, 0, 0, 0] + Array(whole.bytes[16...]), .damaged),
            (Array(whole.bytes[0..<32]) + [0, 0, 0xC0, 0x7F] + Array(whole.bytes[36...]), .damaged),
        ] as [([UInt8], ModelFault)])
    func `a broken file is refused and says why`(bytes: [UInt8], fault: ModelFault) {
        #expect(throws: fault) { try ShippedModelFile.model(of: Data(bytes)) }
        #expect(!fault.description.isEmpty)
    }

    @Test func `one changed byte changes the checksum`() {
        func checksum(_ bytes: [UInt8]) -> UInt64 {
            var checksum = ModelChecksum()
            bytes.withUnsafeBytes { checksum.add($0) }
            return checksum.value
        }
        let bytes = (0..<1001).map { UInt8(truncatingIfNeeded: $0) }
        for place in [0, 7, 500, 999, 1000] {
            var changed = bytes
            changed[place] ^= 1
            #expect(checksum(changed) != checksum(bytes))
        }
    }

    @Test(
        arguments: [
            ("Żabka TO Skandal", " żabka to skandal "), ("so   sooooo\tBAD\n", " so sooo bad "),
            ("see https://x.example/a?b=1 now", " see \u{E000} now "), ("Всё ПЛОХО", " все плохо "),
            ("paid 1299.50", " paid 0000.00 "), ("can\u{AD}cel\u{200B}led", " cancelled "), ("  ", " "),
            ("", " "),
            ("“quoted” – it’s", " \"quoted\" - it's "),
        ])
    func `the model reads a text folded`(text: String, read: String) {
        let folded = ModelText(text)
        var found = String.UnicodeScalarView()
        found.append(contentsOf: folded.letters.compactMap { Unicode.Scalar($0) })
        // Runs of a digit are cut like those of a letter.
        #expect(String(found) == read.replacing("0000", with: "000"))
    }

    @Test func `words stand where the original has them`() throws {
        let text = ModelText("Ещё  раз: ПОЗОР!")
        let scalars = Array("Ещё  раз: ПОЗОР!".unicodeScalars)
        let words = text.words.map { word in
            String(String.UnicodeScalarView(scalars[Int(word.start)..<Int(word.end)]))
        }
        #expect(words == ["Ещё", "раз:", "ПОЗОР!"])
        #expect(text.words.map(\.isShouted) == [false, false, true])
    }

    @Test(
        arguments: [
            "", "a", "!", "😀", "a😀", "a-", "a 😀 ", "слово 😀", "abcdefgh", "\u{200B}a", "漢。", "ß→",
        ])
    func `no text has more features than room is made for`(unit: String) {
        for times in [1, 2, 7, 100, 5000] {
            let text = ModelText(String(repeating: unit, count: times))
            let features = ModelFeatures(text)
            #expect(features.occurrences.count <= ModelFeatures.most(text))
            #expect(features.counts.reduce(0, +) == Float(features.occurrences.count))
            #expect(features.families.last?.upperBound == features.ids.count)
        }
    }
}
