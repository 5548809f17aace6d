import Foundation
import Monitor
import Testing
import TestSupport

/// The dashboard, the alert rules and the table in docs/operations.md name figures that there are.
struct MonitoringTests {
    private static let endings = ["_bucket", "_sum", "_count"]

    /// Everything that looks like a figure of ours or of the process.
    private func names(in text: String) -> Set<String> {
        Set(text.matches(of: /\b(ombud|process)_[a-z_]+\b/).map { String($0.output.0) })
    }

    private func metric(_ name: String) -> Metric? {
        Metric.all.first { metric in
            metric.name == name
                || metric.kind == .histogram && Self.endings.contains { metric.name + $0 == name }
        }
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Project.file(path), encoding: .utf8)
    }

    @Test func `every expression of the dashboard names a figure that there is`() throws {
        let data = try Data(contentsOf: Project.file("monitoring/dashboard.json"))
        let board = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let panels = try #require(board["panels"] as? [[String: Any]])
        #expect(panels.count > 20)
        var used: Set<String> = []
        for panel in panels {
            let targets = try #require(panel["targets"] as? [[String: Any]])
            #expect(!targets.isEmpty)
            for target in targets {
                let found = names(in: try #require(target["expr"] as? String))
                #expect(!found.isEmpty, "\(target)")
                for name in found { #expect(metric(name) != nil, "\(name)") }
                used.formUnion(found)
            }
        }
        for metric in Metric.all where metric.kind == .histogram {
            #expect(used.contains(metric.name + "_bucket"), "\(metric.name) is on no panel")
        }
    }

    @Test(arguments: ["monitoring/alerts.yaml", "monitoring/alerts-test.yaml"])
    func `every rule names a figure that there is`(path: String) throws {
        let found = names(in: try text(path))
        #expect(found.count > 10)
        for name in found { #expect(metric(name) != nil, "\(name)") }
    }

    @Test func `every rule is tested`() throws {
        let rules = try text("monitoring/alerts.yaml").matches(of: /- alert: (\w+)/).map {
            String($0.output.1)
        }
        let tests = try text("monitoring/alerts-test.yaml")
        for rule in rules { #expect(tests.contains("  - name: \(rule)\n"), "\(rule)") }
    }

    @Test(.enabled(if: tool("promtool") != nil, "promtool is not there"))
    func `the rules fire when they should and not before`() async throws {
        let promtool = try #require(tool("promtool"))
        let run = try await runTool(
            promtool, ["test", "rules", Project.file("monitoring/alerts-test.yaml").path])
        #expect(run.code == 0, "\(run.output)")
    }

    @Test func `docs/operations.md has every figure with its meaning`() throws {
        let guide = try text("docs/operations.md")
        for metric in Metric.all {
            let labels = metric.labels.isEmpty ? "" : metric.labels.map { "`\($0)`" }.joined(separator: ", ")
            #expect(
                guide.contains("| `\(metric.name)` | \(metric.kind.rawValue) | \(labels) | \(metric.help) |"),
                "| `\(metric.name)` | \(metric.kind.rawValue) | \(labels) | \(metric.help) |")
        }
    }
}
