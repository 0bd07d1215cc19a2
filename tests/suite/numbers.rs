//! Hostile numbers end in findings or in no number, quickly; nothing panics.

use std::fs;

use tongbao::check::run::check;
use tongbao::diff::{Input, changes};
use tongbao::figures::basis::Basis;
use tongbao::load::pair::{Pair, State};
use tongbao::load::source::files::{Folder, Tree};
use tongbao::model::dictionary::{Level, Word};
use tongbao::model::value::period::Period;
use tongbao::report::callable;
use tongbao::results::figures_file::FiguresFile;
use tongbao::sheet::Sheet;

use crate::case::{Case, files_in};
use crate::stage::{Stage, suite};

const PROJECT: &str = "projects/2023/xm-1.yaml";
const PLAN: &str = "plans/plan-2023.yaml";
const MARKS: &str = "marks/2023-06.yaml";

/// Where a number stands, `□` in its place.
const NUMBERS: &[(&str, &str)] = &[
    (PROJECT, "合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: □亿元}]\n"),
    (PROJECT, "联合: [{单位: 县交通局, 占比: □%}, {单位: 县商务委, 占比: 1%}]\n"),
    (
        "reported/2023-06.yaml",
        "总数: [{指标: 到位资金, 范围: 全县, 期: 2023-06, 值: □元, 类型: 上报}]\n",
    ),
    (MARKS, "评分: [{考核: units, 项: judged, 单位: 县交通局, 期: 2023-06, 分: □}]\n"),
    (PLAN, "目标: [{编号: year, 指标: 到位资金, 范围: 全县, 值: □元, 依据: 二}]\n"),
    (PLAN, "汇率: [{币种: 美元, 汇率: □, 起用: 2023-01-01, 依据: 二}]\n"),
    (PLAN, "归属规则: [{编号: joint, 牵头占比: □%, 依据: 二}]\n"),
    (PLAN, "归属规则: [{编号: far, 来源地权重: [{来源地: 市外, 权重: □%}], 依据: 二}]\n"),
    (
        PLAN,
        "序时: [{编号: line, 名称: 进度, 点间: 直线, 依据: 二, 节点: [{期: 2023-Q4, 应达: □%}]}]\n",
    ),
    (
        PLAN,
        "灯组: [{编号: one, 名称: 灯, 看: 完成率, 依据: 二, 灯: [{编号: red, 名称: 红, 词: 差, 颜色: \"#b83232\", 条件: 不低于□且低于70}]}]\n",
    ),
    (
        PLAN,
        "考核: [{编号: units, 名称: 考核, 依据: 二, 权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 9, 项目: [{名称: 评议, 分值: □, 依据: 二}]}]}]\n",
    ),
    (
        PLAN,
        "考核: [{编号: units, 名称: 考核, 依据: 二, 计分: [{编号: judged, 名称: 评议, 方式: 评分, 分值: 9, 封顶: □, 小数: □, 依据: 二}]}]\n",
    ),
    (
        PLAN,
        "指标: [{编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 小数: □, 率小数: □, 口径: 到位的资金, 依据: 二}]\n",
    ),
];

#[test]
fn a_number_beyond_all_bounds_is_a_finding_wherever_it_stands() {
    for (path, text) in NUMBERS {
        for number in ["79228162514264337593543950335", "0.0000000000000000001"] {
            ends_in("bad-number", path, &text.replace('□', number));
        }
    }
}

#[test]
fn a_number_that_its_field_cannot_hold_is_a_finding() {
    let cases = [
        ("汇率: □", "0"),
        ("汇率: □", "-6.6"),
        ("牵头占比: □%", "150"),
        ("权重: □%", "2000"),
        ("应达: □%", "1000"),
        ("小数: □", "29"),
        ("小数: □", "70000"),
        ("率小数: □", "4294967295"),
    ];
    for (field, number) in cases {
        let (path, text) = NUMBERS.iter().find(|(_, text)| text.contains(field)).unwrap();
        ends_in("bad-number", path, &text.replace('□', number));
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
    ];
    let whole = || {
        let stage = Stage::empty().book("demo", &suite("scores/shapes"));
        fs::remove_file(stage.data().join("demo/expected.txt")).unwrap();
        stage
    };
    let before = whole();
    let mut replaced = 0;
    for keys in KEYS.chunks(1).chain([KEYS]) {
        for number in ["9999999999999999", "0.00000001", "-9999999999999999"] {
            let after = whole();
            for path in files_in(&after.data()) {
                let mut text = fs::read_to_string(&path).unwrap();
                for key in keys {
                    let (changed, count) = with_number(&text, key, number);
                    (text, replaced) = (changed, replaced + count);
                }
                fs::write(&path, text).unwrap();
            }
            go_through(&before, &after);
        }
    }
    assert!(replaced > 300, "only {replaced} numbers were replaced");
}

/// A text with another number after every mention of a key, and how many there are; money and
/// shares stay, which would go beyond their bounds.
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
        let plain = rest.len() < value.len() && !rest.starts_with(['亿', '万', '%']);
        if plain {
            whole.extend([sign, number, rest])
        } else {
            whole.push_str(part)
        }
        count += usize::from(plain);
    }
    (whole, count)
}

/// Checks a book, works out its figures, and compares it with another both ways.
fn go_through(before: &Stage, after: &Stage) {
    let june = Period::parse("2023-06").unwrap();
    let state = |stage: &Stage| State::Folder(Folder::open(&stage.data()).unwrap());
    for (old, new) in [(before, after), (after, before)] {
        let pair = Pair::load(&state(old), &state(new), None, &|_| true, None).unwrap();
        let names = ("改前".to_owned(), "改后".to_owned());
        let period = Some(june.clone());
        changes(&Input {
            names,
            pair: &pair,
            findings: (&[], &[]),
            audience: Level::Leader,
            period,
            gates: &[],
            allowances: &[],
        });
        check(&pair.after.loaded.books, &callable());
        for book in &pair.after.loaded.books {
            let basis = Basis::of(book, june.end());
            let figures = basis.figures(&june);
            FiguresFile::of(&Sheet::alone(&basis, &figures));
        }
    }
}

#[test]
fn conditions_on_too_many_numbers_at_once_are_told_and_not_looked_at() {
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
        let lines = Case::minimal().laid_over(PLAN, &set).lines();
        let skipped =
            lines.iter().any(|line| line.contains("“五灯”的条件太多，没有逐一核对"));
        assert_eq!(skipped, told, "{lines:#?}");
    }
}
