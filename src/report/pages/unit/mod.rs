//! `units/<unit>.html`: a unit's figures at the newest edition and in all periods, its projects, what is left out.

mod over_time;
mod forms;
mod left_out;
mod scores;

use crate::figures::figure::Figure;
use crate::figures::outcome::Missing;
use crate::model::book::scope::Scope;
use crate::model::record::registry::{Leader, Unit};
use crate::report::charts::trajectory::trajectory;
use crate::report::edition::cards::card;
use crate::report::edition::notices::newest_notices;
use crate::report::listings::links::{all_units_link, has_page, registers_projects};
use crate::report::page_maker::PageMaker;
use crate::report::pages::blocks::{heading, paragraph, term};
use crate::report::pages::project::known::{KnownProjects, PlacedProject};
use crate::report::pages::projects::list::table as project_table;
use crate::report::pages::unit::left_out::LeftOutFact;
use crate::report::paging::with_own_tables;
use crate::report::paths;
use crate::report::paths::INDEX;
use crate::report::search::Found;
use crate::sheet::part::{FigurePart, inline};
use crate::sheet::unit_course::turns;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Card, Page, Pager, Term};
use crate::words::date::until;
use crate::words::demo;

/// A page for each unit that has figures at a sheet; sheets stand oldest first.
pub fn unit_pages<'a>(
    sheets: &'a [Sheet<'a>],
    known: &KnownProjects<'a>,
) -> Vec<PageMaker<'a>> {
    let Some(newest) = sheets.last() else { return Vec::new() };
    let units = newest.register().units().iter();
    let mut left_out = left_out::facts(newest);
    let units: Vec<&Unit> =
        units.filter(|unit| sheets.iter().any(|sheet| has_page(sheet, unit))).collect();
    let pagers: Vec<Option<Pager>> =
        (0..units.len()).map(|at| neighbours(newest, &units, at)).collect();
    units
        .into_iter()
        .zip(pagers)
        .map(|(unit, pager)| {
            let records = UnitRecords {
                projects: known.by_unit.get(&unit.id).cloned().unwrap_or_default(),
                left_out: left_out.remove(&scope(unit)).unwrap_or_default(),
            };
            let page =
                move || Page { pager: pager.clone(), ..page(sheets, unit, &records) };
            PageMaker::new(move || [page()])
                .found(Found::Unit(&unit.aliases))
                .cut_by(with_own_tables)
        })
        .collect()
}

/// The units before and after one, and all of them.
fn neighbours(sheet: &Sheet, units: &[&Unit], at: usize) -> Option<Pager> {
    let link = |word: &str, at: Option<usize>| {
        let unit = units.get(at?)?;
        Some(Link::new(format!("{word}：{}", unit.name), paths::unit(unit.id.as_str())))
    };
    let links = [link("上一个", at.checked_sub(1)), link("下一个", at.checked_add(1))];
    (units.len() > 1).then(|| Pager {
        place: format!("第{}个，共{}个单位", at + 1, units.len()),
        links: links.into_iter().flatten().chain(all_units_link(sheet)).collect(),
    })
}

/// The records that stand on the page of a unit.
struct UnitRecords<'a> {
    projects: Vec<PlacedProject<'a>>,
    left_out: Vec<LeftOutFact<'a>>,
}

fn scope(unit: &Unit) -> Scope {
    Scope::Unit(unit.id.to_string())
}

