import Complaints
import Logging
import Storage
import Synchronization

/// The store of a running daemon: a write that finds no room, or a disk that cannot be written, waits until it can,
/// so that nothing is lost and all goes on by itself.
///
/// While it waits no source is polled, since every poll begins with a write. What is fetched already waits in
/// memory, as much as `Backlog` bounds.
final class EnduringStore: Store {
    private let base: any Store
    private let time: any TimeSource
    private let logger: Logger
    private let ballast: Ballast?
    /// Told when writing stopped, in the store itself as far as there is room; and when it goes on.
    private let tell: @Sendable (News, any Session) throws -> Void
    private let status: @Sendable (String?) -> Void
    private let state = Mutex(State())
    private let lifted = Pulse()

    /// From one try to the next.
    static let pause: Duration = .seconds(2)

    enum News: Sendable, Hashable {
        case halted(since: Instant, why: String)
        case resumed(since: Instant, why: String)
    }

    private struct State {
        /// Before the loops run, and after they ended, what fails fails.
        var isEnduring = false
        var since: Instant?
        var why = ""
        var isTried = false
        var isTold = false
    }

    /// - Parameters:
    ///   - tell: what is written about it, in a transaction of its own.
    ///   - status: what people see meanwhile; nil when it goes on.
    init(
        _ base: any Store, ballast: Ballast?, time: any TimeSource, logger: Logger,
        tell: @escaping @Sendable (News, any Session) throws -> Void,
        status: @escaping @Sendable (String?) -> Void
    ) {
        self.base = base
        self.ballast = ballast
        self.time = time
        self.logger = logger
        self.tell = tell
        self.status = status
    }

    /// From now on writes wait. Room is taken for what is to be said then.
    func begin() {
        if let ballast, !ballast.take() {
            logger.warning("no \(ballast.bytes / 1_000_000) MB could be set aside at \(ballast.path)")
        }
        state.withLock { $0.isEnduring = true }
    }

    /// From now on nothing waits any more.
    func end() {
        state.withLock { $0.isEnduring = false }
        lifted.beat()
    }

    var isHalted: Bool { state.withLock { $0.since != nil } }

    func read<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        try await base.read(work)
    }

    func measures() -> StoreMeasures? { base.measures() }

    func keepUp(_ work: Upkeep) async throws -> [String] { try await base.keepUp(work) }

    func close() async throws { try await base.close() }

    func write<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        var isTrying = false
        while true {
            if !isTrying {
                switch turn() {
                case .go: break
                case .wait(let seen):
                    await lifted.wait(after: seen)
                    try Task.checkCancellation()
                    continue
                case .tryIt: isTrying = true
                }
            }
            // Room for a word alone is no room: what was set aside has to fit in again.
            if isTrying, state.withLock({ $0.isEnduring }), let ballast, !ballast.take() {
                ballast.giveUp()
                try await pause()
                continue
            }
            do {
                let result = try await base.write(work)
                await goOn()
                return result
            } catch StoreError.unwritable(let why) {
                switch await halt(why, isTrying: isTrying) {
                case .fail: throw StoreError.unwritable(why)
                case .wait: continue
                case .tryAgain: isTrying = true
                }
                try await pause()
            } catch {
                if isTrying { letOthersTry() }
                throw error
            }
        }
    }

    private enum Turn { case go, wait(after: Int), tryIt }

    /// While it cannot be written, one write tries and the others wait for it.
    private func turn() -> Turn {
        let seen = lifted.count
        return state.withLock { state in
            guard state.isEnduring, state.since != nil else { return .go }
            if state.isTried { return .wait(after: seen) }
            state.isTried = true
            return .tryIt
        }
    }

    /// Until the next try; who is stopped meanwhile leaves it to another.
    private func pause() async throws {
        do {
            try await time.sleep(for: Self.pause)
        } catch {
            letOthersTry()
            throw StoreError.unwritable(state.withLock { $0.why })
        }
    }

    private func letOthersTry() {
        state.withLock { $0.isTried = false }
        lifted.beat()
    }

    private enum Next { case fail, wait, tryAgain }

    private func halt(_ why: String, isTrying: Bool) async -> Next {
        let now = time.now()
        let (next, isNew, news) = state.withLock { state -> (Next, Bool, News?) in
            guard state.isEnduring else { return (.fail, false, nil) }
            let isNew = state.since == nil
            let since = state.since ?? now
            (state.since, state.why) = (since, why)
            // Another one tries.
            if state.isTried, !isTrying { return (.wait, isNew, nil) }
            state.isTried = true
            return (.tryAgain, isNew, state.isTold ? nil : .halted(since: since, why: why))
        }
        if isNew {
            logger.critical("\(StoreError.unwritable(why)); polling stands still until there is room")
            status("the store cannot be written, polling stands still: \(why)")
            ballast?.giveUp()
        }
        if let news, (try? await base.write({ [tell] in try tell(news, $0) })) != nil {
            state.withLock { $0.isTold = true }
        }
        return next
    }

    private func goOn() async {
        guard let since = state.withLock({ $0.since }) else { return }
        let (why, isTold) = state.withLock { ($0.why, $0.isTold) }
        let told: Void? = try? await base.write { [tell] session in
            if !isTold { try tell(.halted(since: since, why: why), session) }
            try tell(.resumed(since: since, why: why), session)
        }
        guard told != nil else { return letOthersTry() }
        state.withLock { $0 = State(isEnduring: $0.isEnduring) }
        logger.notice("the store can be written again; it could not since \(since)")
        status(nil)
        lifted.beat()
    }
}
