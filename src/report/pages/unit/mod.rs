//! `units/<unit>.html`: a unit's figures at the newest edition and in all periods, its projects, what is left out.

mod course;
mod forms;
mod left_out;
mod scores;

use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::record::project::Project;
use crate::model::record::registry::{Leader, Unit};
use crate::model::value::reference::UnitRef;
use crate::report::charts::trajectory;
use crate::report::edition::cards::card;
use crate::report::edition::notices::newest_notices;
use crate::report::pages::blocks::{fact, heading, link, paragraph};
use crate::report::pages::project::as_of::{Horizon, projects};
use crate::report::pages::projects::{registers_projects, table as project_table};
use crate::sheet::part::{FigurePart, inline};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::page::{Block, Card, Page, Term};
use crate::words::date::until;
use crate::words::demo;

/// A page for each unit that has figures at the newest sheet; sheets stand oldest first.
pub fn unit_pages<'a>(sheets: &'a [Sheet<'a>]) -> Vec<Page> {
    let Some(newest) = sheets.last() else { return Vec::new() };
    let units = newest.book().registry.record.units.iter();
    units
        .filter(|unit| has_page(newest, unit))
        .map(|unit| page(sheets, newest, unit))
        .collect()
}

/// Whether a unit has figures of its own.
pub fn has_page(sheet: &Sheet, unit: &Unit) -> bool {
    let scope = scope(unit);
    sheet.figures.indicators.iter().any(|found| found.figure(&scope).is_some())
}

/// The page of a unit.
pub fn unit_path(unit: &Unit) -> String {
    format!("units/{}.html", unit.id)
}

fn scope(unit: &Unit) -> Scope {
    Scope::Unit(unit.id.to_string())
}

fn page<'a>(sheets: &'a [Sheet<'a>], newest: &'a Sheet<'a>, unit: &Unit) -> Page {
    let book = newest.book();
    let scope = scope(unit);
    let end = until(newest.figures.period.end(), true);
    let group = book.group(&unit.group).map(|group| format!("{}，", group.name));
    let mut blocks = newest_blocks(newest, unit);
    blocks.extend(organisation(newest, unit));
    blocks.extend(scores::blocks(sheets, unit));
    let forms = forms::blocks(newest, unit);
    if !forms.is_empty() {
        blocks.push(heading(1, "forms-of", "统计表"));
        blocks.extend(forms);
    }
    blocks.push(heading(1, "periods", "各期情况"));
    blocks.extend(course::blocks(sheets, &scope));
    if registers_projects(newest) {
        blocks.push(heading(1, "projects-of", "项目"));
        blocks.push(own_projects(newest, unit));
    }
    if let Some(table) = left_out::table(newest, &scope, "各条记录未计入的原因")
    {
        blocks.push(heading(1, "left-out-of", "未计入的记录"));
        blocks.push(Block::Table { table });
    }
    Page {
        path: unit_path(unit),
        root: "../".to_owned(),
        title: unit.name.clone(),
        subtitle: format!("{}截至{end}", group.unwrap_or_default()),
        crumbs: vec![link(&book.card.record.name, "index.html")],
        notices: newest_notices(newest),
        blocks,
        traces: Vec::new(),
    }
}

/// Who answers for the unit, and the bodies that it belongs to.
fn organisation(sheet: &Sheet, unit: &Unit) -> Option<Block> {
    let book = sheet.book();
    let role = |leader: &Leader| {
        let role = leader.role.clone().unwrap_or_else(|| "领导".to_owned());
        fact(role, &leader.name)
    };
    let mut rows: Vec<Term> = book.leaders_of(unit).into_iter().map(role).collect();
    let bodies = sheet.plans().flat_map(|plan| &plan.organisations);
    let mut joined: Vec<&str> = Vec::new();
    for body in bodies {
        let is = |one: &&Unit| one.id == unit.id;
        let office = body.office.as_ref().and_then(|office| book.unit(office));
        if office.as_ref().is_some_and(is) {
            rows.push(fact("办公室设在本单位", &body.name));
        } else if book.units_in(&body.members).iter().any(is) {
            joined.push(&body.name);
        }
    }
    rows.extend((!joined.is_empty()).then(|| fact("参加的机构", joined.join("、"))));
    (!rows.is_empty()).then_some(Block::Facts { rows })
}

/// The scores and the figures that have a target as cards, with the course of those that have
/// a schedule.
fn newest_blocks<'a>(sheet: &'a Sheet<'a>, unit: &Unit) -> Vec<Block> {
    let scope = &scope(unit);
    let targeted: Vec<(IndicatorView, &Figure)> = sheet
        .views()
        .filter_map(|view| Some((view, view.figure(scope)?)))
        .filter(|(_, figure)| figure.target().is_ok())
        .collect();
    let mut cards = scores::cards(sheet, unit);
    cards.extend(targeted.iter().map(|(view, figure)| unit_card(view, figure)));
    let scheduled = targeted.iter().filter(|(_, figure)| figure.schedule.is_ok());
    let charts = scheduled.filter_map(|(view, _)| trajectory(view, scope));
    let cards = (!cards.is_empty()).then_some(Block::Cards { cards });
    cards.into_iter().chain(charts.map(|chart| Block::Chart { chart })).collect()
}

fn unit_card(view: &IndicatorView, figure: &Figure) -> Card {
    let demo = demo::after_name(figure.demo);
    let mut card = card(view, figure);
    card.label.push_str(demo);
    let ranked = figure.ranked.as_ref().filter(|one| one.rank.is_some() && one.of > 1);
    if let Some(standing) = ranked {
        card.lines.push(vec![
            Inline::text("组内"),
            inline(view.number(figure, FigurePart::Rank, true)),
            Inline::text(format!("（共{}个）", standing.of)),
        ]);
    }
    card
}

/// The projects that a unit leads or shares in.
fn own_projects(sheet: &Sheet, unit: &Unit) -> Block {
    let book = sheet.book();
    let horizon = Horizon::of(sheet);
    let is = |reference: &UnitRef| {
        book.unit(reference).is_some_and(|found| found.id == unit.id)
    };
    let shares = |project: &Project| {
        horizon.known(project.shares_reported).is_some()
            && project.shares.iter().any(|one| is(&one.unit))
    };
    let own: Vec<_> = projects(sheet)
        .into_iter()
        .filter(|(_, project)| is(&project.unit) || shares(project))
        .collect();
    if own.is_empty() {
        paragraph("没有登记在本单位名下的项目。")
    } else {
        Block::Table {
            table: project_table(sheet, &own, "牵头和联合招商的项目")
        }
    }
}
