//! What a change of the data does to the results: real git repositories, made in a folder of their own.

mod audience;
mod budget;
pub(crate) mod bureau;
pub(crate) mod comment;
mod editions;
mod history;
mod life;
mod losses;
mod names;
mod random;
mod repository;
pub(crate) mod requests;
mod said;
mod screen;

use std::path::Path;

use tempfile::TempDir;
use tongbao::load::pair::State;
use tongbao::load::source::files::Folder;
use tongbao::load::source::git::Repository;
use tongbao::render::diff::json;
use tongbao::view::changes::consequence::Consequence;

use crate::diff::bureau::{Bureau, compare, difference, lines, movement, number};
use crate::stage::program;

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
fn permits_of_one_day_are_paired_by_their_kinds_wherever_they_stand() {
    let path = "demo/projects/2023/xm-1.yaml";
    let permit = |kind: &str, number: &str| {
        format!("  - {{证照: {kind}, 日期: 2023-04-01, 文号: {number}}}\n")
    };
    let permits = |first: &str, second: &str| format!("证照:\n{first}{second}");
    let bureau = Bureau::minimal();
    let record = bureau.read(path);
    let (licence, land) = (permit("营业执照", "A1"), permit("用地手续", "B1"));
    bureau.write(path, (record.clone() + &permits(&licence, &land)).as_bytes());
    bureau.commit("granted");
    let (licence, land) = (permit("营业执照", "A2"), permit("用地手续", "B2"));
    bureau.write(path, (record + &permits(&land, &licence)).as_bytes());
    bureau.commit("renewed");
    let fields = &bureau.only("granted", "renewed").records[0].fields;
    let texts: Vec<String> = fields.iter().map(|field| field.text()).collect();
    let expected = [
        "证照〔用地手续 2023-04-01〕 文号：B1→B2",
        "证照〔营业执照 2023-04-01〕 文号：A1→A2",
    ];
    assert_eq!(texts, expected);
}

#[test]
fn a_report_that_was_due_and_is_missing_is_no_fact_of_its_month() {
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/guangyuan");
    let bureau = Bureau::with(&book, "guangyuan");
    bureau.replace("guangyuan/reported/2025-06.yaml", "18.92亿元", "18.93亿元");
    bureau.commit("corrected");
    assert_eq!(bureau.only("base", "corrected").results[0].period, "2025-06");
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
    let june = book.results.iter().find(|period| period.period == "2023-06").unwrap();
    assert!(june.released && !june.moves.is_empty());
    assert!(june.first, "the row of May counts in it first");
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
        ("base..HEAD", "是一段范围"),
        ("^HEAD", "没有“^HEAD”这个版本"),
    ] {
        let error = repository.revision(name).unwrap_err().to_string();
        assert!(error.contains(reason), "{name}: {error}");
    }
    let nowhere = TempDir::new().unwrap();
    let error = Repository::around(nowhere.path()).unwrap_err().to_string();
    assert!(error.contains("不在 git 仓库里"), "{error}");
}

#[test]
fn a_clone_without_its_history_is_told_how_to_get_it() {
    let bureau = Bureau::minimal();
    let path = "demo/projects/2023/xm-1.yaml";
    bureau.replace(path, "1200万元", "1300万元");
    bureau.commit("more");
    let shallow = TempDir::new().unwrap();
    let from = format!("file://{}", bureau.root.path().display());
    let to = shallow.path().to_str().unwrap();
    bureau.git(&["clone", "--quiet", "--depth", "1", &from, to]);
    let repository = Repository::around(&shallow.path().join("data")).unwrap();
    let error = repository.revision("HEAD~1").unwrap_err().to_string();
    assert!(error.contains("git fetch --unshallow"), "{error}");
}

#[test]
fn gates_fail_and_say_which() {
    let bureau = Bureau::minimal();
    bureau.remove("demo/projects/2023/xm-1.yaml");
    let run = |arguments: &[&str]| {
        let mut command = program();
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
fn a_record_under_another_id_is_the_same_record() {
    let bureau = Bureau::minimal();
    let (old, new) = ("demo/projects/2023/xm-1.yaml", "demo/projects/2023/lm-7.yaml");
    let text = bureau.read(old).replace("编号: xm-1", "编号: lm-7");
    bureau.remove(old);
    bureau.write(new, text.as_bytes());
    bureau.commit("renamed");
    let book = bureau.only("base", "renamed");
    assert!(book.headline.is_empty() && book.results[0].moves.is_empty(), "{book:?}");
    assert_eq!(book.records.len(), 1);
    assert_eq!(book.records[0].note(1), "编号由 xm-1 改为 lm-7");

    bureau.replace(new, "1200万元", "1300万元");
    bureau.commit("renamed-and-corrected");
    let book = bureau.only("base", "renamed-and-corrected");
    assert!(lines(&book, Consequence::Lost).is_empty(), "{book:?}");
    let causes = &movement(&book, "funds/all").causes;
    assert_eq!(causes.len(), 1, "{causes:?}");
    assert_eq!(causes[0].amount, "0.01");
    assert!(causes[0].note.starts_with("编号由 xm-1 改为 lm-7；"), "{}", causes[0].note);

    // Two projects of one name cannot be told apart, so that neither is taken for the other.
    let twin = text.replace("lm-7", "lm-8").replace("1200万元", "1100万元");
    bureau.write("demo/projects/2023/lm-8.yaml", twin.as_bytes());
    bureau.commit("twins");
    let book = bureau.only("base", "twins");
    assert_eq!(lines(&book, Consequence::Lost).len(), 1, "{book:?}");
}

#[test]
fn a_book_whose_folder_was_renamed_is_the_same_book() {
    let bureau = Bureau::minimal();
    bureau.git(&["mv", "data/demo", "data/county"]);
    bureau.commit("renamed");
    let book = bureau.only("base", "renamed");
    assert!(book.cautions[0].contains("由 demo 改名为 county"), "{:?}", book.cautions);
    assert!(book.headline.is_empty() && book.records.is_empty());
    bureau.replace("county/projects/2023/xm-1.yaml", "1200万元", "1300万元");
    bureau.commit("more");
    let book = bureau.only("base", "more");
    assert_eq!(difference(movement(&book, "funds/all")), Some(number("0.01")));
    assert_eq!(book.records.len(), 1);
}
