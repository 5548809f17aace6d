/// The words of dates in the Germanic languages of the first markets; English comes first, as the one that is
/// trusted where nothing else is known.

extension DateWords {
    static let germanic = [
        DateLanguage(
            "en",
            """
            m1 jan january
            m2 feb february febr
            m3 mar march
            m4 apr april
            m5 may
            m6 jun june
            m7 jul july
            m8 aug august
            m9 sep sept september
            m10 oct october
            m11 nov november
            m12 dec december
            changed edited updated modified last_edited last_updated last_modified
            w1 mon monday mo mondays
            w2 tue tues tuesday tu
            w3 wed weds wednesday we
            w4 thu thur thurs thursday th
            w5 fri friday fr
            w6 sat saturday sa
            w7 sun sunday su
            second s sec secs second seconds
            minute m min mins minute minutes
            hour h hr hrs hour hours
            day d day days
            week w wk wks week weeks
            month mo mos mth mths mnth month months
            year y yr yrs year years
            10*year decade decades
            100*year century centuries
            2*week fortnight
            0 today tonight till_date to_date
            -1 yesterday yday last_night
            -2 day_before_yesterday before_yesterday
            1 tomorrow tmrw
            2 day_after_tomorrow after_tomorrow
            now now just_now right_now moments_ago a_moment_ago few_seconds_ago a_few_seconds_ago
            ago ago before earlier just_now moments_ago a_moment_ago few_seconds_ago a_few_seconds_ago
            in in
            later later from_now hence after
            last last past previous
            next next upcoming coming
            this this current
            am am
            pm pm in_the_afternoon in_the_evening at_night
            noon noon midday
            midnight midnight
            at at
            of on of the th st nd rd from by time about around approximately approx over almost nearly less than more and date since local
            said posted published added created written reviewed review commented edited updated modified replied submitted dated visited experience purchased answered asked reported joined last_edited last_updated last_modified date_published date_of_experience date_posted publish_date posted_on published_on
            clock h
            other out set art
            #0.5 half half_an half_a
            #1 a an one
            #2 two couple couple_of
            #3 three few
            #4 four
            #5 five
            #6 six
            #7 seven
            #8 eight
            #9 nine
            #10 ten
            #11 eleven
            #12 twelve
            #15 fifteen
            #20 twenty
            #30 thirty
            #40 forty
            #50 fifty
            z0 utc gmt z wet
            z1 cet bst met west
            z2 cest eet sast mest
            z3 msk eest trt
            z4 gst
            z5 pkt
            z5.5 ist
            z7 wib
            z8 sgt hkt awst
            z9 jst kst
            z10 aest
            z11 aedt
            z12 nzst
            z13 nzdt
            z-3 brt art
            z-4 edt ast
            z-5 est cdt
            z-6 cst mdt
            z-7 mst pdt
            z-8 pst akdt
            z-9 akst
            z-10 hst
            """),
        DateLanguage(
            "de",
            """
            m1 jan jän januar jänner jaenner januars
            m2 feb febr februar feber
            m3 mär mrz mar märz maerz maer
            m4 apr april
            m5 mai
            m6 jun juni
            m7 jul juli
            m8 aug august
            m9 sep sept september
            m10 okt oktober
            m11 nov november
            m12 dez dezember
            changed aktualisiert bearbeitet geändert
            w1 mo mon montag montags
            w2 di die dienstag dienstags
            w3 mi mit mittwoch mittwochs
            w4 do don donnerstag donnerstags
            w5 fr fre freitag freitags
            w6 sa sam samstag sonnabend samstags
            w7 so son sonntag sonntags
            second s sek sekunde sekunden
            minute m min minute minuten
            hour h std stunde stunden
            day tag tage tagen tages tg d
            week woche wochen wo w
            month monat monate monaten monats
            year jahr jahre jahren jahres j
            10*year jahrzehnt jahrzehnte jahrzehnten dekade
            0.5*hour halbe_stunde halben_stunde
            0 heute heutigen
            -1 gestern
            -2 vorgestern
            1 morgen
            2 übermorgen
            now jetzt gerade_eben soeben eben gerade vor_kurzem vor_wenigen_sekunden
            ago vor her gerade_eben soeben vor_kurzem vor_wenigen_sekunden
            in in im
            later später
            last letzte letzten letzter letztes vergangene vergangenen vergangener vergangenes vorige vorigen voriger voriges
            next nächste nächsten nächster nächstes kommende kommenden
            this diese diesen dieser dieses
            pm nachmittags abends
            am morgens vormittags
            noon mittag mittags
            midnight mitternacht
            at um gegen
            of am den der das des vom von und ca etwa circa ungefähr über weniger als rund an dem
            said geschrieben verfasst veröffentlicht erstellt bewertet gepostet hinzugefügt aktualisiert bearbeitet geändert zuletzt datum stand publiziert besucht erfahrung rezension beitrag verifiziert eingestellt kommentiert abgegeben beantwortet
            clock uhr h
            #0.5 halben halbe halbes
            #1 ein eine einem einer einen eines
            #1.5 anderthalb eineinhalb
            #2 zwei paar
            #3 drei wenigen einigen
            #4 vier
            #5 fünf fuenf
            #6 sechs
            #7 sieben
            #8 acht
            #9 neun
            #10 zehn
            #11 elf
            #12 zwölf
            #20 zwanzig
            #30 dreißig
            z1 mez
            z2 mesz
            """),
    ]

    static let dutch =
        DateLanguage(
            "nl af fy",
            """
            m1 jan januari januarie
            m2 feb februari februarie
            m3 mrt maart mar
            m4 apr april
            m5 mei
            m6 jun juni junie
            m7 jul juli julie
            m8 aug augustus
            m9 sep sept september
            m10 okt oktober
            m11 nov november
            m12 dec december des desember
            changed bewerkt gewijzigd bijgewerkt
            w1 ma maa maandag
            w2 di din dinsdag dinsdae
            w3 wo woe woensdag
            w4 do don donderdag
            w5 vr vrij vrijdag vrydag
            w6 za zat zaterdag saterdag
            w7 zo zon zondag sondag
            second s sec seconde seconden sekonde sekondes sek
            minute m min minuut minuten minute minuutje
            hour u uur uren uurtje ure
            day d dag dagen dgn dgen dae deien
            week w week weken wkn wk weke
            month maand maanden mnd maande moanne moannen
            year j jaar jaren jr
            10*year decennium decennia
            0 vandaag vanavond vanmorgen vanmiddag vanochtend
            -1 gisteren gister gisteravond
            -2 eergisteren eergister
            1 morgen
            2 overmorgen
            now nu zojuist zonet daarnet net
            ago geleden gelede terug zojuist zonet daarnet lyn
            in over in binnen oor oer
            later later
            last vorige vorig afgelopen laatste verlede verleden
            next volgende volgend komende
            this deze dit
            noon middag
            midnight middernacht
            am voormiddag
            pm namiddag
            at om
            of op de het van den en ongeveer circa ca ruim meer minder dan bijna
            said geplaatst gepubliceerd geschreven beoordeeld toegevoegd bewerkt gewijzigd bijgewerkt laatst datum gepost gereageerd beoordeling ingezonden aangemaakt bezocht
            clock u uur h
            #0.5 half halve
            #1 een één 'n
            #1.5 anderhalf anderhalve
            #2 twee paar
            #3 drie
            #4 vier
            #5 vijf
            #6 zes
            #7 zeven
            #8 acht
            #9 negen
            #10 tien
            """)
}
