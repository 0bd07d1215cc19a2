//! Edits of what June's bulletin counted, each as somebody would make it without saying so.

use super::super::county::{County, Project, UNITS, day};

/// An edit: what it may name of a county's projects, units and amounts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    pub(super) project: usize,
    pub(super) month: u32,
    pub(super) amount: u32,
}

/// Where the honest line leads: to a project, to a file, or to no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// To the project that was edited.
    Project,
    /// To a file, by its path.
    File(&'static str),
    /// To what kind of figure it is, since the record is gone or says nothing of it.
    Kind,
}

/// Makes an edit; `None` where a county has nothing to edit so.
type Edit = fn(&mut County, Chosen) -> Option<()>;

/// Every kind of edit, with where its line leads and whether an entry lacks its day.
pub(super) const KINDS: &[(&str, Line, Edit)] = &[
    ("a contract's sum", Line::Project, |county, chosen| {
        county.contract(chosen, |text| text.replace("金额: ", "金额: 1"))
    }),
    ("a contract's day", Line::Project, |county, chosen| {
        county.contract(chosen, |text| dates(&set(text, "签订", "2023-11-11")))
    }),
    ("a contract that came later", Line::Project, |county, chosen| {
        county.contract(chosen, dates)
    }),
    ("a contract that nobody recognised", Line::Project, |county, chosen| {
        county.contract(chosen, |text| without(text, "认定"))
    }),
    ("another kind of contract", Line::Project, |county, chosen| {
        county.contract(chosen, |text| text.replace("正式合同", "框架协议"))
    }),
    ("a contract withdrawn in silence", Line::Project, |county, chosen| {
        county.contract(chosen, |text| text.replace('}', ", 作废: 是}"))
    }),
    ("a contract withdrawn as if before", Line::Project, |county, chosen| {
        let correction = "{报送: 2023-06-20, 作废: 是, 原因: 重复录入}";
        county.contract(chosen, |text| Project::corrected(text, correction))
    }),
    ("a contract corrected as if before", Line::Project, |county, chosen| {
        let Chosen { amount, .. } = chosen;
        let correction =
            format!("{{报送: 2023-06-20, 金额: {amount}万元, 原因: 附件核减}}");
        county.contract(chosen, |text| Project::corrected(text, &correction))
    }),
    ("no contract any more", Line::Kind, |county, chosen| {
        county.of(chosen).lists.remove("合同").map(drop)
    }),
    ("a contract without its day", Line::Project, |county, chosen| {
        county.add_contract(chosen, "认定: 2023-06-20")
    }),
    ("a contract as if it came before", Line::Project, |county, chosen| {
        county.add_contract(chosen, "报送: 2023-06-20, 认定: 2023-06-20")
    }),
    ("more money", Line::Project, |county, chosen| {
        county.money(chosen, |text| text.replace("金额: ", "金额: 1"))
    }),
    ("money of a later month", Line::Project, |county, chosen| {
        county.money(chosen, |text| dates(&set(text, "月份", "2023-11")))
    }),
    ("money that came later", Line::Project, |county, chosen| {
        county.money(chosen, dates)
    }),
    ("money that nothing proves", Line::Project, |county, chosen| {
        county.money(chosen, |text| text.replace(", 凭证: [银行回单]", ""))
    }),
    ("no money any more", Line::Kind, |county, chosen| {
        county.of(chosen).lists.remove("到位资金").map(drop)
    }),
    ("money without its day", Line::Project, |county, chosen| {
        let Chosen { month, amount, .. } = chosen;
        let row =
            format!("{{月份: 2023-{month:02}, 金额: {amount}万元, 凭证: [银行回单]}}");
        county.of(chosen).add("到位资金", row);
        Some(())
    }),
    ("a correction of money as if before", Line::Project, |county, chosen| {
        let Chosen { month, amount, .. } = chosen;
        let row = format!(
            "{{月份: 2023-{month:02}, 金额: -{}万元, 更正: 2023-07-03, 凭证: [银行回单]}}",
            amount % 90 + 1
        );
        county.of(chosen).lists.get_mut("到位资金")?.push(row);
        Some(())
    }),
    ("no start any more", Line::Kind, |county, chosen| {
        county.of(chosen).fields.remove("开工").map(drop)
    }),
    ("a later start", Line::Kind, |county, chosen| {
        county.field(chosen, "开工", |text| dates(&set(text, "日期", "2023-11-02")))
    }),
    ("a start that nobody recognised", Line::Kind, |county, chosen| {
        county.field(chosen, "开工", |text| without(text, "认定"))
    }),
    ("a start withdrawn as if before", Line::Kind, |county, chosen| {
        let correction = "{报送: 2023-06-20, 作废: 是, 原因: 未动工}";
        county.field(chosen, "开工", |text| Project::corrected(text, correction))
    }),
    ("a start without its day", Line::Kind, |county, chosen| {
        let Chosen { month, .. } = chosen;
        let entry = format!("{{日期: {}, 认定: {}}}", day(month, 6), day(month, 9));
        let fields = &mut county.of(chosen).fields;
        (!fields.contains_key("开工"))
            .then(|| drop(fields.insert("开工".to_owned(), entry)))
    }),
    ("an end without its day", Line::Project, |county, chosen| {
        county.put(chosen, "终止", "{日期: 2023-06-10, 原因: 投资方退出}")
    }),
    ("an end as if before", Line::Project, |county, chosen| {
        county.put(
            chosen,
            "终止",
            "{日期: 2023-06-10, 报送: 2023-06-12, 原因: 投资方退出}",
        )
    }),
    ("a move as if before", Line::Project, |county, chosen| {
        county.put(
            chosen,
            "搬迁",
            "{日期: 2023-06-04, 范围: 市域内, 文件: 纪要, 报送: 2023-06-12}",
        )
    }),
    ("another unit", Line::Project, |county, chosen| {
        let unit = UNITS[chosen.amount as usize % UNITS.len()];
        county.put(chosen, "责任单位", unit)
    }),
    ("another unit as if before", Line::Project, |county, chosen| {
        let unit = UNITS[chosen.amount as usize % UNITS.len()];
        let change =
            format!("{{自: 2023-01-01, 报送: 2023-06-12, 责任单位: {unit}, 原因: 调整}}");
        county.of(chosen).add("变更", change);
        Some(())
    }),
    ("shares as if agreed before", Line::Project, |county, chosen| {
        let change = "{自: 2023-01-01, 报送: 2023-06-12, 联合: [{单位: 县交通局, 占比: 60%}, {单位: 县商务委, 占比: 40%}], 原因: 书面报告}";
        county.of(chosen).add("变更", change.to_owned());
        Some(())
    }),
    ("another class", Line::Kind, |county, chosen| {
        county.put(
            chosen,
            "投资方",
            "{名称: 某公司, 注册地: 浙江省杭州市, 类别: [专精特新]}",
        )
    }),
    ("another filing", Line::Project, |county, chosen| {
        county.field(chosen, "备案", |text| text.replace("8000万元", "9000万元"))
    }),
    ("no landing any more", Line::Kind, |county, chosen| {
        let fields = &mut county.of(chosen).fields;
        fields.remove("备案");
        fields.remove("落地").map(drop)
    }),
    ("no project any more", Line::Kind, |county, chosen| {
        let at = chosen.project % county.projects.len();
        county.projects.remove(at);
        Some(())
    }),
    ("other marks", Line::File("marks/2023-05.yaml"), |county, _| {
        county.text("marks/2023-05.yaml", |text| text.replace("分: 1", "分: "))
    }),
    ("marks that came later", Line::File("marks/2023-05.yaml"), |county, _| {
        let later = "期: 2023-05, 报送: 2023-08-20";
        county.text("marks/2023-05.yaml", |text| {
            text.replace("期: 2023-05, 报送: 2023-05-20", later)
        })
    }),
    ("a mark without its day", Line::File("marks/2023-04.yaml"), |county, _| {
        let mark = "评分:\n  - {考核: units, 项目: survey, 单位: 县交通局, 分: 3, 期: 2023-04}\n";
        county.files.insert("marks/2023-04.yaml".to_owned(), mark.to_owned());
        Some(())
    }),
    ("a lapse without its day", Line::File("marks/2023-04.yaml"), |county, _| {
        let lapse = "缺项:\n  - {考核: units, 项目: daily, 单位: 县商务委, 日期: 2023-04-18, 事项: 未填报}\n";
        county.files.insert("marks/2023-04.yaml".to_owned(), lapse.to_owned());
        Some(())
    }),
    ("a lapse that counts for more", Line::File("marks/2023-05.yaml"), |county, _| {
        county.text("marks/2023-05.yaml", |text| {
            text.replace("事项: 未参加培训", "事项: 未参加培训, 数: 3")
        })
    }),
    ("no marks and lapses any more", Line::Kind, |county, _| {
        county.files.remove("marks/2023-05.yaml").map(drop)
    }),
    (
        "a disqualification without its day",
        Line::File("marks/2023-04.yaml"),
        |county, _| {
            let veto = "取消资格:\n  - {考核: units, 单位: 县交通局, 起: 2023-04-20, 原因: 虚报, 依据: 三}\n";
            county.files.insert("marks/2023-04.yaml".to_owned(), veto.to_owned());
            Some(())
        },
    ),
    ("another recognised value", Line::File("reported/2023-06.yaml"), |county, _| {
        county.text("reported/2023-06.yaml", |text| text.replace("值: 800", "值: 700"))
    }),
    ("no recognised value any more", Line::Kind, |county, _| {
        county.files.remove("reported/2023-06.yaml").map(drop)
    }),
    (
        "a recognised value without its day",
        Line::File("reported/2023-06.yaml"),
        |county, _| {
            county.text("reported/2023-06.yaml", |text| {
                format!(
                    "{text}{}",
                    text.lines().nth(1).unwrap().replace("到位资金", "正式合同额")
                )
            })
        },
    ),
    (
        "a lead found valid as if before",
        Line::File("activities/2023/lead-1.yaml"),
        |county, _| {
            let correction = "更正: [{报送: 2023-06-20, 有效: 是, 原因: 经核实有效}]\n";
            county
                .text("activities/2023/lead-1.yaml", |text| format!("{text}{correction}"))
        },
    ),
    ("another target", Line::File("plans/plan-2023.yaml"), |county, _| {
        county.plan_text(|text| text.replace("到位资金: 4亿元", "到位资金: 3亿元"))
    }),
    ("another curve", Line::File("plans/plan-2023.yaml"), |county, _| {
        county.plan_text(|text| text.replace("2023-Q2, 应达: 50%", "2023-Q2, 应达: 40%"))
    }),
    ("another weight", Line::File("plans/plan-2023.yaml"), |county, _| {
        county.plan_text(|text| text.replace("每项: 1,", "每项: 2,"))
    }),
    (
        "a unit that goes on in another as if before",
        Line::File("units.yaml"),
        |county, _| {
            county.units(
                "县商务委, 分组: 县级部门",
                "县商务委, 分组: 县级部门, 并入: {单位: 县交通局, 自: 2023-05-01}",
            )
        },
    ),
    ("a unit of another group", Line::File("units.yaml"), |county, _| {
        county.units("县商务委, 分组: 县级部门", "县商务委, 分组: 乡镇")
    }),
];

