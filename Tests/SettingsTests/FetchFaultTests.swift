import Complaints
import Foundation
import Testing

@testable import Settings

/// What a person reads who mistyped how pages are fetched.
struct FetchFaultTests {
    @Test(arguments: [
        Faulty(
            "fetch: { max-redirects: 21, ip: ipv6, low-speed: { bytes: few, for: 0s } }",
            "ombud.yaml:1:25: `max-redirects` is `21`; a whole number from 0 to 20 is wanted",
            "ombud.yaml:1:33: `ip` is `ipv6`; any, 4 or 6 is wanted; did you mean `6`?",
            "ombud.yaml:1:59: `bytes` is `few`; a size such as 100 is wanted (B, kB, MB, GB)",
            "ombud.yaml:1:69: `for` is 0s; more than nothing is wanted, such as 15s"),
        Faulty(
            "fetch: { ttfb: 3s, header: {}, command: [x], user-agent: me }",
            "ombud.yaml:1:10: unknown key `ttfb` in `fetch`; did you mean `first-byte`?",
            "ombud.yaml:1:20: unknown key `header` in `fetch`; did you mean `headers`?",
            "ombud.yaml:1:32: unknown key `command` in `fetch`; a source has it in its own `fetch`",
            "ombud.yaml:1:46: unknown key `user-agent` in `fetch`; it stands beside `fetch`"),
        Faulty(
            "fetch: { headers: { Host: a.example, Cookie: x, \"Two words\": y, X-Note: żuk } }",
            "ombud.yaml:1:21: the header `Host` cannot be set here; it follows from `url`",
            "ombud.yaml:1:38: the header `Cookie` cannot be set here; `cookies: true` keeps those that the "
                + "site sets",
            "ombud.yaml:1:49: the header `Two words` has a name that HTTP forbids; letters, digits and `-` "
                + "are wanted",
            "ombud.yaml:1:73: the header `X-Note` holds characters that HTTP forbids; plain ASCII on one "
                + "line is wanted"),
        Faulty(
            "fetch:\n  headers:\n    Content-Length: 5\n    Transfer-Encoding: x\n    Connection: close\n"
                + "    Accept: a\n    accept: b\n    X-Empty:",
            "ombud.yaml:3:5: the header `Content-Length` cannot be set here; a request for a page has no body",
            "ombud.yaml:4:5: the header `Transfer-Encoding` cannot be set here; a request for a page has no "
                + "body",
            "ombud.yaml:5:5: the header `Connection` cannot be set here; the connection sets it as it needs",
            "ombud.yaml:7:5: the header `accept` is given twice, first on line 6; keep one",
            "ombud.yaml:8:5: the header `X-Empty` is empty; text, { file: PATH }, { credential: NAME } or "
                + "{ env: NAME } is wanted"),
        Faulty(
            "fetch: { headers: [Accept] }",
            "ombud.yaml:1:19: `headers` is a list; a map such as { Accept-Language: pl } is wanted"),
        Faulty(
            "fetch: { auth: { bearer: Bearer abc } }",
            "ombud.yaml:1:26: the token of `bearer` starts with `Bearer`; the token alone is wanted"),
        Faulty(
            "fetch: { auth: {} }",
            "ombud.yaml:1:16: `auth` says nothing; one of `basic` and `bearer` is wanted"),
        Faulty(
            "fetch: { auth: { basic: { username: ola } } }",
            "ombud.yaml:1:25: `basic` without `password`; { file: PATH }, { credential: NAME } or { env: "
                + "NAME } is wanted",
            "ombud.yaml:1:25: `basic` without `user`; the name to log in with is wanted",
            "ombud.yaml:1:27: unknown key `username` in `basic`; did you mean `user`?"),
        Faulty(
            "fetch: { auth: { basic: { user: \"o:la\", password: { env: NOTHING } } } }",
            "ombud.yaml:1:33: `user` holds a colon, which ends the name in HTTP; a name has none",
            "ombud.yaml:1:58: the password of `basic`: the environment has no NOTHING; set it"),
        Faulty(
            "fetch: { headers: { Authorization: x }, auth: { bearer: y } }",
            "ombud.yaml:1:47: `auth` and the header `Authorization` say the same thing twice; keep one"),
        Faulty(
            "fetch: { proxy: \"proxy.example:3128\" }",
            "ombud.yaml:1:17: the proxy has no scheme; an address such as http://proxy.example:3128 is wanted "
                + "(http, https, socks5, socks5h)"),
        Faulty(
            "fetch: { proxy: \"ftp://me:hunter2@proxy.example\" }",
            "ombud.yaml:1:17: the proxy has a scheme that is not known; http, https, socks5 or socks5h is "
                + "wanted, such as http://proxy.example:3128"),
        Faulty(
            "fetch: { proxy: \"http://proxy.example\" }",
            "ombud.yaml:1:17: the proxy has no port; one is wanted, such as http://proxy.example:3128"),
        Faulty(
            "fetch: { proxy: \"http://proxy.example:3128/path\" }",
            "ombud.yaml:1:17: the proxy is no address of a machine; scheme, host and port are wanted, such as "
                + "http://proxy.example:3128"),
        Faulty(
            "fetch: { certificate: { key: a.key } }",
            "ombud.yaml:1:23: `certificate` without `file`; the path of a PEM file with the certificate is "
                + "wanted"),
        Faulty(
            "store: \"sqlite::memory:\"\nevidence: { enabled: true, max-file: big }",
            "ombud.yaml:2:22: the store keeps nothing, so evidence has no place; name a `folder`",
            "ombud.yaml:2:38: `max-file` is `big`; a size such as 1GB is wanted (B, kB, MB, GB)"),
    ])
    func `a faulty fetch is told with its place and its remedy`(_ faulty: Faulty) throws {
        let said = try ConfigFolder(["ombud.yaml": faulty.text]).faults()
        #expect(said == faulty.says)
        #expect(!said.joined().contains("hunter2"))
    }

