//! Puts the records of one book together, and what is missing from it.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::load::Files;
use crate::load::record::{Content, FileRead};
use crate::model::book::{Book, BookParts, FileId, Filed, Mention};
use crate::model::edition::Edition;
use crate::model::edition::release::Release;
use crate::model::edition::revision::RevisionFile;
use crate::model::plan::Plan;
use crate::model::record::activity::Activity;
use crate::model::record::marks::MarksFile;
use crate::model::record::project::Project;
use crate::model::record::registry::{BookCard, Registry};
use crate::model::record::reported::ReportedFile;

/// The records of a book, while its files come in.
pub(super) struct Shelf {
    /// Id of the book.
    pub id: String,
    card: Option<Filed<BookCard>>,
    registry: Option<Filed<Registry>>,
    plans: Vec<Filed<Plan>>,
    projects: Vec<Filed<Arc<Project>>>,
    activities: Vec<Filed<Activity>>,
    reported: Vec<Filed<ReportedFile>>,
    marks: Vec<Filed<MarksFile>>,
    editions: Vec<Filed<Edition>>,
    releases: Vec<Filed<Release>>,
    revisions: Vec<Filed<RevisionFile>>,
    mentions: Vec<Mention>,
    failed: Vec<String>,
    paths: Vec<(String, FileId)>,
}

impl Shelf {
    /// An empty one.
    pub(super) fn new(id: &str) -> Shelf {
        Shelf {
            id: id.to_owned(),
            card: None,
            registry: None,
            plans: Vec::new(),
            projects: Vec::new(),
            activities: Vec::new(),
            reported: Vec::new(),
            marks: Vec::new(),
            editions: Vec::new(),
            releases: Vec::new(),
            revisions: Vec::new(),
            mentions: Vec::new(),
            failed: Vec::new(),
            paths: Vec::new(),
        }
    }

    /// Puts a file where it belongs.
    pub(super) fn put(&mut self, file: FileId, path: String, read: FileRead) {
        self.mentions.extend(read.mentions);
        self.paths.push((path.clone(), file));
        match read.content {
            None => self.failed.push(path),
            Some(Content::Card(record)) => self.card = Some(Filed { file, path, record }),
            Some(Content::Registry(record)) => {
                self.registry = Some(Filed { file, path, record })
            }
            Some(Content::Plan(record)) => {
                self.plans.push(Filed { file, path, record: *record });
            }
            Some(Content::Project(record)) => {
                self.projects.push(Filed { file, path, record })
            }
            Some(Content::Activity(record)) => {
                self.activities.push(Filed { file, path, record: *record });
            }
            Some(Content::Reported(record)) => {
                self.reported.push(Filed { file, path, record })
            }
            Some(Content::Marks(record)) => self.marks.push(Filed { file, path, record }),
            Some(Content::Edition(record)) => {
                self.editions.push(Filed { file, path, record })
            }
            Some(Content::Released(record)) => {
                self.releases.push(Filed { file, path, record: *record })
            }
            Some(Content::Revision(record)) => {
                self.revisions.push(Filed { file, path, record })
            }
        }
    }

    /// The book; a card or registry that could not be read is stood in for by an empty one.
    pub(super) fn finish(
        mut self,
        files: &mut Files,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Book {
        let card = self.card.take().unwrap_or_else(|| {
            let help = "补上 book.yaml，写明名称、发文机关等";
            self.stand_in("book.yaml", help, BookCard::empty(), files, diagnostics)
        });
        let registry = self.registry.take().unwrap_or_else(|| {
            let help = "补上 units.yaml，写明单位、分组、领域的名录";
            self.stand_in("units.yaml", help, Registry::empty(), files, diagnostics)
        });
        let parts = BookParts {
            card,
            registry,
            plans: self.plans,
            projects: self.projects,
            activities: self.activities,
            reported: self.reported,
            marks: self.marks,
            editions: self.editions,
            releases: self.releases,
            revisions: self.revisions,
            mentions: self.mentions,
            failed: self.failed,
        };
        Book::new(self.id, parts)
    }

    fn stand_in<T>(
        &mut self,
        path: &str,
        help: &str,
        record: T,
        files: &mut Files,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Filed<T> {
        let known =
            self.paths.iter().find(|(known, _)| known == path).map(|(_, file)| *file);
        let file = known.unwrap_or_else(|| {
            let file = files.add(format!("{}/{path}", self.id));
            let message = format!("账本“{}”没有 {path}", self.id);
            let place = Place::whole(file);
            let mut found =
                Diagnostic::new("missing-file", Severity::Error, place, message);
            found.help(help);
            diagnostics.push(found);
            self.failed.push(path.to_owned());
            file
        });
        Filed { file, path: path.to_owned(), record }
    }
}
