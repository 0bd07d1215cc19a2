//! Hostile and broken files end in findings, hostile numbers in findings or no number; nothing panics.

use std::fs;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use tongbao::check::check;
use tongbao::diff::{Input, changes};
use tongbao::figures::Basis;
use tongbao::load::files::{Folder, Tree};
use tongbao::load::load;
use tongbao::load::pair::{Pair, State};
use tongbao::model::dictionary::Word;
use tongbao::model::period::Period;
use tongbao::report::figures_file::FiguresFile;
use tongbao::report::sheet::Sheet;

use crate::case::{Case, files_in};
use crate::stage::{Stage, suite};

const PATH: &str = "projects/2023/xm-1.yaml";

fn codes(bytes: impl Into<Vec<u8>>) -> Vec<&'static str> {
    let case = Case::minimal().with(PATH, bytes);
    let mut codes: Vec<_> = case.findings().iter().map(|finding| finding.code).collect();
    codes.dedup();
    codes
}

#[test]
fn bombs_and_depths_are_refused() {
    let mut bomb = "a0: &a0 [x]\n".to_owned();
    for level in 1..30 {
        let last = level - 1;
        bomb.push_str(&format!(
            "a{level}: &a{level} [*a{last}, *a{last}, *a{last}, *a{last}]\n"
        ));
    }
    assert!(codes(bomb).contains(&"yaml-anchor"));
    assert_eq!(codes("[".repeat(100_000)), ["too-deep"]);
    assert_eq!(codes("- ".repeat(100_000)), ["too-deep"]);
    assert_eq!(codes("a: {".repeat(100_000)), ["too-deep"]);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "this test is about time")]
fn a_million_lines_are_read_or_refused_quickly() {
    let started = Instant::now();
    let lines: String = (0..1_000_000).map(|at| format!("k{at}: v\n")).collect();
    assert!(!codes(lines).is_empty());
    assert!(!codes("编号: a\n".repeat(1_000_000)).is_empty());
    let took = started.elapsed();
    assert!(took < Duration::from_secs(60), "{took:?}");
}

#[test]
fn broken_bytes_are_named() {
    assert_eq!(codes(b"\xb1\xe0\xba\xc5: a\n".to_vec()), ["not-utf8"]);
    assert_eq!(codes("编号: a\u{7}b\n"), ["control-character"]);
    assert_eq!(codes("编号: \u{202e}a\n"), ["control-character"]);
    assert!(codes("").contains(&"missing-key"));
    assert!(codes("\u{feff}编号: xm-1\n").contains(&"byte-order-mark"));
    assert!(codes("--- a\n--- b\n").contains(&"several-documents"));
    assert!(codes("%YAML 1.2\n---\na: b\n").contains(&"yaml-syntax"));
    assert!(codes("编号: !!python/object:os.system x\n").contains(&"yaml-tag"));
    assert!(codes("<<: {编号: xm-1}\n").contains(&"unknown-key"));
}

/// Where a number stands, `#` in its place.
const NUMBERS: &[(&str, &str)] = &[
    (PATH, "合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: #亿元}]\n"),
    (PATH, "联合: [{单位: 县交通局, 占比: #%}, {单位: 县商务委, 占比: 1%}]\n"),
    (
        "reported/2023-06.yaml",
        "总数: [{指标: 到位资金, 范围: 全县, 期: 2023-06, 值: #元, 类型: 上报}]\n",
    ),
    (MARKS, "评分: [{考核: units, 项: judged, 单位: 县交通局, 期: 2023-06, 分: #}]\n"),
    (PLAN, "目标: [{编号: year, 指标: 到位资金, 范围: 全县, 值: #元, 依据: 二}]\n"),
    (PLAN, "汇率: [{币种: 美元, 汇率: #, 起用: 2023-01-01, 依据: 二}]\n"),
    (PLAN, "归属规则: [{编号: joint, 牵头占比: #%, 依据: 二}]\n"),
    (PLAN, "归属规则: [{编号: far, 来源地权重: [{来源地: 市外, 权重: #%}], 依据: 二}]\n"),
    (
        PLAN,
        "序时: [{编号: line, 名称: 进度, 点间: 直线, 依据: 二, 节点: [{期: 2023-Q4, 应达: #%}]}]\n",
    ),
    (
        PLAN,
        "灯组: [{编号: one, 名称: 灯, 看: 完成率, 依据: 二, 灯: [{编号: red, 名称: 红, 词: 差, 颜色: \"#b83232\", 条件: 不低于#且低于70}]}]\n",
    ),
    (
        PLAN,
        "考核: [{编号: units, 名称: 考核, 依据: 二, 权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 9, 项目: [{名称: 评议, 分值: #, 依据: 二}]}]}]\n",
    ),
    (
        PLAN,
        "考核: [{编号: units, 名称: 考核, 依据: 二, 计分: [{编号: judged, 名称: 评议, 方式: 评分, 分值: 9, 封顶: #, 小数: #, 依据: 二}]}]\n",
    ),
    (
        PLAN,
        "指标: [{编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 小数: #, 率小数: #, 口径: 到位的资金, 依据: 二}]\n",
    ),
];
const PLAN: &str = "plans/plan-2023.yaml";
const MARKS: &str = "marks/2023-06.yaml";

