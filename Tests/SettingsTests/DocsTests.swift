import Foundation
import Testing

@testable import Settings

/// Every YAML block of the documentation is loaded as what it is, and every key is explained.
struct DocsTests {
    /// What stands between a line ```` ```KIND ```` and the line that closes it.
    private struct Block {
        let kind: String
        var text = ""
        /// Of a whole file: the path in its first comment.
        var path: String? {
            guard kind == "yaml" || kind == "ics", text.hasPrefix("# ") else { return nil }
            let path = text.split(separator: "\n").first.map { String($0.dropFirst(2)) }
            return path.map { $0.hasPrefix("trial/") ? String($0.dropFirst(6)) : $0 }
        }
    }

    /// Of a page without an ombud.yaml of its own: nobody polls without a contact.
    private static let contact = "user-agent: \"Acme (+https://acme.example/contact)\"\n"

    /// README and every page of docs/, without `.md`.
    private static let pages: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: Shipped.root.appending(path: "docs").path)
        return ["../README"]
            + (names ?? []).sorted().filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
    }()

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Shipped.root.appending(path: "docs/\(name).md"), encoding: .utf8)
    }

    private func blocks(_ name: String) throws -> [Block] {
        var blocks: [Block] = []
        var open: Block?
        for line in try text(name).split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.drop { $0 == " " && open == nil }
            if line.drop(while: { $0 == " " }).hasPrefix("```") {
                if let block = open { blocks.append(block) }
                open = open == nil ? Block(kind: String(line.dropFirst(3))) : nil
            } else {
                open?.text += line + "\n"
            }
        }
        return blocks
    }

    private func indented(_ text: String, by spaces: Int) -> String {
        text.split(separator: "\n").map { String(repeating: " ", count: spaces) + $0 }.joined(separator: "\n")
    }

    /// A folder with all whole files of a guide, and the rules that come with Ombud.
    private func folder(_ name: String) throws -> ConfigFolder {
        let folder = try ConfigFolder(["ombud.yaml": Self.contact])
        let files = try blocks(name).filter { $0.path != nil }
        for secret in ["acme-key", "acme", "proxy"] {
            try folder.write("secrets/\(secret)", Data("http://proxy.example:3128\n".utf8))
        }
        let key = "whsec_" + Data(repeating: 1, count: 32).base64EncodedString()
        for (secret, text) in [
            ("desk", key), ("slack", "https://hooks.slack.com/services/T0/B0/x"), ("bot", "123456:ABC"),
            ("smtp", "open sesame"),
        ] {
            try folder.write("secrets/\(secret)", Data(text.utf8))
        }
        for site in try Shipped.yaml(in: "watchlists/sites") {
            try folder.write("watchlists/sites/\(site.lastPathComponent)", try Data(contentsOf: site))
        }
        for file in files {
            // An iCalendar file knows no comments.
            let text =
                file.kind == "ics" ? String(file.text.drop { $0 != "\n" }.dropFirst()) : file.text
            try folder.write(try #require(file.path), Data(text.utf8))
        }
        return folder
    }

    @Test(arguments: pages)
    func `the files in a guide are valid`(name: String) throws {
        #expect(try folder(name).faults() == [])
    }

    @Test func `every block says what it is, and the guides have them`() throws {
        let kinds = Set(Self.partKinds).union(["yaml faulty"])
        for name in Self.pages {
            for block in try blocks(name) where block.kind.hasPrefix("yaml") {
                #expect(block.path != nil || kinds.contains(block.kind), "\(name): \(block.text.prefix(60))")
            }
        }
        for name in ["watchlists", "policies", "operations", "first-watchlist", "../README"] {
            #expect(try blocks(name).contains { $0.path != nil }, "\(name)")
        }
    }

    private static let partKinds = [
        "yaml source", "yaml sources", "yaml watchlist", "yaml policy", "yaml clocks", "yaml ombud",
    ]

    @Test(arguments: pages)
    func `the parts in a guide are valid where they belong`(name: String) throws {
        let folder = try folder(name)
        let parts = try blocks(name).filter { Self.partKinds.contains($0.kind) }
        let credentials = folder.url.appending(path: "secrets").path
        let environment = ["CREDENTIALS_DIRECTORY": credentials]
        for (number, part) in parts.enumerated() {
            let source = "- name: part-\(number)\n  url: https://part.example/"
            let every = part.text.contains("every:") ? "" : "  every: 1h\n"
            switch part.kind {
            case "yaml source":
                let whole = "subject: A\nsources:\n\(source)\n\(every)\(indented(part.text, by: 2))\n"
                try folder.write("watchlists/part\(number).yaml", Data(whole.utf8))
            case "yaml sources":
                try folder.write("watchlists/part\(number).yaml", Data("subject: A\n\(part.text)".utf8))
            case "yaml watchlist":
                let whole = "subject: A\n\(part.text)sources:\n\(source)\n\(every)"
                try folder.write("watchlists/part\(number).yaml", Data(whole.utf8))
            case "yaml policy": try folder.write("policies/part\(number).yaml", Data(part.text.utf8))
            case "yaml clocks":
                try folder.write(
                    "policies/part\(number).yaml", Data("calendar: office\nclocks:\n\(part.text)".utf8))
            default:
                // A part of ombud.yaml: each is looked at alone, with what it may name.
                let own = try self.folder(name)
                for calendar in try Shipped.yaml(in: "config/calendars") {
                    try own.write(
                        "calendars/\(calendar.lastPathComponent)", try Data(contentsOf: calendar))
                }
                try own.write("ombud.yaml", Data((Self.contact + part.text).utf8))
                #expect(own.faults(environment: environment) == [], "\(name): \(part.text)")
            }
        }
        #expect(folder.faults(environment: environment) == [])
    }

    @Test(arguments: [("watchlists", "watchlists/acme.yaml"), ("policies", "policies/shop.yaml")])
    func `the faults in a guide are those that are printed`(name: String, path: String) throws {
        let folder = try folder(name)
        let all = try blocks(name)
        let faulty = try #require(all.first { $0.kind == "yaml faulty" })
        let printed = try #require(all.first { $0.kind == "text" })
        try folder.write(path, Data(faulty.text.utf8))
        #expect(folder.faults().joined(separator: "\n") + "\n" == printed.text)
    }

    @Test func `every key is explained`() throws {
        let guides: [(String, [KeyTable])] = [
            (
                "watchlists",
                [
                    .watchlist, .term, .source, .every, .pages, .follow, .robots, .sourceFetch, .lowSpeed,
                    .auth, .basic, .certificate, .rule, .site, .rating, .reply, .field,
                    .published, .incidents,
                ]
            ),
            (
                "policies",
                [
                    .policy, .open, .close, .clock, .rung, .promises, .calendar, .hours, .holiday,
                    .exception, .statute,
                    .statuteClock, .statuteVersion, .statuteUse,
                ]
            ),
        ]
        for (name, tables) in guides {
            let text = try text(name)
            for table in tables {
                for key in table.keys {
                    #expect(text.contains("`\(key)`"), "\(name): \(key) of \(table.noun)")
                }
            }
        }
        let settings = try String(
            contentsOf: Shipped.root.appending(path: "config/ombud.yaml"), encoding: .utf8)
        for table in [
            KeyTable.ombud, .fetch, .perHost, .lowSpeed, .auth, .basic, .certificate, .evidence, .endpoint,
            .secret, .route, .incidents, .staff, .colleague, .log, .retention,
        ] {
            for key in table.keys { #expect(settings.contains("\(key):"), "ombud.yaml: \(key)") }
        }
    }
}
