/// XPath 1.0 by libxml2, with a bound on its work: a rule's author may write what never ends.
import CXML2

enum XPathValue {
    case nodes([Node])
    case text(String)
}

/// Whether the expression compiles.
func isXPath(_ expression: String) -> Bool {
    TreeMemory.prepare()
    guard let context = xmlXPathNewContext(nil) else { return false }
    defer { xmlXPathFreeContext(context) }
    ombud_bound_xpath(context)
    guard let compiled = xmlXPathCtxtCompile(context, expression) else { return false }
    xmlXPathFreeCompExpr(compiled)
    return true
}

/// The value from `node`; nil when it cannot be evaluated or costs too much. A leading `/` starts at the
/// whole page, `./` at the node.
func xpath(_ expression: String, from node: Node) -> XPathValue? {
    guard let document = node.raw.pointee.doc, let context = xmlXPathNewContext(document) else { return nil }
    defer { xmlXPathFreeContext(context) }
    ombud_bound_xpath(context)
    context.pointee.node = node.raw
    guard let result = xmlXPathEvalExpression(expression, context) else { return nil }
    defer { xmlXPathFreeObject(result) }
    switch result.pointee.type {
    case XPATH_NODESET:
        guard let set = result.pointee.nodesetval else { return .nodes([]) }
        var nodes: [Node] = []
        var attribute: String?
        for i in 0..<Int(set.pointee.nodeNr) {
            guard let raw = set.pointee.nodeTab[i] else { continue }
            if raw.pointee.type == XML_ATTRIBUTE_NODE {
                if attribute == nil { attribute = CText(raw.pointee.children?.pointee.content).string }
            } else if raw.pointee.type == XML_ELEMENT_NODE || raw.pointee.type == XML_TEXT_NODE {
                nodes.append(Node(raw))
            }
        }
        if nodes.isEmpty, let attribute { return .text(attribute) }
        return .nodes(nodes)
    case XPATH_STRING, XPATH_NUMBER, XPATH_BOOLEAN:
        guard let text = xmlXPathCastToString(result) else { return nil }
        defer { ombud_free(text) }
        return .text(CText(text).string)
    default:
        return nil
    }
}
