//! What changed, for a terminal: everything, in the order of consequence.

use crate::view::changes::phrases::NOTHING;
use crate::view::changes::{
    BookChanges, Changes, FindingChange, MovedFigure, RecordChange, StatementChange,
};
use crate::words::demo;
use crate::words::plain;

/// The whole account as plain text.
pub fn text(changes: &Changes) -> String {
    let mut out = vec![changes.sides()];
    if changes.books.is_empty() {
        out.push(NOTHING.to_owned());
    }
    for changed in &changes.books {
        out.push(String::new());
        book(changed, &mut out);
    }
    out.push(String::new());
    // What stands in a record, or in the name of a file, begins no line of its own.
    let lines: Vec<String> = out.iter().map(|line| line.replace('\n', " ")).collect();
    plain(&lines.join("\n")).into_owned()
}

fn book(book: &BookChanges, out: &mut Vec<String>) {
    out.push(format!("【{}】", book.name));
    out.extend(book.cautions.iter().map(|caution| format!("注意：{caution}")));
    if book.headline.is_empty() {
        out.push(book.quiet().to_owned());
    }
    for headline in &book.headline {
        let counted = headline.consequence.counted(headline.lines.len());
        out.push(format!("{}：{counted}", headline.consequence.label()));
        out.extend(headline.lines.iter().map(|line| format!("  {line}")));
    }
    for period in &book.results {
        out.push(String::new());
        out.push(format!("结果　{}", period.counted()));
        out.extend(period.added.iter().map(|line| format!("  {line}")));
        period.moves.iter().for_each(|figure| movement(figure, out));
    }
    section("其他各期", book.others.iter().cloned(), out);
    section("正文里的说法", book.statements.iter().map(StatementChange::line), out);
    section("记录", book.records.iter().flat_map(record), out);
    section("新出现的问题", book.new_findings.iter().map(finding), out);
    section("已消除的问题", book.gone_findings.iter().map(finding), out);
}

fn section(title: &str, lines: impl Iterator<Item = String>, out: &mut Vec<String>) {
    let lines: Vec<String> = lines.map(|line| format!("  {line}")).collect();
    if !lines.is_empty() {
        out.push(String::new());
        out.push(title.to_owned());
        out.extend(lines);
    }
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
