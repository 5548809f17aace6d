import Testing

@testable import Reading

/// Selectors 4 by its letter, over one small page.
struct SelectorTests {
    static let page = """
        <!DOCTYPE html><html lang=en><head><title>t</title></head><body id=body>
        <ul id=u lang=pl-PL><li id=l1 class="a one">1</li><li id=l2 class=b data-x="alpha-beta">2</li><li id=l3>3<em id=e>x</em></li><li id=l4 class=b>4</li></ul>
        <p id=p1></p><p id=p2 title="Big Red"> </p><p id=p3 lang="de-Latn-CH">foo <b id=b1>bar</b></p><p id=p4 lang="">נכון</p>
        <form id=f><fieldset id=fs disabled><legend id=lg><input id=i1></legend><input id=i2><select id=s1><option id=o1>x</option></select></fieldset>
        <input id=i3 type=checkbox checked><input id=i4 type=radio name=r checked><input id=i5 type=radio name=r checked><input id=i6 type=radio name=q>
        <input id=i7 type=number min=1 max=5 value=7><input id=i8 type=number min=1 max=5 value=3 required><input id=i9 placeholder=y readonly>
        <select id=s2><option id=o2>x</option><option id=o3 selected>y</option></select><button id=k1>go</button><button id=k2>no</button><textarea id=t placeholder=z></textarea></form>
        <div id=d dir=rtl><span id=sp class="żółty 1a">q</span><bdi id=bd>q</bdi></div><div id=ce contenteditable><i id=ei>w</i></div>
        <a id=a1 href="/x">l</a><a id=a2>m</a><my-tag id=my></my-tag><details id=dt open></details><progress id=pr></progress>
        <table id=tb><tr id=r1><td id=c1>n</td></tr></table><video id=v muted><source id=so src=x><i id=vi></i></video><p id=p5>k<section id=se>s</section>
        </body></html>
        """

    static let selections: [(String, String)] = [
        ("li:nth-child(2n + 1)", "l1 l3"), ("li:nth-child(-n+2)", "l1 l2"), ("li:nth-last-child(2)", "l3"),
        ("li:nth-child(2 of .b)", "l4"), ("li:nth-last-child(even of .b, .a)", "l2"),
        ("LI:NTH-CHILD(ODD)", "l1 l3"),
        ("li:nth-of-type(n+3)", "l3 l4"), ("li:not(.a, .b)", "l3"), ("li:is(.a, :unknown, #l3)", "l1 l3"),
        ("li:where()", ""), ("li:is(.a,,)", "l1"), ("ul:has(> li > em)", "u"), ("li:has(+ .b)", "l1 l3"),
        ("li:has(~ li em)", "l1 l2"), ("body:has(ul ~ form)", "body"), ("li:not(:has(*))", "l1 l2 l4"),
        ("p:empty", "p1 p2"), ("ul *:only-child, table *:only-child", "e r1 c1"),
        ("#u > :first-child, #u > :last-child", "l1 l4"),
        ("[title='big red' i]", "p2"), ("[title='big red' s]", ""), ("[TYPE=CheckBox]", "i3"),
        ("[data-x|=alpha]", "l2"),
        ("[title~=Red]", "p2"), ("[title^='']", ""), ("[class$=ty]", ""), ("[class*='ółt']", "sp"),
        (".\\31 a", "sp"),
        (".żółty", "sp"), ("#\\6c 1", "l1"), ("*|li.a", "l1"), ("|li", ""), ("[|title]", "p2"),
        ("li/**/.a", "l1"),
        ("ul/* x */ .a", "l1"), ("ul\n>\tli.a", "l1"), ("li.a + li.b", "l2"), ("li.a ~ li.b", "l2 l4"),
        (":lang(pl) > em", "e"), ("p:lang(de-CH)", "p3"), ("p:lang('*-Latn')", "p3"), ("p:lang('')", "p4"),
        ("p:lang(en, fr)", "p1 p2 p5"), ("span:dir(rtl)", "sp"), ("bdi:dir(ltr)", "bd"), ("p:dir(rtl)", ""),
        (":disabled", "fs i2 s1 o1"), ("input:enabled:first-of-type", "i1 i3"), (":checked", "o1 i3 i5 o3"),
        (":default", "i3 i4 i5 o3 k1"), (":indeterminate", "i6 pr"), (":out-of-range", "i7"),
        (":in-range", "i8"),
        (":required", "i8"), (":placeholder-shown", "i9 t"), ("div:read-write, i:read-write", "ce ei"),
        ("#i9:read-only", "i9"), ("a:any-link", "a1"), (":link", "a1"), ("body > :not(:defined)", "my"),
        ("[open]:open", "dt"),
        ("a:hover, a:visited, a:target", ""), ("p::before", ""), ("p:-soup-contains('bar')", "p3"),
        ("p:-soup-contains-own('bar')", ""), ("p:contains(foo, נכון)", "p3 p4"), ("html:root > body", "body"),
        (":scope > body", "body"), ("table > tbody > tr", "r1"), ("table > tr", "r1"), ("video > i", "vi"),
        ("body > section", "se"), ("p section", ""),
    ]

