import Complaints
import Foundation

/// Times as people at the terminal read them, in the machine's zone.
enum Times {
    private static let zone = TimeZone.current

    /// `2026-11-22 17:05`.
    static func short(_ instant: Instant) -> String {
        let offset = zone.secondsFromGMT(
            for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
        let text = instant.rfc3339(offset: offset)
        return String(text.prefix(16)).replacing("T", with: " ")
    }

    /// The machine's zone, for times that were named in another: `UTC`.
    static var zoneName: String { zone.identifier == "GMT" ? "UTC" : zone.identifier }

    /// `2026-11-24 00:00 Europe/Warsaw`: as the calendar of a case has it.
    static func short(_ instant: Instant, in zone: Zone) -> String {
        let local = zone.local(instant)
        return "\(local.date) \(local.clockText) \(zone.name)"
    }

    static func short(_ instant: Instant?) -> String { instant.map { short($0) } ?? "-" }

    /// `in 3 h`, `2 d late`, `5 min ago`.
    static func distance(_ length: Duration) -> String {
        let seconds = abs(length.inMilliseconds / 1000)
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<7200: return "\(seconds / 60) min"
        case ..<172_800: return "\(seconds / 3600) h"
        default: return "\(seconds / 86_400) d"
        }
    }
}
