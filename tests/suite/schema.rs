//! What is generated from the dictionary is committed as it is generated.

use std::fs;
use std::path::Path;

use tongbao::load::dictionary::fields::field_reference;
use tongbao::load::dictionary::offered::Offered;
use tongbao::load::dictionary::schema::schema;
use tongbao::load::slots::kinds;
use tongbao::model::dictionary::{Field, Kind, Shape};

use crate::stage::{Stage, files, repository};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_schemas_in_data_are_those_that_the_program_prints() {
    for kind in kinds() {
        let path = format!("data/schema/{}.json", kind.id);
        assert!(
            read(&path) == schema(kind, &Offered::default()),
            "{path}: run `tongbao schema --out data/schema`"
        );
    }
}

#[test]
fn every_file_of_the_folder_of_schemas_is_written_by_the_program() {
    let stage = Stage::empty();
    stage.run(&["schema", "--out", "written"]).fine();
    let written = files(&stage.data().with_file_name("written"));
    let names: Vec<&str> = written.iter().map(|(path, _)| path.as_str()).collect();
    for name in ["figures.json", "release.json", "diff.json", "findings.json"] {
        assert!(names.contains(&name), "{names:?}");
    }
    assert!(
        written == files(&repository("data/schema")),
        "run `tongbao schema --out data/schema`"
    );
}

#[test]
fn the_field_reference_for_clerks_is_the_one_that_the_program_prints() {
    let guide = read("data/README.md");
    let (start, end) = ("<!-- 字段表开始 -->", "<!-- 字段表结束 -->");
    let part = guide.split_once(start).and_then(|(_, rest)| rest.split_once(end));
    let part = part.expect("data/README.md has the two marks").0.trim();
    assert!(
        part == field_reference().trim(),
        "put what `tongbao schema --fields` prints between the two marks of data/README.md"
    );
}

/// Every field that holds one word, with its example and the types that its schema allows.
fn words(kind: &'static Kind, found: &mut Vec<(&'static Field, serde_json::Value)>) {
    let whole: serde_json::Value =
        serde_json::from_str(&schema(kind, &Offered::default())).unwrap();
    for field in kind.fields.iter().filter(|field| matches!(field.shape, Shape::Word(_)))
    {
        found.push((field, whole["properties"][field.key.as_str()]["type"].clone()));
    }
    kind.fields.iter().filter_map(Field::record).for_each(|inner| words(inner, found));
}

#[test]
fn a_field_whose_example_is_a_bare_number_takes_numbers_in_an_editor() {
    let mut found = Vec::new();
    kinds().for_each(|kind| words(kind, &mut found));
    let bare = found.iter().filter(|(field, _)| field.example.parse::<f64>().is_ok());
    let refused: Vec<String> = bare
        .filter(|(_, types)| {
            !types.to_string().contains("number")
                && !types.to_string().contains("integer")
        })
        .map(|(field, _)| field.key.to_string())
        .collect();
    assert_eq!(refused, Vec::<String>::new());
    let capped = found.iter().filter(|(field, _)| field.id == "cap").count();
    assert!(capped > 0, "the field 封顶 is among them");
}
