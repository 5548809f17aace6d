import Testing

@testable import Complaints

struct TagRuleTests {
    @Test(arguments: [
        ("VIP", "vip"), (" late ", "late"), ("promo/2026", "promo/2026"), ("Żółw", "żółw"),
        ("z\u{307}e", "\u{17C}e"), ("ПОЗДНО", "поздно"), ("back-office", "back-office"), ("返品", "返品"),
        ("शिकायत", "शिकायत"), ("v1.2_b:c", "v1.2_b:c"), ("7", "7"),
    ])
    func `a tag is one word, however it is written`(text: String, name: String) throws {
        #expect(try Complaints.Tag(text).name == name)
        #expect(try Complaints.Tag(name) == Complaints.Tag(text))
    }

    @Test(arguments: [
        ("", "a tag is empty; a word such as vip is wanted"),
        ("back office", "the tag \"back office\" holds a space; did you mean back-office?"),
        ("a,b", "the tag a,b holds \",\"; letters, digits and - _ . / : between them are wanted"),
        ("-late", "the tag -late begins or ends with a sign; a letter or a digit is wanted there"),
        ("late.", "the tag late. begins or ends with a sign; a letter or a digit is wanted there"),
        (
            "a\u{202E}b",
            "the tag a\u{202E}b holds \"\u{202E}\"; letters, digits and - _ . / : between them are wanted"
        ),
        (
            String(repeating: "a", count: 41),
            "the tag \(String(repeating: "a", count: 41)) is longer than 40 letters; a short word is wanted"
        ),
    ])
    func `what cannot be a tag is told why`(text: String, sentence: String) {
        let fault = #expect(throws: TagFault.self) { try Complaints.Tag(text) }
        #expect(fault?.description == sentence)
    }

    @Test func `a link read from the other side and back is the same`() {
        for kind in CaseLink.Kind.allCases {
            #expect(kind.reversed.reversed == kind)
            #expect(kind.isStored || kind.reversed.isStored)
        }
    }
}
