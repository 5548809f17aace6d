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
        ("Key whsec_AAAABBBBCCCCDDDD here", "a secret (line 1, column 5)"),
    ])
    func `what is inside is found with its place`(text: String, leak: String) {
        #expect(Self.inside.leaks(in: text).map(\.description) == [leak])
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
