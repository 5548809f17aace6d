/// Words that say what happened, apart from praise and blame that anybody may write.
///
/// "Very good service, fast delivery, I recommend it to everyone" holds none.
enum ParticularWords {
    /// Different words of four letters or more that do not begin like one of praise or blame, and figures.
    static func count(_ text: ComparedWords, at places: some Sequence<Int>) -> Int {
        var found: Set<UInt64> = []
        for place in places {
            let word = text.words[place]
            let letters = text.text.spelling(of: word)
            // A sign of a script without spaces is a word, or half of one.
            let isSign = letters.count == 1 && letters.allSatisfy { $0 >= 0x3040 }
            if word.isNumber || isSign
                || (letters.count >= 4 && !stems.contains(Fold64.of(letters.prefix(4))))
            {
                found.insert(word.hash)
            }
        }
        return found.count
    }

    /// So many that two people do not choose the same: four, and every third word.
    static func areEnough(_ count: Int, of words: Int) -> Bool { count >= 4 && count * 3 >= words }

    /// The first four letters tell: inflection and the word's kin do not matter.
    private static let stems: Set<UInt64> = Set(
        """
        very good great best nice excellent amazing perfect awesome fantastic wonderful friendly helpful polite fast quick
        service services delivery shipping shop store company bank staff team product products quality price prices recommend
        highly everyone thank thanks love happy satisfied definitely always again really experience worst terrible awful
        horrible disgusting never avoid useless rude waste money time poor scam fraud stay away customer customers support
        this that with they them their there were have will would from your such ever much more most just only like
        does cannot people anyone everything nothing highly professional place easy order work works must okay application
        bardzo dobra dobry super polecam szybka szybko obsługa obsługi sklep sklepie firma dostawa przesyłka wszystko wszystkim
        zakupy towar jakość cena godny jestem zadowolona serdecznie dziękuję pozdrawiam miła profesjonalna najlepszy świetny
        najgorszy nigdy więcej okropna fatalna tragedia odradzam omijać szerokim łukiem oszuści kontakt rewelacja mogę zgodny
        klient klienta klientów będę jeszcze zawsze tego jest każdemu zgodnie opisem produkt tylko może
        очень хороший отличный лучший быстро быстрая доставка магазин банк рекомендую советую всем спасибо обслуживание качество
        товар персонал вежливый доволен довольна всегда ужасный ужасно худший никогда больше никому обходите мошенники кошмар
        сервис компания хамство деньги время цена цены большое этот этого просто были было буду покупкой сотрудники клиентов
        дуже гарний чудовий швидко рекомендую дякую якість жахливо найгірший обслуговування
        sehr guter toller super beste bester freundlich schnell schnelle lieferung service bestellung empfehle empfehlen
        empfehlung weiter danke immer wieder gerne zufrieden qualität preis laden alles ware kundenservice schlecht schlechter
        schlimmste niemals abzocke finger davon kann nicht nur jedem mitarbeiter absolut dieser diese nett firma
        velmi dobrý skvělý výborný rychlé rychle dodání obchod doporučuji doporučit všem děkuji spokojen spokojena kvalita
        zboží komunikace cena hrozný nejhorší nikdy více ochota ochotný personál vše bylo podvod můžu dobrá veľmi odporúčam
        très bien bonne excellent meilleur rapide livraison service magasin recommande merci personnel toujours satisfait qualité
        produit commande jamais pire horrible nulle éviter fuir arnaque parfait tout accueil prix sympathique vraiment
        muy bueno buena excelente mejor rápido envío servicio tienda recomiendo gracias siempre calidad producto todo perfecto
        nunca peor horrible malo estafa precio personal atención cliente amable trato encantada
        molto buono ottimo ottima veloce spedizione servizio negozio consiglio consigliato grazie sempre qualità prodotto tutto
        perfetto pessimo peggiore truffa prezzo personale gentile cliente assistenza venditore
        zeer goed goede snelle levering service winkel aanrader bedankt altijd kwaliteit alles slecht slechte nooit meer
        vriendelijk klantenservice tevreden prima prijs personeel
        """.split { $0 == " " || $0 == "\n" }.map { Fold64.of(FoldedText(String($0)).letters.prefix(4)) })
}
