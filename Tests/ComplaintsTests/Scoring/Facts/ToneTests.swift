import Testing

@testable import Complaints

/// Praise that is meant, after a trouble that was put right, and praise that is not.
struct ToneTests {
    @Test(
        arguments: [
            ("en", "The lamp flickered, they replaced it at once. Great shop!"),
            ("pl", "Lampa migała, wymienili od ręki. Polecam!"),
            ("ru", "Лампа мигала, заменили сразу. Отлично!"),
            ("de", "Die Lampe flackerte und wurde sofort ersetzt. Klasse!"),
            ("fr", "La lampe clignotait, ils l'ont remplacée. Parfait !"),
            ("es", "La lámpara fallaba, la cambiaron en el acto. Genial."),
            ("tr", "Lamba bozuktu, hemen değiştirdiler. Harika!"),
        ])
    func `a trouble that was put right is told from one that was not`(language: String, text: String) {
        let facts = Facts(text, language: language)
        #expect(facts.solved != nil && facts.sting == nil, "\(text)")
    }

    @Test(
        arguments: [
            ("en", "Well done, my order was cancelled again"), ("en", "Great, another hour on hold."),
            ("pl", "Brawo, lampa znowu zepsuta"), ("ru", "Молодцы, лампа опять сломана"),
            ("de", "Glückwunsch, die Lampe ist schon wieder kaputt"),
            ("it", "Complimenti, la lampada è di nuovo rotta"),
            ("nl", "Gefeliciteerd, de lamp is weer kapot"),
            ("tr", "Tebrikler, lamba yine bozuk"),
        ])
    func `praise right before a trouble stings`(language: String, text: String) {
        let facts = Facts(text, language: language)
        #expect(facts.sting != nil && facts.solved == nil, "\(text)")
    }

    @Test(
        arguments: [
            "Great lamp, bright and cheap.", "Well done, everybody was kind and quick.",
            "They replaced the lamp and the second one is broken too.", "The lamp is great.",
            "We replaced our old lamp.", "Great, they replaced it, and now the new one does not work.", "",
            "!",
        ])
    func `plain praise and plain trouble have no tone of their own`(text: String) {
        let facts = Facts(text, language: "en")
        #expect(facts.sting == nil && facts.solved == nil, "\(text)")
    }

    @Test(
        arguments: [
            (
                "en",
                "They said \"we are sorry for any inconvenience, please contact us\". The lamp is still dark."
            ),
            ("ru", "Ответ: «приносим извинения, напишите нам». Лампа так и не горит."),
            ("de", "Antwort: „Es tut uns leid, bitte kontaktieren Sie uns.“ Die Lampe bleibt dunkel."),
        ])
    func `a company's formulae between quotation marks are not the text's own`(language: String, text: String)
    {
        #expect(!Facts(text, language: language).isOfficialReply, "\(text)")
    }

    @Test func `a reply that stands between quotation marks as a whole is one all the same`() {
        let text = "\"Dear guest, thank you for your review. We are sorry for the noise. Please contact us.\""
        #expect(Facts(text, language: "en").isOfficialReply)
    }
}
