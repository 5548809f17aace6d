/// One page tried: fetched or taken from a file, read as a visit would read it, and a way of reading
/// proposed from what is known of its records.
import Complaints
import Foundation
import Logging
import Monitor
import Reading
import SQLiteStorage
import Settings
import Storage

struct SourceTrialPlan: Sendable {
    var source: Source
    /// It stands in a watchlist.
    var isKnown: Bool
    /// nil fetches the source's page.
    var saved: Saved?
    /// nil where there is no configuration.
    var wiring: Wiring?
    /// A rule is wanted also where none is needed.
    var wantsRule: Bool

    struct Saved: Sendable {
        var body: [UInt8]
        var contentType: String?
    }

    /// Stands for the address of a saved page that nobody states.
    static let unknownAddress = "https://saved.example/"
    /// Mentions of the store that a rule is found from.
    static let mostExamples = 100

    func run() async throws -> SourceTrial {
        let now = SystemClock.now
        let sample: PageSample
        if let saved {
            sample = PageSample(
                body: saved.body, url: source.url, contentType: saved.contentType)
        } else {
            sample = try await fetched()
        }
        let input = PageInput(
            sample.body, of: source, url: sample.url, contentType: sample.contentType, links: sample.links,
            now: now)
        do throws(ReadingFailure) {
            return try await tried(input)
        } catch {
            throw Failure(.failed, "\(sample.url): \(error)")
        }
    }

    private func tried(_ input: PageInput) async throws(ReadingFailure) -> SourceTrial {
        let page = try read(input)
        var plain = input
        (plain.rule, plain.next) = (nil, nil)
        plain.seeksFeed = true
        let unruled = try read(plain)
        var trial = SourceTrial(plan: self, page: page, unruled: unruled)
        let known = await examples()
        trial.knownCount = known.count
        guard page.kind == .html else { return trial }
        if let old = source.rule {
            // What the store knows is better than what a page is guessed to hold.
            trial.proposal = try proposeRule(for: input, examples: known, keeping: old)
            if trial.proposal == nil, !known.isEmpty {
                trial.proposal = try proposeRule(for: input, keeping: old)
            }
        } else if wantsRule || unruled.records.first?.via == .pattern || unruled.records.isEmpty {
            trial.proposal = try proposeRule(for: input, examples: unruled.records.isEmpty ? known : [])
        }
        return trial
    }

    private func fetched() async throws -> PageSample {
        // What hosts asked for and what robots.txt said is kept nowhere.
        let store = try SQLiteStore(inMemoryAt: SystemClock.now)
        var configuration =
            wiring?.configuration
            ?? Configuration(folder: URL(fileURLWithPath: "."), instance: "urn:ombud:trial")
        configuration.evidence = nil
        configuration.endpoints = []
        configuration.routes = []
        configuration.watchlists = []
        let daemon = Wiring(configuration: configuration, model: nil).daemon(
            store: store, node: "try-\(getpid())", notifier: Notifier(environment: [:]),
            logger: Log.make(.error))
        let result: Result<PageSample, any Error>
        do { result = .success(try await daemon.sample(source)) } catch { result = .failure(error) }
        try await daemon.close()
        try await store.close()
        do { return try result.get() } catch let failure as VisitFailure {
            throw Failure(failure.isUnreachable ? .unreachable : .failed, failure.reason)
        }
    }

    /// What the store knows of the source, as records; nothing where there is no store.
    private func examples() async -> [Record] {
        guard isKnown, let wiring, let store = try? wiring.openStore(.join) else { return [] }
        let mentions = try? await store.read {
            try $0.mentions(source: source.id, limit: Self.mostExamples)
        }
        try? await store.close()
        return (mentions ?? []).filter { $0.presence == .seen }.map(Record.init)
    }
}

extension Record {
    /// As it was read when it became a mention.
    fileprivate init(_ mention: Mention) {
        self.init(
            id: mention.siteID, url: mention.url, author: mention.author, published: mention.published,
            rating: mention.content.rating, title: mention.content.title, text: mention.content.text,
            language: mention.language, reply: mention.content.reply, via: .rule)
    }
}

/// What a trial found.
struct SourceTrial {
    let plan: SourceTrialPlan
    /// As a visit would read it.
    let page: Page
    /// As it is read by what it says of itself.
    let unruled: Page
    var proposal: RuleProposal?
    /// Mentions that the store knows of the source.
    var knownCount = 0

    init(plan: SourceTrialPlan, page: Page, unruled: Page) {
        self.plan = plan
        self.page = page
        self.unruled = unruled
    }

    var records: [Record] { page.records }

    /// The rule of a source, where another reads its page better; nil where it holds.
    var repaired: Rule? {
        guard plan.isKnown, let proposal, let old = plan.source.rule, proposal.rule != old else { return nil }
        return isBetter(proposal) ? proposal.rule : nil
    }

    private func isBetter(_ proposal: RuleProposal) -> Bool {
        func worth(_ records: [Record]) -> Int {
            records.reduce(0) { sum, record in
                sum + (record.text.isEmpty ? 0 : 3) + (record.author == nil ? 0 : 1)
                    + (record.published == nil ? 0 : 1) + (record.rating == nil ? 0 : 1)
            }
        }
        return worth(proposal.records) > worth(page.records)
    }

    /// A source for the watchlist; nil for one that is there, and where nothing can be read.
    var newSource: NewSource? {
        guard !plan.isKnown, let reading else { return nil }
        return NewSource(
            name: plan.source.id.name, url: plan.source.url, reading: reading,
            pages: unruled.next == nil ? 1 : 3,
            language: plan.source.language ?? (unruled.language == nil ? commonLanguage : nil),
            zone: plan.source.zone)
    }

    private var reading: NewSource.Reading? {
        if let proposal, plan.wantsRule || unruled.records.isEmpty || isByPattern {
            return .rule(proposal.rule)
        }
        if !unruled.records.isEmpty { return .auto }
        return unruled.feeds.isEmpty ? nil : .feed
    }

    private var isByPattern: Bool { unruled.records.first?.via == .pattern }

    private var commonLanguage: String? {
        var counts: [String: Int] = [:]
        for record in unruled.records {
            if let language = record.language { counts[language, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap {
            $0.value * 2 > unruled.records.count ? $0.key : nil
        }
    }
}
