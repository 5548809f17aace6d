extension PromiseWords {
    static let spanish = PromiseWords(
        commits: """
            *aremos|*eremos|*iremos|*dremos|vamos a|voy a|llamaré|enviaré|responderé|contactaré|devolveré|será|serán|\
            recibirá|recibirán|recibirás|llegará|llegarán|tendrá|tendrán|llamará|contactará|responderá|devolverá|\
            enviará|prometo|prometemos|nos comprometemos
            """,
        notCommits: "agradeceremos|estaremos encantados",
        polite:
            "encantados|agradecidos|encantado|cerrado*|abierto*|seguir|siempre|necesario|posible|esforzarnos",
        nouns: "reembolso|respuesta|devolución|sustitución|entrega|reparación|compensación|decisión",
        others: """
            *amos el|fue|fueron|ha|han|hemos|había|habíamos|puede|puedes|pueden|podría|debe|por favor|rogamos|pedimos|\
            llame|escriba|contacte|llamó|envió|recibió|enviamos
            """,
        negators: "no|nunca",
        conditions: """
            si|cuando|una vez|tras recibir|en caso|desde la recepción|siempre que|después de recibir|a partir de|\
            tan pronto|en cuanto|tras la recepción|según|desde que
            """,
        habits: "normalmente|siempre|generalmente|habitualmente|suele|solemos|por lo general",
        and: "y|e|pero", or: "o|u",
        weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        months: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre|setiembre",
            "octubre", "noviembre", "diciembre",
        ],
        today: "hoy|hoy mismo", tomorrow: "mañana", dayAfterTomorrow: "pasado mañana",
        leads:
            "el|para el|hasta el|antes del|a más tardar el|como máximo el|este|el día|antes de|a más tardar|el próximo|de",
        befores: "", this: "este|próximo|que viene", next: "",
        past: "pasado|cada|todos los|último|anterior|la|por la|de la|ayer",
        since: "desde|desde el|del|a partir del",
        within:
            "en|dentro de|en un plazo de|en el plazo de|en un máximo de|en menos de|tardará|en las|en los",
        fillers: "un|los|las|próximos|próximas|máximo|de|aproximadamente|unos|unas|menos|plazo|el|siguientes",
        to: "a|o",
        numbers: [
            ("un|una|uno", 1), ("dos", 2), ("tres", 3), ("cuatro", 4), ("cinco", 5), ("seis", 6),
            ("siete", 7),
            ("ocho", 8), ("diez", 10), ("quince", 15), ("treinta", 30),
        ],
        working: "hábil*|laborable*",
        units: [
            ("minutos|minuto", .minute), ("horas|hora|h", .hour), ("días|día", .day),
            ("semanas|semana", .week),
            ("meses|mes", .month),
        ],
        ends: [
            ("a lo largo del día|antes de que acabe el día|al final del día|durante el día", .day),
            ("esta semana|antes del fin de semana|a finales de semana|a lo largo de la semana", .week),
            ("la próxima semana|la semana que viene|la semana próxima", .nextWeek),
            ("este mes|a final de mes|a finales de mes|antes de fin de mes", .month),
            ("el próximo mes|el mes que viene", .nextMonth),
        ],
        clock: "h|horas", hourLeads: "a las|antes de las|hasta las", dayMarks: "de")

    static let french = PromiseWords(
        commits: """
            *erons|*irons|*drons|*trons|allons|vais vous|rappellerai|enverrai|répondrai|contacterai|sera|seront|\
            recevrez|recevra|aurez|arrivera|parviendra|contactera|rappellera|appellera|répondra|remboursera|\
            nous engageons|promettons|promets
            """,
        notCommits: "environs|serons ravis|serons heureux",
        polite: "ravis|heureux|reconnaissants|plaisir|fermé*|ouvert*|toujours|possible|nécessaire|manquerons",
        nouns:
            "remboursement|réponse|remplacement|livraison|réparation|décision|compensation|virement|échange",
        others: """
            avons|ai|a été|ont|avez|était|étaient|pouvez|pouvons|peut|peuvent|devez|merci|veuillez|prions|invitons|\
            appelez|écrivez|contactez|envoyez|avait
            """,
        negators: "pas|jamais",
        conditions: """
            si|s il|lorsque|quand|dès que|dès réception|après réception|à compter|en cas|une fois|sous réserve|\
            après avoir reçu|à réception|à partir de|suivant la réception|selon|après votre
            """,
        habits: "habituellement|toujours|généralement|normalement|en général|en moyenne", and: "et|mais",
        or: "ou",
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        today: "aujourd hui|ce soir|cet après midi", tomorrow: "demain", dayAfterTomorrow: "après demain",
        leads:
            "le|d ici|d ici le|au plus tard|au plus tard le|jusqu au|pour le|ce|d ici à|jusqu à|au plus tard d ici",
        befores: "avant|avant le", this: "ce|prochain", next: "",
        past: "dernier|chaque|tous les|hier|passé", since: "depuis|depuis le|du|à partir du|dès",
        hasBareDays: true,
        within:
            "sous|dans|d ici|dans un délai de|en|dans un délai maximum de|prendra|au plus tard dans|dans les",
        fillers: "un|les|prochains|prochaines|maximum|environ|délai|de|prochain|à|moins", to: "à|ou",
        numbers: [
            ("un|une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7),
            ("huit", 8), ("dix", 10), ("quinze", 15), ("trente", 30),
        ],
        working: "ouvrable*|ouvré*",
        units: [
            ("minutes|minute", .minute), ("heures|heure|h", .hour), ("jours|jour", .day),
            ("semaines|semaine", .week), ("mois", .month),
        ],
        ends: [
            ("dans la journée|en fin de journée|d ici ce soir|d ici la fin de la journée", .day),
            ("cette semaine|d ici la fin de la semaine|avant la fin de la semaine|en fin de semaine", .week),
            ("la semaine prochaine|d ici la fin de la semaine prochaine", .nextWeek),
            ("ce mois ci|d ici la fin du mois|avant la fin du mois", .month),
            ("le mois prochain", .nextMonth),
        ],
        clock: "h|heures", hourLeads: "à|avant|d ici|jusqu à", dayMarks: "er")
}
