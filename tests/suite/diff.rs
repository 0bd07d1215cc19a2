//! What a change of the data does to the results: real git repositories, made in a folder of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

use proptest::prelude::*;
use rust_decimal::Decimal;
use tempfile::TempDir;
use tongbao::diff::changes::{BookChanges, Change, Changes, Movement};
use tongbao::diff::consequence::Consequence;
use tongbao::diff::{Input, changes};
use tongbao::load::files::Folder;
use tongbao::load::git::Repository;
use tongbao::load::pair::{Pair, State};
use tongbao::render::diff::{json, markdown, text};

use crate::case::files_in;

/// A repository with the data in its folder `data`.
struct Bureau {
    root: TempDir,
}

impl Bureau {
    /// A repository that holds a copy of a book, committed as `base`.
    fn with(book: &Path, id: &str) -> Bureau {
        let bureau = Bureau { root: TempDir::new().unwrap() };
        for path in files_in(book) {
            let inside = path.strip_prefix(book).unwrap();
            bureau
                .write(&format!("{id}/{}", inside.display()), &fs::read(&path).unwrap());
        }
        bureau.git(&["init", "--quiet", "--initial-branch=main"]);
        bureau.commit("base");
        bureau
    }

    fn wushan() -> Bureau {
        Bureau::with(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/wushan"), "wushan")
    }

    fn minimal() -> Bureau {
        let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/minimal");
        Bureau::with(&book, "demo")
    }

    fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.data().join(path)).unwrap()
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.data().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Replaces a piece of a file that must be there.
    fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, text.replacen(from, to, 1).as_bytes());
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.data().join(path)).unwrap();
    }

    fn git(&self, arguments: &[&str]) -> String {
        let settings = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
        let mut git = Command::new("git");
        git.arg("-C").arg(self.root.path()).args(settings).args(arguments);
        let output = git.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn commit(&self, tag: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", tag]);
        self.git(&["tag", tag]);
    }

    fn state(&self, name: &str) -> State {
        let repository = Repository::around(&self.data()).unwrap();
        let revision = repository.revision(name).unwrap();
        State::Revision(repository, revision)
    }

    fn diff(&self, base: &str, head: &str) -> Changes {
        compare(&self.state(base), &self.state(head))
    }

    fn only(&self, base: &str, head: &str) -> BookChanges {
        let changes = self.diff(base, head);
        assert_eq!(changes.books.len(), 1, "{}", text(&changes));
        changes.books.into_iter().next().unwrap()
    }

    /// The paths of projects whose text holds all of some pieces.
    fn projects(&self, pieces: &[&str]) -> Vec<String> {
        let data = self.data();
        let paths = files_in(&data.join("wushan/projects"));
        let names = paths
            .iter()
            .map(|path| path.strip_prefix(&data).unwrap().to_str().unwrap().to_owned());
        names
            .filter(|name| {
                let text = self.read(name);
                pieces.iter().all(|piece| text.contains(piece))
            })
            .collect()
    }
}

fn compare(before: &State, after: &State) -> Changes {
    let pair = Pair::load(before, after, None, &|_| true).unwrap();
    let names = ("改前".to_owned(), "改后".to_owned());
    changes(&Input { names, pair: &pair, findings: (&[], &[]), period: None })
}

fn number(text: &str) -> Decimal {
    let plain = text.trim_start_matches('+');
    let end = plain.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
    Decimal::from_str(&plain[..end.unwrap_or(plain.len())]).unwrap()
}

fn moves(book: &BookChanges) -> &[Movement] {
    book.results.first().map_or(&[], |period| &period.moves)
}

fn movement<'a>(book: &'a BookChanges, figure: &str) -> &'a Movement {
    let found = moves(book).iter().find(|movement| movement.figure == figure);
    found.unwrap_or_else(|| panic!("{figure} did not move: {:?}", figures(book)))
}

fn figures(book: &BookChanges) -> Vec<&str> {
    moves(book).iter().map(|movement| movement.figure.as_str()).collect()
}

/// What a figure's value or score moved by, as its own line says.
fn difference(movement: &Movement) -> Option<Decimal> {
    let part =
        movement.parts.iter().find(|part| matches!(part.part, "value" | "total"))?;
    (!part.difference.is_empty()).then(|| number(&part.difference))
}

