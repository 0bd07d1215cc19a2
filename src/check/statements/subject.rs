//! Of whom something is said: named units, a number of units, or more or fewer of them than before.

use crate::check::statements::condition::Condition;
use crate::model::book::scope::Scope;
use crate::sheet::Sheet;

/// Whether there are said to be more or fewer than in the edition before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// More.
    Up,
    /// Fewer.
    Down,
}

impl Course {
    /// Returns whether a number went on so.
    pub(super) fn is_from(self, earlier: usize, now: usize) -> bool {
        match self {
            Course::Up => now > earlier,
            Course::Down => now < earlier,
        }
    }
}

const COURSES: &[(&str, Course)] = &[
    ("扩大", Course::Up),
    ("增多", Course::Up),
    ("增加", Course::Up),
    ("收窄", Course::Down),
    ("缩小", Course::Down),
    ("减少", Course::Down),
];

/// Of whom something is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// These units.
    Units(Vec<Scope>),
    /// So many of all units.
    Number(usize),
    /// How the number of those units went on.
    Course(Course),
}

impl Subject {
    /// Returns of whom a clause states a condition; `None` if that is not certain, or if it is about
    /// a group of units.
    pub(super) fn of(
        text: &str,
        condition: &Condition,
        sheet: &Sheet,
    ) -> Option<Subject> {
        let groups = &sheet.book().registry.record.groups;
        let of_all = || !groups.iter().any(|group| text.contains(&group.name));
        if condition.is_attribute {
            return course(text).filter(|_| of_all()).map(Subject::Course);
        }
        let units = units(&text[..condition.at], sheet);
        if !units.is_empty() {
            return Some(Subject::Units(units));
        }
        number(text).filter(|_| of_all()).map(Subject::Number)
    }
}

/// Returns the units that a text names, in the order of the registry. A name within a longer one is
/// not meant.
fn units(text: &str, sheet: &Sheet) -> Vec<Scope> {
    let units = sheet.register().units().iter();
    let mut named: Vec<(usize, usize, &str)> = units
        .flat_map(|unit| {
            let names = [&unit.name].into_iter().chain(&unit.short).chain(&unit.aliases);
            let places = names.flat_map(|name| {
                text.match_indices(name.as_str()).map(|(at, name)| (at, name.len()))
            });
            places
                .map(|(at, length)| (at, at + length, unit.id.as_str()))
                .collect::<Vec<_>>()
        })
        .collect();
    let all = named.clone();
    named.retain(|(start, end, _)| {
        let holds = |other: &&(usize, usize, &str)| other.0 <= *start && *end <= other.1;
        all.iter().filter(holds).all(|other| other.1 - other.0 <= end - start)
    });
    let mut scopes: Vec<Scope> =
        named.into_iter().map(|(.., unit)| Scope::Unit(unit.to_owned())).collect();
    scopes.sort();
    scopes.dedup();
    scopes
}

fn course(text: &str) -> Option<Course> {
    let (_, rest) = text.split_once("的单位")?;
    let rest = rest.strip_prefix('面').unwrap_or(rest);
    COURSES.iter().find(|(word, _)| rest.starts_with(word)).map(|(_, course)| *course)
}

/// Returns the number in `12个单位`.
fn number(text: &str) -> Option<usize> {
    let ends = ["个单位", "个责任单位", "家单位"];
    let end = ends.iter().find_map(|end| text.find(end))?;
    let digits = text[..end].rsplit(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}
