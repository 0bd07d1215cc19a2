//! Exploration.
use crate::stage::{Stage, suite};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use tongbao::check::check;
use tongbao::diff::{Input, changes};
use tongbao::figures::Basis;
use tongbao::load::files::Folder;
use tongbao::load::pair::{Pair, State};
use tongbao::model::dictionary::Word;
use tongbao::model::period::Period;
use tongbao::report::figures_file::FiguresFile;
use tongbao::report::sheet::Sheet;

static PANICS: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());

const HOSTILE: &[&str] = &[
    "79228162514264337593543950335",
    "9999999999999999",
    "99999999999",
    "0.00000001",
    "0",
    "-9999999999999999",
    "100",
    "4294967295",
    "999999999",
];

fn tokens(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_digit()
            && (at == 0
                || !(bytes[at - 1].is_ascii_alphanumeric()
                    || matches!(bytes[at - 1], b'-' | b'#')))
        {
            let start =
                if at > 0 && bytes[at - 1] == b'-' && at > 1 && bytes[at - 2] == b' ' {
                    at - 1
                } else {
                    at
                };
            let mut end = at;
            while end < bytes.len() && (bytes[end].is_ascii_digit() || bytes[end] == b'.')
            {
                end += 1;
            }
            if end < bytes.len()
                && !(bytes[end] == b'-' || bytes[end].is_ascii_alphabetic())
            {
                found.push((start, end));
            }
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

fn run(before: &Stage, after: &Stage) {
    let folder = Folder::open(&after.data()).unwrap();
    let loaded = tongbao::load::load(&folder);
    let _ = check(&loaded.books);
    for book in &loaded.books {
        let all: Vec<Period> =
            ["2023-03", "2023-06"].iter().map(|p| Period::parse(p).unwrap()).collect();
        let basis = Basis::of(book, all[1].end());
        let dated = tongbao::report::site::figures_of(&basis, &all);
        let sheets = tongbao::report::site::sheets(&basis, &dated);
        let _ = tongbao::report::site::Site::of(&sheets);
        for period in ["2023-03", "2023-06", "2023-12", "2023"] {
            let period = Period::parse(period).unwrap();
            let basis = Basis::of(book, period.end());
            let figures = basis.figures(&period);
            let _ =
                serde_json::to_string(&FiguresFile::of(&Sheet::alone(&basis, &figures)))
                    .unwrap();
        }
    }
    for (one, two) in [(before, after), (after, before)] {
        let state = |stage: &Stage| State::Folder(Folder::open(&stage.data()).unwrap());
        let pair = Pair::load(&state(one), &state(two), None, &|_| true).unwrap();
        let names = ("a".to_owned(), "b".to_owned());
        let all = changes(&Input {
            names,
            pair: &pair,
            findings: (&[], &[]),
            period: Some(Period::parse("2023-06").unwrap()),
        });
        let _ = tongbao::render::diff::markdown(&all, 60_000);
    }
}

#[test]
#[ignore]
fn explore() {
    std::panic::set_hook(Box::new(|info| {
        let place = info
            .location()
            .map(|l| format!("{}:{}", l.file(), l.line()))
            .unwrap_or_default();
        let bt = std::backtrace::Backtrace::force_capture().to_string();
        let own: Vec<&str> = bt
            .lines()
            .filter(|l| l.contains(" tongbao::") || l.contains("at ./src/"))
            .take(8)
            .map(str::trim)
            .collect();
        PANICS
            .lock()
            .unwrap()
            .entry(format!("{place} {}", own.join(" | ")))
            .or_insert_with(|| info.to_string());
    }));
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut folders: Vec<_> = ["scores", "figures"]
        .iter()
        .flat_map(|n| std::fs::read_dir(suite(n)).unwrap())
        .map(|e| e.unwrap().path())
        .collect();
    folders.push(suite("minimal"));
    folders.sort();
    for folder in folders
        .iter()
        .filter(|f| f.to_str().unwrap().contains(&only) && !f.ends_with("county"))
    {
        let base = || {
            let stage = Stage::empty();
            let stage = if folder.to_str().unwrap().contains("/figures/") {
                stage.book("demo", &suite("figures/county"))
            } else {
                stage
            };
            let stage = stage.book("demo", folder);
            let _ = std::fs::remove_file(stage.data().join("demo/expected.txt"));
            stage
        };
        let clean = base();
        run(&clean, &clean);
        for path in crate::case::files_in(&clean.data().join("demo")) {
            let name = path
                .strip_prefix(clean.data().join("demo"))
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            for (start, end) in tokens(&text) {
                for hostile in HOSTILE {
                    let changed = format!("{}{hostile}{}", &text[..start], &text[end..]);
                    let stage = base().with(&name, changed);
                    if catch_unwind(AssertUnwindSafe(|| run(&clean, &stage))).is_err() {
                        let line = text[..start].matches('\n').count() + 1;
                        let mut all = PANICS.lock().unwrap();
                        for (_, told) in all.iter_mut() {
                            if !told.contains(" <- ") {
                                told.push_str(&format!(
                                    " <- {}/{name}:{line} {}→{hostile}",
                                    folder.display(),
                                    &text[start..end]
                                ));
                            }
                        }
                    }
                }
            }
        }
        eprintln!("{} done, {} panics", folder.display(), PANICS.lock().unwrap().len());
    }
    for (place, told) in PANICS.lock().unwrap().iter() {
        eprintln!("== {place}\n   {told}");
    }
}
