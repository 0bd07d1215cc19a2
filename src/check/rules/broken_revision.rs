//! 公布的改动前后接不上
//!
//! ## 为什么
//! 每条改动的“原”应等于发布时或上一次改动后的数，日期不早于印发和上一次改动，改了数或者改了话。接不上，说明 `revisions/` 里的文件被手改过；用 git 取回原来的文件，要改数就再运行一次 `tongbao revise`。
//!
//! 撤回的只能是发布时公开版有过的数，日期不早于印发；写错编号等于没有撤回。

use crate::check::context::Context;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Filed;
use crate::model::book::current::apply;
use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::{Level, route};
use crate::model::edition::frozen::Frozen;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::release::Release;
use crate::model::edition::revision::RevisionFile;

pub(super) static RULE: Rule = rule!("broken-revision", Error, Figures(check));

const HELP: &str = "改动由 tongbao revise 写，不要手改；用 git 取回原来的文件";

fn check(context: &Context, reporter: &mut Reporter) {
    for file in &context.book.revisions {
        if let Some(release) = context.book.release_revised_by(file) {
            follow(file, release, reporter);
            had(file, release, reporter);
        }
    }
}

/// Follows the changes to a release, each of which must start from what the last one left.
fn follow(file: &Filed<RevisionFile>, release: &Release, reporter: &mut Reporter) {
    let mut current: Vec<Frozen> = release.frozen().collect();
    let mut last = release.issued;
    for (at, change) in file.record.changes.iter().enumerate() {
        let route = route!(RevisionFile.changes[at]);
        if change.is_empty() {
            let message = "这条改动既没有数，也没有句子";
            reporter.report(Place::value(file.file, route.clone()), message).help(HELP);
        }
        if change.date < last {
            let message = format!("改动的日期{}早于印发或上一次改动", change.date);
            let route = route!(RevisionFile.changes[at].date);
            reporter.report(Place::value(file.file, route), message).help(HELP);
        }
        last = last.max(change.date);
        for (number, changed) in change.figures.iter().enumerate() {
            let figure = (current.iter_mut())
                .find(|figure| figure.id == changed.figure)
                .filter(|figure| {
                    let before = figure.parts.get(&changed.part);
                    before.map(ToString::to_string) == changed.old
                });
            if let Some(figure) = figure {
                apply(changed, &mut figure.parts);
                continue;
            }
            let message = format!("“{}”的{}改动前不是这个数", changed.name, changed.part);
            let route = route!(RevisionFile.changes[at].figures[number].old);
            reporter.report(Place::value(file.file, route), message).help(HELP);
        }
    }
}

/// Only what the public was given can be taken back.
fn had(file: &Filed<RevisionFile>, release: &Release, reporter: &mut Reporter) {
    let value = FrozenPart::Value;
    let given = release.figures.iter();
    let given = given.filter(|given| given.to.got(&value, Level::Public));
    let given: Vec<_> = given.map(|given| &given.entry).collect();
    for (at, withdrawal) in file.record.withdrawals.iter().enumerate() {
        let place = || Place::value(file.file, route!(RevisionFile.withdrawals[at]));
        let figures = withdrawal.figures.iter();
        let figures = figures.filter(|id| !given.iter().any(|one| one.id == **id));
        let indicators = withdrawal.indicators.iter().filter(|word| {
            let named = |id: &FigureId| {
                matches!(id, FigureId::Indicator(id, _) if id.as_str() == word.as_str())
            };
            let mut given = given.iter();
            !given.any(|one| named(&one.id) || one.name == word.as_str())
        });
        let figures = figures.map(ToString::to_string);
        let lacking = figures.chain(indicators.map(|word| word.as_str().to_owned()));
        for name in lacking {
            let message = format!("公开版没有公布过“{name}”，不用撤回");
            reporter
                .report(place(), message)
                .help("核对编号；撤回的是发布时公开版有过的数");
        }
        if withdrawal.date < release.issued {
            let message = format!("撤回日期{}早于这一期的印发", withdrawal.date);
            reporter.report(place(), message).help("撤回在印发以后，核对“日期”");
        }
    }
}
