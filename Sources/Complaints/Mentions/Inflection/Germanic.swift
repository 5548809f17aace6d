/// German, Dutch, English and Swedish, which put little behind a name.
extension Inflection {
    // Lidls; Sparkasse, Sparkassen; Volksbank, Volksbanken; Werkes. Deutsche, Deutschen, Deutscher.
    static let german = Inflection(
        """
        0!sßxz g=s
        0/kgtdfnlrmpbh g=es d=e N=e,en I=en
        0/sßxz g=es d=e N=e
        haus! N=häuser I=häusern
        ei! N=eien
        0/rl N=n
        0/aou N=s
        e! N=en
        +e! g=en,er d=em A=es
        +er! g=en,em d=e,es
        +es! g=en,em d=e,er
        in! N=innen
        """,
        acronyms: "g=s N=s", joined: "s n", sounds: InflectionSounds(), alphabet: .latin)

    static let dutch = Inflection(
        "0!sxz g=s\n0! N=en\ne! N=en,es", acronyms: "g=s N=s", joined: "en tje", sounds: InflectionSounds(),
        alphabet: .latin)

    // Acmes, Wishes, Factories. Behind an apostrophe the s belongs to no name.
    static let english = Inflection(
        """
        0!sxz N=s
        0/sxzho N=es
        y!aeou N=ies
        """,
        acronyms: "N=s", sounds: InflectionSounds(), alphabet: .latin)

    static let swedish = Inflection(
        "0!sxz g=s\n0! t=en,et,ens,ets N=ar,er\na! t=an,ans N=or\ne! t=en,ens",
        acronyms: "g=s t=n", joined: "s n en ens", sounds: InflectionSounds(), alphabet: .latin)
}
