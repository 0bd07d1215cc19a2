//! The scores of a unit: a card for each assessment, its items with their formulas, its course over the periods.

use crate::figures::scores::UnitScore;
use crate::model::dictionary::Level;
use crate::model::record::registry::Unit;
use crate::report::pages::blocks::{heading, link_cell};
use crate::sheet::Sheet;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::{inline, lamp_mark};
use crate::sheet::score_text;
use crate::view::inline::Inline;
use crate::view::inline::Number;
use crate::view::page::{Block, Card};
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::date;
use crate::words::demo;
use crate::words::number::DASH;

/// An assessment with what a unit scored in it.
type Scored<'a> = (AssessmentView<'a>, &'a UnitScore);

/// The assessments of a sheet in which a unit is scored, for those who may see scores.
fn scored<'a>(sheet: &'a Sheet<'a>, unit: &Unit) -> Vec<Scored<'a>> {
    let assessment_views =
        sheet.assessment_views().filter(|_| sheet.sees(Level::Internal));
    assessment_views
        .filter_map(|assessment_view| {
            Some((assessment_view, assessment_view.scores.unit(unit.id.as_str())?))
        })
        .collect()
}

/// A card for each assessment: total, rank and lamp.
pub(super) fn cards<'a>(sheet: &'a Sheet<'a>, unit: &Unit) -> Vec<Card> {
    scored(sheet, unit).iter().map(card).collect()
}

fn card((assessment_view, score): &Scored) -> Card {
    let demo = demo::after_name(score.demo);
    let mut number = assessment_view.total(score);
    if score.total.is_ok() {
        number.text.push('分');
    }
    Card {
        label: format!("{}得分{demo}", assessment_view.assessment.name),
        number,
        lines: standing(assessment_view, score).into_iter().collect(),
        mark: lamp_mark(score.lamp.as_ref()),
    }
}

/// The rank with its movement, or why there is none; nothing of a unit that is compared with
/// no other.
fn standing(assessment_view: &AssessmentView, score: &UnitScore) -> Option<Vec<Inline>> {
    let Some(rank) = score.rank else {
        let reason = score.total.as_ref().err().map(|reason| reason.words.clone());
        let reason = reason.unwrap_or_else(|| "不参加排位".to_owned());
        return Some(vec![Inline::text(reason)]);
    };
    if score.rank_of == 1 {
        return None;
    }
    let number = Number { text: format!("第{rank}位"), ..assessment_view.rank(score) };
    let mut inlines =
        vec![inline(number), Inline::text(format!("（共{}个）", score.rank_of))];
    let moved = assessment_view.movement(score);
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
        .flat_map(|(assessment_view, score)| {
            [items(assessment_view, score), course(sheets, unit, assessment_view)]
        })
        .map(|table| Block::Table { table })
        .collect();
    let head = (!tables.is_empty()).then(|| heading(1, "scores-of", "考核得分"));
    head.into_iter().chain(tables).collect()
}

/// The newest scores item by item.
fn items(assessment_view: &AssessmentView, score: &UnitScore) -> Table {
    Table {
        id: format!("items-{}", assessment_view.assessment.id),
        title: format!(
            "{}{}各项得分{}",
            date::period(&assessment_view.sheet.figures.period),
            assessment_view.assessment.name,
            demo::after_title(score.demo)
        ),
        unit: "分".to_owned(),
        columns: vec![
            Column::words("计分项", 26),
            Column::words("算式", 54),
            Column::numbers("得分", 8),
        ],
        rows: rows(assessment_view, score),
        notes: Vec::new(),
        wide: false,
    }
}

/// The sum, then each item with its formula.
fn rows(assessment_view: &AssessmentView, unit: &UnitScore) -> Vec<Row> {
    let assessment = assessment_view.assessment;
    let head = Row {
        kind: RowKind::Subtotal,
        cells: vec![
            Cell::text("总分"),
            Cell::text(score_text::sum(assessment, unit)),
            Cell::inline(inline(assessment_view.total(unit))),
        ],
    };
    let items = unit.items.iter().map(|score| {
        let item = &assessment.items[score.item];
        Row::body(vec![
            Cell::inline(Inline::text(item.short())),
            Cell::text(score_text::worked(assessment, score)),
            Cell::inline(inline(assessment_view.item(unit, score))),
        ])
    });
    let scaling = score_text::scaling(assessment, unit)
        .zip(assessment_view.scaled(unit))
        .map(|(text, number)| {
            Row::body(vec![
                Cell::text("折算"),
                Cell::text(text),
                Cell::inline(inline(number)),
            ])
        });
    std::iter::once(head).chain(items).chain(scaling).collect()
}

/// Total, rank and lamp of each period, the newest first, with the way to its score sheet.
fn course<'a>(sheets: &'a [Sheet<'a>], unit: &Unit, newest: &AssessmentView) -> Table {
    let same = |sheet: &'a Sheet<'a>| {
        scored(sheet, unit).into_iter().find(|(assessment_view, _)| {
            assessment_view.scores.plan == newest.scores.plan
                && assessment_view.assessment.id == newest.assessment.id
        })
    };
    let found: Vec<Scored> = sheets.iter().rev().filter_map(same).collect();
    let lamps = newest.assessment.lamps.is_some();
    let mut columns = vec![
        Column::words("期", 16),
        Column::numbers("总分", 10),
        Column::numbers("名次", 8),
        Column::words("名次比上期", 12),
    ];
    columns.extend(lamps.then(|| Column::words("状态", 14)));
    columns.push(Column::words("各单位得分", 14));
    let demo = found.iter().any(|(_, score)| score.demo);
    Table {
        id: format!("course-score-{}", newest.assessment.id),
        title: format!(
            "{}各期得分和名次{}",
            newest.assessment.name,
            demo::after_title(demo)
        ),
        unit: "分".to_owned(),
        columns,
        rows: found.iter().map(|one| line(one, newest, lamps)).collect(),
        notes: Vec::new(),
        wide: false,
    }
}

/// A period's scores; an older one's numbers lead to its own page.
fn line((assessment_view, score): &Scored, newest: &AssessmentView, lamps: bool) -> Row {
    let sheet = assessment_view.sheet;
    let old = sheet.figures.period != newest.sheet.figures.period;
    let number = |mut number: Number| {
        if old {
            number.trace = format!("{}#{}", assessment_view.trace_page(), number.trace);
        }
        Cell::inline(inline(number))
    };
    let mut cells = vec![
        Cell::text(date::period(&sheet.figures.period)),
        number(assessment_view.total(score)),
        number(assessment_view.rank(score)),
        number(assessment_view.movement(score)),
    ];
    cells.extend(lamps.then(|| match score.lamp {
        Some(_) => Cell::mark(lamp_mark(score.lamp.as_ref())),
        None => Cell::text(DASH),
    }));
    cells.push(link_cell("得分表", assessment_view.trace_page()));
    Row::body(cells)
}
