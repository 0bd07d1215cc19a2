//! What a narrative states about units in words of its own, held against the figures.
//!
//! Sentences are read by a closed list of patterns: named units, a number of units or the share of
//! units, and what they are said to have done. Any other sentence states nothing that is computed.

mod clause;
mod condition;
mod subject;

use std::fmt::Write;

use crate::check::statements::clause::{Clause, clauses};
use crate::check::statements::condition::Condition;
use crate::check::statements::subject::Subject;
use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::written::Span;
use crate::model::edition::Passage;
use crate::sheet::{IndicatorView, Sheet};

/// A statement of a narrative that its figures contradict.
pub(super) struct Unmet {
    /// The statement as typed.
    pub(super) text: String,
    /// Where it stands.
    pub(super) span: Span,
    /// What the figures say instead.
    pub(super) instead: String,
}

/// The clauses of a narrative that may state something; figures are needed to know more.
pub(super) fn stating(narrative: &[Passage]) -> Vec<Clause<'_>> {
    let all = narrative.iter().flat_map(clauses);
    let may_state = |clause: &Clause| {
        Condition::of(clause).is_some_and(|condition| Subject::may_be_of(&condition))
    };
    all.filter(may_state).collect()
}

/// A clause of a narrative with what it states.
pub(super) struct Statement<'a> {
    clause: &'a Clause<'a>,
    condition: Condition<'a>,
}

impl<'a> Statement<'a> {
    /// Returns what a clause states; `None` if it states nothing.
    pub(super) fn of(clause: &'a Clause<'a>) -> Option<Statement<'a>> {
        Some(Statement { clause, condition: Condition::of(clause)? })
    }

    /// Returns what an edition's figures say instead; `None` if they agree, or if nothing is stated
    /// that they could tell. `before` is the edition before it.
    pub(super) fn unmet(&self, sheet: &Sheet, before: Option<&Sheet>) -> Option<Unmet> {
        let Statement { clause, condition } = self;
        let subject = Subject::of(clause, condition, sheet)?;
        let views = self.views(sheet, &subject);
        // Where the words leave open which indicator is meant, they may be right by any of them.
        let instead: Option<Vec<String>> =
            views.iter().map(|view| self.instead(&subject, view, before)).collect();
        let (text, span) = clause.quoted();
        instead?.into_iter().next().map(|instead| Unmet { text, span, instead })
    }

    fn instead(
        &self,
        subject: &Subject,
        view: &IndicatorView,
        before: Option<&Sheet>,
    ) -> Option<String> {
        match subject {
            Subject::Units(units) => self.units_instead(view, units),
            Subject::Number(number) => {
                let count = self.count(view);
                (count != *number).then(|| format!("{}的是{count}个", self.what(view)))
            }
            Subject::Course(course) => {
                let earlier = before?.view_of(view.indicator().id.as_str())?;
                let (earlier, now) = (self.count(&earlier), self.count(view));
                let told =
                    || format!("{}的上期{earlier}个，本期{now}个", self.what(view));
                (!course.is_from(earlier, now)).then(told)
            }
        }
    }

    /// Returns the indicators that are meant: the one that the clause names; else those that its
    /// sentence refers to, or the headlines, as far as they have such a number.
    fn views<'s>(
        &self,
        sheet: &'s Sheet<'s>,
        subject: &Subject,
    ) -> Vec<IndicatorView<'s>> {
        let Statement { clause, condition } = self;
        let name_of = |view: &IndicatorView<'s>| {
            let indicator = view.indicator();
            let names = indicator.aliases.iter().chain([&indicator.name]);
            let named = names.filter(|name| clause.text.contains(name.as_str()));
            named.max_by_key(|name| name.len()).cloned()
        };
        let named = sheet.views().filter_map(|view| Some((name_of(&view)?, view)));
        if let Some((name, view)) = named.max_by_key(|(name, _)| name.len()) {
            return Vec::from_iter(self.is_said_of(&name, subject).then_some(view));
        }
        if condition.needs_indicator() || !self.is_said_of("", subject) {
            return Vec::new();
        }
        let has_number = |view: &IndicatorView| match subject {
            Subject::Units(units) => units.iter().all(|unit| {
                let figure = view.figure(unit);
                figure.is_some_and(|figure| condition.holds(view, figure).is_some())
            }),
            Subject::Number(_) | Subject::Course(_) => {
                condition.holds(view, view.whole()).is_some()
            }
        };
        let referred = clause.indicators.iter().filter_map(|name| sheet.view(name));
        let referred: Vec<IndicatorView> = referred.filter(has_number).collect();
        if referred.is_empty() {
            return sheet.headline().filter(has_number).collect();
        }
        referred
    }

    fn is_said_of(&self, indicator: &str, subject: &Subject) -> bool {
        matches!(subject, Subject::Course(_)) || self.condition.is_whole(indicator)
    }

    fn units_instead(&self, view: &IndicatorView, units: &[Scope]) -> Option<String> {
        let mut instead = String::new();
        for unit in units {
            let Some(figure) = view.figure(unit) else { continue };
            if self.condition.holds(view, figure) == Some(false) {
                let separator = if instead.is_empty() { "" } else { "，" };
                let (name, told) = (view.name(unit), self.condition.told(view, figure));
                // Writing to a string cannot fail.
                let _ = write!(instead, "{separator}{name}{told}");
            }
        }
        (!instead.is_empty()).then_some(instead)
    }

    fn count(&self, view: &IndicatorView) -> usize {
        let does = |figure: &&Figure| self.condition.holds(view, figure) == Some(true);
        view.units().filter(does).count()
    }

    fn what(&self, view: &IndicatorView) -> String {
        format!("{}{}", view.indicator().name, self.condition.word())
    }
}
