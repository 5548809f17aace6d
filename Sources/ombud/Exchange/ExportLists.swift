import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// `ombud export cases|mentions|deadlines`: what is listed, whole and for other programs.

/// Read so many at a time: however many there are, only their numbers are in memory together.
private let pageSize = 500

struct ExportCases: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases", abstract: "Exports cases, the oldest first, as CSV or JSON lines.",
        discussion: "docs/export.md lists the columns.")

    @OptionGroup var place: Place
    @OptionGroup var options: ExportOptions
    @OptionGroup var cut: Cut
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere

    func perform() async throws {
        let form = try options.form()
        try await place.eachCase(cases, from: .everything, who: person.who, cut: cut, options: options) {
            sink, page, now in
            for item in page.items {
                try sink.write(
                    form == .json ? item.json(at: now).line + "\n" : CSVText.row(item.row(at: now)))
            }
        } head: {
            form == .csv ? options.head(ExportColumns.cases) : ""
        }
    }
}

struct ExportMentions: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions", abstract: "Exports mentions, the oldest first, as CSV or JSON lines.",
        discussion: "docs/export.md lists the columns.")

    @OptionGroup var place: Place
    @OptionGroup var options: ExportOptions
    @OptionGroup var cut: Cut
    @OptionGroup var person: Person
    @OptionGroup var mentions: MentionWhere
    @Flag(inversion: .prefixedNo, help: "Only those scored as complaints, or only the others.")
    var flagged: Bool?

    func perform() async throws {
        let form = try options.form()
        try await place.withStore { wiring, store in
            let now = wiring.time.now()
            let filter = try await mentions.filter(
                from: MentionFilter(flagged: flagged), who: person.who, now: now, in: store)
            let limit = cut.limit
            let ids = try await store.read {
                try $0.mentionIDs(
                    filter, order: MentionOrder(.newest, isReversed: true), limit: limit, now: now)
            }
            try await wiring.noteExport(store, by: person.who, counted(ids.count, "mention"))
            try await options.write { sink in
                if form == .csv { try sink.write(options.head(ExportColumns.mentions)) }
                for page in ids.parts(of: pageSize) {
                    for item in try await store.read({ try ListedMention.all(page, in: $0) }) {
                        try sink.write(
                            form == .json ? item.json(at: now).line + "\n" : CSVText.row(item.mention.row))
                    }
                }
            }
        }
    }
}

struct ExportDeadlines: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines",
        abstract: "Exports the clocks of cases that want something, as CSV, JSON lines or iCalendar.",
        discussion: """
            iCalendar has one event for each running clock, with its warnings as alarms; calendars that subscribe \
            to the file drop what is not in it any more. docs/export.md lists the columns.
            """)

    @OptionGroup var place: Place
    @OptionGroup var options: ExportOptions
    @Flag(help: "As iCalendar (RFC 5545).") var ics = false
    @Flag(help: "In iCalendar, tasks instead of events.") var todo = false
    @OptionGroup var cut: Cut
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere

    func validate() throws {
        let form = try options.form(ics: ics)
        if todo, form != .ics { throw ValidationError("--todo is for --ics") }
        if options.bom, form != .csv { throw ValidationError("--bom is for CSV") }
    }

    func perform() async throws {
        let (sheet, who) = (try sheet(), person.who)
        try await place.eachCase(
            cases, from: .active, who: who, cut: cut, options: options, sheet.write,
            head: { sheet.head }, end: { sheet.end })
    }

    private func sheet() throws -> DeadlineSheet {
        let wiring = try place.wiring()
        return DeadlineSheet(
            form: try options.form(ics: ics), options: options,
            instance: URL(string: wiring.configuration.instance)?.host() ?? "ombud",
            feed: CalendarFeed(todo ? .todo : .event, now: wiring.time.now()))
    }
}

/// Deadlines in the form that is asked for, page by page.
private final class DeadlineSheet: Sendable {
    let form: ExportOptions.Form
    let options: ExportOptions
    let instance: String
    let feed: CalendarFeed

    init(form: ExportOptions.Form, options: ExportOptions, instance: String, feed: CalendarFeed) {
        self.form = form
        self.options = options
        self.instance = instance
        self.feed = feed
    }

    var head: String {
        switch form {
        case .csv: options.head(ExportColumns.deadlines)
        case .json: ""
        case .ics: feed.head(name: "Ombud deadlines")
        }
    }

    var end: String { form == .ics ? feed.end : "" }

    func write(_ sink: ExportSink, _ page: ExportPage, now: Instant) throws {
        for item in page.items {
            let warnings = page.warnings[item.found.id, default: []]
            for clock in item.clocks where clock.reading.state != .off {
                let alarms = warnings.filter { $0.clock == clock.reading.name && $0.at > now }.map(\.at)
                let deadline = ListedDeadline(item: item, clock: clock, alarms: alarms)
                switch form {
                case .csv: try sink.write(CSVText.row(deadline.row(at: now)))
                case .json: try sink.write(deadline.json(at: now).line + "\n")
                case .ics:
                    if let entry = deadline.entry(instance: instance) { try sink.write(feed.text(entry)) }
                }
            }
        }
    }
}

/// Some of the cases that are meant, with the warnings that are still to be given.
private struct ExportPage: Sendable {
    var items: [ListedCase]
    var warnings: [CaseID: [(clock: String, at: Instant)]]
}

extension Place {
    /// The cases that are meant, the oldest first, page by page; each page as it stands when it is read.
    fileprivate func eachCase(
        _ wanted: CaseWhere, from all: CaseFilter, who: String, cut: Cut, options: ExportOptions,
        _ work: (ExportSink, ExportPage, Instant) throws -> Void, head: () -> String,
        end: () -> String = { "" }
    ) async throws {
        try await withStore { wiring, store in
            let now = wiring.time.now()
            let filter = try await wanted.filter(from: all, who: who, now: now, in: store)
            let limit = cut.limit
            let ids = try await store.read {
                try $0.caseIDs(filter, order: CaseOrder(.opened, isReversed: true), limit: limit, now: now)
            }
            try await wiring.noteExport(store, by: who, counted(ids.count, "case"))
            try await options.write { sink in
                try sink.write(head())
                for page in ids.parts(of: pageSize) {
                    let read = try await store.read {
                        ExportPage(
                            items: try ListedCase.all(page, in: $0), warnings: try $0.warnings(of: page))
                    }
                    try work(sink, read, now)
                }
                try sink.write(end())
            }
        }
    }
}

extension ExportOptions {
    /// The names of the columns.
    fileprivate func head(_ columns: [String]) -> String {
        (bom ? "\u{FEFF}" : "") + CSVText.row(columns)
    }
}
