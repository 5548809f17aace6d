/// Reads the templates of replies, `templates/SITUATION.LANGUAGE.mustache`.
import Complaints
import Foundation

extension Loader {
    func templates() -> [ReplyTemplateName: ReplyTemplate] {
        var templates: [ReplyTemplateName: ReplyTemplate] = [:]
        let folder = folder.appending(path: "templates")
        let files: [URL]
        do {
            files = try Files.templates(in: folder)
        } catch {
            Document(file: Files.shown(folder), findings: findings).fault(.start, "the folder \(error.why)")
            return [:]
        }
        for file in files {
            let document = Document(file: Files.shown(file), findings: findings)
            guard let name = ReplyTemplateName(file: file.lastPathComponent) else {
                document.fault(
                    .start,
                    "the name of a template is SITUATION.LANGUAGE.mustache, such as delayed.pl.mustache")
                continue
            }
            do {
                let bytes = try Files.read(file, atMost: 100_000)
                guard let text = String(data: bytes, encoding: .utf8) else {
                    document.fault(.start, "not UTF-8 text; save the file as UTF-8")
                    continue
                }
                templates[name] = document.template(text)
            } catch {
                document.fault(.start, "the file \(error.why)")
            }
        }
        return templates
    }
}

extension Document {
    /// nil, with a fault for everything that is wrong.
    func template(_ text: String) -> ReplyTemplate? {
        switch ReplyTemplate.read(text) {
        case .success(let template): return template
        case .failure(let faulty):
            for one in faulty.faults { fault(Place(line: one.line, column: one.column), one.what.sentence) }
            return nil
        }
    }
}

extension ReplyTemplate.Fault.What {
    fileprivate var sentence: String {
        let known = ReplyFact.allCases.map(\.rawValue)
        switch self {
        case .unknown(let name):
            let hint = didYouMean(name, among: known)
            return "there is no `\(name)` to put in" + (hint.isEmpty ? "; known are \(quoted(known))" : hint)
        case .unclosed(let name): return "`{{#\(name)}}` is not closed; `{{/\(name)}}` is wanted"
        case .unopened(let name): return "`{{/\(name)}}` closes nothing that is open here"
        case .torn: return "`{{` without `}}`; close it"
        case .unsupported(let sigil):
            return
                "`{{\(sigil)` has no meaning here; a template has facts, sections (# and ^) and remarks (!)"
        }
    }
}

extension ReplyTemplateName {
    /// Of `delayed.pl.mustache`; nil for another shape.
    fileprivate init?(file: String) {
        let parts = file.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, isLanguage(String(parts[1])) else { return nil }
        self.init(situation: String(parts[0]), language: String(parts[1]))
    }
}

extension Files {
    /// The templates of a folder by name; none when there is no folder.
    static func templates(in folder: URL) throws(Failure) -> [URL] {
        try files(in: folder) { $0.hasSuffix(".mustache") }
    }
}