/// The causes of every moved sum, count and score add up to its movement exactly.
fn assert_causes_add_up(changes: &Changes) {
    for period in changes.books.iter().flat_map(|book| &book.results) {
        for movement in &period.moves {
            let Some(difference) = difference(movement) else { continue };
            let causes = movement.causes.iter().map(|cause| number(&cause.amount));
            assert_eq!(causes.sum::<Decimal>(), difference, "{movement:#?}");
        }
    }
}

fn lines<'a>(book: &'a BookChanges, consequence: Consequence) -> Vec<&'a str> {
    let found = book.headline.iter().filter(|one| one.consequence == consequence);
    found.flat_map(|one| one.lines.iter().map(String::as_str)).collect()
}

/// A project of one unit with counted funds: its path and its unit.
fn project_of(bureau: &Bureau, unit: &str) -> String {
    let unit_line = format!("责任单位: {unit}\n");
    let pieces = [&*unit_line, "月份: 2023-", "认定", "类型: 正式合同, 签订: 2023"];
    let found = bureau.projects(&pieces);
    let single = found.iter().find(|path| !bureau.read(path).contains("联合"));
    single.unwrap_or_else(|| panic!("no project of {unit}")).clone()
}

fn first_entry(bureau: &Bureau, path: &str) -> (String, String) {
    let text = bureau.read(path);
    let line = text.lines().find(|line| line.contains("月份: 2023-")).unwrap();
    let amount = line.split("金额: ").nth(1).unwrap().split(',').next().unwrap();
    (line.to_owned(), amount.to_owned())
}

