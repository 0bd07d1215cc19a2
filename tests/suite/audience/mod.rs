//! Each audience gets what it may see and nothing else, byte for byte.

mod bounded;
mod canaries;
mod county;
pub(crate) mod hostile;
mod markup;
pub(crate) mod pdf;
mod pinned;
mod publication;
mod sanitised;
mod search;
mod secrets;
mod shipped;
mod withdrawn;

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use tongbao::load::slots::kinds;
use tongbao::load::source::digest::sha256;
use tongbao::model::dictionary::{Kind, Level, Shape};

use crate::audience::canaries::{Canary, Planter};
use crate::audience::search::{Files, Found, found, searchable};
use crate::stage::{Stage, repository};

/// The text of a canary: no other text of the output has its form.
fn token(seed: char, number: usize) -> String {
    format!("cnry{seed}{number:04}y")
}

/// A book with a canary in every field; another change gives other values to all hidden
/// fields that enter no figure.
fn planted(change: u32) -> (Stage, Vec<Canary>) {
    let seed = if change == 0 { 'a' } else { 'b' };
    let text = |number: usize, _: &str, level: Level| match level {
        Level::Public => token('p', number),
        _ => token(seed, number),
    };
    let mut planter = Planter::new(&text, Some(change));
    let stage = planter.stage();
    let mut canaries = planter.canaries;
    let narrative = token(seed, 9999);
    for period in ["2023-05", "2023-06"] {
        let path = format!("demo/editions/{period}.md");
        let text = fs::read_to_string(stage.data().join(&path)).unwrap();
        stage.write(&path, text.replace("cnryNARRATIVE", &narrative).as_bytes());
        let (forms, level) = (vec![narrative.clone()], Some(Level::Internal));
        canaries.push(Canary { forms, level, place: path });
    }
    (stage, canaries)
}

/// What each audience gets of the book with its canaries.
static EDITIONS: LazyLock<(Vec<Canary>, BTreeMap<Level, Files>)> = LazyLock::new(|| {
    let (stage, canaries) = planted(0);
    (canaries, Level::ALL.iter().map(|level| (*level, build(&stage, *level))).collect())
});

#[track_caller]
fn build(stage: &Stage, level: Level) -> Files {
    // A folder is for one audience.
    let _ = fs::remove_dir_all(stage.out());
    stage
        .run(&["build", "--single-file", "--tables", "--audience", level.label()])
        .fine();
    let tables = stage.out().with_file_name("export");
    let _ = fs::remove_dir_all(&tables);
    for format in ["xlsx", "csv"] {
        let wanted = ["export", "--workbooks", "export", "--format", format];
        stage.run(&[&wanted[..], &["--audience", level.label()]].concat()).fine();
    }
    let mut all = searchable(&stage.out());
    let exported = searchable(&tables).into_iter();
    all.extend(exported.map(|(path, bytes)| (format!("export/{path}"), bytes)));
    all
}

/// Canaries that must not be there, in words.
fn leaks(found: &[Found], audience: Level) -> Vec<String> {
    let leaks = found.iter().filter(|one| !one.canary.is_for(audience));
    leaks.map(|Found { path, canary }| format!("{path}: {canary:?}")).collect()
}

#[test]
fn no_audience_finds_a_canary_above_its_level() {
    let (canaries, editions) = &*EDITIONS;
    for (audience, output) in editions {
        let leaks = leaks(&found(output, canaries), *audience);
        assert_eq!(leaks, Vec::<String>::new(), "{audience:?}");
    }
}

