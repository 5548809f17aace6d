/// The words by which complaints in Italian are sorted; see `FactSource` for the notation.
extension FactSource {
    static let italian = FactSource(
        language: "it",
        tone: .italian, claim: .italian, denial: .italian, threat: .italian, turn: .italian,
        negators: "non mai nessun nessuna senza né",
        topics: [
            .product: """
            ^prodott* ^qualità ^difettos* ^rotto ^rotta batteria schermo articol* cibo
            scarpe lavatrice telefono
            """,
            .delivery: """
            ^consegn* ^spedi* ^pacco ^pacchi ^corriere ~ordine ~arrivat*
            """,
            .service: """
            ^servizio_clienti ^assistenza ^servizio attesa risposta call_center ~treno ~volo
            """,
            .staff: """
            ^personale ^maleducat* ^scortes* ^camerier* ^commess* ^dipendent* ^operator*
            ^medic* ^titolare
            """,
            .price: """
            ^prezz* ^caro ^cara ^fattur* ^bolletta ^addebit* ^costo ^costi ^tariff* pagare
            pagato ~euro ~soldi
            """,
            .refund: """
            ^rimbors* ^risarcim* ^reso ~restitu*
            """,
            .warranty: """
            ^garanzia ^ripara* sostituzione
            """,
            .app: """
            ^app ^applicazione ^sito ^password ^accesso ^server account aggiornamento
            """,
            .privacy: """
            ^privacy ^dati_personali ^spam ^gdpr
            """,
        ],
        causes: [
            .leftAlone: """
            numero_verde_muto non_rispondano fatto_vedere
            ^non_rispond* ^nessuno_risponde ^nessuna_risposta ^senza_risposta ^ignora*
            ^non_viene_nessuno ^nessuno_mi ^riattacca* ^ignorat* ^non_rispondono ^nessuno_aiuta
            """,
            .humiliated: """
            ^umili* ^insult* ^maleducat* ^arrogan* ^mancanza_di_rispetto
            ^urlato ^trattati_male ^trattamento_pessimo ^scortes* ^presa_in_giro ^prendono_in_giro
            """,
            .notInformed: """
            ^non_avvis* ^non_inform* ^senza_preavviso ^nessuna_informazione
            """,
            .notHeard: """
            ^non_ascoltano ^se_ne_fregano ^stessa_risposta
            """,
            .vaguePromise: """
            ^promess* ^promett*
            """,
            .blamedOnOthers: """
            ^scaricabarile ^danno_la_colpa ^non_è_colpa_nostra
            """,
            .productFault: """
            scarafagg* cimici verme_nell capello_nel ammuffit* perde_acqua cibo_freddo macchiat* sporca
            sporco
            ^non_funziona* ^difettos* ^rotto ^rotta ^guast* ^smesso_di_funzionare
            ^graffiat* ^rott* ^perde ^scadut* ^sporc* ^scarafagg* ^freddo ^fredda ^si_chiude_da ^si_blocca
            ^cade_ogni ^marci*
            """,
            .outage: """
            senza_acqua senza_corrente niente_acqua
            ^disservizi* ^senza_linea ^senza_internet ^senza_corrente ^sciopero
            """,
            .overcharged: """
            addebitato_due mi_addebitano abbiano_addebitato hanno_addebitato
            ^addebitato_due ^doppio_addebito ^troppo_caro ^costi_nascosti
            ^addebitato_di_nuovo ^aumentato_il_canone ^devo_pure_pagare ^bolletta_sbagliata ^addebit*
            """,
            .late: """
            ora_e_mezza non_è_passato mai_arrivat* settimane_che_aspetto
            ^ritard* ^mai_arrivat* ^non_è_arrivat* ^non_ancora_arrivat*
            ^sto_ancora_aspettando
            ^in_ritardo ^ritardo ^andato_perso ^aspetto_il ^ancora_aspett* ^cancellat* ^aspetto_da
            """,
            .mistake: """
            taglia_sbagliata piatti_erano_sbagliati metà_dell_ordine domanda_persa
            ^sbagliat* ^errore ^errori ^mancante ^perso
            ^perso_di_nuovo ^arrivata_una ^manca ^mancan* ^avete_perso
            """,
            .misled: """
            ^truff* ^ingann* ^bugi* ^ladri ^pubblicità_ingannevole ^falso
            ^vergogn* ^ladr*
            """,
            .refused: """
            non_mi_restituiscono si_sono_tenuti non_restituiscono
            ^rifiut* ^negato ^respint*
            ^non_accett* ^non_vuole ^non_vogliono
            """,
            .blocked: """
            ^conto_bloccato ^carta_bloccata ^bloccat*
            """,
        ],
        cues: [
            .legal: """
            avvocat* tribunale denunci* querela polizia carabinieri codacons altroconsumo
            adiconsum federconsumatori agcom agcm antitrust arbitro_bancario garante
            codice_del_consumo vie_legali azioni_legali causa_legale diritti_dei_consumatori
            giudice_di_pace banca_d_italia
            """,
            .refund: """
            rimbors* rivoglio_i_miei_soldi restituite
            """,
            .deadline: """
            entro_domani entro_venerdì entro_lunedì entro_#_giorni entro_#_ore ultimo_avviso
            """,
            .urgent: """
            urgente urgentemente immediatamente subito al_più_presto
            """,
            .safety: """
            intossic* ospedale ferit* pericolos* incendio esplos* esplod* allergi* ustion*
            muffa
            """,
            .swearing: """
            merda cazzo stronz* vaffanculo bastard* puttan* idiot*
            """,
            .brokenPromise: """
            promesso avevano_promesso promesse_non
            """,
            .money: """
            rubato_i_soldi conto_bloccato carta_bloccata addebitato_due_volte
            i_miei_risparmi stipendio
            """,
            .vulnerable: """
            mio_figlio mia_figlia bambin* neonat* incinta disabil* anzian* mia_madre
            mia_nonna
            """,
            .repeated: """
            terza_volta seconda_volta più_volte #_volte ogni_volta ennesima
            """,
            .longSince: """
            da_#_giorni da_#_settimane da_#_mesi da_un_mese da_settimane da_mesi
            """,
        ],
        praise: """
            nessuna_lamentela niente_da_dire nulla_da_ridire nessun_problema
            """,
        replies: [
            .heading: "risposta",
            .salutation: """
            ^signora ^signor ^sig
            gentile buongiorno salve ciao buonasera
            """,
            .thanks: """
            la_ringraziamo grazie_per_la_sua grazie_per_aver* ti_ringraziamo ringraziamo
            grazie_per_la_segnalazione grazie_mille_per grazie_per_le grazie_per_averci siamo_felici
            siamo_lieti grazie_del
            """,
            .apology: """
            ci_scusiamo ci_dispiace siamo_spiacenti le_nostre_scuse
            ci_dispiace_per scusiamo_per porgiamo_le_nostre per_il_disagio per_l_accaduto siamo_dispiaciuti
            """,
            .handling: """
            ^risposta_del_proprietario ^risposta_del_gestore ^può_fare_ricorso ^siamo_a_conoscenza
            ^vi_aggiorneremo ^come_indicato ^come_scritto_sul ^non_risulta_alcuna ^abbiamo_esaminato
            è_stata_respinta secondo_il_listino guasto_è_stato tutto_funziona i_tecnici_sono non_è_previsto
            abbiamo_inoltrato stiamo_lavorando il_nostro_team verificheremo provvederemo
            nostri_tecnici stanno_lavorando giorni_lavorativi è_stato_disposto non_condividiamo
            la_contatterà le_risponderà abbiamo_corretto abbiamo_verificato abbiamo_parlato
            stiamo_verificando è_stato_inoltrat* speriamo_di
            messaggio_automatico abbiamo_avviato la_aggiorneremo non_è_coperto_dalla_garanzia
            verificheremo_a è_stato_accolto
            """,
            .invitation: """
            ci_contatti contattaci può_contattarci la_invitiamo ci_scriva scrivici
            in_privato inviaci
            ci_scriva_a puoi_mandarci mandaci restiamo_a_disposizione a_disposizione_al ci_chiami chiamaci
            ci_invii messaggio_privato può_scriverci scrivici_a
            """,
            .signature: """
            cordiali_saluti distinti_saluti il_team un_saluto
            servizio_clienti il_team_di l_assistenza direttore_della
            """,
            .yours: """
            la_sua_recensione il_suo_commento il_suo_ordine la_tua_recensione
            suo_reclamo sua_segnalazione codice_cliente sua_valutazione tua_segnalazione suo_soggiorno
            suo_numero tuo_ordine
            """,
        ],
        customer: """
            io mi mio mia miei mie me
            """,
        company: """
            noi nostro nostra nostri nostre ci
            """,
        obscured: "merda cazzo stronzo vaffanculo")
}
