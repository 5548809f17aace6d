import Complaints
import Foundation
import Testing

@testable import Settings

/// When bursts are looked for: said once for all, or for one watchlist.
struct IncidentSettingsTests {
    @Test(
        arguments: [
            ("", nil, IncidentSettings.usual, nil),
            ("incidents: off", nil, IncidentSettings(isOn: false, atLeast: 5), nil),
            ("incidents: { at-least: 9 }", nil, IncidentSettings(isOn: true, atLeast: 9), nil),
            (
                "incidents: { at-least: 9 }", "incidents: { enabled: false }",
                IncidentSettings(isOn: true, atLeast: 9), IncidentSettings(isOn: false, atLeast: 9)
            ),
            (
                "incidents: off", "incidents: on", IncidentSettings(isOn: false, atLeast: 5),
                IncidentSettings(isOn: true, atLeast: 5)
            ),
        ] as [(String, String?, IncidentSettings, IncidentSettings?)])
    func `a watchlist says otherwise than ombud.yaml`(
        root: String, watchlist: String?, all: IncidentSettings, own: IncidentSettings?
    ) throws {
        let folder = try ConfigFolder(["ombud.yaml": root])
        let text =
            "subject: Acme\n\(watchlist ?? "")\nsources:\n- name: a\n  url: https://a.example/\n  every: 1h\n"
        try folder.write("watchlists/acme.yaml", Data(text.utf8))
        let configuration = try folder.load(environment: [:])
        #expect(configuration.incidents == all)
        #expect(configuration.watchlists.first?.incidents == own)
    }
}
