/// Lithuanian, Latvian, Finnish, Estonian, Hungarian, Turkish and Romanian: the endings that names take most.
extension Inflection {
    static let lithuanian = Inflection(
        """
        as! g=o d=ui a=ą i=u l=e v=e,ai N=ai G=ų D=ams A=us I=ais L=uose
        is! g=io d=iui a=į i=iu l=yje v=i N=iai G=ių
        ys! g=io d=iui a=į i=iu l=yje N=iai
        us! g=aus d=ui a=ų i=umi l=uje N=ūs
        a! g=os d=ai a=ą i=a l=oje N=os G=ų D=oms A=as I=omis L=ose
        ė! g=ės d=ei a=ę i=e l=ėje N=ės G=ių D=ėms A=es
        0/bdfgklmnprstvzšžx g=o d=ui a=ą i=u l=e
        """,
        acronyms: "g=o d=ui i=u l=e", joined: "o ui ą u e as", sounds: InflectionSounds(), alphabet: .latin)

    static let latvian = Inflection(
        """
        s! g=a d=am a=u l=ā N=i G=u D=iem A=us L=os
        š! g=a d=am a=u l=ā
        is! g=a,ja d=im a=i l=ī
        a! g=as d=ai a=u l=ā N=as G=u D=ām L=ās
        e! g=es d=ei a=i l=ē N=es G=ju D=ēm
        0/bdfgklmnprtvz g=a d=am a=u l=ā
        """,
        acronyms: "g=a d=am", sounds: InflectionSounds(), alphabet: .latin)

    static let finnish = Inflection(
        """
        0/aeiouyäö x=n,a,ä,ssa,ssä,sta,stä,lla,llä,lta,ltä,lle,na,ksi,t,an,en,in,on,ön,än,un,yn
        nen! x=sen,sta,stä,sessa,sesta,sella,selta,selle,seen
        0/bdfghjklmnprstvxz x=in,ia,iä,issa,issä,ista,istä,illa,illä,ilta,iltä,ille,iin,it
        """,
        acronyms: "x=n",
        joined: "n in an en ssa ssä sta stä lla llä lta ltä lle ia iä ta tä t issa ista ille",
        sounds: InflectionSounds(), alphabet: .latin)

    static let estonian = Inflection(
        """
        0/aeiouäöüõ x=t,sse,s,st,le,l,lt,ga,ni,na,ta,ks,d,de,te
        0/bdfghjklmnprstvz x=i,it,isse,is,ist,ile,il,ilt,iga,ini,ina,ita,iks,id
        """,
        acronyms: "x=i", joined: "i it s st le l lt ga is ist ile il iga sse ks t",
        sounds: InflectionSounds(),
        alphabet: .latin)

    static let hungarian = Inflection(
        """
        0! x=t,nak,nek,ban,ben,ból,ből,ba,be,ról,ről,ra,re,tól,től,hoz,hez,höz,nál,nél,ért,ig,on,en,ön,at,et,ot,öt
        0! x=ok,ek,ök,val,vel,al,el,os,es,ös,ok,k
        a! x=át,ának,ában,ából,ába,áról,ára,ától,ához,ánál,áért,áig,án,ával,ás,ák
        e! x=ét,ének,ében,éből,ébe,éről,ére,étől,éhez,énél,éért,éig,én,ével,és,ék
        """,
        acronyms: "x=t,nek,nak,ben,ban",
        joined: "nál nél val vel hoz hez höz tól től ról ről ból ből on en ön",
        sounds: InflectionSounds(), alphabet: .latin)

    static let turkish = Inflection(
        """
        0/aeıioöuü x=nın,nin,nun,nün,yı,yi,yu,yü,ya,ye,da,de,dan,den,yla,yle,lar,ler
        0/bcçdfgğhjklmnprsştvyz x=ın,in,un,ün,ı,i,u,ü,a,e,da,de,ta,te,dan,den,tan,ten,la,le,lar,ler
        0/ıiuü x=nı,ni,nu,nü,na,ne,nda,nde,ndan,nden,yle,yla
        """,
        acronyms: "x=yi,ye,nin,de,den",
        joined:
            "nın nin nun nün ın in ı i u ü a e ya ye yı yi na ne da de ta te dan den tan ten nda nde ndan nden lar ler",
        sounds: InflectionSounds(), alphabet: .latin)

    static let romanian = Inflection(
        """
        0/bcdfghjklmnprsștțvzx t=ul,ului,ule g=ului N=uri,i,urile
        u! t=ul,ului
        a! g=ei,ii,elor d=ei N=e,ele
        ă! t=a g=ei,i N=e,ele
        e! t=ea,ele g=ei,elui N=i
        """,
        acronyms: "t=ul g=ului", joined: "ul ului urile uri", sounds: InflectionSounds(), alphabet: .latin)
}
