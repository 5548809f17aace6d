/// A parsed page: the one owner of libxml2's tree. Nodes live only inside `withRoot`.
import CXML2

struct Document: ~Copyable {
    private let raw: xmlDocPtr
    let isXML: Bool

    /// Reads HTML of any quality. nil when there is no element at all.
    init?(
        html bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits = ReadingLimits(),
        by way: HTMLWay = .quickest
    ) throws(ReadingFailure) {
        TreeMemory.prepare()
        guard bytes.count < Int(Int32.max) else { return nil }
        var read: xmlDocPtr?
        if way != .libxml2, let tree = try Self.read(bytes, limits: limits, isScanned: true) {
            read = tree
        } else if way != .scanner {
            read = try Self.read(bytes, limits: limits, isScanned: false)
        }
        guard let read else { return nil }
        Self.gather(read)
        raw = read
        isXML = false
    }

    /// Who finds the tags.
    enum HTMLWay { case quickest, scanner, libxml2 }

    /// - Parameter isScanned: by `HTMLScanner`; nil then for a page that it leaves to libxml2.
    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits, isScanned: Bool
    ) throws(ReadingFailure) -> xmlDocPtr? {
        guard let base = bytes.baseAddress, !isScanned || HTMLScanner.mayRead(bytes),
            let parser = htmlNewParserCtxt()
        else { return nil }
        defer { htmlFreeParserCtxt(parser) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
        var bounds = limits.bounds
        // unsafe: `base` is readable for `count` bytes and `bounds` stays where it is during this call, and
        // libxml2 keeps no part of either.
        let read = withUnsafeMutablePointer(to: &bounds) { bounds -> xmlDocPtr? in
            ombud_watch_html(parser, bounds)
            defer { ombud_unwatch() }
            let isReady = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                ombud_prepare_html(
                    parser, $0, Int32(isScanned ? min(bytes.count, 4) : bytes.count), Int32(options))
            }
            guard isReady != 0 else { return nil }
            guard isScanned else {
                htmlParseDocument(parser)
                return ombud_take_doc(parser)
            }
            var scanner = HTMLScanner(parser, base, bytes.count)
            let isRead = scanner.run()
            let document = ombud_take_doc(parser)
            if isRead { return document }
            TreeMemory.free(document)
            return nil
        }
        // What the scanner leaves to libxml2 is bounded there.
        if let failure = limits.failure(bounds), !isScanned || read != nil {
            TreeMemory.free(read)
            throw failure
        }
        return read
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
