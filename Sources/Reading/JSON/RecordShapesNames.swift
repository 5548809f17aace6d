/// What the names of JSON members say, in many languages and spellings: `reviewText`, `comment_body`, `ocena`.

/// The parts that one name may play, each with how surely; 0 is not at all.
struct NameRoles {
    var text = 0, title = 0, date = 0, rating = 0, author = 0, id = 0, url = 0, language = 0
    var isBest = false, isPro = false, isCon = false
    /// The object below is the writer, the answer, a mere wrapping, or of another kind and not looked into.
    var isPerson = false, isReply = false, isWrapper = false, isValue = false, isForeign = false
    var replyPart = ReplyPart.none
    /// A thing that only visitors' words have, or that they never have.
    var isOfVisitors = false, isOfOthers = false
    var isOfficial = false, isReference = false
    var isGivenName = false, isFamilyName = false, isComment = false

    /// Whether it says something of a record by itself.
    var isPart: Bool { text + title + date + rating + author > 0 }

    enum ReplyPart { case none, text, date, author }

    init(_ name: String) {
        let key = Self.plain(name)
        text = Self.rank(key, in: Names.text) ?? Self.rankOfText(key)
        title = Self.rank(key, in: Names.title) ?? 0
        date = Self.rank(key, in: Names.date) ?? Self.rankOfDate(key)
        rating = Self.rank(key, in: Names.rating) ?? 0
        author = Self.rank(key, in: Names.author) ?? 0
        id = Self.rank(key, in: Names.id) ?? 0
        url = Self.rank(key, in: Names.url) ?? 0
        language = Self.rank(key, in: Names.language) ?? 0
        isBest = Names.best.contains(key)
        isPro = Names.pros.contains(key)
        isCon = Names.cons.contains(key)
        isPerson = Names.persons.contains(key)
        isReply = Names.replies.contains(key)
        isWrapper = Names.wrappers.contains(key)
        isValue = Names.values.contains(key)
        isForeign = Names.foreign.contains(key)
        isOfVisitors = Names.visitors.contains(key)
        isOfOthers = Names.others.contains(key)
        isOfficial = Names.official.contains(key)
        isReference = Names.references.contains(key)
        isComment = key == "comment"
        isGivenName = key == "firstname" || key == "givenname" || key == "first"
        isFamilyName = key == "lastname" || key == "familyname" || key == "surname" || key == "last"
        replyPart = Self.replyPart(key)
        if replyPart != .none { (text, date, author) = (0, 0, 0) }
    }

    /// In lower case, without what joins words.
    static func plain(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) {
            return String(
                decoding: name.utf8.lazy.filter { $0.isASCIILetter || $0.isASCIIDigit }.map(
                    \.lowercasedASCII),
                as: UTF8.self)
        }
        var found = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil { found.append(scalar) }
        return String(found)
    }

    private static func rank(_ key: String, in table: [[String]]) -> Int? {
        table.firstIndex { $0.contains(key) }.map { 10 - $0 }
    }

    private static func rankOfText(_ key: String) -> Int {
        for end in ["text", "body", "comment", "content", "message", "review", "feedback", "comments"]
        where key.hasSuffix(end) && key.utf8.count > end.utf8.count {
            let isMeta = ["alt", "button", "label", "meta", "seo", "cta", "short", "help", "link", "error"]
                .contains { key.contains($0) }
            return isMeta ? 0 : 5
        }
        return 0
    }

    private static func rankOfDate(_ key: String) -> Int {
        for part in [
            "expir", "birth", "join", "regist", "delet", "seen", "login", "end", "start", "deadline", "until",
            "valid", "member",
        ] where key.contains(part) { return 0 }
        if key.contains("publish") || key.contains("submi") || key.contains("creat") || key.contains("posted")
        {
            return key.contains("by") ? 0 : 6
        }
        return key.hasSuffix("date") || key.hasSuffix("time") || key.hasPrefix("date")
            || key.hasSuffix("timestamp")
            ? 4 : 0
    }

    private static func replyPart(_ key: String) -> ReplyPart {
        guard
            key.contains("reply") || key.contains("response") || key.contains("responded")
                || key.contains("replied")
        else { return .none }
        for end in ["text", "content", "body", "message", "comment"] where key.hasSuffix(end) { return .text }
        for end in ["date", "time", "at", "on", "timestamp"] where key.hasSuffix(end) { return .date }
        for end in ["author", "name", "by", "user"] where key.hasSuffix(end) { return .author }
        return .none
    }
}

