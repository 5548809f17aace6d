/// The commonest short words of each language: enough to tell them apart within a sentence or two.
enum LanguageProfiles {
    static let latin: [(language: String, words: String)] = [
        (
            "en",
            """
            the and to of is it you that was for on are with as have be this but not they at from my your we
            i me so what when can just had has been would there their it's don't i'm very a an no will get
            got still our nobody never after more out up if he she his her
            """
        ),
        (
            "pl",
            """
            nie to się na jest że do jak ale po co tak za od przez już był była bardzo tylko dla oraz przy jestem
            mam ma są który która które pani pan ja mnie mi tego jego ten ta w z i u o
            """
        ),
        (
            "cs",
            """
            je se na že to ale jak jsem po co tak za od by už byl byla jen pro jsou který která které není ve ze při
            mi mě velmi bylo když také si nebo a v s k i ještě až dobře
            """
        ),
        (
            "sk",
            """
            je sa na že to ale ako som po čo tak za od by už bol bola len pre sú ktorý ktorá ktoré nie vo zo pri
            mi ma veľmi bolo keď aj si alebo a v s k i ešte až dobre
            """
        ),
        (
            "de",
            """
            der die das und ist nicht ich zu in ein eine es mit den auf für von dem im auch sich war aber sie wir
            so wie noch nur hat man bei bin mir mich habe wird nach schon kein
            """
        ),
        (
            "fr",
            """
            le la les de des et est un une je pas pour que qui dans ne ce il en sur avec mais vous nous c'est j'ai
            au du par plus très sont été cette mon ma tout bien à on
            """
        ),
        (
            "es",
            """
            el la los las de y que en un una es no por con para se lo me mi te su al del más pero muy como está esta
            le ya todo si son ha hay porque cuando tu yo qué
            """
        ),
        (
            "it",
            """
            il la i gli le di e che in un una è non per con si mi ma sono ho da del della ci anche come più al
            molto questo questa ha nel alla lo se o io ti cosa dei
            """
        ),
        (
            "pt",
            """
            o a os as de e que em um uma é não por com para se do da no na mais mas muito como está foi eu me
            você ao dos das isso meu minha tem ser já pra vou só até
            """
        ),
        (
            "nl",
            """
            de het een en is niet ik van dat die in op te voor met zijn er maar aan ook bij wat je nog om naar geen
            heb was we hebben heeft wel dit mijn of als zo door
            """
        ),
        (
            "ro",
            """
            și de la nu este în un o cu că pe mai din pentru sa se am care dar ce au fost sunt e lui foarte
            le mi ma să cei era doar după este
            """
        ),
        (
            "hu",
            """
            a az és nem hogy is egy meg de van volt csak már el ki ha ez mint még nagyon sem vagy be én mert azt
            amit jó lett
            """
        ),
        (
            "lt",
            """
            ir ne yra kad į su tai buvo bet iš ar kaip nuo dėl labai už man tik jau aš per po apie jų
            """
        ),
        (
            "tr",
            """
            ve bir bu da de için çok ne ile ama gibi değil mi o var yok ben daha en kadar olarak bana sonra
            hiç her şey
            """
        ),
    ]

    static let cyrillic: [(language: String, words: String)] = [
        (
            "ru",
            """
            и в не на что я с как это по но у за от мне а так меня его к же мы вы для все бы был уже или если они
            только еще есть нет из до ты было вот
            """
        ),
        (
            "uk",
            """
            і в не на що я з як це по але у за від мені а так мене його до ж ми ви для все би був вже або якщо вони
            тільки ще є немає із та було ти й цей дуже
            """
        ),
        (
            "bg",
            """
            и в не на че аз с как това по но у за от ми а така ме го към ли ние вие са всичко би беше вече или ако те
            само още има няма из до си да се съм е ще много
            """
        ),
    ]

    /// Letters, with their case and accents, that only few of the languages write.
    static let letters: [(letters: String, languages: [String])] = [
        ("ąęłńśźż", ["pl"]), ("ć", ["pl"]), ("ěřů", ["cs"]), ("ľĺŕ", ["sk"]), ("ä", ["de", "sk"]),
        ("ß", ["de"]),
        ("ü", ["de", "tr", "hu"]), ("ö", ["de", "tr", "hu"]), ("őű", ["hu"]), ("ñ¿¡", ["es"]), ("ãõ", ["pt"]),
        ("êâ", ["fr", "pt", "ro"]), ("èà", ["fr", "it"]), ("ùœ", ["fr"]), ("ç", ["fr", "pt", "tr"]),
        ("ò", ["it"]), ("ì", ["it"]),
        ("șțăşţ", ["ro"]), ("ėįųūą", ["lt"]), ("ğışİ", ["tr"]), ("čšž", ["cs", "sk", "lt"]),
        ("ý", ["cs", "sk"]),
        ("ô", ["fr", "sk", "pt"]), ("ыэё", ["ru"]), ("іїєґ", ["uk"]), ("ъ", ["bg", "ru"]),
    ]
}
