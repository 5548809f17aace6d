/// Words that make a fact of what stands beside them, in the languages that the tool knows best; folded.
enum StoryFactWords {
    /// Whether a word is a month, a weekday or a number: asked of every word, and mostly in vain.
    static func mayBeOfTime(_ hash: UInt64) -> Bool { timeWords.contains(hash) }

    private static let timeWords = Set(months.keys).union(weekdays.keys).union(numbers.keys)

    /// 1 to 12.
    static func month(_ letters: ArraySlice<UInt32>) -> Int? {
        letters.count >= 3 ? months[Fold64.of(letters)] : nil
    }

    /// 1 (Monday) to 7.
    static func weekday(_ letters: ArraySlice<UInt32>) -> Int? {
        letters.count >= 4 ? weekdays[Fold64.of(letters)] : nil
    }

    static func number(_ letters: ArraySlice<UInt32>) -> Int? { numbers[Fold64.of(letters)] }
    static func isCurrency(_ letters: ArraySlice<UInt32>) -> Bool { currencies.contains(Fold64.of(letters)) }
    /// "order", "nr", "заказ": a figure behind it names a case.
    static func namesOrder(_ letters: ArraySlice<UInt32>) -> Bool { orders.contains(Fold64.of(letters)) }
    static func leadsToPlace(_ letters: ArraySlice<UInt32>) -> Bool { places.contains(Fold64.of(letters)) }

    /// "Mill Street", "calle Luna", "ulica Polna", "Lindenallee": a branch is told from another by it.
    static func isStreet(_ letters: ArraySlice<UInt32>) -> Bool { streets.contains(Fold64.of(letters)) }
    static func leadsToStreet(_ letters: ArraySlice<UInt32>) -> Bool {
        streetsBefore.contains(Fold64.of(letters))
    }
    static func endsLikeStreet(_ letters: ArraySlice<UInt32>) -> Bool {
        streetEndings.contains { letters.count > $0.count + 2 && letters.suffix($0.count).elementsEqual($0) }
    }
    /// "Mrs", "pan", "Herr": a name follows, also where every noun has a capital.
    static func leadsToPerson(_ letters: ArraySlice<UInt32>) -> Bool { titles.contains(Fold64.of(letters)) }

