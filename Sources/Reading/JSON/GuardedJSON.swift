/// Answers whose JSON stands behind something else: a guard against scripts of other sites, or a callback.

enum GuardedJSON {
    private static let guards: [StaticString] = [
        ")]}',", ")]}'", "for(;;);", "for (;;);", "while(1);", "while (1);", "/**/", "&&&START&&&",
        "throw 1;", "{}&&",
    ]

    /// Where the JSON of such an answer begins; nil for an answer without a guard or a callback.
    static func start(of bytes: some Collection<UInt8>) -> Int? {
        var offset = bytes.prefix { $0.isASCIISpace }.count
        var rest = bytes.dropFirst(offset)
        var isGuarded = false
        for one in guards {
            let mark = UnsafeBufferPointer(start: one.utf8Start, count: one.utf8CodeUnitCount)
            guard rest.starts(with: mark) else { continue }
            let skipped = mark.count + rest.dropFirst(mark.count).prefix { $0.isASCIISpace }.count
            offset += skipped
            rest = rest.dropFirst(skipped)
            isGuarded = true
            break
        }
        if isGuarded, let first = rest.first, first == 0x7B || first == 0x5B { return offset }
        // `callback({...});`
        let name = rest.prefix(100).prefix { ScriptLiteral.isName($0) || $0 == 0x2E }.count
        guard name > 0 else { return nil }
        var inner = rest.dropFirst(name)
        guard inner.first == 0x28 else { return nil }
        inner = inner.dropFirst()
        let space = inner.prefix { $0.isASCIISpace }.count
        guard let first = inner.dropFirst(space).first, first == 0x7B || first == 0x5B else { return nil }
        return offset + name + 1 + space
    }
}
