import Complaints
import TestSupport
import Testing

/// What is recognised as a promise in invented replies, given on Wednesday 4 March 2026 at 10:00 in Warsaw.
struct PromiseFinderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let language: String
        let text: String
        /// Local due times; none for what is no promise.
        let dues: [String]
        var testDescription: String { text }

        init(_ language: String, _ text: String, _ dues: String) {
            self.language = language
            self.text = text
            self.dues = dues.split(separator: "|").map(String.init)
        }
    }

    static let cases: [Case] = [
        Case("en", "We are sorry about this. We will call you on Friday.", "2026-03-06 17:00"),
        Case("en", "Our team will refund the amount within 3 working days.", "2026-03-09 17:00"),
        Case("en", "You will receive a reply by the end of the week.", "2026-03-06 17:00"),
        Case("en", "We'll get back to you tomorrow.", "2026-03-05 17:00"),
        Case("en", "I will check with the warehouse and write to you by 15 March.", "2026-03-16 00:00"),
        Case("en", "Your money will be refunded within 24 hours.", "2026-03-05 10:00"),
        Case("en", "We will send a replacement by March 20, 2026.", "2026-03-20 17:00"),
        Case("en", "The refund will reach your account in 3-5 business days.", "2026-03-11 17:00"),
        Case("en", "We are going to repair it before Friday.", "2026-03-05 17:00"),
        Case("en", "A courier will collect the parcel next Tuesday.", "2026-03-10 17:00"),
        Case("en", "We will have an answer for you by 5 pm today.", "2026-03-04 17:00"),
        Case("en", "Refund within 14 days. Sorry again.", "2026-03-18 17:00"),
        Case("en", "On Monday we will send you the new invoice.", "2026-03-09 17:00"),
        Case("en", "We checked your order yesterday and will call you tomorrow.", "2026-03-05 17:00"),
        Case("en", "Someone from our team will contact you within the next two hours.", "2026-03-04 12:00"),
        Case("en", "We will be happy to help you on Friday.", ""),
        Case("en", "If you write to us, we will answer within 24 hours.", ""),
        Case("en", "We called you on Friday and left a message.", ""),
        Case("en", "Please send us the receipt by Friday.", ""),
        Case("en", "We will look into this as soon as possible.", ""),
        Case("en", "Our shop will be closed on Monday.", ""),
        Case("en", "We usually reply within 24 hours.", ""),
        Case("en", "We will not be able to deliver it by Friday.", ""),
        Case("en", "Will you be at home on Friday?", ""),
        Case("en", "We will refund you within 5 days once you send back the item.", ""),
        Case("en", "You can return the goods within 14 days.", ""),
        Case("en", "Thank you for your review from last Friday, we will pass it on.", ""),
        Case("en", "We are open Monday to Friday and will gladly help.", ""),
        Case("en", "We have refunded the amount; it was sent within two days.", ""),
        Case("en", "The refund will be made within 3 days of receipt of the parcel.", ""),
        Case("pl", "Przepraszamy za kłopot, oddzwonimy w piątek.", "2026-03-06 17:00"),
        Case("pl", "Zwrot w ciągu 3 dni roboczych.", "2026-03-09 17:00"),
        Case("pl", "Odpowiemy Panu do 15 marca.", "2026-03-16 00:00"),
        Case("pl", "Pieniądze zwrócimy najpóźniej do końca tygodnia.", "2026-03-06 17:00"),
        Case("pl", "Jutro skontaktuje się z Panią kierownik sklepu.", "2026-03-05 17:00"),
        Case("pl", "Wyślemy nową paczkę w najbliższy poniedziałek.", "2026-03-09 17:00"),
        Case("pl", "Zadzwonię do Pana dziś do godz. 16.", "2026-03-04 16:00"),
        Case("pl", "Środki zostaną zwrócone w terminie 14 dni.", "2026-03-18 17:00"),
        Case("pl", "Naprawimy to w ciągu tygodnia.", "2026-03-11 17:00"),
        Case("pl", "Sprawę wyjaśnimy nie później niż do 20.03.2026.", "2026-03-20 17:00"),
        Case("pl", "Dziękujemy za opinię. Do piątku wymienimy urządzenie na nowe.", "2026-03-06 17:00"),
        Case("pl", "Rozpatrzymy reklamację w przyszłym tygodniu.", "2026-03-13 17:00"),
        Case("pl", "Prosimy o kontakt do piątku.", ""),
        Case("pl", "Jeśli napiszą Państwo do nas, odpowiemy w ciągu 24 godzin.", ""),
        Case("pl", "Dzwoniliśmy do Pani w piątek.", ""),
        Case("pl", "Będziemy wdzięczni za wiadomość do piątku.", ""),
        Case("pl", "W poniedziałek sklep będzie zamknięty.", ""),
        Case("pl", "Zazwyczaj odpowiadamy w ciągu 24 godzin.", ""),
        Case("pl", "Pracujemy od poniedziałku do piątku w godzinach 8-16.", ""),
        Case("pl", "Towar można zwrócić w ciągu 14 dni.", ""),
        Case("pl", "W zeszły piątek wysłaliśmy przelew.", ""),
        Case("pl", "Zwrot nastąpi w ciągu 3 dni od otrzymania paczki.", ""),
        Case("pl", "Niestety nie zdążymy do piątku.", ""),
        Case("pl", "Wrócimy do Państwa najszybciej, jak to możliwe.", ""),
        Case("ru", "Мы перезвоним вам в пятницу.", "2026-03-06 17:00"),
        Case("ru", "Ответим до 15 марта.", "2026-03-16 00:00"),
        Case("ru", "Деньги вернутся на карту в течение 3 рабочих дней.", "2026-03-09 17:00"),
        Case("ru", "Завтра с вами свяжется менеджер.", "2026-03-05 17:00"),
        Case("ru", "Возврат в течение 10 дней.", "2026-03-15 00:00"),
        Case("ru", "Мастер приедет в понедельник до 18:00.", "2026-03-09 18:00"),
        Case("ru", "Отправим новый заказ до конца недели.", "2026-03-06 17:00"),
        Case("ru", "Разберёмся и сообщим вам не позднее чем через 2 часа.", "2026-03-04 12:00"),
        Case("ru", "Средства будут возвращены через 5-7 дней.", "2026-03-11 17:00"),
        Case("ru", "На следующей неделе мы заменим вам телефон.", "2026-03-13 17:00"),
        Case("ru", "Мы будем рады помочь вам в пятницу.", ""),
        Case("ru", "Если вы напишете нам, мы ответим в течение суток.", ""),
        Case("ru", "Мы звонили вам в пятницу.", ""),
        Case("ru", "Пожалуйста, пришлите чек до пятницы.", ""),
        Case("ru", "Мы свяжемся с вами в ближайшее время.", ""),
        Case("ru", "Обычно мы отвечаем в течение 24 часов.", ""),
        Case("ru", "Деньги вернём в течение 3 дней после получения товара.", ""),
        Case("ru", "В понедельник офис будет закрыт.", ""),
        Case("ru", "Спасибо за отзыв от 15 марта, мы его передадим.", ""),
        Case("ru", "Мы работаем с понедельника по пятницу.", ""),
        Case("de", "Wir melden uns bis Montag bei Ihnen.", "2026-03-09 17:00"),
        Case("de", "Wir rufen Sie am Freitag an.", "2026-03-06 17:00"),
        Case("de", "Die Erstattung wird innerhalb von 3 Werktagen überwiesen.", "2026-03-09 17:00"),
        Case("de", "Sie erhalten Ihre Antwort bis zum 15. März.", "2026-03-16 00:00"),
        Case("de", "Morgen schicken wir Ihnen ein neues Gerät.", "2026-03-05 17:00"),
        Case("de", "Wir prüfen das und melden uns in zwei Tagen.", "2026-03-06 17:00"),
        Case("de", "Der Techniker kommt heute bis 18 Uhr.", "2026-03-04 18:00"),
        Case("de", "Rückerstattung binnen 14 Tagen.", "2026-03-18 17:00"),
        Case("de", "Wir würden uns freuen, bis Freitag von Ihnen zu hören.", ""),
        Case("de", "Wenn Sie uns schreiben, antworten wir innerhalb von 24 Stunden.", ""),
        Case("de", "Wir haben Sie am Freitag angerufen.", ""),
        Case("de", "Bitte senden Sie uns den Beleg bis Freitag.", ""),
        Case("de", "Guten Morgen, wir bedauern den Vorfall.", ""),
        Case("de", "Am Montag haben wir geschlossen.", ""),
        Case("de", "In der Regel antworten wir innerhalb eines Tages.", ""),
        Case("uk", "Ми зателефонуємо вам у п’ятницю.", "2026-03-06 17:00"),
        Case("uk", "Повернемо кошти протягом 3 робочих днів.", "2026-03-09 17:00"),
        Case("uk", "Якщо ви напишете, ми відповімо протягом доби.", ""),
        Case("cs", "Ozveme se vám v pátek.", "2026-03-06 17:00"),
        Case("cs", "Peníze vrátíme do 3 pracovních dnů.", "2026-03-09 17:00"),
        Case("cs", "Pokud nám napíšete, odpovíme do 24 hodin.", ""),
        Case("es", "Le llamaremos el viernes.", "2026-03-06 17:00"),
        Case("es", "Recibirá el reembolso en un plazo de 3 días hábiles.", "2026-03-09 17:00"),
        Case("es", "Si nos escribe, le responderemos en 24 horas.", ""),
        Case("fr", "Nous vous rappellerons vendredi.", "2026-03-06 17:00"),
        Case("fr", "Vous recevrez le remboursement sous 3 jours ouvrables.", "2026-03-09 17:00"),
        Case("fr", "Si vous nous écrivez, nous répondrons sous 24 heures.", ""),
    ]

    @Test(arguments: cases)
    func `a promise with a time is found, and nothing else is`(_ reply: Case) throws {
        #expect(try PromiseReply.dues(reply.text, reply.language) == reply.dues)
    }
}

enum PromiseReply {
    static let calendar = WorkingCalendar(
        name: "office", zone: "Europe/Warsaw",
        hours: Dictionary(
            uniqueKeysWithValues: (1...5).map { ($0, [WorkingCalendar.Span(start: 540, end: 1020)]) }))

    static func dues(_ text: String, _ language: String?) throws -> [String] {
        let zone = try #require(Zone("Europe/Warsaw"))
        let found = promisesFound(
            in: text, at: instant("2026-03-04T10:00:00+01:00"), language: language, calendar: calendar)
        return found.map { promise in
            let local = zone.local(promise.due)
            return "\(local.date) \(local.clockText)"
        }
    }
}
