import Complaints
import Foundation
import Testing

@testable import Reading

/// Encodings that nobody stated, or that were stated wrongly. The texts are invented complaints.
struct DecodingDetectionTests {
    /// The tables are made from iconv a byte at a time; whole texts must read the same by both.
    @Test(arguments: [
        "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1256",
        "windows-1257", "windows-874", "iso-8859-2", "iso-8859-5", "iso-8859-7", "iso-8859-8", "iso-8859-15",
        "koi8-r", "koi8-u", "ibm866", "macintosh", "x-mac-cyrillic",
    ])
    func `a table reads every byte as iconv does`(name: String) throws {
        let encoding = try #require(Encoding.named(name))
        let bytes = (0...255).map { UInt8($0) } + (0...255).reversed().map { UInt8($0) }
        #expect(utf8(bytes[...], from: encoding) == converted(bytes[...], from: encoding))
        #expect(utf8(bytes[3..<200], from: encoding) == converted(bytes[3..<200], from: encoding))
    }

    /// Text, the encoding that it is in, what is said of it.
    static let wrongly: [(String, String, String)] = [
        (
            "Siparişim üç hafta gecikti, içinden de yanlış ürün çıktı. Müşteri hizmetlerine ulaşamıyorum.",
            "windows-1254", "iso-8859-1"
        ),
        ("Kargo hâlâ gelmedi ve kimse telefona bakmıyor, çok kızgınım.", "windows-1254", "iso-8859-1"),
        ("배송이 너무 늦었고 상자가 열려 있었습니다. 고객센터는 전화를 받지 않습니다.", "euc-kr", "windows-1252"),
        ("환불을 요청했지만 아무도 대답하지 않습니다. 정말 실망했습니다.", "euc-kr", "iso-8859-1"),
        ("荷物が届いたときには箱が開いていました。電話をしても誰も出ません。", "shift_jis", "euc-jp"),
        ("荷物が届いたときには箱が開いていました。電話をしても誰も出ません。", "euc-jp", "shift_jis"),
        ("返金をお願いしたのに、三週間たっても返事がありません。", "euc-jp", "shift_jis"),
        ("包裹到的时候已经被打开了，里面少了东西。打电话没有人接，我很生气。", "gb18030", "big5"),
    ]

    @Test(arguments: wrongly.indices)
    func `what the bytes disprove is not believed`(index: Int) throws {
        let (text, encoding, said) = Self.wrongly[index]
        let bytes = try Self.bytes(text, in: encoding)
        let found = decode(bytes, contentType: "text/html; charset=\(said)")
        #expect(found.encoding == encoding)
        #expect(found.text == text)
    }

    @Test(arguments: [
        (
            "Sendingin kom aldrei og það svarar enginn í símann. Ég er mjög óánægður með þessa þjónustu.",
            "windows-1252"
        ),
        ("荷物が届いたときには箱が開いていました。ﾃﾞﾝﾜをしても誰も出ません。", "shift_jis"),
        ("ｶｽﾀﾏｰｾﾝﾀｰ ｳｹﾂｹ ｼﾞｶﾝ", "shift_jis"),
        ("包裹到的時候已經被打開了，裡面少了東西。打電話沒有人接。", "big5"),
        ("歐陽鋒、洪七公、黃藥師、段智興、王重陽", "big5"), ("欧阳锋、洪七公、黄药师、段智兴", "gb18030"),
        ("배송이 너무 늦었고 상자가 열려 있었습니다.", "euc-kr"),
        ("Où est passée ma commande ? Le numéro indiqué n’a jamais répondu à l’été.", "windows-1252"),
    ])
    func `what is said rightly is believed`(text: String, encoding: String) throws {
        let bytes = try Self.bytes(text, in: encoding)
        #expect(decode(bytes, contentType: "text/html; charset=\(encoding)").text == text)
    }

