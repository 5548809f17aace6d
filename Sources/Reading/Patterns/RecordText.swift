/// Text of a part of a record, without what is pressed, and without what is another field or record.
import CXML2

enum RecordText {
    /// The text of elements, one after the other; what `isSkipped` names is left out with all below it.
    static func text(_ tops: [Node], limit: Int = .max, isSkipped: (Node) -> Bool = { _ in false }) -> String
    {
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
