//! An assessment of a sheet with its scores, and the numbers that are printed of them.

use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::figures::period::Figures;
use crate::figures::scores::item::ItemScore;
use crate::figures::scores::unit::{AssessmentScores, UnitScore};
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::assessment::{Assessment, ListedUnit};
use crate::model::value::word::Id;
use crate::sheet::Sheet;
use crate::sheet::score_text;
use crate::view::inline::{Number, TraceLink};
use crate::words::demo;
use crate::words::number::{DASH, climbed, exact, fixed};

/// An assessment of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct AssessmentView<'a> {
    /// Sheet.
    pub sheet: &'a Sheet<'a>,
    /// Plan that declares the assessment.
    pub plan: &'a Plan,
    /// Assessment.
    pub assessment: &'a Assessment,
    /// Scores.
    pub scores: &'a AssessmentScores,
}

/// Which number of a unit's scores is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScorePart<'a> {
    /// The score of an item.
    Item(&'a Id),
    /// The total.
    Total,
    /// The total converted to other full marks.
    Scaled,
    /// The rank.
    Rank,
    /// How far the total moved since the period before.
    Change,
    /// How many places it went up or down since the period before.
    Movement,
    /// How many places it went up or down since the quarter before.
    QuarterMovement,
    /// How many places it went up or down from another assessment.
    Progress,
}

impl Display for ScorePart<'_> {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(match self {
            ScorePart::Item(id) => id.as_str(),
            ScorePart::Total => "total",
            ScorePart::Scaled => "scaled",
            ScorePart::Rank => "rank",
            ScorePart::Change => "change",
            ScorePart::Movement => "movement",
            ScorePart::QuarterMovement => "quarter-movement",
            ScorePart::Progress => "progress",
        })
    }
}

impl<'a> Sheet<'a> {
    /// Every assessment that has scores, in the order of the plans.
    pub fn assessment_views(
        &'a self,
    ) -> impl Iterator<Item = AssessmentView<'a>> + Clone {
        self.figures.scores.iter().map(move |scores| {
            let (plan, assessment) = scores.declared(self.book());
            AssessmentView { sheet: self, plan, assessment, scores }
        })
    }

    /// The assessment with a name or id; the first one where none is named.
    pub fn assessment_view(&'a self, word: Option<&str>) -> Option<AssessmentView<'a>> {
        let named = |assessment_view: &AssessmentView| {
            let assessment = assessment_view.assessment;
            word.is_none_or(|word| {
                assessment.id.as_str() == word || assessment.name == word
            })
        };
        self.assessment_views().find(named)
    }
}

impl<'a> AssessmentView<'a> {
    /// The id of a unit's scores.
    pub fn id(&self, unit: &UnitScore) -> FigureId {
        FigureId::Score(self.assessment.id.clone(), unit.scope())
    }

