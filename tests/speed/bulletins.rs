//! Books of many projects: checked, built, built again after a change and compared, all beside the
//! fixed floor.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::book::{self, Plan};
use crate::process::{Cost, Place, Program, cost, least};
use crate::table::Table;

/// Up to so many projects a result is the least of several runs.
const QUICK: usize = 10_000;
const RUNS: usize = 3;
const BUILD: &[&str] = &["build", "--without", "pdf"];

/// Measures a book; returns what building it costs.
pub(crate) fn run(program: &Program, plan: Plan, projects: usize) -> f64 {
    let root = program.place();
    let data = &root.path().join("data");
    book::write(data, plan, projects);
    git(root.path(), &["init", "-q"]);
    git(root.path(), &["add", "-A"]);
    git(root.path(), &["commit", "-qm", "data"]);
    let runs = if projects > QUICK { 1 } else { RUNS };
    let cold = |verb: &[&str]| {
        least(runs, || program.place(), |place| program.run(verb, data, place))
    };
    let floor = least(runs, || program.place(), |place| floor(data, place));
    let title = format!("{}, {projects} projects", plan.name());
    let table = Table::begin(&title, floor.seconds, "× floor");
    table.line("floor", floor, "");
    table.line("check", cold(&["check"]), "");
    let build = cold(BUILD);
    table.line("build", build, bar(plan, projects));
    if (plan, projects) == (Plan::Plain, 300) {
        table.line("build with its document", cold(&["build"]), "≤ 0.5 s");
    }
    let built = program.place();
    program.run(BUILD, data, &built);
    table.line("again, nothing changed", program.run(BUILD, data, &built), "");
    let one_changed = least(
        runs,
        || book::change(data, projects),
        |_| program.run(BUILD, data, &built),
    );
    table.line("again, one file changed", one_changed, "≤ 0.35 s at 10,000");
    git(root.path(), &["checkout", "-q", "."]);
    book::change(data, 100);
    let diff = &["diff", "HEAD"];
    let unseen =
        least(runs, || seen(program, data), |place| program.run(diff, data, place));
    table.line("diff, 1 % changed, HEAD never seen", unseen, "≤ 0.4 s at 10,000");
    table.line("diff, 1 % changed, cold", cold(diff), "≤ 0.9 s at 10,000");
    build.seconds
}

/// The bar for a build without documents.
fn bar(plan: Plan, projects: usize) -> &'static str {
    match (plan, projects) {
        (Plan::Plain, 10_000) => "≤ 1.5 ×, ≤ 64 MiB",
        (Plan::Full, 10_000) => "≤ 3 ×",
        (Plan::Plain, 100_000) => "≤ 1.7 ×, ≤ 400 MiB",
        _ => "",
    }
}

/// A place whose cache has seen the files in the folder, but not those of the commit.
fn seen(program: &Program, data: &Path) -> Place {
    let place = program.place();
    program.run(&["check"], data, &place);
    place
}

/// The floor, in a process of its own.
fn floor(data: &Path, place: &Place) -> Cost {
    let mut command = Command::new(env::current_exe().unwrap());
    cost(command.arg("floor").arg(data).arg(place.path().join("out")))
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    let command = command.current_dir(folder).args(["-c", "user.name=speed"]);
    let command = command.args(["-c", "user.email=speed@localhost"]).args(arguments);
    assert!(command.status().unwrap().success(), "{arguments:?}");
}
