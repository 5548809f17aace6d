/// The words by which complaints in Polish are sorted; see `FactSource` for the notation.
extension FactSource {
    static let polish = FactSource(
        language: "pl",
        tone: .polish, claim: .polish, denial: .polish, threat: .polish, turn: .polish,
        negators: "nie bez nigdy ani żaden żadnego żadnej zero nic nikt",
        reassurers: "zawaha* inaczej tylko",
        notMeant: """
            prawo_jazdy prawa_jazdy prawem_jazdy rzecznik*_prasow* prawa_ręka prawa_noga prawa_stron*
            studi*_prawnicz* alergolog* onkolog* sąd_ostateczny numer_telefonu rozmow*_telefoniczn* rejestracja_samochod*
            obraz_na obraz_jest obraz_i jakość_obrazu jakości_obrazu jakość_obsługi cena_jakość stosun*_jakości
            odpowiedni* odpowiedzialn* cennik_jest cenn* obrazek obrazki strona_główna z_drugiej_strony
            z_jednej_strony ze_swojej_strony z_mojej_strony po_stronie dzień_dobry zwróc*_uwag* zwrac*_uwag*
            umow*_telefoniczn* gorąco_polecam awaryjn* bez_problem* karta_gwarancyjna_jest
            """,
        topics: [
            .product: """
            ^produkt* ^towar* ^wadliw* ^zepsut* ^zepsuł* ^popsuł* ^jakość ^jakości ^jakością ^materiał* ^bubel ^bublem
            ^tandet* bateri* ekran* sprzęt* urządzen* telefon telefonu telefonem laptop* odkurzacz* gramofon*
            drukark* słuchawk* pralk* lodówk* zmywark* zabawk* but buty butów sukienk* kurtk* smak* zapach*
            jedzeni* posiłk* danie dania pizza pizzę zup* zimn*_jedzeni* plomb* pękł* pęka* rysa rysy porysow*
            obudow* kabel kabla wykonani* plastik* ładowark* wyświetlacz* silnik* samochod* pojemnik* końcówk*
            papier* zacina* grzeje nieświeży nieświeże nieświeża ~instrukcj* ~rozmiar ~kolor* ~części ~szmelc ~lek ~leku
            """,
            .delivery: """
            ^dostaw* ^kurier* ^paczk* ^przesyłk* ^wysyłk* ^paczkomat* ^przewoźnik* ^doręcz* ^inpost wysłał* wysłan*
            ^nie_dotarł* dotarł* listonosz* poczt* opakowani* ~zamówieni* ~zamówion* ~zamówił* ~dojdzie ~doszł*
            """,
            .service: """
            ^obsług* ^infolini* ^biuro_obsługi ^bok ^serwis_klienta ^call_center kontakt* odpowiedz* ^odpowiedzi
            dodzwoni* konsultacj* kolejk* czekani* oczekiwani* poczekaln* ~wizyt* ~rejestracj* ~termin terminu terminy
            ~telefon* ~dzwoni* ~mail* ~poradni* ~placówk* ~oddział* ~usług* pociąg* autobus* zasięg* internet* prąd prądu
            brak_kontaktu nie_odbiera* awari* odwołan* ~czeka*
            """,
            .staff: """
            ^pracowni* ^personel* ^kierowni* ^sprzedaw* ^konsultant* ^ekspedient* ^kasjer* ^kelner* ^lekar* ^doktor*
            ^doktór ^pielęgniark* ^recepcjonist* ^rejestrator* ^ginekolog* ^dentyst* ^stomatolog* ^niegrzeczn*
            ^nieuprzejm* ^niemił* ^opryskliw* ^chams* ^arogan* ^bezczeln* ^ortoped* ^pediatr* ^chirurg* ^okulist*
            ^dermatolog* dr kierowc* ochroniarz* menedżer* manager* specjalist* ~pani ~pan ~pana ~panu ~panią ~gość ~gościa
            ~człowiek* ~ludzi ~zachowani* ~podejści* ~diagnoz* konduktor* urzędni* doradc* technik* niekompeten*
            ~pacjent* ~badani* lekceważ* potraktował* ~leczeni* ~zabieg*
            """,
            .price: """
            ^cena ^cenę ^ceny ^cenie ^drogo ^drogi ^droga ^drogie ^opłat* ^faktur* ^rachun* ^prowizj* ^podwyżk* ^abonament*
            ^naliczy* ^naliczon* ^zawyżon* ^przepłac* koszt* zapłaci* płac* płat* ~zł ~złotych ~pieniądze ~pieniędzy ~kasy ~kasę
            promocj* rabat* rat* kredyt* składk* obciąż* pobra* ściągn*
            """,
            .refund: """
            ^zwrot* ^zwróc* ^zwraca* ^oddać_pieniądze ^zwrotu_pieniędzy ^odszkodow* ^rekompensat* ^oddajcie ^zwróćcie
            ^pieniądze_z_powrotem ~odstąpi* odesłał* reklamacj*_pieniądz* nie_oddali nie_oddaje nie_oddają
            """,
            .warranty: """
            ^gwarancj* ^gwarancyjn* ^napraw* ^rękojmi* ^serwis ^serwisu ^serwisie ^serwisem ^wymian* ^reklamac* ^reklamow*
            ~wymieni* ~usterk* części_zamienn*
            """,
            .app: """
            ^aplikac* ^stronie_internetowej ^strona_internetowa ^logow* ^zalogow* ^hasł* ^apk* ^system_nie ^serwer*
            ^sklep_internetow* strona stronie stronę ~konto ~konta ~koncie ~online ~aktualizac* ~sms bankowość system systemu
            oprogramow* portal* formularz* e+sklep
            """,
            .privacy: """
            ^rodo ^dane_osobow* ^danych_osobow* ^danymi_osobow* ^wyciek* ^spam* ^prywatno* ^moje_dane ^moich_danych
            ^bez_mojej_zgody newsletter* wypisa*_z nękaj* marketing*
            """,
        ],
        causes: [
            .leftAlone: """
            jedno_okienko jedna_kasa_czynna rozkładają_ręce
            ^brak_kontaktu ^brak_odpowiedzi ^nie_odpowiada* ^nie_odpowiedzia* ^nie_odbiera* ^nie_odebra* ^zero_kontaktu
            ^zero_odpowiedzi ^cisza ^sam_sobie ^sama_sobie ^bez_odpowiedzi ^nikt_nie_odpowiada ^nikt_nie_odbiera ^milczy ^milczą
            ^ignor* ^zignorow* ^nie_oddzwoni* ^nie_oddzwania* ^nie_odpisuj* ^nie_odpisał* ^nie_można_się_dodzwonić
            ^nie_mogę_się_dodzwonić ^nie_da_się_dodzwonić ^nie_można_dodzwonić ^nie_sposób_się_dodzwonić zostawi*_mnie
            zostawi*_nas zostawi*_bez pozostawi* nie_pomog* nie_pomóg* nie_reaguj* brak_reakcji bez_reakcji zero_reakcji
            rozłącz* bez_pomocy zero_pomocy brak_pomocy olewa* olał* nie_przyjął nie_przyjęła odesł*_z_niczym
            odsyłani*_z_niczym nikt_nie_przysz* umywa*
            """,
            .humiliated: """
            ^upokorz* ^poniż* ^chams* ^cham ^chamka ^chamk* ^arogan* ^obraża* ^obraził* ^jak_intruz* ^niegrzeczn*
            ^opryskliw* ^wyśmia* ^wyśmiew* ^bezczel* ^po_chamsku ^nieuprzejm* ^niemił* ^wulgarn* ^krzycz* ^nakrzycz* ^krzyk*
            ^pogardliw* ^z_góry ^przytyk* ^poniżej_godności ^przedmiotow* ^wyzwa* ^grubiań* ^zwymyśla* ^oschł* ^strofowa*
            wyprosi* wyrzuci*_mnie śmia*_się_ze oceniał* dyskrymin* lekceważąc* niekultur* potraktował* jak_śmie*
            z_wielką_łaską z_łaski nieprzyjemn* wstyd* opierdol* gburow* drwi* szydzi*
            """,
            .notInformed: """
            ^nie_poinform* ^bez_informacj* ^brak_informacj* ^niedoinform* ^nie_powiedzia* ^nikt_nie_powiedzia* ^nie_uprzedz*
            ^bez_uprzedz* ^nie_wyjaśni* ^bez_wyjaśni* ^bez_tłumacz* ^nie_wytłumacz* ^nie_dowiedzia* ^zero_informacj* ^żadnej_informacj*
            ^żadnych_informacj* ^nie_informuj* ^nie_tłumacz* nie_raczy* nie_powiadomi* bez_powiadom* bez_ostrzeż*
            nie_udziel*_informacj* ochoty_na_tłumacz* nie_napisan* zatai* ukry*_informac* nie_dowiedział* brak_wyjaśni*
            """,
            .notHeard: """
            ^nie_słucha* ^nie_wysłucha* ^zbagatelizow* ^bagateliz* ^zbył* ^zbywa* ^lekceważ* ^zlekceważ* ^ta_sama_odpowiedź
            ^nie_obchodz* ^kopiuj_wklej ^ma_gdzieś ^mają_gdzieś ^mają_w_dupie ^nie_zainteresow* ^brak_zainteresow*
            ^nie_dał*_dojść ^dojsc_do_słowa ^dojść_do_słowa ^zerow*_zainteresow* schematyczn* ^rutyn* ^spław*
            nie_czyta* nie_przeczyta* w_pośpiech* na_odczepn* na_odwal* nie_zapyta* nie_traktuj* bez_zainteresow*
            standardow*_odpowied* wymijając* automatyczn*_odpowied* nie_przeprowadził* nie_zbada* szybko_szybko niezainteresow*
            brak_empati* zero_empati* bez_empati* nic_nie_robi*
            """,
            .vaguePromise: """
            ^obiec* ^obiecuj* ^obiecan* ^obiecyw* ^zapewnia* ^zapewni* ^miało_być ^miał_być ^miała_być ^miały_być ^mieli_oddzwonić
            ^mieli_odesłać ^mieli_przysłać ^zwodz* ^w_nieskończoność zbywają_terminami przekłada* kolejny_termin
            puste_obietnice bez_konkretów mydl* wciąż_przesuwa*
            """,
            .blamedOnOthers: """
            ^zwala* ^zwalił* ^zrzuca* ^wina_klienta ^wina_kuriera ^nie_nasza_wina ^z_mojej_winy ^odsyła* ^odesłał*_do
            ^odesłał*_mnie ^przerzuca* ^umywa*_ręce ^kazał*_iść ^kazał*_się_zgłosić ^to_nie_ich_wina ^nie_ich_wina
            ^nie_poczuwa* ^nie_nasza_sprawa ^winą_obarcz* niech_mnie_tam od_annasza spychologi* spycha* obwinia*
            moja_wina twierdz*_że_to_ja inny_dział zasłania*
            """,
            .productFault: """
            rozklei* przecieka* zgasł ^włos_w ^robak_w ^karaluch* ^pluskw* spleśnia* zimna_pizza
            zimne_jedzenie brudno brudny
            ^nie_działa* ^wadliw* ^zepsu* ^popsu* ^uszkodz* ^pęk* ^usterk* ^bubel ^bublem ^przestał_działać ^przestała_działać
            ^przestało_działać ^nie_włącza* ^nie_ładuje ^wada ^wady ^wadę ^zacina* ^zacięc* ^rozpad* ^rozlec* ^tandet* ^szmelc
            ^kiepsk*_jakoś* ^słab*_jakoś* ^niskiej_jakości ^porysow* ^rysuj* ^wypadł* ^przecieka* ^cieknie grzeje niszczy faaatal* fataln*
            starcza_na starcza_tylko bateria_trzyma bateria_pada nieśwież* zgnił* spleśnia* przeterminowan* badziew* trzeszcz*
            skrzypi odpadł* odkleja* zawiesza* wiesza_się nie_nadaje_się brak_otworów obniż* nie_wart niewygodn* zepsut*
            nie_sprawdza
            ^rozpadł* ^potłuczon* ^skasował* ^spleśniał*
            """,
            .outage: """
            ^awari* ^brak_prądu ^nie_ma_prądu ^brak_internetu ^nie_ma_internetu ^brak_zasięgu ^nie_ma_zasięgu ^brak_wody
            ^nie_ma_wody ^nie_działa_internet ^internet_nie_działa ^brak_ogrzewania ^przerw*_w_dostawie ^odwołany_pociąg
            ^pociąg_odwołany serwer*_leż* strona_leży strona_nie_działa
            """,
            .overcharged: """
            pobrali_dwa ściągnęli_z ściągnęli_opłatę wciśnięto_mi
            ^przepłac* ^zawyż* ^ukryt*_opłat* ^podwójnie ^dwa_razy_pobra* ^dwukrotnie_pobra* ^naciąg* ^zdziera* ^zdzierstw* ^za_drogo
            ^za_dużo_zapłac* ^niesłusznie_nalicz* ^bezpodstawnie_nalicz* ^naliczyli_mi błędn*_faktur* drogo podwyżk* niezamówion*
            pobrali_mi pobrano_mi ściągnęli_z wyłudz* zapłaciłem_za zapłaciłam_za
            """,
            .late: """
            tydzień_czekam tygodni_czekam miesiąc_czekam nie_przyjecha* nie_przyszedł nie_przyszła
            nie_dotar* półtorej_godziny miesiąca_nie_mogą
            ^opóźn* ^spóźn* ^czekam ^czekał* ^czekamy ^po_terminie ^nie_dotarł* ^nie_dosz* ^nie_przysz* ^nie_dostarcz* ^nie_otrzyma* ^nie_dosta*
            ^minut_oczekiwania ^godzin*_w_kolejce ^długo_czeka* ^nadal_nie_ma ^wciąż_nie_ma czekani* oczekiwani* dopiero_po zwłok*
            przewlek* ^w_kolejce tygodni_temu_zamów* miesiąc_czeka* #_tygodni*_czeka* poczekalni ~#_minut
            """,
            .mistake: """
            zgubili pomylili nie_ten_kolor nie_ten_rozmiar na_deszczu przez_płot połowę_zamówienia
            ^pomył* ^pomyli* ^błędn* ^nie_ten_produkt ^zły_rozmiar ^zły_produkt ^inny_produkt ^inny_kolor ^brakuj* ^niekompletn*
            ^brak_części ^źle_złożon* ^źle_zrobion* ^źle_wykon* ^błąd ^błędu ^błędy zgubi* zagubi* ^partacz* ^niekompeten* ^zapomni* bład
            niedokład* niewłaściw* nie_zgadza mylną myln*_diagnoz* zaniedb* źle spartacz* nieskuteczn* bezskuteczn* nie_pomogł*
            niepotrzebn* fuszer* nie_był*_poprawy nie_ustąpi* pogorsz*
            """,
            .misled: """
            ^oszuk* ^oszust* ^okłam* ^kłam* ^wprowadz*_w_błąd ^naciągacz* ^niezgodn*_z_opisem ^podrób* ^podróbk* ^nieuczciw* ^ściem*
            ^wprowadza_w_błąd ^fałszyw* ^wyłudz* ^krętacz* ^dałam_się_nabrać ^dałem_się_nabrać ^dał*_się_nabrać ^niezgodn*_z złodziej*
            manipul* kant kanciarz* drobnym_drukiem wciska* wcisnę* zataj* nie_jest_tak_jak okazał*_się_że
            """,
            .refused: """
            nie_chcą_oddać nie_oddali zatrzymali_kaucję
            ^odmówi* ^odmawia* ^odmow* ^odrzuc* ^nie_uznał* ^nie_uzna* ^nie_chc*_zwróc* ^nie_chc*_odda* ^nie_chc*_przyj* ^nie_przyję*
            ^nie_zwróci* ^nie_zwrac* ^nie_oddaj* ^nie_oddał* ^odpraw* ^nie_chciał* nie_wymieni* nie_dał*_skierow* nie_przepisz* nie_wyda*
            nie_pozwoli* wykręc*_się oddali*_reklam* nie_da_się_nic nie_można_nic
            """,
            .blocked: """
            ^zablokow* ^blokad* ^blokuj* ^nie_mogę_się_zalogow* ^brak_dostępu ^nie_mam_dostępu ^zamrozi* ^zawiesi*_konto ^zamknę*_konto
            ^wstrzyma*_wypłat* ^nie_mogę_wypłac* ^usunę*_konto odcię*
            """,
        ],
        cues: FactSource.polishCues,
        praise: """
            nie_mam_zastrzeżeń bez_zastrzeżeń nie_mam_uwag bez_uwag nie_ma_się_do_czego_przyczepić zero_zastrzeżeń
            nie_można_narzekać nie_narzekam brak_zastrzeżeń żadnych_zastrzeżeń nie_mogę_narzekać nie_mam_nic_do_zarzucenia
            nic_dodać_nic_ująć nie_żałuję nie_mam_powodów_do_narzekań nie_ma_na_co_narzekać żadnych_problemów
            """,
        replies: FactSource.polishReplies,
        customer: """
            ja mnie mi mną mój moja moje mojego mojej moją moim moich jestem byłem byłam mam miałem miałam chciałem
            chciałam kupiłem kupiłam dostałem dostałam zamówiłem zamówiłam zapłaciłem zapłaciłam czekam czekałem czekałam
            dzwoniłem dzwoniłam polecam odradzam napisałem napisałam otrzymałem otrzymałam złożyłem złożyłam musiałem musiałam
            """,
        company: """
            my nas nam nami nasz nasza nasze naszego naszej naszych naszym jesteśmy dziękujemy przepraszamy prosimy
            przekazaliśmy przykro zapraszamy dokładamy staramy zależy będziemy skontaktujemy wyjaśnimy
            """,
        obscured:
            "kurwa kurwy chuj chuja huj gówno gowno pierdol jebany jebane zajebi dupa dupie skurwysyn kurew")

