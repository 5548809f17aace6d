/// The words that dates are written with, folded (lower case, no diacritics), in one table for all
/// languages: a page's language is often not stated, and few words mean two things.

enum DateUnit: Int, Hashable, Sendable {
    case second, minute, hour, day, week, month, year
}

enum DateWord: Hashable, Sendable {
    case month(Int)
    /// 1 Monday to 7 Sunday.
    case weekday(Int)
    case unit(DateUnit)
    /// Days from today.
    case dayOffset(Int)
    case now, ago, ahead, last
    case am, pm
    case zone(Int)
    case count(Int)
}

enum DateWords {
    static func find(_ word: String) -> DateWord? {
        if let exact = exact[word] { return exact }
        // Longer words by their beginning: endings change with case and number.
        guard word.utf8.count >= 3 else { return nil }
        for length in stride(from: min(9, word.unicodeScalars.count), through: 3, by: -1) {
            var prefix = String.UnicodeScalarView()
            prefix.append(contentsOf: word.unicodeScalars.prefix(length))
            if let found = beginnings[String(prefix)] { return found }
        }
        return nil
    }

    private static func table(_ rows: [(DateWord, String)]) -> [String: DateWord] {
        var map: [String: DateWord] = [:]
        for (word, forms) in rows {
            for form in forms.split(separator: " ") where map[String(form)] == nil {
                map[String(form)] = word
            }
        }
        return map
    }

    /// Whole words: short ones, and those whose beginning would take others with it.
    private static let exact = table([
        (.month(1), "jan sty led qen stu"), (.month(2), "feb fev лют luty lut lutego unor unora lyut feb"),
        (.month(3), "mar mars marzo marts mrz mrt bre mart"),
        (.month(4), "apr abr avr kwi dub dubna avril april kvi кві"),
        (.month(5), "may mai maj mei maja majem mayo maio maggio mag kve kvetna mayis май мая мае мај"),
        (.month(6), "jun jui juin giu cze cer cerven cervna cerveny iunie haz июн июнь июня"),
        (.month(7), "jul juil lug lip cervenec cervence tem июл июль июля"),
        (.month(8), "aug agosto aout srp srpen srpna sie ser avg agu august"),
        (.month(9), "sep sept set wrz zar zari ver eyl"),
        (.month(10), "oct okt ott out paz rij rijen rijna eki"),
        (.month(11), "nov lis listopad listopadu listopada kas noi"),
        (.month(12), "dec dez dic gru pro prosinec prosince ara"),
        (.weekday(1), "mon mo lun lunes lundi lunedi ma maandag pn pon пн segunda"),
        (.weekday(2), "tue tues di mardi martes martedi dinsdag wt ut вт terca"),
        (.weekday(3), "wed mi mer mercredi miercoles mercoledi wo woensdag sr ср quarta"),
        (.weekday(4), "thu thur thurs do jeu jeudi jueves giovedi donderdag czw ct чт quinta"),
        (.weekday(5), "fri fr ven vendredi viernes venerdi vr vrijdag pt пт sexta"),
        (.weekday(6), "sat sa sam samedi sabado sabato zaterdag sob сб"),
        (.weekday(7), "sun so dim dimanche domingo domenica zo zondag вск niedz nd вс ne"),
        (.unit(.second), "s sec secs sek с сек"), (.unit(.minute), "m min mins мин хв perc dk"),
        (.unit(.hour), "h hr hrs std godz uur uren ora ore oras час ч saat ora orang"),
        (
            .unit(.day),
            "d day days dag dage dagen dagar dia dias tag tage tagen tg jour jours j dzien dni dniu dniem "
                + "den dny dnu dni dnov dnom dnami giorno giorni сутки суток діб доба добу д дн день дня дней днi дні днів gun nap zile zi"
        ),
        (
            .unit(.week),
            "w wk wks week weeks weken woche wochen tyg tydz tydzien tygodni tygodnie tygodnia tyden tydny tydnu tydnem "
                + "tyzden tyzdne tyzdnov нед hafta het saptamana saptamani"
        ),
        (
            .unit(.month),
            "mo mos mth mths mies mes meses mese mesi mois luna luni ay мес месец месеца maand maanden"
        ),
        (
            .unit(.year),
            "y yr yrs ans ano anos anni anno rok roku roky lata lat let lety roki rokov rokmi rokem rokiem lety лета "
                + "г л лет год года году jaar ev yil рік року роки років"
        ),
        (
            .dayOffset(0),
            "today heute dzis dzisiaj dnes сегодня сьогодні aujourd'hui aujourdhui hoy oggi hoje vandaag "
                + "bugun azi ma днес siandien idag dnesni"
        ),
        (
            .dayOffset(-1),
            "yesterday gestern wczoraj vcera вчера вчора hier ayer ieri ontem gisteren dun tegnap вчера vakar igar ieri "
                + "yday"
        ),
        (
            .dayOffset(-2),
            "vorgestern przedwczoraj predvcirem predevcirem predvcerom позавчера позавчора anteayer eergisteren "
                + "anteontem avant-hier"
        ),
        (.dayOffset(2), "послезавтра післязавтра pojutrze pozitri ubermorgen overmorgen"),
        (
            .dayOffset(1),
            "tomorrow morgen jutro zitra zajtra завтра demain manana domani amanha yarin maine holnap"
        ),
        (.now, "now ted jetzt teraz сейчас зараз maintenant ahora adesso agora nu przed-chwila justnow"),
        (
            .ago,
            "ago temu назад тому pred vor przed hace il-y-a fa ha geleden pre преди once atras zpet prieš"
        ),
        (.ahead, "in im later спустя через за za dans tra fra over"),
        (
            .last,
            "last past previous verlede vergangene letzte letzten letzter ostatni ubiegly zeszly poprzedni прошлый прошлой прошлом minuly vorige laatste derniere dernier "
                + "pasado pasada passado passada scorso scorsa"
        ),
        (.am, "am a.m. a.m"), (.pm, "pm p.m. p.m"),
        (.zone(0), "utc gmt z wet"), (.zone(3600), "cet mez bst met"), (.zone(7200), "cest mesz eet"),
        (.zone(10800), "eest msk мск"), (.zone(-18000), "est cdt"), (.zone(-14400), "edt"),
        (.zone(-21600), "cst mdt"), (.zone(-25200), "mst pdt"), (.zone(-28800), "pst"),
        (
            .count(1),
            "a an one ein eine einem einer einen un une una uno een uma um jeden jedna jednu один одну jednym bir egy"
        ),
        (
            .count(2),
            "пару пары двое two zwei deux dos due dois duas twee dwa dwie dva dve два две дві couple iki doi doua ket"
        ),
        (.count(3), "three drei trois tres tre drie trzy tri три uc trei harom"),
        (.count(4), "four vier quatre cuatro quattro quatro cztery ctyri styri четыре чотири"),
        (.count(5), "five funf fuenf cinq cinco cinque vijf piec pet pat пять пʼять п'ять"),
        (.count(7), "seven sieben sept siete sette sete zeven siedem sedm семь"),
        (.count(8), "eight acht huit ocho otto osiem osm восемь"),
        (.count(9), "nine neun neuf nueve nove dziewiec девять"),
        (.count(10), "ten zehn dix diez dieci dez tien dziesiec deset десять"),
        (.count(6), "six sechs seis sei zes szesc sest шесть шість"),
    ])

