//! A small county whose books are written anew for each case.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tongbao::figures::basis::Basis;
use tongbao::load::load;
use tongbao::load::source::files::Folder;
use tongbao::model::book::Book;
use tongbao::model::book::figure_id::FigureId;
use tongbao::model::dictionary::Word;
use tongbao::model::edition::frozen::FrozenParts;
use tongbao::model::value::period::Period;
use tongbao::results::release::computed;

use crate::stage::{Stage, suite};

pub(super) const UNITS: &[&str] =
    &["县交通局", "县商务委", "工贸园区", "县科技局", "县城管局", "大昌镇"];
pub(super) const SECTORS: &[&str] = &["商贸物流", "生态工业"];

/// The text of a project, with room for what becomes known later.
#[derive(Clone, Debug, Default)]
pub(super) struct Project {
    /// Keys with one value, as they are written.
    pub(super) fields: BTreeMap<String, String>,
    /// Keys with a list, as each of its items is written.
    pub(super) lists: BTreeMap<String, Vec<String>>,
}

impl Project {
    /// Adds an item to a list.
    pub(super) fn add(&mut self, key: &str, item: String) {
        self.lists.entry(key.to_owned()).or_default().push(item);
    }

    /// Adds a correction to an entry that is a flow map, such as `{日期: 2023-01-02}`.
    pub(super) fn corrected(entry: &str, correction: &str) -> String {
        let (start, end) = entry.rsplit_once('}').unwrap();
        let start = match start.split_once(", 更正: [") {
            Some((start, earlier)) => {
                format!(
                    "{start}, 更正: [{}, {correction}]",
                    earlier.trim_end_matches(']')
                )
            }
            None => format!("{start}, 更正: [{correction}]"),
        };
        format!("{start}}}{end}")
    }

    fn text(&self, id: usize) -> String {
        let mut text = format!("编号: xm-{id}\n名称: 某项目{id}\n");
        for (key, value) in &self.fields {
            text += &format!("{key}: {value}\n");
        }
        for (key, items) in &self.lists {
            text += &format!("{key}:\n");
            for item in items {
                text += &format!("  - {item}\n");
            }
        }
        text
    }
}

/// A county's data: its projects, and its other files by path.
#[derive(Clone, Debug, Default)]
pub(super) struct County {
    pub(super) projects: Vec<Project>,
    pub(super) files: BTreeMap<String, String>,
}

const PLAN: &str = "plans/plan-2023.yaml";

impl County {
    /// The text of its plan.
    pub(super) fn plan(&self) -> String {
        let fixture = || std::fs::read_to_string(suite(&format!("life/county/{PLAN}")));
        self.files.get(PLAN).cloned().unwrap_or_else(|| fixture().unwrap())
    }

    /// Reads the book; it must be without a fault.
    pub(super) fn book(&self) -> Book {
        let stage = Stage::empty().book("demo", &suite("life/county"));
        for (id, project) in self.projects.iter().enumerate() {
            let text = project.text(id);
            stage.write(&format!("demo/projects/2023/xm-{id}.yaml"), text.as_bytes());
        }
        for (path, text) in &self.files {
            stage.write(&format!("demo/{path}"), text.as_bytes());
        }
        let mut loaded = load(&Folder::open(&stage.data()).unwrap());
        assert!(loaded.diagnostics.is_empty(), "{:#?}\n{self:#?}", loaded.diagnostics);
        loaded.books.remove(0)
    }

    /// What each of some editions would freeze, by figure.
    pub(super) fn frozen<const N: usize>(&self, periods: [&str; N]) -> [Frozen; N] {
        let book = self.book();
        let until = Period::parse("2023").unwrap().end();
        let basis = Basis::of(&book, until);
        periods.map(|period| {
            let figures = computed(&basis, &Period::parse(period).unwrap()).into_iter();
            figures.map(|figure| (figure.id, figure.parts)).collect()
        })
    }
}

