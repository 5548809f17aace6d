import Complaints
import Demo
import Foundation
import Testing

@Suite struct `The demo site` {
    static let now = Instant(seconds: 1_772_380_800)

    private func withSite(_ body: (DemoSite, String) async throws -> Void) async throws {
        let site = DemoSite(now: Self.now)
        try await site.start()
        do {
            try await body(site, site.url())
        } catch {
            await site.stop()
            throw error
        }
        await site.stop()
    }

    @Test(arguments: DemoPage.allCases)
    func `every page mixes fresh complaints with old ones and with praise`(page: DemoPage) async {
        let posts = await DemoSite(now: Self.now).posts(on: page)
        let week = Self.now - .seconds(7 * 86_400)
        #expect(posts.contains { $0.published > week && ($0.stars ?? 1) <= 2 })
        #expect(posts.contains { $0.published < week })
        #expect(posts.contains { ($0.stars ?? 5) >= 4 })
        #expect(posts.map(\.published) == posts.map(\.published).sorted(by: >))
        #expect(Set(posts.map(\.id)).count == posts.count)
    }

    @Test(arguments: DemoPage.allCases)
    func `every page is sent in the encoding it names`(page: DemoPage) async throws {
        try await withSite { site, root in
            let answer = try await Client.get(root + page.path)
            let encoding: String.Encoding =
                switch page.encoding {
                case "windows-1251": .windowsCP1251
                case "iso-8859-2": .isoLatin2
                default: .utf8
                }
            let text = try #require(String(data: answer.body, encoding: encoding))
            let newest = try #require(await site.posts(on: page).first)
            #expect(answer.status == 200)
            #expect(text.contains(newest.author))
            #expect(
                text.contains("encoding=\"\(page.encoding)\"")
                    || text.contains("charset=\"\(page.encoding)\""))
            #expect((String(data: answer.body, encoding: .utf8) == nil) == (page.encoding != "utf-8"))
        }
    }

    @Test func `an unchanged page is not sent twice, a changed one is`() async throws {
        try await withSite { site, root in
            let address = root + DemoPage.englishReviews.path
            let tag = try #require(try await Client.get(address).header("ETag"))
            let again = try await Client.get(address, ifNoneMatch: tag)
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            await site.publish(
                Draft(author: "Nell", stars: 1, title: "Cracked", text: "It came cracked."),
                on: .englishReviews,
                at: Self.now)
            let changed = try await Client.get(address, ifNoneMatch: tag)
            #expect(changed.status == 200)
            #expect(changed.text.contains("It came cracked."))
        }
    }

    @Test func `following rel=next reaches every post once`() async throws {
        try await withSite { site, root in
            var address: String? = root + DemoPage.polishReviews.path
            var seen: [String] = []
            var pages = 0
            while let current = address, pages < 10 {
                pages += 1
                let text = try await Client.get(current).text
                seen += text.matches(of: /class="opinion" id="([^"]+)"/).map { String($0.1) }
                address = text.firstMatch(of: /<link rel="next" href="([^"]+)">/).map { String($0.1) }
            }
            #expect(pages == 3)
            #expect(seen == (await site.posts(on: .polishReviews)).map(\.id))
        }
    }

    @Test func `what people do is seen on the pages`() async throws {
        try await withSite { site, root in
            let post = await site.publish(
                Draft(author: "Nell <n>", stars: 1, title: "A & B", text: "No refund. Nobody answers."),
                on: .forum,
                at: Self.now)
            let forum = root + DemoPage.forum.path
            #expect(try await Client.get(forum).text.contains("Nell &lt;n&gt;"))

            try await site.edit(post.id, text: "Still no refund.", stars: 2, at: Self.now + .seconds(60))
            let edited = try await Client.get(forum).text
            #expect(edited.contains("Still no refund.") && !edited.contains("Nobody answers."))

            let twin = try await site.crossPost(post.id, to: .englishReviews, at: Self.now + .seconds(90))
            #expect(twin.id != post.id)
            #expect(twin.author == post.author)
            #expect(try await Client.get(root + DemoPage.englishReviews.path).text.contains(twin.text))

            try await site.reply(to: post.id, text: "We are sorry.", at: Self.now + .seconds(120))
            #expect(try await Client.get(site.url(of: post)).text.contains("We are sorry."))
            try await site.withdrawReply(to: post.id)
            #expect(try await !Client.get(forum).text.contains("We are sorry."))

            try await site.remove(post.id)
            #expect(try await !Client.get(forum).text.contains("Still no refund."))
            #expect(try await Client.get(site.url(of: post)).status == 404)
        }
    }

    @Test(arguments: Retelling.allCases, ["en", "pl", "ru"])
    func `a retold complaint is not the same text`(retelling: Retelling, language: String) async throws {
        let site = DemoSite(now: Self.now)
        let page: DemoPage =
            language == "pl" ? .polishReviews : language == "ru" ? .russianReviews : .englishReviews
        let original = try #require(await site.posts(on: page).first)
        let twin = try await site.crossPost(original.id, to: page, at: Self.now, retelling: retelling)
        #expect(twin.text != original.text)
        #expect(
            twin.text.split(whereSeparator: \.isWhitespace).count >= original.text.split(separator: " ").count
        )
    }

    @Test func `feeds take no replies, unknown posts no changes`() async throws {
        let site = DemoSite(now: Self.now)
        let question = try #require(await site.posts(on: .questions).first)
        await #expect(throws: DemoFailure.noRepliesOn(.questions)) {
            try await site.reply(to: question.id, text: "Sorry", at: Self.now)
        }
        await #expect(throws: DemoFailure.noSuchPost("en-999")) { try await site.remove("en-999") }
        await #expect(throws: DemoFailure.notRunning) { try await site.url() }
    }

    @Test func `a JSON-LD page carries each review with author, stars, date and reply`() async throws {
        try await withSite { site, root in
            let text = try await Client.get(root + DemoPage.englishReviews.path).text
            let json = try #require(
                text.components(separatedBy: "<script type=\"application/ld+json\">").last?
                    .components(separatedBy: "</script>").first)
            let shop = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            let reviews = try #require(shop["review"] as? [[String: Any]])
            let posts = await site.posts(on: .englishReviews)
            #expect(reviews.compactMap { $0["identifier"] as? String } == posts.map(\.id))
            #expect(
                reviews.compactMap { $0["datePublished"] as? String } == posts.map(\.published.description))
            #expect(
                reviews.compactMap { ($0["reviewRating"] as? [String: Any])?["ratingValue"] as? Int }
                    == posts.compactMap(\.stars))
            #expect(reviews.filter { $0["comment"] != nil }.count == posts.filter { $0.reply != nil }.count)
        }
    }

    @Test func `the feeds are well-formed XML`() async throws {
        try await withSite { site, root in
            for page in [DemoPage.questions, .reports] {
                await site.publish(
                    Draft(author: "&<\">", title: "]]> &amp;", text: "a < b\nb & c"), on: page, at: Self.now)
                let text = try await Client.get(root + page.path).text
                #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>"))
                #expect(text.contains("&lt;p&gt;a &amp;lt; b&lt;/p&gt;"))
            }
            let rss = try await Client.get(root + DemoPage.questions.path).text
            #expect(rss.contains("<pubDate>Sun, 01 Mar 2026 16:00:00 +0000</pubDate>"))
        }
    }
}
