import Complaints
import Foundation

/// What a template can name: the event as it stands in JSON, and under `told` the words that the other
/// formats send.
enum EventTree {
    static func make(_ body: [UInt8], for reader: Reader) throws(MessageFault) -> [String: Any] {
        let event: ToldEvent
        do {
            event = try ToldEvent(body)
        } catch {
            throw MessageFault("the stored event \(error)")
        }
        guard let json = try? JSONDecoder().decode(Plain.self, from: Data(body)),
            var tree = json.tree as? [String: Any]
        else { throw MessageFault("the stored event is no JSON object") }
        tree["told"] = told(Telling(event, for: reader))
        return tree
    }

    private static func told(_ telling: Telling) -> [String: Any] {
        var words: [String: Any] = [
            "headline": telling.headline, "summary": telling.summary, "tone": "\(telling.tone)",
            "facts": telling.facts.map { ["label": $0.label, "value": $0.value] }, "lines": telling.lines,
        ]
        words["quote"] = telling.quote?.text
        words["author"] = telling.quote?.author
        words["link"] = telling.link?.url
        return words
    }

    /// With Swift's own values, decoded as what they are: Foundation's numbers do not tell 1 from true.
    private indirect enum Plain: Decodable {
        case value(any Sendable)
        case list([Plain])
        case map([String: Plain])
        case nothing

        init(from decoder: any Decoder) throws {
            let box = try decoder.singleValueContainer()
            if box.decodeNil() {
                self = .nothing
            } else if let flag = try? box.decode(Bool.self) {
                self = .value(flag)
            } else if let number = try? box.decode(Int64.self) {
                self = .value(number)
            } else if let number = try? box.decode(Double.self) {
                self = .value(number)
            } else if let text = try? box.decode(String.self) {
                self = .value(text)
            } else if let list = try? box.decode([Plain].self) {
                self = .list(list)
            } else {
                self = .map(try box.decode([String: Plain].self))
            }
        }

        var tree: Any? {
            switch self {
            case .nothing: nil
            case .value(let value): value
            case .list(let list): list.compactMap(\.tree)
            case .map(let map): map.compactMapValues(\.tree)
            }
        }
    }
}
