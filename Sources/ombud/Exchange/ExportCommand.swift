import ArgumentParser
import Complaints
import Evidence
import Foundation
import Monitor
import Settings
import Storage

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Hands out cases, mentions, deadlines, and the evidence of a case.",
        subcommands: [ExportCases.self, ExportMentions.self, ExportDeadlines.self, ExportEvidence.self])
}

struct ExportEvidence: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Makes a folder that proves one case: a WARC and a manifest.",
        discussion: """
            The pages that made or changed the mentions of the case, byte for byte as they came over the wire, \
            and manifest.json, which says what each proves and how it is chained. docs/evidence.md has a \
            program that checks both. Nothing is overwritten.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(name: .customLong("case"), help: "42 or #42") var id: CaseID
    @Option(help: "The folder to make; else case-42-evidence here.") var out: String?

    func perform() async throws {
        let id = id
        let path = out ?? "case-\(id.number)-evidence"
        let (configuration, now, evidence) = try await place.withStore { wiring, store in
            let found = try await store.read { try $0.evidence(of: id) }
            if found != nil { try await wiring.noteExport(store, by: person.who, path, of: .case(id)) }
            return (wiring.configuration, wiring.time.now(), found)
        }
        guard let evidence else { throw Desk.Refusal.noCase(id) }
        guard let settings = configuration.evidence else {
            throw Failure(.failed, "no evidence is kept: `evidence` is off in ombud.yaml")
        }
        let made = try exportEvidence(
            evidence, from: settings.folder, to: path, tool: "Ombud/\(Ombud.configuration.version)", now: now,
            maker: RecordMaker(random: { UInt64.random(in: .min ... .max) }))
        let digest = made.sha256.hexadecimal
        if printing.json {
            let line: JSON = [
                "case": id, "folder": path, "warc": made.warc, "manifest": made.manifest,
                "mentions": evidence.mentions.count, "records": made.records, "gone": made.gone,
                "bytes": made.bytes, "sha256": digest,
            ]
            print(line.line)
            return
        }
        Screen.say(
            "\(made.warc): \(counted(made.records, "record")) of \(counted(evidence.mentions.count, "mention")), "
                + "\(made.bytes) bytes")
        Screen.say("sha256 \(digest)")
        Screen.say("\(made.manifest) says what each record proves")
        if made.gone > 0 {
            Screen.say(
                "\(counted(made.gone, "record")) dropped by retention: in the manifest with their digests alone"
            )
        }
    }
}
