//! What a diff costs beside one load: 10,000 projects, one in a hundred changed, in CPU time.
//!
//! The bar is one load of HEAD and three times what git needs for the changed blobs. Loading both
//! sides keeps to it; the whole diff also checks and computes both, which is told beside what it
//! costs to load, check and compute HEAD alone.
//!
//! `cargo bench --bench diff`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "it is run by hand: what fails is seen, and the numbers are what it is for"
)]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tongbao::check::run::{check, check_figures};
use tongbao::diff::{Input, changes};
use tongbao::figures::basis::Basis;
use tongbao::load::load;
use tongbao::load::pair::{Pair, State};
use tongbao::load::place::locate;
use tongbao::load::source::git::Repository;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::render::diff::markdown;

const PROJECTS: usize = 10_000;
const CHANGED: usize = 100;
const UNITS: usize = 40;
const PERIOD: &str = "2023-06";
/// Each phase runs as often, because the kernel counts in hundredths of a second.
const RUNS: u32 = 10;

fn main() {
    let root = TempDir::new().unwrap();
    let data = root.path().join("data");
    for changed in [false, true] {
        generate(&data.join("demo"), changed);
        shell(
            root.path(),
            "git init -q; git add -A; git -c user.name=t -c user.email=t@t commit -qm data",
        );
    }
    let repository = Repository::around(&data).unwrap();
    let revision = |name: &str| repository.revision(name).unwrap();
    let (base, head) = (revision("HEAD~1"), revision("HEAD"));
    let state = |one: &tongbao::load::source::git::Revision| {
        State::Revision(repository.clone(), one.clone())
    };
    let floor = measured("git diff --raw, and the changed blobs read", || {
        shell(
            root.path(),
            "git diff --raw --no-abbrev HEAD~1 HEAD | awk '{print $3; print $4}' | git cat-file --batch > /dev/null",
        );
    });
    let one = measured("HEAD loaded", || load(&repository.snapshot(&head).unwrap()));
    let both = measured("HEAD loaded, BASE by the files exchanged", || {
        Pair::load(&state(&base), &state(&head), None, &|_| true).unwrap()
    });
    let pair = Pair::load(&state(&base), &state(&head), None, &|_| true).unwrap();
    let side = |side: &tongbao::load::pair::Side| {
        let mut found = check(&side.loaded.books).reported;
        found.extend(side.loaded.books.iter().flat_map(check_figures));
        locate(&found, side.tree.as_ref(), &side.loaded.files, "data")
    };
    let checks = measured("findings of one side", || side(&pair.after));
    let figures = measured("figures of HEAD", || {
        let of = |book| Basis::at_points(book).figures(&Period::parse(PERIOD).unwrap());
        pair.after.loaded.books.iter().map(of).collect::<Vec<_>>()
    });
    let input = Input {
        names: ("HEAD~1".to_owned(), "HEAD".to_owned()),
        pair: &pair,
        findings: (&[], &[]),
        period: None,
    };
    let compare = measured("figures of both sides, changes, causes", || changes(&input));
    let found = changes(&input);
    assert!(!found.books.is_empty(), "the change moves figures");
    let render = measured("rendering", || markdown(&found, 60_000));
    let bar = one + 3.0 * floor;
    let whole = both + 2.0 * checks + compare + render;
    println!("\nloading both: {:.2} of the bar", both / bar);
    println!("whole: {:.2} of the bar", whole / bar);
    let alone = bar + checks + figures;
    println!(
        "whole: {:.2} of the bar with HEAD also checked and computed",
        whole / alone
    );
}

/// Prints and gives the CPU time of one run in milliseconds, of this program and those that it starts.
fn measured<T>(name: &str, phase: impl Fn() -> T) -> f64 {
    black_box(phase());
    let before = cpu_ticks();
    for _ in 0..RUNS {
        black_box(phase());
    }
    let spent = (cpu_ticks() - before) as f64 * 10.0 / f64::from(RUNS);
    println!("{name:45} {spent:7.0} ms");
    spent
}

/// Hundredths of a second of CPU that this program and its finished children have used.
fn cpu_ticks() -> u64 {
    let stat =
        fs::read_to_string("/proc/self/stat").expect("Linux counts CPU time there");
    let after = stat.rsplit(')').next().unwrap();
    after
        .split_whitespace()
        .skip(11)
        .take(4)
        .map(|ticks| ticks.parse::<u64>().unwrap())
        .sum()
}

fn generate(book: &Path, changed: bool) {
    let minimal = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/minimal");
    for path in files(&minimal) {
        let inside = book.join(path.strip_prefix(&minimal).unwrap());
        fs::create_dir_all(inside.parent().unwrap()).unwrap();
        fs::copy(&path, inside).unwrap();
    }
    let registry = fs::read_to_string(minimal.join("units.yaml")).unwrap();
    let units: String = (0..UNITS)
        .map(|at| format!("  - {{编号: u{at}, 名称: 单位{at}, 分组: 县级部门}}\n"))
        .collect();
    fs::write(book.join("units.yaml"), registry + &units).unwrap();
    for at in 0..PROJECTS {
        let amount = if changed && at % (PROJECTS / CHANGED) == 0 { 1300 } else { 1200 };
        let months: String = (1..=6)
            .map(|month| format!("  - {{月份: 2023-0{month}, 金额: {amount}万元, 报送: 2023-0{month}-28, 凭证: [银行回单]}}\n"))
            .collect();
        let text = format!(
            "编号: p-{at}\n名称: 第{at}号项目\n演示: 是\n投资方: {{名称: 第{at}号物流有限公司}}\n\
             来源地: 市外\n领域: 商贸物流\n责任单位: 单位{}\n合同:\n\
             \x20 - {{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2023-03-20}}\n\
             开工: {{日期: 2023-05-12}}\n到位资金:\n{months}",
            at % UNITS
        );
        fs::write(book.join(format!("projects/2023/p-{at}.yaml")), text).unwrap();
    }
}

/// What a script says, on either output.
fn shell(folder: &Path, script: &str) -> String {
    let output =
        Command::new("bash").current_dir(folder).args(["-c", script]).output().unwrap();
    assert!(output.status.success(), "{script}: {output:?}");
    let told = [output.stdout, output.stderr].concat();
    String::from_utf8_lossy(&told).trim().to_owned()
}

/// The files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
