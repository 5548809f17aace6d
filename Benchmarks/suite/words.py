"""Invented reviews in four languages: varied enough that two seldom share more than a sentence's frame."""

import random

# Slots in braces are filled from the lists below; {n} is a number, {d} a day of the month.
LANGUAGES = {
    "en": {
        "thing": "kettle,blender,mattress,backpack,router,lamp,desk,jacket,printer,headset,drill,stroller,"
                 "coffee machine,monitor,tent,bicycle,vacuum,phone case,keyboard,sofa,freezer,heater",
        "person": "the courier,an assistant,my neighbour,the shop manager,a technician,my daughter,the driver,"
                  "somebody from support,the seller,a very polite lady,the man at the counter",
        "place": "kitchen,hallway,office,garage,balcony,pick-up point,warehouse,parcel locker,cellar,studio",
        "when": "on Monday,last week,after two days,in the evening,before the holidays,this spring,at once,"
                "a month later,over the weekend,yesterday,in the morning,on the third attempt",
        "good": ["The {thing} works exactly as described and fits our {place}.",
                 "I ordered a {thing} for the {place} and it arrived {when}, well packed.",
                 "{person} explained every function of the {thing} and even called {when}.",
                 "After {n} weeks of daily use the {thing} still looks new.",
                 "Great price for a {thing} of this class, I would buy it again.",
                 "We compared {n} shops; here the {thing} was cheapest and came {when}.",
                 "The colour of the {thing} matches the {place} better than on the photographs.",
                 "Fast reply to my question about the {thing}, {person} knew the answer {when}."],
        "bad": ["The {thing} broke {when} and nobody answers my e-mails.",
                "I have been waiting {n} days for a refund of the {thing}.",
                "{person} refused to take the {thing} back although the receipt says {d} March.",
                "Terrible service: {person} hung up when I mentioned the {thing}.",
                "The {thing} came scratched, the box had been opened in the {place}.",
                "They charged {n} twice for one {thing} and deny it.",
                "My complaint about the {thing} was rejected {when} without any reason."],
        "plain": ["Bought on the {d}th for the {place}.", "It was a gift, {person} chose it.",
                  "Order number {n}{d}, {thing}.", "Delivery to the {place} took until {when}.",
                  "The manual of the {thing} has {n} pages."],
    },
    "pl": {
        "thing": "czajnik,blender,materac,plecak,router,lampka,biurko,kurtka,drukarka,słuchawki,wiertarka,wózek,"
                 "ekspres do kawy,monitor,namiot,rower,odkurzacz,etui,klawiatura,kanapa,zamrażarka,grzejnik",
        "person": "kurier,konsultantka,sąsiad,kierownik sklepu,serwisant,moja córka,kierowca,ktoś z infolinii,"
                  "sprzedawca,bardzo miła pani,pan przy kasie",
        "place": "kuchni,przedpokoju,biura,garażu,na balkon,punktu odbioru,magazynu,paczkomatu,piwnicy,pracowni",
        "when": "w poniedziałek,w zeszłym tygodniu,po dwóch dniach,wieczorem,przed świętami,tej wiosny,od razu,"
                "miesiąc później,w weekend,wczoraj,z samego rana,za trzecim razem",
        "good": ["{thing} działa dokładnie tak jak w opisie i pasuje do {place}.",
                 "Zamówienie na {thing} do {place} przyszło {when}, solidnie zapakowane.",
                 "{person} wyjaśnił wszystkie funkcje, {thing} ruszył {when}.",
                 "Po {n} tygodniach codziennego używania {thing} wygląda jak nowy.",
                 "Świetna cena jak na {thing} tej klasy, kupiłbym ponownie.",
                 "Porównaliśmy {n} sklepów, tutaj {thing} najtaniej i dostawa {when}.",
                 "Polecam, {person} odpowiedział na pytanie o {thing} {when}."],
        "bad": ["{thing} zepsuł się {when} i nikt nie odpisuje na maile.",
                "Od {n} dni czekam na zwrot pieniędzy za {thing}.",
                "{person} odmówił przyjęcia reklamacji, chociaż paragon jest z {d} marca.",
                "Fatalna obsługa: {person} odłożył słuchawkę, gdy usłyszał {thing}.",
                "{thing} przyszedł porysowany, karton był otwierany, do {place} nie doniesiono.",
                "Pobrali {n} zł dwa razy za jeden {thing} i udają, że nic się nie stało.",
                "Reklamację na {thing} odrzucono {when} bez uzasadnienia."],
        "plain": ["Kupione {d} dnia miesiąca do {place}.", "To był prezent, wybierał {person}.",
                  "Numer zamówienia {n}{d}, {thing}.", "Dostawa do {place} trwała, dotarło {when}.",
                  "Instrukcja ({thing}) ma {n} stron."],
    },
    "de": {
        "thing": "Wasserkocher,Mixer,Matratze,Rucksack,Router,Lampe,Schreibtisch,Jacke,Drucker,Kopfhörer,"
                 "Bohrmaschine,Kinderwagen,Kaffeemaschine,Bildschirm,Zelt,Fahrrad,Staubsauger,Tastatur,Heizung",
        "person": "der Bote,eine Beraterin,mein Nachbar,die Filialleiterin,ein Techniker,meine Tochter,der Fahrer,"
                  "jemand von der Hotline,der Verkäufer,eine freundliche Dame",
        "place": "Küche,Diele,Werkstatt,Garage,Terrasse,Abholstelle,Packstation,Wohnung,Kanzlei",
        "when": "am Montag,letzte Woche,nach zwei Tagen,abends,vor den Feiertagen,im Frühjahr,sofort,"
                "einen Monat später,am Wochenende,gestern,beim dritten Versuch",
        "good": ["Das Gerät ({thing}) arbeitet wie beschrieben und passt in die {place}.",
                 "Bestellt für die {place}, {when} geliefert und gut verpackt: {thing}.",
                 "{person} hat alles erklärt, {thing} lief {when}.",
                 "Nach {n} Wochen täglichem Gebrauch wie neu, Modell {thing}.",
                 "Sehr guter Preis für {thing}, gerne wieder."],
        "bad": ["{thing} war {when} kaputt und niemand antwortet auf meine Mails.",
                "Seit {n} Tagen warte ich auf die Rückerstattung für {thing}.",
                "{person} hat die Reklamation abgelehnt, obwohl der Beleg vom {d}. März ist.",
                "Schlechter Service: {person} legte auf, als es um {thing} ging.",
                "{n} Euro doppelt abgebucht für {thing}, keine Reaktion."],
        "plain": ["Gekauft am {d}. für die {place}.", "War ein Geschenk, ausgesucht hat es {person}.",
                  "Bestellnummer {n}{d}, {thing}.", "Die Anleitung zu {thing} hat {n} Seiten."],
    },
    "ru": {
        "thing": "чайник,блендер,матрас,рюкзак,роутер,лампа,стол,куртка,принтер,наушники,дрель,коляска,"
                 "кофемашина,монитор,палатка,велосипед,пылесос,клавиатура,диван,обогреватель",
        "person": "курьер,консультант,сосед,управляющий,мастер,моя дочь,водитель,оператор поддержки,продавец,"
                  "очень вежливая девушка",
        "place": "кухни,прихожей,офиса,гаража,балкона,пункта выдачи,склада,подвала,мастерской",
        "when": "в понедельник,на прошлой неделе,через два дня,вечером,перед праздниками,весной,сразу,"
                "месяц спустя,в выходные,вчера,с третьей попытки",
        "good": ["{thing} работает точно как в описании и подошёл для {place}.",
                 "Заказ приехал {when}, упаковано хорошо, {thing} для {place}.",
                 "{person} всё объяснил, {thing} заработал {when}.",
                 "После {n} недель ежедневного использования {thing} как новый.",
                 "Отличная цена за {thing}, рекомендую."],
        "bad": ["{thing} сломался {when}, на письма никто не отвечает.",
                "Уже {n} дней жду возврата денег за {thing}.",
                "{person} отказался принять товар обратно, хотя чек от {d} марта.",
                "Ужасное обслуживание: {person} бросил трубку, услышав про {thing}.",
                "Списали {n} рублей дважды за {thing} и молчат."],
        "plain": ["Куплено {d} числа для {place}.", "Это был подарок, выбирал {person}.",
                  "Номер заказа {n}{d}, {thing}.", "В инструкции ({thing}) {n} страниц."],
    },
}

