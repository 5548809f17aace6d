/// By what a text shows that a customer wrote it, however politely and however many speak; see `FactSource`
/// for the notation. A company's own reply says none of it.
struct FactClaim: Sendable {
    /// `^` settles that a customer speaks; the others only beside a trouble.
    var claims: String
    /// Greets a company or an office. Counts where it opens the text.
    var formal: String
    /// Who signs as a household, as neighbours, as a customer. Counts where it ends the text.
    var signers: String

    var lists: [FactList] { [(claims, .claim), (formal, .formal), (signers, .signer)] }

    static let english = FactClaim(
        claims: """
            ^please_send_someone ^send_somebody ^our+order ^our+orders ^our+parcel ^our+package ^our+flat ^our+ticket ^our+tickets ^our+booking
            ^our+money ^our+refund ^our+deposit ^our+luggage ^our+bags ^our+flight ^our+street ^our+heating ^our+boiler
            ^our+landlord ^our+wedding ^our+claim ^our+washing+machine ^our+car ^our+child ^our+children ^our+son
            ^our+daughter ^our+holiday ^our+complaint ^our+emails ^refund+us ^refund+our ^pay+us+back ^give+us+back
            ^compensate+us ^we_are_customers ^we_have_been_customers ^we_were_promised ^we_were_told ^we_never_received
            ^we_still_have_no ^we_still_don_t ^we_still_do_not ^we_are_still_waiting ^we_re_still_waiting
            ^we_are_still_without ^we_are_without ^we_have_been_without ^we_have_been_waiting ^we_keep_waiting
            ^we+waited ^we_regret_choosing ^we_regret_buying ^we_regret_booking ^we_regret_ordering ^we_regret_coming
            ^regret_ever we_have_contacted_you we_contacted_you we_have_written_to_you we_wrote_to_you
            we_called_you we_emailed_you ^you_promised you_wrote you_told_us ^you_refuse ^you_keep_saying
            you_said ^you_never ^your+company ^is_no_answer ^is_not_an_answer ^not_good_enough ^thank_you_for_nothing
            ^thanks_for_nothing ^they_answered ^they_replied ^they_wrote ^they_say ^they_said ^they_told ^all_i_get
            ^all_i_hear ^all_we_get ^i_ever_hear ^we_ever_hear ^sorry_to_bother ^apologies_for_the_long ^sorry_for_the_long
            ^sorry_for_the_rant ^apologies_for_the_rant ^sorry_but_this ^sorry_but_that ^regret_to_say
            ^sad_to_say ^check_your_dm* ^check_your_inbox ^ignores_us ^ignore_us ^answer_us ^nobody_answers_us
            thanks_for_your_reply thank_you_for_your_reply thanks_for_the_reply thank_you_for_the_reply
            thank_you_for_your_answer thanks_for_your_answer thanks_for_the_answer thanks_for_your_response
            thanks_for_the_response thank_you_for_your_response thanks_for_the_quick we+ordered we+bought we+booked
            we+paid we_hired we_moved_in we_live we_had_to call_us_back send_someone still_no still_not still_waiting
            still_off still_cold still_broken still_dead did_not_help didn_t_help nothing_happened nothing_changed
            times_already
            """,
        formal: """
            dear_sir_or_madam dear_sirs dear_sir_madam to_whom_it_may_concern hi+team hello+team dear_team
            hi_support hello_support dear_support dear_customer_service dear_management dear_manager
            """,
        signers: """
            ^family ^residents ^the_residents ^tenants ^the_tenants ^neighbours ^neighbors ^a_customer
             ^disappointed_customer ^former_customer ^ex_customer ^parents_of ^passengers
            ^mr_and_mrs ^a_tenant ^a_passenger ^a_pensioner ^an_unhappy
            """)
    static let polish = FactClaim(
        claims: """
            ^nasze_zamówienie ^naszego_zamówienia ^nasza+paczka ^naszej+paczki ^naszą+paczkę ^nasze_mieszkanie
            ^naszym_mieszkaniu ^naszym+bloku ^naszego+bloku ^naszej+klatce ^nasze_pieniądze ^naszych_pieniędzy
            ^naszej_ulicy ^nasze_bilety ^nasza_rezerwacja ^naszej_rezerwacji ^nasz_zwrot ^nasza_reklamacja ^naszej_reklamacji
            ^nasze_dziecko ^naszego_dziecka ^nasz_syn ^nasza_córka ^oddajcie ^zwróćcie ^nadal_nie_mamy ^wciąż_nie_mamy
            ^dalej_nie_mamy ^ciągle_nie_mamy ^do_dziś_nie ^nadal_czekamy ^wciąż_czekamy ^czekamy_od ^czekamy_już
            ^od_tygodnia_nie_mamy ^od_tygodni_nie_mamy ^jesteśmy_klientami ^jesteśmy_bez ^kupiliśmy
            ^zamówiliśmy ^zapłaciliśmy dzwoniliśmy pisaliśmy ^nie_dostaliśmy ^nie_otrzymaliśmy ^obiecaliście
            napisaliście ^wasza_firma ^waszej_firmy ^waszą_firmę ^wasi_pracownicy ^odpisali ^odpowiedzieli
            ^napisali_że ^piszą_że ^mówią_że ^twierdzą_że ^przykro_mi_to ^przykro_mi_ale ^to_nie_jest_odpowiedź
            ^to_żadna_odpowiedź ^dziękuję_za_nic ^dzięki_za_nic ^i_tyle ^nikt_nam_nie ^proszę_o_interwencję
            ^prosimy_o_interwencję prosimy_o_zwrot ^proszę_o_zwrot ^nie_mamy_ogrzewania ^nie_mamy_wody
            ^nie_mamy_prądu ^nie_mamy_internetu ^dostaliśmy_uszkodzon* ^domagamy_się ^żądamy
            dziękujemy_za_odpowiedź dziękuję_za_odpowiedź dzięki_za_odpowiedź nadal_nie wciąż_nie dalej_nie
            do_tej_pory_nie znowu_stoi znów_nie znowu_nie nic_się_nie_zmieniło nie_pomogło mieszkamy niekompletne
            przyszło_niekompletn* u_nas
            """,
        formal:
            "szanowni_państwo szanowna_firmo szanowna_dyrekcjo droga_firmo drogi_zespole szanowny_zarządzie",
        signers: """
            ^rodzina ^mieszkańcy ^mieszkanka ^mieszkaniec ^lokatorzy ^sąsiedzi   
            ^pasażerowie ^rodzice ^małżeństwo ^wspólnota
            """)
    static let russian = FactClaim(
        claims: """
            ^наш_заказ ^нашего_заказа ^нашу_посылку ^наша_посылка ^наши_деньги ^наших_денег ^нашем_доме ^нашего_дома
            ^нашем_подъезде ^нашем_дворе ^наш_двор ^нашей_улице ^нашей_квартире ^наши_билеты ^наш_багаж ^наш_рейс ^нашего_ребенка
            ^наша_бронь ^нашу_бронь ^нашу_заявку ^наше_заявление ^верните ^отдайте ^до_сих_пор_ждём ^до_сих_пор_не
            ^всё_ещё_ждём ^ждём_уже ^мы_ждём ^мы_ваши_клиенты ^мы_остались ^сидим_без ^мы_без ^жалеем_что ^пожалели_что
            ^мы_купили ^мы_заказали ^мы_заказывали ^мы_оплатили мы_звонили мы_писали ^мы_не_получили ^вы_обещали
            вы_писали вы_написали ^ваша_компания ^вашей_компании ^вашей_компанией ^ваши_сотрудники ответили отвечают ^пишут_что ^говорят_что
            ^мне_ответили ^нам_ответили ^ответили_что ^отписались ^отписка ^отписки ^спасибо_ни_за_что ^это_не_ответ ^просим_вернуть ^просим_принять_меры
            ^прошу_принять_меры ^просим_разобраться ^прошу_разобраться ^требуем ^просим_навести ^нам_никто ^нам_не_вернули
            ^извините_но_это ^так_и_не_пришли ^так_и_не_пришёл ^так_и_не_пришла ^так_и_не_вернули ^и_тишина
            спасибо_за_ответ благодарим_за_ответ благодарю_за_ответ всё_ещё_не по_прежнему_не не_вывозят не_помогло
            ничего_не_изменилось вторую_неделю третью_неделю второй_день третий_день уже_месяц живём
            """,
        formal: """
            уважаемые_господа уважаемая_администрация уважаемое_руководство уважаемая_компания уважаемый_банк
            уважаемая_поддержка уважаемые_сотрудники уважаемая_редакция уважаемая_управляющая
            """,
        signers: """
            ^семья ^жители ^жильцы ^житель ^жительница ^жилец ^соседи ^клиент ^пассажиры ^родители
            ^собственники ^дольщики ^пенсионеры ^ваш_клиент
            """)
    static let german = FactClaim(
        claims: """
            ^unsere_bestellung ^unserer_bestellung ^unser_paket ^unserem_paket ^unsere_wohnung ^unserer_wohnung
            ^unserem_haus+ist ^unser_geld ^unsere_tickets ^unsere_karten ^unsere_buchung ^unsere_heizung ^unser_gepäck
            ^unsere_koffer ^unser_flug ^unserer_straße ^unser_kind ^unsere_tochter ^unser_sohn ^unsere_reklamation
            ^unsere_kaution ^erstatten_sie_uns ^erstattet_uns ^geben_sie_uns ^gebt_uns ^zahlen_sie_uns
            ^wir_warten_immer ^warten_immer_noch ^wir_warten_seit ^warten_seit ^wir_haben_immer_noch ^haben_noch_immer
            ^wir_sind_kunden ^wir_sind_seit ^wir_bereuen ^wir_haben_bestellt ^wir_haben_gekauft ^wir_haben_gebucht
            ^wir_haben_bezahlt ^wir_haben_mehrfach ^wir_haben_mehrmals ^haben_wir_bestellt ^nicht_erhalten ^sie_haben_versprochen
            ^sie_versprachen ^ihr_habt sie_schrieben ^ihre_firma ^ihrer_firma ^ihre_mitarbeiter_haben ^antworten_sie_nur
            ^geantwortet_wurde ^sie_antworteten ^die_antworten ^schreiben_die ^heißt_es_immer ^keine_antwort_ist
            ^ist_keine_antwort ^danke_für_nichts ^mitteilen_zu_müssen ^mitteilen_müssen ^so_einen_service ^so_etwas_haben_wir
            ^haben_wir_noch_nie_erlebt ^sind_wir_ohne ^wir_sind_ohne ^sitzen_wir ^wir_fordern ^wir_verlangen ^fordern_wir
            ^antwortet_uns ^niemand_sagt_uns ^sorry_aber ^es_tut_uns_leid_aber ^tut_mir_leid_aber
            danke_für_die_antwort danke_für_ihre_antwort vielen_dank_für_ihre_antwort vielen_dank_für_die_antwort
            danke_für_deine_antwort danke_für_eure_antwort immer_noch noch_immer nach_wie_vor weiterhin_nicht
            nichts_passiert nicht_geholfen wir_wohnen beschädigt_war rufen_sie_uns_zurück
            """,
        formal: """
            sehr_geehrte_damen_und_herren sehr_geehrte_damen liebes_team hallo_team  
             an_die_geschäftsleitung sehr_geehrtes_team
            """,
        signers: """
            ^familie ^fam ^bewohner ^die_bewohner ^anwohner ^mieter ^die_mieter ^nachbarn ^hausgemeinschaft
            ^eine_kundin ^ein_kunde ^ihre_kundin ^eheleute ^fahrgäste ^die_eltern
            """)
    static let czech = FactClaim(
        claims: """
            ^naše_objednávka ^naši_objednávku ^naší_objednávky ^náš_balík ^naše_peníze ^našich_peněz ^našem_domě ^našeho_bytu
            ^našem_bytě ^naše_letenky ^naše_vstupenky ^naši_reklamaci ^naše_reklamace ^naše_zavazadla ^naší_ulici
            ^vraťte_nám ^vraťte ^stále_čekáme ^pořád_čekáme ^čekáme_už ^stále_nemáme ^pořád_nemáme ^dosud_nemáme ^jsme_zákazníky ^jsme_bez
             ^koupili_jsme ^objednali_jsme ^zaplatili_jsme volali_jsme psali_jsme ^nedostali_jsme
            ^neobdrželi_jsme ^slíbili_jste napsali_jste ^vaše_firma ^vaší_firmy odpověděli ^odepsali ^píšou_že ^říkají_že
            ^to_není_odpověď ^děkuji_za_nic ^děkujeme_za_nic ^žádáme_o_vrácení ^požadujeme ^stále_nepřišl* ^pořád_nepřišl* ^dosud_nepřišl*
            děkujeme_za_odpověď děkuji_za_odpověď díky_za_odpověď stále_ne stále_není pořád_není dosud_není nic_se_nezměnilo nepomohlo
            bydlíme stále_nefung* pořád_nefung*
            """,
        formal: "vážení vážená_společnosti dobrý_den_vážení milý_týme",
        signers: "^rodina ^obyvatelé ^nájemníci ^sousedé ^cestující ^rodiče ^manželé")
    static let slovak = FactClaim(
        claims: """
            ^naša_objednávka ^našu_objednávku ^našej_objednávky ^náš_balík ^naše_peniaze ^našich_peňazí ^našom_dome ^našom_byte
            ^našej_ulici ^naše_letenky ^naše_lístky ^našu_reklamáciu ^naša_reklamácia ^vráťte ^stále_čakáme ^čakáme_už ^stále_nemáme
            ^dodnes_nemáme ^sme_zákazníkmi ^sme_bez ^kúpili_sme ^objednali_sme ^zaplatili_sme volali_sme
            písali_sme ^nedostali_sme ^sľúbili_ste napísali_ste ^vaša_firma ^vašej_firmy odpovedali ^odpísali ^tvrdia_že
            ^to_nie_je_odpoveď ^ďakujem_za_nič ^ďakujeme_za_nič ^žiadame_o_vrátenie ^požadujeme ^stále_neprišl* ^dodnes_neprišl*
            ďakujeme_za_odpoveď ďakujem_za_odpoveď stále_nie nič_sa_nezmenilo nepomohlo bývame stále_nefung*
            """,
        formal: "vážení vážená_spoločnosť milý_tím",
        signers: "^rodina ^obyvatelia ^nájomníci ^susedia ^cestujúci ^rodičia ^manželia")
    static let ukrainian = FactClaim(
        claims: """
            ^наше_замовлення ^нашого_замовлення ^нашу_посилку ^наша_посилка ^наші_гроші ^наших_грошей ^нашому_будинку
            ^нашого_будинку ^нашому_під'їзді ^нашому_дворі ^нашій_вулиці ^нашій_квартирі ^наші_квитки ^поверніть ^віддайте ^досі_чекаємо
            ^досі_не_маємо ^досі_не ^чекаємо_вже ^ми_ваші_клієнти ^сидимо_без ^ми_без ^ми_купили ^ми_замовили
            ^ми_оплатили ми_дзвонили ми_писали ^ми_не_отримали ^ви_обіцяли ви_написали ^ваша_компанія ^вашої_компанії
            відповіли ^відписали ^кажуть_що ^пишуть_що ^це_не_відповідь ^дякую_ні_за_що ^просимо_повернути ^просимо_вжити ^вимагаємо
            ^так_і_не_прийш* ^так_і_не_повернули ^і_тиша
            дякуємо_за_відповідь дякую_за_відповідь все_ще_не не_вивозять не_допомогло нічого_не_змінилося другий_тиждень третій_тиждень
            """,
        formal: "шановні_панове шановна_адміністраціє шановна_компаніє шановне_керівництво шановний_банку",
        signers: "^родина ^сім'я ^мешканці ^жителі ^сусіди ^пасажири ^батьки")
    static let french = FactClaim(
        claims: """
            ^notre_commande ^notre_colis ^notre_appartement ^notre_argent ^nos_billets ^notre_réservation ^nos_bagages
            ^notre_vol ^notre_immeuble ^notre_rue ^notre_remboursement ^notre_caution ^notre_chauffage ^notre_fille ^notre_fils
            ^remboursez ^rendez_nous ^nous_attendons_toujours ^attendons_toujours ^nous_attendons_depuis ^nous_sommes_toujours_sans
            ^sommes_sans ^nous_sommes_clients ^nous_regrettons_d_avoir ^regrettons_de_vous ^nous_avons_commandé ^nous_avons_acheté ^nous_avons_réservé
            ^nous_avons_payé nous_avons_appelé ^nous_n_avons_pas_reçu ^nous_n_avons_toujours ^n_avons_jamais_reçu ^vous_aviez_promis
            ^vous_avez_promis ^votre_société ^votre_entreprise ^ils_répondent ^ils_ont_répondu ^on_nous_répond ^on_me_répond
            ^me_disent ^nous_disent ^n_est_pas_une_réponse ^merci_pour_rien ^nous_exigeons ^nous_demandons_le_remboursement
            ^n_est_pas_arrivé ^n_est_jamais_arrivé ^je_vous_informe_que_mon ^nous_vous_informons_que_notre ^merci_de_nous_rembourser
            merci_pour_votre_réponse merci_de_votre_réponse merci_pour_la_réponse toujours_pas toujours_rien toujours_sans rien_n_a_changé
            nous_habitons merci_de_nous_rappeler
            """,
        formal: "madame_monsieur messieurs chère_équipe bonjour_l_équipe mesdames",
        signers:
            "^famille ^les_habitants ^les_locataires ^les_voisins ^une_cliente ^un_client ^les_riverains ^les_parents ^copropriétaires"
    )
    static let spanish = FactClaim(
        claims: """
            ^nuestro_pedido ^nuestro_paquete ^nuestro_piso ^nuestro_dinero ^nuestras_entradas ^nuestros_billetes ^nuestra_reserva
            ^nuestro_equipaje ^nuestras_maletas ^nuestro_vuelo ^nuestra_calle ^nuestro_edificio ^nuestra_casa ^nuestro_hijo ^nuestra_hija ^nuestro_reembolso
            ^devuélvannos ^devuelvan ^devolvednos ^seguimos_sin ^seguimos_esperando ^todavía_esperamos ^aún_esperamos ^llevamos_#
            ^llevamos_una ^llevamos_dos ^llevamos_tres ^llevamos_semanas ^llevamos_meses ^somos_clientes ^estamos_sin ^nos_arrepentimos ^hemos_pedido
            ^hemos_comprado ^hemos_pagado hemos_llamado compramos reservamos pagamos ^no_hemos_recibido ^no_recibimos ^nos_prometieron ^ustedes_prometieron
            ^su_empresa ^responden_que respondieron ^contestan_que contestaron ^dicen_que ^nos_dicen ^no_es_una_respuesta ^eso_no_es
            ^gracias_por_nada ^exigimos ^pedimos_la_devolución ^nadie_nos
            gracias_por_responder gracias_por_su_respuesta gracias_por_la_respuesta gracias_por_contestar todavía_no aún_no sigue_sin siguen_sin nada_ha_cambiado vivimos
            """,
        formal: "estimados_señores muy_señores_míos señores hola_equipo estimado_equipo a_quien_corresponda",
        signers:
            "^familia ^los_vecinos ^vecinos ^los_inquilinos ^una_clienta ^un_cliente ^los_padres ^pasajeros ^los_residentes"
    )
    static let italian = FactClaim(
        claims: """
            ^il_nostro_ordine ^il_nostro_pacco ^nostro_pacco ^nostro_ordine ^nostro_appartamento ^nostri_soldi ^nostri_biglietti ^nostra_prenotazione
            ^nostri_bagagli ^nostro_volo ^nostra_via ^nostro_condominio ^nostro_figlio ^nostra_figlia ^nostro_rimborso ^rimborsateci ^ridateci ^restituiteci ^siamo_ancora_senza
            ^siamo_senza ^stiamo_ancora_aspettando ^aspettiamo_ancora ^aspettiamo_da ^siamo_clienti ^ci_pentiamo ^abbiamo_ordinato ^abbiamo_comprato
            ^abbiamo_prenotato ^abbiamo_pagato abbiamo_chiamato ^non_abbiamo_ricevuto ^non_abbiamo_ancora ^avevate_promesso ^avete_promesso ^la_vostra_azienda
            ^vostra_azienda ^rispondono_che ^hanno_risposto ^mi_dicono ^ci_dicono ^dicono_che ^non_è_una_risposta ^grazie_di_niente ^grazie_per_niente ^pretendiamo ^nessuno_ci
            grazie_della_risposta grazie_per_la_risposta grazie_della_vostra ancora_senza ancora_niente ancora_nulla non_è_cambiato abitiamo richiamarci
            """,
        formal: "spettabile gentili_signori egregi_signori spett_le gentile_azienda ciao_team",
        signers:
            "^famiglia ^i_condomini ^gli_inquilini ^i_residenti ^i_vicini ^una_cliente ^un_cliente ^i_genitori ^passeggeri"
    )
    static let portuguese = FactClaim(
        claims: """
            ^nossa_encomenda ^nosso_pedido ^nosso_apartamento ^nosso_dinheiro ^nossos_bilhetes ^nossos_ingressos ^nossa_reserva ^nossa_bagagem
            ^nossas_malas ^nosso_voo ^nossa_rua ^nosso_prédio ^nosso_filho ^nossa_filha ^nosso_reembolso ^devolvam ^reembolsem ^continuamos_sem ^ainda_estamos_à_espera
            ^ainda_esperamos ^estamos_à_espera ^estamos_sem ^somos_clientes ^arrependemo_nos ^encomendámos ^comprámos compramos
            ^reservámos ^pagámos ligámos ^não_recebemos ^ainda_não_recebemos ^vocês_prometeram ^prometeram_nos ^vossa_empresa ^sua_empresa responderam ^respondem_que
            ^dizem_que ^não_é_resposta ^obrigado_por_nada ^obrigada_por_nada ^exigimos ^ninguém_nos
            obrigado_pela_resposta obrigada_pela_resposta ainda_não ainda_sem continua_sem nada_mudou moramos
            """,
        formal: "exmos_senhores caros_senhores prezados_senhores prezados olá_equipa olá_equipe a_quem_possa",
        signers:
            "^família ^os_moradores ^moradores ^os_inquilinos ^os_vizinhos ^uma_cliente ^um_cliente ^os_pais ^passageiros"
    )
    static let dutch = FactClaim(
        claims: """
            ^onze_bestelling ^ons_pakket ^ons_pakje ^ons_geld ^ons_huis ^onze_woning ^onze_flat ^onze_tickets ^onze_kaartjes ^onze_boeking ^onze_koffers ^onze_bagage
            ^onze_vlucht ^onze_straat ^onze_verwarming ^onze_zoon ^onze_dochter ^betaal_ons ^geef_ons ^we_wachten_nog_steeds ^wachten_nog_steeds ^wij_wachten ^we_wachten_al
            ^wachten_al ^we_zitten_nog ^we_zitten_zonder ^zitten_zonder ^we_zijn_klant ^wij_zijn_klant ^we_hebben_spijt ^spijt_dat_we ^we_hebben_besteld ^we_hebben_gekocht ^we_hebben_betaald
            we_hebben_gebeld ^nooit_ontvangen ^niet_ontvangen ^jullie_beloofden ^u_beloofde ^uw_bedrijf ^jullie_bedrijf ^ze_antwoordden ^ze_zeggen ^zeggen_ze
            ^is_geen_antwoord ^bedankt_voor_niets ^wij_eisen ^we_eisen ^niemand_belt_ons
            bedankt_voor_uw_antwoord bedankt_voor_het_antwoord dank_voor_uw_antwoord bedankt_voor_de_reactie nog_steeds nog_altijd niets_veranderd wij_wonen
            """,
        formal: "geachte_heer_mevrouw geachte_dames geachte_directie hoi_team beste_team hallo_team",
        signers:
            "^familie ^fam ^bewoners ^de_bewoners ^huurders ^de_buren ^een_klant ^klant ^de_ouders ^reizigers"
    )
    static let turkish = FactClaim(
        claims: """
            ^siparişimiz* ^kargomuz* ^paketimiz* ^paramızı ^paramız ^biletlerimiz* ^rezervasyonumuz* ^dairemiz* ^apartmanımız* ^sokağımız* ^iademiz*
            ^geri_verin ^hâlâ_bekliyoruz ^bekliyoruz_hâlâ ^haftadır_bekliyoruz ^gündür_bekliyoruz ^yıllardır_müşteri* ^pişman_olduk ^pişmanız ^sipariş_verdik ^satın_aldık ^ödedik
            aradık ^almadık ^alamadık ^söz_verdiniz ^şirketiniz ^diyorlar ^dediler ^cevap_verdiler ^cevap_değil ^hiçbir_şey_için ^talep_ediyoruz
            cevabınız_için yanıtınız_için hâlâ değişmedi oturuyoruz
            """,
        formal: "sayın_yetkili sayın_yetkililer sayın_firma",
        signers: "^ailesi ^sakinleri ^kiracılar ^komşular ^müşteriniz ^yolcular")
}
