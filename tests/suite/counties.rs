//! Books of five places that nobody here had used, each against what the place printed.
//!
//! A line of `counties/<place>/printed.txt` is `<period> <figure> <part> <printed>`; where the
//! program comes to something else, that and the reason follow. `-` is a number that is absent, or
//! that the place did not print. A score is `score:<assessment>/<scope>` with a field of
//! `figures.json`.

use std::fs;

use serde_json::Value;
use tongbao::figures::basis::Basis;
use tongbao::model::book::Book;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::report::tables::{Make, table_called};
use tongbao::sheet::Sheet;
use tongbao::sheet::part::FigurePart;
use tongbao::view::inline::Inline;
use tongbao::view::table::Row;

use crate::shipped::{books, scores};
use crate::stage::{Stage, suite};

/// The places, with the least number of printed values that each is compared with.
const PLACES: [(&str, usize); 5] =
    [("gansu", 11), ("huidong", 26), ("panshan", 50), ("pengze", 9), ("qianxinan", 23)];

#[test]
fn every_place_comes_out_as_printed_or_with_a_reason() {
    let mut wrong = Vec::new();
    for (place, least) in PLACES {
        let folder = suite("counties").join(place);
        let printed = fs::read_to_string(folder.join("printed.txt")).unwrap();
        let stage = Stage::empty().book("demo", &folder);
        fs::remove_file(stage.data().join("demo/printed.txt")).unwrap();
        let books = books(&stage.data());
        let lines: Vec<&str> =
            printed.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() >= least, "{place}: only {} values", lines.len());
        wrong.extend(lines.iter().filter_map(|line| fault(&books[0], line)));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_place_checks_without_a_warning() {
    for (place, _) in PLACES {
        let stage = Stage::empty().book("demo", &suite("counties").join(place));
        fs::remove_file(stage.data().join("demo/printed.txt")).unwrap();
        let ended = stage.run(&["check", "--strict"]);
        assert_eq!(ended.code, Some(0), "{place}: {}", ended.stdout);
    }
}

#[test]
fn panshan_lists_the_first_of_each_group_and_the_office_that_is_not_assessed() {
    let stage = Stage::empty().book("demo", &suite("counties/panshan"));
    fs::remove_file(stage.data().join("demo/printed.txt")).unwrap();
    let plan = stage.data().join("demo/plans/panshan-2017.yaml");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, text.replace("列前: 10", "列前: 3")).unwrap();
    let (books, period) = (books(&stage.data()), Period::parse("2017").unwrap());
    let basis = Basis::of(&books[0], period.end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let table = table_called("得分排位").unwrap();
    let Make::Assessment(make) = table.make else { panic!("a table of an assessment") };
    let table = make(&sheet.assessment_view(None).unwrap()).unwrap();
    let name = |row: &Row| row.cells[1].inlines.iter().map(Inline::plain).collect();
    let names: Vec<String> = table.rows.iter().map(name).collect();
    let departments =
        ["县直", "县发改局", "县交通局", "县农业局", "县水利局", "县财政局"];
    let towns = ["镇（街道）", "沙岭镇", "吴家镇", "高升街道"];
    assert_eq!(names, [&departments[..], &towns[..]].concat());
    assert!(table.notes.iter().any(|note| note.contains("县财政局不参加评比")));
}

/// What is wrong with a line: the program says neither what was printed nor what the line explains.
fn fault(book: &Book, line: &str) -> Option<String> {
    let words: Vec<&str> = line.splitn(6, ' ').collect();
    let computed = computed(book, words[0], words[1], words[2]);
    let explained = match words[3..] {
        [printed] => computed == printed,
        [printed, other, reason] => {
            computed == other && other != printed && !reason.is_empty()
        }
        _ => false,
    };
    (!explained).then(|| format!("printed:   {line}\n  program: {computed}"))
}

fn computed(book: &Book, period: &str, id: &str, part: &str) -> String {
    match id.strip_prefix("score:") {
        Some(score) => of_score(book, period, score, part),
        None => of_figure(book, period, id, part),
    }
}

fn of_figure(book: &Book, period: &str, id: &str, part: &str) -> String {
    let period = Period::parse(period).unwrap();
    let basis = Basis::of(book, period.end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let part = FigurePart::called(part).expect("the part has a name");
    let mut views = sheet.views();
    let found = views.find_map(|view| {
        let figure = view.at.figures.iter().find(|figure| figure.id.to_string() == id)?;
        Some(view.plain(figure, part, true))
    });
    found.unwrap_or_else(|| "没有这个数".to_owned())
}

fn of_score(book: &Book, period: &str, id: &str, field: &str) -> String {
    let (assessment, scope) = id.split_once('/').unwrap();
    let entries = scores(book, period);
    let own =
        |entry: &&Value| entry["assessment"] == assessment && entry["scope"] == scope;
    match entries.iter().find(own).map(|entry| &entry[field]) {
        Some(Value::Null) => "-".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => "没有这个得分".to_owned(),
    }
}
