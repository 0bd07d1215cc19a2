//! The closed grammar of `{{ … }}` in narratives: a figure, a table or a chart.

use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;
use crate::model::edition::made::{KeyPoint, UnitList};
use crate::model::edition::{Insert, Reference};

/// What a narrative calls.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Call {
    Figure(Reference),
    Table(Insert),
    Chart(Insert),
    Units(UnitList),
    KeyPoint(KeyPoint),
}

/// Reads the call that begins a text, which is at an offset of its file, and returns its length.
pub(super) fn call_at(text: &str, offset: usize) -> (usize, Result<Call, Fault>) {
    let Some(length) = text.find("}}").map(|brace| brace + 2) else {
        let place = span(offset, text.len());
        let fault = bad(place, "“{{”没有配上“}}”", "在同一行补上“}}”");
        return (text.len(), Err(fault));
    };
    let place = span(offset, length);
    let call = call(text[2..length - 2].trim(), place).map_err(|problem| {
        let help = "写成 {{ 指标 }}、{{ 指标@范围.部分 }}、{{ 名单 指标 条件 }}、{{ 表 \"名称\" 指标 }} 或 {{ 图 \"名称\" 指标 }}";
        bad(place, problem, help)
    });
    (length, call)
}

fn span(start: usize, length: usize) -> Span {
    Span { start: start as u32, end: (start + length) as u32 }
}

fn bad(span: Span, problem: &str, help: &str) -> Fault {
    let (problem, help) = (problem.to_owned(), help.to_owned());
    Fault { code: "bad-reference", span, problem, help, other: None }
}

fn call(inner: &str, span: Span) -> Result<Call, &'static str> {
    let insert = |word: &str| {
        let rest = inner.strip_prefix(word)?;
        rest.starts_with(|c: char| c.is_whitespace() || "\"“”'".contains(c))
            .then_some(rest.trim())
    };
    if let Some(rest) = insert("名单") {
        return units(rest, span).map(Call::Units);
    }
    if let Some(rest) = insert("要点") {
        let name = rest.to_owned();
        let problem = "“要点”后面写“标题”“第一句”“第二句”或“关注”";
        return if is_word(rest) {
            Ok(Call::KeyPoint(KeyPoint { name, span }))
        } else {
            Err(problem)
        };
    }
    if let Some(rest) = insert("表") {
        return named(rest, span).map(Call::Table);
    }
    if let Some(rest) = insert("图") {
        return named(rest, span).map(Call::Chart);
    }
    figure(inner, span).map(Call::Figure)
}

fn units(rest: &str, span: Span) -> Result<UnitList, &'static str> {
    let mut words = rest.split_whitespace();
    if !words.clone().all(is_word) {
        return Err("花括号里的写法看不懂");
    }
    let (indicator, condition) = (words.next(), words.next());
    let both = indicator.zip(condition).ok_or("“名单”后面写一个指标和一个条件")?;
    let options = words.map(str::to_owned).collect();
    Ok(UnitList {
        indicator: both.0.to_owned(),
        condition: both.1.to_owned(),
        options,
        span,
    })
}

fn named(rest: &str, span: Span) -> Result<Insert, &'static str> {
    if rest.starts_with(['“', '”']) {
        return Err("表名、图名用了全角引号，要用半角的 \"");
    }
    let quoted = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    let (name, indicator) = quoted.ok_or("表名、图名要放在一对半角引号里")?;
    let indicator = indicator.trim();
    if name.trim().is_empty() {
        return Err("引号里没有写表名或图名");
    }
    if !indicator.is_empty() && !is_word(indicator) {
        return Err("表名、图名后面只能写一个指标");
    }
    let indicator = (!indicator.is_empty()).then(|| indicator.to_owned());
    Ok(Insert { name: name.trim().to_owned(), indicator, span })
}

fn figure(inner: &str, span: Span) -> Result<Reference, &'static str> {
    let (body, part) = match inner.rsplit_once('.') {
        Some((body, part)) => (body.trim(), Some(part.trim())),
        None => (inner, None),
    };
    let (indicator, scope) = match body.split_once('@') {
        Some((indicator, scope)) => (indicator.trim(), Some(scope.trim())),
        None => (body, None),
    };
    if indicator.is_empty() {
        return Err("花括号里没有写指标");
    }
    let scope_words = scope.into_iter().flat_map(|scope| scope.split('@'));
    let words: Vec<&str> =
        [indicator].into_iter().chain(scope_words).chain(part).collect();
    if !words.into_iter().all(is_word) {
        return Err("花括号里的写法看不懂");
    }
    let owned = |word: Option<&str>| word.map(str::to_owned);
    Ok(Reference {
        indicator: indicator.to_owned(),
        scope: owned(scope),
        part: owned(part),
        is_strong: false,
        span,
    })
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && !text.contains(|c: char| c.is_whitespace() || "\"“”'{}@.|$%".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Result<Call, &'static str> {
        call(text, span(0, 0))
    }

    #[test]
    fn calls_are_a_figure_a_table_or_a_chart() {
        let figure = |indicator: &str, scope: Option<&str>, part: Option<&str>| {
            let owned = |word: Option<&str>| word.map(str::to_owned);
            let (scope, part) = (owned(scope), owned(part));
            Ok(Call::Figure(Reference {
                indicator: indicator.to_owned(),
                scope,
                part,
                is_strong: false,
                span: span(0, 0),
            }))
        };
        assert_eq!(one("到位资金"), figure("到位资金", None, None));
        assert_eq!(
            one("到位资金@县交通局.完成率"),
            figure("到位资金", Some("县交通局"), Some("完成率"))
        );
        assert_eq!(one("funds@甲@乙"), figure("funds", Some("甲@乙"), None));
        let Ok(Call::Table(table)) = one("表 \"单位完成情况\" 到位资金")
        else {
            panic!("a table")
        };
        assert_eq!(table.indicator.as_deref(), Some("到位资金"));
        let wrong = [
            "",
            "表 “甲”",
            "表 \"甲",
            "到位 资金",
            "到位资金@",
            "到位资金.",
            "图 \"甲\" a b",
        ];
        for text in wrong {
            assert!(one(text).is_err(), "{text}");
        }
    }
}
