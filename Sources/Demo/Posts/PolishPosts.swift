/// What people wrote in Polish about the invented shop Lumiretka, newest first.

extension Seed {
    static let polishReviews = [
        Seed(
            "Grażyna", daysAgo: 0.3, stars: 1, title: "Czajnik przecieka",
            text: """
                Czajnik przecieka od pierwszego dnia. Złożyłam reklamację i nikt nie odpowiada.
                Żądam zwrotu pieniędzy!
                """),
        Seed(
            "pan_od_lampek", daysAgo: 0.9, stars: 5, title: "Polecam",
            text: "Piękna lampka, szybka wysyłka, wszystko zgodne z opisem. Dziękuję."),
        Seed(
            "Żaneta Ś.", daysAgo: 1.7, stars: 2, title: "Zła lampa w paczce",
            text: "Przysłali nie tę lampę, a infolinia milczy. Jestem bardzo rozczarowana."),
        Seed(
            "Bolesław z Łęgu", daysAgo: 2.5, stars: 3, title: "Może być",
            text: "Lampka jak lampka. Kabel trochę krótki, światło w porządku."),
        Seed(
            "mgr Źdźbło", daysAgo: 3.3, stars: 1, title: "Nie działa i nie oddają pieniędzy",
            text: """
                Lampa nie działa, serwis odmówił naprawy, a sklep nie chce zwrócić pieniędzy.
                Sprawę zgłaszam do rzecznika konsumentów.
                """),
        Seed(
            "Hela", daysAgo: 4.2, stars: 5, title: "Super obsługa",
            text: "Pani na infolinii pomogła dobrać klosz. Jestem zachwycona."),
        Seed(
            "Kuba", daysAgo: 5.1, stars: 2, title: "Uszkodzona paczka",
            text: "Paczka przyszła uszkodzona, klosz pęknięty. Czekam na odpowiedź od tygodnia.",
            reply: "Panie Kubo, przepraszamy. Nowy klosz został dziś wysłany, kurier odbierze uszkodzony."),
        Seed(
            "Wiesia", daysAgo: 9, stars: 4, title: "Dobra jakość",
            text: "Solidny czajnik, głośny gwizdek. Polecam."),
        Seed(
            "Zdzisław", daysAgo: 16, stars: 1, title: "Oszustwo",
            text: "Pobrali opłatę dwa razy. Oszustwo i skandal, nie polecam."),
        Seed(
            "ola_ola", daysAgo: 33, stars: 5, title: "Cudo",
            text: "Najładniejsza lampka, jaką miałam."),
        Seed(
            "Tadeusz", daysAgo: 88, stars: 2, title: "Pięć tygodni czekania",
            text: "Dostawa trwała pięć tygodni, żadnych przeprosin."),
    ]

    static let complaintsBook = [
        Seed(
            "Łucja Gąska", daysAgo: 0.7, stars: 1, title: "Odmowa przyjęcia zwrotu",
            text: """
                Lumiretka odmówiła przyjęcia zwrotu, choć minęło dopiero pięć dni od zakupu.
                To niezgodne z ustawą, proszę o natychmiastowy zwrot pieniędzy.
                """),
        Seed(
            "Klient z Żółwina", daysAgo: 2.9, stars: 2, title: "Brak odpowiedzi na reklamację",
            text: "Trzy tygodnie temu wysłałem reklamację. Nikt nie odpowiada, telefon wyłączony."),
        Seed(
            "Święcicka", daysAgo: 4.8, stars: 5, title: "Podziękowanie",
            text: "Dziękuję za szybką wymianę uszkodzonego czajnika. Wzorowa obsługa."),
        Seed(
            "Józef", daysAgo: 25, stars: 1, title: "Awaria po tygodniu",
            text: "Lampa zepsuła się po tygodniu, gwarancja okazała się fikcją."),
    ]

    static let reports = [
        Seed(
            "Czytelniczka z Borówca", daysAgo: 1.5, title: "Lumiretka nie oddaje pieniędzy",
            text: """
                Odesłałam wadliwą lampę miesiąc temu. Lumiretka nie oddaje pieniędzy i nie odpowiada
                na reklamację.
                """),
        Seed(
            "Roman", daysAgo: 2.4, title: "Kara za brak biletu",
            text: "Automat w tramwaju był zepsuty, a kontroler wystawił mandat."),
        Seed(
            "Nadia", daysAgo: 3.6, title: "Pytanie o fakturę",
            text: "Czy Lumiretka wystawia faktury na firmę? Nie znalazłam tego na stronie."),
        Seed(
            "Anonim", daysAgo: 40, title: "Lumiretka: uszkodzony klosz",
            text: "Klosz dotarł pęknięty, a sklep odrzucił reklamację."),
    ]
}