#[test]
fn the_search_sees_what_an_audience_does_get() {
    let (canaries, editions) = &*EDITIONS;
    let sees = |audience: Level, path: &str, place: &str| {
        let found = found(&editions[&audience], canaries);
        let sought = |one: &Found| {
            one.canary.level == Some(audience)
                && one.path.contains(path)
                && one.canary.place.contains(place)
        };
        assert!(found.iter().any(sought), "{audience:?} {path} {place}");
    };
    sees(Level::Public, "index.html", "");
    sees(Level::Public, "demo/2023-06/bulletin.pdf", "");
    sees(Level::Public, "demo/2023-06/figures.json", "");
    sees(Level::Public, "export/demo/2023-06/tables.xlsx", "");
    sees(Level::Public, "export/demo/2023-06/01-", "");
    sees(Level::Internal, "demo/projects/xm-1.html", "日期");
    sees(Level::Internal, "demo/2023-06/bulletin.pdf", "");
    sees(Level::Internal, "demo/2023-06/2023-06-single.html", "");
    sees(Level::Internal, "demo/search.html", "");
    sees(Level::Internal, "demo/units/", "");
    sees(Level::Internal, "", "投资方 名称");
    sees(Level::Internal, "demo/2023-06/bulletin.docx", "");
    sees(Level::Public, "demo/2023-06/bulletin.docx", "");
    sees(Level::Public, "demo/2023-06/message.txt", "");
    sees(Level::Leader, "demo/projects/xm-1.html", "");
    // What a page for leaders says of a unit, everybody may know.
    let brief = |one: &Found| one.path.contains("demo/2023-06/brief.pdf");
    assert!(found(&editions[&Level::Internal], canaries).iter().any(brief));
}

#[test]
fn every_hidden_field_of_the_dictionary_has_a_canary() {
    let text = |number: usize, _: &str, _: Level| token('a', number);
    let mut planter = Planter::new(&text, Some(0));
    planter.stage();
    let mut open: Vec<(&Kind, Level)> =
        kinds().map(|kind| (kind, Level::Public)).collect();
    let mut seen: Vec<(&str, Level)> = Vec::new();
    while let Some((kind, around)) = open.pop() {
        if seen.contains(&(kind.id, around)) {
            continue;
        }
        seen.push((kind.id, around));
        for field in kind.fields {
            let level = around.max(field.level);
            if let Some(inner) = inner(field.shape) {
                open.push((inner, level));
            }
            let is_met = planter.met.contains(&(kind.id, field.id));
            assert!(level == Level::Public || is_met, "{} {}", kind.name, field.key);
        }
    }
}

fn inner(shape: Shape) -> Option<&'static Kind> {
    match shape {
        Shape::Record(kind) => Some(kind),
        Shape::List(shape) | Shape::Map(shape) => inner(*shape),
        Shape::Word(_) => None,
    }
}

/// Templates get view models that are already filtered, so the leaks are planted as text.
#[test]
fn a_leak_in_a_template_is_found() {
    let (stage, canaries) = planted(0);
    for audience in Level::ALL {
        let secret = canaries.iter().find(|canary| !canary.is_for(*audience)).unwrap();
        let leak = &secret.forms[0];
        override_template(
            &stage,
            "html/base.html",
            "</body>",
            &format!("<p>{leak}</p></body>"),
        );
        override_template(
            &stage,
            "pdf/bulletin.typ",
            "  annexes\n",
            &format!("  [{leak}]\n  annexes\n"),
        );
        let output = build(&stage, *audience);
        let leaks = leaks(&found(&output, &canaries), *audience);
        for file in ["index.html", "demo/2023-06/bulletin.pdf"] {
            assert!(
                leaks.iter().any(|leak| leak.starts_with(file)),
                "{audience:?} {file}"
            );
        }
    }
}

fn override_template(stage: &Stage, path: &str, old: &str, new: &str) {
    let own = fs::read_to_string(repository("themes/default").join(path)).unwrap();
    assert!(own.contains(old), "{path} has a place to leak from");
    let folder = stage.data().parent().unwrap().join("themes/default");
    fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
    fs::write(folder.join(path), own.replace(old, new)).unwrap();
}

/// A template that prints all it is given finds nothing that its audience may not see.
#[test]
fn a_template_is_given_nothing_that_is_hidden() {
    let (stage, canaries) = planted(0);
    let telling = "<pre>{{ __tera_context }}</pre></body>";
    override_template(&stage, "html/base.html", "</body>", telling);
    for audience in Level::ALL {
        let output = build(&stage, *audience);
        let page = String::from_utf8_lossy(&output["demo/projects/xm-1.html"]);
        let context = page.split_once("<pre>").unwrap().1;
        assert!(context.contains("subtitle"), "the context is printed: {context}");
        let leaks = leaks(&found(&output, &canaries), *audience);
        assert_eq!(leaks, Vec::<String>::new(), "{audience:?}");
    }
}

/// The files whose bytes differ.
fn changed(before: &Files, after: &Files) -> Vec<String> {
    let paths: std::collections::BTreeSet<&String> =
        before.keys().chain(after.keys()).collect();
    paths
        .into_iter()
        .filter(|path| before.get(*path) != after.get(*path))
        .cloned()
        .collect()
}