#[test]
fn a_number_beyond_all_bounds_is_a_finding_wherever_it_stands() {
    for (path, text) in NUMBERS {
        for number in ["79228162514264337593543950335", "0.0000000000000000001"] {
            // A colour is written with the sign, too.
            let text = text.replace("\"#b8", "\"∎b8").replace('#', number);
            ends_in("bad-number", path, &text.replace('∎', "#"));
        }
    }
}

#[test]
fn a_number_that_its_field_cannot_hold_is_a_finding() {
    let cases = [
        ("bad-number", 5, "0"),
        ("bad-number", 5, "-6.6"),
        ("bad-number", 6, "150"),
        ("bad-number", 7, "2000"),
        ("bad-number", 8, "1000"),
        ("bad-number", 11, "29"),
        ("bad-number", 12, "60"),
        ("bad-number", 12, "70000"),
        ("bad-number", 12, "4294967295"),
    ];
    for (code, at, number) in cases {
        let (path, text) = NUMBERS[at];
        ends_in(code, path, &text.replace('#', number));
    }
    let cutoff = "截止: [{事项: 到位资金, 日: 次月+7日, 依据: 二}]\n";
    ends_in("bad-date", PLAN, cutoff);
    ends_in(
        "bad-period",
        "reported/2023-06.yaml",
        "总数: [{指标: 到位资金, 范围: 全县, 期: 2023-W+9, 值: 1亿元, 类型: 上报}]\n",
    );
}

/// Lays keys over the smallest book; they end in a finding, and the book is still looked through.
#[track_caller]
fn ends_in(code: &str, path: &str, text: &str) {
    let case = Case::minimal().laid_over(path, text);
    let codes: Vec<_> = case.findings().iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&code), "{text}{:#?}", case.lines());
    let bytes = case.read(&format!("demo/{path}")).unwrap();
    go_through(&Stage::minimal(), &Stage::minimal().with(path, bytes));
}

#[test]
fn with_the_largest_and_the_finest_numbers_every_score_is_a_number_or_unknown() {
    const KEYS: &[&str] = &[
        "值",
        "分",
        "分值",
        "合计",
        "基础",
        "起点",
        "每",
        "加",
        "减",
        "每次",
        "封顶",
        "得分",
        "目标不低于",
        "不低于",
        "权",
    ];
    let whole = || {
        let stage = Stage::empty().book("demo", &suite("scores/shapes"));
        fs::remove_file(stage.data().join("demo/expected.txt")).unwrap();
        stage
    };
    let before = whole();
    let mut replaced = 0;
    for key in KEYS {
        for number in ["9999999999999999", "0.00000001", "-9999999999999999"] {
            let after = whole();
            for path in files_in(&after.data()) {
                let text = fs::read_to_string(&path).unwrap();
                let (text, count) = with_number(&text, key, number);
                replaced += count;
                fs::write(&path, text).unwrap();
            }
            go_through(&before, &after);
        }
    }
    assert!(replaced > 300, "only {replaced} numbers were replaced");
}

/// A text with another number after every mention of a key, and how many there are.
fn with_number(text: &str, key: &str, number: &str) -> (String, usize) {
    let mut parts = text.split(key);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    let mut count = 0;
    for part in parts {
        let value = part.trim_start_matches([':', ' ']);
        let sign = &part[..part.len() - value.len()];
        let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
        let rest = value.trim_start_matches(digits);
        whole.push_str(key);
        match rest.len() < value.len() {
            true => whole.extend([sign, number, rest]),
            false => whole.push_str(part),
        }
        count += usize::from(rest.len() < value.len());
    }
    (whole, count)
}

