import Demo
import Foundation
import Testing

/// The lines of `--json`: a contract that programs are written against.
@Suite(.timeLimit(.minutes(5)))
struct ShapeTests {
    private let mention = [
        "id", "subject", "source", "url", "author", "published", "language", "title", "text", "rating",
        "reply",
        "score", "flagged", "urgency", "topic", "legal", "reasons", "presence", "first_seen", "cluster",
        "case",
    ]
    private let foundCase = [
        "id", "subject", "state", "owner", "opened", "posted", "seen", "due", "urgency", "topic", "version",
        "clocks",
    ]

    @Test func `every list and show has its keys, null for what is absent, and times in UTC`() async throws {
        try await Workplace.with { place in
            let poll = try await place.run("poll", "--json")
            #expect(poll.code == 0, "\(poll.errors)")
            try expectShape(
                poll, keys: ["source", "started", "ended", "outcome", "pages", "records", "new", "changed"])
            #expect(poll.lines.count == DemoPage.allCases.count)

            let mentions = try await place.run("mention", "list", "--json")
            try expectShape(mentions, keys: mention)
            try expectShape(try await place.run("inbox", "--json"), keys: mention)
            let cases = try await place.run("case", "list", "--json")
            try expectShape(cases, keys: foundCase + ["text", "url"])
            try expectShape(
                try await place.run("source", "list", "--json"),
                keys: [
                    "name", "subject", "url", "health", "next_visit", "last_visit", "failures",
                    "last_failure",
                ])
            let alerts = try await place.run("alert", "list", "--json")
            try expectShape(
                alerts,
                keys: [
                    "id", "type", "subject", "time", "endpoint", "state", "attempts", "next_attempt", "error",
                    "delivered",
                ])
            #expect(try Set(alerts.objects().compactMap { $0["state"] as? String }) == ["delivered"])

            let withCase = try #require(try mentions.objects().first { $0["case"] is Int })
            let shown = try await place.run(
                "mention", "show", try #require(withCase["id"] as? String), "--json")
            try expectShape(shown, keys: mention + ["revisions", "members", "apart"])
            #expect((try shown.objects()[0]["revisions"] as? [[String: Any]])?.count == 1)

            let one = try await place.run(
                "case", "show", "\(try #require(withCase["case"] as? Int))", "--json")
            try expectShape(one, keys: foundCase + ["mentions", "incident"])
            let object = try one.objects()[0]
            let clocks = try #require(object["clocks"] as? [[String: Any]])
            #expect(clocks.first?["name"] as? String == "answer")
            #expect(clocks.allSatisfy { $0.keys.contains("due") && $0["state"] is String })
            #expect((object["mentions"] as? [[String: Any]])?.isEmpty == false)

            let source = try await place.run("source", "show", DemoPage.forum.source, "--json")
            try expectShape(source, keys: ["name", "url", "health"])
        }
    }

    @Test func `lists are cut by --limit alone, and a list of nothing is nothing`() async throws {
        try await Workplace.with { place in
            let empty = try await place.run("case", "list", "--json")
            #expect(empty.code == 0 && empty.output.isEmpty)
            _ = try await place.run("poll")
            for list in ["mention list", "case list", "alert list", "inbox"] {
                let words = list.split(separator: " ").map(String.init)
                let all = try await Program.run(words + ["--json", "--config", place.config.path])
                let two = try await Program.run(
                    words + ["--json", "--limit", "2", "--config", place.config.path])
                #expect(all.lines.count > 2, "\(list)")
                #expect(two.lines == Array(all.lines.prefix(2)), "\(list)")
            }
            let posts = try await withPosts(of: place.site)
            let mentions = try await place.run("mention", "list", "--json", "--source", "demo-reviews")
            #expect(mentions.lines.count == posts)
        }
    }

    private func withPosts(of site: DemoSite) async throws -> Int {
        await site.posts(on: .englishReviews).count
    }

    @Test func `staff act, and the same commands show it`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let queue = try await place.run("case", "list", "--state", "new", "--json").objects()
            let number = "\(try #require(queue.first?["id"] as? Int))"
            #expect(try await place.run("case", "take", "#" + number, "--as", "anna").code == 0)
            #expect(try await place.run("case", "note", number, "called", "her", "--as", "anna").code == 0)
            #expect(
                try await place.run("case", "reply", number, "--text", "We are sorry.", "--as", "anna").code
                    == 0)
            #expect(
                try await place.run("case", "resolve", number, "--why", "refunded", "--as", "anna").code == 0)
            let again = try await place.run("case", "resolve", number)
            #expect(again.code == 1)
            #expect(again.errors.contains("case #\(number) is resolved"))

            let shown = try await place.run("case", "show", number, "--json").objects()[0]
            #expect(shown["state"] as? String == "resolved")
            #expect(shown["owner"] as? String == "anna")
            let timeline = try #require(shown["timeline"] as? [[String: Any]])
            #expect(timeline.filter { $0["by"] as? String == "anna" }.count == 4)
            let mine = try await place.run("case", "list", "--owner", "anna", "--json").objects()
            #expect(mine.compactMap { $0["id"] as? Int }.map(String.init) == [number])
        }
    }

    @Test func `a dismissed mention leaves the inbox and its case is dismissed, until it is confirmed`()
        async throws
    {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let inbox = try await place.run("inbox", "--json").objects()
            let mention = try #require(inbox.first { $0["case"] is Int })
            let id = try #require(mention["id"] as? String)
            #expect(try await place.run("mention", "dismiss", id, "--why", "an advertisement").code == 0)
            let left = try await place.run("inbox", "--json").objects().compactMap { $0["id"] as? String }
            #expect(left.count == inbox.count - 1 && !left.contains(id))
            let number = try #require(mention["case"] as? Int)
            let shown = try await place.run("case", "show", "\(number)", "--json").objects()[0]
            #expect(shown["state"] as? String == "dismissed")

            #expect(try await place.run("mention", "confirm", id).code == 0)
            let confirmed = try await place.run("case", "show", "\(number)", "--json").objects()[0]
            #expect(confirmed["state"] as? String == "open", "a wrong dismissal is undone")
        }
    }
}

