//! Invented projects: each is the same whenever it is made.

/// Years in which projects were first signed; most of them in the plan's.
pub(super) const YEARS: [u32; 3] = [2021, 2022, 2023];

const TOWNS: &[&str] =
    &["城东片区", "城西片区", "河口镇", "高桥镇", "龙门街道", "双溪乡"];
const WORKS: &[&str] =
    &["中药饮片加工", "冷链物流中心", "汽车配件", "绿色建材", "农产品加工", "数据中心"];
const PLACES: &[&str] =
    &["江苏省苏州市", "浙江省杭州市", "广东省广州市", "四川省成都市", "湖北省宜昌市"];
const PAPERS: &[&str] = &["银行回单", "统计部门核定", "银行回单, 付款合同"];

/// Who answers for projects.
pub(super) struct Unit {
    pub(super) name: String,
    pub(super) sector: String,
    pub(super) leader: String,
}

/// Numbers that look like chance.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }
}

/// The path of a project's file inside the book, and its text of some 900 bytes.
pub(super) fn project(at: usize, unit: &Unit) -> (String, String) {
    let mut dice = Dice((at as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let year = [2021, 2022, 2023, 2023, 2023, 2023][dice.roll(6)];
    let id = format!("p-{year}-{at:06}");
    let (town, work) = (dice.pick(TOWNS), dice.pick(WORKS));
    let mut text = format!(
        "# yaml-language-server: $schema=../../../schema/project.json\n编号: {id}\n\
         名称: {town}{work}第{at}号项目\n演示: 是\n投资方:\n  名称: 某{work}第{at}号有限公司\n\
         \x20 注册地: {}\n来源地: 省外\n领域: {}\n责任单位: {}\n责任领导: {}\n",
        dice.pick(PLACES),
        unit.sector,
        unit.name,
        unit.leader
    );
    if dice.roll(5) < 2 {
        text.push_str(&format!("用地面积: {}亩\n", 20 + dice.roll(900)));
    }
    let (month, day) = (1 + dice.roll(12), 1 + dice.roll(18));
    let amount = 2000 + dice.roll(30).pow(2) * 100;
    let date = |after: usize| format!("{year}-{month:02}-{:02}", day + after);
    let (signed, submitted, known) = (date(0), date(2), date(4));
    if dice.roll(10) == 0 {
        text.push_str(&format!(
            "合同:\n  - {{类型: 意向投资协议, 签订: {signed}, 金额: {amount}万元, 报送: {submitted}, 凭证: [协议文本]}}\n"
        ));
    } else {
        text.push_str(&format!(
            "合同:\n  - {{类型: 正式合同, 签订: {signed}, 金额: {amount}万元, 报送: {submitted}, 认定: {known}, 凭证: [合同文本]}}\n"
        ));
        // Those of earlier years start and pay in the plan's, so that they count.
        let start = if year == 2023 { month + 1 } else { 1 + at % 3 };
        text.push_str(&begun(start, amount, &mut dice));
    }
    (format!("projects/{year}/{id}.yaml"), text)
}

/// The start of a project in a month of 2023, and the funds of the months from there on.
fn begun(start: usize, amount: usize, dice: &mut Dice) -> String {
    if start > 12 || dice.roll(20) < 3 {
        return String::new();
    }
    let day = 1 + dice.roll(15);
    let date = |after: usize| format!("2023-{start:02}-{:02}", day + after);
    let mut text = format!(
        "开工: {{日期: {}, 报送: {}, 认定: {}, 凭证: [施工许可证]}}\n到位资金:\n",
        date(0),
        date(3),
        date(6)
    );
    for month in start..(start + 2 + dice.roll(8)).min(13) {
        let paid = 10 + amount / (8 + dice.roll(12)) / 10 * 10;
        let next = if month == 12 {
            "2024-01".to_owned()
        } else {
            format!("2023-{:02}", month + 1)
        };
        let (day, paper) = (2 + dice.roll(6), dice.pick(PAPERS));
        text.push_str(&format!(
            "  - {{月份: 2023-{month:02}, 金额: {paid}万元, 报送: {next}-{day:02}, 凭证: [{paper}]}}\n"
        ));
    }
    text
}

/// A project with another name, contract, entry of funds or one entry more.
pub(super) fn changed(text: &str, at: usize) -> String {
    let named = || text.replacen("号项目\n", "号项目（更名）\n", 1);
    let Some((head, funds)) = text.split_once("到位资金:\n") else { return named() };
    match at % 4 {
        0 => text.replacen("金额: ", "金额: 1", 1),
        1 => named(),
        2 => format!("{head}到位资金:\n{}", funds.replacen("金额: ", "金额: 1", 1)),
        _ => format!(
            "{text}  - {{月份: 2023-12, 金额: 77万元, 报送: 2024-01-05, 凭证: [银行回单], 说明: 补录}}\n"
        ),
    }
}
