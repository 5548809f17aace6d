/// The words of relative dates in languages with few pages. Languages whose scripts differ share a table:
/// their words cannot be mistaken for each other.

extension DateWords {
    static let distant = [
        DateLanguage(
            "ta te kn ml gu pa si am km lo my",
            """
            second ሰከንድ ሰከንዶች ਸਕਿੰਟ ਸਕਿੰਟਾਂ સેકંડ સેકન્ડ સેકંડમાં வினாடி* வினாடிகளில் సెక* సెకన్లలో ಸೆಕೆಂಡ* ಸೆಕೆಂಡುಗಳಲ್ಲಿ സെക്കൻഡ് സെക്കൻഡിൽ තත්පර විනාදි විනාඩි វិនាទី ວິນາທີ စက္ကန့်
            minute ደቂቃ ደቂቃዎች ਮਿੰਟ ਮਿੰਟਾਂ મિનિટ મિનિટમાં நிமிட* நிமிடங்களில் నిమిష* నిమిషాల్లో నిమిషాలలో ನಿಮಿಷ* ನಿಮಿಷಗಳಲ್ಲಿ മിനിറ്റ്* മിനിറ്റിൽ මිනිත්තු នាទី ນາທີ မိနစ်
            hour ሰዓት ሰዓቶች ਘੰਟਾ ਘੰਟੇ ਘੰਟਿਆਂ કલાક કલાકમાં மணிநேர* மணி_நேரம் மணிநேரத்தில் గంట* గంటల్లో గంలో గంటలలో ಗಂಟೆ* ಗಂಟೆಗಳಲ್ಲಿ മണിക്കൂർ മണിക്കൂറിൽ පැය ម៉ោង ຊົ່ວໂມງ ຊມ နာရီ
            day ቀን ቀናት ቀኖች ਦਿਨ ਦਿਨਾਂ દિવસ દિવસમાં நாட்* நாள்* நாட்களில் రోజు* రోజుల్లో రోజులలో ದಿನ* ದಿನಗಳಲ್ಲಿ ദിവസം ദിവസത്തിൽ දින දිනය ថ្ងៃ ມື້ ရက်
            week ሳምንት ሳምንታት ਹਫ਼ਤਾ ਹਫ਼ਤੇ ਹਫ਼ਤਿਆਂ અઠવાડિયા અઠવાડિયું અઠવાડિયામાં வார* வாரங்களில் వార* వారాల్లో వారాలలో ವಾರ* ವಾರದಲ್ಲಿ ವಾರಗಳಲ್ಲಿ ആഴ്ച ആഴ്ചയിൽ සති සතියක් សប្ដាហ៍ សប្តាហ៍ ອາທິດ ပတ်
            month ወር ወራት ਮਹੀਨਾ ਮਹੀਨੇ ਮਹੀਨਿਆਂ મહિના મહિનો મહિનામાં மாத* மாதங்களில் నెల* నెలల్లో నెలలలో ತಿಂಗಳ* ತಿಂಗಳುಗಳಲ್ಲಿ ತಿಂಗಳಲ್ಲಿ മാസം മാസത്തിൽ මාස ខែ ເດືອນ လ
            year ዓመት ዓመታት ਸਾਲ ਸਾਲਾਂ વર્ષ વર્ષમાં ஆண்டு* ஆண்டுகளில் வருட* సంవత్సర* సంవత్సరాల్లో సంవత్సరాలలో ವರ್ಷ* ವರ್ಷಗಳಲ್ಲಿ ವರ್ಷದಲ್ಲಿ വർഷം വർഷത്തിൽ වසර අවුරුදු ឆ្នាំ ປີ နှစ်
            0 ዛሬ ਅੱਜ આજે இன்று ఈరోజు ಇಂದು ഇന്ന് අද ថ្ងៃនេះ ມື້ນີ້ ယနေ့
            -1 ትናንት ትናንትና ਕੱਲ੍ਹ ગઈકાલે நேற்று నిన్న ನಿನ್ನೆ ഇന്നലെ ඊයේ ម្សិលមិញ ມື້ວານນີ້ ມື້ວານ မနေ့က
            1 ነገ ਭਲਕੇ આવતીકાલે நாளை రేపు ನಾಳೆ നാളെ හෙට ស្អែក ມື້ອື່ນ မနက်ဖြန်
            now አሁን ਹੁਣ હમણાં இப்போது ఇప్పుడు ಈಗ ഇപ്പോൾ දැන් ឥឡូវ
            ago በፊት ਪਹਿਲਾਂ પહેલાં પહેલા முன் முன்பு క్రితం ಹಿಂದೆ മുമ്പ് മുൻപ് මුන් පෙර មុន ກ່ອນ ပြီးခဲ့သည့် လွန်ခဲ့သော လွန်ခဲ့သည့်
            later ውስጥ ਵਿੱਚ સેકંડમાં મિનિટમાં કલાકમાં દિવસમાં અઠવાડિયામાં મહિનામાં વર્ષમાં வினாடிகளில் நிமிடங்களில் மணிநேரத்தில் நாட்களில் வாரங்களில் மாதங்களில் ஆண்டுகளில் సెకన్లలో నిమిషాల్లో నిమిషాలలో గంటల్లో గంలో గంటలలో రోజుల్లో రోజులలో వారాల్లో వారాలలో నెలల్లో నెలలలో సంవత్సరాల్లో సంవత్సరాలలో ಸೆಕೆಂಡುಗಳಲ್ಲಿ ನಿಮಿಷಗಳಲ್ಲಿ ಗಂಟೆಗಳಲ್ಲಿ ದಿನಗಳಲ್ಲಿ ವಾರದಲ್ಲಿ ವಾರಗಳಲ್ಲಿ ತಿಂಗಳುಗಳಲ್ಲಿ ತಿಂಗಳಲ್ಲಿ ವರ್ಷಗಳಲ್ಲಿ ವರ್ಷದಲ್ಲಿ സെക്കൻഡിൽ മിനിറ്റിൽ മണിക്കൂറിൽ ദിവസത്തിൽ ആഴ്ചയിൽ മാസത്തിൽ വർഷത്തിൽ කින් න් ទៀត အတွင်း
            in ໃນອີກ
            last ያለፈው ਪਿਛਲੇ ਪਿਛਲਾ ગયા கடந்த గత ಕಳೆದ കഴിഞ്ഞ පසුගිය
            next የሚቀጥለው ਅਗਲੇ આવતા அடுத்த వచ్చే ಮುಂದಿನ അടുത്ത ඊළඟ
            of ከ በ
            lead දින මිනිත්තු පැය සති මාස වසර තත්පර
            """),
        DateLanguage(
            "mn ky os ce sah tg",
            """
            second секунд секундын сек секунда
            minute минут минутын мүнөт мүнөттөн мин мүнүүтэ дақиқа
            hour цаг цагийн саат сааттан сахат сахаты сахьт сахь чаас соат
            day өдөр өдрийн күн күндөн бон боны д де рӯз
            week долоо_хоног апта аптадан жума къуыри кӏира нэдиэлэ ҳафта
            month сар сарын айд ай айдан мӕй бутт ый моҳ
            year жил жилийн жыл жылдан аз шо сыл сол
            0 өнөөдөр бүгүн абон тахана бүгүн имрӯз
            -1 өчигдөр кечээ знон селхана бэҕэһээ дирӯз
            1 маргааш эртең райсом кхана сарсын фардо
            ago өмнө мурун мурда размӕ хьалха анараа_өттүгэр пеш
            later дараа кийин фӕстӕ даьлча кэннэ баъд
            last өнгөрсөн өткөн
            next ирэх кийинки
            """),
        DateLanguage(
            "cy",
            """
            m1 ion ionawr
            m2 chwef chwefror
            m3 mawrth
            m4 ebr ebrill
            m5 mai
            m6 meh mehefin
            m7 gorff gorffennaf
            m8 awst
            m9 medi
            m10 hyd hydref
            m11 tach tachwedd
            m12 rhag rhagfyr
            second eiliad
            minute munud
            hour awr
            day dydd diwrnod ddiwrnod
            week wythnos
            month mis
            year blwyddyn blynedd flynedd
            0 heddiw
            -1 ddoe
            1 yfory
            ago yn_ôl
            in ymhen
            last diwethaf
            next nesaf
            """),
        DateLanguage(
            "br",
            """
            second s eilenn
            minute min munut munutenn
            hour e eur
            day d deiz
            week sizhun
            month miz
            year bloaz vloaz bl
            0 hiziv
            -1 dec'h
            1 warc'hoazh
            ago zo
            in a-benn
            """),
        DateLanguage(
            "lb gsw wae ksh",
            """
            m1 januar jenner
            m2 februar hornig
            m3 mäerz mäarz
            m4 abrëll
            m5 mee meije
            m12 dezember chrischtm
            w1 méindeg mäntag
            w2 dënschdeg zischtag
            w3 mëttwoch mittwuch
            w4 donneschdeg fróntag
            w5 freideg fritag
            w6 samschdeg
            w7 sonndeg suntag
            second sekonn sekonnen sekund sekunde
            minute minutt minutten minüta minutte
            hour stonn stonnen stunn stund stunde
            day dag deeg tag täg täga
            week woch wochen wuch wuche wucha
            month mount méint mónet mónat
            year joer joren johr johre jår
            0 haut hütte hüt
            -1 gëschter gešter
            ago virun vör
            in an i en
            """),
        DateLanguage(
            "hsb dsb",
            """
            second sek sekunda sekundu sekundy sekundow
            minute min minuta minutu minuty minutow minutami
            hour hodź hodźina hodźinu hodźinje hodźin góź góźina góźinu góźin
            day dźeń dźenjom dny dnjow źeń dnjoju dnjom dnjami
            week tydźeń tydźenjom njedźel tyźeń tyźenjom tyź tydź
            month měsac měsacom měsace mjasec mjasecom mjasece
            year lěto lětom lět lěta
            0 dźensa źinsa
            -1 wčera cora
            1 jutře witśe
            ago před pśed
            in za
            """),
        DateLanguage(
            "sw zu to",
            """
            m1 januari
            m2 februari
            m3 machi
            m4 aprili
            m5 mei
            m6 juni
            m7 julai
            m8 agosti
            m9 septemba
            m10 oktoba
            m11 novemba
            m12 desemba
            second sekunde amasekhondi sekoni
            minute dakika amaminithi miniti
            hour saa amahora houa
            day siku izinsuku 'aho
            week wiki amaviki uike
            month mwezi miezi izinyanga māhina
            year mwaka miaka iminyaka ta'u
            0 leo namuhla
            -1 jana izolo
            1 kesho kusasa
            ago iliyopita uliopita zilizopita yaliyopita lililopita ezedlule adlule edlule kuo'osi
            in baada_ya 'i_he
            of e
            lead sekunde dakika saa siku wiki mwezi miezi mwaka miaka sekoni miniti houa 'aho uike māhina ta'u
            """),
        DateLanguage(
            "se",
            """
            second sekunda sekundda
            minute minuhta minuhtta
            hour diibmu diibmur
            day jándor jándora beaivi
            week vahku
            month mánotbadji mánnu
            year jahki jahkki
            0 odne
            -1 ikte
            1 ihttin
            ago árat
            later maŋŋilit maŋŋel
            """),
    ]
}
