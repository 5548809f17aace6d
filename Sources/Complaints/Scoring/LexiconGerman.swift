/// What complaints and praise in German are made of; see `LexiconSource` for the notation.
extension LexiconSource {
    static let german = LexiconSource(
        language: "de",
        negators: "nicht kein keine keinen keiner nie niemals ohne weder",
        words: [
            (2.5,
            """
            betrug betrüg* abzock* nie_wieder finger_weg katastroph* unverschämt* frechheit schrott
            saftladen geld_zurück nicht_empfehl*
            """),
            (2.0,
            """
            schlecht* schlimm* furchtbar* schrecklich* unfreundlich* beschwer* reklam* enttäusch* kaputt
            defekt* funktioniert_nicht geht_nicht mangelhaft* inkompeten* ärger* nervt scheiß* miserabel
            peinlich
            """),
            (1.5,
            """
            problem* verspät* ausfall* ausgefallen fehler* warte* leider wucher teuer dreck* verspätung
            störung*
            """),
            (-2.0,
            """
            super toll* gut* freundlich* empfehl* zufrieden* danke perfekt schnell* hervorragend*
            ausgezeichnet* klasse
            """),
        ],
        topics: [
            .delivery: "liefer* paket* versand*",
            .service: "service kundendienst hotline",
            .refund: "erstatt* rückerstatt* geld_zurück",
            .price: "preis* gebühr* rechnung*",
            .app: "app webseite website konto login",
        ],
        causes: [:],
        cues: [
            .legal: """
            anwalt rechtsanwalt* gericht* klage verbraucherzentrale verbraucherschutz* bafin
            bundesnetzagentur schlichtungsstelle anzeige polizei gewährleistung* widerruf* bgb rechtsweg
            """,
            .refund: "erstatt* rückerstatt* geld_zurück",
            .urgent: "dringend sofort unverzüglich umgehend frist*",
            .safety: "vergift* krankenhaus verletz* gefährlich* allergi* brand explod*",
            .swearing: "scheiß* scheiss* arschloch verdammt* idiot* mist",
        ])
}
