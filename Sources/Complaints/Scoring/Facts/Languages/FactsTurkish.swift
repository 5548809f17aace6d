/// The words by which complaints in Turkish are sorted; see `FactSource` for the notation. Endings pile up
/// in Turkish, so most are beginnings of words.
extension FactSource {
    static let turkish = FactSource(
        language: "tr",
        tone: .turkish, claim: .turkish, denial: .turkish, threat: .turkish, turn: .turkish,
        negators: "değil yok hiç asla ne olmadan",
        topics: [
            .product: """
            ^ürün* ^kalite* ^bozuk* ^kırık* ^arızalı ^kusurlu ekran* batarya* pil telefon* ayakkabı* yemek* krem*
            """,
            .delivery: "^kargo* ^paket* ^teslim* ^kurye* ^gönderi* ~sipariş*",
            .service:
                "^müşteri_hizmet* ^destek ^çağrı_merkez* hizmet* hat cevap* internet* asansör* ~uçuş* ~tren*",
            .staff: "^personel* ^çalışan* ^kasiyer* ^garson* ^şoför* ^müdür* ^kaba* ^saygısız* görevli*",
            .price: "^ücret* ^fiyat* ^pahalı ^fatura* ^komisyon* ^aidat* ~lira",
            .refund: "^iade* ^para_iade* ^tazminat* ^geri_öde*",
            .warranty: "^garanti* ^tamir* ^servis* ^onar*",
            .app: "^uygulama* ^site* ^şifre* ^giriş_yap* güncelleme* hesab*",
            .privacy: "^kişisel_veri* ^kvkk ^spam",
        ],
        causes: [
            .leftAlone: """
            ^cevap_vermiyor* ^cevap_yok ^kimse_ilgilenm* ^kimse_gelm* ^kimse_cevap ^kimse_yardım ^görmezden*
            ^yüzüme_kapat* ^ulaşamıyor* ^dönüş_yapılm* ^ilgilenmiyor*
            """,
            .humiliated: "^bağırdı* ^hakaret* ^kaba* ^saygısız* ^azarla* ^terbiyesiz*",
            .notInformed: "^haber_vermeden ^bilgi_veril* ^haber_veril*",
            .notHeard: "^dinlemiyor* ^otomatik_cevap* ^umurlarında",
            .vaguePromise: "^söz_ver* ^oyalıyor* ^dediler_ama",
            .productFault: """
            ^çalışmıyor* ^bozuk* ^bozuldu* ^kırık* ^kırıl* ^çizik* ^arıza* ^kusurlu ^tarihi_geç* ^bayat* ^pis ^pisti
            ^kirli* ^soğuk* ^böce* ^böceğ* ^donuyor* ^kapanıyor* ^çöküyor*
            """,
            .outage: "^kesinti* ^kesiliyor* ^elektrik_yok ^internet_yok ^su_yok",
            .overcharged: "^iki_kez_çek* ^fazla_ücret* ^ücreti_artır* ^ücreti_yine ^haksız_ücret* ^zam_yap*",
            .late: "^gecik* ^gelmedi* ^ulaşmadı* ^hâlâ_gelm* ^bekliyorum ^kayboldu* ^iptal_ed*",
            .mistake: "^yanlış* ^eksik* ^kaybett* ^başka_ürün",
            .misled: "^dolandır* ^yalan* ^sahte* ^aldat* ^kandır* ^rezalet* ^skandal",
            .refused: "^kabul_etm* ^reddet* ^iade_etm* ^geri_verm*",
            .blocked: "^bloke* ^hesabım_kapat*",
        ],
        cues: [
            .legal: """
            mahkeme* avukat* dava* tüketici_hakem hakem_heyet* tüketici_mahkeme* savcılı* polis* bddk bimer cimer
            btk kanun* yasal_yol* tüketici_hak* tüketici_dernek* icra*
            """,
            .media: "gazete* televizyon* basın*",
            .refund: "paramı_geri para_iade* iademi paramızı_geri iade_istiyor* tazminat*",
            .deadline: "yarına_kadar cumaya_kadar #_gün_içinde #_saat_içinde son_uyarı",
            .urgent: "acil* derhal hemen_dön ivedi*",
            .safety: "zehirlen* hastane* alerji* yangın* patla* yarala* tehlike* elektrik_çarp*",
            .swearing: "lanet aptal* salak* rezil* şerefsiz*",
            .brokenPromise: "söz_verdiler söz_verildi sözünü_tutm*",
            .money: "paramı_çal* hesabım_bloke kartım_bloke maaşım*",
            .vulnerable: "çocuğum* bebe* hamile* engelli* yaşlı* annem*",
            .many: "herkes_şikayet* bütün_mahalle bütün_bina",
            .repeated: "üçüncü_kez ikinci_kez defalarca #_kez #_defa her_seferinde sürekli",
            .longSince: "aydır haftadır gündür yıldır bir_aydır iki_haftadır #_gündür #_haftadır #_aydır",
        ],
        praise: "hiçbir_sorun şikayetim_yok hiç_sorun kusursuz",
        replies: [
            .heading: "yanıt cevap",
            .salutation: "^hanım ^bey merhaba sayın değerli iyi_günler selam günaydın",
            .thanks: """
            teşekkür_ederiz teşekkür_eder geri_bildiriminiz_için yorumunuz_için anlayışınız_için bizi_tercih
            mutluluk_duyarız
            """,
            .apology: "özür_dileriz üzgünüz üzüntü_duy* olumsuzluk_için kusura_bakmayın yaşadığınız_sorun",
            .handling: """
            iletilmiştir iletildi ekiplerimiz inceliyoruz inceleyebilmemiz çalışmaktadır yapılmıştır yansıyacaktır
            iş_günü_içinde belirtilmiştir katılmıyoruz çözüme_kavuş* kayıt_altına değerlendireceğiz araştırma_başlattık bilgi_vereceğiz üretici_garantisi_kapsamında kontrol_edelim
            """,
            .invitation: """
            bize_ulaş* bize_iletebilir iletebilir_misiniz özel_mesaj* dm_üzerinden hattımızdan bizimle_iletişim*
            iletişime_geç* numaralı_hattımız* paylaşabilir_misiniz yazabilirsiniz
            """,
            .signature:
                "saygılarımızla müşteri_hizmetleri müşteri_ilişkileri destek_ekibi iyi_günler_dileriz",
            .yours:
                "talebiniz* siparişiniz* iadeniz* kargonuz* hesabınız* yorumunuz* bildiriminiz* numaranız*",
        ],
        customer: """
            ben bana beni benim bende siparişim kargom faturam paramı param aldım ettim istiyorum bekliyorum yazdım
            attım aradım telefonum hesabım kartım
            """,
        company: "biz bize bizi bizim ekibimiz ekiplerimiz hattımız şirketimiz bankamız",
        obscured: "lanet şerefsiz")
}
