//! The books in use: no audience gets what is hidden from it, nor sees that it changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use serde_yaml::Value;
use tongbao::model::dictionary::Level;

use crate::audience::canaries::{Canary, Planter};
use crate::audience::search::{Files, found};
use crate::audience::{build, changed, figures, leaks, token};
use crate::stage::{Stage, files, repository};

/// All books with a canary in every hidden text they have; those above a level are others.
fn planted(others_above: Level) -> (Stage, Vec<Canary>) {
    let stage = Stage::empty();
    let text = |number: usize, _: &str, level: Level| {
        token(if level > others_above { 'o' } else { 's' }, number)
    };
    let mut planter = Planter::of_hidden(&text);
    let books = fs::read_dir(repository("data")).unwrap().flatten();
    let books: Vec<_> =
        books.filter(|book| book.path().join("book.yaml").exists()).collect();
    for book in &books {
        let id = book.file_name().into_string().unwrap();
        planter.book(&stage, &id, &book.path());
    }
    assert_eq!(books.len(), 6);
    assert!(planter.canaries.len() > 500, "{}", planter.canaries.len());
    (stage, planter.canaries)
}

/// What an audience gets of the books, in which nothing is found that it may not see, and
/// whether anything is found that others may not see.
fn searched(audience: Level) -> (Files, bool) {
    let (stage, canaries) = planted(Level::Leader);
    let output = build(&stage, audience);
    let found = found(&output, &canaries);
    assert_eq!(leaks(&found, audience), Vec::<String>::new());
    let shown = !found.is_empty();
    drop(found);
    (output, shown)
}

pub(super) static PUBLIC: LazyLock<(Files, bool)> =
    LazyLock::new(|| searched(Level::Public));
pub(super) static INTERNAL: LazyLock<(Files, bool)> =
    LazyLock::new(|| searched(Level::Internal));

/// Changes the records of projects below a folder, and gives how many were changed.
fn change(
    stage: &Stage,
    within: &str,
    mut change: impl FnMut(&str, &mut Value) -> bool,
) -> usize {
    let is_project =
        |path: &String| path.starts_with(within) && path.contains("/projects/");
    let mut count = 0;
    for (path, bytes) in
        files(&stage.data()).into_iter().filter(|(path, _)| is_project(path))
    {
        let mut record: Value = serde_yaml::from_slice(&bytes).unwrap();
        if change(&path, &mut record) {
            stage.write(&path, serde_json::to_string(&record).unwrap().as_bytes());
            count += 1;
        }
    }
    count
}

#[test]
#[ignore = "takes a minute; `.ci/run` runs it"]
fn hidden_texts_change_no_public_byte() {
    let (output, shown) = &*PUBLIC;
    assert!(!shown);
    let (other, _) = planted(Level::Public);
    assert_eq!(changed(output, &build(&other, Level::Public)), Vec::<String>::new());
}

#[test]
#[ignore = "takes a minute; `.ci/run` runs it"]
fn leaders_change_no_internal_byte() {
    let (output, shown) = &*INTERNAL;
    assert!(shown);
    let (other, _) = planted(Level::Internal);
    let mut leaders: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (path, bytes) in files(&other.data()) {
        if let Some(book) = path.strip_suffix("/units.yaml") {
            let registry: Value = serde_yaml::from_slice(&bytes).unwrap();
            let all = registry["领导"].as_sequence().into_iter().flatten();
            let names = all.map(|leader| leader["名称"].clone()).collect();
            leaders.insert(book.to_owned(), names);
        }
    }
    let count = change(&other, "", |path, project| {
        let names = &leaders[path.split('/').next().unwrap()];
        let Some(own) = project.get_mut("责任领导") else { return false };
        *own = names.iter().find(|name| *name != own).unwrap().clone();
        true
    });
    assert!(count > 200, "{count}");
    assert_eq!(changed(output, &build(&other, Level::Internal)), Vec::<String>::new());
}

#[test]
#[ignore = "takes a minute; `.ci/run` runs it"]
fn leaders_find_nothing_that_is_for_nobody() {
    assert!(searched(Level::Leader).1);
}

#[test]
#[ignore = "takes a minute; `.ci/run` runs it"]
fn every_link_leads_to_a_file() {
    for (output, _) in [&*PUBLIC, &*INTERNAL] {
        let mut count = 0;
        for (path, bytes) in output.iter().filter(|(path, _)| path.ends_with(".html")) {
            let page = String::from_utf8_lossy(bytes);
            let targets = page.split("href=\"").skip(1);
            let targets = targets.filter_map(|rest| rest.split(['"', '#']).next());
            let own =
                targets.filter(|target| !target.is_empty() && !target.contains(':'));
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            for target in own.collect::<BTreeSet<_>>() {
                let mut steps: Vec<&str> = folder.split('/').collect();
                for step in target.split('/') {
                    match step {
                        ".." => drop(steps.pop()),
                        step => steps.push(step),
                    }
                }
                let file = steps.join("/");
                let file = file.trim_start_matches('/');
                assert!(output.contains_key(file), "{path} leads to {target}");
                count += 1;
            }
        }
        assert!(count > 5000, "{count}");
    }
}

/// The figures of an edition whose entries differ, by their file and id, with whether they
/// have a value afterwards and whether it is another.
fn moved(before: &Files, after: &Files) -> BTreeMap<(String, String), bool> {
    let mut moved = BTreeMap::new();
    for path in before.keys().filter(|path| path.ends_with("/figures.json")) {
        for (before, after) in figures(&before[path]).iter().zip(figures(&after[path])) {
            assert_eq!(before["id"], after["id"]);
            if *before != after {
                let id = after["id"].as_str().unwrap().to_owned();
                moved.insert((path.clone(), id), before["value"] != after["value"]);
            }
        }
    }
    moved
}

#[test]
#[ignore = "takes a minute; `.ci/run` runs it"]
fn a_hidden_amount_moves_only_what_is_computed_from_it() {
    let (before, internal) = (&PUBLIC.0, &INTERNAL.0);
    let (stage, _) = planted(Level::Leader);
    let funded =
        [("wushan", "projects"), ("fuling", "projects"), ("ankang", "projects/2023")];
    for (book, folder) in funded {
        let mut done = false;
        change(&stage, &format!("{book}/{folder}/"), |_, project| {
            let Some(funds) = project.get_mut("到位资金").filter(|_| !done) else {
                return false;
            };
            funds[0]["金额"] = Value::from("1万元");
            done = true;
            true
        });
    }
    let after = build(&stage, Level::Public);
    let public = moved(before, &after);
    let inside = moved(internal, &build(&stage, Level::Internal));
    let values =
        |moved: &BTreeMap<(String, String), bool>| -> BTreeSet<(String, String)> {
            moved.iter().filter(|(_, value)| **value).map(|(at, _)| at.clone()).collect()
        };
    for (book, _) in funded {
        let of_book = |(path, _): &&(String, String)| path.starts_with(book);
        assert!(values(&public).iter().any(|at| of_book(&at)), "{book}");
    }
    let extra: Vec<_> = values(&public).difference(&values(&inside)).cloned().collect();
    assert_eq!(extra, []);
    let shows = |path: &String| {
        let page = String::from_utf8_lossy(&after[path]);
        public.keys().any(|(_, id)| page.contains(id))
    };
    let mut others = changed(before, &after);
    // A search finds figures by their names.
    others.retain(|path| {
        path.ends_with(".html") && !path.ends_with("/search.html") && !shows(path)
    });
    assert_eq!(others, Vec::<String>::new());
}
