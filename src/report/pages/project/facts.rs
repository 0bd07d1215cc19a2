//! What a project is: the fields of its record that stand by themselves, as terms with their words.

use crate::model::dictionary::Record;
use crate::model::record::project::{Appraisal, Project};
use crate::report::listings::register::units;
use crate::report::pages::project::as_of::Horizon;
use crate::report::pages::projects::unit_inline;
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
        ("责任单位", Some(vec![unit_inline(sheet, &project.unit)])),
        ("责任领导", project.leader.as_ref().and_then(|leader| text(leader.as_str()))),
        ("项目管家", project.steward.as_ref().map(|unit| vec![unit_inline(sheet, unit)])),
        ("联合", joint(sheet, project, &horizon)),
        ("投资方", text(&investor(project))),
        ("来源地", text(&origin(sheet, project))),
        ("渠道", project.channel.and_then(|channel| text(channel.label()))),
        ("标签", text(&project.tags.join("、")).filter(|_| !project.tags.is_empty())),
        ("领域", sector.and_then(text)),
        ("产业链", chain.and_then(text)),
        ("投资总额", project.investment.and_then(|money| text(&money.0.to_string()))),
        ("预计产值", project.output.and_then(|money| text(&money.0.to_string()))),
        ("用地面积", project.land.and_then(|land| text(&land.0.to_string()))),
        ("预计税收", project.tax.and_then(|money| text(&money.0.to_string()))),
        ("预计能耗", project.energy.and_then(|energy| text(&energy.0.to_string()))),
        ("论证", project.appraisal.as_ref().and_then(|one| text(&appraised(sheet, one)))),
        ("一企一策", project.bespoke.as_deref().and_then(text)),
        ("建设内容", project.content.as_deref().and_then(text)),
        ("备注", project.note.as_deref().and_then(text)),
    ];
    let visible =
        |key: &str| Project::KIND.field(key).is_some_and(|field| sheet.sees(field.level));
    fields
        .into_iter()
        .filter(|(key, _)| visible(key))
        .filter_map(|(key, inlines)| {
            Some(Term { term: key.to_owned(), inlines: inlines? })
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
    let by = one.by.as_ref().map(|unit| units(sheet, std::slice::from_ref(unit)));
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
        inlines.push(unit_inline(sheet, &one.unit));
        inlines.push(Inline::text(format!("{}，", share(one.share.0))));
    }
    inlines.push(Inline::text(format!("{}书面报告", day(reported))));
    (!project.shares.is_empty()).then_some(inlines)
}
