/// The words by which complaints in English are sorted; see `FactSource` for the notation.
extension FactSource {
    static let english = FactSource(
        language: "en",
        tone: .english, claim: .english, denial: .english, threat: .english, turn: .english,
        negators: """
            not no never t cannot cant dont didnt doesnt wont isnt wasnt without nor hardly barely nothing
            nobody none
            """,
        reassurers: "hesitat* only otherwise unless",
        notMeant: """
            tennis_court* food_court* basketball_court* squash_court* court_shoe* courtyard in+law in+laws
            police_incident police_operation police_activity sued+shoe no_return_address phone_number*
            many_happy_returns returning_customer* return_customer* return_ticket* return_flight* return_journey
            poor_me pay_attention free_of_charge in_charge charge_cable fast_charge quick_charge charge_port
            delivery_room customer_support_staff no_doubt account_manager quality_time free_delivery
            """,
        topics: [
            .product: """
            ^quality ^defect* ^faulty ^poorly_made ^fell_apart ^stopped_working battery batteries screen
            screens product products material* device devices laptop* printer* headphone* earbud* speaker*
            charger* engine tyre* tire* bluetooth wifi camera* toaster* kettle* fridge* freezer* oven* vacuum*
            washing_machine* dishwasher* toy toys shoes shoe dress jacket trainers bag fabric stitching zip
            taste* tasted smell* stale mouldy moldy undercooked rotten burger* pizza* fries meal meals food
            coffee drink sauce portion* ~item ~items ~phone ~broke ~broken ~cracked ~size ~colour ~color ~model
            ~car ~tv ~console ~router* ~drains ~machine ~works ~plastic ~flimsy ~leaks ~dirty
            """,
            .delivery: """
            ^deliver* ^courier* ^parcel* ^package* ^shipment* ^dispatch* ^despatch* shipping shipped ship
            ~arriv* tracking postage postman post_office out_for_delivery safe_place left_outside doorstep
            left_with_neighbour ~driver ~order ~ordered ~orders in_transit ~depot
            """,
            .service: """
            ^customer_service* ^customer_care ^customer_support ^cust_service ^call_centre ^call_center
            ^helpdesk ^help_desk ^helpline ^hotline on_hold hung_up answer_your_phone no_response no_reply
            call_back callback ~service ~services tech_support support_team contacted_support your_support response* ~respond* ~reply ~replies ~replied
            ~call ~calls ~called ~emails ~email ~phone ~contact* ~appointment ~queue* ~queueing ~line
            ~train ~trains ~bus ~buses ~flight* ~plane ~cancelled ~canceled ~cancel ~booking ~reservation
            outage* no_signal power_cut power_outage no_internet ~internet ~broadband ~network ~coverage
            opening_hours out_of_service chat ~tweets clearly_didn_t_read
            """,
            .staff: """
            ^staff ^rude ^employee* ^manager* ^unprofessional ^attitude waiter* waitress* cashier* agent*
            rep reps representative* assistant* clerk* doctor* nurse* dentist* receptionist* attendant*
            technician* salesman salesperson saleswoman sales_person teller* advisor* adviser* security_guard
            conductor ~crew ~driver ~drivers ~operator ~colleague* ~shouted ~disrespect* ~insult*
            bartender* barista* host hostess workers worker
            """,
            .price: """
            ^overcharg* ^overpriced ^expensive ^bill ^bills ^billing ^billed ^fee ^fees ^charged ^charges
            ^price* ^pricing ^invoice* ^tariff* ^direct_debit* ^hidden_charge* ^charged_me ^double_charged
            cost costs costing charging_me debit* interest_rate subscription* payment* premium ~charge ~paid
            ~pay ~money ~deposit ~discount ~coupon ~promo ~promotion ~tax ~taxes ~balance
            """,
            .refund: """
            ^refund* ^money_back ^reimburs* ^chargeback* ^give_me_back ^compensat* ^my_money_back returns
            return_label send_it_back sent_it_back returned_it return_it return_policy returning ~return
            ~returned ~voucher ~credit_note ~credited
            """,
            .warranty: """
            ^warrant* ^guarantee* ^repair* ^under_guarantee ^service_center ^service_centre ^replacement*
            ~replac* ~fixed_it mended serviced spare_part* ~technician ~engineer
            """,
            .app: """
            ^app ^apps ^website* ^web_site ^webpage ^log_in ^login ^logging_in ^sign_in ^password* ^crash*
            ^software ^browser* ^error_message ^error_code site sites server* firmware glitch* bug bugs buggy
            captcha upload* download* sync* streaming checkout verification_code two_factor ios android
            layout playstore app_store xbox ~account ~accounts ~online ~update* ~error ~errors ~connect*
            ~game ~username ~page ~web ~dvr ~settings
            """,
            .privacy: """
            ^privacy ^gdpr ^personal_data ^personal_information ^personal_details ^data_breach ^data_protection
            ^spam* ^hacked ^my_data ^unsubscribe* ^identity_theft ^without_my_consent ^cold_call* leaked
            robocall* nuisance_call* marketing_emails phishing stop_calling stop_emailing someone_else_s_account
            """,
        ],
        causes: [
            .leftAlone: """
            ^no_response ^no_reply ^no_answer ^no_reponse ^nobody_answers ^no_one_answers ^never_answer*
            ^never_replied ^never_repl* ^never_respond* ^not_respond* ^not_repl* ^not_answer* don_t_answer
            doesn_t_answer won_t_answer don_t_reply doesn_t_reply didn_t_reply haven_t_replied didn_t_respond
            don_t_respond doesn_t_respond unanswered ^ignor* hung_up ^on_hold no_one_pick* not_picking
            nobody_pick* nobody_picks answer_your_phone answer_the_phone haven_t_heard hasn_t_replied heard_nothing
            not_heard_back never_called_back never_called never_got_back never_came_back get_back_to_me
            waiting_for_a_reply waiting_for_a_response waiting_for_reply waiting_on_a_call waiting_for_a_call
            can_t_reach can_t_get_through cannot_get_through can_t_contact not_letting_me_contact
            unable_to_contact left_alone left_stranded abandoned no_help left_waiting kept_waiting no_one_came
            nobody_came no_callback no_call_back radio_silence still_waiting silence answer_me respond_to_me
            help_me_please not_returned_my cut_me_off disconnected_the_call phone_keeps_ringing keep_ringing
            """,
            .humiliated: """
            ^humiliat* ^rude ^rudely ^insult* ^degrad* ^demean* ^disrespect* ^condescend* ^laughed_at
            ^embarrassed_me ^treated_like ^treated_me_like ^arrogan* ^patroni* ^racist* ^discriminat* ^sexist
            shouted_at yelled_at shouting_at yelling_at swore_at screamed_at mocked belittl* bullied intimidat*
            made_me_feel hostile sarcastic sneer* threw_me_out called_me_a kicked_me_out talked_down
            """,
            .notInformed: """
            ^not_informed ^never_told ^never_informed ^not_told ^nobody_told ^no_one_told ^without_notice
            ^without_warning ^no_warning ^no_notification ^not_notified ^no_communication ^wasn_t_told
            ^no_information ^no_info ^wasn_t_informed weren_t_told no_explanation without_explanation no_reason
            without_telling didn_t_tell didn_t_inform no_update no_updates kept_in_the_dark no_announcement*
            no_notice not_mentioned never_mentioned had_to_find_out what_is_going_on no_email no_reason_given
            """,
            .notHeard: """
            ^doesn_t_listen ^don_t_listen ^not_listen* ^won_t_listen ^didn_t_listen ^never_listen* ^don_t_care
            ^doesn_t_care ^couldn_t_care ^not_interested ^copy_paste* ^copy_and_paste* ^automated_repl*
            ^automated_response* ^same_answer ^canned_response* ^scripted ^fobbed_off ^fob_me_off generic_response
            generic_reply brushed_off dismissed dismissive didn_t_read didn_t_even_read clearly_didn_t_read not_seem_to_care
            template_answer no_one_cares nobody_cares doesn_t_seem_to_care doesn_t_seems_to_care keep_repeating
            wouldn_t_listen bot robot irrelevant_answer
            """,
            .vaguePromise: """
            ^promis* ^keep_saying ^keeps_saying ^keep_telling ^was_assured ^were_told_it_would ^told_it_would
            ^empty_promise* ^broken_promise* assured_me would_call_me_back said_they_would said_he_would
            said_she_would told_me_it_would as_soon_as_possible_they keep_promising supposed_to_be_fixed
            soon_they_said again_and_again_they next_week_they said_someone_would would_be_delivered
            supposed_to_call
            """,
            .blamedOnOthers: """
            ^blam* ^not_our_fault ^not_their_fault ^passed_around ^pass_the_buck ^passing_the_buck
            ^not_responsible ^passed_from ^passed_me_from ^sent_me_to ^told_me_to_contact ^told_to_contact
            ^finger_pointing ^not_their_problem ^not_our_problem ^not_my_problem my_own_fault transferred_me
            kept_transferring bounced_between bounced_from pillar_to_post third_party wash_their_hands
            with_the_other_company sort_it_with denied_responsib* deny_responsib* take_no_responsib*
            refuse_responsib* say_it_s_my_fault said_it_was_my_fault
            """,
            .productFault: """
            broke_after leak* mould* mold* stone_cold cold_food ^hair_in ^fingernail_in ^fly_in ^cockroach*
            ^bed_bug* ^bedbug* filthy stained soup_was_cold
            ^broken ^faulty ^defect* ^stopped_working ^arbitrarily_stopped ^quit_working ^doesn_t_work ^don_t_work ^didn_t_work
            ^not_working ^won_t_work ^crash* ^fell_apart ^broke ^malfunction* ^won_t_turn_on ^not_charging
            ^won_t_charge ^overheat* ^leaks ^leaking error errors ^glitch* bug bugs ^drains ^keeps_resetting ^keep_reset* ^just_stopped
            stops_working won_t_start freez* froze frozen cracked torn ripped scratched damaged dead_on_arrival
            died dies worn_out poor_quality bad_quality low_quality substandard issue issues ~problem not_connect*
            won_t_connect can_t_connect keeps_dropping stale rotten mouldy moldy undercooked raw_inside inedible
            unusable useless not_syncing won_t_load not_loading can_t_log can_t_play unable_to_save cheaply_made
            keep_going_out keeps_going_out tastes_awful tasted_awful dry self_destruct* not_run* doesn_t_run
            dimming not_appearing disgusting blank_screen black_screen worst_quality not_fit_for_purpose
            doesn_t_fit fell_off came_off
            ^ruin* ^spoil* ^deleted_all ^smashed ^rubbish
            """,
            .outage: """
            ^outage* ^outtage* ^no_internet ^no_signal ^no_service_in ^no_power ^no_water ^power_cut*
            ^power_outage* ^site_down ^site_is_down ^servers_down ^server_down ^website_down ^is_down ^are_down ^all_down
            ^out_of_service ^went_down ^no_network ^no_electricity ^no_heating ^no_hot_water still_down
            down_again internet_down been_down not_running not_connecting stop_running stopped_running
            """,
            .overcharged: """
            took_#_pounds took_#_euros charged_after still_charging raised_the_rate kept_my_deposit
            ^overcharg* ^double_charged ^charged_twice ^charged_me_twice ^hidden_fee* ^hidden_charge*
            ^ripped_off ^rip_off ^unauthori*_charge* ^unauthori*_payment* ^charged_me_for ^wrong_price ^billed_twice
            ^overpriced ^too_expensive charged_for_something incorrect_bill wrong_bill price_went_up price_increase*
            price_hike* extortion* ridiculous_price* charged_without cost_double never_cancelled_my
            charged_my_card charging_me
            """,
            .late: """
            didn_t_show_up not_shown_up hasn_t_shown_up week_waiting weeks_waiting took_two_hours
            took_three_hours took_#_hours never_showed_up
            ^late ^delay* ^overdue ^never_arrived ^not_arrived ^hasn_t_arrived ^haven_t_received ^not_received
            ^never_received ^still_not_arrived ^hasn_t_come ^not_been_delivered ^not_delivered ^missed_the_delivery
            still_no_sign hours_late days_late weeks_late running_slow behind_schedule waiting_for_my
            hasn_t_been_delivered haven_t_got never_came never_turned_up didn_t_turn_up no_show taking_so_long
            slow takes_forever took_forever been_waiting waiting_for_weeks where_is_my where_s_my never_get
            waited_#_hour* waited_#_week* hasn_t_shipped not_shipped sitting_on_plane months_later
            """,
            .mistake: """
            lost_for lost_twice lost_a dumped_my left_in_the_rain threw_my threw_the over_the_fence
            ^wrong_item ^wrong_order ^wrong_size ^wrong_product ^wrong_address ^wrong_colour ^wrong_color
            ^missing_item* ^items_missing ^item_missing ^incomplete ^forgot ^forget ^mixed_up ^mistake* ^messed_up
            ^incorrect* missing wrong_one sent_me_the_wrong never_placed got_the_wrong misplaced lost_my
            lost_the bad_haircut ruined incompeten* botched confusion error_on_your_part drove_off
            left_out half_the_order wrongly didn_t_put
            """,
            .misled: """
            ^mislead* ^misled ^lied ^lying ^liar* ^scam* ^fraud* ^deceiv* ^decepti* ^con_artist* ^false_advertis*
            ^bait_and_switch ^not_as_described ^not_as_advertised ^cheat* ^counterfeit ^fake ^dishonest
            ^conned ^misrepresent* ^not_what_i_ordered ^small_print tricked not_genuine mis_sold missold
            false_information false_promise* hidden_conditions was_told_that
            """,
            .refused: """
            ^refus* ^denied ^rejected ^declined ^turned_down ^turned_me_away ^won_t_refund ^not_refund*
            ^no_refund* ^won_t_give ^will_not_refund ^wouldn_t_refund ^won_t_replace ^won_t_accept void*_my
            not_covered not_entitled not_eligible wouldn_t_let wouldn_t_accept won_t_honour won_t_honor
            cancelled_my_order canceled_my_order cancelled_my cancelled_on won_t_let_me not_letting_me
            hard_to_process made_it_impossible
            """,
            .blocked: """
            ^locked_out ^blocked_my ^account_blocked ^account_locked ^card_blocked ^frozen_account ^froze_my
            ^account_frozen ^suspended ^can_t_access ^cannot_access ^unable_to_access ^can_t_log_in
            ^can_t_withdraw ^cannot_withdraw ^holding_my_money ^hold_on_my_account ^can_t_sign_in locked_my
            banned_me deactivated closed_my_account disabled_my withholding
            """,
        ],
        cues: [
            .legal: """
            lawyer* solicitor* attorney* barrister* will_sue sue_you sue_them sue+the going_to_sue gonna_sue
            suing lawsuit* court courts small_claims class_action legal_action legal_proceedings legal_advice
            legal_team legally_entitled legal_rights legal_obligation ombudsman ombudsmen ombudsperson
            trading_standards regulator* consumer_rights consumer_protection consumer_act consumer_law
            consumer_court consumer_forum consumer_affairs statutory_rights lemon_law fair_trading section+75
            watchdog the+bbb to+bbb with+bbb better_business_bureau cfpb fca ofcom ofgem ofwat ftc fcc accc asic trai to+rbi cpsc nhtsa
            fda fos prosecut* financial_conduct_authority attorney_general data_protection_act gdpr
            information_commissioner police police_report citizens_advice arbitration arbitrator chargeback*
            letter_before_action breach_of_contract cease_and_desist against_the_law by_law under_the_law
            my_rights sale_of_goods_act eu261 ec+261 eu+261 regulation+261 tribunal magistrate* bailiff* court_order
            """,
            .media: """
            newspaper* journalist* reporter* the_press local_news tv_station bbc_watchdog go_viral going_viral
            share_this_everywhere tell_everyone social_media_campaign name_and_shame going_public go_public
            to_the_media contact_the_media expose_you consumer_reports
            """,
            .refund: """
            refund_me want_a_refund want_my_money money_back give_me_my_money demand_a_refund full_refund
            need_a_refund my_refund asked_for_a_refund ask*_for_refund request*_a_refund return_my_money
            reimburse_me chargeback compensation compensate_me give_back_my refund_please refund_my claim_a_refund
            want_refund partial_refund
            """,
            .deadline: """
            by_tomorrow until_tomorrow before_tomorrow by_tonight by_the_end_of by+monday by+tuesday
            by+wednesday by+thursday by+friday by+saturday by+sunday before+monday before+friday until+friday
            until+monday within+#_hour* within+#_day* within_24_hours within_48_hours within_two_days
            within_a_week within_seven_days within_fourteen_days deadline* final_notice last_warning last_chance
            until_the_end_of_the_week no_later_than #_day*_to_respond #_hour*_to_respond by_noon by+#_pm by+#_am
            """,
            .urgent: """
            urgent* asap immediately emergency right_now straight_away at_once as_soon_as_possible stranded
            desperate* stuck_at_the_airport flight_leaves leaving_tomorrow need_it_today need_it_for_tomorrow
            need_this_today promptly
            """,
            .safety: """
            poison* injur* hospitali* in_hospital to_hospital to_the_hospital in_the_hospital allergic
            allergic_reaction anaphyla* dangerous unsafe caught_fire on_fire fire_hazard started_smoking smoke_came
            burned_my burnt_my burned_her burned_his scald* explod* explosion electric_shock electrocut* chok*
            ambulance hazard* made_me_sick made_us_sick got_sick sick_after food_poisoning salmonella vomit*
            throwing_up bleeding toxic carbon_monoxide gas_leak nearly_died could_have_died killed_someone
            glass_in brakes_failed airbag* rash blister* concussion broken_glass suicid* health_risk
            risk_to_health life_threatening
            """,
            .swearing: """
            fuck* motherfuck* shit shits shitty bullshit wtf bastard* asshole* arsehole* crap crappy dickhead*
            dick bitch* arse bloody goddamn damn damned piss_off pissed idiot* moron* stupid retard* cunt*
            wanker* scumbag* screw_you dumbass
            """,
            .brokenPromise: """
            promised_but promised_to promise_was_not broke_your_promise broken_promise* empty_promise* never_kept
            promised_me promised_a promised_that didn_t_keep_your didn_t_keep_their promised_#
            said_they_would_call but_never_did but_nothing_happened was_supposed_to_be keep_promising
            """,
            .money: """
            stole_my_money stolen_money lost_my_money lost_money my_savings money_disappeared money_is_gone
            money_missing money_is_missing unauthori*_transaction* unauthori*_payment* charged_twice double_charged frozen_account
            account_frozen account_blocked blocked_my_account froze_my_account can_t_access_my_money
            can_t_withdraw can_t_pay_my holding_my_money emptied_my my_salary my_wages my_pension overdrawn
            took_my_money took_money took_#_from out_of_pocket debited_twice no_money_to hacked_my_account
            """,
            .vulnerable: """
            my_child my_baby my_son my_daughter my_kids newborn baby toddler pregnan* disabled disability
            wheelchair elderly pensioner* my_mother my_grandmother my_grandfather my_elderly_* old_lady
            year_old_son year_old_daughter year_old_mother cancer_patient chemotherapy diabet* blind my_mum
            autis* dementia terminally_ill
            """,
            .many: """
            everyone_in all_of_us many_customers other_customers many_people thousands_of hundreds_of
            whole_building whole_street entire_street whole_town all_my_neighbours neighbours_too everybody_has
            same_issue_as reported_by_many lots_of_people we_are_not_the_only i_am_not_the_only not_just_me
            same_problem_here having_the_same_issue
            """,
            .repeated: """
            third_time second_time fourth_time fifth_time twice_already #_times three_times several_times many_times
            multiple_times multiple_emails multiple_calls once_again yet_again every_time countless
            over_and_over again_and_again numerous_times repeatedly two_times how_many_times
            asked_twice have_twice again_today third_replacement second_replacement not_the_first_time
            """,
            .longSince: """
            for_#_day* for_#_week* for_#_month* for_#_year* for_weeks for_months for_over_a_week over_a_week
            over_a_month since_january since_february since_march since_april since_may since_june since_july since_august
            since_september since_october since_november since_december weeks_ago months_ago a_month_ago
            for_a_week for_two_weeks for_three_weeks for_a_month for_two_months #_weeks_later #_months_later
            weeks_and_still months_and_still three_weeks_late #_weeks_late for_three_days two_months_now
            #_days_and_still more_than_a_week more_than_a_month for_#_hours
            """,
        ],
        praise: """
            no_complaints no_complaint nothing_to_complain can_t_complain cannot_complain couldn_t_complain
            can_t_fault cannot_fault couldn_t_fault no_problems_at_all no_issues_at_all nothing_bad_to_say no_regrets
            never_had_a_problem never_had_any_problem* zero_complaints without_any_problem*
            """,
        replies: FactSource.englishReplies,
        customer: "i my me mine myself im ive id",
        company: "we our us ourselves",
        obscured: "fuck shit bullshit asshole bastard bitch cunt crap damn wanker")
}
