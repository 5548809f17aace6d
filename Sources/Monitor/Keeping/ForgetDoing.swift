import Complaints
import Evidence
import Foundation
import Storage

extension Forget {
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

    /// First what others said of the person, a part at a time, and their own rows last: as long as one of those is
    /// there, they are found by it, and a run that was stopped is finished by the next.
    public func perform(
        _ found: Findings, progress: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> Done {
        guard found.holds.isEmpty else { throw Refusal.held(found.holds) }
        let ids = found.mentions.map(\.id)
        let (keys, bands) = try await store.read {
            (try $0.identityKeys(of: ids), try $0.mentionBands(of: ids))
        }
        var done = Done()
        try await requireNoHold(found)
        done.elsewhere = try await rewriteTexts(found, progress: progress)
        done.events = try await rewriteEvents(found, progress: progress)
        done.evidence = try await dropEvidence(found)
        for part in found.cases.sorted(by: { $0.key < $1.key }).inParts(of: ownBatch) {
            try Task.checkCancellation()
            try await store.write { try rewriteCases(part, found, in: $0) }
            done.cases += part.count
        }
        // The last part is done with what ends it all.
        let parts = found.mentions.inParts(of: ownBatch)
        for part in parts.dropLast() {
            try Task.checkCancellation()
            try await store.write { try blank(part, found, keys: keys, bands: bands, in: $0) }
            done.mentions += part.count
            progress("\(done.mentions) of \(found.mentions.count) mentions")
        }
        try Task.checkCancellation()
        let before = done
        done = try await store.write { session in
            var done = before
            try blank(parts.last ?? [], found, keys: keys, bands: bands, in: session)
            done.mentions += parts.last?.count ?? 0
            done.revisions = found.revisions.values.reduce(0) { $0 + $1.count }
            try finish(found, &done, in: session)
            return done
        }
        progress("writing the store anew")
        do {
            try await store.write { try $0.settleSearch() }
            done.uncompacted = try await store.keepUp(.compact).first
        } catch let error as StoreError {
            done.uncompacted = error.description
        }
        return done
    }

    /// Somebody may have put one under hold meanwhile.
    private func requireNoHold(_ found: Findings) async throws {
        let holds = try await store.read { session in
            Set(try found.mentions.compactMap { try session.hold(on: $0.id) })
        }
        guard holds.isEmpty else { throw Refusal.held(holds.sorted { $0.number < $1.number }) }
    }

    // MARK: What others said

    private func rewriteTexts(
        _ found: Findings, progress: @escaping @Sendable (String) -> Void
    ) async throws -> Int {
        let (marks, ids, rewriting) = (found.marks, found.ids, Rewriting(found))
        var (count, looked, next): (Int, Int, TextPlace?) = (0, 0, TextPlace())
        while let place = next, !marks.isEmpty {
            try Task.checkCancellation()
            let (rows, after) = try await store.read {
                try $0.texts(from: place, holding: marks, besides: ids, limit: Self.batch)
            }
            if !rows.isEmpty {
                count += try await store.write { session in
                    try session.rewrite(rows, quotes: { rewriting.names.scrubbedQuotes($0) }) {
                        rewriting.rewritten($0)
                    }
                }
            }
            next = after
            looked += Self.batch
            progress("\(looked) texts looked through")
        }
        let (configured, addresses) = (Set(setup.configuration.allSources.map(\.url)), found.addresses)
        try await store.write {
            try $0.dropAddresses(addresses, naming: marks.names, besides: configured)
        }
        return count
    }

    private func rewriteEvents(
        _ found: Findings, progress: @escaping @Sendable (String) -> Void
    ) async throws -> Int {
        // A digest tells of them in a few words, under their numbers.
        let subjects = subjects(of: found)
        let numbers = ByteNeedles((subjects + found.mentions.map(\.id.description)).map { "\"\($0)\"" })
        let marks = [found.marks, ErasureMarks(needles: numbers, names: NameScan([]))]
        let erasure = EventRewriting(found, request)
        var (count, looked, next): (Int, Int, EventID?) = (0, 0, EventID(""))
        while let after = next {
            try Task.checkCancellation()
            let (bodies, last) = try await store.read {
                try $0.eventBodies(holding: marks, after: after, limit: Self.batch)
            }
            for part in bodies.inParts(of: ownBatch) {
                try Task.checkCancellation()
                count += try await store.write { try erasure.rewrite(part, in: $0) }
            }
            next = last
            looked += Self.batch
            progress("\(looked) events looked through")
        }
        return count
    }

    private func subjects(of found: Findings) -> [String] {
        found.mentions.map { "mention/\($0.id.number)" } + found.cases.keys.map { "case/\($0.number)" }
    }

    private func dropEvidence(_ found: Findings) async throws -> Int {
        guard let folder = setup.configuration.evidence?.folder else { return 0 }
        let needles = ByteNeedles(found.needles)
        for part in found.evidence.inParts(of: ownBatch) {
            try Task.checkCancellation()
            try await store.write { session in
                for entry in part {
                    try session.dropEvidence(number: entry.number, at: now)
                    if needles.stand(in: entry.url) || found.scan.holds(entry.url) {
                        try session.eraseEvidenceURL(number: entry.number)
                    }
                    try redact(entry, in: folder, at: now)
                }
            }
        }
        return found.evidence.count
    }

    // MARK: Their own

    private func rewriteCases(
        _ cases: [(key: CaseID, value: Bool)], _ found: Findings, in session: any Session
    ) throws {
        let (names, keepsTexts) = (found.names, request.keepsTexts)
        for (id, isAlone) in cases {
            let erases = isAlone && !keepsTexts
            try session.rewriteCase(id) { erases ? erasedText : names.scrubbed($0, alsoWords: isAlone) }
            try session.addTimeline(
                TimelineEntry(
                    at: now, by: who, what: .noted,
                    note: keepsTexts
                        ? "the customer has another name from now on" : "the customer was forgotten"),
                of: id)
        }
    }

    private func blank(
        _ mentions: [Mention], _ found: Findings, keys: [MentionID: [String]], bands: [MentionID: [Int64]],
        in session: any Session
    ) throws {
        let ids = mentions.map(\.id)
        let holds = Set(try ids.compactMap { try session.hold(on: $0) }).sorted { $0.number < $1.number }
        guard holds.isEmpty else { throw Refusal.held(holds) }
        let (names, keepsTexts) = (found.names, request.keepsTexts)
        let ownWords: (String) -> String = { names.scrubbed($0, alsoWords: true) ?? $0 }
        let forgotten = try ForgottenKeys.make(in: session)
        try session.keepForgotten(
            ids.flatMap { keys[$0] ?? [] }.map {
                Forgotten(
                    key: forgotten.record($0), at: now, kind: .record,
                    how: keepsTexts ? .pseudonymised : .erased)
            })
        for mention in try session.mentions(ids) {
            for id in found.toldIn[mention.id] ?? [] {
                try session.rewriteEntries(about: mention.id, in: id) {
                    keepsTexts ? names.scrubbed($0, alsoWords: true) : erasedText
                }
            }
            try session.blank(
                mention, author: keepsTexts ? request.pseudonym : nil, keys: keys[mention.id] ?? [],
                bands: bands[mention.id] ?? [], rewrite: keepsTexts ? ownWords : nil)
        }
    }

    private func finish(_ found: Findings, _ done: inout Done, in session: any Session) throws {
        try keepAuthors(found, in: session)
        for source in Set(found.mentions.map(\.source)) {
            guard var contract = try session.contract(of: source) else { continue }
            contract.forgetSamples()
            try session.keep(contract, of: source)
        }
        // The daemon may have told of them meanwhile.
        done.events += try EventRewriting(found, request).rewrite(
            session.eventBodies(about: subjects(of: found)), in: session)
        // What was learned of these texts is learned away, and no count betrays them.
        try Teaching(setup.scorer).makeAnew(in: session)
        let note =
            "\(request.keepsTexts ? "pseudonymised" : "erased"): \(counted(done.mentions, "mention")), "
            + "\(counted(done.events, "event")), \(counted(done.evidence, "record")) of evidence"
        try session.addAudit(AuditLine(at: now, who: who, command: "forget", note: note))
    }

    /// Their next word on the site is not taken in. A first name alone is others', too: of those, only what is known is
    /// left out.
    private func keepAuthors(_ found: Findings, in session: any Session) throws {
        let names =
            ([request.author].compactMap(\.self) + request.also + found.mentions.compactMap(\.author))
            .filter { request.author != nil && NameReach($0) == .everywhere }
        guard !names.isEmpty else { return }
        let forgotten = try ForgottenKeys.make(in: session)
        try session.keepForgotten(
            Set(names.flatMap { SignatureKeys.usual($0) }).map {
                Forgotten(
                    key: forgotten.author($0, at: request.source), at: now, kind: .author,
                    how: request.keepsTexts ? .pseudonymised : .erased)
            })
    }
}

/// Outside of the person's own rows: what quotes them goes, and names everywhere.
struct Rewriting: Sendable {
    private let quotes: ByteNeedles
    let names: PersonNames

