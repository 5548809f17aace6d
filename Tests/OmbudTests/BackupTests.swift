import Demo
import Foundation
import Storage
import TestSupport
import Testing

@testable import SQLiteStorage

/// `ombud backup` and `ombud restore` as an operator meets them.
@Suite(.timeLimit(.minutes(5)))
struct BackupTests {
    @Test func `a backup made while the daemon serves, with evidence, is put back and served again`()
        async throws
    {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            let isDelivered = await place.receiver.wait(atMost: .seconds(60)) { deliveries in
                deliveries.contains { $0.text.contains("ombud.case.opened") }
            }
            #expect(isDelivered, "\(daemon.logged)")
            // Nobody beside the owner and the group reads what customers wrote.
            let archive = place.config.appending(path: "evidence").path
            let pages = try FileManager.default.contentsOfDirectory(atPath: archive).map {
                archive + "/" + $0
            }
            for path in [
                place.database.path, place.database.path + "-wal", place.database.path + ".lock", archive,
            ]
                + pages
            {
                #expect(try mode(of: path) & 0o007 == 0, "\(path)")
            }
            #expect(try mode(of: place.database.path + ".ballast") == 0o600)
            let file = place.folder.path("copy.db")
            let run = try await place.run("backup", file, "--evidence", "--json", "--as", "ola")
            #expect(run.code == 0, "\(run.errors)")
            let made = try #require(try run.objects().first)
            let (mentions, sha256) = (try #require(made["mentions"] as? Int), made["sha256"] as? String)
            #expect(mentions > 0)
            #expect(made["schema"] as? Int == Migration.latest)
            let evidence = try #require(made["evidence"] as? [String: Any])
            #expect(evidence["faults"] as? Int == 0)
            #expect(try #require(evidence["records"] as? Int) > 0)
            #expect(try mode(of: file) == 0o600)
            #expect(try mode(of: file + ".evidence") == 0o700)
            #expect(!FileManager.default.fileExists(atPath: file + ".partial"))

            let again = try await place.run("backup", file)
            #expect(again.code == 1)
            #expect(again.errors.contains("is there already and is not overwritten"))
            let list = try await place.run("backup", "--list", "--json").objects()
            #expect(list.map { $0["sha256"] as? String } == [sha256])
            #expect(list.first?["by"] as? String == "ola")

            // While the daemon runs, and while a store is there, nothing is put back.
            let served = try await place.run("restore", file)
            #expect(served.code == 1)
            #expect(served.errors.contains("is not overwritten"))
            let elsewhere = place.config.appending(path: "moved.db")
            #expect(await daemon.stop() == 0)
            for suffix in ["", "-wal", "-shm"] where exists(place.database.path + suffix) {
                try FileManager.default.moveItem(
                    atPath: place.database.path + suffix, toPath: elsewhere.path + suffix)
            }
            try FileManager.default.moveItem(
                at: place.config.appending(path: "evidence"), to: place.config.appending(path: "old"))
            let restored = try await place.run("restore", file, "--evidence", "--json")
            #expect(restored.code == 0, "\(restored.errors)")
            #expect(try restored.objects().first?["mentions"] as? Int == mentions)
            let doctor = try await place.run("doctor", "--evidence")
            #expect(doctor.output.contains("all as archived"), "\(doctor.output)")
            let audit = try await place.run("audit", "list", "--json").objects()
            #expect(audit.first?["command"] as? String == "restore")

            let second = try await place.serve()
            #expect(await second.stop() == 0)
            let after = try await place.run("mention", "list", "--json").objects()
            #expect(after.count >= mentions)
        }
    }

