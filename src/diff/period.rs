//! Compares one period on both sides: the figures that moved, the consequences, the causes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::diff::account::account;
use crate::diff::causes::by_rules;
use crate::diff::causes::completion::effects;
use crate::diff::causes::ranks::{passed, rank};
use crate::diff::causes::rates::Rate;
use crate::diff::editions::sentences::sentences;
use crate::diff::editions::statements::statements;
use crate::diff::frame::Frame;
use crate::diff::scores::scores;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::figure_id::FigureId;
use crate::model::book::redacted::PATHS;
use crate::model::book::scope::Scope;
use crate::model::value::period::Period;
use crate::sheet::IndicatorView;
use crate::sheet::movement::FigurePair;
use crate::sheet::part::FigurePart;
use crate::view::changes::consequence::Consequence;
use crate::view::changes::edition::SentenceChange;
use crate::view::changes::part_change::{MovedPart, PartChange};
use crate::view::changes::{
    Cause, Effect, MovedFigure, PeriodChanges, Reach, StatementChange, Turn,
};
use crate::words::number::points;

/// The result for a period: its changes, and the figures that are gone, in words.
pub(super) struct Compared {
    /// Changes.
    pub changes: PeriodChanges,
    /// Figures that are gone.
    pub gone: Vec<String>,
    /// What the edition says and only one side's figures agree with.
    pub statements: Vec<StatementChange>,
    /// What the edition says otherwise.
    pub sentences: Vec<SentenceChange>,
    /// The ids of the records that moved a figure.
    pub records: BTreeSet<String>,
    /// The period.
    pub period: Period,
    /// Whether it has no edition.
    pub is_draft: bool,
}

/// Sort key of a movement; the most consequential one comes first.
type Order = (Consequence, bool, Reach, Reverse<Decimal>, usize);

impl Frame<'_> {
    /// Compares all figures of the period.
    pub(super) fn compare(&self) -> Compared {
        let olds: BTreeMap<&str, IndicatorView> = self
            .before
            .views()
            .map(|view| (view.indicator().id.as_str(), view))
            .collect();
        let mut moves: Vec<(Order, MovedFigure)> = Vec::new();
        let (mut added, mut gone) = (Vec::new(), Vec::new());
        for view in self.after.views() {
            let Some(old) = olds.get(view.indicator().id.as_str()) else {
                let count = view.at.figures.len();
                added.push(format!("新增指标“{}”：{count}个数", view.indicator().name));
                continue;
            };
            self.indicator(old, &view, &mut moves);
            added.extend(new_figures(old, &view));
            gone.extend(gone_figures(old, &view));
        }
        let kept =
            |id: &str| self.after.views().any(|view| view.indicator().id.as_str() == id);
        for view in olds.iter().filter(|(id, _)| !kept(id)).map(|(_, view)| view) {
            let count = view.at.figures.len();
            gone.push(format!("不再有指标“{}”，少了{count}个数", view.indicator().name));
        }
        let own = moves.iter().filter(|(_, movement)| !movement.is_passive());
        let moved: BTreeSet<String> =
            own.map(|(_, movement)| movement.figure.clone()).collect();
        for movement in scores(self, &moved) {
            let order = order(&movement, Decimal::ZERO, moves.len());
            moves.push((order, movement));
        }
        moves.sort_by_key(|(order, _)| *order);
        let moves: Vec<MovedFigure> =
            moves.into_iter().map(|(_, movement)| movement).collect();
        let period = &self.after.figures.period;
        let causes = moves.iter().flat_map(|moved| &moved.causes);
        let records = causes.filter(|cause| cause.by == "record");
        let records = records.map(|cause| cause.record.clone()).collect();
        let changes = PeriodChanges {
            period: period.to_string(),
            name: self.name.clone(),
            released: self.standing.is_released(),
            first: false,
            disclosed: self.standing.disclosed(&moves),
            account: account(&moves),
            charts: Vec::new(),
            moves,
            added,
        };
        Compared {
            changes,
            gone,
            statements: statements(&self.before, &self.after),
            sentences: sentences(&self.before, &self.after),
            records,
            period: period.clone(),
            is_draft: self.after.book().edition(period).is_none(),
        }
    }

    fn indicator(
        &self,
        old: &IndicatorView,
        new: &IndicatorView,
        moves: &mut Vec<(Order, MovedFigure)>,
    ) {
        let olds: BTreeMap<&Scope, &Figure> =
            old.at.figures.iter().map(|figure| (&figure.scope, figure)).collect();
        for figure in &new.at.figures {
            let Some(before) = olds.get(&figure.scope) else { continue };
            let both =
                FigurePair { old_view: old, new_view: new, old: before, new: figure };
            let Some(movement) = self.movement(&both) else { continue };
            let ratios = before.completion.known().zip(figure.completion.known());
            let size = ratios.map_or(Decimal::ZERO, |(old, new)| (new - old).abs());
            let order = order(&movement, size, moves.len());
            moves.push((order, movement));
        }
    }

    /// Compares a figure: what moved, the consequences, the causes; `None` if nothing moved.
    fn movement(&self, both: &FigurePair) -> Option<MovedFigure> {
        let (parts, turns) = (both.parts(), turns(both));
        if parts.is_empty() && turns.is_empty() {
            return None;
        }
        let (causes, mut ratio) = if !self.after.basis.audience.sees(PATHS) {
            // Causes are told by records, with what each adds.
            Default::default()
        } else if both.new.inputs.is_empty() {
            self.counted(both)
        } else {
            self.derived(both)
        };
        ratio.extend(schedule(both));
        let mut movement = MovedFigure {
            figure: both.new.id.to_string(),
            scope: both.new_view.name(&both.new.scope),
            indicator: both.new_view.indicator().name.clone(),
            passed: passed((both.old_view, both.new_view), (both.old, both.new)),
            demo: both.old.demo || both.new.demo,
            consequences: self.consequences(&both.new.id, &parts, &turns),
            turns,
            parts,
            causes,
            ratio,
            reach: reach(&both.new.scope),
            beside: Vec::new(),
            gained: None,
            ranks: rank(both.old).zip(rank(both.new)),
        };
        self.fall_back(&mut movement);
        Some(movement)
    }

    /// Returns the consequences of the parts that moved and the verdicts that changed, gravest
    /// first.
    fn consequences(
        &self,
        figure: &FigureId,
        parts: &[PartChange],
        turns: &[Turn],
    ) -> Vec<Consequence> {
        let mut consequences: Vec<Consequence> =
            turns.iter().map(|turn| turn.consequence).collect();
        consequences.extend(parts.iter().filter_map(|part| follows(part.part)));
        consequences.extend(self.standing.consequence(figure));
        consequences.push(Consequence::Value);
        consequences.sort();
        consequences.dedup();
        consequences
    }

    /// Adds the causes of the movement of a sum or a count, and of its completion.
    fn counted(&self, both: &FigurePair) -> (Vec<Cause>, Vec<Effect>) {
        let indicator = both.new_view.indicator();
        let (places, rate) = (indicator.places(), indicator.rate_places());
        let course = self.course(both.new_view);
        let causes = if both.old.value.known() == both.new.value.known() {
            Vec::new()
        } else {
            course.causes(&self.source, (both.old, both.new), indicator.unit, rate)
        };
        (causes, effects(both.old, both.new, indicator.unit, places, rate))
    }

    /// Adds the causes of the movement of a derived value.
    fn derived(&self, both: &FigurePair) -> (Vec<Cause>, Vec<Effect>) {
        let id = both.new_view.indicator().id.as_str();
        let between =
            self.between.and_then(|(_, figures)| figures.figure(id, &both.new.scope));
        let Some(rate) = Rate::of(both, between) else { return Default::default() };
        (rate.causes(self), rate.effects())
    }

    /// Attributes a movement to the changed rules if nothing else explains it.
    fn fall_back(&self, movement: &mut MovedFigure) {
        let reasons =
            movement.causes.len() + movement.ratio.len() + movement.passed.len();
        if reasons == 0 && self.source.records.iter().any(|record| record.kind.is_rule) {
            movement.causes.push(by_rules(&self.source, "0".to_owned(), String::new()));
        }
    }
}

