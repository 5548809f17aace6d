import ArgumentParser
import Complaints
import Foundation
import Monitor
import SQLiteStorage

/// `--watch`: a list that stays on the screen and is drawn anew when the store changes.
struct Watching: ParsableArguments {
    @Flag(help: "Stays, and draws the list anew when something changes; Ctrl-C ends it.") var watch = false

    func check(asJSON: Bool) throws {
        guard watch else { return }
        if asJSON { throw ValidationError("--watch draws a table; leave out --json") }
        if !Screen.isTerminal {
            throw ValidationError(
                "--watch needs a terminal; elsewhere ask again, or let an endpoint be told what changes")
        }
    }

    /// Prints the list once, or again and again.
    /// - Parameter page: of so many rows.
    func show(
        _ title: String, of store: SQLiteStore, cut: Cut,
        page: @escaping @Sendable (_ rows: Int) async throws -> ListPage
    ) async throws {
        guard !watch else {
            return try await WatchedList(title: title, path: store.path).run { rows in
                try await page(cut.limit.map { min($0, rows) } ?? rows)
            }
        }
        let found = try await page(cut.rows)
        let isHidden = found.table.rows.isEmpty && found.count > 0
        Screen.print(
            found.table, whenEmpty: isHidden ? "\(found.count.grouped) in all, none shown." : found.whenEmpty)
        cut.sayRest(found.table.rows.count, of: found.count)
    }
}

/// What a list has to show.
struct ListPage: Sendable {
    var table: Table
    var count: Int
    var whenEmpty: String
}

/// Draws on the other screen of the terminal, which is as it was when this ends: no line of it is kept.
struct WatchedList {
    let title: String
    let path: String

    /// Looked for so often; only what changed is read and drawn.
    private static let pause = Duration.seconds(1)
    /// What is left of a deadline changes by itself.
    private static let most = 30

    /// Runs until Ctrl-C or SIGTERM.
    func run(_ page: @escaping @Sendable (_ rows: Int) async throws -> ListPage) async throws {
        write("\u{1B}[?1049h\u{1B}[?25l")
        defer { write("\u{1B}[?25h\u{1B}[?1049l") }
        let (title, path) = (title, path)
        do {
            try await stoppable {
                var (known, waited) = ("", Self.most)
                while true {
                    let mark = "\(Self.mark(of: path)) \(Screen.width ?? 80)x\(Screen.height ?? 24)"
                    if mark != known || waited >= Self.most {
                        (known, waited) = (mark, 0)
                        Self.draw(title, try await page(max(1, (Screen.height ?? 24) - 5)))
                    }
                    try await Task.sleep(for: Self.pause)
                    waited += 1
                }
            }
        } catch is ExitCode {
            // It was ended as it is meant to be.
        }
    }

    private static func draw(_ title: String, _ page: ListPage) {
        let (width, now) = (Screen.width ?? 80, SystemTime().now())
        var lines = ["\(title)   \(Times.short(now))   Ctrl-C ends".cut(to: width), ""]
        if page.table.rows.isEmpty {
            lines.append(page.whenEmpty)
        } else {
            lines += page.table.text(width: width).split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
        }
        if page.count > page.table.rows.count {
            lines.append("... and \((page.count - page.table.rows.count).grouped) more")
        }
        write("\u{1B}[H" + lines.map { $0 + "\u{1B}[K\r\n" }.joined() + "\u{1B}[J")
    }

    /// Changes with every commit: of the store and of the log beside it.
    private static func mark(of path: String) -> String {
        [path, path + "-wal"].map { path in
            var status = stat()
            guard stat(path, &status) == 0 else { return "-" }
            return "\(status.st_size).\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        }.joined(separator: " ")
    }

    private static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
    private func write(_ text: String) { Self.write(text) }
}
