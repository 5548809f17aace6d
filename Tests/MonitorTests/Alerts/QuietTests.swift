import Complaints
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Alerts that wait, all the way: laid, held, let go.
@Suite struct QuietTests {
    private let night = QuietSettings(hours: QuietHours([.init(from: 20 * 60, to: 7 * 60)], zone: .utc))
    private let evening = instant("2026-03-02T22:00:00Z")
    private let group = QuietSettings(group: AlertGroup(by: [.case]))
    private let budget = QuietSettings(budget: AlertBudget(perHour: 30, burst: 10))

    @Test func `without quiet settings every alert is due at once`() async throws {
        let place = try QuietPlace(.none)
        try await place.post()
        try await place.turn()
        #expect(try await place.fates() == ["pending"])
    }

    @Test func `what comes in quiet hours goes out in the morning, in one digest`() async throws {
        let place = try QuietPlace(night, now: evening)
        let ids = try await [place.post(case: 1), place.post(.mentionFlagged, case: 2)]
        #expect(try await place.fates() == ["held by quiet-hours", "held by quiet-hours"])
        #expect(try await place.alert(ids[0]).nextAttempt == instant("2026-03-03T07:00:00Z"))
        try await place.turn(after: .seconds(9 * 3600 - 1))
        #expect(try await place.digests().isEmpty)
        try await place.turn(after: .seconds(1))
        let digest = try #require(try await place.digests().first)
        #expect(
            digest.reason == "quiet-hours" && digest.ids == ids.map(\.text)
                && digest.subject == "endpoint/desk")
        #expect(try await place.fates() == ["bundled", "bundled", "pending"])
        #expect(try await place.alert(ids[0]).bundle == digest.id)
        try await place.turn(after: .seconds(3600))
        #expect(try await place.digests().count == 1)
    }

    @Test func `one that waited alone goes out as itself`() async throws {
        let place = try QuietPlace(night, now: evening)
        let id = try await place.post()
        try await place.turn(after: .seconds(9 * 3600))
        #expect(try await place.fates() == ["pending"])
        #expect(try await place.alert(id).nextAttempt == place.time.now())
    }

    @Test func `a statute's deadline in the morning is told at night`() async throws {
        let place = try QuietPlace(night, now: evening)
        try await place.post(.caseWarning, statuteDue: evening + .seconds(8 * 3600))
        try await place.post(.caseMissed, isStatuteMissed: true)
        try await place.post(.caseMissed)
        #expect(try await place.fates() == ["pending", "pending", "held by quiet-hours"])
    }

    @Test func `a digest is sent by schedule, with one event too, and not where there is none`() async throws
    {
        let zone = try #require(Zone("Europe/Warsaw"))
        let place = try QuietPlace(
            QuietSettings(digest: DigestSchedule(.daily, minute: 8 * 60, zone: zone), language: "pl"))
        try await place.post()
        try await place.turn(after: .seconds(86_400))
        let digest = try #require(try await place.digests().first)
        #expect(digest.reason == "digest" && digest.count == 1)
        #expect(
            digest.data["zone"] as? String == "Europe/Warsaw" && digest.data["language"] as? String == "pl")
        try await place.turn(after: .seconds(3 * 86_400))
        #expect(try await place.digests().count == 1)
    }

    @Test func `a group waits, is told together, and then at its interval`() async throws {
        let place = try QuietPlace(group)
        try await place.post(.caseOpened, case: 1)
        try await place.turn(after: .seconds(20))
        try await place.post(.caseAssigned, case: 1)
        try await place.post(.caseOpened, case: 2)
        try await place.turn(after: .seconds(10))
        let first = try #require(try await place.digests().first)
        #expect(first.reason == "group" && first.count == 2 && first.subject == "case/1")
        #expect(first.data["key"] as? String == "case/1")
        try await place.turn(after: .seconds(20))
        // The second case was alone.
        #expect(try await place.alerts().first { $0.subject == "case/2" }?.state == .pending)
        try await place.post(.caseEscalated, case: 1)
        try await place.turn(after: .seconds(200))
        #expect(try await place.alerts().last?.state == .held)
        try await place.turn(after: .seconds(80))
        #expect(try await place.alerts().last?.state == .pending)
    }

    @Test func `what is too much for a budget goes into one digest, and a miss passes`() async throws {
        let place = try QuietPlace(budget)
        for number in 1...25 { try await place.post(case: Int64(number)) }
        try await place.post(.caseMissed, case: 26)
        let fates = try await place.fates()
        #expect(fates.filter { $0 == "pending" }.count == 11 && fates.last == "pending")
        #expect(fates.filter { $0 == "held by budget" }.count == 15)
        try await place.turn(after: .seconds(119))
        try await place.post(case: 27)
        try await place.turn(after: .seconds(1))
        let digest = try #require(try await place.digests().first)
        #expect(digest.reason == "budget" && digest.count == 16)
        #expect(try await !place.fates().contains("held by budget"))
    }

    @Test func `after a standstill hundreds of misses are a few messages`() async throws {
        let place = try QuietPlace(budget)
        for number in 1...300 { try await place.post(.caseMissed, case: Int64(number), isLate: true) }
        try await place.turn(after: .seconds(120))
        #expect(try await place.fates().filter { $0 == "pending" }.count == 11)
        #expect(try await place.digests().map(\.count) == [290])
        #expect(try await place.digests().allSatisfy { $0.body.count < 20_000 })
    }

    @Test func `what a silence held is told in sum when its time is over`() async throws {
        let place = try QuietPlace(.none)
        let desk = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        _ = try await desk.silence(
            .init(types: ["ombud.case.*"]), until: place.time.now() + .seconds(7200), why: "we know")
        try await place.post(case: 1)
        try await place.post(case: 2)
        try await place.post(.sourceBlind, case: 3)
        #expect(try await place.fates() == ["held by silence/1", "held by silence/1", "pending"])
        try await place.turn(after: .seconds(7199))
        #expect(try await place.digests().isEmpty)
        try await place.turn(after: .seconds(1))
        let digest = try #require(try await place.digests().first)
        #expect(digest.reason == "silence" && digest.count == 2)
        #expect(digest.data["why"] as? String == "we know" && digest.data["by"] as? String == "ola")
    }

    @Test func `what a silence held is told in sum when somebody ends it`() async throws {
        let place = try QuietPlace(.none)
        let desk = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        let silence = try await desk.silence(
            .init(), until: place.time.now() + .seconds(864_000), why: "we know")
        try await place.post(case: 1)
        try await place.post(case: 2)
        try await place.turn(after: .seconds(60))
        _ = try await desk.endSilence(silence.id)
        try await place.turn()
        #expect(try await place.digests().map(\.count) == [2])
        try await place.post(case: 3)
        #expect(try await place.fates().last == "pending")
        await #expect(throws: Desk.Refusal.self) { _ = try await desk.endSilence(silence.id) }
    }

    @Test func `a silence that ends under another goes on under it`() async throws {
        let place = try QuietPlace(.none)
        let desk = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        _ = try await desk.silence(.init(), until: place.time.now() + .seconds(3600), why: "a")
        try await place.post()
        _ = try await desk.silence(
            .init(subjects: ["Acme"]), until: place.time.now() + .seconds(7200), why: "b")
        try await place.turn(after: .seconds(3600))
        #expect(try await place.fates() == ["held by silence/2"])
        try await place.turn(after: .seconds(3600))
        // One alone is told in sum as well: with the reason, and whose it was.
        #expect(try await place.fates() == ["bundled", "pending"])
        let digest = try #require(try await place.digests().first)
        #expect(digest.count == 1 && digest.data["why"] as? String == "b")
        let silences = try await place.store.read { try $0.silences() }
        #expect(silences.map(\.letGo) == [1, 1])
    }

    @Test func `Alertmanager gets each alert by itself when a silence ends`() async throws {
        let place = try QuietPlace(.none)
        var desk = QuietPlace.desk(.none)
        desk.form = .alertmanager
        place.reload([desk])
        let person = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        _ = try await person.silence(.init(), until: place.time.now() + .seconds(3600), why: "a")
        try await place.post(case: 1)
        try await place.post(.sourceBlind, case: 2)
        try await place.turn(after: .seconds(3600))
        #expect(try await place.fates() == ["pending", "pending"])
        #expect(try await place.digests().isEmpty)
    }

    @Test
    func `operators hear in the night and beside a digest that an endpoint is off or the store is full`()
        async throws
    {
        var quiet = night
        quiet.digest = DigestSchedule(.daily, minute: 8 * 60, zone: .utc)
        let place = try QuietPlace(quiet, now: evening)
        let (outbox, now) = (place.outbox, place.time.now())
        for (type, subject) in [
            (EventType.storeHalted, EventSubject.store), (.storeResumed, .store),
            (.endpointDisabled, .endpoint("chat")),
        ] {
            _ = try await place.store.write {
                var data = EventData()
                data.why = "no room"
                data.endpoint = type == .endpointDisabled ? "chat" : nil
                return try outbox.post(type, about: subject, at: now, data: data, in: $0)
            }
        }
        #expect(try await place.fates() == ["pending", "held by digest", "pending"])
    }

    @Test func `a silence lets a statute's deadline out at its last moment`() async throws {
        let place = try QuietPlace(.none)
        let desk = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        _ = try await desk.silence(.init(), until: place.time.now() + .seconds(864_000), why: "a")
        try await place.post(statuteDue: place.time.now() + .seconds(10 * 3600))
        try await place.turn(after: .seconds(6 * 3600 - 1))
        #expect(try await place.fates() == ["held by silence/1"])
        try await place.turn(after: .seconds(1))
        #expect(try await place.fates() == ["pending"])
    }

    @Test func `what is sent again by hand still names the digest that told of it`() async throws {
        let place = try QuietPlace(group)
        let first = try await place.post(.caseOpened, case: 1)
        try await place.post(.caseAssigned, case: 1)
        try await place.turn(after: .seconds(30))
        let digest = try #require(try await place.digests().first).id
        let desk = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        let resent = try await desk.resend(first, to: nil)
        #expect(resent.endpoints == 1 && resent.bundles == [digest] && resent.missing.isEmpty)
        let alert = try await place.alert(first)
        #expect(alert.state == .pending && alert.bundle == digest)
        var filter = AlertFilter()
        filter.bundle = digest
        let told = filter
        #expect(try await place.store.read { try $0.alerts(told) }.count == 2)
        place.reload([Endpoint(name: "other", url: "https://other.example/")])
        let later = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        #expect(try await later.resend(first, to: nil).missing == ["desk"])
    }

    @Test func `what waits survives a restart and goes out late`() async throws {
        let place = try QuietPlace(night, now: evening)
        try await place.post(case: 1)
        try await place.post(case: 2)
        place.time.advance(by: .seconds(10 * 3600))
        place.restart()
        try await place.turn()
        #expect(try await place.digests().map(\.count) == [2])
    }

    @Test func `two processes at once let go of it once`() async throws {
        let place = try QuietPlace(night, now: evening)
        for number in 1...5 { try await place.post(case: Int64(number)) }
        place.time.advance(by: .seconds(10 * 3600))
        let loops = [place.newLoop(), place.newLoop(), place.newLoop()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for loop in loops { group.addTask { try await loop.checkOnce() } }
            try await group.waitForAll()
        }
        #expect(try await place.digests().map(\.count) == [5])
    }

    @Test func `a reload without the keys lets out what they held`() async throws {
        let place = try QuietPlace(night, now: evening)
        try await place.post(case: 1)
        try await place.post(case: 2)
        try await place.turn()
        place.reload([QuietPlace.desk(.none)])
        try await place.turn()
        #expect(try await place.digests().map(\.count) == [2])
    }

    @Test func `what waits for an endpoint that is gone waits until it is back`() async throws {
        let place = try QuietPlace(night, now: evening)
        try await place.post(case: 1)
        try await place.post(case: 2)
        place.reload([])
        try await place.turn(after: .seconds(86_400))
        #expect(try await place.fates() == ["held by quiet-hours", "held by quiet-hours"])
        place.reload([QuietPlace.desk(.none)])
        try await place.turn()
        #expect(try await place.digests().map(\.count) == [2])
    }

    @Test func `a clock that was years ahead when it held holds nobody for years`() async throws {
        let place = try QuietPlace(night, now: instant("2031-03-02T22:00:00Z"))
        try await place.post()
        let back = try QuietPlace(night, now: instant("2026-03-03T09:00:00Z"), store: place.store)
        try await back.turn()
        #expect(try await back.fates() == ["pending"])
    }

    @Test func `what somebody sends by hand meanwhile is not told again`() async throws {
        let place = try QuietPlace(night, now: evening)
        let id = try await place.post(case: 1)
        try await place.post(case: 2)
        try await place.post(case: 3)
        let desk = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        _ = try await desk.resend(id, to: "desk")
        try await place.turn(after: .seconds(10 * 3600))
        #expect(try await place.fates() == ["pending", "bundled", "bundled", "pending"])
        #expect(try await place.digests().map(\.count) == [2])
    }

    @Test func `a part of a digest can still be sent by itself, under its own id`() async throws {
        let place = try QuietPlace(night, now: evening)
        let id = try await place.post(case: 1)
        try await place.post(case: 2)
        try await place.turn(after: .seconds(10 * 3600))
        let desk = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        #expect(try await desk.resend(id, to: nil).endpoints == 1)
        #expect(try await place.alert(id).state == .pending)
    }
}
