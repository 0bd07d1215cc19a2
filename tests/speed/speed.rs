//! What the work costs on large books: CPU time and memory at 1,000 and at 10,000 projects.
//!
//! `cargo bench --bench speed`, or one case of one size: `cargo bench --bench speed -- render 1000`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "it is run by hand: what fails is seen, and the numbers are what it is for"
)]

mod book;
mod diff;
mod figures;
mod load;
mod measure;
mod render;

use std::env;
use std::process::Command;

const SIZES: &[&str] = &["1000", "10000"];

/// A case by its name, which measures a book of some projects.
type Case = (&'static str, fn(usize));

const CASES: &[Case] = &[
    ("load", load::run),
    ("figures", figures::run),
    ("render", render::run),
    ("diff", diff::run),
];

fn main() {
    let words: Vec<String> =
        env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let names = |word: &&String| CASES.iter().any(|(name, _)| name == word);
    let case = words.iter().find(names);
    let size = words.iter().find(|word| word.parse::<usize>().is_ok());
    for (name, run) in
        CASES.iter().filter(|(name, _)| case.is_none_or(|case| case == name))
    {
        match size {
            Some(size) if case.is_some() => run(size.parse().unwrap()),
            Some(size) => alone(name, size),
            None => SIZES.iter().for_each(|size| alone(name, size)),
        }
    }
}

/// Runs a case in a process of its own, whose peak of memory is that of the case.
fn alone(name: &str, size: &str) {
    println!("\n{name}, {size} projects");
    let status = Command::new(env::current_exe().unwrap()).args([name, size]).status();
    assert!(status.unwrap().success(), "{name} {size}");
}
