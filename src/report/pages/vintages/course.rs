//! The released editions in which an indicator ran from the same day.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::fact::Judgement;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::sheet::{IndicatorView, Sheet};
use crate::words::date;
use crate::words::demo;

/// An indicator in the released editions of a series, oldest first, with values that run from one day.
pub(super) struct Course<'a>(pub(super) Vec<IndicatorView<'a>>);

/// Returns the indicators with a target for the whole, newest span first, which at least two releases
/// have.
pub(super) fn courses<'a>(sheets: &'a [Sheet<'a>]) -> Vec<Course<'a>> {
    let mut courses: Vec<Course> = Vec::new();
    let is_released =
        |sheet: &&Sheet| sheet.book().release(&sheet.figures.period).is_some();
    for sheet in sheets.iter().filter(is_released) {
        let lasting = |view: &IndicatorView| !view.indicator().span.is_within_year();
        let shown = |view: &IndicatorView| lasting(view) && !view.withholds(&Scope::All);
        for view in sheet.headline().filter(shown) {
            match courses.iter_mut().find(|course| course.goes_on_in(&view)) {
                Some(course) => course.0.push(view),
                None => courses.push(Course(vec![view])),
            }
        }
    }
    courses.retain(|course| course.0.len() > 1);
    courses.sort_by_key(|course| std::cmp::Reverse(course.0[0].at.moment.days.start));
    courses
}

impl<'a> Course<'a> {
    /// Returns the newest edition.
    pub(super) fn last(&self) -> &IndicatorView<'a> {
        &self.0[self.0.len() - 1]
    }

    fn goes_on_in(&self, view: &IndicatorView) -> bool {
        let last = self.last();
        last.at.series == view.at.series
            && last.at.moment.days.start == view.at.moment.days.start
            && last.sheet.figures.period.same_series(&view.sheet.figures.period)
    }

    /// What it is, with its span: `到位资金（亿元），2023年1—9月`.
    pub(super) fn title(&self) -> String {
        let (first, last) = (&self.0[0], self.last());
        let of = |view: &IndicatorView| date::period(&view.sheet.figures.period);
        let (name, unit) = (&last.indicator().name, last.unit());
        format!("{name}（{unit}），{}至{}", of(first), of(last))
    }

    /// What its tables say at the end of their titles.
    pub(super) fn demo(&self) -> &'static str {
        let mut figures = self.0.iter().flat_map(|view| &view.at.figures);
        demo::after_title(figures.any(|figure| figure.demo))
    }

    /// Returns the position of the first edition whose period has a day.
    pub(super) fn row(&self, day: NaiveDate) -> Option<usize> {
        self.0.iter().position(|view| day <= view.sheet.figures.period.end())
    }

    /// What each edition had counted up to the end of its own period and of each before; `None` where
    /// the figures of the editions are not sums of dated records.
    pub(super) fn values(&self) -> Option<Vec<Vec<Decimal>>> {
        let values = self.0.iter().enumerate().map(|(at, view)| {
            let mut sums = vec![Decimal::ZERO; at + 1];
            for (fact, share, judgement) in view.judged_of(&Scope::All) {
                if let (Judgement::Counts(amount), Some(row)) =
                    (judgement, self.row(fact.when))
                {
                    sums[row.min(at)] += amount * share;
                }
            }
            let mut so_far = Decimal::ZERO;
            let unit = view.indicator().unit;
            let sums = sums.into_iter().map(|sum| {
                so_far += sum;
                unit.of_base(so_far)
            });
            let sums: Vec<Decimal> = sums.collect::<Option<_>>()?;
            let own = view.whole().value.known();
            (own.is_some() && own == sums.last().copied()).then_some(sums)
        });
        values.collect()
    }
}
