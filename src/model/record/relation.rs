//! What an investor is to a company that stands in a list.

use crate::model::dictionary::choices;

choices! {
    /// What the investor is to the company that stands in a list.
    Relation = "关系" "relation" {
        Own = "本企业" "own",
        Parent = "母公司" "parent",
        FirstSubsidiary = "一级子公司" "first-subsidiary",
        OtherSubsidiary = "其他子公司" "other-subsidiary",
    }
}
