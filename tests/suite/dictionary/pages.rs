//! A field of a project that is filled is shown on its page to those who may see it, and to no others.

use serde_yaml::{Mapping, Value};
use tongbao::figures::audience::Audience;
use tongbao::figures::basis::Basis;
use tongbao::load::load;
use tongbao::model::book::Book;
use tongbao::model::dictionary::{Field, Fields, Level, Record};
use tongbao::model::record::project::Project;
use tongbao::report::pages::project::known::KnownProjects;
use tongbao::report::pages::project::project_pages;
use tongbao::report::site::{figures_of, periods, sheets};

use crate::case::Case;
use crate::dictionary::filled::{Filler, Spot, example, path, written};

/// An edition after all days of the examples.
const EDITION: &str = "---\n期: 2024-12\n印发: 2025-01-10\n标题: 通报\n---\n";

/// Other values for the fields that a project cannot be without.
const OTHERS: &[(&str, &str)] = &[
    ("编号", "xm-2"),
    ("名称", "另一个项目"),
    ("投资方", "{名称: 另一家公司}"),
    ("来源地", "省外"),
    ("责任单位", "县商务委"),
];

/// Who may see a field on the page: shares and changes are told with the day of their report alone.
fn level(field: &Field) -> Level {
    let reported = Fields::<Project>::shares_reported;
    let is_dated =
        [Fields::<Project>::shares, Fields::<Project>::changes].contains(&field);
    if is_dated { field.level.max(reported.level) } else { field.level }
}

/// A project with all fields, its references being to names of the minimal book. What it holds is not
/// withdrawn.
fn project() -> Mapping {
    let mut word = |spot: &Spot| match spot.shape.id {
        "unit-ref" => Value::from("县交通局"),
        "sector-ref" => Value::from("商贸物流"),
        "leader-ref" => Value::from("县领导甲"),
        "flag" if spot.field.key.as_str() == "作废" => Value::from("否"),
        _ => example(spot.field),
    };
    Filler::new(1, &mut word).record(Project::KIND)
}

fn book(project: &Mapping) -> Book {
    let plan = "期间: 2023-01-01 至 2024-12-31";
    let case = Case::minimal().laid_over("plans/plan-2023.yaml", plan);
    let case = case.with("editions/2024-12.md", EDITION);
    let case = case.with(&path(Project::KIND), written(Project::KIND, project));
    let mut loaded = load(&case);
    let book = loaded.books.pop().unwrap();
    assert_eq!(book.failed, Vec::<String>::new(), "{:?}", loaded.diagnostics);
    book
}

/// The page of the project as a level gets it, as text.
fn page(project: &Mapping, level: Level) -> String {
    let book = book(project);
    let seen = book.redacted_for(level);
    let periods = periods(&book, &[]);
    let until = periods.last().unwrap().end();
    let basis = Basis::for_audience(Audience { level, book: &seen }, &book, until);
    let dated = figures_of(&basis, &periods);
    let sheets = sheets(&basis, &dated);
    let newest = sheets.last().unwrap();
    let first = project_pages(newest, &KnownProjects::of(newest)).next();
    format!("{:?}", first.expect("the project is known").make().0)
}

#[test]
fn every_field_of_a_project_is_on_its_page_for_those_who_may_see_it_and_no_others() {
    let mut whole = project();
    // What takes the place of a field would hide whether the field is shown.
    let changes = whole.remove("变更");
    let pages = Level::ALL.iter().map(|level| page(&whole, *level));
    let pages: Vec<String> = pages.collect();
    for field in Project::KIND.fields {
        let key = field.key.as_str();
        let mut other = whole.clone();
        match OTHERS.iter().find(|(required, _)| *required == key) {
            None if key == "变更" => other.insert(key.into(), changes.clone().unwrap()),
            Some((_, value)) => {
                other.insert(key.into(), serde_yaml::from_str(value).unwrap())
            }
            None => other.remove(key),
        };
        for (audience, page_of_whole) in Level::ALL.iter().zip(&pages) {
            let differs = page(&other, *audience) != *page_of_whole;
            assert_eq!(
                differs,
                *audience >= level(field),
                "{key} for {}",
                audience.label()
            );
        }
    }
}
