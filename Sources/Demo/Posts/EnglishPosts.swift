/// What people wrote in English about the invented shop Lumiretka, newest first.

extension Seed {
    static let englishReviews = [
        Seed(
            "Marjorie P.", daysAgo: 0.4, stars: 1, title: "Leaked on the first day",
            text: """
                The kettle leaked all over the worktop the first time we boiled it.
                I asked for a refund the same evening and nobody has answered. Terrible service.
                """),
        Seed(
            "Oswin", daysAgo: 1.3, stars: 5, title: "Exactly as pictured",
            text: "The brass lamp is beautiful, came a day early and well packed. Thank you!"),
        Seed(
            "D. Hallorand", daysAgo: 2.7, stars: 2, title: "Wrong shade, twice",
            text: """
                They sent the wrong shade, I returned it at my own cost, and the second parcel was wrong too.
                Very disappointed; I have been waiting three weeks for my money back.
                """),
        Seed(
            "Quillfeather", daysAgo: 3.9, stars: 3, title: "All right for the price",
            text: "An ordinary desk lamp. The cable is a little short, the light is warm enough."),
        Seed(
            "Ines from Tarrow", daysAgo: 5.8, stars: 1, title: "Charged twice",
            text: "My card was charged twice for one order and the shop ignores my e-mails.",
            reply: """
                We are sorry, Ines. The second payment was returned this morning, and we have written to you
                with the bank's reference.
                """),
        Seed(
            "Barnaby", daysAgo: 12, stars: 1, title: "Broken switch",
            text: "The switch broke after four days. Useless, and the warranty form does not open."),
        Seed(
            "Two Cats and a Lamp", daysAgo: 47, stars: 5, title: "Second one we bought",
            text: "Lovely light, friendly people on the telephone, would buy again."),
        Seed(
            "R. Ostrander", daysAgo: 130, stars: 2, title: "Slow",
            text: "Delivery took five weeks instead of five days. No apology."),
    ]

    static let forum = [
        Seed(
            "tinkerer88", daysAgo: 0.6, stars: 1, title: "Lumiretka floor lamp smells of burning",
            text: """
                Plugged in the new floor lamp from Lumiretka and after an hour it smelled of burning plastic.
                Dangerous! They refuse to take it back without the box.
                """),
        Seed(
            "mossgarden", daysAgo: 1.1, title: "Best soil for ferns?",
            text: "Mine keep turning brown at the tips although I water them every second day."),
        Seed(
            "kettle_kate", daysAgo: 2.2, stars: 5, title: "Re: which whistling kettle",
            text: "I took the green one from Lumiretka and love it, it whistles in tune."),
        Seed(
            "north_window", daysAgo: 3.4, title: "Radiator knocks at night",
            text: "Awful noise since the plumber left. Broken valve, or just air in the pipe?"),
        Seed(
            "graham.t", daysAgo: 4.5, stars: 2, title: "Anyone else still waiting for Lumiretka?",
            text: "Ordered a month ago, never arrived, and the parcel number does not work. Is it a scam?",
            reply: "Hello Graham, please send us your order number, we look into it today."),
        Seed(
            "old_oak", daysAgo: 20, stars: 1, title: "Lumiretka lamp broke in a week",
            text: "The hinge of the Lumiretka reading lamp broke in a week. Rubbish quality, no refund."),
    ]

    static let questions = [
        Seed(
            "A reader from Whitcombe", daysAgo: 0.8, title: "The shop says the warranty is void",
            text: """
                I bought a lamp from Lumiretka in spring. It stopped working and they say the warranty is void
                because I changed the bulb. I want a refund. What are my rights?
                """),
        Seed(
            "Puzzled", daysAgo: 1.9, title: "Can a gym keep my deposit?",
            text: "I gave notice in time and they refuse to pay the deposit back."),
        Seed(
            "Edwina", daysAgo: 3.1, title: "Praise where it is due",
            text: "Lumiretka replaced a cracked glass without asking a single question. Well done."),
        Seed(
            "L. from Pondside", daysAgo: 31, title: "Gift card not accepted",
            text: "Lumiretka would not accept my gift card although it was valid. I feel cheated."),
    ]
}
