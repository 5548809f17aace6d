import ArgumentParser
import Complaints
import Monitor
import Storage

/// `ombud case link`, `unlink`: what a case has to do with another, or with a page.
struct LinkCases: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Says what a case has to do with another case, or with a page.",
        discussion: """
            `case link 42 7 --kind caused-by` says that 7 is the cause of 42; 7 shows `causes 42`. Both timelines \
            tell it, `case unlink` takes it back. Cases that are one complaint are merged instead.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(
        name: .customLong("kind"),
        help: "What the target is to the case: related, caused-by, causes, parent or child.")
    var kind: CaseLink.Kind = .related
    @Option(help: "The reason; it stands on the timelines.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "43, or a URL") var target: CaseLink.Target

    func act(_ desk: Desk) async throws -> Case { try await desk.link(id, to: target, as: kind, why: why) }
    var doneText: String { "linked to \(target)" }
    var leavesNext: Bool { true }
}

struct UnlinkCases: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink", abstract: "Takes a link to another case or to a page away.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(help: "The reason; it stands on the timelines.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "43, or the URL") var target: CaseLink.Target

    func act(_ desk: Desk) async throws -> Case { try await desk.unlink(id, from: target, why: why) }
    var doneText: String { "linked to \(target) no more" }
    var leavesNext: Bool { true }
}

extension CaseLink.Kind: ExpressibleByArgument {}

extension CaseLink.Target: ExpressibleByArgument {
    public init?(argument: String) {
        if let id = CaseID(text: argument) {
            self = .case(id)
        } else if let url = WebURL(argument), ["http", "https"].contains(url.scheme) {
            self = .url(url.href)
        } else {
            return nil
        }
    }
}

extension CaseLink: JSONConvertible {
    var json: JSON {
        var (other, url): (CaseID?, String?) = (nil, nil)
        switch target {
        case .case(let id): other = id
        case .url(let text): url = text
        }
        return ["kind": kind.rawValue, "case": other, "url": url, "at": at, "by": by, "why": why]
    }

    /// `caused by case #7: one lorry (ola)`
    var sentence: String {
        "\(kind.rawValue) \(target)" + (why.map { ": \($0.oneLine)" } ?? "") + " (\(by))"
    }
}

/// Another case of the same author about the same subject: said, never linked by itself, since many people have
/// one name.
struct LikelyLink: Sendable, JSONConvertible {
    var id: CaseID
    var state: CaseState
    var author: String

    static let mostOfAuthor = 6

    /// - Parameter links: what is linked already is not proposed.
    static func all(
        for found: Case, mentions: [Mention], links: [CaseLink], in session: any Session
    ) throws -> [LikelyLink] {
        var known: Set<CaseID> = [found.id]
        for link in links { if case .case(let id) = link.target { known.insert(id) } }
        var likely: [LikelyLink] = []
        for mention in mentions {
            let others = try session.mentions(ofAuthor: authorMark(mention.author), limit: mostOfAuthor)
            for other in try others.compactMap({ try session.mention($0) }) {
                guard let id = other.caseID, known.insert(id).inserted, other.subject == found.subject,
                    let its = try session.case(id), its.state != .merged, its.state != .dismissed
                else { continue }
                likely.append(LikelyLink(id: id, state: its.state, author: other.author ?? ""))
            }
        }
        return likely
    }

    var json: JSON { ["case": id, "state": state, "author": author] }

    func sentence(of found: CaseID) -> String {
        "case \(id), \(state.rawValue), is \(author)'s too; `ombud case link \(found.number) \(id.number)` says that "
            + "they belong together"
    }
}
