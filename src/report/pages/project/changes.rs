//! What changed in the record of a project, and what was put right in it, as far as it was known.

use chrono::NaiveDate;

use crate::model::dictionary::{Leaf, Level, Step, Value, field};
use crate::model::record::project::{Contract, Project, ProjectChange};
use crate::report::listings::columns::Columns;
use crate::report::pages::project::field_words::leaf_words;
use crate::report::pages::project::seen::Around;
use crate::report::pages::project::tables::day_cell;
use crate::view::inline::Inline;
use crate::view::table::{Cell, Table};
use crate::words::demo;

/// A change or a correction.
#[derive(Default)]
struct Change {
    /// Route to it, which tells it from the others.
    route: Vec<Step>,
    submitted: Option<NaiveDate>,
    since: Option<NaiveDate>,
    reason: String,
    /// The fields with what they became.
    fields: Vec<Inline>,
    /// The name of the last of them.
    last: String,
}

/// The table of changes; none where nothing changed, or for those who may not know of it.
pub(super) fn changes(around: &Around, project: &Project) -> Option<Table> {
    if !around.sees(Level::Internal) {
        return None;
    }
    let mut changes = found(around, project);
    changes.retain(|change| around.days.knew(change.submitted));
    changes.sort_by_key(|change| (change.submitted, change.since));
    let title = format!("变更和更正{}", demo::after_title(project.is_demo()));
    Columns::<&Change>::new()
        .words("报送", 3, |change| day_cell(change.submitted))
        .words("自", 3, |change| day_cell(change.since))
        .words("哪一处", 3, |change| place(&change.route))
        .words("改为", 6, |change| Cell::run(change.fields.clone()))
        .words("原因", 4, |change| change.reason.as_str())
        .listing("changes", title, &changes)
        .filled()
}

/// The changes and corrections in the order in which they are written.
fn found(around: &Around, project: &Project) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    project.visit(&mut Vec::new(), &mut |route, leaf| {
        let Some(at) = route.iter().position(is_list_of_changes) else { return };
        let Some((own, way)) = route.split_at_checked(at + 2) else { return };
        let [Step::Field(field), ..] = way else { return };
        if changes.last().is_none_or(|last| last.route != own) {
            changes.push(Change { route: own.to_vec(), ..Change::default() });
        }
        let Some(change) = changes.last_mut() else { return };
        match (*field, leaf) {
            (field, Leaf::Day(day)) if field == field!(ProjectChange.submitted) => {
                change.submitted = Some(day);
            }
            (field, Leaf::Day(day)) if field == field!(ProjectChange.since) => {
                change.since = Some(day);
            }
            (field, leaf) => {
                let Some(inline) = leaf_words(around, leaf) else { return };
                if field == field!(ProjectChange.reason) {
                    change.reason = inline.plain().to_owned();
                } else {
                    change.set(named(way), inline);
                }
            }
        }
    });
    changes
}

impl Change {
    /// Adds what a field became; the items of a list stand together.
    fn set(&mut self, name: String, content: Inline) {
        if self.last == name {
            self.fields.push(Inline::text("、"));
        } else {
            let comma = if self.fields.is_empty() { "" } else { "，" };
            self.fields.push(Inline::text(format!("{comma}{name}：")));
        }
        self.fields.push(content);
        self.last = name;
    }
}

/// The fields on the way to what is changed: `投资方类别`.
fn named(way: &[Step]) -> String {
    let keys = way.iter().filter_map(|step| match step {
        Step::Field(field) => Some(field.key.as_str()),
        Step::Index(_) | Step::Name(_) => None,
    });
    keys.collect()
}

/// Whether a step leads into changes of a project or corrections of an entry.
fn is_list_of_changes(step: &Step) -> bool {
    let lists = [field!(Project.changes), field!(Contract.corrections)];
    matches!(step, Step::Field(field) if lists.contains(field))
}

/// What is changed, in words: the project itself, or one of its entries.
fn place(route: &[Step]) -> String {
    let outer = &route[..route.len().saturating_sub(2)];
    let words = outer.iter().map(|step| match step {
        Step::Field(field) => field.key.to_string(),
        Step::Index(index) => format!("第{}项", index + 1),
        Step::Name(name) => name.clone(),
    });
    let words: String = words.collect();
    if words.is_empty() { "项目".to_owned() } else { words }
}
