import Complaints
import Testing

@testable import Reading

/// Pagination as the engines of many sites write it.
struct NextLinkTests {
    private static func next(
        _ body: String, at url: String = "https://shop.example/reviews"
    ) throws -> String? {
        let page = try read(
            PageInput(
                bytes: Array("<!doctype html><body>\(body)".utf8), url: url, contentType: "text/html",
                now: Instant(seconds: 1_772_000_000)))
        return page.next?.replacingPrefix("https://shop.example", with: "")
    }

    /// Labels are told apart by a hash of their letters before they are read: none may be lost by it.
    @Test(arguments: [
        "NEXT PAGE", "Next (2/10)", "СЛЕДУЮЩАЯ СТРАНИЦА", "Дальше…", "НАСТУПНА СТОРІНКА", "NASTĘPNA",
        "ĎALŠIA",
        "DALŠÍ »", "NÄCHSTE SEITE", "PRÓXIMA", "URMĂTOAREA", "KÖVETKEZŐ", "СЛЕДВАЩА",
        "\u{A0}Weiter\u{A0}→",
    ])
    func `a label is known in any case and between any signs`(label: String) {
        #expect(NextLabel.rank(label) == .text)
    }

    @Test(arguments: ["›", " → ", "❯", "▶", ">", "➡\u{FE0F}"])
    func `an arrow alone is a sign`(label: String) {
        #expect(NextLabel.rank(label) == .sign)
    }

    @Test(arguments: ["Nexus", "12", "", "…", "Дальневосточный", "次の店", "Nächstenliebe", "→ →"])
    func `what only begins as a label is none`(label: String) {
        #expect(NextLabel.rank(label) == nil)
    }

    @Test(arguments: [
        ("<link rel=next href='?page=2'>", "/reviews?page=2"),
        ("<a rel='next nofollow' href='/reviews?start=20'>Next</a>", "/reviews?start=20"),
        ("<a href='?page=2'>następna »</a>", "/reviews?page=2"),
        ("<a href='/reviews/strona-2'>Dalej</a>", "/reviews/strona-2"),
        ("<a href='?p=2'>Następne (2/10)</a>", "/reviews?p=2"),
        ("<a href='?PAGEN_1=2'>След.</a>", "/reviews?PAGEN_1=2"),
        ("<a href='/reviews/page/2/'>Вперёд →</a>", "/reviews/page/2/"),
        ("<a href='?page=2'>Наступна сторінка</a>", "/reviews?page=2"),
        ("<a href='?strana=2'>Další &raquo;</a>", "/reviews?strana=2"),
        ("<a href='?strana=2'>Ďalšia</a>", "/reviews?strana=2"),
        ("<a href='?seite=2'>Nächste Seite ></a>", "/reviews?seite=2"),
        ("<a href='?page=2'>Page suivante</a>", "/reviews?page=2"),
        ("<a href='?pag=2'>Siguiente ›</a>", "/reviews?pag=2"),
        ("<a href='?pag=2'>Successiva</a>", "/reviews?pag=2"),
        ("<a href='?pagina=2'>Próxima</a>", "/reviews?pagina=2"),
        ("<a href='?pagina=2'>Volgende</a>", "/reviews?pagina=2"),
        ("<a href='?pagina=2'>Următoarea »</a>", "/reviews?pagina=2"),
        ("<a href='?oldal=2'>Következő</a>", "/reviews?oldal=2"),
        ("<a href='?page=2'>Следваща</a>", "/reviews?page=2"),
        ("<a href='?puslapis=2'>Kitas</a>", "/reviews?puslapis=2"),
        ("<a href='?sayfa=2'>Sonraki Sayfa</a>", "/reviews?sayfa=2"),
        ("<a href='?offset=10'>Next 10 reviews</a>", "/reviews?offset=10"),
        ("<a href='?page=2'>Show more reviews</a>", "/reviews?page=2"),
        (
            "<a href='/reviews/comment-page-3/#comments'>&laquo; Older Comments</a>",
            "/reviews/comment-page-3/#comments"
        ),
        ("<a href='/reviews?page=2'><i class='fa fa-chevron-right'></i></a>", "/reviews?page=2"),
        ("<a href='?page=2'><img src=n.png alt='Next page'></a>", "/reviews?page=2"),
        ("<a href='?page=2' aria-label='Go to next page'><svg></svg></a>", "/reviews?page=2"),
        ("<a href='?page=2' title='Следующая страница'>·</a>", "/reviews?page=2"),
        ("<li class='pagination__item--next'><a href='?page=2'><b>·</b></a></li>", "/reviews?page=2"),
        ("<li class=next><a href='?page=2'>·</a></li>", "/reviews?page=2"),
        ("<a href='?page=2'>›</a><a href='?page=9'>»</a>", "/reviews?page=2"),
        ("<a href='?page=1'>1</a><a href='?page=2'>»</a>", "/reviews?page=2"),
        ("<button data-href='/reviews?page=2'>Load more</button>", "/reviews?page=2"),
        ("<a href='#' data-url='/reviews?page=2'>Więcej opinii</a>", "/reviews?page=2"),
        ("<a href='javascript:void(0)' data-href='/reviews?page=2' class=next>n</a>", "/reviews?page=2"),
    ])
    func `a link that says next is the next page`(body: String, next: String) throws {
        #expect(try Self.next(body) == next)
    }

