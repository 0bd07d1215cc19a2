//! Entries of a project: contracts, its start, its money.

use chrono::NaiveDate;

use crate::intake::form::{Role, before as sum_before};
use crate::intake::plan::planner::{About, Planner};
use crate::intake::reading::{Given, Row};
use crate::load::splice::{Node, Way};
use crate::model::book::filed::Filed;
use crate::model::dictionary::{Correctable, Fields, Kind, Record, Word};
use crate::model::record::project::{
    Contract, ContractCorrection, FundsEntry, Project, StageCorrection, StageEntry,
};
use crate::model::value::amount::Money;
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::model::value::quantity::{Base, Quantity};

const CONTRACTS: &str = "合同";
const STARTED: &str = "开工";
const FUNDS: &str = "到位资金";
const AMOUNT: &str = "金额";
const DATE: &str = "日期";
const SUBMITTED: &str = "报送";
const CORRECTIONS: &str = "更正";
const REASON: &str = "原因";
const NOTE: &str = "说明";

impl Planner<'_> {
    /// A contract.
    pub(super) fn contract(&mut self, row: &Row) {
        let Some(about) = self.about(row) else { return };
        let Some(item) = self.item::<Contract>(row) else { return };
        let text = |key: &str| item.get(key).and_then(Node::as_text).unwrap_or_default();
        let what = format!("{} {} {}", path(&about), text("类型"), text("签订"));
        if !self.is_first(what, text(AMOUNT), &row.at) {
            return;
        }
        let path = path(&about).to_owned();
        let known = match &about {
            About::Known(filed) => filed.record.contracts.iter().position(|one| {
                one.kind.label() == text("类型") && one.signed.to_string() == text("签订")
            }),
            About::New(_) => None,
        };
        let (Some(index), About::Known(filed)) = (known, about) else {
            self.plan.counts[0] += 1;
            let item = with_day(item, row, Contract::KIND);
            return self.push(&path, Vec::new(), (Project::KIND, CONTRACTS), item);
        };
        let one = &filed.record.contracts[index];
        let (own, at) = (
            one.known_on(NaiveDate::MAX).amount,
            Self::at(row, Fields::<Contract>::amount),
        );
        if Money::parse(text(AMOUNT)).is_ok_and(|says| is_same(own.0, says.0)) {
            return;
        }
        let to = vec![Way::Key(CONTRACTS), Way::Item(index)];
        let change = (AMOUNT, own.to_string(), text(AMOUNT).to_owned());
        self.differing(
            row,
            &path,
            to,
            (Contract::KIND, ContractCorrection::KIND),
            change,
            (one.signed, &at),
        );
    }

    /// The start of a project.
    pub(super) fn start(&mut self, row: &Row) {
        let Some(about) = self.about(row) else { return };
        let Some(item) = self.item::<StageEntry>(row) else { return };
        let day = item.get(DATE).and_then(Node::as_text).unwrap_or_default().to_owned();
        let path = path(&about).to_owned();
        if !self.is_first(format!("{path} {STARTED}"), &day, &row.at) {
            return;
        }
        let known = match &about {
            About::Known(filed) => filed.record.started.as_ref(),
            About::New(_) => None,
        };
        let Some(one) = known else {
            self.plan.counts[0] += 1;
            let item = with_day(item, row, StageEntry::KIND);
            return self.set(&path, Vec::new(), (Project::KIND, STARTED), item);
        };
        let own = one.known_on(NaiveDate::MAX).date;
        if own.to_string() != day {
            let at = Self::at(row, Fields::<StageEntry>::date);
            let change = (DATE, own.to_string(), day);
            let kinds = (StageEntry::KIND, StageCorrection::KIND);
            self.differing(
                row,
                &path,
                vec![Way::Key(STARTED)],
                kinds,
                change,
                (own, &at),
            );
        }
    }

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
            if let Some((_, at)) = row.sums[1].as_ref().filter(|_| !row.is_unchanged()) {
                self.doubts.doubtful(
                    at,
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
        let entries = filed.record.funds.iter();
        let own = entries
            .clone()
            .filter(|entry| entry.month == month)
            .map(|entry| entry.amount.0);
        let Some(own) = own.reduce(|sum, next| sum.plus(&next).unwrap_or(sum)) else {
            return self.new_funds(row, &filed.path, month);
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
        let Some(known) = sum_before(project, first) else { return };
        if let Some((says, at)) = row.sums[0].as_ref().filter(|(says, _)| *says != known)
        {
            let problem = format!(
                "上期累计写的是{}，账本里是{}",
                in_words(*says, project),
                in_words(known, project)
            );
            let help = "先前报的有改动，改那一个月的数；不是的，改回原来的数";
            return self.doubts.doubtful(at, problem, help);
        }
        let is_month = of_form.is_none_or(|period| matches!(period, Period::Month(_)));
        let Some((whole, at)) = row.sums[1].as_ref().filter(|_| is_month) else { return };
        let own = given.and_then(|given| Money::parse(given.node.as_text()?).ok());
        let own = own
            .map_or(Some(rust_decimal::Decimal::ZERO), |own| own.0.in_base(Base::Yuan));
        let Some(own) = own else { return };
        if known + own != *whole {
            let problem = format!(
                "上期累计{}＋本月{}＝{}，累计写的是{}",
                in_words(known, project),
                in_words(own, project),
                in_words(known + own, project),
                in_words(*whole, project)
            );
            self.doubts.doubtful(at, problem, "核对三个数");
        }
    }

    /// A value that differs from a known one: put in its place as long as it was not released, else a
    /// correction with its reason.
    fn differing(
        &mut self,
        row: &Row,
        path: &str,
        to: Vec<Way>,
        (kind, correction): (&'static Kind, &'static Kind),
        (key, was, says): (&'static str, String, String),
        (day, at): (NaiveDate, &crate::intake::reading::At),
    ) {
        if !self.is_released(day) {
            self.plan.counts[1] += 1;
            return self.set(path, to, (kind, key), Node::scalar(says));
        }
        let Some(reason) = self.reason_for(at, &format!("{key}是{was}"), &says) else {
            return;
        };
        self.plan.counts[1] += 1;
        let item = map([(SUBMITTED, row.day.to_string()), (key, says), (REASON, reason)]);
        let item = sorted(item, correction);
        self.push(path, to, (kind, CORRECTIONS), item);
    }

    /// Returns the entry that a row writes; `None` after noting what it lacks.
    fn item<T: Record>(&mut self, row: &Row) -> Option<Node> {
        let own = row.form.columns.iter().enumerate().filter_map(|(at, column)| {
            let Role::Own([field]) = column.role else { return None };
            Some((field.key.as_str().to_owned(), row.cells.get(&at)?.node.clone()))
        });
        let entries: Vec<(String, Node)> = own.collect();
        let is_missing = |field: &&crate::model::dictionary::Field| {
            let is_column =
                row.form.columns.iter().any(|column| column.field() == Some(*field));
            field.required
                && is_column
                && entries.iter().all(|(key, _)| key != field.key.as_str())
        };
        let missing: Vec<&str> = T::KIND
            .fields
            .iter()
            .filter(is_missing)
            .map(|field| field.key.as_str())
            .filter(|key| *key != "月份")
            .collect();
        if missing.is_empty() {
            return Some(sorted(Node::Map(entries), T::KIND));
        }
        let problem = format!("这一行没有填{}", missing.join("、"));
        self.doubts.doubtful(&row.at, problem, "填上；不报这一行的，整行空着");
        None
    }

    fn at(
        row: &Row,
        field: &'static crate::model::dictionary::Field,
    ) -> crate::intake::reading::At {
        row.field(field).map_or_else(|| row.at.clone(), |given| given.at.clone())
    }
}

fn path<'a>(about: &'a About) -> &'a str {
    match about {
        About::Known(filed) => &filed.path,
        About::New(path) => path,
    }
}

