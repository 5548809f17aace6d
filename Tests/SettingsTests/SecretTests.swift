import Complaints
import Foundation
import Testing

@testable import Settings

/// Signing keys: where they come from, what they must be, and that no message shows them.
struct SecretTests {
    private static let key = "whsec_" + Data(repeating: 7, count: 32).base64EncodedString()

    private func folder(_ secret: String) throws -> ConfigFolder {
        try ConfigFolder([
            "ombud.yaml":
                "endpoints:\n  - name: desk\n    url: https://desk.example/\n    secret: \(secret)\n"
        ])
    }

    @Test(arguments: [
        Faulty(
            "\"\"",
            "ombud.yaml:4:13: the secret of endpoint `desk` is empty; { file: PATH }, { credential: NAME } "
                + "or "
                + "{ env: NAME } is wanted"),
        Faulty("hunter2hunter2", "starts with neither `whsec_` nor `whsk_`"),
        Faulty("whsec_", "has nothing behind `whsec_`"),
        Faulty("whsec_hunter2!!", "has no valid base64 behind `whsec_`"),
        Faulty("whsec_aHVudGVyMg==", "has a key of 7 bytes; 24 to 64 are wanted"),
        Faulty("whsk_aHVudGVyMg==", "has an Ed25519 key of 7 bytes; a seed of 32 or a key of 64 is wanted"),
        Faulty("{ env: MISSING }", "the secret of endpoint `desk`: the environment has no MISSING; set it"),
        Faulty("{ file: desk.secret }", "desk.secret is not there"),
        Faulty(
            "{ credential: desk }", "systemd gave this process no credentials; add `LoadCredential=desk:PATH`"
        ),
        Faulty("{ credential: ../desk }", "`../desk` is a path; a credential is named without slashes"),
        Faulty("{ file: a, env: B }", "has `file` and `env`; one of file, credential or env is wanted"),
        Faulty("{}", "the secret of endpoint `desk` has no place; one of file, credential or env is wanted"),
        Faulty("[]", "`secret` is empty; endpoint `desk` needs at least one key, or none at all"),
        Faulty("[a]", "the secret of endpoint `desk` starts with neither `whsec_` nor `whsk_`"),
        Faulty("[[a]]", "the secret of endpoint `desk` is a list"),
        Faulty("[{ env: MISSING }]", "the environment has no MISSING"),
        Faulty("{ env: KEY, until: soon }", "`until` is `soon`; a day such as 2026-12-31, or a time"),
        Faulty("{ path: a }", "unknown key `path` in a secret; did you mean `file`?"),
    ])
    func `a secret that cannot be used is told without showing it`(_ faulty: Faulty) throws {
        let said = try folder(faulty.text).faults()
        #expect(said.contains { $0.contains(faulty.says[0]) }, "\(said)")
        #expect(said.allSatisfy { $0.hasPrefix("ombud.yaml:4:") })
        #expect(!said.joined().contains("hunter2") && !said.joined().contains("aHVudGVyMg"))
    }

    @Test(arguments: [24, 32, 64])
    func `keys of the right length are taken, with line ends around them left out`(length: Int) throws {
        let key = "whsec_" + Data(repeating: 1, count: length).base64EncodedString()
        let folder = try folder("{ file: desk.secret }")
        try folder.write("desk.secret", Data((key + "\r\n").utf8))
        #expect(try folder.load().endpoints.first?.keys == [Endpoint.Key(Secret(key))])
    }

