import Complaints
import Foundation
import Testing

@testable import Settings

/// What a person reads who mistyped `ombud.yaml`.
struct RootFaultTests {
    @Test(arguments: [
        Faulty(
            "incidents: rarely",
            "ombud.yaml:1:12: `incidents` is `rarely`; off, on, or a map such as `{ at-least: 8 }` is wanted"),
        Faulty(
            "incidents: { at-least: 1 }",
            "ombud.yaml:1:24: `at-least` is `1`; a whole number from 3 to 10000 is wanted"),
        Faulty("strore: x", "ombud.yaml:1:1: unknown key `strore` in ombud.yaml; did you mean `store`?"),
        Faulty(
            "user_agent: x",
            "ombud.yaml:1:1: unknown key `user_agent` in ombud.yaml; did you mean `user-agent`?"),
        Faulty(
            "store: /var/lib/x.db",
            "ombud.yaml:1:8: the store is `/var/lib/x.db`; sqlite:PATH or a postgres:// URL is wanted; did "
                + "you mean "
                + "`sqlite:/var/lib/x.db`?"),
        Faulty(
            "store: mysql://x",
            "ombud.yaml:1:8: the store is `mysql://x`; sqlite:PATH or a postgres:// URL is wanted"),
        Faulty(
            "listen: 8377",
            "ombud.yaml:1:9: `listen` is `8377`; HOST:PORT such as 127.0.0.1:8377, or unix:/PATH, is wanted"),
        Faulty(
            "threshold: 65",
            "ombud.yaml:1:12: `threshold` is `65`; a number above 0 and below 1, such as 0.6, is wanted; did "
                + "you mean `0.65`?"),
        Faulty(
            "threshold: 65%",
            "ombud.yaml:1:12: `threshold` is `65%`; a number above 0 and below 1, such as 0.6, is wanted; did "
                + "you mean `0.65`?"),
        Faulty(
            "threshold: 0",
            "ombud.yaml:1:12: `threshold` is `0`; a number above 0 and below 1, such as 0.6, is wanted"),
        Faulty(
            "threshold: nan",
            "ombud.yaml:1:12: `threshold` is `nan`; a number above 0 and below 1, such as 0.6, is wanted"),
        Faulty(
            "instance: desk",
            "ombud.yaml:1:11: `instance` is `desk`; an absolute URI such as https://example.org/ombud is "
                + "wanted"
        ),
        Faulty(
            "user-agent: Ombud/1.0",
            "ombud.yaml:1:13: `user-agent` is `Ombud/1.0`, without a contact; add a URL or an e-mail "
                + "address, such as "
                + "`(+https://example.org/contact)`"),
        Faulty(
            "user-agent: Żuk (+https://a.example/)",
            "ombud.yaml:1:13: `user-agent` holds characters that HTTP forbids; plain ASCII on one line is "
                + "wanted"
        ),
        Faulty(
            "fetch: { timeout: 0s, max-bytes: much, per-host: { max: 2, delay: -1s } }",
            "ombud.yaml:1:19: `timeout` is 0s; more than nothing is wanted, such as 30s",
            "ombud.yaml:1:34: `max-bytes` is `much`; a size such as 10MB is wanted (B, kB, MB, GB)",
            "ombud.yaml:1:52: unknown key `max` in `per-host`; did you mean `at-most`?",
            "ombud.yaml:1:67: `delay` is `-1s`; a duration such as 1s is wanted (ms, s, m, h, d)"),
        Faulty(
            "fetch: { allow-private: [10.0.0.0/8, 10.0.0.0/99] }",
            "ombud.yaml:1:38: `10.0.0.0/99` is no range of addresses; CIDR such as 10.0.0.0/8 or fd00::/8 "
                + "is wanted"
        ),
        Faulty(
            "fetch: { allow-private: maybe }",
            "ombud.yaml:1:25: `allow-private` is `maybe`; true or false is wanted"),
        Faulty(
            "endpoints: desk", "ombud.yaml:1:12: `endpoints` is a single value; a list of endpoints is wanted"
        ),
        Faulty(
            "endpoints:\n  - { name: desk, url: \"http://desk.example/hook\" }",
            "ombud.yaml:2:24: endpoint `desk` is sent to in the clear; https is wanted, or `insecure: "
                + "true` beside it"
        ),
        Faulty(
            "endpoints:\n  - { name: desk, url: \"https://a.example/\" }\n  - { name: desk, url: "
                + "\"https://b.example/\" }",
            "ombud.yaml:3:13: the endpoint `desk` is given twice, first on line 2; rename one"),
        Faulty(
            "endpoints:\n  - { name: desk, url: \"https://a.example/\", retry: [5s, later], secrets: x }",
            "ombud.yaml:2:58: an entry of `retry` is `later`; a duration such as 5m is wanted (ms, s, m, "
                + "h, d)",
            "ombud.yaml:2:66: unknown key `secrets` in an endpoint; did you mean `secret`?"),
        Faulty(
            "endpoints:\n  - { name: desk, url: \"https://a.example/\" }\nroutes:\n  - { types: "
                + "[ombud.case.open], to: [dsek] }",
            "ombud.yaml:4:15: `ombud.case.open` takes no event; a type such as ombud.case.opened, or its "
                + "beginning and "
                + "`*`, is wanted; did you mean `ombud.case.opened`?",
            "ombud.yaml:4:38: there is no endpoint `dsek`; known are `desk`; did you mean `desk`?"),
        Faulty(
            "routes:\n  - { types: [\"ombud.cases.*\"], to: [desk] }",
            "ombud.yaml:2:15: `ombud.cases.*` takes no event; a type such as ombud.case.opened, or its "
                + "beginning and "
                + "`*`, is wanted; did you mean `ombud.case.*`?",
            "ombud.yaml:2:38: there is no endpoint `desk`; name one under `endpoints`"),
        Faulty(
            "routes:\n  - { types: [*], to: [] }",
            "ombud.yaml:2:15: `*` stands for what `&` marks, which is nowhere above; for the text itself "
                + "write \"*\" in "
                + "quotes",
            "ombud.yaml:2:15: an entry of `types` is empty; text is wanted",
            "ombud.yaml:2:23: `to` is empty; the route takes nothing or leads nowhere without endpoints"),
    ])
    func `a faulty ombud.yaml is told with its place and its remedy`(_ faulty: Faulty) throws {
        let folder = try ConfigFolder(["ombud.yaml": faulty.text])
        #expect(folder.faults() == faulty.says)
    }

