/// Whether two names are of one person, as far as names can say.
enum AuthorMatch: Equatable {
    case same
    /// Written differently, perhaps one person: "Jan K.", "jan_kowalski", "Jan Kowalski 82".
    case similar
    /// Perhaps one person all the same, under another name on another site.
    case other
    /// Two people: both names say a first and a last name, and none of them is the same.
    case stranger
    case unknown

    init(_ a: String?, _ b: String?) { self.init(AuthorName(a), AuthorName(b)) }

    init(_ a: AuthorName?, _ b: AuthorName?) {
        guard let a, let b else {
            self = .unknown
            return
        }
        if a.letters == b.letters {
            self = .same
        } else {
            self = a.isSimilar(to: b) ? .similar : a.isStranger(to: b) ? .stranger : .other
        }
    }
}

/// A name that says who somebody is, in its parts.
struct AuthorName: Sendable {
    /// Folded, in order, digits and all.
    let letters: [UInt32]
    /// Its words without digits: "JanKowalski82", "jan_kowalski". A capital or a mark opens a part.
    let parts: [[UInt32]]
    /// The parts in a row.
    let joined: [UInt32]

    /// Two or three words, each with a capital, no digit among them: "Anna Maria Kos", not "angry_customer".
    let isInFull: Bool

    /// nil for names that say nobody.
    init?(_ name: String?) {
        guard let name else { return nil }
        letters = FoldedText(name).letters
        guard !letters.isEmpty, !Self.isNobody(letters) else { return nil }
        let read = NameReading(name)
        (parts, isInFull) = (read.parts, read.isInFull)
        joined = Array(parts.joined())
    }

    /// Spouses share a last name, and one person may go by one of two first names.
    func isStranger(to other: AuthorName) -> Bool {
        isInFull && other.isInFull && !parts.contains { other.parts.contains($0) }
    }

    func isSimilar(to other: AuthorName) -> Bool {
        let (a, b) = (joined, other.joined)
        guard min(a.count, b.count) >= 3 else { return false }
        // Digits aside they are one word that few choose: anka_nowicka82.
        if a == b { return a.count >= 6 }
        if Self.abbreviates(parts, other.parts) || Self.abbreviates(other.parts, parts) { return true }
        if isInitialAndName(other) || other.isInitialAndName(self) { return true }
        return a.count >= 8 && b.count >= 8 && Self.areOneLetterApart(a, b)
    }

    /// "Jan K." of "Jan Kowalski", "Jan" of "Jan Kowalski": each part in full or as its initial, one in full.
    private static func abbreviates(_ short: [[UInt32]], _ long: [[UInt32]]) -> Bool {
        guard long.count >= 2, (2...long.count).contains(short.count) else { return false }
        var isFull = false
        for (mine, theirs) in zip(short, long) {
            if mine == theirs {
                isFull = isFull || mine.count >= 3
            } else if mine.count != 1 || theirs.first != mine.first {
                return false
            }
        }
        return isFull && short.count == long.count
    }

    /// "jkowalski", "kowalskij", "jankow" of "Jan Kowalski".
    private func isInitialAndName(_ other: AuthorName) -> Bool {
        guard other.parts.count == 2 else { return false }
        let (first, last) = (other.parts[0], other.parts[1])
        let mine = joined
        guard mine.count >= 5, first.count >= 2, last.count >= 4 else { return false }
        return mine == [first[0]] + last || mine == last + [first[0]] || mine == last + first
            || (mine.starts(with: first) && mine.count >= first.count + 3
                && last.starts(with: mine.dropFirst(first.count)))
    }

    private static func areOneLetterApart(_ a: [UInt32], _ b: [UInt32]) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        var front = 0
        while front < min(a.count, b.count), a[front] == b[front] { front += 1 }
        var back = 0
        while back < min(a.count, b.count) - front, a[a.count - 1 - back] == b[b.count - 1 - back] {
            back += 1
        }
        return max(a.count, b.count) - front - back <= 1
    }

    /// Asked of every name that is read, and hardly ever so.
    private static func isNobody(_ letters: [UInt32]) -> Bool {
        nobodyHashes.contains(Fold64.of(letters)) && nobody.contains(letters)
    }

    private static let nobodyHashes = Set(nobody.map { Fold64.of($0) })

    private static let nobody: Set<[UInt32]> = Set(
        [
            "anonymous", "anonim", "anonimowy", "anonimowo", "anonym", "anonymní", "guest", "user",
            "customer",
            "client", "deleted", "unknown", "gość", "użytkownik", "klient", "klientka", "zákazník",
            "uživatel",
            "аноним", "гость", "пользователь", "клиент", "Gast", "Kunde", "Nutzer", "verified customer",
            "zweryfikowany klient", "ověřený zákazník", "verifizierter Kunde", "a google user", "google user",
            "verified buyer", "amazon customer", "amazon kunde", "kindle customer", "покупатель",
            "deleted user",
            "anonyme", "host", "zákaznice", "none", "null", "admin", "anonymous user", "usunięty użytkownik",
        ].map { FoldedText($0).letters })
}
