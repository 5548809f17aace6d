/// What complaints and praise in Polish are made of; see `LexiconSource` for the notation.
extension LexiconSource {
    static let polish = LexiconSource(
        language: "pl",
        negators: "nie bez nigdy ani żaden żadnego żadnej zero",
        words: [
            (2.5,
            """
            oszust* oszuk* złodziej* kradzież ukrad* okrad* nie_polecam odradzam zdecydowanie_odradzam
            omijać omijajcie omijaj nigdy_więcej naciąg* wyłudz* dno masakra* tragedia tragiczn* koszmar*
            skandal* ostrzegam kpina żenad* żenując* nie_kupujcie nie_kupować szkoda_pieniędzy szkoda_kasy
            porażka farsa strata_czasu strata_pieniędzy trzymać_się_z_daleka z_daleka
            """),
            (2.0,
            """
            fataln* okropn* beznadziej* najgorsz* niekompeten* nieprofesjonal* chams* chamk* arogan*
            bezczel* lekceważ* zlekceważ* ignor* zawied* zawiod* rozczarow* niezadowol* reklamac* reklamow*
            skarg* skarż* nie_działa* przestał_działać przestała_działać nie_działa wadliw* zepsu* popsu*
            bubel badziew* szmelc niegrzeczn* nieuprzejm* niemił* opryskliw* wulgarn* zmarnow* brak_kontaktu
            brak_odpowiedzi nie_odpowiada* nie_odbiera* nie_otrzymał* nie_dostał* nie_dotarł* nie_przyszł*
            nie_przysz* nie_oddaj* nie_zwrócili nie_zwraca* odmówil* odmawia* odmow* bałagan partacz* kłam*
            okłam* pretensj* uszkodz* uszkodzon* krzywd* żałuję błędn*_diagnoz* zbagatelizow* bagateliz*
            upokorz* potraktował* nieodpowiedzialn* nieuczciw* niesolidn* wstyd kiepsk* słab* marn* niestety
            nie_warto nie_wart pomyłka
            """),
            (1.5,
            """
            problem* awari* opóźn* zwrot* błąd* błęd* brud* spóźn* czekam czekał* czekan* drog* drogo
            przepłac* pogorsz* gorz* źle zły złe zła złego ból* boleśn* nieskuteczn* niedokładn* pęk* rysa
            porysow* hałas* głośn* zacina* wada wady minus minusy nerw* wściek* oburz* bezsens* brak brakuje
            przykr* zawieszon* reklamacja obojętn* niechęt* oschł* zimn* nic_nie_pomog* nie_pomóg*
            nie_pomogł* nie_pomaga nie_potrafi* nie_wie nie_chciał* nie_chce szkoda usterk* nieprawd*
            niedopuszczaln* nie_zgadza uciek* odesłał* zgubi* zagin* rzeczywistości_nie
            """),
            (1.0,
            """
            dlaczego kolejn* tydzień miesiąc tygodni godzin* znowu znów telefon* infolini* kolejk* zero
            tylko pieniądze pieniędzy kasę kasy wrażenie_że rzekomo podobno zamiast wcale nawet nic niczego
            żadn* ponown* dopiero w_ogóle nikt zbył* krzycz* pospiesz* pośpiech* szybko_szybko łaski_bez
            z_łaski
            """),
            (-2.5,
            """
            polecam gorąco_polecam serdecznie_polecam szczerze_polecam wspaniał* rewelac* doskonał*
            fantastycz* znakomit* świetn* cudown* najlepsz* super bardzo_dobr* idealn* profesjonal* wzorow*
            """),
            (-1.8,
            """
            dobr* dobrze miły miła mił* uprzejm* życzliw* ciepł* cierpliw* dokładn* zadowol* dziękuj*
            wdzięczn* pomóg* pomogł* pomocn* skuteczn* fachow* kompeten* rzeteln* sympatycz* spokojn*
            zaufan* ufam szybk* sprawn* bezproblem* ład* piękn* wygodn* warto warta wart solidn* jakość
            uśmiech* troskliw* delikatn* bezbolesn* wyrozumiał* konkretn* przyjazn* ludzk* zaangażow* tani*
            wyleczy* uratow* życie trafn* wysłucha* wyjaśni* tłumacz* podejście zdrow*
            """),
            (-0.6,
            """
            jest_ok ok zgodny lekarz_z http https wizyt* oraz badan* komórek pacjentów naukow* uniwersytet*
            organizm* hormon*
            """),
        ],
        topics: [
            .product: """
            produkt* towar* jakość jakości materiał* bateri* ekran* wadliw* zepsu* sprzęt* urządzen* telefon
            smak* zapach*
            """,
            .delivery: "dostaw* kurier* paczk* przesyłk* wysyłk* wysłał* dotarł* przewoźnik*",
            .service: "obsług* infolini* biuro_obsługi bok serwis* kontakt* odpowied*",
            .staff: """
            pracowni* personel* kierowni* sprzedawc* konsultant* pani_w ekspedient* lekarz* lekark* doktor*
            rejestrac* recepcj* pielęgniark* niegrzeczn* kelner*
            """,
            .price: "cen* drog* opłat* faktur* rachun* koszt* naliczy* prowizj* podwyżk* abonament*",
            .refund: """
            zwrot* zwróc* pieniądze_z oddać_pieniądze zwrotu_pieniędzy odszkodow* rekompensat*
            """,
            .warranty: "gwarancj* napraw* rękojmi* serwis* wymian* reklamac*",
            .app: "aplikac* stron* logow* konto konta hasł* zalogow* system internet*",
            .privacy: "rodo dane_osobow* danych_osobow* wyciek* spam* prywatno*",
        ],
        causes: [
            "left alone": """
            brak_kontaktu brak_odpowiedzi nie_odpowiada* nie_odbiera* zero_kontaktu cisza zostawi*
            pozostawi* sam_sobie bez_odpowiedzi nikt_nie_odpowiada milczy milczą ignor*
            """,
            "not informed": """
            nie_poinform* bez_informacj* brak_informacj* niedoinform* nie_powiedzia* nikt_nie_powiedzia*
            bez_uprzedz* nie_uprzedz*
            """,
            "not heard": """
            nie_słucha* nie_wysłucha* zbagatelizow* bagateliz* zbył* zbywa* lekceważ* zlekceważ*
            ta_sama_odpowiedź olewa* olał*
            """,
            "vague promise": "obiec* obiecuj* obiecan* zapewnia* miało_być miał_być mieli_oddzwonić",
            "blamed on others": "zwala* zrzuca* wina_klienta nie_nasza_wina odsyła* odsyłaj* przerzuca* umywa*",
            "product fault": """
            nie_działa* wadliw* zepsu* popsu* uszkodz* pęk* usterk* awari* bubel przestał_działać
            """,
            "humiliated": """
            upokorz* poniż* chams* arogan* obraż* obraz* krzycz* jak_intruz niegrzeczn* opryskliw* wyśmia*
            bezczel*
            """,
            "overcharged": "przepłac* zawyż* ukryt*_opłat* podwójn* naciąg*",
            "late": "opóźn* spóźn* czekam czekał* po_terminie",
        ],
        cues: [
            .legal: """
            sąd sądu sądzie sądow* pozew pozwę prawnik* adwokat* uokik rzecznik* konsument* prokurat*
            policj* urząd_ochrony rękojmi* kodeks* ustaw* knf uodo inspekcj* pozwać zawiadomienie
            rzecznika_praw izb*_lekarsk*
            """,
            .refund: """
            zwrot* zwróc* oddać_pieniądze oddajcie odszkodow* rekompensat* pieniądze_z_powrotem
            """,
            .urgent: """
            pilne pilnie natychmiast jak_najszybciej wezwan* ostateczn* dzisiaj_do do_jutra w_ciągu_dni
            niezwłoczn*
            """,
            .safety: """
            zatru* szpital* alergi* uczul* niebezpiecz* oparz* pożar* wybuch* porażeni* zdrowi*_zagro*
            zagroż* karetk* krwaw* wymiot* pleśń pleśni
            """,
            .swearing: """
            kurw* chuj* huj* gówn* pierdol* zajebi* dup* cholern* debil* idiot* kretyn* skurw* jeban* wkurw*
            """,
        ])
}
