import Complaints
import Testing

@testable import Reading

struct RatingTests {
    static let said: [(String, Double, Double?)] = [
        ("4.5", 4.5, nil), (" 4,5 ", 4.5, nil), ("4,5/5", 4.5, 5), ("4.5 / 5", 4.5, 5), ("8/10", 8, 10),
        ("2 z 5", 2, 5), ("5 out of 5", 5, 5), ("10 od 10", 10, 10), ("80%", 80, 100), ("80 %", 80, 100),
        ("★★★☆☆", 3, 5), ("⭐⭐⭐⭐⭐", 5, 5), ("⭐️⭐️⭐️", 3, nil), ("★★★★★", 5, 5), ("★★★½☆", 3.5, 4.5),
        ("★ 4.5", 4.5, 5), ("4,5 ★", 4.5, 5), ("★★★★☆ (12)", 4, 5), ("★★★★★ 4.6", 4.6, 5), ("●●●○○", 3, 5),
        ("Rated 4.5 out of 5 stars", 4.5, 5), ("4 stars", 4, 5), ("4-star review", 4, 5),
        ("Five stars", 5, 5), ("three and a half stars", 3.5, 5), ("1 star", 1, 5),
        ("4 z 5 gwiazdek", 4, 5), ("Ocena: 4,5 na 5", 4.5, 5), ("4 gwiazdki", 4, 5), ("pięć gwiazdek", 5, 5),
        ("Ocena: 3", 3, nil), ("Оценка: 4 из 5", 4, 5), ("4 звезды", 4, 5), ("пять звёзд", 5, 5),
        ("Оцінка 4 з 5", 4, 5), ("3 зірки", 3, 5), ("4,5 von 5 Sternen", 4.5, 5), ("Bewertung: 2", 2, nil),
        ("fünf Sterne", 5, 5), ("3 Sterne", 3, 5), ("Note : 4/5", 4, 5), ("4,5 sur 5 étoiles", 4.5, 5),
        ("cinq étoiles", 5, 5), ("4 de 5 estrellas", 4, 5), ("Puntuación: 8 de 10", 8, 10),
        ("4 su 5 stelle", 4, 5), ("cinque stelle", 5, 5), ("4,5 de 5 estrelas", 4.5, 5),
        ("4 van de 5 sterren", 4, 5),
        ("4 uit 5", 4, 5), ("4 z 5 hvězdiček", 4, 5), ("Hodnocení: 4 z 5", 4, 5), ("4 din 5 stele", 4, 5),
        ("5 csillagból 4", 4, 5), ("4 от 5", 4, 5), ("4 iš 5", 4, 5), ("5 üzerinden 4,5", 4.5, 5),
        ("4 av 5 stjärnor", 4, 5), ("4 ud af 5", 4, 5), ("4 από 5", 4, 5), ("5つ星のうち4.0", 4, 5),
        ("4.5 based on 120 reviews", 4.5, nil), ("4.8 (2,345)", 4.8, nil), ("Excellent 9.2", 9.2, nil),
        ("1/6", 1, 6), ("15/20", 15, 20), ("4.0 out of 5.0", 4, 5), ("4½", 4.5, nil), ("٤ من ٥", 4, 5),
        ("4 stars out of 5", 4, 5), ("4 (max. 5)", 4, 5), ("4 gwiazdki na 5", 4, 5),
    ]

    @Test(arguments: said)
    func `a mark is read as people write it`(text: String, value: Double, best: Double?) {
        let rating = parseRating(text)
        #expect(rating?.value == value)
        #expect(rating?.best == best)
    }

    static let others = [
        "12,99 zł", "$4.50", "€ 5", "5 €", "12/03/2024", "3.04.2024", "4 days ago", "vor 2 Stunden", "14:20",
        "3 stycznia 2024", "120 reviews", "12 opinii", "3 of 10 people found this helpful", "Page 2 of 10",
        "strona 2 z 5", "-20%", "20% off", "#3", "+5", "", "excellent", "12 отзывов", "2 months", "1.234.567",
    ]

    @Test(arguments: others)
    func `prices, dates, times and counts are no marks`(text: String) {
        #expect(parseRating(text) == nil)
    }

    static let unstated: [(String, Double?)] = [
        ("4", nil), ("4.5", nil), ("Excellent 9.2", nil), ("4/5", 4), ("4 stars", 4), ("80%", 80),
        ("Rating: 4", 4),
        ("★★★", 3), ("iPhone 12", nil), ("Ocena 4", 4), ("Posted 3", nil),
    ]

