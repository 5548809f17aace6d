import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// Does what a review wants done to the store, and says what came of it.
struct ReviewDesk: Sendable {
    let store: any Store
    let desk: Desk
    let time: any TimeSource

    /// So many are asked for at a time.
    private static let batch = 200
    private static let mostOwners = 9

    func owners() async throws -> [String] {
        try await store.read { try $0.busiestOwners(limit: Self.mostOwners) }
    }

    /// - Returns: nil for what is not the store's.
    func perform(_ act: ReviewState.Act) async throws -> ReviewState.Event? {
        do {
            switch act {
            case .fetch(let skipping): return try await fetch(skipping: skipping)
            case .show(let id): return try await show(id)
            case .decide(let id, let decision, let why):
                return .did(try await desk.review(id, as: decision, why: why))
            case .merge(let id, let twin): return .did(try await desk.confirm(id, as: twin))
            case .take(let id, let former): return .did(try await desk.take(id, from: former))
            case .assign(let id, let owner, let former):
                return try await hand(id, to: owner, from: former)
            case .note(let id, let text): return .did(try await desk.noted(text, on: id))
            case .snooze(let id, let text): return try await snooze(id, text)
            case .takeBack(let step): return try await takeBack(step)
            case .open, .redraw, .suspend, .quit, .interrupt: return nil
            }
        } catch Desk.Refusal.decided(let id, let review) {
            return .decided(id, review)
        } catch let refusal as Desk.Refusal {
            return .refused(refusal.description)
        } catch StoreError.busy {
            return .refused("the store is busy: nothing was changed, press the key again")
        }
    }

    private func show(_ id: MentionID) async throws -> ReviewState.Event {
        let now = time.now()
        return try await store.read { session in
            guard let sheet = try ReviewSheet(id, now: now, in: session) else { return .gone(id) }
            return .shown(sheet, left: try session.mentionCount(.inbox, now: now))
        }
    }

    private func fetch(skipping count: Int) async throws -> ReviewState.Event {
        let now = time.now()
        return try await store.read { session in
            .fetched(
                try session.mentionIDs(
                    .inbox, order: MentionOrder(.priority), limit: Self.batch + count, now: now),
                left: try session.mentionCount(.inbox, now: now))
        }
    }

    private func hand(
        _ id: CaseID, to owner: String, from former: String?
    ) async throws -> ReviewState.Event {
        do {
            guard case .somebody(let name) = try NamedOwner(owner, who: desk.who) else {
                return .refused(
                    "`ombud case unassign \(id.number)` gives it back to nobody; name somebody here")
            }
            return .did(try await desk.hand(id, to: name, from: former))
        } catch let error as ValidationError {
            return .refused(error.message)
        }
    }

    private func snooze(_ id: MentionID, _ text: String) async throws -> ReviewState.Event {
        guard let until = TimeArgument(text).named(now: time.now()) else {
            if let fault = TimeArgument(text).fault { return .refused("\(text): \(fault)") }
            return .refused(
                "\(text): a time to come is wanted, such as +4h, +2wd, tomorrow 10:00, 2026-03-01 14:00")
        }
        return .did(try await desk.snooze(id, until: until))
    }

    private func takeBack(_ step: DeskStep) async throws -> ReviewState.Event {
        do {
            try await desk.takeBack(step)
            return .tookBack(step)
        } catch let refusal as Desk.Refusal {
            return .lost(refusal.description)
        }
    }
}