#[test]
fn twelve_commits_over_a_book_are_told_by_what_they_do() {
    let bureau = Bureau::wushan();
    let own = project_of(&bureau, "县交通局");

    // A funds entry is corrected: everything that holds it moves by as much, for that one record.
    let (line, amount) = first_entry(&bureau, &own);
    let more = number(&amount) + Decimal::from(1000);
    bureau.replace(&own, &line, &line.replace(&amount, &format!("{more}万元")));
    bureau.commit("funds");
    let book = bureau.only("base", "funds");
    let whole = movement(&book, "funds/all");
    assert_eq!(difference(whole), Some(number("0.1")));
    assert_eq!(whole.causes.len(), 1);
    assert!(whole.causes[0].note.contains(&format!("{amount}→{more}万元（+1000万元）")));
    let unit = movement(&book, "funds/unit:jiaotong");
    assert_eq!(difference(unit), Some(number("0.1")));
    assert!(unit.text().starts_with("县交通局 到位资金 "), "{}", unit.text());
    assert!(lines(&book, Consequence::Lost).is_empty());
    assert_eq!(book.records.len(), 1);

    // A project goes to another unit: one loses what the other gains, and the whole stays.
    bureau.replace(&own, "责任单位: 县交通局", "责任单位: 县商务委");
    bureau.commit("moved-unit");
    let book = bureau.only("funds", "moved-unit");
    let from = difference(movement(&book, "funds/unit:jiaotong")).unwrap();
    let to = difference(movement(&book, "funds/unit:shangwuwei")).unwrap();
    assert_eq!(from, -to);
    assert!(!figures(&book).contains(&"funds/all"));
    assert_eq!(
        movement(&book, "funds/unit:jiaotong").causes[0].note,
        "责任单位：县交通局→县商务委"
    );

    // A target is changed: the ratio moves by its denominator alone, and no record did it.
    let plan = "wushan/plans/wushan-2023.yaml";
    let row = "单位: 县经济信息委, 目标: {正式合同额: 20亿元, 到位资金: 5亿元}";
    bureau.replace(plan, row, &row.replace("5亿元", "4亿元"));
    bureau.commit("target");
    let book = bureau.only("moved-unit", "target");
    let unit = movement(&book, "funds/unit:jingxinwei");
    assert!(unit.causes.is_empty());
    assert_eq!(unit.ratio[0].name, "目标");
    assert_eq!(unit.ratio[0].moved, "5.00→4.00亿元");
    let field = &book.records[0].fields[0];
    assert_eq!((field.before.as_str(), field.difference.as_str()), ("5亿元", "-1亿元"));

    // A weight is changed: scores move by their items.
    let scored = bureau.read(plan);
    if !scored.contains("计分:") {
        let items = "    计分:\n      - {编号: funds, 名称: 到位资金, 方式: 比率, 指标: 到位资金, \
            对照: 年度目标, 分值: 30, 封顶: 30, 不明: [{处理: 零分, 裁定: weights}], \
            依据: 附件2 三（二）}\n    对象: [departments]\n    总分封顶: 不封顶\n";
        bureau.replace(plan, "    权重组:\n", &format!("{items}    权重组:\n"));
        bureau.commit("scored");
    } else {
        bureau.git(&["tag", "scored"]);
    }
    bureau.replace(plan, "分值: 30, 封顶: 30", "分值: 20, 封顶: 20");
    bureau.commit("weight");
    let changes = bureau.diff("scored", "weight");
    assert_causes_add_up(&changes);
    assert!(
        !lines(&changes.books[0], Consequence::Score).is_empty(),
        "{}",
        text(&changes)
    );

    // A unit gets another name and keeps the old one as an alias: no result moves.
    let registry = "wushan/units.yaml";
    bureau.replace(registry, "名称: 县城管局", "名称: 县城市管理局, 别名: [县城管局]");
    bureau.commit("renamed");
    let book = bureau.only("weight", "renamed");
    assert!(moves(&book).is_empty() && book.headline.is_empty());
    assert_eq!(book.records.len(), 1);
    assert!(book.records[0].fields[0].text().contains("县城管局→县城市管理局"));

    // A file is moved: nothing at all.
    let moved = own.replace("/2023/", "/2022/");
    bureau.git(&["mv", &format!("data/{own}"), &format!("data/{moved}")]);
    bureau.commit("file-moved");
    assert!(bureau.diff("renamed", "file-moved").books.is_empty());

    // Comments come, keys change places and the layout: nothing at all.
    let text = bureau.read(&moved);
    let (first, rest) = text.split_at(text.find("名称:").unwrap());
    let (name, rest) = rest.split_at(rest.find('\n').unwrap() + 1);
    let reflowed = format!("# 说明\n{first}{rest}{name}").replace(", 认定:", ",  认定:");
    bureau.write(&moved, reflowed.as_bytes());
    bureau.commit("reflowed");
    assert!(bureau.diff("file-moved", "reflowed").books.is_empty());

    // A project is deleted: that comes first, and it explains everything.
    bureau.remove(&moved);
    bureau.commit("deleted");
    let book = bureau.only("reflowed", "deleted");
    assert_eq!(book.headline[0].consequence, Consequence::Lost);
    assert!(book.headline[0].lines[0].ends_with("已删除"), "{:?}", book.headline[0]);
    assert_eq!(book.records[0].change, Change::Gone);
    let whole = movement(&book, "funds/all");
    assert!(difference(whole).unwrap().is_sign_negative());
    assert_eq!(whole.causes[0].note, "删除");

    // Two merges: each does to its first parent what its branch did.
    for (branch, unit) in [("first", "县农业农村委"), ("second", "县发展改革委")]
    {
        bureau.git(&["checkout", "--quiet", "-b", branch]);
        let path = project_of(&bureau, unit);
        let (line, amount) = first_entry(&bureau, &path);
        bureau.replace(
            &path,
            &line,
            &line.replace(&amount, &amount.replace("万元", "0万元")),
        );
        bureau.commit(&format!("on-{branch}"));
        bureau.git(&["checkout", "--quiet", "main"]);
        bureau.git(&["merge", "--quiet", "--no-ff", branch, "--message", "merge"]);
        let own = bureau.diff(&format!("on-{branch}^"), &format!("on-{branch}"));
        let merge = bureau.diff("HEAD^1", "HEAD");
        assert!(!merge.books[0].results[0].moves.is_empty());
        assert_eq!(json(&own).unwrap(), json(&merge).unwrap());
    }
    for pair in
        ["base", "funds", "moved-unit", "weight", "reflowed", "deleted"].windows(2)
    {
        assert_causes_add_up(&bureau.diff(pair[0], pair[1]));
    }
}

#[test]
fn a_diff_speaks_of_the_newest_month_with_a_fact_though_it_has_no_edition() {
    let bureau = Bureau::minimal();
    let path = "demo/projects/2023/xm-1.yaml";
    let entry = "  - {月份: 2023-05,";
    bureau.replace(
        path,
        entry,
        &format!("  - {{月份: 2023-07, 金额: 800万元, 凭证: [银行回单]}}\n{entry}"),
    );
    bureau.commit("july");
    let book = bureau.only("base", "july");
    assert_eq!(book.results[0].period, "2023-07");
    assert!(book.results[0].name.contains("草稿"));
    assert_eq!(difference(movement(&book, "funds/all")), Some(number("0.08")));
    assert!(book.others.is_empty(), "June does not hold what arrived in July");
}

