//! What a project is: the fields of its record that stand by themselves, as terms with their words.

use crate::model::dictionary::field;
use crate::model::record::project::{Appraisal, Project};
use crate::report::listings::links::referred_unit;
use crate::report::listings::register::unit_name;
use crate::report::pages::project::as_of::Horizon;
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::page::Term;
use crate::words::date::day;
use crate::words::number::share;

/// The fields of the dictionary that have a value and that the audience may see.
pub(super) fn facts(sheet: &Sheet, project: &Project) -> Vec<Term> {
    let book = sheet.book();
    let horizon = Horizon::of(sheet);
    let text = |text: &str| Some(vec![Inline::text(text)]);
    let sector = project
        .sector
        .as_ref()
        .map(|sector| book.sector(sector).map_or(sector.as_str(), |found| &found.name));
    let chain = project
        .chain
        .as_ref()
        .map(|chain| book.chain(chain).map_or(chain.as_str(), |found| &found.name));
    let fields = [
        (field!(Project.unit), Some(vec![referred_unit(sheet, &project.unit)])),
        (
            field!(Project.leader),
            project.leader.as_ref().and_then(|leader| text(leader.as_str())),
        ),
        (
            field!(Project.steward),
            project.steward.as_ref().map(|unit| vec![referred_unit(sheet, unit)]),
        ),
        (field!(Project.shares), joint(sheet, project, &horizon)),
        (field!(Project.investor), text(&investor(project))),
        (field!(Project.origin), text(&origin(sheet, project))),
        (
            field!(Project.channel),
            project.channel.and_then(|channel| text(channel.label())),
        ),
        (
            field!(Project.tags),
            text(&project.tags.join("、")).filter(|_| !project.tags.is_empty()),
        ),
        (field!(Project.sector), sector.and_then(text)),
        (field!(Project.chain), chain.and_then(text)),
        (
            field!(Project.investment),
            project.investment.and_then(|money| text(&money.0.to_string())),
        ),
        (
            field!(Project.output),
            project.output.and_then(|money| text(&money.0.to_string())),
        ),
        (field!(Project.land), project.land.and_then(|land| text(&land.0.to_string()))),
        (field!(Project.tax), project.tax.and_then(|money| text(&money.0.to_string()))),
        (
            field!(Project.energy),
            project.energy.and_then(|energy| text(&energy.0.to_string())),
        ),
        (
            field!(Project.appraisal),
            project.appraisal.as_ref().and_then(|one| text(&appraised(sheet, one))),
        ),
        (field!(Project.bespoke), project.bespoke.as_deref().and_then(text)),
        (field!(Project.content), project.content.as_deref().and_then(text)),
        (field!(Project.note), project.note.as_deref().and_then(text)),
    ];
    fields
        .into_iter()
        .filter(|(field, _)| sheet.sees(field.level))
        .filter_map(|(field, inlines)| {
            Some(Term { term: field.key.to_string(), inlines: inlines? })
        })
        .collect()
}

/// Where the investor comes from, with the regions that the audience may know of.
fn origin(sheet: &Sheet, project: &Project) -> String {
    let regions = sheet.book().registry.record.regions.iter();
    let own = regions.filter(|region| region.holds(project));
    let names =
        std::iter::once(project.origin.label()).chain(own.map(|one| one.name.as_str()));
    names.collect::<Vec<_>>().join("，")
}

fn appraised(sheet: &Sheet, one: &Appraisal) -> String {
    let by = one.by.as_ref().map(|unit| unit_name(sheet, unit));
    let by = by.map(|by| format!("{by}组织，")).unwrap_or_default();
    format!("{by}{}{}", day(one.date), one.verdict.label())
}

fn investor(project: &Project) -> String {
    let investor = &project.investor;
    let seat = investor.seat.as_ref().map(|seat| format!("注册地{seat}"));
    let more: Vec<String> =
        seat.into_iter().chain(investor.classes.iter().cloned()).collect();
    if more.is_empty() {
        investor.name.clone()
    } else {
        format!("{}（{}）", investor.name, more.join("，"))
    }
}

/// The shares of a joint project, once they were reported.
fn joint(sheet: &Sheet, project: &Project, horizon: &Horizon) -> Option<Vec<Inline>> {
    let reported = horizon.known(project.shares_reported)?;
    let mut inlines = Vec::new();
    for one in &project.shares {
        inlines.push(referred_unit(sheet, &one.unit));
        inlines.push(Inline::text(format!("{}，", share(one.share.0))));
    }
    inlines.push(Inline::text(format!("{}书面报告", day(reported))));
    (!project.shares.is_empty()).then_some(inlines)
}