    @Test(arguments: unstated)
    func `a text of which nobody says that it is a mark must show it`(text: String, value: Double?) {
        #expect(parseRating(text, isStated: false)?.value == value)
    }

    static let shown: [(String, Double)] = [
        ("<u class='r stars-4'></u>", 4), ("<u class='r rating-45'></u>", 4.5),
        ("<u class='r rating-40 x2'></u>", 4),
        ("<u class='r s4_5'></u>", 4.5), ("<u class='r star-3-5'></u>", 3.5),
        ("<u class='r bubble_45'></u>", 4.5),
        ("<u class='r star-rating Three'></u>", 3), ("<u class='r star4half'></u>", 4.5),
        ("<u class='r stars-4-of-5'></u>", 4), ("<u class='r score-80'></u>", 4),
        ("<u class=r style='width:60%'></u>", 3), ("<u class=r><b style='width: 86%'></b></u>", 4.3),
        ("<u class=r style='width: calc(4 / 5 * 100%)'></u>", 4),
        ("<u class=r style='width:calc(80% - 2px)'></u>", 4),
        ("<u style='width:100px'><u class=r style='width:80px'></u></u>", 4),
        ("<u class=r style='--rating: 3.5'></u>", 3.5),
        ("<u class='r w-4/5 star'></u>", 4), ("<u class='r star w-[60%]'></u>", 3),
        ("<u class=r><s>★★★★★</s><s style='width:40%'>★★★★★</s></u>", 2),
        ("<u class=r aria-label='Ocena: 4 z 5'></u>", 4), ("<u class=r><img alt='2 von 5 Sternen'></u>", 2),
        ("<u class=r title='3 stars'>Good</u>", 3), ("<u class=r><img src='/i/stars-4.gif'></u>", 4),
        ("<u class=r data-rating=45></u>", 4.5), ("<u class=r><i data-score=2></i></u>", 2),
        ("<u class=r><i class='star on'></i><i class='star on'></i><i class='star off'></i></u>", 2),
        (
            "<u class=r><i class='fa fa-star'></i><i class='fa fa-star-half-o'></i><i class='fa fa-star-o'></i></u>",
            1.5
        ),
        (
            "<u class=r><i class='fas fa-star'></i><i class='fas fa-star'></i><i class='far fa-star'></i></u>",
            2
        ),
        ("<u class=r><svg><use href='#star-full'/></svg><svg><use href='#star-empty'/></svg></u>", 1),
        ("<u class=r><svg class='star text-yellow-400'></svg><svg class='star text-gray-300'></svg></u>", 1),
        (
            "<u class=r><span class=star-icon><img src='full.png'></span><span class=star-icon><img src='half.png'></span></u>",
            1.5
        ),
        ("<u class=r><i class='star a'></i><i class='star a'></i><i class='star b'></i></u>", 2),
        ("<u class=r>★★★☆☆</u>", 3), ("<u class=r>4,5 / 5</u>", 4.5), ("<u class=r>90%</u>", 4.5),
    ]

    @Test(arguments: shown)
    func `a rule's mark is read from what shows it`(html: String, value: Double) throws {
        let rule = Rule(each: "article", rating: .init(at: ".r", best: 5))
        let bytes = Array("<article>\(html)</article>".utf8)
        let page = try read(
            PageInput(
                bytes: bytes, url: "https://a.example/", rule: rule, now: Instant(seconds: 1_772_000_000)))
        #expect(page.records.first?.rating == Rating(value: value, best: 5))
    }

    static let examples: [(String, String, Double?, Double?)] = [
        ("4 z 5", "Ocena: 3,5 z 5 (12)", 3.5, 5), ("4 z 5", "3 na 5", nil, nil),
        ("note 4", "Note 2,5", 2.5, nil),
        ("5/4", "Értékelés: 5/3", 3, 5), ("80%", "poleca 75 %", 75, 100), ("(4)", "Great (3)", 3, nil),
    ]

    @Test(arguments: examples)
    func `a rule shows by an example how marks are written`(
        example: String, text: String, value: Double?, best: Double?
    ) throws {
        let reader = try RatingReader(.init(at: ".r", as: example))
        #expect(reader.rating(text)?.value == value)
        #expect(reader.rating(text)?.best == best)
    }

    @Test func `a reversed scale has its best at the lower end`() throws {
        let reader = try RatingReader(.init(at: ".r", best: 6, reversed: true))
        let rating = try #require(reader.rating("Note 1"))
        #expect(rating == Rating(value: 1, best: 1, worst: 6))
        #expect(rating.share == 1)
        #expect(rating.isGiven)
        #expect(Rating(value: 6, best: 1, worst: 6).share == 0)
    }
}
