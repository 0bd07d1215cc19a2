//! The rooms of `src`: no circle of files inside one, none crowded, and renderers that know what they may.

use std::collections::{BTreeMap, BTreeSet};

use crate::stage::{files, repository};

/// How many files may stand beside a room's sub-rooms; one more wants a sub-room with a name.
const ROOM: usize = 12;

/// The folders whose files are items of one list, which may be as long as it likes.
const LISTS: &[&str] = &[
    "check/rules",
    "figures/derived/measures",
    "figures/measures",
    "figures/scores/shapes",
    "report/tables",
    "report/charts",
    "diagnostic/format",
    "render/files",
];

/// What a renderer may know.
const SHOWN: &[&str] = &["view", "theme", "words", "render"];

/// Source files by their paths below `src`.
type Sources = BTreeMap<String, String>;

fn sources() -> Sources {
    let rust = files(&repository("src")).into_iter();
    let rust = rust.filter(|(path, _)| path.ends_with(".rs"));
    rust.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The folder that a file stands in.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The top folder of a file.
fn top(path: &str) -> &str {
    path.split('/').next().unwrap_or("")
}

/// The module paths that a file names from the crate's root, without those that macros expand to.
fn named(text: &str) -> Vec<Vec<&str>> {
    let code = text.lines().map(|line| line.split("//").next().unwrap_or(""));
    let uses = code.flat_map(|line| {
        let paths = line.match_indices("crate::");
        paths
            .filter(|(at, _)| !line[..*at].ends_with('$'))
            .map(|(at, root)| &line[at + root.len()..])
    });
    uses.map(|path| {
        let end = path.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != ':');
        path[..end.unwrap_or(path.len())].split("::").collect()
    })
    .collect()
}

/// The file that a module path leads to: its longest beginning that is a module.
fn file_of(path: &[&str], sources: &Sources) -> Option<String> {
    (1..=path.len()).rev().find_map(|length| {
        let stem = path[..length].join("/");
        [format!("{stem}.rs"), format!("{stem}/mod.rs")]
            .into_iter()
            .find(|file| sources.contains_key(file))
    })
}

/// The other files of the same top folder that each file names.
fn arrows(sources: &Sources) -> BTreeMap<&str, BTreeSet<String>> {
    let arrows = sources.iter().map(|(path, text)| {
        let targets = named(text).into_iter().filter_map(|name| file_of(&name, sources));
        let inside = targets.filter(|to| to != path && top(to) == top(path));
        (path.as_str(), inside.collect())
    });
    arrows.collect()
}

/// All files that a file leads to, over others too.
fn reached<'a>(
    from: &str,
    arrows: &'a BTreeMap<&str, BTreeSet<String>>,
) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = arrows[from].iter().map(String::as_str).collect();
    while let Some(file) = open.pop() {
        if reached.insert(file) {
            open.extend(arrows[file].iter().map(String::as_str));
        }
    }
    reached
}

/// The files that lead back to themselves.
fn circles(sources: &Sources) -> Vec<String> {
    let arrows = arrows(sources);
    let circular = |file: &&&str| reached(file, &arrows).contains(**file);
    arrows.keys().filter(circular).map(|file| (*file).to_owned()).collect()
}

/// The folders with more files than a room holds.
fn crowded(sources: &Sources) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for path in sources.keys() {
        *counts.entry(folder(path)).or_default() += 1;
    }
    counts.retain(|folder, count| *count > ROOM && !LISTS.contains(folder));
    counts.into_iter().map(|(folder, count)| format!("{folder}: {count}")).collect()
}

/// The lines of renderers that name what is not shown to them; their tests may make what they draw.
fn knowing(sources: &Sources) -> Vec<String> {
    let renderers = sources
        .iter()
        .filter(|(path, _)| top(path) == "render" && !path.contains("/tests/"));
    let mut knowing = Vec::new();
    for (path, text) in renderers {
        let tested = text.split("#[cfg(test)]\nmod").next().unwrap_or("");
        let names = named(tested).into_iter().filter(|name| !SHOWN.contains(&name[0]));
        knowing.extend(names.map(|name| format!("{path}: {}", name.join("::"))));
    }
    knowing
}

#[test]
fn no_files_of_a_room_stand_in_a_circle() {
    let circles = circles(&sources());
    assert!(circles.is_empty(), "\n{}", circles.join("\n"));
}

#[test]
fn no_room_is_crowded() {
    let crowded = crowded(&sources());
    assert!(crowded.is_empty(), "\n{}", crowded.join("\n"));
}

#[test]
fn renderers_know_view_theme_and_words_alone() {
    let knowing = knowing(&sources());
    assert!(knowing.is_empty(), "\n{}", knowing.join("\n"));
}

#[test]
fn a_planted_circle_is_found() {
    let mut sources = sources();
    sources.insert("words/first.rs".into(), "use crate::words::second::b;".into());
    assert!(circles(&sources).is_empty());
    sources.insert("words/second.rs".into(), "use crate::words::first::a;".into());
    assert_eq!(circles(&sources), ["words/first.rs", "words/second.rs"]);
}

#[test]
fn a_file_too_many_is_found() {
    let mut sources = sources();
    for at in 0..=ROOM {
        sources.insert(format!("words/number/{at}.rs"), String::new());
    }
    assert_eq!(crowded(&sources), ["words/number: 13"]);
}

#[test]
fn a_renderer_that_looks_at_figures_is_found() {
    let mut sources = sources();
    let text = "use crate::figures::Figures;";
    sources.insert("render/html/sum.rs".into(), text.into());
    assert_eq!(knowing(&sources), ["render/html/sum.rs: figures::Figures"]);
}
