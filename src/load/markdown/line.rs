//! The lines of a block, and those that a reader would take for something else than they become.

use std::ops::Range;

use crate::load::markdown::fault::{span, unsupported};
use crate::model::dictionary::Fault;

/// A line without its end and the space around it.
pub(super) struct Line<'a> {
    /// Where it starts in the text.
    pub start: usize,
    /// The line.
    pub text: &'a str,
    /// Whether two spaces or a backslash at its end ask for a new line.
    pub breaks: bool,
}

/// A line that is narrower, in columns, did not end because the window did.
const NARROW: usize = 24;

/// Returns the lines of a part of a text.
pub(super) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Line<'_>> {
    let mut next = range.start;
    text[range].split_inclusive('\n').map(move |line| {
        let at = next;
        next += line.len();
        let ended = line.trim_end_matches(['\n', '\r']);
        let words = ended.trim_matches([' ', '\t']);
        let start = at + ended.len() - ended.trim_start_matches([' ', '\t']).len();
        let breaks = ended.ends_with("  ") || words.ends_with('\\');
        Line { start, text: words, breaks }
    })
}

/// Returns the faults of lines that are not what they seem: signs of headings and tables that are
/// none, and ends of lines that would be lost.
pub(super) fn refused_lines(lines: &[Line], offset: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &lines[at]);
        let refused = seeming(line.text).or_else(|| lost_break(before?, line.text));
        if let Some((what, help)) = refused {
            let start = offset + line.start;
            faults.push(unsupported(span(start, start + line.text.len()), what, help));
        }
    }
    faults
}

/// Returns why a line is not what it seems.
fn seeming(line: &str) -> Option<(&'static str, &'static str)> {
    let drawn = |c: char| {
        matches!(c, '=' | '-' | '－' | '＝' | '＊' | '＿' | '*' | '_' | ' ' | '　')
    };
    let bare = line.trim_matches(|c: char| c.is_whitespace());
    if line.starts_with(['#', '＃']) {
        let help = "标题写半角的“## ”，后面空一格；确要印出“#”的，行首写成“\\#”";
        return Some(("这样的标题", help));
    }
    if line.starts_with(['|', '｜']) {
        return Some((
            "手写的表格",
            "用 {{ 表 \"名称\" 指标 }} 插入表，或写成段落、列表",
        ));
    }
    if bare.chars().count() > 2 && bare.chars().all(drawn) {
        return Some(("分隔线", "通报正文不用分隔线，删去这一行"));
    }
    line.starts_with(":::").then_some(("“:::”", "删去这一行，写成一般的段落"))
}

/// Returns why the end of the line before would be lost.
fn lost_break(before: &Line, line: &str) -> Option<(&'static str, &'static str)> {
    let help = "各是一段的，中间空一行；接着上一行的，并到上一行；几条并列的，写成“- ”或“1. ”的列表";
    let is_call = before.text.starts_with("{{") && before.text.ends_with("}}");
    let is_short = width(before.text) < NARROW && !is_call;
    let lost = before.breaks || begins_point(line) || is_short;
    lost.then_some(("段落里的换行（两行会连成一行）", help))
}

/// Returns whether a line begins as points of an enumeration and new paragraphs do.
fn begins_point(line: &str) -> bool {
    let numeral = |c: char| {
        c.is_ascii_digit()
            || ('０'..='９').contains(&c)
            || "一二三四五六七八九十".contains(c)
    };
    let bracketed = line.strip_prefix(['（', '(', '〔']);
    let rest = bracketed.or(line.strip_prefix('第')).unwrap_or(line);
    let after = rest.trim_start_matches(numeral);
    let has_number = after.len() < rest.len();
    let ends = match bracketed {
        Some(_) => after.starts_with(['）', ')', '〕']),
        None => {
            let full_stop =
                after.strip_prefix('.').is_some_and(|after| !after.starts_with(numeral));
            full_stop || after.starts_with(['、', '．', '）', ')', '，', '条'])
        }
    };
    let sign = |c: char| {
        matches!(
            c,
            '　' | '·'
                | '•'
                | '●'
                | '○'
                | '■'
                | '□'
                | '◆'
                | '◇'
                | '▲'
                | '△'
                | '★'
                | '☆'
                | '※'
        ) || matches!(c, '－' | '—' | '＊' | '①'..='⑳' | '⑴'..='⒛' | '㈠'..='㈩' | '➢' | '✓' | '☐' | '☑')
    };
    has_number && ends || line.starts_with(sign)
}

/// Returns the width of a text in columns: characters outside ASCII take two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_point_is_known() {
        for line in [
            "1、甲",
            "１．甲",
            "2. 甲",
            "（一）甲",
            "(3)甲",
            "三、甲",
            "第一，甲",
            "　　甲",
            "·甲",
            "①甲",
        ] {
            assert!(begins_point(line), "{line}");
        }
        for line in ["甲", "2.5亿元", "2023年", "一批项目", "（县级）", "100个", "第一批"]
        {
            assert!(!begins_point(line), "{line}");
        }
    }
}
