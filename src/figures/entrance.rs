//! Where a fact counts after all that came too late for a period.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::basis::Basis;
use crate::figures::facts::fact::{Fact, Judgement, LeftOut};
use crate::figures::facts::late::Late;
use crate::figures::facts::moment::{Bygone, Cutoffs, Later, Moment, bygone};
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::filter::Condition;
use crate::model::value::period::Period;

/// Where a fact counts after all.
#[derive(Clone, Debug, PartialEq)]
pub enum Entrance {
    /// From the edition of this period on.
    From(Period),
    /// As the plan's rule says, where the editions that it speaks of are not there yet.
    ByRule(Later),
    /// Once a condition of the plan is met that was not when the edition was issued.
    Once(Condition),
    /// Nowhere: why the last period that could have it leaves it out; `None` if there is none.
    Nowhere(Option<LeftOut>),
}

/// What comes after a period, in which that may count which was too late for it.
#[derive(Debug)]
pub struct Course {
    /// The periods of the span, in the order of time.
    next: Vec<Next>,
    /// Those that the plan's rule speaks of for what is too late for the whole span, as far as they
    /// are there.
    further: Vec<Next>,
    /// The rule, with the last period of the span as if there were no cut-off; `None` where nothing
    /// comes.
    rule: Option<(Later, Next)>,
    /// Whether only the periods are known, and not which of them have editions.
    foresees: bool,
}

/// A period that comes later.
#[derive(Clone, Debug)]
struct Next {
    period: Period,
    /// The position of the series that has the indicator then.
    series: usize,
    moment: Moment,
}

impl Course {
    /// Returns what comes after a period for an indicator.
    pub(super) fn after(
        basis: &Basis,
        (series, moment): (usize, &Moment),
        period: &Period,
    ) -> Course {
        let Series { plan, indicator, .. } = &basis.series[series];
        let end = moment.span_end(plan, indicator);
        let next = until(basis, series, period, end);
        let rule = Some(moment.after).filter(|rule| *rule != Later::Never);
        let further = rule
            .map_or_else(Vec::new, |rule| further(basis, series, (rule, period), end));
        let (period, moment) = (period.clone(), moment.clone());
        let last = next.last().cloned().unwrap_or(Next { period, series, moment });
        let open = Next { moment: last.moment.without_cutoffs(), ..last };
        let rule = rule.map(|rule| (rule, open));
        Course { next, further, rule, foresees: false }
    }

    /// Returns the same with what was known on a day: of the periods beyond the span only the rule,
    /// whatever editions and plans were made of it since.
    pub(super) fn as_known_on(&self, day: NaiveDate) -> Course {
        let known = |next: &Next| {
            let Next { period, series, moment } = next;
            let (period, moment) = (period.clone(), moment.as_known_on(day));
            Next { period, series: *series, moment }
        };
        let rule = self.rule.as_ref().map(|(rule, next)| (*rule, known(next)));
        let next = self.next.iter().map(known).collect();
        Course { next, further: Vec::new(), rule, foresees: true }
    }

    /// Returns where a fact counts that was too late for the period.
    pub(super) fn entrance(&self, basis: &Basis, fact: &Fact) -> Entrance {
        let mut last = None;
        for next in self.next.iter().chain(&self.further) {
            match next.judge(basis, fact) {
                Judgement::Counts(_) => return self.from(&next.period),
                Judgement::LeftOut(reason) => last = Some(reason),
                Judgement::Outside => {}
            }
        }
        let rule = self.rule.as_ref().filter(|_| self.further.is_empty());
        let Some((rule, next)) = rule else { return Entrance::left_out(last) };
        match next.judge(basis, fact) {
            Judgement::LeftOut(reason) => Entrance::left_out(Some(reason)),
            Judgement::Counts(_) | Judgement::Outside => Entrance::ByRule(*rule),
        }
    }

    /// That a fact counts from a period on; which days of a campaign have editions is not known
    /// beforehand.
    fn from(&self, period: &Period) -> Entrance {
        match period {
            Period::Campaign(..) if self.foresees => {
                Entrance::ByRule(Later::NextEditions)
            }
            period => Entrance::From(period.clone()),
        }
    }
}

impl Entrance {
    /// Returns where a fact counts that the last period leaves out.
    fn left_out(reason: Option<LeftOut>) -> Entrance {
        let open = match &reason {
            Some(LeftOut::Condition(declared)) => Some(declared.condition),
            Some(LeftOut::Late(late)) => late.lacking.as_ref().map(|one| one.condition),
            _ => None,
        };
        match open {
            Some(condition) if condition.can_be_met() => Entrance::Once(condition),
            _ => Entrance::Nowhere(reason),
        }
    }
}

impl Next {
    fn of(basis: &Basis, series: usize, period: Period) -> Option<Next> {
        let moment = basis.series[series].moment(basis.book, &period)?;
        Some(Next { period, series, moment })
    }