    /// Words by how they begin, for all their endings.
    private static let beginnings = table([
        (
            .month(1),
            "janu janv januar gennai genn ener enero styczn styc siec leden ledn ocak ian январ янв січ сiч jaanu ianuar janei"
        ),
        (.month(2), "febr fevr febbr fevere lutn subat февр фев лют unor helm februar febrero sakra"),
        (
            .month(3),
            "march maerz marz maar marzec marca marec марта март мар берез бер marci mart brez marti март marc"
        ),
        (.month(4), "apri avri april kwiet dubn nisan апр квіт квi aprel abril"),
        (.month(5), "maggi kvete mayi трав тра majus maiul majo"),
        (.month(6), "june juni juny giugn czerw cervn junh junio junij iuni haziran июн черв чер juniu"),
        (
            .month(7),
            "july juli luglio luglo lipca lipi lipie cervenc julh julio julij iuli temmuz июл лип juill julia"
        ),
        (.month(8), "augu agost aout sierp srpn ağust agust авг серп сер augusz augustus"),
        (.month(9), "septe setem settem wrzes zari eylul сент сен верес вер szept"),
        (.month(10), "octo okto ottob outub octub pazdz rijn ekim октяб окт жовт жов oktob"),
        (.month(11), "nove novem listop kasim нояб ноя листоп лис noiem"),
        (.month(12), "dece deze dici dicie grud prosi aralik декаб дек груд гру decem dezem decemb"),
        (.weekday(1), "monda monta poniedz pondel lune понед segund lund"),
        (.weekday(2), "tuesd diens wtor uter marted вторн вівтор mard dins"),
        (.weekday(3), "wednes mittw srod stred merc среда серед сред mierc woens"),
        (.weekday(4), "thursd donner czwart ctvrt stvrt giov четв juev jeud dond"),
        (.weekday(5), "friday freita piate patek vener пятн п'ятн viern vendr vrij"),
        (.weekday(6), "saturd samsta sonnab sobot субб субот sabat sabad samed zater"),
        (.weekday(7), "sunday sonnta niedzi nedel domen воскр неділ domin dimanc zonda"),
        (.unit(.second), "secon sekun sekund секун secund segund"),
        (.unit(.minute), "minut мину хвил minuut percc dakika minuto"),
        (.unit(.hour), "hour hours stund godzi часа часо часов годин hodin heure hora horas orele"),
        (.unit(.day), "dager дней дням giorn"),
        (.unit(.week), "недел тиж тижд semain seman settim wochen woch weke"),
        (.unit(.month), "month monat miesi месяц місяц мiсяц mesic mesia mesec maand meses"),
        (.unit(.year), "year years jahr годов années anne roków jaren"),
    ])
}
