//! The rules, in the order of the manual.

mod unknown_unit;
mod unknown_group;
mod unknown_sector;
mod unknown_chain;
mod unknown_region;
mod unknown_leader;
mod unknown_plan;
mod unknown_clause;
mod unknown_indicator;
mod unknown_curve;
mod unknown_lamps;
mod unknown_scope;
mod unknown_project;
mod unknown_call;
mod duplicate_id;
mod duplicate_name;
mod file_name;
mod year_folder;
mod stage_order;
mod negative_amount;
mod curve_points;
mod outside_span;
mod issued_too_early;
mod target_sum;
mod joint_shares;
mod joint_lead;
mod weight_sum;
mod weight_set;
mod range_unreachable;
mod cap_unstated;
mod unknown_unstated;
mod score_weights;
mod score_field;
mod unknown_score_item;
mod unit_sector;
mod text_table_differ;
mod lamp_basis;
mod threshold_gap;
mod threshold_overlap;
mod campaign_window;
mod target_versions;
mod yearly_goal_short;
mod two_names;
mod blank_or_zero;
mod blank_target;
mod zero_denominator;
mod bad_derivation;
mod unknown_declaration;
mod power_of_ten;
mod same_investor;
mod role_missing;
mod quoted_differ;
mod bare_number;
mod unknown_event;
mod signed_twice;
mod barred_investor;
mod need_missing;
mod stale_entry;
mod signing_cluster;
mod unit_list_differs;
mod total_twice;
mod total_month;
mod unit_mismatch;
mod recorded_early;
mod funds_twice;
mod funds_after_stop;
mod no_rate;
mod mark_too_high;
mod unit_not_assessed;

use crate::check::Rule;

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
    &file_name::RULE,
    &year_folder::RULE,
    &stage_order::RULE,
    &negative_amount::RULE,
    &curve_points::RULE,
    &outside_span::RULE,
    &issued_too_early::RULE,
    &target_sum::RULE,
    &joint_shares::RULE,
    &joint_lead::RULE,
    &weight_sum::RULE,
    &weight_set::RULE,
    &range_unreachable::RULE,
    &cap_unstated::RULE,
    &unknown_unstated::RULE,
    &score_weights::RULE,
    &score_field::RULE,
    &unknown_score_item::RULE,
    &unit_sector::RULE,
    &text_table_differ::RULE,
    &lamp_basis::RULE,
    &threshold_gap::RULE,
    &threshold_overlap::RULE,
    &campaign_window::RULE,
    &target_versions::RULE,
    &yearly_goal_short::RULE,
    &two_names::RULE,
    &blank_or_zero::RULE,
    &blank_target::RULE,
    &zero_denominator::RULE,
    &bad_derivation::RULE,
    &unknown_declaration::RULE,
    &power_of_ten::RULE,
    &same_investor::RULE,
    &role_missing::RULE,
    &quoted_differ::RULE,
    &bare_number::RULE,
    &unknown_event::RULE,
    &signed_twice::RULE,
    &barred_investor::RULE,
    &need_missing::RULE,
    &stale_entry::RULE,
    &signing_cluster::RULE,
    &unit_list_differs::RULE,
    &total_twice::RULE,
    &total_month::RULE,
    &unit_mismatch::RULE,
    &recorded_early::RULE,
    &funds_twice::RULE,
    &funds_after_stop::RULE,
    &no_rate::RULE,
    &mark_too_high::RULE,
    &unit_not_assessed::RULE,
];
