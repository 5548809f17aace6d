import Testing

@testable import Complaints

/// The cases of invented and of well-known kinds of names, by language and declension class.
struct TermFormTests {
    @Test(
        arguments: [
            ("pl", "Komputrol", "Komputrola Komputrolowi Komputrolem Komputrolu"),
            ("pl", "Czarny Kot", "Czarnego Kota|Czarnemu Kotu|Czarnym Kotem|Czarnym Kocie"),
            ("pl", "Zielona Brama", "Zielonej Bramy|Zieloną Bramę|Zieloną Bramą|Zielonej Bramie"),
            ("pl", "Tania Rura", "Taniej Rury|Tanią Rurę"),
            ("pl", "Polskie Meble", "Polskich Mebli|Polskim Meblom"),
            ("pl", "Koleje Górskie", "Kolei Górskich|Kolejami Górskimi"), ("pl", "Muzeum", "Muzea Muzeów"),
            ("pl", "Kowalski", "Kowalskiego Kowalskiemu Kowalskim"), ("pl", "Nowacka", "Nowackiej Nowacką"),
            ("pl", "Ikebea", "Ikebei Ikebeę Ikebeą"), ("pl", "Pamięć", "Pamięci Pamięcią"),
            ("pl", "Orzeł", "Orła Orłowi Orłem Orle"), ("pl", "NFZ", "NFZu NFZ-em"),
            ("ru", "Зелёный Дом", "Зелёного Дома|Зеленому Дому|Зелёным Домом|Зелёном Доме"),
            ("ru", "Ромашка", "Ромашки Ромашке Ромашку Ромашкой Ромашек"),
            ("ru", "Стрелец", "Стрельца Стрельцу Стрельцом Стрельце"),
            ("ru", "Кремль", "Кремля Кремлю Кремлём"),
            ("ru", "Немиец", "Немийца Немийцу"), ("ru", "Первая Линия", "Первой Линии|Первую Линию"),
            ("ru", "Попов", "Попова Поповым"), ("ru", "Часы", "Часов Часам Часами"),
            ("ru", "МТК", "МТКа МТКом МТК-у"),
            ("uk", "Нова Пошта", "Нової Пошти|Новій Пошті|Нову Пошту|Новою Поштою"),
            ("uk", "Львів", "Львова Львову Львовом"), ("uk", "Банка", "Банки Банці Банку Банкою"),
            ("uk", "Компанія", "Компанії Компанію Компанією"), ("uk", "Добрий", "Доброго Доброму Добрим"),
            ("be", "Пошта", "Пошты Пошту Поштай"), ("be", "Беларускі", "Беларускага Беларускаму"),
            ("cs", "Alza", "Alzy Alze Alzu Alzou"),
            ("cs", "Česká Pošta", "České Pošty|Českou Poštu|Českou Poštou"),
            ("cs", "Zelený Dvorek", "Zeleného Dvorku|Zelenému Dvorku|Zeleným Dvorkem"),
            ("cs", "Tlapka", "Tlapky Tlapce Tlapku"), ("cs", "Spořka", "Spořky Spořce Spořkou"),
            ("sk", "Slovenská Pošta", "Slovenskej Pošty|Slovenskú Poštu|Slovenskou Poštou"),
            ("sk", "Dvorec", "Dvorca Dvorcu Dvorcom"), ("hr", "Zelena", "Zelene Zeleni Zelenu"),
            ("sr", "Пошта", "Поште Пошти Пошту Поштом"), ("sl", "Pošta", "Pošte Pošti Pošto"),
            ("de", "Sparhaus", "Sparhaus"), ("de", "Grüne Bank", "Grünen Bank|Grüner Bank"),
            ("de", "Werk", "Werks Werkes"), ("en", "Acme", "Acmes"), ("en", "Factory", "Factories"),
            ("lt", "Rimas", "Rimo Rimui Rimą Rimu Rime"), ("lv", "Rimi", "Rimi"),
            ("lv", "Banka", "Bankas Bankai Banku"),
            ("fi", "Kesko", "Keskon Keskossa Keskolla"), ("hu", "Otpa", "Otpának Otpától"),
            ("tr", "Kafe", "Kafede Kafeden"), ("ro", "Emag", "Emagul Emagului"),
            ("bg", "Поща", "Пощата Пощи"),
            ("pl", "Czarny Bies", "Czarnego Bsa|Czarnym Bsem"), ("pl", "Promień", "Promienia Promieniem"),
            ("pl", "Zły Ogień", "Złego Ognia|Złym Ogniem|Złym Ogniu"),
            ("pl", "Jastrząb", "Jastrzębia Jastrzębiem"), ("pl", "Osioł", "Osła Osłem"),
            ("pl", "Pojazd", "Pojeździe Pojazdem"), ("pl", "Zamiast", "Zamieście"),
            ("pl", "Dobry Tydzień", "Dobrego Tygodnia|Dobrym Tygodniu"),
            ("pl", "Twoje Okna", "Twoich Okien|Twoimi Oknami"), ("pl", "Drukarnia", "Drukarń Drukarni"),
            ("pl", "Lew", "Lwa Lwem Lwie"), ("ru", "Лев", "Льва Льву"), ("ru", "Пень", "Пня Пню"),
            ("ru", "Дочь", "Дочери Дочерью"), ("ru", "Знамя", "Знамени Знаменем"), ("ru", "Окно", "Окон"),
            ("ru", "Спальня", "Спален"), ("ru", "Кухня", "Кухонь"),
            ("cs", "Láďa", "Láďovi"), ("cs", "Naše Kavárna", "Naší Kavárny"),
            ("de", "Kaufhaus", "Kaufhauses Kaufhause Kaufhäuser"), ("de", "Färberei", "Färbereien"),
            ("tr", "Gül Bankası", "Gül Bankasından|Gül Bankası'nda"),
        ])
    func `names are found in every case`(language: String, name: String, forms: String) {
        let wanted = forms.contains("|") ? forms.split(separator: "|") : forms.split(separator: " ")
        for form in forms.contains("|") || !name.contains(" ") ? wanted : [forms[...]] {
            let found = TermIndexTests.found([Term(name, inflect: language)], "x " + form + ".")
            #expect(found == [String(form)], "\(form) of \(name)")
        }
    }

