extension PromiseWords {
    /// With the forms that Slovak shares.
    static let czech = PromiseWords(
        commits: """
            *eme|*íme|*áme|*ujeme|*ieme|zavolám|ozvu se|pošlu|odpovím|vrátím|ověřím|zjistím|zašlu|bude|budou|dorazí|\
            přijde|obdržíte|dostanete|zavolá|ozve se|vrátí|přijede|budeš|ozvem|slibuji
            """,
        notCommits: """
            děkujeme|omlouváme|prosíme|rozumíme|chápeme|pracujeme|litujeme|vážíme|doporučujeme|zveme|přejeme|snažíme|\
            můžeme|chceme|máme|víme|doufáme|věříme|mrzí|ďakujeme|ospravedlňujeme|chápeme|ceníme|jsme|nabízíme|\
            potřebujeme|těšíme|musíme|evidujeme|příjme|prijme|nemůžeme|nemáme
            """,
        polite: "rádi|vděční|zavřeno|zavřen*|otevřen*|potřebovat|snažit|čekat|radi|vďační|možné|nutné",
        nouns:
            "vrácení|odpověď|výměna|výměnu|doručení|rozhodnutí|kompenzace|kompenzaci|oprava|refundace|dodání",
        others: """
            *li jsme|byl|byla|bylo|byly|byli|jsme|jsem|prosím|prosíme|můžete|může|lze|musíte|měli byste|\
            doporučujeme|napište|zavolejte|kontaktujte|pošlete|zašlete|možné|máte právo|sme|bol|bola|bolo
            """,
        negators: "ne|není|nie",
        conditions: """
            pokud|jestli|jestliže|když|jakmile|po obdržení|po doručení|po ověření|po vrácení|v případě|od obdržení|\
            od doručení|za předpokladu|ak|keď|po prijatí|od okamžiku|ode dne|v závislosti
            """,
        habits: "obvykle|vždy|zpravidla|většinou|standardně|běžně|zvyčajne|vždycky", and: "a|ale|i",
        or: "nebo|či|alebo",
        weekdays: [
            "pondělí|pondelok|pondelka|pondělka", "úterý|úterka|utorok|utorka",
            "středa|středu|středy|stredu|stredy",
            "čtvrtek|čtvrtka|štvrtok|štvrtka", "pátek|pátku|piatok|piatku", "sobota|sobotu|soboty",
            "neděle|neděli|nedeľu|nedele",
        ],
        months: [
            "ledna|leden|januára", "února|únor|februára", "března|březen|marca", "dubna|duben|apríla",
            "května|květen|mája", "června|červen|júna", "července|červenec|júla", "srpna|srpen|augusta",
            "září|septembra", "října|říjen|októbra", "listopadu|listopad|novembra",
            "prosince|prosinec|decembra",
        ],
        today: "dnes|ještě dnes|dneska", tomorrow: "zítra|zajtra|zítřka",
        dayAfterTomorrow: "pozítří|pozajtra",
        leads:
            "v|ve|do|na|nejpozději|nejpozději do|nejpozději v|nejpozději ve|do konce|k|najneskôr|najneskôr do|vo",
        befores: "před|pred", this: "tento|tuto|tuhle|nejbližší|toto|tohoto",
        next: "příští|následující|budúci|budúcu",
        past: "minulý|minulou|minulé|každý|každou|každé|uplynulý|loňský", since: "od|ze|z|ode|dne z",
        within: "do|během|v průběhu|za|nejpozději do|v horizontu|maximálně|počas|v priebehu",
        fillers: "následujících|příštích|maximálně|max|zhruba|asi|cca|nejbližších|nejvýše",
        to: "až|do|nebo|alebo",
        numbers: [
            ("jeden|jednoho|jedné|jednu", 1), ("dva|dvě|dvou", 2), ("tři|tří|troch", 3), ("čtyři|čtyř", 4),
            ("pět|pěti", 5),
            ("šest|šesti", 6), ("sedm|sedmi", 7), ("deset|deseti", 10), ("čtrnácti", 14), ("třiceti", 30),
        ],
        working: "pracovní*|pracovných",
        units: [
            ("minut|minuty", .minute), ("hodin|hodiny|hodinu|h", .hour), ("dnů|dní|dne|dny|den|dňa", .day),
            ("týdne|týdnů|týden|týdny|týždňa|týždňov", .week), ("měsíce|měsíců|měsíc|mesiaca", .month),
        ],
        ends: [
            ("do konce dne|během dne|dnes večer|do večera", .day),
            ("do konce týdne|tento týden|do konce tohoto týdne|do konca týždňa|tento týždeň", .week),
            ("příští týden|do konce příštího týdne|budúci týždeň", .nextWeek),
            ("do konce měsíce|tento měsíc|do konca mesiaca", .month), ("příští měsíc", .nextMonth),
        ],
        clock: "hodin|h|hod", hourLeads: "v|ve|do|před|kolem|o")
}
