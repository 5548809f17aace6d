/// What libxml2 knows of HTML 4's elements: which are empty, which end which, and which end tags close which.
///
/// From the tables of libxml2 2.9.14 (`htmlStartClose`, `htmlEndPriority`, `html40ElementTable`), so that the trees
/// of `HTMLScanner` are libxml2's.
import CXML2

/// An element's name as the scanner meets it.
struct HTMLName {
    /// NUL-ended, in lower case; stays as long as the parser.
    var text: UnsafePointer<xmlChar>
    /// Into the table; -1 for a name that is not in it.
    var number: Int
}

final class HTMLNames: Sendable {
    static let shared = HTMLNames()

    struct Element: Sendable {
        /// The elements whose start tags end this one, by their numbers.
        var endedBy: SIMD2<UInt64> = .zero
        /// Has neither content nor an end tag.
        var isEmpty = false
        /// An end tag does not close elements that come first in this order.
        var priority = 100
        var role = Role.usual
    }

    enum Role: Sendable { case usual, html, head, body, headPart, frame, script }

    let elements: [Element]
    private let texts: [Text]
    /// By hash; -1 where none is.
    private let places: [Int16]

    private struct Text: @unchecked Sendable {
        // unsafe: written once, never freed, never changed.
        let start: UnsafeMutablePointer<xmlChar>
        let count: Int
    }

    private init() {
        var numbers: [String: Int] = [:]
        var names: [String] = []
        func number(_ name: Substring) -> Int {
            if let known = numbers[String(name)] { return known }
            numbers[String(name)] = names.count
            names.append(String(name))
            return names.count - 1
        }
        var elements = [Element](repeating: Element(), count: 128)
        for name in Self.empty.split(separator: " ") { elements[number(name)].isEmpty = true }
        for name in Self.usual.split(separator: " ") { _ = number(name) }
        for line in Self.ended.split(separator: "\n") {
            let words = line.split(separator: " ")
            let old = number(words[0])
            for word in words.dropFirst() {
                let new = number(word)
                elements[old].endedBy[new >> 6] |= 1 << UInt64(new & 63)
            }
        }
        for (name, priority) in Self.priorities { elements[number(Substring(name))].priority = priority }
        for (role, words) in Self.roles {
            for word in words.split(separator: " ") { elements[number(word)].role = role }
        }
        var places = [Int16](repeating: -1, count: Self.room)
        texts = names.map { name in
            let start = UnsafeMutablePointer<xmlChar>.allocate(capacity: name.utf8.count + 1)
            for (index, byte) in name.utf8.enumerated() { start[index] = byte }
            start[name.utf8.count] = 0
            return Text(start: start, count: name.utf8.count)
        }
        for (number, name) in names.enumerated() {
            var place = Int(name.utf8.reduce(Self.start) { Self.add($1, to: $0) }) & (Self.room - 1)
            while places[place] >= 0 { place = (place + 1) & (Self.room - 1) }
            places[place] = Int16(number)
        }
        self.places = places
        self.elements = elements
    }

    static let start: UInt32 = 0x811C_9DC5
    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt32) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }
    private static let room = 512

    /// The name of `count` bytes in lower case; nil for one that is not in the table.
    func find(_ bytes: UnsafePointer<UInt8>, _ count: Int, hash: UInt32) -> HTMLName? {
        var place = Int(hash) & (Self.room - 1)
        while true {
            let number = Int(places[place])
            guard number >= 0 else { return nil }
            let text = texts[number]
            if text.count == count, memcmp(text.start, bytes, count) == 0 {
                return HTMLName(text: UnsafePointer(text.start), number: number)
            }
            place = (place + 1) & (Self.room - 1)
        }
    }

    /// Whether the start of one element ends another that is open.
    @inline(__always)
    func ends(_ new: Int, _ old: Int) -> Bool {
        guard new >= 0, old >= 0 else { return false }
        return elements[old].endedBy[new >> 6] & 1 << UInt64(new & 63) != 0
    }

    @inline(__always)
    func priority(_ number: Int) -> Int { number < 0 ? 100 : elements[number].priority }
    @inline(__always)
    func isEmpty(_ number: Int) -> Bool { number >= 0 && elements[number].isEmpty }
    @inline(__always)
    func role(_ number: Int) -> Role { number < 0 ? .usual : elements[number].role }

    private static let empty = "area base basefont br col frame hr img input isindex link meta param"
    private static let usual = """
        abbr acronym applet bdo blockquote body button center cite code del dfn div em embed fieldset font html iframe \
        ins kbd label map noframes noscript object optgroup q samp select strong sub sup table textarea var
        """
    private static let priorities = [
        "div": 150, "td": 160, "th": 160, "tr": 170, "thead": 180, "tbody": 180, "tfoot": 180, "table": 190,
        "head": 200, "body": 200, "html": 220,
    ]
    private static let roles: [(Role, String)] = [
        (.html, "html"), (.head, "head"), (.body, "body"), (.frame, "frameset noframes frame"),
        (.headPart, "meta link title base"), (.script, "script style"),
    ]
    /// An element, and those whose start tags end it.
    private static let ended = """
        a a fieldset table td th
        address dd dl dt form li ul
        b center p td th
        big p
        caption col colgroup tbody tfoot thead tr
        col colgroup tbody tfoot thead tr
        colgroup colgroup tbody tfoot thead tr
        dd dt
        dir dd dl dt form ul
        dl form li
        dt dd dl
        font center td th
        form form
        h1 fieldset form li p table
        h2 fieldset form li p table
        h3 fieldset form li p table
        h4 fieldset form li p table
        h5 fieldset form li p table
        h6 fieldset form li p table
        head a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl dt em fieldset font \
        form frameset h1 h2 h3 h4 h5 h6 hr i iframe img kbd li listing map menu ol p pre q s samp small span strike \
        strong sub sup table tt u ul var xmp
        hr form
        i center p td th
        legend fieldset
        li li
        link body frameset
        listing dd dl dt fieldset form li table ul
        menu dd dl dt form ul
        ol form ul
        option optgroup option
        p address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 \
        head hr li listing menu ol p pre table tbody td tfoot th title tr ul xmp
        pre dd dl dt fieldset form li table ul
        s p
        script noscript
        small p
        span td th
        strike p
        style body frameset
        tbody tbody tfoot
        td tbody td tfoot th tr
        tfoot tbody
        th tbody td tfoot th tr
        thead tbody tfoot
        title body frameset
        tr tbody tfoot tr
        tt p
        u p td th
        ul address form menu ol pre
        xmp dd dl dt fieldset form li table ul
        """
}