    /// The signs of money, for which no letters stand.
    static func isCurrencySign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "$" || scalar == "£" || scalar == "¥" || (0x20A0...0x20CF).contains(scalar.value)
    }

    /// Rows of words for 1, 2, 3, ...; the forms of one number stand between commas.
    private static func table(_ rows: String, from first: Int = 1) -> [UInt64: Int] {
        var table: [UInt64: Int] = [:]
        for row in rows.split(separator: "\n") {
            for (index, forms) in row.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
                for form in forms.split(separator: " ") {
                    table[Fold64.of(FoldedText(String(form)).letters)] = index + first
                }
            }
        }
        return table
    }

    private static func set(_ words: String) -> Set<UInt64> {
        Set(words.split { $0 == " " || $0 == "\n" }.map { Fold64.of(FoldedText(String($0)).letters) })
    }

    // "may", "mar" and "marca" of another language never stand for another month.
    private static let months = table(
        """
        january jan,february feb,march,april apr,may,june,july,august aug,september sept sep,october oct,november nov,december dec
        styczeń stycznia styczniu,luty lutego lutym,marzec marca marcu,kwiecień kwietnia kwietniu,maj maja maju,czerwiec czerwca czerwcu,lipiec lipca lipcu,sierpień sierpnia sierpniu,wrzesień września wrześniu,październik października październiku,listopad listopada listopadzie,grudzień grudnia grudniu
        январь января январе янв,февраль февраля феврале фев,март марта марте,апрель апреля апреле апр,май мая мае,июнь июня июне,июль июля июле,август августа августе авг,сентябрь сентября сентябре сен,октябрь октября октябре окт,ноябрь ноября ноябре ноя,декабрь декабря декабре дек
        januar jänner,februar,märz,april,mai,juni,juli,august,september,oktober okt,november,dezember dez
        leden ledna lednu,únor února únoru,březen března březnu,duben dubna dubnu,květen května květnu,červen června červnu,červenec července červenci,srpen srpna srpnu,září,říjen října říjnu,,prosinec prosince prosinci
        """)

    private static let weekdays = table(
        """
        monday mondays,tuesday tuesdays,wednesday wednesdays,thursday thursdays,friday fridays,saturday saturdays,sunday sundays
        poniedziałek poniedziałku,wtorek wtorku,środa środę środy,czwartek czwartku,piątek piątku,sobota sobotę soboty,niedziela niedzielę niedzieli
        понедельник понедельника,вторник вторника,среда среду среды,четверг четверга,пятница пятницу пятницы,суббота субботу субботы,воскресенье воскресенья
        montag montags,dienstag dienstags,mittwoch mittwochs,donnerstag donnerstags,freitag freitags,samstag samstags sonnabend,sonntag sonntags
        pondělí,úterý,středa středu středy,čtvrtek čtvrtka,pátek pátku,sobota sobotu soboty,neděle neděli
        """)

    private static let numbers: [UInt64: Int] = {
        var numbers = small
        let byTen = Self.tens.mapValues { $0 * 10 }
        let byHundred = Self.hundreds.mapValues { $0 * 100 }
        for table in [teens, byTen, byHundred, ordinals] { numbers.merge(table) { first, _ in first } }
        return numbers
    }()

    private static let teens = table(
        """
        thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen
        trzynaście,czternaście,piętnaście,szesnaście,siedemnaście,osiemnaście,dziewiętnaście
        тринадцать,четырнадцать,пятнадцать,шестнадцать,семнадцать,восемнадцать,девятнадцать
        dreizehn,vierzehn,fünfzehn,sechzehn,siebzehn,achtzehn,neunzehn
        třináct,čtrnáct,patnáct,šestnáct,sedmnáct,osmnáct,devatenáct
        """, from: 13)

    private static let tens = table(
        """
        twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety
        dwadzieścia,trzydzieści,czterdzieści,pięćdziesiąt,sześćdziesiąt,siedemdziesiąt,osiemdziesiąt,dziewięćdziesiąt
        двадцать,тридцать,сорок,пятьдесят,шестьдесят,семьдесят,восемьдесят,девяносто
        zwanzig,dreißig,vierzig,fünfzig,sechzig,siebzig,achtzig,neunzig
        dvacet,třicet,čtyřicet,padesát,šedesát,sedmdesát,osmdesát,devadesát
        """, from: 2)

    private static let hundreds = table(
        """
        hundred,,,,,,,,,thousand
        sto,dwieście,trzysta,czterysta,pięćset,sześćset,siedemset,osiemset,dziewięćset,tysiąc
        сто,двести,триста,четыреста,пятьсот,шестьсот,семьсот,восемьсот,девятьсот,тысяча
        hundert einhundert,zweihundert,dreihundert,vierhundert,fünfhundert,sechshundert,siebenhundert,achthundert,neunhundert,tausend
        """)

    // A class, a floor, a line.
    private static let ordinals = table(
        """
        third,fourth,fifth,sixth,seventh,eighth,ninth,tenth
        trzeci trzecia trzeciej trzeciego trzecim,czwarty czwarta czwartej czwartego czwartym,piąty piąta piątej piątego piątym,szósty szósta szóstej szóstego szóstym,siódmy siódma siódmej siódmego siódmym,ósmy ósma ósmej ósmego ósmym,dziewiąty dziewiąta dziewiątej dziewiątego dziewiątym,dziesiąty dziesiąta dziesiątej dziesiątego dziesiątym
        третий третья третьей третьего третьем,четвертый четвертая четвертой четвертого четвертом,пятый пятая пятой пятого пятом,шестой шестая шестого шестом,седьмой седьмая седьмого седьмом,восьмой восьмая восьмого восьмом,девятый девятая девятой девятого девятом,десятый десятая десятой десятого десятом
        dritte dritten dritter,vierte vierten vierter,fünfte fünften fünfter,sechste sechsten sechster,siebte siebten siebter,,neunte neunten neunter,zehnte zehnten zehnter
        """, from: 3)

    // "one" and its kind are articles as often as figures.
    private static let small = table(
        """
        two,three,four,five,six,seven,eight,nine,ten,eleven,twelve
        dwa dwie dwóch,trzy trzech,cztery czterech,pięć pięciu,sześć sześciu,siedem siedmiu,osiem ośmiu,dziewięć dziewięciu,dziesięć dziesięciu,jedenaście,dwanaście
        два две двух,три трех,четыре четырех,пять пяти,шесть шести,семь семи,восемь восьми,девять девяти,десять десяти,одиннадцать,двенадцать
        zwei,drei,vier,fünf,sechs,sieben,acht,neun,zehn,elf,zwölf
        dva dvě dvou,tři třech,čtyři čtyřech,pět pěti,šest šesti,sedm sedmi,osm osmi,devět devíti,deset deseti,jedenáct,dvanáct
        """, from: 2)

    private static let currencies = set(
        """
        usd dollar dollars bucks eur euro euros gbp pound pounds quid chf czk pln rub uah
        zł zl złotych złote złoty złotego zlotych руб рублей рубля рубль р тыс гривен грн евро доллар долларов доллара
        kč kc korun koruny koruna eura eurem тенге
        """)

    private static let orders = set(
        """
        order no nr number num ref reference ticket case invoice booking reservation account contract policy tracking
        zamówienie zamówienia zamówieniu numer numerze numeru zgłoszenie zgłoszenia sprawa sprawy reklamacja
        reklamacji faktura faktury umowa umowy rezerwacja rezerwacji paczka paczki
        заказ заказа заказу заказе номер номера договор договора обращение обращения заявка заявки счет счета
        bestellung bestellnummer auftrag auftragsnummer rechnung rechnungsnummer nummer vorgang kundennummer
        objednávka objednávky objednávku objednávce číslo čísla reklamace reklamaci faktuře smlouva smlouvy
        """)

    private static let places = set(
        """
        in at from near to w we z ze do pod koło в во из под г город города от до aus bei nach ab bis v ve u en
        desde hasta depuis vers від із з біля місто міста
        """)

    private static let streets = set("street road avenue lane square drive boulevard st rd ave blvd")
    private static let streetsBefore = set(
        """
        ul ulica ulicy ulicę aleja alei plac placu osiedle улица улице улицы ул проспект проспекте пр площадь площади
        rue avenue boulevard place calle avenida plaza paseo via viale piazza ulice ulici náměstí filiale agence sucursal
        """)
    private static let streetEndings = ["strasse", "straße", "allee", "gasse", "platz"].map {
        FoldedText($0).letters
    }
    private static let titles = set(
        """
        mr mrs ms miss mister dr manager pan pani pana panią panem panu kierownik doktor господин госпожа господина госпожи
        менеджер сотрудник сотрудница сотрудника сотрудницы врач доктор herr herrn frau señor señora señorita don doña
        monsieur madame mademoiselle mme paní signor signora meneer mevrouw
        """)
}
