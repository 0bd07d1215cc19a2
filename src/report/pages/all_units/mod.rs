//! `<period>/units.html`: every unit beside every other, by all indicators that compare them and by the
//! scores: values, lamps, ranks, courses.

mod choices;
mod columns;

use crate::model::book::scope::Scope;
use crate::model::record::registry::{Group, Unit};
use crate::model::value::period::Period;
use crate::report::edition::notices::notices;
use crate::report::listings::links::{all_units_link, has_page};
use crate::report::pages::all_units::choices::choices;
use crate::report::pages::all_units::columns::{Compared, columns};
use crate::report::paths;
use crate::report::paths::INDEX;
use crate::sheet::Sheet;
use crate::view::inline::Link;
use crate::view::page::{Block, Page, Pager};
use crate::view::table::{Row, RowKind, Table};
use crate::words::date;
use crate::words::demo;

/// The page of all units at a sheet; none where there are no two to compare.
pub fn all_units<'a>(sheet: &'a Sheet<'a>) -> Option<Page> {
    let here = all_units_link(sheet)?;
    let (listed, compared) = (listed(sheet), Compared::of(sheet));
    let count = listed.iter().flat_map(|(_, units)| units).count();
    let period = &sheet.figures.period;
    let book = sheet.book();
    let title = format!("{}{}", date::period(period), here.text);
    Some(Page {
        path: here.href,
        root: "../".to_owned(),
        subtitle: format!("{count}个单位，截至{}", date::until(period.end(), true)),
        crumbs: vec![
            Link::new(&book.card.record.name, INDEX),
            Link::new(date::period(period), paths::edition(period)),
        ],
        notices: notices(sheet),
        pager: neighbours(sheet),
        blocks: vec![Block::Table { table: table(sheet, &compared, &listed, &title) }],
        title,
        ..Page::default()
    })
}

/// The units that have figures, by their groups in the order of the book; those in no group come last.
fn listed<'a>(sheet: &Sheet<'a>) -> Vec<(Option<&'a Group>, Vec<&'a Unit>)> {
    let register = sheet.register();
    let stands = |unit: &&Unit| {
        let scope = Scope::Unit(unit.id.to_string());
        has_page(sheet, unit) && register.merger(&scope).is_none()
    };
    let units: Vec<&Unit> = register.units().iter().filter(stands).collect();
    let of = |group: Option<&'a Group>| {
        let id = group.map(|group| &group.id);
        let is_in = |unit: &&&Unit| register.group_of(unit).map(|group| &group.id) == id;
        (group, units.iter().filter(is_in).copied().collect::<Vec<&Unit>>())
    };
    let groups = sheet.book().registry.record.groups.iter().map(Some);
    let groups = groups.chain([None]).map(of);
    groups.filter(|(_, units)| !units.is_empty()).collect()
}

fn table<'a>(
    sheet: &'a Sheet<'a>,
    compared: &Compared<'a>,
    listed: &[(Option<&Group>, Vec<&'a Unit>)],
    title: &str,
) -> Table {
    let columns = columns(compared);
    let (mut rows, mut units): (Vec<Row>, Vec<Option<&Unit>>) = Default::default();
    for (group, members) in listed {
        if listed.len() > 1 {
            let name = group.map_or("不分组", |group| &group.name);
            rows.push(columns.heading(0, name));
            units.push(None);
        }
        for unit in compared.in_order(members) {
            rows.push(columns.row(RowKind::Body, unit));
            units.push(Some(unit));
        }
    }
    let notes = compared.notes();
    let title = format!("{title}{}", demo::after_title(sheet.is_demo));
    Table {
        notes,
        filters: choices(sheet, compared, &units),
        wide: true,
        ..columns.table("all-units", title, rows)
    }
}

/// The same page of the editions before and after.
fn neighbours(sheet: &Sheet) -> Option<Pager> {
    let mut periods = sheet.editions.iter().map(|(_, figures)| &figures.period);
    let count = periods.len();
    let own = periods.clone().position(|period| *period == sheet.figures.period)?;
    let link = |word: &str, at: Option<usize>| {
        let period: &Period = periods.clone().nth(at?)?;
        Some(Link::new(
            format!("{word}：{}", date::period(period)),
            paths::all_units(period),
        ))
    };
    let links = [link("上一期", own.checked_sub(1)), link("下一期", own.checked_add(1))];
    periods.next()?;
    (count > 1).then(|| Pager {
        place: format!("第{}期，共{count}期", own + 1),
        links: links.into_iter().flatten().collect(),
    })
}