/// Ranked names: the first list 10, the second 9 and so on.
private enum Names {
    static let text: [[String]] = [
        [
            "reviewtext", "reviewbody", "reviewcontent", "reviewcomment", "commenttext", "commentbody",
            "commentcontent", "commentmessage", "posttext", "postbody", "messagetext", "textoriginal",
            "rawmessage",
            "bodytext",
        ],
        [
            "text", "body", "comment", "message", "review", "content", "feedback", "opinion", "textdisplay",
            "selftext", "bodyhtml", "cooked", "storytext", "remark", "remarks", "comments", "fulltext",
            "contenthtml",
            "contenttext", "bodymarkdown", "opinia", "tresc", "treść", "komentarz", "recenzja", "kommentar",
            "bewertungstext", "inhalt", "nachricht", "beitrag", "otzyv", "отзыв", "текст", "комментарий",
            "сообщение", "відгук", "повідомлення", "avis", "contenu", "commentaire", "texte", "comentario",
            "texto", "mensaje", "contenido", "opiniones", "recensione", "testo", "commento", "messaggio",
            "comentário", "conteudo", "conteúdo", "mensagem", "recensie", "tekst", "bericht", "komentar",
            "komentář", "recenze", "velemeny", "vélemény", "szoveg", "szöveg", "yorum", "icerik", "mesaj",
            "omdöme",
            "отзив", "коментар", "atsiliepimas", "komentaras", "recenzie", "comentariu", "complaint", "note",
        ],
        ["hodnoceni", "hodnocení", "hodnotenie", "bewertung"],
        [],
        [
            "description", "summary", "excerpt", "blurb", "snippet", "details", "story", "answer", "question",
            "quote",
        ],
    ]
    static let title: [[String]] = [
        [
            "title", "reviewtitle", "headline", "subject", "heading", "commenttitle", "tytul", "tytuł",
            "titel",
            "titre", "titulo", "título", "titolo", "nazev", "název", "nadpis", "заголовок", "тема", "otsikko",
            "reviewheadline", "reviewsummary", "storytitle",
        ], ["summary", "caption"],
    ]
    static let date: [[String]] = [
        [
            "publishedat", "datepublished", "publisheddate", "publishtime", "published", "publishdate",
            "submissiontime", "submittedat", "submitteddate", "submissiondate", "reviewdate", "commentdate",
            "postdate", "postedat", "posteddate", "dateposted", "posted", "reviewcreatedat", "publishedon",
        ],
        [
            "createdat", "createddate", "datecreated", "createtime", "createdtime", "creationdate", "created",
            "createdutc", "creationtime", "createdon", "createdati", "dateadded", "addedat", "addeddate",
            "added",
        ],
        [
            "date", "datetime", "timestamp", "time", "ts", "when", "pubdate", "displaydate", "dategmt",
            "data",
            "datum", "fecha", "дата", "tarih", "datadodania", "datautworzenia", "erstelltam", "dodano",
            "vytvoreno",
            "pridano", "erstellt", "дата_создания", "commenttime", "dateutc", "epoch", "unixtime",
        ],
        [], ["taken"],
        [
            "relativetimedescription", "relativepublishtimedescription", "relativetime", "relativedate",
            "timeago",
            "ago", "humandate", "formatteddate", "localizeddate", "datelabel",
        ], [],
        [
            "updated", "updatedat", "updatetime", "updateddate", "modified", "modifiedat", "lastmodified",
            "lastupdate", "lastupdated", "editedat", "datemodified",
        ],
        ["experienceddate", "visitdate", "staydate", "purchasedate", "dateofexperience", "traveldate"],
    ]
    static let rating: [[String]] = [
        [
            "rating", "ratingvalue", "reviewrating", "starrating", "stars", "star", "overallrating",
            "ratingoverall", "userrating", "numericrating", "ratingscore", "reviewscore", "imrating",
            "reviewstars", "starscount", "starcount", "rate", "ocena", "оценка", "оцінка", "sterne",
            "puntuacion", "puntuación", "valoracion", "calificacion", "estrellas", "valutazione", "punteggio",
            "stelle", "beoordeling", "értékelés", "ertekeles", "puan", "yildiz", "avaliacao", "avaliação",
            "рейтинг", "оценки", "hodnoceni", "hodnotenie", "pocethvezd", "betyg", "ivertinimas", "rated",
        ],
        ["score", "overall", "grade", "mark", "nota", "note", "voto", "bewertung", "cijfer", "overallscore"],
        ["value", "average", "ratingaverage", "averagescore"],
    ]
    static let best: Set<String> = [
        "maxrating", "ratingmax", "ratingrange", "outof", "bestrating", "maxscore", "scoremax", "ratingscale",
        "maxstars", "maxvalue", "ratingoutof", "scale", "max", "best", "starsmax",
    ]
    static let author: [[String]] = [
        [
            "authorname", "reviewername", "reviewernickname", "customername", "authordisplayname",
            "usernickname",
            "displayname", "nickname", "commentername", "authornickname", "membername", "guestname",
            "clientname",
            "publicname", "userdisplayname", "reviewauthor", "postername", "personname",
        ],
        [
            "author", "reviewer", "username", "fullname", "nick", "user", "customer", "by", "postedby",
            "createdby",
            "poster", "writer", "commenter", "screenname", "accountname", "pseudo", "pseudonym", "login",
            "consumer", "autor", "uzytkownik", "użytkownik", "klient", "imie", "imię", "podpis", "nutzer",
            "benutzer", "verfasser", "auteur", "utilisateur", "usuario", "cliente", "nombre", "utente",
            "autore",
            "nome", "naam", "jmeno", "jméno", "meno", "prezdivka", "felhasznalo", "szerző", "yazar",
            "kullanici",
            "автор", "имя", "пользователь", "ім'я", "користувач", "autorius", "vardas", "givenby",
            "signature",
            "acct", "handle", "creator", "nev", "név", "alias",
        ],
        [], [], [], [], [], [], ["name"],
    ]
    static let persons: Set<String> = [
        "author", "authors", "user", "reviewer", "customer", "consumer", "profile", "account", "member",
        "owner",
        "from", "by", "poster", "creator", "createdby", "writer", "person", "guest", "client", "commenter",
        "authorattribution", "userprofile", "userinfo", "authorinfo", "reviewerinfo", "contributor",
        "submitter",
        "postedby", "actor", "autor", "uzytkownik", "nutzer", "benutzer", "auteur", "utilisateur", "usuario",
        "cliente", "utente", "автор", "пользователь", "buyer", "traveler", "traveller", "patient",
        "publicuser",
        "memberinfo", "userdata", "sender", "reviewauthor", "reviewuser",
    ]
    static let id: [[String]] = [
        ["reviewid", "commentid", "postid"],
        [
            "id", "uuid", "guid", "objectid", "pk", "itemid", "reviewuuid", "messageid", "legacyid",
            "encryptedid",
        ],
        ["key", "nodeid", "hash"],
    ]
    static let url: [[String]] = [
        ["permalink", "permalinkurl", "htmlurl", "reviewurl", "commenturl", "posturl", "reviewlink"],
        ["weburl", "link", "shareurl", "canonicalurl"], ["url", "href", "uri"],
    ]
    static let language: [[String]] = [
        [
            "language", "lang", "locale", "languagecode", "langcode", "originallanguage", "reviewlanguage",
            "contentlocale", "sourcelang", "sourcelanguage", "jezyk",
        ]
    ]
    static let pros: Set<String> = [
        "pros", "positive", "positives", "advantages", "liked", "plus", "plusy", "zalety", "достоинства",
        "плюсы",
        "vorteile", "pluspunkte", "positivetext", "likedtext", "reviewpositive", "pro", "vantagens",
        "ventajas",
        "avantages", "pregi", "klady", "переваги", "positivecomment", "dignity",
    ]
    static let cons: Set<String> = [
        "cons", "negative", "negatives", "disadvantages", "disliked", "minus", "minusy", "wady", "недостатки",
        "минусы", "nachteile", "minuspunkte", "negativetext", "dislikedtext", "reviewnegative", "contra",
        "desvantagens", "desventajas", "inconvénients", "difetti", "zapory", "недоліки", "negativecomment",
        "shortcomings",
    ]
    static let replies: Set<String> = [
        "reply", "response", "ownerreply", "ownerresponse", "merchantreply", "merchantresponse",
        "businessresponse", "businessreply", "companyreply", "companyresponse", "clientresponse",
        "clientresponses", "reviewreply", "reviewresponse", "storereply", "shopreply", "sellerreply",
        "sellerresponse", "vendorreply", "vendorresponse", "officialreply", "officialresponse",
        "officialanswer", "adminreply", "adminresponse", "staffreply", "publicreply", "managerresponse",
        "managementresponse", "hotelresponse", "propertyresponse", "restaurantreply", "restaurantresponse",
        "developerresponse", "developercomment", "brandresponse", "answer", "odpowiedz", "odpowiedź",
        "antwort",
        "ответ", "відповідь", "reponse", "réponse", "respuesta", "risposta", "resposta", "antwoord",
        "odpoved",
        "odpověď", "valasz", "válasz", "yanit", "companyanswer", "bankanswer", "sellercomment", "shopcomment",
        "replyfromowner", "responsefromowner", "ownercomment", "storeresponse", "answers", "replies",
        "responses",
        "hostresponse", "partnerresponse", "doctorreply", "clinicreply", "officialcomment", "companycomment",
    ]
    static let wrappers: Set<String> = [
        "node", "data", "attributes", "snippet", "toplevelcomment", "review", "comment", "usercomment",
        "fields",
        "item", "source", "document", "post", "record", "entity", "dates", "date", "rating", "ratings",
        "score",
        "scores", "texts", "content", "text", "title", "body", "reviewdata", "commentdata", "timestamps",
        "metadata",
        "meta", "message", "status", "stars", "reviewrating", "headline", "reviewcontent", "reviewinfo",
        "details",
        "identifiers", "info", "created", "published", "time", "createtime", "createdat", "updatedat",
        "publishedat",
        "lastmodified", "originaltext", "id", "permalink", "reviewtext", "description", "summary",
    ]
    static let values: Set<String> = [
        "rendered", "label", "plain", "html", "raw", "value", "text", "t", "cdata", "original", "seconds",
        "date", "epochsecond", "iso", "plaintext", "formatted", "content", "body", "displayvalue", "markdown",
        "timestamp", "score", "utc", "default", "main", "full",
    ]
    static let foreign: Set<String> = [
        "product", "shop", "store", "business", "company", "place", "restaurant", "hotel", "parent",
        "category",
        "image", "images", "photo", "photos", "media", "thumbnail", "avatar", "location", "address", "seo",
        "links",
        "urls", "tracking", "experiment", "translations", "translation", "subratings", "badges", "settings",
        "article", "offer", "brand", "organization", "topic", "thread", "subreddit", "group", "repository",
        "movie", "book", "game", "app", "itemreviewed", "merchant", "seller", "picture", "video", "reactions",
        "application", "card", "labels", "milestone", "poll", "permissions", "actions", "highlightresult",
    ]
    static let visitors: Set<String> = [
        "parentid", "parent", "likes", "likescount", "likecount", "helpful", "helpfulcount", "helpfulvotes",
        "verified", "isverified", "verifiedpurchase", "verifiedbuyer", "votes", "upvotes", "downvotes", "ups",
        "replies", "repliescount", "replycount", "recommended", "isrecommended", "wouldrecommend", "reviewid",
        "commentid", "thumbsup", "thumbsdown", "votesup", "votesdown", "usefulcount", "reactions", "points",
        "commentscount", "favouritescount", "purchasedate", "likedcount", "dislikes", "isanonymous",
        "numcomments",
        "totalpositivefeedbackcount", "reblogscount", "answercount", "isanswered", "viewcount", "storytitle",
        "postnumber", "moderationstatus",
    ]
    static let others: Set<String> = [
        "price", "sku", "currency", "availability", "stock", "instock", "gtin", "mpn", "discount",
        "addtocart",
        "slug", "featuredimage", "heroimage", "featuredmedia", "ingredients", "calories", "phone",
        "telephone",
        "latitude", "longitude", "lat", "lng", "openinghours", "reviewcount", "reviewscount",
        "numberofreviews",
        "ratingcount", "averagerating", "numreviews", "totalreviews", "duration", "salary", "jobtitle",
        "metatitle",
        "metadescription", "byline", "section", "standfirst", "readingtime", "readtime", "wordcount",
        "categories",
        "componenttype", "component", "cta", "ctatext", "buttontext", "backgroundcolor", "template", "teaser",
        "coverimage", "listprice", "saleprice", "pricerange", "cuisine", "bedrooms", "venue", "startdate",
        "enddate", "isbn", "genre", "genres", "runtime", "tagline", "featureflag", "variant", "variants",
        "sizes",
        "abstract", "dek", "kicker", "imageurl", "leadimage", "thumbnailurl", "datemodified", "articletype",
    ]
    static let official: Set<String> = [
        "isowner", "isofficial", "isstaff", "ismerchant", "isseller", "isbusiness", "isadmin", "official",
        "staff",
        "admin", "fromowner", "isbrand", "iscompany", "isshop", "isvendor", "isrepresentative", "bymerchant",
        "byowner", "isstore", "isofficialreply", "authortype", "role", "usertype", "type", "ispartner",
        "isbusinessowner",
    ]
    static let references: Set<String> = [
        "fromid", "userid", "authorid", "accountid", "ownerid", "memberid", "user", "author",
    ]
}
