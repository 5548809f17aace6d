/// What happens on the site while the demo watches: one new complaint, told, edited, repeated and answered.
public enum DemoStory {
    /// Appears first, on `DemoPage.englishReviews`. It names the shop, so that it is found on the forum too.
    public static let complaint = Draft(
        author: "Prudence W.", stars: 1, title: "The lamp arrived broken",
        text: """
            The reading lamp from Lumiretka arrived broken: the glass was cracked and the switch was loose.
            I sent photographs on Monday and asked for a refund. Nobody has answered.
            """)

    /// What the author makes of it later.
    public static let editedText = """
        The reading lamp from Lumiretka arrived broken: the glass was cracked and the switch was loose.
        I sent photographs on Monday and asked for a refund. Nobody has answered.
        Update: today they told me to wait another month. This is unacceptable.
        """

    public static let firstPage = DemoPage.englishReviews
    /// Where the author posts it once more.
    public static let secondPage = DemoPage.forum

    /// What the shop says in public, under the first post.
    public static let reply = """
        Dear Prudence, we are sorry. The refund was sent to your bank this morning, and a courier collects \
        the lamp on Thursday.
        """
}
