/// How common the letters beyond ASCII are in each language, and which encodings its pages were written in
/// before UTF-8.

struct LetterProfile: Sendable {
    let language: String
    let encodings: [String]
    let isLatin: Bool
    private let weights: [UInt32: Int8]
    private let script: ClosedRange<UInt32>

    /// - Parameters:
    ///   - common: letters that stand in nearly every sentence.
    ///   - rest: the others of its alphabet.
    private init(_ language: String, _ encodings: [String], common: String, rest: String = "") {
        self.language = language
        self.encodings = encodings
        var weights: [UInt32: Int8] = [:]
        for (letters, weight) in [(rest, Int8(1)), (common, 3)] {
            for scalar in letters.unicodeScalars {
                weights[scalar.value] = weight
                let upper = scalar.properties.uppercaseMapping.unicodeScalars
                if upper.count == 1, let capital = upper.first, capital != scalar {
                    weights[capital.value] = weight - 1
                }
            }
        }
        self.weights = weights
        let first = common.unicodeScalars.first?.value ?? 0xE0
        isLatin = first < 0x300
        script =
            switch first {
            case 0x370...0x3FF: 0x370...0x3FF
            case 0x400...0x4FF: 0x400...0x4FF
            case 0x590...0x5FF: 0x590...0x5FF
            case 0x600...0x6FF: 0x600...0x6FF
            case 0xE00...0xE7F: 0xE00...0xE7F
            default: 0xC0...0x2FF
            }
    }

    /// A letter of another alphabet in the same script is met in names; one of another script is a sign of a wrong
    /// reading.
    func weight(_ scalar: UInt32) -> Int {
        if let weight = weights[scalar] { return Int(weight) }
        return script.contains(scalar) ? -2 : -3
    }

    static let latinEncodings: Set<String> = [
        "windows-1252", "windows-1250", "iso-8859-2", "windows-1254", "windows-1257", "windows-1258",
    ]
    private static let western = ["windows-1252"]
    private static let central = ["windows-1250", "iso-8859-2"]
    private static let cyrillic = ["windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"]

    static let all: [LetterProfile] = [
        LetterProfile("de", western, common: "äüöß"),
        LetterProfile("fr", western, common: "éèàêç", rest: "ùîôûëïœâ"),
        LetterProfile("es", western, common: "óáéíñú", rest: "ü"),
        LetterProfile("pt", western, common: "ãçáéíóêõ", rest: "âàúôü"),
        LetterProfile("it", western, common: "àèùòìé"),
        LetterProfile("nl", western, common: "ëéï", rest: "èöüê"),
        LetterProfile("sv", western, common: "äöå", rest: "é"),
        LetterProfile("da", western, common: "øåæ", rest: "é"),
        LetterProfile("is", western, common: "ðáíþéóæö", rest: "úý"),
        LetterProfile("pl", central, common: "łąęóżśćńź"),
        LetterProfile("cs", central, common: "áíěéřýčžšů", rest: "úťňďó"),
        LetterProfile("sk", central, common: "áíýéčžšú", rest: "ľťňôäóďĺŕ"),
        LetterProfile("hu", central, common: "áéőóöüí", rest: "úű"),
        LetterProfile("ro", central, common: "ăîâşţ"),
        LetterProfile("hr", central, common: "čćšžđ"),
        LetterProfile("tr", ["windows-1254"], common: "ıüöçşğ", rest: "âîûİ"),
        LetterProfile("lt", ["windows-1257"], common: "ėųšįžūčąę"),
        LetterProfile("lv", ["windows-1257"], common: "āīēšūņļž", rest: "ķģč"),
        LetterProfile("et", ["windows-1257"], common: "õäöü", rest: "šž"),
        LetterProfile(
            "vi", ["windows-1258"], common: "đưăâêôơ\u{300}\u{301}\u{309}\u{323}", rest: "áàéèíóúù\u{303}"),
        LetterProfile("ru", cyrillic, common: "оеаинтсрвлкмдпу", rest: "яыьгзбчйхжшюцщэфъё"),
        LetterProfile(
            "uk", ["windows-1251", "koi8-u", "iso-8859-5", "x-mac-cyrillic"],
            common: "оанивіетрслкмдпу", rest: "язьгбчйхїжшюєцщґф"),
        LetterProfile("bg", cyrillic, common: "аоиетнрсвлкдпмъ", rest: "узгбчйцжяхшщюф"),
        LetterProfile(
            "sr", ["windows-1251", "iso-8859-5"], common: "аоиенрстјувкдмп", rest: "лзбгњчшљћцђжхфџ"),
        LetterProfile("be", ["windows-1251"], common: "анаіеытросклудў", rest: "вмпябьзгчэшйцжхюф"),
        LetterProfile(
            "el", ["windows-1253", "iso-8859-7"], common: "αοιετσνηρπκμςλύάίέόή", rest: "υγθδχβφωώξζψϊϋΐΰ"),
        LetterProfile(
            "he", ["windows-1255"], common: "יוהלאתרמבש", rest: "נעדקחפכגסזצטםןךףץְִֵֶַָֹּׁ"),
        LetterProfile(
            "ar", ["windows-1256", "iso-8859-6"], common: "اليمنرتوبعةدأسه", rest: "فكقحجطصشذخضزثءىإآؤئظغ،؟"),
        LetterProfile(
            "th", ["windows-874"], common: "านรอกเงมยลวดทสต\u{E49}\u{E48}\u{E31}\u{E35}\u{E34}",
            rest: "บปคหแจพชขใไผถซโณฐศธญฎภฟษฏฝฉฬฮฒฆฌะำุูึื์็"),
    ]
}
