//! The state of planning: the edits so far, what was seen, and what is in doubt.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::intake::form::Role;
use crate::intake::plan::outcome::Plan;
use crate::intake::reading::{At, Doubts, Row};
use crate::load::splice::{Edit, Node, Way};
use crate::model::book::Book;
use crate::model::book::filed::Filed;
use crate::model::dictionary::{Fields, Kind};
use crate::model::record::project::Project;

/// The project that a row is about.
pub(super) enum About<'a> {
    /// One of the book.
    Known(&'a Filed<Project>),
    /// A new one, by the path of its file.
    New(String),
}

/// What a row names.
pub(super) enum Found<'a, 'r> {
    /// A project of the book.
    Known(&'a Filed<Project>),
    /// None of it: the word, and where it stands.
    Unknown(&'r str, &'r At),
}

/// Plans edits.
pub(super) struct Planner<'a> {
    pub(super) book: &'a Book,
    pub(super) reason: Option<&'a str>,
    pub(super) doubts: Doubts,
    pub(super) plan: Plan,
    /// The positions of projects by their names without blanks.
    called: BTreeMap<String, Vec<usize>>,
    /// The files of new projects by the names of these without blanks.
    pub(super) new: BTreeMap<String, String>,
    /// What rows said of an entry, and where, so that two rows do not say it twice.
    seen: BTreeMap<String, (String, At)>,
    /// The last day of what was released.
    released: Option<NaiveDate>,
}