NAMES = ("Ada,Bruno,Celina,Dmitri,Ewa,Farid,Greta,Henryk,Inna,Jonas,Kasia,Leon,Marta,Nadia,Oskar,Paula,Quentin,"
         "Rita,Sergei,Tamara,Ulf,Vera,Wanda,Xenia,Yuri,Zofia").split(",")
FAMILIES = ("Abel,Bator,Cichy,Drozd,Ebert,Frolov,Gajda,Hahn,Ivanov,Jansen,Kowal,Lind,Maj,Novak,Orlov,Pietsch,Reich,"
            "Sowa,Tarasov,Urban,Vogel,Wrona,Zander").split(",")


def review(chance: random.Random) -> dict:
    """One review: author, rating, title, text, language. About every fourth is a complaint."""
    language = chance.choices(["en", "pl", "de", "ru"], [5, 3, 2, 2])[0]
    words = LANGUAGES[language]
    is_bad = chance.random() < 0.25
    rating = chance.choice([1, 1, 2]) if is_bad else chance.choice([3, 4, 4, 5, 5, 5])

    def fill(frame: str) -> str:
        text = frame
        for slot in ("thing", "person", "place", "when"):
            while "{" + slot + "}" in text:
                text = text.replace("{" + slot + "}", chance.choice(words[slot].split(",")), 1)
        text = text.replace("{n}", str(chance.randrange(2, 900))).replace("{d}", str(chance.randrange(1, 28)))
        return text[0].upper() + text[1:]

    own = words["bad" if is_bad else "good"]
    count = chance.choice([2, 3, 3, 4, 5, 6])
    frames = chance.sample(own, min(count, len(own))) + chance.sample(words["plain"], 2)
    chance.shuffle(frames)
    return {
        "author": f"{chance.choice(NAMES)} {chance.choice(FAMILIES)} {chance.randrange(100)}",
        "rating": rating, "title": fill(chance.choice(own)).rstrip(".")[:60],
        "text": " ".join(fill(frame) for frame in frames), "language": language,
    }
