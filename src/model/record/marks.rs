//! Decisions of people about units that the program only adopts: marks, lapses, disqualifications.

use chrono::NaiveDate;

use crate::model::dictionary::{choices, record};
use crate::model::value::clause::Clause;
use crate::model::value::period::Period;
use crate::model::value::reference::UnitRef;
use crate::model::value::share::Number;
use crate::model::value::word::{Count, Flag, Id};

choices! {
    /// The periods whose marks a judged item takes.
    MarksOf = "取评分" "marks-of" {
        Newest = "最近一期" "newest",
        All = "各期" "all",
    }
}

record! {
    /// `marks/<period>.yaml`: marks, lapses and disqualifications.
    MarksFile = "考核记录" "marks" "评分、缺项和取消资格：文件 marks/<期>.yaml" list order = 4 {
        marks: Vec<Mark> = "评分" "评出的或导入的分" "[{考核: support, 项目: survey, 单位: 县住房城乡建委, 评分方: 落地企业, 分: 92, 期: 2023-06, 演示: 是}]" "K06" Internal,
        lapses: Vec<Lapse> = "缺项" "缺的工作，一项（次）一条" "[{考核: units, 项目: daily, 单位: 县城管局, 日期: 2023-06-25, 事项: 未报送当月工作情况, 演示: 是}]" "K28" Internal,
        vetoes: Vec<Veto> = "取消资格" "取消考评资格的单位" "[{考核: units, 单位: 县城管局, 起: 2023-06-30, 原因: 虚报到位资金, 依据: 四（五）, 演示: 是}]" "D34" Public,
    }
}

record! {
    /// A mark that somebody gave to a unit.
    Mark = "评分" "mark" "对一个单位一个计分项的一份评分" identity(assessment, item, period, unit, judge) day(period) evidence(evidence) fact {
        assessment: Id = "考核" "考核的编号" "support" "K06" Internal,
        item: Id = "项目" "计分项的编号" "survey" "K06" Internal,
        unit: UnitRef = "单位" "被评的单位" "县住房城乡建委" "K06" Internal,
        judge: Option<String> = "评分方" "谁评的；只写哪一方，不写姓名" "落地企业" "K06" Internal,
        points: Number = "分" "评的分" "92" "K06" Internal changes,
        period: Period = "期" "评的是哪一期" "2023-06" "K06" Internal,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-06-24" "K35" Internal,
        evidence: Vec<String> = "凭证" "佐证资料" "[评分表]" "K30" Internal changes,
        demo: Option<Flag> = "演示" "虚构的记录写“是”" "是" "" Internal,
    }
    corrected by MarkCorrection "mark-correction" "对一份评分的更正" "[{报送: 2023-07-09, 分: 90, 原因: 评分表录错}]"
}

record! {
    /// Work that a unit did not do.
    Lapse = "缺项" "lapse" "一个单位缺的一项工作" identity(assessment, item, date, unit, subject) day(date) fact {
        assessment: Id = "考核" "考核的编号" "units" "K28" Internal,
        item: Id = "项目" "计分项的编号" "daily" "K28" Internal,
        unit: UnitRef = "单位" "单位" "县城管局" "K28" Internal,
        date: NaiveDate = "日期" "哪天发现的" "2023-06-25" "K28" Internal,
        subject: String = "事项" "缺什么" "未按时报送当月工作情况" "K29" Internal changes,
        count: Option<Count> = "数" "几项（次），不写为 1" "1" "K28" Internal changes,
        points: Option<Number> = "扣" "一项扣几分，不写照计分项的“每项”" "8" "" Internal changes,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-06-25" "K35" Internal,
        demo: Option<Flag> = "演示" "虚构的记录写“是”" "是" "" Internal,
    }
    corrected by LapseCorrection "lapse-correction" "对一项缺项的更正" "[{报送: 2023-07-09, 作废: 是, 原因: 核实已按时报送}]"
}

record! {
    /// The exclusion of a unit from an assessment.
    Veto = "取消资格" "veto" "取消一个单位的考评资格，单位仍列出" identity(assessment, from, unit) fact {
        assessment: Id = "考核" "考核的编号" "units" "D34" Public,
        unit: UnitRef = "单位" "单位" "县城管局" "D34" Public,
        from: NaiveDate = "起" "从哪天起" "2023-06-30" "D35" Public,
        to: Option<NaiveDate> = "止" "到哪天止；不写则一直有效" "2023-12-31" "D35" Public changes,
        reason: String = "原因" "原因，照印" "虚报到位资金" "D34" Public,
        clause: Clause = "依据" "依据的条款" "四（五）" "D34" Public,
        submitted: Option<NaiveDate> = "报送" "决定送达的日期，从这天起知道；不写就是“起”的那天" "2023-07-05" "" Internal,
        demo: Option<Flag> = "演示" "虚构的记录写“是”" "是" "" Public,
    }
    corrected by VetoCorrection "veto-correction" "对取消资格的更正" "[{报送: 2023-10-09, 止: 2023-09-30, 原因: 整改到位，恢复资格}]"
}

impl Lapse {
    /// Returns how many items the lapse counts for.
    pub fn count(&self) -> u32 {
        self.count.map_or(1, |count| count.0)
    }
}
