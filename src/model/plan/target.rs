//! Targets: set values, their scopes, and the tables that divide them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::dictionary::{choices, record};
use crate::model::plan::credit::CreditBy;
use crate::model::value::clause::Clause;
use crate::model::value::period::Period;
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::{
    IndicatorRef, LeaderRef, ScopeRef, SectorRef, UnitRef,
};
use crate::model::value::word::Id;

choices! {
    /// How a value is compared with a target.
    Comparison = "比较" "comparison" {
        AtLeast = "以上" "ge",
        Above = "超过" "gt",
    }
}

choices! {
    /// Whether a target is binding.
    Force = "约束" "force" {
        Binding = "约束性" "binding",
        Striving = "力争" "striving",
    }
}

record! {
    /// A target outside the tables.
    Target = "目标" "target" "一个指标在一个范围的目标" identity(id, indicator, scope) {
        id: Id = "编号" "编号" "year" "" Public,
        indicator: IndicatorRef = "指标" "指标" "到位资金" "W04" Public,
        scope: ScopeRef = "范围" "对谁；“各”加分组、领导职务类别、领导、单位或产业链，表示其中每一个" "全县" "W04" Public,
        value: Option<Quantity> = "值" "目标值；空白表示未下达" "70亿元" "W04" Public,
        comparison: Option<Comparison> = "比较" "以上含本数，超过不含；不写为以上" "以上" "W03" Public,
        force: Option<Force> = "约束" "约束性或力争，不写为约束性" "力争" "G10" Public,
        level: Option<String> = "层级" "哪一级下达" "县" "" Public,
        from: Option<NaiveDate> = "起用" "从哪天起用；有多个时取最晚起用的一个" "2023-01-01" "F19" Public,
        to: Option<NaiveDate> = "止用" "用到哪天为止" "2023-06-30" "F19" Public,
        issued: Option<NaiveDate> = "下达" "下达的日期；截止日在它以前的各期还不知道这个目标，不写为一直知道" "2023-01-10" "" Public,
        stage: Option<Period> = "阶段" "只管到这一期末的阶段目标，如上半年、三季度（从期初累计）；不写为全期的目标" "2023-Q3" "" Public,
        wording: Option<String> = "原文" "文件里的写法" "到位资金70亿元" "W04" Public,
        clause: Clause = "依据" "依据的条款" "二" "W04" Public,
    }
}

record! {
    /// A table of targets that add up to stated sums.
    TargetTable = "目标表" "target-table" "一张任务分解表" identity(id, name) {
        id: Id = "编号" "编号" "units" "" Public,
        name: String = "名称" "表题" "2023年招商引资目标任务分解表" "W48" Public,
        clause: Clause = "依据" "在文件中的位置" "附件1" "W48" Public,
        level: Option<String> = "层级" "哪一级下达" "县" "" Public,
        by: Option<CreditBy> = "归属" "项目按责任单位还是落地单位归到行，不写为责任单位；一个项目在一张表里只归一次，可同时归入几张表" "落地单位" "F31" Public,
        comparison: Option<Comparison> = "比较" "以上含本数，超过不含；不写为以上" "以上" "W03" Public,
        force: Option<Force> = "约束" "约束性或力争，不写为约束性" "力争" "G10" Public,
        from: Option<NaiveDate> = "起用" "从哪天起用" "2023-01-01" "F19" Public,
        to: Option<NaiveDate> = "止用" "用到哪天为止" "2023-06-30" "F19" Public,
        issued: Option<NaiveDate> = "下达" "下达的日期；截止日在它以前的各期还不知道这张表，不写为一直知道" "2023-01-10" "" Public,
        stage: Option<Period> = "阶段" "这张表是到这一期末的阶段目标；不写为全期的目标" "2023-H1" "" Public,
        adjustments: Vec<TargetAdjustment> = "调整" "年中改了的目标，一行一条；没有改的不重抄" "[{行: 广东招商分局, 指标: 到位资金, 目标: 0.7亿元, 自: 2023-10-01, 依据: 二}]" "" Public,
        rows: Vec<TargetRow> = "行" "各行，照文件的先后" "[{领域: 商贸物流, 单位: 县交通局, 目标: {正式合同额: 50亿元, 到位资金: 7亿元}}]" "W48" Public,
        sums: Vec<TargetSum> = "合计" "文件写明的各个合计" "[{领域: 商贸物流, 目标: {正式合同额: 65亿元, 到位资金: 10亿元}}]" "W48" Public,
    }
}

record! {
    /// A row of a target table.
    TargetRow = "目标行" "target-row" "目标表的一行" identity(sector, unit) {
        unit: UnitRef = "单位" "责任单位" "县交通局" "W48" Public,
        sector: Option<SectorRef> = "领域" "所在领域；不属于任何领域的不写" "商贸物流" "W49" Public,
        leaders: Vec<LeaderRef> = "牵头领导" "这一行的牵头领导的代称，照文件的先后；换了人的，接任的接着写，通报只列当时在任的" "[县领导戊]" "W48" Internal,
        targets: BTreeMap<String, Option<Quantity>> = "目标" "各指标的目标；空白表示未下达" "{正式合同额: 50亿元, 到位资金: 7亿元}" "W50" Public,
    }
}

record! {
    /// A sum stated in a target table.
    TargetSum = "目标合计" "target-sum" "目标表写明的一个合计" identity(sector) {
        sector: Option<SectorRef> = "领域" "哪个领域的合计；全表合计不写" "商贸物流" "W16" Public,
        targets: BTreeMap<String, Option<Quantity>> = "目标" "各指标的合计" "{正式合同额: 65亿元, 到位资金: 10亿元}" "W16" Public,
        clause: Clause = "依据" "在文件中的位置" "附件1" "W16" Public,
    }
}

record! {
    /// A target of a table that takes another value from a day on.
    TargetAdjustment = "目标调整" "target-adjustment" "目标表的一行从某天起改为另一个数" identity(row, indicator, from) {
        row: ScopeRef = "行" "哪一行：单位，几行的写“单位@领域”；合计写领域或全域" "广东招商分局" "" Public,
        indicator: IndicatorRef = "指标" "哪个指标" "到位资金" "" Public,
        value: Option<Quantity> = "目标" "改成多少；空白表示不再下达" "0.7亿元" "" Public,
        from: NaiveDate = "自" "从哪天起；以前的节点仍按原来的目标判断" "2023-10-01" "" Public,
        issued: Option<NaiveDate> = "下达" "下达的日期；不写就是“自”的那天" "2023-09-28" "" Public,
        clause: Clause = "依据" "依据的条款" "二" "" Public,
    }
}
