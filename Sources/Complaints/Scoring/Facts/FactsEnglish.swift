/// The words by which complaints in English are sorted; see `FactSource` for the notation.
extension FactSource {
    static let english = FactSource(
        language: "en",
        negators: """
            not no never t cannot cant dont didnt doesnt wont isnt wasnt without nor hardly barely nothing
            nobody none
            """,
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
            .leftAlone: """
            no_response no_reply no_answer still_waiting left_alone on_hold hung_up no_one_answers ignor*
            never_replied never_called nobody_answers haven_t_heard unanswered
            """,
            .notInformed: """
            not_informed never_told no_notification without_notice without_warning not_told nobody_told
            no_communication wasn_t_told not_notified hidden
            """,
            .notHeard: """
            doesn_t_listen don_t_listen not_listen* won_t_listen don_t_care doesn_t_care not_interested
            copy_paste automated_response same_answer fobbed_off
            """,
            .vaguePromise: """
            promis* keep_saying keeps_saying was_assured soon_as_possible were_told_it_would told_it_would
            """,
            .blamedOnOthers: """
            blam* not_our_fault not_their_fault passed_around pass_the_buck not_responsible passed_from
            third_party
            """,
            .productFault: """
            broken faulty defect* stopped_working doesn_t_work not_working damag* crash* fell_apart broke
            """,
            .humiliated: """
            humiliat* rude insult* embarrass* treated_like degrad* disrespect* condescend* laughed_at
            arrogan*
            """,
            .overcharged: "overcharg* double_charged charged_twice hidden_fee* unauthori* ripped_off",
            .late: "late delay* still_waiting never_arrived overdue not_arrived",
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
