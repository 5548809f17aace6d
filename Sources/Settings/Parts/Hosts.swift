/// What kind of place a host name is, as far as the name itself tells.
import Complaints

/// Hosts that never leave the machine.
func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host.hasSuffix(".localhost") { return true }
    return IPAddress(host)?.addressClass == .loopback
}

/// Whether somebody else may run it: neither an address of ours nor a name that is reserved for examples,
/// tests and private networks (RFC 2606, RFC 6761, RFC 6762).
func isSomebodys(_ host: String) -> Bool {
    if let address = IPAddress(host) { return address.addressClass == .global }
    let labels = host.split(separator: ".")
    guard labels.count > 1, let top = labels.last else { return false }
    if ["localhost", "test", "example", "invalid", "local", "internal", "arpa"].contains(top) {
        return false
    }
    return !(labels[labels.count - 2] == "example" && ["com", "net", "org"].contains(top))
}