    /// Whether the entry of a fact counts then: the record may have become another by that time.
    fn judge(&self, basis: &Basis, fact: &Fact) -> Judgement {
        let facts = basis.series[self.series].facts.of_record(fact.record);
        let same = facts.filter(|(_, other)| other.entry == fact.entry);
        let mut judged = Judgement::Outside;
        for (_, fact) in same {
            match judge(fact, &self.moment) {
                Judgement::Outside => {}
                counts @ Judgement::Counts(_) => return counts,
                left_out => judged = left_out,
            }
        }
        judged
    }
}

/// What became of a fact of an earlier span that came too late for the last edition of that.
#[derive(Clone, Debug, PartialEq)]
pub enum Past {
    /// It counts nowhere, since the span was settled.
    Lost(Late),
    /// It counts in the edition that settled the span.
    Settled(Late),
    /// It is to count in the edition that will settle it.
    Awaits(Late),
}

/// Returns what became of a fact of an earlier span; `None` if it was in time for that, or is of this
/// one.
pub fn past(book: &Book, series: &Series, fact: &Fact, moment: &Moment) -> Option<Past> {
    let first = moment.span.start;
    let is_nothing = fact.withdrawn || fact.recorded.is_zero();
    if first <= fact.when || is_nothing || !came_since(fact, first) {
        return None;
    }
    let Bygone { end, last, settled, is_settled_apart } =
        bygone(book, series.indicator, fact.when)?;
    let late = |cutoffs: &Cutoffs| fact.late(end, cutoffs);
    let past = match &settled {
        Some(settled) => match late(settled) {
            Some(late) => Past::Lost(late),
            None => Past::Settled(late(&last).filter(|_| is_settled_apart)?),
        },
        None => Past::Awaits(late(&last)?),
    };
    let (Past::Lost(of) | Past::Settled(of) | Past::Awaits(of)) = &past;
    let is_told = moment.cutoffs.in_time(fact.kind, Some(of.day))
        && fact.is_known_version(moment)
        && fact.holdings.iter().all(|holding| holding.is_at(moment));
    (first <= of.day && is_told).then_some(past)
}

/// Returns whether anything of a fact became known on a day or later.
fn came_since(fact: &Fact, day: NaiveDate) -> bool {
    let ways = fact.requirements.iter().flat_map(|one| &one.ways);
    let mut days = fact.known.into_iter().chain(ways.filter_map(|way| way.known));
    days.any(|known| day <= known)
}

/// Whether a fact counts at a moment, also where it is carried over from the span before.
fn judge(fact: &Fact, moment: &Moment) -> Judgement {
    if moment.days.contains(fact.when) || !fact.is_carried(moment) {
        return fact.judge(moment, Decimal::ZERO);
    }
    fact.judge(&moment.since(fact.when), Decimal::ZERO)
}

/// Returns the periods after one in its series, up to a day. Of a campaign these are its editions and
/// its end.
fn until(basis: &Basis, at: usize, period: &Period, last: NaiveDate) -> Vec<Next> {
    let (book, series) = (basis.book, &basis.series[at]);
    let periods = match period {
        Period::Campaign(id, _) => campaign(book, series.plan, id),
        _ => std::iter::successors(period.next(), Period::next)
            .take_while(|next| next.end() <= last)
            .collect(),
    };
    let later = periods.into_iter().filter(|next| next.end() > period.end());
    later.filter_map(|next| Next::of(basis, at, next)).collect()
}

/// Returns the days of a campaign that have an edition, and its last one.
fn campaign(book: &Book, plan: &Plan, id: &str) -> Vec<Period> {
    let editions = book.editions.iter().map(|edition| &edition.record.card.period);
    let own =
        editions.filter(|period| matches!(period, Period::Campaign(of, _) if of == id));
    let declared = plan.campaigns.iter().filter(|campaign| campaign.id.as_str() == id);
    let ends = declared.map(|one| Period::Campaign(id.to_owned(), one.counting.end));
    let mut periods: Vec<Period> = own.cloned().chain(ends).collect();
    periods.sort_by_key(Period::end);
    periods.dedup();
    periods
}

/// Returns the periods that a plan's rule speaks of: the year's settlement, if it has an edition, or
/// those of the plan that follows, if there is one with the indicator.
fn further(
    basis: &Basis,
    at: usize,
    (rule, period): (Later, &Period),
    end: NaiveDate,
) -> Vec<Next> {
    if rule == Later::Settlement {
        let year = Period::Year(end.year());
        let settled = basis.book.edition(&year).and_then(|_| Next::of(basis, at, year));
        return Vec::from_iter(settled);
    }
    let Some(day) = end.succ_opt() else { return Vec::new() };
    let name = &basis.series[at].indicator.name;
    let follows =
        |other: &Series| other.plan.span.contains(day) && other.indicator.is_called(name);
    let Some(next) = basis.series.iter().position(follows) else { return Vec::new() };
    let mut periods = until(basis, next, period, basis.series[next].plan.span.end);
    periods.retain(|next| next.period.end() > end);
    periods
}
