//! What a narrative states about units in words of its own, held against the figures.
//!
//! Sentences are read by a closed list of patterns: named units, a number of units or the share of
//! units, and what they are said to have done. Any other sentence states nothing that is computed.

mod clause;
mod condition;
mod judged;
mod rank;
mod subject;

use std::fmt::Write;

use crate::claims::statements::clause::{Clause, clauses};
use crate::claims::statements::condition::Condition;
use crate::claims::statements::judged::Judged;
use crate::claims::statements::rank::Ranked;
use crate::claims::statements::subject::Subject;
use crate::claims::typed::Typed;
use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::written::Span;
use crate::sheet::{IndicatorView, Sheet};

/// A statement that an edition's figures can tell of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Which sentence makes it.
    pub sentence: usize,
    /// The statement as typed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// What the figures say instead; `None` if they agree.
    pub instead: Option<String>,
}

/// Returns whether sentences may state something, as far as their words alone tell.
pub fn may_state(typed: &[Typed]) -> bool {
    typed.iter().any(|typed| clauses(typed).iter().any(Clause::may_state))
}

/// Returns whether sentences may say how something went on since the edition before.
pub fn looks_back(typed: &[Typed]) -> bool {
    let looks_back = |clause: &Clause| {
        Condition::of(clause).is_some_and(|condition| Subject::is_course(&condition))
    };
    typed.iter().any(|typed| clauses(typed).iter().any(looks_back))
}

/// Returns what sentences state, held against an edition's figures. `before` is the edition before
/// it.
pub fn stated(typed: &[Typed], sheet: &Sheet, before: Option<&Sheet>) -> Vec<Stated> {
    let mut stated = Vec::new();
    for typed in typed {
        for clause in clauses(typed).iter().filter(|clause| clause.may_state()) {
            let statement = Statement::of(clause);
            let judged = statement.and_then(|statement| statement.judged(sheet, before));
            let judged = judged.or_else(|| Ranked::of(clause)?.judged(clause, sheet));
            let Some(judged) = judged else { continue };
            let (text, span) = clause.quoted();
            let instead = judged.err();
            stated.push(Stated { sentence: typed.index, text, span, instead });
        }
    }
    stated
}

impl Clause<'_> {
    fn may_state(&self) -> bool {
        Ranked::of(self).is_some()
            || Condition::of(self).is_some_and(|condition| Subject::may_be_of(&condition))
    }
}

/// A clause with what it states.
struct Statement<'a> {
    clause: &'a Clause<'a>,
    condition: Condition<'a>,
}

impl<'a> Statement<'a> {
    /// Returns what a clause states; `None` if it states nothing.
    fn of(clause: &'a Clause<'a>) -> Option<Statement<'a>> {
        Some(Statement { clause, condition: Condition::of(clause)? })
    }

    /// Holds it against an edition's figures; `None` if nothing is stated that they could tell.
    fn judged(&self, sheet: &Sheet, before: Option<&Sheet>) -> Option<Judged> {
        let Statement { clause, condition } = self;
        let subject = Subject::of(clause, condition, sheet)?;
        let views = self.views(sheet, &subject);
        let judged: Option<Vec<Judged>> =
            views.iter().map(|view| self.judged_by(&subject, view, before)).collect();
        let judged = judged?;
        // Where the words leave open which indicator is meant, they may be right by any of them.
        let agrees = judged.iter().find(|judged| judged.is_ok()).cloned();
        agrees.or_else(|| judged.into_iter().next())
    }

    fn judged_by(
        &self,
        subject: &Subject,
        view: &IndicatorView,
        before: Option<&Sheet>,
    ) -> Option<Judged> {
        let instead = match subject {
            Subject::Units(units) => self.units_instead(view, units),
            Subject::Number(number) => {
                let count = self.count(view);
                let of = |figure: &&Figure| self.condition.holds(view, figure).is_some();
                let all = view.units().filter(of).count();
                if number.all.is_some_and(|said| said != all) {
                    return None;
                }
                let differs = count != number.count;
                differs.then(|| format!("{}的是{count}个", self.what(view)))
            }
            Subject::Course(course) => {
                let earlier = before?.view_of(view.indicator().id.as_str())?;
                let (earlier, now) = (self.count(&earlier), self.count(view));
                let told =
                    || format!("{}的上期{earlier}个，本期{now}个", self.what(view));
                (!course.is_from(earlier, now)).then(told)
            }
        };
        Some(instead.map_or(Ok(()), Err))
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
            let named = names.filter(|name| clause.text().contains(name.as_str()));
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
        let referred = clause.indicators().filter_map(|name| sheet.view(name));
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
