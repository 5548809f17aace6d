/// A mail address with the name of whose it is (RFC 5322 `mailbox`).
public struct Mailbox: Hashable, Sendable {
    /// nil where none is given.
    public var name: String?
    /// `local@domain`, ASCII: a local part of dot-atoms and a host name.
    public var address: String

    /// `Ombud <ombud@example.org>`, `"Ombud, alerts" <ombud@example.org>` or `ombud@example.org`; nil for
    /// anything else, line breaks above all.
    public init?(_ text: String) {
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
        var rest = text.trimmedBlanks
        name = nil
        if rest.hasSuffix(">"), let open = rest.lastIndex(of: "<") {
            var name = String(rest[..<open]).trimmedBlanks
            if name.hasPrefix("\""), name.hasSuffix("\""), name.count >= 2 {
                name = String(name.dropFirst().dropLast())
            }
            guard !name.contains(where: { "<>\"\\".contains($0) }) else { return nil }
            self.name = name.isEmpty ? nil : name
            rest = String(rest[rest.index(after: open)...].dropLast()).trimmedBlanks
        }
        guard Self.isAddress(rest) else { return nil }
        address = rest
    }

    /// RFC 5321 lengths; dot-atoms of RFC 5322 section 3.2.3.
    private static func isAddress(_ text: String) -> Bool {
        guard let at = text.lastIndex(of: "@") else { return false }
        let (local, domain) = (text[..<at], text[text.index(after: at)...])
        let parts = local.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isLocal =
            (1...64).contains(local.utf8.count)
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtom) }
        let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isDomain =
            (1...253).contains(domain.utf8.count)
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
                    && label.last != UInt8(ascii: "-")
                    && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
        return isLocal && isDomain
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}

extension String {
    fileprivate var trimmedBlanks: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
