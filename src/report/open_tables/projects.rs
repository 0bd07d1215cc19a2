//! `projects`: the projects of each book as its newest edition knows them, by the dictionary.

use std::collections::BTreeMap;

use crate::model::dictionary::{Field, Leaf, Level, Record, Shape, Step, Value};
use crate::model::record::project::Project;
use crate::report::pages::project::known::KnownProjects;
use crate::sheet::Sheet;
use crate::view::open_table::{OpenField, OpenKind, OpenTable};

/// What stands between the items of a list.
const BETWEEN: &str = "；";

/// The projects of the newest sheets of some books. The columns are the fields of a project that the
/// audience may see and that hold words, not records.
pub(super) fn projects<'a>(newest: &[&'a Sheet<'a>], level: Level) -> OpenTable<'a> {
    let fields: Vec<&'static Field> =
        Project::KIND.fields.iter().filter(|field| is_plain(field, level)).collect();
    let place = ["book", "period"].map(|name| OpenField {
        name,
        kind: OpenKind::Text,
        about: if name == "book" { "账本" } else { "按哪一期所知" },
    });
    let columns = fields.iter().map(|field| OpenField {
        name: field.id,
        kind: OpenKind::Text,
        about: field.meaning,
    });
    let newest = newest.to_vec();
    OpenTable {
        name: "projects",
        title: "项目",
        fields: place.into_iter().chain(columns).collect(),
        key: &["book", "id"],
        rows: Box::new(newest.into_iter().flat_map(move |sheet| rows(sheet, &fields))),
    }
}

/// Whether a field holds words and the audience may see it.
fn is_plain(field: &Field, level: Level) -> bool {
    let is_word = match field.shape {
        Shape::Word(_) => true,
        Shape::List(inner) => matches!(inner, Shape::Word(_)),
        Shape::Record(_) | Shape::Map(_) => false,
    };
    is_word && field.level <= level
}

fn rows(sheet: &Sheet, fields: &[&'static Field]) -> Vec<Vec<String>> {
    let place = [sheet.book().id.clone(), sheet.figures.period.to_string()];
    let known = KnownProjects::of(sheet).all;
    let row = |project: &Project| {
        let mut words = words(project);
        let cells = fields.iter().map(|field| words.remove(field.id).unwrap_or_default());
        place.iter().cloned().chain(cells).collect()
    };
    known.into_iter().map(|(_, project)| row(project)).collect()
}

/// The words of a project by the ids of its fields.
fn words(project: &Project) -> BTreeMap<&'static str, String> {
    let mut words: BTreeMap<&'static str, String> = BTreeMap::new();
    project.visit(&mut Vec::new(), &mut |route, leaf| {
        let Some(Step::Field(field)) = route.first() else { return };
        let word = match leaf {
            Leaf::Reference(_, word) => word.to_owned(),
            Leaf::Day(day) => day.to_string(),
            Leaf::Text(text) => text.to_string(),
        };
        let cell = words.entry(field.id).or_default();
        if !cell.is_empty() {
            cell.push_str(BETWEEN);
        }
        cell.push_str(&word);
    });
    words
}
