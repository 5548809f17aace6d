import Complaints
import Foundation
import TestSupport
import Testing

@testable import Monitor

@Suite struct ShippedModelTests {
    /// Where the program is taken to lie, in a prefix of its own with nothing else in it.
    struct Installation {
        let folder: TemporaryFolder
        var executable: URL { URL(fileURLWithPath: folder.path("prefix/bin/ombud")) }

        init() throws {
            folder = try TemporaryFolder()
            try put(Data(), at: "prefix/bin/ombud")
        }

        /// Without the symbolic links that a temporary folder may be reached by.
        func path(_ name: String) -> String {
            folder.url.resolvingSymlinksInPath().appending(path: name).standardizedFileURL.path
        }

        func put(_ data: Data, at name: String) throws {
            let url = URL(fileURLWithPath: folder.path(name))
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: url)
        }

        /// What is said when the model is looked for; nil when one is found whole.
        func fault() -> String? {
            do {
                _ = try ShippedModel.load(executable: executable)
                return nil
            } catch {
                return error.description
            }
        }
    }

    static let whole = try? Data(contentsOf: ShippedModelFile.url)
    static let advice = "install Ombud again, or run `make model`"

    @Test func `without a model it says where it looked and what to do`() throws {
        let installation = try Installation()
        let fault = try #require(installation.fault())
        #expect(fault.hasPrefix("there is no model of complaints: "))
        #expect(fault.contains(installation.path("prefix/bin/complaints.model")))
        #expect(fault.contains(installation.path("prefix/share/ombud/complaints.model")))
        #expect(fault.hasSuffix(Self.advice))
    }

    @Test(
        arguments: [
            "prefix/bin/ombud_ombud.resources/complaints.model", "prefix/bin/complaints.model",
            "prefix/share/ombud/complaints.model", "prefix/Sources/ombud/Model/complaints.model",
            "Sources/ombud/Model/complaints.model",
        ])
    func `it is found in every place it may come in`(place: String) throws {
        let installation = try Installation()
        try installation.put(try #require(Self.whole), at: place)
        #expect(installation.fault() == nil)
    }

    @Test func `the one beside the program is taken, not that of a checkout around it`() throws {
        let installation = try Installation()
        try installation.put(try #require(Self.whole), at: "prefix/bin/complaints.model")
        try installation.put(Data("no model".utf8), at: "Sources/ombud/Model/complaints.model")
        #expect(installation.fault() == nil)
    }

    @Test func `a link to the program leads to what lies beside the program`() throws {
        let installation = try Installation()
        try installation.put(try #require(Self.whole), at: "prefix/share/ombud/complaints.model")
        let link = installation.folder.path("ombud")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: installation.executable.path)
        _ = try ShippedModel.load(executable: URL(fileURLWithPath: link))
    }

    @Test(
        arguments: [
            (Damage.byte(4096), "is damaged: its checksum does not fit its bytes"),
            (.byte(3_000_000), "is damaged: its checksum does not fit its bytes"),
            (.cut(1_000_000), "has 1000000 bytes where its head states "),
            (.cut(0), "is not a model of complaints"),
            (.cut(100), "is not a model of complaints"), (.other, "is not a model of complaints"),
        ])
    func `a damaged model is refused by name, with what is wrong and what to do`(
        damage: Damage, what: String
    ) throws {
        let installation = try Installation()
        try installation.put(damage.done(to: try #require(Self.whole)), at: "prefix/bin/complaints.model")
        let fault = try #require(installation.fault())
        let path = installation.path("prefix/bin/complaints.model")
        #expect(fault.hasPrefix("the model of complaints \(path) \(what)"))
        #expect(fault.hasSuffix("; \(Self.advice)"))
    }

    enum Damage {
        case byte(Int), cut(Int), other

        func done(to data: Data) -> Data {
            switch self {
            case .byte(let at):
                var data = data
                data[at] ^= 1
                return data
            case .cut(let count): return data.prefix(count)
            case .other: return Data(String(repeating: "no model, but long enough ", count: 40).utf8)
            }
        }
    }

    @Test func `what cannot be read is no model, and says so`() throws {
        let installation = try Installation()
        let path = installation.folder.path("prefix/bin/complaints.model")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let fault = try #require(installation.fault())
        #expect(fault.contains("complaints.model cannot be read: Is a directory"))
        #expect(fault.hasSuffix(Self.advice))
    }

    @Test func `a mapped model judges as one read into memory does`() throws {
        let mapped = Scorer(try ShippedModel.load(path: ShippedModelFile.url.path))
        let read = Scorer(ShippedModelFile.model)
        for text in ["The courier lost my parcel and nobody answers.", "Świetna obsługa, polecam!", ""] {
            #expect(mapped.score(text) == read.score(text))
        }
        #expect(mapped.model == read.model)
    }
}
