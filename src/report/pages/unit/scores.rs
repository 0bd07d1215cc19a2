//! The scores of a unit: a card for each assessment, its items with their formulas, its course over the periods.

use crate::figures::scores::item::ItemScore;
use crate::figures::scores::unit::UnitScore;
use crate::model::dictionary::Level;
use crate::model::record::registry::Unit;
use crate::report::listings::columns::Columns;
use crate::report::pages::blocks::heading;
use crate::report::paths;
use crate::sheet::Sheet;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::{inline, lamp_mark};
use crate::sheet::score_text;
use crate::view::inline::{Inline, Link, Number};
use crate::view::page::{Block, Card};
use crate::view::table::{Cell, Row, RowKind, Table};
use crate::words::date;
use crate::words::demo;
use crate::words::number::DASH;

/// An assessment with what a unit scored in it.
type Scored<'a> = (AssessmentView<'a>, &'a UnitScore);

/// The assessments of a sheet in which a unit is scored, for those who may see scores.
fn scored<'a>(sheet: &'a Sheet<'a>, unit: &Unit) -> Vec<Scored<'a>> {
    let views = sheet.assessment_views().filter(|_| sheet.sees(Level::Internal));
    views.filter_map(|view| Some((view, view.scores.unit(unit.id.as_str())?))).collect()
}

/// A card for each assessment: total, rank and lamp.
pub(super) fn cards<'a>(sheet: &'a Sheet<'a>, unit: &Unit) -> Vec<Card> {
    scored(sheet, unit).iter().map(|(view, score)| card(view, score)).collect()
}

fn card(view: &AssessmentView, score: &UnitScore) -> Card {
    let mut number = view.total(score);
    if score.total.is_ok() {
        number.text.push_unit("分");
    }
    Card {
        label: format!("{}得分{}", view.assessment.name, demo::after_name(score.demo)),
        number,
        lines: rank_line(view, score).into_iter().collect(),
        mark: lamp_mark(score.lamp.as_ref()),
        bar: None,
    }
}

/// The rank with its movement, or why there is none; `None` for a unit that is compared with no
/// other.
fn rank_line(view: &AssessmentView, score: &UnitScore) -> Option<Vec<Inline>> {
    let Some(rank) = score.rank else {
        let reason = score.total.as_ref().err().map(|reason| reason.label());
        return Some(vec![Inline::text(
            reason.unwrap_or_else(|| "不参加排位".to_owned()),
        )]);
    };
    if score.rank_of == 1 {
        return None;
    }
    let number = Number { text: format!("第{rank}位").into(), ..view.rank(score) };
    let mut inlines =
        vec![inline(number), Inline::text(format!("（共{}个）", score.rank_of))];
    let moved = view.movement(score);
    if !moved.value.is_empty() {
        inlines.extend([Inline::text("，名次比上期"), inline(moved)]);
    }
    Some(inlines)
}

/// The items of each assessment and its course; nothing where the unit is in none.
pub(super) fn blocks<'a>(sheets: &'a [Sheet<'a>], unit: &Unit) -> Vec<Block> {
    let Some(newest) = sheets.last() else { return Vec::new() };
    let tables: Vec<Block> = scored(newest, unit)
        .iter()
        .flat_map(|(view, score)| [items(view, score), over_time(sheets, unit, view)])
        .map(|table| Block::Table { table })
        .collect();
    let head = (!tables.is_empty()).then(|| heading(1, "scores-of", "考核得分"));
    head.into_iter().chain(tables).collect()
}

/// The newest scores: the sum, then each item with its formula.
fn items(view: &AssessmentView, unit: &UnitScore) -> Table {
    let assessment = view.assessment;
    let columns = Columns::<&ItemScore>::new()
        .words("计分项", 26, |score| assessment.items[score.item].short())
        .words("算式", 54, |score| score_text::worked(assessment, score))
        .numbers("得分", 8, |score| view.item(unit, score));
    let sum = score_text::sum(assessment, unit);
    let head = sum_row(RowKind::Subtotal, "总分", sum, view.total(unit));
    let items = unit.items.iter().map(|score| columns.row(RowKind::Body, score));
    let scaling = score_text::scaling(assessment, unit)
        .zip(view.scaled(unit))
        .map(|(text, number)| sum_row(RowKind::Body, "折算", text, number));
    let rows = std::iter::once(head).chain(items).chain(scaling).collect();
    let title = format!(
        "{}{}各项得分{}",
        date::period(&view.sheet.figures.period),
        assessment.name,
        demo::after_title(unit.demo)
    );
    let id = format!("items-{}", assessment.id);
    Table { unit: "分".to_owned(), ..columns.table(id, title, rows) }
}

fn sum_row(kind: RowKind, name: &str, text: String, number: Number) -> Row {
    Row { kind, cells: vec![Cell::text(name), Cell::text(text), Cell::number(number)] }
}

/// Total, rank and lamp of each period, the newest first, with the way to its score sheet.
fn over_time<'a>(sheets: &'a [Sheet<'a>], unit: &Unit, newest: &AssessmentView) -> Table {
    let same = |sheet: &'a Sheet<'a>| {
        scored(sheet, unit).into_iter().find(|(view, _)| {
            view.scores.plan == newest.scores.plan
                && view.assessment.id == newest.assessment.id
        })
    };
    let periods: Vec<Scored> = sheets.iter().rev().filter_map(same).collect();
    let number =
        |view: &AssessmentView, number: Number| at_home(view, newest.sheet, number);
    let columns = Columns::<Scored>::new()
        .words("期", 16, |(view, _)| date::period(&view.sheet.figures.period))
        .numbers("总分", 10, |(view, score)| number(&view, view.total(score)))
        .numbers("名次", 8, |(view, score)| number(&view, view.rank(score)))
        .words("名次比上期", 12, |(view, score)| number(&view, view.movement(score)))
        .words("状态", 14, |(_, score)| match &score.lamp {
            Some(lamp) => Cell::mark(lamp_mark(Some(lamp))),
            None => Cell::text(DASH),
        })
        .when(newest.assessment.lamps.is_some())
        .words("各单位得分", 14, |(view, _)| {
            Link::new("得分表", paths::score_page(&view))
        });
    let is_demo = periods.iter().any(|(_, score)| score.demo);
    let id = format!("course-score-{}", newest.assessment.id);
    let title =
        format!("{}各期得分和名次{}", newest.assessment.name, demo::after_title(is_demo));
    Table { unit: "分".to_owned(), ..columns.listing(id, title, periods) }
}

/// A number of a period; an older one leads to its own page.
fn at_home(view: &AssessmentView, newest: &Sheet, number: Number) -> Number {
    if view.sheet.figures.period == newest.figures.period {
        return number;
    }
    let trace = number.trace.clone().on(paths::score_page(view));
    Number { trace, ..number }
}
