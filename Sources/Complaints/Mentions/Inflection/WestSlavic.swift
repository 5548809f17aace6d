/// Czech and Slovak.
extension Inflection {
    // Alza, Spořitelna, Tlapka; Růže, Kolekce; Datart, Karel, Budějovický; Lidl; Notino, Nádraží; Kotě; noviny.
    // Česká, Jarní; Nový, Moravské.
    static let czech = Inflection(
        """
        a/kgh g=y d=^e a=u i=ou v=o N=y G=~ D=ám I=ami L=ách
        a/dtn g=y d=ě a=u i=ou v=o N=y G=~ D=ám I=ami L=ách
        a/bpmvf g=y d=ě a=u i=ou v=o N=y G=~ D=ám I=ami L=ách
        a/lszr g=y d=e,^e a=u i=ou v=o N=y G=~ D=ám I=ami L=ách
        a/cčšžřjďťňiaeou g=i,e d=i,e a=u i=ou v=o N=e,i G=~,í D=ám,ím I=ami L=ách,ích
        a/x g=y d=e a=u i=ou v=o N=y
        a/ťďňjrtdkn d=ovi N=ové G=ů
        e/cšžčřjlsz d=i a=i i=í G=í,~ D=ím I=emi L=ích
        ě! g=ě d=i a=i i=í G=í D=ím I=ěmi L=ích
        *0/bdfhkmnprtvgxw g=u,a d=u,ovi i=em l=u,ovi,ě,^e v=e,u N=y,i,ové G=ů D=ům I=y L=ech,^ích
        *0/lsz g=u,a,e,i d=u,ovi,i i=em,í l=u,e,i v=e,i N=y,e,i G=ů,í D=ům,ím I=y,i L=ech,ích
        *0/cčšžřjďťň g=e,i d=i,ovi i=em,í l=i,ovi v=i,e N=e,i G=ů,í D=ům,ím I=i,emi L=ích
        *0/ň g=ně,né
        e! g=u d=u i=em l=u
        o! g=a d=u i=em l=u,e,ě,^e N=a G=~ D=ům I=y L=ech
        í! i=ím G=í D=ím I=ími L=ích
        y! G=~,ů D=ám,ům I=ami L=ách,ech
        á! g=é d=é a=ou i=ou N=é G=ých D=ým I=ými
        ý! g=ého d=ému i=ým l=ém N=é,í G=ých I=ými
        é! g=ého d=ému i=ým l=ém G=ých D=ým I=ými
        í! g=ího d=ímu i=ím G=ích D=ím I=ími
        ov! g=ova d=ovu i=ovem l=ově
        ová! g=ové a=ovou
        """,
        irregular: """
            náš g=našeho d=našemu i=naším l=našem N=naši,naše G=našich D=našim I=našimi
            naše g=našeho,naší d=našemu,naší i=naším l=našem G=našich D=našim I=našimi
            můj g=mého d=mému i=mým l=mém N=moji,moje G=mých I=mými
            dům g=domu d=domu i=domem l=domě N=domy G=domů D=domům I=domy L=domech
            """,
        acronyms: "g=u,a d=u i=em",
        sounds: InflectionSounds(
            softening: [("ch", "š"), ("k", "c"), ("h", "z"), ("g", "z"), ("r", "ř"), ("l", "l"), ("s", "s")],
            fleeting: [("e", ""), ("ě", "")], afterFleeting: Set("klcnřrmtšžň"),
            changing: [("ů", "o"), ("í", "i"), ("á", "a")], inserted: ["e", ""]),
        alphabet: .latin)

    // Sporiteľňa, Pošta, Tatra; Telekom, Slovan, Dvorec; Tesco, Vysvedčenie; potraviny. Slovenská, Nový, Cudzí.
    static let slovak = Inflection(
        """
        a/cčšžjľňťďi g=e,i d=i a=u i=ou N=e G=í,~ D=iam,ám I=ami L=iach,ách
        a!cčšžjľňťďi g=y d=e a=u i=ou N=y G=~ D=ám I=ami L=ách
        a/ou g=y d=i
        *0/bdfghklmnprstvzxw g=u,a d=u,ovi i=om l=e,u,ovi,i N=y,i,ovia G=ov D=om I=mi,ami L=och
        *0/cčšžjľňťď g=a,u,e,i d=u,i,ovi i=om,ou l=i,ovi N=e,i G=ov,í D=om,iam I=mi,ami L=och,iach
        *0/ľ g=la,le,li i=lom,lou N=le
        *0/ň g=ňa,ne,ni d=ňu,ni i=ňom,ňou l=ni
        *0/ť g=ti,te d=ti i=ťou l=ti
        o! g=a d=u i=om l=e,u N=á,a G=~ D=ám,am I=ami L=ách,ach
        e! g=a d=u i=om l=i N=ia G=í D=iam I=ami L=iach
        ie! g=ia d=iu i=ím l=í G=í D=iam I=iami L=iach
        y! G=~,ov D=ám,om I=ami L=ách,och
        á! g=ej a=ú i=ou N=é G=ých D=ým I=ými
        ý! g=ého d=ému i=ým l=om N=é,í G=ých I=ými
        é! g=ého d=ému i=ým l=om G=ých D=ým I=ými
        í! g=ieho d=iemu i=ím l=om N=ie G=ích I=ími
        ia! g=ej a=u,iu
        """,
        acronyms: "g=u,a d=u i=om l=e",
        sounds: InflectionSounds(
            fleeting: [("e", ""), ("o", ""), ("ie", "")], afterFleeting: Set("klcnrtmšžňľ"),
            changing: [("ô", "o")], inserted: ["ie", "e", "o", "á"]),
        alphabet: .latin)
}