    @Test func `a daemon that starts on an empty place keeps a restore away`() async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            let file = place.folder.path("copy.db")
            #expect(try await place.run("backup", file).code == 0)
            // The lock alone says that somebody works here.
            for suffix in ["", "-wal", "-shm"] where exists(place.database.path + suffix) {
                try FileManager.default.removeItem(atPath: place.database.path + suffix)
            }
            let run = try await place.run("restore", file)
            #expect(run.code == 75)
            #expect(run.errors.contains("stop it first"))
            daemon.child.signal(SIGKILL)
            _ = await daemon.child.ended()
        }
    }

    @Test func `what is no backup is refused by its kind`() async throws {
        try await Workplace.with { place in
            func restore(_ bytes: [UInt8]) async throws -> Program.Run {
                let file = place.folder.path("x-\(UUID().uuidString)")
                try Data(bytes).write(to: URL(fileURLWithPath: file))
                return try await place.run("restore", file)
            }
            let text = try await restore(Array("hello".utf8))
            #expect(text.code == 65)
            #expect(text.errors.contains("is no backup"))
            let empty = try await restore([])
            #expect(empty.code == 65)
            let missing = try await place.run("restore", "/nonexistent/file")
            #expect(missing.code == 1)
            let folder = try await place.run("restore", place.folder.url.path)
            #expect(folder.code == 65)
            let cut = try await restore(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 5000))
            #expect(cut.code == 65, "\(cut.errors)")
            for suffix in ["", ".partial", ".lock"] { #expect(!exists(place.database.path + suffix)) }
            let none = try await place.run("backup", place.folder.path("b.db"))
            #expect(none.code == 69)
            #expect(none.errors.contains("ombud serve"))
        }
    }

    @Test func `a backup of an earlier schema is brought up to date, one of a later is refused`() async throws
    {
        try await Workplace.with { place in
            let (old, new) = (place.folder.path("old.db"), place.folder.path("new.db"))
            try await SQLiteStore(path: old, now: ManualTime.monday, schema: 3).close()
            let later = try SQLiteStore(path: new, now: ManualTime.monday)
            try await later.write { _ = try $0.execute("INSERT INTO migration VALUES (99, 1)") }
            try await later.close()
            let refused = try await place.run("restore", new)
            #expect(refused.code == 65)
            #expect(refused.errors.contains("made by a newer Ombud"))
            let restored = try await place.run("restore", old, "--json")
            #expect(restored.code == 0, "\(restored.errors)")
            #expect(try restored.objects().first?["from_schema"] as? Int == 3)
            #expect(try await place.run("doctor").output.contains("schema \(Migration.latest)"))
            #expect(try mode(of: place.database.path) & 0o007 == 0)
        }
    }

    @Test func `what a killed backup left is taken over, and nothing half stands under the name`()
        async throws
    {
        try await Workplace.with { place in
            #expect(try await place.run("poll").code == 0)
            let file = place.folder.path("copy.db")
            try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: file + ".partial"))
            #expect(try await place.run("backup", file).code == 0)
            #expect(!exists(file + ".partial"))
            let nowhere = try await place.run("backup", "/nonexistent/folder/copy.db")
            #expect(nowhere.code == 69)
            // A device that is always full.
            if exists("/dev/full") {
                let full = place.folder.path("full.db")
                try FileManager.default.createSymbolicLink(
                    atPath: full + ".partial", withDestinationPath: "/dev/full")
                #expect(try await place.run("backup", full).code == 69)
                #expect(!exists(full))
            }
        }
    }

    @Test func `a copy that finds no room says so and leaves nothing`() async throws {
        try await Workplace.with { place in
            #expect(try await place.run("poll").code == 0)
            let copy = place.folder.path("copy.db")
            // What the disk has no room for, the process may not write, whoever it is run by.
            let script = "ulimit -f 64; trap '' XFSZ; exec \"$0\" \"$@\""
            let run = try await Program.run(
                ["-c", script, Program.url.path, "backup", copy, "--config", place.config.path],
                by: URL(fileURLWithPath: "/bin/sh"))
            #expect(run.code == 69, "\(run.errors)")
            #expect(run.errors.contains(copy), "\(run.errors)")
            for suffix in ["", ".partial", ".partial-journal"] { #expect(!exists(copy + suffix)) }
            #expect(try await place.run("backup", copy).code == 0)
            // The same of what is put back.
            for suffix in ["", "-wal", "-shm", ".lock"] { unlink(place.database.path + suffix) }
            let back = try await Program.run(
                ["-c", script, Program.url.path, "restore", copy, "--config", place.config.path],
                by: URL(fileURLWithPath: "/bin/sh"))
            #expect(back.code == 69, "\(back.errors)")
            for suffix in ["", ".partial", ".lock"] { #expect(!exists(place.database.path + suffix)) }
        }
    }

    @Test func `an empty file is no store: nothing is said to be done in it`() async throws {
        try await Workplace.with { place in
            try Data().write(to: place.database)
            for arguments in [["alert", "disable", "desk"], ["backup", place.folder.path("b.db")]] {
                let run = try await Program.run(arguments + ["--config", place.config.path])
                #expect(run.code == 69, "\(run.output)\(run.errors)")
                #expect(run.errors.contains("there is no store"))
            }
        }
    }

    @Test func `every act leaves a line in the audit; looking leaves none`() async throws {
        try await Workplace.with { place in
            let poll = try await place.run("poll")
            #expect(poll.code == 0, "\(poll.errors)")
            _ = try await place.run("case", "list")
            #expect(try await place.run("audit", "list", "--json").objects().isEmpty)
            let cases = try await place.run("case", "list", "--json").objects()
            let id = try #require(cases.first?["id"] as? Int)
            _ = try await place.run("case", "take", "\(id)", "--as", "ola")
            _ = try await place.run("case", "note", "\(id)", "she called twice", "--as", "bo")
            _ = try await place.run("export", "cases", "--csv", "--as", "bo")
            _ = try await place.run("case", "hold", "\(id)", "--why", "court", "--as", "eva")
            // Refused: nothing was changed.
            _ = try await place.run("case", "take", "999", "--as", "ola")
            let lines = try await place.run("audit", "list", "--json").objects()
            #expect(
                lines.map { "\($0["who"] ?? "") \($0["command"] ?? "")" } == [
                    "eva case hold", "bo export cases", "bo case note", "ola case take",
                ])
            #expect(lines.last?["subject"] as? String == "case/\(id)")
            let of = try await place.run("audit", "list", "--json", "--case", "\(id)", "--who", "bo")
                .objects()
            #expect(of.count == 1)
            // What was said is not in it.
            #expect(!"\(lines)".contains("called twice"))
            let none = try await place.run("audit", "list", "--case", "99999")
            #expect(none.code == 1 && none.errors.contains("there is no case #99999"))
        }
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private func mode(of path: String) throws -> Int {
        let found = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(found[.posixPermissions] as? NSNumber).intValue
    }
}
