/// The peer: libxml2 parsing a page into its tree and freeing it, with the memory of malloc, as any program
/// does that is linked to it.
import CXML2
import Foundation

func parseAlone(_ pages: [SavedPage]) {
    // What reading gave libxml2 in malloc's place is taken off for as long as the peer runs.
    var ours: (free: xmlFreeFunc?, get: xmlMallocFunc?, grow: xmlReallocFunc?, copy: xmlStrdupFunc?)
    xmlMemGet(&ours.free, &ours.get, &ours.grow, &ours.copy)
    xmlMemSetup(free, malloc, realloc, { $0.flatMap { strdup($0) } })
    defer { xmlMemSetup(ours.free, ours.get, ours.grow, ours.copy) }
    let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
        | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    for page in pages {
        page.bytes.withUnsafeBytes { bytes in
            guard let parser = htmlNewParserCtxt() else { return }
            // unsafe: the bytes stay where they are during the call, and libxml2 keeps nothing of them.
            let start = bytes.bindMemory(to: CChar.self).baseAddress
            xmlFreeDoc(htmlCtxtReadMemory(parser, start, Int32(bytes.count), nil, nil, Int32(options)))
            htmlFreeParserCtxt(parser)
        }
    }
}

/// CPU time of the whole process, user's and system's, that `body` takes.
func cpuSeconds(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    // POSIX: a million in each second, on every system.
    return Double(clock() - start) / 1e6
}

/// Resident memory as the system accounts for it; 0 where it does not say.
func residentKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
}
