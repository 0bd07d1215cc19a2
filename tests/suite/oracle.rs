//! An independent YAML reader sees the same keys and texts in every data file; the reader of plain
//! files sees the same places, too, as the whole parser.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use serde_yaml::{Number, Value};
use tongbao::load::{read_plain_yaml, read_whole_yaml, read_yaml};
use tongbao::model::dictionary::written::Written;

use crate::case::files_in;

/// The YAML files below a folder of the repository, with their texts.
fn texts(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = files_in(&root).into_iter();
    let yaml = files.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    yaml.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn another_reader_sees_the_same_in_every_data_file() {
    let files = [texts("data"), texts("tests/suite/minimal")].concat();
    assert!(files.len() > 5);
    for (path, text) in files {
        let (ours, faults) = read_yaml(&text);
        assert!(faults.is_empty(), "{}: {faults:?}", path.display());
        let theirs: Value = serde_yaml::from_str(&text).unwrap();
        let ours = ours.expect("a file without faults was read");
        same(&ours, &theirs)
            .unwrap_or_else(|place| panic!("{}: {place}", path.display()));
    }
}

#[test]
fn every_shipped_file_is_plain() {
    for (path, text) in texts("data") {
        assert!(read_plain_yaml(&text).is_some(), "{}", path.display());
    }
}

#[test]
fn plain_files_are_read_as_by_the_whole_parser() {
    let mut plain = 0;
    for (path, text) in [texts("data"), texts("tests")].concat() {
        for text in [text.replace('\n', "\r\n"), text] {
            plain += usize::from(is_read_alike(&text, &path.display()));
        }
    }
    assert!(plain > 500, "{plain}");
}

/// Whether a text is plain; if so, the whole parser sees the same content, places and no faults.
#[track_caller]
pub(crate) fn is_read_alike(text: &str, name: &dyn Display) -> bool {
    let Some(plain) = read_plain_yaml(text) else { return false };
    let (whole, faults) = read_whole_yaml(text);
    assert_eq!(faults, [], "{name}");
    assert!(whole.as_ref() == Some(&plain), "{name}: {plain:?} against {whole:?}");
    true
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
