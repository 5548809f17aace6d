/// The address of the next page where an answer states one, as the common interfaces do.
import Complaints

enum JSONNextLink {
    private static let ways: [[String]] = [
        ["next"], ["next_page_url"], ["nextPageUrl"], ["next_url"], ["nextUrl"], ["next_page"], ["nextPage"],
        ["@odata.nextLink"], ["nextLink"], ["next_href"], ["nextPageLink"], ["links", "next"],
        ["_links", "next"],
        ["paging", "next"], ["pagination", "next"], ["pagination", "next_url"], ["pagination", "nextUrl"],
        ["pagination", "next_page_url"], ["pagination", "links", "next"], ["meta", "next"],
        ["meta", "pagination", "links", "next"], ["meta", "next_page_url"], ["cursor", "next_url"],
    ]

    /// nil for a cursor or a number, which is no address.
    static func address(in root: JSONValue, links: Links) -> String? {
        for way in ways {
            var value: JSONValue? = root
            for name in way { value = value?[name] }
            guard let text = value?.string ?? value?["href"]?.string ?? value?["url"]?.string,
                text.hasPrefix("http") || text.hasPrefix("/") || text.hasPrefix("?"),
                let url = links.absolute(text), url != links.page
            else { continue }
            return url
        }
        return nil
    }
}
