import Foundation
import Testing

/// A page of the documentation, with its blocks and the commands that it shows.
struct Document: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String

    var testDescription: String { path }

    /// The root of the checkout.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    /// What people read: README, CONTRIBUTING and docs/.
    static let all: [Document] = {
        let folder = root.appending(path: "docs").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
        let pages = names.filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
        return (["README.md", "CONTRIBUTING.md"] + pages).compactMap { try? Document($0) }
    }()

    struct Block {
        /// What stands behind the backquotes: `sh`, `yaml source`.
        let kind: String
        let line: Int
        var lines: [Substring] = []
        var text: String { lines.map { $0 + "\n" }.joined() }
    }

    var blocks: [Block] {
        var blocks: [Block] = []
        var open: Block?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let bare = line.drop { $0 == " " }
            if bare.hasPrefix("```") {
                if let block = open { blocks.append(block) }
                open = open == nil ? Block(kind: String(bare.dropFirst(3)), line: index + 1) : nil
            } else {
                open?.lines.append(line)
            }
        }
        return blocks
    }

    /// A call of `ombud`, without the word itself.
    struct Call: Sendable, CustomStringConvertible {
        var place: String
        var arguments: [String]
        /// In a sentence, where a name stands for what a person would write, or a command is only named.
        var isMention = false
        var description: String { "\(place): ombud \(arguments.joined(separator: " "))" }
    }

    /// Every call in a block for the shell, and every one between backquotes in a sentence.
    var calls: [Call] {
        var calls: [Call] = []
        for block in blocks where ["", "sh", "console", "text"].contains(block.kind) {
            var lines: [(Int, String)] = []
            for (offset, line) in block.lines.enumerated() {
                var line = String(line)
                if block.kind == "console" || block.kind == "", line.hasPrefix("$ ") { line.removeFirst(2) }
                if let last = lines.last, last.1.hasSuffix("\\") {
                    lines[lines.count - 1].1 = last.1.dropLast() + " " + line
                } else {
                    lines.append((block.line + 1 + offset, line))
                }
            }
            for (number, line) in lines {
                for words in ShellWords.commands(of: line) {
                    guard let arguments = Self.arguments(of: words) else { continue }
                    calls.append(Call(place: "\(path):\(number)", arguments: arguments))
                }
            }
        }
        var isInBlock = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.drop(while: { $0 == " " }).hasPrefix("```") { isInBlock.toggle() }
            guard !isInBlock else { continue }
            for (number, part) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            where number % 2 == 1 && part.hasPrefix("ombud ") {
                for form in Self.forms(String(part)) {
                    guard let words = ShellWords.commands(of: form).first else { continue }
                    calls.append(
                        Call(
                            place: "\(path):\(index + 1)", arguments: Array(words.dropFirst()),
                            isMention: true))
                }
            }
        }
        return calls
    }

    /// What follows the word `ombud` where it is the program that is called, also behind `sudo` and its like.
    private static func arguments(of words: [String]) -> [String]? {
        let isCall = words.first == "ombud"
        guard let index = words.firstIndex(of: "ombud"), index + 1 < words.count else { return nil }
        let rest = Array(words[(index + 1)...])
        return isCall || words.first == "sudo" && rest[0].allSatisfy(\.isLetter) && rest.count > 1
            ? rest : nil
    }

    /// `case list|show [--json]` says several: each way of reading it.
    private static func forms(_ text: String) -> [String] {
        let bare = text.replacing("\"...\"", with: "TEXT").replacing(/\.\.\./, with: "").replacing(
            /[\[\]]/, with: " ")
        var forms = [""]
        for word in bare.split(separator: " ") {
            let choices = word.contains("'") || word.contains("\"") ? [word] : word.split(separator: "|")
            forms = forms.flatMap { form in choices.map { form.isEmpty ? String($0) : "\(form) \($0)" } }
        }
        return forms
    }
}

/// The words of a shell line, as far as the documentation goes: quotes, comments, `|`, `&&`, `;` and redirections.
enum ShellWords {
    static func commands(of line: String) -> [[String]] {
        var commands: [[String]] = [[]]
        var word: String?
        var quote: Character?
        func end() {
            if let done = word { commands[commands.count - 1].append(done) }
            word = nil
        }
        var rest = Substring(line)
        while let sign = rest.popFirst() {
            if let open = quote {
                if sign == open { quote = nil } else { word = (word ?? "") + String(sign) }
                continue
            }
            switch sign {
            case "'", "\"":
                quote = sign
                word = word ?? ""
            case " ", "\t": end()
            case "#" where word == nil: return finished(commands)
            case "|", "&", ";", ">", "<":
                end()
                commands.append([])
            case "\\": if let next = rest.popFirst() { word = (word ?? "") + String(next) }
            default: word = (word ?? "") + String(sign)
            }
        }
        end()
        return finished(commands)
    }

    private static func finished(_ commands: [[String]]) -> [[String]] { commands.filter { !$0.isEmpty } }
}
