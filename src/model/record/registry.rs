//! The card of a book, and the registry of the names that its records refer to.

use chrono::NaiveDate;

use crate::model::dictionary::{choices, record};
use crate::model::edition::paper::Paper;
pub use crate::model::record::leader::{Leader, LeaderChange, Term};
use crate::model::record::project::{Origin, Project};
pub use crate::model::record::unit::{Life, Merger, Unit, UnitChange};
use crate::model::value::quantity::{Denomination, Quantity};
use crate::model::value::reference::{PlanRef, ScopeRef, UnitRef};
use crate::model::value::word::{Address, Count, Flag, Id};

choices! {
    /// Under which terms the open tables of a book may be used.
    Licence = "许可" "licence" {
        Zero = "CC0-1.0" "cc0-1.0",
        By = "CC-BY-4.0" "cc-by-4.0",
        ByShareAlike = "CC-BY-SA-4.0" "cc-by-sa-4.0",
    }
}

record! {
    /// `book.yaml`: what the book is and who issues its bulletins.
    BookCard = "账本" "book" "一个市、县的全部数据：文件 book.yaml" single title(name) rule order = 7 {
        name: String = "名称" "市、县的名称" "巫山县" "" Public,
        whole: String = "全域" "合计行的叫法" "全县" "" Public,
        mark: String = "标志" "发文机关标志，即红头" "巫山县招商引资工作通报" "GB/T 9704 7.2.4" Public,
        issuer: String = "发文机关" "印发通报的机关" "县招商引资工作领导小组办公室" "K37" Public,
        compiler: Option<String> = "汇总单位" "收集数据、编写通报的单位" "县招商投资事务中心" "K37" Public,
        number_prefix: Option<String> = "发文字号" "发文字号的机关代字" "巫招办" "G01" Public,
        addressees: String = "主送" "主送机关，末尾不写冒号" "各招商责任单位" "G02" Public,
        copies: Option<String> = "抄送" "抄送机关，末尾不写句号" "县委办公室，县政府办公室" "D57" Public,
        plans: Vec<PlanRef> = "方案" "依据的方案，按先后" "[wushan-2023]" "G01" Public,
        below: Vec<Below> = "下级" "下级账本：它们发布的数由“来源: 下级”的指标相加" "[{编号: cangxi, 单位: 苍溪县}]" "" Public,
        theme: Option<Id> = "主题" "themes 下的主题文件夹，不写用 default" "default" "" Public,
        licence: Option<Licence> = "许可" "开放数据表许可怎样使用；不写则数据包写明没有声明许可" "CC-BY-4.0" "" Public,
        paper: Option<Paper> = "公文" "通报怎样排成公文；不写则为盖印章的文件" "{样式: 文件, 正文表: 领域完成情况 到位资金, 数据资料: 是}" "" Public,
        imports: Vec<ImportColumn> = "导入列" "单位自己的表里，表头与报表不同的列各是哪一列" "[{表头: 实际到账, 表: 到位资金, 列: 本月, 单位: 万元}]" "" Public,
        note: Option<String> = "说明" "首页上的说明" "项目和资金均为演示数据" "" Public,
    }
}

record! {
    /// A book below.
    Below = "下级" "below" "下级的一个账本；它的存档用 tongbao import --released 取来，放在 below/<编号>/" identity(id) {
        id: Id = "编号" "下级账本的编号，即它的文件夹名" "cangxi" "" Public,
        unit: UnitRef = "单位" "在本账本里是哪个单位" "苍溪县" "" Public,
        place: Option<String> = "来处" "它的账本或存档放在哪里，供取的人看" "git@example.gov.cn:cangxi/data" "" Internal,
        address: Option<Address> = "网址" "它的通报网站，来历里由此链接到那一期" "https://example.gov.cn/cangxi" "" Public,
    }
}

record! {
    /// What a column of an office's own tables is.
    ImportColumn = "导入列" "import-column" "单位自己的表里的一列，是报表的哪一列" identity(head) {
        head: String = "表头" "那一列的表头，不写括号里的单位" "实际到账" "" Public,
        form: String = "表" "报表的哪张表：项目、合同、开工、到位资金、总数" "到位资金" "" Public,
        column: String = "列" "报表的哪一列，照表头写" "本月" "" Public,
        unit: Option<Denomination> = "单位" "这一列的数的单位，表头里没有时写" "万元" "" Public,
    }
}

record! {
    /// `units.yaml`: the names of the book.
    Registry = "名录" "units" "单位、分组、领域、产业链和领导的名录：文件 units.yaml" single called = "单位和领域名录" rule order = 6 {
        groups: Vec<Group> = "分组" "单位的分组，排位按组进行" "[{编号: departments, 名称: 县级部门}]" "W44" Public,
        sectors: Vec<Sector> = "领域" "领域" "[{编号: tourism, 名称: 生态旅游}]" "W13" Public,
        chains: Vec<Chain> = "产业链" "产业链" "[{编号: food, 名称: 食品加工}]" "W08" Public,
        regions: Vec<Region> = "来源区域" "投资方所在的区域，按投资方的注册地归入" "[{编号: gba, 名称: 粤港澳大湾区, 注册地: [广东省, 香港, 澳门]}]" "G22" Public,
        events: Vec<SigningEvent> = "签约活动" "签约的展会、推介会等" "[{编号: western, 名称: 西博会}]" "G53" Public,
        leaders: Vec<Leader> = "领导" "领导，只写职务代称，不写姓名" "[{编号: leader-1, 名称: 县领导甲}]" "W19" Internal,
        statistics: Vec<Statistic> = "基础数据" "人口、面积等，供人均、地均使用" "[{范围: 汉滨区, 项: 常住人口, 年: 2022, 值: 89.1万人, 出处: 统计公报}]" "A13" Public,
        units: Vec<Unit> = "单位" "责任单位，先后即排列顺序" "[{编号: jiaotong, 名称: 县交通局, 分组: departments}]" "G02" Public,
    }
}

