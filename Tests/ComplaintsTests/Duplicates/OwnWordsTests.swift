import Testing

@testable import Complaints

struct OwnWordsTests {
    @Test(
        arguments: [
            ("> Your order never came\nIt came to me.", "It came to me."),
            ("[quote=Anna]Nothing works\nat all[/quote]Same here.", "Same here."),
            ("[quote]a[quote]b[/quote]c[/quote]\nOnly this", "Only this"),
            ("Anna wrote:\n> it broke\n\nMine broke too", "Mine broke too"),
            ("Jan napisał:\nzepsuło się\n\nU mnie też", "U mnie też"),
            ("Анна писала:\n> сломалось\nУ меня тоже", "У меня тоже"),
            ("Mir reicht es.\n-----Ursprüngliche Nachricht-----\nSehr geehrte Kundin", "Mir reicht es."),
            ("Nefunguje to.\n--- Původní zpráva ---\nDobrý den", "Nefunguje to."),
            ("It broke again. Read more", "It broke again"), ("Zepsuło się...\nCzytaj więcej", "Zepsuło się"),
            ("Сломалось. Читать далее...", "Сломалось"), ("[Edited] It broke", "It broke"),
            ("Kaputt [bearbeitet]", "Kaputt"), ("See https://a.example/x?y=1 it broke", "See it broke"),
            ("It is > 5 days, [sic] and more", "It is > 5 days, [sic] and more"),
            ("Their words were:\nno refund, never", "Their words were:\nno refund, never"),
        ])
    func `quotes, letters and what sites put in are not the author's`(text: String, own: String) {
        let found = ownWords(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(found == own.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    @Test(arguments: [
        "> all of it is quoted", "[quote]all[/quote]", "https://only.example/", "Read more", "",
    ])
    func `a text of nothing else stays as it is`(text: String) {
        #expect(ownWords(text) == text)
    }
}
