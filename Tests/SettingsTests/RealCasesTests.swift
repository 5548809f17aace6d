import Foundation
import TestSupport
import Testing

@testable import Settings

/// Policies and watchlists that others wrote, as JSON.
struct RealCasesTests {
    private func inputs(_ path: String, _ key: String) throws -> [String] {
        try Cases.lines(path).compactMap { line in
            let object = try JSONSerialization.jsonObject(with: line) as? [String: Any]
            guard let input = object?["input"] as? [String: Any], let value = input[key] else { return nil }
            return String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
        }
    }

    @Test(.needsCases("deadlines.jsonl")) func `every policy of the deadline cases is read`() throws {
        let policies = try inputs("deadlines.jsonl", "policy")
        #expect(!policies.isEmpty)
        for text in policies {
            do throws(Faults) {
                let policy = try readPolicy(text, file: "policy")
                #expect(!policy.clocks.isEmpty)
            } catch {
                Issue.record("\(error)")
            }
        }
    }

    @Test(.needsCases("text/match.jsonl")) func `every watchlist of the match cases is read`() throws {
        let watchlists = try inputs("text/match.jsonl", "watchlist")
        #expect(!watchlists.isEmpty)
        for text in watchlists {
            do throws(Faults) {
                let watchlist = try readWatchlist(text, file: "watchlist")
                #expect(!watchlist.terms.isEmpty)
            } catch {
                Issue.record("\(error)")
            }
        }
    }
}
