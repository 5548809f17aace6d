/// The words by which complaints in Dutch are sorted; see `FactSource` for the notation.
extension FactSource {
    static let dutch = FactSource(
        language: "nl",
        tone: .dutch, claim: .dutch, denial: .dutch, threat: .dutch, turn: .dutch,
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
            ^niemand_antwoordt ^niemand_helpt ^hangt_op ^er_komt_niemand ^al_weken_geen ^krijg_geen
            """,
            .humiliated: """
            ^onbeschoft* ^beledig* ^vernederd* ^respectloos ^uitgescholden ^arrogant*
            ^schreeuwde ^onvriendelijk* ^slecht_behandeld ^niet_serieus_genomen
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
            ^bekrast* ^lekt ^valt_weg ^valt_elke ^sluit_de_app ^loopt_vast ^vies ^vieze ^kakkerlak* ^koud
            ^over_de_datum ^bedorven ^gebroken ^gescheurd ^crasht
            ^verpest* ^gewist
            """,
            .outage: """
            ^storing* ^geen_internet ^geen_bereik ^geen_stroom ^uitgevallen ^staking*
            """,
            .overcharged: """
            ^dubbel_afgeschreven ^te_duur ^te_veel_betaald ^verborgen_kosten ^afzetter*
            ^afgeschreven ^abonnement_verhoogd ^zelf_de_retour ^rekende_de_kosten_opnieuw ^rekening_klopt
            ^teveel
            """,
            .late: """
            ^vertrag* ^te_laat ^niet_ontvangen ^nooit_ontvangen ^niet_geleverd
            ^nog_steeds_niet ^nooit_aangekomen
            ^vertraging ^niet_aangekomen ^is_kwijt ^wacht_al ^nog_geen ^nog_altijd_niet ^geannuleerd
            """,
            .mistake: """
            ^verkeerd* ^ontbreekt ^vergeten ^kwijtgeraakt ^fout ^fouten
            ^gekregen ^verkeerde_maat ^kwijt
            """,
            .misled: """
            ^oplicht* ^bedrog ^bedrieg* ^gelogen ^misleid* ^leugen*
            ^schandalig ^oplichters ^aan_het_lijntje ^nep ^bedrogen
            """,
            .refused: """
            ^weiger* ^geweigerd ^afgewezen
            ^mag_niet ^wil_niet ^wil_hem_niet ^willen_het_niet ^willen_niet ^krijg_mijn_geld
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
            .heading: "antwoord reactie",
            .salutation: """
            ^mevrouw ^meneer
            beste geachte hallo goedendag goedemorgen goedemiddag
            """,
            .thanks: """
            bedankt_voor_uw bedankt_voor_je wij_danken dank_voor_uw dank_u_voor
            bedankt_voor_jouw dank_voor_de dank_voor_je wat_leuk_om fijn_om_te fijn_dat_je leuk_dat
            """,
            .apology: """
            het_spijt_ons onze_excuses excuses_voor wij_betreuren sorry_voor_het
            wat_vervelend sorry_dat_je vervelend_om_te wij_bieden_onze
            """,
            .handling: """
            wij_hebben_uw we_gaan_dit ons_team wij_zullen we_zoeken_dit doorgegeven_aan
            wij_helpen
            in_goede_orde doorgegeven werkdagen onze_monteurs is_opgelost herkennen_ons_niet reageren_binnen
            we_zijn_ermee ermee_bezig we_hebben_je geven_het_door we_gaan_het zien_je_graag
            nemen_contact_met
            automatisch_bericht wij_hebben_een laten_u_morgen niet_onder_de_fabrieksgarantie kijken_we_hoe
            """,
            .invitation: """
            neem_contact_met contact_met_ons stuur_ons een_dm via_dm laat_het_ons kunt_u_ons
            bel_ons mail_ons neemt_u_contact
            stuur_je_ons laat_ons_weten kunt_ons_bereiken privébericht zou_je_je neem_contact kun_je_ons
            we_je_kunnen
            """,
            .signature: """
            met_vriendelijke_groet vriendelijke_groeten groetjes het_team namens
            team_webcare klantenservice webcare
            """,
            .yours: """
            uw_beoordeling uw_feedback uw_ervaring je_feedback uw_bestelling
            uw_klacht je_bestelnummer je_beoordeling je_rekening je_bestelling uw_melding jouw_regio
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
