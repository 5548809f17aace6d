/// The words beside an author's name that say that the company speaks: `Official representative`,
/// `(owner)`, `Obsługa klienta`, as a badge or a line of its own.
import CXML2
import Complaints

enum OfficialBadge {
    /// Blocks of which a badge says that the company wrote them. Where most blocks have an office of their
    /// own, those are the offices of customers, and none is official.
    static func blocks(of table: RecordTable, _ choice: FieldChoice) -> Set<Int> {
        var found: Set<Int> = []
        for index in table.list.tops.indices {
            if badge(in: index, of: table, choice) != nil { found.insert(index) }
        }
        return found.count * 2 > table.count ? [] : found
    }

    private static func badge(in index: Int, of table: RecordTable, _ choice: FieldChoice) -> Int? {
        let top = table.list.tops[index]
        var i = top
        var steps = 0
        while i < table.list.ends[index], steps < 60 {
            let element = table.outline.elements[i]
            if i != top, !table.list.isOfRows, table.tops.contains(element.node) {
                i = Int(element.end)
                continue
            }
            steps += 1
            let isText =
                table.columnOf[i] >= 0
                && choice.container.map { $0 > 0 && table.isColumn(Int(table.columnOf[i]), in: $0) } ?? false
            if !isText, isBadge(element, in: table.outline) { return i }
            i += 1
        }
        return nil
    }

    /// Whether an element says an office of the company and nothing more.
    static func isBadge(_ element: PageOutline.Element, in outline: PageOutline) -> Bool {
        guard element.endCell - element.firstCell == 1, element.tag != .control,
            (3...48).contains(element.prose + element.linked)
        else { return false }
        return isOffice(outline.cells[Int(element.firstCell)].node.content.bytes)
    }

    static func isOffice(_ text: some Collection<UInt8>) -> Bool {
        let start = text.drop { $0 < 0x80 && !$0.isASCIILetter }
        guard start.count <= 120 else { return false }
        var bytes = lowered(start.prefix { $0 != 0x29 && $0 != 0x5D && $0 != 0x3A })[...]
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        if alone.isWhole(bytes) { return true }
        guard let length = starts.prefix(of: bytes) else { return false }
        // What follows names the company, and is short: `Przedstawiciel firmy Acme`.
        let rest = bytes.dropFirst(length)
        guard rest.first.map({ $0 == 0x20 }) ?? true else { return false }
        return rest.split(separator: 0x20).count <= 4 && !rest.contains { $0 == 0x2E || $0 == 0x21 }
    }

    /// Words that are a badge only where nothing else stands beside them.
    private static let alone = Phrases([
        "owner", "the owner", "business owner", "management", "support", "staff", "official", "team",
        "support team", "company", "business", "seller", "vendor", "merchant", "developer", "manager",
        "general manager", "service", "helpdesk", "customer relations",
        "właściciel", "właścicielka", "firma", "sprzedawca", "sprzedający", "wsparcie", "pomoc techniczna",
        "oficjalny", "obsługa", "компания", "продавец", "владелец", "поддержка", "официально",
        "официальный аккаунт", "сотрудник", "компанія", "продавець", "власник", "підтримка", "inhaber",
        "inhaberin", "anbieter", "händler", "verkäufer", "geschäftsführung", "hersteller", "direction",
        "la direction", "propriétaire", "gérant", "vendeur", "entreprise", "propietario", "gerencia",
        "empresa", "vendedor", "soporte", "proprietario", "direzione", "azienda", "venditore", "assistenza",
        "proprietário", "gerência", "suporte", "eigenaar", "verkoper", "klantendienst", "majitel",
        "provozovatel", "prodejce", "podpora", "majiteľ", "predajca", "prevádzkovateľ", "tulajdonos",
        "eladó", "ügyintéző", "proprietar", "vânzător", "собственик", "търговец", "savininkas", "satıcı",
        "firma yetkilisi", "yetkili", "ägare", "företag", "ejer", "eier", "omistaja", "ιδιοκτήτης",
    ])

    private static let starts = Phrases(
        [
            "official representative", "official response", "official account", "company representative",
            "brand representative", "business representative", "representative of", "representative from",
            "customer service", "customer support", "customer care", "support team",
            "support agent", "guest relations", "response from the owner", "verified representative",
            "community manager", "technical support",
            "przedstawiciel", "oficjalny przedstawiciel", "obsługa klienta", "biuro obsługi", "dział obsługi",
            "konsultant firmy", "представитель", "официальный представитель", "официальный ответ",
            "служба поддержки", "служба підтримки", "представник", "офіційний представник", "kundenservice",
            "kundendienst", "kundenbetreuung", "unternehmensvertreter", "offizieller vertreter",
            "service client", "service clients", "représentant", "représentant officiel",
            "servicio al cliente",
            "atención al cliente", "representante", "servizio clienti", "rappresentante",
            "atendimento ao cliente",
            "apoio ao cliente", "klantenservice", "vertegenwoordiger", "officiële vertegenwoordiger",
            "zákaznický servis", "zákaznická podpora", "zástupce", "oficiální zástupce", "zákaznícky servis",
            "zákaznícka podpora", "zástupca", "vevőszolgálat", "ügyfélszolgálat", "hivatalos képviselő",
            "serviciul clienți", "relații clienți", "reprezentant", "обслужване на клиенти",
            "официален представител", "klientų aptarnavimas", "atstovas", "müşteri hizmetleri",
            "müşteri temsilcisi",
            "resmi temsilci", "firma temsilcisi", "kundtjänst", "kundservice", "kundeservice", "kundesenter",
            "asiakaspalvelu", "virallinen edustaja", "служба за клијенте", "korisnička podrška",
            "služba za korisnike",
        ].sorted { $0.utf8.count > $1.utf8.count })
}
