/// The words by which complaints in German are sorted; see `FactSource` for the notation.
extension FactSource {
    static let german = FactSource(
        language: "de",
        negators: "nicht kein keine keinen keiner nie niemals ohne weder",
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