    @Test(
        arguments: [
            ("pl", "Lotos", "lot lotu lotnik"), ("pl", "Netia", "neta netu"), ("pl", "Kos", "kosz kosmos"),
            ("ru", "Точка", "точность точный"), ("ru", "Россия", "россияне русский"),
            ("ru", "Мир", "мирный мираж"),
            ("uk", "Банк", "банкір банкомат"), ("cs", "Alza", "alzheimer"), ("de", "Bahn", "Bahnhof bahnen"),
            ("pl", "Sarta", "sarto sarte sart"), ("pl", "Bila", "biłe biły"), ("de", "Rast", "rasten Raster"),
        ])
    func `other words stay other words`(language: String, name: String, words: String) {
        for word in words.split(separator: " ") {
            #expect(TermIndexTests.found([Term(name, inflect: language)], String(word)).isEmpty, "\(word)")
        }
    }

    @Test(
        arguments: [
            ("Щука", "Shchuka"), ("Щука", "Schuka"), ("Щука", "Szczuka"), ("Юлия", "Julija"),
            ("Юлия", "Yuliya"),
            ("Жираф", "Zhiraf"), ("Чайка", "Tschajka"), ("Чайка", "Chaika"), ("Żabka", "Жабка"),
            ("Škoda", "Шкода"), ("Central", "Централ"),
        ])
    func `the usual schemes of the other alphabet are known`(name: String, written: String) {
        #expect(TermIndexTests.found([Term(name, transliterate: true)], written) == [written])
    }
}
