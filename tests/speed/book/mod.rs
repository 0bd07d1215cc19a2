//! Books of any size, the same for the same size: a plan with invented projects, nothing of which
//! is a finding.

mod full;
mod plain;
mod project;

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Id of the book.
pub(crate) const ID: &str = "demo";

/// What a book is made for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    /// Two indicators, a schedule, lamps, a ranking, one edition.
    Plain,
    /// 巫山's plan with its units, activities, reported numbers and marks, twelve editions.
    Full,
}

impl Plan {
    /// Name in tables and on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Plan::Plain => "plain",
            Plan::Full => "full",
        }
    }
}

/// Writes a data folder with one book.
pub(crate) fn write(data: &Path, plan: Plan, projects: usize) {
    let book = data.join(ID);
    let units = match plan {
        Plan::Plain => plain::write(&book, projects),
        Plan::Full => full::write(&book, projects),
    };
    for year in project::YEARS {
        fs::create_dir_all(book.join(format!("projects/{year}"))).unwrap();
    }
    for at in 0..projects {
        let (path, text) = project::project(at, &units[at % units.len()]);
        fs::write(book.join(path), text).unwrap();
    }
}

/// Changes one project file in so many, each time another of its lines; returns how many those are.
pub(crate) fn change(data: &Path, one_in: usize) -> usize {
    let files = files(&data.join(ID).join("projects"));
    let chosen = files.iter().step_by(one_in).enumerate();
    chosen
        .map(|(at, file)| {
            let text = fs::read_to_string(file).unwrap();
            fs::write(file, project::changed(&text, at)).unwrap();
        })
        .count()
}

/// Every file below a folder, in the order of their paths.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = walk.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(walkdir::DirEntry::into_path).collect()
}

/// Copies a folder, each file as it is or changed.
fn copy(from: &Path, to: &Path, edit: impl Fn(String) -> String) {
    for path in files(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, edit(fs::read_to_string(path).unwrap())).unwrap();
    }
}
