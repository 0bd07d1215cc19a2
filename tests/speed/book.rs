//! Large books: the smallest valid one with many units and projects.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tongbao::load::source::files::Folder;
use tongbao::load::{Loaded, load};
use tongbao::model::value::period::Period;

/// The period of the book's edition.
pub(crate) const PERIOD: &str = "2023-06";
const UNITS: usize = 40;

/// A data folder with one book that has a schedule, lamps, a ranking, tables and charts.
pub(crate) struct Data {
    root: TempDir,
}

impl Data {
    /// Writes the book.
    pub(crate) fn of(projects: usize) -> Data {
        let root = TempDir::new().unwrap();
        let book = root.path().join("demo");
        write_book(&book, projects, &|_| false);
        fs::write(book.join("plans/plan-2023.yaml"), plan(projects)).unwrap();
        fs::write(book.join("editions/2023-06.md"), EDITION).unwrap();
        Data { root }
    }

    /// Reads the book, in which nothing is wrong.
    pub(crate) fn load(&self) -> Loaded {
        let loaded = load(&Folder::open(self.root.path()).unwrap());
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        loaded
    }
}

/// The period as a value.
pub(crate) fn period() -> Period {
    PERIOD.parse().unwrap()
}

/// Writes the smallest book with more units and projects, some of them with other amounts.
pub(crate) fn write_book(
    book: &Path,
    projects: usize,
    is_changed: &dyn Fn(usize) -> bool,
) {
    let minimal = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/minimal");
    for path in files(&minimal) {
        let inside = book.join(path.strip_prefix(&minimal).unwrap());
        fs::create_dir_all(inside.parent().unwrap()).unwrap();
        fs::copy(&path, inside).unwrap();
    }
    let registry = fs::read_to_string(minimal.join("units.yaml")).unwrap();
    let units: String = (0..UNITS)
        .map(|at| format!("  - {{编号: u{at}, 名称: {}, 分组: 县级部门}}\n", unit(at)))
        .collect();
    fs::write(book.join("units.yaml"), registry + &units).unwrap();
    for at in 0..projects {
        let text = project(at, if is_changed(at) { 1300 } else { 1200 });
        fs::write(book.join(format!("projects/2023/p-{at}.yaml")), text).unwrap();
    }
}

/// Names of which no two have the same characters, which would be a finding.
fn unit(at: usize) -> String {
    format!("{}{}局", ["甲", "乙", "丙", "丁"][at / 10], at % 10)
}

fn project(at: usize, amount: u32) -> String {
    let months: String = (1..=6)
        .map(|month| format!("  - {{月份: 2023-0{month}, 金额: {amount}万元, 报送: 2023-0{month}-28, 凭证: [银行回单]}}\n"))
        .collect();
    format!(
        "编号: p-{at}\n名称: 第{at}号项目\n演示: 是\n投资方: {{名称: 第{at}号物流有限公司}}\n\
         来源地: 市外\n领域: 商贸物流\n责任单位: {}\n合同:\n\
         \x20 - {{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2023-03-20}}\n\
         开工: {{日期: 2023-05-12}}\n到位资金:\n{months}",
        unit(at % UNITS)
    )
}

/// A plan with targets of several sizes, so that the units spread over all lamps.
fn plan(projects: usize) -> String {
    let share = (projects / UNITS).max(1);
    let (contracts, funds) = (share * 6, |at: usize| share * (10 + at % 9) / 10 + 1);
    let goals = |contracts, funds| {
        format!("目标: {{正式合同额: {contracts}亿元, 到位资金: {funds}亿元}}")
    };
    let row = |at: usize| {
        let goals = goals(contracts, funds(at));
        format!("      - {{领域: 商贸物流, 单位: {}, {goals}}}\n", unit(at))
    };
    let rows: String = (0..UNITS).map(row).collect();
    let whole: usize = (0..UNITS).map(funds).sum();
    let goals = goals(contracts * UNITS, whole);
    format!(
        "{RULES}目标:\n  - {{编号: year, 指标: 到位资金, 范围: 全县, 值: {whole}亿元, 依据: 二}}\n\
         目标表:\n  - 编号: units\n    名称: 任务分解表\n    依据: 附件1\n    行:\n{rows}    合计:\n\
         \x20     - {{领域: 商贸物流, {goals}, 依据: 附件1}}\n      - {{{goals}, 依据: 附件1}}\n"
    )
}

const RULES: &str = "编号: plan-2023
名称: 某县2023年招商引资实施方案
期间: 2023-01-01 至 2023-12-31
条款:
  - {条: 二, 要点: 工作目标}
  - {条: 三, 要点: 进度和排位}
  - {条: 附件1, 要点: 任务分解表}
序时:
  - 编号: quarters
    名称: 到位资金季度进度
    点间: 直线
    依据: 三
    节点:
      - {期: 2023-Q1, 应达: 10%}
      - {期: 2023-Q2, 应达: 50%}
      - {期: 2023-Q4, 应达: 100%}
灯组:
  - 编号: colours
    名称: 三色图
    看: 超欠进度
    依据: 三
    灯:
      - {编号: green, 名称: 绿, 词: 领先, 颜色: \"#1b7f5c\", 条件: 不低于0}
      - {编号: yellow, 名称: 黄, 词: 略欠, 颜色: \"#c9a227\", 条件: 不低于-10且低于0}
      - {编号: red, 名称: 红, 词: 滞后, 颜色: \"#b83232\", 条件: 低于-10}
指标:
  - 编号: contract
    名称: 正式合同额
    取数: 合同额
    来源: 项目
    单位: 亿元
    时段: 本年累计
    口径: 当年签订的正式合同金额
    依据: 二
    无序时说明: 没有规定进度
  - 编号: funds
    名称: 到位资金
    取数: 到位资金
    来源: 项目
    单位: 亿元
    时段: 本年累计
    口径: 当年到位的资金
    依据: 二
    序时: quarters
    灯组: colours
排位:
  - {编号: by-funds, 指标: 到位资金, 按: 完成率, 并列: 并列后顺延, 分组: [departments], 依据: 三}
";

const EDITION: &str = "---
期: 2023-06
印发: 2023-07-10
标题: 关于2023年1—6月全县招商引资工作情况的通报
---

## 一、总体情况

全县到位资金{{ 到位资金 }}，完成{{ 到位资金.完成率 }}，{{ 到位资金.超欠 }}。

{{ 表 \"总体情况\" }}

{{ 图 \"走势\" 到位资金 }}

## 二、分单位排位

{{ 表 \"单位完成情况\" 到位资金 }}

{{ 图 \"单位完成率\" 到位资金 }}
";

/// The files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files_below = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below.extend(files(&path));
        } else {
            files_below.push(path);
        }
    }
    files_below
}
