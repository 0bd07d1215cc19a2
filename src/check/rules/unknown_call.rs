//! 通报正文引用了没有的指标、范围、表或图
//!
//! ## 为什么
//! 花括号里的名称写错，印出来的通报就会缺一个数。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! 全县到位资金{{ 到位资今 }}，完成{{ 到位资金.完成绿 }}。
//!
//! {{ 表 "单位完成请况" 到位资金 }}
//!
//! {{ 表 "得分排位" 到位资金 }}
//!
//! {{ 表 "总体情况" 到位资金 }}
//!
//! {{ 名单 到位资金 完层 }}已完成目标，{{ 要点 题目 }}。
//! ```
//! ```text
//! unknown-call editions/2023-06.md:7:7 没有叫“到位资今”的指标
//! unknown-call editions/2023-06.md:7:20 没有叫“完成绿”的部分
//! unknown-call editions/2023-06.md:9:1 没有叫“单位完成请况”的表
//! unknown-call editions/2023-06.md:11:1 没有叫“到位资金”的考核
//! unknown-call editions/2023-06.md:13:1 “总体情况”后面不写“到位资金”
//! unknown-call editions/2023-06.md:15:1 没有叫“完层”的条件
//! unknown-call editions/2023-06.md:15:23 没有叫“题目”的要点
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! 全县到位资金{{ 到位资金 }}，完成{{ 到位资金.完成率 }}。
//!
//! {{ 表 "单位完成情况" 到位资金 }}
//!
//!
//! {{ 表 "总体情况" }}
//!
//! {{ 名单 到位资金 未完成 }}没有完成目标，{{ 要点 标题 }}。
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::context::Callable;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::{Route, is_it, nearest, route};
use crate::model::edition::made::UnitList;
use crate::model::edition::paper::Paper;
use crate::model::edition::table_call::TableCall;
use crate::model::edition::{About, EditionCard, Insert, Passage, Phrase, Reference};
use crate::model::record::registry::BookCard;
use crate::sheet::key_points::KEY_POINTS;
use crate::sheet::listed::{CONDITIONS, Listing, OPTIONS};
use crate::sheet::part::{FigurePart, PARTS};

pub(super) static RULE: Rule = rule!("unknown-call", Error, Narratives(check));

fn check(book: &Book, callable: &Callable, reporter: &mut Reporter) {
    for (call, place) in declared(book) {
        let call = (call.name.as_str(), call.about.as_deref());
        called(book, call, ("表", &callable.tables), place, reporter);
    }
    let Callable { tables, charts } = callable;
    for edition in &book.editions {
        let at = |span| Place::span(edition.file, span);
        for passage in &edition.record.narrative {
            let phrases: Vec<&Phrase> = match passage {
                Passage::Heading(_, list) | Passage::Paragraph(list) => {
                    list.iter().collect()
                }
                Passage::List(_, items) => items.iter().flatten().collect(),
                Passage::Table(insert) => {
                    called(book, of(insert), ("表", tables), at(insert.span), reporter);
                    continue;
                }
                Passage::Chart(insert) => {
                    called(book, of(insert), ("图", charts), at(insert.span), reporter);
                    continue;
                }
            };
            for phrase in phrases {
                match phrase {
                    Phrase::Reference(reference) => {
                        figure(book, reference, at(reference.span), reporter);
                    }
                    Phrase::Units(list) => units(book, list, at(list.span), reporter),
                    Phrase::KeyPoint(point) => {
                        key_point(&point.name, at(point.span), reporter);
                    }
                    _ => {}
                }
            }
        }
    }
}

/// The tables that front matter and the card of a book call, each with its place.
fn declared(book: &Book) -> Vec<(&TableCall, Place)> {
    let mut calls = Vec::new();
    let card = &book.card;
    if let Some(paper) = &card.record.paper {
        calls.extend(of_paper(paper, card.file, Route::<BookCard>::start().paper()));
    }
    for edition in &book.editions {
        let card = &edition.record.card;
        if let Some(paper) = &card.paper {
            let start = Route::<EditionCard>::start().paper();
            calls.extend(of_paper(paper, edition.file, start));
        }
        let place = |at| Place::value(edition.file, route!(EditionCard.tables[at]));
        let tables = card.tables.iter().enumerate();
        calls.extend(tables.map(|(at, call)| (call, place(at))));
    }
    calls
}

