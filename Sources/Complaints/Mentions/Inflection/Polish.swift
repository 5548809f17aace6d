/// Polish. Forms are compared folded, which makes ł and l, ż and z one, but what a text writes with accents
/// must have them at the right letters.
extension Inflection {
    static let polish = Inflection(
        polishNouns + "\n" + polishAdjectives, irregular: polishIrregular,
        acronyms: "g=u,a d=owi i=em l=ie",
        joined: polishEndings,
        sounds: InflectionSounds(
            softening: [
                ("iast", "ieści|iaści"), ("iazd", "ieździ|iaździ"), ("jazd", "jeździ"),
                ("iosn", "ieśni|iośni"),
                ("iat", "ieci|iaci"), ("iad", "iedzi|iadzi"), ("iar", "ierz|iarz"), ("ioł", "iel|iol"),
                ("iół", "iel"), ("las", "lesi|lasi"), ("sł", "śl"), ("st", "ści"), ("zd", "ździ"),
                ("sn", "śni"), ("zn", "źni"), ("ch", "sz"),
                ("k", "c"), ("g", "dz"), ("h", "sz"), ("r", "rz"), ("ł", "l"), ("t", "ci"), ("d", "dzi"),
                ("x", "ksi"), ("n", "ni"), ("s", "si"), ("z", "zi"), ("b", "bi"), ("p", "pi"), ("m", "mi"),
                ("w", "wi"), ("f", "fi"), ("v", "vi"),
            ],
            fleeting: [("rze", "r"), ("ie", ""), ("e", "")], afterFleeting: Set("kclrnńłptmws"),
            changing: [("ó", "o"), ("ą", "ę")], inserted: ["e", "ie"]),
        alphabet: .latin)

    // Żabka; Biedronka; Chata; Róża; Kancelaria; Ikea. Then Komputronik, Lewiatan, Dworek; Lidl; Poznań,
    // Solidarność; Allegro; Muzeum; Google; Delikatesy.
    private static let polishNouns = """
        a/kg g=i d=^e a=ę i=ą v=o N=i G=~ D=om I=ami L=ach
        a/bdfmnprstwłvxhz g=y d=^e a=ę i=ą v=o N=y G=~ D=om I=ami L=ach
        a/cjlższćś g=y,i d=y,i a=ę i=ą v=o N=e G=~ D=om I=ami L=ach
        a/i g=i,0 d=i,0 a=ę i=ą v=o N=e G=i D=om I=ami L=ach
        a/aeouyé g=i d=i a=ę i=ą v=o N=e D=om I=ami L=ach
        *0/bdfmnprstwłvxzq g=a,u d=owi i=em l=^e,u N=y,i,owie G=ów D=om I=ami L=ach
        *0/kgh g=a,u d=owi i=iem,em l=u N=i,y,owie G=ów D=om I=ami L=ach
        *0/cjlżyé g=a,u d=owi i=em l=u N=e,y,i,owie G=ów D=om I=ami L=ach
        *0/zc g=y d=y i=ą N=e,y G=y
        *0/lj g=i d=i i=ą N=e G=i
        ej/kl g=ei d=ei i=eją N=eje G=ei D=ejom I=ejami L=ejach
        ć! g=ci,cia d=ci,ciowi i=cią,ciem l=ci,ciu v=ci N=ci,cie G=ci D=ciom I=ciami L=ciach
        ś! g=si,sia d=si,siowi i=sią,siem l=si,siu N=sie G=si D=siom I=siami L=siach
        ź! g=zi,zia d=zi,ziowi i=zią,ziem l=zi,ziu N=zie G=zi D=ziom I=ziami L=ziach
        *ń! g=nia,ni d=niowi,ni i=niem,nią l=niu,ni N=nie G=ni D=niom I=niami L=niach
        o/kg g=a d=u,owi i=iem l=u N=a,i G=ów,~ D=om I=ami L=ach
        o!kg g=a d=u,owi i=em l=^e,u N=a,y G=ów,~ D=om I=ami L=ach
        ień! g=nia d=niowi i=niem l=niu N=nie G=ni D=niom I=niami L=niach
        eń! g=nia d=niowi i=niem l=niu N=nie G=ni D=niom I=niami L=niach
        ąb! g=ębia d=ębiowi i=ębiem l=ębiu N=ębie G=ębi D=ębiom I=ębiami L=ębiach
        ioł! g=ła d=łowi i=łem l=le N=ły G=łów D=łom I=łami L=łach
        nia! G=ń
        um! N=a G=ów D=om I=ami L=ach
        e/l g=a d=owi i=em l=u
        e! g=a d=u i=em l=u N=a G=~,i,y D=om I=ami L=ach
        y! G=ów,~ D=om I=ami L=ach
        i/cnszlj G=i D=iom I=iami L=iach
        e/i G=0 D=om I=ami L=ach
        i! G=ów,~ D=om I=ami L=ach
        e/j G=ów,0 D=om I=ami L=ach
        eje! G=ei D=ejom I=ejami L=ejach
        """

