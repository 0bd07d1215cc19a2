//! An independent YAML reader sees the same keys and texts in every data file.

use std::fs;
use std::path::Path;

use serde_yaml::{Number, Value};
use tongbao::load::read_yaml;
use tongbao::model::dictionary::written::Written;

use crate::case::files_in;

#[test]
fn another_reader_sees_the_same_in_every_data_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = files_in(&root.join("data"));
    files.extend(files_in(&root.join("tests/suite/minimal")));
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    assert!(files.len() > 5);
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let (ours, faults) = read_yaml(&text);
        assert!(faults.is_empty(), "{}: {faults:?}", path.display());
        let theirs: Value = serde_yaml::from_str(&text).unwrap();
        let ours = ours.expect("a file without faults was read");
        same(&ours, &theirs)
            .unwrap_or_else(|place| panic!("{}: {place}", path.display()));
    }
}

pub(crate) fn same(ours: &Written, theirs: &Value) -> Result<(), String> {
    match (ours, theirs) {
        (Written::Scalar { text, .. }, Value::String(other)) if text == other => Ok(()),
        (Written::Scalar { text, .. }, Value::Null) if text.is_empty() => Ok(()),
        (Written::Scalar { text, .. }, Value::Number(other))
            if is_number(text, other) =>
        {
            Ok(())
        }
        (Written::List { items, .. }, Value::Sequence(others))
            if items.len() == others.len() =>
        {
            items.iter().zip(others).try_for_each(|(item, other)| same(item, other))
        }
        (Written::Map { entries, .. }, Value::Mapping(others))
            if entries.len() == others.len() =>
        {
            entries.iter().zip(others).try_for_each(|(entry, (key, other))| {
                let equal = match key {
                    Value::Number(number) => is_number(&entry.key, number),
                    key => key.as_str().unwrap_or_default() == entry.key,
                };
                if !equal {
                    return Err(format!("key {} against {key:?}", entry.key));
                }
                same(&entry.value, other)
            })
        }
        _ => Err(format!("{ours:?} against {theirs:?}")),
    }
}

/// Whether the other reader sees this number in the text alone: it rounds long ones, we keep them as written.
fn is_number(text: &str, number: &Number) -> bool {
    serde_yaml::from_str::<Number>(text)
        .is_ok_and(|alone| alone.to_string() == number.to_string())
}