/// Checks a book, works out its figures, and compares it with another both ways.
fn go_through(before: &Stage, after: &Stage) {
    let june = Period::parse("2023-06").unwrap();
    let state = |stage: &Stage| State::Folder(Folder::open(&stage.data()).unwrap());
    for (old, new) in [(before, after), (after, before)] {
        let pair = Pair::load(&state(old), &state(new), None, &|_| true).unwrap();
        let names = ("改前".to_owned(), "改后".to_owned());
        let period = Some(june.clone());
        changes(&Input { names, pair: &pair, findings: (&[], &[]), period });
        check(&pair.after.loaded.books);
        for book in &pair.after.loaded.books {
            let basis = Basis::of(book, june.end());
            let figures = basis.figures(&june);
            FiguresFile::of(&Sheet::alone(&basis, &figures));
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "this test is about time")]
fn conditions_on_many_numbers_are_looked_at_quickly_or_not_at_all() {
    let names =
        ["完成率", "完成数", "名次", "倒数名次", "比平均", "同比", "连续月数", "得分"];
    for (count, told) in [(3, false), (names.len(), true)] {
        let also = |at: usize| {
            let tests = names[..count]
                .iter()
                .map(|name| format!("{{看: {name}, 条件: 不低于{at}}}"));
            tests.collect::<Vec<_>>().join(", ")
        };
        let lamp = |at: usize| {
            format!(
                "{{编号: l{at}, 名称: 灯{at}, 词: 词{at}, 颜色: \"#b8323{at}\", 条件: 不低于{at}, 同时: [{}]}}",
                also(at)
            )
        };
        let lamps: Vec<String> = (1..=5).map(lamp).collect();
        let set = format!(
            "灯组: [{{编号: all, 名称: 五灯, 看: 超欠进度, 依据: 二, 灯: [{}]}}]\n",
            lamps.join(", ")
        );
        let started = Instant::now();
        let lines = Case::minimal().laid_over(PLAN, &set).lines();
        let took = started.elapsed();
        let skipped =
            lines.iter().any(|line| line.contains("“五灯”的条件太多，没有逐一核对"));
        assert_eq!(skipped, told, "{lines:#?}");
        assert!(took < Duration::from_secs(20), "{took:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_strange_files_are_findings() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir_all(root.join("demo/projects/2023")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", root.join("demo/book.yaml")).unwrap();
    std::os::unix::fs::symlink("/etc", root.join("demo/plans")).unwrap();
    fs::write(root.join("demo/projects/2023/Bad Name.yaml"), "").unwrap();
    fs::write(root.join("stray.txt"), "").unwrap();
    let tree = Folder::open(root).unwrap();
    assert_eq!(tree.list().len(), 4, "a link to a folder is not walked into");
    let loaded = load(&tree);
    let mut codes: Vec<_> = loaded.diagnostics.iter().map(|found| found.code).collect();
    codes.sort();
    assert_eq!(codes, ["not-a-file", "not-a-file", "stray-file", "stray-file"]);
    assert!(Folder::open(root).unwrap().only("../etc").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_ends_in_findings_that_can_be_shown(text in "[\\PC\n\t{}\\[\\]:：，,#&*!|>'\"-]{0,120}") {
        let found = Case::minimal().with(PATH, text.clone()).with("editions/2023-06.md", text).findings();
        for format in tongbao::diagnostic::format::FORMATS {
            prop_assert!(found.is_empty() || !(format.show)(&found, true).is_empty());
        }
    }

    #[test]
    fn any_mutation_of_a_narrative_ends_in_findings(cut in 0usize..400, piece in "[*_{}\\[\\]()<>“”。，a字\n `#-]{0,12}") {
        let front = "---\n期: 2023-06\n印发: 2023-07-10\n标题: 关于招商工作情况的通报\n---\n";
        let body = "**重点**，全县{{ 到位资金.完成率 }}。\n\n- 一\n- 二\n\n{{ 表 \"总体情况\" }}\n";
        let at = (0..=cut.min(body.len())).rev().find(|at| body.is_char_boundary(*at)).unwrap();
        let text = format!("{front}{}{piece}{}", &body[..at], &body[at..]);
        let found = Case::minimal().with("editions/2023-06.md", text).findings();
        prop_assert!(found.iter().all(|finding| !finding.places.is_empty()));
    }
}