    // Kolejowy, Polski, Kowalska, Nowa, Polskie, Tanie.
    private static let polishAdjectives = """
        y! g=ego d=emu i=ym N=e G=ych I=ymi
        i! g=iego d=iemu i=im N=ie G=ich I=imi
        ska! g=skiej i=ską N=skie G=skich D=skim I=skimi
        cka! g=ckiej i=cką N=ckie G=ckich D=ckim I=ckimi
        dzka! g=dzkiej i=dzką N=dzkie G=dzkich D=dzkim I=dzkimi
        owa! g=owej i=ową N=owe G=owych D=owym I=owymi
        ewa! g=ewej i=ewą N=ewe G=ewych D=ewym I=ewymi
        na! g=nej i=ną N=ne G=nych D=nym I=nymi
        +a/kg g=iej i=ą N=ie G=ich D=im I=imi
        +a!kgiaeouy g=ej i=ą N=e G=ych D=ym I=ymi
        +a/i g=ej i=ą N=e G=ch D=m I=mi
        e/i g=ego d=emu i=m G=ch I=mi
        e!i g=ego d=emu i=ym G=ych D=ym I=ymi
        """

    private static let polishIrregular = """
        dzień g=dnia d=dniowi i=dniem l=dniu N=dni,dnie G=dni D=dniom I=dniami L=dniach
        tydzień g=tygodnia d=tygodniowi i=tygodniem l=tygodniu N=tygodnie G=tygodni D=tygodniom I=tygodniami L=tygodniach
        sędzia g=sędziego d=sędziemu a=sędziego i=sędzią l=sędzi N=sędziowie G=sędziów D=sędziom I=sędziami L=sędziach
        rzeczpospolita g=rzeczpospolitej,rzeczypospolitej a=rzeczpospolitą i=rzeczpospolitą,rzecząpospolitą
        wieś g=wsi i=wsią l=wsi N=wsie D=wsiom I=wsiami L=wsiach
        ręka l=ręce N=ręce G=rąk I=rękami,rękoma
        brat g=brata d=bratu i=bratem N=bracia G=braci D=braciom I=braćmi L=braciach
        ojciec g=ojca d=ojcu i=ojcem l=ojcu N=ojcowie G=ojców
        książę g=księcia d=księciu i=księciem l=księciu N=książęta G=książąt
        imię g=imienia d=imieniu i=imieniem l=imieniu N=imiona G=imion D=imionom I=imionami L=imionach
        człowiek N=ludzie G=ludzi D=ludziom I=ludźmi L=ludziach
        dziecko N=dzieci G=dzieci D=dzieciom I=dziećmi L=dzieciach
        mój g=mojego,mego d=mojemu,memu i=moim G=moich I=moimi
        moja g=mojej,mej a=moją i=moją N=moje G=moich D=moim I=moimi
        moje g=mojego d=mojemu i=moim G=moich D=moim I=moimi
        twój g=twojego d=twojemu i=twoim G=twoich I=twoimi
        twoja g=twojej a=twoją i=twoją N=twoje G=twoich D=twoim I=twoimi
        twoje g=twojego d=twojemu i=twoim G=twoich D=twoim I=twoimi
        swój g=swojego d=swojemu i=swoim G=swoich I=swoimi
        nasz g=naszego d=naszemu i=naszym N=nasze G=naszych I=naszymi
        nasza g=naszej a=naszą i=naszą N=nasze G=naszych D=naszym I=naszymi
        nasze g=naszego d=naszemu i=naszym G=naszych D=naszym I=naszymi
        wasz g=waszego d=waszemu i=waszym N=wasze G=waszych I=waszymi
        """

    private static let polishEndings =
        "a u owi em iem ie y i om ami ach ów ą ę o m owie tem tu cie etem etu ecie wiec wca "
        + ["wsk", "owsk"].flatMap { stem in
            ["i", "a", "ie", "iego", "iej", "iemu", "im", "ich", "imi", "ą"].map { stem + $0 }
        }.joined(separator: " ")
}
