/// The words by which sites name the link to the next page, in the languages of the first markets.
import CXML2
import Complaints

enum NextLabel {
    /// What a label says; nil for one that says nothing of pages.
    static func rank(_ label: String) -> NextLink.Rank? {
        guard label.utf8.count <= 72 else { return nil }
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

    /// False for a link whose whole content is one text of ASCII that no label is: nearly every link.
    static func mayBe(_ node: Node) -> Bool {
        guard let child = node.firstChild, child.next == nil, child.isText else { return true }
        return mayBe(child.content.bytes)
    }

    /// False for a text of ASCII that no label is.
    static func mayBe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var hash = ByteHash()
        var isSpaced = false
        for byte in bytes {
            if byte >= 0x80 { return true }
            let lower = byte.lowercasedASCII
            if lower.isASCIILetter || byte == 0x27 {
                if isSpaced, hash.count > 0 { hash.add(0x20) }
                isSpaced = false
                hash.add(lower)
            } else {
                isSpaced = true
            }
            if hash.count > 40 { return false }
        }
        return hash.count == 0 ? bytes.contains(0x3E) : hashes.contains(hash.value)
    }

    private struct ByteHash {
        private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
        private(set) var count = 0

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
            count += 1
        }
    }

    /// Of the labels in ASCII.
    private static let hashes = Set(
        next.union(newer).union(more).union(previous).filter { $0.utf8.allSatisfy { $0 < 0x80 } }.map {
            text in
            var hash = ByteHash()
            for byte in text.utf8 { hash.add(byte) }
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
