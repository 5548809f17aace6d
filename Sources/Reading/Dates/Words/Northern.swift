/// The words of dates in Swedish, Danish, Norwegian, Icelandic, Lithuanian and Latvian.

extension DateWords {
    static let northern = [
        DateLanguage(
            "sv",
            """
            m1 jan januari
            m2 feb febr februari
            m3 mar mars
            m4 apr april
            m5 maj
            m6 jun juni
            m7 jul juli
            m8 aug augusti
            m9 sep sept september
            m10 okt oktober
            m11 nov november
            m12 dec december
            changed uppdaterad uppdaterat ändrad redigerad
            w1 mån må måndag måndags
            w2 tis ti tisdag
            w3 ons on onsdag
            w4 tors tor to torsdag
            w5 fre fr fredag
            w6 lör lö lördag
            w7 sön sö söndag
            second s sek sekund sekunder
            minute m min minut minuter
            hour h tim timme timmar timma
            day d dag dagar dygn
            week v vecka veckor veckan
            month mån månad månader månaden
            year å år året
            10*year årtionde decennium decennier
            0.5*hour halvtimme
            0 idag i_dag
            -1 igår i_går
            -2 förrgår i_förrgår
            1 imorgon i_morgon
            2 övermorgon i_övermorgon
            now nu just_nu nyss alldeles_nyss
            ago sedan sen nyss alldeles_nyss
            in om
            later senare
            last förra senaste
            next nästa
            this denna detta i_år
            am fm f.m. förmiddag
            pm em e.m. eftermiddag
            midnight midnatt
            at kl klockan
            of för den i och cirka ca ungefär på från av mindre än
            said publicerad publicerat skriven skrivet skrev postad inlagd uppdaterad uppdaterat ändrad redigerad recenserad datum skapad besökt omdöme
            #0.5 halv halvt
            #1 en ett
            #2 två par
            #3 tre några
            #4 fyra
            #5 fem
            #6 sex
            #7 sju
            #8 åtta
            #9 nio
            #10 tio
            """),
        DateLanguage(
            "da nb no nn",
            """
            m1 jan januar
            m2 feb februar
            m3 mar mars marts
            m4 apr april
            m5 maj mai
            m6 jun juni
            m7 jul juli
            m8 aug august
            m9 sep sept september
            m10 okt oktober
            m11 nov november
            m12 dec des december desember
            changed opdateret oppdatert ændret endret redigeret
            w1 man mandag måndag
            w2 tir tirs tirsdag tysdag ty
            w3 ons onsdag
            w4 tor tors torsdag
            w5 fre fredag
            w6 lør lau lørdag laurdag
            w7 søn søndag sundag
            second s sek sekund sekunder
            minute m min minut minutter minutt
            hour nalunaaquttap_akunnera h t time timer tim timar
            day d dag dage døgn ulloq_unnuarlu dager dagar
            week sapaatip_akunnera u uge uger uke uker veke veker
            month mdr md mnd måned måneder måneden månad månader
            year å år året
            10*year årti tiår
            0.5*hour halv_time
            0 i_dag idag
            -1 i_går igår
            -2 i_forgårs forgårs i_forgårs
            1 i_morgen imorgen i_morgon
            2 i_overmorgen
            now nu nå lige_nu akkurat_nå for_lidt_siden nettopp
            ago siden sidan lige_nu for_lidt_siden nettopp
            in om
            later senere
            last sidste forrige siste
            next næste neste
            this denne dette i_år
            am fm f.m. formiddag
            pm em e.m. eftermiddag ettermiddag
            midnight midnat midnatt
            at kl klokken
            of for den d og cirka ca omkring på fra av af mindre end enn
            said publiceret publisert skrevet oprettet opdateret oppdatert ændret endret redigeret anmeldt dato tilføjet lagt_ud besøgt anmeldelse
            #0.5 halv halvt
            #1 en et ei én
            #2 to par
            #3 tre noen nogle
            #4 fire
            #5 fem
            #6 seks
            #7 syv sju
            #8 otte åtte
            #9 ni
            #10 ti
            """),
        DateLanguage(
            "is fo",
            """
            m1 jan janúar
            m2 feb febrúar
            m3 mar mars
            m4 apr apríl
            m5 maí
            m6 jún júní
            m7 júl júlí
            m8 ágú ágúst
            m9 sep sept september
            m10 okt október
            m11 nóv nóvember
            m12 des desember
            w1 mán mánudagur mánudag
            w2 þri þriðjudagur þriðjudag
            w3 mið miðvikudagur
            w4 fim fimmtudagur
            w5 fös föstudagur
            w6 lau laugardagur
            w7 sun sunnudagur
            second sek sekúnda sekúndu sekúndum sekúndur
            minute mín minutt mínúta mínútu mínútum mínútur
            hour klst klukkustund klukkustundir klukkustundum tími tíma tímum tímar tími
            day dagar dagur degi dögum daga dag
            week vika viku vikum vikur vikuna
            month mán mánuður mánuði mánuðum mánuðir mánaður mánaðir
            year ár ári árum
            0 í_dag
            -1 í_gær
            1 á_morgun
            now núna
            ago fyrir síðan
            in eftir um
            last síðasta síðustu
            next næsta næstu
            this þessi þessa
            am fh
            pm eh
            at kl
            of og í á
            #1 einn ein eitt einum einni einu
            """),
        DateLanguage(
            "lt",
            """
            m1 sau saus sausis sausio
            m2 vas vasaris vasario
            m3 kov kovas kovo
            m4 bal balandis balandžio baland
            m5 geg gegužė gegužės
            m6 bir birž birželis birželio
            m7 lie liep liepa liepos
            m8 rgp rugp rugpjūtis rugpjūčio
            m9 rgs rugs rugsėjis rugsėjo
            m10 spa spal spalis spalio
            m11 lap lapkr lapkritis lapkričio
            m12 grd gruod gruodis gruodžio
            changed atnaujinta redaguota
            w1 pr pirmadienis pirmadienį
            w2 an antradienis antradienį
            w3 tr trečiadienis trečiadienį
            w4 kt ketvirtadienis ketvirtadienį
            w5 pn penktadienis penktadienį
            w6 št šeštadienis šeštadienį
            w7 sk sekmadienis sekmadienį
            second s sek sekundė sekundę sekundės sekundžių sekundes
            minute min minutė minutę minutės minučių minutes
            hour val h valanda valandą valandos valandų valandas
            day d dien diena dieną dienos dienų dienas
            week sav savaitė savaitę savaitės savaičių savaites
            month mėn mėnuo mėnesį mėnesio mėnesiai mėnesių mėnesius
            year m metai metus metų metais
            0 šiandien
            -1 vakar
            -2 užvakar
            1 rytoj
            2 poryt
            now dabar ką_tik
            ago prieš ką_tik
            in po už
            later vėliau
            last praėjęs praėjusį praėjusią praėjusiais praeitą praeitais
            next kitą kitais ateinantį
            this šis šį šią šiais
            at val
            of ir apie maždaug d
            said paskelbta parašyta įkelta pridėta sukurta atnaujinta redaguota publikuota data
            clock val
            #1 vienas vieną viena
            #2 du dvi
            #3 tris trys kelias kelis
            """),
        DateLanguage(
            "lv",
            """
            m1 jan janvāris janvārī janvāra
            m2 feb februāris februārī februāra
            m3 mar marts martā marta
            m4 apr aprīlis aprīlī aprīļa
            m5 mai maijs maijā maija
            m6 jūn jūnijs jūnijā jūnija
            m7 jūl jūlijs jūlijā jūlija
            m8 aug augusts augustā augusta
            m9 sep sept septembris septembrī septembra
            m10 okt oktobris oktobrī oktobra
            m11 nov novembris novembrī novembra
            m12 dec decembris decembrī decembra
            w1 pirmdiena pirmdien
            w2 otrdiena otrdien
            w3 trešdiena trešdien
            w4 ceturtdiena ceturtdien
            w5 piektdiena piektdien
            w6 sestdiena sestdien
            w7 svētdiena svētdien
            second s sek sekunde sekundes sekundēm sekundēs
            minute min minūte minūtes minūtēm minūtēs minūti
            hour st h stunda stundas stundām stundu
            day d diena dienas dienām dienu
            week ned nedēļa nedēļas nedēļām nedēļā nedēļu
            month mēn mēnesis mēneša mēnešiem mēneši mēnesī mēnesi
            year g gads gada gadiem gadi gadā gadu
            0 šodien
            -1 vakar
            -2 aizvakar
            1 rīt
            2 parīt
            now tagad tikko
            ago pirms tikko
            in pēc
            last pagājušajā pagājušais pagājušā pagājušo
            next nākamajā nākamais nākamā
            this šis šajā šogad
            at plkst
            of un apmēram aptuveni
            said publicēts publicēta pievienots rakstīts izveidots atjaunots datums
            #1 viens viena vienas
            #2 divi divas diviem divām
            #3 trīs
            """),
    ]
}
