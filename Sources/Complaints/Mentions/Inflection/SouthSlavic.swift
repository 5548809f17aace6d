/// Croatian, Serbian and Bosnian in Latin and Cyrillic letters; Slovene.
extension Inflection {
    static let serboCroatian = Inflection(
        """
        a/kgh g=e d=i,^i a=u i=om v=o N=e G=a D=ama
        a!kgh g=e d=i a=u i=om v=o N=e G=a D=ama
        *0/bcčćdđfghjklmnprsštvzžxw g=a d=u i=om,em v=e,u N=i,ovi,evi,^i G=a,ova D=ima,ovima A=e,ove
        o! g=a d=u i=om N=a,i D=ima
        e! g=a d=u i=em,om N=a D=ima
        i! g=og,oga d=om,ome,omu i=im N=i G=ih D=im,ima
        ka! g=ke d=koj N=ke G=kih D=kim
        +a! d=oj a=u i=om G=ih D=im
        +o! g=og d=om i=im
        st! g=sti d=sti i=šću,sti
        а/кгх g=е d=и,^и a=у i=ом v=о N=е D=ама
        а!кгх g=е d=и a=у i=ом v=о N=е D=ама
        *0/бвгдђжзјклљмнњпрстћфхцчџш g=а d=у i=ом,ем v=е,у N=и,ови,еви,^и G=а,ова D=има,овима A=е,ове
        о! g=а d=у i=ом N=а,и D=има
        е! g=а d=у i=ем,ом N=а D=има
        и! g=ог,ога d=ом,оме i=им G=их D=им,има
        ка! d=кој G=ких
        +а! d=ој a=у i=ом G=их D=им
        """,
        acronyms: "g=a,а d=u,у i=om,ом",
        sounds: InflectionSounds(
            softening: [("k", "c"), ("g", "z"), ("h", "s"), ("к", "ц"), ("г", "з"), ("х", "с")],
            fleeting: [("a", ""), ("а", "")], afterFleeting: Set("kclnrtvmкцлнртвм"), inserted: ["a", "а"]),
        alphabet: .both)

    static let slovene = Inflection(
        """
        a! g=e d=i a=o i=o N=e G=~ D=am I=ami L=ah
        *0/bcčdfghjklmnprsštvzžxw g=a,u d=u i=om,em l=u N=i,ovi G=ov,ev D=om,em I=i L=ih
        o! g=a d=u i=om l=u N=a D=om I=i L=ih
        e! g=a d=u i=em l=u N=a D=em I=i L=ih
        i! g=ega d=emu i=im l=em G=ih D=im I=imi
        +a! g=e d=i a=o i=o G=ih D=im I=imi
        +o! g=ega d=emu i=im l=em
        st! d=sti i=stjo
        """,
        acronyms: "g=ja,a d=ju,u i=jem,om", joined: "ja ju jem om jev jeva jevo",
        sounds: InflectionSounds(
            fleeting: [("e", "")], afterFleeting: Set("kclnrtvm"), inserted: ["e"]),
        alphabet: .latin)
}
