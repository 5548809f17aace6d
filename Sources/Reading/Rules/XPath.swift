/// XPath 1.0 by libxml2, with a bound on its work: a rule's author may write what never ends.
import CXML2

enum XPathItem {
    /// An element or a text.
    case node(Node)
    /// An attribute's value, and the element it stands on.
    case attribute(String, Node)
    /// A text, number or truth that the expression made.
    case value(String)
}

/// The expression, when it can be evaluated: compiled, and free of functions, variables and namespaces that
/// there are none of in a page.
func checkedXPath(_ expression: String) throws(SelectorFault) -> String {
    TreeMemory.prepare()
    guard let context = xmlXPathNewContext(nil) else { throw SelectorFault(sentence: "no memory is left") }
    defer { xmlXPathFreeContext(context) }
    ombud_bound_xpath(context)
    guard let compiled = xmlXPathCtxtCompile(context, expression) else {
        throw SelectorFault(
            sentence: "not a valid XPath 1.0 expression; look at its brackets and quotes")
    }
    xmlXPathFreeCompExpr(compiled)
    if let unknown = unknownName(in: expression) {
        throw SelectorFault(sentence: unknown)
    }
    return expression
}

private let functions: Set<String> = [
    "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat",
    "starts-with",
    "contains", "substring-before", "substring-after", "substring", "string-length", "normalize-space",
    "translate", "boolean", "not", "true", "false", "lang", "number", "sum", "floor", "ceiling", "round",
    "node", "text", "comment", "processing-instruction",
]

/// What of the expression would fail only when it is evaluated: XPath 1.0 section 4, and no prefixes.
private func unknownName(in expression: String) -> String? {
    let bytes = Array(expression.utf8)
    func isName(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2D || byte == 0x5F || byte == 0x2E
            || byte >= 0x80
    }
    var i = 0
    while i < bytes.count {
        let byte = bytes[i]
        if byte == 0x22 || byte == 0x27 {
            i = (bytes[(i + 1)...].firstIndex(of: byte) ?? bytes.count - 1) + 1
        } else if byte == 0x24 {
            return "it names a variable, and there are none; write the value"
        } else if isName(byte), !byte.isASCIIDigit, byte != 0x2E, byte != 0x2D {
            let start = i
            while i < bytes.count, isName(bytes[i]) { i += 1 }
            let name = String(decoding: bytes[start..<i], as: UTF8.self)
            if i + 1 < bytes.count, bytes[i] == 0x3A, bytes[i + 1] != 0x3A {
                return "it names the namespace \(name), and pages have none; write *[local-name() = '...']"
            }
            var next = i
            while next < bytes.count, bytes[next].isASCIISpace { next += 1 }
            let isCall = next < bytes.count && bytes[next] == 0x28
            let isOperator = ["and", "or", "div", "mod"].contains(name)
            if isCall, !isOperator, !functions.contains(name) {
                return "there is no function \(name)() in XPath 1.0"
                    + (nearestFunction(name).map { "; did you mean \($0)()?" } ?? "; look at its name")
            }
        } else {
            i += 1
        }
    }
    return nil
}

private func nearestFunction(_ name: String) -> String? {
    let known = [
        "lower-case": "translate", "upper-case": "translate", "matches": "contains", "ends-with": "contains",
        "trim": "normalize-space", "length": "string-length", "has-class": "contains", "substr": "substring",
    ]
    return known[name] ?? functions.sorted().first { $0.hasPrefix(name) || name.hasPrefix($0) }
}

/// What the expression gives from `node`, in document order; nil when it cannot be evaluated or costs too
/// much. A leading `/` starts at the whole page, `./` at the node.
func xpath(_ expression: String, from node: Node) -> [XPathItem]? {
    guard let document = node.raw.pointee.doc, let context = xmlXPathNewContext(document) else { return nil }
    defer { xmlXPathFreeContext(context) }
    ombud_bound_xpath(context)
    context.pointee.node = node.raw
    guard let result = xmlXPathEvalExpression(expression, context) else { return nil }
    defer { xmlXPathFreeObject(result) }
    switch result.pointee.type {
    case XPATH_NODESET:
        guard let set = result.pointee.nodesetval else { return [] }
        if set.pointee.nodeNr > 1 {
            // Places are numbered first: to compare two of them then costs nothing.
            if set.pointee.nodeNr > 20 { xmlXPathOrderDocElems(document) }
            xmlXPathNodeSetSort(set)
        }
        return (0..<Int(set.pointee.nodeNr)).compactMap { i in set.pointee.nodeTab[i].flatMap(item) }
    case XPATH_STRING, XPATH_NUMBER, XPATH_BOOLEAN:
        guard let text = xmlXPathCastToString(result) else { return nil }
        defer { ombud_free(text) }
        return [.value(CText(text).string)]
    default:
        return nil
    }
}

private func item(_ raw: xmlNodePtr) -> XPathItem? {
    switch raw.pointee.type {
    case XML_ATTRIBUTE_NODE:
        guard let parent = raw.pointee.parent else { return nil }
        return .attribute(CText(raw.pointee.children?.pointee.content).string, Node(parent))
    case XML_ELEMENT_NODE, XML_TEXT_NODE, XML_CDATA_SECTION_NODE: return .node(Node(raw))
    default: return nil
    }
}
