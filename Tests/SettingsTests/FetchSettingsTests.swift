import Complaints
import Foundation
import Testing

@testable import Settings

/// How a source is fetched: ombud.yaml first, then the source's own words.
struct FetchSettingsTests {
    private let agent = "user-agent: \"Desk (desk@acme.example)\"\n"

    @Test func `every key of fetch arrives`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": """
            fetch:
              timeout: 1s
              connect-timeout: 2s
              first-byte: 3s
              low-speed: { bytes: 1kB, for: 4s }
              max-bytes: 5MB
              max-headers: 6kB
              max-redirects: 0
              max-depth: 7
              max-links: 8
              headers: { Accept-Language: pl, X-Key: { env: KEY } }
              auth: { basic: { user: ola, password: { file: password } } }
              cookies: true
              proxy: { env: PROXY }
              ca: ca.pem
              certificate: { file: ca.pem, key: keys/a.key, password: { env: KEY } }
              ip: 6
            """,
            "password": "open sesame\n", "ca.pem": "-----BEGIN CERTIFICATE-----",
            "keys/a.key": "-----BEGIN RSA PRIVATE KEY-----",
        ])
        let proxy = "socks5h://me:pw@[fd00::1]:1080/"
        let options = try folder.load(environment: ["KEY": "k", "PROXY": proxy]).fetch.options
        let path = folder.url.standardizedFileURL.path
        let limits = FetchLimits(
            total: .seconds(1), connect: .seconds(2), firstByte: .seconds(3), leastSpeed: 1000,
            slowFor: .seconds(4), pageBytes: 5_000_000, headerBytes: 6000, redirects: 0, depth: 7, links: 8)
        #expect(
            options
                == FetchOptions(
                    headers: [
                        .init(name: "Accept-Language", value: Secret("pl")),
                        .init(name: "X-Key", value: Secret("k")),
                    ],
                    authorization: .basic(user: "ola", password: Secret("open sesame")), keepsCookies: true,
                    proxy: Secret(proxy), authorities: path + "/ca.pem",
                    certificate: .init(
                        certificate: path + "/ca.pem", key: path + "/keys/a.key", password: Secret("k")),
                    family: .ipv6, limits: limits))
    }

    @Test func `a source's fetch wins over that of ombud.yaml, header by header`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": agent + """
                fetch:
                  timeout: 9s
                  headers: { Accept-Language: pl, X-One: "1" }
                  auth: { bearer: { env: TOKEN } }
                  proxy: "http://proxy.example:3128"
                  low-speed: 0
                """,
            "render": "#!/bin/sh\n",
            "watchlists/a.yaml": """
            subject: Acme
            sources:
              - { name: plain, url: "https://a.example/", every: 1h }
              - name: own
                url: https://b.example/
                every: 1h
                fetch: &own
                  max-bytes: 1MB
                  headers: { accept-language: en, X-Two: "2" }
                  auth: none
                  proxy: none
              - { name: same, url: "https://c.example/", every: 1h, fetch: *own }
              - { name: rendered, url: "https://d.example/", every: 1h, fetch: { command: [render, -q], ip: 4 } }
              - { name: other, url: "https://e.example/", every: 1h, fetch: { headers: { Authorization: x } } }
            """,
        ])
        let sources = try folder.load(environment: ["TOKEN": "t"]).sources
        let common = FetchOptions(
            headers: [
                .init(name: "Accept-Language", value: Secret("pl")),
                .init(name: "X-One", value: Secret("1")),
            ],
            authorization: .bearer(Secret("t")), proxy: Secret("http://proxy.example:3128"),
            limits: FetchLimits(total: .seconds(9), leastSpeed: 0))
        #expect(sources[0].fetch == common)
        var own = common
        own.headers[0] = .init(name: "accept-language", value: Secret("en"))
        own.headers.append(.init(name: "X-Two", value: Secret("2")))
        own.authorization = nil
        own.proxy = nil
        own.limits.pageBytes = 1_000_000
        #expect(sources[1].fetch == own && sources[2].fetch == own)
        #expect(sources[3].fetch.command == [folder.url.standardizedFileURL.path + "/render", "-q"])
        #expect(sources[3].fetch.family == .ipv4)
        #expect(
            sources[4].fetch.authorization == nil && sources[4].fetch.headers.last?.name == "Authorization")
    }

    @Test func `a source made in code is fetched as the settings say`() {
        let quick = FetchSettings(timeout: .seconds(5), perHostAtMost: 4, perHostDelay: .zero)
        let plain = Source(id: "a", subject: "A", url: "https://a.example/", every: PollInterval(.seconds(1)))
        var own = plain
        own.fetch.keepsCookies = true
        let configuration = Configuration(
            folder: URL(fileURLWithPath: "/"), instance: "urn:x", fetch: quick,
            watchlists: [Watchlist(subject: "A", terms: [Term("A")], sources: [plain, own])])
        #expect(configuration.sources.map(\.fetch.limits.total) == [.seconds(5), .seconds(30)])
    }

    @Test func `a source whose secret this user cannot read is known`() throws {
        let list = """
            subject: Acme
            sources:
              - { name: open, url: "https://a.example/", every: 1h }
              - { name: locked, url: "https://b.example/", every: 1h, fetch: { auth: { bearer: { file: t } } } }
              - { name: off, url: "https://c.example/", every: 1h, enabled: false, fetch: { proxy: { env: P } } }
            """
        let folder = try ConfigFolder(["ombud.yaml": agent, "watchlists/a.yaml": list])
        #expect(folder.faults().count == 1)
        let loaded = try folder.load(needsSecrets: false)
        #expect(loaded.lackingSecrets == ["locked"])
        #expect(loaded.warnings.map(\.message).filter { $0.hasSuffix("is not there") }.count == 1)
        try folder.write("ombud.yaml", Data((agent + "fetch: { proxy: { env: P } }").utf8))
        #expect(try folder.load(needsSecrets: false).lackingSecrets == ["open", "locked"])
        try folder.write("t", Data("token".utf8))
        #expect(try folder.load(environment: ["P": "http://p.example:1"]).lackingSecrets == [])
    }

    @Test(arguments: [
        ("", "sqlite:data/o.db", "data/evidence", 1_000_000_000),
        ("evidence:\n", "sqlite:/x/o.db", "/x/evidence", 1_000_000_000),
        ("evidence: { folder: kept, max-file: 5MB }", "sqlite::memory:", "kept", 5_000_000),
        ("", "sqlite::memory:", nil, 0), ("evidence: { enabled: false }", "sqlite:/x/o.db", nil, 0),
        ("", "postgres://h/db", "/var/lib/ombud/evidence", 1_000_000_000),
    ])
    func `evidence lies beside the store`(text: String, store: String, path: String?, bytes: Int) throws {
        let folder = try ConfigFolder(["ombud.yaml": "store: \"\(store)\"\n\(text)"])
        let wanted = path.map {
            EvidenceSettings(folder: Files.url($0, from: folder.url).path, mostBytes: bytes)
        }
        #expect(try folder.load().evidence == wanted)
    }

    @Test func `evidence follows the store that a command names`() throws {
        let folder = try ConfigFolder(["ombud.yaml": "store: \"sqlite:/x/o.db\""])
        #expect(try folder.load(store: "sqlite:/y/o.db").evidence?.folder == "/y/evidence")
        #expect(try folder.load(store: "sqlite::memory:").evidence == nil)
    }

    @Test(arguments: [
        ("https://www.shop.pl/opinie", false), ("http://93.184.216.34/", false),
        ("http://127.0.0.1:8080/", true), ("http://localhost/", true), ("https://reviews.example/acme", true),
        ("https://www.example.com/", true), ("http://10.1.2.3/", true), ("http://intranet/", true),
    ])
    func `a check by hand insists on a contact where others' sites are polled`(
        url: String, passes: Bool
    ) throws {
        let list = "subject: A\nsources: [{ name: a, url: \"\(url)\", every: 1h }]"
        let example = "user-agent: \"Ombud/1.0 (+https://example.org/contact)\""
        let folder = try ConfigFolder(["ombud.yaml": "# new\n" + example, "watchlists/a.yaml": list])
        let said =
            "ombud.yaml:2:13: `user-agent` still names example.org; put a contact of yours in its place"
        #expect(folder.faults(isService: false) == (passes ? [] : [said]))
        // The daemon starts all the same.
        #expect(try folder.load().warnings.map { folder.shown($0) } == [said])
        try folder.write("ombud.yaml", Data(agent.utf8))
        #expect(folder.faults(isService: false) == [])
    }
}
