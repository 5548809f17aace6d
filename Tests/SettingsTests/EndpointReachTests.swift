import Testing

@testable import Settings

/// Addresses of endpoints that nothing could ever be delivered to.
struct EndpointReachTests {
    private func faults(_ endpoint: String, fetch: String = "") throws -> [String] {
        try ConfigFolder(["ombud.yaml": "endpoints:\n  - \(endpoint)\n\(fetch)"]).faults()
    }

    private static let loopback =
        "a loopback address; open it with `allow-private: true` at the endpoint `a` if that is meant"

    @Test(arguments: [
        ("http://127.0.0.1:8080/x", loopback), ("http://localhost/", loopback), ("https://[::1]/", loopback),
        ("https://desk.localhost./", loopback), ("https://[::ffff:127.0.0.1]/", loopback),
        (
            "https://10.1.2.3/",
            "a private address; open it with `allow-private: true` at the endpoint `a` if that is meant"
        ),
        ("https://169.254.169.254/latest", "a cloud metadata address; such addresses are never opened"),
        ("https://[fe80::1]/", "a link-local address; such addresses are never opened"),
    ])
    func `an address that nothing opened is a fault at its place`(url: String, why: String) throws {
        #expect(
            try faults("{ name: a, url: \"\(url)\" }") == [
                "ombud.yaml:2:21: nothing can be delivered to endpoint `a`: its address is \(why)"
            ])
    }

    @Test func `mail is held to the same`() throws {
        let mail = "name: a, format: email, url: \"smtp://10.0.0.5:25\", from: a@a.example, to: b@a.example"
        #expect(try faults("{ \(mail) }").count == 1)
        #expect(try faults("{ \(mail), allow-private: true }") == [])
        #expect(try faults("{ \(mail) }", fetch: "fetch: { allow-private: [10.0.0.0/8] }") == [])
    }

    @Test(arguments: [
        ("{ name: a, url: \"http://127.0.0.1/\", allow-private: true }", ""),
        ("{ name: a, url: \"http://127.0.0.1/\" }", "fetch: { allow-private: true }"),
        ("{ name: a, url: \"http://127.0.0.1/\" }", "fetch: { allow-private: [127.0.0.0/8] }"),
        ("{ name: a, url: \"http://127.0.0.1/\", enabled: false }", ""),
        ("{ name: a, url: \"https://desk.example/\" }", ""), ("{ name: a, url: \"https://192.0.2.1/\" }", ""),
        ("{ name: a, format: command, command: [/bin/cat] }", ""),
    ])
    func `what is open, off, or a name is none`(endpoint: String, fetch: String) throws {
        #expect(try faults(endpoint, fetch: fetch) == [])
    }

    @Test func `what is never opened stays closed`() throws {
        let found = try faults(
            "{ name: a, url: \"http://169.254.169.254/\", insecure: true, allow-private: true }",
            fetch: "fetch: { allow-private: [169.254.0.0/16] }")
        #expect(found.count == 1 && found[0].hasSuffix("such addresses are never opened"))
    }

    @Test func `the address itself, which may be a secret, is not told`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "endpoints:\n  - { name: a, format: slack, url: { file: url } }\n",
            "url": "https://127.0.0.1/T0K3N",
        ])
        #expect(folder.faults().count == 1 && !folder.faults()[0].contains("T0K3N"))
    }
}
