import Demo
import Foundation
import TestSupport
import Testing

/// The pages hang together, and what they show is what runs.
@Suite struct DocumentTests {
    @Test(.disabled(if: GeneratedDocsTests.isWriting, "pages are being written"), arguments: Document.all)
    func `every link of a page leads somewhere`(page: Document) throws {
        let folder = Document.root.appending(path: page.path).deletingLastPathComponent()
        for match in page.text.matches(of: /\]\(([^)\s]+)\)/) {
            let target = String(match.1)
            guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
            let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            var text = page.text
            if !parts[0].isEmpty {
                let url = folder.appending(path: String(parts[0]))
                #expect(FileManager.default.fileExists(atPath: url.path), "\(target)")
                text = url.pathExtension == "md" ? (try? String(contentsOf: url, encoding: .utf8)) ?? "" : ""
            }
            guard parts.count == 2, !text.isEmpty else { continue }
            #expect(Self.anchors(of: text).contains(String(parts[1])), "\(target)")
        }
    }

    /// As the sites that show Markdown make them of headings.
    private static func anchors(of text: String) -> Set<String> {
        Set(
            text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
                String(
                    line.drop { $0 == "#" || $0 == " " }.lowercased().compactMap { sign in
                        sign == " " ? "-" : sign.isLetter || sign.isNumber || "-_".contains(sign) ? sign : nil
                    })
            })
    }

    @Test func `the index names every page`() throws {
        let index = try Document("docs/README.md").text
        for page in Document.all where page.path.hasPrefix("docs/") && page.path != "docs/README.md" {
            #expect(
                index.contains("](\(page.path.dropFirst(5))"), "docs/README.md does not name \(page.path)")
        }
    }

    @Test func `the code in the guide for consumers is that of the receivers which the tests run`() throws {
        let files = [
            "python": "receiver.py", "swift": "swift/Receiver.swift", "sh": "receiver.sh",
        ]
        var seen: Set<String> = []
        for block in try Document("docs/webhooks.md").blocks {
            guard let file = files[block.kind] else { continue }
            let code = try String(contentsOf: ReceiverProcess.folder.appending(path: file), encoding: .utf8)
            #expect(code.contains(block.text), "line \(block.line) of docs/webhooks.md is not in \(file)")
            seen.insert(file)
        }
        #expect(seen == Set(files.values))
    }

    @Test func `every event that a page shows fits its schema`() throws {
        var count = 0
        for page in Document.all {
            for block in page.blocks where block.kind == "json event" {
                let faults = SchemaCheck().faults(ofEvent: Array(block.text.utf8))
                #expect(faults == [], "\(page.path):\(block.line)")
                count += 1
            }
        }
        #expect(count >= 20)
    }

    /// As a newcomer types it, on a page of this machine in place of the one in the text.
    @Test func `the first watchlist can be typed from beginning to end`() async throws {
        let page = try Document("docs/first-watchlist.md")
        let site = try await ScriptedSite.start()
        let now = Date().formatted(.iso8601)
        site.put(
            "/acme",
            ListPage([
                ListPage.Review("r1", published: now),
                ListPage.Review("r2", author: "Jan Kos", published: now),
            ]))
        let folder = try TemporaryFolder()
        var script =
            "set -eu\nPATH='\(Program.url.deletingLastPathComponent().path)':$PATH\nunset OMBUD_USER\n"
        for block in page.blocks {
            switch block.kind {
            case "sh": script += "echo '+ line \(block.line)'\n" + block.text
            case "yaml":
                let path = try #require(block.lines.first.map { String($0.dropFirst(2)) })
                var text = block.text.replacing("https://reviews.example", with: site.url)
                if path.hasSuffix("ombud.yaml") {
                    text += "fetch: { allow-private: [\"127.0.0.0/8\"], per-host: { delay: 0s } }\n"
                }
                script += "cat > \(path) <<'END'\n\(text)END\n"
            default: Issue.record("a block of kind \(block.kind)")
            }
        }
        let run = try await shell(script, in: folder.url)
        await site.stop()
        #expect(run.status == 0, "\(run.output)")
        for words in ["m1", "#1", "answer"] { #expect(run.output.contains(words), "\(run.output)") }
    }

    private func shell(_ script: String, in folder: URL) async throws -> (status: Int32, output: String) {
        let (file, output) = (folder.appending(path: "script.sh"), folder.appending(path: "output"))
        try Data(script.utf8).write(to: file)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [file.path]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        let status = try await withCheckedThrowingContinuation {
            (done: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
        return (status, try String(contentsOf: output, encoding: .utf8))
    }
}
