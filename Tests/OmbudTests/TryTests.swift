import Foundation
import Testing

/// `ombud try PIECE --json`: a line out for each line in, in order; a bad line is answered and passed.
@Suite(.timeLimit(.minutes(5)))
struct TryTests {
    /// The piece, a good line, and the keys of its answer.
    static let pieces: [(piece: String, line: String, keys: [String])] = [
        (
            "read", #"{"html":"<title>t</title><p>x</p>","url":"http://a.example/"}"#,
            [
                "url", "canonical_url", "title", "language", "encoding", "kind", "next", "links", "aggregate",
                "published", "records",
            ]
        ),
        (
            "decode", #"{"base64":"z/Do4uXy","content_type":"text/html; charset=windows-1251"}"#,
            ["encoding", "text"]
        ),
        ("select", ##"{"html":"<p id=a>x</p>","css":"p#a"}"##, ["matches"]),
        ("jsonpath", #"{"document":{"a":[1,2]},"path":"$.a[*]"}"#, ["result", "paths"]),
        ("date", #"{"text":"yesterday","now":"2026-03-02T12:00:00Z"}"#, ["date", "precision"]),
        ("url", #"{"url":"HTTP://Example.com:80/a/../b"}"#, ["href", "canonical"]),
        (
            "robots", #"{"robots":"User-agent: *\nDisallow: /x","agent":"Ombud","url":"http://a.example/x"}"#,
            ["allowed", "crawl_delay", "line", "sitemaps"]
        ),
        (
            "match", #"{"text":"I bought it at Acme","watchlist":{"subject":"Acme","terms":["Acme"]}}"#,
            ["matches", "ruled_out"]
        ),
        (
            "score", #"{"text":"Terrible, it broke and nobody answers","rating":{"value":1,"best":5}}"#,
            ["score", "flagged", "urgency", "topic", "cause", "legal", "language", "reasons"]
        ),
        (
            "deadline",
            #"{"policy":{"clocks":[{"name":"answer","within":"48h","until":"reply"}]},"#
                + #""opened":"2026-03-02T12:00:00Z","now":"2026-03-02T13:00:00Z","history":[]}"#,
            ["clocks"]
        ),
        (
            "sign",
            #"{"secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","id":"msg_p5jXN8AQM9LWM0D4loKWxJek","#
                + #""timestamp":1614265330,"body":"{\"test\": 2432232314}"}"#,
            ["signature"]
        ),
    ]

    @Test(arguments: pieces.indices)
    func `a bad line between good ones is answered with its error and the run goes on`(
        index: Int
    ) async throws {
        let (piece, line, keys) = Self.pieces[index]
        let input = [line, "no JSON", "{}", line].joined(separator: "\n") + "\n"
        let run = try await Program.run(["try", piece, "--json"], input: input)
        #expect(run.code == 0)
        let answers = try run.objects()
        try #require(answers.count == 4, "\(run.output)")
        #expect(Set(keys).isSubset(of: answers[0].keys), "\(piece) answers \(run.lines[0])")
        for bad in answers[1...2] {
            #expect(bad["error"] is String && bad.count == 1)
        }
        #expect(run.lines[0] == run.lines[3])
    }

    /// Words of the program's own language, which say nothing to who wrote the line.
    static let leaks = [
        "Swift", "Dictionary", "Expected to decode", "initialize", "contentType", "Parsed JSON",
    ]

    @Test(arguments: [
        ("read", "  ", "the line is blank"), ("read", "[1]", "is a list; one JSON object"),
        ("read", #"{"html":"x"}"#, #""url" is missing"#),
        ("read", #"{"html":5,"url":"http://a.example/"}"#, #""html" is a number; text is wanted"#),
        ("read", #"{"html":"x","url":"http://a.example/","content_type":5}"#, #""content_type" is a number"#),
        ("read", #"{"html":"x","url":"http://a.example/","rule":5}"#, #""rule" is a number; an object"#),
        (
            "read", #"{"html":"x","url":"http://a.example/","rule":{"each":"p","auther":".a"}}"#, "author"
        ),
        (
            "read",
            #"{"html":"x","url":"http://a.example/","rule":{"each":"p","text":{"at":"b","as":"prose"}}}"#,
            "prose"
        ),
        ("decode", #"{"base64":"a"}"#, "not base64"),
        ("jsonpath", #"{"document":{"a":1e400},"path":"$.a"}"#, "1e400 is beyond"),
        ("jsonpath", #"{"document":{"a":1},"path":5}"#, #""path" is a number; text is wanted"#),
        ("date", #"{"text":"1.2.2024","order":"YDM"}"#, "DMY, MDY or YMD is wanted"),
        ("date", #"{"text":null}"#, #""text" is null; text is wanted"#),
        (
            "sign", #"{"secret":"x","id":"y","timestamp":1.5,"body":""}"#,
            "whole seconds since 1970 UTC are wanted"
        ),
        ("sign", #"{"secret":"x","id":"y","timestamp":"soon","body":""}"#, "whole seconds since 1970"),
        (
            "sign",
            #"{"secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","id":"a\nb","timestamp":1,"body":""}"#,
            "no header can carry"
        ),
        ("sign", #"{"secret":"x","id":"y","timestamp":-1,"body":""}"#, "the timestamp is before 1970"),
        ("sign", #"{"secret":"x","id":"y","timestamp":1e18,"body":""}"#, "not milliseconds"),
        ("match", #"{"text":"x","watchlist":{"terms":[{"term":"y","typos":2}]}}"#, "typos"),
        ("match", #"{"text":"x","watchlist":{"terms":[{"term":"y","typo":1}]}}"#, "did you mean `typos`"),
        ("match", #"{"text":"x","watchlist":{"terms":["y"],"inflect":"pl"}}"#, "inflect"),
        ("match", #"{"text":"x","watchlist":{"terms":[{"term":"y","inflect":"xx"}]}}"#, "xx"),
        ("match", #"{"text":"x","watchlist":{"subject":"y","terms":[]}}"#, "`terms` is empty"),
        ("match", #"{"text":"x","watchlist":[{"subject":"y"},5]}"#, #""watchlist[1]" is a number"#),
        ("deadline", "", "the line is blank"), ("duplicates", "", "the line is blank"),
    ])
    func `an error says which key is wrong, in the words of the line`(
        piece: String, line: String, said: String
    ) async throws {
        let run = try await Program.run(["try", piece, "--json"], input: line + "\n")
        let answers = try run.objects()
        try #require(answers.count == 1)
        let error = try #require(answers[0]["error"] as? String)
        #expect(error.contains(said), "\(error)")
        for leak in Self.leaks { #expect(!error.contains(leak), "\(error)") }
    }

    @Test func `several watchlists are matched at once, a subject alone being its term`() async throws {
        let line =
            #"{"text":"Acme, not Bolt","watchlist":[{"subject":"Bolt"},{"subject":"A","terms":["Acme"]}]}"#
        let run = try await Program.run(["try", "match", "--json"], input: line + "\n")
        let matches = try run.objects().first?["matches"] as? [[String: Any]]
        #expect(matches?.compactMap { $0["subject"] as? String } == ["Bolt", "A"])
        #expect(matches?.compactMap { $0["found"] as? String } == ["Bolt", "Acme"])
    }

    @Test func `members of a document come in its order`() async throws {
        let line = #"{"path":"$.*","document":{"z":1,"y":2,"a":3,"m":4,"b":{"q":1,"c":2},"k":6}}"#
        let run = try await Program.run(["try", "jsonpath", "--json"], input: line + "\n")
        #expect(run.lines.first?.hasPrefix(#"{"result":[1,2,3,4,{"q":1,"c":2},6]"#) == true)
    }

    @Test func `base64 may lack its padding`() async throws {
        for text in ["YWI", "YWI=", "YW\\nI="] {
            let run = try await Program.run(
                ["try", "decode", "--json"], input: #"{"base64":"\#(text)"}"# + "\n")
            #expect(try run.objects().first?["text"] as? String == "ab")
        }
    }

    @Test func `duplicates are told after all lines were read`() async throws {
        let text = """
            The reading lamp came with a broken switch and the shop has not answered any of my four letters. \
            I asked for a refund on Monday and for a repair on Friday.
            """
        let lines = [
            #"{"id":"a","text":"\#(text)"}"#, "no JSON", #"{"id":"b","text":"Lovely curtains, thank you."}"#,
            #"{"id":"c","text":"\#(text)"}"#,
        ]
        let run = try await Program.run(
            ["try", "duplicates", "--json"], input: lines.joined(separator: "\n") + "\n")
        #expect(run.code == 0)
        let answers = try run.objects()
        #expect(answers.filter { $0["error"] != nil }.count == 1)
        let pairs = answers.filter { $0["verdict"] != nil }
        try #require(pairs.count == 1)
        #expect(pairs[0]["a"] as? String == "a" && pairs[0]["b"] as? String == "c")
        #expect(pairs[0]["similarity"] as? Double == 1)
    }

    @Test func `the published vector of Standard Webhooks is signed`() async throws {
        let line = try #require(Self.pieces.first { $0.piece == "sign" }?.line)
        let run = try await Program.run(["try", "sign", "--json"], input: line + "\n")
        #expect(
            try run.objects().first?["signature"] as? String
                == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test func `a last line without a line break is read too`() async throws {
        let run = try await Program.run(["try", "decode", "--json"], input: #"{"base64":"YQ=="}"#)
        #expect(run.lines.count == 1)
        #expect(try run.objects().first?["text"] as? String == "a")
    }
}
