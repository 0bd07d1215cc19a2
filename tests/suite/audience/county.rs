//! A small county for the public: three units of two sectors, two projects of each origin in each.

use crate::case::Case;

/// An indicator of money that has arrived, with whatever else is declared of it.
pub(super) fn funds(id: &str, name: &str, rest: &str) -> String {
    format!(
        "  - {{编号: {id}, 名称: {name}, 取数: 到位资金, 来源: 项目, 单位: 亿元, 小数: 4, 时段: 本年累计, 口径: 口径, 依据: 二{rest}}}\n"
    )
}

/// A county whose plan has further indicators and restrictions.
pub(super) struct County {
    pub(super) indicators: String,
    pub(super) restrictions: &'static str,
    /// The years of its plans, and of the money.
    pub(super) years: &'static [i32],
    /// The last months of its editions.
    pub(super) months: &'static [u32],
}

impl Default for County {
    fn default() -> County {
        County {
            indicators: funds("funds", "到位资金", ""),
            restrictions: "",
            years: &[2023],
            months: &[6],
        }
    }
}

const UNITS: [(&str, &str); 3] =
    [("县交通局", "商贸物流"), ("县商务委", "商贸物流"), ("县经信委", "生态工业")];

impl County {
    /// The files of its book, by path.
    pub(super) fn files(&self) -> Vec<(String, String)> {
        let plans = self.years.iter().map(|year| format!("plan-{year}"));
        let plans: Vec<String> = plans.collect();
        let mut files = vec![
            (
                "book.yaml".to_owned(),
                format!(
                    "名称: 某县\n全域: 全县\n标志: 某县通报\n发文机关: 县领导小组办公室\n主送: 各单位\n方案: [{}]\n",
                    plans.join(", ")
                ),
            ),
            ("units.yaml".to_owned(), REGISTRY.to_owned()),
        ];
        for year in self.years {
            files.push((format!("plans/plan-{year}.yaml"), self.plan(*year)));
            for month in self.months {
                files.push((
                    format!("editions/{year}-{month:02}.md"),
                    format!(
                        "---\n期: {year}-{month:02}\n印发: {year}-{:02}-10\n标题: 通报\n受众: 公开\n---\n\n正文。\n",
                        month + 1
                    ),
                ));
            }
            files.extend(projects(*year));
        }
        files
    }

    /// Its book in memory, as the book `demo`.
    pub(super) fn case(&self) -> Case {
        let files = self.files().into_iter();
        files.fold(Case::empty(), |case, (path, text)| case.with(&path, text))
    }

    fn plan(&self, year: i32) -> String {
        let (indicators, restrictions) = (&self.indicators, self.restrictions);
        format!(
            "编号: plan-{year}
名称: 某县{year}年方案
期间: {year}-01-01 至 {year}-12-31
条款: [{{条: 二, 要点: 工作目标}}, {{条: 附件1, 要点: 任务分解表}}]
汇率:
  - {{币种: 美元, 汇率: 6.9, 起用: 2023-01-01, 依据: 二}}
  - {{币种: 美元, 汇率: 7.2, 起用: 2023-06-01, 依据: 二}}
指标:
{indicators}目标表:
  - 编号: units
    名称: 任务分解表
    依据: 附件1
    行:
      - {{领域: 商贸物流, 单位: 县交通局, 目标: {{到位资金: 5亿元}}}}
      - {{领域: 商贸物流, 单位: 县商务委, 目标: {{到位资金: 3亿元}}}}
      - {{领域: 生态工业, 单位: 县经信委, 目标: {{到位资金: 2亿元}}}}
{restrictions}"
        )
    }
}

const REGISTRY: &str = "分组: [{编号: departments, 名称: 县级部门}]
领域: [{编号: logistics, 名称: 商贸物流}, {编号: industry, 名称: 生态工业}]
产业链: [{编号: food, 名称: 食品加工}, {编号: wood, 名称: 木材加工}]
来源区域: [{编号: prd, 名称: 珠三角, 注册地: [广东省]}, {编号: abroad, 名称: 境外, 来源地: [境外]}]
单位:
  - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
  - {编号: shangwu, 名称: 县商务委, 分组: 县级部门}
  - {编号: jingxin, 名称: 县经信委, 分组: 县级部门}
";

/// Twelve projects, with money in May and in June.
fn projects(year: i32) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (unit, sector) in UNITS {
        for origin in ["省外", "省外", "市外", "市外"] {
            let at = files.len() + 1;
            let chain = ["食品加工", "木材加工"][at % 2];
            let (may, june) = (1000 + at * 37, 500 + at * at * 3);
            files.push((
                format!("projects/{year}/p-{year}-{at}.yaml"),
                format!(
                    "编号: p-{year}-{at}
名称: 第{at}号项目
投资方: {{名称: 某某{year}第{at}公司, 注册地: 广东省, 类别: [央企]}}
来源地: {origin}
领域: {sector}
产业链: {chain}
责任单位: {unit}
合同: [{{类型: 正式合同, 签订: {year}-01-18, 金额: 3亿元}}]
开工: {{日期: {year}-01-22}}
到位资金:
  - {{月份: {year}-05, 金额: {may}万元, 凭证: [银行回单]}}
  - {{月份: {year}-06, 金额: {june}万元, 凭证: [银行回单]}}
"
                ),
            ));
        }
    }
    files
}
