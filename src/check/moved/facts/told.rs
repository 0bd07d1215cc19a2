//! What was edited of records of which released editions kept what they hold; and of editions of before,
//! which kept sums alone, what came since and does not say when.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::facts::credited::units;
use crate::check::moved::facts::edit::{Edit, Suspect};
use crate::check::moved::facts::out::Out;
use crate::check::moved::facts::seen::{Changed, Seen};
use crate::check::moved::hint::Hint;
use crate::check::moved::words::{deleted, deleted_record};
use crate::figures::basis::Basis;
use crate::figures::facts::fact::{Judgement, RecordAt};
use crate::figures::facts::moment::Moment;
use crate::figures::measures::measure;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::release::told::{Retold, ToldEntry};
use crate::results::told::held::{Scopes, entry, judged, said, scopes};

/// More records than this are credited otherwise by a rule or a registry, not by hand.
const MANY: usize = 3;

/// Returns the entries that were edited, and the lines for what is gone.
pub(super) fn told(
    basis: &Basis,
    editions: &[ReleasedEdition],
) -> (Vec<Suspect>, Vec<Hint>) {
    let (mut suspects, mut gone) = (Vec::new(), BTreeMap::new());
    for (at, edition) in editions.iter().enumerate() {
        if edition.retold.is_empty() && edition.moved.is_empty() {
            continue;
        }
        let look = Look::at(basis, edition, at);
        edition.retold.iter().for_each(|retold| {
            look.at_record(retold, &mut suspects, &mut gone);
        });
        if !edition.is_told() {
            suspects.extend(look.undated(&scopes(&edition.release.record.figures)));
        }
    }
    let credited = |one: &Suspect| matches!(one.edit, Edit::Credited(_) | Edit::Shares);
    let records: BTreeSet<RecordAt> =
        suspects.iter().filter(|one| credited(one)).map(|one| one.record).collect();
    if records.len() > MANY {
        suspects.retain(|one| !credited(one));
    }
    let gone = gone.into_iter().map(|(line, editions)| Hint::line(editions, line));
    (suspects, gone.collect())
}

/// Lines for what is gone, each with the editions that had it.
type Gone = BTreeMap<String, BTreeSet<usize>>;

/// Scopes whose values moved, each with by how much where that is a number.
type Moved<'b> = BTreeMap<&'b Scope, Option<Decimal>>;

/// One edition, looked at for what was edited.
struct Look<'b, 'a> {
    basis: &'b Basis<'a>,
    /// Its position.
    at: usize,
    judged: Vec<(usize, Moment, Vec<Judgement>)>,
    /// The scopes whose values moved, by indicator, with by how much.
    moved: BTreeMap<&'b str, Moved<'b>>,
    /// The same indicators with what became known after all editions; made when it is first asked for.
    later: OnceCell<Vec<(usize, Series<'a>)>>,
}

impl<'b, 'a> Look<'b, 'a> {
    fn at(basis: &'b Basis<'a>, edition: &'b ReleasedEdition, at: usize) -> Self {
        let judged = judged(basis, &edition.release.record);
        let mut moved: BTreeMap<&str, Moved> = BTreeMap::new();
        let number = |value: &Option<FrozenValue>| value.as_ref()?.number();
        for (of, part) in edition.parts() {
            if let (FigureId::Indicator(id, scope), FrozenPart::Value) =
                (&of.figure.id, &part.part)
            {
                let by = number(&part.new).zip(number(&part.old));
                let by = by.map(|(new, old)| new - old);
                moved.entry(id.as_str()).or_default().insert(scope, by);
            }
        }
        Look { basis, at, judged, moved, later: OnceCell::new() }
    }

