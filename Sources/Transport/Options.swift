import CCurl
import Complaints

/// Every option of a transfer, in one place.
extension EasyHandle {
    /// A reason when the request cannot be sent at all.
    func configure(for hop: Hop) -> String? {
        let request = hop.request
        guard Self.isToken(hop.method) else { return "\(hop.method.debugDescription) is not a method" }
        set(CURLOPT_URL, hop.url.href)
        set(CURLOPT_PROTOCOLS_STR, hop.url.scheme)
        set(CURLOPT_NOSIGNAL, 1)
        // Without it, ending a transfer whose name lookup hangs would wait for the resolver's thread.
        set(CURLOPT_QUICK_EXIT, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_HTTP09_ALLOWED, 0)
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        // A second request to a host waits to see whether the first one's connection takes both.
        if hop.url.scheme == "https" { set(CURLOPT_PIPEWAIT, 1) }
        set(CURLOPT_MAXAGE_CONN, Self.idleSeconds)
        set(CURLOPT_ACCEPT_ENCODING, "")
        set(CURLOPT_USERAGENT, request.userAgent)
        set(CURLOPT_BUFFERSIZE, 65_536)
        set(CURLOPT_TIMEOUT_MS, max(1, Int(hop.timeout.inMilliseconds)))
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(request.limits.connect.inMilliseconds)))
        if request.options.keepsCookies { setCookies(hop.cookies) }
        return setRoute(hop) ?? setMethodAndBody(hop) ?? setHeaders(hop)
    }

    /// Idle connections older than this are closed before the next one is made, so that those of
    /// thousands of hosts do not add up.
    private static let idleSeconds = 30

    private func setMethodAndBody(_ hop: Hop) -> String? {
        switch (hop.method, hop.request.body) {
        case ("GET", nil): set(CURLOPT_HTTPGET, 1)
        case ("HEAD", nil): set(CURLOPT_NOBODY, 1)
        case ("HEAD", _): return "HEAD has no body"
        case ("OPTIONS", nil), ("DELETE", nil):
            set(CURLOPT_HTTPGET, 1)
            set(CURLOPT_CUSTOMREQUEST, hop.method)
        case (let method, let body):
            set(CURLOPT_POST, 1)
            setBody(body ?? [])
            if method != "POST" { set(CURLOPT_CUSTOMREQUEST, method) }
        }
        return nil
    }

    private func setHeaders(_ hop: Hop) -> String? {
        guard !hop.request.userAgent.utf8.contains(where: Self.breaksLine) else {
            return "the user agent has a line break"
        }
        var lines: [String] = []
        for (name, value) in hop.headers {
            guard Self.isToken(name) else { return "\(name.debugDescription) is not a header name" }
            guard !value.utf8.contains(where: Self.breaksLine) else { return "\(name) has a line break" }
            lines.append(value.isEmpty ? name + ";" : name + ": " + value)
        }
        if hop.request.body != nil {
            // libcurl would wait for a 100, and name a form, where the caller did neither.
            lines.append("Expect:")
            let namesType = hop.headers.contains { HeaderFields.same($0.0.utf8, "content-type".utf8) }
            if !namesType { lines.append("Content-Type:") }
        }
        if !lines.isEmpty { setHeaders(lines) }
        return nil
    }

    private static func breaksLine(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A || byte == 0 }

    /// RFC 9110 section 5.6.2.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                byte > 0x20 && byte < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
            }
    }
}
