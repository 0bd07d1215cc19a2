//! The table of forms, one for each kind of record that units hand in.

use crate::intake::form::column::{Column, Role};
use crate::model::dictionary::Fields;
use crate::model::record::project::{
    Contract, FundsEntry, Investor, Project, StageEntry,
};
use crate::model::record::reported::Total;

/// What the rows of a form record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A project each.
    Project,
    /// A contract of a project each.
    Contract,
    /// The start of a project each.
    Start,
    /// The money of a project in a month each.
    Funds,
    /// The total of an indicator each.
    Total,
}

/// A form.
#[derive(Debug)]
pub struct Form {
    /// Id in its code.
    pub id: &'static str,
    /// Name of its sheet.
    pub name: &'static str,
    /// What the rows record.
    pub target: Target,
    /// The columns.
    pub columns: &'static [Column],
    /// Rows without content for what is new.
    pub blank_rows: usize,
    /// What to mind.
    pub notes: &'static [&'static str],
}

const PROJECT_ID: Column =
    Column::of(Role::ProjectId, "项目编号", 15).also(&["编号", "项目代码"]);
const PROJECT_NAME: Column =
    Column::of(Role::ProjectName, "项目名称", 28).also(&["项目", "名称"]);
const UNCHANGED: Column = Column::of(Role::Unchanged, "没有变化", 10).also(&[
    "本月没有变化",
    "无变化",
    "零报告",
]);
const AGREES: Column = Column::of(Role::Agrees, "核对", 8).given();

/// What is said of blank cells on every form.
const BLANK: &str =
    "空着的格子是“没有填”，不是零；本月确实没有的，在“没有变化”里选“是”。";
const NEW: &str = "新项目的编号空着，由汇总单位编；别的表里写同一个项目名称。";