record! {
    /// A group of units that are ranked together.
    Group = "单位分组" "group" "一组一起排位的单位" identity(id, name) {
        id: Id = "编号" "编号" "departments" "" Public,
        name: String = "名称" "名称" "县级部门" "W44" Public,
        aliases: Vec<String> = "别名" "其他叫法" "[部门]" "" Public,
    }
}

record! {
    /// A sector.
    Sector = "领域" "sector" "招商的一个领域" identity(id, name) {
        id: Id = "编号" "编号" "fintech" "" Public,
        name: String = "名称" "名称" "科技金融" "W13" Public,
        aliases: Vec<String> = "别名" "其他叫法" "[金融科技]" "W18" Public,
    }
}

record! {
    /// An industrial chain.
    Chain = "产业链" "chain" "一条产业链" identity(id, name) {
        id: Id = "编号" "编号" "food" "" Public,
        name: String = "名称" "名称" "食品加工" "W08" Public,
        aliases: Vec<String> = "别名" "其他叫法" "[绿色食品]" "" Public,
        lead: Option<UnitRef> = "牵头部门" "管这个行业、招这个产业的部门" "市经济和信息化局" "G71" Public,
        key: Option<Flag> = "重点" "是否是重点产业链" "是" "A15" Public,
    }
}

record! {
    /// A region that investors come from.
    Region = "来源区域" "region" "投资方所在的一个区域，注册地或来源地满足其一即归入；一个项目可以归入几个区域" identity(id, name) {
        id: Id = "编号" "编号" "gba" "" Public,
        name: String = "名称" "名称" "粤港澳大湾区" "G22" Public,
        aliases: Vec<String> = "别名" "其他叫法" "[大湾区]" "" Public,
        seats: Vec<String> = "注册地" "投资方的注册地以这些地名开头" "[广东省, 香港, 澳门]" "G22" Public,
        origins: Vec<Origin> = "来源地" "投资来源为其中之一" "[境外]" "D07" Public,
    }
}

record! {
    /// An event at which contracts are signed.
    SigningEvent = "签约活动" "signing-event" "签约的一个展会、推介会" identity(id, name) {
        id: Id = "编号" "编号" "western" "" Public,
        name: String = "名称" "名称" "西博会" "G53" Public,
        aliases: Vec<String> = "别名" "其他叫法" "[中国西部国际博览会]" "" Public,
    }
}

choices! {
    /// What a basic statistic is about.
    StatisticKind = "项" "statistic-kind" {
        Population = "常住人口" "population",
        Area = "面积" "area",
    }
}

record! {
    /// A basic statistic of a scope and a year.
    Statistic = "基础数据" "statistic" "一个范围一年的人口或面积" identity(scope, kind, year) fact {
        scope: ScopeRef = "范围" "对谁" "汉滨区" "A13" Public,
        kind: StatisticKind = "项" "人口还是面积" "常住人口" "A13" Public,
        year: Count = "年" "哪一年的数；取不晚于所算年份的最近一年" "2022" "A13" Public,
        value: Quantity = "值" "数值" "89.1万人" "A13" Public,
        source: String = "出处" "出处" "2022年统计公报" "A13" Public,
        published: Option<NaiveDate> = "公布" "公布的日期；截止日在它以前的各期还不知道这个数，不写为一直知道" "2023-03-28" "" Public,
        demo: Option<Flag> = "演示" "虚构的数写“是”" "是" "A13" Public,
    }
}

impl Default for BookCard {
    /// Makes the card that stands in for an unreadable one, so that the rest can still be checked.
    fn default() -> BookCard {
        BookCard {
            name: String::new(),
            whole: String::new(),
            mark: String::new(),
            issuer: String::new(),
            compiler: None,
            number_prefix: None,
            addressees: String::new(),
            copies: None,
            plans: Vec::new(),
            below: Vec::new(),
            theme: None,
            licence: None,
            paper: None,
            imports: Vec::new(),
            note: None,
        }
    }
}

impl Default for Registry {
    /// Makes the registry that stands in for an unreadable one, so that the rest can still be
    /// checked.
    fn default() -> Registry {
        Registry {
            groups: Vec::new(),
            sectors: Vec::new(),
            chains: Vec::new(),
            regions: Vec::new(),
            events: Vec::new(),
            leaders: Vec::new(),
            statistics: Vec::new(),
            units: Vec::new(),
        }
    }
}

impl Region {
    /// Returns whether a project's investor comes from the region.
    pub fn holds(&self, project: &Project) -> bool {
        let seat = project.investor.seat.as_deref().unwrap_or_default();
        self.origins.contains(&project.origin)
            || self.seats.iter().any(|place| seat.starts_with(place.as_str()))
    }
}
