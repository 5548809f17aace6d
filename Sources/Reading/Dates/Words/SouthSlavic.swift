/// The words of dates in Bulgarian, Macedonian, Croatian, Serbian and Bosnian (in both scripts), Slovene.

extension DateWords {
    static let southSlavic = [
        DateLanguage(
            "bg",
            """
            m1 ян яну януари
            m2 фев февр февруари
            m3 мар март
            m4 апр април
            m5 май
            m6 юни юн
            m7 юли юл
            m8 авг август
            m9 сеп септ септември
            m10 окт октомври
            m11 ное ноем ноември
            m12 дек декември
            changed обновено редактирано последна_промяна
            w1 пн пон понеделник
            w2 вт вто вторник
            w3 ср сря сряда
            w4 чт чет четв четвъртък
            w5 пт пет петък
            w6 сб съб събота
            w7 нд нед неделя
            second с сек секунда секунди
            minute м мин минута минути
            hour ч час часа часове
            day д ден дни дена
            week седм седмица седмици
            month мес месец месеца месеци
            year г год година години
            10*year десетилетие десетилетия
            0.5*hour половин_час
            0 днес
            -1 вчера снощи
            -2 онзи_ден завчера
            1 утре
            2 вдругиден
            now сега току-що преди_малко преди_секунди
            ago преди току-що преди_малко преди_секунди
            in след
            later по-късно
            last миналата миналия миналото минала миналият последната последния
            next следващата следващия следващото
            this тази този това
            am сутринта
            pm следобед вечерта
            noon обяд
            midnight полунощ
            at в във
            of на от и г-н около приблизително над под
            said публикувано публикувана публикуван добавено добавена написано създадено обновено редактирано дата последна_промяна отзив мнение коментар
            clock ч часа
            #0.5 половин
            #1 един една едно
            #2 два две двама няколко
            #3 три
            #4 четири
            #5 пет
            #6 шест
            #7 седем
            #8 осем
            #9 девет
            #10 десет
            """),
        DateLanguage(
            "mk",
            """
            m1 јан јануари
            m2 фев февруари
            m3 мар март
            m4 апр април
            m5 мај
            m6 јун јуни
            m7 јул јули
            m8 авг август
            m9 сеп септ септември
            m10 окт октомври
            m11 ное ноем ноември
            m12 дек декември
            w1 пон понеделник
            w2 вто вт вторник
            w3 сре ср среда
            w4 чет четврток
            w5 пет петок
            w6 саб сабота
            w7 нед недела
            second с сек секунда секунди
            minute мин минута минути
            hour ч час часа часови
            day д ден дена денови
            week сед седмица седмици недела_дена
            month мес месец месеци месеца
            year г год година години
            0 денес
            -1 вчера синоќа
            -2 завчера
            1 утре
            now сега штотуку
            ago пред штотуку
            in за
            last минатата минатиот минатото
            next следната следниот наредната
            this оваа овој
            am претпл претпладне
            pm попл попладне
            at во
            of на од и околу
            said објавено објавена напишано додадено
            #1 еден една едно
            """),
        DateLanguage(
            "hr bs sr sh bs-Latn",
            """
            m1 sij siječ siječanj siječnja siječnju jan januar januara januaru
            m2 velj veljača veljače veljači feb februar februara
            m3 ožu ožuj ožujak ožujka ožujku mar mart marta
            m4 tra trav travanj travnja travnju apr april aprila
            m5 svi svib svibanj svibnja svibnju maj maja
            m6 lip lipanj lipnja lipnju jun juni juna
            m7 srp srpanj srpnja srpnju jul juli jula
            m8 kol kolovoz kolovoza kolovozu avg aug avgust avgusta august augusta
            m9 ruj rujan rujna rujnu sep sept septembar septembra
            m10 lis list listopad listopada listopadu okt oktobar oktobra
            m11 stu stud studeni studenoga studenog studenom studenomu nov novembar novembra
            m12 pro pros prosinac prosinca prosincu dec decembar decembra
            changed ažurirano uređeno izmijenjeno
            w1 pon ponedjeljak ponedeljak ponedjeljka ponedeljka
            w2 uto utorak utorka
            w3 sri sre srijeda sreda srijedu sredu
            w4 čet četvrtak četvrtka
            w5 pet petak petka
            w6 sub subota subotu
            w7 ned nedjelja nedelja nedjelju nedelju
            second s sek sekunda sekundu sekunde sekundi
            minute m min minuta minutu minute minut
            hour h sat sata sati sat/a čas časa časova
            day d dan dana dani
            week tj tjed tjedan tjedna tjedana tjedni tjednu sed sedmica sedmicu sedmice nedelja nedelje nedelju nedjelju
            month mj mes mjesec mjeseca mjeseci mjesecu mesec meseca meseci
            year g god godina godinu godine godini
            10*year desetljeće desetljeća decenija
            0.5*hour pola_sata
            0.5*year pola_godine
            0 danas
            -1 jučer juče
            -2 prekjučer prekjuče
            1 sutra
            2 preksutra
            -2*year preklani
            now sada upravo maloprije malopre prije_nekoliko_sekundi
            ago prije pre upravo maloprije malopre prije_nekoliko_sekundi
            in za
            later kasnije
            last prošli prošle prošla prošlu prošlog prošlom prošloj prošlo protekli protekle
            next sljedeći sljedeće sljedeća sljedećeg sljedećem sljedećoj idući iduća iduće idućeg idućem idućoj sledeći sledeće sledećeg dogodine nagodinu
            this ovaj ova ovo ovu ove ovog
            1*year dogodine nagodinu
            am prijepodne prije_podne pre_podne ujutro
            pm popodne poslijepodne po_podne posle_podne navečer uveče
            noon podne
            midnight ponoć ponoći
            at u
            of i oko otprilike od na dana manje više
            said objavljeno objavljen objavio objavila dodano dodato napisano kreirano ažurirano uređeno izmijenjeno datum recenzija komentar postavljeno poslano
            clock h sati
            #0.5 pola
            #1 jedan jedna jednu jedno jednog
            #2 dva dvije dve par
            #3 tri nekoliko
            #4 četiri
            #5 pet
            #6 šest
            #7 sedam
            #8 osam
            #9 devet
            #10 deset
            """),
        DateLanguage(
            "sr-Cyrl bs-Cyrl",
            """
            m1 јан јануар јануара
            m2 феб фебруар фебруара
            m3 мар март марта
            m4 апр април априла
            m5 мај маја
            m6 јун јуни јуна
            m7 јул јули јула
            m8 авг август августа
            m9 сеп септ септембар септембра
            m10 окт октобар октобра
            m11 нов новембар новембра
            m12 дец децембар децембра
            w1 пон понедељак понедјељак
            w2 уто уторак
            w3 сре сри среда сриједа
            w4 чет четвртак
            w5 пет петак
            w6 суб субота суботу
            w7 нед недеља недјеља
            second с сек секунда секунду секунде секунди
            minute м мин минут минута минуту минуте
            hour ч сат сата сати час часа
            day д дан дана дани
            week нед недеља недеље недељу седм седмица седмице
            month мес месец месеца месеци мјесец мјесеца мјесеци
            year г год година годину године
            0 данас
            -1 јуче јучер
            -2 прекјуче
            1 сутра
            2 прекосутра
            now сада управо малопре
            ago пре прије управо малопре
            in за
            last прошли прошле прошла прошлог прошлу
            next следећи следеће следећег сљедећи сљедеће сљедећег
            this овај ова ово овог ове
            am пре_подне пријеподне прије_подне
            pm по_подне поподне послијеподне
            at у
            of и око од
            said објављено додато написано
            #1 један једна једну
            """),
        DateLanguage(
            "sl",
            """
            m1 jan januar januarja
            m2 feb februar februarja
            m3 mar marec marca
            m4 apr april aprila
            m5 maj maja
            m6 jun junij junija
            m7 jul julij julija
            m8 avg avgust avgusta
            m9 sep sept september septembra
            m10 okt oktober oktobra
            m11 nov november novembra
            m12 dec december decembra
            w1 pon ponedeljek
            w2 tor torek
            w3 sre sreda sredo
            w4 čet četrtek
            w5 pet petek
            w6 sob sobota soboto
            w7 ned nedelja nedeljo
            second s sek sekunda sekundo sekunde sekund sekundama sekundami
            minute m min minuta minuto minute minut minutama minutami
            hour h ura uro ure ur urama urami
            day d dan dni dneva dnevi dnevom dnevoma
            week ted teden tedna tedni tednov tednom tednoma
            month mes mesec meseca mesece mesecev mesecem mesecema meseci
            year l leto leta let letom leti letoma
            0 danes
            -1 včeraj
            -2 predvčerajšnjim
            1 jutri
            2 pojutrišnjem
            now zdaj pravkar ravnokar
            ago pred nazaj pravkar ravnokar
            in čez
            later kasneje
            last prejšnji prejšnji prejšnje prejšnjo pretekli zadnji lani
            next naslednji naslednje naslednje naslednjo
            this ta to tem
            am dopoldne dop
            pm popoldne pop
            noon opoldne
            midnight polnoči
            at ob
            of in dne na od približno okoli
            said objavljeno dodano napisano datum ustvarjeno
            #1 en eno enega eni enim
            #2 dva dve dvema
            #3 tri tremi
            """),
    ]
}
