/// A parsed page: the one owner of libxml2's tree. Nodes live only inside `withRoot`.
import CXML2

struct Document: ~Copyable {
    private let raw: xmlDocPtr
    let isXML: Bool

    /// Reads HTML of any quality. nil when there is no element at all.
    init?(
        html bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits = ReadingLimits()
    ) throws(ReadingFailure) {
        TreeMemory.prepare()
        guard let base = bytes.baseAddress, bytes.count < Int(Int32.max), let parser = htmlNewParserCtxt()
        else { return nil }
        defer { htmlFreeParserCtxt(parser) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
        var bounds = limits.bounds
        // unsafe: `base` is readable for `count` bytes and `bounds` stays where it is during this call, and
        // libxml2 keeps no part of either.
        let read = withUnsafeMutablePointer(to: &bounds) { bounds in
            ombud_watch_html(parser, bounds)
            defer { ombud_unwatch() }
            return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                ombud_parse_html(parser, $0, Int32(bytes.count), Int32(options))
            }
        }
        if let failure = limits.failure(bounds) {
            TreeMemory.free(read)
            throw failure
        }
        guard let read else { return nil }
        Self.gather(read)
        raw = read
        isXML = false
    }

    /// What follows `</html>` stands beside the root in libxml2's tree; browsers read it as part of the body.
    private static func gather(_ document: xmlDocPtr) {
        guard let root = xmlDocGetRootElement(document) else { return }
        var target = root
        if let last = root.pointee.last, last.pointee.type == XML_ELEMENT_NODE { target = last }
        var at = root.pointee.next
        while let node = at {
            at = node.pointee.next
            guard node.pointee.type == XML_ELEMENT_NODE || node.pointee.type == XML_TEXT_NODE else {
                continue
            }
            xmlUnlinkNode(node)
            xmlAddChild(target, node)
        }
    }

    /// Reads XML, and what can be saved of ill-formed XML. nil when nothing can.
    init?(
        xml bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits = ReadingLimits()
    ) throws(ReadingFailure) {
        TreeMemory.prepare()
        guard let base = bytes.baseAddress, bytes.count < Int(Int32.max), let parser = xmlNewParserCtxt()
        else { return nil }
        defer { xmlFreeParserCtxt(parser) }
        let options =
            XML_PARSE_RECOVER.rawValue
            | XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
            | XML_PARSE_NOCDATA.rawValue | XML_PARSE_HUGE.rawValue
        var bounds = limits.bounds
        // unsafe: as above.
        let read = withUnsafeMutablePointer(to: &bounds) { bounds in
            ombud_watch_xml(parser, bounds)
            defer { ombud_unwatch() }
            return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                xmlCtxtReadMemory(parser, $0, Int32(bytes.count), nil, "UTF-8", Int32(options))
            }
        }
        if let failure = limits.failure(bounds) {
            TreeMemory.free(read)
            throw failure
        }
        guard let read else { return nil }
        raw = read
        isXML = true
    }

    deinit { TreeMemory.free(raw) }

    /// The document element, for as long as `body` runs; nil for a document without any.
    func withRoot<Result>(_ body: (Node?) throws(ReadingFailure) -> Result) throws(ReadingFailure) -> Result {
        try body(xmlDocGetRootElement(raw).map(Node.init))
    }
}
