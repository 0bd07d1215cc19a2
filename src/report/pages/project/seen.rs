//! All that the page of a project is made from. The page is given nothing else, so that from the
//! same it comes out the same.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::ptr;

use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::dictionary::Level;
use crate::model::record::registry::{Region, Unit};
use crate::model::value::reference::UnitRef;
use crate::report::edition::notices::newest_notices;
use crate::report::listings::links::{has_page, named_unit};
use crate::report::pages::project::as_of::{LastDays, Versions};
use crate::report::pages::project::counts::ProjectFacts;
use crate::report::pages::project::known::PlacedProject;
use crate::report::sources::{Common, Packed};
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::page::Notice;
use crate::words::date::period;

/// What the pages of all projects of a book are made from. Whatever is added here is an input of
/// them, since what is hashed is derived.
#[derive(Hash)]
pub(super) struct Around<'a> {
    /// Name of the book.
    pub(super) book: &'a str,
    /// For whom the pages are.
    level: Level,
    /// The newest period in words.
    pub(super) period: String,
    /// The last days that are known.
    pub(super) days: LastDays,
    /// The marks of all pages that show the newest edition.
    pub(super) notices: Vec<Notice>,
    /// What units, sectors, chains and regions are called.
    pub(super) names: Names<'a>,
}

/// The registry, as far as it is looked at by name.
pub(super) struct Names<'a> {
    /// The book, of which only the registry may be looked at.
    book: &'a Book,
    /// The units as they were called in the period.
    register: Registered<'a>,
    /// The ids of the units that have a page.
    with_page: BTreeSet<&'a str>,
}

/// What the page of one project is made from.
#[derive(Hash)]
pub(super) struct Seen<'a> {
    pub(super) around: &'a Common<Around<'a>>,
    pub(super) versions: Versions<'a, 'a>,
    pub(super) facts: ProjectFacts<'a>,
}

impl<'a> Around<'a> {
    pub(super) fn of(sheet: &Sheet<'a>) -> Around<'a> {
        Around {
            book: &sheet.book().card.record.name,
            level: sheet.basis.audience.level,
            period: period(&sheet.figures.period),
            days: LastDays::of(sheet),
            notices: newest_notices(sheet),
            names: Names::of(sheet),
        }
    }

    /// Whether the audience may see what has a level.
    pub(super) fn sees(&self, level: Level) -> bool {
        level <= self.level
    }
}

impl<'a> Names<'a> {
    fn of(sheet: &Sheet<'a>) -> Names<'a> {
        let book = sheet.book();
        let units = book.registry.record.units.iter();
        let with_page = units.filter(|unit| has_page(sheet, unit));
        let with_page = with_page.map(|unit| unit.id.as_str()).collect();
        Names { book, register: sheet.register(), with_page }
    }

    /// The name of a unit.
    pub(super) fn unit<'b>(&'b self, reference: &'b UnitRef) -> &'b str {
        self.register.unit(reference).map_or(reference.as_str(), |unit| &unit.name)
    }

    /// A unit by its name, linked to its page where it has one.
    pub(super) fn linked_unit(&self, reference: &UnitRef) -> Inline {
        let has_page = |unit: &Unit| self.with_page.contains(unit.id.as_str());
        named_unit(self.register.unit(reference), reference, has_page)
    }

    /// The name of a sector.
    pub(super) fn sector(&self, word: &str) -> Option<&str> {
        self.book.sector_called(word).map(|sector| sector.name.as_str())
    }

    /// The name of an industrial chain.
    pub(super) fn chain(&self, word: &str) -> Option<&str> {
        self.book.chain_called(word).map(|chain| chain.name.as_str())
    }

    /// The regions that investors come from.
    pub(super) fn regions(&self) -> &'a [Region] {
        &self.book.registry.record.regions
    }
}

impl Hash for Names<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Packed(&*self.book.registry.record).hash(state);
        self.with_page.hash(state);
    }
}

impl<'a> Seen<'a> {
    pub(super) fn of(
        sheet: &'a Sheet<'a>,
        around: &'a Common<Around<'a>>,
        (at, shown): PlacedProject<'a>,
    ) -> Seen<'a> {
        let whole = around.days.project(sheet.basis.book, at);
        let versions = Versions { whole, shown };
        Seen { around, versions, facts: ProjectFacts::of(sheet, at) }
    }
}

impl Hash for Versions<'_, '_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Packed(self.shown).hash(state);
        // What nothing is hidden of is the same record.
        let hidden = (!ptr::eq(self.whole, self.shown)).then_some(Packed(self.whole));
        hidden.hash(state);
    }
}
