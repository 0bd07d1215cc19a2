//! How an investor is related to a company on a list.

use crate::model::dictionary::choices;

choices! {
    /// The relation of an investor to a company on a list.
    Relation = "关系" "relation" {
        Own = "本企业" "own",
        Parent = "母公司" "parent",
        FirstSubsidiary = "一级子公司" "first-subsidiary",
        OtherSubsidiary = "其他子公司" "other-subsidiary",
    }
}
