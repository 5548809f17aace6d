/// The words of dates in Greek, Albanian, Catalan, Basque, Irish, Georgian and Armenian.

extension DateWords {
    static let balkan = [
        DateLanguage(
            "el",
            """
            m1 ιαν ιανουάριος ιανουαρίου
            m2 φεβ φεβρουάριος φεβρουαρίου
            m3 μαρ μάρ μάρτιος μαρτίου
            m4 απρ απρίλιος απριλίου
            m5 μαι μάι μαϊ μάιος μαΐου
            m6 ιουν ιούν ιούνιος ιουνίου
            m7 ιουλ ιούλ ιούλιος ιουλίου
            m8 αυγ αύγουστος αυγούστου
            m9 σεπ σεπτ σεπτέμβριος σεπτεμβρίου
            m10 οκτ οκτώβριος οκτωβρίου
            m11 νοε νοέμβριος νοεμβρίου
            m12 δεκ δεκέμβριος δεκεμβρίου
            changed ενημερώθηκε
            w1 δευ δευτέρα
            w2 τρί τρίτη
            w3 τετ τετάρτη
            w4 πεμ πέμπτη
            w5 παρ παρασκευή
            w6 σαβ σάββατο
            w7 κυρ κυριακή
            second δευτ δευτερόλεπτο δευτερόλεπτα δευτερολέπτων
            minute λεπτό λεπτά λεπτών
            hour ώρα ώρες ωρών
            day ημέρα ημέρες μέρα μέρες ημερών
            week εβδομάδα εβδομάδες εβδ
            month μήνας μήνα μήνες μηνών
            year έτος έτη χρόνο χρόνια χρόνος χρόνων
            0 σήμερα
            -1 χθες χτες εχθές
            -2 προχθές προχτές
            1 αύριο
            2 μεθαύριο
            now τώρα μόλις
            ago πριν πριν_από προ μόλις
            in σε
            later αργότερα
            last προηγούμενος προηγούμενη προηγούμενο περασμένος περασμένη περασμένο
            next επόμενος επόμενη επόμενο
            this αυτός αυτή αυτό
            am πμ
            pm μμ
            at στις
            of από και στις περίπου την του
            said δημοσιεύτηκε δημοσιεύθηκε δημοσίευση γράφτηκε ενημερώθηκε προστέθηκε ημερομηνία
            #1 ένας μία μια ένα έναν
            #2 δύο δυο
            #3 τρεις τρία μερικές
            """),
        DateLanguage(
            "sq",
            """
            m1 jan janar
            m2 shk shkurt
            m3 mar mars
            m4 pri prill
            m5 maj
            m6 qer qershor
            m7 kor korrik
            m8 gsh gusht
            m9 sht shtator
            m10 tet tetor
            m11 nën nëntor
            m12 dhj dhjetor
            w1 hën hënë
            w2 mar martë
            w3 mër mërkurë
            w4 enj enjte
            w5 pre premte
            w6 sht shtunë
            w7 die diel
            second sekondë sekonda
            minute min minutë minuta
            hour orë ora
            day ditë ditësh
            week javë
            month muaj muajsh
            year vit vjet vite
            0 sot
            -1 dje
            1 nesër
            ago më_parë
            in pas
            last kaluar
            am e_paradites paradite
            pm e_pasdites pasdite
            of e
            """),
    ]

