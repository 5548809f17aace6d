import ArgumentParser
import Foundation
import Testing

@testable import ombud

/// What the documentation shows can be typed: every command, every option is there.
@Suite struct DocumentCommandTests {
    @Test(arguments: Document.all)
    func `every command of a page can be typed`(page: Document) {
        for call in page.calls {
            if let fault = Self.fault(of: call) { Issue.record("\(call): \(fault)") }
        }
    }

    @Test func `the pages show commands, and a wrong one is found`() {
        #expect(Document.all.flatMap(\.calls).count > 150)
        for wrong in [
            ["case", "lst"], ["case", "list", "--oner", "me"], ["frobnicate"],
            ["report", "on-time", "--by", "moon"],
        ] {
            #expect(Self.fault(of: .init(place: "here", arguments: wrong)) != nil, "\(wrong)")
        }
        #expect(Self.fault(of: .init(place: "here", arguments: ["case", "take"])) != nil)
        #expect(Self.fault(of: .init(place: "here", arguments: ["case", "take"], isMention: true)) == nil)
    }

    /// nil when it can be typed as it stands.
    private static func fault(of call: Document.Call) -> String? {
        let arguments = CaseTag.spelledOut(call.arguments)
        do {
            let command = try Ombud.parseAsRoot(arguments)
            // A group alone prints its help: only right where it is named.
            if type(of: command).configuration.subcommands.isEmpty || call.isMention { return nil }
            return call.arguments.contains("--help") ? nil : "a command is missing"
        } catch {
            if Ombud.exitCode(for: error) == .success { return nil }
            let message = Ombud.message(for: error)
            guard call.isMention else { return message }
            // Only named, or with a name in capitals where people write something of their own.
            let isNamed = message.contains("Missing expected argument") || message.contains("Missing one of")
            let stands = call.arguments.contains { word in
                word.count > 1 && word.allSatisfy { $0.isUppercase || $0 == "." || $0 == "-" }
                    && message.contains(word)
            }
            return isNamed || stands ? nil : message
        }
    }
}
