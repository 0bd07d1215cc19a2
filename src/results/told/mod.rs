//! What an edition says besides its figures: its text, each record that it counts or leaves out, and
//! who reported what. A release keeps it, so that it does not change in silence.

mod duties;
pub mod held;
pub mod text;

use std::collections::BTreeMap;

use crate::figures::basis::Basis;
use crate::model::edition::release::Release;
use crate::model::edition::release::figure::ReleasedFigure;
use crate::model::edition::release::given::Given;
use crate::model::edition::release::told::{AllSaid, Retold, Said, Told, current};
use crate::model::value::period::Period;
use crate::results::told::duties::of_duties;
pub use crate::results::told::held::TOLD;
use crate::results::told::held::{Held, PLACED, scopes};

/// The code of the finding that a released edition says something else now.
pub const RETOLD: &str = "released-words-moved";

/// That a record counts for other indicators or scopes than it does now; for which ones a digest does
/// not say.
const OTHERWISE: &str = "计入的指标、单位或数额和现在的不同";

/// Returns what an edition with some figures says besides them.
pub fn told(
    basis: &Basis,
    period: &Period,
    figures: &[Given<ReleasedFigure>],
) -> Vec<Told> {
    let held = Held::of(basis, period, &scopes(figures));
    let of_record = |about: &str| Told {
        about: about.to_owned(),
        words: held.words(about),
        digest: Some(held.digest(about)),
    };
    let mut told: Vec<Told> = held.subjects().map(of_record).collect();
    let duties = of_duties(basis.book, period).into_iter();
    told.extend(duties.map(|(about, words)| Told { about, words, digest: None }));
    let text = basis.book.edition(period).map(|edition| text::words(&edition.record));
    let about = text::about(period);
    told.extend(text.map(|words| Told { about, words, digest: None }));
    told.sort_by(|one, other| one.about.cmp(&other.about));
    told
}

/// Returns what a released edition says otherwise now; nothing of one that kept no words.
pub fn retold(basis: &Basis, release: &Release) -> Vec<Retold> {
    let Some(told) = &release.told else { return Vec::new() };
    let has_digests = told.iter().any(|one| one.digest.is_some());
    let disclosed = basis.book.disclosed(&release.period).iter();
    let sentences = disclosed.flat_map(|change| &change.sentences);
    let mut said = current(told, sentences);
    let held = Held::of(basis, &release.period, &scopes(&release.figures));
    let mut now = AllSaid::new();
    for about in held.subjects() {
        let digest = has_digests.then(|| held.digest(about));
        if digest.is_some() && said.get(about).is_some_and(|one| one.digest == digest) {
            said.remove(about);
            continue;
        }
        let words = held.words(about);
        if has_digests || !words.is_empty() {
            now.insert(about.to_owned(), Said { words, digest });
        }
    }
    if has_digests {
        forget_renamed(&mut said, &mut now);
        now.iter_mut().for_each(|(about, now)| place(&held, about, &mut said, now));
        let wordless = said.iter_mut().filter(|(_, old)| old.words.is_empty());
        for (about, old) in wordless {
            if old.digest.is_some() && !now.contains_key(about) {
                old.words.insert(PLACED.to_owned());
            }
        }
    }
    for (about, words) in of_duties(basis.book, &release.period) {
        now.insert(about, Said { words, digest: None });
    }
    // Of an edition that is not there any more, another finding tells; older releases kept no text.
    let about = text::about(&release.period);
    match basis.book.edition(&release.period) {
        Some(edition) if said.contains_key(&about) => {
            let words = text::words(&edition.record);
            now.insert(about, Said { words, digest: None });
        }
        _ => drop(said.remove(&about)),
    }
    Retold::between(&said, &now)
}

/// Passes over records that have another id and are the same in everything.
fn forget_renamed(said: &mut AllSaid, now: &mut AllSaid) {
    let gone = said.iter().filter(|(about, _)| !now.contains_key(*about));
    let gone = gone.filter_map(|(about, old)| Some((old.digest.clone()?, about.clone())));
    let gone: BTreeMap<String, String> = gone.collect();
    now.retain(|about, new| {
        let is_new = !said.contains_key(about);
        let renamed = new.digest.as_ref().filter(|_| is_new);
        let renamed = renamed.and_then(|digest| gone.get(digest));
        renamed.is_none_or(|old| said.remove(old).is_none())
    });
}

/// Adds for what and for whom a record counts where its entries say nothing of what was edited.
fn place(held: &Held, about: &str, said: &mut AllSaid, now: &mut Said) {
    let old = said.entry(about.to_owned()).or_default();
    let was_placed = old.words.iter().any(|word| word.starts_with(PLACED));
    if was_placed || old.words == now.words {
        if !was_placed && old.digest.is_some() {
            old.words.insert(OTHERWISE.to_owned());
        }
        now.words.extend(held.placed(about));
    }
}
