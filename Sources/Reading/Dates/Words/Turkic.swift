/// The words of dates in Turkish, Azerbaijani, Kazakh and Uzbek.

extension DateWords {
    static let turkic = [
        DateLanguage(
            "tr",
            """
            m1 oca ock ocak
            m2 şub şubat
            m3 mar mrt mart
            m4 nis nisan ni
            m5 may mayıs
            m6 haz haziran
            m7 tem temmuz
            m8 ağu ağustos
            m9 eyl eylül
            m10 eki ekim
            m11 kas kasım
            m12 ara aralık
            changed güncellendi güncelleme düzenlendi
            w1 pzt pazartesi
            w2 sal salı
            w3 çar çarşamba
            w4 per perşembe
            w5 cum cuma
            w6 cmt cumartesi
            w7 paz pazar
            second sn saniye
            minute dk dak dakika
            hour sa saat
            day gün gg
            week hft hafta
            month ay
            year yıl sene
            0.5*hour yarım_saat
            0 bugün
            -1 dün
            -2 evvelsi_gün önceki_gün
            1 yarın
            now şimdi az_önce biraz_önce şu_an
            ago önce evvel az_önce biraz_önce
            later sonra içinde içerisinde
            last geçen geçtiğimiz son
            next gelecek önümüzdeki
            this bu
            am öö sabah
            pm ös akşam
            noon öğlen
            midnight gece_yarısı
            at saat
            of yaklaşık ve tarihinde de da te ta günü
            said yayınlanma yayınlandı yayın eklendi ekleme yazıldı güncellendi güncelleme düzenlendi oluşturuldu paylaşıldı yorum tarih tarihi gönderildi
            #0.5 yarım
            #1 bir
            #1.5 bir_buçuk
            #2 iki birkaç
            #3 üç
            #4 dört
            #5 beş
            #6 altı
            #7 yedi
            #8 sekiz
            #9 dokuz
            #10 on
            """),
        DateLanguage(
            "az",
            """
            m1 yan yanvar
            m2 fev fevral
            m3 mar mart
            m4 apr aprel
            m5 may
            m6 iyn iyun
            m7 iyl iyul
            m8 avq avqust
            m9 sen sentyabr
            m10 okt oktyabr
            m11 noy noyabr
            m12 dek dekabr
            w1 bazar_ertəsi
            w2 çərşənbə_axşamı
            w3 çərşənbə
            w4 cümə_axşamı
            w5 cümə
            w6 şənbə
            w7 bazar
            second saniyə
            minute dəqiqə dəq
            hour saat
            day gün
            week həftə
            month ay
            year il
            0 bugün
            -1 dünən
            1 sabah
            now indi
            ago əvvəl öncə
            later sonra ərzində
            last keçən
            next gələn
            this bu
            #1 bir
            """),
        DateLanguage(
            "kk",
            """
            m1 қаң қаңтар
            m2 ақп ақпан
            m3 нау наурыз
            m4 сәу сәуір
            m5 мам мамыр
            m6 мау маусым
            m7 шіл шілде
            m8 там тамыз
            m9 қыр қыркүйек
            m10 қаз қазан
            m11 қар қараша
            m12 жел желтоқсан
            w1 дс дүйсенбі
            w2 сс сейсенбі
            w3 ср сәрсенбі
            w4 бс бейсенбі
            w5 жм жұма
            w6 сб сенбі
            w7 жс жексенбі
            second сек секунд секундтан
            minute мин минут минуттан
            hour сағ сағат сағаттан
            day күн күннен
            week апта аптадан
            month ай айдан
            year жыл жылдан ж
            0 бүгін
            -1 кеше
            1 ертең
            now қазір
            ago бұрын
            later кейін
            last өткен
            next келесі
            this осы
            """),
        DateLanguage(
            "uz",
            """
            m1 yan yanvar янв январ
            m2 fev fevral фев феврал
            m3 mar mart мар март
            m4 apr aprel апр апрел
            m5 may май
            m6 iyn iyun июн
            m7 iyl iyul июл
            m8 avg avgust авг август
            m9 sen sentabr сен сентябр
            m10 okt oktabr окт октябр
            m11 noy noyabr ноя ноябр
            m12 dek dekabr дек декабр
            w1 dush dushanba душанба
            w2 sesh seshanba сешанба
            w3 chor chorshanba чоршанба
            w4 pay payshanba пайшанба
            w5 jum juma жума
            w6 shan shanba шанба
            w7 yak yakshanba якшанба
            second soniya soniyadan сония сониядан
            minute daqiqa daqiqadan дақиқа дақиқадан
            hour soat soatdan соат соатдан
            day kun kundan кун кундан
            week hafta haftadan ҳафта ҳафтадан
            month oy oydan ой ойдан
            year yil yildan йил йилдан
            0 bugun бугун
            -1 kecha кеча
            1 ertaga эртага
            now hozir ҳозир
            ago oldin avval олдин аввал
            later keyin so'ng кейин сўнг
            last o'tgan ўтган
            next keyingi кейинги
            this bu бу
            am to
            pm tk
            """),
    ]
}