    static let minor = [
        DateLanguage(
            "ca",
            """
            m1 gen gener
            m2 feb febrer
            m3 març
            m4 abr abril d'abril
            m5 maig
            m6 juny
            m7 jul juliol
            m8 ag agost d'agost
            m9 set setembre
            m10 oct octubre d'octubre
            m11 nov novembre
            m12 des desembre
            w1 dl dilluns
            w2 dt dimarts
            w3 dc dimecres
            w4 dj dijous
            w5 dv divendres
            w6 ds dissabte
            w7 dg diumenge
            second s segon segons
            minute min minut minuts
            hour h hora hores
            day dia dies
            week setm setmana setmanes
            month mes mesos
            year any anys
            0 avui
            -1 ahir
            -2 abans-d'ahir despús-ahir
            1 demà
            2 demà_passat
            ago fa
            in en d'aquí_a d'aquí
            last passat passada
            next vinent proper propera
            at a_les
            of de d' del el la i
            said publicat escrit
            #1 un una
            #2 dos dues
            """),
        DateLanguage(
            "eu",
            """
            m1 urt urtarril*
            m2 ots otsail*
            m3 martxo*
            m4 api apiril*
            m5 maiatz*
            m6 ekain*
            m7 uzt uztail*
            m8 abuztu*
            m9 irail*
            m10 urri*
            m11 aza azaro*
            m12 abe abendu*
            second segundo
            minute minutu
            hour ordu
            day egun
            week aste
            month hilabete
            year urte
            0 gaur
            -1 atzo
            1 bihar
            ago duela
            later barru
            """),
        DateLanguage(
            "ga gd",
            """
            m1 ean eanáir
            m2 feabh feabhra
            m3 márta
            m4 aib aibreán
            m5 beal bealtaine
            m6 meith meitheamh
            m7 iúil
            m8 lún lúnasa
            m9 mfómh
            m10 dfómh
            m11 samh samhain
            m12 noll nollaig
            w1 luan
            w2 máirt
            w3 céadaoin
            w4 déardaoin
            w5 aoine
            w6 satharn
            w7 domhnach
            second soicind diog
            minute nóiméad mionaid mhionaid
            hour uair uairean uair_an_chloig
            day lá latha
            week seachtain scht seachdain
            month mí mìos
            year bliain bliadhna
            0 inniu
            -1 inné
            1 amárach
            ago ó_shin air_ais
            in i_gceann an_ceann
            of dé
            """),
        DateLanguage(
            "ka",
            """
            m1 იან იანვარი
            m2 თებ თებერვალი
            m3 მარ მარტი
            m4 აპრ აპრილი
            m5 მაი მაისი
            m6 ივნ ივნისი
            m7 ივლ ივლისი
            m8 აგვ აგვისტო
            m9 სექ სექტემბერი
            m10 ოქტ ოქტომბერი
            m11 ნოე ნოემბერი
            m12 დეკ დეკემბერი
            w1 ორშაბათი
            w2 სამშაბათი
            w3 ოთხშაბათი
            w4 ხუთშაბათი
            w5 პარასკევი
            w6 შაბათი
            w7 კვირა
            second წამი წამის წამში
            minute წუთი წუთის წუთში
            hour საათი საათის საათში
            day დღე დღის დღეში
            week კვირა კვირის კვირაში
            month თვე თვის თვეში
            year წ წელი წლის წელს
            0 დღეს
            -1 გუშინ
            1 ხვალ
            ago წინ
            later საათში კვირაში თვეში დღეში წუთში
            #1 ერთი ერთ
            """),
        DateLanguage(
            "hy",
            """
            m1 հունվար հունվարի հնվ
            m2 փետրվար փետրվարի փտվ
            m3 մարտ մարտի
            m4 ապրիլ ապրիլի
            m5 մայիս մայիսի
            m6 հունիս հունիսի
            m7 հուլիս հուլիսի
            m8 օգոստոս օգոստոսի
            m9 սեպտեմբեր սեպտեմբերի
            m10 հոկտեմբեր հոկտեմբերի
            m11 նոյեմբեր նոյեմբերի
            m12 դեկտեմբեր դեկտեմբերի
            second վայրկյան
            minute րոպե ր
            hour ժամ
            day օր
            week շաբաթ
            month ամիս
            year տարի
            0 այսօր
            -1 երեկ
            1 վաղը
            ago առաջ
            later անց
            """),
    ]
}
