import ArgumentParser
import Complaints
import Foundation
import Logging
import Monitor
import Reading
import SQLiteStorage
import Settings
import Storage

struct SourceTry: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Shows what would be read from a page, why, and proposes how to read it.",
        discussion: """
            TARGET is the address of a page, a saved page, or the name of a source. A page is fetched as a visit \
            would fetch it (robots.txt, limits, addresses), and nothing is stored.

            For a page of no source, a source is proposed: as the lines of a watchlist, or with --watchlist FILE as \
            a diff to that file. For a source whose rule does not read its page any more, the repaired rule is \
            proposed as a diff: it is found from the mentions that the store knows of it. --apply makes the change.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Argument(help: "An address, a saved page, or the name of a source.") var target: String
    @Option(help: "A saved page to read instead of fetching the source's own.") var file: String?
    @Option(help: "The address that a saved page came from.") var url: String?
    @Option(help: "The Content-Type header of a saved page.") var contentType: String?
    @Option(help: "The language of the page, where it does not say so: pl.") var language: String?
    @Option(help: "The zone of its dates, where they name none: Europe/Warsaw.") var zone: String?
    @Flag(help: "Proposes a rule also where the page can be read without one.") var rule = false
    @Option(help: "The watchlist that a new source goes to; begun where there is none.") var watchlist:
        String?
    @Option(help: "What the new watchlist watches for.") var subject: String?
    @Option(help: "The name of the new source; else one made of its address.") var name: String?
    @Flag(help: "Writes the proposed change into its file.") var apply = false
    @Option(help: "Records that are shown; all with --json.") var limit = 10

    func validate() throws {
        if apply, watchlist == nil, WebURL(target) != nil {
            throw ValidationError("--apply writes to a watchlist; name it with --watchlist FILE")
        }
        if let zone, Zone(zone) == nil {
            throw ValidationError("--zone \(zone) is no time zone; write one such as Europe/Warsaw")
        }
        if let language, !language.isLanguageTag {
            throw ValidationError("--language \(language) is no language; write one such as pl or pt-BR")
        }
    }

    func perform() async throws {
        let plan = try resolve()
        try checkNew(plan)
        let trial = try await stoppable { try await plan.run() }
        let edit = try proposedEdit(trial)
        if printing.json {
            print(trial.json(edit: edit).line)
        } else {
            trial.show(limit: limit, edit: edit, wasApplied: apply)
        }
        if apply {
            guard let edit else { throw Failure(.failed, "there is nothing to write: \(trial.verdict)") }
            return try write(edit)
        }
        if trial.records.isEmpty { throw Failure(.failed, trial.emptySentence) }
    }

    /// What is tried: a page of no source, or a source.
    private func resolve() throws -> SourceTrialPlan {
        let loaded = Result { try place.wiring() }
        let wiring = try? loaded.get()
        if let address = WebURL(target) {
            let source = newSource(url: address.href, fetch: wiring?.configuration.fetch.options)
            return SourceTrialPlan(
                source: source, isKnown: false, saved: try file.map { try saved($0) }, wiring: wiring,
                wantsRule: rule)
        }
        if let source = wiring?.configuration.allSources.first(where: { $0.id.name == target }) {
            var source = source
            source.language = language ?? source.language
            source.zone = zone ?? source.zone
            return SourceTrialPlan(
                source: source, isKnown: true, saved: try file.map { try saved($0) }, wiring: wiring,
                wantsRule: rule)
        }
        guard FileManager.default.fileExists(atPath: target) else {
            // A faulty configuration is told rather than taken for none.
            if (try? place.folder()) != nil { _ = try loaded.get() }
            let names = wiring?.configuration.allSources.map(\.id.name) ?? []
            throw Failure(
                .failed,
                "\(target) is no address with https://, no file and no source"
                    + didYouMean(target, among: names))
        }
        guard url != nil || watchlist == nil else {
            throw Failure(
                .usage, "the address that \(target) came from is wanted for a watchlist: --url https://...")
        }
        let source = newSource(url: url ?? SourceTrialPlan.unknownAddress, fetch: nil)
        return SourceTrialPlan(
            source: source, isKnown: false, saved: try saved(target), wiring: wiring, wantsRule: rule)
    }

    private func saved(_ path: String) throws -> SourceTrialPlan.Saved {
        SourceTrialPlan.Saved(body: Array(try contents(of: path)), contentType: contentType)
    }

    private func newSource(url: String, fetch: FetchOptions?) -> Source {
        Source(
            id: SourceID(name ?? NewSource.name(for: url)), subject: subject ?? "", url: url,
            every: PollInterval(.seconds(3600)), language: language, zone: zone,
            fetch: fetch ?? FetchOptions())
    }

    /// The change of a file that the trial proposes; nil where none is wanted or no file is named.
    private func proposedEdit(_ trial: SourceTrial) throws -> FileEdit? {
        do throws(EditFailure) {
            if trial.plan.isKnown {
                guard let rule = trial.repaired, let configuration = trial.plan.wiring?.configuration else {
                    return nil
                }
                return try editReading(of: trial.plan.source, to: rule, in: configuration)
            }
            guard let watchlist, let proposal = trial.newSource else { return nil }
            let path = URL(fileURLWithPath: watchlist).standardizedFileURL
            return try editAdding(proposal, subject: subject, to: path)
        } catch {
            throw Failure(.failed, error.description)
        }
    }

    /// What a new source needs before it is written.
    private func checkNew(_ plan: SourceTrialPlan) throws {
        guard !plan.isKnown, let watchlist else { return }
        if apply, subject == nil, !FileManager.default.fileExists(atPath: watchlist) {
            throw Failure(.usage, "a new watchlist needs to know what it watches for: --subject NAME")
        }
        let same = plan.wiring?.configuration.allSources.first { $0.url == plan.source.url }
        if let same {
            throw Failure(
                .failed, "\(plan.source.url) is the source \(same.id) already; `ombud source try \(same.id)`")
        }
    }

    /// A watchlist that is not whole is worse than an old one: what does not pass the check is taken back.
    private func write(_ edit: FileEdit) throws {
        do {
            try Data(edit.after.utf8).write(to: edit.path, options: .atomic)
        } catch {
            throw Failure(
                .failed, "\(edit.file) cannot be written; is its folder there, and may you write to it?")
        }
        if trialHasConfiguration {
            do {
                _ = try place.wiring()
            } catch {
                if let before = edit.before {
                    try? Data(before.utf8).write(to: edit.path, options: .atomic)
                } else {
                    try? FileManager.default.removeItem(at: edit.path)
                }
                throw Failure(.badConfiguration, "\(edit.file) was left as it was: \(error)")
            }
        }
        if !printing.json {
            print("\n\(edit.file) is written; a running daemon takes it at the next reload (SIGHUP).")
        }
    }

    private var trialHasConfiguration: Bool { (try? place.folder()) != nil }
}

extension String {
    /// BCP 47: letters, then parts of letters and digits.
    fileprivate var isLanguageTag: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count) else { return false }
        return first.allSatisfy { $0.isASCII && $0.isLetter }
            && parts.dropFirst().allSatisfy {
                (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}
