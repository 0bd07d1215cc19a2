//! The records of a book by kind: one field for each kind that has files of its own.

use crate::model::book::filed::{FileId, Filed};
use crate::model::book::redacted::Redact;
use crate::model::dictionary::{Leaf, Level, Step};
use crate::model::edition::Edition;
use crate::model::edition::release::Release;
use crate::model::edition::revision::RevisionFile;
use crate::model::plan::Plan;
use crate::model::record::activity::Activity;
use crate::model::record::marks::MarksFile;
use crate::model::record::project::Project;
use crate::model::record::registry::{BookCard, Registry};
use crate::model::record::reported::ReportedFile;

/// The record of a kind that every book has once; an empty one stands in for it.
type One<T> = Filed<T>;
/// The records of a kind, by path.
type Many<T> = Vec<Filed<T>>;

/// What is told of every scalar of a book: its file, the route to it, and the scalar.
pub type Visitor<'v, 'a> = &'v mut dyn FnMut(FileId, &[Step], Leaf<'a>);

/// The place of one kind among the records of a book.
pub trait Place: Sized {
    /// What stands there.
    type Record;
    /// Every record of it.
    fn all(&self) -> &[Filed<Self::Record>];
    /// Adds a record; where there can be but one, in its place.
    fn put(&mut self, filed: Filed<Self::Record>);
    /// What a level may see of it.
    fn redacted_for(&self, level: Level) -> Self;
}

impl<T: Redact + Default> Place for One<T> {
    type Record = T;

    fn all(&self) -> &[Filed<T>] {
        std::slice::from_ref(self)
    }

    fn put(&mut self, filed: Filed<T>) {
        *self = filed;
    }

    fn redacted_for(&self, level: Level) -> One<T> {
        let record = self.record.redact(level).unwrap_or_default();
        self.replaced(record, level)
    }
}

impl<T: Redact> Place for Many<T> {
    type Record = T;

    fn all(&self) -> &[Filed<T>] {
        self
    }

    fn put(&mut self, filed: Filed<T>) {
        self.push(filed);
    }

    fn redacted_for(&self, level: Level) -> Many<T> {
        let redacted =
            |filed: &Filed<T>| Some(filed.replaced(filed.record.redact(level)?, level));
        self.iter().filter_map(redacted).collect()
    }
}

/// A record that stands in a file of its own, with its place among the records of a book.
pub trait FileRecord: Sized + PartialEq + Send + Sync + 'static {
    /// One record, or several.
    type Place: Place<Record = Self> + Clone;
    /// The place of its kind.
    fn place(records: &Records) -> &Self::Place;
    /// The place of its kind, to put a record there.
    fn place_mut(records: &mut Records) -> &mut Self::Place;
}

/// Declares the kinds of records that a book holds, and what is done with all of them alike.
macro_rules! records {
    ($($(#[$doc:meta])* $field:ident: $place:ident<$record:ty>),+ $(,)?) => {
        /// The records of a book, by kind.
        #[derive(Clone, Debug, Default)]
        pub struct Records {
            $($(#[$doc])* pub $field: $place<$record>),+
        }

        impl Records {
            /// The records as a level may see them.
            pub(super) fn redacted_for(&self, level: Level) -> Records {
                Records { $($field: self.$field.redacted_for(level)),+ }
            }

            /// Tells a visitor of every scalar of every record.
            pub fn visit<'a>(&'a self, visitor: Visitor<'_, 'a>) {
                $(for filed in self.$field.all() {
                    let visit = &mut |route: &[Step], leaf| visitor(filed.file, route, leaf);
                    Redact::visit(&*filed.record, visit);
                })+
            }
        }

        $(impl FileRecord for $record {
            type Place = $place<$record>;

            fn place(records: &Records) -> &Self::Place {
                &records.$field
            }

            fn place_mut(records: &mut Records) -> &mut Self::Place {
                &mut records.$field
            }
        })+
    };
}

records! {
    /// What the book is.
    card: One<BookCard>,
    /// Names.
    registry: One<Registry>,
    /// Plans; of a book in the order of its card.
    plans: Many<Plan>,
    /// Projects.
    projects: Many<Project>,
    /// Activities.
    activities: Many<Activity>,
    /// Reported and quoted totals.
    reported: Many<ReportedFile>,
    /// Marks, lapses and disqualifications.
    marks: Many<MarksFile>,
    /// Editions.
    editions: Many<Edition>,
    /// Releases.
    releases: Many<Release>,
    /// Revisions.
    revisions: Many<RevisionFile>,
}
