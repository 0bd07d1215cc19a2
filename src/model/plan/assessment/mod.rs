//! An assessment: who is assessed, what is scored, and what follows from the score.

pub mod grade;
pub mod lamp;
pub mod ranking;
pub mod score_item;
pub mod series;

use crate::model::dictionary::{choices, record};
use crate::model::plan::assessment::ranking::Ties;
use crate::model::plan::assessment::score_item::{Cap, Gate, ScoreItem};
use crate::model::plan::assessment::series::Series;
use crate::model::value::clause::Clause;
use crate::model::value::interval::Interval;
use crate::model::value::reference::{GroupRef, IndicatorRef, LampSetRef, UnitRef};
use crate::model::value::share::Number;
use crate::model::value::word::{Count, Flag, Id, Places};

choices! {
    /// The set of units that a unit is ranked among.
    Together = "排位范围" "together" {
        All = "一并排位" "all",
        Groups = "分组排位" "groups",
    }
}

choices! {
    /// What a unit that an assessment has disqualified is left out of besides that assessment.
    LeftOutOf = "取消资格的范围" "left-out-of" {
        Rankings = "指标排位" "rankings",
        Averages = "平均值" "averages",
    }
}

record! {
    /// An assessment with its score items.
    Assessment = "考核" "assessment" "一套考核办法" identity(id, name) {
        id: Id = "编号" "编号" "units" "" Public,
        name: String = "名称" "名称" "招商责任单位考核" "K01" Public,
        clause: Clause = "依据" "依据的条款" "附件2 三" "K01" Public,
        sets: Vec<WeightSet> = "权重组" "文件各处所写的权重，一处写法一组，不得混用；采用的一组须与“计分”一致" "[{编号: section-3, 依据: 附件2 三, 采用: 是, 合计: 100, 项目: […]}]" "K03" Public,
        subjects: Vec<GroupRef> = "对象" "考核哪些组的单位" "[departments, branches, teams]" "K01" Public,
        series: Vec<Series> = "期别" "哪些期计算；不写则各期都算" "[月, 年]" "W42" Public,
        items: Vec<ScoreItem> = "计分" "各计分项；不写则只登记权重，不计分" "[{编号: funds, 名称: 到位资金完成率, 方式: 比率, 指标: 到位资金, 对照: 序时目标, 分值: 30, 封顶: 30, 不明: [{处理: 零分, 裁定: blank-score}], 依据: 附件2 三（二）}]" "K08" Public,
        cap: Option<Cap> = "总分封顶" "总分的上限；不写为不封顶" "不封顶" "K25" Public,
        scale: Option<Number> = "折算" "总分按满分折算成多少分，不写则不折算" "2" "K31" Public,
        places: Option<Places> = "小数" "折算后的总分保留几位小数，不写为 2" "2" "" Public,
        together: Option<Together> = "排位" "被考核单位一并排位还是分组排位，不写为一并排位" "分组排位" "K41" Public,
        ties: Option<Ties> = "并列" "得分相同时怎样排，不写为 并列后顺延（1,2,2,4）" "并列后顺延" "K41" Public,
        top: Option<Count> = "列前" "得分排位只列前几名，含并列；不写则全列" "10" "" Public,
        lamps: Option<LampSetRef> = "灯组" "按得分亮灯的灯组" "score-lamps" "W45" Public,
        grades: Vec<Grade> = "等次" "等次，由高到低" "[{编号: first, 名称: 一等, 得分: 不低于90, 依据: 附件2 七}]" "D33" Public,
        lowered: Vec<Lowering> = "降等" "不合格的计分项有几项，等次降几等或不评" "[{不合格: 不低于1且低于2, 降: 1, 依据: 附件2 七}, {不合格: 不低于2, 依据: 附件2 七}]" "" Public,
        promotions: Vec<Promotion> = "直接定等" "满足条件时不看得分、直接定的等次" "[{等次: first, 条件: {指标: 落地亿元项目数, 看: 完成数, 条件: 不低于3, 依据: 附件2 七}, 依据: 附件2 七}]" "" Public,
        rewards: Vec<Reward> = "奖励" "奖励的条件；只作建议，由人决定" "[{编号: first, 内容: 奖励招商引资工作经费20万元, 名次: 不低于1且不高于2, 得分: 不低于80, 完成: [到位资金], 依据: 附件2 七（一）}]" "K43" Public,
        disqualified: Vec<LeftOutOf> = "取消资格" "取消资格的单位除了本考核的总分和名次，还退出什么；不写则其他排位照排、平均值照算" "[指标排位, 平均值]" "D34" Public,
        listed: Vec<ListedUnit> = "列而不评" "照样计分列出，但不参加评比的单位：不排名次、不评等次奖励、不进平均值" "[{单位: 县财政局, 依据: 一}]" "" Public,
        baseline: Option<Id> = "进步对照" "名次的进退还同哪套考核的名次相比" "season-2" "D30" Public,
        appeal: Option<String> = "异议" "公示和提出异议的规定" "公示五个工作日，有异议的书面反馈" "" Public,
        note: Option<String> = "说明" "印在得分表下的说明" "月度得分为试算，年度考核另行组织" "" Public,
    }
}

