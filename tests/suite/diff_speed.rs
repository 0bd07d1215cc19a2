//! What a diff costs beside one load: 10,000 projects, one in a hundred changed.
//!
//! `cargo test --release --test suite -- --ignored --nocapture diff_speed`

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::case::files_in;

const PROJECTS: usize = 10_000;
const UNITS: usize = 40;

#[test]
#[expect(clippy::print_stdout, reason = "the numbers are for the person who runs it")]
#[ignore = "it takes a minute, and its numbers say something only of an optimised build"]
fn a_diff_of_ten_thousand_projects_costs_little_more_than_one_load() {
    let root = TempDir::new().unwrap();
    let git = |script: &str| shell(root.path(), &format!("set -e; {script}"));
    generate(&root.path().join("data/demo"), false);
    git("git init -q && git add -A && git -c user.name=t -c user.email=t@t commit -qm a");
    generate(&root.path().join("data/demo"), true);
    git("git add -A && git -c user.name=t -c user.email=t@t commit -qm b");
    let program = env!("CARGO_BIN_EXE_tongbao");
    let floor = "git diff --raw --no-abbrev HEAD~1 HEAD | tee raw | \
        awk '{print $3; print $4}' | git cat-file --batch > blobs";
    for (name, command) in [
        ("git diff --raw and the changed blobs", floor.to_owned()),
        ("tongbao check", format!("{program} check > /dev/null 2>&1 || true")),
        ("tongbao diff", format!("{program} diff HEAD~1 HEAD --format md > md")),
    ] {
        let times = shell(
            root.path(),
            &format!("TIMEFORMAT='%R s, CPU %U + %S'; time {{ {command}; }}"),
        );
        println!("{name}: {times}");
    }
    let told = fs::read_to_string(root.path().join("md")).unwrap();
    assert!(told.contains("到位资金"), "{told}");
}

fn generate(book: &Path, changed: bool) {
    let minimal = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/minimal");
    for path in files_in(&minimal) {
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
        let amount = if changed && at % 100 == 0 { 1300 } else { 1200 };
        let months: String = (1..=6)
            .map(|month| format!("  - {{月份: 2023-0{month}, 金额: {amount}万元, 报送: 2023-0{month}-28, 凭证: [银行回单]}}\n"))
            .collect();
        let text = format!(
            "编号: p-{at}\n名称: 第{at}号项目\n演示: 是\n投资方: {{名称: 某某物流有限公司}}\n\
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