/// Returns the goals that were crossed and the verdicts that changed.
fn turns(both: &FigurePair) -> Vec<Turn> {
    let of = |consequence, words: Vec<String>| {
        words.into_iter().map(move |text| Turn { consequence, text })
    };
    let goals = of(Consequence::Goal, both.goals());
    goals.chain(of(Consequence::Verdict, both.verdicts())).collect()
}

/// Returns the consequence of a part that moved; `None` if it has none of its own.
fn follows(part: MovedPart) -> Option<Consequence> {
    match part {
        MovedPart::Lamp => Some(Consequence::Lamp),
        MovedPart::Rank => Some(Consequence::Rank),
        _ => None,
    }
}

fn reach(scope: &Scope) -> Reach {
    match scope {
        Scope::All => Reach::Whole,
        Scope::Unit(_)
        | Scope::Leader(_)
        | Scope::Chain(_)
        | Scope::Region(_)
        | Scope::Channel(_)
        | Scope::Task(_) => Reach::Answerable,
        Scope::Sector(_) | Scope::Group(_) => Reach::Part,
        Scope::UnitInSector(..) | Scope::Other => Reach::Cell,
    }
}

fn order(movement: &MovedFigure, size: Decimal, at: usize) -> Order {
    // What is released is told apart, so that inside an edition the goals come first.
    let gravest =
        movement.consequences.iter().find(|consequence| !consequence.is_told_first());
    // A unit that was only passed by others comes after those that moved themselves.
    let still = movement.is_passive();
    (*gravest.unwrap_or(&Consequence::Value), still, movement.reach, Reverse(size), at)
}

/// Returns how a changed schedule moved the lead; `None` if it did not.
fn schedule(both: &FigurePair) -> Option<Effect> {
    let (old, new) = (both.old.schedule.known()?, both.new.schedule.known()?);
    let places = both.new_view.indicator().rate_places();
    let text =
        |view: &IndicatorView, figure| view.plain(figure, FigurePart::Schedule, false);
    (old != new).then(|| Effect {
        name: "序时进度".to_owned(),
        moved: format!(
            "{}→{}",
            text(both.old_view, both.old),
            text(both.new_view, both.new)
        ),
        points: format!("{}（超欠）", points((old - new) * Decimal::ONE_HUNDRED, places)),
    })
}

fn new_figures(old: &IndicatorView, new: &IndicatorView) -> Option<String> {
    let names = missing(new, old);
    let indicator = &new.indicator().name;
    (!names.is_empty()).then(|| format!("新增{}的{indicator}", names.join("、")))
}

fn gone_figures(old: &IndicatorView, new: &IndicatorView) -> Option<String> {
    let names = missing(old, new);
    let indicator = &old.indicator().name;
    (!names.is_empty()).then(|| format!("不再有{}的{indicator}", names.join("、")))
}

/// Returns the names of the scopes that one side has and the other lacks.
fn missing(has: &IndicatorView, lacks: &IndicatorView) -> Vec<String> {
    let figures = has.at.figures.iter();
    let gone = figures.filter(|figure| lacks.figure(&figure.scope).is_none());
    gone.map(|figure| has.name(&figure.scope)).collect()
}