record! {
    /// A set of weights that belong together.
    WeightSet = "权重组" "weight-set" "文件一处所写的全部权重" identity(id) {
        id: Id = "编号" "编号" "section-3" "" Public,
        clause: Clause = "依据" "文件中的位置" "附件2 三" "K04" Public,
        used: Flag = "采用" "是否采用" "是" "K04" Public,
        total: Number = "合计" "应合计多少分" "100" "K03" Public,
        items: Vec<Weight> = "项目" "各项权重" "[{名称: 到位资金完成率, 分值: 30, 依据: 附件2 三（二）}]" "K03" Public,
    }
}

record! {
    /// The weight of an item.
    Weight = "权重" "weight" "一项的分值" identity(name) {
        name: String = "名称" "计分项" "资金到位额目标任务完成率" "K09" Public,
        points: Number = "分值" "满分多少" "30" "K09" Public,
        clause: Clause = "依据" "依据的条款" "附件2 三（二）" "K09" Public,
    }
}

record! {
    /// A grade that a total reaches.
    Grade = "考核等次" "score-grade" "一个等次和它的条件" identity(id, name) {
        id: Id = "编号" "编号" "first" "" Public,
        name: String = "名称" "名称" "一等" "D33" Public,
        total: Interval = "得分" "总分在什么范围" "不低于90" "D33" Public,
        rank: Option<Interval> = "名次" "名次在什么范围；不写则不看名次" "不高于3" "D33" Public,
        gates: Vec<Gate> = "门槛" "还须满足的条件，缺一不可" "[{指标: 到位资金, 看: 完成率, 对照: 年度目标, 条件: 不低于100, 依据: 附件2 七}]" "" Public,
        clause: Clause = "依据" "依据的条款" "附件2 七" "D33" Public,
    }
}

record! {
    /// What failed items do to the grade that a total reaches.
    Lowering = "降等" "lowering" "不合格的项数怎样降低等次" identity(failed) {
        failed: Interval = "不合格" "不合格的计分项有几项" "不低于1且低于2" "" Public,
        by: Option<Count> = "降" "降几等；不写则不评等次" "1" "" Public,
        clause: Clause = "依据" "依据的条款" "附件2 七" "" Public,
    }
}

record! {
    /// A unit that is listed with its score, and not assessed.
    ListedUnit = "列而不评" "listed-unit" "一个照样列出、不参加评比的单位" identity(unit) {
        unit: UnitRef = "单位" "单位" "县财政局" "" Public,
        clause: Clause = "依据" "依据的条款" "一" "" Public,
    }
}

record! {
    /// A grade that is given regardless of the score.
    Promotion = "直接定等" "promotion" "不看得分、直接定的等次" identity(grade, condition) {
        grade: Id = "等次" "等次的编号" "first" "" Public,
        condition: Gate = "条件" "满足什么" "{指标: 落地亿元项目数, 看: 完成数, 条件: 不低于3, 依据: 附件2 七}" "" Public,
        clause: Clause = "依据" "依据的条款" "附件2 七" "" Public,
    }
}

record! {
    /// A reward that the program proposes; people decide on it.
    Reward = "奖励" "reward" "一项奖励的条件；只作建议" identity(id) {
        id: Id = "编号" "编号" "first-two" "" Public,
        content: String = "内容" "奖励什么" "次年奖励招商引资工作经费20万元" "K43" Public,
        rank: Option<Interval> = "名次" "名次在什么范围" "不低于1且不高于2" "K43" Public,
        total: Option<Interval> = "得分" "总分在什么范围" "不低于80" "K43" Public,
        tasks: Vec<IndicatorRef> = "完成" "须完成全年目标的指标，缺一不可" "[正式合同额, 到位资金]" "K43" Public,
        clause: Clause = "依据" "依据的条款" "附件2 七（一）" "K43" Public,
        ruling: Option<Id> = "裁定" "依据哪条裁定的读法" "reward-tasks" "K49" Public,
    }
}

impl Assessment {
    /// Returns the set of weights in use; `None` if none is chosen.
    pub fn used(&self) -> Option<&WeightSet> {
        self.sets.iter().find(|set| set.used.0)
    }

    /// Returns the decimal places of a converted total: as declared, else 2.
    pub fn scale_places(&self) -> u32 {
        self.places.map_or(2, |places| places.0)
    }
}
