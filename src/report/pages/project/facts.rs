//! What a project is: every field of its record that stands by itself, as a term with its words.

use crate::model::dictionary::{Field, Record, field};
use crate::model::record::project::{Project, Support};
use crate::report::pages::project::field_words::field_words;
use crate::report::pages::project::seen::Around;
use crate::view::inline::Inline;
use crate::view::page::Term;
use crate::words::date::day;
use crate::words::number::share;

/// The fields that come first; all others follow in the order of the dictionary.
const FIRST: &[&Field] = &[
    field!(Project.unit),
    field!(Project.partners),
    field!(Project.site),
    field!(Project.leader),
    field!(Project.steward),
    field!(Project.shares),
    field!(Project.investor),
    field!(Project.origin),
    field!(Project.channel),
    field!(Project.tags),
];

/// The fields that stand elsewhere on the page: in its title and mark, with the shares, in tables.
const ELSEWHERE: &[&Field] = &[
    field!(Project.id),
    field!(Project.name),
    field!(Project.demo),
    field!(Project.shares_reported),
    field!(Project.contracts),
    field!(Project.lead),
    field!(Project.talks),
    field!(Project.intent),
    field!(Project.promises),
    field!(Project.fulfilments),
    field!(Project.permits),
    field!(Project.landed),
    field!(Project.filing),
    field!(Project.started),
    field!(Project.producing),
    field!(Project.capacity),
    field!(Project.stopped),
    field!(Project.relocation),
    field!(Project.funds),
    field!(Project.changes),
];

/// How a field is said; nothing where there is nothing to say.
type Say = fn(&Around, &Project) -> Vec<Inline>;

/// The fields that are said otherwise than by the types of what they hold.
const OWN_WORDS: &[(&Field, Say)] = &[
    (field!(Project.shares), joint),
    (field!(Project.investor), investor),
    (field!(Project.origin), origin),
    (field!(Project.appraisal), appraised),
    (field!(Project.supports), supports),
];

/// The fields of the dictionary that have a value and that the audience may see.
pub(super) fn facts(around: &Around, project: &Project) -> Vec<Term> {
    let others = (Project::KIND.fields.iter())
        .filter(|field| !FIRST.contains(field) && !ELSEWHERE.contains(field));
    let fields = FIRST.iter().copied().chain(others);
    let special = |field: &Field| OWN_WORDS.iter().find(|(special, _)| *special == field);
    let mut words = field_words(around, project, |field| {
        !ELSEWHERE.contains(&field) && special(field).is_none()
    });
    let terms = fields.filter(|field| around.sees(field.level)).map(|field| {
        let inlines = match special(field) {
            Some((_, say)) => say(around, project),
            None => words.remove(field.key.as_str()).unwrap_or_default(),
        };
        Term { term: field.key.to_string(), inlines }
    });
    terms.filter(|term| !term.inlines.is_empty()).collect()
}

/// Where the investor comes from, with the regions that the audience may know of.
fn origin(around: &Around, project: &Project) -> Vec<Inline> {
    let regions = around.names.regions().iter();
    let holding = regions.filter(|region| region.holds(project));
    let names = std::iter::once(project.origin.label())
        .chain(holding.map(|region| region.name.as_str()));
    vec![Inline::text(names.collect::<Vec<_>>().join("，"))]
}

fn appraised(around: &Around, project: &Project) -> Vec<Inline> {
    let words = project.appraisal.iter().map(|appraisal| {
        let by = (appraisal.by.as_ref())
            .map(|unit| format!("{}组织，", around.names.unit(unit)))
            .unwrap_or_default();
        Inline::text(format!("{by}{}{}", day(appraisal.date), appraisal.verdict.label()))
    });
    words.collect()
}

fn investor(_: &Around, project: &Project) -> Vec<Inline> {
    let investor = &project.investor;
    let seat = investor.seat.as_ref().map(|seat| format!("注册地{seat}"));
    let notes: Vec<String> =
        seat.into_iter().chain(investor.classes.iter().cloned()).collect();
    let mut text = investor.name.clone();
    if !notes.is_empty() {
        text += &format!("（{}）", notes.join("，"));
    }
    vec![Inline::text(text)]
}

/// What was promised, and whether it was known to be done.
fn supports(around: &Around, project: &Project) -> Vec<Inline> {
    let days = around.days;
    let words = |support: &Support| {
        let quantity = support.quantity.map(|quantity| format!("，{quantity}"));
        let is_reported = days.knew(support.submitted);
        let done = support.done.filter(|done| is_reported && *done <= days.end);
        format!(
            "{}：{}{}，{}应办{}",
            support.kind.label(),
            support.what,
            quantity.unwrap_or_default(),
            day(support.due),
            done.map(|done| format!("，{}办结", day(done))).unwrap_or_default()
        )
    };
    let all: Vec<String> = project.supports.iter().map(words).collect();
    if all.is_empty() { Vec::new() } else { vec![Inline::text(all.join("；"))] }
}

/// The shares of a joint project, once they were reported, with the day of the report.
fn joint(around: &Around, project: &Project) -> Vec<Inline> {
    let reported = around.days.known(project.shares_reported);
    let Some(reported) = reported.filter(|_| !project.shares.is_empty()) else {
        return Vec::new();
    };
    let mut inlines = Vec::new();
    for joint in &project.shares {
        inlines.push(around.names.linked_unit(&joint.unit));
        inlines.push(Inline::text(format!("{}，", share(joint.share.0))));
    }
    inlines.push(Inline::text(format!("{}书面报告", day(reported))));
    inlines
}