    /// The units in the order of their ranks, those without one last in the book's order.
    pub fn ranked(&self) -> Vec<&'a UnitScore> {
        let mut units: Vec<&UnitScore> = self.scores.units.iter().collect();
        units.sort_by_key(|unit| unit.rank.unwrap_or(u32::MAX));
        units
    }

    /// The same unit in the period before.
    pub fn before(&self, unit: &UnitScore) -> Option<&'a UnitScore> {
        self.scores_in(self.sheet.previous?)?.unit(&unit.unit)
    }

    /// The scores of the same assessment in another period.
    pub fn scores_in<'b>(&self, figures: &'b Figures) -> Option<&'b AssessmentScores> {
        figures.scores.iter().find(|scores| {
            scores.plan == self.scores.plan && scores.assessment == self.scores.assessment
        })
    }

    /// What a unit is called.
    pub fn name(&self, unit: &UnitScore) -> String {
        self.sheet.name(&unit.scope())
    }

    /// What a unit's group is called.
    pub fn group(&self, unit: &UnitScore) -> String {
        self.sheet.name(&Scope::Group(unit.group.clone()))
    }

    /// A number of a unit's scores.
    pub fn number(
        &self,
        unit: &UnitScore,
        part: ScorePart,
        value: Option<Decimal>,
        text: String,
    ) -> Number {
        let figure = self.id(unit);
        Number {
            part: part.to_string(),
            value: value.map(exact).unwrap_or_default(),
            text: text.into(),
            trace: TraceLink::here(&figure),
            figure: figure.to_string(),
        }
    }

    /// An item's score.
    pub fn item(&self, unit: &UnitScore, item: &ItemScore) -> Number {
        let part = ScorePart::Item(&self.assessment.items[item.item].id);
        let text = score_text::score(self.assessment, item);
        self.number(unit, part, item.score.as_ref().ok().copied(), text)
    }

    /// The total.
    pub fn total(&self, unit: &UnitScore) -> Number {
        let text = score_text::total(self.assessment, unit);
        self.number(unit, ScorePart::Total, unit.total.as_ref().ok().copied(), text)
    }

    /// The total converted to other full marks.
    pub fn scaled(&self, unit: &UnitScore) -> Option<Number> {
        let scaled = unit.scaled.as_ref()?.as_ref().ok().copied();
        let text = score_text::scaled(self.assessment, unit);
        Some(self.number(unit, ScorePart::Scaled, scaled, text))
    }

    /// The rank.
    pub fn rank(&self, unit: &UnitScore) -> Number {
        let rank = unit.rank.map(Decimal::from);
        self.number(unit, ScorePart::Rank, rank, rank.map_or(DASH.to_owned(), exact))
    }

    /// How many places a unit went up or down since the period before.
    pub fn movement(&self, unit: &UnitScore) -> Number {
        let computed = self.before(unit).and_then(|before| before.rank);
        let before = self.sheet.earlier_rank(&self.id(unit), computed);
        self.moved(unit, ScorePart::Movement, before)
    }

    /// The scores that progress is measured against, where the assessment names others.
    pub fn baseline(&self) -> Option<AssessmentView<'a>> {
        self.sheet.assessment_view(Some(self.assessment.baseline.as_ref()?.as_str()))
    }

    /// How many places a unit went up or down from its rank there.
    pub fn progress(&self, unit: &UnitScore, baseline: &AssessmentView) -> Number {
        let before = baseline.scores.unit(&unit.unit).and_then(|before| before.rank);
        self.moved(unit, ScorePart::Progress, before)
    }

    /// How many places a unit went up or down since it had another rank.
    pub fn moved(
        &self,
        unit: &UnitScore,
        part: ScorePart,
        before: Option<u32>,
    ) -> Number {
        let moved = before.zip(unit.rank);
        let moved = moved.map(|(before, now)| i64::from(before) - i64::from(now));
        let text = moved.map_or(DASH.to_owned(), climbed);
        self.number(unit, part, moved.map(Decimal::from), text)
    }

    /// The difference to the total of the period before, of printed totals.
    pub fn change(&self, unit: &UnitScore) -> Number {
        let computed = self.before(unit).and_then(|before| before.total.clone().ok());
        let before = self.sheet.earlier_total(&self.id(unit), computed);
        let places = score_text::total_places(self.assessment);
        let change = before.zip(unit.total.as_ref().ok());
        let change = change.map(|(before, now)| now - before);
        let text = match change {
            None => DASH.to_owned(),
            Some(change) if change.is_zero() => "持平".to_owned(),
            Some(change) if change.is_sign_negative() => {
                format!("低{}", fixed(change.abs(), places))
            }
            Some(change) => format!("高{}", fixed(change, places)),
        };
        self.number(unit, ScorePart::Change, change, text)
    }

    /// `（演示数据）` where a score counts an invented record, else nothing.
    pub fn demo_mark(&self) -> &'static str {
        let demo = self.scores.units.iter().any(|unit| unit.demo);
        demo::after_title(demo)
    }

    /// That some units are listed without being assessed; `None` if there are none.
    fn only_listed(&self) -> Option<String> {
        let listed = self.assessment.listed.iter();
        let own = |one: &ListedUnit| {
            let unit = self.sheet.book().unit(&one.unit)?;
            self.scores.unit(unit.id.as_str()).map(|unit| self.name(unit))
        };
        let names: Vec<String> = listed.filter_map(own).collect();
        let names = (!names.is_empty()).then(|| names.join("、"));
        names.map(|names| format!("{names}不参加评比，只列出得分，不排名次。"))
    }

    /// Notes that say why units have no total or no rank, and the plan's own note.
    pub fn notes(&self) -> Vec<String> {
        let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
        for unit in &self.scores.units {
            let Err(reason) = &unit.total else { continue };
            let words = reason.label();
            match reasons.iter_mut().find(|(reason, _)| *reason == words) {
                Some((_, units)) => units.push(self.name(unit)),
                None => reasons.push((words, vec![self.name(unit)])),
            }
        }
        let note = |(words, units): (String, Vec<String>)| {
            format!("{}不计总分：{words}。", units.join("、"))
        };
        let notes = reasons.into_iter().map(note).chain(self.only_listed());
        notes.chain(self.assessment.note.clone()).collect()
    }
}
