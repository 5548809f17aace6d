import Foundation
import Storage
import TestSupport
import Testing

/// Who may use the store: in the service's folder its group, whoever made it and with whatever umask; never others.
@Suite(.timeLimit(.minutes(5)))
struct FileModeTests {
    private func mode(_ path: String) throws -> Int {
        let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        return try #require(found?.intValue) & 0o777
    }

    private func run(_ arguments: [String]) async throws -> Program.Run { try await Program.run(arguments) }

    @Test(arguments: [0o2770, 0o770, 0o700])
    func `a store has its folder's mode, made by a poll or put back`(folderMode: Int) async throws {
        try await Workplace.with { place in
            let folder = place.folder.path("state")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            #expect(chmod(folder, mode_t(folderMode)) == 0)
            // Elsewhere the umask of who made it has its say.
            let isShared = folderMode == 0o2770
            let isRight: (Int) -> Bool = { isShared ? $0 == 0o660 : $0 & 0o007 == 0 }
            let (store, back) = (folder + "/o.db", folder + "/back.db")
            let config = ["--config", place.config.path]
            #expect(try await run(["poll", "--store", "sqlite:" + store] + config).code == 0)
            #expect(isRight(try mode(store)))
            let copy = place.folder.path("copy.db")
            #expect(try await run(["backup", copy, "--store", "sqlite:" + store] + config).code == 0)
            #expect(try mode(copy) == 0o600)
            #expect(try await run(["restore", copy, "--store", "sqlite:" + back] + config).code == 0)
            #expect(isRight(try mode(back)))
            #expect(isRight(try mode(back + ".lock")))
            // SQLite's side files follow.
            let reading = try await run(["case", "list", "--store", "sqlite:" + back] + config)
            #expect(reading.code == 0)
            for side in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: back + side) {
                #expect(isRight(try mode(back + side)))
            }
            #expect(StoreFiles.areShared(at: back) == isShared)
        }
    }

    @Test(arguments: [false, true])
    func `in the service's folder the group writes the evidence, from the first file on`(
        isThere: Bool
    ) async throws {
        try await Workplace.with { place in
            let folder = place.config.appending(path: "evidence").path
            #expect(chmod(place.config.path, 0o2770) == 0)
            if isThere { #expect(mkdir(folder, 0o700) == 0) }
            #expect(try await place.run("poll").code == 0)
            #expect(try mode(folder) == 0o770)
            var info = stat()
            #expect(stat(folder, &info) == 0 && info.st_mode & S_ISGID != 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { folder + "/" + $0 }
            let first = try #require(files.first)
            for file in files { #expect(try mode(file) == 0o660, "\(file)") }
            let words = "the group cannot write"
            #expect(try await !place.run("doctor").output.contains(words))
            // A check that tells of each, and of both.
            for (path, lacking) in [(first, 0o640), (folder, 0o2750)] {
                #expect(chmod(path, mode_t(lacking)) == 0)
                let doctor = try await place.run("doctor")
                #expect(doctor.output.contains("\(words) \(path)"), "\(doctor.output)")
                #expect(chmod(path, path == folder ? 0o2770 : 0o660) == 0)
            }
        }
    }
}
