/// The words of dates in Polish, Czech and Slovak.

extension DateWords {
    static let westSlavic = [
        DateLanguage(
            "pl",
            """
            m1 sty stycz styczeń stycznia styczniu styczniem
            m2 lut luty lutego lutym
            m3 mar marz marzec marca marcu marcem
            m4 kwi kwie kwiec kwiecień kwietnia kwietniu kwietn
            m5 maj maja maju majem
            m6 cze czer czerw czerwiec czerwca czerwcu
            m7 lip lipiec lipca lipcu
            m8 sie sier sierp sierpień sierpnia sierpniu
            m9 wrz wrze wrzes wrzesień września wrześniu
            m10 paź paźdz paźdź październik października październiku
            m11 lis list listop listopad listopada listopadzie
            m12 gru grud grudz grudzień grudnia grudniu
            changed zaktualizowano aktualizacja aktualizowano edytowano edytowany zmieniono zmodyfikowano modyfikacja ostatnia_edycja
            w1 pn pon poniedz poniedziałek poniedziałku poniedziałki
            w2 wt wto wtorek wtorku wtorki
            w3 śr śro środa środę środy środowy
            w4 czw czwartek czwartku cz
            w5 pt pią piątek piątku
            w6 sob so sobota sobotę soboty
            w7 nd niedz nie niedziela niedzielę niedzieli ndz
            second s sek sekunda sekundę sekundy sekund
            minute m min minuta minutę minuty minut minutkę minutek
            hour h g godz godzina godzinę godziny godzin godzinkę
            day d dzień dni dniu dniem dnia dniach
            week t tyg tydz tydzień tygodnie tygodni tygodniu tygodnia tygodniem
            month m-c mies miesiąc miesiące miesięcy miesiąca miesiącu miesiącem msc mc
            year r rok lata lat roku rokiem latach roczek
            10*year dekada dekady dekad dekadę
            0.5*year pół_roku półroku
            0.5*hour pół_godziny półgodziny
            1.5*year półtora_roku
            1.5*hour półtorej_godziny
            24*hour doba dobę
            2*day dwa_dni
            0 dziś dzisiaj dzis dzisiejszy dzień_dzisiejszy
            -1 wczoraj wczorajszy
            -2 przedwczoraj
            1 jutro
            2 pojutrze
            now teraz przed_chwilą chwilę_temu przed_momentem właśnie w_tej_chwili kilka_sekund_temu parę_sekund_temu moment_temu
            ago temu przed wstecz przed_chwilą chwilę_temu przed_momentem kilka_sekund_temu parę_sekund_temu moment_temu
            in za
            later później
            last zeszły zeszłym zeszłego zeszła zeszłej zeszłą ubiegły ubiegłym ubiegłego ubiegłej ubiegła ubiegłą ostatni ostatnim ostatniego ostatnia ostatniej ostatnią poprzedni poprzednim poprzedniego poprzedniej miniony minionym minionej
            next następny następnym następnego następnej przyszły przyszłym przyszłego przyszłej
            this ten ta to tym tej tego bieżący bieżącym bieżącego
            am rano
            pm po_południu wieczorem
            noon południe w_południe południu
            midnight północ o_północy północy
            at o godz godzina godzinie g ok
            of w we z ze dnia dn i oraz około ponad niecałe niecały prawie mniej niż więcej od na br
            said dodano dodany dodana dodane opublikowano opublikowany opublikowana opublikowane utworzono napisano napisany napisana data zamieszczono wysłano wystawiono wystawiona zaktualizowano aktualizacja aktualizowano edytowano edytowany ostatnio zmieniono zmodyfikowano modyfikacja data_dodania data_publikacji publikacja zakupiono zakup opinia recenzja odpowiedź wizyta wizyty komentarz post wpis stan_na ostatnia_edycja data_wystawienia data_wizyty data_zakupu
            #0.5 pół
            #1 jeden jedna jedną jednego
            #1.5 półtora półtorej
            #2 dwa dwie dwóch parę
            #3 trzy trzech kilka kilku
            #4 cztery
            #5 pięć
            #6 sześć
            #7 siedem
            #8 osiem
            #9 dziewięć
            #10 dziesięć
            #11 jedenaście
            #12 dwanaście
            #15 piętnaście
            #20 dwadzieścia
            #30 trzydzieści
            """),
        DateLanguage(
            "cs",
            """
            m1 led leden ledna lednu
            m2 úno úr únor února únoru unr
            m3 bře břez březen března březnu
            m4 dub duben dubna dubnu
            m5 kvě květ květen května květnu
            m6 čer čvn červ červen června červnu
            m7 čvc červenec července červenci čec črc
            m8 srp srpen srpna srpnu
            m9 zář září
            m10 říj říjen října říjnu
            m11 lis list listopad listopadu
            m12 pro pros prosinec prosince prosinci
            changed upraveno aktualizováno změněno
            w1 po pon pond pondělí pondělek
            w2 út úte úterý
            w3 st stř středa středu středy
            w4 čt čtv čtvrtek čtvrtka
            w5 pá pát pátek pátku
            w6 so sob sobota sobotu soboty
            w7 ne ned neděle neděli
            second s sek sekunda sekundu sekundy sekund sekundou sekundami vteřina vteřinu vteřiny vteřin vteřinou vteřinami
            minute m min minuta minutu minuty minut minutou minutami
            hour h hod hodina hodinu hodiny hodin hodinou hodinami
            day d den dny dní dnu dnem dnů dnech dni
            week týd týden týdny týdnů týdnu týdnem
            month měs měsíc měsíce měsíců měsícem měsíci
            year r rok roky roku let lety rokem léta roků
            10*year dekáda dekádou desetiletí
            0.5*year půl_roku půlrok půlrokem
            0.5*hour půl_hodiny půlhodinou půlhodina
            0 dnes dneska dnešní
            -1 včera
            -2 předevčírem
            1 zítra
            2 pozítří
            now teď nyní právě před_chvílí před_okamžikem před_několika_sekundami právě_teď
            ago před zpět zpátky před_chvílí před_okamžikem před_několika_sekundami právě_teď
            in za
            later později
            last minulý minulého minulém minulou minulá minulé loňský loni předchozí posledni uplynulý
            next příští příštího
            this tento toto tuto tato tomto tohoto
            am ráno dopoledne dop
            pm odpoledne večer odp
            noon poledne v_poledne
            midnight půlnoc půlnoci
            at v ve o hod
            of dne z ze ke a asi přibližně cca zhruba okolo necelý necelou méně než více od na téměř
            said přidáno přidal přidala vloženo vydáno publikováno zveřejněno napsáno napsal vytvořeno odesláno upraveno aktualizováno změněno datum naposledy hodnoceno ověřeno zapsáno příspěvek recenze zakoupeno nakoupeno datum_přidání datum_vložení odpověď
            #0.5 půl
            #1 jeden jedna jednu jedním jednou jedné jedno
            #1.5 půldruhé
            #2 dva dvě dvěma dvou pár
            #3 tři třemi tří několik několika
            #4 čtyři čtyřmi
            #5 pět pěti
            #6 šest šesti
            #7 sedm sedmi
            #8 osm osmi
            #9 devět devíti
            #10 deset deseti
            #11 jedenáct jedenácti
            #12 dvanáct dvanácti
            #15 patnáct patnácti
            #20 dvacet dvaceti
            #30 třicet třiceti
            clock hod
            """),
        DateLanguage(
            "sk",
            """
            m1 jan január januára januári
            m2 feb február februára februári
            m3 mar marec marca marci
            m4 apr apríl apríla apríli
            m5 máj mája máji
            m6 jún júna júni
            m7 júl júla júli
            m8 aug august augusta auguste
            m9 sep sept september septembra septembri
            m10 okt október októbra októbri
            m11 nov november novembra novembri
            m12 dec december decembra decembri
            changed upravené aktualizované
            w1 po pon pondelok pondelka
            w2 ut uto utorok utorka
            w3 st str streda stredu stredy
            w4 št štv štvrtok štvrtka
            w5 pi pia piatok piatku piatka
            w6 so sob sobota sobotu soboty
            w7 ne ned nedeľa nedeľu nedele
            second s sek sekunda sekundu sekundy sekúnd sekundou sekundami
            minute m min minúta minútu minúty minút minútou minútami
            hour h hod hodina hodinu hodiny hodín hodinou hodinami
            day d deň dni dní dňom dňami dňa
            week týž týždeň týždne týždňov týždňom týždňami
            month mes mesiac mesiace mesiacov mesiacom mesiacmi mesiaca
            year r rok roky rokov rokom rokmi roku
            0.5*year pol_roka pol_rokom
            0.5*hour pol_hodiny pol_hodinou
            0 dnes dneska
            -1 včera
            -2 predvčerom
            1 zajtra
            2 pozajtra
            now teraz práve pred_chvíľou práve_teraz
            ago pred späť dozadu pred_chvíľou práve_teraz
            in o za
            later neskôr
            last minulý minulého minulom minulú minulá minulé posledný predošlý
            next budúci budúceho budúcu ďalší
            this tento tuto túto tomto toto
            am ráno dopoludnia predpoludním
            pm popoludní večer
            noon poludnie
            midnight polnoc polnoci
            at o hod
            of v vo dňa z zo a asi približne zhruba menej ako viac na od
            said pridané pridal pridala vložené zverejnené publikované napísané napísal vytvorené odoslané upravené aktualizované dátum naposledy hodnotené overené recenzia príspevok
            #0.5 pol
            #1 jeden jedna jednu jedným jednou jedného
            #2 dva dve dvoma dvomi pár
            #3 tri troma niekoľko niekoľkými
            #4 štyri štyrmi
            #5 päť piatimi
            #6 šesť
            #7 sedem
            #8 osem
            #9 deväť
            #10 desať
            clock hod
            """),
    ]
}
