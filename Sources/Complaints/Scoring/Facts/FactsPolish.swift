/// The words by which complaints in Polish are sorted; see `FactSource` for the notation.
extension FactSource {
    static let polish = FactSource(
        language: "pl",
        negators: "nie bez nigdy ani żaden żadnego żadnej zero",
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
            .leftAlone: """
            brak_kontaktu brak_odpowiedzi nie_odpowiada* nie_odbiera* zero_kontaktu cisza zostawi*
            pozostawi* sam_sobie bez_odpowiedzi nikt_nie_odpowiada milczy milczą ignor*
            """,
            .notInformed: """
            nie_poinform* bez_informacj* brak_informacj* niedoinform* nie_powiedzia* nikt_nie_powiedzia*
            bez_uprzedz* nie_uprzedz*
            """,
            .notHeard: """
            nie_słucha* nie_wysłucha* zbagatelizow* bagateliz* zbył* zbywa* lekceważ* zlekceważ*
            ta_sama_odpowiedź olewa* olał*
            """,
            .vaguePromise: "obiec* obiecuj* obiecan* zapewnia* miało_być miał_być mieli_oddzwonić",
            .blamedOnOthers:
                "zwala* zrzuca* wina_klienta nie_nasza_wina odsyła* odsyłaj* przerzuca* umywa*",
            .productFault: """
            nie_działa* wadliw* zepsu* popsu* uszkodz* pęk* usterk* awari* bubel przestał_działać
            """,
            .humiliated: """
            upokorz* poniż* chams* arogan* obraż* obraz* krzycz* jak_intruz niegrzeczn* opryskliw* wyśmia*
            bezczel*
            """,
            .overcharged: "przepłac* zawyż* ukryt*_opłat* podwójn* naciąg*",
            .late: "opóźn* spóźn* czekam czekał* po_terminie",
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
