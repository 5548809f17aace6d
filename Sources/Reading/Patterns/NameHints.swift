/// What the words of an element's class and id say that it holds; a hint, never a need: most sites name
/// their parts in English, many in their own language, some not at all.

struct NameHints: OptionSet, Hashable {
    let rawValue: UInt32

    /// A review, comment or opinion.
    static let review = NameHints(rawValue: 1 << 0)
    /// A post, message or answer: of a forum, but as often an article of the site's own.
    static let post = NameHints(rawValue: 1 << 1)
    static let author = NameHints(rawValue: 1 << 2)
    static let date = NameHints(rawValue: 1 << 3)
    static let rating = NameHints(rawValue: 1 << 4)
    static let title = NameHints(rawValue: 1 << 5)
    static let text = NameHints(rawValue: 1 << 6)
    static let reply = NameHints(rawValue: 1 << 7)
    /// The owner, a member of staff, the author of the page.
    static let official = NameHints(rawValue: 1 << 8)
    /// What a person presses, and what stands around it.
    static let control = NameHints(rawValue: 1 << 9)
    /// What stands beside a page's own matter: menus, related links, advertisements.
    static let furniture = NameHints(rawValue: 1 << 10)
    static let avatar = NameHints(rawValue: 1 << 11)
    /// Facts about a person or record that are neither name nor text: counts, places, ranks.
    static let fact = NameHints(rawValue: 1 << 12)
    /// A product, an article of the site, a card that leads elsewhere.
    static let teaser = NameHints(rawValue: 1 << 13)
    static let quote = NameHints(rawValue: 1 << 14)
    static let permalink = NameHints(rawValue: 1 << 15)
    /// A form for writing, not something written.
    static let form = NameHints(rawValue: 1 << 16)
    /// The aggregate of all records.
    static let summary = NameHints(rawValue: 1 << 17)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The hints of a class or id: its words are cut at signs, digits and capitals (`reviewText`), and words
    /// written together are taken apart where the first is known (`commentbody`).
    init(names: CText) {
        var found: UInt32 = 0
        guard let base = names.base else {
            self = []
            return
        }
        var i = 0
        let limit = 600
        while i < limit, base[i] != 0 {
            guard base[i].isASCIILetter || base[i] >= 0x80 else {
                i += 1
                continue
            }
            let start = i
            i += 1
            while i < limit, base[i].isASCIILetter || base[i] >= 0x80,
                !(base[i].isUpper && !base[i - 1].isUpper)
            {
                i += 1
            }
            found |= Self.hints(UnsafeBufferPointer(start: base + start, count: i - start))
        }
        self.init(rawValue: found)
    }

    private static func hints(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var found: UInt32 = 0
        var at = 0
        while at < word.count {
            let rest = UnsafeBufferPointer(rebasing: word[at...])
            guard let (length, hints) = HintWords.longest(rest) else { break }
            found |= hints
            at += length
        }
        return found
    }
}

extension UInt8 {
    fileprivate var isUpper: Bool { self >= 0x41 && self <= 0x5A }
}

/// The table of known words: open addressing over the first eight letters of each.
private enum HintWords {
    private struct Slot {
        var key: UInt64 = 0
        var length = 0
        var hints: UInt32 = 0
        /// Whether longer words that begin so are meant too (`komment` of `kommentarz`).
        var isStem = false
    }

    /// The longest known word that `word` is or begins with; a whole word only where it is short.
    static func longest(_ word: UnsafeBufferPointer<UInt8>) -> (length: Int, hints: UInt32)? {
        var key: UInt64 = 0
        var best: (Int, UInt32)?
        for i in 0..<min(8, word.count) {
            key = key << 8 | UInt64(word[i].lowercasedASCII)
            guard i >= 1, let slot = find(key, length: i + 1) else { continue }
            if slot.isStem || i + 1 == word.count { best = (i + 1, slot.hints) }
        }
        return best
    }

    private static func find(_ key: UInt64, length: Int) -> Slot? {
        let slots = slots
        var place = place(key)
        while slots[place].length != 0 {
            if slots[place].key == key, slots[place].length == length { return slots[place] }
            place = (place + 1) & mask
        }
        return nil
    }

    private static let mask = 2047
    private static func place(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 53) }

    private static let slots: [Slot] = {
        var slots = [Slot](repeating: Slot(), count: mask + 1)
        for (hints, words) in hintTable {
            for word in words.split(separator: " ") {
                let isStem = word.last == "*"
                let letters = Array((isStem ? word.dropLast() : word).utf8.prefix(8))
                let key = letters.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                var at = place(key)
                while slots[at].length != 0, slots[at].key != key || slots[at].length != letters.count {
                    at = (at + 1) & mask
                }
                let old = slots[at].hints
                slots[at] = Slot(
                    key: key, length: letters.count, hints: old | hints.rawValue,
                    isStem: slots[at].isStem || isStem)
            }
        }
        return slots
    }()
}

