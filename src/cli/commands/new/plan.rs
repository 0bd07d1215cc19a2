//! The plan of another year, after the pattern of the newest one, without its goals.

use std::ops::Range;

use anyhow::{Result, anyhow, bail};
use chrono::Datelike;

use crate::cli::commands::new::draft::{Asked, Draft};
use crate::load::layout::laid_out;
use crate::load::read_yaml;
use crate::model::dictionary::written::{Entry, Span, Written};
use crate::model::dictionary::{Field, Fields};
use crate::model::plan::Plan;
use crate::model::plan::target::{Target, TargetAdjustment, TargetRow, TargetTable};

/// Makes the plan of the year that is asked for, else of the next one.
pub(super) fn plan(asked: &Asked) -> Result<Draft> {
    let newest = asked.book.plans.iter().max_by_key(|filed| filed.record.span.end);
    let newest = newest.ok_or_else(|| {
        anyhow!("账本里还没有方案可以照着写；照 data/manual/cookbook.md 写")
    })?;
    let (first, last) = (newest.record.span.start.year(), newest.record.span.end.year());
    let year = match asked.words {
        [] => last + 1,
        [word] => match word.parse::<i32>() {
            Ok(year) if (2000..2100).contains(&year) && year > last => year,
            _ => bail!("“{word}”要写成 {last} 以后的一年，如 {}", last + 1),
        },
        _ => bail!("只写一个年份，如 {}", last + 1),
    };
    let (years, by) = (first..last + 2, year - first);
    let text = without_goals(&(asked.read)(&newest.path)?);
    let text = years_moved(&text, &years, by);
    let id = years_moved(newest.record.id.as_str(), &years, by);
    let id = if id == newest.record.id.as_str() { format!("{id}-{year}") } else { id };
    let told = vec![
        format!(
            "照 {} 的样子，年份各加 {by}，目标都空着（未下达）", newest.path),
        "拿着新文件从头改：文号、日期、条款、截止、报送任务的起止、序时、目标、裁定；旧的“调整”删去"
            .to_owned(),
        format!("再把 {id} 添到 book.yaml 的“方案”里"),
    ];
    let path = format!("plans/{id}.yaml");
    let text = with_id(&text, &id);
    let text = laid_out(&path, &text).unwrap_or(text);
    Ok(Draft { path, text, told, left_open: &["missing-key"] })
}

/// The text with the id of the plan, which is the name of the file.
fn with_id(text: &str, id: &str) -> String {
    match read_yaml(text).0 {
        Some(Written::Map { entries, .. }) => entries
            .iter()
            .find(|entry| entry.key == Fields::<Plan>::id.key.as_str())
            .map_or_else(
                || text.to_owned(),
                |entry| {
                    let range = entry.value.span().range();
                    format!("{}{id}{}", &text[..range.start], &text[range.end..])
                },
            ),
        _ => text.to_owned(),
    }
}

/// The text with the years of the old plan, and the one after, moved.
fn years_moved(text: &str, years: &Range<i32>, by: i32) -> String {
    let mut moved = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            let other = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
            moved.push_str(&rest[..other]);
            rest = &rest[other..];
            continue;
        }
        match rest[..digits].parse::<i32>() {
            Ok(year) if digits == 4 && years.contains(&year) => {
                moved.push_str(&(year + by).to_string());
            }
            _ => moved.push_str(&rest[..digits]),
        }
        rest = &rest[digits..];
    }
    moved
}

/// The text with nothing where goals stood.
fn without_goals(text: &str) -> String {
    let Some(written) = read_yaml(text).0 else { return text.to_owned() };
    let mut spans = Vec::new();
    let goals = |entry: &Entry, spans: &mut Vec<Span>| {
        if entry.key == Fields::<Target>::value.key.as_str() {
            spans.push(entry.value.span());
        }
    };
    for target in items(&written, Fields::<Plan>::targets) {
        each(target, |entry| goals(entry, &mut spans));
    }
    for table in items(&written, Fields::<Plan>::tables) {
        for change in items(table, Fields::<TargetTable>::adjustments) {
            each(change, |entry| {
                if entry.key == Fields::<TargetAdjustment>::value.key.as_str() {
                    spans.push(entry.value.span());
                }
            });
        }
        let rows = items(table, Fields::<TargetTable>::rows);
        for row in rows.iter().chain(&items(table, Fields::<TargetTable>::sums)) {
            each(row, |entry| {
                if entry.key == Fields::<TargetRow>::targets.key.as_str() {
                    each(&entry.value, |cell| spans.push(cell.value.span()));
                }
            });
        }
    }
    spans.sort();
    let mut cleared = text.to_owned();
    for span in spans.iter().rev() {
        cleared.replace_range(span.range(), "");
    }
    cleared
}

fn items<'a>(written: &'a Written, field: &'static Field) -> Vec<&'a Written> {
    let Written::Map { entries, .. } = written else { return Vec::new() };
    match entries.iter().find(|entry| entry.key == field.key.as_str()) {
        Some(Entry { value: Written::List { items, .. }, .. }) => items.iter().collect(),
        _ => Vec::new(),
    }
}

fn each(written: &Written, look: impl FnMut(&Entry)) {
    if let Written::Map { entries, .. } = written {
        entries.iter().for_each(look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_move_and_other_numbers_stay() {
        let moved =
            years_moved("新县2026年、2025年、20260万元、2027-01", &(2026..2028), 1);
        assert_eq!(moved, "新县2027年、2025年、20260万元、2028-01");
    }

    #[test]
    fn goals_are_blank_and_the_rest_is_as_it_was() {
        let text = "目标:\n  - {编号: a, 值: 20亿元} # 注\n目标表:\n  - 编号: u\n    行:\n      - {单位: 甲, 目标: {到位资金: 3亿元}}\n";
        let expected = "目标:\n  - {编号: a, 值: } # 注\n目标表:\n  - 编号: u\n    行:\n      - {单位: 甲, 目标: {到位资金: }}\n";
        assert_eq!(without_goals(text), expected);
    }
}
