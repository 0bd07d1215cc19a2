//! Who handed in what, when, and in which file: a record of its own for each duty, so that it is
//! known also where there is nothing.

use chrono::Datelike;

use crate::intake::form::{duties, plan_of};
use crate::intake::plan::planner::Planner;
use crate::intake::reading::Row;
use crate::load::splice::Node;
use crate::model::dictionary::Fields;
use crate::model::plan::duty::Duty;
use crate::model::record::activity::ActivityKind;
use crate::model::record::registry::Unit;
use crate::model::record::reported::Total;
use crate::model::value::period::Period;
use crate::words::date;

/// How much of the digest of a file is kept.
const DIGITS: usize = 16;

impl Planner<'_> {
    /// Records that a form was handed in, once for each unit, period and duty.
    pub(super) fn report(&mut self, row: &Row) {
        let (Some(period), Some(unit)) = (&row.period, &row.unit) else { return };
        let book = self.book;
        let Some(unit) = book.unit_called(unit) else { return };
        let Some(duty) = self.duty(row, period, unit) else { return };
        let id = format!("bs-{period}-{}-{}", unit.id, duty.id).to_lowercase();
        let path = format!("activities/{}/{id}.yaml", row.day.year());
        if book.activity(&id).is_some() || self.plan.files.contains_key(&path) {
            return;
        }
        let proof = format!(
            "{}（SHA-256 {}）",
            row.file,
            &row.digest[..DIGITS.min(row.digest.len())]
        );
        let subject = format!("报送{}{}", date::period(period), duty.name);
        let day = row.day.to_string();
        let list = |text: String| Node::List(vec![Node::Scalar(text)]);
        let fields = [
            ("编号", Node::Scalar(id)),
            ("类别", Node::scalar(ActivityKind::Submission.label())),
            ("日期", Node::scalar(&day)),
            ("事项", Node::Scalar(subject)),
            ("单位", list(unit.name.clone())),
            ("报送任务", Node::Scalar(duty.id.to_string())),
            ("期", Node::Scalar(period.to_string())),
            ("报送", Node::Scalar(day)),
            ("凭证", list(proof)),
        ];
        let mut text =
            "# yaml-language-server: $schema=../../../schema/activity.json\n".to_owned();
        for (key, node) in fields {
            text.push_str(&format!("{key}: {}\n", node.flow()));
        }
        self.begin(&path, text);
    }

    /// The duty that a row of a unit's form keeps; `None` if no plan has one for what it records.
    fn duty(&self, row: &Row, period: &Period, unit: &Unit) -> Option<&Duty> {
        let plan = plan_of(self.book, period)?;
        let word = row.text(Fields::<Total>::indicator);
        let indicator = word.and_then(|word| Some(self.book.indicator(word)?.1));
        let register = self.book.registered(period.end(), period.end());
        duties(plan, row.form.target, indicator).find(|duty| {
            register.units_in(&duty.units).iter().any(|own| own.id == unit.id)
        })
    }
}