    private static let polishCues: [Cue: String] = [
        .legal: """
        sąd sądu sądzie sądem sądy sądow* pozew pozwu pozwem pozwę pozwać pozwiemy pozywam prawnik* prawniczk* adwokat* mecenas*
        radc*_prawn* uokik* rzecznik* praw*_konsument* prawo_konsumenckie ochron*_konsument* urząd_ochrony rękojmi*
        kodeks* ustawa ustawy ustawie ustawę ustawą art+# artykuł*_# knf uodo giodo uke ure sanepid* pip inspekcj*_handlow*
        inspekcj*_pracy inspekcj*_sanitarn* prokurat* policj* zawiadomieni*_o zawiadomieni*_do zgłosz*_do_prokuratury
        izb*_lekarsk* krok*_prawn* drog*_prawn* drodze_prawnej drogę_sądową drodze_sądowej praw*_pacjent* odpowiedzialnoś*_karn*
        odpowiedzialnoś*_zawodow* chargeback* roszczeni* przedsądow* wezwani*_do_zapłaty mediac* europejsk*_centrum_konsumenck*
        prawem_konsumenckim zgodnie_z_prawem niezgodn*_z_prawem łama*_praw* łamie_praw* złamał*_praw* federac*_konsument* komornik* trybunał*
        nfz_skarg* skarg*_do_nfz kpa
        """,
        .media: """
        telewizj* tvn uwaga_tvn dziennikarz* gazet* nagłośni* do_mediów mediom w_mediach prasie prasy opisz*_wszędzie rozgłasza*
        rozgłosz* interwencja_polsat wykop*
        """,
        .refund: """
        zwrot*_pieniędzy zwrot*_kosztów zwrotu_pieniędzy zwróćcie oddajcie żądam_zwrotu domagam_się_zwrotu odszkodow*
        rekompensat* pieniądze_z_powrotem oddać_pieniądze zwrócić_pieniądze zwrot_środków zwrotu_środków chcę_zwrotu
        proszę_o_zwrot zwrot_gotówki zwrócenia_pieniędzy oddadzą_pieniądze
        """,
        .deadline: """
        do_jutra do_poniedziałku do_wtorku do_środy do_czwartku do_piątku do_soboty do_niedzieli przed_piątkiem przed_poniedziałkiem
        przed_świętami do_końca_tygodnia do_końca_miesiąca do_końca_dnia w_ciągu_#_dni w_ciągu_#_godzin* w_ciągu_tygodnia
        w_terminie_#_dni w_ciągu_dni do_dnia_# najpóźniej_do nieprzekraczaln* do_wieczora do_dzisiaj dzisiaj_do
        ostateczn*_termin* ostatni_termin ostateczne_wezwani* ostatnie_ostrzeżeni* w_ciągu_siedmiu_dni w_ciągu_czternastu_dni do_godz*_#
        """,
        .urgent: """
        pilne pilnie pilny pilna natychmiast natychmiastow* jak_najszybciej niezwłoczn* bezzwłoczn* potrzebuję_na_jutro
        potrzebuję_dzisiaj czas_nagli nie_mogę_czekać błagam ratunku na_już
        """,
        .safety: """
        zatru* do_szpitala w_szpitalu hospitaliz* alergi* uczul* niebezpiecz* oparz* poparz* pożar* zapalił* wybuch* porażeni*
        poraził* zagroż*_życi* zagroż*_zdrowi* zagroże*_dla zagraża* karetk* pogotowi* krwaw* krwotok* wymiot* pleśń pleśni czad czadu
        zemdla* omdl* dławi* zadław* wypadek wypadku szkło_w szkła_w salmonell* zapaleni* powikła* ropień wysypk*
        umrzeć umarł* zmarł* bezpieczeństw* złama* utrat*_przytomności stan_krytyczn* toksyczn* trucizn* narazi*
        """,
        .swearing: """
        kurw* chuj* huj* gówn* pierdol* spierdal* wypierdal* opierdal* zajebi* dupa dupie dupy dupę cholern* cholera debil* idiot* kretyn*
        skurw* jeban* wkurw* jebac jebie pojeb* zjeb* sukinsyn* bydlak* frajer* gnoj* zasran*
        """,
        .brokenPromise: """
        obiecali obiecał obiecała obiecano obiecane obiecywali mieli_oddzwonić miał_oddzwonić miała_oddzwonić mieli_przyjechać
        miał_przyjechać miało_dotrzeć miała_dotrzeć nie_dotrzyma* niedotrzyma* puste_obietnice obietnic* zapewniali zapewniał zapewniała
        zapewniono mieli_wysłać mieli_zwrócić miał_być_wysłany miała_być_jutro
        """,
        .money: """
        ukradli_mi ukradziono skradzion* zniknęł*_pieniądz* zniknęł*_z_konta pobrali_dwa pobrano_dwa dwukrotnie_pobra* podwójnie_pobra*
        zablokow*_konto zablokow*_kart* zablokow*_środk* zablokow*_pieniądz* nie_mogę_wypłacić straciłem_pieniądze straciłam_pieniądze
        utrat*_pieniędzy moje_oszczędności moja_pensja moją_pensję moją_wypłatę wypłaty_nie emerytur* zamrozi*_środki nieautoryzowan*
        przetrzymuj*_pieniądz* pobrali_z_konta brak_środków_do_życia oszczędności_życia
        """,
        .vulnerable: """
        dziecko dziecka dziecku dziecki* dzieci niemowl* noworod* synek synka córk* syn syna w_ciąży ciężarn* niepełnosprawn*
        inwalid* na_wózku staruszk* starsz*_osob* starsz*_pani* seniork* senior* babci* dziad*k* mama_ma emeryt* chor*_onkolog*
        nowotw* cukrzyc* niewidom* autyz* zawał* chor*_matk* mojej_mamy
        """,
        .many: """
        wszyscy_sąsiedzi cały_blok całe_osiedle cała_ulica wielu_klientów wiele_osób wielu_pacjentów setki_osób tysiące_osób
        nie_tylko_ja nie_tylko_mnie nie_jestem_jedyn* inni_klienci u_wszystkich wszystkim_klientom całe_miasto nas_wszystkich
        """,
        .repeated: """
        trzeci_raz drugi_raz czwarty_raz piąty_raz kolejny_raz po_raz_kolejny po_raz_drugi po_raz_trzeci #_razy wielokrotn* kilkakrotn*
        kilka_razy wiele_razy ciągle znowu_to_samo po_raz_któryś któryś_raz dwukrotnie trzykrotnie za_każdym_razem w_kółko nieustann*
        pierwszy_i_ostatni_raz_nie kolejna_reklamacja trzecia_reklamacja druga_reklamacja
        """,
        .longSince: """
        od_#_dni od_#_tygodni od_#_miesięcy od_tygodni* od_miesiąc* od_roku od_dwóch od_trzech od_czterech od_stycznia od_lutego od_marca
        od_kwietnia od_maja od_czerwca od_lipca od_sierpnia od_września od_października od_listopada od_grudnia ponad_miesiąc
        ponad_tydzień ponad_rok już_tydzień już_miesiąc #_tygodni* #_miesię* tydzień_czekam miesiąc_czekam miesiąc_temu tygodnie_temu
        tygodni_temu miesięcy_temu przez_miesiąc trzy_tygodnie dwa_tygodnie dwa_miesiące trzy_miesiące pół_roku
        """,
    ]

