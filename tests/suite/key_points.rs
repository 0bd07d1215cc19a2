//! 要点: what editions say first, as was worked out by hand, and what holds of every edition.

use std::collections::BTreeSet;
use std::fs;

use rust_decimal::Decimal;
use tongbao::figures::audience::Audience;
use tongbao::figures::basis::Basis;
use tongbao::figures::outcome::Known;
use tongbao::model::book::Book;
use tongbao::model::book::scope::Scope;
use tongbao::model::dictionary::{Level, Word};
use tongbao::model::value::period::Period;
use tongbao::report::site::{figures_of, periods, sheets};
use tongbao::sheet::key_points::phrase::{Phrase, Piece};
use tongbao::sheet::key_points::{KeyPoints, LENGTH};
use tongbao::sheet::{IndicatorView, Sheet};

use crate::shipped::{BOOKS, book, books};
use crate::stage::{Stage, suite};

/// What is made of the sheet of every edition of a book, as an audience gets it.
fn each<T>(book: &Book, level: Level, make: impl Fn(&Sheet) -> T) -> Vec<T> {
    made(book, &periods(book, &[]), level, make)
}

/// What is made of the sheets of some periods.
fn made<T>(
    book: &Book,
    periods: &[Period],
    level: Level,
    make: impl Fn(&Sheet) -> T,
) -> Vec<T> {
    let seen = book.redacted_for(level);
    let until = periods.last().unwrap().end();
    let basis = Basis::for_audience(Audience { level, book: &seen }, book, until);
    let dated = figures_of(&basis, periods);
    sheets(&basis, &dated).iter().map(make).collect()
}

/// Looks at the key points of every edition of every book, for the public and for the office.
fn look(look: impl Fn(&str, &Sheet, &KeyPoints)) {
    for level in [Level::Public, Level::Internal] {
        for book in BOOKS.iter() {
            each(book, level, |sheet| {
                let name = format!("{} {} {level:?}", book.id, sheet.figures.period);
                look(&name, sheet, &sheet.key_points().unwrap());
            });
        }
    }
}

/// Every phrase of the key points.
fn phrases(points: &KeyPoints) -> impl Iterator<Item = &Phrase> {
    let first = std::iter::once(&points.headline);
    first.chain(&points.sentences).chain(&points.attention)
}

/// The key points line by line, as the worked examples have them.
fn lines(points: &KeyPoints) -> Vec<String> {
    let mut lines = vec![format!("标题 {}", points.headline.words())];
    lines.extend(points.sentences.iter().map(|one| format!("句 {}", one.words())));
    lines.extend(points.attention.iter().map(|one| format!("关注 {}", one.words())));
    lines.extend(points.message.iter().map(|text| format!("消息 {text}")));
    lines
}

/// The key points of an example: of a shipped book, or of a folder beside this file with the periods
/// that are told, the last of which is meant.
fn said(head: &str) -> String {
    let words: Vec<&str> = head.split(' ').collect();
    let level = if words[2] == "公开" { Level::Public } else { Level::Internal };
    let parsed = words[1].split(',').map(|period| Period::parse(period).unwrap());
    let told: Vec<Period> = parsed.collect();
    let of = |book: &Book, periods: &[Period]| {
        let said = made(book, periods, level, |sheet| {
            let is = Some(&sheet.figures.period) == told.last();
            is.then(|| lines(&sheet.key_points().unwrap()).join("\n"))
        });
        said.into_iter().flatten().next().unwrap()
    };
    if !words[0].contains('/') {
        let book = book(words[0]);
        return of(book, &periods(book, &[]));
    }
    let base = if words[0].starts_with("figures/") { "figures/county" } else { words[0] };
    let stage = Stage::empty().book("demo", &suite(base)).book("demo", &suite(words[0]));
    for file in ["expected.txt", "printed.txt"] {
        fs::remove_file(stage.data().join("demo").join(file)).ok();
    }
    of(&books(&stage.data())[0], &told)
}

