//! The smallest valid book with more units, a schedule, lamps, a ranking, tables and charts.

use std::fs;
use std::path::Path;

use crate::book::copy;
use crate::book::project::Unit;

const UNITS: usize = 40;

/// Writes the book without its projects; returns its units.
pub(super) fn write(book: &Path, projects: usize) -> Vec<Unit> {
    let minimal = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/minimal");
    copy(&minimal, book, |text| text);
    let registry = fs::read_to_string(minimal.join("units.yaml")).unwrap();
    let units: String = (0..UNITS)
        .map(|at| format!("  - {{编号: u{at}, 名称: {}, 分组: 县级部门}}\n", unit(at)))
        .collect();
    fs::write(book.join("units.yaml"), registry + &units).unwrap();
    fs::write(book.join("plans/plan-2023.yaml"), plan(projects)).unwrap();
    for part in ["editions", "projects"] {
        fs::remove_dir_all(book.join(part)).unwrap();
    }
    fs::create_dir(book.join("editions")).unwrap();
    fs::write(book.join("editions/2023-12.md"), EDITION).unwrap();
    let unit = |at| Unit {
        name: unit(at),
        sector: "商贸物流".to_owned(),
        leader: "县领导甲".to_owned(),
    };
    (0..UNITS).map(unit).collect()
}

/// Names of which no two have the same characters, which would be a finding.
fn unit(at: usize) -> String {
    format!("{}{}局", ["甲", "乙", "丙", "丁"][at / 10], at % 10)
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
期: 2023-12
印发: 2024-01-12
标题: 关于2023年1—12月全县招商引资工作情况的通报
---

## 一、总体情况

全县到位资金{{ 到位资金 }}，完成{{ 到位资金.完成率 }}，{{ 到位资金.超欠 }}。

{{ 表 \"总体情况\" }}

{{ 图 \"走势\" 到位资金 }}

## 二、分单位排位

{{ 表 \"单位完成情况\" 到位资金 }}

{{ 图 \"单位完成率\" 到位资金 }}
";
