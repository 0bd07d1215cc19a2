//! Entries of a project: its contracts and its start, and what all entries share.

use chrono::NaiveDate;

use crate::intake::form::Role;
use crate::intake::plan::planner::{About, Planner};
use crate::intake::reading::{At, Row};
use crate::load::splice::{Node, Way};
use crate::model::dictionary::{Correctable, Field, Fields, Kind, Record, Word};
use crate::model::record::project::{
    Contract, ContractCorrection, Project, StageCorrection, StageEntry,
};
use crate::model::value::amount::Money;
use crate::model::value::quantity::Quantity;

const CONTRACTS: &str = "合同";
const STARTED: &str = "开工";
pub(super) const AMOUNT: &str = "金额";
const DATE: &str = "日期";
pub(super) const SUBMITTED: &str = "报送";
pub(super) const CORRECTIONS: &str = "更正";
const REASON: &str = "原因";

impl Planner<'_> {
    /// A contract.
    pub(super) fn contract(&mut self, row: &Row) {
        let Some(about) = self.about(row) else { return };
        let Some(item) = self.item::<Contract>(row) else { return };
        let text = |key: &str| item.get(key).and_then(Node::as_text).unwrap_or_default();
        let path = path(&about).to_owned();
        let known: Vec<usize> = match &about {
            About::Known(filed) => {
                let own = filed.record.contracts.iter().enumerate();
                let is_meant = |one: &Contract| {
                    !one.is_withdrawn()
                        && one.kind.label() == text("类型")
                        && one.signed.to_string() == text("签订")
                };
                own.filter(|(_, one)| is_meant(one)).map(|(at, _)| at).collect()
            }
            About::New(_) => Vec::new(),
        };
        if known.len() > 1 {
            return self.one_of_several(row, &about, &known, text(AMOUNT));
        }
        let what = format!("{path} {} {}", text("类型"), text("签订"));
        if !self.is_first(what, text(AMOUNT), &row.at) {
            return;
        }
        let known = known.first().copied();
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

    /// A contract where several of its kind were signed on its day: nothing new if one of them is
    /// of its amount.
    fn one_of_several(&mut self, row: &Row, about: &About, known: &[usize], says: &str) {
        let About::Known(filed) = about else { return };
        let mut own = known.iter().map(|at| &filed.record.contracts[*at]);
        let is_one = own.any(|one| {
            let own = one.known_on(NaiveDate::MAX).amount.0;
            Money::parse(says).is_ok_and(|says| is_same(own, says.0))
        });
        if !is_one {
            let at = Self::at(row, Fields::<Contract>::amount);
            let problem =
                format!("账本里这一天有{}份这样的合同，没有一份是{says}", known.len());
            self.doubts.doubtful(&at, problem, "在账本里直接改，或者添一份");
        }
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
        if known.is_some_and(Correctable::is_withdrawn) {
            let at = Self::at(row, Fields::<StageEntry>::date);
            let problem = "这个项目的开工撤回过，现在又报了开工";
            return self.doubts.doubtful(
                &at,
                problem,
                "核对；确实开工的，在账本里直接改",
            );
        }
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

    /// A value that differs from a known one: put in its place as long as it was not released, else a
    /// correction with its reason.
    fn differing(
        &mut self,
        row: &Row,
        path: &str,
        to: Vec<Way>,
        (kind, correction): (&'static Kind, &'static Kind),
        (key, was, says): (&'static str, String, String),
        (day, at): (NaiveDate, &At),
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
    pub(super) fn item<T: Record>(&mut self, row: &Row) -> Option<Node> {
        let own = row.form.columns.iter().enumerate().filter_map(|(at, column)| {
            let Role::Own([field]) = column.role else { return None };
            Some((field.key.as_str().to_owned(), row.cells.get(&at)?.node.clone()))
        });
        let entries: Vec<(String, Node)> = own.collect();
        let is_missing = |field: &&Field| {
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

    pub(super) fn at(row: &Row, field: &'static Field) -> At {
        row.field(field).map_or_else(|| row.at.clone(), |given| given.at.clone())
    }
}

pub(super) fn path<'a>(about: &'a About) -> &'a str {
    match about {
        About::Known(filed) => &filed.path,
        About::New(path) => path,
    }
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

/// Whether two quantities are as much of one kind.
pub(super) fn is_same(left: Quantity, right: Quantity) -> bool {
    left.compare(&right).is_some_and(std::cmp::Ordering::is_eq)
}

/// Adds the day on which it came.
pub(super) fn with_day(item: Node, row: &Row, kind: &Kind) -> Node {
    let Node::Map(mut entries) = item else { return item };
    entries.push((SUBMITTED.to_owned(), Node::scalar(row.day.to_string())));
    sorted(Node::Map(entries), kind)
}
