/// How `incidents` is written: `off`, or a map; the same in `ombud.yaml` and in a watchlist.
import Complaints

extension Section {
    /// nil where nothing is said. What a map leaves out is as in `usual`.
    func incidents(from usual: IncidentSettings) -> IncidentSettings? {
        guard let node = node("incidents"), !node.isNull else { return nil }
        guard case .map = node.value else {
            guard let text = scalar("incidents", wanted: "on, off or a map") else { return nil }
            switch text.lowercased() {
            case "off", "false", "no": return IncidentSettings(isOn: false, atLeast: usual.atLeast)
            case "on", "true", "yes": return IncidentSettings(isOn: true, atLeast: usual.atLeast)
            default:
                fault(
                    "incidents",
                    "`incidents` is `\(text)`; off, on, or a map such as `{ at-least: 8 }` is wanted")
                return nil
            }
        }
        guard let map = Section(node, .incidents, in: document) else { return nil }
        return IncidentSettings(
            isOn: map.fact("enabled") ?? usual.isOn,
            atLeast: map.count("at-least", in: 3...10_000) ?? usual.atLeast)
    }
}
