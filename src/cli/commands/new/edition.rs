//! The next edition, after the pattern of the last one; what was typed there is marked.

use anyhow::{Result, anyhow, bail};
use chrono::Datelike;

use crate::cli::commands::new::draft::{Asked, Draft};
use crate::cli::commands::new::period_words::PeriodWords;
use crate::load::read_yaml;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::written::{Entry, Written};
use crate::model::dictionary::{Fields, Word};
use crate::model::edition::{Edition, EditionCard};
use crate::model::value::period::Period;

/// Makes the edition of the period that is asked for, else of the one after the newest.
pub(super) fn edition(asked: &Asked) -> Result<Draft> {
    let period = match asked.words {
        [] => None,
        [word] => Some(parsed(word)?),
        _ => bail!("只写一个期，如 2026-04"),
    };
    let pattern = pattern(asked.book, period.as_ref()).ok_or_else(|| {
        anyhow!(
            "账本里还没有通报可以照着写；照 data/manual/cookbook.md 写 editions/<期>.md"
        )
    })?;
    let old = &pattern.record.card.period;
    let next = || old.next().ok_or_else(|| anyhow!("{old} 以后是哪一期，要写出来"));
    let period = period.map_or_else(next, Ok)?;
    let text = (asked.read)(&pattern.path)?;
    let names = names(asked.book);
    let words = PeriodWords::of(old, &period);
    let (front, body) = parts(&text).ok_or_else(|| {
        anyhow!("“{}”的开头读不出来，先运行 tongbao check", pattern.path)
    })?;
    let front = front_matter(front, (old, &period), &words);
    let (body, marked) = narrative(body, &words, &names);
    let mut told = vec![format!("照 {} 的样子；印发日期、点评没有照抄", pattern.path)];
    if marked > 0 {
        told.push(format!(
            "有 {marked} 段是上期手写的话，前面有“<!-- … -->”标记；逐段核对，改好一段删去一个标记，不删不能生成"
        ));
    }
    Ok(Draft {
        path: format!("editions/{period}.md"),
        text: format!("---\n{front}---\n{body}"),
        told,
        left_open: &["unsupported-markdown"],
    })
}

fn parsed(word: &str) -> Result<Period> {
    Period::parse(word).map_err(|error| anyhow!("{}；{}", error.problem, error.help))
}

/// The newest edition of the same series before a period; the newest of all if none is asked for.
fn pattern<'a>(book: &'a Book, period: Option<&Period>) -> Option<&'a Filed<Edition>> {
    let end = |filed: &&Filed<Edition>| filed.record.card.period.end();
    let before = |filed: &&Filed<Edition>| {
        period.is_none_or(|period| filed.record.card.period.end() < period.end())
    };
    let alike = |filed: &&Filed<Edition>| {
        period.is_none_or(|period| filed.record.card.period.same_series(period))
    };
    let newest = book.editions.iter().filter(before).filter(alike).max_by_key(end);
    newest.or_else(|| book.editions.iter().filter(before).max_by_key(end))
}

/// The front matter and what follows it.
fn parts(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("---\n")?.split_once("\n---\n")
}

/// The front matter of the new edition: without what belongs to the old one alone.
fn front_matter(
    front: &str,
    (old, new): (&Period, &Period),
    words: &PeriodWords,
) -> String {
    type Card = Fields<EditionCard>;
    let Some(Written::Map { entries, .. }) = read_yaml(front).0 else {
        return String::new();
    };
    let starts: Vec<usize> =
        entries.iter().map(|entry| entry.key_span.start as usize).collect();
    let mut text = String::new();
    for (at, entry) in entries.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(front.len());
        let line = front[starts[at]..end].trim_end();
        let is = |field: &'static crate::model::dictionary::Field| {
            entry.key == field.key.as_str()
        };
        if is(Card::issued) || is(Card::cutoffs) || is(Card::comments) {
            continue;
        }
        let line = match () {
            () if is(Card::period) => format!("{}: {new}", entry.key),
            () if is(Card::number) => {
                format!("{}: {}", entry.key, number(entry, old, new))
            }
            () => words.put_forward(line).0,
        };
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// The number of the document, which begins anew with the year.
fn number(entry: &Entry, old: &Period, new: &Period) -> String {
    let Written::Scalar { text, .. } = &entry.value else { return String::new() };
    match text.parse::<u64>() {
        Ok(number) if old.end().year() == new.end().year() => (number + 1).to_string(),
        _ => "1".to_owned(),
    }
}

/// What a sentence may be about: names of units and leaders.
fn names(book: &Book) -> Vec<String> {
    let units = book.registry.record.units.iter();
    let of_unit = |unit: &crate::model::record::registry::Unit| {
        let short = unit.short.clone().into_iter();
        std::iter::once(unit.name.clone()).chain(short).chain(unit.aliases.clone())
    };
    let leaders = book.registry.record.leaders.iter().map(|leader| leader.name.clone());
    units.flat_map(of_unit).chain(leaders).collect()
}

/// The narrative with the words for its period put forward, and how many paragraphs were marked.
fn narrative(body: &str, words: &PeriodWords, names: &[String]) -> (String, usize) {
    let mut marked = 0;
    let paragraphs = body.split("\n\n").map(|paragraph| {
        let (forward, rest) = words.put_forward(paragraph);
        if !is_typed(&rest, names) {
            return forward;
        }
        marked += 1;
        let blank = forward.len() - forward.trim_start_matches('\n').len();
        format!(
            "{}<!-- 上期手写，核对后删去 -->\n\n{}",
            &forward[..blank],
            &forward[blank..]
        )
    });
    let text = paragraphs.collect::<Vec<_>>().join("\n\n");
    (text, marked)
}

/// Whether a paragraph says something of its own: a number, or something about a unit or a leader.
fn is_typed(paragraph: &str, names: &[String]) -> bool {
    let mut said = String::new();
    let mut rest = paragraph;
    while let Some((before, after)) = rest.split_once("{{") {
        said.push_str(before);
        rest = after.split_once("}}").map_or("", |(_, after)| after);
    }
    said.push_str(rest);
    if said.trim_start().starts_with('#') {
        return false;
    }
    // 一 stands in too many words that count nothing: 进一步, 统一.
    let is_number =
        |c: char| c.is_numeric() || "两几半二三四五六七八九十百千".contains(c);
    said.contains(is_number) || names.iter().any(|name| said.contains(name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_marked_and_what_is_computed_is_not() {
        let month = |text| Period::parse(text).unwrap();
        let words = PeriodWords::of(&month("2026-03"), &month("2026-04"));
        let body = "\n## 一、总体\n\n截至3月底，到位{{ 到位资金@县交通局 }}。\n\n县交通局已完成。\n\n共５个。\n\n有三家。\n";
        let (text, marked) = narrative(body, &words, &["县交通局".to_owned()]);
        assert_eq!(marked, 3);
        let mark = "<!-- 上期手写，核对后删去 -->\n\n";
        let expected = format!(
            "\n## 一、总体\n\n截至4月底，到位{{{{ 到位资金@县交通局 }}}}。\n\n{mark}县交通局已完成。\n\n{mark}共５个。\n\n{mark}有三家。\n"
        );
        assert_eq!(text, expected);
    }
}
