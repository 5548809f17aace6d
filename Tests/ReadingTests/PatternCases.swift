/// Invented pages for the pattern tests: lists of records of many makes, and pages that only look like them.

enum PatternCases {
    typealias Wanted = PatternTests.Wanted

    static let sites: [Wanted] = [
        Wanted(
            kind: "blog comments with nested answers of the author",
            html: """
                <div id=comments><h3>3 Comments</h3><ol class=comment-list>
                <li id=comment-11 class="comment even depth-1"><article class=comment-body><footer class=comment-meta>
                <b class=fn>Jane Doe</b> <span class=says>says:</span> <a href="#comment-11"><time datetime="2025-02-01T10:00:00+00:00">
                February 1, 2025 at 10:00 am</time></a></footer><div class=comment-content><p>I made this twice.</p>
                <p>Both times it was dry.</p></div><div class=reply><a href="?replytocom=11#respond">Reply</a></div></article>
                <ol class=children><li id=comment-12 class="comment bypostauthor depth-2"><article class=comment-body>
                <footer class=comment-meta><b class=fn>Cook</b> <span class=says>says:</span>
                <a href="#comment-12"><time datetime="2025-02-02T10:00:00+00:00">February 2, 2025 at 10:00 am</time></a></footer>
                <div class=comment-content><p>Use more milk, Jane.</p></div></article></li></ol></li>
                <li id=comment-13 class="comment odd depth-1"><article class=comment-body><footer class=comment-meta>
                <b class=fn>Bob</b> <span class=says>says:</span> <a href="#comment-13"><time datetime="2025-02-03T10:00:00+00:00">
                February 3, 2025 at 10:00 am</time></a></footer><div class=comment-content><p>Thanks!</p></div>
                <div class=reply><a href="?replytocom=13#respond">Reply</a></div></article></li></ol></div>
                """,
            records: ["Jane Doe | 2025-02-01 | - | I made this twice.", "Bob | 2025-02-03 | - | Thanks!"],
            replies: ["Use more milk, Jane."]),
        Wanted(
            kind: "a Polish shop with marks in words",
            html: """
                <section class=opinie><h2>Opinie klientów</h2>
                <div class=opinia><span class=nick>kasia_88</span><span class=data>12.03.2025</span><span class=ocena>4/5</span>
                <p class=tresc>Paczka doszła szybko, ale pudełko było pogniecione.</p><a class=btn>Zgłoś</a></div>
                <div class=opinia><span class=nick>Marek</span><span class=data>10.03.2025</span><span class=ocena>1/5</span>
                <p class=tresc>Reklamacja odrzucona bez podania powodu.</p><a class=btn>Zgłoś</a></div>
                <div class=opinia><span class=nick>Zofia N.</span><span class=data>2.03.2025</span><span class=ocena>5/5</span>
                <p class=tresc>Polecam!</p><a class=btn>Zgłoś</a></div></section>
                """,
            records: [
                "kasia_88 | 2025-03-12 | 4.0 | Paczka doszła szyb",
                "Marek | 2025-03-10 | 1.0 | Reklamacja odrzuco",
                "Zofia N. | 2025-03-02 | 5.0 | Polecam!",
            ]),
        Wanted(
            kind: "a Russian site of complaints, with answers of the company",
            html: """
                <div class=otzyvy><div class=otzyv><div class=head><a class=user href=/user/1>Иван П.</a><span class=date>7 апреля 2025</span></div>
                <div class=text>Деньги списали дважды, поддержка молчит вторую неделю.</div>
                <div class=answer><b>Ответ представителя компании</b><div class=text>Здравствуйте! Мы вернём деньги в течение трёх дней.</div></div></div>
                <div class=otzyv><div class=head><a class=user href=/user/2>Ольга</a><span class=date>3 апреля 2025</span></div>
                <div class=text>Карту доставили на день раньше, курьер вежливый.</div></div>
                <div class=otzyv><div class=head><a class=user href=/user/3>Сергей</a><span class=date>1 апреля 2025</span></div>
                <div class=text>Отказали в кредите без объяснения причин.</div></div></div>
                """,
            records: [
                "Иван П. | 2025-04-07 | - | Деньги списали два",
                "Ольга | 2025-04-03 | - | Карту доставили на",
                "Сергей | 2025-04-01 | - | Отказали в кредите",
            ]),
        Wanted(
            kind: "a forum thread of tables",
            html: """
                <table class=forumline><tr><td><span class=name><b>alfa</b></span><br>Joined: 01 Jan 2010<br>Posts: 12</td><td>
                <span class=postdetails>Posted: Mon Mar 03, 2025 3:20 pm</span><hr><span class=postbody>My order 12 was never sent, what can I do about it?</span></td></tr>
                <tr><td><span class=name><b>beta2</b></span><br>Joined: 05 Feb 2012<br>Posts: 1</td><td>
                <span class=postdetails>Posted: Mon Mar 03, 2025 5:01 pm</span><hr><span class=postbody>Write to them by registered letter, that helped me.</span></td></tr>
                <tr><td><span class=name><b>gamma</b></span><br>Joined: 09 Sep 2014<br>Posts: 700</td><td>
                <span class=postdetails>Posted: Tue Mar 04, 2025 9:15 am</span><hr><span class=postbody>Same here, three weeks and nothing.</span></td></tr></table>
                """,
            records: [
                "alfa | 2025-03-03 | - | My order 12 was ne", "beta2 | 2025-03-03 | - | Write to them by r",
                "gamma | 2025-03-04 | - | Same here, three w",
            ]),
        Wanted(
            kind: "a list with hooks instead of classes",
            html: """
                <div id=cm><div id=R1 data-hook=review class=a><a href=/gp/profile/1><span class=p>Tom Hill</span></a>
                <i data-hook=review-star-rating class="a-star-2"><span>2.0 out of 5 stars</span></i>
                <a data-hook=review-title href=/r/1><span>Broke in a week</span></a>
                <span data-hook=review-date>Reviewed in the United States on May 2, 2025</span>
                <div data-hook=review-body><span>The handle came off on the third day of use.</span></div></div>
                <div id=R2 data-hook=review class=a><a href=/gp/profile/2><span class=p>Ann Lee</span></a>
                <i data-hook=review-star-rating class="a-star-5"><span>5.0 out of 5 stars</span></i>
                <a data-hook=review-title href=/r/2><span>Works well</span></a>
                <span data-hook=review-date>Reviewed in the United States on April 30, 2025</span>
                <div data-hook=review-body><span>Quiet and quick, would buy it again.</span></div></div></div>
                """,
            records: [
                "Tom Hill | 2025-05-02 | 2.0 | The handle came of",
                "Ann Lee | 2025-04-30 | 5.0 | Quiet and quick, w",
            ]),
        Wanted(
            kind: "German reviews with stars drawn by width, and relative days",
            html: """
                <ul class=bewertungen><li class=bewertung><div class=sterne><span style="width: 40%"></span></div>
                <strong class=autor>Heike M.</strong> <span class=datum>vor 2 Tagen</span><p>Der Monteur kam erst beim dritten Termin.</p></li>
                <li class=bewertung><div class=sterne><span style="width: 100%"></span></div><strong class=autor>Jörg</strong>
                <span class=datum>vor 3 Wochen</span><p>Alles bestens, gerne wieder.</p></li></ul>
                """,
            records: [
                "Heike M. | 2026-05-26 | 2.0 | Der Monteur kam er",
                "Jörg | 2026-05-07 | 5.0 | Alles bestens, ger",
            ]),
        Wanted(
            kind: "a definition list of a guest book",
            html: """
                <h2>Guestbook comments</h2><dl class=comments><dt>By <b>Carl</b> on 3 May 2024</dt><dd>The room was cold and the owner did not care about it.</dd>
                <dt>By <b>Dora</b> on 5 May 2024</dt><dd>We waited an hour for the keys, otherwise fine.</dd>
                <dt>By <b>Emil</b> on 9 May 2024</dt><dd>Never again, the booking was lost and nobody helped.</dd></dl>
                """,
            records: [
                "Carl | 2024-05-03 | - | The room was cold ", "Dora | 2024-05-05 | - | We waited an hour ",
                "Emil | 2024-05-09 | - | Never again, the b",
            ]),
        Wanted(
            kind: "stars as icons",
            html: """
                <div class=testimonials-reviews><div class=review-card><div class=stars><i class="fa fa-star"></i><i class="fa fa-star"></i>
                <i class="fa fa-star"></i><i class="fa fa-star-o"></i><i class="fa fa-star-o"></i></div><h4 class=review-title>Slow</h4>
                <p class=review-text>Three calls until they sent somebody who could mend it.</p><div class=reviewer>Ivo B.</div><div class=when>04/30/2025</div></div>
                <div class=review-card><div class=stars><i class="fa fa-star"></i><i class="fa fa-star-o"></i><i class="fa fa-star-o"></i>
                <i class="fa fa-star-o"></i><i class="fa fa-star-o"></i></div><h4 class=review-title>Bad</h4>
                <p class=review-text>They charged me for parts that were never replaced.</p><div class=reviewer>Lena</div><div class=when>04/29/2025</div></div></div>
                """,
            records: [
                "Ivo B. | 2025-04-30 | 3.0 | Three calls until ",
                "Lena | 2025-04-29 | 1.0 | They charged me fo",
            ]),
    ]