    /// Language, text, and the encodings that it was written in before UTF-8.
    static let texts: [(String, String, [String])] = [
        (
            "pl",
            "Zamówiłem buty, ale sklep przysłał złą parę i nie chce ich wymienić. Żenada, nie polecam nikomu.",
            ["windows-1250", "iso-8859-2"]
        ),
        (
            "cs",
            "Objednávku jsem zrušil, peníze mi však stále nevrátili. Na dotazy nikdo neodpovídá, příště jinde.",
            ["windows-1250", "iso-8859-2"]
        ),
        (
            "hu",
            "A csomag két hétig úton volt, és törötten érkezett meg. Az ügyfélszolgálat őszintén szólva nem segített.",
            ["windows-1250", "iso-8859-2"]
        ),
        (
            "ro",
            "Coletul a ajuns târziu şi era deschis. Am cerut banii înapoi, dar până acum nu mi-au răspuns.",
            ["windows-1250", "iso-8859-2"]
        ),
        (
            "ru", "Заказ привезли через месяц, коробка была вскрыта. Деньги возвращать отказываются.",
            ["windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"]
        ),
        (
            "uk", "Посилка їхала цілий місяць, а всередині була зовсім інша річ. Їм байдуже до людей.",
            ["windows-1251", "koi8-u", "iso-8859-5", "x-mac-cyrillic"]
        ),
        (
            "bg",
            "Пратката пристигна счупена, а фирмата не признава рекламацията. Никога повече няма да купя от тях.",
            ["windows-1251", "iso-8859-5", "ibm866"]
        ),
        (
            "tr",
            "Siparişim üç hafta gecikti, içinden de yanlış ürün çıktı. Müşteri hizmetlerine ulaşamıyorum, yazık.",
            ["windows-1254"]
        ),
        (
            "lt",
            "Siuntinį gavau po mėnesio, dėžė buvo atplėšta, o prekės trūko. Į laiškus niekas neatsako, gėda.",
            ["windows-1257"]
        ),
        (
            "el",
            "Το δέμα έφτασε ανοιγμένο και έλειπε το μισό περιεχόμενο. Κανείς δεν απαντάει στο τηλέφωνο.",
            ["windows-1253", "iso-8859-7"]
        ),
        (
            "he", "החבילה הגיעה פתוחה וחסרו בה דברים. אף אחד לא עונה לי כבר שבועיים, מאכזב מאוד.",
            ["windows-1255"]
        ),
        (
            "ar", "وصل الطرد متأخرا وكان مفتوحا، وخدمة الزبائن لا ترد منذ أسبوعين. تجربة سيئة للغاية.",
            ["windows-1256", "iso-8859-6"]
        ),
        ("th", "พัสดุมาถึงช้าและกล่องเปิดอยู่แล้ว ติดต่อร้านไปหลายครั้งก็ไม่มีใครตอบเลย เสียความรู้สึกมาก", ["windows-874"]),
        (
            "ja", "荷物が届いたときには箱が開いていました。電話をしても誰も出ません。本当にがっかりです。",
            ["shift_jis", "euc-jp", "iso-2022-jp"]
        ),
        ("zh", "包裹到的时候已经被打开了，里面少了东西。打电话没有人接，我很生气，不会再来这家店。", ["gb18030"]),
        ("zh-TW", "包裹到的時候已經被打開了，裡面少了東西。打電話沒有人接，我很生氣，不會再來這家店。", ["big5"]),
        ("ko", "택배 상자가 열린 채로 도착했고 물건이 빠져 있었습니다. 전화를 해도 아무도 받지 않아요.", ["euc-kr"]),
        (
            "de",
            "Das Paket kam geöffnet an, die Hälfte fehlte. Für Rückfragen ist natürlich niemand zuständig.",
            ["windows-1252"]
        ),
        (
            "fr", "Le colis est arrivé ouvert et très abîmé, personne ne répond. Ça suffit, je suis déçue.",
            ["windows-1252"]
        ),
        (
            "es", "El paquete llegó abierto y faltaba la mitad. ¡Qué vergüenza! Mañana reclamaré otra vez.",
            ["windows-1252"]
        ),
        (
            "en", "The parcel was open – and nobody’s answering. “Call later”, they say. £40 gone.",
            ["windows-1252"]
        ),
    ]

    static let cases = texts.flatMap { language, text, names in names.map { (language, text, $0) } }

