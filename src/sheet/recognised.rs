//! 核定: what a superior organ recognised, which stands beside the book's own number and is never
//! mixed into it.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Correctable;
use crate::model::record::reported::{Total, TotalKind};
use crate::sheet::printed::PrintedPart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Number;
use crate::words::number::{exact, fixed};

/// A number that was recognised, beside the one that is its indicator's own.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// Recognised, in the indicator's unit.
    pub value: Decimal,
    /// 核减: the recognised number less the own one as it is printed; below zero where less was
    /// recognised. `None` where the own number is unknown.
    pub difference: Option<Decimal>,
    places: u32,
}

impl Sheet<'_> {
    /// The recognised totals up to the end of the period, as was known by its last cut-off; without
    /// those whose own number the audience does not get.
    pub fn recognised(&self) -> Vec<Total> {
        let (end, last) = (self.figures.period.end(), self.last_day());
        let whole = self.basis.book.reported.iter();
        let totals = whole.zip(self.book().reported.iter()).flat_map(|(whole, shown)| {
            whole.record.totals.iter().zip(&shown.record.totals)
        });
        let own = totals.filter(|(total, _)| {
            total.kind == TotalKind::Recognised
                && total.period.end() == end
                && total.known().is_none_or(|day| day <= last)
        });
        // When something became known is told by the whole record, why only by what is shown.
        let known = own.map(|(total, shown)| Total {
            cause: shown.cause.clone(),
            ..total.known_on(last)
        });
        known.filter(|total| !total.is_withdrawn() && !self.withholds(total)).collect()
    }

    /// The scope that a total is about.
    pub fn scope_of(&self, total: &Total) -> Option<Scope> {
        self.basis.book.scope_called(total.scope.as_str())
    }

    fn withholds(&self, total: &Total) -> bool {
        let view = self.view(total.indicator.as_str());
        let scope = self.scope_of(total);
        view.zip(scope).is_some_and(|(view, scope)| view.withholds(&scope))
    }
}

impl IndicatorView<'_> {
    /// The recognised number of a figure beside its own; `None` where the two are of other days or in
    /// other units.
    pub fn beside(&self, figure: &Figure, total: &Total) -> Option<Beside> {
        let indicator = self.indicator();
        let begun = total.period.days().start == self.at.moment.days.start;
        let value = total.value.in_unit(indicator.unit)?;
        let value = value.normalize();
        let own = figure.value.known().map(|own| round(own, indicator.places()));
        let places = indicator.places().max(value.scale());
        let difference = own.map(|own| value - own);
        (begun || total.is_cumulative()).then_some(Beside { value, difference, places })
    }

    /// The recognised number as it is printed.
    pub fn recognised(&self, figure: &Figure, beside: Beside) -> Number {
        let text = format!("{}{}", fixed(beside.value, beside.places), self.unit());
        self.printed(figure, PrintedPart::Recognised, exact(beside.value), text)
    }

    /// 核减 or 核增 in words: `核减1.20亿元`.
    pub fn reduction(&self, figure: &Figure, beside: Beside) -> Option<Number> {
        let difference = beside.difference?;
        let text = match difference {
            zero if zero.is_zero() => "一致".to_owned(),
            difference => {
                let word =
                    if difference.is_sign_negative() { "核减" } else { "核增" };
                format!("{word}{}{}", fixed(difference.abs(), beside.places), self.unit())
            }
        };
        Some(self.printed(figure, PrintedPart::Reduction, exact(difference), text))
    }
}
