/// The basic URL parser of the WHATWG URL Standard, for the two special schemes Ombud fetches.
///
/// The standard's state machine is written here as steps, since only "special" URLs can occur: each
/// step takes its part of the bytes and leaves the rest.
enum WebURLParser {
    static func parse(_ text: String, base: WebURL?) -> WebURL? {
        let bytes = cleaned(text)
        var rest = bytes[...]
        if let colon = schemeEnd(rest) {
            let scheme = String(decoding: rest[..<colon], as: UTF8.self).lowercased()
            guard scheme == "http" || scheme == "https" else { return nil }
            rest = rest[(colon + 1)...]
            guard let base, base.scheme == scheme, !startsWithTwoSlashes(rest) else {
                return absolute(scheme: scheme, rest.drop(while: isSlash))
            }
            return relative(rest, base: base)
        }
        guard let base else { return nil }
        return relative(rest, base: base)
    }

    /// Leading and trailing controls and spaces go, tabs and newlines go everywhere.
    private static func cleaned(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        if let last = bytes.lastIndex(where: { $0 > 0x20 }) {
            bytes.removeSubrange((last + 1)...)
        } else {
            return []
        }
        if let first = bytes.firstIndex(where: { $0 > 0x20 }), first > 0 { bytes.removeSubrange(..<first) }
        bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        return bytes
    }

    /// The colon that ends a scheme, or nil when the text does not begin with one.
    private static func schemeEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first, ASCII.isLetter(first) else { return nil }
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") { return index }
            guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
            else { return nil }
        }
        return nil
    }

    private static func isSlash(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    private static func startsWithTwoSlashes(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0x2F, 0x2F])
    }

    private static func relative(_ rest: ArraySlice<UInt8>, base: WebURL) -> WebURL? {
        if let first = rest.first, isSlash(first) {
            let after = rest.dropFirst()
            if let second = after.first, isSlash(second) {
                return absolute(scheme: base.scheme, after.drop(while: isSlash))
            }
            var url = base
            url.path = "/"
            finish(&url, rest, from: [])
            return url
        }
        var url = base
        url.fragment = nil
        switch rest.first {
        case nil: break
        case UInt8(ascii: "#"): setTail(&url, rest)
        case UInt8(ascii: "?"):
            url.query = nil
            setTail(&url, rest)
        default:
            let segments = base.path.utf8.split(
                separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            finish(&url, rest, from: segments.dropFirst().dropLast().map { Array($0) })
        }
        return url
    }

    private static func absolute(scheme: String, _ rest: ArraySlice<UInt8>) -> WebURL? {
        let end = rest.firstIndex { isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        let authority = rest[..<(end ?? rest.endIndex)]
        var hostAndPort = authority
        var url = WebURL(scheme: scheme, host: "", port: nil, path: "/")
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            setCredentials(&url, authority[..<at])
            hostAndPort = authority[(at + 1)...]
        }
        guard setHostAndPort(&url, hostAndPort) else { return nil }
        finish(&url, rest[authority.endIndex...], from: [])
        return url
    }

    private static func setCredentials(_ url: inout WebURL, _ bytes: ArraySlice<UInt8>) {
        let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        url.username = PercentEncoding.encode(bytes[..<(colon ?? bytes.endIndex)], .userinfo)
        if let colon { url.password = PercentEncoding.encode(bytes[(colon + 1)...], .userinfo) }
    }

    private static func setHostAndPort(_ url: inout WebURL, _ bytes: ArraySlice<UInt8>) -> Bool {
        var insideBrackets = false
        var colon: Int?
        search: for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "["): insideBrackets = true
            case UInt8(ascii: "]"): insideBrackets = false
            case UInt8(ascii: ":") where !insideBrackets:
                colon = index
                break search
            default: break
            }
        }
        let hostBytes = bytes[..<(colon ?? bytes.endIndex)]
        guard !hostBytes.isEmpty, let host = WebURLHost.serialised(hostBytes) else { return false }
        url.host = host
        guard let colon, colon + 1 < bytes.endIndex else { return true }
        var port = 0
        for byte in bytes[(colon + 1)...] {
            guard ASCII.isDigit(byte) else { return false }
            port = port * 10 + Int(byte - 0x30)
            guard port <= 65_535 else { return false }
        }
        url.port = port == WebURL.defaultPort(of: url.scheme) ? nil : port
        return true
    }

    /// Reads path, query and fragment; `segments` are those of the base that stay.
    private static func finish(_ url: inout WebURL, _ rest: ArraySlice<UInt8>, from segments: [[UInt8]]) {
        let end = rest.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
        var segments = segments
        var pathBytes = rest[..<end]
        if let first = pathBytes.first, isSlash(first) { pathBytes = pathBytes.dropFirst() }
        while true {
            let slash = pathBytes.firstIndex(where: isSlash)
            let segment = pathBytes[..<(slash ?? pathBytes.endIndex)]
            switch dots(segment) {
            case 2:
                if !segments.isEmpty { segments.removeLast() }
                if slash == nil { segments.append([]) }
            case 1:
                if slash == nil { segments.append([]) }
            default: segments.append(PercentEncoding.encoded(segment, .path))
            }
            guard let slash else { break }
            pathBytes = pathBytes[(slash + 1)...]
        }
        var path: [UInt8] = []
        path.reserveCapacity(rest.count + 16)
        for segment in segments {
            path.append(UInt8(ascii: "/"))
            path += segment
        }
        url.path = String(decoding: path, as: UTF8.self)
        url.query = nil
        url.fragment = nil
        setTail(&url, rest[end...])
    }

    /// Reads `?query` and `#fragment`; what is absent stays as it was.
    private static func setTail(_ url: inout WebURL, _ bytes: ArraySlice<UInt8>) {
        let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
        if bytes.first == UInt8(ascii: "?") {
            url.query = PercentEncoding.encode(
                bytes[(bytes.startIndex + 1)..<(hash ?? bytes.endIndex)], .query)
        }
        if let hash { url.fragment = PercentEncoding.encode(bytes[(hash + 1)...], .fragment) }
    }

    /// 1 for `.`, 2 for `..`, also when written `%2e`; 0 for anything else.
    private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
        guard let first = segment.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "%"),
            segment.count <= 6
        else { return 0 }
        var rest = segment
        var count = 0
        while let byte = rest.first {
            if byte == UInt8(ascii: ".") {
                rest = rest.dropFirst()
            } else if byte == UInt8(ascii: "%"), rest.count >= 3,
                rest[rest.startIndex + 1] == UInt8(ascii: "2"),
                rest[rest.startIndex + 2] | 0x20 == UInt8(ascii: "e")
            {
                rest = rest.dropFirst(3)
            } else {
                return 0
            }
            count += 1
        }
        return count <= 2 ? count : 0
    }
}
