import Complaints
import Evidence
import Foundation
import Reading
import Storage
import Transport

/// Finds the archived pages that show a person, whatever the encoding and the markup they were sent in.
///
/// A page is read as text, and of the text letters and digits alone are compared: neither tags nor entities,
/// line breaks or case keep a name from being found.
struct EvidenceSearch: Sendable {
    let store: any Store
    let folder: String

    private static let batch = 200
    private static let mostBytes = 64 << 20

    /// Records linked to the person's mentions, and those that hold their name or words.
    func records(
        showing found: Forget.Findings, progress: (Int) -> Void
    ) async throws -> [EvidenceEntry] {
        let ids = found.mentions.map(\.id)
        var showing = try await store.read { try $0.evidenceShowing(ids) }
        var known = Set(showing.map(\.record))
        let wanted = ByteNeedles(needles(of: found))
        guard !wanted.isEmpty else { return showing }
        let (reader, sources) = (ArchiveReader(folder), Set(found.mentions.map(\.source)))
        var (last, looked): (Int64, Int) = (0, 0)
        while true {
            let from = last
            let entries = try await store.read { try $0.evidence(after: from, limit: Self.batch) }
            guard let end = entries.last?.number else { break }
            last = end
            for entry in entries where entry.gone == nil && [.response, .resource].contains(entry.kind) {
                try Task.checkCancellation()
                let isNear = entry.source.map(sources.contains) ?? false
                guard isNear || found.isReachEverywhere, !known.contains(entry.record) else { continue }
                looked += 1
                progress(looked)
                guard await holds(entry, wanted, found.scan, reader) else { continue }
                known.insert(entry.record)
                showing += try await store.read { try [entry] + $0.requests(of: entry.record) }
            }
        }
        return showing.sorted { $0.number < $1.number }
    }

    /// What is not found by its letters alone is too short to tell anything.
    private func needles(of found: Forget.Findings) -> [String] {
        let common = Set(found.common)
        let phrases = found.revisions.values.joined().flatMap { tellingPhrases($0.content.text) }
            .filter { !common.contains($0) }
        return Set((found.fullNames.spellings + phrases).map(lettersOnly)).filter { $0.utf8.count >= 5 }
            .sorted()
    }

    /// A page that cannot be read any more is taken for one that shows them.
    private func holds(
        _ entry: EvidenceEntry, _ wanted: ByteNeedles, _ scan: NameScan, _ reader: ArchiveReader
    ) async -> Bool {
        guard let page = try? reader.page(of: entry) else { return false }
        var body = page.body
        if let coding = page.coding, coding.lowercased() != "identity", !body.isEmpty {
            guard let plain = try? await decoded(body, coding: coding, atMost: Self.mostBytes) else {
                return true
            }
            body = plain
        }
        let text = Reading.decode(body, contentType: page.contentType).text
        let plain = unescaped(text)
        return [text, plain, percentDecoded(plain), resolvingReferences(plain)].compactMap(\.self).contains {
            text in
            if scan.holds(text) { return true }
            return wanted.stand(in: lettersOnly(text))
        }
    }
}

/// Numeric entities of HTML and escapes of JSON as the characters they stand for, and no tags.
func unescaped(_ text: String) -> String {
    var (result, rest) = (String.UnicodeScalarView(), text.unicodeScalars[...])
    while let scalar = rest.first {
        rest = rest.dropFirst()
        if scalar == "<", let end = rest.firstIndex(of: ">") {
            rest = rest[rest.index(after: end)...]
        } else if scalar == "&", rest.first == "#", let end = rest.prefix(10).firstIndex(of: ";") {
            let digits = String(rest[..<end].dropFirst())
            let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
            let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            if let found = number.flatMap(Unicode.Scalar.init) { result.append(found) }
            rest = rest[rest.index(after: end)...]
        } else if scalar == "\\", rest.first == "u" {
            let digits = String(rest.dropFirst().prefix(4))
            if let found = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { result.append(found) }
            rest = rest.dropFirst(5)
        } else {
            result.append(scalar)
        }
    }
    return String(result)
}