/// Every form, in the order of the sheets.
pub const FORMS: &[Form] =
    &[
        Form {
            id: "projects",
            name: "项目",
            target: Target::Project,
            columns: &[
                PROJECT_ID,
                Column::of(Role::Own(&[Fields::<Project>::name]), "项目名称", 28)
                    .also(&["项目", "名称"]),
                Column::of(Role::Own(&[Fields::<Project>::unit]), "责任单位", 16)
                    .also(&["牵头单位", "招商单位"]),
                Column::of(
                    Role::Own(&[Fields::<Project>::investor, Fields::<Investor>::name]),
                    "投资方",
                    24,
                )
                .also(&[
                    "投资方名称",
                    "投资企业",
                    "企业名称",
                    "投资单位",
                ]),
                Column::of(
                    Role::Own(&[Fields::<Project>::investor, Fields::<Investor>::seat]),
                    "注册地",
                    16,
                )
                .also(&["投资方注册地", "企业注册地"]),
                Column::of(Role::Own(&[Fields::<Project>::origin]), "来源地", 8),
                Column::of(Role::Own(&[Fields::<Project>::sector]), "领域", 12),
                Column::of(Role::Own(&[Fields::<Project>::chain]), "产业链", 12),
                Column::of(Role::Own(&[Fields::<Project>::industry]), "行业", 10),
                Column::of(Role::Own(&[Fields::<Project>::investment]), "投资总额", 11)
                    .unit("万元")
                    .also(&["总投资", "计划总投资"]),
                Column::of(Role::Own(&[Fields::<Project>::land]), "用地面积", 9)
                    .unit("亩"),
                Column::of(Role::Own(&[Fields::<Project>::content]), "建设内容", 24)
                    .also(&["建设规模及内容", "项目内容", "建设内容及规模"]),
            ],
            blank_rows: 6,
            notes: &[NEW, "已有的项目，空着的可以补填；要改已经填好的，另附原因。"],
        },
        Form {
            id: "contracts",
            name: "合同",
            target: Target::Contract,
            columns: &[
                PROJECT_ID,
                PROJECT_NAME,
                Column::of(Role::Own(&[Fields::<Contract>::kind]), "合同类型", 12)
                    .also(&["协议类型"]),
                Column::of(Role::Own(&[Fields::<Contract>::signed]), "签订日期", 13)
                    .also(&["签约日期", "签约时间", "签订时间"]),
                Column::of(Role::Own(&[Fields::<Contract>::amount]), "合同金额", 13)
                    .unit("万元")
                    .also(&["签约金额", "协议金额", "合同额", "协议资金"]),
                Column::of(Role::Own(&[Fields::<Contract>::renewal]), "续签", 8),
                Column::of(Role::Own(&[Fields::<Contract>::evidence]), "凭证", 24)
                    .also(&["佐证资料", "佐证材料"]),
            ],
            blank_rows: 8,
            notes: &["本月新签订的合同、协议，一份一行；先前报过的不再写。", NEW],
        },
        Form {
            id: "starts",
            name: "开工",
            target: Target::Start,
            columns: &[
                PROJECT_ID,
                PROJECT_NAME,
                Column::of(Role::Own(&[Fields::<StageEntry>::date]), "开工日期", 13)
                    .also(&["开工时间"]),
                Column::of(Role::Own(&[Fields::<StageEntry>::evidence]), "凭证", 30)
                    .also(&["佐证资料", "佐证材料", "开工佐证"]),
            ],
            blank_rows: 4,
            notes: &["本月开工的写日期和凭证；没有开工的空着。"],
        },
        Form {
            id: "funds",
            name: "到位资金",
            target: Target::Funds,
            columns: &[
                PROJECT_ID,
                PROJECT_NAME,
                Column::of(Role::Own(&[Fields::<FundsEntry>::month]), "月份", 10)
                    .also(&["资金月份", "到位月份"]),
                Column::of(Role::Before, "上期累计", 12)
                    .unit("万元")
                    .given()
                    .also(&["上月累计", "截至上月累计"]),
                Column::of(Role::Own(&[Fields::<FundsEntry>::amount]), "本月", 12)
                    .unit("万元")
                    .also(&[
                        "本期",
                        "本季",
                        "本月到位",
                        "本月数",
                        "到位金额",
                        "本月到位资金",
                        "当月到位",
                        "到位资金",
                    ]),
                Column::of(Role::ToDate, "本年累计", 12).unit("万元").also(&[
                    "累计",
                    "累计到位",
                    "截至本月累计",
                    "本年累计到位",
                ]),
                AGREES,
                UNCHANGED,
                Column::of(Role::Own(&[Fields::<FundsEntry>::evidence]), "凭证", 20)
                    .also(&["佐证资料", "佐证材料", "到资凭证"]),
                Column::of(Role::Own(&[Fields::<FundsEntry>::note]), "说明", 18),
            ],
            blank_rows: 4,
            notes: &["上期累计＋本月＝本年累计，“核对”一格自己算。", BLANK],
        },
        Form {
            id: "totals",
            name: "总数",
            target: Target::Total,
            columns: &[
                Column::of(Role::Own(&[Fields::<Total>::indicator]), "指标", 28)
                    .also(&["指标名称"])
                    .given(),
                Column::of(Role::Own(&[Fields::<Total>::scope]), "范围", 18)
                    .also(&["责任单位", "报送单位", "县区"])
                    .given(),
                Column::of(Role::Measure, "计量单位", 10).also(&["单位"]).given(),
                Column::of(Role::Before, "上期累计", 12)
                    .given()
                    .also(&["上月累计", "截至上月累计"]),
                Column::of(Role::Own(&[Fields::<Total>::value]), "本月", 12).also(&[
                    "本期",
                    "本季",
                    "本月数",
                    "当期",
                ]),
                Column::of(Role::ToDate, "本年累计", 12).also(&["累计", "截至本月累计"]),
                AGREES,
                UNCHANGED,
                Column::of(Role::Own(&[Fields::<Total>::note]), "说明", 24),
            ],
            blank_rows: 0,
            notes: &["上期累计＋本月＝本年累计，“核对”一格自己算。", BLANK],
        },
    ];
