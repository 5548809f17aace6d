/// The JSON that a page carries for its own scripts: state, props, data attributes.
import CXML2
import Complaints

/// One value, under the name that the page gives it.
struct EmbeddedJSON {
    /// `__NEXT_DATA__`, `__STATE__`, `reviews`, `data-props`: an id, a variable without `window.`, an attribute.
    var name: String
    var value: JSONValue

    /// What a page carries, in its order. `isWanted` looks at the bytes of a block before they are read.
    static func all(
        in root: Node, isWanted: @escaping (UnsafeBufferPointer<UInt8>) -> Bool = { _ in true }
    ) -> [EmbeddedJSON] {
        var gathering = EmbeddedJSONGathering(isWanted: isWanted)
        gathering.look(at: root)
        root.forEachElement { node in
            gathering.look(at: node)
            return gathering.hasRoom
        }
        return gathering.finished()
    }

    /// All values as one object, for paths: members by their names, the first of a name plain, the second
    /// as `name 2`.
    static func document(_ values: [EmbeddedJSON]) -> JSONValue {
        var counts: [String: Int] = [:]
        return .object(
            values.map { one in
                let count = counts[one.name, default: 0] + 1
                counts[one.name] = count
                return JSONValue.Member(key: count == 1 ? one.name : "\(one.name) \(count)", value: one.value)
            })
    }
}

private struct EmbeddedJSONGathering {
    /// Blocks and bytes that one page may cost; what is more is left out.
    private static let blockLimit = 400
    private static let byteLimit = 16_000_000

    let isWanted: (UnsafeBufferPointer<UInt8>) -> Bool
    private var found: [EmbeddedJSON] = []
    private var stream: [UInt8] = []
    private var bytesLeft = Self.byteLimit

    init(isWanted: @escaping (UnsafeBufferPointer<UInt8>) -> Bool) { self.isWanted = isWanted }

    var hasRoom: Bool { found.count < Self.blockLimit && bytesLeft > 0 }

    mutating func look(at node: Node) {
        if node.name == "script" {
            lookAtScript(node)
        } else {
            lookAtAttributes(node)
        }
    }

    private mutating func lookAtScript(_ node: Node) {
        guard let content = node.firstChild?.content.bytes, content.count >= 20, take(content.count) else {
            return
        }
        let type = node.attribute("type")
        if let type, type.contains("json") {
            guard !type.contains("ld+json"), !type.contains("importmap"), isWanted(content) else { return }
            let name = node.string("id") ?? Self.dataName(node) ?? "script"
            for value in blockJSON(content) where !value.isScalar {
                found.append(EmbeddedJSON(name: name, value: Self.unwrapped(value, name: name)))
            }
            return
        }
        if let type, !type.isEmpty, !type.contains("javascript"), !type.contains("module") { return }
        guard content.contains(where: { $0 == 0x7B || $0 == 0x5B }) else { return }
        if NextStream.isPart(content) {
            if stream.count < 8_000_000 { NextStream.append(content, to: &stream) }
            return
        }
        guard isWanted(content) else { return }
        var script = ScriptAssignments(content)
        found += script.values()
    }

    /// `data-props="{...}"`, `:reviews="[{...}]"`: only values that begin as JSON do.
    private mutating func lookAtAttributes(_ node: Node) {
        var at = node.raw.pointee.properties
        while let attribute = at {
            at = attribute.pointee.next
            guard let text = attribute.pointee.children.map({ CText($0.pointee.content) }),
                (text.first == 0x7B || text.first == 0x5B || text.first.isASCIISpace)
            else { continue }
            let bytes = text.bytes
            guard bytes.count >= 40, Self.beginsAsJSON(bytes), hasRoom, take(bytes.count), isWanted(bytes),
                let value = readJSON(bytes).first, !value.isScalar
            else { continue }
            let name = CText(attribute.pointee.name).string
            found.append(
                EmbeddedJSON(name: name.hasPrefix(":") ? String(name.dropFirst()) : name, value: value))
        }
    }

    private static func beginsAsJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var open = false
        for byte in bytes.prefix(40) where !byte.isASCIISpace {
            if byte == 0x5B || byte == 0x7B {
                open = true
            } else {
                return open && byte == 0x22
            }
        }
        return false
    }

    private static func dataName(_ node: Node) -> String? {
        var at = node.raw.pointee.properties
        while let attribute = at {
            let name = CText(attribute.pointee.name)
            if name.first == 0x64, name.contains("data-") { return name.string }
            at = attribute.pointee.next
        }
        return nil
    }

    private static func unwrapped(_ value: JSONValue, name: String) -> JSONValue {
        guard case .array(let values) = value, name.contains("NUXT") else { return value }
        return NuxtData.value(values) ?? value
    }

    private mutating func take(_ count: Int) -> Bool {
        bytesLeft -= count
        return bytesLeft > 0
    }

    func finished() -> [EmbeddedJSON] {
        guard !stream.isEmpty, stream.withUnsafeBufferPointer(isWanted) else { return found }
        return found + [EmbeddedJSON(name: "__next_f", value: NextStream.value(stream))]
    }
}