/// The examples stand under lines `# book period audience`.
#[test]
fn each_situation_is_said_as_worked_out() {
    let text = fs::read_to_string(suite("key_points/examples.txt")).unwrap();
    let examples: Vec<&str> = text.split("\n# ").skip(1).collect();
    let wrong: Vec<String> = examples
        .iter()
        .filter_map(|example| {
            let (head, expected) = example.split_once('\n').unwrap();
            let said = said(head);
            (said != expected.trim()).then(|| format!("# {head}\n{said}\n"))
        })
        .collect();
    assert!(examples.len() >= 20);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn nothing_is_longer_than_a_leader_reads() {
    look(|name, _, points| {
        let length = |phrase: &Phrase| phrase.words().chars().count();
        assert!(length(&points.headline) <= 70, "{name}");
        assert!(points.sentences.len() <= 2 && points.attention.len() <= 5, "{name}");
        for phrase in phrases(points) {
            assert!((1..=170).contains(&length(phrase)), "{name}: {}", phrase.words());
        }
        let ends = |text: &String| text.chars().count() <= LENGTH && text.ends_with('。');
        assert!(points.message.iter().all(ends), "{name}");
    });
}

#[test]
fn the_public_is_told_of_nobody_who_lags_behind() {
    let mut named = 0;
    for book in BOOKS.iter() {
        let counts = each(book, Level::Public, |sheet| {
            let points = sheet.key_points().unwrap();
            assert!(points.attention.is_empty() && points.message.is_some());
            let view = sheet.headline().next().unwrap();
            let pieces = phrases(&points).flat_map(Phrase::pieces);
            let units: Vec<&Scope> = pieces
                .filter_map(|piece| match piece {
                    Piece::Named(scope @ Scope::Unit(_), _) => Some(scope),
                    _ => None,
                })
                .collect();
            for scope in &units {
                assert!(leads(&view, scope), "{} {scope}", book.id);
            }
            let message = points.message.as_ref().unwrap();
            for unit in sheet.register().units() {
                let scope = Scope::Unit(unit.id.to_string());
                assert!(
                    !message.contains(&unit.name) || leads(&view, &scope),
                    "{message}"
                );
            }
            units.len()
        });
        named += counts.iter().sum::<usize>();
    }
    assert!(named > 0, "nobody is named at all");
}

/// Whether a unit has reached its goal, or is among the first three.
fn leads(view: &IndicatorView, scope: &Scope) -> bool {
    let Some(figure) = view.figure(scope) else { return false };
    let is_met = figure.targets.first().is_some_and(|target| target.met == Some(true));
    let value = figure.value.known();
    let ahead = view.units().filter(|other| other.value.known() > value).count();
    is_met || ahead < 3
}

#[test]
fn every_number_is_a_figure_of_the_sheet() {
    let mut parts = BTreeSet::new();
    for book in BOOKS.iter() {
        parts.extend(each(book, Level::Internal, |sheet| {
            let points = sheet.key_points().unwrap();
            let numbers = phrases(&points).flat_map(Phrase::pieces).filter_map(|piece| {
                let Piece::Number(number) = piece else { return None };
                let id = number.figure.parse().unwrap();
                assert!(sheet.figures.position(&id).is_some(), "{}", number.figure);
                assert!(number.value.parse::<Decimal>().is_ok(), "{number:?}");
                Some(number.part.clone())
            });
            numbers.collect::<Vec<String>>()
        }));
    }
    assert!(parts.iter().flatten().collect::<BTreeSet<_>>().len() > 10);
}

#[test]
fn the_groups_of_a_bridge_add_up_to_the_whole() {
    let bridges = std::cell::Cell::new(0);
    look(|name, sheet, points| {
        let Some(first) = points.sentences.first() else { return };
        let is_part = |piece: &Piece| match piece {
            Piece::Number(number) if number.figure.contains("/group:") => {
                Some(-number.value.parse::<Decimal>().unwrap())
            }
            Piece::Number(number) if number.figure.ends_with("/unit:other") => {
                let digits = number.text.digits().trim_end_matches('*');
                Some(digits.parse::<Decimal>().unwrap())
            }
            _ => None,
        };
        let parts: Vec<Decimal> = first.pieces().iter().filter_map(is_part).collect();
        if parts.is_empty() {
            return;
        }
        bridges.set(bridges.get() + 1);
        let view = sheet.headline().next().unwrap();
        let whole = -view.whole().shortfall.known().unwrap();
        let lost = whole - parts.iter().sum::<Decimal>();
        let said = format!("（尾差{}{}）", lost.abs(), view.unit());
        assert_eq!(lost.is_zero(), !first.words().contains("尾差"), "{name}");
        assert!(lost.is_zero() || first.words().contains(&said), "{name}: {said}");
    });
    assert!(bridges.get() >= 15, "{} bridges", bridges.get());
}
