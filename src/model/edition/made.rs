//! What a narrative has the program make: lists of units, and the key points.

use crate::model::dictionary::written::Span;

/// A list of units by a condition: `{{ 名单 到位资金 未完成 }}`.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitList {
    /// Name or id of the indicator.
    pub indicator: String,
    /// The condition.
    pub condition: String,
    /// What else is asked for, such as 带数 and 分组.
    pub options: Vec<String>,
    /// Place of the whole call.
    pub span: Span,
}

/// A key point: `{{ 要点 标题 }}`.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPoint {
    /// Which one.
    pub name: String,
    /// Place of the whole call.
    pub span: Span,
}