/// Words are at most eight letters here; `*` takes longer words that begin so, and what follows is read on.
private let hintTable: [(NameHints, String)] = [
    (
        .review,
        """
        review* reviews* comment* cmt cmts opinion* opini* otzyv* otziv* otzyvy* feedback* testimon* recenz* \
        recens* resena* bewertun* kommenta* koment* komment* commenta* valorac* avis kunden* vidguk* \
        vidhuk* hodnocen* hodnoten* recenze* beoordel* reaktion* reactie* reacties* comentar* opinia* \
        opinioni* opinie* complain* jaloba* zhaloba* skarga* skargi* reklamac* beschwer* reclamac* plainte* \
        evaluat* ratingit* critique* wypowied* komentar* yorum* yorumlar* velemeny* recenzii* pareri* atsiliep*
        """
    ),
    (
        .post,
        "post* posts* message* messages* msg msgs entry* topic* thread* reply* replies* answer* answers* otvet* "
            + "odpowied* beitrag* beitraeg* mensaje* soobshch* wpis* prispeve* discuss* forum* guestboo* "
            + "gaestebu* thought* stream* story* bericht*"
    ),
    (
        .author,
        """
        author* authors* user* username* userid* nick* nickname* fn vcard reviewer* commente* commento* \
        poster* byline* profile* member* login* creator* autor* avtor* auteur* autore* verfasse* nutzer* \
        benutzer* customer* client* klient* buyer* name* person* writer* by sender* guest* uzytkow* consumer* \
        owner* usuario* utente* display* firstnam*
        """
    ),
    (
        .date,
        "date* time* timesta* published* posted* created* when datum* data* fecha* ago datetime* dt day "
            + "godzina* datepubl* timeago* added* vremya* submitte* tarih*"
    ),
    (
        .rating,
        """
        rating* ratings* rate* rated* star* stars* score* scores* mark* grade* stern* sterne* gwiazdk* ocena* \
        oceny* zvezd* zvyozd* etoile* estrella* stelle* rank* rateit* note* nota* hodnoce* hodnocen* hodnoten* ocenka* \
        valutazi* puntuaci* notation* bubble* puan*
        """
    ),
    (
        .title,
        "title* headline* heading* subject* titel* titulo* titre* tytul* zagolov* header* summary* tema* "
            + "nadpis* titolo* caption*"
    ),
    (
        .text,
        """
        text* body* content* contents* descript* message* msg excerpt* bbwrappe* tresc* tekst* opis* inhalt* \
        texto* contenu* contenid* full* paragrap* prose* bb snippet* whole* cooked* desc* verbatim* pros* cons* \
        advantag* disadvan* plus minus* plusy* minusy* nachteil* vorteile*
        """
    ),
    (
        .reply,
        """
        reply* replies* response* respons* answer* answers* otvet* odpowied* antwort* reponse* respuest* \
        rispost* odpoved* resposta* reactie* vidpovi* raspuns* yanit* cevap*
        """
    ),
    (
        .official,
        """
        owner* official* staff* admin* administ* vendor* merchant* business* company* seller* shop* manager* \
        manageme* represen* predstav* firma* firmy* inhaber* haendler* propriet* bypostau* moderato* dealer* \
        venue* support* brand* bank hotel* store* host* provider* supplier* organiz* anbieter* sprzedaw*
        """
    ),
    (
        .control,
        """
        button* btn* action* actions* share* like* likes* dislike* vote* votes* voting* helpful* useful* \
        report* flag* tool* tools* toolbar* toggle* expand* collapse* permalin* edit* copy* link* links* \
        menu* icon* nav* respond* cancel* login* signin* subscrib* follow* print* dropdown* tooltip* popup* \
        modal* usefulne* showmore* readmore* more hidden* utility* footer* meta* tags* tag* controls* ctrl* \
        thumb* karma* up down count* counter* caret* arrow* quote* spoiler* translat* badge* label* media* \
        photo* photos* image* images* gallery* attachme* signatur* sig verified*
        """
    ),
    (
        .furniture,
        """
        nav* navbar* navigati* menu* sidebar* related* recommen* breadcru* paginati* pagination* pager* \
        banner* advert* ads ad cookie* newslett* promo* sponsor* social* share* popular* \
        trending* latest* recent* similar* teaser* tagcloud* calendar* upsell* crosssel* masthead* \
        dropdown* megamenu* submenu* toc shortcut* suggest* also modal* popup* overlay* header* topbar* \
        carousel* ticker* podobne* polecane* aktualno* novosti* nieuws* featured* archive*
        """
    ),
    (.avatar, "avatar* gravatar* userpic* photo* picture* portrait* image* img thumb* thumbnai* pic icon*"),
    (
        .fact,
        """
        count* location* city* country* stat* stats* level* badge* rank* role* joined* registe* points* karma* \
        karma reputat* region* address* place* posts* friends* votes* total* status* online* age gender* verified* \
        purchase* device* version* price* category* membersh* sort* filter* label* number* num id visited* visit* \
        stay* travel* trip* since* help* helpful* useful*
        """
    ),
    (
        .teaser,
        """
        product* item* card* article* teaser* news* hentry* listing* result* results* price* cena* tile* \
        event* events* job* jobs* faq* question* step* ingredie* instruct* recipe* pricing* plan* plans* \
        episode* video* deal* offer* offers* download* changelo* release* commit* issue* speaker* team* \
        feature* features* service*
        """
    ),
    (.quote, "quote* blockquo* quoted* bbquote* cytat* zitat* citation* spoiler* signatur* sig"),
    (.permalink, "permalin* bookmark* anchor*"),
    (
        .form,
        "form* respond* input* textarea* submit* captcha* login* register* addcomme* writerev* compose* editor*"
    ),
    (
        .summary,
        "summary* average* aggregat* overall* distribu* histogra* breakdow* overview* total* summar* statisti*"
    ),
]