#[test]
fn an_edition_that_was_released_is_told_in_full() {
    let bureau = Bureau::minimal();
    bureau.write("demo/released/2023-06.json", b"{}");
    bureau.commit("released");
    let entry = "{月份: 2023-05, 金额: 1200万元";
    let path = "demo/projects/2023/xm-1.yaml";
    bureau.replace(
        path,
        entry,
        "{月份: 2023-07, 金额: 1万元}\n  - {月份: 2023-05, 金额: 1500万元",
    );
    bureau.commit("moved");
    let book = bureau.only("released", "moved");
    assert_eq!(book.results.len(), 2);
    assert!(book.results[1].released && !book.results[1].moves.is_empty());
    assert!(!lines(&book, Consequence::Released).is_empty());
}

#[test]
fn folders_and_the_working_tree_compare_like_revisions() {
    let bureau = Bureau::minimal();
    let path = "demo/projects/2023/xm-1.yaml";
    bureau.replace(path, "1200万元", "1300万元");
    let working = State::Folder(Folder::open(&bureau.data()).unwrap());
    let by_working = compare(&bureau.state("base"), &working);
    bureau.commit("more");
    let by_commit = bureau.diff("base", "more");
    assert_eq!(json(&by_working).unwrap(), json(&by_commit).unwrap());
    assert!(compare(&working, &bureau.state("more")).books.is_empty());
}

#[test]
fn what_is_no_revision_is_refused_with_a_reason() {
    let bureau = Bureau::minimal();
    let repository = Repository::around(&bureau.data()).unwrap();
    for (name, reason) in [
        ("--output=x", "不是版本的写法"),
        ("", "不是版本的写法"),
        ("nowhere", "没有“nowhere”这个版本"),
        ("base..HEAD", "分开写"),
    ] {
        let error = repository.revision(name).unwrap_err().to_string();
        assert!(error.contains(reason), "{name}: {error}");
    }
    let nowhere = TempDir::new().unwrap();
    let error = Repository::around(nowhere.path()).unwrap_err().to_string();
    assert!(error.contains("不在 git 仓库里"), "{error}");
}

#[test]
fn gates_fail_and_say_which() {
    let bureau = Bureau::minimal();
    bureau.remove("demo/projects/2023/xm-1.yaml");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tongbao"));
        command.arg("diff").args(arguments).arg("--data").arg(bureau.data());
        command.output().unwrap()
    };
    let code = |arguments: &[&str]| run(arguments).status.code();
    assert_eq!(code(&["base"]), Some(0));
    assert_eq!(code(&["base", "--fail-on", "released,goal"]), Some(0));
    let closed = run(&["base", "--fail-on", "lost,rank"]);
    assert_eq!(closed.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&closed.stderr).contains("不放行（lost）：数据减少"));
    assert_eq!(code(&["nowhere"]), Some(2));
    assert_eq!(code(&["base", "--period", "2023-13"]), Some(2));
    for format in ["text", "md", "html", "json"] {
        let shown = run(&["base", "--format", format]);
        assert!(
            String::from_utf8_lossy(&shown.stdout).contains("冷链物流项目"),
            "{format}"
        );
    }
}

#[test]
fn a_comment_keeps_within_its_budget_and_says_what_was_left_out() {
    let bureau = Bureau::minimal();
    let units: String = (0..1000)
        .map(|at| format!("  - {{编号: u{at}, 名称: 单位{at}, 分组: 县级部门}}\n"))
        .collect();
    let registry = bureau.read("demo/units.yaml");
    bureau.write("demo/units.yaml", format!("{registry}{units}").as_bytes());
    let plan = bureau.read("demo/plans/plan-2023.yaml");
    let counted = "指标:\n  - {编号: signed, 名称: 签约项目数, 取数: 项目个数, 来源: 项目, 单位: 个, \
        时段: 本年累计, 口径: 签约的项目, 依据: 二}\n";
    // A unit without a target has a row of its own only where no table sets targets.
    let plan = plan.replacen("指标:\n", counted, 1);
    let plan = plan.split("目标表:").next().unwrap();
    bureau.write("demo/plans/plan-2023.yaml", plan.as_bytes());
    bureau.commit("units");
    let project = bureau.read("demo/projects/2023/xm-1.yaml");
    for at in 0..1000 {
        let own = project.replace("编号: xm-1", &format!("编号: y-{at}"));
        let own = own.replace("县交通局", &format!("单位{at}"));
        bureau.write(&format!("demo/projects/2023/y-{at}.yaml"), own.as_bytes());
    }
    bureau.commit("projects");
    let changes = bureau.diff("units", "projects");
    let moved = changes.books[0].results[0].moves.len();
    assert!(moved >= 3000, "{moved}");
    let comment = markdown(&changes, 50_000);
    assert!(comment.len() <= 50_000, "{}", comment.len());
    assert!(comment.len() > 30_000, "{}", comment.len());
    assert!(comment.contains("未列出"));
    let goal = comment.find("达到目标").unwrap();
    assert!(goal < comment.find("签约项目数").unwrap(), "the goal comes first");
}

