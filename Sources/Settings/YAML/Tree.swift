/// From text to the tree of places, with syntax errors and keys given twice as faults.
import Foundation
import Yams

/// The root of a YAML file; nil when the file is empty or cannot be read, which is then a fault.
func readYAML(_ bytes: Data, in document: Document) -> Node? {
    guard var text = Text(bytes, in: document) else { return nil }
    // The library stops at the first key given twice. Its first place is known then: mark that key with a
    // letter of its own and try again, until the tree is whole and can tell all of them.
    var marked: [Place: String] = [:]
    for mark in Text.keyMarks {
        do {
            // The basic resolver: tags are not used, and guessing them costs a dozen regexes a value.
            let parser = try Parser(yaml: text.string, resolver: .basic, encoding: .utf8)
            // The library's nodes hold their anchors weakly; the parser holds them for good.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else { return nil }
                var builder = TreeBuilder(document: document, marked: marked)
                return builder.node(from: root, depth: 0)
            }
        } catch YamlError.duplicatedKeysInMapping(let names, let context) {
            let place = Place(line: context.mark.line, column: context.mark.column)
            let name = names.first?.unmarked ?? "?"
            guard let scalar = Unicode.Scalar(mark), marked[place] == nil,
                let index = text.index(ofKeyAt: place)
            else {
                document.fault(place, "`\(name)` is given twice; keep one")
                return nil
            }
            text.scalars[index] = scalar
            marked[place] = name
        } catch let error as YamlError {
            document.report(error, in: text)
            return nil
        } catch {
            document.fault(.start, "cannot be read as YAML: \(error)")
            return nil
        }
    }
    document.fault(.start, "more than \(Text.keyMarks.count) keys are given twice; keep one of each")
    return nil
}

extension Text {
    /// The first letter of the key that starts at a place, inside its quotes.
    fileprivate func index(ofKeyAt place: Place) -> Int? {
        guard let start = index(of: place) else { return nil }
        guard scalars[start] == "\"" || scalars[start] == "'" else { return start }
        let inner = start + 1
        return inner < scalars.count && scalars[inner] != scalars[start] && scalars[inner] != "\\"
            ? inner : nil
    }
}

extension String {
    /// With the `*` that `Text` took out.
    fileprivate var unmarked: String {
        guard unicodeScalars.contains(Text.aliasMark) else { return self }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: unicodeScalars.map { $0 == Text.aliasMark ? "*" : $0 })
        return String(view)
    }
}

/// Makes our own tree of the library's: keys as text, aliases followed within a budget.
private struct TreeBuilder {
    let document: Document
    /// Names of the keys whose first letter was marked.
    let marked: [Place: String]
    var anchors: [String: (node: Node, size: Int)] = [:]
    var size = 0
    /// Values that aliases stand for; a file may well be long, but not by aliases.
    var aliased = 0

    static let deepest = 40
    static let mostAliased = 200_000

    init(document: Document, marked: [Place: String]) {
        self.document = document
        self.marked = marked
    }

    mutating func node(from source: Yams.Node, depth: Int) -> Node {
        let before = size
        size += 1
        let place = Place(source.mark)
        let node: Node
        guard depth <= Self.deepest else {
            document.fault(place, "nested more than \(Self.deepest) levels deep; settings never need that")
            return Node(place: place, value: .null)
        }
        switch source {
        case .scalar(let scalar):
            if scalar.style == .plain, scalar.string.unicodeScalars.first == Text.aliasMark {
                return alias(String(scalar.string.unicodeScalars.dropFirst()).unmarked, at: place)
            }
            let isPlain = scalar.style == .plain || scalar.style == .any
            let text = scalar.string.unmarked
            let isNull = isPlain && ["", "~", "null"].contains(text)
            node = Node(place: place, value: isNull ? .null : .scalar(text, isPlain: isPlain))
        case .sequence(let sequence):
            var items: [Node] = []
            for item in sequence { items.append(self.node(from: item, depth: depth + 1)) }
            node = Node(place: place, value: .list(items))
        case .mapping(let mapping):
            node = Node(place: place, value: .map(entries(of: mapping, depth: depth)))
        case .alias:
            node = Node(place: place, value: .null)
        }
        if let anchor = source.anchor?.rawValue { anchors[anchor] = (node, size - before) }
        return node
    }

    private mutating func entries(of mapping: Yams.Node.Mapping, depth: Int) -> [Entry] {
        var entries: [Entry] = []
        var merged: [Entry] = []
        var places: [String: Place] = [:]
        for (key, value) in mapping {
            let keyPlace = Place(key.mark)
            guard case .scalar(let scalar) = key else {
                document.fault(keyPlace, "a key that is no word; write `key: value`")
                continue
            }
            if let anchor = key.anchor?.rawValue {
                anchors[anchor] = (
                    Node(place: keyPlace, value: .scalar(scalar.string.unmarked, isPlain: true)), 1
                )
            }
            let name = marked[keyPlace] ?? scalar.string.unmarked
            let value = node(from: value, depth: depth + 1)
            if let first = places[name] {
                document.fault(
                    keyPlace, "`\(name)` is given twice, first on line \(first.line); keep one")
            } else if name == "<<", scalar.style == .plain, case .map(let others) = value.value {
                merged += others
            } else {
                places[name] = keyPlace
                entries.append(Entry(key: name, keyPlace: keyPlace, value: value))
            }
        }
        for other in merged where places[other.key] == nil {
            places[other.key] = other.keyPlace
            entries.append(other)
        }
        return entries
    }

    private mutating func alias(_ name: String, at place: Place) -> Node {
        guard let (node, values) = anchors[name] else {
            document.fault(
                place,
                "`*\(name)` stands for what `&\(name)` marks, which is nowhere above; for the text itself "
                    + "write "
                    + "\"*\(name)\" in quotes")
            return Node(place: place, value: .null)
        }
        size += values
        aliased += values
        guard aliased <= Self.mostAliased else {
            document.fault(place, "`*\(name)` makes more than \(Self.mostAliased) values of this file")
            anchors = [:]
            return Node(place: place, value: .null)
        }
        return node
    }
}

extension Place {
    fileprivate init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}

extension Document {
    fileprivate func report(_ error: YamlError, in text: Text) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let place = Place(mark)
            var message = "not YAML: \(problem)"
            if let context, context.mark.line > 0, problem != "but found another document" {
                message += ", \(context.text) that starts on line \(context.mark.line)"
            } else if problem == "but found another document" {
                message = "a second document starts here; a settings file holds one"
            }
            if let hint = hint(for: problem, at: place, in: text) { message += "; \(hint)" }
            fault(place, message)
        case .reader(let problem, _, _, _):
            fault(.start, "not YAML: \(problem)")
        default:
            fault(.start, "cannot be read as YAML: \(error)")
        }
    }

    private func hint(for problem: String, at place: Place, in text: Text) -> String? {
        guard problem.contains("cannot start any token"), let index = text.index(of: place) else {
            return nil
        }
        if text.scalars[index] == "\t" { return "indent with spaces, not with a tab" }
        return "put text that starts with `\(text.scalars[index])` in quotes"
    }
}
