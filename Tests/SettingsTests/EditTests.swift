import Complaints
import Foundation
import Testing

@testable import Settings

/// Changes of files that people wrote: what need not change stays word for word.
struct EditTests {
    static let rule = Rule(each: "li.review", author: ".name", text: ".body")

    private func edited(_ text: String, to rule: Rule = Self.rule) throws -> FileEdit {
        let folder = try ConfigFolder(["ombud.yaml": "", "watchlists/acme.yaml": text])
        let configuration = try folder.load()
        let source = try #require(configuration.allSources.first)
        return try editReading(of: source, to: rule, in: configuration)
    }

    @Test func `a source read by itself gets a rule at the depth of its other keys`() throws {
        let edit = try edited(
            """
            subject: Acme   # ours
            sources:
              - name: acme-opinions
                url: https://reviews.example/acme
                read: auto   # so far
                every: 15m
                # a word for those who come after
              - name: other
                url: https://other.example/
                every: 1h

            """)
        #expect(
            edit.after == """
                subject: Acme   # ours
                sources:
                  - name: acme-opinions
                    url: https://reviews.example/acme
                    read:
                      each: "li.review"
                      author: ".name"
                      text: ".body"
                    every: 15m
                    # a word for those who come after
                  - name: other
                    url: https://other.example/
                    every: 1h

                """)
    }

    @Test func `a source that says nothing of reading gets the rule after its last key`() throws {
        let edit = try edited(
            "subject: Acme\nsources:\n- name: a\n  url: https://a.example/\n  every: 15m\n")
        #expect(
            edit.after.hasSuffix(
                "  every: 15m\n  read:\n    each: \"li.review\"\n    author: \".name\"\n    text: \".body\"\n"
            ))
    }

    @Test func `of a rule only the fields that change are written anew`() throws {
        let edit = try edited(
            """
            subject: Acme
            sources:
              - name: a
                url: https://a.example/
                every: 15m
                read:
                  each: li.review     # stays
                  # who wrote it
                  author: .old    # was "who" # once
                  text: .body

            """, to: Rule(each: "li.review", author: ".name", title: "h3", text: ".body"))
        #expect(
            edit.after.hasSuffix(
                """
                    read:
                      each: li.review     # stays
                      # who wrote it
                      author: ".name"    # was "who" # once
                      text: .body
                      title: "h3"

                """))
    }

    @Test func `the rule of a site is changed in the site's own file`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "",
            "watchlists/acme.yaml":
                "subject: Acme\nsources:\n  - name: a\n    url: https://a.example/\n    every: 15m\n    read: shop\n",
            "watchlists/sites/shop.yaml": "each: li.review\nauthor: .old\ntext: .body\n",
        ])
        let configuration = try folder.load()
        let edit = try editReading(
            of: try #require(configuration.allSources.first), to: Self.rule, in: configuration)
        #expect(edit.path.lastPathComponent == "shop.yaml")
        #expect(edit.after == "each: li.review\nauthor: \".name\"\ntext: .body\n")
    }

    @Test func `a source in one line is left alone, with its place`() throws {
        let text = "subject: Acme\nsources:\n  - { name: a, url: \"https://a.example/\", every: 15m }\n"
        #expect(throws: EditFailure.self) { try edited(text) }
        do { _ = try edited(text) } catch let failure as EditFailure {
            #expect(failure.description.contains(":3: the source is written in one line"))
        }
    }

    @Test(
        arguments: [
            (nil, "subject: Acme\nsources:\n  - name: new\n    url: \"https://n.example/?a=1&b=2\"\n"),
            (
                "subject: Acme\nsources:\n  - name: a\n    url: https://a.example/\n    every: 15m\n# the end\n",
                "    every: 15m\n  - name: new\n    url: \"https://n.example/?a=1&b=2\"\n"
            ),
            (
                "subject: Acme\nsources:\n- name: a\n  every: 15m\n  url: https://a.example/\nexclude: [x]\n",
                "  url: https://a.example/\n- name: new\n  url: \"https://n.example/?a=1&b=2\"\n"
            ),
            ("subject: Acme\n", "subject: Acme\nsources:\n  - name: new\n"),
        ] as [(String?, String)])
    func `a new source is put behind the others, and the file is right`(before: String?, part: String) throws
    {
        let folder = try ConfigFolder(["ombud.yaml": ""])
        if let before { try folder.write("watchlists/acme.yaml", Data(before.utf8)) }
        let path = folder.url.appending(path: "watchlists/acme.yaml")
        let source = NewSource(name: "new", url: "https://n.example/?a=1&b=2", reading: .rule(Self.rule))
        let edit = try editAdding(source, subject: "Acme", to: path)
        #expect(edit.after.contains(part), "\(edit.after)")
        #expect(edit.before == before)
        try folder.write("watchlists/acme.yaml", Data(edit.after.utf8))
        let sources = try folder.load().allSources
        #expect(sources.last?.id == "new" && sources.last?.rule == Self.rule)
        #expect(sources.last?.url == "https://n.example/?a=1&b=2")
    }

    @Test func `a watchlist of another subject takes no source`() throws {
        let folder = try ConfigFolder(["ombud.yaml": "", "watchlists/b.yaml": "subject: Bolt\n"])
        let path = folder.url.appending(path: "watchlists/b.yaml")
        #expect(throws: EditFailure.self) {
            try editAdding(
                NewSource(name: "new", url: "https://n.example/", reading: .auto), subject: "Acme", to: path)
        }
    }

    @Test(arguments: [
        ("https://www.reviews.example.com/acme/all.html?x=1", "reviews-example-acme-all"),
        ("https://shop.example/", "shop"), ("https://forum.example/t/Ünïcode_1/42", "forum-n-code-1-42"),
    ])
    func `a source is named after its address`(url: String, name: String) {
        let made = NewSource.name(for: url)
        #expect(!made.isEmpty && made.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        if !url.contains("Ü") { #expect(made == name) }
    }
}
