import Complaints
import Foundation
import TestSupport
import Testing

/// Deadlines of saved cases over four zones, held against the answers worked out for them.
@Suite struct RealDeadlineTests {
    struct Line: Decodable {
        var id: String
        var expected: Expected
    }

    struct Expected: Decodable { var clocks: [Clock] }

    struct Clock: Decodable {
        var name: String
        var state: ClockState
        var due: Instant?
    }

    @Test(.needsCases("deadlines.jsonl"))
    func `every saved case has the state and due time worked out for it`() throws {
        var judged = 0
        for bytes in try Cases.lines("deadlines.jsonl") {
            let line = try JSONDecoder().decode(Line.self, from: bytes)
            let whole = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
            let input = try DeadlineInput.read(
                JSONSerialization.data(withJSONObject: try #require(whole["input"])))
            let policy = try #require(input.policy).policy()
            let readings = reckon(policy, history: input.history, now: input.now)
            #expect(readings.map(\.name) == line.expected.clocks.map(\.name))
            for (reading, wanted) in zip(readings, line.expected.clocks) {
                let proof = Comment(rawValue: "\(line.id):\n" + reading.steps.joined(separator: "\n"))
                #expect(reading.state == wanted.state, proof)
                if wanted.state != .paused { #expect(reading.due == wanted.due, proof) }
                judged += 1
            }
        }
        #expect(judged >= 60)
    }
}
