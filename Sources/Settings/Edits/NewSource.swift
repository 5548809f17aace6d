/// A source that is not in any watchlist yet, written as people write them.
import Complaints
import Foundation

public struct NewSource: Hashable, Sendable {
    public var name: String
    public var url: String
    public var every = "1h"
    public var reading: Reading
    /// Pages of the list that one visit looks at.
    public var pages = 1
    public var language: String?
    public var zone: String?

    public enum Reading: Hashable, Sendable {
        case auto, feed
        case rule(Rule)
    }

    public init(
        name: String, url: String, reading: Reading, pages: Int = 1, language: String? = nil,
        zone: String? = nil
    ) {
        self.name = name
        self.url = url
        self.reading = reading
        self.pages = pages
        self.language = language
        self.zone = zone
    }

    /// As an item of `sources`, written for column 1 without its dash.
    public var lines: [String] {
        var lines = ["name: \(name)", "url: \(quotedYAML(url))", "every: \(every)", "about: subject"]
        if let language { lines.append("language: \(language)") }
        if let zone { lines.append("zone: \(zone)") }
        switch reading {
        case .auto: lines.append("read: auto")
        case .feed: lines.append("read: feed")
        case .rule(let rule): lines += readingLines(rule)
        }
        if pages > 1 { lines.append("pages: { at-most: \(pages) }") }
        return lines
    }

    /// A name made of an address: `reviews-example-acme`.
    public static func name(for url: String) -> String {
        let address = WebURL(url)
        let host = (address?.host ?? url).split(separator: ".").filter { $0 != "www" }
        let path = (address?.path ?? "").split(separator: "/").suffix(2)
        let words = (host.dropLast(host.count > 1 ? 1 : 0) + path).map { word in
            String(
                word.prefix { $0 != "." }.lowercased().map {
                    $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-"
                })
        }
        let name = words.joined(separator: "-").split(separator: "-").joined(separator: "-")
        return name.isEmpty ? "source" : String(name.prefix(60))
    }
}

/// The watchlist with one source more; a file that is not there is begun.
/// - Parameter subject: nil keeps that of the file.
public func editAdding(
    _ source: NewSource, subject: String?, to path: URL
) throws(EditFailure) -> FileEdit {
    let file = Files.shown(path)
    guard FileManager.default.fileExists(atPath: path.path) else {
        let head = [
            "subject: \(quotedYAML(subject ?? "CHANGE ME: the company, brand or product"))", "sources:",
        ]
        let text = (head + item(source.lines, dash: "  - ") + [""]).joined(separator: "\n")
        return FileEdit(path: path, file: file, before: nil, after: text)
    }
    let (text, root) = try yamlContent(of: path)
    guard case .map(let keys)? = root?.value else {
        throw .unreadable(file: file, why: "is no map with `subject` and `sources`")
    }
    if let subject, let other = keys.scalar("subject"), other != subject {
        throw .unreadable(file: file, why: "watches `\(other)`, not `\(subject)`; name another file")
    }
    var lines = BlockLines(text)
    guard let sources = keys.first(where: { $0.key == "sources" }) else {
        lines.append(["sources:"] + item(source.lines, dash: "  - "))
        return FileEdit(path: path, file: file, before: text, after: lines.text)
    }
    guard case .list(let items) = sources.value.value, case .map(let last)? = items.last?.value,
        let first = last.min(by: { $0.keyPlace < $1.keyPlace }),
        let dash = lines.prefix(of: first), dash.contains("-"), last.allSatisfy(lines.begins)
    else { throw .entangled(file: file, line: sources.keyPlace.line) }
    lines.insert(item(source.lines, dash: dash), after: sources, asIs: true)
    return FileEdit(path: path, file: file, before: text, after: lines.text)
}

private func item(_ lines: [String], dash: String) -> [String] {
    let blank = String(repeating: " ", count: dash.count)
    return lines.enumerated().map { ($0 == 0 ? dash : blank) + $1 }
}

/// A value that YAML takes for text, whatever is in it.
func quotedYAML(_ text: String) -> String {
    let isPlain =
        text.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x41 && $0 <= 0x5A } ?? false
        && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
        && text.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && !"#\"'{}[],&*!|>%@`".utf8.contains($0)
        } && !text.hasSuffix(":")
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": quoted += "\\\(scalar)"
        case "\n": quoted += "\\n"
        case "\t": quoted += "\\t"
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}
