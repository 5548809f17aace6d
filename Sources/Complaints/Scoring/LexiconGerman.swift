/// What complaints and praise in German are made of; see `LexiconSource` for the notation.
extension LexiconSource {
    static let german = LexiconSource(
        language: "de",
        negators: "nicht kein keine keinen keiner nie niemals ohne weder",
        words: [
            (2.25, "betrüg* defekt* scheiß*"),
            (
                2.0,
                """
                abzock* ausfall* betrug finger_weg frechheit geld_zurück nicht_empfehl* saftladen schrott
                störung* unverschämt* verspätung ärger*
                """
            ),
            (1.75, "dreck* enttäusch* fehler* funktioniert_nicht peinlich"),
            (1.7, "fällt_aus"),
            (
                1.5,
                """
                belästig* beschwer* furchtbar* geht_nicht inkompeten* kaputt katastroph* mangelhaft*
                minuten_verspätung miserabel nervt nie_wieder problem* reklam* schlecht* schlimm* schrecklich*
                teuer teurer unfreundlich* verspätung*
                """
            ),
            (1.25, "ausgefallen chaos gesperrt lahm* nichts stinkt unmöglich voll wucher"),
            (
                1.0,
                """
                abgezockt eng fallen_aus keine_information* kommt_nicht lächerlich sauer schade stink*
                unpünktlich* unsicher* wieder_mal wieder_nicht witz wütend zu_spät überfüllt
                """
            ),
            (
                0.75,
                """
                doch dumm* immer_noch laut leider mies* schon_wieder spät streik* unfähig* verspät* warte* wegen
                wieder
                """
            ),
            (0.5, "blöd* keine nie stunden"),
            (0.25, "kein mal nicht warten warum"),
            (-0.25, "bequem nette netten neue schön"),
            (-0.5, "gratul* günstig* nett pünktlich_und sauber schöne*"),
            (-0.75, "angebot* bald beendet gerne klasse lob* neuen"),
            (-1.0, "gut*"),
            (-1.25, "super toll*"),
            (-1.5, "ausgezeichnet* empfehl* hervorragend* perfekt schnell* zufrieden*"),
            (-1.75, "freundlich*"),
            (
                -2.5,
                """
                wir_entschuldigen tut_uns_leid vielen_dank_für bitte_kontaktieren_sie liebe_grüße
                mit_freundlichen_grüßen
                """
            ),
        ])
}
