/// The words by which complaints in Dutch are sorted; see `FactSource` for the notation.
extension FactSource {
    static let dutch = FactSource(
        language: "nl",
        negators: "niet geen nooit zonder niets niemand",
        topics: [
            .product: """
            ^product* ^kwaliteit ^defect* ^kapot* batterij* scherm* artikel* eten schoenen
            wasmachine telefoon
            """,
            .delivery: """
            ^lever* ^geleverd ^bezorg* ^pakket* ^pakje ^verzend* ^postnl ^koerier*
            ~bestelling*
            """,
            .service: """
            ^klantenservice ^helpdesk ^service wachttijd antwoord* ~trein* ~vlucht*
            """,
            .staff: """
            ^personeel ^medewerk* ^onbeschoft* ^onvriendelijk* ^ober* ^verkoper*
            ^verkoopster* ^manager* bediening
            """,
            .price: """
            ^prijs ^prijzen ^duur ^dure ^factuur* ^facturen ^kosten ^afgeschreven ^tarie*
            betaald betalen ~euro ~geld
            """,
            .refund: """
            ^terugbetal* ^geld_terug ^restitutie ^vergoeding ^schadevergoeding ~retour*
            """,
            .warranty: """
            ^garantie* ^reparat* ^gerepareerd vervang*
            """,
            .app: """
            ^app ^website ^wachtwoord ^inlog* ^server* account update site
            """,
            .privacy: """
            ^privacy ^persoonsgegevens ^avg ^spam ^datalek
            """,
        ],
        causes: [
            .leftAlone: """
            ^geen_reactie ^geen_antwoord ^reageren_niet ^reageert_niet ^niemand_reageert
            ^niet_bereikbaar ^onbereikbaar ^genegeerd ^negeer* ^nooit_teruggebeld
            """,
            .humiliated: """
            ^onbeschoft* ^beledig* ^vernederd* ^respectloos ^uitgescholden ^arrogant*
            """,
            .notInformed: """
            ^niet_geïnformeerd ^zonder_waarschuwing ^geen_informatie ^niets_laten_weten
            """,
            .notHeard: """
            ^luisteren_niet ^luistert_niet ^interesseert_ze_niet ^standaardantwoord*
            ^afgescheept
            """,
            .vaguePromise: """
            ^beloofd* ^belofte* ^toegezegd ^zouden_terugbellen
            """,
            .blamedOnOthers: """
            ^geven_de_schuld ^niet_onze_schuld ^kastje_naar_de_muur ^verwijzen_naar
            """,
            .productFault: """
            ^werkt_niet ^werken_niet ^kapot* ^defect* ^doet_het_niet ^doen_het_niet ^stuk
            """,
            .outage: """
            ^storing* ^geen_internet ^geen_bereik ^geen_stroom ^uitgevallen ^staking*
            """,
            .overcharged: """
            ^dubbel_afgeschreven ^te_duur ^te_veel_betaald ^verborgen_kosten ^afzetter*
            """,
            .late: """
            ^vertrag* ^te_laat ^niet_ontvangen ^nooit_ontvangen ^niet_geleverd
            ^nog_steeds_niet ^nooit_aangekomen
            """,
            .mistake: """
            ^verkeerd* ^ontbreekt ^vergeten ^kwijtgeraakt ^fout ^fouten
            """,
            .misled: """
            ^oplicht* ^bedrog ^bedrieg* ^gelogen ^misleid* ^leugen*
            """,
            .refused: """
            ^weiger* ^geweigerd ^afgewezen
            """,
            .blocked: """
            ^geblokkeerd* ^rekening_geblokkeerd
            """,
        ],
        cues: [
            .legal: """
            advocaat advocaten rechter rechtbank rechtszaak aangifte politie consumentenbond
            acm geschillencommissie ombudsman* juridisch* kifid autoriteit_persoonsgegevens
            afm consumentenrecht* incasso rechtsbijstand deurwaarder*
            """,
            .refund: """
            geld_terug terugbetal* schadevergoeding
            """,
            .deadline: """
            voor_morgen voor_vrijdag voor_maandag binnen_#_dagen binnen_#_uur
            laatste_waarschuwing uiterlijk
            """,
            .urgent: """
            dringend spoed onmiddellijk direct_nodig zo_snel_mogelijk
            """,
            .safety: """
            vergiftig* ziekenhuis gewond* gevaarlijk* brand explo* allergi* brandwond*
            schimmel voedselvergiftiging
            """,
            .swearing: """
            kut klote* godverdomme tering* kanker* lul eikel* klootzak* shit fuck* idiot*
            """,
            .brokenPromise: """
            beloofd zouden_terugbellen zou_terugbellen niet_nagekomen
            """,
            .money: """
            geld_kwijt geld_gestolen rekening_geblokkeerd dubbel_afgeschreven mijn_salaris
            mijn_spaargeld
            """,
            .vulnerable: """
            mijn_kind baby zwanger gehandicapt* rolstoel oudere* mijn_moeder mijn_oma
            """,
            .repeated: """
            derde_keer tweede_keer meerdere_keren #_keer alweer elke_keer
            """,
            .longSince: """
            al_#_dagen al_#_weken al_#_maanden al_weken al_maanden al_een_maand
            sinds_januari
            """,
        ],
        praise: """
            geen_klachten niets_te_klagen geen_problemen niks_te_klagen
            """,
        replies: [
            .salutation: """
            beste geachte hallo goedendag goedemorgen goedemiddag
            """,
            .thanks: """
            bedankt_voor_uw bedankt_voor_je wij_danken dank_voor_uw dank_u_voor
            """,
            .apology: """
            het_spijt_ons onze_excuses excuses_voor wij_betreuren sorry_voor_het
            """,
            .handling: """
            wij_hebben_uw we_gaan_dit ons_team wij_zullen we_zoeken_dit doorgegeven_aan
            wij_helpen
            """,
            .invitation: """
            neem_contact_met contact_met_ons stuur_ons een_dm via_dm laat_het_ons kunt_u_ons
            bel_ons mail_ons neemt_u_contact
            """,
            .signature: """
            met_vriendelijke_groet vriendelijke_groeten groetjes het_team namens
            """,
            .yours: """
            uw_beoordeling uw_feedback uw_ervaring je_feedback uw_bestelling
            """,
        ],
        customer: """
            ik mij mijn me
            """,
        company: """
            wij we ons onze
            """,
        obscured: "kut klootzak godverdomme kanker lul")
}
