import Foundation
import Testing
import TestSupport

@testable import Complaints

struct LanguageTests {
    @Test(
        arguments: [
            ("en", "The parcel never came and they have not answered me."),
            ("pl", "Paczka nie dotarła i nikt się do mnie nie odzywa."),
            ("ru", "Посылка так и не пришла, и мне никто не отвечает."),
            ("uk", "Посилка так і не прийшла, і мені ніхто не відповідає."),
            ("bg", "Пратката така и не дойде и никой не ми отговаря, аз съм ядосан."),
            ("cs", "Balík nikdy nepřišel a nikdo mi neodpovídá, což je velmi špatné."),
            ("sk", "Balík nikdy neprišiel a nikto mi neodpovedá, čo je veľmi zlé."),
            ("de", "Das Paket ist nicht angekommen und niemand antwortet mir."),
            ("fr", "Le colis n'est pas arrivé et on ne me répond pas."),
            ("es", "El paquete no llegó y no me responde nadie, es una vergüenza."),
            ("it", "Il pacco non è arrivato e nessuno mi risponde da una settimana."),
            ("pt", "A encomenda não chegou e ninguém me responde, isso é uma vergonha."),
            ("nl", "Het pakket is niet aangekomen en niemand geeft mij een antwoord."),
            ("ro", "Coletul nu a ajuns și nimeni nu îmi răspunde de o săptămână."),
            ("hu", "A csomag nem érkezett meg, és senki sem válaszol nekem."),
            ("lt", "Siunta taip ir neatėjo, ir niekas man neatsako, tai yra labai blogai."),
            ("tr", "Paket hiç gelmedi ve kimse bana cevap vermiyor, çok kötü bir hizmet."),
            ("el", "Το δέμα δεν ήρθε ποτέ"), ("ja", "荷物が届きませんでした"), ("ko", "소포가 오지 않았어요"),
        ])
    func `a sentence is enough to tell a language`(language: String, text: String) {
        #expect(recognisedLanguage(of: text) == language)
    }

    @Test(arguments: ["", "ok", "5/5", "👍👍👍", "Samsung Galaxy", "http://t.co/x"])
    func `too little is not guessed at`(text: String) {
        #expect(recognisedLanguage(of: text) == nil)
    }

    @Test(.needsCases("text/complaints.jsonl"))
    func `real posts are rarely taken for another language`() throws {
        struct Post: Decodable {
            var lang: String
            var text: String
        }
        var told = 0
        var wrong = 0
        for line in try Cases.lines("text/complaints.jsonl").enumerated() where line.offset % 10 == 3 {
            let post = try JSONDecoder().decode(Post.self, from: line.element)
            guard let language = recognisedLanguage(of: post.text) else { continue }
            told += 1
            if language != post.lang { wrong += 1 }
        }
        #expect(told > 3000)
        #expect(Double(wrong) <= 0.02 * Double(told))
    }
}
