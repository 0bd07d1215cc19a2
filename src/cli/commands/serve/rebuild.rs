//! Makes the sites again, in memory, whenever something has changed or another side is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::book_maker::{BookMaker, More};
use crate::cli::commands::serve::shown::{Files, Shown, Side};
use crate::cli::commands::serve::watch::Changes;
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::block;
use crate::cli::output::in_memory::InMemory;
use crate::cli::project::standing::standing;
use crate::cli::project::today::Today;
use crate::cli::published::{Published, redacted};
use crate::cli::themes::Themes;
use crate::diagnostic::{Diagnostic, Located};
use crate::load::source::digest::sha256;
use crate::load::source::failure;
use crate::model::book::Book;
use crate::model::value::period::Period;
use crate::render::desk;
use crate::render::files::formats_without;
use crate::report::edition::notices::audience_mark;
use crate::view::site::Marks;

/// Nothing is made beside the sites.
const MORE: More = More { single_file: false, tables: false };

/// How often it is looked whether another side is asked for.
const BEAT: Duration = Duration::from_millis(150);

/// What is made again, from what.
pub(super) struct Rebuild<'a> {
    /// Where the data is.
    pub(super) data: &'a DataArguments,
    /// What day it is.
    pub(super) today: &'a Today,
    /// Whether documents are set.
    pub(super) pdf: bool,
}

/// What was made: the sites that nothing kept from being made, and what there is to say.
type Made = (BTreeMap<Side, Arc<Files>>, Value);

impl Rebuild<'_> {
    /// Makes everything, then again after each change, until the work is ended.
    pub(super) fn until_stopped(&self, shown: &Shown, changes: &Changes) {
        let mut is_due = true;
        while !shown.is_stopped() {
            if is_due {
                let wanted = shown.wanted();
                let (sites, told) = self.made(shown, &wanted).unwrap_or_else(|error| {
                    (BTreeMap::new(), json!({ "error": failure::told(&error) }))
                });
                shown.put(wanted, sites, told);
            }
            is_due = changes.wait(BEAT) || shown.is_awaited();
        }
    }

    fn made(&self, shown: &Shown, wanted: &BTreeSet<Side>) -> Result<Made> {
        let data = Data::open(self.data)?;
        let mut findings = data.locate(&data.findings().reported);
        let desks = self.desks(&data, &findings);
        if block(&findings, false) {
            data.progress.end();
            return Ok((BTreeMap::new(), told(&findings, &desks, true)));
        }
        let mut sites = BTreeMap::new();
        for side in wanted.iter().copied() {
            match self.site(&data, side, shown.site(side))? {
                Ok(site) => drop(sites.insert(side, Arc::new(site))),
                Err(obstacles) => findings.extend(obstacles),
            }
        }
        data.cache.keep_notes();
        data.progress.end();
        Ok((sites, told(&findings, &desks, false)))
    }

    /// Makes a side; the error says what keeps it from being published.
    fn site(
        &self,
        data: &Data,
        side: Side,
        old: Option<Arc<Files>>,
    ) -> Result<Result<Files, Vec<Located>>> {
        let books = &data.loaded.books;
        let redacted = redacted(books, side.level);
        let next = books.iter().filter(|_| side.drafts).filter_map(next_period);
        let drafts: Vec<Period> = next.collect();
        let published = Published::all(books, &redacted, side.level, &drafts);
        let obstacles: Vec<Diagnostic> =
            published.iter().flat_map(Published::obstacles).collect();
        if !obstacles.is_empty() {
            return Ok(Err(data.locate(&obstacles)));
        }
        let formats = formats_without(if self.pdf { &[] } else { &["pdf"] });
        let themes = Themes::of(&self.data.themes);
        let marks = Marks { audience: audience_mark(side.level), watermark: "" };
        let maker = BookMaker::new(&data.cache, themes, marks, formats, &data.progress)?;
        let old = old.unwrap_or_default();
        let (mut files, mut places) = (Files::new(), Vec::new());
        for book in &published {
            let id = &book.book.id;
            let begin = || Ok(InMemory::after(&old, id));
            let Some((_, memory, place)) = maker.made_into(book, MORE, begin)? else {
                continue;
            };
            files.extend(memory.into_files());
            places.push(place);
        }
        let portal = maker.portal(&places)?;
        files.insert("index.html".to_owned(), (sha256(&portal), Arc::new(portal)));
        Ok(Ok(files))
    }

    /// The desks of the books, as text.
    fn desks(&self, data: &Data, findings: &[Located]) -> Vec<String> {
        let today = self.today.day();
        let books = data.loaded.books.iter();
        books
            .map(|book| {
                let standing = standing(data, book, findings);
                desk::text(&crate::report::desk::desk(book, today, standing))
            })
            .collect()
    }
}

/// The period after the newest edition, if a plan covers it.
fn next_period(book: &Book) -> Option<Period> {
    let editions = book.editions.iter().map(|edition| &edition.record.card.period);
    let next = editions.max_by_key(|period| period.end())?.next()?;
    let plans = book.plans.iter();
    plans.into_iter().any(|plan| plan.record.span.contains(next.end())).then_some(next)
}

/// What the page shows beside the site.
fn told(findings: &[Located], desks: &[String], is_blocked: bool) -> Value {
    let findings = findings.iter().map(|finding| {
        let at = finding.places.first();
        let line = at.and_then(|at| at.position.as_ref()).map(|position| position.line);
        json!({
            "severity": finding.severity.label(),
            "code": finding.code,
            "message": finding.message,
            "help": finding.help,
            "path": at.map(|at| at.path.as_str()),
            "line": line,
        })
    });
    let findings: Vec<Value> = findings.collect();
    json!({ "findings": findings, "desks": desks, "blocked": is_blocked })
}
