import Complaints
import Testing

@testable import Settings

/// `listen` and `log` of ombud.yaml.
struct ListenTests {
    @Test(
        arguments: [
            ("127.0.0.1:8377", ListenAddress.tcp(host: "127.0.0.1", port: 8377), true),
            ("[::1]:80", .tcp(host: "::1", port: 80), true),
            ("localhost:0", .tcp(host: "localhost", port: 0), true),
            ("0.0.0.0:8377", .tcp(host: "0.0.0.0", port: 8377), false),
            ("ombud.firm.pl:1", .tcp(host: "ombud.firm.pl", port: 1), false),
            ("unix:/run/ombud/http.sock", .unix(path: "/run/ombud/http.sock"), true),
        ] as [(String, ListenAddress, Bool)])
    func `an address is read, written as it was, and known to be of this machine or not`(
        text: String, address: ListenAddress, isLocal: Bool
    ) {
        #expect(ListenAddress(text) == address)
        #expect(address.description == text)
        #expect(address.isLocal == isLocal)
    }

    @Test(arguments: [
        "", "8377", ":8377", "host:", "host:http", "host:65536", "::1:80", "[1.2.3.4]:80", "a b:80",
        "unix:http.sock",
        "unix:/", "unix:/" + String(repeating: "x", count: 110), "http://127.0.0.1:80",
    ])
    func `what is no address is none`(text: String) {
        #expect(ListenAddress(text) == nil)
    }

    @Test func `an address that others reach is warned of, off opens none`() throws {
        let open = try ConfigFolder(["ombud.yaml": "listen: \"0.0.0.0:8377\"\n"]).load()
        #expect(open.warnings.contains { $0.description.contains("others on the network can reach") })
        let local = try ConfigFolder(["ombud.yaml": "listen: \"127.0.0.1:8377\"\n"]).load()
        #expect(!local.warnings.contains { $0.description.contains("listen") })
        for word in ["off", "none", "\"off\""] {
            #expect(try ConfigFolder(["ombud.yaml": "listen: \(word)\n"]).load().listen == nil)
        }
    }

    @Test func `the form of the log and its least level are chosen`() throws {
        #expect(try ConfigFolder(["ombud.yaml": "log:\n"]).load().log == LogSettings())
        let log = try ConfigFolder(["ombud.yaml": "log: { format: json, level: warning }\n"]).load().log
        #expect(log == LogSettings(format: .json, level: .warning))
        let faults = try ConfigFolder(["ombud.yaml": "log: { format: xml, colour: red }\n"]).faults()
        #expect(faults.contains { $0.contains("`format` is `xml`; logfmt, json or journal is wanted") })
        #expect(faults.contains { $0.contains("unknown key `colour`") })
    }
}
