extension PromiseWords {
    static let english = PromiseWords(
        commits: """
            will|ll|shall|are going to|re going to|am going to|m going to|is going to|\
            promise to|guarantee|commit to|undertake to|are calling|am calling|are sending|am sending|are refunding|are shipping|are replacing|are returning|are transferring|are delivering|\
            re calling|re sending|re refunding|re shipping|re replacing|m calling|m sending
            """,
        notCommits: "will power|free will|good will",
        polite: """
            happy|glad|pleased|grateful|delighted|appreciate|love|continue|closed|open|remain|need|welcome|\
            remember|hope|have to|able|always|never|thankful|honoured|honored|regret|want|like|required|\
            understand|notice|see that|probably|maybe|perhaps|possibly
            """,
        nouns: """
            refund|refunds|reply|answer|response|replacement|callback|call back|decision|compensation|delivery|\
            repair|repayment
            """,
        others: """
            was|were|did|had|has|have|can|could|may|might|must|should|would|please|sent|wrote|got|told|made|gave|\
            took|spoke|went|came|found|said|met|hope|hoping|let us know|contact us|call us|write to us|\
            return it|*ed
            """,
        notOthers: "need|indeed|speed|feed|unfortunately",
        negators: "not|never|cannot|won|no",
        conditions: """
            if|unless|once|as soon as|after you|when you|upon receipt|upon receiving|upon return|after receiving|\
            after we|following receipt|of receipt|of receiving|from receipt|of the return|provided|in case|\
            should you|subject to|whenever|until you|after your|depending on
            """,
        habits: """
            usually|normally|typically|always|generally|as a rule|on average|in most cases|every time|each time|\
            our policy|terms and conditions|within our rights
            """,
        and: "and|but", or: "or",
        weekdays: [
            "monday|mon", "tuesday|tue|tues", "wednesday|wed", "thursday|thu|thurs", "friday|fri",
            "saturday|sat", "sunday|sun",
        ],
        months: [
            "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul",
            "august|aug", "september|sep|sept", "october|oct", "november|nov", "december|dec",
        ],
        today: "today|tonight|this afternoon|this evening", tomorrow: "tomorrow",
        dayAfterTomorrow: "day after tomorrow|the day after tomorrow",
        leads: """
            on|by|until|till|not later than|no later than|at the latest by|by the end of|end of|by end of|latest by
            """,
        befores: "before|prior to", this: "this|coming|the|this coming", next: "next",
        past: "last|previous|past|yesterday|every|each|of last", since: "since|from|as of|starting|dated|of",
        hasBareDays: true,
        within: "within|in|inside|up to|takes|take|taking|no later than",
        fillers:
            "the|next|a maximum of|maximum|max|about|around|approximately|a|an|up to|at most|as little as",
        to: "to|or",
        numbers: [
            ("one", 1), ("two|couple of", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
            ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("twelve", 12), ("fourteen", 14),
            ("fifteen", 15), ("twenty", 20), ("twenty four", 24), ("thirty", 30), ("forty eight", 48),
        ],
        working: "working|business|office",
        units: [
            ("minute|minutes|min|mins", .minute), ("hour|hours|h|hrs|hr", .hour), ("day|days", .day),
            ("week|weeks", .week), ("month|months", .month), ("weekdays|workdays|workday", .workingDay),
        ],
        ends: [
            ("end of the day|end of day|close of business|end of today|end of business", .day),
            ("end of the week|end of this week|end of week|this week|later this week|the weekend", .week),
            ("end of next week|next week", .nextWeek),
            ("end of the month|end of this month|end of month|this month", .month),
            ("end of next month|next month", .nextMonth),
        ],
        clock: "am|pm|o clock|oclock|hours|p|a", hourLeads: "at|by|before|until|no later than",
        dayMarks: "th|st|nd|rd")
}