    static func bytes(_ text: String, in name: String) throws -> [UInt8] {
        let encoding = try #require(Encoding.named(name))
        let converter = try #require(iconv_open(encoding.iconvName, "UTF-8"))
        defer { iconv_close(converter) }
        var input = Array(text.utf8)
        var output = [CChar](repeating: 0, count: input.count * 4)
        let left = input.withUnsafeMutableBytes { raw in
            output.withUnsafeMutableBufferPointer { room in
                var from = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                var count = raw.count
                var to = room.baseAddress
                var free = room.count
                _ = iconv(converter, &from, &count, &to, &free)
                _ = iconv(converter, nil, nil, &to, &free)
                return free
            }
        }
        return output.prefix(output.count - left).map { UInt8(bitPattern: $0) }
    }

    @Test(arguments: cases)
    func `a page that states nothing is read in its language's encodings`(
        language: String, text: String, name: String
    ) throws {
        for page in ["<html><title>x</title><body class='page'><p>\(text)</p>", text] {
            let decoded = decode(try Self.bytes(page, in: name), contentType: "text/html")
            #expect(decoded.text == page, "\(language) in \(name), taken for \(decoded.encoding)")
        }
    }

    @Test(arguments: cases)
    func `a page in another encoding than the UTF-8 it states is read`(
        language: String, text: String, name: String
    ) throws {
        // Escapes of ASCII bytes are well-formed UTF-8: there the declaration holds.
        guard name != "iso-2022-jp" else { return }
        let body = try Self.bytes(text, in: name)
        #expect(decode(body, contentType: "text/html; charset=utf-8").text == text)
        let meta = Array("<meta charset=utf-8>".utf8)
        #expect(decode(meta + body, contentType: nil).text == "<meta charset=utf-8>" + text)
    }

    @Test(arguments: texts)
    func `UTF-8 is known under any declaration, cut off, and with a stray byte`(
        language: String, text: String, names: [String]
    ) {
        guard language != "en" else { return }
        for label in ["windows-1251", "iso-8859-1", "koi8-r", "shift_jis", "gb2312", "utf-8"] {
            let decoded = decode(Array(text.utf8), contentType: "text/html; charset=\(label)")
            #expect(decoded == DecodedText(encoding: "utf-8", text: text), "declared \(label)")
        }
        let whole = Array((text + " " + text).utf8)
        // Cut within the last character beyond ASCII.
        let last = whole.lastIndex { $0 >= 0x80 } ?? 0
        let cut = decode(Array(whole[..<last]), contentType: nil)
        #expect(cut.encoding == "utf-8")
        #expect(cut.text.hasPrefix(text))
        #expect(decode([0xE9, 0x20] + whole, contentType: nil).text == "\u{FFFD} " + text + " " + text)
    }

    @Test func `a Cyrillic page under another Cyrillic declaration is read by its letters`() throws {
        let text = "Заказ привезли через месяц, коробка была вскрыта, деньги не вернули."
        for (name, stated) in [
            ("koi8-r", "windows-1251"), ("windows-1251", "koi8-r"), ("ibm866", "windows-1251"),
        ] {
            let decoded = decode(try Self.bytes(text, in: name), contentType: "text/html; charset=\(stated)")
            #expect(decoded == DecodedText(encoding: name, text: text))
        }
        let polish = "Zamówiłem buty, ale sklep przysłał złą parę i nie chce ich wymienić."
        let page = "<meta charset=windows-1250>" + polish
        let decoded = decode(
            try Self.bytes(page, in: "windows-1250"), contentType: "text/html; charset=ISO-8859-1")
        #expect(decoded == DecodedText(encoding: "windows-1250", text: page))
    }

    @Test func `what a header says stands where nothing speaks against it`() throws {
        let text = "Très déçue, le colis n'est jamais arrivé à Besançon."
        let body = try Self.bytes("<meta charset=windows-1250>" + text, in: "windows-1252")
        #expect(decode(body, contentType: "text/html; charset=iso-8859-1").text.hasSuffix(text))
        // Two characters of GBK that happen to be UTF-8.
        let pair = decode([0xC4, 0xA3], contentType: "text/html; charset=gbk")
        #expect(pair.encoding == "gbk")
    }

