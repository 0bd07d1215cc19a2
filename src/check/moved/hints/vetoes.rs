//! Disqualifications (取消资格) that were edited.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::hint::Hint;
use crate::check::moved::words::{backdated, correction, undated};
use crate::diagnostic::Place;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::{field, route};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::record::marks::{MarksFile, Veto};
use crate::model::value::word::Id;

/// A unit in an assessment, and whether it has a total now and had none.
type Turned<'a> = (&'a Id, &'a str, bool);

/// Returns what was done to disqualifications.
pub(crate) fn hints(book: &Book, editions: &[ReleasedEdition]) -> Vec<Hint> {
    let turned = turned(editions).into_iter();
    turned.filter_map(|(turned, editions)| hint(book, turned, editions)).collect()
}

/// Returns the units whose totals went or came, with the editions.
fn turned<'a>(editions: &'a [ReleasedEdition]) -> BTreeMap<Turned<'a>, BTreeSet<usize>> {
    let mut turned: BTreeMap<Turned, BTreeSet<usize>> = BTreeMap::new();
    for (at, edition) in editions.iter().enumerate() {
        for moved in edition.moved.iter().filter(|moved| !moved.gone) {
            let FigureId::Score(assessment, Scope::Unit(unit)) = &moved.figure.id else {
                continue;
            };
            let mut parts = moved.parts.iter();
            let total = parts.find(|part| part.part == FrozenPart::Total);
            let is_there = total.map(|total| (total.old.is_some(), total.new.is_some()));
            if let Some((was, is)) = is_there
                && was != is
            {
                turned.entry((assessment, unit, is)).or_default().insert(at);
            }
        }
    }
    turned
}

fn hint(
    book: &Book,
    (assessment, unit, is_there): Turned,
    editions: BTreeSet<usize>,
) -> Option<Hint> {
    let key = field!(MarksFile.vetoes).key;
    let to = correction(field!(Veto.to).key, "<到哪天>");
    let Some((filed, at)) = find(book, assessment, unit) else {
        let name = book.scope_name(&Scope::Unit(unit.to_owned()));
        let line = format!(
            "marks：{name}的“{key}”删了的，恢复原来的；恢复资格的，在这一条里写 {to}"
        );
        return is_there.then_some(Hint {
            editions,
            line: Some(line),
            undated: None,
            is_sure: true,
        });
    };
    let veto = &filed.record.vetoes[at];
    let name = format!("{key}第{}条", at + 1);
    let is_undated = !is_there && veto.submitted.is_none();
    let line = match is_there {
        false if is_undated => undated(&name),
        false => backdated(&name),
        true => format!(
            "{name}改回原来的（起、止、报送，“更正”里的也一样），恢复资格的，在这一条里写 {to}"
        ),
    };
    let place = || Place::value(filed.file, route!(MarksFile.vetoes[at]));
    Some(Hint {
        editions,
        line: Some(format!("{}：{line}", filed.path)),
        undated: is_undated.then(place),
        is_sure: true,
    })
}

/// Returns the disqualification of a unit, with its file.
fn find<'a>(
    book: &'a Book,
    assessment: &Id,
    unit: &str,
) -> Option<(&'a Filed<MarksFile>, usize)> {
    let is_of = |veto: &Veto| {
        let named = book.unit(&veto.unit);
        veto.assessment == *assessment
            && named.is_some_and(|named| named.id.as_str() == unit)
    };
    book.marks.iter().find_map(|filed| {
        let mut vetoes = filed.record.vetoes.iter();
        Some((filed, vetoes.position(is_of)?))
    })
}