/// Names of members that hold times.
private let timeKeys: Set<String> = [
    "published", "opened", "posted", "seen", "due", "first_seen", "decided_at", "at", "time", "next_attempt",
    "delivered", "next_visit", "last_visit", "last_success", "trouble_since", "started", "ended", "stopped",
]

/// Every line is an object with the same keys, these among them, named in snake_case; times are RFC 3339 UTC
/// with milliseconds.
private func expectShape(
    _ run: Program.Run, keys: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
    #expect(run.code == 0, "\(run.errors)", sourceLocation: sourceLocation)
    let objects = try run.objects()
    #expect(!objects.isEmpty, sourceLocation: sourceLocation)
    for object in objects {
        let missing = Set(keys).subtracting(object.keys)
        #expect(missing.isEmpty, sourceLocation: sourceLocation)
        #expect(Set(object.keys) == Set(objects[0].keys), sourceLocation: sourceLocation)
        for problem in problems(object) { Issue.record("\(problem)", sourceLocation: sourceLocation) }
    }
}

private func problems(_ value: Any, key: String = "") -> [String] {
    switch value {
    case let object as [String: Any]:
        object.flatMap { key, value -> [String] in
            let isSnake = key.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 95
            }
            return (isSnake ? [] : ["the key \(key) is not snake_case"]) + problems(value, key: key)
        }
    case let list as [Any]:
        list.flatMap { problems($0) }
    case let text as String where timeKeys.contains(key):
        isUTC(text) ? [] : ["\(key) is \(text), not RFC 3339 in UTC with milliseconds"]
    default:
        []
    }
}

/// `2026-03-02T08:00:03.120Z`
private func isUTC(_ text: String) -> Bool {
    let form = Array("0000-00-00T00:00:00.000Z".utf8)
    let bytes = Array(text.utf8)
    return bytes.count == form.count
        && zip(bytes, form).allSatisfy { $1 == 48 ? (48...57).contains($0) : $0 == $1 }
}
