import ArgumentParser
import Complaints
import Foundation
import Monitor
import Settings
import Storage

struct ForgetCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Erases a person, or gives them another name, and proves it.",
        discussion: """
            In mentions and all their revisions, cases and notes, events and alerts, the search index, what was \
            learned, and the archived pages. Phrases that several others wrote, too, stay. That there was a complaint, its rating and how it went stays. \
            Afterwards the store, its files and the archive are searched for the name and for what was said; \
            what is found is told, and the exit code is 1. The next visit does not bring the person back, also \
            where the site still shows them. A run that was stopped is finished by the same command. Backups made before are named, since nothing can be erased in \
            them; what was exported or sent is out of reach. docs/privacy.md tells more.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "Only what was written at this source.") var source: String?
    @Option(help: "Another way in which the name is written: an inflected form, a nickname. Repeatable.")
    var also: [String] = []
    @Option(help: "A mention that is theirs though it is not signed: m1234. Repeatable.")
    var mention: [MentionID] = []
    @Flag(help: "Erases what was said (as it is).") var erase = false
    @Flag(help: "Keeps what was said, under another name.") var pseudonymise = false
    @Flag(help: "Only tells what would be forgotten.") var dryRun = false
    @Argument(help: "The name, as it stands under the complaint.") var author: String?

    func validate() throws {
        if erase, pseudonymise { throw ValidationError("--erase and --pseudonymise exclude each other") }
        guard let author else {
            guard !mention.isEmpty else {
                throw ValidationError(
                    "Missing expected argument '<author>': say who, or name with --mention m1234 what is not signed"
                )
            }
            if !also.isEmpty { throw ValidationError("--also goes with a name; give AUTHOR") }
            return
        }
        for name in [author] + also where authorKey(name) == nil {
            throw ValidationError("\(name.debugDescription) is no name: it has neither letter nor digit")
        }
    }

    func perform() async throws {
        try await place.withStore(judges: true) { wiring, store in
            let request = Forget.Request(
                author: author, also: also, source: source.map { SourceID($0) }, mentions: mention,
                keepsTexts: pseudonymise, pseudonym: Self.pseudonym())
            let forget = Forget(
                store: store, setup: wiring.setup, request: request, who: person.who, now: wiring.time.now())
            let progress = ProgressLine(isQuiet: printing.json)
            let (dryRun, files) = (dryRun, Self.files(of: wiring.configuration))
            let (found, done, proof): (Forget.Findings, Forget.Done?, ForgetProof?)
            do {
                (found, done, proof) = try await stoppable {
                    let found = try await forget.look { progress.show($0) }
                    guard !dryRun else { return (found, Forget.Done?.none, ForgetProof?.none) }
                    let done = try await forget.perform(found) { progress.show($0) }
                    progress.show("looking for what is left")
                    return (found, done, try await forget.prove(found, files: files))
                }
            } catch let stop as ExitCode {
                progress.end()
                if !dryRun {
                    progress.note(
                        "stopped, and the store is whole; the same command finishes what is left to do")
                }
                throw stop
            }
            progress.end()
            try await markMissing(found.backups, in: store, now: wiring.time.now())
            let told = ForgetReport(request: request, found: found, done: done, proof: proof)
            if printing.json { print(told.json.line) } else { told.show() }
            if !found.holds.isEmpty || proof?.isForgotten == false {
                throw ExitCode(Failure.Code.failed.rawValue)
            }
        }
    }

    /// `person-7f3a9c`.
    private static func pseudonym() -> String {
        "person-" + String(UInt32.random(in: 0x10_0000...0xFF_FFFF), radix: 16)
    }

    private static func files(of configuration: Configuration) -> [String] {
        guard case .sqlite(let path) = configuration.store else { return [] }
        return [path, path + "-wal"].filter { access($0, F_OK) == 0 }
    }

    private func markMissing(_ backups: [Backup], in store: any Store, now: Instant) async throws {
        guard !dryRun else { return }
        let missing = backups.filter { access($0.path, F_OK) != 0 }.map(\.number)
        guard !missing.isEmpty else { return }
        try await store.write { session in
            for number in missing { try session.missBackup(number, at: now) }
        }
    }
}

/// What a run of `ombud forget` tells.
struct ForgetReport {
    let request: Forget.Request
    let found: Forget.Findings
    /// nil where nothing was done.
    let done: Forget.Done?
    let proof: ForgetProof?

    private var why: String? {
        if case .own(let why) = found.reach { return why }
        return nil
    }

    var json: JSON {
        let backups = found.backups.map { $0.json(isThere: access($0.path, F_OK) == 0) }
        let proved: JSON =
            proof.map { proof -> JSON in
                [
                    "forgotten": proof.isForgotten, "searched_for": proof.needles,
                    "found": proof.tables.values.reduce(0, +) + proof.searchHits + proof.records
                        + proof.files.count,
                    "remains": proof.remains, "bytes": proof.bytes,
                ]
            } ?? .null
        let head: JSON = [
            "author": request.author, "source": request.source, "dry_run": done == nil,
            "how": request.keepsTexts ? "pseudonymised" : "erased",
            "pseudonym": request.keepsTexts ? request.pseudonym : nil,
        ]
        let body: JSON = [
            "mentions": found.mentions.map(\.id), "cases": found.cases.keys.sorted(),
            "open_cases": found.openCases, "uncompacted": done?.uncompacted, "events": done?.events,
            "evidence": found.evidence.count,
            "others_losing_evidence": found.othersLosing,
            "holds": (found.holds + found.evidenceHolds).map(\.words),
            "names_elsewhere": found.isReachEverywhere, "named_by_others": found.namedByOthers,
            "common_phrases": found.common.count, "was_forgotten": found.wasForgotten, "backups": backups,
            "proof": proved,
        ]
        return head + body
    }

    func show() {
        let word = done == nil ? "would be " : ""
        let how = request.keepsTexts ? "pseudonymised as \(request.pseudonym)" : "erased"
        Screen.say(
            "\(counted(found.mentions.count, "mention")) in \(counted(found.cases.count, "case")) \(word)\(how): "
                + found.mentions.prefix(20).map(\.id.description).joined(separator: ", "))
        for id in found.openCases {
            Screen.say(
                "case \(id) stays open, and its deadlines run: "
                    + (request.keepsTexts
                        ? "the complaint is still to be answered"
                        : "end it with `ombud case resolve \(id.number)` where there is nobody left to answer")
            )
        }
        if let done { Screen.say("\(counted(done.events, "event")) rewritten, under their ids") }
        if !found.evidence.isEmpty {
            Screen.say(
                "\(counted(found.evidence.count, "archived record")) \(word)dropped"
                    + (found.othersLosing > 0
                        ? "; they show \(counted(found.othersLosing, "mention")) of others, too, whose copy goes with them"
                        : "")
            )
        }
        if found.wasForgotten {
            Screen.say(
                "they were forgotten before; what was left of that \(done == nil ? "would be" : "is") done")
        }
        if let why {
            Screen.say("the name itself is looked for in their own mentions and cases alone: \(why)")
        }
        for name in found.ownNames where name != request.author {
            Screen.say("\"\(name)\" is looked for in their own mentions and cases alone: it may be any word")
        }
        if found.namedByOthers > 0 {
            Screen.say(
                "\(counted(found.namedByOthers, "mention")) of others \(done == nil ? "would lose" : "lost") the name in "
                    + "them")
        }
        if !found.common.isEmpty {
            Screen.say(
                "\(counted(found.common.count, "phrase")) of what they said stands in mentions of more than three "
                    + "others, too, and stays there: it tells nobody apart")
        }
        for hold in found.evidenceHolds {
            Screen.say("archived pages that show them, too, stay: \(hold.words)")
        }
        for hold in found.holds { Screen.say("not while it holds: \(hold.words)") }
        for backup in found.backups {
            let isThere = access(backup.path, F_OK) == 0
            Screen.say(
                "still in the backup of \(Times.short(backup.at)): \(backup.path)"
                    + (isThere ? "" : ", which is not there any more (moved, or deleted)"))
            if found.isReachEverywhere, found.names.scan.holds(backup.path) {
                Screen.say(
                    "  its path names them: rename or delete it; `ombud backup --list` shows it without the name"
                )
            }
        }
        if let why = done?.uncompacted {
            Screen.say(
                "what was erased may stand in free pages of the store until it is written anew: \(why); then run "
                    + "`sqlite3 FILE VACUUM`")
        }
        guard let proof else { return }
        if proof.isForgotten {
            Screen.say(
                "searched for \(counted(proof.needles, "name, phrase and address", "names, phrases and addresses")) in "
                    + "every table, the index, the archive and \(proof.bytes) bytes of files: nothing found")
        } else {
            Screen.say("still found: " + proof.remains.joined(separator: "; "))
        }
        Screen.say("what was exported, sent to endpoints or printed is out of reach; ask those who have it")
    }
}