#[test]
fn what_enters_no_public_figure_changes_no_public_byte() {
    let (_, before) = &*EDITIONS;
    let (stage, _) = planted(1);
    let differ = |level| changed(&before[&level], &build(&stage, level));
    assert_eq!(differ(Level::Public), Vec::<String>::new());
    assert!(!differ(Level::Internal).is_empty(), "the internal edition shows the change");
}

#[test]
fn what_only_leaders_see_changes_no_internal_byte() {
    let (_, before) = &*EDITIONS;
    let (stage, _) = planted(0);
    let path = "demo/projects/2023/xm-1.yaml";
    let text = fs::read_to_string(stage.data().join(path)).unwrap();
    stage.write(path, text.replace("leader-canary", "leader-other").as_bytes());
    let differ = |level| changed(&before[&level], &build(&stage, level));
    assert_eq!(differ(Level::Internal), Vec::<String>::new());
    let pages = [
        "demo/projects/xm-1.html",
        "demo/search.html",
        "demo/tables/datapackage.json",
        "demo/tables/projects.csv",
    ];
    assert_eq!(differ(Level::Leader), [&["demo/.tongbao"], &pages[..]].concat());
}

#[test]
fn a_hidden_amount_moves_only_the_totals_it_enters() {
    let (canaries, before) = &*EDITIONS;
    let before = &before[&Level::Public];
    let (stage, _) = planted(0);
    let amount =
        canaries.iter().find(|one| one.place.contains("xm-1.yaml 到位资金 金额"));
    let amount = amount.unwrap().forms[0].clone();
    let path = "demo/projects/2023/xm-1.yaml";
    let text = fs::read_to_string(stage.data().join(path)).unwrap();
    stage.write(path, text.replace(&amount, "2").as_bytes());
    let after = build(&stage, Level::Public);
    let moved = figures(&before["demo/2023-06/figures.json"])
        .into_iter()
        .zip(figures(&after["demo/2023-06/figures.json"]))
        .filter(|(before, after)| before != after)
        .map(|(before, _)| before["id"].as_str().unwrap().to_owned());
    let moved: Vec<String> = moved.collect();
    let entered = ["all", "sector:logistics", "group:departments", "unit:jiaotong"];
    assert_eq!(moved, entered.map(|scope| format!("funds/{scope}")));
    let told = |path: &String| {
        [
            "trace-contract",
            "trace-started",
            "trace-trips",
            "projects",
            "definitions",
            "shangwu",
        ]
        .iter()
        .any(|part| path.contains(part))
    };
    let elsewhere: Vec<String> =
        changed(before, &after).into_iter().filter(told).collect();
    assert_eq!(elsewhere, Vec::<String>::new());
}

fn figures(file: &[u8]) -> Vec<serde_json::Value> {
    let start = file.iter().position(|byte| *byte == b'{').unwrap();
    let mut file: serde_json::Value = serde_json::from_slice(&file[start..]).unwrap();
    match file["figures"].take() {
        serde_json::Value::Array(figures) => figures,
        other => panic!("{other}"),
    }
}

#[test]
fn a_document_that_was_issued_is_given_to_nobody_below_those_it_was_made_for() {
    let (stage, canaries) = planted(0);
    stage.run(&["build"]).fine();
    let issued = fs::read(stage.out().join("demo/2023-06/bulletin.pdf")).unwrap();
    let sums = format!("{}  2023-06.pdf\n# 2023-06.pdf 内部\n", sha256(&issued));
    stage.write("demo/released/2023-06.pdf", &issued);
    stage.write("demo/released/SHA256SUMS", sums.as_bytes());
    for audience in Level::ALL {
        let output = build(&stage, *audience);
        let is_given = output.contains_key("demo/2023-06/issued.pdf");
        assert_eq!(is_given, *audience >= Level::Internal, "{audience:?}");
        let leaks = leaks(&found(&output, &canaries), *audience);
        assert_eq!(leaks, Vec::<String>::new(), "{audience:?}");
    }
    let (audience, output) = (Level::Internal, build(&stage, Level::Internal));
    let sees = |one: &Found| one.path.ends_with("issued.pdf");
    let found = found(&output, &canaries);
    let secret = |one: &Found| sees(one) && one.canary.level == Some(audience);
    assert!(found.iter().any(secret), "the document does hold what it is tested for");
}
