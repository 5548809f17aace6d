/// What complaints and praise in Polish are made of; see `LexiconSource` for the notation.
extension LexiconSource {
    static let polish = LexiconSource(
        language: "pl",
        negators: "nie bez nigdy ani żaden żadnego żadnej zero",
        words: [
            (3.0, "nie_polecam"),
            (2.75, "odradzam"),
            (2.5, "zawiod*"),
            (2.25, "omijajcie skandal* szkoda_kasy tragedia"),
            (
                2.0,
                """
                arogan* dno farsa ignor* koszmar* kpina kradzież masakra* naciąg* nie_kupować nie_kupujcie
                nie_warto nigdy_więcej okrad* omijaj omijać ostrzegam oszust* porażka strata_czasu
                strata_pieniędzy szkoda_pieniędzy tragiczn* trzymać_się_z_daleka ukrad* wyłudz* zacina*
                zdecydowanie_odradzam złodziej* żenad*
                """
            ),
            (
                1.75,
                """
                bałagan brak brak_kontaktu błędn*_diagnoz* chams* fataln* krzywd* kłam* lekceważ* najgorsz*
                nie_dostał* nie_działa* nie_odbiera* nie_odpowiada* nie_otrzymał* nie_przysz* nie_wart
                nie_zwraca* niegrzeczn* niekompeten* niemił* nieprofesjonal* niestety niezadowol* odmówil*
                oschł* oszuk* pomyłka potraktował* pretensj* przykr* rozczarow* skarg* z_daleka zawied* zepsu*
                zmarnow* żałuję żenując*
                """
            ),
            (1.7, "obniż*"),
            (
                1.5,
                """
                badziew* bagateliz* bezczel* beznadziej* brak_odpowiedzi bubel błąd* chamk* kiepsk* marn*
                nie_dotarł* nie_działa nie_oddaj* nie_potrafi* nie_przyszł* nie_wie nie_zwrócili niedopuszczaln*
                nieodpowiedzialn* niesolidn* nieuczciw* nieuprzejm* oburz* odmawia* odmow* okropn* okłam*
                opryskliw* partacz* popsu* przestał_działać przestała_działać reklamac* rozczarowan* skarż*
                szmelc upokorz* wadliw* wstyd wulgarn* zimn* zlekceważ*
                """
            ),
            (
                1.25,
                """
                awari* bezsens* boleśn* brud* błęd* czekan* dlaczego drogo gorz* minus nic_nie_pomog*
                nie_chciał* nie_pomaga nie_pomogł* nie_pomóg* nie_wróc* nie_zgadza niechęt* niedokładn*
                niepotrzebn* nieprzyjemn* nieskuteczn* odesłał* ostatni_raz pieniądze pieniędzy
                pierwszy_i_ostatni pogorsz* porysow* przepłac* pęk* reklamacja reklamow* rysa rzeczywistości_nie
                spóźn* strasznie uciek* usterk* wady wrażenie_że wściek* zagin* zamiast zawieszon* zbagatelizow*
                zero zgubi* zniechęc* zła złe zły
                """
            ),
            (
                1.0,
                """
                bez_sensu bezczyn* brakuje byle_jak czekam czekać_tygodni czekał* drogi_i drwi* głośn* kasy kasę
                kpi* krzycz* minusy nerw* nie_chce nie_chcę niedbał* niedouczon* niedziała* nieprawd* niesmaczn*
                niewłaściw* niezgodn* nieświeży obojętn* olew* omyłk* podejrzan* podobno pogardliw* pospiesz*
                przeraz* przeraż* straszn* szkoda uszkodz* uszkodzon* w_ogóle wada zarozumia* znowu znów zwrot*
                złego źle
                """
            ),
            (
                0.75,
                """
                ból* drog* hałas* infolini* jakby kolejk* minut nic niczego nie nikomu poczekaln* stwierdził*
                szybko_szybko słab* telefon* tygodni tylko z_łaski zaniedb* zapłacił* zbył* łaski_bez żadn*
                """
            ),
            (
                0.5,
                """
                dziwn* godzin* kolejn* miesiąc nawet nie_ma_sensu nikt opóźn* powinn* problem* rutyn* rzekomo
                skoro tydzień zniszcz*
                """
            ),
            (
                0.25,
                """
                dopiero dowiedzia* mnie okazało_się ponown* pośpiech* prawie stanowczo wcale zapytał*
                """
            ),
            (-0.25, "badan* bardzo hormon* jest_ok klinik* pacjentów prosty szybk* wizyt* zaufan*"),
            (-0.5, "http lekarz_z osób polscy prosta proste terapi* zdrow* zgodny"),
            (
                -0.75,
                """
                badacz* dobrze efekt* główn* https komórek konkretn* możliwoś* naukow* naukowcy ok oraz
                organizm* polsce specjalis* układ* uniwersytet* zawsze
                """
            ),
            (-1.0, "dobr* dokładn* fachow* uśmiech* wyleczy* zaangażow* życie życzliw*"),
            (
                -1.25,
                """
                bezproblem* delikatn* miła miły najlepsz* pomocn* przyjazn* solidn* spokojn* tani* troskliw*
                tłumacz* warto wyjaśni* wysłucha*
                """
            ),
            (
                -1.5,
                """
                bezbolesn* ciepł* cierpliw* doskonał* dziękuj* jakość kompeten* ludzk* mił* piękn* pomogł*
                pomóg* rzeteln* sprawn* trafn* ufam uratow* wart warta wdzięczn* wygodn* wyrozumiał* zadowol*
                """
            ),
            (-1.75, "cudown* idealn* profesjonal* skuteczn* szczerze_polecam uprzejm* ład*"),
            (
                -2.0,
                """
                fantastycz* gorąco_polecam rewelac* serdecznie_polecam sympatycz* wspaniał* wzorow* znakomit*
                świetn*
                """
            ),
            (-2.25, "polecam super"),
            (
                -2.5,
                """
                przepraszamy zapraszamy_do_kontaktu dziękujemy_za dziękujemy_za_opinię prosimy_o_kontakt
                pozdrawiamy witamy z_poważaniem zespół_obsługi jest_nam_przykro
                """
            ),
            (-2.5, "bardzo_dobr*"),
        ])
}