    private static let polishReplies: [ReplyPart: String] = [
        .heading: "odpowiedź",
        .salutation: """
            ^pani ^panie ^panu
        szanown* dzień_dobry witam witamy witaj drogi_kliencie droga_klientko drogi_pacjencie drodzy cześć dobry_wieczór
        """,
        .thanks: """
        dziękujemy_za dziękujemy_serdecznie dziękujemy_bardzo bardzo_dziękujemy serdecznie_dziękujemy dziękujemy_że cieszymy_się
        cieszy_nas miło_nam dziękujemy
        dziękujemy_za_sygnał dzięki_za_zgłoszenie dziękujemy_za_gwiazdki dziękujemy_za_kontakt
        """,
        .apology: """
        przepraszamy jest_nam_przykro jest_nam_niezmiernie_przykro przykro_nam bardzo_nam_przykro ubolewamy wyrażamy_ubolewanie
        nam_przykro za_niedogodności za_utrudnienia przeprosi*_za_zaistniał*
        """,
        .handling: """
        ^odpowiedź_właściciela ^odpowiedź_od_właściciela ^odpowiedź_firmy ^przysługuje_odwołanie
        ^można_się_odwołać ^odwołać_się_można ^poinformujemy_w ^wiemy_o_problem* ^wiemy_o_awarii
        ^odpowiedź_wyślemy ^przekazana_do_działu ^przekazano_do_działu ^skontaktuje_się_z_panem
        ^skontaktuje_się_z_panią ^opinia_nie_dotyczy ^recenzja_dotyczy_innej ^o_czym_informowaliśmy
        ^co_podaliśmy rozpatrzona_odmownie rozpatrzono_odmownie zgodnie_z_regulaminem zgodnie_z_taryfą
        odwołać_w_ciągu pracujemy_nad damy_znać usługa_działa awarię_usunięto została_przekazana
        przekazaliśmy przekażemy zweryfikujemy sprawdzimy wyjaśnimy dokładamy_wszelkich staramy_się dołożymy_starań zależy_nam
        skontaktujemy_się podjęliśmy podejmiemy wdrożyliśmy została_przekazana zostało_przekazane zgłoszenie_zostało
        bierzemy_pod_uwagę mamy_nadzieję pragniemy informujemy uprzejmie_informujemy chcielibyśmy weźmiemy analizujemy
        została_wydana została_pobrana_zgodnie nie_możemy_zgodzić zwrot_został_zlecony dni_roboczych
        poprawka_będzie będziemy_wdzięczni nie_możemy_omówić przypomnieliśmy rozumiemy_rozczarowanie
        rozumiemy_pani rozumiemy_pana została_rozpatrzona została_odblokowana pracujemy_nad
        wrócimy_z_odpowiedzią oddzwoni wyciągamy_z_niego wspólnie_znajdziemy uwagi_przekazaliśmy
        zostały_panu zostały_pani z_uwagi_na_tajemnicę jest_nam_przykro_że
        wiadomość_automatyczna otrzymaliśmy_zgłoszenie odpowiemy_w zleciliśmy wrócimy_z
        nie_podlega_gwarancji_producenta może_pani_zlecić może_pan_zlecić nie_obejmowała_obecnych
        przepraszamy_pasażerów chętnie_sprawdzimy została_uznana
        """,
        .invitation: """
        pisz_tutaj daj_znać gdyby_coś
        prosimy_o_kontakt zapraszamy_do_kontaktu zachęcamy_do_kontaktu prosimy_o_wiadomość prosimy_o_przesłanie prosimy_o_podanie
        prosimy_o_kontakt_z prosimy_napisać prosimy_o_numer proszę_o_kontakt skontaktuj_się_z_nami napisz_do_nas zadzwoń_do_nas
        kontakt_z_naszym z_naszym_biurem prosimy_o_skontaktowanie prosimy_o zapraszamy do_naszej_infolinii pod_numerem_telefonu
        jesteśmy_do_dyspozycji pozostajemy_do_dyspozycji w_wiadomości_prywatnej prosimy_pisać pozostajemy_w_dyspozycji
        proszę_napisać_na proszę_o_kontakt_pod może_pan_złożyć może_pani_złożyć zapraszamy_do_oddziału
        zapraszamy_ponownie wiadomość_prywatną podając_numer
        """,
        .signature: """
        pozdrawiamy z_poważaniem z_wyrazami_szacunku zespół_obsługi dział_obsługi biuro_obsługi_klienta zespół serdecznie_pozdrawiamy
        łączymy_pozdrowienia opiekun_klienta
        zespół_obsługi_klienta kierownik_salonu biuro_reklamacji z_banku ekipa
        """,
        .yours: """
        pana_opinię pani_opinię państwa_opinię państwa_opinia pańską państwa_zgłoszeni* pana_zgłoszeni* pani_zgłoszeni* twoją_opinię
        państwa państwu pani_uwagi pana_uwagi swoją_opinią twoje_zgłoszenie twoją_wiadomość
        numer_zamówienia pana_sprawę pani_sprawę
        """,
    ]
}
