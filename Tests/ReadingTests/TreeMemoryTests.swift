import Complaints
import Foundation
import Testing

@testable import Reading

/// Pages of every kind, read again and again on several threads: what is read never depends on what the same
/// memory held before.
@Suite struct TreeMemoryTests {
    private static let now = Instant(seconds: 1_780_000_000)

    private static func page(_ i: Int) -> PageInput {
        let kind = i % 6
        let reviews = (0..<(i % 40)).map {
            "<article itemscope itemtype='https://schema.org/Review' class=r><b itemprop=author>A\($0) &amp; \(i)</b>"
                + "<time itemprop=datePublished datetime=2024-05-0\($0 % 9 + 1)></time>"
                + "<p itemprop=reviewBody>Żółw \($0 * i) <br> nie działa &nosuch; </x></article>"
        }.joined()
        let body =
            switch kind {
            case 1: String(repeating: "<div>", count: 1500)
            case 2: String(repeating: "</x><p a=1 a=2 &#xFFFFFFF; <b>", count: i % 50 + 1)
            case 3:
                "<?xml version='1.0'?><rss><channel><title>T&bad;</title>"
                    + (0..<(i % 30)).map {
                        "<item><title>t\($0)</title><description>d \(i)</description></item>"
                    }
                    .joined()
            case 5:
                // A few that need more memory than is kept.
                "<html><title>x</title>"
                    + String(repeating: "<p title='\(i)'>text \(i)</p>", count: i % 60 == 5 ? 40_000 : 400)
            default: "<html lang=pl><title>\(i)</title>" + reviews
            }
        let rule: Rule? =
            switch i % 5 {
            case 1: Rule(each: "//article", author: "./b", text: ".//p[string-length(.)>3]")
            case 2: Rule(each: "//article[nosuch(", text: "p")
            case 3: Rule(each: "article.r", text: "./p[bad:fn(1)]")
            default: nil
            }
        return PageInput(
            bytes: Array(body.utf8), url: "https://a.example/\(i)", rule: kind == 5 ? nil : rule, now: now)
    }

    private static func outcome(_ i: Int) -> Result<Page, ReadingFailure> {
        do throws(ReadingFailure) { return .success(try read(page(i))) } catch { return .failure(error) }
    }

    @Test func `pages read on several threads at once are read as they are alone`() async {
        let count = 240
        let alone = (0..<count).map(Self.outcome)
        #expect(alone.contains { (try? $0.get().records.isEmpty) == false })
        let different = await withTaskGroup(of: [Int].self) { group in
            for lane in 0..<4 {
                group.addTask {
                    (0..<count).map { ($0 * 7 + lane * 61) % count }.filter { Self.outcome($0) != alone[$0] }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(different == [])
    }

    @Test func `memory given back between pages changes nothing`() {
        for i in 0..<30 {
            let first = Self.outcome(i)
            returnFreedMemory()
            #expect(Self.outcome(i) == first)
        }
    }

    @Test func `a page read inside of another's reading leaves it whole`() throws {
        let html = Array("<html><body><p>one</p><p>two</p></body></html>".utf8)
        let text = try TreeMemory.lent { () throws(ReadingFailure) in
            let result = html.withUnsafeBufferPointer { bytes -> String in
                guard let document = try? Document(html: bytes) else { return "" }
                return
                    (try? document.withRoot { root in
                        _ = Self.outcome(5)
                        _ = Self.outcome(11)
                        return root?.plainText ?? ""
                    }) ?? ""
            }
            return result
        }
        #expect(text == "one\ntwo")
    }
}
