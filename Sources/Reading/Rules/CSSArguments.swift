/// The arguments of pseudo-classes: `2n+1`, texts and language ranges.

extension CSSParser {
    /// `an+b`: CSS Syntax 3, section 6, where white space may stand around its second sign only.
    mutating func nth(fromEnd: Bool) throws(SelectorFault) -> Nth {
        let start = scanner.i
        func faulty() -> SelectorFault {
            let written = String(
                String.UnicodeScalarView(scanner.text[start..<min(scanner.text.count, start + 20)]))
            return scanner.fault("\"\(written.prefix { $0 != ")" })\" is not a position like 2n+1")
        }
        for (word, a, b) in [("odd", 2, 1), ("even", 2, 0)] where takesWord(word) {
            return Nth(a: a, b: b, fromEnd: fromEnd)
        }
        let sign = takeSign()
        let number = digits()
        guard let here = scanner.here, here == "n" || here == "N" else {
            guard let number else { throw faulty() }
            return Nth(a: 0, b: number * (sign ?? 1), fromEnd: fromEnd)
        }
        scanner.i += 1
        let a = (number ?? 1) * (sign ?? 1)
        // `n-1` is one word of CSS, `n -1` two, `n - 1` three.
        let end = scanner.i
        let hadSpace = scanner.skipSpace()
        guard let second = takeSign() else {
            scanner.i = end
            guard !scanner.startsName, digits() == nil else { throw faulty() }
            return Nth(a: a, b: 0, fromEnd: fromEnd)
        }
        scanner.skipSpace()
        guard let b = digits() else { throw faulty() }
        _ = hadSpace
        return Nth(a: a, b: b * second, fromEnd: fromEnd)
    }

    private mutating func takesWord(_ word: String) -> Bool {
        let start = scanner.i
        if scanner.startsName, let name = try? scanner.name(of: "a position"), name.lowercased() == word {
            return true
        }
        scanner.i = start
        return false
    }

    private mutating func takeSign() -> Int? {
        if scanner.take("+") { return 1 }
        return scanner.take("-") ? -1 : nil
    }

    /// Larger numbers than any page has children are all alike.
    private mutating func digits() -> Int? {
        var value: Int?
        while let scalar = scanner.here, scalar.value >= 0x30, scalar.value <= 0x39 {
            value = min(1_000_000_000, (value ?? 0) * 10 + Int(scalar.value - 0x30))
            scanner.i += 1
        }
        return value
    }

    /// Strings or names between commas; a text without quotes as it stands, as old libraries had it.
    mutating func texts(of name: String) throws(SelectorFault) -> [String] {
        var found: [String] = []
        repeat {
            scanner.skipSpace()
            if scanner.startsString {
                found.append(try scanner.quoted())
            } else {
                let start = scanner.i
                while let here = scanner.here, here != ")", here != "," { scanner.i += 1 }
                let written = String(String.UnicodeScalarView(scanner.text[start..<scanner.i]))
                guard let text = nonEmpty(written) else {
                    throw scanner.fault(":\(name)() wants a text in quotes, found \(scanner.place)")
                }
                found.append(text)
            }
            scanner.skipSpace()
        } while scanner.take(",")
        return found
    }

    /// `de`, `"*-CH"`, `\*-CH`: Selectors 4, section 7.2.
    mutating func languages() throws(SelectorFault) -> [String] {
        var found: [String] = []
        repeat {
            scanner.skipSpace()
            if scanner.startsString {
                found.append(try scanner.quoted().lowercased())
            } else if scanner.here == "*" {
                scanner.i += 1
                let isLonger = scanner.here == "-"
                found.append("*" + (isLonger ? try scanner.name(of: "a language").lowercased() : ""))
            } else {
                found.append(try scanner.name(of: "a language").lowercased())
            }
            scanner.skipSpace()
        } while scanner.take(",")
        return found
    }
}
