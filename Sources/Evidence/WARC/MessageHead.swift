/// The head of an HTTP message as lines: looked at and, where it holds secrets, rewritten.
struct MessageHead {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The number of a status line; 0 where there is none.
    var status: Int {
        let words = lines().first?.split(separator: 32, maxSplits: 2) ?? []
        return words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
    }

    /// The values of a field, in order, without the white space around them.
    func values(_ name: String) -> [String] {
        lines().dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: 0x3A), sameName(line[..<colon], name) else { return nil }
            return String(decoding: trimmed(line[line.index(after: colon)...]), as: UTF8.self)
        }
    }

    /// The last transfer coding is chunked (RFC 9112 section 6.1).
    var isChunked: Bool {
        let codings = values("transfer-encoding").flatMap { $0.lowercased().split(separator: ",") }
        return codings.last.map { trimmed($0.utf8).elementsEqual("chunked".utf8) } ?? false
    }

    var hasTransferCoding: Bool { !values("transfer-encoding").isEmpty }

    /// With the values of secret fields struck out; of cookies the names stay.
    func struck(_ secretNames: [String]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isSecret = false
        for (index, line) in lines().enumerated() {
            // A line that begins with white space continues the one before (RFC 9112 section 5.2).
            if index > 0, let first = line.first, first == 32 || first == 9 {
                if !isSecret { result += line + lineEnd }
                continue
            }
            isSecret = false
            guard index > 0, let colon = line.firstIndex(of: 0x3A) else {
                result += line + lineEnd
                continue
            }
            let name = line[..<colon]
            isSecret = secretNames.contains { sameName(name, $0) }
            if isSecret {
                result += name + ": \(struckOut)".utf8 + lineEnd
            } else if sameName(name, "cookie") {
                isSecret = true
                result += name + ": ".utf8 + cookieNames(line[line.index(after: colon)...]) + lineEnd
            } else {
                result += line + lineEnd
            }
        }
        return result + lineEnd
    }

    /// Without line ends and the empty line at the end.
    private func lines() -> [ArraySlice<UInt8>] {
        bytes.split(separator: 10).compactMap { line in
            let line = line.last == 13 ? line.dropLast() : line
            return line.isEmpty ? nil : line
        }
    }

    private func cookieNames(_ value: ArraySlice<UInt8>) -> [UInt8] {
        let pairs = value.split(separator: 0x3B).map { pair -> [UInt8] in
            let pair = trimmed(pair)
            guard let equals = pair.firstIndex(of: 0x3D) else { return Array(struckOut.utf8) }
            return Array(pair[...equals]) + struckOut.utf8
        }
        return Array(pairs.joined(separator: "; ".utf8))
    }
}

/// What stands in the archive where a secret stood in the request.
let struckOut = "[struck out]"

private func sameName(_ bytes: ArraySlice<UInt8>, _ name: String) -> Bool {
    bytes.count == name.utf8.count
        && zip(bytes, name.utf8).allSatisfy { lower($0) == lower($1) }
}

private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }

private func trimmed<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
    var part = bytes[...]
    while let first = part.first, first == 32 || first == 9 { part = part.dropFirst() }
    while let last = part.last, last == 32 || last == 9 { part = part.dropLast() }
    return part
}
