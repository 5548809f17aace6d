import Complaints
import TestSupport
import Testing

/// What must stay inside is found in a reply, with its place; what may be said is not.
struct InsideWordsTests {
    private static var inside: InsideWords {
        var inside = InsideWords()
        inside.logins = ["ola", "j.kowal7"]
        inside.notes = [
            "this customer threatened us twice last year, be careful", "probably a troublemaker again",
            "asked the warehouse",
        ]
        inside.tags = ["vip-churn", "litigious", "refund"]
        inside.scores = [0.934]
        inside.reasons = ["words of anger: never again, shame"]
        inside.mentions = [1234]
        inside.ownCase = 42
        inside.others = ["Piotr Zawada", "graham.t"]
        inside.endpoints = ["desk", "crm-hook"]
        inside.hosts = ["hooks.acme.example"]
        inside.paths = ["data/shop/ombud.db"]
        inside.secrets = ["open sesame"]
        inside.publicTexts = ["I was charged twice, case closed? never. Anna", "Anna"]
        return inside
    }

    @Test(arguments: [
        ("Dear Anna, ola will write to you.", "the login “ola” (line 1, column 12)"),
        ("Sorry.\nAsk J.Kowal7 about it.", "the login “J.Kowal7” (line 2, column 5)"),
        (
            "As noted, this customer threatened us twice last year.",
            "words of an inside note “this customer threatened us twice last year” (line 1, column 11)"
        ),
        (
            "Probably a troublemaker again!",
            "words of an inside note “Probably a troublemaker again” (line 1, column 1)"
        ),
        ("We asked the warehouse.", "words of an inside note “asked the warehouse” (line 1, column 4)"),
        ("You are marked vip-churn here.", "the tag “vip-churn” (line 1, column 16)"),
        ("We know you are litigious.", "the tag “litigious” (line 1, column 17)"),
        ("Your complaint scored 0.93 with us.", "the score “0.93” (line 1, column 23)"),
        (
            "Reason: words of anger: never again, shame.",
            "a reason of the score “words of anger: never again, shame” (line 1, column 9)"
        ),
        ("See m1234 for it.", "the inside number “m1234” (line 1, column 5)"),
        ("It is like case #41.", "another case “case #41” (line 1, column 12)"),
        ("Piotr Zawada had the same.", "another customer “Piotr Zawada” (line 1, column 1)"),
        ("As we told @graham.t, sorry.", "another customer “graham.t” (line 1, column 13)"),
        ("It went to crm-hook.", "the endpoint “crm-hook” (line 1, column 12)"),
        ("Sent by the endpoint desk.", "the endpoint “desk” (line 1, column 22)"),
        (
            "See http://10.0.0.7/tickets/9 please",
            "the inside address “http://10.0.0.7/tickets/9” (line 1, column 5)"
        ),
        (
            "See https://wiki.corp/refunds.",
            "the inside address “https://wiki.corp/refunds” (line 1, column 5)"
        ),
        ("Write to boss@acme.internal", "the inside address “boss@acme.internal” (line 1, column 10)"),
        (
            "Post to https://hooks.acme.example/in",
            "the inside address “https://hooks.acme.example/in” (line 1, column 9)"
        ),
        (
            "The file is /var/lib/ombud/ombud.db",
            "the inside path “/var/lib/ombud/ombud.db” (line 1, column 13)"
        ),
        ("Zawada Piotr had it too.", "another customer “Zawada Piotr” (line 1, column 1)"),
        ("As ZAWADA, Piotr said.", "another customer “ZAWADA, Piotr” (line 1, column 4)"),
        ("Key whsec_AAAABBBBCCCCDDDD here", "a secret (line 1, column 5)"),
    ])
    func `what is inside is found with its place`(text: String, leak: String) {
        #expect(Self.inside.leaks(in: text).map(\.description) == [leak])
    }

