//! The fields of projects: blanks are filled, what differs is a change, what is unknown is new.

use chrono::Datelike;

use crate::intake::form::Role;
use crate::intake::plan::entry::map;
use crate::intake::plan::new_project::{next_id, start};
use crate::intake::plan::planner::Planner;
use crate::intake::reading::{Given, Row};
use crate::load::splice::{Node, Way};
use crate::model::book::filed::Filed;
use crate::model::dictionary::Word;
use crate::model::dictionary::{Field, Fields, Leaf, Record, Step, Value};
use crate::model::record::project::{Investor, Project};
use crate::model::value::quantity::Quantity;

const CHANGES: &str = "变更";

impl Planner<'_> {
    /// A project, known or new.
    pub(super) fn project(&mut self, row: &Row) {
        let id = row.of(|role| matches!(role, Role::ProjectId));
        let name = row.text(Fields::<Project>::name);
        let known = match (id.and_then(|given| given.node.as_text()), name) {
            (Some(id), _) => self.book.project(id),
            (None, Some(name)) => {
                self.book.projects.iter().find(|filed| filed.record.name == name)
            }
            (None, None) => None,
        };
        match (known, id) {
            (Some(filed), _) => self.known_project(row, filed),
            (None, Some(given)) => {
                let word = given.node.as_text().unwrap_or_default();
                let problem = format!("账本里没有编号“{word}”");
                self.doubts.doubtful(&given.at, problem, "新项目的编号空着，由程序编");
            }
            (None, None) => self.new_project(row),
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
        let own = said(&filed.record, way);
        let says = given.node.as_text().unwrap_or_default();
        if own.iter().any(|own| self.is_same(way, own, says)) {
            return;
        }
        let (Some(last), Some(first)) = (way.last(), way.first()) else { return };
        let key = last.key.as_str();
        if last.id == "name" && way.len() == 1 {
            let problem = format!("项目叫“{}”，这里写的是“{says}”", filed.record.name);
            self.doubts.doubtful(&given.at, problem, "改名不从表里改；核对是不是错了行");
            return;
        }
        let day = filed.record.contracts.iter().map(|one| one.signed).min();
        if !day.is_some_and(|day| self.is_released(day)) {
            let (to, kind) = match way {
                [_] => (Vec::new(), Project::KIND),
                _ => (vec![Way::Key(first.key.as_str())], Investor::KIND),
            };
            self.plan.counts[usize::from(!own.is_empty())] += 1;
            return self.set(&filed.path, to, (kind, key), given.node.clone());
        }
        let was = match own.last() {
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
        let name = row.text(Fields::<Project>::name).unwrap_or_default().to_owned();
        if !self.is_first(format!("new {name}"), "", &row.at) {
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

/// Returns what a project says at the end of a way, first and by its changes.
fn said(project: &Project, way: &[&Field]) -> Vec<String> {
    let mut texts = Vec::new();
    project.visit(&mut Vec::new(), &mut |route: &[Step], leaf: Leaf<'_>| {
        let route = match route {
            [Step::Field(own), Step::Index(_), rest @ ..]
                if own.key.as_str() == CHANGES =>
            {
                rest
            }
            route => route,
        };
        let is_meant = route.len() == way.len()
            && route.iter().zip(way).all(
                |(step, field)| matches!(step, Step::Field(own) if own.key == field.key),
            );
        if is_meant {
            texts.push(match leaf {
                Leaf::Reference(_, text) => text.to_owned(),
                Leaf::Day(day) => day.to_string(),
                Leaf::Text(text) => text.to_string(),
            });
        }
    });
    texts
}
