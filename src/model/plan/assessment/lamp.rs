//! Lamps: declared states with their conditions.

use crate::model::dictionary::{choices, record};
use crate::model::value::clause::Clause;
use crate::model::value::interval::Interval;
use crate::model::value::word::{Color, Id};

choices! {
    /// The number that decides the lamp.
    LampBasis = "看" "lamp-basis" {
        Lead = "超欠进度" "lead",
        Completion = "完成率" "completion",
        Growth = "同比" "growth",
        AboveMean = "比平均" "above-mean",
        Score = "得分" "score",
        Value = "完成数" "value",
        Months = "连续月数" "months",
        Rank = "名次" "rank",
        LastRank = "倒数名次" "last-rank",
    }
}

impl LampBasis {
    /// Returns the unit of the number.
    pub fn unit(self) -> &'static str {
        match self {
            LampBasis::Lead | LampBasis::AboveMean => "个百分点",
            LampBasis::Completion | LampBasis::Growth => "%",
            LampBasis::Score => "分",
            LampBasis::Months => "个月",
            LampBasis::Value | LampBasis::Rank | LampBasis::LastRank => "",
        }
    }

    /// Returns whether the number can be negative.
    pub fn can_be_negative(self) -> bool {
        matches!(
            self,
            LampBasis::Lead | LampBasis::AboveMean | LampBasis::Growth | LampBasis::Value
        )
    }
}

record! {
    /// A set of lamps.
    LampSet = "灯组" "lamp-set" "一组状态，如五色图" identity(id, name) {
        id: Id = "编号" "编号" "funds-lamps" "" Public,
        name: String = "名称" "名称" "招商引资考核情况五色图" "W45" Public,
        basis: LampBasis = "看" "按哪个数定灯：超欠进度、比平均为百分点，完成率、同比为 %；按考核亮灯的看得分、名次或倒数名次" "超欠进度" "W45" Public,
        each: Option<LampTest> = "连续" "看连续月数时，一个月满足什么才连得上" "{看: 完成数, 条件: 高于0}" "" Public,
        clause: Clause = "依据" "依据的条款" "四（三）" "W45" Public,
        lamps: Vec<Lamp> = "灯" "各灯，由好到差" "[…]" "W45" Public,
    }
}

record! {
    /// A lamp.
    Lamp = "灯" "lamp" "一个状态" identity(id, condition, name) {
        id: Id = "编号" "编号" "green" "" Public,
        name: String = "名称" "颜色的叫法" "绿" "W45" Public,
        word: String = "词" "状态的叫法，与颜色一起打印" "领先" "W45" Public,
        color: Color = "颜色" "颜色" "\"#1b7f5c\"" "W45" Public,
        condition: Interval = "条件" "数在什么范围；只看“同时”里的数时写 不限" "不低于0且低于10" "W45" Public,
        also: Vec<LampTest> = "同时" "还要同时满足的条件" "[{看: 比平均, 条件: 不低于0}]" "" Public,
        or: Vec<LampCase> = "或" "另外哪些情形也是这盏灯" "[{同时: [{看: 比平均, 条件: 低于0}, {看: 同比, 条件: 高于0}]}]" "" Public,
    }
}

record! {
    /// A condition on one number.
    LampTest = "灯的条件" "lamp-test" "对一个数的条件" identity(condition) {
        basis: LampBasis = "看" "看哪个数：超欠进度、比平均为百分点，完成率、同比为 %" "比平均" "" Public,
        condition: Interval = "条件" "数在什么范围" "不低于0" "" Public,
    }
}

record! {
    /// Conditions that must all hold.
    LampCase = "灯的情形" "lamp-case" "一种情形，各条件同时满足" identity(all) {
        all: Vec<LampTest> = "同时" "各条件" "[{看: 同比, 条件: 低于0}]" "" Public,
    }
}

impl Lamp {
    /// Returns the colour and the state as printed: `绿·领先`.
    pub fn label(&self) -> String {
        format!("{}·{}", self.name, self.word)
    }
}
