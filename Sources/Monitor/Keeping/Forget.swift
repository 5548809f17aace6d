import Complaints
import Evidence
import Foundation
import Reading
import Storage

/// Erases a person, or gives them another name, everywhere in the store and in the archive.
///
/// What stays: that there was a mention, when, where, how it was rated and scored, and how its case went.
public struct Forget: Sendable {
    let store: any Store
    let setup: Setup
    let request: Request
    let who: String
    let now: Instant

    public struct Request: Hashable, Sendable {
        /// As the person signed; nil where mentions are named instead.
        public var author: String?
        /// Other spellings of the name.
        public var also: [String]
        /// Of one source; nil for all.
        public var source: SourceID?
        /// Unsigned ones that are this person's, too.
        public var mentions: [MentionID]
        /// Keeps what was said, under another name.
        public var keepsTexts: Bool
        /// Under which; made by chance.
        public var pseudonym: String

        public init(
            author: String?, also: [String] = [], source: SourceID? = nil, mentions: [MentionID] = [],
            keepsTexts: Bool, pseudonym: String
        ) {
            self.author = author
            self.also = also
            self.source = source
            self.mentions = mentions
            self.keepsTexts = keepsTexts
            self.pseudonym = pseudonym
        }
    }

    public init(store: any Store, setup: Setup, request: Request, who: String, now: Instant) {
        self.store = store
        self.setup = setup
        self.request = request
        self.who = who
        self.now = now
    }

    /// What there is of a person, before anything is done.
    public struct Findings: Sendable {
        public var mentions: [Mention] = []
        public var revisions: [MentionID: [Revision]] = [:]
        /// Cases that are or were theirs, and whether each is of this person's mentions alone.
        public var cases: [CaseID: Bool] = [:]
        public var openCases: [CaseID] = []
        /// Cases of others that tell of one of their mentions: it was split off, or was seen as the same.
        var toldIn: [MentionID: [CaseID]] = [:]
        public var holds: [Hold] = []
        public var backups: [Backup] = []
        /// Archived records that show the person, by what they hold or by what is linked to them.
        public var evidence: [EvidenceEntry] = []
        /// Mentions of others that lose a copy of their page with those.
        public var othersLosing = 0
        /// What keeps archived records that show them: somebody else on the page is under legal hold.
        public var evidenceHolds: [Hold] = []
        /// How far the name itself is looked for.
        public var reach = NameReach.everywhere
        public var names = PersonNames([], replacement: "")
        /// What would tell that somebody is not forgotten: names, phrases, addresses.
        public var needles: [String] = []
        /// Of those, the addresses.
        public var addresses: [String] = []

        public var ids: Set<MentionID> { Set(mentions.map(\.id)) }
        public var isReachEverywhere: Bool { reach == .everywhere }
        /// Finds their name in what others wrote; nothing where it may be others' name.
        var scan: NameScan { isReachEverywhere ? names.scan : NameScan([]) }
    }

    // MARK: Looking

    /// - Parameter progress: archived records looked through so far.
    public func look(progress: @escaping (Int) -> Void = { _ in }) async throws -> Findings {
        var found = try await store.read { try find(in: $0) }
        if let first = request.mentions.first(where: { !found.ids.contains($0) }) {
            throw Refusal.noMention(first)
        }
        if found.mentions.isEmpty { throw Refusal.nobody(request.author ?? "that") }
        if let folder = setup.configuration.evidence?.folder {
            let search = EvidenceSearch(store: store, folder: folder)
            found.evidence = try await search.records(showing: found, progress: progress)
            let (evidence, ids) = (found.evidence, found.ids)
            (found.evidence, found.evidenceHolds, found.othersLosing) = try await store.read { session in
                var (free, holds, losing): ([EvidenceEntry], Set<Hold>, Set<MentionID>) = ([], [], [])
                for entry in evidence {
                    let others = try session.evidenceMentions(of: entry, besides: ids)
                    let held = try others.compactMap { try session.hold(on: $0) }
                    holds.formUnion(held)
                    if held.isEmpty {
                        free.append(entry)
                        losing.formUnion(others)
                    }
                }
                return (free, holds.sorted { $0.number < $1.number }, losing.count)
            }
        }
        return found
    }

