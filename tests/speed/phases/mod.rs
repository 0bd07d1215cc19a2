//! Where the time goes inside a run: the phases of the work, one after the other in one process.

mod figures;
mod load;
mod measure;
mod render;

use std::env;
use std::process::Command;

use tempfile::TempDir;
use tongbao::load::source::files::Folder;
use tongbao::load::{Loaded, load};
use tongbao::model::value::period::Period;

use crate::book::{self, Plan};

const SIZES: &[&str] = &["1000", "10000"];

/// A case by its name, which measures a book of some projects.
type Case = (&'static str, fn(usize));

const CASES: &[Case] =
    &[("load", load::run), ("figures", figures::run), ("render", render::run)];

/// Measures every case at every size, or those that are named.
pub(crate) fn run(words: &[&str]) {
    let named = CASES.iter().find(|(name, _)| words.contains(name));
    let size = words.iter().find_map(|word| word.parse::<usize>().ok());
    match (named, size) {
        (Some((_, run)), Some(size)) => run(size),
        _ => CASES.iter().for_each(|(name, _)| {
            SIZES.iter().for_each(|size| alone(name, size));
        }),
    }
}

/// Runs a case in a process of its own, whose peak of memory is that of the case.
fn alone(name: &str, size: &str) {
    println!("\n{name}, {size} projects");
    let mut command = Command::new(env::current_exe().unwrap());
    assert!(command.args(["phases", name, size]).status().unwrap().success());
}

/// The plain book in a folder of its own.
struct Data(TempDir);

impl Data {
    /// Writes the book.
    fn of(projects: usize) -> Data {
        let root = TempDir::new().unwrap();
        book::write(root.path(), Plan::Plain, projects);
        Data(root)
    }

    /// Reads the book, in which nothing is wrong.
    fn load(&self) -> Loaded {
        let loaded = load(&Folder::open(self.0.path()).unwrap());
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        loaded
    }
}

/// The period of the book's edition.
fn period() -> Period {
    "2023-12".parse().unwrap()
}
