//! The fields of projects: blanks are filled, what differs is a change, what is unknown is new.

use chrono::{Datelike, NaiveDate};

use crate::intake::form::Role;
use crate::intake::plan::entry::map;
use crate::intake::plan::new_project::{next_id, start};
use crate::intake::plan::planner::{Found, Planner, id_of, joined};
use crate::intake::reading::{Given, Row};
use crate::load::splice::{Node, Way};
use crate::model::book::filed::Filed;
use crate::model::dictionary::Word;
use crate::model::dictionary::{Field, Fields, Leaf, Record, Step, Value};
use crate::model::record::project::{Investor, Project, ProjectChange};
use crate::model::value::quantity::Quantity;

const CHANGES: &str = "变更";

impl Planner<'_> {
    /// A project, known or new.
    pub(super) fn project(&mut self, row: &Row) {
        match self.look_up(row) {
            Some(Found::Known(filed)) => self.known_project(row, filed),
            Some(Found::Unknown(word, at)) if id_of(row).is_some() => {
                let problem = format!("账本里没有编号“{word}”");
                self.doubts.doubtful(at, problem, "新项目的编号空着，由程序编");
            }
            Some(Found::Unknown(..)) => self.new_project(row),
            None if row.text(Fields::<Project>::name).is_none()
                && id_of(row).is_none() =>
            {
                self.new_project(row);
            }
            None => {}
        }
    }

    fn known_project(&mut self, row: &Row, filed: &Filed<Project>) {
        for (at, column) in row.form.columns.iter().enumerate() {
            let (Role::Own(way), Some(given)) = (column.role, row.cells.get(&at)) else {
                continue;
            };
            self.field(row, filed, way, given);
        }
    }

    /// A field of a known project.
    fn field(
        &mut self,
        row: &Row,
        filed: &Filed<Project>,
        way: &'static [&'static Field],
        given: &Given,
    ) {
        let (Some(last), Some(first)) = (way.last(), way.first()) else { return };
        let key = last.key.as_str();
        let own = said(self.known_last(filed, NaiveDate::MAX), way);
        let says = given.node.as_text().unwrap_or_default();
        // A form of a period says what was so at its end.
        let then = row.period.as_ref().map(|period| self.known_last(filed, period.end()));
        let then = then.and_then(|then| said(then, way));
        let is_known = |known: &Option<String>| {
            known.as_deref().is_some_and(|known| self.is_same(way, known, says))
        };
        if *way == [Fields::<Project>::name] || is_known(&own) || is_known(&then) {
            return;
        }
        let day = filed.record.contracts.iter().map(|one| one.signed).min();
        if !day.is_some_and(|day| self.is_released(day)) {
            let (to, kind) = match way {
                [_] => (Vec::new(), Project::KIND),
                _ => (vec![Way::Key(first.key.as_str())], Investor::KIND),
            };
            self.plan.counts[usize::from(own.is_some())] += 1;
            return self.set(&filed.path, to, (kind, key), given.node.clone());
        }
        if ProjectChange::KIND.field_named(first.key.as_str()).is_none() {
            let problem = format!("已发布的项目，变更里不能写“{key}”，表里是{says}");
            return self.doubts.doubtful(&given.at, problem, "在账本里直接改这一项");
        }
        let was = match &own {
            Some(own) => format!("{key}是{own}"),
            None => format!("{key}是空的"),
        };
        let Some(reason) = self.reason_for(&given.at, &was, says) else { return };
        let change = match way {
            [_] => (key.to_owned(), given.node.clone()),
            _ => {
                let inner = Node::Map(vec![(key.to_owned(), given.node.clone())]);
                (first.key.as_str().to_owned(), inner)
            }
        };
        let Node::Map(mut item) = map([("报送", row.day.to_string())]) else { return };
        item.extend([change, ("原因".to_owned(), Node::Scalar(reason))]);
        self.plan.counts[1] += 1;
        self.push(&filed.path, Vec::new(), (Project::KIND, CHANGES), Node::Map(item));
    }

    /// A project as it is known last of a day.
    fn known_last<'b>(
        &'b self,
        filed: &'b Filed<Project>,
        day: NaiveDate,
    ) -> &'b Project {
        let at = self.book.project_position(filed.record.id.as_str());
        at.map_or(&filed.record, |at| self.book.project_as_of(at, day, day))
    }

    /// Whether two texts say the same of a field.
    fn is_same(&self, way: &[&Field], own: &str, says: &str) -> bool {
        let quantities = (Quantity::parse(own), Quantity::parse(says));
        if let (Ok(own), Ok(says)) = quantities {
            return own.compare(&says).is_some_and(std::cmp::Ordering::is_eq);
        }
        let is_unit = way.last().is_some_and(|field| field.id == "unit");
        let unit = |word: &str| self.book.unit_called(word).map(|unit| &unit.id);
        own == says || is_unit && unit(own).is_some() && unit(own) == unit(says)
    }

    /// A project that is not in the book yet.
    fn new_project(&mut self, row: &Row) {
        let required = [
            Fields::<Project>::name,
            Fields::<Project>::unit,
            Fields::<Investor>::name,
            Fields::<Project>::origin,
        ];
        let lacks = |field: &&&'static Field| match field.id {
            "name" if **field == Fields::<Investor>::name => {
                row.of(|role| matches!(role, Role::Own([_, _]))).is_none()
            }
            "unit" => row.text(field).is_none() && row.unit.is_none(),
            _ => row.text(field).is_none(),
        };
        let missing: Vec<&str> =
            required.iter().filter(lacks).map(|field| field.key.as_str()).collect();
        if !missing.is_empty() {
            let problem = format!("新项目没有填{}", missing.join("、"));
            self.doubts.doubtful(&row.at, problem, "填上；不是新项目的，写上编号");
            return;
        }
        let name = joined(row.text(Fields::<Project>::name).unwrap_or_default());
        let says = row.cells.values().filter_map(|given| given.node.as_text());
        let says = says.collect::<Vec<_>>().join("，");
        if !self.is_first(format!("new {name}"), &says, &row.at) {
            return;
        }
        let year = row.period.as_ref().map_or(row.day, |period| period.end());
        let id = next_id(self.book, year, self.new.len());
        let path = format!("projects/{}/{id}.yaml", year.year());
        let text = start(self.book, &id, row);
        self.plan.counts[0] += 1;
        self.begin(&path, text);
        self.new.insert(name, path);
    }
}

/// Returns what a project says at the end of a way.
fn said(project: &Project, way: &[&Field]) -> Option<String> {
    let mut text = None;
    project.visit(&mut Vec::new(), &mut |route: &[Step], leaf: Leaf<'_>| {
        let is_meant = route.len() == way.len()
            && route.iter().zip(way).all(
                |(step, field)| matches!(step, Step::Field(own) if own.key == field.key),
            );
        if is_meant {
            text = Some(match leaf {
                Leaf::Reference(_, text) => text.to_owned(),
                Leaf::Day(day) => day.to_string(),
                Leaf::Text(text) => text.to_string(),
            });
        }
    });
    text
}