    fn at_record(&self, retold: &Retold, suspects: &mut Vec<Suspect>, gone: &mut Gone) {
        let book = self.basis.book;
        let Some((record, path)) = position(book, &retold.about) else {
            if !retold.about.contains('/') {
                let line = deleted_record(&retold.about);
                gone.entry(line).or_default().insert(self.at);
            }
            return;
        };
        let entries = |words: &BTreeSet<String>| {
            words.iter().filter_map(|word| ToldEntry::read(word)).collect()
        };
        let (said, now) = (entries(&retold.said), entries(&retold.now));
        let mut changed = Changed { said, now, kept: BTreeSet::new() };
        if changed.said.is_empty() && changed.now.is_empty() {
            suspects.extend(self.placed(record));
            return;
        }
        let told = self
            .seen(record)
            .filter_map(|one| entry(one.fact, one.judgement, one.moment));
        changed.kept = told.filter(|entry| !changed.now.contains(entry)).collect();
        let mut explained = BTreeSet::new();
        for seen in self.seen(record) {
            if let Some((edit, before)) = seen.edit(&changed) {
                // Of an entry that counts as it did for some, only others are meant.
                let is_meant = edit != Edit::Met || self.has_moved(&seen);
                explained.extend(before);
                suspects.extend(is_meant.then(|| seen.suspect(book, self.at, edit)));
            }
        }
        for entry in changed.said.difference(&explained) {
            if let Some(late) = self.late(record, entry) {
                suspects.push(late);
                continue;
            }
            gone.entry(deleted(path, entry)).or_default().insert(self.at);
        }
    }

    /// The entries that do not say when they came and are all by which the sums of an indicator moved.
    fn undated(&self, scopes: &Scopes) -> Vec<Suspect> {
        let of_series =
            |(series, moment, judgements): &(usize, Moment, Vec<Judgement>)| {
                let of = &self.basis.series[*series];
                let adds = measure(of.indicator.measure)?.adds;
                let scopes = scopes.get(of.indicator.id.as_str())?;
                let seen = of.facts.iter().zip(judgements).map(|(fact, judgement)| {
                    Seen { series: *series, fact, judgement, moment }
                });
                let undated = seen.filter(|seen| seen.fact.known.is_none());
                let found: Vec<Seen> =
                    undated.filter(|seen| self.is_all_that_moved(seen, scopes)).collect();
                let [seen] = &found[..] else { return None };
                let is_amount = adds.is_recorded(of.indicator.unit);
                is_amount.then(|| seen.suspect(self.basis.book, self.at, Edit::Added))
            };
        self.judged.iter().filter_map(of_series).collect()
    }

    /// Returns whether each sum that a fact is in moved by what it adds.
    fn is_all_that_moved(&self, seen: &Seen, scopes: &BTreeSet<&Scope>) -> bool {
        let Judgement::Counts(amount) = seen.judgement else { return false };
        let unit = self.basis.series[seen.series].indicator.unit;
        let moved = self.moved_of(seen.series);
        let credits = seen.fact.credits_at(seen.moment).iter();
        let mut credits = credits
            .filter(|(scope, share)| scopes.contains(scope) && !share.is_zero())
            .peekable();
        let by = |scope: &Scope| moved.and_then(|moved| *moved.get(scope)?);
        credits.peek().is_some()
            && credits.all(|(scope, share)| {
                by(scope).is_some_and(|by| Some(by) == unit.of_base(amount * share))
            })
    }

    fn seen(&self, record: RecordAt) -> impl Iterator<Item = Seen<'_, 'a>> {
        self.judged.iter().flat_map(move |(series, moment, judgements)| {
            let facts = self.basis.series[*series].facts.of_record(record);
            facts.map(move |(at, fact)| {
                let judgement = &judgements[at];
                Seen { series: *series, fact, judgement, moment }
            })
        })
    }

