import Complaints
import Foundation
import TestSupport
import Testing

@testable import Settings

@Suite struct RouteSettingsTests {
    private func load(_ routes: String, endpoints: String = "") throws -> Configuration {
        let folder = try ConfigFolder([
            "ombud.yaml": """
            endpoints:
              - { name: desk, url: "https://a.example/" }
              - { name: boss, url: "https://b.example/" }
            \(endpoints)
            routes:
            \(routes)
            """,
            "watchlists/acme.yaml": watchlist("subject: Acme"),
        ])
        return try folder.load()
    }

    @Test func `every condition arrives, one value or a list`() throws {
        let route = try #require(
            try load(
                """
                  - types: "ombud.case.*"
                    subject: [Acme, "Ze*"]
                    source: acme-opinions
                    policy: default
                    topic: [delivery, refund]
                    urgency: { from: normal }
                    language: [pl, pt-BR]
                    owner: [nobody, "ann*"]
                    reach: 10
                    legal: true
                    to: [desk]
                    continue: true
                """
            ).routes.first)
        #expect(route.types == [Glob("ombud.case.*")] && route.subjects == [Glob("Acme"), Glob("Ze*")])
        #expect(route.sources == [Glob("acme-opinions")] && route.policies == [Glob("default")])
        #expect(route.topics == [Glob("delivery"), Glob("refund")] && route.urgencies == [.normal, .high])
        #expect(route.languages == ["pl", "pt-BR"] && route.owners == [.nobody, .named(Glob("ann*"))])
        #expect(route.reach == 10...Int.max && route.isLegal == true && route.continues)
    }

    @Test func `urgency and reach take ranges`() throws {
        let routes = try load(
            """
              - { urgency: high, reach: { from: 2, to: 9 }, to: desk }
              - { urgency: [low, normal], reach: { to: 1 }, to: desk }
              - { urgency: { to: normal }, to: [boss] }
            """
        ).routes
        #expect(routes.map(\.urgencies) == [[.high], [.low, .normal], [.low, .normal]])
        #expect(routes.map(\.reach) == [2...9, 1...1, nil])
    }

    @Test(arguments: [
        ("{ urgency: urgent, to: desk }", "`urgent` is no urgency"),
        ("{ urgency: { from: high, to: low }, to: desk }", "`from` is above `to`"),
        ("{ topic: deliverys, to: desk }", "`deliverys` is none of the topics"),
        ("{ policy: nope, to: desk }", "`nope` is none of the names of policies"),
        ("{ reach: 0, to: desk }", "`reach` is `0`"),
        ("{ language: polish, to: desk }", "`polish` is no language tag"),
        ("{ types: [ombud.*] }", "a route without `to`"),
        ("{ subjects: Acme, to: desk }", "did you mean `subject`?"),
        ("{ legal: perhaps, to: desk }", "`legal` is `perhaps`"),
        ("{ to: dsek }", "there is no endpoint `dsek`"), ("{ subject: [], to: desk }", "`subject` is empty"),
    ])
    func `what cannot be meant is a fault that says what is`(route: String, said: String) throws {
        do {
            _ = try load("  - \(route)")
            Issue.record("no fault for \(route)")
        } catch let error as Faults {
            #expect(error.faults.contains { $0.message.contains(said) }, "\(error)")
        }
    }

    @Test func `a route that nothing reaches is a warning at its place; so are types that go nowhere`() throws
    {
        let warnings = try load(
            "  - { types: [\"ombud.case.*\"], to: desk }\n  - { types: ombud.case.opened, urgency: high, to: boss }"
        ).warnings
        let told = warnings.map(\.message)
        #expect(told.contains { $0.hasPrefix("route 2 is never reached: route 1 before it takes all") })
        #expect(warnings.contains { $0.line == 7 && $0.message.hasPrefix("route 2") })
        let nowhere = try #require(told.first { $0.contains("go nowhere") })
        #expect(
            nowhere.contains("ombud.mention.*") && nowhere.contains("ombud.source.*")
                && !nowhere.contains("case"))
        #expect(try load("  - { to: desk }").warnings.allSatisfy { !$0.message.contains("route") })
    }

    @Test func `subjects and sources that are not there are a warning`() throws {
        let told = try load("  - { subject: Zenit, source: [\"acme-*\", gone], to: desk }").warnings.map(
            \.message)
        #expect(told.contains("no watchlist has the subject `Zenit` that route 1 waits for"))
        #expect(told.contains("there is no source `gone` that route 1 waits for"))
        #expect(!told.contains { $0.contains("`acme-*`") })
    }
}

@Suite struct FormSettingsTests {
    private func folder(_ endpoint: String) throws -> ConfigFolder {
        try ConfigFolder([
            "ombud.yaml": "endpoints:\n  - \(endpoint)", "token": "123:abc",
            "url": "https://hooks.example/T/secret",
            "good.mustache": #"{"t": "{{told.headline}}", "x": "{{data.case.nmae}}"}"#,
            "bad.mustache": "{\n{{#data}}\n}",
            "plain.mustache": #"{"t": {{type}} }"#,
        ])
    }

