/// The words by which complaints in Slovak are sorted; see `FactSource` for the notation.
extension FactSource {
    static let slovak = FactSource(
        language: "sk",
        tone: .slovak, claim: .slovak, denial: .slovak, threat: .slovak, turn: .slovak,
        negators: "nie nemá nikdy bez žiadny žiadna žiadne ani nič",
        topics: [
            .product: """
            ^výrob* ^tovar* ^kvalit* ^chybn* ^vadn* ^pokazen* ^rozbit* ^nekvalitn* kábel*
            bateri* displej* zvuk* plast* slúchadl* telefón* materiál* jedlo prístroj*
            zariaden* topánk* mobil* návod* ~kus
            """,
            .delivery: """
            ^doruč* ^dodan* ^dodávk* ^balík* ^zásielk* ^kuriér* ^doprav* ^gls ^packet* pošt*
            ~objednávk*
            """,
            .service: """
            ^zákazníck*_servis* ^zákazníck*_lin* ^zákazníck*_podpor* ^infolink* ^podpor*
            ^obsluh* ^komunikáci* odpoveď odpovede čakani* dovolať ~linka ~pobočk* výpadok
            signál internet
            """,
            .staff: """
            ^personál* ^predavač* ^zamestnan* ^pracovník* ^pracovníčk* ^vedúc* ^neochotn*
            ^arogantn* ^drz* ^čašník* ^pokladní* ^lekár* ^sestr* ^vodič* technik*
            """,
            .price: """
            ^cena ^ceny ^cenu ^drah* ^predražen* ^poplat* ^účtov* ^faktúr* ^zdražen* zaplat*
            platb* ~eur ~peniaze ~peňazí
            """,
            .refund: """
            ^vrátenie_peňazí ^vrátiť_peniaze ^odstúpeni* ^odškodn* ^kompenzáci* vrátiť
            vrátili
            """,
            .warranty: """
            ^reklamáci* ^reklamov* ^záruk* ^záručn* ^oprav* ^výmen* servis servisu
            """,
            .app: """
            ^aplikáci* ^web ^webe ^stránk* ^prihlás* ^hesl* ^eshop* účet účtu aktualizáci*
            softvér*
            """,
            .privacy: """
            ^osobn*_údaj* ^gdpr ^spam* ^únik_dát ^bez_môjho_súhlasu
            """,
        ],
        causes: [
            .leftAlone: """
            ^neodpoved* ^nikto_neodpoved* ^bez_odpovede ^nedvíh* ^nikto_nedvíh* ^nereagu*
            ^ignoru* ^nedovol* ^nedá_sa_dovolať ^neozval* ^nepomohl* ^bez_reakcie
            ^nikto_nepríde ^nikto_nerieši ^nikto_neodpis* ^zložili ^ticho ^nikto_nepomoh*
            """,
            .humiliated: """
            ^arogantn* ^drz* ^urážk* ^urazil* ^ponížil* ^kričal* ^vulgárn* ^nepríjemn*
            ^hrub* ^neslušn* ^vysmial* ^povýšen*
            ^kričala ^hrozné_správanie ^drzá
            """,
            .notInformed: """
            ^neinform* ^bez_upozorn* ^neupozorn* ^nikto_nepovedal ^nepovedal* ^bez_vysvetl*
            ^žiadne_informáci* ^neoznámil*
            """,
            .notHeard: """
            ^nepočúva* ^je_im_to_jedno ^nezáujem ^odbil* ^rovnak*_odpoveď
            ^automatick*_odpoveď
            """,
            .vaguePromise: """
            ^sľúb* ^sľub* ^prisľúb* ^mal*_byť ^mali_zavolať
            """,
            .blamedOnOthers: """
            ^zvaľuj* ^hádžu_vinu ^nie_je_to_naša ^posielajú_ma ^odkazuj*_na ^vyhovár*
            ^výhovork*
            """,
            .productFault: """
            ^nefung* ^vadn* ^chybn* ^pokaz* ^rozbi* ^nejde ^prestal*_fungovať ^poškod*
            ^prasklo ^praskol ^nekvalitn* ^nepoužiteľn* ^zlomil* ^vypadáv* problémy_s
            ^poškriaban* ^tečie ^padá ^vypína ^špinav* ^šváb* ^studen* ^skazen* ^po_záruke ^stále_nefung*
            """,
            .outage: """
            ^výpadok ^výpadk* ^nejde_internet ^bez_signálu ^bez_prúdu ^netečie
            """,
            .overcharged: """
            ^predražen* ^naúčtov* ^dvakrát_strh* ^skryt*_poplat* ^neoprávnen* ^preplat*
            ^zdvihli_paušál ^strhla_znova ^stiahli_platbu ^ešte_mám_platiť ^dvakrát
            """,
            .late: """
            ^meška* ^omešk* ^neskoro ^stále_neprišl* ^neprišl* ^nedoruč* ^čakám ^čakal*
            ^po_termíne
            ^mešká ^nikdy_neprišiel ^nikdy_neprišla ^sa_stratil* ^na_vrátenie ^meškanie
            """,
            .mistake: """
            ^iný_tovar ^iný_výrobok ^pomýlil* ^chýba* ^zabudl* ^stratil* ^omyl*
            """,
            .misled: """
            ^podvod* ^klam* ^oklamal* ^luhal* ^nezodpovedá ^falošn* ^zavádzajúc* ^zlodej*
            ^podvodníci ^hanba ^klamú
            """,
            .refused: """
            ^odmiet* ^zamiet* ^neuzna* ^nevrátil* ^nechcú_vrátiť ^zrušili_objednávku
            ^nechce ^nechcú ^odmietli
            """,
            .blocked: """
            ^zablok* ^blokov* ^nemôžem_sa_prihlásiť ^zmrazi*
            """,
        ],
        cues: [
            .legal: """
            súd súdu súdom súdn* žalob* zažalu* právnik* advokát* právn*_krok* právn*_cest*
            soi obchodn*_inšpekci* ombudsman* polícia políciu polícii polície
            trestné_oznámenie zákon zákona zákonník* ochran*_spotrebiteľ* spotrebiteľ*_práv*
            nbs nárdná_banka paragraf* chargeback*
            """,
            .media: """
            novin* televízi* do_médií
            """,
            .refund: """
            vráťte_peniaze vrátiť_peniaze vrátenie_peňazí peniaze_späť odškodn* kompenzáci*
            """,
            .deadline: """
            do_zajtra do_pondelka do_piatka do_stredy do_nedele do_#_dní do_konca_týždňa
            najneskôr_do do_večera
            """,
            .urgent: """
            naliehav* urgentn* okamžite ihneď čo_najskôr bezodkladne
            """,
            .safety: """
            otráv* nemocnic* alergi* nebezpečn* popálen* popálil* požiar* horel* výbuch*
            vybuchl* úraz* zranen* pleseň vracal* sanitk* salmonel*
            """,
            .swearing: """
            kurv* hovno debil* idiot* kokot* piča piče jebal* jeban* skurv* kretén*
            """,
            .brokenPromise: """
            sľúbili sľúbil sľúbila sľubovali nedodrž* mali_zavolať
            """,
            .money: """
            ukradli zmizli_peniaze zablokovan*_účet zablokovali_kartu zablokovali_účet
            moje_úspory výplat*
            """,
            .vulnerable: """
            dieťa dieťaťa dcér* syn syna tehotn* postihnut* invalid* dôchod* senior* babk*
            bábätk*
            """,
            .many: """
            všetci_susedia celý_dom celá_ulica veľa_zákazníkov nie_som_jediný
            """,
            .repeated: """
            tretíkrát druhýkrát tretí_raz druhý_raz opakovan* niekoľkokrát #_krát znova
            zakaždým
            """,
            .longSince: """
            už_mesiac už_týždeň #_týždň* #_mesiac* od_januára od_februára od_marca od_apríla
            od_mája od_júna od_júla od_augusta od_septembra od_októbra od_novembra
            od_decembra vyše_mesiaca
            """,
        ],
        praise: """
            bez_výhrad nemám_výhrad* žiadne_výhrady nie_je_čo_vytknúť nemám_čo_vytknúť
            nemôžem_sa_sťažovať
            """,
        replies: [
            .heading: "odpoveď",
            .salutation: """
            ^pani ^pán ^pane
            dobrý_deň vážen* dobré_ráno milá milý
            """,
            .thanks: """
            ďakujeme_za ďakujeme_vám ďakujeme teší_nás sme_radi
            """,
            .apology: """
            ospravedlňujeme_sa mrzí_nás je_nám_ľúto prijmite_naše
            """,
            .handling: """
            odovzdali_sme postúpili_sme preveríme skontrolujeme snažíme_sa ozveme_sa
            pracujeme_na radi_vám radi_by_sme
            sme_prijali vybavíme sme_odoslali pracovných_dní naši_technici sme_opravili nesúhlasíme
            odovzdáme budeme_radi
            """,
            .invitation: """
            kontaktujte_nás napíšte_nám prosíme_kontaktujte ozvite_sa_nám zavolajte_nám
            zašlite_nám pošlite_nám obráťte_sa_na prosíme_o
            súkromnej_správy do_správy
            """,
            .signature: """
            s_pozdravom s_úctou váš_tím tím
            tím_starostlivosti starostlivosť_o_zákazníkov zákaznícky_servis
            """,
            .yours: """
            vašu_recenziu vaše_hodnotenie vašu_spätnú vašej_objednávky
            vašu_reklamáciu vaša_reklamácia s_vami vašu_objednávku
            """,
        ],
        customer: """
            ja mňa mi mne môj moja moje som kúpil kúpila objednal objednala čakám dostal
            dostala
            """,
        company: """
            my nás nám nami náš naša naše naši sme
            """,
        obscured: "kurva piča debil hovno kokot")
}