    /// The edits of a record whose entries are as they were: it counts for others, or for something
    /// else.
    fn placed(&self, record: RecordAt) -> Vec<Suspect> {
        let book = self.basis.book;
        let classed = self.seen(record).filter(|seen| self.is_chosen(seen));
        let classed: Vec<Suspect> =
            classed.map(|seen| seen.suspect(book, self.at, Edit::Classed)).collect();
        if !classed.is_empty() {
            return classed;
        }
        let counted = |seen: &Seen| matches!(seen.judgement, Judgement::Counts(_));
        let seen: Vec<Seen> = self.seen(record).filter(counted).collect();
        let credits = seen.iter().flat_map(|seen| {
            let moved = self.moved_of(seen.series);
            let credits = seen.fact.credits_at(seen.moment).iter().map(|(one, _)| one);
            credits.filter(move |scope| moved.is_some_and(|of| of.contains_key(scope)))
        });
        let credits: BTreeSet<Scope> = credits.cloned().collect();
        let edit = match record {
            RecordAt::Project(at) if self.is_shift(&units(book, at)) => Edit::Shares,
            _ => Edit::Credited(credits),
        };
        let suspects = seen.iter();
        suspects.map(|seen| seen.suspect(book, self.at, edit.clone())).collect()
    }

    /// The entry that is as it was but says that it became known after all editions.
    fn late(&self, record: RecordAt, entry: &ToldEntry) -> Option<Suspect> {
        let Basis { book, series, .. } = self.basis;
        let later = self.later.get_or_init(|| {
            let judged = self.judged.iter().map(|(at, ..)| *at);
            let all = |at: usize| {
                Series::at_points(book, series[at].plan, series[at].indicator)
            };
            judged.map(|at| (at, all(at))).collect()
        });
        later.iter().zip(&self.judged).find_map(|((at, series), (_, moment, _))| {
            let mut facts = series.facts.of_record(record);
            let (_, fact) = facts.find(|(_, fact)| said(fact, entry.counts) == *entry)?;
            let judgement = fact.judge(moment, Decimal::ZERO);
            (Out::of(fact, &judgement, moment) == Some(Out::Late)).then_some(())?;
            let seen = Seen { series: *at, fact, judgement: &judgement, moment };
            Some(seen.suspect(book, self.at, Edit::Out(Out::Late)))
        })
    }

    /// Returns whether a sum moved that a fact belongs to.
    fn has_moved(&self, seen: &Seen) -> bool {
        let mut credits = seen.fact.credits_at(seen.moment).iter();
        let moved = self.moved_of(seen.series);
        credits.any(|(scope, _)| moved.is_some_and(|of| of.contains_key(scope)))
    }

    /// Returns whether the whole of an indicator moved by what it counts of a record, which it did not
    /// choose before.
    fn is_chosen(&self, seen: &Seen) -> bool {
        let moved = self.moved_of(seen.series).and_then(|moved| moved.get(&Scope::All));
        let of_series =
            self.seen(seen.fact.record).filter(|one| one.series == seen.series);
        let counted: Decimal = of_series.map(|one| one.counted()).sum();
        let unit = self.basis.series[seen.series].indicator.unit;
        let is_counted = matches!(seen.judgement, Judgement::Counts(_));
        is_counted && moved.is_some_and(|by| *by == unit.of_base(counted))
    }

    fn moved_of(&self, series: usize) -> Option<&Moved<'b>> {
        self.moved.get(self.basis.series[series].indicator.id.as_str())
    }

    /// Returns whether all units that moved have, or had, a share of a joint project.
    fn is_shift(&self, units: &BTreeSet<Scope>) -> bool {
        let moved = self.moved.values().flat_map(BTreeMap::keys);
        let mut moved = moved.filter(|scope| matches!(scope, Scope::Unit(_))).peekable();
        moved.peek().is_some() && moved.all(|scope| units.contains(*scope))
    }
}

/// Returns the record with an id, and its file.
fn position<'b>(book: &'b Book, id: &str) -> Option<(RecordAt, &'b str)> {
    if let Some(at) = book.project_position(id) {
        return Some((RecordAt::Project(at), &book.projects[at].path));
    }
    let at = book.activity_position(id)?;
    Some((RecordAt::Activity(at), &book.activities[at].path))
}
