import Complaints
import Testing

@testable import Reading

/// Answers of well-known kinds of interfaces, read without a rule.
struct JSONShapeTests {
    static func page(_ body: String, type: String = "application/json") throws -> Page {
        try read(
            PageInput(
                bytes: Array(body.utf8), url: "https://shop.example/reviews", contentType: type,
                now: Instant(seconds: 1_772_000_000)))
    }

    static func line(_ record: Record) -> String {
        let rating = record.rating.map { "\(decimal($0.value))/\($0.best.map(decimal) ?? "?")" }
        return [
            record.author, record.published?.instant.description.prefix(10).description, rating, record.title,
            record.text, record.reply?.text,
        ].map { $0 ?? "-" }.joined(separator: "|")
    }

    private static func decimal(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    static let answers: [(kind: String, json: String, first: String)] = [
        (
            "reviews with a consumer",
            """
            {"businessUnit":{"displayName":"Shop"},"reviews":[{"id":"66a","text":"The parcel never arrived and nobody answers.",
            "title":"Never again","rating":1,"likes":0,"language":"en","dates":{"experiencedDate":"2026-01-02T00:00:00Z",
            "publishedDate":"2026-01-05T10:00:00Z","updatedDate":null},"consumer":{"id":"c1","displayName":"Ann B","countryCode":"GB"},
            "reply":{"message":"Sorry to hear that, Ann.","publishedDate":"2026-01-06T10:00:00Z"}}]}
            """,
            "Ann B|2026-01-05|1/5|Never again|The parcel never arrived and nobody answers.|Sorry to hear that, Ann."
        ),
        (
            "places",
            """
            {"reviews":[{"name":"places/x1/reviews/y1","relativePublishTimeDescription":"a month ago","rating":2,
            "text":{"text":"Cold food and a long wait.","languageCode":"en"},"originalText":{"text":"Cold food and a long wait."},
            "authorAttribution":{"displayName":"Tom Vale","uri":"https://maps.example/u/1"},"publishTime":"2026-01-15T08:00:00Z"}]}
            """, "Tom Vale|2026-01-15|2/5|-|Cold food and a long wait.|-"
        ),
        (
            "business profile",
            """
            {"reviews":[{"reviewId":"r9","reviewer":{"displayName":"Ola Kot","profilePhotoUrl":"https://x.example/p.jpg"},
            "starRating":"ONE","comment":"Bardzo długo czekałam na zwrot.","createTime":"2026-02-01T10:11:12Z",
            "updateTime":"2026-02-03T10:11:12Z","reviewReply":{"comment":"Przepraszamy.","updateTime":"2026-02-04T00:00:00Z"}}],"totalReviewCount":1}
            """, "Ola Kot|2026-02-01|1/5|-|Bardzo długo czekałam na zwrot.|Przepraszamy."
        ),
        (
            "attributes",
            """
            {"data":[{"type":"customerReviews","id":"a-1","attributes":{"rating":2,"title":"Slow","body":"The app is slow since May.",
            "reviewerNickname":"kato","createdDate":"2026-01-20T01:02:03-08:00","territory":"POL"}}],"links":{"next":"https://shop.example/reviews?cursor=b"}}
            """, "kato|2026-01-20|2/5|Slow|The app is slow since May.|-"
        ),
        (
            "user comments",
            """
            {"reviews":[{"reviewId":"gp:1","authorName":"Piotr","comments":[{"userComment":{"text":"\\tNie działa po aktualizacji",
            "lastModified":{"seconds":"1769900000","nanos":1},"starRating":1}},{"developerComment":{"text":"Pracujemy nad tym.",
            "lastModified":{"seconds":"1769990000"}}}]}]}
            """, "Piotr|2026-01-31|1/5|-|Nie działa po aktualizacji|Pracujemy nad tym."
        ),
        (
            "forum posts",
            """
            {"post_stream":{"posts":[{"id":1,"name":"Eva N","username":"eva","avatar_template":"/a.png","created_at":"2026-01-01T10:00:00.000Z",
            "cooked":"<p>My order was lost <b>twice</b>.</p>","post_number":1,"reply_count":1,"topic_id":7,"topic_slug":"lost"},
            {"id":2,"name":"","username":"rob","created_at":"2026-01-02T10:00:00.000Z","cooked":"<p>Same here, sadly.</p>","post_number":2,"topic_id":7}]},"id":7}
            """, "eva|2026-01-01|-|-|My order was lost twice.|-"
        ),
        (
            "listing of children",
            """
            {"kind":"Listing","data":{"after":"t3_b","children":[{"kind":"t3","data":{"subreddit":"acme","selftext":"They double charged my card and refuse to help.",
            "title":"Double charge","author":"deep_lake","created_utc":1769900000.0,"permalink":"/r/acme/comments/1/double/","id":"1ab","score":5,"ups":5,
            "num_comments":3,"thumbnail":"self","url":"https://r.example/x"}}]}}
            """, "deep_lake|2026-01-31|-|Double charge|They double charged my card and refuse to help.|-"
        ),
        (
            "hits",
            """
            {"hits":[{"author":"lcm","comment_text":"Their support never replied to me.","created_at":"2026-02-01T00:00:00Z","created_at_i":1769904000,
            "objectID":"99","points":null,"story_title":"Acme is down","parent_id":98}],"nbHits":1}
            """, "lcm|2026-02-01|-|Acme is down|Their support never replied to me.|-"
        ),
        (
            "one item",
            #"{"by":"nna","id":12,"kids":[13],"parent":11,"text":"It broke after a week, really.","time":1769900000,"type":"comment"}"#,
            "nna|2026-01-31|-|-|It broke after a week, really.|-"
        ),
        (
            "questions",
            """
            {"items":[{"tags":["x"],"owner":{"reputation":1,"user_id":5,"display_name":"quil"},"is_answered":false,"view_count":9,"score":4,
            "creation_date":1769900000,"question_id":5,"link":"https://q.example/5","title":"Why is it failing?","body":"<p>The device stops after an hour.</p>"}],"has_more":false}
            """, "quil|2026-01-31|-|Why is it failing?|The device stops after an hour.|-"
        ),
        (
            "capital names",
            """
            {"Results":[{"Id":"31","CID":"x","Rating":2,"RatingRange":5,"ReviewText":"The zip broke at once.","Title":"Poor zip","UserNickname":"Mo",
            "SubmissionTime":"2026-01-31T12:00:00.000+00:00","ContentLocale":"en_US","ClientResponses":[{"Response":"Please write to us.","Name":"Care","Date":"2026-02-01T00:00:00Z"}],
            "Photos":[],"IsRatingsOnly":false}],"TotalResults":1}
            """, "Mo|2026-01-31|2/5|Poor zip|The zip broke at once.|Please write to us."
        ),
        (
            "scores that are marks",
            """
            {"response":{"reviews":[{"id":1,"score":1,"content":"It smells terrible.","title":"Bad","created_at":"2026-01-31T12:00:00.000Z","user":{"user_id":2,"display_name":"Li"},
            "comment":{"id":4,"content":"We are sorry, Li.","created_at":"2026-02-02"}},
            {"id":2,"score":5,"content":"I love everything about it.","title":"Good","created_at":"2026-01-30T12:00:00.000Z","user":{"display_name":"Bo"}}]}}
            """, "Li|2026-01-31|1/5|Bad|It smells terrible.|We are sorry, Li."
        ),
        (
            "reviewer",
            """
            {"current_page":1,"reviews":[{"id":5,"title":"Meh","body":"Did not fit at all.","rating":2,"product_external_id":9,"reviewer":{"id":8,"email":"x@y.example","name":"Zoe Lee"},
            "created_at":"2026-01-01T00:00:00+00:00","verified":"buyer","pictures":[]}]}
            """, "Zoe Lee|2026-01-01|2/5|Meh|Did not fit at all.|-"
        ),
        (
            "comments of a blog",
            """
            [{"id":7,"post":3,"parent":0,"author":0,"author_name":"Hana","author_url":"","date":"2026-01-03T10:00:00","date_gmt":"2026-01-03T09:00:00",
            "content":{"rendered":"<p>The shop lied to me.</p>\\n"},"link":"https://shop.example/a#comment-7","status":"approved","type":"comment"}]
            """, "Hana|2026-01-03|-|-|The shop lied to me.|-"
        ),
        (
            "messages",
            """
            {"cursor":{"hasNext":false},"response":[{"message":"<p>Awful service today.</p>","raw_message":"Awful service today.","id":"55","author":{"username":"gus","name":"Gus"},
            "createdAt":"2026-01-03T10:00:00","likes":2,"parent":null,"isSpam":false}]}
            """, "Gus|2026-01-03|-|-|Awful service today.|-"
        ),
        (
            "statuses",
            """
            [{"id":"11","created_at":"2026-01-03T10:00:00.000Z","language":"en","url":"https://m.example/@kim/11","replies_count":0,"reblogs_count":0,
            "content":"<p>Acme lost my luggage</p>","account":{"id":"2","username":"kim","acct":"kim","display_name":"Kim W","url":"https://m.example/@kim"},"media_attachments":[]}]
            """, "Kim W|2026-01-03|-|-|Acme lost my luggage|-"
        ),
        (
            "issues",
            """
            [{"url":"https://api.example/i/4","html_url":"https://code.example/i/4","id":900,"number":4,"title":"Crash on start","user":{"login":"dev1","id":1},"labels":[],
            "state":"open","comments":2,"created_at":"2026-01-03T10:00:00Z","updated_at":"2026-01-05T10:00:00Z","body":"It crashes when I open it."}]
            """, "dev1|2026-01-03|-|Crash on start|It crashes when I open it.|-"
        ),
        (
            "a wall",
            """
            {"response":{"count":1,"items":[{"id":3,"from_id":77,"owner_id":-5,"date":1769900000,"text":"Ужасное обслуживание в магазине","comments":{"count":1},"likes":{"count":3}}],
            "profiles":[{"id":77,"first_name":"Анна","last_name":"Белова"}],"groups":[{"id":5,"name":"Магазин"}]}}
            """, "Анна Белова|2026-01-31|-|-|Ужасное обслуживание в магазине|-"
        ),
        (
            "threads of comments",
            """
            {"items":[{"id":"t","snippet":{"videoId":"v","topLevelComment":{"id":"c","snippet":{"textDisplay":"Their product broke my phone","textOriginal":"Their product broke my phone",
            "authorDisplayName":"@ray","publishedAt":"2026-01-03T10:00:00Z","likeCount":1}},"totalReplyCount":0}}]}
            """, "@ray|2026-01-03|-|-|Their product broke my phone|-"
        ),
        (
            "pros and cons",
            """
            {"opinie":[{"id":4,"autor":"Marek","ocena":"3,5/5","data":"2026-01-03","zalety":"Szybka dostawa","wady":"Pudełko zgniecione"}]}
            """, "Marek|2026-01-03|3.5/5|-|Szybka dostawa\nPudełko zgniecione|-"
        ),
        (
            "a scale of ten",
            """
            {"data":{"reviewList":{"nodes":[{"reviewScore":4,"positiveText":"Nice view from the window","negativeText":"Dirty room","guestName":"Ina","reviewedDate":1769900000},
            {"reviewScore":9.2,"positiveText":"All was well there","negativeText":null,"guestName":"Al","reviewedDate":1769800000}]}}}
            """, "Ina|2026-01-31|4/10|-|Nice view from the window\nDirty room|-"
        ),
        (
            "a map by identifiers",
            """
            {"entities":{"reviews":{"r1":{"author":"Eve","comment":"Never got my refund back.","stars":1,"createdAt":1769900000000},
            "r2":{"author":"Max","comment":"The courier was very rude.","stars":2,"createdAt":1769800000000}}}}
            """, "Eve|2026-01-31|1/5|-|Never got my refund back.|-"
        ),
        (
            "answers of staff among replies",
            """
            {"comments":[{"id":1,"user":{"name":"Ula"},"text":"Where is my parcel, please?","date":"2026-01-03","replies":[
            {"id":2,"user":{"name":"Bo"},"text":"I wait for mine as well.","date":"2026-01-04"},
            {"id":3,"user":{"name":"Acme"},"text":"It is on the way.","date":"2026-01-05","isOfficial":true}]}]}
            """, "Ula|2026-01-03|-|-|Where is my parcel, please?|It is on the way."
        ),
        (
            "flat replies",
            """
            [{"review_id":1,"customer_name":"Ian","review_text":"Wrong colour was sent.","rating":"2","date_created":"2026-01-03 10:00:00","reply_text":"We will swap it.","reply_date":"2026-01-04"}]
            """, "Ian|2026-01-03|2/5|-|Wrong colour was sent.|We will swap it."
        ),
    ]

    @Test(arguments: answers)
    func `an answer of a common kind is read without a rule`(kind: String, json: String, first: String) throws
    {
        let page = try Self.page(json)
        #expect(page.records.first.map(Self.line) == first, "\(kind)")
        #expect(page.records.allSatisfy { $0.via == .json })
    }

    @Test(arguments: [
        "%", ")]}'\n%", ")]}',\n\n%", "for (;;);%", "while(1);%", "/**/show(%);", "jQuery123_4.done( % )",
        "\n %\n",
        "%\n%\n",
    ])
    func `guards and callbacks around an answer are passed over`(frame: String) throws {
        let one =
            #"{"id":7,"author":"Ann","rating":1,"text":"It broke on the first day.","date":"2026-01-03"}"#
        let body = frame.split(separator: "%", omittingEmptySubsequences: false).joined(separator: one)
        let page = try Self.page(body, type: "text/javascript")
        #expect(page.kind == .json)
        #expect(page.records.map(Self.line) == ["Ann|2026-01-03|1/5|-|It broke on the first day.|-"])
    }

    @Test func `reviews that an answer holds twice are read once`() throws {
        let one = #"{"author":"Ann","rating":1,"text":"It broke on the first day.","date":"2026-01-03""#
        let page = try Self.page("{\"reviews\":[\(one)}],\"latestReviews\":[\(one),\"id\":5}]}")
        #expect(page.records.count == 1)
    }

    @Test func `identifiers, addresses and languages are kept`() throws {
        let page = try Self.page(Self.answers[0].json)
        #expect(page.records.first?.id == "66a")
        #expect(page.records.first?.language == "en")
        let issue = try Self.page(Self.answers[16].json)
        #expect(issue.records.first?.url == "https://code.example/i/4")
        #expect(try Self.page(Self.answers[3].json).next == "https://shop.example/reviews?cursor=b")
    }

    @Test(arguments: [
        #"{"products":[{"id":1,"name":"Lamp","description":"A lamp for every desk and room.","price":9.5,"rating":4.5,"reviewCount":9,"createdAt":"2026-01-01"}]}"#,
        #"[{"id":1,"date":"2026-01-01T00:00:00","slug":"a","title":{"rendered":"A"},"content":{"rendered":"<p>A long article of ours.</p>"},"excerpt":{"rendered":"x"},"author":1,"featured_media":3,"categories":[1]}]"#,
        #"{"menu":[{"title":"Home","url":"/","text":"Go to the home page"},{"title":"Shop","url":"/s","text":"Go to the shop"}]}"#,
        #"{"en":{"review.title":"Write a review","review.text":"Your review text here","review.rating":"Rating"}}"#,
        #"{"flags":[{"key":"reviews-v2","enabled":true,"description":"Shows the new reviews","updatedAt":"2026-01-01"}]}"#,
        #"{"stores":[{"name":"Mill St","address":"1 Mill St","phone":"1","rating":4.1,"description":"Our store in the mill.","lat":1,"lng":2}]}"#,
        #"{"faq":[{"question":"How do I return it?","answer":"Send it back to us within a month."}]}"#,
        #"{"a":1}"#, "[]", "[1,2,3]", #"{"reviews":[]}"#,
    ])
    func `products, articles, menus and settings are no records`(json: String) throws {
        #expect(try Self.page(json).records.isEmpty)
    }
}
