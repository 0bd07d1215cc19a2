//! What later editions counted otherwise of the periods before, by kind.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::figures::facts::fact::{Fact, Judgement, LeftOut, RecordAt};
use crate::model::book::scope::Scope;
use crate::report::listings::columns::Columns;
use crate::report::pages::vintages::course::Course;
use crate::sheet::IndicatorView;
use crate::view::table::Table;
use crate::words::date;
use crate::words::number::{exact, signed};

/// Why a later edition counts a fact of an earlier period otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// It came after the cut-off.
    Late,
    /// What the plan asks of it was met later.
    Recognised,
    /// It was put right or withdrawn.
    Corrected,
    /// The project was given up, or found to have moved.
    Ended,
    /// It is counted by another definition, or its record is of another class since.
    Defined,
}

impl Kind {
    /// Every kind.
    pub(super) const ALL: [Kind; 5] =
        [Kind::Late, Kind::Recognised, Kind::Corrected, Kind::Ended, Kind::Defined];

    fn label(self) -> &'static str {
        match self {
            Kind::Late => "补报",
            Kind::Recognised => "认定",
            Kind::Corrected => "更正",
            Kind::Ended => "终止",
            Kind::Defined => "口径",
        }
    }

    /// What it means, in a sentence.
    pub(super) fn meaning(self) -> String {
        let meaning = match self {
            Kind::Late => "那一期的事，过了截止日才报来，从赶得上的一期起计入",
            Kind::Recognised => "那一期就报了，方案要的认定、开工、凭证等后来才有",
            Kind::Corrected => "那一期计入的记录后来写了更正，或者作废",
            Kind::Ended => "项目后来终止，或者认定是市域内搬迁，不再计入",
            Kind::Defined => "口径、类别等变了，同一件事计入与否、计多少变了",
        };
        format!("{}：{meaning}。", self.label())
    }

    /// Returns the kind of a change, by how the fact was judged before and is judged now.
    fn of(fact: &Fact, before: &Judgement, now: &Judgement) -> Kind {
        if fact.correction || fact.validity.is_some() {
            return Kind::Corrected;
        }
        let reason = match (before, now) {
            (_, Judgement::LeftOut(reason)) | (Judgement::LeftOut(reason), _) => reason,
            _ => return Kind::Defined,
        };
        match reason {
            LeftOut::Late(late) if late.lacking.is_none() => Kind::Late,
            LeftOut::Late(_) | LeftOut::Condition(_) => Kind::Recognised,
            LeftOut::Withdrawn => Kind::Corrected,
            LeftOut::Stopped(_) | LeftOut::Relocated(_) => Kind::Ended,
            LeftOut::Currency | LeftOut::Silent(..) => Kind::Defined,
        }
    }
}

/// What moved: the edition that counts it so, the period that it is of, and the kind.
type Moves = BTreeMap<(usize, usize, Kind), Moved>;

/// By how much it moved, and the records that moved it.
type Moved = (Decimal, BTreeSet<RecordAt>);

/// The table of what moved; `None` if nothing did.
pub(super) fn moved(at: usize, course: &Course) -> Option<Table> {
    course.values()?;
    let mut moves = Moves::new();
    for known in 1..course.0.len() {
        add(course, known, &mut moves);
    }
    moves.retain(|_, (by, _)| !by.is_zero());
    if moves.is_empty() {
        return None;
    }
    let period = |at: usize| date::period(&course.0[at].sheet.figures.period);
    let columns = Columns::<(&(usize, usize, Kind), &Moved)>::new()
        .words("通报", 14, move |((known, ..), _)| period(*known))
        .words("变了的期", 14, move |((_, row, _), _)| period(*row))
        .words("种类", 8, |((.., kind), _)| kind.label())
        .numbers("增减", 12, |(_, (by, _))| said(*by))
        .numbers("记录（条）", 10, |(_, (_, records))| records.len().to_string());
    let title = format!("{}：以前各期的数后来的变动{}", course.title(), course.demo());
    Some(columns.listing(format!("vintage-moves-{}", at + 1), title, &moves))
}

fn said(by: Decimal) -> String {
    if by.is_sign_negative() { signed(by) } else { format!("+{}", exact(by)) }
}

/// Adds what an edition counts otherwise than the one before, of the periods until that.
fn add(course: &Course, known: usize, moves: &mut Moves) {
    let (before, now) = (&course.0[known - 1], &course.0[known]);
    let unit = now.indicator().unit;
    let end = before.sheet.figures.period.end();
    for (at, fact) in now.series.facts.iter().enumerate() {
        let judged = before.at.judgements.get(at).zip(now.at.judgements.get(at));
        let Some((old, new)) = judged.filter(|_| fact.when <= end) else { continue };
        let by = counted(now, fact, new) - counted(before, fact, old);
        let (Some(by), Some(row)) = (unit.of_base(by), course.row(fact.when)) else {
            continue;
        };
        if !by.is_zero() {
            let moved = moves.entry((known, row, Kind::of(fact, old, new))).or_default();
            moved.0 += by;
            moved.1.insert(fact.record);
        }
    }
}

/// What an edition counts of a fact for the whole.
fn counted(view: &IndicatorView, fact: &Fact, judgement: &Judgement) -> Decimal {
    let Judgement::Counts(amount) = judgement else { return Decimal::ZERO };
    let mut credits = fact.credits_at(&view.at.moment).iter();
    let share = credits.find(|(scope, _)| *scope == Scope::All);
    share.map_or(Decimal::ZERO, |(_, share)| amount * share)
}
