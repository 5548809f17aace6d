/// What companies say when they answer in English; see `FactSource` for the notation.
extension FactSource {
    static let englishReplies: [ReplyPart: String] = [
        .heading: "reply response answer",
        .salutation:
            "^mr ^mrs ^ms ^miss ^sir dear hi hello good_morning good_afternoon good_evening hey greetings",
        .thanks: """
        thank_you_for_your_feedback thank_you_for_your_review thank_you_for_taking_the_time
        thank_you_for_reaching thank_you_for_contacting thank_you_for_letting_us thank_you_for_bringing
        thank_you_for_your_comment* thanks_for_reaching thanks_for_letting_us thanks_for_your_feedback
        thanks_for_your_review thanks_for_bringing thanks_for_getting_in_touch thank_you_for_sharing
        thank_you_for_your_message thank_you_for_choosing thanks_for_contacting thank_you_for_your_patience
        appreciate_your_feedback appreciate_you_taking we_value_your appreciate_your_patience
        thank_you_for_your_email thank_you_for_your_kind thank_you_for_the_feedback we_appreciate
        thanks_for_flagging thanks_for_the_stars thanks_for_your_patience thank_you_for_your_comments
        thank_you_for_your_one thanks_for_raising we_re_pleased we_are_pleased
        """,
        .apology: """
        we_apologi* we_are_sorry we_re_sorry we_are_very_sorry we_are_truly_sorry our_apologies
        our_sincere_apolog* our_sincerest sorry_to_hear sorry_for_the_inconvenience sorry_for_any_inconvenience
        apologi*_for_the_inconvenience apologies_for apologi*_for_any_inconvenience we_sincerely_apologi* apologi*_for_the_delay
        we_regret sorry_you_ve_had sorry_you_had sorry_for_your_experience sorry_that_your sorry_about_that
        accept_our_apolog* disappointed_to_hear saddened_to_hear sorry_we
        we_re_gutted we_re_so_sorry sorry_that_you sorry_for_the_delay sorry_about_this gutted_to
        fell_short_of
        """,
        .handling: """
        ^owner_response ^reply_from_the_owner ^reply_from_owner ^owner_s_reply ^reply_from_the_manager
        ^response_from_the_manager ^you_may_appeal ^you_can_appeal ^you_may_ask_for ^post_updates
        ^will_post_updates ^i_ve_looked_into ^i_ve_checked_with ^per_our_terms ^under_our_terms
        ^as_per_our ^according_to_our_terms ^review_concerns_another ^cannot_find_a_booking
        ^can_t_find_a_booking ^reviews_about_other ^our_engineers_are ^we_did_offer some_customers_can_t
        some_customers_cannot claim_was_declined the_fix_went_live fault_was_fixed has_been_assessed
        please_use_the_form as_stated_on expect_a_call running_again going_through_again
        we_will_look_into we_ll_look_into we_have_passed we_have_forwarded we_ve_passed we_have_shared
        passed_this_on passed_your we_take_your we_take_all we_take_these we_are_investigating our_team_will
        our_team_is we_ll_investigate we_will_investigate we_have_escalated been_escalated we_d_like_to
        we_would_like_to we_would_love_to we_d_love_to we_d_be_happy we_are_happy_to happy_to_help
        glad_to_help we_hope_to happy_to_look we_are_working_on we_re_working_on we_are_aware we_re_aware our_engineers we_ll_get_this we_strive our_goal_is
        we_are_glad we_re_glad we_are_delighted we_re_delighted our_records we_can_look
        our_records_show response_from_the_owner response_from_owner has_been_registered has_been_informed we_do_not_agree unable_to_discuss
        business_days working_days within_#_business_days we_ll_chase our_developers our_staff_followed
        has_been_passed we_ll_pass we_can_see we_ll_make_it_right make_it_right we_have_spoken
        we_have_no_record welcome_you_back our_customers_are we_ll_sort we_have_responded is_on_its_way
        will_be_with_you you_will_receive
        automated_message we_ve_asked will_update_you have_received_your we_aim_to
        not_covered_by_the_manufacturer you_can_claim you_are_welcome_to request_a_second_opinion
        has_been_retrained was_never_available following_your_complaint hope_you_ll_give
        """,
        .invitation: """
        shout_if give_us_a_shout just_reply_here reply_here any_trouble pop_us_a
        please_contact please_dm dm_us please_call_us please_email please_reach_out please_send_us
        please_get_in_touch please_write_to_us contact_us_at email_us_at call_us_at reach_out_to_us
        send_us_a send_us_an send_us_your get_in_touch_with_us message_us direct_message please_provide
        please_let_us_know let_us_know please_follow feel_free_to_contact via_dm contact_our please_share_your
        drop_us give_us_a_call can_you_dm could_you_dm dm_your in_a_dm please_visit
        drop_us_an contact_our_head reply_here could_you_tell_us could_you_update could_you_contact
        be_reached_at which_branch message_us_with send_us_a_private ask_for_a_review
        """,
        .signature: """
        kind_regards best_regards warm_regards yours_sincerely yours_faithfully sincerely regards
        customer_service_team customer_care_team customer_support_team support_team your_team
        customer_relations guest_relations the_team best_wishes
        technical_support complaints_department
        customer_care regards_the
        """,
        .yours: """
        your_experience your_feedback your_review your_comments your_concerns your_enquiry your_inquiry
        your_booking_reference your_account_number your_order_number your_visit your_stay
        your_complaint your_refund_was your_rating your_opinion_of your_own_security your_case
        your_card_has
        your_request your_fare your_complaint_the
        """,
    ]
}