    static let others: [Wanted] = [
        Wanted(
            kind: "news",
            html: "<div class=news-list>"
                + (1...6).map {
                    "<article class=news><h3><a href=/n/\($0)>The council of town \($0) decides on roads</a></h3><span class=date>\($0) May 2025</span>"
                        + "<span class=author>By Ann Lee</span><p>The council met on Monday and spoke about roads number \($0).</p><a href=/n/\($0)>Read more</a></article>"
                }.joined() + "</div>", records: []),
        Wanted(
            kind: "products with stars and prices",
            html: "<div class=grid>"
                + (1...8).map {
                    "<div class=product-card><a href=/p/\($0)><img src=/\($0).jpg><h4>Kettle model \($0)</h4></a><span class=stars>★★★★☆</span>"
                        + "<span class=count>(1\($0))</span><span class=price>$\($0)9.99</span><p>A kettle of steel, volume \($0) litres, for every kitchen.</p></div>"
                }.joined() + "</div>", records: []),
        Wanted(
            kind: "search results",
            html: "<ol class=results>"
                + (1...7).map {
                    "<li class=result><a href=https://other\($0).example/x><h3>How to mend thing \($0)</h3></a><cite>other\($0).example</cite>"
                        + "<span>Mar \($0), 2025</span><p>Mending thing \($0) is easy when you know where its parts are.</p></li>"
                }.joined() + "</ol>", records: []),
        Wanted(
            kind: "a forum's index",
            html: "<table class=topics>"
                + (1...9).map {
                    "<tr class=topic><td><a class=topictitle href=/t/\($0)>Question number \($0) about the new phone</a><br>by <a href=/user/\($0)>user\($0)</a></td>"
                        + "<td>\($0)</td><td>Mon Mar 0\($0), 2025 3:20 pm<br><a href=/user/9>last_one</a></td></tr>"
                }.joined() + "</table>", records: []),
        Wanted(
            kind: "questions and answers of the house",
            html: "<div class=faq>"
                + (1...6).map {
                    "<div class=faq-item><h4>How do I return item \($0)?</h4><p>Send it back within \($0)0 days with the form that lies in the box.</p></div>"
                }.joined() + "</div>", records: []),
        Wanted(
            kind: "a table of prices",
            html: "<div class=pricing>"
                + ["Basic", "Plus", "Max"].map {
                    "<div class=plan><h3>\($0)</h3><div class=price>€ 12 a month</div><ul><li>Ten pages</li><li>Help by mail on work days</li></ul><a href=/buy>Buy</a></div>"
                }.joined() + "</div>", records: []),
        Wanted(
            kind: "events",
            html: "<ul class=events>"
                + (1...5).map {
                    "<li class=event><time datetime=2026-07-0\($0)>July \($0), 2026</time><h3><a href=/e/\($0)>Concert number \($0)</a></h3><p>Open air in the park, doors at seven, bring a coat.</p></li>"
                }.joined() + "</ul>", records: []),
        Wanted(
            kind: "a list of changes",
            html: "<div class=changelog>"
                + (1...6).map {
                    "<section><h2>Version 1.\($0)</h2><time>2025-0\($0)-11</time><ul><li>Fixed the crash when a file \($0) is opened twice.</li><li>Faster start.</li></ul></section>"
                }.joined() + "</div>", records: []),
        Wanted(
            kind: "people of the firm",
            html: "<div class=team>"
                + ["Ann Lee", "Bob Hill", "Cid Roe"].map {
                    "<div class=member><img src=/x.jpg><h3>\($0)</h3><p>\($0) joined the firm in 2012 and leads the work on bridges and roads.</p></div>"
                }.joined() + "</div>", records: []),
        Wanted(
            kind: "recent comments in a side bar",
            html:
                "<main><p>\(String(repeating: "A long article about the sea and its ships. ", count: 30))</p></main><aside class=sidebar><ul class=recent-comments>"
                + (1...5).map {
                    "<li><a href=/user/\($0)>User\($0)</a> on <a href=/a/\($0)#comment-\($0)>The sea in the year \($0)</a></li>"
                }.joined()
                + "</ul></aside>", records: []),
        Wanted(
            kind: "an article with its author and related articles",
            html:
                "<article><h1>The sea</h1><div class=byline>By <a href=/author/ann>Ann Lee</a>, 3 May 2025</div>"
                + String(
                    repeating: "<p>The sea is wide and the ships on it are few in this season.</p>", count: 8)
                + "</article><div class=related-posts>"
                + (1...4).map {
                    "<div class=card><a href=/a/\($0)><img src=/\($0).jpg><h4>Ships of the year 190\($0)</h4></a><span>\($0) April 2025</span></div>"
                }.joined() + "</div>", records: []),
        Wanted(
            kind: "steps of a recipe",
            html: "<ol class=recipe-instructions>"
                + (1...5).map {
                    "<li class=step><b>Step \($0)</b><p>Mix the flour and the milk for \($0) minutes, then let it rest for 30 minutes.</p></li>"
                }.joined() + "</ol><p>Published 3 May 2025 by <a href=/author/cook>Cook</a></p>", records: []),
        Wanted(
            kind: "releases of a program",
            html: "<div class=releases>"
                + (1...5).map {
                    "<div class=release><h2><a href=/r/v1.\($0)>v1.\($0)</a></h2><span>ann released this <time datetime=2025-03-0\($0)>Mar \($0)</time></span>"
                        + "<p>This release mends the reading of files and adds a switch for quiet runs.</p></div>"
                }.joined() + "</div>", records: []),
    ]
}
