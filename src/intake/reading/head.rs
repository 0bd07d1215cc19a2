//! Which row of a sheet is the head, of which form, and what each of its columns is.

use std::collections::BTreeMap;

use crate::intake::form::{FORMS, Form, Role};
use crate::intake::reading::number::named;
use crate::load::workbook::{Grid, Value};
use crate::model::record::registry::ImportColumn;
use crate::model::value::quantity::Denomination;

/// Rows in which a head is looked for.
const DEEPEST_HEAD: u32 = 40;
/// Heads of what a record of a public office does not keep.
const PERSONAL: &[&str] = &[
    "联系人",
    "联系电话",
    "电话",
    "手机",
    "手机号",
    "联系方式",
    "姓名",
    "负责人",
    "身份证号",
    "填报人",
];

/// The head of a table.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) form: &'static Form,
    /// The row after it.
    pub(super) body: u32,
    /// The columns of the sheet that are columns of the form: their position there, and the unit in
    /// the head.
    pub(super) columns: BTreeMap<u32, (usize, Option<Denomination>)>,
    /// Heads of columns with personal data, which are not read.
    pub(super) personal: Vec<String>,
    /// Heads of other columns that are not read.
    pub(super) unread: Vec<String>,
}

/// Finds the head of a sheet; `None` if there is none that belongs to a form.
pub(super) fn find(
    grid: &Grid,
    form: Option<&'static Form>,
    own: &[ImportColumn],
) -> Option<Head> {
    let rows: Vec<u32> = (0..DEEPEST_HEAD)
        .filter(|row| grid.cells.range((*row, 0)..(*row + 1, 0)).next().is_some())
        .collect();
    let candidates =
        rows.iter().flat_map(|row| [one_row(grid, *row), two_rows(grid, *row)]);
    let mut best: Option<Head> = None;
    for (body, names) in candidates {
        let forms = FORMS.iter().filter(|own| form.is_none_or(|form| form.id == own.id));
        for head in forms.filter_map(|form| head(form, body, &names, own)) {
            let score = |head: &Head| {
                2 * head.columns.len() + usize::from(head.form.name == grid.name)
            };
            if best.as_ref().is_none_or(|best| score(&head) > score(best)) {
                best = Some(head);
            }
        }
    }
    best
}

/// The names of the columns, by a head of one row.
fn one_row(grid: &Grid, row: u32) -> (u32, BTreeMap<u32, String>) {
    let cells = grid.cells.range((row, 0)..(row + 1, 0));
    let names = cells.filter_map(|(at, cell)| Some((at.1, words(&cell.value)?)));
    (row + 1, names.collect())
}

/// The names of the columns, by a head of two rows of which the upper one groups columns.
fn two_rows(grid: &Grid, row: u32) -> (u32, BTreeMap<u32, String>) {
    let (_, upper) = one_row(grid, row);
    let (body, lower) = one_row(grid, row + 1);
    let mut names = BTreeMap::new();
    for (column, own) in &upper {
        names.insert(*column, own.clone());
    }
    for (column, own) in lower {
        let group = grid.merged.iter().find(|[from, to]| {
            from.0 == row && from.1 <= column && column <= to.1 && to.0 == row
        });
        let group = group.and_then(|[from, _]| upper.get(&from.1));
        names.insert(
            column,
            group.map_or(own.clone(), |group| format!("{group}\u{1f}{own}")),
        );
    }
    (body, names)
}

fn words(value: &Value) -> Option<String> {
    if let Value::Text(text) = value { Some(text.clone()) } else { None }
}

/// The head of a form, if the names have all that it cannot do without.
fn head(
    form: &'static Form,
    body: u32,
    names: &BTreeMap<u32, String>,
    mapped: &[ImportColumn],
) -> Option<Head> {
    let (mut columns, mut personal, mut unread) =
        (BTreeMap::new(), Vec::new(), Vec::new());
    for (at, name) in names {
        let (group, own) = name.split_once('\u{1f}').unwrap_or(("", name));
        let (own, unit) = named(own);
        let (group, group_unit) = named(group);
        let is_free =
            |position: &usize| !columns.values().any(|(taken, _)| taken == position);
        let called = |word: &str| {
            let mut columns = form.columns.iter().enumerate();
            let found = columns
                .find(|(position, column)| is_free(position) && column.is_called(word));
            found.map(|(position, _)| position)
        };
        let mapping = mapped.iter().find(|one| one.form == form.name && one.head == own);
        let position = mapping
            .and_then(|mapping| called(&mapping.column))
            .or_else(|| called(&format!("{group}{own}")))
            .or_else(|| called(&own));
        let declared = mapping.and_then(|mapping| mapping.unit);
        match position {
            Some(position) => {
                columns.insert(*at, (position, unit.or(group_unit).or(declared)));
            }
            None if PERSONAL.contains(&own.as_str()) => personal.push(own),
            None if !own.is_empty() && own != "序号" => unread.push(own),
            None => {}
        }
    }
    let has = |is: &dyn Fn(&Role) -> bool| {
        columns.values().any(|(position, _)| is(&form.columns[*position].role))
    };
    let project = has(&|role| matches!(role, Role::ProjectId | Role::ProjectName));
    let field = |id: &str| {
        has(
            &|role| matches!(role, Role::Own(way) if way.last().is_some_and(|one| one.id == id)),
        )
    };
    let is_whole = match form.id {
        "projects" => field("name") && (field("unit") || columns.len() > 3),
        "contracts" => project && field("signed") && field("amount"),
        "starts" => project && field("date"),
        "funds" => {
            project && (field("amount") || has(&|role| matches!(role, Role::ToDate)))
        }
        _ => field("indicator") && field("value"),
    };
    is_whole.then_some(Head { form, body, columns, personal, unread })
}
