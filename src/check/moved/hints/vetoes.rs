//! Disqualifications (取消资格) that were edited.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::entry::Entry;
use crate::check::moved::hint::Hint;
use crate::check::moved::words::correction;
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
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
        for (moved, part) in edition.parts().filter(|(moved, _)| !moved.gone) {
            if let FigureId::Score(assessment, Scope::Unit(unit)) = &moved.figure.id
                && part.part == FrozenPart::Total
                && part.old.is_some() != part.new.is_some()
            {
                let of = turned.entry((assessment, unit, part.new.is_some()));
                of.or_default().insert(at);
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
    let to = correction(field!(Veto.to).key, "<到哪天>");
    let line = match (find(book, assessment, unit), is_there) {
        (None, false) => return None,
        (None, true) => {
            let name = book.scope_name(&Scope::Unit(unit.to_owned()));
            let key = field!(MarksFile.vetoes).key;
            format!(
                "marks：{name}的“{key}”删了的，恢复原来的；恢复资格的，在这一条里写 {to}"
            )
        }
        (Some(entry), false) if entry.is_undated() => {
            return Some(Hint::undated(editions, &entry));
        }
        (Some(entry), false) => entry.says(&entry.backdated()),
        (Some(entry), true) => entry.says(&entry.put_back(&format!(
            "起、止、报送（“更正”里的也一样）都不改；恢复资格的，在这一条里写 {to}"
        ))),
    };
    Some(Hint::line(editions, line))
}

/// Returns the disqualification of a unit.
fn find<'a>(book: &'a Book, assessment: &Id, unit: &str) -> Option<Entry<'a>> {
    let is_of = |veto: &Veto| {
        let named = book.unit(&veto.unit);
        veto.assessment == *assessment
            && named.is_some_and(|named| named.id.as_str() == unit)
    };
    book.marks.iter().find_map(|filed| {
        let at = filed.record.vetoes.iter().position(is_of)?;
        Some(Entry::of(filed, &route!(MarksFile.vetoes[at])))
    })
}
