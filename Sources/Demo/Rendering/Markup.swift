import Complaints
import Foundation

/// What all pages of the demo site share: escaping, the frame around the content, encodings, dates.
enum Markup {
    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Each line a paragraph.
    static func paragraphs(_ text: String) -> String {
        text.split(separator: "\n").map { "<p>\(escape(String($0)))</p>" }.joined(separator: "\n")
    }

    /// A whole page with the furniture that real sites put around what matters.
    static func page(
        language: String, title: String, encoding: String, head: String = "", body: String
    ) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language)">
        <head>
        <meta charset="\(encoding)">
        <title>\(escape(title))</title>
        \(head)
        </head>
        <body>
        <header><nav><a href="/">Home</a> <a href="/search">Search</a> <a href="/account/">Account</a></nav></header>
        <main>
        <h1>\(escape(title))</h1>
        \(body)
        </main>
        <aside>
        <p>This site, the shop and its customers are invented for the demo.</p>
        </aside>
        <footer><small>Lumiretka lamps and kettles</small></footer>
        </body>
        </html>

        """
    }

    /// What the encoding cannot write becomes `?`, as on many real sites.
    static func bytes(_ text: String, encoding: String) -> [UInt8] {
        let target: String.Encoding =
            switch encoding {
            case "windows-1251": .windowsCP1251
            case "iso-8859-2": .isoLatin2
            default: .utf8
            }
        guard let data = text.data(using: target, allowLossyConversion: true) else { return Array(text.utf8) }
        return Array(data)
    }

    /// `Sun, 01 Mar 2026 14:00:00 +0000`, as RSS writes times (RFC 822).
    static func rfc822(_ instant: Instant) -> String {
        let text = instant.description
        guard let date = CivilDate(text.prefix(10)) else { return text }
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = date.day < 10 ? "0\(date.day)" : String(date.day)
        return "\(days[date.isoWeekday - 1]), \(day) \(months[date.month - 1]) \(date.year) "
            + "\(text.dropFirst(11).prefix(8)) +0000"
    }
}
