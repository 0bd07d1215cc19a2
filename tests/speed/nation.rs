//! The nation: 2,800 books below, each with a released file a month, added up by one book above.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::process::{Program, least};
use crate::table::Table;

/// How many counties there are.
const COUNTIES: usize = 2_800;
/// About how long a released file is, in bytes.
const LENGTH: usize = 20_000;

/// Measures a month and a year of released files, of half the counties and of all.
pub(crate) fn run(program: &Program) {
    for (counties, months) in [(COUNTIES / 2, 1), (COUNTIES, 1), (COUNTIES, 12)] {
        let data = program.place();
        make(data.path(), counties, months);
        let title = format!("{counties} books below, {months} released files of each");
        let table = Table::begin(&title, counties as f64 / 1000.0, "s a 1,000 books");
        let run = |verb: &[&str]| {
            least(3, || program.place(), |place| program.run(verb, data.path(), place))
        };
        table.line("check", run(&["check", "--no-cache"]), "≤ 1 s, ≤ 150 MiB a month");
        let tables = ["export", "--no-cache", "--tables", "tables"];
        table.line("open tables, 12 files", run(&tables), "≤ 20 files");
    }
}

/// Writes the book of the nation with the released files of its counties.
fn make(data: &Path, counties: usize, months: usize) {
    let nation = data.join("nation");
    let (mut cards, mut units, mut sums) = (String::new(), String::new(), String::new());
    for county in 0..counties {
        let id = format!("c{county:04}");
        writeln!(cards, "  - {{编号: {id}, 单位: {id}}}").unwrap();
        writeln!(units, "  - {{编号: {id}, 名称: {}, 分组: parts}}", name(county))
            .unwrap();
        let folder = nation.join(format!("below/{id}"));
        fs::create_dir_all(&folder).unwrap();
        for month in 1..=months {
            let text = released(&id, month, county);
            let digest = Sha256::digest(text.as_bytes());
            let digest: String =
                digest.iter().map(|byte| format!("{byte:02x}")).collect();
            writeln!(sums, "{digest}  {id}/2025-{month:02}.json").unwrap();
            fs::write(folder.join(format!("2025-{month:02}.json")), text).unwrap();
        }
    }
    let write = |path: &str, text: String| {
        fs::create_dir_all(nation.join(path).parent().unwrap()).unwrap();
        fs::write(nation.join(path), text).unwrap();
    };
    write("below/SHA256SUMS", sums);
    write(
        "book.yaml",
        format!(
            "名称: 全国\n全域: 全国\n标志: 全国招商引资工作通报\n发文机关: 办公室\n主送: 各地\n方案: [plan-2025]\n下级:\n{cards}"
        ),
    );
    write(
        "units.yaml",
        format!("分组:\n  - {{编号: parts, 名称: 各地}}\n单位:\n{units}"),
    );
    write("plans/plan-2025.yaml", PLAN.to_owned());
    write(
        &format!("editions/2025-{months:02}.md"),
        format!(
            "---\n期: 2025-{months:02}\n标题: 通报\n---\n\n到位资金{{{{ 到位资金 }}}}。\n"
        ),
    );
}

/// A name that no other county has, with the letters in whatever order.
fn name(county: usize) -> String {
    let letter = |first: char, at: usize| {
        char::from_u32(u32::from(first) + u32::try_from(at % 26).unwrap()).unwrap()
    };
    let (small, capital) = (letter('a', county / 260), letter('A', county / 10));
    format!("县{small}{capital}{}", county % 10)
}

/// A released file of a county: the figures that are added up, and those of its units.
fn released(county: &str, month: usize, seed: usize) -> String {
    let figure = |id: &str, unit: &str, value: usize| {
        format!(
            "\n{{\"id\":\"{id}\",\"name\":\"到位资金\",\"scope_name\":\"某单位\",\"unit\":\"{unit}\",\"value\":\"{value}\",\"target\":\"90\",\"completion\":\"0.3550000000\",\"schedule\":\"0.5\",\"lead\":\"-14.50\",\"demo\":false,\"lamp\":\"green\",\"rank\":3,\"level\":\"public\"}}"
        )
    };
    let mut figures = vec![
        figure("funds/all", "亿元", seed % 97 + month),
        figure("signed/all", "个", seed % 13 + month),
    ];
    let mut length = 0;
    for unit in 0.. {
        if length > LENGTH {
            break;
        }
        let own = figure(&format!("funds/unit:u{unit}"), "亿元", unit % 7);
        length += own.len();
        figures.push(own);
    }
    format!(
        "{{\"schema\":\"tongbao-release/1\",\"book\":\"{county}\",\"period\":\"2025-{month:02}\",\"issued\":\"2025-{month:02}-28\",\"sha256\":\"0\",\"version\":\"0.1.0\",\"recognised\":true,\"figures\":[{}\n],\"scores\":[\n]}}\n",
        figures.join(",")
    )
}

/// The plan of the nation.
const PLAN: &str = "编号: plan-2025\n名称: 2025年方案\n期间: 2025-01-01 至 2025-12-31\n条款:\n  - {条: 二, 要点: 工作目标}\n指标:\n  - {编号: funds, 名称: 到位资金, 取数: 上报数, 来源: 下级, 报数: 累计, 单位: 亿元, 时段: 本年累计, 口径: 各地发布的数之和, 依据: 二}\n  - {编号: signed, 名称: 签约项目数, 取数: 上报数, 来源: 下级, 报数: 累计, 单位: 个, 时段: 本年累计, 口径: 各地发布的数之和, 依据: 二}\n";
