/// JSON-LD brought to the plain form in which schema.org's own examples are written (JSON-LD 1.1, "compacted
/// form"): prefixes and aliases of the context resolved, `@value`, `@list` and `@set` opened.

struct JSONLDForm {
    /// What a context says of its terms: a keyword, or the name of a property or type.
    private var terms: [String: String] = [:]
    /// Of several languages of one text this one is taken.
    private let language: String?

    /// The same value where it is in plain form already, as nearly all are.
    static func plain(_ value: JSONValue, language: String?) -> JSONValue {
        needsWork(value) ? JSONLDForm(language: language).plain(value) : value
    }

    private init(language: String?) { self.language = language }

    private static func needsWork(_ value: JSONValue) -> Bool {
        switch value {
        case .array(let values): values.contains(where: needsWork)
        case .object(let members):
            members.contains { member in
                if member.value.isScalar { return isUnusual(member.key) }
                return member.key == "@context" || isUnusual(member.key) || needsWork(member.value)
            }
        default: false
        }
    }

    /// Keywords other than the everyday ones, prefixes, addresses, and spellings of a careless hand.
    private static func isUnusual(_ key: String) -> Bool {
        var key = key
        return key.withUTF8 { bytes in
            guard let first = bytes.first else { return true }
            if first == 0x40 {
                return bytes.count > 8
                    || !(bytes[1] == 0x74 || bytes[1] == 0x69 || bytes[1] == 0x63 || bytes[1] == 0x67)
            }
            if first < 0x61 { return true }
            var hasUpper = false
            for byte in bytes {
                if byte == 0x3A || byte == 0x2F || byte <= 0x20 { return true }
                if byte >= 0x41, byte <= 0x5A { hasUpper = true }
            }
            return !hasUpper && bytes.count >= 10 && bytes.count <= 15 && (first == 0x72 || first == 0x64)
        }
    }

    private func plain(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let values): .array(chosen(values).map(plain))
        case .object(let members): plain(members)
        default: value
        }
    }

    private func plain(_ members: [JSONValue.Member]) -> JSONValue {
        var form = self
        var plain: [JSONValue.Member] = []
        plain.reserveCapacity(members.count)
        for member in members where member.key == "@context" { form.learn(member.value) }
        var stated: String?
        for member in members where member.key != "@context" {
            let key = form.name(member.key)
            switch key {
            case "@value": return member.value
            case "@list", "@set": return form.plain(.array(member.value.list))
            case "@type":
                let types = member.value.list.map { type in
                    type.string.map { .string(form.terms[$0] ?? $0) } ?? type
                }
                plain.append(.init(key: key, value: .array(types)))
            case "@id" where member.value.isScalar: plain.append(.init(key: key, value: member.value))
            default:
                stated = stated ?? form.statedLanguage(member.value, of: key)
                plain.append(.init(key: key, value: form.plain(member.value)))
            }
        }
        if let stated, !plain.contains(where: { $0.key == "inLanguage" }) {
            plain.append(.init(key: "inLanguage", value: .string(stated)))
        }
        return .object(plain)
    }

    private mutating func learn(_ context: JSONValue) {
        for part in context.list {
            guard case .object(let members) = part else { continue }
            for member in members where !member.key.hasPrefix("@") {
                guard let meant = member.value.string ?? member.value["@id"]?.string, meant.utf8.count < 300
                else { continue }
                if meant.hasPrefix("@") {
                    terms[member.key] = meant
                } else if let last = meant.utf8.last, last != 0x2F, last != 0x23, last != 0x3A {
                    terms[member.key] = schemaProperty(meant)
                }
            }
        }
    }

    private func name(_ key: String) -> String {
        if let meant = terms[key] { return meant }
        if key.hasPrefix("@") { return key.lowercased() }
        if key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 && $0 != 0x3A }) { return schemaSpelling(key) }
        var end = key.utf8.endIndex
        while end > key.utf8.startIndex, key.utf8[key.utf8.index(before: end)].isASCIISpace {
            end = key.utf8.index(before: end)
        }
        let trimmed = key[..<end].drop { $0.isWhitespace }
        guard let cut = trimmed.utf8.firstIndex(of: 0x3A) else { return schemaSpelling(String(trimmed)) }
        // `schema:name` by whatever prefix; another site's own names stay apart.
        let prefix = trimmed[..<cut]
        if terms[String(prefix)] == nil, prefix == "http" || prefix == "https",
            !String(trimmed).hasBytes("schema.org/")
        {
            return key
        }
        if let local = terms[String(trimmed[trimmed.utf8.index(after: cut)...])] { return local }
        return schemaProperty(String(trimmed))
    }

    private func statedLanguage(_ value: JSONValue, of key: String) -> String? {
        guard key == "reviewBody" || key == "text" || key == "description" || key == "articleBody" else {
            return nil
        }
        return chosen(value.list).lazy.compactMap { $0["@language"]?.string }.first
    }

    /// Of one text in several languages the page's, else the first.
    private func chosen(_ values: [JSONValue]) -> [JSONValue] {
        guard values.count > 1 else { return values }
        let tagged = values.filter { $0["@value"] != nil && $0["@language"]?.string != nil }
        guard tagged.count == values.count else { return values }
        let own = tagged.first { $0["@language"]?.string.flatMap(primaryLanguage) == language }
        return [own ?? tagged[0]]
    }
}
