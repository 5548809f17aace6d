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

    /// Own rows of a person in one transaction: the daemon waits for no more of them.
    let ownBatch: Int

    public init(
        store: any Store, setup: Setup, request: Request, who: String, now: Instant, ownBatch: Int = 200
    ) {
        self.store = store
        self.setup = setup
        self.request = request
        self.who = who
        self.now = now
        self.ownBatch = ownBatch
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
        /// Of those, what is looked for in everything; and why the others are not.
        public var fullNames = PersonNames([], replacement: "")
        public var ownNames: [String] = []
        /// What would tell that somebody is not forgotten: names, phrases, addresses.
        public var needles: [String] = []
        /// Of those, the addresses.
        public var addresses: [String] = []
        /// What was said in words that others wrote, too: it tells nobody apart, and stays theirs.
        public var common: [String] = []
        /// How many mentions of others name them.
        public var namedByOthers = 0
        /// Nothing of theirs is stored: they were forgotten before. What is left of that is done.
        public var wasForgotten = false

        public var ids: Set<MentionID> { Set(mentions.map(\.id)) }
        public var isReachEverywhere: Bool { !fullNames.scan.isEmpty }
        /// Finds their name in what others wrote; nothing where it may be others' name.
        var scan: NameScan { fullNames.scan }
        var marks: ErasureMarks { ErasureMarks(needles: ByteNeedles(needles), names: scan) }
        /// What was said or leads to them; no names.
        var quotes: [String] {
            needles.filter { !fullNames.spellings.contains($0) }
        }
    }

    // MARK: Looking

    /// - Parameter progress: what is looked through, and how far.
    public func look(progress: @escaping @Sendable (String) -> Void = { _ in }) async throws -> Findings {
        var found = try await store.read { try find(in: $0) }
        if let first = request.mentions.first(where: { !found.ids.contains($0) }) {
            throw Refusal.noMention(first)
        }
        if found.mentions.isEmpty, !found.wasForgotten {
            throw Refusal.nobody(request.author ?? "that")
        }
        try await leaveOutCommon(&found, progress: progress)
        if let folder = setup.configuration.evidence?.folder {
            let search = EvidenceSearch(store: store, folder: folder)
            found.evidence = try await search.records(showing: found) {
                progress("\($0) archived pages looked through")
            }
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
        let replacement = request.keepsTexts ? request.pseudonym : erasedText
        let known = request.author == nil ? [] : names
        found.names = PersonNames(known, replacement: replacement)
        // Each by itself: neither a nickname nor another signature may be a word that everybody says.
        found.fullNames = PersonNames(
            known.filter { NameReach($0) == .everywhere }, replacement: replacement)
        found.ownNames = Set(known.filter { NameReach($0) != .everywhere }).sorted()
        found.reach = request.author.map { NameReach($0) } ?? .own(why: "no name was given")
        if found.mentions.isEmpty {
            found.wasForgotten = try wasForgotten(in: session)
            if !found.wasForgotten { return found }
        }
        try needles(of: &found, in: session)
        return found
    }

    /// Whether the name is one that no visit takes in any more.
    private func wasForgotten(in session: any Session) throws -> Bool {
        guard let author = request.author, NameReach(author) == .everywhere,
            let keys = try ForgottenKeys(of: session)
        else { return false }
        return try !session.forgotten(
            SignatureKeys.usual(author).map { keys.author($0, at: request.source) }
        ).isEmpty
    }

    /// Names where they are this person's alone, and, where the texts go, what only they hold.
    private func needles(of found: inout Findings, in session: any Session) throws {
        var needles = found.fullNames.spellings
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

    /// More others than these say the same by custom, not by quoting somebody.
    private static let mostQuoting = 3
    /// More others than these do not name one and the same person.
    private static let mostNaming = 20
    static let batch = 2_000

    /// What many others wrote, too, is no mark of this person: to rewrite it would take others' own words away.
    private func leaveOutCommon(
        _ found: inout Findings, progress: @escaping @Sendable (String) -> Void
    ) async throws {
        let (needles, ids) = (ByteNeedles(found.quotes), found.ids)
        // A name that nobody signed with is the operator's word alone.
        let signed = SignatureKeys(found.mentions.compactMap(\.author))
        let given = ([request.author].compactMap(\.self) + request.also).filter { !signed.fit($0) }
        if let word = given.first(where: { NameReach($0) != .everywhere && $0 == request.author }),
            !found.mentions.isEmpty
        {
            throw Refusal.unsignedWord(word)
        }
        var (quoting, naming): ([Int: Set<String>], [Int: Set<String>]) = ([:], [:])
        let scans = given.filter { NameReach($0) == .everywhere }.map { NameScan([$0]) }
        var (next, looked): (MentionID?, Int) = (MentionID(0), 0)
        while let after = next {
            try Task.checkCancellation()
            let scan = found.scan
            let (part, named) = try await store.read { session in
                (
                    try session.likeness(
                        to: needles, naming: scan, besides: ids, after: after, limit: Self.batch),
                    try scans.map {
                        try session.likeness(
                            to: ByteNeedles([]), naming: $0, besides: ids, after: after, limit: Self.batch
                        ).namedBy
                    }
                )
            }
            for (needle, author) in part.needles { quoting[needle, default: []].insert(author) }
            for (index, authors) in named.enumerated() { naming[index, default: []].formUnion(authors) }
            found.namedByOthers += part.namedBy.count
            next = part.last
            looked += Self.batch
            progress("\(looked) mentions of others compared")
        }
        let unsigned = given.filter { NameReach($0) == .everywhere }
        for (index, authors) in naming.sorted(by: { $0.key < $1.key }) where authors.count > Self.mostNaming {
            throw Refusal.commonWords(unsigned[index], authors.count)
        }
        found.common = quoting.filter { $0.value.count > Self.mostQuoting }.map { needles.texts[$0.key] }
            .sorted()
        found.needles = Set(found.needles).subtracting(found.common).sorted()
        found.addresses = found.addresses.filter { !found.common.contains($0) }
    }
}
