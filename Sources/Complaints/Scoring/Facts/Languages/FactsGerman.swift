/// The words by which complaints in German are sorted; see `FactSource` for the notation.
extension FactSource {
    static let german = FactSource(
        language: "de",
        tone: .german, claim: .german, denial: .german, threat: .german, turn: .german,
        negators: "nicht kein keine keinen keiner keinem nie niemals ohne weder nichts",
        reassurers: "zögern scheuen sonst ansonsten andernfalls",
        notMeant: """
            polizei_sucht polizei_im_einsatz leckere_gericht* gericht_war_lecker paket_an_maßnahmen maßnahmenpaket* bahn_frei
            preis_leistung* preis_gewonnen gewinnt_preis im_übrigen nicht_zuletzt auf_der_hauptseite seite_an_seite keine_klagen
            auf_der_anderen_seite auf_der_einen_seite zu_recht mit_recht fehler_404
            """,
        topics: [
            .product: """
            ^produkt* ^ware ^artikel ^qualität* ^defekt* ^kaputt* ^mangelhaft* ^verarbeitung* gerät* akku* bildschirm* waschmaschine* kühlschrank* drucker kopfhörer*
            staubsauger* schuh schuhe kleid jacke hose stoff geschmack* schmeck* geruch essen pizza kalt_serviert material* motor* auto toilette* klimaanlage* heizung* wagen
            doppelstockwagen* fahrkartenautomat* automat* beleuchtung* ~zug ~züge ~waggon* ~teil ~teile ~größe ~farbe ~gebrochen ~handy ~sitz* ~tür ~türen
            """,
            .delivery: """
            ^liefer* ^paket ^pakete ^pakets ^paketdienst* ^versand* ^versend* ^zustell* ^sendung* ^dhl ^hermes ^paketbote* ^postbote* ^spedition* ^sendungsverfolgung geliefert bestellung* bestellt* ~angekommen
            ~post ~abgestellt ~ablageort
            """,
            .service: """
            ^service ^kundenservice* ^kundendienst* ^hotline ^kundenbetreuung ^warteschleife* ^call_center ^support ^rückruf* antwort* erreichbar* ^verspätung* ^zugausfall* ^ausfall* ^fällt_aus ^streik* ^störung*
            ^fahrplan* ^auskunft* anschluss anschlusszug* ersatzverkehr schienenersatz* durchsage* termin* warten wartezeit* sperrung* reservierung* ~bahn ~zug ~züge ~bus ~ice ~strecke ~pünktlich* ~fahrt ~mail* ~telefon* ~verbindung* internet netz
            ~kunden ~ausgefallen ~vollstreik* ~bahnhof*
            """,
            .staff: """
            ^mitarbeiter* ^personal* ^unfreundlich* ^verkäufer* ^kellner* ^schaffner* ^zugbegleiter* ^zugpersonal ^chef ^chefin ^arzt ^ärztin ^arzthelfer* ^rezeption* ^berater* ^kontrolleur* ^busfahrer* ^lokführer*
            ^unhöflich* ^unverschämt* ~fahrer techniker* sachbearbeiter* bedienung kassierer* angestellt* ~dame ~herr ~inkompeten* frech*
            """,
            .price: """
            ^preis ^preise ^preisen ^preiserhöhung* ^teuer* ^überteuert* ^gebühr* ^rechnung* ^abgebucht* ^abbuch* ^kosten ^kostet ^abzock* ^wucher* ^fahrpreis* ^tarif* ^beitrag* ^mahnung* ^mahngebühr* ^zuschlag bezahl* zahlen zahl*
            abo abonnement* lastschrift* ~geld ~euro ~rabatt* ~gutschein* ~frühbucher* ~ticket*
            """,
            .refund: """
            ^erstatt* ^rückerstatt* ^geld_zurück ^rückzahl* ^entschädigung* ^rückgabe* ^retour* ^zurückgeschickt ^zurückgezahlt ^schadenersatz ^schadensersatz gutschrift* rücksend* zurück_überw* ~stornier* ~storno
            """,
            .warranty: """
            ^garantie* ^gewährleistung* ^reparatur* ^repariert* ^reparier* ^umtausch* ^ersatzgerät* ^werkstatt* ^reklam* ersatzteil* ~ersatz ~eingeschickt ~austausch*
            """,
            .app: """
            ^app ^apps ^webseite* ^website* ^internetseite* ^login ^einlogg* ^anmeld* ^passwort* ^server ^absturz* ^stürzt_ab ^wlan ^online_banking ^navigator ^homepage konto account* update* software* browser* registrier* internet ~online ~seite ~fehlermeldung*
            ~system ~mobilfunknetz* ~kundenkonto
            """,
            .privacy: """
            ^datenschutz* ^dsgvo ^persönliche_daten ^personenbezogen* ^meine_daten ^datenleck* ^spam* ^gehackt* ^werbeanruf* ^ohne_meine_zustimmung ^datenmissbrauch newsletter* werbemail* werbung_per
            """,
        ],
        causes: [
            .leftAlone: """
            keiner_reagiert aus_der_leitung keiner_zuständig keiner_geht geht_keiner zuckt_mit legt_auf
            ^keine_antwort ^keine_rückmeldung ^keine_reaktion ^niemand_antwortet ^niemand_erreichbar ^nicht_erreichbar ^niemand_meldet ^meldet_sich_nicht ^meldet_sich_niemand ^melden_sich_nicht ^antwortet_nicht ^antworten_nicht ^nicht_geantwortet
            ^reagiert_nicht ^reagieren_nicht ^ignorier* ^warteschleife* ^aufgelegt ^kein_rückruf ^nicht_zurückgerufen ^allein_gelassen ^alleingelassen ^im_stich ^hängen_gelassen ^keine_hilfe ^niemand_hilft ^niemand_geht_ran ^geht_niemand_ran ^nie_jemand
            niemand_zuständig sitzen_gelassen sitzen_fest festsitzen bleibt_ohne_antwort unbeantwortet* funkstille antwort_bekommen_wir_nicht ^kein_schienenersatz
            """,
            .humiliated: """
            ^beleidig* ^beschimpf* ^gedemütigt* ^demütig* ^erniedrig* ^unhöflich* ^unfreundlich* ^unverschämt* ^frech* ^frechheit ^herablassend* ^arrogan* ^ausgelacht ^angeschrien* ^angeschnauzt ^angepöbelt ^respektlos* ^von_oben_herab ^pampig* ^patzig* ^diskriminier*
            ^rassis* ^belästig* wie_dreck wie_vieh wie_bittsteller blöd_angemacht bloßgestellt schnippisch*
            """,
            .notInformed: """
            ^keine_information* ^keine_info ^keine_infos ^nicht_informiert* ^ohne_information* ^ohne_ankündigung ^ohne_vorwarnung ^ohne_begründung ^nirgendwo ^nirgends ^keine_durchsage* ^nicht_mitgeteilt ^nicht_gesagt ^niemand_sagt ^niemand_weiß ^keine_auskunft ^nirgendwo*_auskunft
            ^nirgends_auskunft ^nicht_benachrichtigt ^keine_benachrichtigung ^kommentarlos ^keine_ansage ^nicht_angekündigt ^nichts_verstanden ^keine_erklärung nicht_aufgeklärt im_unklaren nix_von_der_durchsage verschwiegen keine_meldung
            """,
            .notHeard: """
            ^hört_nicht_zu ^hören_nicht_zu ^interessiert_niemand* ^interessiert_keinen ^ist_denen_egal ^denen_egal ^völlig_egal ^scheißegal ^abgewimmelt ^abgewiegelt ^abgespeist ^standardantwort* ^textbaustein* ^nicht_ernst_genommen ^nicht_zugehört ^copy_paste
            ^nicht_gelesen ^automatische_antwort* ^kein_interesse ^vertröste* nicht_eingegangen vorgefertigt* nur_ein_bot chatbot* warum_ändert_man
            """,
            .vaguePromise: """
            ^versprochen* ^versprech* ^verspricht ^zugesagt* ^zusage* ^zugesichert* ^hingehalten ^vertröstet ^leere_versprech* ^sollte_geliefert ^sollte_längst ^sollte_angeblich ^angeblich_unterwegs ^immer_wieder_verschoben ^wollte_zurückrufen ^wollten_zurückrufen ^wollten_sich_melden baldmöglichst_
            in_kürze_heißt
            """,
            .blamedOnOthers: """
            ^schuld_auf ^schiebt_die_schuld ^schieben_die_schuld ^nicht_unsere_schuld ^nicht_zuständig* ^weiterverwiesen ^verwiesen_an ^verweist_auf ^verweisen_auf ^hin_und_her ^von_pontius ^abgeschoben ^selbst_schuld ^selber_schuld ^schwarze_peter ^schwarzen_peter ^keine_verantwortung
            ^schieben_sich_gegenseitig ausreden ausrede redet_sich_raus an_den_hersteller_verwiesen schuld_ist_immer
            """,
            .productFault: """
            wurm_in haar_in kakerlak* bettwanze* essen_kalt im_regen roch_nach riecht_nach dreckig* flecken
            tropft
            ^defekt* ^kaputt* ^funktioniert_nicht ^funktioniert_nie ^noch_nie_funktioniert ^nie_funktioniert ^funktionieren_nicht ^geht_nicht ^gehen_nicht ^mangelhaft* ^fehlerhaft* ^schrott* ^beschädigt* ^zerkratzt* ^zerrissen* ^gerissen ^abgebrochen ^auseinander_gefallen ^auseinandergefallen ^verdorben* ^verschimmelt* ^schimmel*
            ^stürzt_ab ^absturz* ^schlechte_qualität ^minderwertig* ^ungenießbar* ^undicht* ^lässt_sich_nicht ^startet_nicht ^lädt_nicht ^stehen_geblieben ^stehengeblieben ausgefallen* wackel* fehlermeldung* kalt nimmt_keine nimmt_nicht lahm* grottenschlecht* verdreckt* stinkt schlecht* störung* nicht_nutzbar qualitäts*
            billige_scheisse schwierig
            ^zerbrochen ^zerdrückt ^undicht ^zersplittert ^verschimmelt ^verdorben ^verschmutzt
            """,
            .outage: """
            ^ausfall* ^zugausfall* ^fällt_aus ^fallen_aus ^fiel_aus ^fällt_schon_wieder_aus ^fällt_mittendrin ^störung* ^stromausfall* ^kein_strom ^kein_internet ^kein_netz ^kein_wasser ^kein_warmwasser ^server_down ^eingestellt ^gesperrt ^sperrung* ^streik* ^bahnstreik* ^lokführerstreik* ^vollstreik* ^stellwerksstörung* ^signalstörung* ^oberleitungs*
            ^kam_nicht ^kommt_nicht ^keine_züge ^kein_zug ^seite_down ^nicht_möglich schienenersatz* vorübergehend_nicht evakuiert* internetausfall* abgekoppelt
            """,
            .overcharged: """
            heimlich_von heimlich_erhöht heimlich_verdoppelt doppelt_abgebucht abreise_abgebucht
            aufgeschwatzt
            ^überteuert* ^zu_teuer ^abzock* ^abgezockt* ^wucher* ^doppelt_abgebucht ^zweimal_abgebucht ^zu_viel_berechnet ^zu_viel_abgebucht ^unberechtigt_abgebucht ^versteckte_kosten ^versteckte_gebühr* ^falsche_rechnung ^preiserhöhung* ^höhere_tarife ^fahrpreis*_erhöh* ^teuer ^teurer ungerechtfertigt*
            trotz_kündigung_abgebucht rechnung_zu_hoch kostenfalle abofalle
            """,
            .late: """
            anderthalb_stunden wochen_auf_mein kam_wieder_nicht kam_einfach_nicht
            ^verspät* ^zu_spät ^verzöger* ^nicht_angekommen ^nicht_geliefert ^nie_angekommen ^kam_nie ^warte_seit ^warten_seit ^warte_immer_noch ^warten_immer_noch ^warte_noch_immer ^warten_noch_immer ^noch_nicht_da ^immer_noch_nicht_da ^immer_noch_nicht_erhalten ^unpünktlich* ^überfällig* ^lieferverzug ^minuten_verspätung ^min_verspätung ^wochen_gewartet ^stunden_gewartet
            ^spätere_ankunft ewig lange_wartezeit* wartezeit* wochenlang monatelang anschluss_verpasst zwangspause gestrandet* pünktlich* noch_immer_nicht minütig*
            """,
            .mistake: """
            verschwunden antrag_ist_weg auftrag_ist_weg falsche_gerichte gerichte_falsch
            hälfte_der_bestellung
            ^falsch_geliefert ^falsche_ware ^falscher_artikel ^falschen_artikel ^falsche_größe ^falsch* ^fehlt ^fehlen ^unvollständig* ^vergessen ^verwechsel* ^verloren_gegangen ^verschlampt* ^verloren ^inkompeten* ^irrtümlich* ^fehler_gemacht ^fehler_der_bahn ^unfähig* ^chaos ^chaotisch*
            ^schlamperei ^verkehrt* vertauscht pfusch* bescheuert*
            ^über_den_zaun ^geworfen
            """,
            .misled: """
            ^betrug ^betrüg* ^betrogen* ^gelogen ^lüge* ^lügen ^getäuscht ^täuschung ^irregeführt ^irreführend* ^abgezockt ^abzocke* ^hintergangen ^falsche_versprech* ^entspricht_nicht ^falsche_angaben ^fälschung* ^gefälscht* ^über_den_tisch ^verarsch* ^kleingedruckt* ^werben_mit ^wirbt_mit
            ^falschen_ankündigung* reingelegt unseriös* mogelpackung
            """,
            .refused: """
            ^verweiger* ^abgelehnt ^lehnt_ab ^lehnen_ab ^ablehnung ^weigert ^weigern ^geweigert ^nicht_erstattet ^keine_erstattung ^nicht_anerkannt ^kein_umtausch ^keine_rücknahme ^storniert_einfach ^nicht_entgegenkommt ^kulanz* ^abgewiesen ^nicht_akzeptiert ^nicht_mitgenommen nicht_zurückgenommen
            """,
            .blocked: """
            ^konto_gesperrt ^karte_gesperrt ^gesperrtes_konto ^zugang_gesperrt ^ausgesperrt ^kein_zugriff ^komme_nicht_in_mein ^kann_mich_nicht_einloggen ^kann_mich_nicht_anmelden ^eingefroren ^gelöscht_mein_konto ^konto_gekündigt ^geld_einbehalten ^zugriff_verweigert
            ^konto_wurde_gesperrt ^mein_konto_gesperrt einbehalten
            """,
        ],
        cues: [
            .legal: """
            anwalt* anwält* rechtsanwalt* rechtsanwält* vor_gericht vors_gericht gerichtlich* gerichtsverfahren* amtsgericht* landgericht* klage_einreichen klage_erheben klage_ein zivilklage* sammelklage* verklag* verbraucherzentrale* verbraucherschutz* verbraucherschützer*
            verbraucherrecht* bafin bundesnetzagentur* schlichtungsstelle* schlichtungsverfahren ombudsmann* ombudsstelle* ombudsfrau strafanzeige* anzeige_erstatt* zur_anzeige anzeige_bei anzeige_wegen zur_polizei polizei_rufen polizei_gerufen polizei_eingeschaltet polizei_einschalten polizei_verständig* polizei_informier* bei_der_polizei staatsanwalt* gewährleistungsrecht* widerruf widerrufe widerrufsrecht*
            bgb hgb stgb dsgvo rechtsweg rechtsschutz* rechtliche_schritte rechtlichen_schritte* rechtlich_vorgehen rechtlich_gegen juristisch* fahrgastrechte* fluggastrechte* eisenbahn_bundesamt luftfahrt_bundesamt mahnbescheid* arbeiterkammer konsumentenschutz* chargeback* paragraf*_# paragraph*_#
            gesetzliche*_gewährleistung* gesetzlich_verpflichtet laut_gesetz datenschutzbeauftragt* aufsichtsbehörde* kartellamt finma gesetzeswidrig* rechtswidrig* einstweilige_verfügung schadensersatz*_klag* marktwächter söp gewerbeaufsicht* gesundheitsamt ordnungsamt
            """,
            .media: """
            presse_informieren an_die_presse in_der_presse zeitung_informieren fernsehen_informieren an_die_medien öffentlich_machen journalist* akte_sat rtl_ bild_zeitung shitstorm*
            """,
            .refund: """
            geld_zurück erstatt* rückerstatt* rückzahlung* entschädig* schadenersatz* schadensersatz* mein_geld zurückgezahlt gutschrift* fordere_mein geld_wieder
            """,
            .deadline: """
            bis_morgen bis_montag bis_dienstag bis_mittwoch bis_donnerstag bis_freitag bis_samstag bis_sonntag bis_zum_# bis_ende_der_woche bis_wochenende bis_heute_abend innerhalb_von_#_tag* innerhalb_von_#_stunden innerhalb_#_tag* binnen_#_tag* binnen_#_stunden binnen_einer_woche
            innerhalb_einer_woche innerhalb_von_zwei frist fristsetzung frist_von letzte_mahnung letzte_warnung letzte_aufforderung vor_freitag vor_weihnachten spätestens_bis bis_spätestens in_den_nächsten_#_tag*
            """,
            .urgent: """
            dringend* sofort unverzüglich* umgehend* eilig eilt schnellstmöglich notfall* brauche_es_heute brauche_ich_heute flug_erreichen asap so_schnell_wie_möglich auf_der_stelle
            """,
            .safety: """
            vergift* krankenhaus verletz* gefährlich* allergi* brand brandgefahr* feuer explod* explosion* stromschlag* verbrannt verbrühl* verbrenn* lebensgefahr* lebensgefährlich* notarzt* rettungswagen* erbroch* übergeben_müssen salmonell* glassplitter* glasscherben* ohnmächtig* unfall* bremsen_versagt* gasgeruch
            gesundheitsgefähr* gesundheitsschäd* rauchentwicklung stichflamme evakuiert* erstick* schimmel* giftig* ausschlag_bekommen
            """,
            .swearing: """
            scheiß* scheiss* beschissen* arschloch* arsch verarsch* verdammt* idiot* mist fick* wichser* hurensohn* hure* drecks* saftladen schweine* penner* vollpfosten trottel* depp* bastard* kotz* kacke blöd*_sau
            """,
            .brokenPromise: """
            versprochen* zugesagt* zugesichert* nicht_eingehalten wollten_zurückrufen wollte_zurückrufen wollten_sich_melden sollte_längst sollte_gestern sollte_heute_kommen sollte_kommen sollte_geliefert leere_versprech* wortbruch versprechen_nicht
            """,
            .money: """
            geld_weg geld_verschwunden geld_gestohlen doppelt_abgebucht zweimal_abgebucht unberechtigt_abgebucht konto_gesperrt karte_gesperrt konto_leer konto_geplündert konto_eingefroren kein_zugriff_auf_mein komme_nicht_an_mein_geld mein_gehalt meine_rente ersparnisse geld_einbehalten existenzbedroh* unbekannte_abbuchung*
            nicht_autorisiert*
            """,
            .vulnerable: """
            mein_kind meine_kinder meinem_kind kleinkind* baby säugling* schwanger* behindert* behinderung* rollstuhl* rentner* senior* meine_mutter meine_oma mein_opa alte_dame ältere_dame krebskrank* pflegebedürftig* diabet* blinde* demenz* mein_sohn meine_tochter kinderwagen schwerbehindert*
            """,
            .many: """
            alle_kunden viele_kunden tausende hunderte ganze_haus ganzes_haus ganze_straße alle_nachbarn auch_andere nicht_nur_ich nicht_nur_bei_mir bin_nicht_der_einzige bin_nicht_die_einzige alle_fahrgäste alle_reisenden ganze_stadt
            """,
            .repeated: """
            zum_dritten_mal zum_zweiten_mal zum_vierten_mal zum_wiederholten schon_wieder wieder_mal wiederholt* mehrfach mehrmals #_mal dreimal zweimal ständig jedes_mal jedesmal immer_wieder dauernd x_mal zig_mal drittes_mal erneut jeden_tag_wieder
            """,
            .longSince: """
            seit_#_tagen seit_#_wochen seit_#_monaten seit_tagen seit_wochen seit_monaten seit_jahren seit_einer_woche seit_einem_monat seit_zwei_wochen seit_drei_wochen seit_januar seit_februar seit_märz seit_april seit_mai seit_juni seit_juli seit_august seit_september
            seit_oktober seit_november seit_dezember vor_#_wochen vor_#_monaten vor_wochen über_einen_monat mehr_als_eine_woche wochenlang* monatelang* #_stunden_gewartet
            """,
        ],
        praise: """
            nichts_zu_meckern nichts_zu_beanstanden keine_beanstandung* nichts_auszusetzen kann_nicht_klagen kann_mich_nicht_beschweren keine_beschwerden nicht_zu_beanstanden gibt_nichts_zu_meckern keine_klagen keinerlei_probleme nichts_negatives
            nichts_zu_bemängeln nie_probleme
            """,
        replies: [
            .heading: "antwort",
            .salutation: """
            ^frau ^herr
            sehr_geehrte* guten_tag hallo liebe* lieber guten_morgen guten_abend moin hi servus grüezi
            """,
            .thanks: """
            vielen_dank_für_ihr* vielen_dank_für_dein* vielen_dank_für_die_rückmeldung danke_für_ihr* danke_für_dein* danke_für_die_rückmeldung herzlichen_dank_für wir_danken_ihnen wir_bedanken_uns danke_dass_sie danke_dass_du vielen_dank_dass wir_freuen_uns freut_uns es_freut_uns danke_für_den_hinweis vielen_dank_für_den_hinweis wir_danken
            danke_für_die_netten danke_für_das_feedback vielen_dank_für_die_bewertung
            danke_für_deine_bewertung
            """,
            .apology: """
            tut_uns_leid tut_uns_sehr_leid tut_uns_aufrichtig_leid wir_entschuldigen wir_möchten_uns_entschuldigen bitten_um_entschuldigung bitten_wir_um_entschuldigung bitten_sie_um_entschuldigung wir_bedauern bedauern_wir bedauern_sehr entschuldigen_sie_bitte bitte_entschuldigen_sie entschuldigung_für_die_unannehmlichkeit* bitten_wir_um_verständnis wir_bitten_um_verständnis bitten_um_verständnis bitten_um_ihr_verständnis
            entschuldigen_wir_uns für_die_unannehmlichkeit* möchten_uns_bei_ihnen bitte_entschuldige sorry_für_die
            schade_dass_es störung_zu_entschuldigen bitten_die_störung wir_bedauern_die das_klingt_ärgerlich
            """,
            .handling: """
            ^antwort_vom_inhaber ^antwort_des_inhabers ^antwort_des_eigentümers ^einspruch_einlegen
            ^widerspruch_einlegen ^wir_sind_dran ^ihr_widerspruch_wurde ^ihr_antrag_wurde ^ihr_rückruf_ist
            ^ihnen_am_#_schriftlich ^bewertung_gilt_einer_anderen ^wir_senden_es ^ein_mangel_lag_nicht
            ^wurde_ihnen_am ist_eingetragen ist_vorgemerkt störung_ist behoben gerät_wurde_geprüft
            wurde_geprüft ware_wurde_untersucht nach_ziffer laut_preisverzeichnis bitte_starten
            alles_läuft_wieder
            haben_wir_weitergeleitet haben_wir_weitergegeben weitergeleitet_an leiten_wir_weiter geben_wir_weiter gebe_ich_weiter wir_prüfen werden_wir_prüfen werden_das_prüfen wir_kümmern_uns wir_arbeiten wir_nehmen_ihr* nehmen_wir_ernst nehmen_wir_sehr_ernst wir_werden wir_haben_ihr* wir_melden_uns melden_uns_bei_ihnen unser_team
            unsere_kollegen unsere_kolleg* wir_hoffen wir_bemühen_uns wir_helfen gerne_helfen_wir helfen_wir_gern* zu_ihrer_zufriedenheit wir_würden_gern* möchten_wir
            wurde_an_die_fachabteilung liegt_uns_vor werktagen_beantwortet innerhalb_von_#_werktagen
            unsere_techniker wird_behoben mit_dem_nächsten_update nicht_nachvollziehen machen_das_wieder_gut
            ist_bekannt_und wurde_veranlasst gemäß_unserem wieder_freigeschaltet wir_verstehen_ihren
            wurde_zugestellt wir_prüfen_das das_schauen_wir schauen_wir_uns gebe_ich_gleich
            wir_arbeiten_daran zu_diesem_namen
            automatische_nachricht wir_antworten_binnen ist_eingegangen wir_haben_einen melden_uns_morgen
            nicht_unter_die_herstellergarantie sie_können_gern galt_nicht_für zur_klarstellung
            wurde_stattgegeben wird_gutgeschrieben finden_sie_auf_unserer
            """,
            .invitation: """
            kontaktieren_sie_uns bitte_kontaktieren_sie wenden_sie_sich bitte_wenden schreiben_sie_uns schreib_uns bitte_senden_sie senden_sie_uns schicken_sie_uns schick_uns rufen_sie_uns melden_sie_sich_gern* melden_sie_sich_bei_uns melde_dich_bei_uns bitte_teilen_sie teilen_sie_uns per_pn per_dm per_direktnachricht setzen_sie_sich mit_uns_in_verbindung nehmen_sie_kontakt
            bitte_nennen_sie nennen_sie_uns können_sie_uns kannst_du_uns bitte_geben_sie stehen_wir_ihnen unter_der_nummer an_unseren_kundenservice bitte_nutzen_sie
            schreib_uns_gern schicken_sie_uns_ihre private_nachricht können_sie_online melden_sie_sich_an
            über_eine_anpassung würden_wir_uns_freuen schick_uns_bitte um_welche_filiale noch_etwas_für_sie
            zur_verfügung
            """,
            .signature: """
            gruß lg_ viele_grüße
            mit_freundlichen_grüßen freundliche_grüße viele_grüße beste_grüße herzliche_grüße liebe_grüße ihr_team dein_team euer_team ihr_kundenservice mit_besten_grüßen schöne_grüße mfg ihre_kundenbetreuung
            vom_serviceteam ihre_bank vom_team kundenbetreuung
            """,
            .yours: """
            ihr_feedback ihre_rückmeldung ihre_bewertung ihr_anliegen ihrem_anliegen ihre_nachricht ihre_kritik ihren_ärger ihre_kundennummer ihre_bestellnummer ihre_auftragsnummer deine_rückmeldung dein_feedback deine_bewertung ihres_aufenthalts
            ihre_unzufriedenheit
            ihre_vorgangsnummer ihre_beschwerde ihre_karte_ist ihre_erstattung deiner_bewertung
            deiner_kundennummer deine_bestellung
            """,
        ],
        customer: "ich mir mich mein meine meinem meinen meiner meines",
        company: "wir uns unser unsere unserem unseren unserer unseres",
        obscured: "scheiße scheise scheisse arschloch ficken fick fotze hurensohn wichser verarscht arsch")
}
