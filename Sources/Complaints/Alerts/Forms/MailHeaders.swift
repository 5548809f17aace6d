import Foundation

/// The header lines of a mail: nothing that is put in can end a line and begin another.
struct MailHeaders {
    private(set) var text = ""

    /// A structured value of ASCII that was checked; folded between words where the line is long.
    mutating func add(_ name: String, _ value: String) {
        let value = String(
            String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }))
        text += Self.folded(name + ":", value.split(separator: " ").map(String.init))
    }

    /// Free text, as encoded words where it is not plain ASCII (RFC 2047).
    mutating func add(_ name: String, text value: String) {
        text += Self.folded(name + ":", Self.words(value))
    }

    mutating func add(_ name: String, mailboxes: [Mailbox]) {
        var words: [String] = []
        for (index, box) in mailboxes.enumerated() {
            let comma = index + 1 < mailboxes.count ? "," : ""
            if let name = box.name {
                words += Self.phrase(name)
                words.append("<\(box.address)>" + comma)
            } else {
                words.append(box.address + comma)
            }
        }
        text += Self.folded(name + ":", words)
    }

    /// Lines of at most 78 characters where the words allow (RFC 5322 section 2.1.1).
    private static func folded(_ start: String, _ words: [String]) -> String {
        var out = start
        var length = start.utf8.count
        for word in words {
            if length + 1 + word.utf8.count > 76, length > start.utf8.count || out != start {
                out += "\r\n"
                length = 0
            }
            out += " " + word
            length += 1 + word.utf8.count
        }
        return out + "\r\n"
    }

    private static func phrase(_ name: String) -> [String] {
        let isAtoms = name.utf8.allSatisfy {
            $0 == 0x20 || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F
        }
        if isAtoms { return name.split(separator: " ").map(String.init) }
        let isPlain = name.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
        return isPlain ? ["\"\(name)\""] : encoded(name)
    }

    private static func words(_ text: String) -> [String] {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
        let words = text.split(separator: " ").map(String.init)
        return isPlain && words.allSatisfy { $0.utf8.count < 70 } ? words : encoded(text)
    }

    /// Encoded words of at most 75 characters, each of whole characters (RFC 2047 sections 2 and 5); the first
    /// leaves room for the name of the header on its line.
    private static func encoded(_ text: String) -> [String] {
        var words: [String] = []
        var bytes: [UInt8] = []
        func end() {
            if !bytes.isEmpty { words.append("=?utf-8?B?\(Data(bytes).base64EncodedString())?=") }
            bytes = []
        }
        for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
            let more = Array(String(scalar).utf8)
            if bytes.count + more.count > (words.isEmpty ? 33 : 45) { end() }
            bytes += more
        }
        end()
        return words
    }
}

/// RFC 2045 section 6.7.
enum QuotedPrintable {
    /// Lines end with CR LF and have at most 76 characters; a lone dot or `From ` never begins one.
    static func encode(_ text: String) -> String {
        var out: [UInt8] = []
        var line: [UInt8] = []
        func end() {
            out += line
            line = []
        }
        let bytes = Array(text.replacing("\r\n", with: "\n").utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A {
                end()
                out += [0x0D, 0x0A]
                continue
            }
            let isLast = index + 1 == bytes.count || bytes[index + 1] == 0x0A
            let isBlank = byte == 0x20 || byte == 0x09
            let isPlain = byte >= 0x21 && byte <= 0x7E && byte != 0x3D || isBlank && !isLast
            // What SMTP and mailboxes would read as theirs at the start of a line.
            let isTaken = line.isEmpty && (byte == 0x2E || byte == 0x46 || byte == 0x2D)
            let code = isPlain && !isTaken ? [byte] : Self.code(byte)
            if line.count + code.count > 75 {
                line.append(0x3D)
                end()
                out += [0x0D, 0x0A]
                line = isPlain && (byte == 0x2E || byte == 0x46 || byte == 0x2D) ? Self.code(byte) : code
            } else {
                line += code
            }
        }
        end()
        return String(decoding: out, as: UTF8.self)
    }

    private static func code(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