    init(_ found: Forget.Findings) {
        quotes = ByteNeedles(found.quotes)
        names = found.fullNames
    }

    func rewritten(_ text: String) -> String? {
        let result = quotes.replacing(in: text, with: erasedText) ?? text
        let new = names.scrubbed(result) ?? result
        return new == text ? nil : new
    }
}

/// The bodies of events that tell of the person, and what receivers answered to them.
struct EventRewriting: Sendable {
    private let found: Forget.Findings
    private let request: Forget.Request
    private let quotes: WordQuotes

    init(_ found: Forget.Findings, _ request: Forget.Request) {
        (self.found, self.request) = (found, request)
        quotes = WordQuotes(request.keepsTexts ? [] : found.revisions.values.joined().map(\.content))
    }

    /// - Returns: how many were changed.
    func rewrite(_ events: [(id: EventID, body: [UInt8])], in session: any Session) throws -> Int {
        guard !events.isEmpty else { return 0 }
        let (found, request, others) = (found, request, Rewriting(found))
        let erasure = EventErasure(
            mentions: Set(found.mentions.map(\.id.description)),
            subjects: Set(
                found.mentions.map { "mention/\($0.id.number)" }
                    + found.cases.filter(\.value).map { "case/\($0.key.number)" }),
            author: request.keepsTexts ? request.pseudonym : nil,
            own: { text in
                request.keepsTexts ? found.names.scrubbed(text, alsoWords: true) ?? text : erasedText
            },
            others: { others.rewritten($0) ?? $0 })
        var count = 0
        for (id, body) in events {
            guard let new = erasure.body(body), new != body else { continue }
            try session.rewriteEvent(id, body: new)
            try session.rewriteAnswers(to: id) { answer in
                quotes.stand(in: answer) ? erasedText : found.names.scrubbed(answer, alsoWords: true)
            }
            count += 1
        }
        return count
    }
}