fn of_paper(
    paper: &Paper,
    file: FileId,
    start: Route<Paper>,
) -> Vec<(&TableCall, Place)> {
    let table = paper.table.iter();
    let table = table.map(|call| (call, Place::value(file, route!(start => table))));
    let annexes = paper.annexes.iter().enumerate();
    let annexes = annexes
        .map(|(at, call)| (call, Place::value(file, route!(start => annexes[at]))));
    table.chain(annexes).collect()
}

fn of(insert: &Insert) -> (&str, Option<&str>) {
    (&insert.name, insert.indicator.as_deref())
}

fn figure(book: &Book, reference: &Reference, place: Place, reporter: &mut Reporter) {
    indicator(book, &reference.indicator, place.clone(), reporter);
    if let Some(scope) = &reference.scope {
        let broken = book.lacks("units.yaml") || book.lacks("book.yaml");
        if !broken && book.scope_called(scope).is_none() {
            let units = book.registry.record.units.iter().map(|unit| unit.name.as_str());
            let sectors =
                book.registry.record.sectors.iter().map(|sector| sector.name.as_str());
            unknown("范围", scope, units.chain(sectors), place.clone(), reporter);
        }
    }
    let part = reference.part.as_deref();
    if let Some(part) = part.filter(|part| FigurePart::called(part).is_none()) {
        unknown("部分", part, PARTS.iter().map(|(_, word, _)| *word), place, reporter);
    }
}

fn units(book: &Book, list: &UnitList, place: Place, reporter: &mut Reporter) {
    indicator(book, &list.indicator, place.clone(), reporter);
    if Listing::called(&list.condition, &[]).is_none() {
        let names = CONDITIONS.iter().map(|(word, _)| *word);
        unknown("条件", &list.condition, names, place.clone(), reporter);
    }
    for option in list.options.iter().filter(|word| !OPTIONS.contains(&word.as_str())) {
        unknown("写法", option, OPTIONS.into_iter(), place.clone(), reporter);
    }
}

fn key_point(name: &str, place: Place, reporter: &mut Reporter) {
    if !KEY_POINTS.contains(&name) {
        unknown("要点", name, KEY_POINTS.into_iter(), place, reporter);
    }
}

fn called(
    book: &Book,
    (name, word): (&str, Option<&str>),
    (what, kinds): (&str, &[(&str, About)]),
    place: Place,
    reporter: &mut Reporter,
) {
    let Some((_, about)) = kinds.iter().find(|(kind, _)| *kind == name) else {
        let names = kinds.iter().map(|(kind, _)| *kind);
        return unknown(what, name, names, place, reporter);
    };
    let Some(word) = word else { return };
    match about {
        About::Edition => {
            let message = format!("“{name}”后面不写“{word}”");
            let help = "这里列的是全部情况，去掉后面的名称";
            reporter.report(place, message).help(help).about(word);
        }
        About::Indicator => indicator(book, word, place, reporter),
        About::Assessment => assessment(book, word, place, reporter),
        About::Form => form(book, word, place, reporter),
    }
}

fn assessment(book: &Book, word: &str, place: Place, reporter: &mut Reporter) {
    let assessments = book.plans.iter().flat_map(|plan| &plan.record.assessments);
    let is_known = (assessments.clone())
        .any(|assessment| assessment.name == word || assessment.id.as_str() == word);
    if !book.lacks("plans/") && !is_known {
        let names = assessments.map(|assessment| assessment.name.as_str());
        unknown("考核", word, names, place, reporter);
    }
}

fn form(book: &Book, word: &str, place: Place, reporter: &mut Reporter) {
    let forms = book.plans.iter().flat_map(|plan| &plan.record.forms);
    if !book.lacks("plans/") && !forms.clone().any(|form| form.is_called(word)) {
        unknown("统计表", word, forms.map(|form| form.name.as_str()), place, reporter);
    }
}

fn indicator(book: &Book, word: &str, place: Place, reporter: &mut Reporter) {
    if !book.lacks("plans/") && book.indicator(word).is_none() {
        let indicators = book.plans.iter().flat_map(|plan| &plan.record.indicators);
        let names = indicators.map(|indicator| indicator.name.as_str());
        unknown("指标", word, names, place, reporter);
    }
}

fn unknown<'a>(
    what: &str,
    word: &str,
    names: impl Iterator<Item = &'a str> + Clone,
    place: Place,
    reporter: &mut Reporter,
) {
    let help = match nearest(word, names.clone()) {
        Some(near) => is_it(word, near),
        None if names.clone().next().is_none() => format!("这个账本还没有任何{what}"),
        None => format!("可写：{}", names.collect::<Vec<_>>().join("、")),
    };
    reporter.report(place, format!("没有叫“{word}”的{what}")).help(help).about(word);
}
