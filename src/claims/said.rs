//! What sentences say that the figures of an edition can tell of, in words or in numbers: one answer
//! for narratives, printed texts, and two states of the data.

use crate::claims::against::{may_tell, told_in};
use crate::claims::found_claim::Spot;
use crate::claims::statements::{Stated, may_state, stated};
use crate::claims::typed::Typed;
use crate::model::book::Book;
use crate::model::dictionary::written::Span;
use crate::sheet::Sheet;

/// Returns whether sentences may say something, as far as their words alone tell; figures are needed
/// to know more.
pub fn may_say(typed: &[Typed], book: &Book) -> bool {
    let indicators = book.plans.iter().flat_map(|plan| &plan.record.indicators);
    let names = indicators.flat_map(|indicator| {
        let own = [&indicator.name].into_iter().chain(&indicator.aliases);
        own.map(|name| name.strip_suffix('数').unwrap_or(name))
    });
    may_state(typed) || may_tell(typed, names)
}

/// Returns what sentences say, held against an edition's figures. `before` is the edition before it.
pub fn said(typed: &[Typed], sheet: &Sheet, before: Option<&Sheet>) -> Vec<Stated> {
    let mut said = stated(typed, sheet, before);
    for told in told_in(typed, sheet) {
        let Spot::Sentence(sentence, start) = told.spot else { continue };
        let end = start + told.printed.trim_start_matches('-').len();
        let found = typed.iter().find(|typed| typed.index == sentence);
        said.push(Stated {
            sentence,
            text: format!("{}{}", told.what, told.printed),
            span: found
                .map_or(Span { start: 0, end: 0 }, |typed| typed.span(&(start..end))),
            instead: (!told.is_same).then(|| format!("数据是{}", told.ours)),
        });
    }
    said.sort_by_key(|stated| (stated.sentence, stated.span));
    said
}
