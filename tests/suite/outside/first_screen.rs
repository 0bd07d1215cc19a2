//! The first screen of the newest edition of every book says what its figures say, without scrolling.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Value, json};
use tongbao::model::book::Book;
use tongbao::report::site::periods;
use tongbao::words::date::until;

use crate::outside::{SITE, script, told};
use crate::shipped::{BOOKS, figures};

/// Figures of a period by their ids.
type Figures = BTreeMap<String, Value>;

fn text<'a>(figure: &'a Value, key: &str) -> Option<&'a str> {
    figure.get(key)?.as_str()
}

fn number(figure: &Value, key: &str) -> Option<Decimal> {
    text(figure, key)?.parse().ok()
}

/// How far a figure is below its schedule, as a phone calculator has it: of the printed numbers.
fn shortfall(figure: &Value) -> Option<Decimal> {
    let due = number(figure, "target")? * number(figure, "schedule")?;
    let value = number(figure, "text")?;
    let rounding = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    Some(due.round_dp_with_strategy(value.scale(), rounding) - value)
}

/// The name and the shortfall of the figure with the largest, among those of an indicator whose scope
/// is of a kind.
fn largest(all: &Figures, indicator: &str, kind: &str) -> Option<(String, Decimal)> {
    let prefix = format!("{indicator}/{kind}:");
    let of = all.iter().filter(|(id, _)| id.starts_with(&prefix) && !id.contains('@'));
    let owed = of.filter_map(|(_, figure)| {
        Some((text(figure, "scope_name")?.to_owned(), shortfall(figure)?))
    });
    owed.filter(|(_, amount)| *amount > Decimal::ZERO).max_by_key(|(_, amount)| *amount)
}

/// What the first screen of an edition has to say.
fn wanted(
    book: &Book,
    indicator: &str,
    period: &str,
    before: Option<&str>,
) -> Vec<String> {
    let all = figures(book, period);
    let whole = &all[&format!("{indicator}/all")];
    let unit = text(whole, "unit").unwrap();
    let mut texts = vec![format!("{}{unit}", text(whole, "text").unwrap())];
    if let Some(amount) = shortfall(whole) {
        texts.push(format!("{}{unit}", amount.abs()));
        for kind in ["group", "unit"] {
            if let Some((name, amount)) = largest(&all, indicator, kind) {
                texts.push(name);
                texts.push(format!("差{amount}{unit}"));
            }
        }
    }
    let earlier = before.map(|before| figures(book, before));
    let then = earlier
        .as_ref()
        .and_then(|all| number(&all[&format!("{indicator}/all")], "text"));
    texts.extend(then.map(|then| {
        let change = number(whole, "text").unwrap() - then;
        format!("增加{change}{unit}")
    }));
    texts
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_first_screen_of_every_book_says_what_its_figures_say() {
    // The indicator that each book's bulletin is about, and the day that comes next.
    let about = [
        ("wushan", "funds", Some("2024年6月底")),
        ("guangyuan", "funds-3y", Some("2025年12月底")),
        ("dazhou", "signed", None),
        ("fuling", "contract", None),
        ("ankang", "landed-5yi", Some("2023年12月底")),
        ("luan", "signed", None),
    ];
    let editions = about.iter().map(|(id, indicator, next)| {
        let book = BOOKS.iter().find(|book| book.id == *id).unwrap();
        let periods = periods(book, &[]);
        let newest = periods.last().unwrap();
        let before = periods.iter().rev().skip(1).find(|other| other.same_series(newest));
        let before =
            before.filter(|before| book.is_under_one_plan(before.end(), newest.end()));
        let before = before.map(ToString::to_string);
        let mut texts = wanted(book, indicator, &newest.to_string(), before.as_deref());
        texts.extend(next.map(str::to_owned));
        json!({ "path": format!("{id}/index.html"), "texts": texts })
    });
    let mut editions: Vec<Value> = editions.collect();
    // The example that the bulletin was designed with: a milestone that was missed.
    let book = BOOKS.iter().find(|book| book.id == "wushan").unwrap();
    let mut texts = wanted(book, "funds", "2023-09", Some("2023-08"));
    assert!(texts.contains(&"差1.27亿元".to_owned()), "{texts:?}");
    texts.extend([
        "工贸园区管委会".to_owned(),
        until(book.plans[0].record.span.end, true),
    ]);
    editions.push(json!({ "path": "wushan/2023-09/index.html", "texts": texts }));
    let file = tempfile::NamedTempFile::new().unwrap();
    serde_json::to_writer(&file, &editions).unwrap();
    let missing = told(script("first.mjs").arg(SITE.out()).arg(file.path()));
    assert_eq!(missing.trim(), "[]");
}
