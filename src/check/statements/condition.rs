//! What units are said to have done, and whether a figure agrees.

use rust_decimal::Decimal;

use crate::check::statements::clause::{Clause, REFERENCE};
use crate::figures::figure::Figure;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;

/// Words by which a sentence is about another time than the edition's, or about what is to come.
const OTHERWISE: [&str; 21] = [
    "月", "季度", "半年", "旬", "去年", "上年", "同期", "曾", "一度", "年初", "测算",
    "预计", "困难", "要", "应", "需", "将", "确保", "力争", "争取", "如果",
];

/// What is said of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// 欠进度.
    Behind,
    /// 超进度.
    Ahead,
    /// 未完成目标.
    Undone,
    /// 完成目标.
    Done,
    /// 尚无: nothing at all.
    Nothing,
}

/// The words of each kind, those before others that are part of them.
const WORDS: &[(&str, Kind)] = &[
    ("欠进度", Kind::Behind),
    ("超进度", Kind::Ahead),
    ("尚未完成", Kind::Undone),
    ("没有完成", Kind::Undone),
    ("未完成", Kind::Undone),
    ("完成", Kind::Done),
    ("尚无", Kind::Nothing),
];

/// What a clause says of units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Condition<'a> {
    kind: Kind,
    /// The words of the clause before it.
    pub(super) before: &'a str,
    /// The words of the clause after it.
    pub(super) after: &'a str,
    /// Whether the sentence is about the time of the edition, and about what is.
    pub(super) is_of_now: bool,
}

impl<'a> Condition<'a> {
    /// Returns what a clause says; `None` where it says nothing of the kind.
    pub(super) fn of(clause: &'a Clause) -> Option<Condition<'a>> {
        let text = &clause.text;
        let found =
            |(word, kind): &(&'static str, Kind)| Some((text.find(word)?, *word, *kind));
        let (at, word, kind) = WORDS.iter().find_map(found)?;
        let is_otherwise = OTHERWISE.iter().any(|word| clause.sentence.contains(word));
        Some(Condition {
            kind,
            before: &text[..at],
            after: &text[at + word.len()..],
            is_of_now: !is_otherwise,
        })
    }

    /// Returns whether nothing follows but what belongs to the condition: the goal or the thing that
    /// there is none of. Anything else may turn what is said.
    pub(super) fn is_whole(&self, indicator: &str) -> bool {
        let after = self.after.trim_matches([REFERENCE, ' ']);
        let after = after.strip_prefix('了').unwrap_or(after);
        match self.kind {
            Kind::Behind | Kind::Ahead => after.is_empty(),
            Kind::Nothing => after == indicator,
            Kind::Done | Kind::Undone => {
                let goal = after.replacen(indicator, "", 1);
                let goal = goal.strip_prefix("全年").or(goal.strip_prefix("年度"));
                goal.is_some_and(|goal| matches!(goal, "目标" | "任务" | "目标任务"))
            }
        }
    }

    /// Returns whether nothing else may follow, whatever the indicator is called.
    pub(super) fn may_be_whole(&self) -> bool {
        let is_goal = |end| self.after.trim_end_matches([REFERENCE, ' ']).ends_with(end);
        match self.kind {
            Kind::Behind | Kind::Ahead => self.is_whole(""),
            Kind::Done | Kind::Undone => ["目标", "任务"].into_iter().any(is_goal),
            Kind::Nothing => true,
        }
    }

    /// Returns whether the clause itself must name the indicator: what there is nothing of.
    pub(super) fn needs_indicator(&self) -> bool {
        self.kind == Kind::Nothing
    }

    /// Returns whether a figure agrees; `None` if it has no such number.
    pub(super) fn holds(&self, view: &IndicatorView, figure: &Figure) -> Option<bool> {
        let number = view.outcome(figure, self.part()).ok()?;
        Some(match self.kind {
            Kind::Behind => number < Decimal::ZERO,
            Kind::Ahead => number > Decimal::ZERO,
            Kind::Undone => number < Decimal::ONE,
            Kind::Done => number >= Decimal::ONE,
            Kind::Nothing => number.is_zero(),
        })
    }

    fn part(&self) -> FigurePart {
        match self.kind {
            Kind::Behind | Kind::Ahead => FigurePart::Lead,
            Kind::Undone | Kind::Done => FigurePart::Completion,
            Kind::Nothing => FigurePart::Value,
        }
    }

    /// Returns what the figure of a unit says.
    pub(super) fn told(&self, view: &IndicatorView, figure: &Figure) -> String {
        let name = &view.indicator().name;
        let number = view.plain(figure, self.part(), true);
        match self.kind {
            Kind::Behind | Kind::Ahead => format!("{name}{number}"),
            Kind::Undone | Kind::Done => format!("{name}完成率{number}"),
            Kind::Nothing => format!("有{name}{number}"),
        }
    }

    /// Returns the condition in words.
    pub(super) fn word(&self) -> &'static str {
        match self.kind {
            Kind::Behind => "欠进度",
            Kind::Ahead => "超进度",
            Kind::Undone => "未完成目标",
            Kind::Done => "完成目标",
            Kind::Nothing => "为零",
        }
    }
}