/// Whether two quantities are as much of one kind.
fn is_same(left: Quantity, right: Quantity) -> bool {
    left.compare(&right).is_some_and(std::cmp::Ordering::is_eq)
}

/// Returns how much more one is than another, in its own unit.
fn minus(left: Quantity, right: Quantity) -> Option<Quantity> {
    let right = right.in_base(left.unit.base)?;
    Some(Quantity::of_base(left.amount().checked_sub(right)?, left.unit))
}

/// An amount of 元 as the project writes its money.
fn in_words(amount: rust_decimal::Decimal, project: &Project) -> String {
    let ten_thousands = crate::model::value::quantity::Denomination::of("万元");
    let unit = project.funds.first().map(|entry| entry.amount.0.unit).or(ten_thousands);
    unit.map_or_else(
        || amount.to_string(),
        |unit| Quantity::of_base(amount, unit).to_string(),
    )
}

/// A map of texts.
pub(super) fn map<const N: usize>(entries: [(&str, String); N]) -> Node {
    let entry = |(key, text): (&str, String)| (key.to_owned(), Node::Scalar(text));
    Node::Map(entries.into_iter().map(entry).collect())
}

/// A map in the order of the reference.
pub(super) fn sorted(node: Node, kind: &Kind) -> Node {
    let Node::Map(mut entries) = node else { return node };
    entries.sort_by_key(|(key, _)| {
        kind.fields.iter().position(|field| field.key.as_str() == key)
    });
    Node::Map(entries)
}

/// Adds the day on which it came.
pub(super) fn with_day(item: Node, row: &Row, kind: &Kind) -> Node {
    let Node::Map(mut entries) = item else { return item };
    entries.push((SUBMITTED.to_owned(), Node::scalar(row.day.to_string())));
    sorted(Node::Map(entries), kind)
}
