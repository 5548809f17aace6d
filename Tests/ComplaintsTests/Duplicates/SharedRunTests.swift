import Testing

@testable import Complaints

struct SharedRunTests {
    private static let posts = [
        "The parcel locker on Mill Street swallowed my suitcase and the hotline hangs up",
        "Paczkomat przy dworcu połknął moją walizkę, a infolinia odkłada słuchawkę po minucie",
        "Постамат у вокзала проглотил мой чемодан, а оператор бросает трубку через минуту",
        "Die Packstation am Bahnhof verschluckte meinen Koffer und die Hotline legt einfach auf",
        "Výdejní box u nádraží spolkl můj kufr a operátor pokaždé zavěsí telefon bez odpovědi",
        "La consigne automatique devant la gare garde ma valise et personne ne décroche le téléphone",
    ]

    private static func verdict(
        _ a: String, _ b: String, authors: (String?, String?) = (nil, nil),
        sites: (String?, String?) = (nil, nil)
    ) -> SameVerdict {
        compare(
            ComparedText(text: a, author: authors.0, site: sites.0),
            ComparedText(text: b, author: authors.1, site: sites.1)
        ).verdict
    }

    @Test(arguments: posts)
    func `a short post passed on with something around it is one complaint`(post: String) {
        for other in [
            "RT @anna_b: " + post, "ugh RT @anna: " + post, post + " http://t.example/x1 #fail #parcel_lost",
            "#news " + post + " via @anna", "Lost parcels: " + post, post + "! Nobody helps, be warned",
            post.dropLast(3) + "…", "#parcel " + post + "... https://t.example/9",
            "&quot;" + post + "&quot;",
        ] {
            #expect(Self.verdict(post, other).isSameComplaint, "\(other)")
            #expect(Self.verdict(other, post).isSameComplaint, "\(other)")
        }
        #expect(
            Self.verdict(post, "RT @anna: " + post, sites: ("a.example", "b.example")) == .crossPost)
    }

    @Test(
        arguments: [
            // Torn apart by a page.
            (
                "The parcel locker on Mill Street swallowed my suitcase and the hotline hangs up",
                "The par cel locker on Mill Street swal lowed my suit case and the hot line hangs up."
            ),
            // Cut off at a dash, before a fact, within a long sentence.
            (
                "Trouble in town. The parcel locker on Mill Street swallowed my suitcase and the hot-",
                "The parcel locker on Mill Street swallowed my suitcase and the hot-line hangs up"
            ),
            (
                "The parcel locker near the old mill swallowed my suitcase... #help",
                "The parcel locker near the old mill swallowed my suitcase in Leeds and nobody answers"
            ),
            (
                "The parcel locker near the old mill swallowed my suitcase while the hotline hangs up on me again and the shop",
                "The parcel locker near the old mill swallowed my suitcase while the hotline hangs up on me again and the shop "
                    + "laughs. What now?"
            ),
            // Other greetings.
            (
                "Hello all, the parcel locker on Mill Street swallowed my suitcase and the hotline hangs up on me daily.",
                "Good morning. The parcel locker on Mill Street swallowed my suitcase and the hotline hangs up on me "
                    + "daily."
            ),
            // One question with another answer below.
            (
                "The parcel locker on Mill Street swallowed my suitcase. The hotline hangs up on me every day. Whom can I "
                    + "write to so that somebody opens it? Tags: locker",
                "The parcel locker on Mill Street swallowed my suitcase. The hotline hangs up on me every day. Whom can I "
                    + "write to so that somebody opens it? Ask the post office, they have keys"
            ),
        ])
    func `a post that was cut, greeted or torn otherwise is one complaint`(a: String, b: String) {
        #expect(Self.verdict(a, b).isSameComplaint)
        #expect(Self.verdict(b, a).isSameComplaint)
    }

    @Test(
        arguments: [
            // Something inside is another.
            ("suitcase", "bicycle and then my mother's fur"), ("hangs up", "laughs at everyone calling"),
            ("Mill Street", "Station Road"), ("The parcel locker", "A machine"),
            // What is added is part of the sentence.
            ("hangs up", "hangs up on me whenever I try to ask about it"),
        ])
    func `a short post with something changed is another`(from: String, to: String) {
        let post = Self.posts[0]
        #expect(!Self.verdict(post, post.replacing(from, with: to)).isSameComplaint)
    }

    @Test(
        arguments: [
            " I paid £120.", " Order 483920.", " That was on 3 March.", " It was in Leeds.",
        ])
    func `a short post that goes on with another fact is not surely the same`(added: String) {
        #expect(!Self.verdict(Self.posts[0] + ".", Self.posts[0] + "." + added).isSameComplaint)
    }

    @Test func `an answer to one customer is not the answer to another`() {
        let answer = " please write to us so that our department can look into the missing refund"
        #expect(!Self.verdict("@anna" + answer, "@piotr_k" + answer).isSameComplaint)
        #expect(Self.verdict("@anna" + answer, "@anna" + answer + " #refund").isSameComplaint)
    }

    @Test func `equal words are one complaint from eight on, unless anybody may write them`() {
        let told = "The courier threw my parcel over the garden fence"
        #expect(Self.verdict(told, told) == .same)
        #expect(Self.verdict(told, told, sites: ("a.example", "b.example")) == .crossPost)
        #expect(Self.verdict("Courier threw the lamp away", "Courier threw the lamp away") == .different)
    }

    static let generic = [
        "Very good service, fast delivery, friendly staff, I recommend this shop to everyone",
        "Terrible service, never again, stay away from this company, they are the worst ever",
        "Bardzo dobra obsługa, szybka dostawa, polecam wszystkim ten sklep, na pewno jeszcze wrócę",
        "Очень хороший магазин, быстрая доставка, вежливый персонал, всем рекомендую, спасибо большое вам",
        "Sehr guter Service, schnelle Lieferung, alles super, immer wieder gerne, kann ich nur weiter empfehlen",
        "Velmi dobrý obchod, rychlé dodání, ochotný personál, všem doporučuji, děkuji a rád zase přijdu",
        "Très bon service, livraison rapide, personnel sympathique, je recommande ce magasin à tous, merci",
        "The app does not open since the update and support never answers my letters",
        "Fatalna aplikacja, po aktualizacji nie działa, nikt nie odpowiada na zgłoszenia, nie polecam nikomu",
        "非常好的服务，我会推荐给所有人的",
    ]

    @Test(arguments: generic)
    func `a dozen words under two names are two people's`(text: String) {
        for other in [text, text + "!", "#shop " + text + " #bad", "Be warned: " + text] {
            let verdict = Self.verdict(
                text, other, authors: ("Anna Kos", "Piotr Zet"), sites: ("a.example", "b.example"))
            #expect(!verdict.isSameComplaint, "\(other)")
        }
    }

    @Test(arguments: generic.prefix(7))
    func `praise and blame in general words are nobody's own`(text: String) {
        #expect(!Self.verdict(text, text).isSameComplaint)
        #expect(!Self.verdict(text, "RT @anna: " + text + " #shop").isSameComplaint)
    }
}