    @Test func `every format has its keys`() throws {
        let forms: [(String, AlertForm)] = [
            ("{ name: a, url: \"https://a.example/\", format: cloudevents }", .cloudEvents),
            ("{ name: a, url: { file: url }, format: slack }", .slack),
            ("{ name: a, url: { file: url }, format: mattermost }", .mattermost),
            ("{ name: a, url: { file: url }, format: teams }", .teams),
            ("{ name: a, url: { file: url }, format: discord }", .discord),
            (
                "{ name: a, format: telegram, token: { file: token }, chat: -100, thread: 3 }",
                .telegram(TelegramChat(token: Secret("123:abc"), chat: "-100", thread: 3))
            ),
            (
                "{ name: a, url: \"https://m.example\", format: matrix, token: { file: token }, room: \"!r:m.example\" }",
                .matrix(MatrixRoom(token: Secret("123:abc"), room: "!r:m.example"))
            ),
            (
                "{ name: a, url: \"http://127.0.0.1:9093\", format: alertmanager, allow-private: true }",
                .alertmanager
            ),
            (
                "{ name: a, format: command, command: [/bin/cat, -] }", .command(["/bin/cat", "-"])
            ),
        ]
        for (text, form) in forms {
            let endpoint = try #require(try folder(text).load().endpoints.first, "\(text)")
            #expect(endpoint.form == form)
        }
        let mail = try folder(
            "{ name: a, format: email, url: \"smtp://mail.example:587\", from: \"Ola <o@a.example>\", to: [b@a.example], "
                + "language: pl, zone: Europe/Warsaw, unsubscribe: \"https://a.example/u\", list-id: l.a.example }"
        ).load().endpoints[0]
        guard case .email(let addresses) = mail.form else {
            Issue.record("no mail")
            return
        }
        #expect(mail.url == "smtp://mail.example:587" && mail.reader.language == .pl)
        #expect(mail.reader.zone.name == "Europe/Warsaw" && addresses.from.name == "Ola")
        #expect(addresses.unsubscribe == ["https://a.example/u"] && addresses.listID == "l.a.example")
    }

    @Test(arguments: [
        ("{ name: a, url: \"https://a.example/\", format: slak }", "did you mean `slack`?"),
        ("{ name: a, format: slack }", "an endpoint of the format slack without `url`"),
        ("{ name: a, format: telegram, chat: 5 }", "without `token`"),
        ("{ name: a, format: telegram, token: { file: url }, chat: 5 }", "is no bot token"),
        ("{ name: a, format: telegram, token: { file: token }, chat: desk }", "`chat` is `desk`"),
        (
            "{ name: a, url: \"https://m.example\", format: matrix, token: { file: token }, room: \"#r:m.example\" }",
            "is an alias"
        ),
        (
            "{ name: a, url: \"https://a.example/\", format: slack, chat: 5 }",
            "the format slack has no `chat`; only telegram"
        ),
        (
            "{ name: a, url: \"https://a.example/\", format: teams, secret: { file: token } }",
            "the format teams has no `secret`"
        ),
        (
            "{ name: a, url: \"https://a.example/\", format: email, from: a@b.c, to: a@b.c }",
            "`url` is no mail server"
        ),
        (
            "{ name: a, url: \"smtp://u:p@m.example\", format: email, from: a@b.c, to: a@b.c }",
            "holds a user or password"
        ),
        ("{ name: a, url: \"smtp://m.example\", format: email, from: a@b.c, to: [] }", "`to` is empty"),
        (
            "{ name: a, url: \"smtp://m.example\", format: email, from: a, to: a@b.c }",
            "`a` is no mail address"
        ),
        ("{ name: a, format: command, command: cat }", "`command` is a single value"),
        ("{ name: a, format: command, command: [] }", "`command` is empty"),
        ("{ name: a, url: \"https://a.example/\", format: template }", "without `template`"),
        ("{ name: a, url: \"https://a.example/\", format: template, template: gone }", "is not there"),
        ("{ name: a, url: \"https://a.example/\", format: template, template: bad.mustache }", "not closed"),
        (
            "{ name: a, url: \"https://a.example/\", format: template, template: plain.mustache }",
            "makes no JSON"
        ),
        ("{ name: a, url: \"http://a.example/\", format: slack }", "in the clear"),
        ("{ name: a, url: \"https://a.example/\", format: slack, language: xx }", "en, de, pl or ru"),
    ])
    func `what a format lacks or does not have is a fault`(endpoint: String, said: String) throws {
        do {
            _ = try folder(endpoint).load()
            Issue.record("no fault for \(endpoint)")
        } catch let error as Faults {
            #expect(error.faults.contains { $0.message.contains(said) }, "\(error)")
            #expect(!error.description.contains("T/secret"))
        }
    }

    @Test func `a name that no event has is a warning with the one that is meant`() throws {
        let configuration = try folder(
            "{ name: a, url: \"https://a.example/\", format: template, template: good.mustache }"
        ).load()
        #expect(configuration.warnings.contains { $0.message.contains("no event has `data.case.nmae`") })
    }
}
