import Complaints
import Evidence
import Reading
import Storage
import Transport

/// Reads and judges the archived pages of a period once more, by another configuration, and tells what that
/// would have made otherwise. Nothing in the store is changed; a daemon may work on it meanwhile.
public struct Replay: Sendable {
    let setup: Setup
    let store: any Store
    /// Where the archive is.
    let folder: String
    let from: Instant
    let to: Instant
    /// nil for every source.
    let only: Set<SourceID>?

    /// Entries that are asked for at a time.
    static let batch = 200

    public init(
        _ setup: Setup, store: any Store, archive folder: String, from: Instant, to: Instant,
        only: Set<SourceID>? = nil
    ) {
        self.setup = setup
        self.store = store
        self.folder = folder
        self.from = from
        self.to = to
        self.only = only
    }

    /// - Parameter each: told after every page, with the time that the page was fetched.
    public func run(each: (ReplayCoverage, Instant) -> Void = { _, _ in }) async throws -> ReplayReport {
        var setup = setup
        // The staff's decisions hold for every configuration.
        if let learned = try await store.read({ try $0.layer() }) { setup.learned = learned }
        var walk = ReplayWalk(setup: setup, store: store, archive: ArchiveReader(folder), from: from, to: to)
        try await walk.countVisits(only: only)
        var last: Int64 = 0
        while true {
            try Task.checkCancellation()
            let after = last
            let asked = try await store.read { [from, to] session in
                try session.answers(after: after, from: from, to: to, limit: Self.batch).map { entry in
                    Asked(
                        entry: entry, links: try session.evidenceLinks(of: entry.record),
                        visit: try entry.source.flatMap {
                            try session.visitBegin(of: $0, fetching: entry.at)
                        })
                }
            }
            for page in asked {
                try Task.checkCancellation()
                last = page.entry.number
                guard let source = page.entry.source, only?.contains(source) ?? true else { continue }
                try await walk.take(page, of: source)
                each(walk.report.coverage, page.entry.at)
            }
            if asked.count < Self.batch { break }
        }
        return try await walk.end()
    }

    /// A record of the archive with what the store says of it.
    struct Asked: Sendable {
        var entry: EvidenceEntry
        var links: [EvidenceLink]
        /// When its visit began; nil where that is forgotten.
        var visit: Instant?
    }
}

/// The walk over the archive, visit by visit; it holds the pages of one.
struct ReplayWalk {
    let setup: Setup
    let store: any Store
    let archive: ArchiveReader
    var report: ReplayReport
    var visit: ReplayedVisit?
    var findings = ReplayFindings()
    /// The copy that was replayed last of each page, both by their hash: what is still the same is not read
    /// again.
    private var latest: [Int64: Int64] = [:]
    private var seen: Set<SourceID> = []
    private var visited: Set<SourceID> = []
    private var known: [SourceID: ReplayContext] = [:]

    init(setup: Setup, store: any Store, archive: ArchiveReader, from: Instant, to: Instant) {
        self.setup = setup
        self.store = store
        self.archive = archive
        report = ReplayReport(from: from, to: to)
    }

    mutating func countVisits(only: Set<SourceID>?) async throws {
        let (from, to) = (report.from, report.to)
        let counts = try await store.read { session in
            try session.visitedPages(from: from, to: to).map {
                ($0.key, $0.value.visits, $0.value.pages)
            }
        }
        for (source, visits, pages) in counts where only?.contains(source) ?? true {
            report.coverage.visits += visits
            report.coverage.visitedPages += pages
            visited.insert(source)
        }
    }

    /// Reads one page; when it is the first of another visit, that before is judged.
    mutating func take(_ asked: Replay.Asked, of source: SourceID) async throws {
        let key = ReplayedVisit.Key(source: source, began: asked.visit, page: asked.entry.number)
        if let visit, visit.key != key { try await judgeVisit() }
        seen.insert(source)
        guard let plan = setup.plan(of: source) else {
            report.coverage.archived += 1
            report.coverage.unwatched += 1
            return
        }
        if visit == nil {
            visit = ReplayedVisit(key: key, plan: plan, context: try await context(of: source, plan.source))
        }
        guard let copy = try await copy(of: asked.entry) else { return }
        guard copy.gone == nil else {
            report.coverage.archived += 1
            report.coverage.dropped += 1
            return
        }
        let (place, record) = (stableHash("\(source) \(copy.url)".utf8), stableHash(copy.record.utf8))
        if asked.entry.kind == .revisit, latest[place] == record {
            report.coverage.archived += 1
            report.coverage.replayed += 1
            return
        }
        do {
            let page = try archive.page(of: copy)
            guard !(300..<400).contains(page.status) else {
                visit?.passages.append(page.url)
                return
            }
            report.coverage.archived += 1
            let body = try await content(of: page, atMost: plan.source.fetch.limits.pageBytes)
            latest[place] = record
            // Dates that are counted back from today were read when the copy was made.
            let isTaken = visit?.read(page, body: body, entry: asked.entry, links: asked.links, at: copy.at)
            if isTaken == true { report.coverage.replayed += 1 } else { report.coverage.held += 1 }
        } catch let error as EvidenceError {
            report.coverage.archived += 1
            report.coverage.fail(error.description)
        } catch let error as CodingFailure {
            report.coverage.fail("\(copy.url): \(error)")
        }
    }

    mutating func end() async throws -> ReplayReport {
        try await judgeVisit()
        report.coverage.withoutArchive = visited.subtracting(seen).sorted()
        report.coverage.mentions = findings.mentionCount
        report.differences = try await findings.differences(store: store, setup: setup)
        return report
    }

    private mutating func judgeVisit() async throws {
        guard let visit else { return }
        self.visit = nil
        try await findings.judge(visit, store: store)
    }

    /// Whose bytes stand for an answer: its own, or those of the copy that it says to be still as.
    private mutating func copy(of entry: EvidenceEntry) async throws -> EvidenceEntry? {
        guard entry.kind == .revisit else { return entry }
        let copy: EvidenceEntry?
        if let record = entry.refersTo {
            copy = try await store.read { try $0.evidence(record: record) }
        } else {
            copy = nil
        }
        if copy == nil {
            report.coverage.archived += 1
            report.coverage.dropped += 1
        }
        return copy
    }

    private func content(of page: ArchivedPage, atMost limit: Int) async throws -> [UInt8] {
        guard let coding = page.coding, !page.body.isEmpty, coding.lowercased() != "identity" else {
            return page.body
        }
        return try await decoded(page.body, coding: coding, atMost: limit)
    }

    private mutating func context(of id: SourceID, _ source: Source) async throws -> ReplayContext {
        if let found = known[id] { return found }
        let found = try await store.read { session in
            ReplayContext(
                contract: try session.contract(of: id),
                lists: source.follow == nil ? [] : Set(try session.pageStates(of: id).map(\.url)))
        }
        known[id] = found
        return found
    }
}

/// What the store knows of a source, as far as reading its pages depends on it.
struct ReplayContext: Sendable {
    var contract: SourceContract?
    /// Addresses of its list, where that leads to pages of their own.
    var lists: Set<String>
}