fn page<'a>(sheets: &'a [Sheet<'a>], unit: &Unit, records: &UnitRecords) -> Page {
    let newest = &sheets[sheets.len() - 1];
    let book = newest.book();
    let scope = scope(unit);
    let merger = newest.register().merger(&scope);
    let state = match merger {
        Some(merger) => Missing::merged_into(newest.register(), merger).label(),
        None => format!("截至{}", until(newest.figures.period.end(), true)),
    };
    let group = newest.register().group_of(unit).map(|group| format!("{}，", group.name));
    let mut blocks: Vec<Block> = course(newest, unit).into_iter().collect();
    blocks.extend(newest_blocks(newest, unit));
    blocks.extend(organisation(newest, unit));
    blocks.extend(scores::blocks(sheets, unit));
    blocks.extend(section("forms-of", "统计表", forms::blocks(newest, unit)));
    blocks.push(heading(1, "periods", "各期情况"));
    blocks.extend(over_time::blocks(sheets, &scope));
    if registers_projects(newest) && merger.is_none() {
        blocks.extend(section(
            "projects-of",
            "项目",
            vec![unit_projects(newest, &records.projects)],
        ));
    }
    let left_out = left_out::table(newest, &records.left_out, "各条记录未计入的原因")
        .map(|table| Block::Table { table });
    blocks.extend(section("left-out-of", "未计入的记录", left_out.into_iter().collect()));
    Page {
        path: paths::unit(unit.id.as_str()),
        root: "../".to_owned(),
        title: unit.name.clone(),
        subtitle: format!("{}{state}", group.unwrap_or_default()),
        crumbs: vec![Link::new(&book.card.record.name, INDEX)],
        notices: newest_notices(newest),
        blocks,
        ..Page::default()
    }
}

/// Some blocks under a heading; nothing without blocks.
fn section(id: &str, title: &str, blocks: Vec<Block>) -> Vec<Block> {
    let heading = (!blocks.is_empty()).then(|| heading(1, id, title));
    heading.into_iter().chain(blocks).collect()
}

/// What became of the unit; nothing where it has always been the same.
fn course(sheet: &Sheet, unit: &Unit) -> Option<Block> {
    let turns = turns(sheet, unit.id.as_str());
    let rows = vec![term("沿革", turns.join("；"))];
    (!turns.is_empty()).then_some(Block::Facts { rows })
}

/// Who answers for the unit, and the bodies that it belongs to.
fn organisation(sheet: &Sheet, unit: &Unit) -> Option<Block> {
    let book = sheet.book();
    let role =
        |leader: &Leader| term(leader.role.as_deref().unwrap_or("领导"), &leader.name);
    let (days, known) = (sheet.figures.period.days(), sheet.last_day());
    let leaders = book.leaders_of(unit).into_iter();
    let serving = leaders.filter(|leader| leader.serves(days, known));
    let mut rows: Vec<Term> = serving.map(role).collect();
    let bodies = sheet.plans().flat_map(|plan| &plan.organisations);
    let mut joined: Vec<&str> = Vec::new();
    for body in bodies {
        let is_unit = |other: &&Unit| other.id == unit.id;
        let office = body.office.as_ref().and_then(|office| book.unit(office));
        if office.as_ref().is_some_and(is_unit) {
            rows.push(term("办公室设在本单位", &body.name));
        } else if sheet.register().units_in(&body.members).iter().any(is_unit) {
            joined.push(&body.name);
        }
    }
    rows.extend((!joined.is_empty()).then(|| term("参加的机构", joined.join("、"))));
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
    let block = (!cards.is_empty()).then_some(Block::Cards { cards });
    block.into_iter().chain(charts.map(|chart| Block::Chart { chart })).collect()
}

fn unit_card(view: &IndicatorView, figure: &Figure) -> Card {
    let mut card = card(view, figure);
    card.label.push_str(demo::after_name(figure.demo));
    if let Some(ranked) = &figure.ranked
        && ranked.rank.is_some()
        && ranked.of > 1
    {
        card.lines.push(vec![
            Inline::text("组内"),
            inline(view.number(figure, FigurePart::Rank, true)),
            Inline::text(format!("（共{}个）", ranked.of)),
        ]);
    }
    card
}

fn unit_projects(sheet: &Sheet, projects: &[PlacedProject]) -> Block {
    if projects.is_empty() {
        return paragraph("没有登记在本单位名下的项目。");
    }
    Block::Table {
        table: project_table(sheet, projects, "牵头和联合招商的项目")
    }
}
