//! The words of score items: shapes, inputs, comparisons, treatments and bounds.

use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::model::dictionary::{Word, WordError, WordShape, choices, word_value};
use crate::model::value::number::parse_number;

choices! {
    /// How a number becomes a score.
    ScoreShape = "计分方式" "score-shape" {
        Ratio = "比率" "ratio",
        Bands = "分档" "bands",
        Steps = "步进" "steps",
        Coefficient = "功效系数" "coefficient",
        Deduction = "扣分" "deduction",
        Tally = "计次" "tally",
        Bonus = "加分" "bonus",
        Judged = "评分" "judged",
        Imported = "导入" "imported",
        Scores = "取分" "scores",
    }
}

choices! {
    /// The number of an indicator that is scored.
    ScoreInput = "看" "seen" {
        Completion = "完成率" "completion",
        Value = "完成数" "value",
        Lead = "超欠进度" "lead",
        Ahead = "超欠数" "ahead",
        Shortfall = "欠账" "shortfall",
        Rank = "名次" "rank",
    }
}

choices! {
    /// What a value is divided by.
    Against = "对照" "against" {
        Year = "年度目标" "year",
        Schedule = "序时目标" "schedule",
        Average = "平均值" "average",
        Itself = "本数" "itself",
    }
}

choices! {
    /// How an average is taken.
    AverageKind = "平均" "average-kind" {
        Mean = "各单位率的平均" "mean",
        Pooled = "合计之比" "pooled",
    }
}

choices! {
    /// What a gate decides for a unit without a target.
    Blank = "未下达" "blank" {
        Met = "视为满足" "met",
        NotMet = "视为不满足" "not-met",
    }
}

choices! {
    /// The units that an average is taken over.
    AverageOf = "平均范围" "average-of" {
        Assessed = "全部被考核单位" "assessed",
        Group = "同组单位" "group",
    }
}

choices! {
    /// What an item scores when its number is unknown.
    Treatment = "处理" "treatment" {
        Zero = "零分" "zero",
        Full = "满分" "full",
        Excluded = "剔除并折算" "excluded",
        NoTotal = "总分不计" "no-total",
    }
}

choices! {
    /// Why a number is unknown.
    Cause = "原因" "cause" {
        NoTarget = "未下达" "no-target",
        ZeroDivisor = "分母为零" "zero-divisor",
        NoData = "没有数据" "no-data",
    }
}

choices! {
    /// Who gets the bonus of a joint project.
    JointBonus = "联合计分" "joint-bonus" {
        Shared = "按比例" "shared",
        Lead = "计入牵头单位" "lead",
    }
}

/// An upper bound, which is always declared: a number, or 不封顶.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// The score is never more than this.
    At(Decimal),
    /// The score has no upper bound.
    Open,
}

impl Display for Cap {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        match self {
            Cap::At(most) => write!(out, "{}", most.normalize()),
            Cap::Open => out.write_str("不封顶"),
        }
    }
}

impl Word for Cap {
    const SHAPE: &'static WordShape = &WordShape {
        id: "cap",
        name: "封顶",
        form: "一个数，或 不封顶",
        pattern: "^(不封顶|-?\\d{1,16}(\\.\\d{1,8})?)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Cap, WordError> {
        match text {
            "不封顶" => Ok(Cap::Open),
            _ => parse_number(text).map(|most| Cap::At(most.normalize())),
        }
    }
}

word_value!(Cap);

impl ScoreInput {
    /// Returns the unit that conditions on the number are written in; that of the indicator where
    /// it is empty.
    pub fn unit(self) -> &'static str {
        match self {
            ScoreInput::Lead => "个百分点",
            ScoreInput::Completion => "%",
            ScoreInput::Rank => "位",
            ScoreInput::Value | ScoreInput::Ahead | ScoreInput::Shortfall => "",
        }
    }

    /// Returns whether the number can be negative whatever it is of.
    pub fn is_signed(self) -> bool {
        matches!(self, ScoreInput::Lead | ScoreInput::Ahead | ScoreInput::Shortfall)
    }
}
