/// By which words praise is taken back: "lovely hotel, but"; see `FactSource` for the notation.
struct FactTurn: Sendable {
    /// What is liked, beside `FactTone.acclaim`.
    var liked: String
    /// What follows counts.
    var turns: String

    var lists: [FactList] { [(liked, .liked), (turns, .turn)] }

    static let english = FactTurn(
        liked: """
            good beautiful friendly kind tasty delicious loved love like helpful happy satisfied cheap gorgeous
            cosy cozy pretty clean stylish comfortable charming praise praised
            """,
        turns: """
            but however yet unfortunately sadly except shame pity then+again this_time not_any_more not_anymore no_longer
            the_last_time the_last_two the_last_three the_last_few lately since_then now when_it_works
            """)
    static let polish = FactTurn(
        liked: """
            miła miły mili miłe dobry dobra dobre dobrze piękny piękna piękne pyszny pyszna pyszne smaczne smaczna ładny
            ładna ładne świetny świetna świetne wspaniały wspaniała chwaliłem chwaliłam lubię lubiłam lubiłem uprzejm* czysto
            """,
        turns: """
            ale jednak niestety tylko cóż lecz szkoda tyle_że teraz tym_razem od_jakiegoś_czasu ostatnio dopóki natomiast
            """)
    static let russian = FactTurn(
        liked: """
            хороший хорошая хорошее хорошо красивый красивая красивое вкусный вкусная вкусное вкусно милая милые вежлив*
            приятный приятная приятно отличный отличная отличное прекрасный чудесный хвалила хвалил любила любил уютно нравилось
            нравился нравилась чисто
            """,
        turns: """
            но однако только а_толку а_теперь теперь увы к_сожалению жаль в_этот_раз в_последнее_время а_вот зря
            """)
    static let german = FactTurn(
        liked: """
            gut gute guter gutes schön schöne schöner schönes nett nette netter nettes lecker leckere freundlich* köstlich*
            tolle toller tolles gemütlich* sauber hübsch* gelobt geliebt mag mochte
            """,
        turns: """
            aber jedoch leider nur allerdings diesmal dieses_mal jetzt schade trotzdem seitdem neuerdings inzwischen bloß
            """)
    static let czech = FactTurn(
        liked: """
            dobrý dobrá dobré dobře krásný krásná krásné hezký hezká hezké milý milá milé chutné chutný skvělý skvělá
            výborný výborná výborné příjemn* chválil chválila čisto
            """,
        turns: "ale bohužel jenže jen jenom teď však škoda tentokrát poslední_dobou nicméně")
    static let slovak = FactTurn(
        liked: """
            dobrý dobrá dobré dobre krásny krásna krásne pekný pekná pekné milý milá milé chutné skvelý skvelá
            výborný výborná príjemn* chválil chválila čisto
            """,
        turns: "ale bohužiaľ žiaľ lenže len iba teraz však škoda tentoraz naposledy")
    static let ukrainian = FactTurn(
        liked: """
            гарний гарна гарне гарно добрий добра добре смачний смачна смачно милі мила ввічлив* приємн* чудовий чудова
            чудове чудові хвалила хвалив любила любив затишно чисто
            """,
        turns: "але проте однак тільки тепер на_жаль шкода цього_разу останнім_часом а_тепер а_толку")
    static let french = FactTurn(
        liked: """
            bon bonne bons beau belle bel joli jolie gentil gentille gentils aimable aimables délicieux délicieuse agréable
            charmant charmante propre excellente aimais adorais contente content satisfaits
            """,
        turns:
            "mais sauf cependant pourtant malheureusement dommage hélas seulement cette_fois et_voilà depuis_peu toutefois"
    )
    static let spanish = FactTurn(
        liked: """
            bueno buena buenos buen bonito bonita rico rica riquísim* amable amables delicioso deliciosa precioso preciosa
            simpátic* agradable limpio encantador* bien contentos
            """,
        turns:
            "pero sin_embargo ahora lástima salvo excepto eso_sí esta_vez solo_que desgraciadamente últimamente"
    )
    static let italian = FactTurn(
        liked: """
            buono buona buoni bello bella bell bel gentile gentili delizios* buonissim* simpatic* piacevole pulito carino
            carina ottima contenta contento contenti accogliente
            """,
        turns: "ma però peccato purtroppo tranne salvo eccetto adesso ora questa_volta ultimamente solo_che")
    static let portuguese = FactTurn(
        liked: """
            bom boa bons bonito bonita simpátic* delicios* agradável limpo gentil excelente lindo linda gostoso gostava
            """,
        turns: "mas porém infelizmente só_que agora exceto pena desta_vez contudo ultimamente")
    static let dutch = FactTurn(
        liked: """
            goed goede mooi mooie aardig aardige lekker lekkere vriendelijk* heerlijk* prachtig* leuk leuke schoon gezellig*
            """,
        turns: "maar helaas alleen echter nu jammer deze_keer dit_keer sindsdien")
    static let turkish = FactTurn(
        liked: "güzel iyi lezzetli nazik temiz hoş kibar memnun",
        turns: "ama fakat ancak maalesef malesef yalnız şimdi bu_sefer")
}
