//! Facts that became known after an edition was released, each as a clerk would write it.

use proptest::prelude::*;

use super::county::{County, Project, SECTORS, UNITS, day, project};

/// Something that is put into a county's data after June's bulletin.
#[derive(Clone, Debug)]
pub(super) struct Later {
    kind: usize,
    project: usize,
    month: u32,
    known: (u32, u32),
    amount: u32,
    other: Project,
}

/// How a later fact is written: the county, the fact, and the day on which it became known.
type Write = fn(&mut County, &Later, &str);

/// Every kind of later fact.
pub(super) const KINDS: &[(&str, Write)] = &[
    ("a project", |county, later, known| {
        let mut other = later.other.clone();
        let contract = format!(
            "{{类型: 正式合同, 签订: {}, 金额: {}万元, 报送: {known}, 认定: {known}, 凭证: [合同文本]}}",
            day(later.month, 11),
            later.amount
        );
        other.lists.clear();
        for key in ["开工", "落地", "备案"] {
            other.fields.remove(key);
        }
        other.add("合同", contract);
        other.fields.insert(
            "开工".to_owned(),
            format!("{{日期: {}, 报送: {known}, 认定: {known}}}", day(later.month, 20)),
        );
        county.projects.push(other);
    }),
    ("money", |county, later, known| {
        let entry = format!(
            "{{月份: 2023-{:02}, 金额: {}万元, 报送: {known}, 凭证: [银行回单]}}",
            later.month, later.amount
        );
        later.of(county).add("到位资金", entry);
    }),
    ("a correction of money", |county, later, known| {
        let entry = format!(
            "{{月份: 2023-{:02}, 金额: -{}万元, 更正: {known}, 凭证: [银行回单]}}",
            later.month,
            later.amount % 90 + 1
        );
        later.of(county).add("到位资金", entry);
    }),
    ("another unit", |county, later, known| {
        let unit = UNITS[later.amount as usize % UNITS.len()];
        let change = format!(
            "{{自: {}, 报送: {known}, 责任单位: {unit}, 原因: 调整}}",
            day(later.month, 1)
        );
        later.of(county).add("变更", change);
    }),
    ("another sector from the start", |county, later, known| {
        let sector = SECTORS[later.amount as usize % SECTORS.len()];
        let change = format!(
            "{{报送: {known}, 领域: {sector}, 用地面积: {}亩, 投资方: {{类别: [专精特新]}}, 原因: 首报选错}}",
            later.amount
        );
        later.of(county).add("变更", change);
    }),
    ("an agreed split", |county, later, known| {
        let change = format!(
            "{{自: {}, 报送: {known}, 联合: [{{单位: 县交通局, 占比: 60%}}, {{单位: 大昌镇, 占比: 40%}}], 原因: 书面报告}}",
            day(later.month, 1)
        );
        later.of(county).add("变更", change);
    }),
    ("a contract's right sum", |county, later, known| {
        let correction =
            format!("{{报送: {known}, 金额: {}万元, 原因: 附件核减}}", later.amount);
        later.contract(county, &correction);
    }),
    ("a contract's right day", |county, later, known| {
        let correction =
            format!("{{报送: {known}, 签订: {}, 原因: 日期录错}}", day(later.month, 13));
        later.contract(county, &correction);
    }),
    ("a withdrawn contract", |county, later, known| {
        later.contract(county, &format!("{{报送: {known}, 作废: 是, 原因: 重复录入}}"));
    }),
    ("a further contract", |county, later, known| {
        let renewal = ["重签", "增资"][later.amount as usize % 2];
        let contract = format!(
            "{{类型: 正式合同, 签订: {}, 续签: {renewal}, 金额: {}万元, 报送: {known}, 认定: {known}, 凭证: [合同文本]}}",
            day(later.month, 21),
            later.amount
        );
        later.of(county).add("合同", contract);
    }),
    ("a stage", |county, later, known| {
        for key in ["开工", "落地"] {
            let entry = format!(
                "{{日期: {}, 报送: {known}, 认定: {known}}}",
                day(later.month, 6)
            );
            later.of(county).fields.entry(key.to_owned()).or_insert(entry);
        }
    }),
    ("a stage's right day", |county, later, known| {
        let correction =
            format!("{{报送: {known}, 日期: {}, 原因: 现场核查}}", day(later.month, 7));
        later.field(county, "开工", &correction);
        later.field(county, "落地", &correction);
    }),
    ("a withdrawn stage", |county, later, known| {
        later.field(
            county,
            "开工",
            &format!("{{报送: {known}, 作废: 是, 原因: 现场核查未动工}}"),
        );
    }),
    ("a filing", |county, later, known| {
        let entry = format!(
            "{{日期: {}, 金额: {}万元, 报送: {known}}}",
            day(later.month, 8),
            later.amount
        );
        let correction =
            format!("{{报送: {known}, 金额: {}万元, 原因: 按备案证改}}", later.amount);
        later.field(county, "备案", &correction);
        later.of(county).fields.entry("备案".to_owned()).or_insert(entry);
    }),
    ("an end", |county, later, known| {
        let entry =
            format!("{{日期: {}, 报送: {known}, 原因: 投资方退出}}", day(later.month, 9));
        later.of(county).fields.insert("终止".to_owned(), entry);
    }),
    ("a move", |county, later, known| {
        let within = ["市域内", "市域外"][later.amount as usize % 2];
        let entry = format!(
            "{{日期: {}, 范围: {within}, 文件: 联席会议纪要, 报送: {known}}}",
            day(later.month, 4)
        );
        let correction = format!("{{报送: {known}, 作废: 是, 原因: 复核，不属搬迁}}");
        later.field(county, "搬迁", &correction);
        later.of(county).fields.entry("搬迁".to_owned()).or_insert(entry);
    }),
    ("a class that the enterprise got", |county, later, known| {
        let change = format!(
            "{{自: {}, 报送: {known}, 投资方: {{类别: [专精特新]}}, 原因: 新认定}}",
            day(later.month, 1)
        );
        later.of(county).add("变更", change);
    }),
    ("a recognised total", |county, later, known| {
        let (month, amount) = (later.month, later.amount);
        county.files.insert(
            format!("reported/2023-{month:02}.yaml"),
            format!(
                "总数:\n  - {{指标: 到位资金, 范围: 全县, 期: 2023-{month:02}, 值: {amount}万元, 性质: 核定, 累计: 是, \
                 核定机关: 市招商投资局, 认定: {known}, 核减原因: 凭证不齐}}\n"
            ),
        );
    }),
    ("a target", |county, later, known| {
        let text = county.plan();
        let change = format!(
            "{{行: 县交通局, 指标: 到位资金, 目标: {}万元, 自: {}, 下达: {known}, 依据: 附件1}}",
            later.amount,
            day(later.month, 1)
        );
        let text = match text.split_once("    调整: [") {
            Some((before, after)) => format!("{before}    调整: [{change}, {after}"),
            None => text.replacen(
                "    依据: 附件1\n",
                &format!("    依据: 附件1\n    调整: [{change}]\n"),
                1,
            ),
        };
        county.files.insert("plans/plan-2023.yaml".to_owned(), text);
    }),
    ("marks", |county, later, known| {
        let (first, month) = (day(later.month, 1), later.month);
        county.files.insert("marks/2023-09.yaml".to_owned(), format!(
            "评分:\n  - {{考核: units, 项目: survey, 单位: 县交通局, 分: 9, 期: 2023-{month:02}, 报送: {known}}}\n\
             缺项:\n  - {{考核: units, 项目: daily, 单位: 县科技局, 日期: {first}, 事项: 未参加培训, 报送: {known}}}\n\
             取消资格:\n  - {{考核: units, 单位: 县商务委, 起: {first}, 报送: {known}, 原因: 虚报, 依据: 三}}\n"));
    }),
    ("a lead found valid", |county, _, known| {
        let lead = county.files.get_mut("activities/2023/lead-1.yaml").unwrap();
        if !lead.contains("更正") {
            *lead += &format!("更正: [{{报送: {known}, 有效: 是, 原因: 经核实有效}}]\n");
        }
    }),
    ("an activity", |county, later, known| {
        county.files.insert("activities/2023/lead-2.yaml".to_owned(), format!(
            "编号: lead-2\n类别: 线索\n日期: {}\n事项: 某企业有意投资\n单位: [县商务委]\n有效: 是\n报送: {known}\n", day(later.month, 3)));
    }),
    ("next year's plan", |county, _, _| {
        let text = county.plan();
        county
            .files
            .insert("plans/plan-2024.yaml".to_owned(), text.replace("2023", "2024"));
        let card = std::fs::read_to_string(crate::stage::suite("life/county/book.yaml"))
            .unwrap();
        county.files.insert(
            "book.yaml".to_owned(),
            card.replace("[plan-2023]", "[plan-2023, plan-2024]"),
        );
    }),
    ("another edition with other cut-offs", |county, _, _| {
        for period in ["2023-H1", "2023-Q2"] {
            county.files.insert(format!("editions/{period}.md"), format!(
                "---\n期: {period}\n标题: 通报\n截止:\n  - {{事项: 资金, 日期: 2023-12-10}}\n  - {{事项: 合同, 日期: 2023-12-10}}\n---\n\n另期。\n"));
        }
    }),
];

