/// Absolute addresses from what a page writes; the one file that knows how URLs are resolved.
import Complaints
import Foundation

struct Links {
    private var base: URL?

    /// `base` is the page's `<base href>`, itself relative to the page.
    init(page: String, base: String? = nil) {
        let page = URL(string: page)
        self.base = base.flatMap { URL(string: Self.cleaned($0), relativeTo: page)?.absoluteURL } ?? page
    }

    /// nil for what is no address of a page (`javascript:`, `mailto:`, nothing at all).
    func absolute(_ reference: String) -> String? {
        let text = Self.cleaned(reference)
        guard !text.isEmpty, let url = URL(string: text, relativeTo: base)?.absoluteURL else { return nil }
        guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https" else { return nil }
        return url.absoluteString
    }

    private static func cleaned(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 > 0x20 }, as: UTF8.self)
    }
}
