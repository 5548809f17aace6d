import CXML2
import Foundation
import Testing

@testable import Reading

/// The scanner makes libxml2's trees, or leaves a page to libxml2.
struct HTMLScannerTests {
    /// Everything of a tree that anybody may look at, comments too.
    private static func tree(_ html: String, by way: Document.HTMLWay) throws -> String? {
        let bytes = Array(html.utf8)
        return try bytes.withUnsafeBufferPointer { bytes in
            guard let document = try Document(html: bytes, by: way) else { return nil }
            return try document.withRoot { $0.map { written($0.raw) } ?? "" }
        }
    }

    private static func written(_ node: xmlNodePtr) -> String {
        switch node.pointee.type {
        case XML_ELEMENT_NODE:
            var result = "<" + CText(node.pointee.name).string
            var property = node.pointee.properties
            while let at = property {
                result += " " + CText(at.pointee.name).string
                if let value = at.pointee.children {
                    result += "=[" + CText(value.pointee.content).string + "]"
                }
                property = at.pointee.next
            }
            result += ">"
            var child = node.pointee.children
            while let at = child {
                result += written(at)
                child = at.pointee.next
            }
            return result + "</>"
        case let type: return "{\(type.rawValue):" + CText(node.pointee.content).string + "}"
        }
    }

    private static let page = """
        <!DOCTYPE html>
        <!-- first --><html lang="en"><head><meta charset=utf-8><title>A &amp; B</title>
        <style>.a > b { content: "</b>" }</style><script>if (a < b && c) { d("</div>") }</script>
        <link rel=stylesheet href=/a.css></head>
        <body class='x y' data-n=1 hidden>
        <div id=r1 ID=r2><p>One &mdash; two<p>three <b>four <i>five</b> six</i>
        <ul><li>a<li>b</ul><br/><img src="a.png?b=1&c=2&amp;d=3" alt=""><hr>
        <section><p>in<article>out</article></section>
        <table><tr><td>1<td>2<tr><th>3</table>
        <select><option selected>a<option>b</select>
        <video><source src=a.mp4><track>x</video>a&nbsp;b &#8211; &#x2013; &unknown; &lt;tag&gt; AT&T &
        <!-- inside --><a href=x/>t</a></br></div></p>
        <textarea><b>bold</b></textarea><svg viewBox="0 0 1 1"><path d="M0"/></svg>
        </body>
        <script>late()</script>
        </html>

        """

    @Test func `a page is read by the scanner as libxml2 reads it`() throws {
        let scanned = try #require(try Self.tree(Self.page, by: .scanner))
        #expect(scanned == (try Self.tree(Self.page, by: .libxml2)))
    }

    @Test(arguments: [
        "<html><body><div>a</p>b</div></body></html>",
        "<html><head></head><body><p>a<div>x</p>b</div>c</p>d</body></html>",
        "<html><head><title>x</title></head><body><b>x<i>y</b>z</i>w</body></html>\n",
        "<html><body><a href=x/>t</a><br/ ><img src=\"a\"\"b c>d</body></html>",
        "<html><body><table><div>x</td></table></div>y</body></html>",
        "<html><head></head><body><h1>a<h2>b</h1>c</body></html>",
        "<html><head></head><div>no body</div></html>", "<p>no html</p>", "text alone and more of it",
        "<html><body>never ends",
        "<html><body><script>var a='</div>';x</scripty>b</script>c</body></html>",
        "<html><body><script></div>x</script>y</body></html>",
        "<html><body><script><b>x</b></script>y</body></html>",
        "<html><head></head><body><script>never ends</body></html>",
        "<html><body a=\"never ends></body></html>",
        "<html><head></head><body><!-- a --!> b --> c</body></html>",
        "<html><body><!--> a --> b</body></html>",
        "<html><body>a < b <3 <![CDATA[x]]> <?php y ?> z</body></html>",
        "<html><body>a</body>b<p>c</p></html>d",
        "<html><body>a<body class=x>b</body></html>", "<html><html lang=x><body>a</body></html>",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">"
            + "<html xmlns='http://www.w3.org/1999/xhtml'><head/><body><p/>a</body></html>",
        "<html><body><p a=1 b='2' c=\"3\" d e= f=\"&quot;&#39;&bad;&x\" A=9 .x=1 -y=2 =z>t</p></body></html>",
        "<html><head></head>\n<body>\n<frameset><frame></frameset>x</body></html>",
        "<html><body>&#0;&#xD800;&#99999999;&#;x</body></html>",
        "<html><body><li>a<li>b<dl><dt>c<dd>d<dt>e</dl></body></html>",
        "<HTML><BODY><DIV CLASS=A>X</DIV></BODY></HTML>",
        "<html><body>\u{FFFE}x\u{FF21}</body></html>", "<html><body>a\u{0B}b</body></html>",
    ])
    func `what is unusual is read as libxml2 reads it, or left to it`(html: String) throws {
        let expected = try Self.tree(html, by: .libxml2)
        #expect(try Self.tree(html, by: .quickest) == expected)
        if let scanned = try Self.tree(html, by: .scanner) { #expect(scanned == expected) }
    }

    /// Pages with pieces cut out, doubled and put elsewhere, the same ones in every run.
    @Test(arguments: 0..<40)
    func `a page in pieces is read as libxml2 reads it, or left to it`(seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func chance(_ most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % most
        }
        for _ in 0..<50 {
            var parts = Array(Self.page.unicodeScalars)
            for _ in 0..<1 + chance(3) {
                let start = chance(parts.count - 40)
                let range = start..<start + 1 + chance(30)
                let piece = parts[range]
                switch chance(3) {
                case 0: parts.removeSubrange(range)
                case 1: parts.insert(contentsOf: piece, at: chance(parts.count))
                default: parts.insert(contentsOf: piece, at: start)
                }
            }
            var html = ""
            html.unicodeScalars.append(contentsOf: parts)
            guard let scanned = try Self.tree(html, by: .scanner) else { continue }
            let expected = try Self.tree(html, by: .libxml2)
            #expect(scanned == expected, "\(html)")
        }
    }
}