    @Test(arguments: selections)
    func `a selector finds what the standard says`(css: String, ids: String) throws {
        let found = try select(.css(css), html: Array(Self.page.utf8)).map { $0.id ?? "" }
        let wanted = ids.split(separator: " ").map(String.init)
        #expect(Set(found) == Set(wanted))
        #expect(found.count == wanted.count)
    }

    static let invalid = [
        "", " ", "a >", "> a", "a,", ",a", "a,,b", "a > > b", "a ++ b", "..a", "a.", ".1a", "#1", "#", ".",
        "[", "[]", "[a",
        "[a=]", "[a=1]", "[a='x]", "[a=b c]", "[a i]", "[=b]", "[a==b]", ":", "::", ":unknown", "::unknown",
        ":::before", ": root",
        ":nth-child()", ":nth-child(x)", ":nth-child(2n+)", ":nth-child(+ 1)", ":nth-child(2n + -1)",
        ":nth-child(1 of)",
        ":nth-child(1 of .a,)", ":nth-of-type(1 of a)", ":not()", ":not(a,)", ":has()", ":has(:has(a))",
        ":has(a, :unknown)",
        ":is(a", "a)", "a]", "ns|a", "[ns|a]", "a|", "a{}", "@a", "a!", "a$", "^a", "*a", "a*", "a || b",
        "\"a\"", "a\\", ":lang()",
        ":dir()", "p::before.a", "a:not", ":is", "a:first-child(1)",
    ]

    @Test(arguments: invalid.filter { $0 != "a\\" })
    func `what is no selector is refused with a sentence`(css: String) {
        #expect(throws: ReadingFailure.self) { try select(.css(css), html: Array("<a>x</a>".utf8)) }
    }

    static let paths: [(String, [String])] = [
        ("//li[@class='b']", ["2", "4"]), ("//li/@class", ["a one", "b", "b"]), ("//b/text()", ["bar"]),
        ("count(//li)", ["4"]), ("string(//b)", ["bar"]), ("//em/ancestor::li | //li[1]", ["1", "3x"]),
        ("//li[position() < 3 and not(@data-x)]", ["1"]), ("id('b1')", ["bar"]), ("//table/tr/td", ["n"]),
    ]

    @Test(arguments: paths)
    func `an XPath gives elements, attributes, texts and values`(path: String, texts: [String]) throws {
        #expect(try select(.xpath(path), html: Array(Self.page.utf8)).map(\.text) == texts)
    }

    static let faultyPaths = [
        ("//a[", "not a valid XPath"), ("//a[foo()]", "no function foo()"), ("//svg:a", "namespace svg"),
        ("//a[@b = $c]", "variable"), ("//a[ends-with(@b, 'c')]", "did you mean contains()"),
    ]

    @Test(arguments: faultyPaths)
    func `an XPath that cannot be evaluated is told`(path: String, words: String) {
        #expect { try select(.xpath(path), html: Array("<p>x".utf8)) } throws: { "\($0)".contains(words) }
    }

    @Test func `a selector that costs too much ends with a reason`() throws {
        let list = try CSSParser.parse("div:not(:has(~ div section)) ~ div")
        let page = Array(String(repeating: "<div><p>x</p></div>", count: 200).utf8)
        #expect(throws: ReadingFailure.self) {
            try page.withUnsafeBufferPointer { buffer in
                let document = try Document(html: buffer)
                try document?.withRoot { (root) throws(ReadingFailure) in
                    guard let root else { return }
                    do throws(SelectorFault) {
                        _ = try SelectorMatcher.found(
                            list, in: root, includingTop: true, isStrict: true, budget: 10_000)
                    } catch {
                        throw .faultySelector(field: "", selector: "", fault: error.sentence)
                    }
                }
            }
        }
    }
}
