//! What is generated from the dictionary is committed as it is generated.

use std::fs;
use std::path::Path;

use tongbao::load::dictionary::fields::field_reference;
use tongbao::load::dictionary::schema::schema;
use tongbao::load::slots::kinds;

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
            read(&path) == schema(kind),
            "{path}: run `tongbao schema --out data/schema`"
        );
    }
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
