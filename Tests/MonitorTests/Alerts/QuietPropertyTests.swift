import Complaints
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Whatever happens in whatever order: every alert goes out once, by itself or in one digest.
@Suite struct QuietPropertyTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private struct Torn: Error {}

    private func settings(_ dice: inout Dice) -> QuietSettings {
        var settings = QuietSettings.none
        if Bool.random(using: &dice) {
            settings.hours = QuietHours(
                [.init(from: Int.random(in: 0..<1440, using: &dice), to: 300, days: [1, 2, 3, 4, 5, 6])],
                zone: Zone("Europe/Warsaw") ?? .utc)
        }
        if Int.random(in: 0..<3, using: &dice) == 0 {
            settings.digest = DigestSchedule(
                .daily, minute: Int.random(in: 0..<1440, using: &dice), zone: .utc)
        }
        if Bool.random(using: &dice) {
            settings.group = AlertGroup(
                by: [AlertGroup.Trait.allCases.randomElement(using: &dice) ?? .case],
                interval: .seconds(Int64.random(in: 0..<4000, using: &dice)))
        }
        if Bool.random(using: &dice) {
            settings.budget = AlertBudget(perHour: Int.random(in: 1..<20, using: &dice), burst: 3)
        }
        return settings
    }

    @Test(arguments: 1...40)
    func `nothing is lost and nothing is told twice`(seed: UInt64) async throws {
        var dice = Dice(state: seed)
        let place = try QuietPlace(settings(&dice))
        let desk = Desk(store: place.store, setup: place.current.value, time: place.time, who: "ola")
        let types: [EventType] = [
            .caseOpened, .caseWarning, .caseMissed, .mentionFlagged, .caseAnswered, .caseEscalated,
        ]
        var laid: [EventID] = []
        for _ in 0..<120 {
            switch Int.random(in: 0..<12, using: &dice) {
            case 0..<6:
                let now = place.time.now()
                let due = Int64.random(in: 0..<200_000, using: &dice)
                laid.append(
                    try await place.post(
                        types.randomElement(using: &dice) ?? .caseOpened,
                        case: Int64.random(in: 1..<6, using: &dice),
                        source: ["forum", "shop"].randomElement(using: &dice) ?? "forum",
                        statuteDue: Int.random(in: 0..<4, using: &dice) == 0 ? now + .seconds(due) : nil,
                        isStatuteMissed: Int.random(in: 0..<8, using: &dice) == 0,
                        isLate: Int.random(in: 0..<4, using: &dice) == 0))
            case 6:
                let covers: [Silence.Cover] = [
                    .init(), .init(cases: [CaseID(2)]), .init(types: ["ombud.case.*"]),
                ]
                let silence = Silence(
                    made: place.time.now(), by: "ola",
                    until: place.time.now() + .seconds(Int64.random(in: 1..<50_000, using: &dice)),
                    why: "drawn",
                    covers: covers.randomElement(using: &dice) ?? .init())
                _ = try await place.store.write { try $0.addSilence(silence) }
            case 7:
                let silences = try await place.store.read { [now = place.time.now()] in
                    try $0.silencesInForce(now: now)
                }
                if let silence = silences.randomElement(using: &dice) {
                    _ = try await desk.endSilence(silence.id)
                }
            case 8:
                var new = QuietPlace.desk(settings(&dice))
                new.isEnabled = Int.random(in: 0..<5, using: &dice) > 0
                place.reload(Int.random(in: 0..<5, using: &dice) > 0 ? [new] : [])
                try await place.turn()
                place.reload([QuietPlace.desk(settings(&dice))])
            case 9:
                // Killed in the middle of a release: nothing of it is there afterwards.
                let (outbox, now) = (place.outbox, place.time.now() + .seconds(90_000))
                for held in try await place.store.read({ try $0.holders() }) {
                    guard let holder = Holder(held.holder) else { continue }
                    try? await place.store.write { session in
                        try QuietRelease(outbox: outbox, endpoint: "desk", now: now, session: session).run(
                            holder)
                        throw Torn()
                    }
                }
                place.restart()
            default:
                place.time.advance(by: .seconds(Int64.random(in: 1..<9000, using: &dice)))
                try await place.turn()
            }
        }
        for _ in 0..<200 {
            place.time.advance(by: .seconds(3600))
            try await place.turn()
        }
        let alerts = try await place.alerts()
        let digests = try await place.digests()
        #expect(alerts.allSatisfy { $0.state == .pending || $0.state == .bundled })
        let rest = try await place.store.read { try $0.holders() }
        #expect(rest.isEmpty)
        // Each that was laid goes out by itself, or stands in exactly one digest, which goes out itself.
        let told = digests.flatMap(\.ids)
        #expect(Set(told).count == told.count)
        for id in laid {
            let alert = try #require(alerts.first { $0.event == id })
            let digest = digests.first { $0.ids.contains(id.text) }
            #expect((alert.state == .bundled) == (digest != nil))
            #expect(alert.bundle == digest?.id)
        }
        for digest in digests {
            #expect(SchemaCheck().faults(ofEvent: digest.body) == [])
            #expect(alerts.first { $0.event == digest.id }?.state == .pending)
            #expect(
                digest.count == digest.ids.count
                    && digest.count == alerts.filter { $0.bundle == digest.id }.count)
        }
        #expect(alerts.count == laid.count + digests.count)
    }
}
