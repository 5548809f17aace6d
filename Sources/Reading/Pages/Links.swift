/// Absolute addresses from what a page writes; the one file that knows how they are resolved.
import Complaints

struct Links {
    private var base: WebURL?
    /// The page's own address, written as links to it would be.
    let page: String

    /// `base` is the page's `<base href>`, itself relative to the page.
    init(page: String, base: String? = nil) {
        let address = WebURL(page)
        self.base = base.flatMap { WebURL($0, base: address) } ?? address
        self.page = address?.href ?? page
    }

    /// nil for what is no address of a page (`javascript:`, `mailto:`, nothing at all).
    func absolute(_ reference: String) -> String? {
        guard reference.utf8.contains(where: { !$0.isASCIISpace }) else { return nil }
        return WebURL(reference, base: base)?.href
    }
}
