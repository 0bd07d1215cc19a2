//! Small books for the tests of roll-ups: counties that report, and those above that add them up.

use std::fs;
use std::path::Path;

use rust_decimal::Decimal;
use tongbao::figures::basis::Basis;
use tongbao::load::source::digest::text_digest;
use tongbao::model::dictionary::Word;
use tongbao::model::edition::release::Source;
use tongbao::model::edition::release::sums::Sums;
use tongbao::model::value::period::Period;
use tongbao::results::release::{release, released_file};
use tongbao::sheet::Sheet;

use crate::shipped::books;

/// The plan of every office; SOURCE is where its numbers come from, CUTOFF up to when.
const PLAN: &str = include_str!("plan.yaml");

/// What a county reports for a month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reported {
    pub(super) month: &'static str,
    pub(super) funds: Decimal,
    pub(super) signed: u32,
    pub(super) started: u32,
    /// Whether the public does not get the money.
    pub(super) is_hidden: bool,
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Writes what all books have: an office with units, and editions that were issued on days.
fn office(folder: &Path, name: &str, units: &[(&str, &str)], editions: &[(&str, &str)]) {
    write(
        folder,
        "book.yaml",
        &format!(
            "名称: {name}\n全域: 全域\n标志: {name}招商引资工作通报\n发文机关: {name}招商办\n主送: 各单位\n方案: [plan-2025]\n"
        ),
    );
    let units = units
        .iter()
        .map(|(id, name)| format!("  - {{编号: {id}, 名称: {name}, 分组: parts}}\n"));
    let units: String = units.collect();
    let groups = "分组:\n  - {编号: parts, 名称: 各地}\n";
    write(folder, "units.yaml", &format!("{groups}单位:\n{units}"));
    for (period, issued) in editions {
        let head = format!(
            "期: {period}\n印发: {issued}\n标题: {name}{period}的通报\n受众: 公开\n"
        );
        let body = "到位资金{{ 到位资金 }}。\n";
        write(
            folder,
            &format!("editions/{period}.md"),
            &format!("---\n{head}---\n\n{body}"),
        );
    }
}

/// Writes the book of a county that reports.
pub(super) fn county(
    folder: &Path,
    name: &str,
    reported: &[Reported],
    editions: &[(&str, &str)],
) {
    office(folder, name, &[("office", "招商局")], editions);
    write(
        folder,
        "plans/plan-2025.yaml",
        &PLAN.replace("SOURCE", "上报").replace("CUTOFF", "次月3日"),
    );
    for one in reported {
        let level = if one.is_hidden { ", 受众: 内部" } else { "" };
        let line = |indicator: &str, value: String, level: &str| {
            format!(
                "  - {{指标: {indicator}, 范围: 全域, 期: {}, 值: {value}, 性质: 上报{level}}}\n",
                one.month
            )
        };
        let lines = [
            line("到位资金", format!("{}亿元", one.funds), level),
            line("签约项目数", format!("{}个", one.signed), ""),
            line("开工项目数", format!("{}个", one.started), ""),
        ];
        let text = format!("总数:\n{}", lines.concat());
        write(folder, &format!("reported/{}.yaml", one.month), &text);
    }
}

/// Writes the book of an office that adds up books below: their ids and names.
pub(super) fn above(
    folder: &Path,
    name: &str,
    below: &[(&str, &str)],
    (cutoff, editions): (&str, &[(&str, &str)]),
) {
    office(folder, name, below, editions);
    for (period, _) in editions {
        let path = format!("editions/{period}.md");
        let text = fs::read_to_string(folder.join(&path)).unwrap();
        write(folder, &path, &format!("{text}\n{{{{ 表 \"下级发布情况\" }}}}\n"));
    }
    let cards = below.iter().map(|(id, name)| {
        format!("  - {{编号: {id}, 单位: {name}, 网址: https://example.gov.cn/{id}}}\n")
    });
    let card = fs::read_to_string(folder.join("book.yaml")).unwrap();
    let cards: String = cards.collect();
    write(folder, "book.yaml", &format!("{card}下级:\n{cards}"));
    let plan = PLAN.replace("SOURCE", "下级\n    报数: 累计").replace("CUTOFF", cutoff);
    let duty = "报送任务:\n  - {编号: below, 名称: 下级发布, 周期: 每月, 期限: 次月20日, 起: 2025-04-01, 单位: [各地], 指标: [到位资金, 签约项目数, 开工项目数], 依据: 二}\n";
    write(folder, "plans/plan-2025.yaml", &format!("{plan}{duty}"));
}

/// Releases the editions of the one book in a data folder, each as of its day.
pub(super) fn publish(data: &Path, id: &str, editions: &[(&str, &str)]) {
    let books = books(data);
    let book = books.iter().find(|book| book.id == id).unwrap();
    let basis = Basis::of(book, book.counted_until().unwrap());
    let folder = data.join(id);
    let mut sums = Sums::default();
    for (period, issued) in editions {
        let period = Period::parse(period).unwrap();
        let figures = basis.figures(&period);
        let sheet = Sheet::alone(&basis, &figures);
        let source =
            Source { digest: "0".repeat(64), commit: None, version: "0.1.0".to_owned() };
        let file = released_file(&release(&sheet, issued.parse().unwrap(), source));
        let text = String::from_utf8(file.to_vec()).unwrap();
        write(&folder, &format!("released/{period}.json"), &text);
        sums.enter(period, text_digest(text.as_bytes()));
    }
    write(&folder, "released/SHA256SUMS", &sums.to_string());
}

/// Discloses a change of a county's money, as `revise` does.
pub(super) fn revise(folder: &Path, period: &str, date: &str, old: &str, new: &str) {
    let text = format!(
        "改动:\n  - {{类别: 更正, 日期: {date}, 原因: 补录漏报资金, 数: [{{编号: funds/all, 名称: 到位资金, 项: 完成数, 原: '{old}', 现: '{new}'}}]}}\n"
    );
    write(folder, &format!("revisions/{period}.yaml"), &text);
    let sums = fs::read_to_string(folder.join("released/SHA256SUMS")).unwrap();
    let mut sums = Sums::read(&sums).unwrap();
    sums.disclose(Period::parse(period).unwrap(), 1);
    write(folder, "released/SHA256SUMS", &sums.to_string());
}
