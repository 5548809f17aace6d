import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// `ombud case reply`: says that the public answer was given, or drafts it.
struct CaseReply: CaseStepCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Says that the public answer was given; stops the answer clock.",
        discussion: """
            --draft prints a reply from templates/SITUATION.LANGUAGE.mustache, filled with the facts of the case, and \
            records nothing. What must stay inside (notes, logins, tags, the score, other customers, inside \
            addresses, endpoints, secrets) is refused in both, with its place and exit code 65.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @OptionGroup var following: Following
    @Option(help: "What was said in public.") var text: String?
    @Option(help: "Print a draft for this situation: apology-received, need-details, delayed, ...") var draft:
        String?
    @Option(help: "The language of the draft, such as pl; else that of the complaint.") var language: String?
    @Option(help: "What you say in the draft.") var say: String?
    @Flag(help: "Record it although it holds what must stay inside: it was published already.") var anyway =
        false
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "What was said in public.") var words: [String] = []

    func validate() throws {
        if draft != nil, text != nil || !words.isEmpty || anyway {
            throw ValidationError("--draft records nothing; give what was said without it")
        }
        if draft == nil, language != nil || say != nil {
            throw ValidationError("--language and --say go with --draft")
        }
        if text != nil, !words.isEmpty {
            throw ValidationError("--text and words behind the number: give what was said once")
        }
        if let said, said.allSatisfy(\.isWhitespace) {
            throw ValidationError("what was said is empty; say it, or leave it away")
        }
    }

    func perform() async throws {
        guard let draft else { return try await performAct() }
        try await place.atDesk(acting.person) { desk in
            try show(try await desk.draft(draft, language: language, say: say, on: id), of: draft)
        }
    }

    func act(_ desk: Desk) async throws -> Case {
        try await desk.reply(said, to: id, anyway: anyway)
    }
    var doneText: String { "answered" }

    private var said: String? { text ?? (words.isEmpty ? nil : words.joined(separator: " ")) }

    private func show(_ made: ReplyDraft, of situation: String) throws {
        if printing.json {
            let line: JSON = [
                "case": id, "situation": made.template.situation, "language": made.template.language,
                "text": made.text,
            ]
            print(line.line)
            return
        }
        if let missed = made.missed {
            let note = "there is no template \(situation).\(missed); this is \(made.template)\n"
            FileHandle.standardError.write(Data(note.utf8))
        }
        print(made.text)
    }
}
