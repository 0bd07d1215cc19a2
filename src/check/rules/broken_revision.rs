//! 修订记录前后接不上
//!
//! ## 为什么
//! 每条修订的“原”应等于发布时或上一次修订后的数。接不上，说明 `revisions/` 里的文件被手改过；用 git 取回原来的文件，要改数就再运行一次 `tongbao revise`。

use crate::check::context::Context;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Filed;
use crate::model::book::current::apply;
use crate::model::dictionary::route;
use crate::model::edition::frozen::Frozen;
use crate::model::edition::release::Release;
use crate::model::edition::revision::RevisionFile;

pub(super) static RULE: Rule = rule!("broken-revision", Error, Figures(check));

fn check(context: &Context, reporter: &mut Reporter) {
    for file in &context.book.revisions {
        if let Some(release) = context.book.release_revised_by(file) {
            follow(file, release, reporter);
        }
    }
}

/// Follows the revisions of a release, each of which must start from what the last one left.
fn follow(file: &Filed<RevisionFile>, release: &Release, reporter: &mut Reporter) {
    let mut current: Vec<Frozen> = release.frozen().collect();
    for (at, revision) in file.record.revisions.iter().enumerate() {
        let revised = (current.iter_mut())
            .find(|figure| figure.id == revision.figure)
            .filter(|figure| {
                let before = figure.parts.get(&revision.part);
                before.map(ToString::to_string) == revision.old
            });
        if let Some(figure) = revised {
            apply(revision, &mut figure.parts);
            continue;
        }
        let message = format!("“{}”的{}修订前不是这个数", revision.name, revision.part);
        reporter
            .report(
                Place::value(file.file, route!(RevisionFile.revisions[at].old)),
                message,
            )
            .help("修订由 tongbao revise 写，不要手改；用 git 取回原来的文件");
    }
}