    private func find(in session: any Session) throws -> Findings {
        var found = Findings()
        let wanted = SignatureKeys([request.author].compactMap(\.self) + request.also)
        var ids = Set(request.mentions)
        if !wanted.isEmpty {
            for signed in try session.signedMentions(at: request.source) where wanted.fit(signed.author) {
                ids.insert(signed.id)
            }
        }
        found.mentions = try session.mentions(ids.sorted { $0.number < $1.number })
        for mention in found.mentions {
            found.revisions[mention.id] = try session.revisions(of: mention.id)
            if let hold = try session.hold(on: mention.id) { found.holds.append(hold) }
        }
        for mention in found.mentions {
            let own = try session.casesOnTheWay(of: mention.id)
            for id in own where found.cases[id] == nil {
                found.cases[id] = try session.isCase(id, of: ids)
                if try session.case(id)?.state.isActive == true { found.openCases.append(id) }
            }
            found.toldIn[mention.id] = try session.casesTelling(of: mention.id).filter { !own.contains($0) }
        }
        found.openCases.sort()
        found.holds = Set(found.holds).sorted { $0.number < $1.number }
        found.backups = try session.backups().filter { $0.gone == nil }
        let names = [request.author].compactMap(\.self) + request.also + found.mentions.compactMap(\.author)
        found.names = PersonNames(
            request.author == nil ? [] : names,
            replacement: request.keepsTexts ? request.pseudonym : erasedText)
        found.reach = request.author.map { NameReach($0) } ?? .own(why: "no name was given")
        try needles(of: &found, in: session)
        return found
    }

    /// Names where they are this person's alone, and, where the texts go, what only they hold.
    private func needles(of found: inout Findings, in session: any Session) throws {
        var needles = found.isReachEverywhere ? found.names.spellings + found.names.escaped : []
        needles += found.mentions.compactMap(\.siteID).filter { $0.count >= 6 }
        // Many sites give every review the page's own address.
        let urls = Set(found.mentions.compactMap(\.url))
        let shared = try session.sharedURLs(Array(urls), besides: found.ids)
        found.addresses = urls.subtracting(shared).subtracting(setup.configuration.allSources.map(\.url))
            .sorted()
        needles += found.addresses
        if !request.keepsTexts {
            for revision in found.revisions.values.joined() {
                for text in [revision.content.title, revision.content.text].compactMap(\.self) {
                    needles += tellingPhrases(text)
                }
            }
        }
        found.needles = Set(needles).sorted()
    }

    // MARK: Doing

    /// What was done.
    public struct Done: Sendable {
        public var mentions = 0
        public var revisions = 0
        public var cases = 0
        public var events = 0
        public var evidence = 0
        public var elsewhere = 0
        /// Why the store could not be written anew: what was erased stands in its free pages still.
        public var uncompacted: String?
    }

    /// All of it in one transaction: a person is never half forgotten.
    public func perform(_ found: Findings) async throws -> Done {
        guard found.holds.isEmpty else { throw Refusal.held(found.holds) }
        let ids = found.mentions.map(\.id)
        let (keys, bands) = try await store.read {
            (try $0.identityKeys(of: ids), try $0.mentionBands(of: ids))
        }
        var done = try await store.write { session in
            // Somebody may have put one under hold meanwhile.
            let holds = Set(try ids.compactMap { try session.hold(on: $0) }).sorted { $0.number < $1.number }
            guard holds.isEmpty else { throw Refusal.held(holds) }
            return try erase(found, keys: keys, bands: bands, in: session)
        }
        do {
            try await store.write { try $0.settleSearch() }
            done.uncompacted = try await store.keepUp(.compact).first
        } catch let error as StoreError {
            done.uncompacted = error.description
        }
        return done
    }