/// An entry that came when June's bulletin had long been issued.
fn dates(text: &str) -> String {
    set(&set(text, "报送", "2023-12-20"), "认定", "2023-12-20")
}

/// An entry with another content of a field that it has.
fn set(text: &str, key: &str, content: &str) -> String {
    let Some(at) = text.find(&format!("{key}: ")) else { return text.to_owned() };
    let start = at + key.len() + 2;
    let length = text[start..].find([',', '}']).unwrap();
    format!("{}{content}{}", &text[..start], &text[start + length..])
}

/// An entry without a field that holds a day.
fn without(text: &str, key: &str) -> String {
    let Some(at) = text.find(&format!(", {key}: ")) else { return text.to_owned() };
    let end = at + key.len() + 4 + 10;
    format!("{}{}", &text[..at], &text[end..])
}

impl County {
    pub(super) fn of(&mut self, chosen: Chosen) -> &mut Project {
        let count = self.projects.len();
        &mut self.projects[chosen.project % count]
    }

    fn put(&mut self, chosen: Chosen, key: &str, value: &str) -> Option<()> {
        self.of(chosen).fields.insert(key.to_owned(), value.to_owned());
        Some(())
    }

    fn item(
        &mut self,
        chosen: Chosen,
        list: &str,
        edit: impl Fn(&str) -> String,
    ) -> Option<()> {
        let items = self.of(chosen).lists.get_mut(list)?;
        let at = chosen.amount as usize % items.len();
        items[at] = edit(&items[at]);
        Some(())
    }

