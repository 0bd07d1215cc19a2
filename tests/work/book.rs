//! 巫山's book with other projects and activities, as many as are asked for, nothing of which is wrong.

use std::fs;
use std::path::{Path, PathBuf};

/// Units with the sectors in which they have targets.
const UNITS: [(&str, &str); 4] = [
    ("县交通局", "商贸物流"),
    ("县商务委", "商贸物流"),
    ("县农业农村委", "生态农业"),
    ("工贸园区管委会", "生态工业"),
];

/// What the plan asks of projects besides: that somebody has looked at the credit of the investor.
const NEED: &str = "登记要求:\n  - {环节: 签约, 须有: [信用核查], 依据: 二}\n";

/// Writes the book with so many projects; every tenth stands otherwise where the data have changed.
pub(crate) fn write(book: &Path, projects: usize, is_changed: bool) {
    let wushan = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/wushan");
    let files = [
        "book.yaml",
        "units.yaml",
        "marks/2023-08.yaml",
        "editions/2023-07.md",
        "editions/2023-08.md",
    ];
    for file in files.map(Path::new) {
        let text = fs::read_to_string(wushan.join(file)).unwrap();
        // Only the plan of the first year is here.
        put(&book.join(file), &text.replace(", wushan-2024]", "]"));
    }
    let plan = fs::read_to_string(wushan.join("plans/wushan-2023.yaml")).unwrap();
    put(&book.join("plans/wushan-2023.yaml"), &plan.replace("登记要求:\n", NEED));
    for at in 0..projects {
        let is_changed = is_changed && at.is_multiple_of(10);
        put(&project_path(book, at), &project(at, is_changed));
        for (id, text) in activities(at) {
            put(&book.join(format!("activities/2023/{id}.yaml")), &text);
        }
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn project_path(book: &Path, at: usize) -> PathBuf {
    book.join(format!("projects/2023/p-{at}.yaml"))
}

/// A project that is signed, has started and pays; some late, some corrected, some given up.
fn project(at: usize, is_changed: bool) -> String {
    let (unit, sector) = UNITS[at % UNITS.len()];
    let (month, day) = (1 + at % 6, 1 + at / 6 % 25);
    let amount = if is_changed { 3300 } else { 3200 };
    // What is handed in after the cut-off of its own month is told of in a table.
    let submitted = if at.is_multiple_of(5) { "2023-08-04" } else { "2023-07-05" };
    let mut text = format!(
        "编号: p-{at}\n名称: 第{at}号项目\n演示: 是\n投资方: {{名称: 第{at}号物流有限公司}}\n\
         来源地: 省外\n领域: {sector}\n责任单位: {unit}\n责任领导: 县领导戊\n合同:\n  - \
         {{类型: 正式合同, 签订: 2023-{month:02}-{day:02}, 金额: {amount}万元, 凭证: [合同文本]}}\n\
         开工: {{日期: 2023-06-28, 报送: 2023-07-03, 凭证: [施工许可证]}}\n到位资金:\n  - \
         {{月份: 2023-06, 金额: 120万元, 报送: {submitted}, 凭证: [银行回单]}}\n  - \
         {{月份: 2023-07, 金额: 130万元, 报送: 2023-08-03, 凭证: [银行回单]}}\n"
    );
    if at.is_multiple_of(7) {
        text.push_str("终止: {日期: 2023-08-20, 原因: 投资方撤回}\n");
    } else if at.is_multiple_of(3) {
        text.push_str(
            "保障事项:\n  - {事项: 供地, 内容: 工业用地, 数量: 20亩, 应办: 2023-07-15}\n",
        );
    }
    text
}

/// The activities about a project: a check of the investor, and an entry of a ledger.
fn activities(at: usize) -> [(String, String); 2] {
    let unit = UNITS[at % UNITS.len()].0;
    let kind = ["问题", "重点企业", "任务", "线索"][at % 4];
    let about = if kind == "任务" { "任务: t2\n" } else { "" };
    let day = 1 + at % 28;
    let check = format!(
        "编号: c-{at}\n类别: 核查\n演示: 是\n日期: 2023-01-01\n事项: 查询投资方信用\n\
         单位: [{unit}]\n对象: 第{at}号物流有限公司\n信用: 正常\n"
    );
    let entry = format!(
        "编号: e-{at}\n类别: {kind}\n演示: 是\n日期: 2023-07-{day:02}\n事项: 第{at}件\n\
         单位: [{unit}]\n项目: [第{at}号项目]\n{about}承办: {unit}\n状态: 推进中\n\
         更新: 2023-08-20\n"
    );
    [(format!("c-{at}"), check), (format!("e-{at}"), entry)]
}