impl Later {
    /// Puts the fact into the county's data.
    pub(super) fn put_into(&self, county: &mut County) {
        let known = day(self.known.0, self.known.1);
        KINDS[self.kind].1(county, self, &known);
    }

    /// What kind of fact it is.
    pub(super) fn name(&self) -> &'static str {
        KINDS[self.kind].0
    }

    fn of<'a>(&self, county: &'a mut County) -> &'a mut Project {
        let count = county.projects.len();
        &mut county.projects[self.project % count]
    }

    fn contract(&self, county: &mut County, correction: &str) {
        let contracts = self.of(county).lists.get_mut("合同").unwrap();
        let at = self.amount as usize % contracts.len();
        contracts[at] = Project::corrected(&contracts[at], correction);
    }

    fn field(&self, county: &mut County, key: &str, correction: &str) {
        if let Some(entry) = self.of(county).fields.get_mut(key) {
            *entry = Project::corrected(entry, correction);
        }
    }
}

prop_compose! {
    /// A fact that became known after the last cut-off of June's bulletin.
    pub(super) fn later()(
        kind in 0..KINDS.len(), project in 0..9usize, month in 1..=9u32, known_month in 7..=9u32, known_day in 10..=22u32,
        amount in 1_000..30_000u32, other in project(),
    ) -> Later {
        Later { kind, project, month, known: (known_month, known_day), amount, other }
    }
}
