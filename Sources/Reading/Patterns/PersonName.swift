/// A person's name as sites write it beside a record, without `By` and `says:`.

func cleanedName(_ text: String) -> String {
    let bytes = Array(text.utf8.prefix { $0 != 0x0A })
    let lower = lowered(bytes)
    var rest = bytes[...]
    while true {
        while let length = signBefore(rest) { rest = rest.dropLast(length) }
        while let length = signAfter(rest) { rest = rest.dropFirst(length) }
        let folded = lower[rest.startIndex..<rest.endIndex]
        if let length = nameLeads.prefix(of: folded), length < rest.count {
            rest = rest.dropFirst(length)
        } else if let length = nameTails.suffix(of: folded), length < rest.count {
            rest = rest.dropLast(length)
        } else {
            return String(decoding: rest, as: UTF8.self)
        }
    }
}

/// Whether a text says that it is a name: `By Anna`, `Anna says:`.
func startsAsName(_ text: String) -> Bool {
    var bytes = lowered(text.utf8)
    if nameLeads.prefix(of: bytes[...]) != nil { return true }
    while let last = bytes.last, last == 0x3A || last == 0x20 { bytes.removeLast() }
    return nameTails.suffix(of: bytes[...]) != nil
}

/// The length of a sign at the end that is no part of a name.
private func signBefore(_ text: ArraySlice<UInt8>) -> Int? {
    guard let last = text.last else { return nil }
    if last < 0x80 { return signs.contains(last) || last == 0x3E || last == 0x28 ? 1 : nil }
    return wideSigns.first { text.suffix($0.count).elementsEqual($0) }?.count
}

private func signAfter(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    if first < 0x80 { return signs.contains(first) || [0x3C, 0x29, 0x7E, 0x40].contains(first) ? 1 : nil }
    return wideSigns.first { text.starts(with: $0) }?.count
}

private let signs = Array(":,;|-/ ".utf8)
private let wideSigns = ["·", "•", "–", "—", "»", "«"].map { Array($0.utf8) }

private let nameLeads = Phrases([
    "posted by ", "written by ", "reviewed by ", "review by ", "comment by ", "submitted by ", "by ",
    "from: ",
    "author: ", "author ", "user: ", "name: ", "von ", "verfasst von ", "geschrieben von ", "autor: ",
    "autor ",
    "autorka: ", "przez ", "dodał: ", "dodał(a): ", "napisał: ", "napisał(a): ", "wystawił: ", "użytkownik ",
    "par ", "auteur : ", "écrit par ", "avis de ", "por ", "escrito por ", "di ", "scritto da ", "door ",
    "автор: ", "автор ", "от ", "пользователь ", "отзыв от ", "имя: ", "додав ", "від ", "napsal ",
    "napsal(a) ",
    "od ", "pridal ", "přidal ", "hodnotil ", "hodnotila ",
])

private let nameTails = Phrases([
    " says", " said", " wrote", " writes", " commented", " reviewed", " asks", " pisze", " napisał",
    " napisał(a)",
    " napisała", " mówi", " пишет", " говорит", " написал", " написала", " написал(а)", " комментирует",
    " sagt",
    " sagte", " schreibt", " schrieb", " meint", " dit", " a écrit", " a dit", " dice", " ha scritto",
    " escribió",
    " diz", " disse", " zegt", " schreef", " skriver", " píše", " napsal", " napsala", " napsal(a)",
    " говори",
    " каже", " spune", " szerint", " sako", " diyor ki", " replied", " on", " am", " dnia", " le", " il",
    " el",
    " em", " op",
])
