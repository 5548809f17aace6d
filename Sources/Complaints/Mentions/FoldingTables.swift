// Generated from the canonical decompositions of Unicode 15: the folded letter of each scalar of a block,
// `.` where it is no letter, `~` a combining accent, `*` a letter that folds to two.

extension Folding {
    /// U+00C0 to U+024F.
    static let latinLetters =
        "aaaaaa*ceeeeiiiidnooooo.ouuuuy**aaaaaa*ceeeeiiiidnooooo.ouuuuy*yaaaaaaccccccccdd"
        + "ddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssss"
        + "ssttttttuuuuuuuuuuuuwwyyyzzzzzzsbɓƃƃƅƅɔƈƈdɗƌƌƍǝeɛffɠɣƕɩiƙƙlƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈu"
        + "uʊʋƴƴzzʒƹƹƺƻƽƽƾƿǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaa**ggggkkooooʒʒjǳǳǳggƕƿnnaa**oo"
        + "aaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹacclⱦȿɀɂɂbʉʌeejjɋɋrryy"

    /// U+0370 to U+03FF.
    static let greekLetters =
        "ͱͱͳͳʹ.ͷͷ..ͺͻͼͽ.ϳ......α.εηι.ο.υωιαβγδεζηθικλμνξοπρ.στυφχψωιυαεηιυαβγδεζηθικλμνξο"
        + "πρσστυφχψωιυουωϗϐϑϒϒϒϕϖϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯϰϱϲϳθϵ.ϸϸϲϻϻϼͻͼͽ"

    /// U+0400 to U+052F.
    static let cyrillicLetters =
        "ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюяабвгдежзииклмнопрстуфхцчшщъыьэюя"
        + "ееђгєѕііјљњћкиуџѡѡѣѣѥѥѧѧѩѩѫѫѭѭѯѯѱѱѳѳѵѵѵѵѹѹѻѻѽѽѿѿҁҁ.~~~~~~~ҋҋҍҍҏҏггггҕҕҗҗҙҙккҝҝҟҟ"
        + "ҡҡннҥҥҧҧҩҩҫҫҭҭууууҳҳҵҵҷҷҹҹххҽҽҿҿӏжжӄӄӆӆӈӈӊӊӌӌӎӎӏааааӕӕееаааажжззӡӡииииооооооээуу"
        + "ууууччӷӷыыӻӻӽӽӿӿԁԁԃԃԅԅԇԇԉԉԋԋԍԍԏԏԑԑԓԓԕԕԗԗԙԙԛԛԝԝԟԟԡԡԣԣԥԥԧԧԩԩԫԫԭԭԯԯ"

    /// U+1E00 to U+1EFF.
    static let additionalLetters =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo"
        + "oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasẜẝ*ẟ"
        + "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu"
        + "uuyyyyyyyyỻỻỽỽỿỿ"
}
