/// The names of JSON members by which records are known, in many languages, in lower case and without what
/// joins words.

/// Ranked names: the first list 10, the second 9 and so on.
enum ShapeNames {
    /// Parts of the names of lists.
    static let reviewLists: [StaticString] = [
        "review", "rating", "opini", "testimonial", "otzyv", "отзыв", "bewertung", "avis", "recens",
        "recenz", "hodnoc", "hodnot", "resena", "reseña", "velemeny", "atsiliep", "avaliac", "valoracion",
        "feedback", "відгук", "beoordeling",
    ]
    static let talkLists: [StaticString] = [
        "comment", "komment", "koment", "коммент", "post", "thread", "message", "repl", "answer", "question",
        "status", "reactie", "yorum", "mention", "toot", "tweet", "issue", "complaint", "children", "hits",
        "discussion", "skarg", "жалоб", "beschwerde",
    ]
    /// With what the names of lists of other things begin.
    static let otherLists = [
        "related", "recommend", "article", "product", "news", "faq", "menu", "navig", "banner", "jobs",
        "event", "recipe", "episode", "podcast", "stories", "offers", "similar", "translations", "i18n",
    ]
    static let general: Set<String> = [
        "items", "data", "results", "list", "edges", "nodes", "byid", "entities", "content", "docs",
        "response", "records", "rows", "entries", "values", "elements", "all",
    ]
    static let directories: Set<String> = [
        "users", "profiles", "groups", "accounts", "members", "authors", "people", "customers",
    ]
    /// Parts of names that only seem to be a text's or a date's.
    static let aboutTexts: [StaticString] = [
        "alt", "button", "label", "meta", "seo", "cta", "short", "help", "link", "error",
    ]
    static let otherDates: [StaticString] = [
        "expir", "birth", "join", "regist", "delet", "seen", "login", "end", "start", "deadline", "until",
        "valid", "member",
    ]
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
