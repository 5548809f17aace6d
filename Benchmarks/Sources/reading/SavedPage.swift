/// A page of a folder, as it was saved.
import Foundation

struct SavedPage {
    var url: String
    var bytes: [UInt8]

    static func all(in folder: String) throws -> [SavedPage] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }.sorted()
            .map { name in
                let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
                return SavedPage(url: "https://bench.example/" + name, bytes: bytes)
            }
    }

    /// The same page where each JSON-LD script is gone, so that its records must be had in another way.
    func withoutJSONLD() -> SavedPage {
        let data = Data(bytes)
        var kept = Data()
        var at = data.startIndex
        while let open = data[at...].range(of: Data("<script".utf8)),
            let close = data[open.upperBound...].firstIndex(of: UInt8(ascii: ">"))
        {
            let isJSONLD = data[open.lowerBound..<close].range(of: Data("ld+json".utf8)) != nil
            let end = data[close...].range(of: Data("</script>".utf8))?.upperBound ?? data.endIndex
            kept.append(data[at..<(isJSONLD ? open.lowerBound : end)])
            at = end
        }
        kept.append(data[at...])
        return SavedPage(url: url, bytes: [UInt8](kept))
    }
}
