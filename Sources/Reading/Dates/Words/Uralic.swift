/// The words of dates in Hungarian, Finnish and Estonian.

extension DateWords {
    static let uralic = [
        DateLanguage(
            "hu",
            """
            m1 jan január* januári
            m2 feb febr február*
            m3 már márc március*
            m4 ápr április*
            m5 máj május*
            m6 jún június*
            m7 júl július*
            m8 aug augusztus*
            m9 sze szep szept szeptember*
            m10 okt október*
            m11 nov november*
            m12 dec december*
            changed frissítve módosítva szerkesztve
            w1 hétfő hétfőn
            w2 kedd kedden
            w3 szerda szerdán
            w4 csütörtök csütörtökön csüt
            w5 péntek pénteken
            w6 szombat szombaton
            w7 vasárnap
            second mp másodperc másodperce másodperccel
            minute p perc perce perccel percekkel
            hour ó óra órája órával órákkal
            day nap napja nappal napokkal
            week hét hete héttel héten
            month hó hónap hónapja hónappal hónapban
            year év éve évvel évben esztendeje
            10*year évtized évtizede évtizeddel
            0.5*hour félóra fél_órája fél_órával
            0.5*year félév fél_éve fél_évvel
            0 ma mai
            -1 tegnap
            -2 tegnapelőtt
            1 holnap
            2 holnapután
            now most épp_most az_imént éppen_most pár_másodperce néhány_másodperce
            ago ezelőtt éve hete napja órája perce hónapja másodperce évtizede épp_most az_imént éppen_most pár_másodperce néhány_másodperce
            later múlva később
            last múlt elmúlt tavaly előző
            next jövő következő
            this ez ezen idei
            am de délelőtt reggel
            pm du délután este
            noon dél
            midnight éjfél éjfélkor
            of körülbelül kb több_mint mint a az és án én dikán ei i
            said közzétéve írta létrehozva feltöltve hozzáadva frissítve módosítva szerkesztve beküldve dátum értékelés utoljára publikálva megjelent
            clock h
            #0.5 fél
            #1 egy
            #1.5 másfél
            #2 két kettő pár
            #3 három néhány
            #4 négy
            #5 öt
            #6 hat
            #7 hét
            #8 nyolc
            #9 kilenc
            #10 tíz
            """),
        DateLanguage(
            "fi",
            """
            m1 tammi tammikuu* tammik
            m2 helmi helmikuu* helmik
            m3 maalis maaliskuu* maalisk
            m4 huhti huhtikuu* huhtik
            m5 touko toukokuu* toukok
            m6 kesä kesäkuu* kesäk
            m7 heinä heinäkuu* heinäk
            m8 elo elokuu* elok
            m9 syys syyskuu* syysk
            m10 loka lokakuu* lokak
            m11 marras marraskuu* marrask
            m12 joulu joulukuu* jouluk
            changed päivitetty muokattu
            w1 ma maanantai* maanantaina
            w2 ti tiistai*
            w3 ke keskiviikko* keskiviikkona
            w4 to torstai*
            w5 pe perjantai*
            w6 la lauantai*
            w7 su sunnuntai*
            second s sek sekunti sekuntia sekunnin sekuntti sekunttia
            minute min minuutti minuuttia minuutin
            hour t h tunti tuntia tunnin
            day pv pvä pvää päivä päivää päivän päivänä d
            week vk vko viikko viikkoa viikon viikolla
            month kk kuukausi kuukautta kuukauden kuussa
            year v vv vuosi vuotta vuoden vuonna
            10*year vuosikymmen vuosikymmentä
            0.5*hour puoli_tuntia
            0.5*year puoli_vuotta
            0 tänään
            -1 eilen
            -2 toissapäivänä
            1 huomenna
            2 ylihuomenna
            now nyt juuri_nyt äsken hetki_sitten
            ago sitten juuri_nyt äsken hetki_sitten
            later päästä kuluttua myöhemmin
            last viime edellinen
            next ensi seuraava
            this tämä tässä tällä tänä
            -2*year toissa_vuonna
            am ap aamupäivällä
            pm ip iltapäivällä
            noon keskipäivällä
            midnight keskiyöllä
            at klo kello
            of noin ja n yli alle lähes
            said julkaistu kirjoitettu lisätty päivitetty muokattu lähetetty luotu arvosteltu päivämäärä vierailtu
            #0.5 puoli
            #1 yksi
            #2 kaksi
            #3 kolme muutama
            """),
        DateLanguage(
            "et",
            """
            m1 jaan jaanuar jaanuaril
            m2 veebr veebruar
            m3 märts
            m4 apr aprill
            m5 mai
            m6 juuni
            m7 juuli
            m8 aug august
            m9 sept september
            m10 okt oktoober
            m11 nov november
            m12 dets detsember
            w1 e esmaspäev*
            w2 teisipäev*
            w3 kolmapäev*
            w4 neljapäev*
            w5 reede*
            w6 laupäev*
            w7 pühapäev*
            second s sek sekund sekundi sekundit
            minute m min minut minuti minutit
            hour t tund tunni tundi
            day p päev päeva päevad
            week näd nädal nädala nädalat
            month k kuu kuud
            year a aasta aastat
            0 täna
            -1 eile
            -2 üleeile
            1 homme
            2 ülehomme
            now praegu äsja
            ago tagasi eest äsja
            later pärast
            last eelmine eelmisel
            next järgmine järgmisel
            this see sel
            at kell
            of ja umbes
            said avaldatud lisatud postitatud kirjutatud loodud muudetud kuupäev
            #1 üks ühe
            #2 kaks kahe
            #3 kolm kolme
            """),
    ]
}
