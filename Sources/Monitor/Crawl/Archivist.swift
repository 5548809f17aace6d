import Complaints
import Evidence
import Settings
import Storage

/// Archives the pages of a visit that made or changed a mention, inside the transaction that says so; and,
/// once a day, that an archived page is still the same.
struct Archivist: Sendable {
    let archive: EvidenceArchive
    let maker: RecordMaker

    /// nil where the configuration keeps no evidence.
    init?(_ configuration: Configuration) {
        guard let settings = configuration.evidence else { return nil }
        maker = RecordMaker(random: { UInt64.random(in: .min ... .max) })
        archive = EvidenceArchive(
            .init(
                folder: settings.folder, fileLimit: Int64(settings.mostBytes), software: "Ombud/1.0",
                about: [
                    .init("http-header-user-agent", configuration.userAgent),
                    .init("publisher", configuration.instance),
                ]),
            maker: maker)
    }

    /// - Parameters:
    ///   - shown: what the pages show of which mention, by the place of the page.
    ///   - closed: places of pages that no copy is made of.
    func archive(
        _ reading: VisitReading, shown: [Int: [EvidenceLink]], besides closed: Set<Int> = [], now: Instant,
        in session: any Session
    ) throws {
        var records: [PackedRecord] = []
        var links: [(record: String, links: [EvidenceLink])] = []
        for place in reading.pages.indices {
            let page = reading.pages[place]
            let bears = shown[place] ?? []
            let listed = page.isUnchanged ? mentions(on: page, reading) : []
            // A page that looks unlike itself is a proof of that, though nothing came of it.
            let isOdd = reading.contract?.news == .held && !page.isUnchanged && page.role != .past
            guard !bears.isEmpty || !listed.isEmpty || isOdd else { continue }
            let latest = try session.latestEvidence(of: reading.source.id, url: page.address)
            let payload = page.payload
            let decision = archiving(
                page.seen(payload), latest: latest, now: now, always: !bears.isEmpty || isOdd)
            // An unchanged page that nothing came of is only witnessed, never copied.
            if bears.isEmpty, !isOdd, decision == .copy { continue }
            if closed.contains(place), decision == .copy { continue }
            let made = make(page, payload, decision, reading: reading)
            guard let answer = made.answer else { continue }
            records += made.records
            links.append((answer, bears.isEmpty ? try confirmed(listed, in: session) : bears))
        }
        guard !records.isEmpty else { return }
        let key = ObjectIdentifier(archive)
        try archive.append(records, now: now, later: { session.beforeCommit(key, $0) }) { entries in
            try session.addEvidence(entries, link: chainValue)
            for (record, links) in links { try session.linkEvidence(record, to: links) }
        }
    }

    /// The records of one page, redirects first, and which of them is the answer.
    private func make(
        _ page: VisitedPage, _ payload: Payload?, _ decision: ArchiveDecision, reading: VisitReading
    ) -> (records: [PackedRecord], answer: String?) {
        let (source, at) = (reading.source.id, page.fetched)
        let secrets = reading.source.fetch.headers.map(\.name)
        guard let exchange = page.exchanges.last else {
            guard let output = page.output else { return ([], nil) }
            let records =
                switch decision {
                case .copy:
                    maker.resource(
                        output, type: "text/html", url: page.address, payload: payload ?? Payload(output),
                        source: source,
                        at: at)
                case .revisit(let copy): maker.revisit(url: page.address, of: copy, source: source, at: at)
                case .hold: [PackedRecord]()
                }
            return (records, records.first?.entry.record)
        }
        let answer: [PackedRecord]
        switch decision {
        case .copy:
            answer = maker.response(
                exchange, payload: payload ?? Payload(exchange), source: source, at: at,
                secretHeaders: secrets)
        case .revisit(let copy):
            answer = maker.revisit(
                exchange, of: copy, notModified: exchange.status == 304, source: source, at: at,
                secretHeaders: secrets)
        case .hold:
            return ([], nil)
        }
        let way = page.exchanges.dropLast().flatMap {
            maker.response($0, payload: Payload($0), source: source, at: at, secretHeaders: secrets)
        }
        return (way + answer, answer.first?.entry.record)
    }

    private func mentions(on page: VisitedPage, _ reading: VisitReading) -> [MentionID] {
        let listed = reading.context.listing.pages.first { $0.url == page.state.url }
        return (listed?.entries ?? []).filter { $0.missing == 0 }.compactMap(\.mention)
    }

    /// What an unchanged page still shows.
    private func confirmed(_ listed: [MentionID], in session: any Session) throws -> [EvidenceLink] {
        try listed.compactMap { try session.mention($0) }.map {
            EvidenceLink(mention: $0.id, revision: $0.revisionCount, role: .confirmed)
        }
    }
}

extension VisitedPage {
    /// The address that answered, as the archive has it.
    fileprivate var address: String { exchanges.last?.url ?? state.url }

    /// nil where the site said that the page is as it was.
    fileprivate var payload: Payload? {
        guard let exchange = exchanges.last else { return Payload(output ?? []) }
        return exchange.status == 304 ? nil : Payload(exchange)
    }

    fileprivate func seen(_ payload: Payload?) -> Evidence.PageSeen {
        payload.map { .bytes($0.digest) } ?? .notModified(validator: state.etag ?? state.lastModified)
    }
}