    @Test(arguments: [
        ("ca: ca.pem", "ombud.yaml:1:14: `ca` is FOLDER/ca.pem, which is not there"),
        (
            "ca: empty",
            "ombud.yaml:1:14: `ca` is FOLDER/empty, which holds no certificate; a PEM file is wanted"
        ),
        (
            "certificate: { file: pair.pem, key: empty }",
            "ombud.yaml:1:46: `key` is FOLDER/empty, which holds no private key; a PEM file is wanted"
        ),
        (
            "certificate: { file: alone.pem }",
            "ombud.yaml:1:31: `file` is FOLDER/alone.pem, which holds no private key; a PEM file is wanted"
        ),
        (
            "certificate: { file: locked.pem }",
            "ombud.yaml:1:31: the key in FOLDER/locked.pem is encrypted; give its `password`"
        ),
    ])
    func `files of certificates are looked into`(text: String, says: String) throws {
        let folder = try ConfigFolder(["ombud.yaml": "fetch: { \(text) }", "empty": " "])
        let certificate = "-----BEGIN CERTIFICATE-----\n"
        try folder.write("alone.pem", Data(certificate.utf8))
        try folder.write("pair.pem", Data((certificate + "-----BEGIN PRIVATE KEY-----\n").utf8))
        try folder.write("locked.pem", Data((certificate + "-----BEGIN ENCRYPTED PRIVATE KEY-----\n").utf8))
        let path = folder.url.standardizedFileURL.path
        let said = folder.faults().map { $0.replacingOccurrences(of: path + "/", with: "") }
        #expect(said == [says.replacingOccurrences(of: "FOLDER/", with: "")])
        try folder.write("ombud.yaml", Data("fetch: { ca: alone.pem, certificate: { file: pair.pem } }".utf8))
        #expect(folder.faults() == [])
    }

    @Test func `a source's command is a list, and its program is looked for`() throws {
        for (text, says) in [
            (
                "render",
                "`command` is a single value; a list of a program and its arguments, such as "
                    + "[\"/usr/local/bin/render\", \"--html\"], is wanted"
            ),
            (
                "[]",
                "`command` is empty; a program and its arguments, such as [\"/usr/local/bin/render\", "
                    + "\"--html\"], are wanted"
            ),
        ] {
            let list = watchlist(source: "fetch: { command: \(text), per-host: {} }")
            let folder = try ConfigFolder(["ombud.yaml": "", "watchlists/a.yaml": list])
            let column = text == "[]" ? 27 : 31
            #expect(
                folder.faults() == [
                    "watchlists/a.yaml:6:23: \(says)",
                    "watchlists/a.yaml:6:\(column): unknown key `per-host` in a source's `fetch`; ombud.yaml "
                        + "has it in its `fetch`, for all sources of a host",
                ])
        }
    }

    @Test func `what does nothing, and what others can read, is warned about`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": """
            user-agent: "Desk (desk@acme.example)"
            fetch: { auth: { bearer: abc }, headers: { X-Key: def }, proxy: "http://me:pw@p.example:80" }
            """,
            "render": "#!/bin/sh\n",
            "watchlists/a.yaml": """
            subject: Acme
            sources:
              - { name: a, url: "https://a.example/", every: 1h, fetch: { command: [none], cookies: true, ip: 4 } }
              - { name: b, url: "http://b.example/", every: 1h, fetch: { command: [render] } }
              - { name: c, url: "http://127.0.0.1/", every: 1h, blind-after: 5m, follow: "/reviews/*" }
            """,
        ])
        let path = folder.url.standardizedFileURL.path
        let said = try folder.load().warnings.map {
            folder.shown($0).replacingOccurrences(of: path + "/", with: "")
        }
        #expect(
            said == [
                "ombud.yaml:2:16: `auth` is sent to every site that is polled; put it into the `fetch` of the "
                    + "sources that it is for",
                "ombud.yaml:2:26: the token of `bearer` stands in the file for all to read; move it to { file: "
                    + "PATH }",
                "ombud.yaml:2:42: `headers` is sent to every site that is polled; put it into the `fetch` of "
                    + "the sources that it is for",
                "ombud.yaml:2:51: the header `X-Key` stands in the file for all to read; move it to { file: "
                    + "PATH }",
                "ombud.yaml:2:65: the proxy stands in the file for all to read; move it to { file: PATH }",
                "watchlists/a.yaml:3:72: `cookies` and `ip` do nothing beside `command`; its program asks for "
                    + "the page",
                "watchlists/a.yaml:3:73: there is no program none; install it, or name another by its path",
                "watchlists/a.yaml:4:21: `url` is http: its credentials go out for all on the way to read; "
                    + "https is wanted",
                "watchlists/a.yaml:4:72: render cannot be run by this user; chmod 755 it",
                "watchlists/a.yaml:5:66: `blind-after` is 5m, but 1h may lie between two visits; the source is "
                    + "blind in between",
                "watchlists/a.yaml:5:78: `follow` is `/reviews/*`, an XPath; for a pattern of addresses write "
                    + "{ match: \"/reviews/*\" }",
            ])
    }
}
