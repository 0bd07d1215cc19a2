//! The change that `revise` writes to the file of an edition, after those that stand there.

use anyhow::{Result, bail};
use chrono::{Datelike, NaiveDate};

use crate::cli::commands::revise::arguments::Arguments;
use crate::cli::commands::revise::values::Kind;
use crate::figures::basis::Basis;
use crate::model::book::current::Moved;
use crate::model::book::{Book, Filed};
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::release::Release;
use crate::model::edition::release::told::Retold;
use crate::model::edition::revision::{
    DisclosedChange, DisclosedFigure, DisclosedSentence, RevisionFile,
};
use crate::model::value::period::Period;
use crate::results::moved::moved_figures;
use crate::results::told::{TOLD, retold};
use crate::words::date;

/// How many years after the newest bulletin a change may be; there is no clock to ask.
const LATEST_YEARS: i32 = 3;

/// A released edition with what is to be disclosed of it.
pub(super) struct ChangedEdition<'a> {
    /// The edition as it was released.
    pub(super) release: &'a Release,
    /// Its figures that moved.
    pub(super) moved: Vec<Moved>,
    /// What else it says otherwise.
    pub(super) retold: Vec<Retold>,
    /// Whether the sentences stand in it.
    pub(super) is_said_in: bool,
}

impl<'a> ChangedEdition<'a> {
    /// Returns the editions of a book with figures that moved, or that say something else otherwise.
    pub(super) fn moved(book: &'a Book) -> Vec<ChangedEdition<'a>> {
        let until = book.counted_until().filter(|_| !book.releases.is_empty());
        let Some(basis) = until.map(|until| Basis::of(book, until)) else {
            return Vec::new();
        };
        let edition = |release: &'a Filed<Release>| ChangedEdition {
            release: &release.record,
            moved: moved_figures(&basis, release),
            retold: retold(&basis, &release.record),
            is_said_in: false,
        };
        let editions = book.releases.iter().map(edition);
        let has_moved = |edition: &ChangedEdition| {
            !(edition.moved.is_empty() && edition.retold.is_empty())
        };
        editions.filter(has_moved).collect()
    }

    /// Marks the edition in which the sentences stand; adds it where no figure of it moved.
    pub(super) fn say(
        editions: &mut Vec<ChangedEdition<'a>>,
        book: &'a Book,
        period: &Period,
    ) -> Result<()> {
        if let Some(edition) =
            editions.iter_mut().find(|edition| edition.release.period == *period)
        {
            edition.is_said_in = true;
            return Ok(());
        }
        let Some(release) = book.release(period) else {
            bail!("账本“{}”没有发布过 {period} 这一期，核对 --period", book.id);
        };
        editions.push(ChangedEdition {
            release: &release.record,
            moved: Vec::new(),
            retold: Vec::new(),
            is_said_in: true,
        });
        Ok(())
    }
}

impl Arguments {
    /// Returns the change to an edition: its figures that moved, what else it says otherwise, and the
    /// sentences that stand in it.
    pub(super) fn change(&self, kind: Kind, edition: &ChangedEdition) -> DisclosedChange {
        let sentences = self.sentence.iter().zip(&self.instead);
        let said = sentences.filter(|_| edition.is_said_in);
        DisclosedChange {
            kind: kind.0,
            date: self.date,
            reason: self.reason.clone(),
            figures: edition.moved.iter().flat_map(figures).collect(),
            sentences: edition
                .retold
                .iter()
                .map(of_record)
                .chain(said.map(|said| sentence(said, self)))
                .collect(),
        }
    }
}

fn figures(moved: &Moved) -> impl Iterator<Item = DisclosedFigure> {
    let Moved { figure, parts, .. } = moved;
    parts.iter().map(|part| DisclosedFigure {
        figure: figure.id.clone(),
        name: figure.title(),
        part: part.part.clone(),
        old: part.old.as_ref().map(FrozenValue::to_string),
        new: part.new.as_ref().map(FrozenValue::to_string),
    })
}

/// What an edition said of a record or of a duty, for those who get such.
fn of_record(retold: &Retold) -> DisclosedSentence {
    let (said, now) = retold.sentences();
    DisclosedSentence { said, now, level: Some(TOLD), digest: retold.digest.clone() }
}

fn sentence((said, now): (&String, &String), arguments: &Arguments) -> DisclosedSentence {
    let (said, now) = (said.clone(), now.clone());
    DisclosedSentence { said, now, level: arguments.audience, digest: None }
}

/// Returns the file of an edition with a change after those that stand there.
pub(super) fn extended(
    book: &Book,
    release: &Release,
    change: DisclosedChange,
) -> Result<RevisionFile> {
    let mut changes = book.disclosed(&release.period).to_vec();
    let withdrawals = book.withdrawals(&release.period).to_vec();
    let dates = changes.iter().map(|change| change.date);
    let earliest = dates.fold(release.issued, NaiveDate::max);
    let day = change.date;
    if day < earliest {
        bail!(
            "公布改动的日期{}早于{}的印发或上一次改动（{}），核对 --date",
            date::day(day),
            date::period(&release.period),
            date::day(earliest),
        );
    }
    if day.year() > newest_year(book) + LATEST_YEARS {
        bail!(
            "公布改动的日期{}比账本里最近的印发日期晚得太多，核对 --date",
            date::day(day)
        );
    }
    changes.push(change);
    Ok(RevisionFile { changes, withdrawals })
}

/// Returns the year in which a bulletin of a book was last issued.
fn newest_year(book: &Book) -> i32 {
    let editions = book.editions.iter().filter_map(|edition| edition.record.card.issued);
    let releases = book.releases.iter().map(|release| release.record.issued);
    editions.chain(releases).map(|issued| issued.year()).max().unwrap_or_default()
}
