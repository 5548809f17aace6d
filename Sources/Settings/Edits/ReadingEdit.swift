/// The change of a watchlist, or of the site file it names, that gives a source another rule.
import Complaints
import Foundation

/// - Throws: where there is no such source, or its place in the file is no block of lines.
public func editReading(
    of source: Source, to rule: Rule, in configuration: Configuration
) throws(EditFailure) -> FileEdit {
    for file in try yamlFiles(configuration.watchlistFolder) {
        let (text, root) = try yamlContent(of: file)
        guard case .map(let entries)? = root?.value,
            case .list(let sources)? = entries.first(where: { $0.key == "sources" })?.value.value
        else { continue }
        for case .map(let keys) in sources.map(\.value) where keys.scalar("name") == source.id.name {
            if let site = keys.scalar("read"), site != "auto", site != "feed" {
                return try editSite(site, from: source.rule, to: rule, in: configuration)
            }
            var lines = BlockLines(text)
            guard keys.allSatisfy(lines.begins), let last = keys.max(by: { $0.keyPlace < $1.keyPlace }) else {
                throw .entangled(file: Files.shown(file), line: keys.first?.keyPlace.line ?? 1)
            }
            let read = keys.first { $0.key == "read" }
            if let read, case .map(let fields) = read.value.value, fields.allSatisfy(lines.begins) {
                lines.change(fields, from: source.rule, to: rule)
            } else if let read {
                lines.replace(read, with: readingLines(rule))
            } else {
                lines.insert(readingLines(rule), after: last)
            }
            return FileEdit(path: file, file: Files.shown(file), before: text, after: lines.text)
        }
    }
    throw .noSource(source.id.name)
}

private func editSite(
    _ name: String, from old: Rule?, to rule: Rule, in configuration: Configuration
) throws(EditFailure) -> FileEdit {
    for file in try yamlFiles(configuration.watchlistFolder.appending(path: "sites")) {
        let (text, root) = try yamlContent(of: file)
        guard case .map(let fields)? = root?.value,
            (fields.scalar("name") ?? baseName(file.lastPathComponent)) == name
        else { continue }
        var lines = BlockLines(text)
        guard fields.allSatisfy(lines.begins) else {
            throw .entangled(file: Files.shown(file), line: fields.first?.keyPlace.line ?? 1)
        }
        lines.change(fields, from: old, to: rule)
        return FileEdit(path: file, file: Files.shown(file), before: text, after: lines.text)
    }
    throw .unreadable(file: "sites/\(name).yaml", why: "is not there")
}

private func yamlFiles(_ folder: URL) throws(EditFailure) -> [URL] {
    do throws(Files.Failure) { return try Files.yaml(in: folder) } catch {
        throw .unreadable(file: Files.shown(folder), why: error.why)
    }
}

func yamlContent(of file: URL) throws(EditFailure) -> (text: String, root: Node?) {
    let bytes: Data
    do throws(Files.Failure) { bytes = try Files.read(file, atMost: Text.mostBytes) } catch {
        throw .unreadable(file: Files.shown(file), why: error.why)
    }
    let document = Document(file: Files.shown(file), findings: Findings(selectorFault: nil))
    return (String(decoding: bytes, as: UTF8.self), readYAML(bytes, in: document))
}

extension BlockLines {
    /// Rewrites the keys of a rule that differ, and adds those that are new.
    fileprivate mutating func change(_ fields: [Entry], from old: Rule?, to rule: Rule) {
        let before = old.map { ruleLines($0) } ?? []
        var places = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
        var added: [String] = []
        // From the end to the start, so that the places of what is still to come hold.
        var replaced: [(entry: Entry, lines: [String])] = []
        for (key, lines) in ruleLines(rule) {
            if let entry = places.removeValue(forKey: key) {
                if before.first(where: { $0.key == key })?.lines != lines { replaced.append((entry, lines)) }
            } else {
                added += lines
            }
        }
        if !added.isEmpty, let last = fields.max(by: { $0.keyPlace < $1.keyPlace }) {
            insert(added, after: last)
        }
        for (entry, lines) in replaced.sorted(by: { $1.entry.keyPlace < $0.entry.keyPlace }) {
            replace(entry, with: lines)
        }
    }
}

extension [Entry] {
    func scalar(_ key: String) -> String? {
        if case .scalar(let text, _)? = first(where: { $0.key == key })?.value.value { text } else { nil }
    }
}