    fn contract(&mut self, chosen: Chosen, edit: impl Fn(&str) -> String) -> Option<()> {
        self.item(chosen, "合同", edit)
    }

    fn money(&mut self, chosen: Chosen, edit: impl Fn(&str) -> String) -> Option<()> {
        self.item(chosen, "到位资金", edit)
    }

    fn field(
        &mut self,
        chosen: Chosen,
        key: &str,
        edit: impl Fn(&str) -> String,
    ) -> Option<()> {
        let entry = self.of(chosen).fields.get_mut(key)?;
        *entry = edit(entry);
        Some(())
    }

    fn add_contract(&mut self, chosen: Chosen, days: &str) -> Option<()> {
        let Chosen { month, amount, .. } = chosen;
        let contract = format!(
            "{{类型: 正式合同, 签订: {}, 续签: 增资, 金额: {amount}万元, {days}, 凭证: [合同文本]}}",
            day(month, 9)
        );
        self.of(chosen).add("合同", contract);
        Some(())
    }

    fn text(&mut self, path: &str, edit: impl Fn(&str) -> String) -> Option<()> {
        let text = self.files.get_mut(path)?;
        *text = edit(text);
        Some(())
    }

    fn plan_text(&mut self, edit: impl Fn(&str) -> String) -> Option<()> {
        let text = edit(&self.plan());
        self.files.insert("plans/plan-2023.yaml".to_owned(), text);
        Some(())
    }

    fn units(&mut self, old: &str, new: &str) -> Option<()> {
        let units =
            std::fs::read_to_string(crate::stage::suite("life/county/units.yaml"));
        let text = units.unwrap().replace(old, new);
        self.files.insert("units.yaml".to_owned(), text);
        Some(())
    }
}
