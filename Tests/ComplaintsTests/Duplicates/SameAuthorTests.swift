import Testing

@testable import Complaints

struct SameAuthorTests {
    @Test(
        arguments: [
            ("Jan Kowalski", "jan_kowalski", AuthorMatch.same), ("ŻANETA W.", "Zaneta W", .same),
            ("Jan K.", "Jan Kowalski", .similar), ("J. Kowalski", "Jan Kowalski", .similar),
            ("jkowalski", "Jan Kowalski", .similar), ("JanKowalski82", "jan_kowalski", .similar),
            ("Иван П.", "Иван Петров", .similar), ("Kateřina Dvořáková", "Katerina Dvorakova", .same),
            ("Jan Kowalski", "Jan Nowak", .other), ("Jan K.", "Jan N.", .other),
            ("Jan Kos", "Ewa Kos", .other), ("Anna", "Hanna", .other),
            ("anna", "Annabel", .other), ("Guest", "Guest", .unknown),
            ("Zweryfikowany klient", "Anna", .unknown),
            ("Anna Kos", "Piotr Zet", .stranger), ("Anna Maria Kos", "Jan Zet-Lis", .stranger),
            ("Anna Kos", "piotr zet", .other), ("Anna Kos", "Piotr Z.", .other),
            ("Анна Кос", "Пётр Зет", .stranger),
            (nil, "Anna", .unknown), ("***", "Anna", .unknown), ("user4711", "user4712", .other),
        ] as [(String?, String?, AuthorMatch)])
    func `two names are one person's, perhaps one's, or two's`(a: String?, b: String?, expected: AuthorMatch)
    {
        #expect(AuthorMatch(a, b) == expected)
        #expect(AuthorMatch(b, a) == expected)
    }
}