    @Test(arguments: [
        ("Your complaint scored 93% with us.", "93%"), ("It has a score of 93 percent.", "93 percent"),
        ("Our score: 93.", "93"), ("We scored it 93/100.", "93/100"), ("Score 93.4 % here.", "93.4 %"),
        ("Our score of it is 0.94", "0.94"), ("It got a score of .93 here.", "93"),
        ("Its score is 9.3 out of 10.", "9.3 out of 10"), ("Rated 0,9 by our program.", "0,9"),
        ("Ocena skargi: 93%.", "93%"), ("Prawdopodobieństwo, że to skarga, wynosi 93 procent.", "93 procent"),
        ("Państwa skarga dostała wynik 93 na 100.", "93 na 100"), ("Оценка вашей жалобы: 93 %.", "93 %"),
        ("Вероятность жалобы 0,93.", "0,93"), ("Ihre Beschwerde wurde mit 93 % bewertet.", "93 %"),
        ("Die Punktzahl liegt bei 93 von 100.", "93 von 100"),
    ])
    func `the score is found in every form beside a word for it`(text: String, score: String) {
        let leaks = Self.inside.leaks(in: text)
        #expect(leaks.map(\.what) == ["the score"] && leaks.first?.found == score, "\(leaks)")
    }

    @Test(arguments: [(0.984, "score 98%"), (0.997, "Your complaint scored 100%"), (0.997, "score 1.0")])
    func `a score is found rounded and cut off`(score: Double, text: String) {
        var inside = InsideWords()
        inside.scores = [score]
        #expect(inside.leaks(in: text).map(\.what) == ["the score"])
    }

    @Test(arguments: [
        "/usr/local/share/notes", "/mnt/shop", "~/notes.txt", "C:\\Shop\\data.db", "d:/shop/data.db",
        "\\\\server\\share", "sqlite:shop.db", "store=/mnt/shop", "file:///mnt/shop", "data/shop/ombud.db",
    ])
    func `a path of the machine is found`(path: String) {
        let leaks = Self.inside.leaks(in: "It is kept in (\(path)), as you know.")
        #expect(leaks.map(\.what) == ["the inside path"] && leaks.first?.found == path, "\(leaks)")
    }

    @Test(arguments: [
        "You get 93% of the price back.", "The parcel 93/100 is on its way.", "We sent 93 letters.",
        "Your rating of 1 star is fair.", "You rated us 1/5; we lowered the fee to 50%.",
        "Wynik kontroli: 12 sztuk. Zwrócimy 93% ceny.", "See https://acme.example/help/returns and/or /help.",
        "We answered on /r/acme on 05/06/2026, 24/7.", "Dear Anna, Piotr will call you at 9:30.",
        "Вернём 93 % до 15.05.2026.",
    ])
    func `shares, ratings and addresses of the public are left alone`(text: String) {
        #expect(Self.inside.leaks(in: text).map(\.description) == [])
    }

    @Test(arguments: [
        "Dear Anna, we are sorry. We will refund you by Friday. Your case is number 42. Ola, customer care",
        "Our help desk will call you, and a refund is on its way.",
        "You were charged 0.50 EUR twice; write to help@acme.example or see https://acme.example/help.",
        "Zamówienie #48213 zwrócimy do piątku, 15.05.2026. Przepraszamy!",
        "Your case #42 is with us; the parcel 120 m2 of carpet comes on Monday.",
        "Мы вернём вам 1 250,00 руб. до пятницы.",
    ])
    func `what may be said is left alone`(text: String) {
        #expect(Self.inside.leaks(in: text).map(\.description) == [])
    }

    @Test func `names that a reply may hold are taken for looking up`() {
        let names = InsideWords.possibleNames(
            in: "Dear Anna K., as Piotr Zawada and user_77 said to Anna Maria Nowak")
        #expect(names.isSuperset(of: ["Anna K", "Piotr Zawada", "user_77", "Anna Maria Nowak"]))
    }
}
