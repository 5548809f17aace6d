/// One text held against what is inside.
struct LeakSearch {
    let inside: InsideWords
    let tokens: [ReplyTokens.Token]
    /// What follows the last word.
    let tail: String
    let scalars: [Unicode.Scalar]
    /// Words that were said in public before.
    private let publicWords: Set<String>

    struct Finding {
        var what: String
        var range: Range<Int>
        var isSecret = false
    }

    init(_ inside: InsideWords, _ text: String) {
        self.inside = inside
        let read = ReplyTokens(text)
        tokens = read.tokens
        tail = read.tail
        scalars = Array(text.unicodeScalars)
        publicWords = Set(inside.publicTexts.flatMap { ReplyTokens($0).tokens.map(\.text) })
    }

    func leak(_ finding: Finding) -> InsideWords.Leak {
        var (line, column) = (1, 1)
        for scalar in scalars[..<finding.range.lowerBound] {
            column += 1
            if scalar == "\n" { (line, column) = (line + 1, 1) }
        }
        return InsideWords.Leak(
            what: finding.what, found: finding.isSecret ? nil : written(finding.range), line: line,
            column: column)
    }

    func written(_ range: Range<Int>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[range])
        return text
    }

    /// Where words stand, folded, side by side.
    private func places(of words: [String]) -> [Range<Int>] {
        guard let first = words.first, tokens.count >= words.count else { return [] }
        return (0...tokens.count - words.count).compactMap { index in
            guard tokens[index].text == first,
                zip(tokens[index...], words).allSatisfy({ $0.text == $1 })
            else { return nil }
            return tokens[index].start..<tokens[index + words.count - 1].end
        }
    }

    private static func fold(_ text: String) -> [String] { ReplyTokens(text).tokens.map(\.text) }

    // MARK: People

    func people() -> [Finding] {
        var found: [Finding] = []
        for login in inside.logins where !Self.accounts.contains(login) {
            let words = Self.fold(login)
            guard !words.isEmpty, !words.allSatisfy(publicWords.contains) else { continue }
            let isPlain = login.allSatisfy(\.isLetter)
            for range in places(of: words) where !isPlain || written(range) == login {
                found.append(Finding(what: "the login", range: range))
            }
        }
        for name in inside.others {
            let words = Self.fold(name)
            guard !words.isEmpty, !words.allSatisfy(publicWords.contains) else { continue }
            for order in InsideWords.orders(of: words) {
                found += places(of: order).map { Finding(what: "another customer", range: $0) }
            }
        }
        for tag in inside.tags {
            let words = Self.fold(tag)
            guard !words.isEmpty, !words.allSatisfy(publicWords.contains), !Self.topics.contains(tag) else {
                continue
            }
            found += places(of: words).map { Finding(what: "the tag", range: $0) }
        }
        return found
    }

    /// Accounts of a machine and of an office, which are words of any reply.
    private static let accounts: Set<String> = [
        "root", "admin", "user", "staff", "support", "service", "office", "team", "info", "test", "me",
    ]

    /// Tags that are ordinary words of any reply.
    private static let topics = Set(Topic.allCases.map(\.rawValue))

    // MARK: Notes

    /// Five words of a note in a row, or all of a shorter one, that nobody said in public.
    func notes() -> [Finding] {
        let said = Set(inside.publicTexts.flatMap { Self.runs(Self.fold($0)) })
        var known: Set<[String]> = []
        for note in inside.notes {
            for run in Self.runs(Self.fold(note)) where !said.contains(run) { known.insert(run) }
        }
        guard !known.isEmpty else { return [] }
        var found: [Finding] = []
        for count in 3...Self.run where tokens.count >= count {
            for index in 0...tokens.count - count {
                let run = tokens[index..<index + count]
                guard known.contains(run.map(\.text)) else { continue }
                let range = tokens[index].start..<tokens[index + count - 1].end
                if let last = found.last, last.range.overlaps(range) {
                    found[found.count - 1].range =
                        last.range.lowerBound..<max(last.range.upperBound, range.upperBound)
                } else {
                    found.append(Finding(what: "words of an inside note", range: range))
                }
            }
        }
        return found
    }

    private static let run = 5

    private static func runs(_ words: [String]) -> [[String]] {
        guard words.count >= 3 else { return [] }
        let count = min(run, words.count)
        return (0...words.count - count).map { Array(words[$0..<$0 + count]) }
            .filter { $0.reduce(0) { $0 + $1.count } >= 12 }
    }

    // MARK: Judgement and numbers

    func judgement() -> [Finding] {
        var found = scores()
        for reason in inside.reasons {
            let words = Self.fold(reason)
            guard words.count >= 3, !words.allSatisfy(publicWords.contains) else { continue }
            found += places(of: words).map { Finding(what: "a reason of the score", range: $0) }
        }
        return found
    }

    func numbers() -> [Finding] {
        var found: [Finding] = []
        for index in tokens.indices.dropFirst() where tokens[index].isNumber {
            guard let number = Int64(tokens[index].text) else { continue }
            let before = tokens[index - 1]
            if before.text == "m", tokens[index].gap.isEmpty, inside.mentions.contains(number) {
                found.append(Finding(what: "the inside number", range: before.start..<tokens[index].end))
            } else if Self.caseWords.contains(before.text), tokens[index].gap.contains("#"),
                number != inside.ownCase
            {
                found.append(Finding(what: "another case", range: before.start..<tokens[index].end))
            }
        }
        return found
    }

    private static let caseWords: Set<String> = [
        "case", "fall", "sprawa", "sprawie", "sprawy", "дело", "деле", "дела",
    ]

    // MARK: The installation

    func endpoints() -> [Finding] {
        inside.endpoints.flatMap { name -> [Finding] in
            let words = Self.fold(name)
            return places(of: words).filter { range in
                guard Self.ordinary.contains(name.lowercased()) else {
                    return written(range).lowercased() == name.lowercased()
                }
                // `our help desk` is nobody's endpoint.
                let at = tokens.firstIndex { $0.start == range.lowerBound } ?? 0
                let near = tokens[max(0, at - 2)..<min(tokens.count, at + 3)]
                return near.contains { Self.wires.contains($0.text) }
            }
            .map { Finding(what: "the endpoint", range: $0) }
        }
    }

    private static let ordinary: Set<String> = [
        "desk", "help", "helpdesk", "support", "office", "team", "chat", "mail", "email", "crm", "sms",
        "phone",
        "service", "shop", "care", "head", "staff", "sales",
    ]
    private static let wires: Set<String> = [
        "endpoint", "endpoints", "webhook", "webhooks", "alert", "alerts", "route",
    ]

    /// Addresses that lead nowhere for a customer.
    func addresses() -> [Finding] {
        chunks().compactMap { chunk in
            let text = written(chunk)
            guard let host = Self.host(of: text),
                isInside(host, isAddress: text.contains("://") || text.contains("@"))
            else { return nil }
            return Finding(what: "the inside address", range: chunk)
        }
    }

    /// Without the marks around it.
    func chunks() -> [Range<Int>] {
        var chunks: [Range<Int>] = []
        var start: Int?
        for index in scalars.indices.map({ $0 }) + [scalars.count] {
            let isGap = index == scalars.count || scalars[index].properties.isWhitespace
            if !isGap, start == nil { start = index }
            guard isGap, var low = start else { continue }
            var high = index
            while low < high, Self.marks.contains(scalars[low]) { low += 1 }
            while high > low, Self.marks.contains(scalars[high - 1]) { high -= 1 }
            if low < high { chunks.append(low..<high) }
            start = nil
        }
        return chunks
    }

    private static let marks = Set("()[]<>,;.!?\"'\u{201C}\u{201D}\u{201E}\u{AB}\u{BB}`".unicodeScalars)

    private static func host(of text: String) -> String? {
        var rest = Substring(text)
        if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        let host = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty, host.unicodeScalars.allSatisfy({ $0.isASCII }) else { return nil }
        return host.lowercased()
    }

    private func isInside(_ host: String, isAddress: Bool) -> Bool {
        if inside.hosts.contains(host) || host == "localhost" { return true }
        if let address = IPAddress(host) { return address.addressClass != .global }
        if Self.insideEndings.contains(where: host.hasSuffix) { return true }
        return isAddress && !host.contains(".")
    }

    private static let insideEndings = [
        ".local", ".localdomain", ".internal", ".intra", ".intranet", ".corp", ".lan", ".home.arpa",
        ".private",
    ]

    func secrets() -> [Finding] {
        var found: [Finding] = []
        for chunk in chunks() {
            let text = written(chunk)
            let isKnown = inside.secrets.contains { $0.count >= 6 && text.contains($0) }
            let isKey = ["whsec_", "whsk_", "ghp_", "sk_live_", "xoxb-", "AKIA"].contains {
                text.hasPrefix($0) && text.count > $0.count + 8
            }
            if isKnown || isKey || Self.looksRandom(text) {
                found.append(Finding(what: "a secret", range: chunk, isSecret: true))
            }
        }
        for words in [["begin", "private", "key"], ["begin", "rsa", "private", "key"]] {
            found += places(of: words).map { Finding(what: "a secret", range: $0, isSecret: true) }
        }
        return found
    }

    /// Thirty-two letters and digits in a row that are no word and no address.
    private static func looksRandom(_ text: String) -> Bool {
        guard text.utf8.count >= 32, !text.contains("://"), !text.contains("."),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return false }
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        let letters = text.utf8.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        return digits >= 4 && letters >= 6 && digits + letters >= text.utf8.count - 4
    }
}
