//! The rules, in the order of the manual.

mod annexes_many;
mod below_file_edited;
mod below_misplaced;
mod bad_derivation;
mod bare_number;
mod barred_investor;
mod blank_or_zero;
mod blank_target;
mod broken_release;
mod broken_revision;
mod campaign_window;
mod cap_unstated;
mod curve_points;
mod edition_order;
mod duplicate_id;
mod duplicate_name;
mod evidence_unfit;
mod file_name;
mod formal_item;
mod fraction_for_percent;
mod funds_after_stop;
mod funds_before_contract;
mod funds_exceed;
mod funds_twice;
mod goal_differs;
mod hidden_value;
mod issued_too_early;
mod joint_lead;
mod joint_shares;
mod judged_after_merger;
mod lamp_basis;
mod lapse_points;
mod late_over_year;
mod leader_terms;
mod leftover_text;
mod long_document;
mod mark_too_high;
mod measure_unfit;
mod merged_total_unstated;
mod move_unruled;
mod need_missing;
mod negative_amount;
mod no_rate;
mod odd_date;
mod odd_goal;
mod odd_mark;
mod odd_total;
mod outside_span;
mod part_exceeds;
mod power_of_ten;
mod promise_overdue;
mod promise_unreviewed;
mod quoted_differ;
mod range_unreachable;
mod recognised_differ;
mod recognised_first;
mod recognition_incomplete;
mod recorded_early;
mod recorded_twice;
mod reduction_unexplained;
mod reference_words;
mod released_edition_gone;
mod released_figure_moved;
mod released_figure_withdrawn;
mod released_file_edited;
mod released_unsealed;
mod released_words_moved;
mod revision_without_release;
mod role_missing;
mod ruling_unmet;
mod running_total;
mod same_investor;
mod rule_without_effect;
mod score_field;
mod score_kind;
mod score_weights;
mod settlement_partial;
mod settlement_unruled;
mod signed_twice;
mod signer_misplaced;
mod signing_cluster;
mod span_unfit;
mod stage_order;
mod stale_entry;
mod statement_unmet;
mod submitted_missing;
mod target_sum;
mod target_versions;
mod text_table_differ;
mod threshold_gap;
mod threshold_overlap;
mod title_period;
mod total_falls;
mod total_month;
mod total_overlap;
mod total_twice;
mod two_names;
mod typing_slip;
mod unit_closed;
mod unit_life;
mod unit_list_differs;
mod unit_mismatch;
mod unit_not_assessed;
mod unit_sector;
mod unknown_call;
mod unknown_chain;
mod unknown_clause;
mod unknown_curve;
mod unknown_declaration;
mod unknown_event;
mod unknown_group;
mod unknown_indicator;
mod unknown_lamps;
mod unknown_leader;
mod unknown_plan;
mod unknown_project;
mod unknown_region;
mod unknown_scope;
mod unknown_score_item;
mod unknown_sector;
mod unknown_unit;
mod unknown_unstated;
mod until_word;
mod weight_set;
mod weight_sum;
mod year_folder;
mod yearly_goal_short;
mod zero_denominator;

use crate::check::Rule;

pub use crate::check::rules::released_file_edited::RELEASED_FILE_EDITED;
pub use crate::check::rules::released_unsealed::RELEASED_UNSEALED;
pub use crate::check::rules::submitted_missing::SUBMITTED_MISSING;

