//! What units are said to have done, and whether a figure agrees.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::claims::number::plain::Plain;
use crate::claims::statements::clause::Clause;
use crate::claims::typed::REFERENCE;
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
    /// 达到序时进度.
    OnSchedule,
    /// 未完成目标.
    Undone,
    /// 完成目标.
    Done,
    /// 尚无: nothing at all.
    Nothing,
}

/// The words of each kind, those before others that are part of them.
const WORDS: &[(&str, Kind)] = &[
    ("尚未达到序时", Kind::Behind),
    ("没有达到序时", Kind::Behind),
    ("未达到序时", Kind::Behind),
    ("未达序时", Kind::Behind),
    ("低于序时", Kind::Behind),
    ("落后于序时", Kind::Behind),
    ("落后序时", Kind::Behind),
    ("滞后于序时", Kind::Behind),
    ("慢于序时", Kind::Behind),
    ("欠序时", Kind::Behind),
    ("欠进度", Kind::Behind),
    ("达到或超过序时", Kind::OnSchedule),
    ("达到序时", Kind::OnSchedule),
    ("达序时", Kind::OnSchedule),
    ("高于序时", Kind::Ahead),
    ("超过序时", Kind::Ahead),
    ("快于序时", Kind::Ahead),
    ("超序时", Kind::Ahead),
    ("超进度", Kind::Ahead),
    ("尚未完成", Kind::Undone),
    ("没有完成", Kind::Undone),
    ("未完成", Kind::Undone),
    ("完成", Kind::Done),
    ("尚无", Kind::Nothing),
];

/// What a clause says of units.
#[derive(Clone, Debug)]
pub(super) struct Condition<'a> {
    kind: Kind,
    /// The words of the clause before it.
    pub(super) before: &'a str,
    /// The words of the clause after it.
    pub(super) after: &'a str,
    /// Whether the sentence is about what is: of the end of the last month that it names, if any.
    pub(super) is_of_now: bool,
    /// The months up to whose ends the sentence is about something.
    pub(super) months: Vec<u32>,
}

impl<'a> Condition<'a> {
    /// Returns what a clause says; `None` where it says nothing of the kind.
    pub(super) fn of(clause: &Clause<'a>) -> Option<Condition<'a>> {
        let text = clause.text();
        let found =
            |(word, kind): &(&'static str, Kind)| Some((text.find(word)?, *word, *kind));
        let (at, word, kind) = WORDS.iter().find_map(found)?;
        // What is so stays so, whatever is wanted behind it; what is done may only be wanted.
        let is_so = kind == Kind::Behind || text.contains('已');
        let words = if is_so { clause.so_far() } else { clause.sentence() };
        let plain = Plain::of(words);
        let (sentence, months) = until(plain.text());
        let after = &text[at + word.len()..];
        let is_schedule = word.ends_with("序时");
        Some(Condition {
            kind,
            before: &text[..at],
            after: after.strip_prefix("进度").filter(|_| is_schedule).unwrap_or(after),
            is_of_now: !OTHERWISE.iter().any(|word| sentence.contains(word)),
            months,
        })
    }

    /// Returns whether nothing follows but what belongs to the condition: the goal or the thing that
    /// there is none of. Anything else may turn what is said.
    pub(super) fn is_whole(&self, indicator: &str) -> bool {
        let after = self.after.trim_matches([REFERENCE, ' ']);
        let after = after.strip_prefix('了').unwrap_or(after);
        match self.kind {
            Kind::Behind | Kind::Ahead | Kind::OnSchedule => after.is_empty(),
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
            Kind::Behind | Kind::Ahead | Kind::OnSchedule => self.is_whole(""),
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
            Kind::OnSchedule => number >= Decimal::ZERO,
            Kind::Undone => number < Decimal::ONE,
            Kind::Done => number >= Decimal::ONE,
            Kind::Nothing => number.is_zero(),
        })
    }

    fn part(&self) -> FigurePart {
        match self.kind {
            Kind::Behind | Kind::Ahead | Kind::OnSchedule => FigurePart::Lead,
            Kind::Undone | Kind::Done => FigurePart::Completion,
            Kind::Nothing => FigurePart::Value,
        }
    }

    /// Returns what the figure of a unit says.
    pub(super) fn told(&self, view: &IndicatorView, figure: &Figure) -> String {
        let name = &view.indicator().name;
        let number = view.plain(figure, self.part(), true);
        match self.kind {
            Kind::Behind | Kind::Ahead | Kind::OnSchedule => format!("{name}{number}"),
            Kind::Undone | Kind::Done => format!("{name}完成率{number}"),
            Kind::Nothing => format!("有{name}{number}"),
        }
    }

    /// Returns the condition in words.
    pub(super) fn word(&self) -> &'static str {
        match self.kind {
            Kind::Behind => "欠进度",
            Kind::Ahead => "超进度",
            Kind::OnSchedule => "达到序时进度",
            Kind::Undone => "未完成目标",
            Kind::Done => "完成目标",
            Kind::Nothing => "为零",
        }
    }
}

/// Returns whether words are about another time than the end of a month, or about what is to come.
pub(super) fn is_of_other_time(words: &str, end: u32) -> bool {
    let plain = Plain::of(words);
    let (rest, months) = until(plain.text());
    OTHERWISE.iter().any(|word| rest.contains(word))
        || months.iter().any(|month| *month != end)
}

/// Returns a sentence without the words for the end of a month, and these months: 截至9月底, 1—9月.
fn until(sentence: &str) -> (String, Vec<u32>) {
    let (mut rest, mut months) = (sentence.to_owned(), Vec::new());
    while let Some((range, month)) = end_of_month(&rest) {
        rest.replace_range(range, "");
        months.push(month);
    }
    (rest, months)
}

/// Returns where a sentence names the end of a month, and which.
fn end_of_month(sentence: &str) -> Option<(Range<usize>, u32)> {
    sentence.match_indices('月').find_map(|(at, mark)| {
        let start =
            sentence[..at].trim_end_matches(|mark: char| mark.is_ascii_digit()).len();
        let month = sentence[start..at].parse().ok()?;
        let (ahead, end) = (&sentence[..start], at + mark.len());
        let ranged = ["1—", "1-", "1–", "1至", "1月—", "1月至"];
        if let Some(bare) = ranged.iter().find_map(|word| ahead.strip_suffix(word)) {
            let is_first = !bare.ends_with(|mark: char| mark.is_ascii_digit());
            return is_first.then_some((bare.len()..end, month));
        }
        let bare =
            ["截至", "截止", "到"].iter().find_map(|word| ahead.strip_suffix(word))?;
        let behind = &sentence[end..];
        let last = ["底", "末"].iter().find(|word| behind.starts_with(*word))?;
        Some((bare.len()..end + last.len(), month))
    })
}
