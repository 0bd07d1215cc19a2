//! References to names: every place of a kind of reference, and how an unknown one is reported.

use crate::check::Reporter;
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::{nearest, route};
use crate::model::plan::target::TargetTable;
use crate::model::record::activity::Activity;
use crate::model::record::project::Project;

/// A reference as written, with its place.
pub(super) type Named<'a> = (&'a str, Place);

/// Reports every reference that is not known.
pub(super) fn report_unknown<'a>(
    reporter: &mut Reporter,
    label: &str,
    named: Vec<Named>,
    is_known: impl Fn(&str) -> bool,
    names: impl Iterator<Item = &'a str> + Clone,
) {
    for (word, place) in named.into_iter().filter(|(word, _)| !is_known(word)) {
        let several =
            word.contains(['，', '、']) && word.split(['，', '、']).all(&is_known);
        let help = match nearest(word, names.clone()) {
            _ if several => "写了几个名称：分项写，如 [甲, 乙]，用半角逗号".to_owned(),
            Some(near) => format!("是否应为“{near}”？"),
            None => listed(label, names.clone()),
        };
        reporter.report(place, format!("没有叫“{word}”的{label}")).help(help).about(word);
    }
}

/// Names what there is, if that is not too much.
fn listed<'a>(label: &str, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    match names.len() {
        0 => format!("这个账本还没有任何{label}"),
        count if count > 12 => format!("核对{label}的名称，或先把它登记上"),
        _ => format!("可写：{}", names.join("、")),
    }
}

/// The references of a shape in the registry, the plans and the files that could not be read whole.
pub(super) fn mentioned<'a>(book: &'a Book, shape: &str) -> Vec<Named<'a>> {
    let of_shape = book.mentions.iter().filter(|mention| mention.shape == shape);
    of_shape
        .map(|mention| (mention.text.as_str(), Place::span(mention.file, mention.span)))
        .collect()
}

/// Every reference to a unit.
pub(super) fn units(book: &Book) -> Vec<Named<'_>> {
    let mut named = mentioned(book, "unit-ref");
    for project in &book.projects {
        let record = &project.record;
        named.push((
            record.unit.as_str(),
            Place::value(project.file, route!(Project.unit)),
        ));
        for (index, partner) in record.partners.iter().enumerate() {
            let place = Place::value(project.file, route!(Project.partners[index]));
            named.push((partner.as_str(), place));
        }
        let place = Place::value(project.file, route!(Project.site));
        named.extend(record.site.iter().map(|site| (site.as_str(), place.clone())));
        let place = Place::value(project.file, route!(Project.steward));
        named.extend(record.steward.iter().map(|unit| (unit.as_str(), place.clone())));
        for (index, share) in record.shares.iter().enumerate() {
            let place = Place::value(project.file, route!(Project.shares[index].unit));
            named.push((share.unit.as_str(), place));
        }
    }
    for activity in &book.activities {
        let single = [
            (route!(Activity.owner), &activity.record.owner),
            (route!(Activity.handed), &activity.record.handed),
        ];
        for (route, unit) in single {
            let place = Place::value(activity.file, route);
            named.extend(unit.iter().map(|unit| (unit.as_str(), place.clone())));
        }
        named.extend(activity.record.units.iter().enumerate().map(|(index, unit)| {
            (unit.as_str(), Place::value(activity.file, route!(Activity.units[index])))
        }));
        named.extend(activity.record.team.iter().enumerate().map(|(index, unit)| {
            (unit.as_str(), Place::value(activity.file, route!(Activity.team[index])))
        }));
    }
    named
}

/// Every reference to a leader.
pub(super) fn leaders(book: &Book) -> Vec<Named<'_>> {
    let mut named = mentioned(book, "leader-ref");
    for project in &book.projects {
        let place = Place::value(project.file, route!(Project.leader));
        named.extend(
            project.record.leader.iter().map(|word| (word.as_str(), place.clone())),
        );
    }
    for activity in &book.activities {
        for (index, leader) in activity.record.leaders.iter().enumerate() {
            named.push((
                leader.as_str(),
                Place::value(activity.file, route!(Activity.leaders[index])),
            ));
        }
    }
    named
}

/// Every target table with its file and its position in the plan.
pub(super) fn tables(
    book: &Book,
) -> impl Iterator<Item = (FileId, (usize, &TargetTable))> {
    book.plans.iter().flat_map(|plan| {
        plan.record.tables.iter().enumerate().map(|table| (plan.file, table))
    })
}
