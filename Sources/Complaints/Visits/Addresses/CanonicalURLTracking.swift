/// Parameters that say how a visitor came, never what is shown.
///
/// Only names that no site is known to use for content: `ref`, `id`, `source` alone are left.
enum TrackingParameters {
    static func contains(_ lowerName: String) -> Bool {
        if names.contains(lowerName) { return true }
        return prefixes.contains { lowerName.utf8.starts(with: $0.utf8) }
    }

    private static let prefixes = [
        "utm_", "utm-", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "__hs", "_hs", "fb_action_", "_branch_",
        "mc_",
        "stm_", "vero_", "oly_", "guce_", "itm_", "ga_source", "ga_medium", "ga_campaign", "sc_camp",
        "at_camp",
        "at_medium", "at_custom", "wt_", "wt.", "ns_campaign", "ns_source", "ns_mchannel", "bsft_", "cm_mmc",
        "__cf_chl",
    ]

    private static let names: Set<String> = [
        "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad", "gad_source", "gad_campaignid", "srsltid",
        "_ga", "_gl",
        "_gac", "fbclid", "fb_source", "fb_ref", "yclid", "ysclid", "_openstat", "ymclid", "rb_clickid",
        "msclkid",
        "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "epik", "rdt_cid", "sccid", "scclid", "irclickid",
        "irgwc",
        "mkt_tok", "hsctatracking", "s_cid", "s_kwcid", "ef_id", "dm_i", "trk", "trkcampaign", "trk_contact",
        "trk_msg", "trk_module", "trk_sid", "ref_src", "ref_url", "__twitter_impression", "spm", "guccounter",
        "wickedid", "wickedsource", "zanpid", "awc", "tduid", "_kx", "ml_subscriber", "ml_subscriber_hash",
        "cmpid",
        "campaignid", "adgroupid", "ncid", "nr_email_referer", "action_object_map", "action_type_map",
        "action_ref_map", "elqtrackid", "elqtrack", "elqaid", "elqat", "elqcampaignid", "assetid",
        "assettype",
        "soc_src", "soc_trk", "xtor", "vmcid", "otm_source", "from_utm", "clickid", "click_id", "_bta_tid",
        "_bta_c",
        "sms_click", "sms_source", "sms_uph", "wprov", "tracking_source", "unicorn_click_id", "syclid",
        "roistat",
    ]
}