    private func erase(
        _ found: Findings, keys: [MentionID: [String]], bands: [MentionID: [Int64]], in session: any Session
    ) throws -> Done {
        var done = Done()
        try keepTombstones(found, keys: keys, in: session)
        let (names, keepsTexts) = (found.names, request.keepsTexts)
        let ownWords: (String) -> String = { names.scrubbed($0, alsoWords: true) ?? $0 }
        for mention in try session.mentions(found.mentions.map(\.id)) {
            try session.blank(
                mention, author: keepsTexts ? request.pseudonym : nil, keys: keys[mention.id] ?? [],
                bands: bands[mention.id] ?? [], rewrite: keepsTexts ? ownWords : nil)
            done.mentions += 1
            done.revisions += found.revisions[mention.id]?.count ?? 1
        }
        for (id, isAlone) in found.cases {
            let erases = isAlone && !keepsTexts
            try session.rewriteCase(id) { erases ? erasedText : names.scrubbed($0, alsoWords: isAlone) }
            done.cases += 1
        }
        for (mention, cases) in found.toldIn {
            for id in cases {
                try session.rewriteEntries(about: mention, in: id) {
                    keepsTexts ? names.scrubbed($0, alsoWords: true) : erasedText
                }
            }
        }
        done.elsewhere = try session.rewriteAll(holding: found.needles, naming: found.scan) { text in
            rewritten(text, found)
        }
        try session.dropAddresses(
            found.addresses, holding: found.names.escaped, naming: found.scan,
            besides: Set(setup.configuration.allSources.map(\.url)))
        for source in Set(found.mentions.map(\.source)) {
            guard var contract = try session.contract(of: source) else { continue }
            contract.forgetSamples()
            try session.keep(contract, of: source)
        }
        done.events = try rewriteEvents(found, in: session)
        done.evidence = try dropEvidence(found, in: session)
        // What was learned of these texts is learned away, and no count betrays them.
        try Teaching(setup.scorer).makeAnew(in: session)
        let note =
            "\(keepsTexts ? "pseudonymised" : "erased"): \(counted(done.mentions, "mention")), "
            + "\(counted(done.events, "event")), \(counted(done.evidence, "record")) of evidence"
        try session.addAudit(AuditLine(at: now, who: who, command: "forget", note: note))
        for id in found.cases.keys.sorted() {
            try session.addTimeline(
                TimelineEntry(
                    at: now, by: who, what: .noted,
                    note: keepsTexts
                        ? "the customer has another name from now on" : "the customer was forgotten"),
                of: id)
        }
        return done
    }

    /// Their next word on the site is not taken in, nor this one again.
    private func keepTombstones(
        _ found: Findings, keys: [MentionID: [String]], in session: any Session
    ) throws {
        let forgotten = try ForgottenKeys.make(in: session)
        let how: Forgotten.How = request.keepsTexts ? .pseudonymised : .erased
        var all = keys.values.joined().map {
            Forgotten(key: forgotten.record($0), at: now, kind: .record, how: how)
        }
        // A first name alone is others', too: of those, only what is known is left out.
        if found.isReachEverywhere {
            let names =
                [request.author].compactMap(\.self) + request.also + found.mentions.compactMap(\.author)
            for author in Set(names.flatMap { SignatureKeys.usual($0) }) {
                all.append(
                    Forgotten(
                        key: forgotten.author(author, at: request.source), at: now, kind: .author, how: how))
            }
        }
        try session.keepForgotten(all)
    }

    /// Outside of the person's own rows: names everywhere, and what quotes them.
    private func rewritten(_ text: String, _ found: Findings) -> String? {
        var result = found.isReachEverywhere ? found.names.scrubbed(text) ?? text : text
        for needle in found.needles where result.contains(needle) {
            result = result.replacing(needle, with: erasedText)
        }
        return result == text ? nil : result
    }

    private func rewriteEvents(_ found: Findings, in session: any Session) throws -> Int {
        let subjects =
            found.mentions.map { "mention/\($0.id.number)" } + found.cases.keys.map { "case/\($0.number)" }
        let rewriting = EventErasure(
            mentions: Set(found.mentions.map(\.id.description)),
            subjects: Set(
                found.mentions.map { "mention/\($0.id.number)" }
                    + found.cases.filter(\.value).map { "case/\($0.key.number)" }),
            author: request.keepsTexts ? request.pseudonym : nil,
            own: { text in
                request.keepsTexts ? found.names.scrubbed(text, alsoWords: true) ?? text : erasedText
            },
            others: { rewritten($0, found) ?? $0 })
        // A digest tells of them in a few words, under their numbers.
        let marks = (subjects + found.mentions.map(\.id.description)).map { "\"\($0)\"" }
        let quotes = WordQuotes(request.keepsTexts ? [] : found.revisions.values.joined().map(\.content))
        var count = 0
        for (id, body) in try session.eventBodies(
            about: subjects, holding: found.needles + marks, naming: found.scan)
        {
            guard let new = rewriting.body(body), new != body else { continue }
            try session.rewriteEvent(id, body: new)
            try session.rewriteAnswers(to: id) { answer in
                quotes.stand(in: answer) ? erasedText : found.names.scrubbed(answer, alsoWords: true)
            }
            count += 1
        }
        return count
    }

    private func dropEvidence(_ found: Findings, in session: any Session) throws -> Int {
        guard let folder = setup.configuration.evidence?.folder else { return 0 }
        for entry in found.evidence {
            try session.dropEvidence(number: entry.number, at: now)
            if found.needles.contains(where: entry.url.contains) || found.scan.holds(entry.url)
                || found.scan.holdsDecoded(entry.url)
            {
                try session.eraseEvidenceURL(number: entry.number)
            }
            try redact(entry, in: folder, at: now)
        }
        return found.evidence.count
    }
}
