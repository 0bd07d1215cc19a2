//! What a book keeps of its books below, and what would change in it.

use std::collections::BTreeMap;

use crate::cli::below::fetched::Fetched;
use crate::model::below::sums::{BELOW_SUMS, BelowSums};
use crate::model::book::Book;
use crate::model::edition::release::sums::Sums;

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
                Some(_) => refusals.push(format!(
                    "{name} 换了一份：发布过的存档不会变，改动要由它公布（revise）"
                )),
                None => {
                    refusals.push(format!("{name} 取来过，现在它的 SHA256SUMS 里没有了"))
                }
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

    /// Takes in what was fetched: the files to write, and how many of them are new.
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

/// Returns the files to write for what was fetched; the error says why nothing is taken.
pub(in crate::cli) fn changes(
    book: &Book,
    fetched: &[Fetched],
) -> Result<Vec<File>, Vec<String>> {
    let mut kept = Kept::of(book);
    let refusals: Vec<String> =
        fetched.iter().flat_map(|one| kept.refusals(one)).collect();
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let mut files: Vec<File> = fetched.iter().flat_map(|one| kept.take(one)).collect();
    files.push((BELOW_SUMS.to_owned(), kept.sums.to_string().into_bytes()));
    Ok(files)
}
