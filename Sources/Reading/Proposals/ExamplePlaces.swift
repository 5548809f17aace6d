/// Where the records that are known stand in a page: the element that shows each one's text, and the
/// largest element around it that holds no other record.
import Complaints

struct ExamplePlaces {
    struct Place {
        let example: Record
        /// Number of the element that shows the text.
        let text: Int
        /// Number of the element that holds this record alone.
        var whole: Int
    }

    private(set) var places: [Place] = []

    /// Letters of a text that are looked for; fewer may stand anywhere.
    private static let most = 60
    private static let fewest = 12

    init(of examples: [Record], in page: VisibleLetters) {
        var taken: Set<Int> = []
        for example in examples {
            let key = VisibleLetters.key(example.text)
            guard key.count >= Self.fewest else { continue }
            let start = Array(key.prefix(Self.most))
            var from = 0
            while let at = page.place(of: start, from: from) {
                from = at + 1
                guard taken.insert(at).inserted else { continue }
                let all = page.place(of: key, from: at) == at ? key.count : start.count
                guard let text = page.smallest(holding: at..<(at + all)) else { break }
                places.append(Place(example: example, text: text, whole: text))
                break
            }
        }
        widen(in: page)
    }

    private mutating func widen(in page: VisibleLetters) {
        var held: [Int: Int] = [:]
        for place in places { for number in page.chain(from: place.text) { held[number, default: 0] += 1 } }
        for i in places.indices {
            if places.count == 1 {
                places[i].whole = Self.around(places[i], in: page)
                continue
            }
            for number in page.chain(from: places[i].text) {
                guard held[number] == 1 else { break }
                places[i].whole = number
            }
        }
    }

    /// Of a single record: the smallest element that shows its author as well.
    private static func around(_ place: Place, in page: VisibleLetters) -> Int {
        let author = VisibleLetters.key(place.example.author ?? "")
        var last = place.text
        for number in page.chain(from: place.text).prefix(8) {
            last = number
            if !author.isEmpty, contains(page.shown(by: number), author) { break }
        }
        return last
    }

    private static func contains(_ letters: ArraySlice<UInt8>, _ key: [UInt8]) -> Bool {
        guard letters.count >= key.count else { return false }
        return (letters.startIndex...(letters.endIndex - key.count)).contains { start in
            letters[start..<(start + key.count)].elementsEqual(key)
        }
    }
}
