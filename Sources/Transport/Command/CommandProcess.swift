import CSpawn
import Foundation

/// One running program: its process group and the pipes that lead here. Descriptors and the process
/// stay in this file.
struct CommandProcess {
    enum Ended: Hashable, Sendable {
        case exited(Int)
        case killed(signal: Int)
    }

    /// What a program must not be able to fill the disk with.
    private static let fileBytes: UInt64 = 1 << 30
    /// Enough for a browser.
    private static let descriptors: UInt64 = 4096

    private let id: pid_t
    let output: PipeEnd
    let errors: PipeEnd

    /// Starts the program in `folder`; to be called on a thread that lives longer than the program.
    init(
        _ line: CommandLine, environment: [String], input: [UInt8] = [], folder: String
    ) throws(CommandFailure.Reason) {
        let (inputEnd, inputWriter) = try Self.filled(with: input)
        guard let (output, outputEnd) = PipeEnd.pair(), let (errors, errorsEnd) = PipeEnd.pair() else {
            throw .notStarted(Self.words(errno))
        }
        var fault = ombud_spawn_fault()
        let arguments = line.arguments.map { strdup($0) } + [nil]
        let environment = environment.map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        // Every pointer below is alive until ombud_spawn has returned, which keeps none; so are the ends
        // of the pipes, which are closed here right after.
        defer { withExtendedLifetime((inputEnd, inputWriter, outputEnd, errorsEnd)) {} }
        let child = line.program.withCString { path in
            folder.withCString { folder in
                arguments.withUnsafeBufferPointer { arguments in
                    environment.withUnsafeBufferPointer { environment in
                        var program = ombud_program(
                            path: path, arguments: arguments.baseAddress,
                            environment: environment.baseAddress, folder: folder,
                            input: inputEnd?.number ?? -1, output: outputEnd.number, errors: errorsEnd.number,
                            file_bytes: Self.fileBytes, descriptors: Self.descriptors)
                        return ombud_spawn(&program, &fault)
                    }
                }
            }
        }
        guard child > 0 else {
            let why = Self.words(fault.number)
            let isMissing =
                fault.step == Int32(OMBUD_SPAWN_EXECUTE.rawValue)
                && [ENOENT, EACCES, ENOTDIR, EISDIR, ELOOP, ENOEXEC].contains(fault.number)
            throw isMissing ? .missing(why) : .notStarted(why)
        }
        id = child
        self.output = output
        self.errors = errors
    }

    /// A pipe that holds the input already, so that nobody has to write while the program runs; nil for
    /// none. The writing end is closed once the program has its own.
    private static func filled(
        with input: [UInt8]
    ) throws(CommandFailure.Reason) -> (read: PipeEnd?, write: PipeEnd?) {
        guard !input.isEmpty else { return (nil, nil) }
        guard let (read, write) = PipeEnd.pair(nonBlockingWrite: true) else {
            throw .notStarted(words(errno))
        }
        // The program must find its input as programs expect it, waiting for what is to come.
        _ = fcntl(read.number, F_SETFL, 0)
        guard write.fill(input) else { throw .notStarted("its input of \(input.count) bytes is too long") }
        return (read, write)
    }

    /// Whether the program itself has ended. It stays a zombie until `reap`, so that its number, which
    /// names the group, is not given to another.
    func hasEnded() -> Bool {
        var info = siginfo_t()
        let result = waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT)
        return result != 0 ? errno != EINTR : info.si_signo != 0
    }

    /// To the program and everything it started that stayed in its group.
    func signal(_ number: Int32) { kill(-id, number) }

    /// Kills what is left of the group and takes the program off the process table; after `hasEnded`,
    /// once.
    func reap() -> Ended {
        kill(-id, SIGKILL)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            // ECHILD: somebody ignores SIGCHLD, and how the program ended is not known.
            if errno != EINTR { return .killed(signal: 0) }
        }
        let signal = status & 0x7F
        return signal == 0 ? .exited(Int(status >> 8 & 0xFF)) : .killed(signal: Int(signal))
    }

    private static func words(_ number: Int32) -> String { String(cString: strerror(number)) }
}

/// One end of a pipe; closed when it is dropped.
final class PipeEnd: Sendable {
    enum Got {
        case bytes(Int)
        case nothingYet
        case end
    }

    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close(number) }

    /// The end to read from, which never blocks, and the end to write to; neither outlives an exec.
    static func pair(nonBlockingWrite: Bool = false) -> (read: PipeEnd, write: PipeEnd)? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        // A program must find its own end as it expects it.
        if nonBlockingWrite { _ = fcntl(ends[1], F_SETFL, O_NONBLOCK) }
        return (PipeEnd(ends[0]), PipeEnd(ends[1]))
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Got {
        while true {
            let count = Foundation.read(number, buffer.baseAddress, buffer.count)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .end }
            if errno == EINTR { continue }
            return errno == EAGAIN ? .nothingYet : .end
        }
    }

    /// Whether all of it found room at once.
    func fill(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { room in
            var sent = 0
            while sent < room.count {
                // No more than `room.count` bytes from its start are read.
                let count = write(number, room.baseAddress?.advanced(by: sent), room.count - sent)
                if count > 0 { sent += count } else if errno != EINTR { return false }
            }
            return true
        }
    }

    /// Makes a poll on the other end return; a full pipe has done so already.
    func wake() {
        var byte: UInt8 = 1
        _ = write(number, &byte, 1)
    }
}