    @Test(arguments: [
        ("<span>1</span><a href='?page=2'>2</a><a href='?page=3'>3</a>", "/reviews", "/reviews?page=2"),
        (
            "<a href='?page=1'>1</a> <strong>2</strong> <a href='?page=3'>3</a>", "/reviews?page=2",
            "/reviews?page=3"
        ),
        (
            "<p><a href='?s=0'>1</a> 2 <a href='?s=40'>3</a> <a href='?s=60'>4</a></p>", "/reviews?s=20",
            "/reviews?s=40"
        ),
        (
            "<ul><li><a href='/reviews'>1</a><li class=active><a href='/reviews/page/2'>2</a><li><a href='/reviews/page/3'>3</a></ul>",
            "/reviews/page/2", "/reviews/page/3"
        ),
        (
            "<nav><a href='/reviews' aria-current=page>1</a><a href='/reviews/2'>2</a><a href='/reviews/3'>3</a></nav>",
            "/reviews", "/reviews/2"
        ),
        (
            "<a href='?page=1'>1</a><a href='?page=2'>2</a><a href='?page=3'>3</a>", "/reviews?page=2",
            "/reviews?page=3"
        ),
        (
            "<div><a href='/r-p1.html'>1</a><a class=current href='/r-p2.html'>2</a><a href='/r-p3.html'>3</a></div>",
            "/r-p2.html", "/r-p3.html"
        ),
        (
            "<a href='/t/view.php?t=5&start=20'>2</a><a href='/t/view.php?t=5&start=40'>3</a>",
            "/t/view.php?t=5", "/t/view.php?t=5&start=20"
        ),
        ("<a href='/t/x.12/page-2'>2</a><a href='/t/x.12/page-3'>3</a>", "/t/x.12/", "/t/x.12/page-2"),
        (
            "<a href='/h-reviews-or10-inn.html'>2</a><a href='/h-reviews-or20-inn.html'>3</a>",
            "/h-reviews-inn.html", "/h-reviews-or10-inn.html"
        ),
    ])
    func `the number after the current page's is the next page`(
        body: String, page: String, next: String
    ) throws {
        #expect(try Self.next(body, at: "https://shop.example" + page) == next)
    }

    @Test(arguments: [
        "<a href='#'>Next</a>", "<a href='javascript:go(2)'>Next</a>", "<a href='/reviews'>Next</a>",
        "<a class='next disabled' href='?page=2'>Next</a>",
        "<li class='next disabled'><a href='?page=2'>Next</a></li>",
        "<a aria-disabled=true href='?page=2'>Next</a>", "<a rel=next href='/a-quite-other-article'>Next</a>",
        "<link rel=next href='/a-quite-other-article' title='Another article'>",
        "<div class='post-navigation'><a rel=next href='/reviews?p=77'>Next</a></div>",
        "<div class='slick-slider'><a class='slick-next' href='?slide=2'>Next</a></div>",
        "<table class=calendar><tr><td><a href='?month=5' class=next>Next</a></table>",
        "<a href='/reviews/how-to-complain'>Далее</a>",
        "<a href='https://other.example/reviews?page=2'>Next</a>",
        "<a href='/about'>2</a>", "<a href='?item=4'>4</a>", "<a href='?page=9'>»»</a>",
        "<a href='?page=9'>Last</a>",
        "<a href='mailto:a@shop.example'>Next</a>", "<a href='?sort=new'>more</a>",
        "<a href='?page=1'>1</a><a href='?page=2'>2</a><b>3</b>",
        "<a class=prev href='?page=1'>Previous</a>",
    ])
    func `what only looks like it is no next page`(body: String) throws {
        #expect(try Self.next(body) == nil)
    }

    @Test func `comments begin at their newest or their oldest end`() throws {
        let older = "<a href='/a/comment-page-1/#comments'>Older comments</a>"
        let newer = "<a href='/a/comment-page-3/#comments'>Newer comments</a>"
        #expect(try Self.next(older, at: "https://shop.example/a/") == "/a/comment-page-1/#comments")
        #expect(try Self.next(newer, at: "https://shop.example/a/") == "/a/comment-page-3/#comments")
        let both = older + newer
        #expect(
            try Self.next(both, at: "https://shop.example/a/comment-page-2/") == "/a/comment-page-1/#comments"
        )
        let first = "<a href='/a/#comments'>Older comments</a>" + newer
        #expect(
            try Self.next(first, at: "https://shop.example/a/comment-page-2/")
                == "/a/comment-page-3/#comments")
        let numbers = "<a class='prev page-numbers' href='/a/comment-page-6/'>Previous</a><span>7</span>"
        #expect(try Self.next(numbers, at: "https://shop.example/a/") == "/a/comment-page-6/")
    }

    @Test func `a link after the end of the page is found`() throws {
        let body = "<p>x</p></body></html><a rel=next href='?page=2'>Next</a>"
        #expect(try Self.next(body) == "/reviews?page=2")
        let page = try read(
            PageInput(
                bytes: Array(body.utf8), url: "https://shop.example/reviews", contentType: "text/html",
                now: Instant(seconds: 1_772_000_000), next: "a[rel=next]"))
        #expect(page.next == "https://shop.example/reviews?page=2")
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
