import Foundation
import Synchronization

@testable import ombud

/// A terminal for the built program: types keys into it, and shows what a person would see.
final class PseudoTerminal: Sendable {
    private let master: Int32
    private let slave: Int32
    private let screen: Mutex<TerminalPicture>
    private let process: Process

    /// - Parameter size: columns and rows.
    init(_ arguments: [String], size: (Int, Int) = (80, 24), environment: [String: String] = [:]) throws {
        (master, slave) = try Self.openPair()
        for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        screen = Mutex(TerminalPicture(columns: size.0, rows: size.1))
        Self.set(size, of: slave)
        process = Process()
        process.executableURL = Program.url
        process.arguments = arguments
        var all = ProcessInfo.processInfo.environment
        for name in ["OMBUD_CONFIG", "OMBUD_USER", "NOTIFY_SOCKET", "DISPLAY", "WAYLAND_DISPLAY", "BROWSER"] {
            all[name] = nil
        }
        all["TERM"] = "xterm-256color"
        // Swift's own report of a crash would ask at the terminal what to do.
        all["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = all.merging(environment) { _, new in new }
        let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = terminal
    }

    private static func openPair() throws -> (master: Int32, slave: Int32) {
        #if os(Linux)
            // What unlockpt and ptsname do, which Glibc's module leaves out.
            let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            var (locked, number): (Int32, Int32) = (0, 0)
            guard master >= 0, ioctl(master, UInt(0x4004_5431), &locked) == 0,
                ioctl(master, UInt(0x8004_5430), &number) == 0
            else { throw POSIXError(.ENOTTY) }
            let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        #else
            let master = posix_openpt(O_RDWR | O_NOCTTY)
            guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
                throw POSIXError(.ENOTTY)
            }
            let slave = open(String(cString: name), O_RDWR | O_NOCTTY)
        #endif
        guard slave >= 0 else { throw POSIXError(.ENOTTY) }
        return (master, slave)
    }

    func start() throws {
        try process.run()
        let thread = Thread { [weak self, master] in
            var bytes = [UInt8](repeating: 0, count: 8192)
            while true {
                let count = read(master, &bytes, bytes.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                guard let self else { return }
                self.screen.withLock { $0.take(bytes[..<count]) }
            }
        }
        thread.start()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        close(slave)
        close(master)
    }

    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// As a window is made larger or smaller.
    func resize(_ columns: Int, _ rows: Int) {
        screen.withLock { $0 = TerminalPicture(columns: columns, rows: rows) }
        Self.set((columns, rows), of: slave)
        signal(SIGWINCH)
    }

    private static func set(_ size: (Int, Int), of terminal: Int32) {
        var window = winsize(
            ws_row: UInt16(size.1), ws_col: UInt16(size.0), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
    }

    var rows: [String] { screen.withLock { $0.text } }
    var text: String { rows.joined(separator: "\n") }
    var isAlternate: Bool { screen.withLock { $0.isAlternate } }
    var hasCursor: Bool { screen.withLock { $0.hasCursor } }
    /// What a terminal must never be sent by a customer: titles, unknown sequences.
    var strange: [String] { screen.withLock { $0.strange } }
    var copied: String? { screen.withLock { $0.copied } }

    /// Whether keys come one by one, without echo.
    var isRaw: Bool {
        var attributes = termios()
        tcgetattr(slave, &attributes)
        return attributes.c_lflag & (tcflag_t(ICANON) | tcflag_t(ECHO)) == 0
    }

    var isRunning: Bool { process.isRunning }

    /// The exit code; of a signal its number, negative.
    var code: Int32 {
        process.terminationReason == .uncaughtSignal
            ? -process.terminationStatus : process.terminationStatus
    }
}

/// The cells of a terminal, as the sequences that a review uses fill them.
struct TerminalPicture {
    private var cells: [[String]]
    private var row = 0
    private var column = 0
    private var pending: [UInt8] = []
    private(set) var isAlternate = false
    private(set) var hasCursor = true
    private(set) var strange: [String] = []
    private(set) var copied: String?

    init(columns: Int, rows: Int) {
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    var text: [String] {
        cells.map { row in
            var line = row.joined()
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    mutating func take(_ bytes: ArraySlice<UInt8>) {
        pending += bytes
        // Half a letter or half a sequence waits for the rest.
        while let length = next() { pending.removeFirst(length) }
    }

    private mutating func next() -> Int? {
        guard let first = pending.first else { return nil }
        if first == 0x1B { return sequence() }
        if first < 0x20 || first == 0x7F {
            control(first)
            return 1
        }
        var end = 0
        while end < pending.count, pending[end] >= 0x20, pending[end] != 0x7F { end += 1 }
        // Up to the next control only: then no letter is cut.
        guard end < pending.count, let text = String(validating: pending[..<end], as: UTF8.self) else {
            return nil
        }
        for character in text { put(character) }
        return end
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x0A: row = min(row + 1, cells.count - 1)
        case 0x0D: column = 0
        case 0x08: column = max(0, column - 1)
        default: strange.append("control \(byte)")
        }
    }

    private mutating func put(_ character: Character) {
        let width = character.columns
        guard cells.indices.contains(row) else { return }
        guard width > 0 else { return }
        guard column + width <= cells[row].count else {
            strange.append("beyond the edge: \(character)")
            return
        }
        cells[row][column] = String(character)
        if width == 2 { cells[row][column + 1] = "" }
        column += width
    }

    private mutating func sequence() -> Int? {
        guard pending.count > 1 else { return nil }
        if pending[1] == UInt8(ascii: "]") {
            guard let end = pending.firstIndex(of: 0x07) else { return nil }
            let text = String(decoding: pending[2..<end], as: UTF8.self)
            if text.hasPrefix("52;c;"), let data = Data(base64Encoded: String(text.dropFirst(5))) {
                copied = String(decoding: data, as: UTF8.self)
            } else {
                strange.append("OSC " + text)
            }
            return end + 1
        }
        guard pending[1] == UInt8(ascii: "["),
            let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) })
        else {
            if pending[1] == UInt8(ascii: "[") { return nil }
            strange.append("ESC \(pending[1])")
            return 2
        }
        perform(String(decoding: pending[2..<end], as: UTF8.self), Character(Unicode.Scalar(pending[end])))
        return end + 1
    }

    private mutating func perform(_ parameters: String, _ letter: Character) {
        let numbers = parameters.split(separator: ";").compactMap { Int($0) }
        switch (letter, parameters) {
        case ("H", _): (row, column) = ((numbers.first ?? 1) - 1, (numbers.dropFirst().first ?? 1) - 1)
        case ("K", ""):
            if cells.indices.contains(row) {
                for place in cells[row].indices where place >= column { cells[row][place] = " " }
            }
        case ("J", "2"):
            for place in cells.indices { cells[place] = cells[place].map { _ in " " } }
        case ("m", "0"), ("m", "1"), ("m", "2"), ("m", "7"): break
        case ("h", "?1049"), ("l", "?1049"): isAlternate = letter == "h"
        case ("h", "?25"), ("l", "?25"): hasCursor = letter == "h"
        case ("h", "?7"), ("l", "?7"), ("h", "?2004"), ("l", "?2004"): break
        default: strange.append("CSI \(parameters)\(letter)")
        }
    }
}
