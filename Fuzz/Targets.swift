/// What the fuzzer calls: each pure function of the project that meets bytes from outside.
///
/// One program holds them all; `OMBUD_FUZZ` names the one that a run is about.
import Complaints
import Foundation

@testable import Reading

/// A function that must end, soon and without a trap, on any bytes.
private let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "decode": { bytes in
        let (head, body) = parted(bytes)
        _ = decode(body, contentType: head.isEmpty ? nil : "text/html; charset=" + text(head))
        _ = decode(bytes, contentType: nil)
    },
    "html": { bytes in
        _ = try? read(PageInput(bytes: bytes, url: page, contentType: "text/html; charset=utf-8", now: now))
    },
    "rule": { bytes in
        let (head, body) = parted(bytes)
        let lines = text(head).split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
        func line(_ i: Int) -> String? { i < lines.count ? lines[i] : nil }
        let rule = Rule(
            each: line(0) ?? "li", url: "a@href", author: line(1) ?? ".by", published: "time", rating: nil,
            title: line(2) ?? "h3", text: line(3) ?? "p")
        _ = try? read(PageInput(bytes: body, url: page, rule: rule, now: now, follow: .all))
    },
    "feed": { bytes in
        _ = try? read(PageInput(bytes: bytes, url: page, contentType: "application/rss+xml", now: now))
    },
    "json": { bytes in
        _ = try? read(PageInput(bytes: bytes, url: page, contentType: "application/json", now: now))
        _ = bytes.withUnsafeBufferPointer { jsonLD($0) }
    },
    "css": { bytes in
        let selector = text(bytes)
        _ = selectorFault(selector)
        _ = try? select(selector, html: tree)
    },
    "jsonpath": { bytes in
        guard let path = try? JSONPath(checking: text(bytes)) else { return }
        _ = path.nodes(in: document)
    },
    "date": { bytes in
        let (head, body) = parted(bytes)
        _ = parseDate(
            text(body), language: head.isEmpty ? nil : text(head), now: now, zone: "Europe/Warsaw",
            order: nil)
        _ = parseDate(text(bytes), language: nil, now: now, zone: nil, order: .mdy)
    },
    "robots": { bytes in
        let (head, body) = parted(bytes)
        let robots = Robots(body)
        _ = robots.verdict(agent: "Ombud", url: page + text(head))
        _ = robots.crawlDelay(agent: "Ombud")
    },
    "url": { bytes in
        let (head, body) = parted(bytes)
        let url = WebURL(text(body), base: head.isEmpty ? nil : WebURL(text(head)))
        guard let url else { return }
        // What was written once is read again as the same.
        precondition(WebURL(url.href)?.href == url.href, "\(url.href) is read as another address")
    },
    "sitemap": { bytes in
        _ = isSitemap(bytes, contentType: nil)
        _ = try? readSitemap(bytes, url: page, now: now)
    },
    "language": { bytes in _ = recognisedLanguage(of: text(bytes)) },
]

private let page = "https://reviews.example/shop/page"
private let now = Instant(seconds: 1_772_000_000)

private func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }

/// The first line, and what comes after it.
private func parted(_ bytes: [UInt8]) -> (head: ArraySlice<UInt8>, body: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A) else { return ([], bytes) }
    return (bytes[..<end], Array(bytes[(end + 1)...]))
}

/// What selectors are tried on: small, with every kind of neighbour.
private let tree = Array(
    """
    <html lang=en><body><ul id=a class="x y"><li class=first data-n="1">one <b>two</b><li>three<li hidden>
    <input checked disabled type=checkbox><p lang=pl>cztery</p></ul><div><div><p>a<p>b</div></div><a href="#x">l</a>
    """.utf8)

private let document =
    readJSON(#"{"a":[1,2.5,"x",null,true,{"b":[[],{}]}],"b":{"c":{"d":"ab"}},"e":[{"k":1},{"k":2,"m":"z"}]}"#)
    ?? .null

private let chosen: (@Sendable ([UInt8]) -> Void)? =
    ProcessInfo.processInfo.environment["OMBUD_FUZZ"].flatMap { targets[$0] }

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let chosen else {
        print("OMBUD_FUZZ must be one of: " + targets.keys.sorted().joined(separator: " "))
        exit(64)
    }
    // unsafe: the fuzzer's bytes are readable for `count` during this call, and are copied.
    chosen(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
