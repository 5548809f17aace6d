import Foundation
import Testing

@testable import Settings

/// The guides to watchlists and policies: every example is parsed, every key is explained.
struct DocsTests {
    /// What stands between a line ```` ```KIND ```` and the line that closes it.
    private struct Block {
        let kind: String
        var text = ""
        /// Of a whole file: the path in its first comment.
        var path: String? {
            guard kind == "yaml" || kind == "ics", text.hasPrefix("# ") else { return nil }
            return text.split(separator: "\n").first.map { String($0.dropFirst(2)) }
        }
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Shipped.root.appending(path: "docs/\(name).md"), encoding: .utf8)
    }

    private func blocks(_ name: String) throws -> [Block] {
        var blocks: [Block] = []
        var open: Block?
        for line in try text(name).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
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
        let folder = try ConfigFolder(["ombud.yaml": ""])
        let files = try blocks(name).filter { $0.path != nil }
        #expect(!files.isEmpty)
        for secret in ["acme-key", "acme", "proxy"] {
            try folder.write("secrets/\(secret)", Data("http://proxy.example:3128\n".utf8))
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

    @Test(arguments: ["watchlists", "policies", "operations"])
    func `the files in a guide are valid`(name: String) throws {
        #expect(try folder(name).faults() == [])
    }

    @Test(arguments: ["watchlists", "policies"])
    func `the parts in a guide are valid where they belong`(name: String) throws {
        let folder = try folder(name)
        let parts = try blocks(name).filter { $0.kind.hasPrefix("yaml ") && $0.kind != "yaml faulty" }
        #expect(!parts.isEmpty)
        for (number, part) in parts.enumerated() {
            let source = "- name: part-\(number)\n  url: https://part.example/"
            let every = part.text.contains("every:") ? "" : "  every: 1h\n"
            switch part.kind {
            case "yaml source":
                let whole = "subject: A\nsources:\n\(source)\n\(every)\(indented(part.text, by: 2))\n"
                try folder.write("watchlists/part\(number).yaml", Data(whole.utf8))
            case "yaml watchlist":
                let whole = "subject: A\n\(part.text)sources:\n\(source)\n\(every)"
                try folder.write("watchlists/part\(number).yaml", Data(whole.utf8))
            case "yaml policy": try folder.write("policies/part\(number).yaml", Data(part.text.utf8))
            case "yaml clocks":
                try folder.write(
                    "policies/part\(number).yaml", Data("calendar: office\nclocks:\n\(part.text)".utf8))
            default: Issue.record("a part of unknown kind: \(part.kind)")
            }
        }
        let credentials = folder.url.appending(path: "secrets").path
        #expect(folder.faults(environment: ["CREDENTIALS_DIRECTORY": credentials]) == [])
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
            .secret, .route, .incidents, .staff, .colleague,
        ] {
            for key in table.keys { #expect(settings.contains("\(key):"), "ombud.yaml: \(key)") }
        }
    }
}
