import Complaints
import Foundation
import Testing

@testable import Settings

/// How long what is kept, as it is written.
struct RetentionSettingsTests {
    private static let day: Duration = .seconds(86_400)

    @Test(
        arguments: [
            ("", Retention()), ("retention:", Retention()),
            (
                "retention: { mentions: 1y, cases: 6y, evidence: keep, events: 90d, visits: 8w, audit: 36h }",
                Retention(
                    mentions: day * 365, cases: day * 2190, evidence: nil, events: day * 90, visits: day * 56,
                    audit: .seconds(36 * 3600))
            ),
            ("retention: { visits: keep }", Retention(visits: nil)),
        ] as [(String, Retention)])
    func `a length or keep, for each kind`(text: String, expected: Retention) throws {
        #expect(try ConfigFolder(["ombud.yaml": text]).load().retention == expected)
    }

    @Test(
        arguments: [
            Faulty(
                "retention: { mention: 1y }",
                "ombud.yaml:1:14: unknown key `mention` in `retention`; did you mean `mentions`?"),
            Faulty(
                "retention: { cases: 1h }",
                "ombud.yaml:1:21: `cases` is `1h`; a day is the least, or `keep`, which deletes nothing"),
            Faulty(
                "retention: { cases: forever }",
                "ombud.yaml:1:21: `cases` is `forever`; did you mean `keep`, which deletes nothing?"),
            Faulty(
                "retention: { cases: soon }",
                "ombud.yaml:1:21: `cases` is `soon`; a length such as 90d or 3y, or `keep`, is wanted"),
            Faulty(
                "retention: { cases: -3y }",
                "ombud.yaml:1:21: `cases` is `-3y`; a length such as 90d or 3y, or `keep`, is wanted"),
        ])
    func `what is wrong is told with its place`(faulty: Faulty) throws {
        #expect(try ConfigFolder(["ombud.yaml": faulty.text]).faults() == faulty.says)
    }

    @Test func `evidence that goes before the mentions it proves is a warning`() throws {
        let configuration = try ConfigFolder(["ombud.yaml": "retention: { mentions: 2y, evidence: 1y }"])
            .load()
        #expect(
            configuration.warnings.contains {
                $0.description.contains("the proof of a mention goes before it")
            })
    }
}