    @Test(arguments: ["Zażółć gęślą jaźń, płatność", "Très déçue, où êtes-vous, ça va", "Деньги не вернули"])
    func `UTF-8 that was encoded twice is read once`(text: String) throws {
        let twice = text.utf8.map { byte -> Unicode.Scalar in
            let one = decode([byte], contentType: "text/html; charset=windows-1252").text.unicodeScalars.first
            return byte < 0x80 ? Unicode.Scalar(byte) : one ?? "?"
        }
        let body = String(String.UnicodeScalarView(twice))
        #expect(body != text)
        #expect(decode(Array(body.utf8), contentType: "text/html; charset=utf-8").text == text)
        // One character that is not of it, and nothing is certain.
        let mixed = body + " ł"
        #expect(decode(Array(mixed.utf8), contentType: nil).text == mixed)
    }

    @Test(arguments: ["<p>Opinie</p>", "Деньги не вернули, жалоба", "Δεν απαντάει κανείς"])
    func `UTF-16 without a mark is told by its zeros`(text: String) {
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(decode(little, contentType: nil) == DecodedText(encoding: "utf-16le", text: text))
        #expect(decode(big, contentType: nil) == DecodedText(encoding: "utf-16be", text: text))
    }

    @Test func `a mark beats the header, and the header the page`() throws {
        let text = "жалоба"
        #expect(
            decode([0xEF, 0xBB, 0xBF] + Array(text.utf8), contentType: "text/html; charset=koi8-r").text
                == text)
        let wide: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(decode(wide, contentType: "text/html; charset=utf-8").encoding == "utf-16be")
        let page = try Self.bytes("<meta charset=windows-1252>" + text, in: "koi8-r")
        #expect(decode(page, contentType: "text/html; charset=koi8-r").encoding == "koi8-r")
    }

    static let prescans = [
        ("<meta charset=euc-jp", "windows-1252"), ("<meta charset=euc-jp>", "euc-jp"),
        ("<meta charset='utf-16be'>", "utf-8"), ("<meta charset=x-user-defined>", "windows-1252"),
        ("<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5"),
        ("<a title='<meta charset=koi8-r>'><META CHARSET = \"Big5\">", "big5"),
        ("<meta charset=nonsense><meta charset=gbk>", "gbk"),
        ("<meta content='text/html; charset=gbk'><meta charset=big5>", "big5"),
        ("<meta http-equiv=content-type content='text/html;charset = \"koi8-u\"'>", "koi8-u"),
        ("<meta charset=koi8-r charset=big5>", "koi8-r"), ("<meta/charset=koi8-r/>", "windows-1252"),
        ("<?xml version='1.0' encoding=\"KOI8-R\"?><a/>", "koi8-r"),
        ("<?meta charset=koi8-r?>", "windows-1252"),
        ("</meta charset=koi8-r>", "windows-1252"), ("<!-->x<meta charset=koi8-r>", "koi8-r"),
    ]

    @Test(arguments: prescans)
    func `the page's own declaration is found as browsers find it`(page: String, name: String) {
        #expect(decode(Array(page.utf8), contentType: "text/html").encoding == name)
    }

    @Test func `a letter held back for a mark is not lost`() throws {
        let text = "שלום רב"
        #expect(
            decode(try Self.bytes(text, in: "windows-1255"), contentType: "text/html; charset=windows-1255")
                .text == text)
    }

    @Test(
        .timeLimit(.minutes(5)), arguments: ["<a", "<", "<a ", "\u{1B}", "Ã©", "<meta ", "<!--", "charset"])
    func `a byte that nobody states and a megabyte of the same is decoded soon`(word: String) {
        let body = [0xE9, 0x20] + Array(String(repeating: word, count: 1_000_000 / word.utf8.count).utf8)
        for type in [nil, "text/html; charset=utf-8", "text/html; charset=windows-1251"] {
            #expect(decode(body, contentType: type).text.utf8.count > 900_000)
        }
    }
}
