//! The money of a project, month by month.

use rust_decimal::Decimal;

use crate::intake::form::{before, of_month};
use crate::intake::plan::entry::{
    AMOUNT, CORRECTIONS, SUBMITTED, is_same, map, path, with_day,
};
use crate::intake::plan::planner::{About, Planner};
use crate::intake::reading::{Given, Row, Sum};
use crate::load::splice::{Node, Way};
use crate::model::book::filed::Filed;
use crate::model::dictionary::{Fields, Record, Word};
use crate::model::record::project::{FundsEntry, Project};
use crate::model::value::amount::Money;
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::model::value::quantity::{Base, Denomination, Quantity};

const FUNDS: &str = "到位资金";
const NOTE: &str = "说明";

impl Planner<'_> {
    /// The money of a month.
    pub(super) fn funds(&mut self, row: &Row) {
        let Some(about) = self.about(row) else { return };
        let path = path(&about).to_owned();
        let Some(month) = self.month(row) else { return };
        let given = row.field(Fields::<FundsEntry>::amount);
        if let About::Known(filed) = &about {
            self.funds_sums(row, &filed.record, month, given);
        }
        let Some(given) = given else {
            if let Some(sum) = row.to_date.as_ref().filter(|_| !row.is_unchanged()) {
                self.doubts.doubtful(
                    &sum.at,
                    "填了累计，没有填本月",
                    "填本月的数；确实没有的，在“没有变化”里选“是”",
                );
            }
            return;
        };
        let says = given.node.as_text().unwrap_or_default();
        let Ok(amount) = Money::parse(says) else { return };
        if row.is_unchanged() && !amount.0.is_zero() {
            return self.doubts.doubtful(
                &given.at,
                format!("选了没有变化，本月又填了{says}"),
                "留一个",
            );
        }
        // Nothing is no entry: a month without one is a month without money.
        if !self.is_first(format!("{path} {month}"), says, &given.at)
            || amount.0.is_zero()
        {
            return;
        }
        match about {
            About::Known(filed) => self.known_funds(row, filed, month, amount),
            About::New(_) => self.new_funds(row, &path, month),
        }
    }

    /// The money of a month of a known project, which may have some already.
    fn known_funds(
        &mut self,
        row: &Row,
        filed: &Filed<Project>,
        month: Month,
        amount: Money,
    ) {
        let own = match of_month(&filed.record, month) {
            Some(Some(own)) => own,
            Some(None) => return self.new_funds(row, &filed.path, month),
            None => {
                let at = Self::at(row, Fields::<FundsEntry>::amount);
                let problem = format!("{month}的到位资金有几种钱，加不起来");
                return self.doubts.doubtful(&at, problem, "在账本里直接改");
            }
        };
        if is_same(own, amount.0) {
            return;
        }
        let at = Self::at(row, Fields::<FundsEntry>::amount);
        let says = amount.to_string();
        let firsts =
            filed.record.funds.iter().enumerate().filter(|(_, one)| one.month == month);
        let alone: Vec<usize> = firsts.map(|(index, _)| index).collect();
        if let ([index], false) = (alone.as_slice(), self.is_released(month.end())) {
            self.plan.counts[1] += 1;
            let to = vec![Way::Key(FUNDS), Way::Item(*index)];
            return self.set(
                &filed.path,
                to,
                (FundsEntry::KIND, AMOUNT),
                Node::scalar(says),
            );
        }
        let was = format!("{month}到位{own}");
        let Some(reason) = self.reason_for(&at, &was, &says) else { return };
        let Some(more) = minus(amount.0, own) else {
            return self.doubts.doubtful(
                &at,
                format!("{own}和{says}不是一种钱"),
                "核对币种",
            );
        };
        self.plan.counts[1] += 1;
        let day = row.day.to_string();
        let item = map([
            ("月份", month.to_string()),
            (AMOUNT, Money(more).to_string()),
            (SUBMITTED, day.clone()),
            (CORRECTIONS, day),
            (NOTE, reason),
        ]);
        self.push(&filed.path, Vec::new(), (Project::KIND, FUNDS), item);
    }

    fn new_funds(&mut self, row: &Row, path: &str, month: Month) {
        let Some(Node::Map(mut entries)) = self.item::<FundsEntry>(row) else { return };
        entries.retain(|(key, _)| key != "月份");
        entries.push(("月份".to_owned(), Node::scalar(month.to_string())));
        self.plan.counts[0] += 1;
        let item = with_day(Node::Map(entries), row, FundsEntry::KIND);
        self.push(path, Vec::new(), (Project::KIND, FUNDS), item);
    }

    /// The month that a row of money is about: its own, which must be the form's.
    fn month(&mut self, row: &Row) -> Option<Month> {
        let of_form = row.period.as_ref().and_then(|period| match period {
            Period::Month(month) => Some(*month),
            _ => None,
        });
        let given = row.field(Fields::<FundsEntry>::month);
        let own = given.and_then(|given| Month::parse(given.node.as_text()?).ok());
        match (own, of_form, given) {
            (Some(own), Some(form), Some(given)) if own != form => {
                let problem = format!("这张表报的是{form}，这一行写的是{own}");
                self.doubts.doubtful(&given.at, problem, "补报别的月份，用那个月的表");
                None
            }
            (own, form, _) => {
                let month = own.or(form);
                if month.is_none() {
                    let help = "加一列“月份”，或者用 --period 写明，如 2023-10";
                    self.doubts.doubtful(&row.at, "不知道是哪个月的钱", help);
                }
                month
            }
        }
    }

    /// Notes sums that do not fit what the book has and what the row says.
    fn funds_sums(
        &mut self,
        row: &Row,
        project: &Project,
        month: Month,
        given: Option<&Given>,
    ) {
        let of_form = row.period.as_ref();
        let first = of_form.map_or(month, |period| Month::of(period.days().start));
        let Some(known) = before(project, first) else { return };
        let (Some(before), Some(to_date)) =
            (self.in_yuan(row.before.as_ref()), self.in_yuan(row.to_date.as_ref()))
        else {
            return;
        };
        if let Some((says, sum)) = before.filter(|(says, _)| *says != known) {
            let unit = sum.quantity.unit;
            let (says, known) = (in_unit(says, unit), in_unit(known, unit));
            let problem = format!("上期累计写的是{says}，账本里是{known}");
            let help = "先前报的有改动，改那一个月的数；不是的，改回原来的数";
            return self.doubts.doubtful(&sum.at, problem, help);
        }
        let is_month = of_form.is_none_or(|period| matches!(period, Period::Month(_)));
        let Some((whole, sum)) = to_date.filter(|_| is_month) else { return };
        let own = given.and_then(|given| Money::parse(given.node.as_text()?).ok());
        let own = own.map_or(Some(Decimal::ZERO), |own| own.0.in_base(Base::Yuan));
        let Some(own) = own else { return };
        if known + own != whole {
            let [known, own, both, whole] = [known, own, known + own, whole]
                .map(|amount| in_unit(amount, sum.quantity.unit));
            let problem =
                format!("上期累计{known}＋本月{own}＝{both}，累计写的是{whole}");
            self.doubts.doubtful(&sum.at, problem, "核对三个数");
        }
    }

    /// A sum in 元, if there is one; `None` after noting that it is of no money that adds to 元.
    fn in_yuan<'r>(
        &mut self,
        sum: Option<&'r Sum>,
    ) -> Option<Option<(Decimal, &'r Sum)>> {
        let Some(sum) = sum else { return Some(None) };
        if let Some(amount) = sum.quantity.in_base(Base::Yuan) {
            return Some(Some((amount, sum)));
        }
        let problem = format!("{}和账本里的钱不是一种", sum.quantity);
        self.doubts.doubtful(&sum.at, problem, "核对单位");
        None
    }
}

/// Returns how much more one is than another, in its own unit.
fn minus(left: Quantity, right: Quantity) -> Option<Quantity> {
    let right = right.in_base(left.unit.base)?;
    Some(Quantity::of_base(left.amount().checked_sub(right)?, left.unit))
}

fn in_unit(amount: Decimal, unit: Denomination) -> Quantity {
    Quantity::of_base(amount, unit)
}
