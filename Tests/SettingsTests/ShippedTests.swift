import Complaints
import Foundation
import Testing

@testable import Settings

enum Shipped {
    /// The root of the checkout.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func yaml(in folder: String) throws -> [URL] {
        try Files.yaml(in: root.appending(path: folder))
    }
}

/// The files that come with Ombud: valid, switched off, described by schemas that know what the code knows.
struct ShippedTests {
    @Test func `the shipped configuration has no fault`() throws {
        do throws(Faults) {
            let configuration = try loadConfiguration(
                folder: Shipped.root.appending(path: "config"), environment: [:])
            #expect(configuration.sources.filter { !$0.url.contains("127.0.0.1") }.isEmpty)
            #expect(configuration.allSources.count >= 8)
            for name in ["default", "pl-consumer", "ru-consumer", "uk-finance"] {
                #expect(configuration.policies[name] != nil)
            }
            #expect(configuration.policies["default"] == Policy.standard)
            for policy in configuration.policies.values { #expect(!policy.ladder.isEmpty, "\(policy.name)") }
            #expect(configuration.store == StoreLocation.standard)
            #expect(configuration.userAgent == Configuration.defaultUserAgent)
            #expect(configuration.fetch == FetchSettings())
            #expect(configuration.evidence == EvidenceSettings(folder: "/var/lib/ombud/evidence"))
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func `the shipped examples that are commented out are valid too`() throws {
        let text = try String(contentsOf: Shipped.root.appending(path: "config/ombud.yaml"), encoding: .utf8)
        let live = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isExample = line.hasPrefix("#  ") || line.hasPrefix("# instance:")
            return isExample ? String(line.dropFirst(line.hasPrefix("#  ") ? 1 : 2)) : String(line)
        }
        let folder = try ConfigFolder(["ombud.yaml": live.joined(separator: "\n")])
        let key = "whsec_" + Data(repeating: 1, count: 32).base64EncodedString()
        try folder.write("desk", Data(key.utf8))
        try folder.write("password", Data("open sesame".utf8))
        try folder.write("smtp", Data("open sesame".utf8))
        try folder.write("slack.url", Data("https://hooks.slack.com/services/T0/B0/x".utf8))
        try folder.write("bot.token", Data("123456:ABC-x_y".utf8))
        try folder.write("tickets.token", Data("open-sesame".utf8))
        try folder.write("alerts/ticket.mustache", Data(#"{"title": "{{told.headline}}"}"#.utf8))
        try folder.write("client.password", Data("open sesame".utf8))
        try folder.write("ca.pem", Data("-----BEGIN CERTIFICATE-----\n".utf8))
        try folder.write("client.pem", Data("-----BEGIN CERTIFICATE-----\n".utf8))
        try folder.write("client.key", Data("-----BEGIN ENCRYPTED PRIVATE KEY-----\n".utf8))
        let configuration = try folder.load(environment: ["CREDENTIALS_DIRECTORY": folder.url.path])
        var desk = Endpoint(name: "desk", url: "https://desk.example.org/hooks/ombud", secret: Secret(key))
        desk.rate = 600
        #expect(configuration.endpoints.first == desk)
        #expect(
            configuration.endpoints.map(\.form.name) == [
                .cloudEvents, .slack, .telegram, .matrix, .alertmanager, .template, .email, .command,
                .slack, .slack,
            ])
        #expect(configuration.endpoints.suffix(2).allSatisfy { !$0.quiet.isNone })
        #expect(configuration.endpoints[1].url == "https://hooks.slack.com/services/T0/B0/x")
        #expect(configuration.endpoints[1].reader.language == .pl)
        #expect(
            configuration.routes.map(\.to) == [
                ["mail"], ["phone", "desk"], ["chat"], ["chat", "ops"], ["desk"],
            ])
        let options = configuration.fetch.options
        #expect(options.headers == [.init(name: "Accept-Language", value: Secret("pl"))])
        #expect(options.proxy == Secret("http://proxy.example:3128"))
        #expect(options.authorities == folder.url.standardizedFileURL.path + "/ca.pem")
        #expect(options.certificate?.password == Secret("open sesame"))
        #expect(options.authorization == .basic(user: "ola", password: Secret("open sesame")))
        #expect(configuration.evidence == EvidenceSettings(folder: "/var/lib/ombud/evidence"))
        #expect(configuration.instance == "https://complaints.example.org/ombud")
    }

    @Test func `statutory clocks name their law and ask for a lawyer`() throws {
        for name in ["pl-consumer", "ru-consumer", "uk-finance"] {
            let file = Shipped.root.appending(path: "config/policies/\(name).yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains("NOT LEGAL ADVICE") && text.contains("a lawyer must check"))
            #expect(text.contains("statutes:"))
        }
    }

    @Test func `every statute pack asks for a lawyer, is dated and says where it was read`() throws {
        let packs = try PolicyNeighbours(folder: Shipped.root.appending(path: "config")).statutes
        #expect(packs.count >= 16)
        for (name, clock) in packs {
            let file = Shipped.root.appending(path: "config/policies/statutes/\(name).yaml")
            #expect(try String(contentsOf: file, encoding: .utf8).contains("Have a lawyer check"), "\(name)")
            let statute = try #require(clock.statute)
            #expect(statute.name == name && statute.source.hasPrefix("https://"))
            #expect(statute.checked.year >= 2026)
            #expect(clock.isStatutory && !statute.versions.isEmpty)
        }
    }

    @Test(arguments: [
        ("config/policies", "../schemas/policy.json"),
        ("config/policies/statutes", "../../schemas/statute.json"),
        ("watchlists", "../config/schemas/watchlist.json"),
        ("watchlists/sites", "../../config/schemas/site.json"),
    ])
    func `every shipped file names its schema`(folder: String, schema: String) throws {
        let files = try Shipped.yaml(in: folder)
        #expect(!files.isEmpty)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(
                text.hasPrefix("# yaml-language-server: $schema=\(schema)\n"), "\(file.lastPathComponent)")
            let path = file.deletingLastPathComponent().appending(path: schema).standardizedFileURL.path
            #expect(FileManager.default.fileExists(atPath: path))
        }
    }

    private static let tables: [(file: String, pointer: String, table: KeyTable)] = [
        ("ombud", "", .ombud), ("ombud", "$defs.fetch", .fetch),
        ("ombud", "$defs.fetch.properties.per-host", .perHost), ("ombud", "$defs.endpoint", .endpoint),
        ("ombud", "$defs.endpoint.properties.group", .group),
        ("ombud", "$defs.endpoint.properties.digest", .digest), ("ombud", "$defs.quiet-hours", .quietHours),
        ("ombud", "$defs.endpoint.properties.budget", .budget),
        ("ombud", "$defs.low-speed", .lowSpeed), ("ombud", "$defs.auth", .auth),
        ("ombud", "$defs.basic", .basic), ("ombud", "$defs.certificate", .certificate),
        ("ombud", "$defs.evidence", .evidence), ("ombud", "$defs.log", .log),
        ("ombud", "$defs.retention", .retention), ("ombud", "$defs.incidents", .incidents),
        ("ombud", "$defs.staff", .staff), ("ombud", "$defs.colleague", .colleague),
        ("watchlist", "$defs.incidents", .incidents),
        ("ombud", "$defs.secret", .secret), ("ombud", "$defs.signingKey", .signingKey),
        ("ombud", "$defs.route", .route),
        ("ombud", "$defs.urgencies", .bounds), ("ombud", "$defs.bounds", .bounds),
        ("policy", "", .policy), ("policy", "properties.open", .open),
        ("policy", "properties.close", .close), ("policy", "$defs.clock", .clock),
        ("policy", "$defs.calendar", .calendar), ("policy", "$defs.calendar.properties.hours", .hours),
        ("policy", "$defs.statute", .statuteUse), ("policy", "$defs.rung", .rung),
        ("policy", "properties.promises", .promises),
        ("calendar", "", .calendar), ("calendar", "properties.hours", .hours),
        ("statute", "", .statute), ("statute", "properties.clock", .statuteClock),
        ("statute", "$defs.version", .statuteVersion),
        ("watchlist", "", .watchlist), ("watchlist", "$defs.term", .term),
        ("watchlist", "$defs.source", .source),
        ("watchlist", "$defs.every", .every), ("watchlist", "$defs.follow", .follow),
        ("watchlist", "$defs.robots", .robots), ("watchlist", "$defs.fetch", .sourceFetch),
        ("watchlist", "$defs.low-speed", .lowSpeed), ("watchlist", "$defs.auth", .auth),
        ("watchlist", "$defs.basic", .basic), ("watchlist", "$defs.certificate", .certificate),
        ("watchlist", "$defs.secret", .secret), ("watchlist", "$defs.calendar", .calendar),
        ("watchlist", "$defs.source.properties.pages", .pages), ("watchlist", "$defs.rule", .rule),
        ("watchlist", "$defs.rating", .rating), ("watchlist", "$defs.reply", .reply),
        ("watchlist", "$defs.field", .field), ("watchlist", "$defs.published", .published),
        ("ombud", "$defs.calendar", .calendar), ("ombud", "$defs.calendar.properties.hours", .hours),
        ("watchlist", "$defs.calendar.properties.hours", .hours),
        ("calendar", "properties.holidays.items.anyOf.1", .holiday),
        ("calendar", "properties.exceptions.items", .exception),
        ("ombud", "$defs.calendar.properties.holidays.items.anyOf.1", .holiday),
        ("ombud", "$defs.calendar.properties.exceptions.items", .exception),
        ("watchlist", "$defs.calendar.properties.holidays.items.anyOf.1", .holiday),
        ("watchlist", "$defs.calendar.properties.exceptions.items", .exception),
        ("policy", "$defs.calendar.properties.holidays.items.anyOf.1", .holiday),
        ("policy", "$defs.calendar.properties.exceptions.items", .exception),
        ("site", "", .site), ("site", "$defs.rating", .rating), ("site", "$defs.reply", .reply),
        ("site", "$defs.field", .field), ("site", "$defs.published", .published),
    ]

    @Test func `the schemas name exactly the keys that the code knows`() throws {
        for (file, pointer, table) in Self.tables {
            var node = try schema(file)
            for step in pointer.replacing("anyOf.", with: "anyOf:").split(separator: ".") {
                let parts = step.split(separator: ":").map(String.init)
                let next = parts.count == 2 ? (node[parts[0]] as? [Any])?[Int(parts[1]) ?? 0] : node[parts[0]]
                node = try #require(next as? [String: Any], "\(file) \(pointer)")
            }
            let properties = try #require(node["properties"] as? [String: Any], "\(file) \(pointer)")
            #expect(Set(properties.keys) == Set(table.keys), "\(file) \(pointer)")
            #expect(node["additionalProperties"] as? Bool == false, "\(file) \(pointer)")
            for (key, value) in properties where table.noun != "`hours`" {
                let text = (value as? [String: Any])?["description"] as? String
                #expect(text?.isEmpty == false, "\(file) \(pointer) \(key) has no description")
            }
        }
    }

    @Test func `every map of a schema is one that the code reads`() throws {
        for file in Set(Self.tables.map(\.file)) {
            let known = Set(Self.tables.filter { $0.file == file }.map(\.pointer))
            func look(_ node: Any, at pointer: String) {
                if let list = node as? [Any] {
                    for (index, item) in list.enumerated() { look(item, at: "\(pointer).\(index)") }
                }
                guard let map = node as? [String: Any] else { return }
                if map["properties"] is [String: Any] {
                    #expect(known.contains(pointer), "\(file) \(pointer) is in no table of this test")
                }
                for (key, value) in map { look(value, at: pointer.isEmpty ? key : "\(pointer).\(key)") }
            }
            look(try schema(file), at: "")
        }
    }

    @Test func `the schemas know every event, every choice and every alias leads to a key`() throws {
        let route = try #require(
            try (schema("ombud")["$defs"] as? [String: [String: Any]])?["route"]?["properties"]
                as? [String: Any])
        let text = String(decoding: try JSONSerialization.data(withJSONObject: route), as: UTF8.self)
        for type in EventType.allCases { #expect(text.contains("\"\(type.rawValue)\"")) }
        let clock = try #require(
            try (schema("policy")["$defs"] as? [String: [String: Any]])?["clock"]?["properties"]
                as? [String: [String: Any]])
        #expect(clock["until"]?["enum"] as? [String] == ClockRule.Stop.allCases.map(\.rawValue))
        #expect(clock["from"]?["enum"] as? [String] == ClockRule.Anchor.allCases.map(\.rawValue))
        #expect(clock["roll"]?["enum"] as? [String] == ClockRule.Roll.allCases.map(\.rawValue))
        #expect(clock["pause"]?["enum"] as? [String] == ClockRule.Pause.allCases.map(\.rawValue))
        for (_, _, table) in Self.tables {
            for (alias, key) in table.aliases {
                #expect(table.keys.contains(key) && !table.keys.contains(alias), "\(table.noun): \(alias)")
            }
            #expect(table.elsewhere.keys.allSatisfy { !table.keys.contains($0) }, "\(table.noun)")
        }
    }

    private func schema(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: Shipped.root.appending(path: "config/schemas/\(name).json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
