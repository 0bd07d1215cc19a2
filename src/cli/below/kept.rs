//! What a book keeps of its books below, and what would change in it.

use std::collections::BTreeMap;

use crate::cli::below::fetched::Fetched;
use crate::model::below::sums::{BELOW_SUMS, BelowSums};
use crate::model::below::withdrawn::BelowWithdrawn;
use crate::model::book::Book;
use crate::model::edition::release::sums::{Sums, WITHDRAWN};
use crate::model::value::period::Period;

/// The digests that a book has of its books below.
pub(in crate::cli) struct Kept<'a> {
    book: &'a Book,
    sums: BelowSums,
}

/// A file to write, by its path in the folder of the book.
type File = (String, Vec<u8>);

impl<'a> Kept<'a> {
    /// What a book has.
    pub(in crate::cli) fn of(book: &'a Book) -> Kept<'a> {
        let sums = book.below_sums.iter().next().map(|filed| (*filed.record).clone());
        Kept { book, sums: sums.unwrap_or_default() }
    }

    /// Returns why what was fetched is not taken, each in a sentence.
    fn refusals(&self, fetched: &Fetched) -> Vec<String> {
        if !fetched.faults.is_empty() {
            return fetched.faults.clone();
        }
        let mut refusals = Vec::new();
        let mut declared = self.book.card.record.below.iter();
        if !declared.any(|below| below.id.as_str() == fetched.book) {
            refusals.push(format!(
                "{} 没有写在 {} 的 book.yaml 的“下级”里",
                fetched.book, self.book.id
            ));
        }
        let Some(known) = self.sums.0.get(&fetched.book) else { return refusals };
        let digests = digests(&fetched.sums);
        for line in &known.files {
            let name = format!("{}/{}.json", fetched.book, line.period);
            match digests.get(&line.period.to_string()) {
                Some(digest) if **digest == line.content => {}
                _ if self.is_taken_back(fetched, &line.period) => {}
                Some(_) => refusals.push(format!(
                    "{name} 换了一份：发布过的存档不会变，改动要由它公布（revise）"
                )),
                None => {
                    refusals.push(format!("{name} 取来过，现在它的 SHA256SUMS 里没有了"))
                }
            }
        }
        for line in &known.withdrawn {
            let now = fetched.withdrawn.get(&line.period);
            let earlier = self.withdrawn(&fetched.book, &line.period);
            if now.and_then(|now| now.since(earlier)).is_none() {
                refusals.push(format!(
                    "{} 的 {} 撤回过，现在它撤回的记录和取来时的不同",
                    fetched.book, line.period
                ));
            }
        }
        for line in &known.revisions {
            let now = fetched.sums.revisions.iter().find(|one| one.period == line.period);
            if now.is_none_or(|now| now.content < line.content) {
                refusals.push(format!(
                    "{} 的 {} 公布过{}次改动，现在少了",
                    fetched.book, line.period, line.content
                ));
            }
        }
        refusals
    }

    /// Returns whether a book below took the release of a period back that was fetched.
    fn is_taken_back(&self, fetched: &Fetched, period: &Period) -> bool {
        let path = path(&fetched.book, period, ".json");
        let kept = self.book.below.iter().find(|filed| filed.path == path);
        let earlier = self.withdrawn(&fetched.book, period);
        let now = fetched.withdrawn.get(period).and_then(|now| now.since(earlier));
        let mut since = now.into_iter().flatten();
        kept.is_some_and(|kept| since.any(|one| one.release.is_same(&kept.record)))
    }

    /// What was fetched of what a book below took back.
    fn withdrawn(&self, book: &str, period: &Period) -> Option<&BelowWithdrawn> {
        let path = path(book, period, WITHDRAWN);
        let mut files = self.book.below_withdrawn.iter();
        Some(&*files.find(|filed| filed.path == path)?.record)
    }

    /// Returns the fetched files that stand no more.
    fn gone(&self, fetched: &Fetched) -> Vec<String> {
        let known = self.sums.0.get(&fetched.book).into_iter().flat_map(|one| &one.files);
        let digests = digests(&fetched.sums);
        let gone = known.filter(|line| !digests.contains_key(&line.period.to_string()));
        gone.map(|line| path(&fetched.book, &line.period, ".json")).collect()
    }

    /// Takes in what was fetched: the files to write.
    fn take(&mut self, fetched: &Fetched) -> Vec<File> {
        self.sums.0.insert(fetched.book.clone(), fetched.sums.clone());
        let files = fetched.files.iter();
        let place = |name: &str| format!("below/{}/{name}", fetched.book);
        files.map(|(name, text)| (place(name), text.clone().into_bytes())).collect()
    }
}

fn digests(sums: &Sums) -> BTreeMap<String, &String> {
    sums.files.iter().map(|line| (line.period.to_string(), &line.content)).collect()
}

/// Path of a file of a book below.
fn path(book: &str, period: &Period, ending: &str) -> String {
    format!("below/{book}/{period}{ending}")
}

/// What would change in a book.
pub(in crate::cli) struct Changes {
    /// The files to write.
    pub(in crate::cli) written: Vec<File>,
    /// Paths of the files to take away, in the folder of the book.
    pub(in crate::cli) removed: Vec<String>,
}

/// Returns what would change by what was fetched; the error says why nothing is taken.
pub(in crate::cli) fn changes(
    book: &Book,
    fetched: &[Fetched],
) -> Result<Changes, Vec<String>> {
    let mut kept = Kept::of(book);
    let refusals: Vec<String> =
        fetched.iter().flat_map(|one| kept.refusals(one)).collect();
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let removed = fetched.iter().flat_map(|one| kept.gone(one)).collect();
    let mut written: Vec<File> = fetched.iter().flat_map(|one| kept.take(one)).collect();
    written.push((BELOW_SUMS.to_owned(), kept.sums.to_string().into_bytes()));
    Ok(Changes { written, removed })
}
