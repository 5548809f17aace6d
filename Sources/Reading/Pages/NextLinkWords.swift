/// The words by which sites name the link to the next page, in the languages of the first markets.
import CXML2
import Complaints

enum NextLabel {
    /// What a label says; nil for one that says nothing of pages.
    static func rank(_ label: String) -> NextLink.Rank? {
        guard label.utf8.count <= 72 else { return nil }
        var known = label
        guard known.withUTF8(mayBe) else { return nil }
        var text = String.UnicodeScalarView()
        var signs: [Unicode.Scalar] = []
        var isSpaced = false
        for scalar in label.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar == "'" || scalar == "’" {
                if isSpaced, !text.isEmpty { text.append(" ") }
                isSpaced = false
                text.append(scalar)
                continue
            }
            isSpaced = true
            let isNoise = scalar.properties.isWhitespace || scalar.value == 0xFE0E || scalar.value == 0xFE0F
            if !isNoise { signs.append(scalar) }
        }
        guard !text.isEmpty else {
            guard signs.count == 1 else { return nil }
            return single.contains(signs[0]) ? .sign : signs[0] == "»" ? .doubleSign : nil
        }
        let words = String(text)
        if next.contains(words) { return .text }
        if newer.contains(words) { return .newer }
        if more.contains(words) { return .more }
        return previous.contains(words) ? .backward : nil
    }

    /// False for a link whose whole content is one text that no label is: nearly every link.
    static func mayBe(_ node: Node) -> Bool {
        guard let child = node.firstChild, child.next == nil, child.isText else { return true }
        return mayBe(child.content.bytes)
    }

    /// False for a text that no label is, told by a hash of its letters; true where letters occur whose small
    /// form is not known here.
    static func mayBe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var hash = LetterHash()
        var hasSign = false
        var i = 0
        while i < bytes.count {
            let length = bytes[i] < 0x80 ? 1 : utf8Length(bytes, at: i)
            var scalar = UInt32(bytes[i])
            switch length {
            case 1: break
            case 2: scalar = (scalar & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
            case 3:
                scalar =
                    (scalar & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
            default: return true
            }
            i += length
            switch LabelLetter(scalar) {
            case .letter(let small): hash.add(small)
            case .separator: hash.endWord()
            case .sign:
                hash.endWord()
                hasSign = true
            case .unknown: return true
            }
            if hash.count > longest { return false }
        }
        return hash.count == 0 ? hasSign : hashes.contains(hash.value)
    }

    /// The words of a text with single spaces between them, as one number.
    private struct LetterHash {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
        private(set) var count = 0
        private var isSpaced = false

        @inline(__always)
        mutating func add(_ letter: UInt32) {
            if isSpaced, count > 0 { mix(0x20) }
            isSpaced = false
            mix(letter)
        }

        mutating func endWord() { isSpaced = true }

        @inline(__always)
        private mutating func mix(_ letter: UInt32) {
            value = (value ^ UInt64(letter)) &* 0x100_0000_01B3
            count += 1
        }
    }

    private static let labels = next.union(newer).union(more).union(previous)
    private static let longest = labels.map(\.unicodeScalars.count).max() ?? 0
    private static let hashes = Set(
        labels.map { text in
            var hash = LetterHash()
            for scalar in text.unicodeScalars {
                if case .letter(let small) = LabelLetter(scalar.value) {
                    hash.add(small)
                } else {
                    hash.endWord()
                }
            }
            return hash.value
        })

    private static let single: Set<Unicode.Scalar> = [
        "›", "→", ">", "❯", "▶", "⟩", "⇒", "➔", "➜", "⟶", "►", "▸", "⮞", "➡", "〉", "❱", "🡒", "⯈",
    ]

    private static let next: Set<String> = [
        "next", "next page", "nextpage", "go to next page", "go to the next page", "next page of reviews",
        "next reviews", "next comments", "next results", "next posts", "next step to page", "see next page",
        "older", "older comments", "older posts", "older reviews", "older entries", "older topics",
        "older messages", "earlier comments", "older comment", "show older comments", "view older comments",
        "następna", "następna strona", "następne", "następny", "dalej", "starsze", "starsze wpisy",
        "starsze komentarze", "starsze opinie", "starsze posty", "kolejna", "kolejna strona", "kolejne",
        "przejdź do następnej strony", "następne opinie", "nastepna", "nastepna strona", "naprzód",
        "далее", "следующая", "следующая страница", "вперед", "вперёд", "дальше", "след", "след страница",
        "следующие", "следующий", "на следующую страницу", "старые комментарии", "предыдущие записи",
        "более старые", "следующие отзывы", "старее", "ранее",
        "далі", "наступна", "наступна сторінка", "наступні", "наступний", "уперед", "старіші",
        "další", "následující", "další strana", "následující strana", "další stránka", "následující stránka",
        "starší", "starší komentáře", "starší příspěvky", "vpřed",
        "ďalej", "ďalšia", "ďalšie", "ďalšia strana", "ďalšia stránka", "nasledujúca", "nasledujúca strana",
        "staršie", "staršie komentáre",
        "weiter", "nächste", "nächste seite", "vor", "ältere", "ältere kommentare", "ältere beiträge",
        "zur nächsten seite", "vorwärts", "nächste bewertungen", "folgende", "nächster",
        "suivant", "suivante", "page suivante", "suivants", "suivantes", "aller à la page suivante",
        "commentaires plus anciens", "articles plus anciens", "anciens commentaires", "avis suivants",
        "siguiente", "siguientes", "página siguiente", "siguiente página", "pagina siguiente",
        "comentarios más antiguos", "entradas más antiguas", "comentarios anteriores",
        "ir a la página siguiente",
        "próxima", "próximo", "seguinte", "próxima página", "página seguinte", "próximos", "avançar",
        "comentários mais antigos",
        "successiva", "successivo", "avanti", "prossima", "pagina successiva", "prossima pagina",
        "successive",
        "commenti più vecchi", "commenti precedenti",
        "volgende", "volgende pagina", "oudere", "oudere reacties", "verder",
        "nästa", "nästa sida", "neste", "neste side", "næste", "næste side", "seuraava", "seuraava sivu",
        "äldre kommentarer",
        "următoarea", "următorul", "pagina următoare", "înainte", "urm", "comentarii mai vechi", "urmatoarea",
        "pagina urmatoare", "următoare",
        "következő", "következő oldal", "régebbi", "régebbi hozzászólások", "tovább",
        "следваща", "следваща страница", "напред", "следващ", "следващи", "по стари", "по стари коментари",
        "kitas", "toliau", "kitas puslapis", "senesni", "senesni komentarai", "sekantis",
        "sonraki", "sonraki sayfa", "ileri", "eski yorumlar", "daha eski",
        "επόμενη", "επόμενο", "sljedeća", "naslednja", "järgmine", "nākamā", "tiếp", "berikutnya",
        "次へ", "次のページ", "下一页", "下一頁", "다음", "التالي", "הבא",
    ]

    private static let newer: Set<String> = [
        "newer comments", "newer reviews", "newer replies", "newer comment", "nowsze komentarze",
        "neuere kommentare", "новые комментарии", "commentaires plus récents", "comentarios más recientes",
        "novější komentáře", "novšie komentáre", "nieuwere reacties", "commenti più recenti",
        "commenti successivi", "comentários mais recentes", "comentarii mai noi", "újabb hozzászólások",
    ]

    private static let previous: Set<String> = [
        "previous", "prev", "previous comments", "previous page", "poprzednia", "poprzednie", "předchozí",
        "предыдущая", "попередня", "vorherige", "précédent", "anterior", "precedente", "vorige",
    ]

    private static let more: Set<String> = [
        "more", "load more", "show more", "view more", "see more", "more reviews", "more comments",
        "load more reviews", "load more comments", "show more reviews", "show more comments",
        "view more reviews", "see more reviews", "view more comments", "more posts", "more results",
        "więcej", "pokaż więcej", "załaduj więcej", "więcej opinii", "pokaż więcej opinii",
        "więcej komentarzy",
        "ещё", "еще", "показать ещё", "показать еще", "загрузить ещё", "загрузить еще", "больше отзывов",
        "ещё отзывы", "еще отзывы", "показать больше", "больше", "загрузить больше",
        "ще", "показати ще", "більше", "завантажити ще", "більше відгуків",
        "více", "zobrazit více", "načíst další", "zobrazit další", "další recenze", "další hodnocení",
        "viac", "zobraziť viac", "načítať ďalšie", "zobraziť ďalšie",
        "mehr", "mehr anzeigen", "mehr laden", "weitere", "weitere bewertungen", "weitere laden",
        "mehr bewertungen", "weitere anzeigen", "weitere kommentare",
        "plus", "voir plus", "afficher plus", "charger plus", "plus d'avis", "voir plus d'avis",
        "ver más", "mostrar más", "cargar más", "más opiniones", "más", "ver mais", "mostrar mais",
        "carregar mais", "mais", "altro", "mostra altro", "carica altro", "altre recensioni", "carica altri",
        "meer", "meer laden", "toon meer", "meer reviews", "mai mult", "încarcă mai multe", "mai multe",
        "több", "több betöltése", "továbbiak", "още", "зареди още", "покажи още", "daugiau", "rodyti daugiau",
        "daha fazla", "daha fazla göster", "daha fazla yükle", "visa fler", "näytä lisää", "vis mere",
        "vis flere",
    ]
}
