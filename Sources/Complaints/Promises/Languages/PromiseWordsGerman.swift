extension PromiseWords {
    static let german = PromiseWords(
        commits: """
            wir werden|werden wir|ich werde|werde ich|wird|werden|melden wir|rufen wir|senden wir|schicken wir|\
            erstatten wir|überweisen wir|prüfen wir|klären wir|antworten wir|liefern wir|bekommen sie|erhalten sie|\
            erhalten|bekommen|erhältst|bekommst|hören sie|geht ihnen|gehen ihnen|melden uns|melde mich|\
            rufen sie|rufe sie|wir rufen|wir senden|wir schicken|ich schicke|ich sende|ich rufe|wir erstatten|wir überweisen|\
            wir prüfen|ich prüfe|wir klären|ich kläre|wir antworten|ich antworte|wir liefern|wir kümmern|ich kümmere|\
            wir tauschen|wir ersetzen|wir reparieren|wir geben|ich gebe|wir bearbeiten|wir lösen|wir beheben|\
            wir informieren|wir kontaktieren|wir kommen|wir holen|wir bringen|wir schreiben|wir veranlassen|\
            wir übernehmen|wir teilen|wir versprechen|wir garantieren|wir stellen|wir entscheiden|wir nehmen|\
            wir zahlen|wir leiten|wir benachrichtigen|meldet sich|ruft sie|holt|liefert|kommt
            """,
        polite: """
            freuen|dankbar|gerne|gern geschehen|bemühen|geschlossen|geöffnet|erreichbar|benötigen|müssen|können|\
            immer|versuchen|hoffen|leider|gebeten|empfohlen|angeboten
            """,
        nouns: """
            rückerstattung|erstattung|antwort|rückmeldung|rückruf|ersatz|ersatzlieferung|gutschrift|lieferung|\
            reparatur|auszahlung|entscheidung
            """,
        others: """
            haben|habe|hat|hatte|hatten|wurde|wurden|war|waren|bitte|bitten|können|kann|könnten|sollten|müssen|\
            dürfen|möchten|wollen|rufen sie uns|schreiben sie|senden sie uns|schicken sie uns|kontaktieren sie|\
            melden sie|wenden sie|reichen sie
            """,
        negators: "nicht|kein|keine|keinen|niemals",
        conditions: """
            wenn|falls|sobald|sofern|nach eingang|nach erhalt|nach prüfung|nach rücksendung|nach ihrer|ab eingang|\
            ab erhalt|im falle|im fall|vorausgesetzt|solange|je nach|nachdem|nach zugang|bei vorlage
            """,
        habits: """
            üblicherweise|normalerweise|gewöhnlich|immer|stets|grundsätzlich|in der regel|meist|meistens|generell|\
            im durchschnitt|laut agb
            """,
        and: "und|aber|sowie", or: "oder|bzw",
        weekdays: [
            "montag|montags|mo", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend",
            "sonntag",
        ],
        months: [
            "januar|jan|jänner", "februar|feb", "märz", "april|apr", "mai", "juni", "juli", "august|aug",
            "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez",
        ],
        today: "heute|heute abend|heute noch|noch heute", tomorrow: "morgen|morgigen",
        dayAfterTomorrow: "übermorgen",
        leads: """
            am|bis|bis zum|zum|bis spätestens|spätestens|spätestens am|spätestens bis|spätestens bis zum|\
            nicht später als|bis einschließlich|bis zu|bis ende|im laufe des|den|bis kommenden|bis zum kommenden
            """,
        befores: "vor|vor dem", this: "diesen|dieser|diesem|kommenden|kommender|nächsten|nächster|der|dem",
        next: "übernächsten|nächste woche|der nächsten woche",
        past: "letzten|letzter|vergangenen|vorigen|jeden|guten|gestern|letzte|jeder",
        since: "ab|seit|von|vom|dem vom",
        hasBareDays: true,
        within:
            "innerhalb|binnen|in|innert|bis zu|nach spätestens|spätestens in|spätestens nach|dauert|maximal",
        fillers: "von|der|den|nächsten|kommenden|maximal|etwa|ca|rund|höchstens|spätestens|weniger|weiteren",
        to: "bis|oder",
        numbers: [
            ("ein|eine|einer|eines|einem", 1), ("zwei|zweier", 2), ("drei|dreier", 3), ("vier", 4),
            ("fünf", 5),
            ("sechs", 6), ("sieben", 7), ("acht", 8), ("neun", 9), ("zehn", 10), ("zwölf", 12),
            ("vierzehn", 14), ("fünfzehn", 15), ("zwanzig", 20), ("vierundzwanzig", 24), ("dreißig", 30),
        ],
        working: "werktäglich*",
        units: [
            ("minuten|minute", .minute), ("stunden|stunde|std|h", .hour), ("tagen|tage|tages|tag", .day),
            (
                "werktagen|werktage|werktages|werktags|arbeitstagen|arbeitstage|arbeitstages|geschäftstagen|geschäftstage|bankarbeitstagen",
                .workingDay
            ),
            ("wochen|woche", .week), ("monaten|monats|monate|monat", .month),
        ],
        ends: [
            (
                "im laufe des tages|bis ende des tages|bis heute abend|bis zum abend|noch am selben tag|bis tagesende",
                .day
            ),
            (
                "ende der woche|diese woche|bis wochenende|im laufe der woche|noch diese woche|bis zum wochenende|ende dieser woche",
                .week
            ),
            (
                "nächste woche|kommende woche|ende nächster woche|ende der nächsten woche|ende kommender woche|in der nächsten woche|in der kommenden woche",
                .nextWeek
            ),
            ("ende des monats|bis monatsende|diesen monat|zum monatsende|ende dieses monats", .month),
            ("nächsten monat|ende nächsten monats", .nextMonth),
        ],
        clock: "uhr|h", hourLeads: "um|bis|bis spätestens|gegen|vor|spätestens um")
}
