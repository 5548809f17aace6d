import ArgumentParser
import Complaints
import Monitor
import Storage

/// `ombud case brief`: what somebody has to know who takes a case over, on one screen.
struct CaseBrief: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief", abstract: "Prints one screen for a handover, the customer's words first.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Argument(help: "42 or #42") var id: CaseID

    func perform() async throws {
        let id = id
        let (sheet, now) = try await place.withStore { wiring, store in
            (try await store.read { try BriefSheet(id, in: $0) }, wiring.time.now())
        }
        if printing.json { print(sheet.json.line) } else { sheet.show(at: now) }
    }
}

/// A case as it is handed over.
private struct BriefSheet: Sendable {
    var sheet: CaseSheet
    /// Complaints of the same cluster that are in other cases or in none, and others by the same authors.
    var twins: [Mention] = []
    var others: [Mention] = []
    /// Archived records of each mention.
    var evidence: [(mention: MentionID, records: Int)] = []
    var doubts: [String] = []

    /// One screen has no room for more.
    private static let mostOfAuthor = 5
    private static let mostActs = 6
    private static let mostNotes = 20
    private static let mostLetters = 600

    init(_ id: CaseID, in session: any Session) throws {
        sheet = try CaseSheet(id, in: session)
        let mine = Set(sheet.mentions.map(\.id))
        var known = mine
        for mention in sheet.mentions {
            twins += try session.mentions(in: mention.cluster).filter { known.insert($0.id).inserted }
        }
        for mention in sheet.mentions {
            others += try session.mentions(ofAuthor: authorMark(mention.author), limit: Self.mostOfAuthor)
                .filter { known.insert($0).inserted }.compactMap { try session.mention($0) }
        }
        for mention in sheet.mentions {
            evidence.append((mention.id, Set(try session.evidence(of: mention.id).map(\.record)).count))
            if mention.presence == .vanished { doubts.append("\(mention.id) vanished from its page") }
        }
        doubts += Set(sheet.clocks.compactMap(\.doubt)).sorted()
        for source in Set(sheet.mentions.map(\.source)).sorted() {
            let gaps = try session.openGaps(of: source).count
            if gaps > 0 {
                doubts.append("\(source): \(gaps) gaps are open, something may have been missed there")
            }
        }
    }

    /// What staff said in public, and what of it was seen.
    private var said: [TimelineEntry] {
        sheet.timeline.filter {
            [.replied, .replySeen, .replyEdited, .replyVanished, .replyUnseen].contains($0.what)
        }
    }

    /// What staff wrote for each other, the newest first.
    private var notes: [TimelineEntry] { inside.filter { $0.what == .noted }.reversed() }

    /// What else staff did.
    private var acts: [TimelineEntry] { inside.filter { $0.what != .noted } }

    /// What staff noted and why they acted: the customer never sees it.
    private var inside: [TimelineEntry] {
        sheet.timeline.filter { $0.by != nil && $0.note != nil && $0.what != .replied }
    }

    var json: JSON {
        let evidence = evidence.map { one -> JSON in ["mention": one.mention, "records": one.records] }
        return sheet.json + [
            "said": said, "inside": inside, "twins": twins.map(\.id), "by_same_author": others.map(\.id),
            "evidence": evidence, "doubts": doubts,
        ]
    }

    func show(at now: Instant) {
        let found = sheet.found
        Screen.head("case \(found.id)  \(found.subject)  \(found.state.rawValue)  \(found.urgency.rawValue)")
        for mention in sheet.mentions.prefix(3) {
            let content = mention.content
            let stars = content.rating.map { "  \($0.value.plain)\($0.best.map { " of \($0.plain)" } ?? "")" }
            Screen.say(
                "\(mention.author ?? "somebody"), \(Times.short(mention.published?.instant)), \(mention.source)\(stars ?? "")"
                    + "  \(mention.url ?? "")")
            Screen.say("  " + content.words.oneLine.cut(to: Self.mostLetters))
        }
        if sheet.mentions.count > 3 { Screen.say("and \(sheet.mentions.count - 3) more mentions") }
        part("said in public", said.suffix(Self.mostActs).map(line), whenEmpty: "nothing")
        let more = notes.count - Self.mostNotes
        part(
            "inside", notes.prefix(Self.mostNotes).map(line) + (more > 0 ? ["... \(more) more"] : []),
            whenEmpty: "nothing")
        part("last acts", acts.suffix(Self.mostActs).map(line), whenEmpty: "none")
        part("clocks", sheet.clocks.map { $0.sentence + left($0, at: now) }, whenEmpty: "none")
        let promises = sheet.promises.filter { $0.state != .declined }
        part("promises", promises.map(\.sentence), whenEmpty: "none")
        part("owner", [found.owner ?? "nobody"])
        if !sheet.tags.isEmpty { part("tags", [sheet.tags.signed]) }
        if !sheet.links.isEmpty { part("links", sheet.links.map(\.sentence)) }
        part("next", [found.nextSentence])
        part(
            "evidence",
            evidence.map { "\($0.mention): \($0.records) archived record\($0.records == 1 ? "" : "s")" },
            whenEmpty: "none")
        part("doubts", doubts, whenEmpty: "none")
        part("incident", sheet.incident.map { ["\($0)"] } ?? [], whenEmpty: "none")
        part("twins", twins.map(name), whenEmpty: "none")
        part("same author", others.map(name), whenEmpty: "nothing else")
    }

    /// One line stands behind its name, several below it.
    private func part(_ name: String, _ lines: [String], whenEmpty: String = "-") {
        let head = name.padding(to: 15)
        guard lines.count > 1 else { return Screen.say(head + (lines.first ?? whenEmpty)) }
        Screen.say(name)
        for line in lines { Screen.say("  " + line) }
    }

    private func line(_ entry: TimelineEntry) -> String {
        let what = [
            entry.what.rawValue, entry.note?.oneLine, entry.statement.map { "“\($0.oneLine.cut(to: 200))”" },
        ]
        return "\(Times.short(entry.at))  \(entry.by ?? "ombud")  "
            + what.compactMap { $0 }.joined(separator: "  ")
    }

    private func left(_ clock: ShownClock, at now: Instant) -> String {
        guard clock.state == ClockState.running.rawValue, let due = clock.reading.due else { return "" }
        return due > now ? ", \(Times.distance(due - now)) left" : ", \(Times.distance(now - due)) late"
    }

    private func name(_ mention: Mention) -> String {
        "\(mention.id)  \(mention.caseID.map { "case \($0)" } ?? "no case")  \(mention.source)  "
            + mention.content.words.oneLine.cut(to: 60)
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
