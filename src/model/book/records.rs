//! The records of a book by kind: one field for each kind that has files of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::below::lives::{BelowLife, lives};
use crate::model::below::release::BelowRelease;
use crate::model::below::revisions::BelowRevisions;
use crate::model::below::sums::BelowSums;
use crate::model::below::totals::totals;
use crate::model::below::withdrawn::BelowWithdrawn;
use crate::model::book::filed::{FileId, Filed};
use crate::model::book::many::Many;
use crate::model::book::redacted::Redact;
use crate::model::dictionary::{Leaf, Level, Step};
use crate::model::edition::Edition;
use crate::model::edition::release::Release;
use crate::model::edition::release::document::IssuedDocument;
use crate::model::edition::release::sums::Sums;
use crate::model::edition::release::unreleased::Unreleased;
use crate::model::edition::revision::RevisionFile;
use crate::model::plan::Plan;
use crate::model::record::activity::Activity;
use crate::model::record::marks::MarksFile;
use crate::model::record::project::Project;
use crate::model::record::registry::{Below, BookCard, Registry};
use crate::model::record::reported::ReportedFile;
use crate::model::work::{Looks, RECORDS};

/// The record of a kind that every book has exactly once; an empty record stands in for a missing
/// one.
type One<T> = Filed<T>;

/// Callback for every scalar of a book: its file, the route to it, and the scalar.
pub type Visitor<'v, 'a> = &'v mut dyn FnMut(FileId, &[Step], Leaf<'a>);

/// Where the records of one kind are kept in a book: a single record or a list.
pub trait Place: Sized {
    /// The kind of record that is kept here.
    type Record;
    /// Returns all records that are kept here.
    fn all(&self) -> Looks<'_, Filed<Self::Record>>;
    /// Adds a record; a single record replaces the one before it.
    fn put(&mut self, filed: Filed<Self::Record>);
    /// Returns the records as a level may see them.
    fn redacted_for(&self, level: Level) -> Self;
}

impl<T: Redact + Default + PartialEq> Place for One<T> {
    type Record = T;

    fn all(&self) -> Looks<'_, Filed<T>> {
        Looks::at(std::slice::from_ref(self), &RECORDS)
    }

    fn put(&mut self, filed: Filed<T>) {
        *self = filed;
    }

    fn redacted_for(&self, level: Level) -> One<T> {
        let redacted = self.shown_to(level);
        redacted.unwrap_or_else(|| self.replaced(Arc::default(), level))
    }
}

impl<T: Redact + PartialEq> Place for Many<T> {
    type Record = T;

    fn all(&self) -> Looks<'_, Filed<T>> {
        self.iter()
    }

    fn put(&mut self, filed: Filed<T>) {
        self.push(filed);
    }

    fn redacted_for(&self, level: Level) -> Many<T> {
        self.iter().filter_map(|filed| filed.shown_to(level)).collect()
    }
}

/// A kind of record that has files of its own, with its field in [`Records`].
pub trait FileRecord: Sized + PartialEq + Send + Sync + 'static {
    /// The type of the field: one record, or a list.
    type Place: Place<Record = Self> + Clone;
    /// Returns the field.
    fn place(records: &Records) -> &Self::Place;
    /// Returns the field, to put a record into it.
    fn place_mut(records: &mut Records) -> &mut Self::Place;
}

/// Declares the kinds of records that a book holds, and the operations that apply to all of them.
macro_rules! records {
    ($($(#[$doc:meta])* $field:ident: $place:ident<$record:ty>),+ $(,)?) => {
        /// The records of a book, by kind.
        #[derive(Clone, Debug, Default)]
        pub struct Records {
            $($(#[$doc])* pub $field: $place<$record>),+
        }

        impl Records {
            /// Returns the records as a level may see them.
            pub(super) fn redacted_for(&self, level: Level) -> Records {
                Records { $($field: self.$field.redacted_for(level)),+ }
            }

            /// Adds the totals of books below to the reported ones; called once, when all is read.
            pub fn add_totals_below(&mut self) {
                let card = Arc::clone(&self.card.record);
                let plans: Vec<Filed<Plan>> = self.plans.iter().cloned().collect();
                let cards = card.below.iter().map(|below| (below.id.as_str(), below));
                let cards: BTreeMap<&str, &Below> = cards.collect();
                let revised = self.below_revisions.iter();
                let revised = revised.map(|filed| (filed.path.as_str(), &filed.record));
                let revised: BTreeMap<&str, &Arc<BelowRevisions>> = revised.collect();
                let of = |life: &BelowLife| {
                    let book = life.path.split('/').nth(1)?;
                    let path = format!("below/{book}/revisions/{}.yaml", life.release.period);
                    let is_changed = life.taken_back.is_none();
                    let changes = revised.get(&*path).filter(|_| is_changed);
                    let changes = changes.map_or(&[][..], |one| &one.changes);
                    Some(totals(&plans, cards.get(book)?, life, changes))
                };
                let files: Vec<Filed<ReportedFile>> =
                    self.lives_below().iter().filter_map(of).collect();
                files.into_iter().for_each(|filed| self.reported.put(filed));
            }

            /// Returns what books below released, from when to when it stands.
            pub fn lives_below(&self) -> Vec<BelowLife<'_>> {
                lives(&self.below, &self.below_withdrawn)
            }

            /// Calls a visitor for every scalar of every record.
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
    /// The card of the book.
    card: One<BookCard>,
    /// The registry of names.
    registry: One<Registry>,
    /// Plans, in the order that the card of the book gives.
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
    /// Releases that were taken back before anybody had them.
    unreleased: Many<Unreleased>,
    /// The documents as they were issued, where the book keeps them.
    documents: Many<IssuedDocument>,
    /// The digests of the released files; at most one file.
    sums: Many<Sums>,
    /// Revisions.
    revisions: Many<RevisionFile>,
    /// The released files of books below.
    below: Many<BelowRelease>,
    /// What books below released and took back.
    below_withdrawn: Many<BelowWithdrawn>,
    /// What books below disclosed of them.
    below_revisions: Many<BelowRevisions>,
    /// The digests of these files; at most one file.
    below_sums: Many<BelowSums>,
}
