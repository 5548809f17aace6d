import Testing

@testable import Settings

/// Which known word a mistyped one was meant to be.
struct NearestTests {
    @Test(
        arguments: [
            ("evry", "every"), ("evrey", "every"), ("EVERY", "every"), ("user_agent", "user-agent"),
            ("usr-agent", "user-agent"),
            ("xyz", nil), ("", nil), ("e", nil), ("everyone-else", nil),
        ] as [(String, String?)])
    func `a third of the letters may differ`(word: String, meant: String?) {
        #expect(nearest(word, among: ["every", "user-agent", "name"]) == meant)
    }

    @Test(arguments: [
        ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "xabc", 1), ("kitten", "sitting", 3),
    ])
    func `a swap of neighbours is one edit`(a: String, b: String, distance: Int) {
        #expect(editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == distance)
    }

    @Test(arguments: [("interval", "every"), ("intervall", "every"), ("Timezone", "zone"), ("adress", "url")])
    func `what other programs call it leads to the key`(word: String, key: String) {
        #expect(KeyTable.source.meant(by: word) == key)
    }
}
