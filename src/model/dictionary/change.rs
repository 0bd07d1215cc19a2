//! What changes in the life of a record: the fields that can take a new content, and what is
//! written for them.

use chrono::NaiveDate;

use crate::model::dictionary::kind::{Field, Kind, Shape};
use crate::model::dictionary::level::Level;
use crate::model::dictionary::packing::{Packer, Unpacker};
use crate::model::dictionary::reading::Reading;
use crate::model::dictionary::route::Step;
use crate::model::dictionary::value::{Member, Value, Visitor, find};
use crate::model::dictionary::written::{Entry, Written};

/// The new content of a field, where a change names the field.
#[derive(Clone, Debug, PartialEq)]
pub struct Set<T>(pub Option<T>);

/// A field whose content can change.
pub trait Changeable {
    /// What is written for the field in a change.
    type Change: Member;
    /// Takes the content that a change sets.
    fn take_over(&mut self, change: &Self::Change);
}

/// An entry with a date that may turn out to be wrong, as becomes known from a day on.
pub trait Correctable: Clone {
    /// What is written where it was wrong.
    type Correction;
    /// Returns the corrections, in the order that they are written.
    fn corrections(&self) -> &[Self::Correction];
    /// Returns the day from which a correction is known.
    fn known_from(correction: &Self::Correction) -> NaiveDate;
    /// Returns why a correction was made; empty for who may not know it.
    fn reason(correction: &Self::Correction) -> &str;
    /// Puts a correction in.
    fn correct(&mut self, correction: &Self::Correction);
    /// Returns whether the entry does not hold at all.
    fn is_withdrawn(&self) -> bool;

    /// Returns the days from which something else is known of it.
    fn correction_days(&self) -> impl Iterator<Item = NaiveDate> {
        self.corrections().iter().map(Self::known_from)
    }

    /// Returns the first correction by which the entry does not hold at all.
    fn withdrawal(&self) -> Option<&Self::Correction> {
        let mut corrections: Vec<_> = self.corrections().iter().collect();
        corrections.sort_by_key(|correction| Self::known_from(correction));
        let mut then = self.clone();
        corrections.into_iter().find(|correction| {
            then.correct(correction);
            then.is_withdrawn()
        })
    }

    /// Returns the entry as it was known on a day.
    fn known_on(&self, day: NaiveDate) -> Self {
        let known = self.corrections().iter();
        let mut known: Vec<_> =
            known.filter(|one| Self::known_from(one) <= day).collect();
        known.sort_by_key(|correction| Self::known_from(correction));
        let mut entry = self.clone();
        known.into_iter().for_each(|correction| entry.correct(correction));
        entry
    }
}

impl<T: Clone> Set<T> {
    /// Puts the new content in the place of the old, if there is one.
    pub(in crate::model) fn put_into(&self, place: &mut T) {
        if let Set(Some(content)) = self {
            place.clone_from(content);
        }
    }
}

impl<T: Value> Changeable for Option<T> {
    type Change = Set<Option<T>>;

    fn take_over(&mut self, change: &Set<Option<T>>) {
        change.put_into(self);
    }
}

impl<T: Value> Changeable for Vec<T> {
    type Change = Set<Vec<T>>;

    fn take_over(&mut self, change: &Set<Vec<T>>) {
        change.put_into(self);
    }
}

impl<T: Member> Member for Set<T> {
    const REQUIRED: bool = false;
    type Inner = T::Inner;

    const FORM: Shape = T::FORM;

    fn take(
        entries: &[Entry],
        record: &Written,
        kind: &'static Kind,
        field: &'static Field,
        reading: &mut Reading,
    ) -> Option<Set<T>> {
        if find(entries, field).is_none() {
            return Some(Set(None));
        }
        T::take(entries, record, kind, field, reading).map(|content| Set(Some(content)))
    }

    fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>) {
        if let Set(Some(content)) = self {
            content.visit(route, visitor);
        }
    }

    fn shown(&self, level: Level) -> Option<Set<T>> {
        match self {
            Set(Some(content)) => content.shown(level).map(|content| Set(Some(content))),
            Set(None) => Some(Set(None)),
        }
    }

    fn hidden() -> Option<Set<T>> {
        Some(Set(None))
    }

    fn pack(&self, packer: &mut Packer) {
        packer.count(usize::from(self.0.is_some()));
        if let Set(Some(content)) = self {
            content.pack(packer);
        }
    }

    fn unpack(unpacker: &mut Unpacker) -> Option<Set<T>> {
        match unpacker.count()? {
            0 => Some(Set(None)),
            1 => T::unpack(unpacker).map(|content| Set(Some(content))),
            _ => None,
        }
    }
}

/// Declares the record by which the marked fields of another one take a new content.
macro_rules! change {
    ($name:ident $change:ident = $label:literal $id:literal $meaning:literal
    $($identity:ident ($($identifying:ident),+))? { $($own:tt)* }
    { $($field:ident : $type:ty = $key:literal $field_meaning:literal $example:literal $source:literal $level:ident $($mark:ident)?),+ $(,)? }) => {
        $crate::model::dictionary::record! {
            #[doc = concat!("What becomes of a [`", stringify!($name), "`].")]
            $change = $label $id $meaning $($identity ($($identifying),+))? fact change {
                $($own)*
                $($($field: <$type as $crate::model::dictionary::Changeable>::Change = $key $field_meaning $example $source $level $mark,)?)+
            }
        }

        impl $name {
            /// Takes over what a change sets; all other fields stay as they are.
            pub fn take_over(&mut self, change: &$change) {
                use $crate::model::dictionary::Changeable;
                $($(
                    let $mark = &change.$field;
                    Changeable::take_over(&mut self.$field, $mark);
                )?)+
            }
        }

        impl $crate::model::dictionary::Changeable for $name {
            type Change = Option<$change>;

            fn take_over(&mut self, change: &Option<$change>) {
                if let Some(change) = change {
                    $name::take_over(self, change);
                }
            }
        }
    };
}
pub(crate) use change;
