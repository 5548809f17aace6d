import Foundation
import Testing

/// The first thing that anybody runs.
@Suite(.timeLimit(.minutes(5)))
struct DemoRunTests {
    @Test func `the demo shows all of it and exits 0`() async throws {
        let run = try await Program.run(["demo"])
        #expect(run.code == 0, "\(run.output)\n\(run.errors)")
        for words in ["Inbox: ", "Cases with their deadlines", "Alerts that", "verified signature"] {
            #expect(run.output.contains(words), "\(run.output)")
        }
        #expect(!run.output.contains("\u{1B}["), "colours where there is no terminal")
        #expect(run.errors.isEmpty)
    }
}
