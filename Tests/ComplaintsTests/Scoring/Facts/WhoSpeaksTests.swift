import TestSupport
import Testing

@testable import Complaints

/// Who speaks, and whether it is meant: customers who write like companies, troubles that did not come, threats
/// of law, praise that is taken back.
struct WhoSpeaksTests {
    private static let scorer = Scorer(ShippedModelFile.model)

    @Test(
        arguments: [
            ("Dear Sirs, thank you for your message. We are still waiting for our refund.", "en"),
            ("We appreciate your reply, but our order has not arrived and nobody answers us.", "en"),
            ("Szanowni Państwo, dziękujemy za odpowiedź, ale nadal czekamy na naszą paczkę.", "pl"),
            ("Благодарим за ответ, но мы до сих пор ждём, наш заказ не пришёл.", "ru"),
            ("Vielen Dank für Ihre Antwort, wir warten immer noch auf unsere Bestellung.", "de"),
            ("Děkujeme za odpověď, stále čekáme na naši objednávku, nic nedorazilo.", "cs"),
            (
                "Merci pour votre réponse, mais notre commande n'est pas arrivée et nous attendons toujours.",
                "fr"
            ),
        ])
    func `customers who say we are no company`(text: String, language: String) {
        let facts = Facts(text, language: language)
        #expect(!facts.isOfficialReply)
        #expect(facts.claim != nil)
        #expect(Self.scorer.score(text, language: language).isFlagged)
    }

    @Test(
        arguments: [
            ("Reply from the owner: the pool was shut that week for repairs.", "en"),
            ("Your claim was declined under section 4. You may appeal within 30 days.", "en"),
            ("Odpowiedź właściciela: tego dnia zamknęliśmy wcześniej z powodu awarii.", "pl"),
            ("Wniosek rozpatrzono odmownie. Od decyzji przysługuje odwołanie.", "pl"),
            ("Ответ владельца: в тот день в доме не было воды.", "ru"),
            ("В выплате отказано. Решение можно обжаловать в течение месяца.", "ru"),
            ("Antwort vom Inhaber: An dem Tag war die Küche wegen Umbau geschlossen.", "de"),
            ("Ihr Antrag wurde abgelehnt. Sie können Einspruch einlegen.", "de"),
            ("Odpověď majitele: ten den byla kuchyně zavřená.", "cs"),
            ("Respuesta del propietario: ese día la cocina estaba cerrada.", "es"),
            ("Réponse du propriétaire : la cuisine était fermée ce jour-là.", "fr"),
            ("Risposta del proprietario: quel giorno la cucina era chiusa.", "it"),
            ("Відповідь власника: того дня кухня була зачинена.", "uk"),
        ])
    func `what only a company says makes a reply without thanks or regret`(text: String, language: String) {
        #expect(Facts(text, language: language).isOfficialReply)
        #expect(!Self.scorer.score(text, language: language).isFlagged)
    }

    @Test(
        arguments: [
            ("They wrote that my claim was declined and that I may appeal. I have no idea why.", "en"),
            (
                "Moja reklamacja została rozpatrzona odmownie, a ja nie wiem dlaczego. Oddajcie moje pieniądze!",
                "pl"
            ),
            ("Мне отказали в возврате, товар сломан, верните мои деньги!", "ru"),
            ("Mein Antrag wurde abgelehnt, niemand sagt mir warum. Ich bin sauer.", "de"),
        ])
    func `the customer who was turned down is none`(text: String, language: String) {
        #expect(!Facts(text, language: language).isOfficialReply)
        #expect(Self.scorer.score(text, language: language).isFlagged)
    }

    @Test(
        arguments: [
            ("Ten years and never had a problem.", "en"), ("No delays, no hidden fees.", "en"),
            ("Nigdy nie miałem problemu z tym bankiem.", "pl"),
            ("Ни разу не подвели, никаких проблем.", "ru"),
            ("Nie ein Problem gehabt, keine Verspätung.", "de"),
        ])
    func `a trouble that is denied did not come`(text: String, language: String) {
        #expect(Facts(text, language: language).denial != nil)
        #expect(!Self.scorer.score(text, language: language).isFlagged)
    }

    @Test(
        arguments: [
            ("I never had a problem until they lost my card.", "en"),
            ("Nigdy nie miałem problemu, ale teraz zgubili moją kartę.", "pl"),
            ("Not a day without delays.", "en"),
        ])
    func `a denial that is taken back is none`(text: String, language: String) {
        #expect(Facts(text, language: language).denial == nil)
        #expect(Self.scorer.score(text, language: language).isFlagged)
    }

    @Test(
        arguments: [
            ("See you in court.", "en"), ("Spotkamy się w sądzie.", "pl"), ("Встретимся в суде.", "ru"),
            ("Wir sehen uns vor Gericht.", "de"), ("Uvidíme se u soudu.", "cs"),
            ("Nos vemos en los tribunales.", "es"), ("On se verra au tribunal.", "fr"),
            ("Ci vediamo in tribunale.", "it"), ("Побачимось в суді.", "uk"),
        ])
    func `whoever threatens with the law is looked at, whatever else is said`(text: String, language: String)
    {
        let score = Self.scorer.score(text, language: language)
        #expect(score.isFlagged && score.isLegal)
        #expect(Facts(text, language: language).threat != nil)
    }

    @Test(
        arguments: [
            ("We met at the cafe opposite the court.", "en"), ("The Court Hotel was charming.", "en"),
            ("I will not sue anybody over a cold tea.", "en"), ("Hotel naprzeciwko sądu, bardzo miły.", "pl"),
        ])
    func `a name, a place and a denied threat are no appeal`(text: String, language: String) {
        let facts = Facts(text, language: language)
        #expect(facts.threat == nil && !facts.isLegal)
    }

    @Test(
        arguments: [
            ("Lovely hotel, but they charged me twice.", "Lovely hotel, and the breakfast was lovely.", "en"),
            ("Piękny hotel, ale zgubili naszą rezerwację.", "Piękny hotel i piękny ogród.", "pl"),
            ("Красивый отель, но деньги не возвращают.", "Красивый отель и красивый сад.", "ru"),
            (
                "Schönes Hotel, aber keiner reagiert auf die Reklamation.",
                "Schönes Hotel und schöner Garten.", "de"
            ),
        ])
    func `praise that is taken back no longer praises`(turned: String, praise: String, language: String) {
        let (one, other) = (
            Self.scorer.score(turned, language: language), Self.scorer.score(praise, language: language)
        )
        #expect(one.reasons.contains { $0.what.hasPrefix("takes praise back") })
        #expect(!other.reasons.contains { $0.what.hasPrefix("takes praise back") })
        #expect(one.isFlagged && !other.isFlagged)
    }

    @Test func `criticism before praise is not turned round`() {
        let score = Self.scorer.score(
            "A bit slow, but the food was excellent and the staff lovely.", language: "en")
        #expect(!score.isFlagged)
        #expect(!score.reasons.contains { $0.what.hasPrefix("takes praise back") })
    }
}