/// Every rule.
pub static RULES: &[&Rule] = &[
    &unknown_unit::RULE,
    &unknown_group::RULE,
    &unknown_sector::RULE,
    &unknown_chain::RULE,
    &unknown_region::RULE,
    &unknown_leader::RULE,
    &unknown_plan::RULE,
    &unknown_clause::RULE,
    &unknown_indicator::RULE,
    &unknown_curve::RULE,
    &unknown_lamps::RULE,
    &unknown_scope::RULE,
    &unknown_project::RULE,
    &unknown_call::RULE,
    &duplicate_id::RULE,
    &duplicate_name::RULE,
    &unit_life::RULE,
    &unit_closed::RULE,
    &leader_terms::RULE,
    &file_name::RULE,
    &year_folder::RULE,
    &stage_order::RULE,
    &negative_amount::RULE,
    &curve_points::RULE,
    &outside_span::RULE,
    &odd_date::RULE,
    &issued_too_early::RULE,
    &edition_order::RULE,
    &title_period::RULE,
    &target_sum::RULE,
    &goal_differs::RULE,
    &joint_shares::RULE,
    &joint_lead::RULE,
    &weight_sum::RULE,
    &weight_set::RULE,
    &range_unreachable::RULE,
    &cap_unstated::RULE,
    &unknown_unstated::RULE,
    &score_weights::RULE,
    &rule_without_effect::RULE,
    &score_field::RULE,
    &score_kind::RULE,
    &unknown_score_item::RULE,
    &unit_sector::RULE,
    &text_table_differ::RULE,
    &lamp_basis::RULE,
    &threshold_gap::RULE,
    &threshold_overlap::RULE,
    &fraction_for_percent::RULE,
    &campaign_window::RULE,
    &target_versions::RULE,
    &yearly_goal_short::RULE,
    &two_names::RULE,
    &below_file_edited::RULE,
    &below_misplaced::RULE,
    &blank_or_zero::RULE,
    &blank_target::RULE,
    &zero_denominator::RULE,
    &annexes_many::RULE,
    &bad_derivation::RULE,
    &unknown_declaration::RULE,
    &power_of_ten::RULE,
    &part_exceeds::RULE,
    &odd_goal::RULE,
    &odd_total::RULE,
    &same_investor::RULE,
    &role_missing::RULE,
    &quoted_differ::RULE,
    &recognition_incomplete::RULE,
    &recognised_differ::RULE,
    &bare_number::RULE,
    &reference_words::RULE,
    &leftover_text::RULE,
    &typing_slip::RULE,
    &until_word::RULE,
    &statement_unmet::RULE,
    &signer_misplaced::RULE,
    &unknown_event::RULE,
    &signed_twice::RULE,
    &recorded_twice::RULE,
    &barred_investor::RULE,
    &need_missing::RULE,
    &evidence_unfit::RULE,
    &promise_unreviewed::RULE,
    &promise_overdue::RULE,
    &formal_item::RULE,
    &long_document::RULE,
    &stale_entry::RULE,
    &signing_cluster::RULE,
    &unit_list_differs::RULE,
    &total_twice::RULE,
    &total_overlap::RULE,
    &total_falls::RULE,
    &merged_total_unstated::RULE,
    &total_month::RULE,
    &unit_mismatch::RULE,
    &measure_unfit::RULE,
    &span_unfit::RULE,
    &recorded_early::RULE,
    &recognised_first::RULE,
    &move_unruled::RULE,
    &funds_twice::RULE,
    &funds_exceed::RULE,
    &running_total::RULE,
    &funds_before_contract::RULE,
    &funds_after_stop::RULE,
    &no_rate::RULE,
    &lapse_points::RULE,
    &late_over_year::RULE,
    &settlement_partial::RULE,
    &settlement_unruled::RULE,
    &mark_too_high::RULE,
    &odd_mark::RULE,
    &unit_not_assessed::RULE,
    &judged_after_merger::RULE,
    &reduction_unexplained::RULE,
    &released_figure_moved::RULE,
    &submitted_missing::RULE,
    &released_edition_gone::RULE,
    &broken_release::RULE,
    &released_file_edited::RULE,
    &released_unsealed::RULE,
    &broken_revision::RULE,
    &revision_without_release::RULE,
    &released_figure_withdrawn::RULE,
    &released_words_moved::RULE,
    &hidden_value::RULE,
    &ruling_unmet::RULE,
];
