import Complaints
import Logging
import Storage
import Synchronization
import Transport

/// Visits sources: claims what is due, fetches and judges it, and takes each visit into the store.
///
/// A visit is a task, not a thread; its pages live as long as the visit.
struct Crawler: Sendable {
    let current: CurrentSetup
    let store: any Store
    let client: HTTPClient
    let commands: CommandFetcher
    let gate: HostGate
    let robots: RobotsBook
    let network: NetworkWatch
    let backlog = Backlog()
    /// nil keeps no evidence.
    let archivist: Archivist?
    let time: any TimeSource
    let chance: @Sendable () -> Double
    let logger: Logger
    /// Beats when a visit laid something into the outbox.
    let pulse: Pulse

    /// Makes the visit and commits it; nil when it was stopped or the source is not watched any more.
    /// - Parameter anyHour: people ask for it, whatever the source's polling hours.
    func visit(_ claim: ClaimedVisit, anyHour: Bool = false) async -> VisitCommit.Summary? {
        let setup = current.value
        guard let plan = setup.plan(of: claim.source) else {
            await giveBack(claim, next: time.now() + .seconds(3600))
            return nil
        }
        if !anyHour, let opening = opening(of: plan.source) {
            await giveBack(claim, next: opening)
            return nil
        }
        let host = WebURL(plan.source.url)?.registrableHost ?? ""
        if let until = await gate.heldUntil(host) {
            return await leaveAlone(claim, plan, until: until, outbox: setup.outbox)
        }
        let chance = chance()
        if let until = await network.holdUntil(host: host, chance: chance) {
            await giveBack(claim, next: until)
            return nil
        }
        let fetcher = fetcher(setup)
        // Its share of the backlog is given back when the visit is in the store.
        defer { withExtendedLifetime(fetcher) {} }
        do {
            var reading = try await SourceVisit.make(
                claim, plan: plan, fetcher: fetcher, store: store, time: time)
            if reading.pages.isEmpty, let held = reading.failure, held.code == "held" {
                let until = held.retryAfter ?? time.now() + plan.source.every.shortest
                return await leaveAlone(claim, plan, until: until, outbox: setup.outbox)
            }
            await excuse(&reading, host: host, chance: chance)
            let summary = try await commit(reading, of: claim, outbox: setup.outbox, chance: chance)
            pulse.beat()
            log(summary)
            return summary
        } catch {
            // Stopped: all claims of this process are given back together.
            if Task.isCancelled { return nil }
            logger.error(
                "a visit was not taken in, it is made again: \(error)",
                metadata: ["source": "\(claim.source)"])
            // Nothing new is known of the source: that counts, and shows on it, like a page not fetched.
            return await fail(
                claim, plan, VisitFailure(code: "store", reason: "it was not taken in: \(error)"),
                outbox: setup.outbox)
        }
    }

    /// When a source's polling hours come; nil when they are now. A source may be due outside of them: it
    /// is new, was due while no daemon ran, or its polling goes on after a pause.
    private func opening(of source: Source) -> Instant? {
        let now = time.now()
        switch PollingHours.next(
            at: now, within: source.during, name: source.id.name, every: source.every.shortest)
        {
        case .open: return nil
        case .opens(let instant): return instant
        case .never: return now + .seconds(86_400)
        }
    }

    /// No source is blamed while our own network is down.
    private func excuse(_ reading: inout VisitReading, host: String, chance: Double) async {
        guard let failure = reading.failure, failure.isUnreachable,
            let since = await network.excuse(started: reading.started)
        else { return }
        reading.excusedSince = since
        reading.failure = VisitFailure(
            code: "network-down", reason: "our own network is down since \(since): \(failure.reason)",
            isUnreachable: true)
        reading.probeAgain = await network.holdUntil(host: host, chance: chance)
    }

