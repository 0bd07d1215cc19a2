//! What units are said to have done, and whether a figure agrees.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;

/// Words after which something is wanted or expected and not stated.
const MODALS: [&str; 12] =
    ["要", "应", "需", "将", "确保", "力争", "争取", "能", "可", "预计", "如果", "按"];

/// Words by which a goal is not that of the year.
const STAGES: [&str; 6] = ["季度", "月", "半年", "节点", "序时", "阶段"];

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

/// What a clause says of units, with the place of its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Condition {
    kind: Kind,
    /// The byte at which its words begin.
    pub(super) at: usize,
    /// Whether it only says which units are meant, as in 对欠进度的单位.
    pub(super) is_attribute: bool,
}

impl Condition {
    /// Returns what a clause says; `None` where that is wanted, expected, or of another time.
    pub(super) fn of(text: &str) -> Option<Condition> {
        let found =
            |(word, kind): &(&'static str, Kind)| Some((text.find(word)?, *word, *kind));
        let (at, word, kind) = WORDS.iter().find_map(found)?;
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        let is_wanted = MODALS.iter().any(|modal| before.contains(modal));
        let is_of_year = || {
            let is_goal = after.contains("目标") || after.contains("任务");
            is_goal && !STAGES.iter().any(|stage| text.contains(stage))
        };
        let is_stated = match kind {
            Kind::Done | Kind::Undone => is_of_year(),
            Kind::Behind | Kind::Ahead | Kind::Nothing => true,
        };
        let is_attribute = match kind {
            Kind::Done | Kind::Undone => {
                after.contains("目标的") || after.contains("任务的")
            }
            Kind::Behind | Kind::Ahead | Kind::Nothing => after.starts_with('的'),
        };
        (is_stated && !is_wanted).then_some(Condition { kind, at, is_attribute })
    }

    /// Returns whether the clause itself must name the indicator: what there is nothing of.
    pub(super) fn needs_indicator(self) -> bool {
        self.kind == Kind::Nothing
    }

    /// Returns whether a figure agrees; `None` if it has no such number.
    pub(super) fn holds(self, view: &IndicatorView, figure: &Figure) -> Option<bool> {
        let number = view.outcome(figure, self.part()).ok()?;
        Some(match self.kind {
            Kind::Behind => number < Decimal::ZERO,
            Kind::Ahead => number > Decimal::ZERO,
            Kind::Undone => number < Decimal::ONE,
            Kind::Done => number >= Decimal::ONE,
            Kind::Nothing => number.is_zero(),
        })
    }

    fn part(self) -> FigurePart {
        match self.kind {
            Kind::Behind | Kind::Ahead => FigurePart::Lead,
            Kind::Undone | Kind::Done => FigurePart::Completion,
            Kind::Nothing => FigurePart::Value,
        }
    }

    /// Returns what the figure of a unit says.
    pub(super) fn told(self, view: &IndicatorView, figure: &Figure) -> String {
        let name = &view.indicator().name;
        let number = view.plain(figure, self.part(), true);
        match self.kind {
            Kind::Behind | Kind::Ahead => format!("{name}{number}"),
            Kind::Undone | Kind::Done => format!("{name}完成率{number}"),
            Kind::Nothing => format!("有{name}{number}"),
        }
    }

    /// Returns the condition in words.
    pub(super) fn word(self) -> &'static str {
        match self.kind {
            Kind::Behind => "欠进度",
            Kind::Ahead => "超进度",
            Kind::Undone => "未完成目标",
            Kind::Done => "完成目标",
            Kind::Nothing => "为零",
        }
    }
}
