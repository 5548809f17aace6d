/// What HTTP forbids in a header, a credential or the address of a proxy.

/// What is wrong with the name of a header, as the end of a sentence; nil when nothing is.
func headerFault(_ name: String) -> String? {
    if let reason = ownHeaders[name.lowercased()] { return "cannot be set here; \(reason)" }
    // RFC 9110, 5.6.2: a token.
    let isToken = name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains($0)
        }
    }
    guard isToken, !name.isEmpty else {
        return "has a name that HTTP forbids; letters, digits and `-` are wanted"
    }
    return nil
}

/// Headers that belong to the transport, to the settings beside `headers`, or to what was fetched before.
private let ownHeaders: [String: String] = {
    let connection = "the connection sets it as it needs"
    let signed = "receivers know an alert and its signature by it"
    let conditional = "Ombud sets it to ask only for what is new"
    return [
        "host": "it follows from `url`", "content-length": "a request for a page has no body",
        "transfer-encoding": "a request for a page has no body", "connection": connection,
        "keep-alive": connection, "proxy-connection": connection, "te": connection, "trailer": connection,
        "upgrade": connection, "expect": connection,
        "cookie": "`cookies: true` keeps those that the site sets",
        "accept-encoding": "Ombud asks for what it can decompress",
        "user-agent": "it is `user-agent` of ombud.yaml",
        "webhook-id": signed, "webhook-timestamp": signed, "webhook-signature": signed,
        "proxy-authorization": "`proxy` holds the user and password of a proxy",
        "if-none-match": conditional, "if-modified-since": conditional, "range": "whole pages are fetched",
    ]
}()

/// What is wrong with a text that has to fit on a line of a request, as the end of a sentence.
func lineFault(_ text: String) -> String? {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        ? nil : "holds characters that HTTP forbids; plain ASCII on one line is wanted"
}

/// What is wrong with the address of a proxy, as the end of a sentence that never shows it.
func proxyFault(_ text: String) -> String? {
    let example = "such as http://proxy.example:3128"
    guard let colon = text.firstRange(of: "://") else {
        return "has no scheme; an address \(example) is wanted (http, https, socks5, socks5h)"
    }
    let scheme = text[..<colon.lowerBound].lowercased()
    guard ["http", "https", "socks5", "socks5h"].contains(scheme) else {
        return "has a scheme that is not known; http, https, socks5 or socks5h is wanted, \(example)"
    }
    var rest = text[colon.upperBound...]
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let host = rest.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"/?#".utf8.contains($0) }) else {
        return "is no address of a machine; scheme, host and port are wanted, \(example)"
    }
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } : host.prefix { $0 != ":" }
    let tail = host.hasPrefix("[") ? host.dropFirst(name.count + 1) : host.dropFirst(name.count)
    guard tail.first == ":", let port = UInt16(tail.dropFirst()), port > 0, !name.isEmpty else {
        return "has no port; one is wanted, \(example)"
    }
    return nil
}
