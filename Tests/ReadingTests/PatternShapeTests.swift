import Testing

@testable import Reading

/// Lists of reviews whose classes say nothing, and marks that no class announces.
struct PatternShapeTests {
    struct Entry { var author, date, mark, text: String }

    static let entries = [
        Entry(
            author: "Ann", date: "1 March 2026", mark: "1/5", text: "It broke on day one and nobody answers."),
        Entry(
            author: "Bob Hill", date: "2 March 2026", mark: "4/5", text: "Nice lamp, good light for reading."),
        Entry(author: "Cid", date: "3 March 2026", mark: "5/5", text: "Works as expected, quick delivery."),
        Entry(
            author: "Dora", date: "5 March 2026", mark: "2/5", text: "The cable burned after two days of use."
        ),
    ]

    enum Make: String, CaseIterable, Sendable {
        case digits, bare, siblings, times, rows, items, table

        func list(_ mark: (Entry) -> String, near: String) -> String {
            let all = entries.enumerated().map { i, e in
                let m = mark(e)
                return switch self {
                case .digits:
                    "<div class=qx1><span class=k2>\(e.author)</span><span class=k3>\(e.date)</span>"
                        + "<span class=k4>\(m)</span><div class=k5>\(e.text)</div></div>"
                case .bare:
                    "<div><span>\(e.author)</span> <span>\(e.date)</span> <span>\(m)</span><p>\(e.text)</p></div>"
                case .siblings:
                    "<strong>\(e.author)</strong> <span>\(e.date)</span><div class=st>\(m)</div><p>\(e.text)</p>"
                case .times:
                    "<strong>\(e.author)</strong> <time datetime=2026-03-0\(e.date.prefix(1))>\(e.date)</time>"
                        + "<div class=st>\(m)</div><p>\(e.text)</p>"
                case .rows, .table:
                    "<tr><td>\(e.author)</td><td>\(e.date)</td><td>\(m)</td><td>\(e.text)</td></tr>"
                case .items:
                    "<li><b>\(e.author)</b> <i>\(e.date)</i> <span class=n\(i)>\(m)</span><p>\(e.text)</p></li>"
                }
            }.joined()
            return switch self {
            case .rows: near + "<table>\(all)</table>"
            case .table: near + "<table><tr><th>#</th><th>x</th><th>y</th><th>z</th></tr>\(all)</table>"
            case .items: near + "<ul>\(all)</ul>"
            default: "<div class=zz>\(near)\(all)</div>"
            }
        }
    }

    private static func lines(_ html: String) throws -> [String] {
        try PatternTests.page(html).records.map {
            "\($0.author ?? "-") | \($0.published.map { String($0.instant.description.prefix(10)) } ?? "-") | "
                + "\($0.rating.map { "\($0.value)" } ?? "-") | \($0.text)"
        }
    }

    private static func wanted(_ isRated: Bool) -> [String] {
        entries.map {
            "\($0.author) | 2026-03-0\($0.date.prefix(1)) | \(isRated ? "\($0.mark.prefix(1)).0" : "-") | \($0.text)"
        }
    }

    @Test(arguments: Make.allCases)
    func `a list without telling classes is read for its marks`(_ make: Make) throws {
        #expect(try Self.lines(make.list(\.mark, near: "")) == Self.wanted(true))
    }

    @Test(arguments: Make.allCases, ["<h2>Reviews</h2>", "<h2>Opinie klientów</h2>", "<h3>Отзывы</h3>"])
    func `a list without marks is read for the heading above it`(_ make: Make, _ heading: String) throws {
        #expect(try Self.lines(make.list({ _ in "" }, near: heading)) == Self.wanted(false))
    }

    @Test(arguments: Make.allCases)
    func `the same without marks and heading gives none`(_ make: Make) throws {
        #expect(try Self.lines(make.list({ _ in "" }, near: "<h2>Our staff of the week</h2>")) == [])
    }

    @Test(arguments: [
        "<span class=st>N out of 5 stars</span>", "<span>N,0 von 5 Sternen</span>", "<b>N/5</b>",
        "<span>N / 5</span>", "<em>N stars</em>", "<span>N z 5 gwiazdek</span>", "<span>N из 5 звёзд</span>",
        "<span>Ocena: N/5</span>", "<div class=rating><i role=img aria-label='N out of 5'></i></div>",
        "<i role=img aria-label='N of 5'></i>",
    ])
    func `marks are found whatever they are called`(_ shape: String) throws {
        let items = Self.entries.map {
            "<div class=review><b class=author>\($0.author)</b><i class=date>\($0.date)</i>"
                + shape.replacing("N", with: $0.mark.prefix(1)) + "<p class=text>\($0.text)</p></div>"
        }
        #expect(try Self.lines(items.joined()) == Self.wanted(true))
    }

    @Test func `per cents in an element named for marks`() throws {
        let items = [("Jana", 80), ("Petr", 20), ("Eva", 100)].map {
            "<div class=recenze><b class=autor>\($0)</b><i class=datum>12. 3. 2026</i>"
                + "<div class=hodnoceni>\($1) %</div><p>Zboží přišlo pozdě a bez dokladu, \($0).</p></div>"
        }
        #expect(try PatternTests.page(items.joined()).records.map { $0.rating?.value } == [80, 20, 100])
    }

    @Test func `five full signs are five where others have some that are not full`() throws {
        func signs(_ full: Int) -> String {
            (0..<5).map { "<svg class=\($0 < full ? "a" : "b")><path d=M0></path></svg>" }.joined()
        }
        let items = Self.entries.map {
            "<div class=review><b class=author>\($0.author)</b><i class=date>\($0.date)</i><div class=rating>"
                + signs(Int($0.mark.prefix(1)) ?? 0) + "</div><p class=text>\($0.text)</p></div>"
        }
        let marks = try PatternTests.page(items.joined()).records.map { $0.rating?.value }
        #expect(marks == [1, 4, 5, 2])
    }

    @Test(arguments: ["en", "tr", "pl", "de"])
    func `when a person joined is not when the post was written`(_ language: String) throws {
        let posts = [("Ayşe", "3 gün önce"), ("Mehmet", "12 Şubat 2026"), ("Can", "11.02.2026")].enumerated()
            .map {
                "<div class=post id=p10\($0)><div class=left><a href=/user/\($0)>\($1.0)</a><br>Posts: 1\($0)<br>"
                    + "Joined: 12.01.2019</div><div class=right><small>\($1.1) <a href=#p10\($0)>#\($0)</a></small>"
                    + "<div class=body>Ürün kırık geldi, iade etmediler \($0).</div></div></div>"
            }
        let html = "<html lang=\(language)><body><h1>Thread</h1>\(posts.joined())</body></html>"
        let page = try read(
            PageInput(bytes: Array(html.utf8), url: "https://site.example/page", now: PatternTests.now))
        #expect(page.records.map(\.author) == ["Ayşe", "Mehmet", "Can"])
        #expect(page.records.map(\.text) == (0..<3).map { "Ürün kırık geldi, iade etmediler \($0)." })
        #expect(!page.records.contains { $0.published?.instant.description.hasPrefix("2019") ?? false })
    }
}