impl<'a> Planner<'a> {
    pub(super) fn new(book: &'a Book, reason: Option<&'a str>) -> Planner<'a> {
        let released = book.releases.iter().map(|filed| filed.record.period.end()).max();
        let mut called: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, filed) in book.projects.iter().enumerate() {
            called.entry(joined(&filed.record.name)).or_default().push(at);
        }
        let (doubts, plan) = (Doubts::default(), Plan::default());
        let (new, seen) = (BTreeMap::new(), BTreeMap::new());
        Planner { book, reason, doubts, plan, called, new, seen, released }
    }

    pub(super) fn finish(mut self) -> Plan {
        self.plan.findings = self.doubts.into_findings();
        self.plan
    }

    /// Whether something of a day may stand in what was released.
    pub(super) fn is_released(&self, day: NaiveDate) -> bool {
        self.released.is_some_and(|last| day <= last)
    }

    /// Returns how many entries and values are new so far.
    pub(super) fn changes(&self) -> usize {
        self.plan.counts.iter().sum()
    }

    /// Adds an edit of a file.
    pub(super) fn edit(&mut self, path: &str, edit: Edit) {
        self.plan.files.entry(path.to_owned()).or_default().edits.push(edit);
    }

    /// Adds a new file, which begins with a text.
    pub(super) fn begin(&mut self, path: &str, start: String) {
        let file = self.plan.files.entry(path.to_owned()).or_default();
        file.start.get_or_insert(start);
    }

    /// Adds a new entry to a list of a file.
    pub(super) fn push(
        &mut self,
        path: &str,
        to: Vec<Way>,
        (kind, key): (&'static Kind, &'static str),
        item: Node,
    ) {
        let after = before(kind, key);
        self.edit(path, Edit::Push { to, key, after, item });
    }

    /// Sets a field of a file.
    pub(super) fn set(
        &mut self,
        path: &str,
        to: Vec<Way>,
        (kind, key): (&'static Kind, &'static str),
        value: Node,
    ) {
        let after = before(kind, key);
        self.edit(path, Edit::Set { to, key, after, value });
    }

    /// Whether a row says something for the first time; one that says otherwise is a doubt.
    pub(super) fn is_first(&mut self, what: String, says: &str, at: &At) -> bool {
        match self.seen.get(&what) {
            None => {
                self.seen.insert(what, (says.to_owned(), at.clone()));
                true
            }
            Some((own, _)) if own == says => false,
            Some((own, first)) => {
                let problem =
                    format!("前面（{}）写的是{own}，这里是{says}", first.as_str());
                self.doubts.doubtful(at, problem, "两处留一处，或改成一样");
                false
            }
        }
    }

    /// Returns the reason for a value that differs from a known one; `None` after noting that there
    /// is none.
    pub(super) fn reason_for(
        &mut self,
        at: &At,
        was: &str,
        says: &str,
    ) -> Option<String> {
        if let Some(reason) = self.reason {
            return Some(reason.to_owned());
        }
        let problem = format!("已发布的{was}，表里是{says}");
        let help = "确要更正的，用 --reason 写明原因，记作更正；不是的，改回表里的数";
        self.doubts.unreasoned(at, problem, help);
        None
    }

    /// Returns the project that a row is about; `None` after noting a doubt.
    pub(super) fn about(&mut self, row: &Row) -> Option<About<'a>> {
        match self.look_up(row)? {
            Found::Known(filed) => Some(About::Known(filed)),
            Found::Unknown(word, at) => {
                let new = id_of(row).is_none().then(|| self.new.get(&joined(word)));
                if let Some(path) = new.flatten() {
                    return Some(About::New(path.clone()));
                }
                let problem = format!("账本里没有“{word}”这个项目");
                let help = "核对编号和名称；新项目先在“项目”表里写一行，编号空着";
                self.doubts.doubtful(at, problem, help);
                None
            }
        }
    }

    /// Looks for the project that a row names, by its id or its name; `None` where it names none,
    /// or after noting a doubt.
    pub(super) fn look_up<'r>(&mut self, row: &'r Row) -> Option<Found<'a, 'r>> {
        let name = name_of(row);
        let (word, at) = id_of(row).or(name)?;
        let book = self.book;
        let called =
            self.called.get(&joined(word)).map(Vec::as_slice).unwrap_or_default();
        let filed = match (book.project(word), called) {
            (Some(filed), _) => filed,
            (None, []) => return Some(Found::Unknown(word, at)),
            (None, [only]) => &book.projects[*only],
            (None, several) => {
                let problem = format!("有{}个项目叫“{word}”", several.len());
                self.doubts.doubtful(at, problem, "写项目编号");
                return None;
            }
        };
        let own = &filed.record.name;
        if let Some((name, at)) = name.filter(|(name, _)| joined(name) != joined(own)) {
            let problem = format!("{word} 是“{own}”，这里写的是“{name}”");
            let help = "核对编号和名称是不是错了行；改名不从表里改";
            self.doubts.doubtful(at, problem, help);
            return None;
        }
        self.is_own(row, filed, at).then_some(Found::Known(filed))
    }

    /// Whether a project is one of the unit whose form it is.
    fn is_own(&mut self, row: &Row, filed: &Filed<Project>, at: &At) -> bool {
        let Some(id) = &row.unit else { return true };
        let project = &filed.record;
        let shares = project.shares.iter().map(|share| &share.unit);
        let changed = project.changes.iter().filter_map(|change| change.unit.0.as_ref());
        let mut units = [&project.unit].into_iter().chain(shares).chain(changed);
        let is_own = units
            .any(|unit| self.book.unit(unit).is_some_and(|unit| unit.id.as_str() == id));
        if !is_own {
            let problem = format!("“{}”不是这个单位的项目", project.name);
            self.doubts.doubtful(
                at,
                problem,
                "由负责的单位报；换了单位的，先在账本里写变更",
            );
        }
        is_own
    }
}

/// The id that a row names its project by.
pub(super) fn id_of(row: &Row) -> Option<(&str, &At)> {
    let given = row.of(|role| matches!(role, Role::ProjectId))?;
    Some((given.node.as_text()?, &given.at))
}

/// The name that a row names its project by.
fn name_of(row: &Row) -> Option<(&str, &At)> {
    let given = row.of(|role| matches!(role, Role::ProjectName));
    let given = given.or_else(|| row.field(Fields::<Project>::name))?;
    Some((given.node.as_text()?, &given.at))
}

/// A name without its blanks.
pub(super) fn joined(name: &str) -> String {
    name.split_whitespace().collect()
}

/// Returns the keys that stand before one in the reference.
pub(super) fn before(kind: &'static Kind, key: &str) -> Vec<&'static str> {
    let keys = kind.fields.iter().map(|field| field.key.as_str());
    keys.take_while(|own| *own != key).collect()
}
