/// By which words somebody threatens to go to law, and by which a word of the law is only a name or a place;
/// see `FactSource` for the notation.
struct FactThreat: Sendable {
    /// In the first person: "see you in court", "I will sue".
    var threats: String
    /// Say where something is: "near the", "opposite". What stands behind names a place.
    var places: String
    /// What bears names: "hotel", "street", "restaurant". A capitalised neighbour is its name.
    var named: String
    /// Words of the law that mean nothing of it: "a lawyer friend".
    var trifles: String

    var lists: [FactList] { [(threats, .threat), (places, .place), (named, .named), (trifles, .notMeant)] }

    static let english = FactThreat(
        threats: """
            see_you_in_court see_them_in_court meet_in_court see_you_at_the_tribunal taking_you_to_court take_you_to_court
            take_them_to_court taking_them_to_court going_to_court i_will_sue i_ll_sue we_will_sue we_ll_sue
            going_to_sue gonna_sue i_m_suing i_am_suing we_are_suing we_re_suing sue_you sue_them hear*_from_my_lawyer
            hear*_from_my_solicitor hear*_from_our_lawyer* hear*_from_my_attorney hear*_from_our_solicitor* my_lawyer_will
            my_solicitor_will my_attorney_will our_lawyer*_will speak_to_my_lawyer next_stop_small_claims
            contacting_a_lawyer contacting_my_lawyer calling_my_lawyer call_my_lawyer hiring_a_lawyer got_a_lawyer
            taking_legal_action take_legal_action will_be_legal_action press_charges pressing_charges reporting_you_to
            report_you_to i_m_reporting_you filing_a_lawsuit file_a_lawsuit filing_a_police letter_before_action
            your_day_in_court lawyers_are_next lawyer_is_next
            """,
        places:
            "near next_to opposite behind beside across_from outside_the around_the_corner_from in_front_of",
        named:
            "hotel restaurant cafe bar pub inn street road lane avenue square branch station called named tavern hostel",
        trifles: """
            lawyer_friend friend_is_a_lawyer friend_the_lawyer lawyer_friends police_officer_in_front officer_in_front
            policeman_in_front police_officer_behind suing_nobody suing_no+one not_suing sue_anyone sue_anybody not_going_to_sue
            lawyer_next_to lawyer_recommended lawyer_jokes as_a_lawyer_i court_shoes court_side courtside hard_court
            clay_court grass_court courts_are court_booking court_hire volleyball_court badminton_court padel_court
            judge_s_special police_dog judge_special nothing_but no_fault_of not_one_of none_of_the no_problem_tak* no_problem_charg* no_problem_bill* police_series court_drama
            """)
    static let polish = FactThreat(
        threats: """
            widzimy_się_w_sądzie do_zobaczenia_w_sądzie spotkamy_się_w_sądzie spotykamy_się_w_sądzie zobaczymy_się_w_sądzie podam_was_do_sądu
            podamy_was_do_sądu podaję_was_do_sądu podam_do_sądu pójdę_do_sądu idę_do_sądu idziemy_do_sądu kieruję_sprawę
            skieruję_sprawę kieruję_pozew składam_pozew złożę_pozew pozwę pozwiemy pozywam pozywamy sprawa_trafi_do sprawa_idzie_do
            oddaję_sprawę oddam_sprawę mój_prawnik mój_adwokat mojego_prawnika mojego_adwokata zgłaszam_na_policję zgłoszę_na_policję
            idę_na_policję pójdę_na_policję zgłaszam_sprawę zgłoszę_sprawę zawiadomię_prokuratur* zawiadamiam_prokuratur*
            podejmę_kroki_prawne usłyszycie_od
            """,
        places: "przy obok koło naprzeciwko naprzeciw pod niedaleko blisko za_budynkiem koło_budynku vis",
        named:
            "restauracja restauracji hotel hotelu bar ulica ulicy ul kawiarnia kawiarni pub pensjonat klub przystanek",
        trifles: """
            adwokat_likier likier_adwokat znajomy_prawnik kolega_prawnik prawnik_polecił przyjaciel_prawnik koleżanka_prawniczka
            policjant_przede policjant_przed_mną nic_oprócz nic_poza żadnego_z żaden_z nikogo_nie_pozywam nie_idę_do_sądu na_sądny serial film sądny_dzień jako_prawnik
            """)
    static let russian = FactThreat(
        threats: """
            увидимся_в_суде встретимся_в_суде до_встречи_в_суде увидим*_в_суде подам_в_суд подаём_в_суд подаю_в_суд подадим_в_суд пойду_в_суд идём_в_суд иду_в_суд
            обращусь_в_суд обращаюсь_в_суд обратимся_в_суд подам_иск подаю_иск готовлю_иск засужу засудим затаскаю_по_судам мой_юрист мой_адвокат моего_юриста
            моего_адвоката наш_юрист наш_адвокат пишу_в_прокуратуру напишу_в_прокуратуру обращусь_в_прокуратуру иду_в_прокуратуру пишу_в_роспотребнадзор
            напишу_в_роспотребнадзор обращусь_в_роспотребнадзор подаю_жалобу подам_жалобу пишу_заявление_в_полицию напишу_заявление_в_полицию иду_в_полицию
            обращусь_в_полицию дело_пойдёт_в_суд
            """,
        places: "рядом_с возле около напротив за_зданием у_здания недалеко_от позади",
        named:
            "ресторан ресторане кафе отель отеле гостиница гостинице бар баре улица улице ул сериал фильм паб трактир остановка",
        trifles: """
            знакомый_юрист друг_юрист подруга_юрист друг_адвокат знакомый_адвокат полицейский_передо полицейский_впереди юрист_посоветовал
            ничего_кроме ни_одной_из ни_одну_из никому_иск* судиться_не_буд* судиться_не_собира* в_суд_не_пойду сам_юрист правовой_отдел_не
            """)
    static let german = FactThreat(
        threats: """
            sehen_uns_vor_gericht bis_vor_gericht treffen_uns_vor_gericht vor_gericht_sehen wir_sehen_uns_vor ich_verklage wir_verklagen
            verklage_euch verklage_sie ich_klage wir_klagen gehe_vor_gericht gehen_vor_gericht ziehe_vor_gericht ziehen_vor_gericht zum_anwalt mein_anwalt
            meinem_anwalt meinen_anwalt unser_anwalt unserem_anwalt meine_anwältin meiner_anwältin hören_von_meinem hört_von_meinem hört_von_unserem hören_von_unserem
            schalte_meinen_anwalt schalte_einen_anwalt ich_erstatte_anzeige erstatte_strafanzeige erstatte_anzeige zeige_euch_an zeige_sie_an gehe_zur_polizei
            leite_rechtliche rechtliche_schritte_ein melde_euch_der melde_das_der_verbraucherzentrale anzeige_ist_raus
            """,
        places: "neben gegenüber hinter nahe nähe gegenüber_vom unweit neben_dem",
        named: "hotel restaurant gasthaus café bar kneipe straße str pension wirtshaus haltestelle gasthof",
        trifles: """
            nichts_als kein_einziges_der befreundeter_anwalt freund_ist_anwalt anwalt_hat_empfohlen polizist_vor_mir anwalt_vor_mir verklage_niemanden will_niemanden_verklagen
            nicht_verklagen nicht_klagen als_anwalt polizist_hinter
            """)
    static let czech = FactThreat(
        threats: """
            uvidíme_se_u_soudu sejdeme_se_u_soudu potkáme_se_u_soudu na_shledanou_u_soudu dám_to_k_soudu dám_vás_k_soudu podám_žalobu podáme_žalobu podávám_žalobu žaluji
            zažaluji zažaluju zažalujeme můj_právník můj_advokát mého_právníka mým_právníkem jdu_na_policii podám_trestní podávám_trestní obrátím_se_na_soud
            obrátím_se_na_čoi ozve_se_vám_můj
            """,
        places: "vedle u_budovy naproti poblíž nedaleko blízko za_budovou",
        named: "hotel restaurace restauraci ulice ulici kavárna hospoda bar penzion zastávka",
        trifles: "nic_než kamarád_právník známý_právník policista_přede nikoho_nežaluji nebudu_žalovat")
    static let slovak = FactThreat(
        threats: """
            uvidíme_sa_na_súde stretneme_sa_na_súde vidíme_sa_na_súde dovidenia_na_súde dám_to_na_súd dám_vás_na_súd podám_žalobu podáme_žalobu podávam_žalobu zažalujem
            zažalujeme môj_právnik môj_advokát môjho_právnika idem_na_políciu podám_trestné podávam_trestné obrátim_sa_na_súd
            """,
        places: "vedľa pri oproti neďaleko blízko za_budovou",
        named: "hotel reštaurácia reštaurácii ulica ulici kaviareň krčma bar penzión zastávka",
        trifles: "nič_len kamarát_právnik známy_právnik policajt_predo nikoho_nežalujem nebudem_žalovať")
    static let ukrainian = FactThreat(
        threats: """
            побачимось_в_суді побачимося_в_суді зустрінемось_в_суді зустрінемося_в_суді до_зустрічі_в_суді побачимось_у_суді побачимося_у_суді зустрінемось_у_суді
            зустрінемося_у_суді подам_до_суду подаю_до_суду подамо_до_суду подаю_в_суд подам_в_суд звернусь_до_суду звернуся_до_суду йду_до_суду подам_позов подаю_позов
            мій_юрист мій_адвокат мого_юриста мого_адвоката напишу_в_прокуратуру звернусь_до_поліції звернуся_до_поліції йду_в_поліцію
            """,
        places: "біля поруч_з поряд_з навпроти коло недалеко_від за_будівлею",
        named: "ресторан готель кафе вулиця вулиці бар паб серіал фільм зупинка",
        trifles: "знайомий_юрист друг_юрист поліцейський_переді судитися_не_буд* нікого_не_позиваю")
    static let french = FactThreat(
        threats: """
            on_se_verra_au_tribunal se_verra_au_tribunal on_se_voit_au_tribunal rendez_vous_au_tribunal nous_verrons_au_tribunal verra_en_justice je_porte_plainte nous_portons_plainte
            vais_porter_plainte allons_porter_plainte je_vais_au_tribunal saisir_la_justice saisis_la_justice je_saisis mon_avocat notre_avocat avocat_vous_contactera
            poursuivre_en_justice poursuis_en_justice je_vous_poursuis
            """,
        places: "près à_côté face_au face_à_la derrière en_face",
        named: "hôtel restaurant café bar rue avenue place brasserie auberge arrêt",
        trifles:
            "rien_que ami_avocat amie_avocate policier_devant ne_poursuis_personne pas_porter_plainte avocat_crevettes avocat_mûr avocats_mûrs toast_avocat salade_avocat"
    )
    static let spanish = FactThreat(
        threats: """
            nos_vemos_en_los_tribunales nos_veremos_en_los nos_vemos_en_el_juzgado nos_veremos_en_el_juzgado nos_vemos_en_juicio voy_a_denunciar vamos_a_denunciar les_denuncio os_denuncio
            los_voy_a_denunciar les_voy_a_demandar voy_a_demandar vamos_a_demandar pondré_una_denuncia pongo_una_denuncia pondré_una_demanda presentaré_una_demanda mi_abogado nuestro_abogado
            emprenderé_acciones acciones_legales iré_a_juicio
            """,
        places: "cerca al_lado frente detrás enfrente junto",
        named: "hotel restaurante café bar calle avenida plaza hostal taberna parada",
        trifles: "nada_más_que amigo_abogado amiga_abogada policía_delante no_voy_a_denunciar no_denuncio")
    static let italian = FactThreat(
        threats: """
            ci_vediamo_in_tribunale ci_vedremo_in_tribunale vediamo_in_tribunale in_tribunale_ci vi_denuncio vi_denuncerò sporgo_denuncia sporgerò_denuncia vi_faccio_causa faccio_causa farò_causa
            vado_per_vie_legali vie_legali il_mio_avvocato mio_avvocato nostro_avvocato mio_legale porto_in_tribunale mi_rivolgo_al_tribunale
            """,
        places: "vicino accanto dietro fronte",
        named: "hotel albergo ristorante bar via piazza trattoria osteria caffè fermata",
        trifles:
            "niente_altro_che nient_altro amico_avvocato amica_avvocato poliziotto_davanti non_denuncio nessuna_causa"
    )
    static let portuguese = FactThreat(
        threats: """
            vemo_nos_em_tribunal vemo_nos_no_tribunal nos_vemos_no_tribunal nos_vemos_na_justiça vemos_em_tribunal encontramo_nos_em_tribunal vou_processar vamos_processar vou_apresentar_queixa
            vou_à_polícia vou_ao_procon meu_advogado nosso_advogado entrarei_com_processo vou_entrar_com_processo vou_para_tribunal acção_judicial ação_judicial entro_na_justiça
            """,
        places: "perto ao_lado frente atrás junto",
        named: "hotel restaurante café bar rua avenida praça tasca paragem",
        trifles:
            "nada_mais_que nada_mais_do_que amigo_advogado amiga_advogada polícia_à_frente não_vou_processar")
    static let dutch = FactThreat(
        threats: """
            zien_ons_voor_de_rechter zien_elkaar_voor_de_rechter zie_jullie_in_de_rechtbank zien_jullie_in_de_rechtbank zien_elkaar_in_de_rechtbank tot_in_de_rechtbank tot_bij_de_rechter naar_de_rechter
            stap_naar_de_rechter ik_doe_aangifte we_doen_aangifte ga_aangifte_doen mijn_advocaat onze_advocaat schakel_een_advocaat ik_klaag_jullie_aan klaag_u_aan span_een_rechtszaak
            """,
        places: "naast tegenover achter vlakbij nabij",
        named: "hotel restaurant café bar straat plein kroeg herberg halte",
        trifles: "niets_dan niets_als bevriende_advocaat vriend_is_advocaat agent_voor_mij klaag_niemand_aan")
    static let turkish = FactThreat(
        threats: """
            mahkemede_görüşürüz mahkemede_görüşeceğiz dava_açacağım dava_açacağız dava_açıyorum avukatım savcılığa mahkemeye_vereceğim mahkemeye_veriyorum tüketici_hakem polise_gid* şikayetçi_olacağım
            """,
        places: "yanındaki karşısındaki arkasındaki yakınındaki",
        named: "otel oteli restoran kafe bar sokak sokağı cadde caddesi",
        trifles: "avukat_arkadaşım dava_açmıyorum")
}
