//! What a whole record holds, for a reader of its name: whose it is, and its amounts by list.

use crate::diff::records::entries::{entries, entry, shown};
use crate::model::dictionary::written::Written;
use crate::model::dictionary::{Kind, Shape, Word};
use crate::model::value::amount::Money;
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::{ScopeRef, UnitRef};
use crate::view::changes::contents::{Contents, Holding};

/// Returns what a record holds; lists in the order of the dictionary.
pub(super) fn contents(kind: &Kind, record: &Written) -> Contents {
    let own = entries(record);
    let units = kind.fields.iter().filter(|field| is_unit(&field.shape));
    let unit = units.filter_map(|field| entry(own, field)).map(shown).next();
    let mut holdings: Vec<Holding> = Vec::new();
    for field in kind.fields {
        let Some(value) = entry(own, field) else { continue };
        match (field.shape, value) {
            (Shape::List(Shape::Record(inner)), Written::List { items, .. }) => {
                let amounts = items.iter().filter_map(|item| amount(inner, item));
                add(&mut holdings, field.key.as_str(), amounts);
            }
            (Shape::Word(word), _) if word.id == Quantity::SHAPE.id => {
                add(&mut holdings, field.key.as_str(), read(value).into_iter());
            }
            _ => {}
        }
    }
    Contents { unit: unit.unwrap_or_default(), holdings }
}

fn is_unit(shape: &Shape) -> bool {
    let ids = [UnitRef::SHAPE.id, ScopeRef::SHAPE.id];
    matches!(shape, Shape::Word(word) if ids.contains(&word.id))
}

/// Returns the amount of an entry of a list: what its first field that holds money says.
fn amount(kind: &Kind, item: &Written) -> Option<Quantity> {
    let is_money =
        |shape: &Shape| matches!(shape, Shape::Word(word) if word.id == Money::SHAPE.id);
    let field = kind.fields.iter().find(|field| is_money(&field.shape))?;
    read(entry(entries(item), field)?)
}

fn read(written: &Written) -> Option<Quantity> {
    match written {
        Written::Scalar { text, .. } => Quantity::parse(text).ok(),
        _ => None,
    }
}

/// Adds up the amounts of one list, those of each kind for themselves.
fn add(
    holdings: &mut Vec<Holding>,
    name: &'static str,
    amounts: impl Iterator<Item = Quantity>,
) {
    for amount in amounts {
        Holding { name, sum: amount, count: 1 }.add_to(holdings);
    }
}
