//! Totals that units report.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::intake::form::{adds, is_same_scope, reported_before};
use crate::intake::plan::entry::{map, sorted, with_day};
use crate::intake::plan::planner::Planner;
use crate::intake::reading::{At, Row, Sum};
use crate::load::splice::{Node, Way};
use crate::model::dictionary::{Correctable, Fields, Record, Word};
use crate::model::plan::indicator::{Accrual, Indicator};
use crate::model::record::reported::{ReportedFile, Total, TotalCorrection, TotalKind};
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::model::value::quantity::Quantity;

const TOTALS: &str = "总数";

impl Planner<'_> {
    /// A total.
    pub(super) fn total(&mut self, row: &Row) {
        let book = self.book;
        let Some(word) = row.text(Fields::<Total>::indicator) else { return };
        let Some((_, indicator)) = book.indicator(word) else {
            let problem = format!("方案里没有“{word}”这个指标");
            return self.doubts.doubtful(&row.at, problem, "照方案的写法写");
        };
        let Some(period) = row.period.clone() else {
            let help = "用 --period 写明，如 2023-10";
            return self.doubts.doubtful(&row.at, "不知道是哪一期的数", help);
        };
        let own = row.unit.as_ref().and_then(|id| book.unit_called(id));
        let given = row.text(Fields::<Total>::scope);
        let Some(scope) =
            given.map(str::to_owned).or_else(|| own.map(|unit| unit.name.clone()))
        else {
            return self.doubts.doubtful(&row.at, "没有写范围", "写单位，或者全域的叫法");
        };
        if own.is_some_and(|unit| !is_same_scope(book, &unit.name, &scope)) {
            let problem = format!("“{scope}”不是这个单位");
            return self.doubts.doubtful(&row.at, problem, "一个单位的表只写自己的数");
        }
        if !self.total_sums(row, indicator, &scope, &period) {
            return;
        }
        let Some(value) = self.value(row, indicator) else { return };
        let what = format!("{} {scope} {period}", indicator.id);
        if self.is_first(what, &value.to_string(), &row.at) {
            self.put_total(row, indicator, (&scope, &period), value);
        }
    }

    /// What a row says of the period: its number, or none because nothing is new.
    fn value(&mut self, row: &Row, indicator: &Indicator) -> Option<Quantity> {
        let given = row.field(Fields::<Total>::value);
        if let (Accrual::ToDate, Some(whole)) = (indicator.accrual(), &row.to_date) {
            self.number_of(whole, indicator)?;
            return Some(whole.quantity);
        }
        let Some(given) = given else {
            if row.is_unchanged() && adds(indicator) {
                return Some(Quantity::of_base(Decimal::ZERO, indicator.unit));
            }
            if let Some(sum) = &row.to_date {
                self.doubts.doubtful(
                    &sum.at,
                    "填了累计，没有填本月",
                    "填本月的数；确实没有的，在“没有变化”里选“是”",
                );
            }
            return None;
        };
        let value = Quantity::parse(given.node.as_text()?).ok()?;
        if !value.unit.is_like(indicator.unit) {
            let problem =
                format!("“{}”按{}计，这里是{value}", indicator.name, indicator.unit.word);
            self.doubts.doubtful(&given.at, problem, "核对单位");
            return None;
        }
        if row.is_unchanged() && !value.is_zero() {
            self.doubts.doubtful(
                &given.at,
                format!("选了没有变化，本月又填了{value}"),
                "留一个",
            );
            return None;
        }
        Some(value)
    }

    /// Whether the sums of a row fit; those that do not are noted.
    fn total_sums(
        &mut self,
        row: &Row,
        indicator: &Indicator,
        scope: &str,
        period: &Period,
    ) -> bool {
        if !adds(indicator) || indicator.accrual() == Accrual::ToDate {
            return true;
        }
        let known = reported_before(self.book, indicator, scope, period);
        let mut number = |sum: &Option<Sum>| match sum {
            Some(sum) => self.number_of(sum, indicator).map(Some),
            None => Some(None),
        };
        let (Some(before), Some(to_date)) = (number(&row.before), number(&row.to_date))
        else {
            return false;
        };
        if let (Some((says, at)), Some(known)) = (&before, known)
            && *says != known
        {
            let problem = format!("上期累计写的是{says}，账本里是{known}");
            let help = "先前报的有改动，改那一期的数；不是的，改回原来的数";
            self.doubts.doubtful(at, problem, help);
            return false;
        }
        let given =
            row.field(Fields::<Total>::value).and_then(|given| given.node.as_text());
        let own = given.and_then(|text| Quantity::parse(text).ok());
        let own = own.and_then(|own| own.in_unit(indicator.unit)).unwrap_or_default();
        let known = known.or(before.map(|(before, _)| before)).unwrap_or_default();
        if let Some((whole, at)) = to_date.filter(|(whole, _)| known + own != *whole) {
            let both = known + own;
            let problem =
                format!("上期累计{known}＋本月{own}＝{both}，累计写的是{whole}");
            self.doubts.doubtful(&at, problem, "核对三个数");
            return false;
        }
        true
    }

    /// The number of a sum in an indicator's unit, and where it stands; `None` after noting that it
    /// has none there.
    fn number_of(&mut self, sum: &Sum, indicator: &Indicator) -> Option<(Decimal, At)> {
        if let Some(number) = sum.quantity.in_unit(indicator.unit) {
            return Some((number, sum.at.clone()));
        }
        let (name, unit) = (&indicator.name, indicator.unit.word);
        let problem = format!("“{name}”按{unit}计，这里是{}", sum.quantity);
        self.doubts.doubtful(&sum.at, problem, "核对单位");
        None
    }

    fn put_total(
        &mut self,
        row: &Row,
        indicator: &Indicator,
        (scope, period): (&str, &Period),
        value: Quantity,
    ) {
        let book = self.book;
        let known = book.reported.iter().find_map(|file| {
            let at = file.record.totals.iter().position(|total| {
                total.kind == TotalKind::Reported
                    && !total.is_withdrawn()
                    && total.period == *period
                    && indicator.is_called(total.indicator.as_str())
                    && is_same_scope(book, total.scope.as_str(), scope)
            })?;
            Some((file, at))
        });
        let Some((file, at)) = known else {
            return self.new_total(row, indicator, (scope, period), value);
        };
        let own = file.record.totals[at].known_on(NaiveDate::MAX).value;
        if own.compare(&value).is_some_and(std::cmp::Ordering::is_eq) {
            return;
        }
        let to = vec![Way::Key(TOTALS), Way::Item(at)];
        let key = Fields::<Total>::value.key.as_str();
        if !self.is_released(period.end()) {
            self.plan.counts[1] += 1;
            return self.set(
                &file.path,
                to,
                (Total::KIND, key),
                Node::scalar(value.to_string()),
            );
        }
        let was = format!("{}（{scope}，{period}）是{own}", indicator.name);
        let Some(reason) = self.reason_for(&row.at, &was, &value.to_string()) else {
            return;
        };
        let item = map([
            ("报送", row.day.to_string()),
            (key, value.to_string()),
            ("原因", reason),
        ]);
        self.plan.counts[1] += 1;
        let item = sorted(item, TotalCorrection::KIND);
        self.push(&file.path, to, (Total::KIND, "更正"), item);
    }

    fn new_total(
        &mut self,
        row: &Row,
        indicator: &Indicator,
        (scope, period): (&str, &Period),
        value: Quantity,
    ) {
        let path = format!("reported/{}.yaml", Month::of(period.end()));
        if !self.book.reported.iter().any(|file| file.path == path) {
            let start =
                "# yaml-language-server: $schema=../../schema/reported.json\n总数:\n";
            self.begin(&path, start.to_owned());
        }
        let item = map([
            ("指标", indicator.name.clone()),
            ("范围", scope.to_owned()),
            ("期", period.to_string()),
            ("值", value.to_string()),
            ("性质", TotalKind::Reported.label().to_owned()),
        ]);
        let Node::Map(mut entries) = with_day(item, row, Total::KIND) else { return };
        if indicator.accrual() == Accrual::ToDate {
            entries.push(("累计".to_owned(), Node::scalar("是")));
        }
        if let Some(note) = row.text(Fields::<Total>::note) {
            entries.push(("说明".to_owned(), Node::scalar(note)));
        }
        self.plan.counts[0] += 1;
        let item = sorted(Node::Map(entries), Total::KIND);
        self.push(&path, Vec::new(), (ReportedFile::KIND, TOTALS), item);
    }
}
