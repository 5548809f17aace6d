/// The folders and files that people edit, as names and bytes.
import Foundation

enum Files {
    /// Why a file gives no bytes, ready to follow its name in a sentence.
    enum Failure: Error {
        case missing, isFolder, notRegular, forbidden, tooLarge(Int), other(String)

        var why: String {
            switch self {
            case .missing: "is not there"
            case .isFolder: "is a folder; a file is wanted"
            case .notRegular: "is no regular file"
            case .forbidden: "cannot be read by this user; check its owner and mode"
            case .tooLarge(let most): "has more than \(most) bytes"
            case .other(let reason): "cannot be read: \(reason)"
            }
        }
    }

    static func read(_ file: URL, atMost most: Int) throws(Failure) -> Data {
        let path = file.path
        var status = stat()
        guard stat(path, &status) == 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .missing
            case EACCES: throw .forbidden
            case let code: throw .other(String(cString: strerror(code)))
            }
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .isFolder
        default: throw .notRegular
        }
        guard status.st_size <= most else { throw .tooLarge(most) }
        guard access(path, R_OK) == 0 else { throw .forbidden }
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .other(error.localizedDescription)
        }
    }

    static func isReadableByAll(_ file: URL) -> Bool {
        var status = stat()
        return stat(file.path, &status) == 0 && status.st_mode & S_IROTH != 0
    }

    static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The `.yaml` and `.yml` files of a folder by name, dot-files left out; none when there is no folder.
    static func yaml(in folder: URL) throws(Failure) -> [URL] {
        try files(in: folder) { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    }

    static func files(in folder: URL, named isWanted: (String) -> Bool) throws(Failure) -> [URL] {
        guard isFolder(folder) else { return [] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw access(folder.path, R_OK | X_OK) == 0 ? .other(error.localizedDescription) : .forbidden
        }
        return names.filter { !$0.hasPrefix(".") && isWanted($0) }.sorted()
            .map { folder.appending(path: $0) }
    }

    /// Foundation takes a base without a slash at its end for a file, and drops it: this one has the slash.
    static func folder(_ url: URL) -> URL {
        URL(fileURLWithPath: url.path, isDirectory: true).standardizedFileURL
    }

    /// A path as written; a relative one starts at `folder`, else at the working folder.
    static func url(_ path: String, from folder: URL?) -> URL {
        URL(fileURLWithPath: path, relativeTo: folder.map { Self.folder($0) }).absoluteURL.standardizedFileURL
    }

    /// As the user would type it: relative to the working folder when inside it.
    static func shown(_ url: URL) -> String {
        let path = url.standardizedFileURL.path
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardizedFileURL.path
        let prefix = here.hasSuffix("/") ? here : here + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
}
