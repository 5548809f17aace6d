/// Text of a part of a record, without what is pressed, and without what is another field or record.
import CXML2

enum RecordText {
    /// The text of elements, one after the other; what `isSkipped` names is left out with all below it.
    static func text(_ tops: [Node], limit: Int = .max, isSkipped: (Node) -> Bool = { _ in false }) -> String {
        var builder = TextBuilder()
        for top in tops {
            add(top, to: &builder, limit: limit, isSkipped)
            builder.blockBreak()
        }
        return builder.string
    }

    private static func add(
        _ top: Node, to builder: inout TextBuilder, limit: Int, _ isSkipped: (Node) -> Bool
    ) {
        var at = top.following(within: top)
        while let node = at {
            var isEntered = true
            if node.isText {
                builder.append(node.content.bytes)
                if builder.bytes.count > limit { return }
            } else if node.isElement {
                let layout = Layout(node.name)
                if layout == .hidden || isControl(node) || isSkipped(node) {
                    isEntered = false
                    builder.append(0x20)
                } else if layout == .lineBreak {
                    builder.lineBreak()
                } else if layout == .block {
                    builder.blockBreak()
                }
            } else {
                isEntered = false
            }
            let next = node.following(within: top, intoChildren: isEntered)
            if let next { leave(isEntered && node.firstChild != nil ? nil : node, for: next, top, &builder) }
            at = next
        }
    }

    /// Blocks that end between one node and the next break the line.
    private static func leave(_ from: Node?, for next: Node, _ top: Node, _ builder: inout TextBuilder) {
        var at = from
        while let node = at, node != top, node.raw.pointee.parent != next.raw.pointee.parent || node == from {
            if node.isElement, Layout(node.name) == .block { builder.blockBreak() }
            if node.raw.pointee.parent == next.raw.pointee.parent { return }
            at = node.parent
            if let up = at, up.raw.pointee.parent == next.raw.pointee.parent {
                if Layout(up.name) == .block { builder.blockBreak() }
                return
            }
        }
    }

    private static func isControl(_ node: Node) -> Bool {
        let name = node.name
        return name == "button" || name == "label" || name == "input" || name == "option"
    }
}

/// A person's name as sites write it beside a record, without `By` and `says:`.
func cleanedName(_ text: String) -> String {
    var name = text.split(separator: "\n").first.map(String.init) ?? ""
    var isChanged = true
    while isChanged {
        isChanged = false
        while let last = name.unicodeScalars.last, ":,;|·•–—-/>»(".unicodeScalars.contains(last) || last == " " {
            name.unicodeScalars.removeLast()
        }
        while let first = name.unicodeScalars.first, ":,;|·•–—-/<«)~@".unicodeScalars.contains(first) || first == " " {
            name.unicodeScalars.removeFirst()
        }
        let lower = name.lowercased()
        if let lead = nameLeads.first(where: { lower.hasPrefix($0) }), lower.count > lead.count {
            name = String(name.dropFirst(lead.count))
            isChanged = true
        } else if let tail = nameTails.first(where: { lower.hasSuffix($0) }), lower.count > tail.count {
            name = String(name.dropLast(tail.count))
            isChanged = true
        }
    }
    return name
}

func startsAsName(_ text: String) -> Bool {
    let lower = text.lowercased()
    return nameLeads.contains { lower.hasPrefix($0) } || nameTails.contains { lower.hasSuffix($0) }
        || nameTails.contains { lower.hasSuffix($0 + ":") } || nameTails.contains { lower.hasSuffix($0 + " :") }
}

private let nameLeads = [
    "posted by ", "written by ", "reviewed by ", "review by ", "comment by ", "submitted by ", "by ", "from: ",
    "author: ", "author ", "user: ", "name: ", "von ", "verfasst von ", "geschrieben von ", "autor: ", "autor ",
    "autorka: ", "przez ", "dodał: ", "dodał(a): ", "napisał: ", "napisał(a): ", "wystawił: ", "użytkownik ",
    "par ", "auteur : ", "écrit par ", "avis de ", "por ", "escrito por ", "di ", "scritto da ", "door ",
    "автор: ", "автор ", "от ", "пользователь ", "отзыв от ", "имя: ", "додав ", "від ", "napsal ", "napsal(a) ",
    "od ", "pridal ", "přidal ", "hodnotil ", "hodnotila ",
]

private let nameTails = [
    " says", " said", " wrote", " writes", " commented", " reviewed", " asks", " pisze", " napisał", " napisał(a)",
    " napisała", " mówi", " пишет", " говорит", " написал", " написала", " написал(а)", " комментирует", " sagt",
    " sagte", " schreibt", " schrieb", " meint", " dit", " a écrit", " a dit", " dice", " ha scritto", " escribió",
    " diz", " disse", " zegt", " schreef", " skriver", " píše", " napsal", " napsala", " napsal(a)", " говори",
    " каже", " spune", " szerint", " sako", " diyor ki", " replied", " on", " am", " dnia", " le", " il", " el",
    " em", " op",
]
