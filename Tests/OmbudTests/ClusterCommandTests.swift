import Demo
import Foundation
import Testing

/// `mention merge` and `split`, and `incident`, as scripts meet them.
@Suite(.timeLimit(.minutes(5)))
struct ClusterCommandTests {
    @Test func `a merge and its undo print the mentions as they are then, and show says why`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let found = try await place.run("mention", "list", "--flagged", "--json").objects()
                .filter { $0["case"] is Int }
                .sorted { ($0["case"] as? Int ?? 0) < ($1["case"] as? Int ?? 0) }
            let one = try #require(found.first)
            let two = try #require(found.first { $0["case"] as? Int != one["case"] as? Int })
            let ids = try [one, two].map { try #require($0["id"] as? String) }
            let merged = try await place.run(
                "mention", "merge", ids[0], ids[1], "--why", "one order", "--as", "ola", "--json")
            #expect(merged.code == 0, "\(merged.errors)")
            let both = try merged.objects()
            #expect(both.count == 2)
            #expect(Set(both.compactMap { $0["cluster"] as? Int }).count == 1)
            #expect(Set(both.compactMap { $0["case"] as? Int }).count == 1)
            let shown = try #require(try await place.run("mention", "show", ids[1], "--json").objects().first)
            let member = try #require(
                (shown["members"] as? [[String: Any]])?.first { $0["id"] as? String == ids[0] })
            #expect(member["verdict"] as? String == "merged")
            #expect(member["why"] as? String == "one order")
            #expect(member["by"] as? String == "ola")

            let again = try await place.run("mention", "merge", ids[0], ids[1])
            #expect(again.code == 1)
            #expect(again.errors.contains("are one complaint already"))
            let split = try await place.run("mention", "split", ids[1], "--json")
            #expect(split.code == 0, "\(split.errors)")
            #expect(try split.objects().first?["case"] as? Int == two["case"] as? Int)
            let after = try #require(try await place.run("mention", "show", ids[1], "--json").objects().first)
            #expect(
                (after["apart"] as? [[String: Any]])?.contains { $0["id"] as? String == ids[0] } == true)
            #expect(try await place.run("mention", "split", "m99999").code == 1)
            #expect(try await place.run("mention", "merge", ids[0]).code == 64)
        }
    }

    @Test func `there is no incident where nothing happened`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let list = try await place.run("incident", "list", "--json")
            #expect(list.code == 0 && list.output.isEmpty)
            let none = try await place.run("incident", "show", "9")
            #expect(none.code == 1)
            #expect(none.errors == "there is no incident 9; `ombud incident list` shows them\n")
        }
    }
}