    @Test func `a missing ombud.yaml is a fault at its start, and the other files are checked all the same`()
        throws
    {
        let folder = try ConfigFolder(["policies/p.yaml": "clocks: 5", "watchlists/a.yaml": "subject: []"])
        #expect(
            folder.faults() == [
                "ombud.yaml:1:1: there is no such file; a config folder holds ombud.yaml, and --config "
                    + "names another "
                    + "folder",
                "policies/p.yaml:1:9: `clocks` is a single value; a list of clocks is wanted",
                "watchlists/a.yaml:1:1: a watchlist without `sources`; a list of the places to poll is "
                    + "wanted",
                "watchlists/a.yaml:1:10: `subject` is a list; a name is wanted",
            ])
    }

    @Test func `a folder in place of a file is a fault`() throws {
        let folder = try ConfigFolder(["ombud.yaml/x": "", "policies/p.yaml/x": ""])
        #expect(
            folder.faults() == [
                "ombud.yaml:1:1: the file is a folder; a file is wanted",
                "policies/p.yaml:1:1: the file is a folder; a file is wanted",
            ])
    }

    @Test func `a pipe in place of a file is a fault, not a wait`() throws {
        let folder = try ConfigFolder(["ombud.yaml": ""])
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "policies"), withIntermediateDirectories: true)
        #expect(mkfifo(folder.url.appending(path: "policies/p.yaml").path, 0o600) == 0)
        #expect(folder.faults() == ["policies/p.yaml:1:1: the file is no regular file"])
    }

    @Test func `the faults of all files come together, sorted by file, line and column`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "listen: x\nstore: y\nbogus: z\n",
            "calendars/c.yaml": "zone: X\nhours: {}\n",
            "policies/b.yaml": "clocks: []\n", "policies/a.yaml": "clocks: []\nname: [x]\n",
            "watchlists/sites/s.yaml": "text: p\n",
            "watchlists/z.yaml": "subject: A\nsources: [{url: x, name: y, every: z}]\n",
        ])
        let places = folder.faults().map { $0.split(separator: " ")[0] }
        #expect(
            places == [
                "calendars/c.yaml:1:7:", "ombud.yaml:1:9:", "ombud.yaml:2:8:", "ombud.yaml:3:1:",
                "policies/a.yaml:1:9:", "policies/a.yaml:2:7:", "policies/b.yaml:1:9:",
                "watchlists/sites/s.yaml:1:1:", "watchlists/z.yaml:2:17:", "watchlists/z.yaml:2:36:",
            ])
    }

    @Test func `a store that a command names is checked too`() throws {
        let folder = try ConfigFolder(["ombud.yaml": ""])
        #expect(
            folder.faults(store: "redis:x") == [
                "--store: the store is `redis:x`; sqlite:PATH or a postgres:// URL is wanted"
            ])
        #expect(try folder.load(store: "sqlite:/tmp/o.db").store == .sqlite(path: "/tmp/o.db"))
        #expect(try folder.load(store: "postgres://u:secret@h/db").store.description == "postgres://u@h/db")
    }

    @Test func `a watchlist folder that is not there is a fault where it is named`() throws {
        let folder = try ConfigFolder(["ombud.yaml": "store: \"sqlite:x.db\"\nwatchlists: ../lists\n"])
        let said = folder.faults()
        #expect(said.count == 1)
        #expect(said.first?.hasPrefix("ombud.yaml:2:13: there is no folder ") == true)
    }
}
