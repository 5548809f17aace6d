/// What complaints and praise in English are made of; see `LexiconSource` for the notation.
extension LexiconSource {
    static let english = LexiconSource(
        language: "en",
        negators: """
            not no never t cannot cant dont didnt doesnt wont isnt wasnt without nor hardly barely nothing
            nobody none
            """,
        words: [
            (2.25, "still_not"),
            (
                2.0,
                """
                avoid_at_all_costs con_artists do_not_buy don_t_buy dont_buy false_advertis* lied lying mislead*
                misled money_back never_again not_recommend not_working rip_off ripoff ripped_off scam*
                stay_away steal* still_haven_t stole stolen thiev* unacceptabl* want_my_money
                would_not_recommend wouldn_t_recommend
                """
            ),
            (
                1.75,
                """
                appalling awful can_t_get charged_twice complain* complaint* delay* disappoint* doesn_t_work
                error* fail fraud* hasn_t_arrived liar* never_received not_work* pathetic ridiculous rude
                shocking still_no stopped_working useless
                """
            ),
            (
                1.5,
                """
                abysmal angry atrocious bad_experience bad_service broke broken can_t_even cancel* cheat*
                cheated crappy deceiv* decepti* didn_t_work disgrac* disgust* dishonest does_not_work don_t_work
                double_charged dreadful expired faulty fix frustrat* furious garbage glitch* haven_t_received
                horribl* incompeten* joke_of never_arrived nightmare no_answer no_reply no_response
                not_delivered not_received one_star outrag* overcharg* poor* poor_service problem* refund*
                refus* rubbish shambles slow stuck terribl* unauthori* unprofessional waste_of_money
                waste_of_time won_t_work worthless zero_stars
                """
            ),
            (
                1.25,
                """
                annoy* bad blamed blocked bug buggy bugs charg* cracked crap customer_service damag* dead
                defect* died dies dirty disconnected fails failure fed_up filthy fix_this freez* frozen help
                hours how_dare how_long hung_up leak* leaked locked_out mess missing mold* mould* no_help
                nonsense on_hold outage* overpriced paid poison* rotten ruined scratch* sick_of smash* stale
                still_waiting suck sucks torn unable unhappy unhelpful unreliabl* unresolved upset waiting
                wasted weeks why worst
                """
            ),
            (
                1.0,
                """
                anyone bill* courier crash* down email* failed fee ignor* issue* no_one nobody package*
                please_help respon* still support trouble trying worse wrong
                """
            ),
            (
                0.75,
                """
                account again already bricked broke_down charged_me cheap* contact* cut_off days days_later
                deliver* disgrace dropped drops error_code even fees fix_your flicker* hate hello hours_later
                hung instead insult* isn_t_working joke keep keeps laggy late mistake* money need_help never no
                no_longer not nothing off offline order* overheat* parcel* replac* resolv* shame spotty store
                tried unfortunately wait waited what_is_going_on whats_going_on won_t working worsen*
                """
            ),
            (0.5, "after app months my pay reset return* sad seat sorry wow"),
            (0.25, "call* flight last me since yet"),
            (-0.25, "morning today via your_new"),
            (
                -0.5,
                """
                free happy_new http join let_us love_this more new night our_new question read_more rt song
                thanks tonight video we_re where_can_i win
                """
            ),
            (
                -0.75,
                """
                birthday check_out congratulations do_you_have family game good haha happy_birthday https lol
                looking_for music photo tomorrow watch which wondering would
                """
            ),
            (-1.0, "easy smooth* thx"),
            (-1.25, "love satisf*"),
            (
                -1.5,
                """
                appreciat* beautiful brilliant comfort* cool courteous efficient enjoy* excellent favorite
                favourite flawless friendly fun glad happy helpful impress* lovely nice pleasant pleased
                recommend* reliable thank well_done works_great works_well yay
                """
            ),
            (-1.75, "congrat* excited great love_it quick*"),
            (
                -2.0,
                """
                amazing awesome delight* exceptional fantastic highly_recommend* loved outstanding perfect*
                superb thank_you_so_much wonderful
                """
            ),
            (-2.25, "best"),
            (
                -2.5,
                """
                we_apologi* sorry_to_hear please_dm dm_us please_contact_us thank_you_for_your_feedback
                thank_you_for_reaching we_re_sorry our_apologies kind_regards happy_to_help we_will_look_into
                """
            ),
        ])
}
