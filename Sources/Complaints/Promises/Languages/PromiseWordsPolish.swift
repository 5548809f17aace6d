extension PromiseWords {
    static let polish = PromiseWords(
        commits: """
            *emy|*imy|*ymy|*amy|*emy się|oddzwonię|zadzwonię|wyślę|prześlę|odeślę|sprawdzę|zwrócę|wrócę|odpowiem|\
            odpiszę|napiszę|przekażę|skontaktuję|załatwię|wyjaśnię|dam znać|dopilnuję|przeleję|naprawię|wymienię|\
            dostarczę|odezwę|zostanie|zostaną|będzie|będą|nastąpi|wpłynie|trafi|trafią|dotrze|dotrą|zadzwoni|\
            oddzwoni|skontaktuje|odpowie|odpisze|odezwie|przyjedzie|otrzyma|otrzymają|otrzymacie|otrzymasz|dostanie|\
            dostaniesz|dostaną|wyśle|naprawi|wymieni|dostarczy|zwróci|dojdzie|pojawi się|przyjdzie|obiecuję|\
            zobowiązujemy|gwarantujemy
            """,
        notCommits: """
            mamy|problemy|systemy|kremy|reklamy|programy|zimy|tamy|ramy|bramy|damy|tematy|przepraszamy|dziękujemy|\
            prosimy|zapraszamy|zachęcamy|rozumiemy|wiemy|jesteśmy|dbamy|czekamy|życzymy|pracujemy|możemy|chcemy|\
            musimy|potrzebujemy|ubolewamy|żałujemy|pozdrawiamy|doceniamy|staramy|działamy|prowadzimy|oferujemy|\
            polecamy|rekomendujemy|przyznajemy|uważamy|widzimy|znamy|liczymy|ufamy|cieszymy|otwieramy|obsługujemy|\
            wierzymy|szanujemy|wyrażamy|analizujemy|zgadzamy|żegnamy|pamiętamy|przyjmujemy|formy|normy|samy
            """,
        polite: """
            wdzięczni|zobowiązani|radzi|szczęśliwi|wdzięczny|wdzięczna|czekać|miło|nam miło|zamknięt*|nieczynn*|\
            czynn*|otwart*|dostępn*|możliw*|potrzeb*|mogli|mogła|mógł|można|musi|musiał*|musieli
            """,
        nouns: """
            zwrot|zwrotu|odpowiedź|odpowiedzi|wymiana|wymianę|naprawa|naprawę|dostawa|dostawę|decyzja|decyzję|\
            przelew|rekompensata|rekompensatę|rozpatrzenie
            """,
        others: """
            *liśmy|*łyśmy|*iłem|*ałem|*iłam|*ałam|*ąłem|*ęłam|został|została|zostało|zostały|zostali|był|była|\
            było|były|byli|prosimy|proszę|może|mogą|możesz|możecie|można|powinien|powinna|powinno|zachęcamy|\
            zapraszamy|należy|trzeba|wystarczy|warto|przysługuje|mają prawo|ma prawo|możliwy|możliwa|możliwe|\
            otrzymał|otrzymała|dotarł|dotarła|dotarło|wpłynął|wpłynęła|wpłynęło|nastąpił|nastąpiło
            """,
        negators: "nie",
        conditions: """
            jeśli|jeżeli|gdy|gdyby|kiedy|po otrzymaniu|po przesłaniu|po dostarczeniu|po uzupełnieniu|po zwrocie|\
            po weryfikacji|po kontakcie|po zgłoszeniu|od otrzymania|od momentu|od dnia|od daty|od chwili|\
            od zgłoszenia|od zwrotu|pod warunkiem|w przypadku|w razie|o ile|jak tylko|z chwilą|w zależności
            """,
        habits:
            "zazwyczaj|zwykle|zawsze|standardowo|z reguły|na ogół|każdorazowo|zgodnie z regulaminem|przeważnie",
        and: "i|oraz|a|ale|lecz", or: "lub|albo|czy|bądź",
        weekdays: [
            "poniedziałek|poniedziałku|poniedziałkiem", "wtorek|wtorku|wtorkiem",
            "środa|środę|środy|środą|środzie",
            "czwartek|czwartku|czwartkiem", "piątek|piątku|piątkiem", "sobota|sobotę|soboty|sobotą",
            "niedziela|niedzielę|niedzieli|niedzielą",
        ],
        months: [
            "stycznia|styczeń|sty", "lutego|luty|lut", "marca|marzec", "kwietnia|kwiecień", "maja|maj",
            "czerwca|czerwiec", "lipca|lipiec", "sierpnia|sierpień", "września|wrzesień",
            "października|październik", "listopada|listopad", "grudnia|grudzień",
        ],
        today: "dziś|dzisiaj|dzisiejszego dnia|dnia dzisiejszego|jeszcze dziś",
        tomorrow: "jutro|jutra|jutrzejszego dnia|dnia jutrzejszego",
        dayAfterTomorrow: "pojutrze",
        leads: """
            w|we|do|na|dnia|do dnia|w dniu|najpóźniej|najpóźniej do|najpóźniej w|najpóźniej we|nie później niż|\
            nie później niż do|nie później niż w|do końca|w terminie do|do najbliższego|do najbliższej
            """,
        befores: "przed",
        this:
            "ten|tę|ta|tego|tej|najbliższy|najbliższą|najbliższego|najbliższej|nadchodzący|nadchodzącą|jeszcze",
        next: "przyszły|przyszłą|przyszłego|przyszłej|następny|następną|następnego",
        past: """
            zeszły|zeszłą|zeszłego|ubiegły|ubiegłą|ubiegłego|poprzedni|poprzednią|miniony|minioną|każdy|każdą|co|\
            ostatni|ostatnią|ostatnim
            """,
        since: "od|z|ze|począwszy od|po|dnia z",
        within: """
            w ciągu|w przeciągu|w terminie|w czasie|za|do|maksymalnie|nie później niż w ciągu|najpóźniej w ciągu|\
            najpóźniej za|potrwa|zajmie|w okresie|w terminie do
            """,
        fillers: """
            najbliższych|najbliższej|najbliższego|kolejnych|maksymalnie|maks|max|około|ok|najwyżej|od|następnych|\
            najpóźniej|do|zaledwie
            """,
        to: "do|lub|albo|a",
        numbers: [
            ("jeden|jednego|jednej|jedną|jedna", 1), ("dwa|dwóch|dwie|dwu|dwoma", 2), ("trzy|trzech", 3),
            ("cztery|czterech", 4), ("pięć|pięciu", 5), ("sześć|sześciu", 6), ("siedem|siedmiu", 7),
            ("osiem|ośmiu", 8), ("dziewięć|dziewięciu", 9), ("dziesięć|dziesięciu", 10),
            ("czternaście|czternastu", 14), ("piętnaście|piętnastu", 15), ("dwudziestu|dwadzieścia", 20),
            ("dwudziestu czterech", 24), ("trzydziestu|trzydzieści", 30), ("pół", 1),
        ],
        working: "robocz*",
        units: [
            ("minut|minuty|minutę|min", .minute), ("godzin|godziny|godzinę|godz|h", .hour),
            ("dni|dnia|dzień|doby|dobę|dób", .day), ("tygodni|tygodnia|tydzień|tygodnie", .week),
            ("miesiąca|miesiąc|miesięcy|miesiące", .month),
        ],
        ends: [
            ("do końca dnia|do końca dzisiejszego dnia|do wieczora|dziś wieczorem", .day),
            (
                "do końca tygodnia|do końca tego tygodnia|do końca bieżącego tygodnia|w tym tygodniu|jeszcze w tym tygodniu|do weekendu",
                .week
            ),
            (
                "w przyszłym tygodniu|do końca przyszłego tygodnia|w następnym tygodniu|w kolejnym tygodniu",
                .nextWeek
            ),
            ("do końca miesiąca|do końca tego miesiąca|do końca bieżącego miesiąca|w tym miesiącu", .month),
            ("w przyszłym miesiącu|do końca przyszłego miesiąca", .nextMonth),
        ],
        clock: "h", hourLeads: "o|do|do godz|do godziny|o godz|o godzinie|przed|około|godz|godziny",
        dayMarks: "go|ego")
}
