/// Who speaks for the company: told from the type of the author, from the company's own name, or from what
/// people who answer for companies are called.

enum OfficialVoice {
    /// Whether a schema.org type, in lower case, is an organisation's or a place's of business.
    static func isOrganization(_ type: String) -> Bool {
        switch type {
        case "person", "thing", "product", "webpage", "website", "review": false
        case "organization", "corporation", "hotel", "restaurant", "brand", "airline", "localbusiness",
            "store",
            "motel", "hostel", "resort", "bakery", "winery", "library", "dentist", "physician", "attorney",
            "notary", "electrician", "plumber", "hospital", "pharmacy", "ngo", "casino", "school":
            true
        default:
            type.hasSuffix("business") || type.hasSuffix("store") || type.hasSuffix("organization")
                || type.hasSuffix("shop") || type.hasSuffix("dealer") || type.hasSuffix("agency")
                || type.hasSuffix("service") || type.hasSuffix("company") || type.hasSuffix("clinic")
                || type.hasSuffix("restaurant") || type.hasSuffix("salon") || type.hasSuffix("contractor")
        }
    }

    /// Whether a name is the owner's: the same, or with the words around it that say who answers.
    static func isOwner(_ name: String, of owners: [String]) -> Bool {
        guard !owners.isEmpty else { return false }
        let words = Words(name)
        guard words.count > 0 else { return false }
        return owners.contains { owner in
            let own = Words(owner)
            if own.count == 0 { return false }
            if words.holds(own) { return own.length >= 3 }
            // `Polar` answers for `Hotel Polar Gdańsk`; `Jan` does not answer for `Jan Nowak Dental Clinic`.
            return own.holds(words) && words.length >= 5 && words.length * 3 >= own.length
        }
    }

    /// `Customer Service`, `Właściciel`, `Представитель банка`: who answers by office.
    static func isRole(_ name: String) -> Bool {
        let words = Words(name)
        guard words.count > 0, words.count <= 8 else { return false }
        return roles.contains { $0.count > 1 ? words.holds($0) : words.words.first == $0.words.first }
    }

    private static let roles: [Words] = [
        "owner", "business owner", "management", "manager", "customer service",
        "customer support", "customer care", "support team", "guest relations", "official representative",
        "company representative", "general manager", "hotel manager", "seller response", "developer response",
        "merchant", "team lead support", "właściciel", "obsługa klienta", "biuro obsługi",
        "odpowiedź sprzedawcy",
        "przedstawiciel firmy", "dział obsługi", "представитель", "официальный представитель",
        "служба поддержки", "администрация", "администратор отеля", "владелец", "поддержка", "представник",
        "служба підтримки", "адміністрація", "kundenservice", "kundendienst", "inhaber", "geschäftsführung",
        "geschäftsleitung", "service client", "direction", "propriétaire", "la direction",
        "servicio al cliente",
        "atención al cliente", "propietario", "gerencia", "servizio clienti", "proprietario", "direzione",
        "atendimento ao cliente", "proprietário", "gerência", "klantenservice", "eigenaar", "klantendienst",
        "zákaznický servis", "zákaznická podpora", "majitel", "provozovatel", "zákaznícky servis", "majiteľ",
        "vevőszolgálat", "ügyfélszolgálat", "tulajdonos", "serviciul clienți", "relații clienți",
        "proprietar",
        "обслужване на клиенти", "собственик", "klientų aptarnavimas", "müşteri hizmetleri", "kundtjänst",
        "kundeservice", "asiakaspalvelu",
    ].map(Words.init)

    /// A name without the words that sites write before it: `by Jan`, `Автор: Иван`.
    static func nameAlone(_ name: String) -> String? {
        let bytes = name.utf8
        for lead in leads where bytes.count > lead.utf8.count {
            let isLed = zip(bytes, lead.utf8).allSatisfy { $0 == $1 || $0.lowercasedASCII == $1 }
            guard isLed else { continue }
            return nonEmpty(String(name[bytes.index(bytes.startIndex, offsetBy: lead.utf8.count)...]))
        }
        return name == "null" || name == "undefined" ? nil : name
    }

    private static let leads = [
        "by ", "by: ", "reviewed by ", "review by ", "written by ", "posted by ", "author: ", "autor: ",
        "автор: ", "Автор: ", "auteur: ", "autore: ", "autor recenzji: ",
    ]

    /// The words of a name in small letters.
    private struct Words {
        let words: [Substring]
        let length: Int
        var count: Int { words.count }

        init(_ text: String) {
            words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
            length = words.reduce(0) { $0 + $1.count }
        }

        /// Whether `other` occurs in it, word for word.
        func holds(_ other: Words) -> Bool {
            guard other.count > 0, other.count <= count else { return false }
            return (0...(count - other.count)).contains { start in
                (0..<other.count).allSatisfy { words[start + $0] == other.words[$0] }
            }
        }
    }
}
