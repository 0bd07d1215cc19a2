//! What the words of references name: another way to write the same name is no change.

use crate::load::pair::{ChangedFile, WrittenFile};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::written::{Entry, Written};
use crate::model::dictionary::{Field, Kind, Record, Shape, Word, WordShape, field};
use crate::model::record::marks::{Lapse, Mark, Veto};
use crate::model::value::reference::{
    ChainRef, EventRef, GroupRef, IndicatorRef, LampSetRef, LeaderRef, PlanRef,
    ProjectRef, RegionRef, ScopeRef, SectorRef, TaskRef, UnitRef,
};

/// A thing that a word names: its id and its newest name.
type Named = (String, String);

/// Returns what a word names in a book: a name, an alias or an id; `None` if it names nothing.
type Find = fn(&Book, &str) -> Option<Named>;

/// The id and the name of something that was found.
macro_rules! named {
    ($found:expr) => {{
        let found = $found?;
        Some((found.id.to_string(), found.name.clone()))
    }};
}

/// How the words of each kind of reference are looked up.
const FINDS: &[(&WordShape, Find)] = &[
    (UnitRef::SHAPE, |book, word| named!(book.newest_register().unit_called(word))),
    (GroupRef::SHAPE, |book, word| named!(book.group_called(word))),
    (SectorRef::SHAPE, |book, word| named!(book.sector_called(word))),
    (ChainRef::SHAPE, |book, word| named!(book.chain_called(word))),
    (RegionRef::SHAPE, |book, word| named!(book.region_called(word))),
    (EventRef::SHAPE, |book, word| named!(book.event_called(word))),
    (LeaderRef::SHAPE, |book, word| named!(book.leader_called(word))),
    (TaskRef::SHAPE, |book, word| named!(book.task_called(word))),
    (IndicatorRef::SHAPE, |book, word| {
        named!(book.indicator(word).map(|(_, indicator)| indicator))
    }),
    (LampSetRef::SHAPE, |book, word| {
        let mut plans = book.plans.iter();
        named!(plans.find_map(|filed| filed.record.lamp_set(word)))
    }),
    (PlanRef::SHAPE, |book, word| {
        let mut plans = book.plans.iter().map(|filed| &filed.record);
        named!(plans.find(|plan| plan.id.as_str() == word || plan.name == word))
    }),
    (ProjectRef::SHAPE, |book, word| {
        named!(book.project_called(word).map(|filed| &filed.record))
    }),
    (ScopeRef::SHAPE, scope),
];

/// Both books, by which the words of either side are read.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    /// Before.
    pub(super) before: &'a Book,
    /// After.
    pub(super) after: &'a Book,
}

impl Names<'_> {
    /// Returns a file that differs with one word for each thing: its newest name.
    pub(super) fn resolved(self, file: &ChangedFile) -> ChangedFile {
        let side = |book: &Book, state: &Option<WrittenFile>| {
            let WrittenFile { record, body } = state.as_ref()?;
            let record = self.record(book, file.kind, record);
            Some(WrittenFile { record, body: body.clone() })
        };
        ChangedFile {
            book: file.book.clone(),
            path: file.path.clone(),
            kind: file.kind,
            before: side(self.before, &file.before),
            after: side(self.after, &file.after),
            there: file.there,
        }
    }

    /// Returns the newest name of what a word of one side names, or its id where several have that
    /// name; the word itself if it names nothing.
    pub(super) fn word(self, side: &Book, shape: &WordShape, word: &str) -> String {
        self.newest(side, shape, word).unwrap_or_else(|| word.to_owned())
    }

    fn newest(self, side: &Book, shape: &WordShape, word: &str) -> Option<String> {
        let (_, find) = FINDS.iter().find(|(kind, _)| kind.id == shape.id)?;
        let (id, name) = find(side, word)?;
        let now = find(self.after, &id).or_else(|| find(self.after, &name));
        let (id, name, book) = match now {
            Some((id, name)) => (id, name, self.after),
            None => (id, name, side),
        };
        let is_clear = find(book, &name).is_some_and(|(other, _)| other == id);
        Some(if is_clear { name } else { id })
    }

    fn record(self, side: &Book, kind: &Kind, written: &Written) -> Written {
        let Written::Map { entries, span } = written else { return written.clone() };
        let entries = entries.iter().map(|entry| {
            let field = kind.field_named(&entry.key);
            let value =
                field.map(|field| match scored(side, kind, field, &entry.value) {
                    Some(named) => named,
                    None => self.value(side, &field.shape, &entry.value),
                });
            let value = value.unwrap_or_else(|| entry.value.clone());
            Entry { value, ..entry.clone() }
        });
        Written::Map { entries: entries.collect(), span: *span }
    }

    fn value(self, side: &Book, shape: &Shape, written: &Written) -> Written {
        match (shape, written) {
            (Shape::Record(kind), _) => self.record(side, kind, written),
            (Shape::List(inner), Written::List { items, span }) => {
                let items = items.iter().map(|item| self.value(side, inner, item));
                Written::List { items: items.collect(), span: *span }
            }
            // The free keys of a map are names of indicators.
            (Shape::Map(inner), Written::Map { entries, span }) => {
                let entries = entries.iter().map(|entry| Entry {
                    key: self.word(side, IndicatorRef::SHAPE, &entry.key),
                    value: self.value(side, inner, &entry.value),
                    ..entry.clone()
                });
                Written::Map { entries: entries.collect(), span: *span }
            }
            (Shape::Word(word), Written::Scalar { text, style, span }) => {
                let text = self.word(side, word, text);
                Written::Scalar { text, style: *style, span: *span }
            }
            _ => written.clone(),
        }
    }
}

/// Returns the name of what a mark, a lapse or a disqualification refers to by its id: an assessment, or
/// an item that has one name wherever it occurs; `None` for anything else.
fn scored(book: &Book, kind: &Kind, field: &Field, written: &Written) -> Option<Written> {
    if ![Mark::KIND.id, Lapse::KIND.id, Veto::KIND.id].contains(&kind.id) {
        return None;
    }
    let Written::Scalar { text, style, span } = written else { return None };
    let mut all = book.plans.iter().flat_map(|plan| &plan.record.assessments);
    let name = if field.id == field!(Lapse.assessment).id {
        &all.find(|one| one.id.as_str() == text)?.name
    } else if field.id == field!(Lapse.item).id {
        let items = all.flat_map(|one| &one.items);
        let mut names = items.filter(|one| one.id.as_str() == text).map(|one| &one.name);
        let name = names.next()?;
        names.all(|other| other == name).then_some(name)?
    } else {
        return None;
    };
    Some(Written::Scalar { text: name.clone(), style: *style, span: *span })
}

/// Returns the scope that a word names, under its id; all of a group have the word 各 before it.
fn scope(book: &Book, word: &str) -> Option<Named> {
    if let Some(group) = word.strip_prefix('各').and_then(|word| book.group_called(word))
    {
        return Some((format!("各{}", group.id), format!("各{}", group.name)));
    }
    let scope = word.parse().ok().or_else(|| book.scope_called(word))?;
    let name = match &scope {
        Scope::UnitInSector(unit, sector) => {
            let unit = book.scope_name(&Scope::Unit(unit.clone()));
            format!("{unit}@{}", book.scope_name(&Scope::Sector(sector.clone())))
        }
        one => book.scope_name(one),
    };
    (book.scope_called(&name).as_ref() == Some(&scope)).then(|| (scope.to_string(), name))
}
