//! Lamps: declared states with their conditions.

use crate::model::clause::Clause;
use crate::model::dictionary::{choices, record};
use crate::model::word::{Color, Id, Interval};

choices! {
    /// Which number decides the lamp.
    LampBasis = "看" "lamp-basis" {
        Lead = "超欠进度" "lead",
        Completion = "完成率" "completion",
        Score = "得分" "score",
    }
}

record! {
    /// A set of lamps.
    LampSet = "灯组" "lamp-set" "一组状态，如五色图" {
        id: Id = "编号" "编号" "funds-lamps" "" Public,
        name: String = "名称" "名称" "招商引资考核情况五色图" "W45" Public,
        basis: LampBasis = "看" "按哪个数定灯：超欠进度（百分点）、完成率（%）或考核的得分" "超欠进度" "W45" Public,
        clause: Clause = "依据" "依据的条款" "四（三）" "W45" Public,
        lamps: Vec<Lamp> = "灯" "各灯，由好到差" "[…]" "W45" Public,
    }
}

record! {
    /// A lamp.
    Lamp = "灯" "lamp" "一个状态" {
        id: Id = "编号" "编号" "green" "" Public,
        name: String = "名称" "颜色的叫法" "绿" "W45" Public,
        word: String = "词" "状态的叫法，与颜色一起打印" "领先" "W45" Public,
        color: Color = "颜色" "颜色" "\"#1b7f5c\"" "W45" Public,
        condition: Interval = "条件" "数在什么范围" "不低于0且低于10" "W45" Public,
    }
}