/// Figures by their ids, as an edition freezes them.
pub(super) type Frozen = BTreeMap<FigureId, FrozenParts>;

/// A day of a month.
pub(super) fn day(month: u32, day: u32) -> String {
    format!("2023-{month:02}-{day:02}")
}

prop_compose! {
    fn contract()(
        month in 1..=6u32, amount in 1_000..30_000u32, late in 0..4u32, renewal in 0..3usize,
    ) -> String {
        let renewal = ["", "续签: 重签, ", "续签: 增资, "][renewal];
        let submitted = day(month + late / 3, 20);
        format!("{{类型: 正式合同, 签订: {}, {renewal}金额: {amount}万元, 报送: {submitted}, 认定: {submitted}, 凭证: [合同文本]}}", day(month, 11))
    }
}

prop_compose! {
    fn money()(month in 1..=6u32, amount in 10..20_000u32, late in 0..4u32) -> String {
        format!("{{月份: 2023-{month:02}, 金额: {amount}万元, 报送: {}, 凭证: [银行回单]}}", day(month + 1 + late / 3, 5))
    }
}

prop_compose! {
    /// A project as it was known by the end of June.
    pub(super) fn project()(
        unit in 0..UNITS.len(), sector in 0..3usize,
        contracts in proptest::collection::vec(contract(), 1..3), funds in proptest::collection::vec(money(), 0..4),
        started in proptest::option::of(1..=6u32), landed in proptest::option::of(1..=6u32), filed in proptest::option::of(1..=6u32),
        land in proptest::option::of(10..500u32),
    ) -> Project {
        let mut project = Project::default();
        let mut set = |key: &str, value: String| project.fields.insert(key.to_owned(), value);
        set("投资方", "{名称: 某公司, 注册地: 浙江省杭州市}".to_owned());
        set("来源地", "市外".to_owned());
        set("责任单位", UNITS[unit].to_owned());
        if let Some(sector) = SECTORS.get(sector) { set("领域", (*sector).to_owned()); }
        if let Some(land) = land { set("用地面积", format!("{land}亩")); }
        if let Some(month) = started { set("开工", format!("{{日期: {}, 报送: {}, 认定: {}}}", day(month, 2), day(month, 9), day(month, 12))); }
        if let Some(month) = landed { set("落地", format!("{{日期: {}, 报送: {}}}", day(month, 3), day(month, 9))); }
        if let Some(month) = filed { set("备案", format!("{{日期: {}, 金额: 8000万元, 报送: {}}}", day(month, 4), day(month, 9))); }
        project.lists.insert("合同".to_owned(), contracts);
        if !funds.is_empty() { project.lists.insert("到位资金".to_owned(), funds); }
        project
    }
}

prop_compose! {
    /// A county as it was known by the end of June.
    pub(super) fn county()(projects in proptest::collection::vec(project(), 2..6), marks in 0..3u32, at_end in any::<bool>()) -> County {
        let mut files = BTreeMap::new();
        if at_end {
            let plan = County::default().plan();
            files.insert(PLAN.to_owned(), plan.replacen("指标:\n", "企业类别: 期末\n指标:\n", 1));
        }
        if marks > 0 {
            files.insert("marks/2023-05.yaml".to_owned(), format!(
                "评分:\n  - {{考核: units, 项目: survey, 单位: 县交通局, 分: 1{marks}, 期: 2023-05, 报送: 2023-05-20}}\n\
                 缺项:\n  - {{考核: units, 项目: daily, 单位: 县商务委, 日期: 2023-05-18, 事项: 未参加培训, 报送: 2023-05-20}}\n"));
        }
        files.insert("activities/2023/lead-1.yaml".to_owned(), "编号: lead-1\n类别: 线索\n日期: 2023-04-12\n事项: 某企业有意投资\n单位: [县交通局]\n报送: 2023-04-15\n".to_owned());
        County { projects, files }
    }
}