    /// The host asked for it: no failure of the source, unless nothing was seen of it for long.
    private func leaveAlone(
        _ claim: ClaimedVisit, _ plan: Setup.SourcePlan, until: Instant, outbox: Outbox
    ) async -> VisitCommit.Summary? {
        let patience = plan.source.blindAfter ?? max(plan.source.every.longest * 3, .seconds(60))
        if let seen = claim.coverage.lastSuccess, time.now() - seen > patience {
            let reason = "its host asked to be left alone until \(until)"
            return await fail(
                claim, plan, VisitFailure(code: "held", reason: reason, retryAfter: until), outbox: outbox)
        }
        await giveBack(claim, next: until)
        return nil
    }

    private func fail(
        _ claim: ClaimedVisit, _ plan: Setup.SourcePlan, _ failure: VisitFailure, outbox: Outbox
    ) async -> VisitCommit.Summary? {
        var reading = VisitReading(plan: plan, started: time.now())
        reading.movedTo = claim.movedTo
        reading.context.statedCount = claim.statedCount
        reading.failure = failure
        do {
            let summary = try await commit(reading, of: claim, outbox: outbox, chance: chance())
            pulse.beat()
            log(summary)
            return summary
        } catch {
            if Task.isCancelled { return nil }
            // The store itself is in trouble; the claim is tried to be given back.
            await giveBack(claim, next: time.now() + min(plan.source.every.shortest, .seconds(60)))
            return nil
        }
    }

    /// A commit that waits for its turn when the visit is stopped is not begun; one that was begun is finished.
    private func commit(
        _ reading: VisitReading, of claim: ClaimedVisit, outbox: Outbox, chance: Double
    ) async throws -> VisitCommit.Summary {
        let (now, archivist, retention) = (time.now(), archivist, current.value.configuration.retention)
        let isStopped = Atomic(false)
        return try await withTaskCancellationHandler {
            try await store.write { session in
                if isStopped.load(ordering: .relaxed) { throw CancellationError() }
                var commit = VisitCommit(
                    reading, of: claim, outbox: outbox, archivist: archivist, retention: retention, now: now,
                    in: session)
                return try commit.take(chance: chance)
            }
        } onCancel: {
            isStopped.store(true, ordering: .relaxed)
        }
    }

    private func giveBack(_ claim: ClaimedVisit, next: Instant) async {
        do {
            try await store.write { try $0.release(claim.source, next: next) }
        } catch {
            logger.error(
                "a claim was not given back; it ends by itself: \(error)",
                metadata: ["source": "\(claim.source)"])
        }
    }

    func fetcher(_ setup: Setup) -> PageFetcher {
        PageFetcher(
            client: client, commands: commands, gate: gate, robots: robots, network: network, store: store,
            time: time, userAgent: setup.configuration.userAgent,
            addresses: setup.configuration.fetch.addresses, keepsEvidence: archivist != nil,
            share: backlog.share())
    }

    private func log(_ summary: VisitCommit.Summary) {
        let visit = summary.visit
        let about: Logger.Metadata = ["source": "\(visit.source)"]
        if let failure = visit.outcome.failure {
            logger.notice("visit \(visit.outcome.name): \(loggedReason(failure.reason))", metadata: about)
        } else if visit.newMentions + visit.changedMentions > 0 {
            logger.info(
                "\(visit.newMentions) new, \(visit.changedMentions) changed of \(counted(visit.recordCount, "record"))",
                metadata: about)
        } else {
            logger.debug("visit \(visit.outcome.name)", metadata: about)
        }
        if let why = summary.unarchived {
            logger.error("no evidence was kept of a visit: \(why)", metadata: about)
        }
        for news in summary.news {
            switch news {
            case .blind(let since, let reason):
                logger.error("source is blind since \(since): \(loggedReason(reason))", metadata: about)
            case .changed(_, let reason):
                logger.error("source has changed: \(loggedReason(reason))", metadata: about)
            case .recovered(let since):
                logger.notice("source is seen again; trouble began \(since)", metadata: about)
            }
        }
    }
}
