//! What the program costs on books of many projects, in tables that `README.md` can take.
//!
//! `cargo bench --bench speed` measures books of 300 and 10,000 projects, each with a plain and with
//! a full plan, and the shipped books; with `-- --all` also books of 100,000. Words choose among
//! them: `-- plain 300`, `-- shipped`. `-- --binary PATH` measures another program; `-- phases` the
//! phases inside a run, `-- phases render 1000` one of them.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "it is run by hand: what fails is seen, and the numbers are what it is for"
)]

mod book;
mod bulletins;
mod floor;
mod nation;
mod phases;
mod process;
mod shipped;
mod table;

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::book::Plan;
use crate::process::Program;

const KINDS: [&str; 4] = ["plain", "full", "shipped", "nation"];
const SIZES: [usize; 2] = [300, 10_000];
const LARGE: usize = 100_000;

fn main() {
    let words: Vec<String> =
        env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["floor", data, out] => floor::run(Path::new(data), Path::new(out)),
        ["phases", ref words @ ..] => phases::run(words),
        ["--binary", binary, ref words @ ..] => tables(binary, words),
        ref words => tables(env!("CARGO_BIN_EXE_tongbao"), words),
    }
}

/// Measures what is chosen of the shipped books and the made ones.
fn tables(binary: &str, words: &[&str]) {
    let program = Program::new(fs::canonicalize(binary).unwrap());
    let (options, names): (Vec<&str>, Vec<&str>) =
        words.iter().partition(|word| word.starts_with("--"));
    let large = options.contains(&"--all") || names.contains(&"100000");
    let is_number = |name: &&&str| name.parse::<usize>().is_ok();
    let (sizes, kinds): (Vec<&str>, Vec<&str>) =
        names.iter().partition(|name| is_number(name));
    assert!(kinds.iter().all(|kind| KINDS.contains(kind)), "one of {KINDS:?}, or a size");
    let is_chosen =
        |name: &str, among: &[&str]| among.is_empty() || among.contains(&name);
    println!("{}", machine());
    for plan in [Plan::Plain, Plan::Full] {
        let mut smaller = None;
        for size in SIZES.into_iter().chain(large.then_some(LARGE)) {
            if !is_chosen(plan.name(), &kinds) || !is_chosen(&size.to_string(), &sizes) {
                continue;
            }
            let build = bulletins::run(&program, plan, size);
            if let Some((before, seconds)) = smaller.replace((size, build)) {
                println!("\nA build takes {:.1} × that of {before}.", build / seconds);
            }
        }
    }
    if sizes.is_empty() && is_chosen("shipped", &kinds) {
        shipped::run(&program);
    }
    if sizes.is_empty() && kinds.contains(&"nation") {
        nation::run(&program);
    }
}

/// The day, the processor and the commit.
fn machine() -> String {
    let said = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors.lines().find_map(|line| line.strip_prefix("model name\t: "));
    format!(
        "{}, {}, {} threads seen, commit {}",
        said("date", &["+%F"]),
        model.unwrap_or("an unknown processor"),
        std::thread::available_parallelism().unwrap(),
        said("git", &["rev-parse", "--short", "HEAD"]),
    )
}
