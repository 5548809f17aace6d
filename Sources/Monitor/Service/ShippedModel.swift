import Complaints
import Foundation

/// Finds the model of complaints that came with the program, proves it whole, and maps it.
public enum ShippedModel {
    /// Why there is no model to judge with.
    public struct Missing: Error, CustomStringConvertible {
        public var description: String
    }

    public static let fileName = "complaints.model"

    /// Maps the first file there is; its pages are read when a text is judged.
    public static func load(executable: URL = ownExecutable) throws(Missing) -> ComplaintModel {
        let places = places(for: executable)
        guard let path = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw Missing(
                description:
                    "there is no model of complaints: \(places.joined(separator: ", ")) are not there; "
                    + "install Ombud again, or run `make model`")
        }
        return try load(path: path)
    }

    public static func load(path: String) throws(Missing) -> ComplaintModel {
        let fault: String
        do {
            return try map(path)
        } catch let found as ModelFault {
            fault = found.description
        } catch {
            fault = "cannot be read: \(error)"
        }
        throw Missing(
            description: "the model of complaints \(path) \(fault); install Ombud again, or run `make model`")
    }

    /// Beside the program, in the share of its prefix, in the checkout it was built in.
    static func places(for executable: URL) -> [String] {
        let folder = executable.resolvingSymlinksInPath().deletingLastPathComponent()
        var places = [
            folder.appending(path: "ombud_ombud.resources/\(fileName)"), folder.appending(path: fileName),
            folder.deletingLastPathComponent().appending(path: "share/ombud/\(fileName)"),
        ]
        var parent = folder
        for _ in 0..<6 where parent.path != "/" {
            parent.deleteLastPathComponent()
            let checkout = parent.appending(path: "Sources/ombud/Model/\(fileName)")
            if FileManager.default.fileExists(atPath: checkout.path) { places.append(checkout) }
        }
        return places.map { $0.standardizedFileURL.path }
    }

    public static var ownExecutable: URL {
        #if os(Linux)
            if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
                return URL(fileURLWithPath: path)
            }
        #endif
        return Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    }

    private struct SystemFailure: Error, CustomStringConvertible {
        var description = String(cString: strerror(errno))
    }

    /// The checksum is taken by reading, so that no page of the mapping is touched before it is needed.
    private static func map(_ path: String) throws -> ComplaintModel {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw SystemFailure() }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SystemFailure() }
        let size = Int(status.st_size)
        try verify(file, size: size)
        guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), address != MAP_FAILED else {
            throw SystemFailure()
        }
        // unsafe: the mapping has `size` bytes, is only read, and ends when the last user lets go of it.
        let bytes = ModelBytes(UnsafeRawBufferPointer(start: address, count: size)) { mapped in
            munmap(UnsafeMutableRawPointer(mutating: mapped.baseAddress), mapped.count)
        }
        return try ComplaintModel(bytes)
    }

    private static func verify(_ file: Int32, size: Int) throws {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
        defer { room.deallocate() }
        func read(at offset: Int, _ count: Int) throws -> UnsafeRawBufferPointer {
            var got = 0
            while got < count {
                let found = pread(file, room.baseAddress.map { $0 + got }, count - got, off_t(offset + got))
                if found < 0, errno == EINTR { continue }
                guard found >= 0 else { throw SystemFailure() }
                if found == 0 { break }
                got += found
            }
            return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room).prefix(got))
        }
        let header = try ModelHeader(read(at: 0, min(size, ModelHeader.size)), fileSize: size)
        var checksum = ModelChecksum()
        var offset = ModelHeader.size
        while offset < size {
            let piece = try read(at: offset, min(room.count, size - offset))
            guard !piece.isEmpty else { throw ModelFault.cutOff(found: offset, stated: size) }
            checksum.add(piece)
            offset += piece.count
        }
        guard checksum.value == header.checksum else { throw ModelFault.damaged }
    }
}
