/// What complaints and praise in English are made of; see `LexiconSource` for the notation.
extension LexiconSource {
    static let english = LexiconSource(
        language: "en",
        negators: """
        not no never t cannot cant dont didnt doesnt wont isnt wasnt without nor hardly barely nothing
        nobody none
        """,
        words: [
            (2.5,
            """
            scam* fraud* ripoff rip_off ripped_off con_artists thiev* stole steal* stolen never_again
            avoid_at_all_costs stay_away do_not_buy don_t_buy dont_buy not_recommend wouldn_t_recommend
            would_not_recommend money_back want_my_money false_advertis* misled mislead* lied lying liar*
            """),
            (2.0,
            """
            terribl* horribl* awful worst appalling disgust* disgrac* pathetic unacceptabl* outrag*
            ridiculous shocking shambles useless worthless incompeten* dreadful atrocious abysmal garbage
            crap crappy rubbish complain* complaint* disappoint* unprofessional furious nightmare joke_of
            waste_of_money waste_of_time wasted rude overcharg* double_charged charged_twice unauthori*
            ignor* dishonest deceiv* decepti* cheated cheat* refus* zero_stars one_star poor_service
            bad_service bad_experience no_response no_reply no_answer not_working doesn_t_work does_not_work
            didn_t_work don_t_work stopped_working won_t_work not_work* can_t_get can_t_even never_received
            never_arrived not_received haven_t_received hasn_t_arrived not_delivered still_waiting still_no
            still_not still_haven_t
            """),
            (1.5,
            """
            broken broke faulty defect* damag* unhappy frustrat* annoy* angry upset unreliabl* unhelpful
            nonsense mess failed fails failure fail missing wrong refund* delay* late cancel* crash* stuck
            error* bug bugs buggy glitch* issue* problem* trouble sucks suck sick_of fed_up how_long
            how_dare hung_up on_hold no_one no_help nobody overpriced expired rotten poison* dirty filthy
            stale mould* mold* unresolved unable fix poor* bad slow hate ruined leaked leak* freez* frozen
            lost dead dies died smash* scratch* torn cracked disconnected outage* locked_out blocked blamed
            """),
            (1.0,
            """
            why waiting waited wait weeks days months hours return* replac* support customer_service email*
            call* again worse cheap* broke_down charg* bill* fee fees paid pay money down off still
            please_help help need_help anyone fix_your fix_this what_is_going_on whats_going_on
            unfortunately sad shame sorry instead tried trying contact* respon* resolv* order* deliver*
            courier package* parcel*
            """),
            (-2.5,
            """
            excellent amazing wonderful fantastic brilliant superb outstanding highly_recommend* love_it
            loved love perfect* delight* thank_you_so_much best awesome exceptional
            """),
            (-1.8,
            """
            great thank thanks thx friendly helpful happy pleased recommend* satisf* good enjoy* beautiful
            lovely impress* quick* easy glad congrat* cool nice fun pleasant courteous efficient well_done
            appreciat* flawless reliable works_great works_well smooth* comfort* favorite favourite excited
            yay
            """),
            (-0.8,
            """
            lol haha happy_birthday birthday check_out new win free watch via video today tonight tomorrow
            morning night game song music follow family photo beautiful congratulations http https rt
            looking_for do_you_have where_can_i question wondering
            """),
        ],
        topics: [
            .product: """
            product* item* quality broken faulty defect* material* battery screen device phone laptop
            printer taste smell size
            """,
            .delivery: "deliver* ship* courier parcel* package* arriv* dispatch* tracking postage driver",
            .service: """
            service support helpdesk help_desk call_centre call_center hotline on_hold hung_up response*
            respond* repl*
            """,
            .staff: """
            staff rude employee* manager* waiter* waitress cashier agent* attitude assistant* clerk doctor*
            nurse* receptionist
            """,
            .price: """
            price* bill* charg* fee fees overcharg* expensive overpriced invoice* cost* interest_rate tariff
            """,
            .refund: "refund* money_back reimburs* chargeback return* compensat* voucher",
            .warranty: "warrant* guarantee repair* replac* fix* serviced",
            .app: """
            app apps website web_site site login log_in password crash* account online update* server*
            site_down
            """,
            .privacy: "privacy gdpr personal_data data_breach spam* leaked hacked my_data unsubscribe",
        ],
        causes: [
            "left alone": """
            no_response no_reply no_answer still_waiting left_alone on_hold hung_up no_one_answers ignor*
            never_replied never_called nobody_answers haven_t_heard unanswered
            """,
            "not informed": """
            not_informed never_told no_notification without_notice without_warning not_told nobody_told
            no_communication wasn_t_told not_notified hidden
            """,
            "not heard": """
            doesn_t_listen don_t_listen not_listen* won_t_listen don_t_care doesn_t_care not_interested
            copy_paste automated_response same_answer fobbed_off
            """,
            "vague promise": """
            promis* keep_saying keeps_saying was_assured soon_as_possible were_told_it_would told_it_would
            """,
            "blamed on others": """
            blam* not_our_fault not_their_fault passed_around pass_the_buck not_responsible passed_from
            third_party
            """,
            "product fault": """
            broken faulty defect* stopped_working doesn_t_work not_working damag* crash* fell_apart broke
            """,
            "humiliated": """
            humiliat* rude insult* embarrass* treated_like degrad* disrespect* condescend* laughed_at
            arrogan*
            """,
            "overcharged": "overcharg* double_charged charged_twice hidden_fee* unauthori* ripped_off",
            "late": "late delay* still_waiting never_arrived overdue not_arrived",
        ],
        cues: [
            .legal: """
            lawyer* solicitor* attorney* sue suing court lawsuit legal_action ombudsman trading_standards
            regulator* consumer_rights consumer_protection small_claims class_action bbb cfpb fca ofcom ftc
            watchdog consumer_act police fos statutory_rights
            """,
            .refund: "refund* money_back reimburs* chargeback compensat*",
            .urgent: """
            urgent* asap immediately emergency deadline within_hours by_tomorrow right_now stranded
            last_warning final_notice today
            """,
            .safety: """
            poison* injur* hospital* allerg* dangerous unsafe fire burned burnt explod* electric_shock
            choking ambulance hazard* sick_after food_poisoning vomit* bleeding toxic
            """,
            .swearing: """
            fuck* shit* bullshit wtf bastard* asshole* crap damn* bloody piss* dick bitch* arse idiot*
            moron* stupid
            """,
        ])
}
