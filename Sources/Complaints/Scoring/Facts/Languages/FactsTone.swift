/// By which words a text praises, and by which it tells that a trouble was mended; see `FactSource` for the
/// notation. Praise before a trouble stings ("well done, lost again"), praise after a mended one is meant.
struct FactTone: Sendable {
    /// Begins a sentence. `^` says in any place of it that it may be meant the other way round; the others only
    /// where they stand alone: "Great, ...".
    var acclaim: String
    /// What was wrong was put right.
    var solved: String
    /// What goes wrong beside the causes: "another hour".
    var trouble: String

    var lists: [FactList] { [(acclaim, .acclaim), (solved, .solved), (trouble, .trouble)] }

    static let english = FactTone(
        acclaim: """
            ^well_done ^bravo ^congratulations ^congrats ^nice_job ^great_job ^good_job ^nice_work ^great_work
            ^excellent_work ^thanks_for ^thank_you_for ^love_it_when ^love_how ^so_glad ^kudos ^hats_off
            ^what_a_surprise ^nice_one ^top_job great brilliant fantastic wonderful lovely perfect excellent superb
            awesome amazing marvellous marvelous nice super thanks impressed happy_customer five_stars recommend
            lifesaver* pleased praise polite thank_you cheers outstanding
            ^cheers_for ^thanks_a_lot_for ^top_marks ^hats_off ^oh_wonderful ^oh_great ^love_that lovely_lady what_a_company
            """,
        solved: """
            replaced swapped exchanged fixed sorted_it sorted_out solved resolved refunded repaired put_it_right
            put_right made_it_right sent_a_new sent_the_right sent_me_a_new sent_another full_refund_in
            a_full_refund no_questions_asked free_of_charge within_the_hour within_an_hour same_day kept_us_informed
            helped_me gave_me_a_new sorted the_exchange made_up_for
            upgraded_us baked_another loan_phone the_same_afternoon refunded_within came_back_with posted_a_spare posted_me had_a_new
            """,
        trouble: """
            another_hour another_day another_week another_delay another_# lost without_internet without_water
            without_power and_counting third_day second_day cancelled billed_twice on_hold nobody_is logs_me_out
            broke_again broke break losing for_nothing yet_again takes_a_week
            not_work not_working doesn_t_work stopped_working ruin* spoil* delet* mouldy moldy wrong_day puddle cold_chips hung_up charging_me_after after_i_had_cancelled
            """)
    static let polish = FactTone(
        acclaim: """
            ^brawo ^gratulacje ^gratuluję ^dzięki_za ^dziękuję_za ^świetna_robota ^dobra_robota ^szacun ^brawa_dla super świetnie
            cudownie rewelacja fantastycznie wspaniale pięknie genialnie dzięki polecam dziękuję wielkie_dzięki
            zadowolony zadowolona profesjonalizm pochwał*
            ^dzięki_wielkie_za pochwała uczciwa chapeau
            """,
        solved: """
            wymienili wymienił wymieniła wymieniono naprawili naprawił naprawiła naprawiono załatwione załatwili
            załatwił rozwiązali rozwiązał oddali_pieniądze zwrócili_pieniądze zwrócili_od_razu przysłał_nową
            przysłali_nową przysłali_nowy od_ręki bez_gadania bez_problemu przeprosił_i przeprosili_i pomogli
            upiekli_nowy przywieźli_przed tego_samego_dnia_oddali załatwiła_wszystko miałam_nową miałem_nowy
            """,
        trouble: """
            kolejna_godzina kolejny_dzień kolejny_tydzień bez_prądu bez_wody bez_internetu odwołany odwołali
            zgubiliście zgubili za_nic podwójną podwójn* trzeci_dzień znowu_to znów na_infolinii zepsuliście
            zepsute skasowała skasował nie_w_ten kałuży zimne
            """)
    static let russian = FactTone(
        acclaim: """
            ^браво ^поздравляю ^молодцы ^спасибо_за ^так_держать ^аплодирую отлично прекрасно супер замечательно
            чудесно великолепно класс здорово рекомендую довольна доволен спасибо выручил*
            ^спасибо_огромное_за похвалить приятно_удивлен* честная_компания
            """,
        solved: """
            заменили поменяли обменяли починили починил починила исправили решили вернули_деньги деньги_вернули
            помогли выручил* привезли_новую новую_привезли без_вопросов сразу_и_бесплатно разобрались устранили
            испекли_новый прислали_нов* привезли_до вернули_и извинились вернулся_с
            """,
        trouble: """
            ещё_час ещё_день ещё_неделя без_света без_воды без_интернета отменили потеряли испорченн* опять_сняли
            сняли_дважды третий_день второй_день на_линии сломали сломан сломана сломано сломаны не_работает
            не_работают
            удалил* лужу отменён отменен бросили испортили
            """)
    static let german = FactTone(
        acclaim: """
            ^bravo ^glückwunsch ^gratulation ^gratuliere ^danke_für ^vielen_dank_für ^gut_gemacht ^tolle_leistung ^super_gemacht
            super toll klasse prima wunderbar großartig fantastisch perfekt hervorragend top danke zufrieden lob
            spitze empfehlen
            hut_ab faire_firma
            """,
        solved: """
            ersetzt ausgetauscht umgetauscht repariert erledigt behoben gelöst neue_geschickt erstattet umtausch_lief sofort_kostenlos
            anstandslos problemlos gekümmert geholfen
            am_selben_tag_erstattet neue_gebacken hatte_ich_eine_neue zurückkam
            """,
        trouble: """
            noch_eine_stunde noch_ein_tag noch_eine_woche ohne_strom ohne_wasser ohne_internet fällt_aus ausgefallen
            paket_weg für_nichts doppelten_abbuchung dritter_tag zweiter_tag warteschleife keiner_sagt verloren
            schon_wieder
            verdorbene* gelöscht pfütze gestrichen verpatzt*
            """)
    static let czech = FactTone(
        acclaim: """
            ^gratuluju ^gratuluji ^bravo ^děkuji_za ^díky_za ^dobrá_práce super skvělé skvěle výborně paráda nádhera spokojenost
            spokojená spokojený doporučuji děkuji
            """,
        solved: """
            vyměnili opravili opravil vyřešeno vyřešili vrátili_peníze hned_zdarma bez_problémů pomohli poslali_nov*
            upekli_nový přivezli_ho
            """,
        trouble: """
            další_hodina další_den další_týden bez_proudu bez_vody zrušili ztratili za_nic třetí_den na_lince zase
            zkažen* smazal*
            """)
    static let slovak = FactTone(
        acclaim: """
            ^gratulujem ^bravo ^ďakujem_za ^vďaka_za ^dobrá_práca super skvelé skvele výborne paráda nádhera spokojnosť spokojná
            spokojný odporúčam ďakujem
            """,
        solved:
            "vymenili opravili opravil vyriešené vyriešili vrátili_peniaze hneď_zadarmo bez_problémov pomohli poslali_nov*",
        trouble: """
            ďalšia_hodina ďalší_deň bez_prúdu bez_vody zrušili stratili za_nič tretí_deň na_linke zase znova
            """)
    static let ukrainian = FactTone(
        acclaim: """
            ^браво ^вітаю ^молодці ^дякую_за ^так_тримати чудово прекрасно супер відмінно клас рекомендую задоволена
            задоволений дякую
            """,
        solved: """
            замінили поміняли обміняли полагодили полагодив виправили вирішили повернули_гроші допомогли без_питань
            спекли_новий привезли_до
            """,
        trouble: """
            ще_година ще_день без_світла без_води скасували загубили зіпсован* знову_зняли третій_день на_лінії
            зіпсован* видалил*
            """
    )
    static let french = FactTone(
        acclaim: """
            ^bravo ^félicitations ^merci_pour ^beau_travail ^chapeau super génial parfait formidable magnifique excellent
            top merci impeccable satisfait satisfaite ravi ravie je_recommande
            ^merci_d_avoir ^merci_de
            """,
        solved: """
            remplacée remplacé échangé échangée réparé réparée réglé réglée résolu remboursé_immédiatement
            gratuitement sans_discuter dépanné aidé
            refait_un refait_une livré_avant
            """,
        trouble: """
            encore_une_heure encore_un_jour sans_courant sans_eau sans_internet annulé perdu perdue pour_rien
            troisième_jour encore_perdu d_attente
            gâch* flaque supprim*
            """)
    static let spanish = FactTone(
        acclaim: """
            ^bravo ^felicidades ^enhorabuena ^gracias_por ^buen_trabajo genial fantástico perfecto estupendo
            maravilloso excelente gracias contenta contento recomiendo encantada encantado
            chapó
            """,
        solved: """
            cambió_gratis cambiaron reemplazaron repararon reparó solucionado solucionaron resuelto resolvieron
            me_devolvieron en_el_acto sin_problemas gratis_en sin_preguntas arreglaron me_ayudaron
            hicieron_otra hicieron_otro tenía_una_nueva la_trajeron
            """,
        trouble: """
            otra_hora otro_día otra_semana sin_luz sin_agua sin_internet cancelado perder perdido por_nada tercer_día
            al_teléfono a_perder
            arruin* charco borr*
            """)
    static let italian = FactTone(
        acclaim: """
            ^bravi ^complimenti ^congratulazioni ^grazie_per ^bel_lavoro fantastico ottimo perfetto magnifico
            meraviglioso eccellente super grazie bravissimi soddisfatta soddisfatto consiglio
            """,
        solved: """
            sostituita sostituito cambiato_gratis riparato riparata risolto sistemato rimborsato_subito gratis
            senza_problemi senza_discutere aiutato
            fatta_un_altra in_tempo_per
            """,
        trouble: """
            un_altra_ora un_altro_giorno senza_luce senza_acqua senza_internet cancellato perso per_niente
            terzo_giorno in_attesa
            rovinat* pozzanghera cancellat*
            """)
    static let portuguese = FactTone(
        acclaim: """
            ^parabéns ^bravo ^obrigado_por ^obrigada_por ^obrigado_pela ^bom_trabalho ótimo óptimo fantástico perfeito maravilha
            maravilhoso excelente obrigado obrigada satisfeita satisfeito recomendo
            """,
        solved: """
            trocou_de_graça trocaram substituíram consertaram consertou repararam resolvido resolveram devolveram
            na_hora sem_problemas sem_perguntas ajudaram
            fizeram_outro trouxeram_antes
            """,
        trouble: """
            mais_uma_hora mais_um_dia sem_luz sem_água sem_internet cancelado perderam por_nada terceiro_dia
            outra_vez
            estrag* apag*
            """)
    static let dutch = FactTone(
        acclaim: """
            ^bravo ^gefeliciteerd ^bedankt_voor ^goed_gedaan ^goed_bezig geweldig super fantastisch prima top perfect
            mooi bedankt tevreden aanrader
            """,
        solved: """
            verving vervangen omgeruild gerepareerd opgelost teruggestort meteen_gratis zonder_problemen
            zonder_gezeur geholpen
            bakten_een_nieuwe brachten_die
            """,
        trouble: """
            alweer_een nog_een_uur nog_een_dag zonder_stroom zonder_water zonder_internet uitgevallen kwijt
            voor_niets derde_dag in_de_wacht
            verpest* plas gewist
            """)
    static let turkish = FactTone(
        acclaim: """
            ^bravo ^tebrikler ^tebrik_ederim ^aferin ^helal_olsun harika süper mükemmel şahane güzel teşekkürler memnun
            """,
        solved: "değiştirdiler değiştirdi onardılar çözüldü çözdüler hemen_iade ücretsiz yardımcı_oldular",
        trouble: "yine bir_saat_daha bir_gün_daha elektriksiz susuz iptal kaybettiniz üçüncü_gün"
    )
}