    @Test func `a secret file that all can read is warned about`() throws {
        let folder = try folder("{ file: desk.secret }")
        try folder.write("desk.secret", Data(Self.key.utf8))
        let file = folder.url.appending(path: "desk.secret").path
        for (mode, isWarned) in [(0o644, true), (0o640, false)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
            let warnings = try folder.load().warnings
            #expect(
                warnings.contains { $0.message.hasSuffix("can be read by all; chmod 640 it") } == isWarned)
        }
    }

    @Test func `an Ed25519 seed is taken`() throws {
        let key = "whsk_" + Data(repeating: 1, count: 32).base64EncodedString()
        #expect(
            try folder("{ env: KEY }").load(environment: ["KEY": key]).endpoints.first?.keys.first?.secret
                .value == key)
    }

    @Test func `while one key replaces another, both are there, the old one until its time`() throws {
        let old = "whsk_" + Data(repeating: 1, count: 32).base64EncodedString()
        let environment = ["NEW": Self.key, "OLD": old]
        let folder = try folder("[{ env: NEW }, { env: OLD, until: 2026-12-31 }]")
        let keys = try #require(try folder.load(environment: environment).endpoints.first?.keys)
        #expect(keys.map(\.secret.value) == [Self.key, old])
        #expect(keys.map(\.until) == [nil, Instant(rfc3339: "2027-01-01T00:00:00Z")])
        let ended = try self.folder("[{ env: NEW, until: 2026-12-31 }, { env: OLD, until: 2026-12-31 }]")
        #expect(
            ended.faults(environment: environment).contains {
                $0.contains("every key of endpoint `desk` has an `until`")
            })
    }

    @Test func `a credential is read from the folder that systemd names`() throws {
        let folder = try folder("{ credential: desk }")
        try folder.write("credentials/desk", Data(Self.key.utf8))
        let environment = ["CREDENTIALS_DIRECTORY": folder.url.appending(path: "credentials").path]
        #expect(
            try folder.load(environment: environment).endpoints.first?.keys.first?.secret.value == Self.key)
        let other = try self.folder("{ credential: dask }").faults(environment: environment)
        #expect(
            other.first?.contains("there is no credential `dask`; add `LoadCredential=dask:PATH`") == true)
    }

    @Test func `a secret that this user cannot read is a warning for commands that send nothing`() throws {
        let folder = try folder("{ credential: desk }")
        let configuration = try folder.load(needsSecrets: false)
        #expect(configuration.endpoints.first?.keys.isEmpty == true)
        #expect(configuration.warnings.contains { $0.message.contains("LoadCredential=desk:PATH") })
    }

    @Test func `a check by hand does not miss the credentials that systemd gives the service`() throws {
        let folder = try folder("{ credential: desk }")
        let configuration = try loadConfiguration(folder: folder.url, environment: [:], isService: false)
        #expect(configuration.warnings.contains { $0.message.contains("LoadCredential=desk:PATH") })
        #expect(throws: Faults.self) { try loadConfiguration(folder: folder.url, environment: [:]) }
    }

    @Test func `a plain key works and is warned about`() throws {
        let configuration = try folder(Self.key).load()
        #expect(configuration.endpoints.first?.keys.first?.secret.value == Self.key)
        let warning = try #require(configuration.warnings.first { $0.line == 4 })
        #expect(warning.message.contains("stands in the file for all to read; move it to { file: PATH }"))
        #expect(!"\(configuration)".contains(Self.key))
    }

    @Test func `an endpoint without a key is warned about, one that is off needs none`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": """
            endpoints:
              - { name: plain, url: "https://plain.example/" }
              - { name: off, url: "https://off.example/", secret: { credential: off }, enabled: false }
            """
        ])
        let configuration = try folder.load()
        #expect(configuration.endpoints.map(\.isEnabled) == [true, false])
        #expect(
            configuration.warnings.filter { $0.file.hasSuffix("ombud.yaml") }.map(\.message) == [
                "endpoint `plain` has no `secret`; its alerts go out unsigned"
            ])
    }

    @Test(arguments: ["http://localhost/", "http://127.0.0.5:80/", "http://[::1]:8080/x"])
    func `http to this machine is right`(url: String) throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "endpoints: [{ name: a, url: \"\(url)\", allow-private: true }]"
        ])
        #expect(folder.faults() == [])
    }

    @Test(arguments: ["http://127.0.0.1.example/", "http://10.0.0.1/", "http://localhost.example/"])
    func `http to another machine needs insecure`(url: String) throws {
        let text = "name: a, url: \"\(url)\", allow-private: true"
        #expect(try ConfigFolder(["ombud.yaml": "endpoints: [{ \(text) }]"]).faults().count == 1)
        #expect(try ConfigFolder(["ombud.yaml": "endpoints: [{ \(text), insecure: true }]"]).faults() == [])
    }
}
