import ArgumentParser
import Complaints
import Monitor
import Storage

/// `ombud case tag`, `tags`: words by which staff find cases again.
struct CaseTag: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Puts tags on a case (+vip) and takes them off (-late).",
        discussion: """
            Letters, digits and - _ . / : of any script, at most \(Tag.mostLetters); VIP and vip are one. A word \
            without a sign is put on. `ombud case tags` shows what there is, `case list --tag` the cases.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(help: "Takes this tag off, as -TAG does; may be given more than once.") var remove: [String] = []
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "+vip -late") var words: [String] = []

    /// `-late` is no option: the parser is given what it can read.
    static func spelledOut(_ arguments: [String]) -> [String] {
        guard arguments.starts(with: ["case", "tag"]) else { return arguments }
        return arguments.map { word in
            let isTag = word.hasPrefix("-") && !word.hasPrefix("--") && word.count > 1 && word != "-h"
            return isTag ? "--remove=" + word.dropFirst() : word
        }
    }

    private var wanted: (add: [Tag], remove: [Tag]) {
        get throws {
            do throws(TagFault) {
                var add: [Tag] = []
                for word in words { add.append(try Tag(word.hasPrefix("+") ? word.dropFirst() : word[...])) }
                var gone: [Tag] = []
                for word in remove { gone.append(try Tag(word)) }
                return (add, gone)
            } catch {
                throw ValidationError(error.description)
            }
        }
    }

    func validate() throws {
        let (add, remove) = try wanted
        if add.isEmpty, remove.isEmpty {
            throw ValidationError("no tag is named; +vip puts one on, -vip takes it off")
        }
    }

    func act(_ desk: Desk) async throws -> Case {
        let (add, remove) = try wanted
        return try await desk.tag(id, add: add, remove: remove)
    }
    var doneText: String { "tagged" }
    var leavesNext: Bool { true }
}

struct CaseTags: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags", abstract: "Lists every tag with how many cases have it.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing

    func perform() async throws {
        let uses = try await place.withStore { _, store in try await store.read { try $0.tagUses() } }
        if printing.json {
            for use in uses {
                let line: JSON = [
                    "tag": use.tag, "active": use.active, "cases": use.all, "last": use.last,
                ]
                print(line.line)
            }
            return
        }
        var table = Table("TAG", "ACTIVE", "CASES", "LAST")
        for use in uses { table.add(use.tag.name, "\(use.active)", "\(use.all)", Times.short(use.last)) }
        Screen.print(table, whenEmpty: "No case has a tag; `ombud case tag 42 +vip` puts one on.")
    }
}

extension Tag: JSONConvertible { var json: JSON { name.json } }

extension [Tag] {
    /// `+late +vip`
    var signed: String { map { "+" + $0.name }.joined(separator: " ") }
}
