import Foundation

/// Shows a page where there is a display to show it on.
enum Browser {
    private static var environment: [String: String] { ProcessInfo.processInfo.environment }

    static var isThere: Bool {
        #if os(macOS)
            environment["SSH_CONNECTION"] == nil
        #else
            !(environment["DISPLAY"] ?? "").isEmpty || !(environment["WAYLAND_DISPLAY"] ?? "").isEmpty
        #endif
    }

    /// Only the addresses of pages: what a customer's page calls a link may name a program.
    /// - Returns: whether a browser was started.
    static func open(_ url: String) -> Bool {
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return false }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, url]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return (try? process.run()) != nil
    }

    private static var program: String {
        #if os(macOS)
            "open"
        #else
            // A list of programs separated by colons; the first will do.
            environment["BROWSER"]?.split(separator: ":").first.map(String.init) ?? "xdg-open"
        #endif
    }
}
