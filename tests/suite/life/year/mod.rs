//! The year of 巫山 as its office lived it: month by month the files hold what was known, are
//! checked and released, and nothing but what is disclosed needs `revise`.

mod by_hand;
mod known;

use std::collections::BTreeSet;

use serde_json::Value as Json;
use serde_yaml::Value;

use crate::release::Desk;
use crate::stage::{files, repository};

use known::{Files, book_on, value, written};

const SUMS: &str = "released/SHA256SUMS";
const BOOK: &str = "data/wushan";

/// What the desk itself writes.
const OWN: [&str; 2] = ["released/", "revisions/"];

/// The day on which the desk takes over: September goes out.
const START: &str = "2023-10-12";

/// The shipped book, without what the desk writes, and that.
fn shipped() -> (Files, Files) {
    let all = files(&repository(BOOK)).into_iter();
    all.partition(|(path, _)| !OWN.iter().any(|own| path.starts_with(own)))
}

/// The bulletins that go out from a day on, in the order of time: the day of issue and the period.
fn bulletins(book: &Files) -> Vec<(String, String)> {
    let editions = book.iter().filter_map(|(path, bytes)| {
        let period = path.strip_prefix("editions/")?.strip_suffix(".md")?;
        let text = std::str::from_utf8(bytes).unwrap();
        let issued = text.lines().find_map(|line| line.strip_prefix("印发: "))?;
        (issued >= START).then(|| (issued.to_owned(), period.to_owned()))
    });
    let mut bulletins: Vec<(String, String)> = editions.collect();
    bulletins.sort();
    bulletins
}

/// Puts what was known on a day on the desk, and returns how many files are new or changed.
fn lay(desk: &Desk, book: &Files, day: &str) -> usize {
    let mut changed = 0;
    for (path, bytes) in book_on(book, day) {
        let (path, text) = (format!("{BOOK}/{path}"), String::from_utf8(bytes).unwrap());
        if desk.read(&path) != text {
            desk.write(&path, &text);
            changed += 1;
        }
    }
    changed
}

/// Checks that nothing is found, and so that no released figure moved; a release checks the same.
fn is_fine(desk: &Desk) {
    let ran = desk.run(&["check", "--strict"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
}

/// Whether a change names sentences alone, and is disclosed after the desk took over. Figures were
/// put right where the program or a reading had been wrong, which no record tells.
fn is_to_disclose(change: &Value) -> bool {
    change.get("数").is_none() && text(change, "日期") > START
}

/// The changes of a file of revisions.
fn changes(file: &mut Value) -> Option<&mut Vec<Value>> {
    file.get_mut("改动")?.as_sequence_mut()
}

/// Takes the sentences that are still to be disclosed out of the files of revisions: the period and
/// the change, in the order of time.
fn take_disclosures(own: &mut Files) -> Vec<(String, Value)> {
    let mut taken = Vec::new();
    for (path, bytes) in own.iter_mut().filter(|(path, _)| path.starts_with("revisions/"))
    {
        let period = path["revisions/".len()..].trim_end_matches(".yaml");
        let mut file = value(bytes);
        let Some(changes) = changes(&mut file) else { continue };
        let later = changes.extract_if(.., |change| is_to_disclose(change));
        let before = taken.len();
        taken.extend(later.map(|change| (period.to_owned(), change)));
        if changes.is_empty() {
            file.as_mapping_mut().unwrap().shift_remove("改动");
        }
        if taken.len() > before {
            *bytes = written(&file);
        }
    }
    taken.sort_by_key(|(_, change)| text(change, "日期").to_owned());
    taken
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key}: {value:?}"))
}

/// Discloses a change as the shipped file has it.
fn disclose(desk: &Desk, period: &str, change: &Value) {
    let mut arguments = vec!["revise", "--period", period];
    for (option, key) in [("--kind", "类别"), ("--reason", "原因"), ("--date", "日期")]
    {
        arguments.extend([option, text(change, key)]);
    }
    for sentence in change["句子"].as_sequence().unwrap() {
        arguments.extend(["--sentence", text(sentence, "原文")]);
        arguments.extend(["--instead", text(sentence, "现文")]);
    }
    let ran = desk.run(&arguments);
    assert_eq!(ran.code, Some(0), "{period}: {}{}", ran.out, ran.told);
}

/// The figures and scores of a released file.
fn frozen(bytes: &[u8]) -> [Json; 2] {
    let mut file: Json = serde_json::from_slice(bytes).unwrap();
    for figure in file["figures"].as_array_mut().unwrap() {
        // The shipped files are of before releases said so.
        for key in SAID_LATER {
            figure.as_object_mut().unwrap().remove(key);
        }
    }
    ["figures", "scores"].map(|part| file[part].take())
}

/// What a released file says of a figure for books above it.
const SAID_LATER: [&str; 2] = ["demo", "without"];

/// The released files that were entered, and how often each was revised, in no order.
fn entered(bytes: &[u8]) -> BTreeSet<&str> {
    let lines = std::str::from_utf8(bytes).unwrap().lines();
    lines.map(|line| line.split_once("  ").map_or(line, |(_, name)| name)).collect()
}

#[test]
fn the_year_of_wushan_is_released_month_by_month_and_stays_as_released() {
    let (book, own) = shipped();
    let desk = Desk::empty();
    let going_out = bulletins(&book);
    let is_to_come = |path: &str| {
        let mut periods = going_out.iter().map(|(_, period)| period);
        path == SUMS || periods.any(|period| path == format!("released/{period}.json"))
    };
    let mut before = own.clone();
    let mut disclosures = take_disclosures(&mut before).into_iter().peekable();
    for (path, bytes) in before.iter().filter(|(path, _)| !is_to_come(path)) {
        desk.write(&format!("{BOOK}/{path}"), std::str::from_utf8(bytes).unwrap());
    }
    desk.commit();
    let ran = desk.run(&["release", "--seal"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    let (mut released, mut laid) = (0, Vec::new());
    for (day, period) in &going_out {
        while let Some((of, change)) =
            disclosures.next_if(|(_, change)| text(change, "日期") <= day.as_str())
        {
            disclose(&desk, &of, &change);
        }
        laid.push(lay(&desk, &book, day));
        desk.commit();
        if own.contains_key(&format!("released/{period}.json")) {
            desk.release(period);
            released += 1;
        }
    }
    assert!(
        disclosures.next().is_none(),
        "something is disclosed after the last bulletin"
    );
    assert!(released >= 7 && laid.iter().all(|changed| *changed > 10), "{laid:?}");
    is_fine(&desk);
    ends_as_shipped(&desk, &book, &own);
}

/// Checks that the desk's book is the shipped one: by bytes what was typed, by figures what was
/// released, by values what was disclosed.
fn ends_as_shipped(desk: &Desk, book: &Files, own: &Files) {
    let found: Files = files(&desk.path(BOOK)).into_iter().collect();
    let paths = |files: &Files| files.keys().cloned().collect::<BTreeSet<String>>();
    assert_eq!(&paths(&found) - &paths(book), paths(own));
    for (path, bytes) in book {
        assert_eq!(found.get(path), Some(bytes), "{path}");
    }
    for (path, bytes) in own {
        let same = if path == SUMS {
            entered(&found[path]) == entered(bytes)
        } else if path.ends_with(".json") {
            frozen(&found[path]) == frozen(bytes)
        } else {
            value(&found[path]) == value(bytes)
        };
        assert!(same, "{path} came out otherwise");
    }
}
