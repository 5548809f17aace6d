/// By which words a text says that a trouble did not come: praise in words of complaint; see `FactSource` for
/// the notation.
struct FactDenial: Sendable {
    /// Deny a trouble wholly: "never", "not once", "zero".
    var never: String
    /// The same for what was done without it: "without"; denied themselves ("not a day without") they complain.
    var without: String
    /// What did not come: "problem", "let down". Only its denial tells anything.
    var harm: String
    /// After a denial they take it back: "no problems, until", "but".
    var contrast: String
    /// Whole phrases that praise by a denial: "not bad at all".
    var calm: String

    var lists: [FactList] {
        [(never, .never), (without, .without), (harm, .harm), (contrast, .contrast), (calm, .praise)]
    }

    static let english = FactDenial(
        never:
            "never never_been never_ever never_once never_gave never_have never_caused no zero nothing not_once not_one not_a_single haven_t_had hasn_t_had didn_t_have don_t_have none",
        without: "without",
        harm: """
            problem problems issue issues trouble troubles hassle hassles fuss delay delays complaint complaints queue
            queues hidden_cost* hidden_fee* hidden_charge* surprises disappointed disappoint* let_me_down let_us_down
            let_down failed_me failed_us regret* stress drama wait waiting waiting_time nasty_surprise* glitch*
            bug bugs crash crashes crashed hiccup* broke broken breaks leaked leaks fault faults defect* error errors
            quibble* grievance* headache* bad_experience* bad_word wrong went_wrong goes_wrong outage* mistake*
            single_problem single_issue single_complaint single_delay single_fault nerves pressure
            """,
        contrast:
            "but until till except however though yet unless besides because only_if apart other_than anymore longer",
        calm: """
            not_bad not_bad_at_all not_disappointed did_not_disappoint didn_t_disappoint doesn_t_disappoint won_t_regret
            won_t_be_disappointed will_not_regret could_not_have_been_easier couldn_t_have_been_easier couldn_t_be_happier
            could_not_be_happier couldn_t_be_better couldn_t_ask_for_more couldn_t_ask_for_better can_t_go_wrong
            could_not_fault nothing_to_fault nothing_but_praise nothing_but_good never_fails never_let_me never_let_us
            not_a_scam
            """)
    static let polish = FactDenial(
        never:
            "nigdy nigdy_mnie nigdy_nas nigdy_nie_miał* nigdy_nie_był* zero żaden żadnych żadnego żadnej żadne nic ani_razu brak nie_ma nie_było nie_miałem nie_miałam nie_mieliśmy",
        without: "bez",
        harm: """
            zawi* rozczarował* rozczarowan* problem problemu problemów problemy kłopotu kłopotów kłopoty kolejek kolejki stresu stres
            nerwów opóźnień opóźnienia ukrytych_koszt* ukrytych_opłat ukrytych_dopłat zastrzeżeń skarg skargi reklamacji
            awarii awarie zepsuło popsuło nawaliło nawalił* zepsut* usterek usterki czekania wpadki wpadek żałowałem żałowałam
            żałował* nieprzyjemności niespodzianek miałem_problem* miałam_problem* mieliśmy_problem* było_problem* błędów
            oszukali oszukał* pęk* zgubili zgubił* spóźnił* przeciek* zarzutu zarzucenia zarzutów
            """,
        contrast:
            "ale tylko jednak dopóki dopiero aż oprócz poza lecz natomiast teraz niestety choć chociaż do_czasu do_teraz",
        calm: """
            nie_zawiódł nie_zawiodł* nie_zawiedli nie_zawodzi nie_rozczarował* nie_rozczarowa* nie_będziecie_żałować nie_pożałujesz
            nie_pożałujecie nie_żałuję niezawodn* nie_najgorz* nie_mam_się_do_czego nie_można_się_przyczepić nic_złego_powiedzieć
            bez_zarzutu bez_najmniejszych_problem*
            """)
    static let russian = FactDenial(
        never:
            "никогда никогда_не_было ни_разу_не_было никогда_меня ни_разу_меня никогда_не_имел* ни_разу ни_одной ни_одного ни_единой ни_единого никаких никакого ноль ничего ничто нет не_было нету ни",
        without: "без",
        harm: """
            подвел* подвёл подводил* подводит подвели проблем проблемы проблема нареканий нарекания жалоб жалобы претензий претензии
            сломал* ломал* сломано ломается очередей очереди хамства хамили нахамили задержек задержки опозданий опаздывал* опоздал*
            сбоев сбоя сбои пожалел* жалел* разочаровал* разочаровывал* скрытых_платежей скрытых_комиссий скрытых_доплат обман обмана
            обманул* обманывал* накладок накладки косяков поломок поломки стресса нервов неприятностей замечаний ошибок ошибки
            протек* протёк* потерял* теряли
            """,
        contrast:
            "но пока кроме однако а_теперь теперь только зато_теперь пока_не до_этого_раза хотя увы исключая",
        calm: """
            не_подвел* не_подвёл не_подводил* не_подводит не_подвели не_разочаровал* не_разочарован* не_пожалел* не_пожалеете не_пожалеешь не_жалею
            не_обманул* не_обманыва* придраться_не_к_чему не_к_чему_придраться не_на_что_жаловаться ничего_плохого неплохо
            как_часы
            """)
    static let german = FactDenial(
        never:
            "nie nie_eine nie_einen wurde_nie wurden_nie hatte_nie hatten_nie hatte_noch_nie hatten_noch_nie noch_nie_eine noch_nie_einen wurde_noch_nie niemals noch_nie kein keine keinen keinerlei null nichts kein_einziges kein_einziger keine_einzige nicht_einmal nie_wieder_ärger",
        without: "ohne",
        harm: """
            enttäuscht enttäuschung* ärger probleme problem problemen stress wartezeit wartezeiten warteschlange* schlangen schlange
            verspätung verspätungen versteckte*_kosten versteckten_kosten versteckte*_gebühr* beschwerde* reklamation reklamationen
            mängel mangel fehler ausfall ausfälle ausfällen schwierigkeit* komplikation* bereut im_stich kaputt kaputtgegangen
            defekt defekte pannen panne verzögerung* zwischenfäll* überraschungen abgestürzt verloren pech gegangen_kaputt
            schiefgegangen schief schlechte*_erfahrung* nachteile
            """,
        contrast:
            "aber bis außer nur jedoch allerdings doch leider sondern jetzt obwohl solange ausgenommen mehr",
        calm: """
            nicht_enttäuscht nicht_schlecht gar_nicht_schlecht nicht_bereut nicht_bereuen nicht_im_stich nicht_meckern nicht_zu_meckern
            wie_am_schnürchen nie_im_stich immer_verlass
            """)
    static let czech = FactDenial(
        never:
            "nikdy nikdy_jsem nikdy_jsme nikdy_mě nikdy_nás nikdy_nebyl nikdy_neměl* žádný žádná žádné žádných žádného nulové nula nic ani_jednou ani_jeden ani_jedna není nebyl nebyly neměl_jsem neměla_jsem",
        without: "bez",
        harm: """
            problém problémy problému problémů potíže potíží zklam* nezklam* zklamán* zpoždění fronty front čekání stresu stres starosti
            starostí skryté_poplatky skrytých_poplatků reklamace stížnosti výhrady výhrad chyby závady závad nerozbil* nepokazil* nezlobil*
            nelitoval* nezklamali poruchy neměl_problém* neměla_problém* výpadk* výpadky nenechali_ve_štychu
            """,
        contrast: "ale jen dokud až kromě jenže bohužel teď však pouze ovšem dosud",
        calm:
            "nezklamal* nezklame nezklamou nelituji nelituju není_co_vytknout není_si_na_co_stěžovat není_špatné vůbec_ne_špatné nemám_výhrad*"
    )
    static let slovak = FactDenial(
        never:
            "nikdy nikdy_som nikdy_sme nikdy_ma nikdy_nás nikdy_nebol nikdy_nemal* žiadny žiadna žiadne žiadnych nula nič ani_raz ani_jeden ani_jedna nebol neboli",
        without: "bez",
        harm: """
            problém problémy problému problémov ťažkosti ťažkostí sklam* nesklam* sklaman* meškanie meškania rady čakanie čakania stresu
            stres starosti starostí skryté_poplatky skrytých_poplatkov reklamácie sťažnosti výhrady výhrad chyby poruchy nerozbil* nepokazil*
            neľutoval* nemal_problém* nemala_problém* výpadky
            """,
        contrast: "ale len iba kým až okrem lenže bohužiaľ teraz však doteraz",
        calm:
            "nesklamal* nesklame nesklamú neľutujem nie_je_čo_vytknúť nie_je_na_čo_sa_sťažovať vôbec_nie_zlé nemám_výhrad*"
    )
    static let ukrainian = FactDenial(
        never:
            "ніколи ніколи_не_було ніколи_мене жодного_разу_не жодного жодної жодних жодної жодному ні_разу жодного_разу нуль нічого нема немає не_було ні",
        without: "без",
        harm: """
            підвел* підвів підводил* підводять проблем проблеми проблема нарікань скарг скарги претензій зламал* ламал* черг черги хамства
            затримок затримки запізнень збоїв збої пошкодував* шкодував* розчарував* розчарован* прихованих_платежів прихованих_комісій обману
            обдурил* поломок стресу нервів неприємностей зауважень помилок
            """,
        contrast: "але поки крім однак тепер тільки проте лише на_жаль хоча",
        calm:
            "не_підвел* не_підводил* не_підводять не_розчарував* не_розчарув* не_пошкодував* не_пошкодуєте не_шкодую нема_до_чого_причепитись непогано"
    )
    static let french = FactDenial(
        never: "jamais aucun aucune zéro pas_de pas_d pas_un_seul pas_une_seule rien point_de ni",
        without: "sans",
        harm: """
            problème problèmes souci soucis déçu déçue déçus déçues déception attente attentes retard retards panne pannes file queue
            frais_cachés stress plainte plaintes réclamation* ennui ennuis galère surprise surprises cassé défaut défauts erreur erreurs
            regretté mauvaise_surprise mauvaise_expérience accroc bug bugs
            """,
        contrast:
            "mais sauf jusqu jusque cependant pourtant hormis excepté seulement désormais malheureusement",
        calm:
            "pas_déçu pas_déçue pas_mal pas_mal_du_tout ne_regrette_pas vous_ne_regretterez rien_à_redire ne_déçoit_jamais pas_déçus"
    )
    static let spanish = FactDenial(
        never:
            "nunca nunca_tuve nunca_tuvimos nunca_he_tenido nunca_hubo jamás ningún ninguna ningunas cero ni_un_solo ni_una_sola ni_una_vez nada_de sin_ningún ni_un ni_una no_hubo no_hay no_tuve no_he_tenido ni",
        without: "sin",
        harm: """
            problema problemas fallado fallaron falló decepcionado decepcionada decepcionaron decepción defraudado defraudada defraudaron
            queja quejas espera esperas retraso retrasos cola colas estrés costes_ocultos cargos_ocultos avería averías lío líos
            disgusto disgustos fallo fallos error errores sorpresas arrepentido arrepentida incidencia incidencias mala_experiencia pega
            """,
        contrast: "pero hasta salvo excepto sino aunque ahora solo_que desgraciadamente lamentablemente",
        calm:
            "no_me_arrepiento no_se_arrepentirán no_defrauda no_decepciona no_está_mal nada_mal nunca_fallan no_te_arrepentirás"
    )
    static let italian = FactDenial(
        never:
            "mai nessun nessuna zero neanche_un neanche_una nemmeno_una niente né non_ho_avuto non_c_è_stato",
        without: "senza",
        harm: """
            problema problemi attesa attese deluso delusa delusi delusione ritardo ritardi coda code stress costi_nascosti spese_nascoste
            lamentela lamentele reclamo reclami guasto guasti rotto rotta intoppo intoppi disguido disguidi errore errori difetto difetti
            sorpresa sorprese pentito pentita avuto_problem* avuto_un_problema tradito
            """,
        contrast: "ma però finché tranne eccetto fino purtroppo adesso salvo soltanto tuttavia",
        calm:
            "non_delude non_deludono non_mi_pento non_ve_ne_pentirete niente_male per_niente_male non_è_male mai_deluso mai_delusa"
    )
    static let portuguese = FactDenial(
        never:
            "nunca nunca_tive nunca_tivemos nunca_houve jamais nenhum nenhuma zero nem_um nem_uma nem_uma_vez não_tive não_houve nem",
        without: "sem",
        harm: """
            problema problemas desilud* decepcionad* decepção falharam falhou espera esperas atraso atrasos fila filas stress estresse
            custos_escondidos custos_ocultos taxas_ocultas queixa queixas reclamação reclamações avaria avarias defeito defeitos erro erros
            chatice chatices surpresas arrependi arrependido arrependida
            """,
        contrast: "mas até salvo exceto porém agora infelizmente contudo senão",
        calm: "não_me_arrependo não_se_vão_arrepender não_desilude não_decepciona nada_mau nada_mal não_é_mau"
    )
    static let dutch = FactDenial(
        never: "nooit nooit_een nooit_enig geen nul niets geen_enkel geen_enkele niet_één nog_nooit nergens",
        without: "zonder",
        harm: """
            probleem problemen gedoe teleurgesteld teleurstelling wachttijd wachttijden wachten vertraging vertragingen klacht klachten stress
            rij rijen verborgen_kosten storing storingen spijt kapot fout fouten gebreken mankement* verrassingen ellende zorgen in_de_steek pech
            """,
        contrast: "maar tot behalve echter nu helaas alleen totdat uitgezonderd meer",
        calm:
            "niet_teleurgesteld niet_slecht helemaal_niet_slecht geen_spijt stelt_niet_teleur niets_op_aan_te_merken"
    )
    static let turkish = FactDenial(
        never: "hiç hiçbir asla sıfır",
        without: "",
        harm:
            "sorun problem sıkıntı şikayet şikâyet gecikme bekleme hayal_kırıklığı pişman arıza hata kuyruk stres",
        contrast: "ama fakat ancak lakin maalesef kadar dışında şimdi",
        calm:
            "sorunsuz hayal_kırıklığına_uğratma* pişman_olmazsınız pişman_değilim sorun_yaşamadım sorun_yaşamadık fena_değil"
    )
}
