//! Forms: tables that units fill in, with the columns that the plan prescribes.

use crate::model::dictionary::record;
use crate::model::value::clause::Clause;
use crate::model::value::reference::{IndicatorRef, ScopeRef};
use crate::model::value::word::Id;

record! {
    /// A form of a plan.
    Form = "统计表" "form" "方案所附的统计表样，通报照样列出各单位的数" identity(id, name) {
        id: Id = "编号" "编号" "annex-1" "D36" Public,
        name: String = "名称" "表题" "“百日攻坚”行动基本情况统计表" "D36" Public,
        first: Option<String> = "首列" "第一列的叫法，不写为“填报单位”" "填报单位" "D36" Public,
        rows: Vec<ScopeRef> = "行" "各行：单位、分组，或 各产业链、各来源区域、各渠道" "[县（市、区）]" "D36" Public,
        columns: Vec<FormColumn> = "列" "各列，照表样的先后" "[{栏: 新签约项目, 名称: 数量, 指标: 新签约项目数量}]" "D37" Public,
        clause: Clause = "依据" "在文件中的位置" "附件1" "D36" Public,
    }
}

record! {
    /// A column of a form.
    FormColumn = "统计表的列" "form-column" "统计表的一列" identity(indicator, name) {
        group: Option<String> = "栏" "所在的大栏，相邻同名的合并" "新签约项目" "D37" Public,
        name: String = "名称" "列名，不写计量单位" "数量" "D37" Public,
        indicator: IndicatorRef = "指标" "填哪个指标的数" "新签约项目数量" "D37" Public,
    }
}

impl Form {
    /// Returns whether a word names the form.
    pub fn is_called(&self, word: &str) -> bool {
        self.id.as_str() == word || self.name == word
    }
}
