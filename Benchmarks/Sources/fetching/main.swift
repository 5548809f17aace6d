/// Asks for every address of a file, so many at a time, with one header line, and prints requests a second.
///
///     fetching FILE-OF-ADDRESSES AT-ONCE "If-Modified-Since: ..."
import Complaints
import Foundation
import Transport

let arguments = CommandLine.arguments
guard arguments.count == 4, let atOnce = Int(arguments[2]),
    let text = try? String(contentsOfFile: arguments[1], encoding: .utf8)
else {
    print("usage: fetching FILE-OF-ADDRESSES AT-ONCE HEADER")
    exit(64)
}
let urls = text.split(separator: "\n").map(String.init)
let header = arguments[3].split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
let client = HTTPClient()

/// nil for what was not answered with 304.
@Sendable func fetch(_ url: String) async -> Int? {
    let request = WebRequest(
        url: url, headers: [(header[0], header[1])], addresses: AddressPolicy(allowsPrivate: true),
        userAgent: "Ombud/1.0 (+https://bench.example/contact)")
    let response = try? await client.send(request)
    return response.flatMap { $0.status == 304 ? $0.status : nil }
}

let start = ContinuousClock.now
let unchanged = await withTaskGroup(of: Int?.self) { group in
    var rest = urls[...]
    for _ in 0..<min(atOnce, urls.count) {
        if let url = rest.popFirst() { group.addTask { await fetch(url) } }
    }
    var count = 0
    for await status in group {
        if status != nil { count += 1 }
        if let url = rest.popFirst() { group.addTask { await fetch(url) } }
    }
    return count
}
let took = ContinuousClock.now - start
let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
print("\(unchanged) \(Double(urls.count) / seconds)")
