import Foundation

/// A JSON value of a message, written with its keys sorted: the same message is the same bytes.
indirect enum JSONTree: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONTree])
    case map([String: JSONTree])

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts, whole numbers, flags, lists and maps are always JSON.
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }
}

extension JSONTree: Encodable {
    func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        switch self {
        case .text(let text): try box.encode(text)
        case .number(let number): try box.encode(number)
        case .flag(let flag): try box.encode(flag)
        case .list(let list): try box.encode(list)
        case .map(let map): try box.encode(map)
        }
    }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .text(value) }
}
extension JSONTree: ExpressibleByIntegerLiteral {
    init(integerLiteral value: Int) { self = .number(value) }
}
extension JSONTree: ExpressibleByBooleanLiteral {
    init(booleanLiteral value: Bool) { self = .flag(value) }
}
extension JSONTree: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
}
extension JSONTree: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSONTree)...) {
        self = .map(Dictionary(elements) { first, _ in first })
    }
}
