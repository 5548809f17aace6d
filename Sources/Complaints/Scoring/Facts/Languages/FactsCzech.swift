/// The words by which complaints in Czech are sorted; see `FactSource` for the notation.
extension FactSource {
    static let czech = FactSource(
        language: "cs",
        tone: .czech, claim: .czech, denial: .czech, threat: .czech, turn: .czech,
        negators: "ne není nejsou nemá nikdy bez žádný žádná žádné nechci ani nic",
        topics: [
            .product: """
            ^výrob* ^zboží ^kvalit* ^vadn* ^rozbi* ^reklamovan*_kus ^nekvalitn* ^porouch*
            kabel* baterie baterii displej* zvuk* plast* levn* konektor* sluchátk* telefon*
            materiál* šroub* provedení chuť jídlo jídla porce špunt* design* basy těžk*
            velk* hlučn* návod* přístroj* zařízení notebook* pračk* bot* náušník* ~kus
            ~držák ~části ~části ~tlačítk* ~cestovní ~životnost praská praskl* láme spáleni*
            funkč* nepoužiteln* obal ~vydrží ~koncovk* ~nastavení ~redukc*
            """,
            .delivery: """
            ^doručen* ^doruč* dodán* ^dodací* ^dodávk* ^balík* ^zásilk* ^kurýr* ^dopravc*
            ^doprav* ^ppl ^zásilkovn* ^české_pošt* pošt* odeslán* ~objednávk* ~nedoraz*
            ~dorazil*
            """,
            .service: """
            ^zákaznick*_servis* ^zákaznick*_lin* ^zákaznick*_podpor* ^infolink* ^podpor*
            ^obsluh* ^komunikac* ^vyřízení odpověd* odpověď čekán* fronta frontě dovolat
            ~servis ~linka ~prodejn* ~pobočk* výpadek výpadk* signál internet
            """,
            .staff: """
            ^personál* ^prodavač* ^zaměstnan* ^pracovni* ^vedoucí* ^nepříjemn* ^neochot*
            ^arogan* ^drz* ^číšni* ^pokladní* ^recepc* ^doktor* ^lékař* ^sestr* ^řidič*
            technik* operátor* ~pán ~paní
            """,
            .price: """
            ^cena ^ceny ^cenu ^ceně ^cenou ^drah* ^předražen* ^poplat* ^účtov* ^faktur*
            ^naúčtov* ^zdražen* platb* zaplat* ~peníze ~peněz ~kč ~korun ~sleva ~slevy
            ~naklad* ~levnější
            """,
            .refund: """
            ^vrácení_peněz ^vrátit_peníze ^vrátili_peníze ^vrátit_zboží ^odstoupení
            ^odškodn* ^refund* ^kompenzac* ^vrácení vrátit vráceno vratk*
            """,
            .warranty: """
            ^reklamac* ^reklamov* ^záruk* ^záručn* ^oprav* ^výměn* ^servisní* servisu vyměn*
            """,
            .app: """
            ^aplikac* ^web ^webu ^webové ^stránk* ^přihlá* ^hesl* ^eshop* ^e+shop*
            ^internetové_bankovnictví účet účtu aktualizac* software ovladač* program*
            ~server ~chyb*
            """,
            .privacy: """
            ^osobní_údaj* ^osobních_údaj* ^gdpr ^spam* ^únik_dat ^moje_údaje
            ^bez_mého_souhlasu newsletter*
            """,
        ],
        causes: [
            .leftAlone: """
            krčí_rameny nereagují neukázal
            ^neodpov* ^nikdo_neodpov* ^bez_odpovědi ^žádná_odpověď ^nikdo_nezved* ^nezvedají
            ^nereagu* ^ignoru* ^nedovol* ^nedá_se_dovolat ^neozval* ^nechali_mě ^nepomohl*
            ^bez_reakce ^žádná_reakce mlčí nekomunik* nikdo_nepřišel
            """,
            .humiliated: """
            ^arogan* ^drz* ^urážk* ^urazil* ^ponižuj* ^ponížil* ^nevhodn*_chování ^sprost*
            ^křič* ^vulgárn* ^nepříjemn* ^hrub* ^neslušn* ^vysmál* ^povýšen* ^jako_s_hadrem
            ^neuctiv*
            ^otřesn*_servis ^otřesná_obsluha
            """,
            .notInformed: """
            ^neinform* ^bez_upozorn* ^neupozorn* ^nikdo_neřekl ^neřekl* ^bez_vysvětl*
            ^žádné_informace ^bez_informac* ^nesdělil* ^neoznámil* návod_chybí
            """,
            .notHeard: """
            ^neposlouch* ^je_jim_to_jedno ^nezájem ^odbyl* ^stejn*_odpověď ^ignorují_co
            ^automatick*_odpověď* ^nevyslechl* ^nezajím* kopírují
            """,
            .vaguePromise: """
            ^slíb* ^slib* ^přislíb* ^mělo_být ^měl_být ^měli_zavolat ^prý_zavolají
            ^stále_odklád*
            """,
            .blamedOnOthers: """
            ^svád* ^hází_vinu ^není_to_naše ^naše_vina ^posílají_mě ^odkazuj*_na ^přehazuj*
            ^vymlouv* ^výmluv* ^já_prý
            """,
            .productFault: """
            rozlepil* teče konvice_teče plesniv* červ_v vlas_v šváb* štěnic* studené_jídlo špinav* neteče
            ^nefung* ^vadn* ^chybn* ^rozbi* ^porouch* ^nejde ^nejdou ^přestal*_fungovat ^poškoz*
            ^závad* ^praskl* ^praská ^nekvalitn* ^nepoužiteln* ^nespolehliv* ^láme ^zlomil*
            ^odpad* ^utrh* ^vypadáv* ^nedrž* ^zasekáv* ^padá ^jednou_funguje odpojí neumí
            slabé slabší hučí šumí špatn* nepřenáš* nefunguj* odchází_po vyletne
            ^rozpadl* ^rozbil* ^zkažen* ^plesniv*
            """,
            .outage: """
            ^výpadek ^výpadk* ^nejde_internet ^nejde_proud ^bez_signálu ^bez_elektřiny
            ^neteče ^odstávk*
            """,
            .overcharged: """
            strhli_dvakrát strhli_mi strhli_z přihodili_mi
            ^předražen* ^naúčtov* ^dvakrát_strh* ^skryt*_poplat* ^neoprávněn* ^přeplat*
            ^moc_drah* vysoká_cena drahý
            """,
            .late: """
            nedorazil* nepřijel* nepřišel nepřišla hodinu_a_půl čekali_jsme
            ^zpožd* ^pozdě ^stále_nedoraz* ^nedoraz* ^nepřiš* ^nedoruč* ^čekám ^čekal*
            ^po_termínu ^dlouh*_čekání ^dosud_nedoraz* ^opožděn*
            """,
            .mistake: """
            popletli ztratili špatnou_velikost přes_plot půlka_objednávky
            ^špatný_kus ^jiné_zboží ^jiný_výrobek ^spletl* ^chybí ^chyběl* ^zapomněl*
            ^popletl* ^ztratil* ^omyl* ^nekompletn* ^poslali_jin*
            """,
            .misled: """
            ^podvod* ^lhal* ^lžou ^lež* ^klam* ^oklamal* ^neodpovíd*_popis* ^falešn*
            ^padělek ^zavádějíc* ^neodpovídá ^zloděj*
            """,
            .refused: """
            nechtějí_vrátit kauci_si_nechali
            ^odmít* ^zamít* ^neuzna* ^nevrátil* ^nechtějí_vrátit ^nechtěli
            ^zrušili_objednávku
            """,
            .blocked: """
            ^zablok* ^blokov* ^nemohu_se_přihlásit ^nemůžu_se_přihlásit ^zmrazi*
            ^nemám_přístup
            """,
        ],
        cues: [
            .legal: """
            soud soudu soudem soudní* žalob* zažaluj* právník* advokát* právní_cest*
            právní_krok* čoi obchodní_inspekc* ombudsman* ombudsmank* policie policii
            policií trestní_oznámení zákon zákona zákonem zákoník* občansk*_zákoník*
            spotřebitelsk* ochran*_spotřebitel* čnb čtú eru uoou dtest finanční_arbitr*
            finančnímu_arbitrovi paragraf* hygien*_stanic* předžalobní* chargeback*
            práva_spotřebitel*
            """,
            .media: """
            novin* televiz* redaktor* do_médií zveřejn*
            """,
            .refund: """
            vraťte_peníze vrátit_peníze vrácení_peněz chci_zpět_peníze peníze_zpět odškodn*
            kompenzac*
            """,
            .deadline: """
            do_zítřka do_zítra do_pondělí do_pátku do_středy do_neděle do_#_dnů do_#_dní
            do_konce_týdne do_týdne nejpozději_do termín_do do_večera
            """,
            .urgent: """
            naléhav* urgentn* okamžitě ihned co_nejdříve neprodleně spěchá
            """,
            .safety: """
            otrav* nemocnic* alergi* nebezpečn* popáleni* popálil* požár* hořel* výbuch*
            vybuchl* zásah_proudem úraz* zraněn* zranil* plíseň plísní zvrac* sanitk*
            salmonel*
            """,
            .swearing: """
            kurv* hovno hovna sráč* debil* idiot* blb* prdel* do_píči píč* zmrd* kretén*
            čurák* svin* srát stvat serou
            """,
            .brokenPromise: """
            slíbili slíbil slíbila slibovali přislíbili nedodrž* měli_zavolat měl_přijet
            """,
            .money: """
            ukradli zmizel*_peníze strhli_dvakrát zablokovan*_účet zablokovali_kartu
            zablokovali_účet mé_úspory výplat* neoprávněn*_platb*
            """,
            .vulnerable: """
            dítě dítěte dcer* syn syna těhotn* postižen* invalid* důchod* senior* babičk*
            miminko maminka_je
            """,
            .many: """
            všichni_sousedé celý_dům celá_ulice mnoho_zákazníků nejsem_sám nejsem_jediný
            desítky_lidí
            """,
            .repeated: """
            potřetí podruhé počtvrté třetí_reklamac* znovu opakovan* několikrát #_krát
            už_zase pokaždé mnohokrát
            """,
            .longSince: """
            už_měsíc už_týden #_týdn* #_měsíc* od_ledna od_února od_března od_dubna
            od_května od_června od_července od_srpna od_září od_října od_listopadu
            od_prosince přes_měsíc přes_týden před_měsícem
            """,
        ],
        praise: """
            bez_výhrad nemám_výhrad* žádné_výhrady není_co_vytknout není_si_na_co_stěžovat
            nemám_co_vytknout nic_co_by_se_dalo_vytknout bez_problémů nemůžu_si_stěžovat
            """,
        replies: [
            .heading: "odpověď",
            .salutation: """
            ^paní ^pane
            dobrý_den vážen* dobré_ráno zdravím milá milý
            """,
            .thanks: """
            děkujeme_za děkujeme_vám děkujeme těší_nás jsme_rádi
            moc_děkujeme
            """,
            .apology: """
            omlouváme_se mrzí_nás je_nám_líto omluvte_prosím přijměte_naši
            nás_mrzí
            """,
            .handling: """
            ^odpověď_majitele ^odpověď_provozovatele ^můžete_se_odvolat ^můžete_odvolat ^odvolat_se_lze
            ^proti_rozhodnutí ^o_výpadku_víme ^předpokládaný_konec ^jak_bylo_uvedeno ^ozveme_se
            ^zkontrolujte_prosím ^ověřte_ji_prosím byla_zamítnuta podle_sazebníku podle_obchodních
            byly_odeslány byla_odeslána porucha_byla služba_běží byla_odstraněna
            předali_jsme předáme prověříme zkontrolujeme snažíme_se budeme_se_snažit
            ozveme_se pracujeme_na rádi_bychom rádi_vám
            jsme_přijali vyřídíme jsme_odeslali pracovních_dnů naši_technici jsme_opravili nesouhlasíme
            budeme_rádi
            automatická_zpráva zadali_jsme budeme_informovat záruka_výrobce podíváme_se
            """,
            .invitation: """
            kontaktujte_nás napište_nám prosíme_kontaktujte ozvěte_se_nám zavolejte_nám
            zašlete_nám pošlete_nám prosím_napište obraťte_se_na prosíme_o na_naší_lince
            obraťte_se do_soukromé
            """,
            .signature: """
            s_pozdravem s_přáním váš_tým tým přejeme_hezký
            oddělení_péče péče_o_zákazníky vedoucí_pobočky tým_podpory
            """,
            .yours: """
            vaši_recenzi vaše_hodnocení vaši_zpětnou vaší_objednávky vaše_zkušenost vašeho
            vaši_reklamaci s_vámi
            """,
        ],
        customer: """
            já mě mi mně můj moje mou mojí jsem koupil koupila objednal objednala čekám
            dostal dostala
            """,
        company: """
            my nás nám námi náš naše naši našeho našich jsme
            """,
        obscured: "kurva píča debil hovno zmrd kokot prdel")
}