/// One random change of a project of a book.
#[derive(Clone, Debug)]
enum Turn {
    Amount(u32),
    Unit(usize),
    Deleted,
    NoEvidence,
    Joint(u32),
    Cutoff(u32),
    Curve(u32),
}

fn turn() -> impl Strategy<Value = (prop::sample::Index, Turn)> {
    let kinds = prop_oneof![
        (1u32..90_000).prop_map(Turn::Amount),
        (0usize..4).prop_map(Turn::Unit),
        Just(Turn::Deleted),
        Just(Turn::NoEvidence),
        (1u32..99).prop_map(Turn::Joint),
        (1u32..20).prop_map(Turn::Cutoff),
        (1u32..45).prop_map(Turn::Curve),
    ];
    (any::<prop::sample::Index>(), kinds)
}

fn apply(bureau: &Bureau, path: &str, turn: &Turn) {
    let Ok(text) = fs::read_to_string(bureau.data().join(path)) else { return };
    let (_, amount) = first_entry(bureau, path);
    let unit = text.lines().find_map(|line| line.strip_prefix("责任单位: ")).unwrap();
    let units = ["县交通局", "县商务委", "县招商投资事务中心", "县住房城乡建委"];
    let plan = "wushan/plans/wushan-2023.yaml";
    let changed = match turn {
        Turn::Amount(more) => text.replacen(&amount, &format!("{more}.37万元"), 1),
        Turn::Unit(at) => text.replacen(unit, units[*at], 1),
        Turn::Deleted => return bureau.remove(path),
        Turn::NoEvidence => text.replacen("凭证: [银行回单", "说明: 待补, 凭证: [", 1),
        Turn::Joint(share) if !text.contains("联合:") => format!(
            "{text}联合: [{{单位: {unit}, 占比: {share}%}}, {{单位: 振兴农业集团, 占比: {}%}}]\n\
             联合报告: 2023-02-01\n",
            100 - share
        ),
        Turn::Joint(_) => return,
        Turn::Cutoff(day) => {
            let rules = bureau.read(plan);
            return bureau.write(
                plan,
                rules.replace("次月7日", &format!("次月{day}日")).as_bytes(),
            );
        }
        Turn::Curve(share) => {
            let rules = bureau.read(plan);
            let point = format!("{{期: 2023-Q1, 应达: {share}%}}");
            let rules = rules.replace("{期: 2023-Q1, 应达: 10%}", &point);
            return bureau.write(plan, rules.as_bytes());
        }
    };
    bureau.write(path, changed.as_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 8, ..Default::default() })]

    #[test]
    fn causes_add_up_exactly_over_random_changes(turns in prop::collection::vec(turn(), 1..12)) {
        let bureau = Bureau::wushan();
        let paths = bureau.projects(&["月份: 2023-"]);
        for (at, turn) in &turns {
            apply(&bureau, &paths[at.index(paths.len())], turn);
        }
        let working = State::Folder(Folder::open(&bureau.data()).unwrap());
        let changes = compare(&bureau.state("base"), &working);
        assert_causes_add_up(&changes);
        let rules = turns.iter().any(|(_, turn)| matches!(turn, Turn::Cutoff(_) | Turn::Curve(_)));
        let moves = changes.books.iter().flat_map(moves);
        let residues = moves.flat_map(|movement| &movement.causes).filter(|cause| cause.by == "rule");
        prop_assert!(rules || residues.count() == 0, "a rest without a rule that changed");
    }
}
