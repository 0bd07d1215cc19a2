//! What changed, for a terminal: a screen that answers, or everything.

use crate::view::changes::phrases::NOTHING;
use crate::view::changes::{
    BookChanges, Changes, FindingChange, Headline, MovedFigure, Passage, PeriodChanges,
    RecordChange, StatementChange,
};
use crate::words::demo;
use crate::words::plain;

/// How much of each list is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The gravest cases, with the count of all.
    Screen,
    /// Every case, every figure with its causes, every record field by field.
    Whole,
}

/// Cases of a list on the screen where one period is told.
const LINES: usize = 3;

/// Periods that are told on the screen; of those after the first one case of each list.
const PERIODS: usize = 3;

/// The account as plain text.
pub fn text(changes: &Changes, extent: Extent) -> String {
    let mut out = vec![changes.verdict.line(), changes.sides()];
    if changes.books.is_empty() {
        out = vec![changes.sides(), NOTHING.to_owned()];
    }
    for changed in &changes.books {
        out.push(String::new());
        book(changed, extent, &mut out);
    }
    out.push(String::new());
    // What stands in a record, or in the name of a file, begins no line of its own.
    let lines: Vec<String> = out.iter().map(|line| line.replace('\n', " ")).collect();
    plain(&lines.join("\n")).into_owned()
}

fn book(book: &BookChanges, extent: Extent, out: &mut Vec<String>) {
    out.push(format!("【{}】", book.name));
    out.extend(book.cautions.iter().map(|caution| format!("注意：{caution}")));
    let most = if extent == Extent::Whole { usize::MAX } else { LINES };
    let findings = |list: &[FindingChange]| list.iter().map(finding).collect::<Vec<_>>();
    if book.is_doubtful {
        list("新出现的问题", "个", &findings(&book.new_findings), most, out);
    }
    out.extend(book.edits.iter().map(|line| format!("  {line}")));
    for Headline { consequence, lines } in book.told_first() {
        let count = consequence.counted(lines.len());
        passage(&Passage::new(consequence.label(), count, lines.clone()), most, out);
    }
    for edition in &book.editions {
        passage(
            &Passage::new(&edition.title(), String::new(), edition.told()),
            2 * most.min(99),
            out,
        );
    }
    let several = book.results.iter().filter(|period| period.first).count() > 1;
    let mut others: Vec<String> = Vec::new();
    for (at, period) in book.results.iter().enumerate() {
        let is_told = extent == Extent::Whole || period.first && at < PERIODS;
        match (is_told, at) {
            (false, _) => others.extend(period.summary()),
            (true, 0) => told(period, most.saturating_sub(several.into()), extent, out),
            (true, _) => told(period, if most == LINES { 1 } else { most }, extent, out),
        }
    }
    others.extend(book.others.iter().cloned());
    list("其他各期", "期", &others, most, out);
    for (title, lines) in book.sentences_by(["[-", "-]"], ["{+", "+}"], &str::to_owned) {
        list(title, "句", &lines, most, out);
    }
    let said: Vec<String> = book.statements.iter().map(StatementChange::line).collect();
    list("正文里的说法", "句", &said, most, out);
    if extent == Extent::Whole {
        let records: Vec<String> = book.records.iter().flat_map(record).collect();
        list("记录", "条", &records, most, out);
    }
    if !book.is_doubtful {
        list("新出现的问题", "个", &findings(&book.new_findings), most, out);
    }
    list("已消除的问题", "个", &findings(&book.gone_findings), most, out);
}

fn told(period: &PeriodChanges, most: usize, extent: Extent, out: &mut Vec<String>) {
    out.push(format!("结果　{}", period.counted()));
    list("新的数", "项", &period.added, most, out);
    period.account.iter().for_each(|one| passage(one, most, out));
    if extent == Extent::Whole {
        period.moves.iter().for_each(|figure| movement(figure, out));
    }
}

fn passage(passage: &Passage, most: usize, out: &mut Vec<String>) {
    let head = format!("{}{}", passage.label, passage.count);
    match passage.lines.as_slice() {
        [] => {}
        [line] => out.push(format!("  {head}：{line}")),
        [first, ..] if most <= 1 => out.push(format!("  {head}，如：{first}")),
        lines => {
            let such = if lines.len() > most { "，如" } else { "" };
            out.push(format!("  {head}{such}："));
            out.extend(lines.iter().take(most).map(|line| format!("    {line}")));
        }
    }
}

fn list(title: &str, unit: &str, lines: &[String], most: usize, out: &mut Vec<String>) {
    let count = format!("{}{unit}", lines.len());
    passage(&Passage::new(title, count, lines.to_vec()), most, out);
}

fn movement(movement: &MovedFigure, out: &mut Vec<String>) {
    let demo = demo::after_name(movement.demo);
    out.push(format!("  {}{demo}", movement.text()));
    let turns = movement.turns.iter().map(|turn| turn.text.clone());
    out.extend(
        turns.chain(movement.passed.iter().cloned()).map(|line| format!("    {line}")),
    );
    for effect in &movement.ratio {
        out.push(format!("    {} {}：{}", effect.name, effect.moved, effect.points));
    }
    out.extend(movement.causes.iter().map(|cause| format!("    · {}", cause.line())));
}

fn record(record: &RecordChange) -> Vec<String> {
    let mut lines = vec![format!("{} {}", record.change.label(), record.name())];
    lines.extend(record.fields.iter().map(|field| format!("  {}", field.text())));
    lines
}

fn finding(finding: &FindingChange) -> String {
    let FindingChange { code, severity, place, message } = finding;
    format!("{severity}[{code}] {place}：{message}")
}
