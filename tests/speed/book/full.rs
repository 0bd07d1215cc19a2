//! 巫山's book with other projects: its plan with targets that fit their number, its units,
//! activities, reported numbers and marks, and an edition for each month of its year.

use std::fs;
use std::path::Path;

use rust_decimal::Decimal;

use crate::book::project::Unit;
use crate::book::{copy, files};

/// Its targets were set for about so many projects.
const PROJECTS: usize = 150;
/// Its newest edition, whose text the months after it repeat.
const NEWEST: u32 = 9;

/// Writes the book without its projects; returns its units.
pub(super) fn write(book: &Path, projects: usize) -> Vec<Unit> {
    let wushan = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/wushan");
    let text = |path: &str| fs::read_to_string(wushan.join(path)).unwrap();
    for part in ["reported", "marks"] {
        copy(&wushan.join(part), &book.join(part), |text| text);
        remove_later(&book.join(part));
    }
    let activities = Path::new("activities/2023");
    copy(&wushan.join(activities), &book.join(activities), without_projects);
    for part in ["plans", "editions"] {
        fs::create_dir_all(book.join(part)).unwrap();
    }
    for file in ["book.yaml", "units.yaml"] {
        let text = text(file).replace(", wushan-2024]", "]");
        fs::write(book.join(file), text).unwrap();
    }
    let plan = text("plans/wushan-2023.yaml");
    let times = (projects / PROJECTS).max(1);
    fs::write(book.join("plans/wushan-2023.yaml"), with_targets(&plan, times)).unwrap();
    for month in 1..=12 {
        let like = text(&format!("editions/2023-{:02}.md", month.min(NEWEST)));
        let path = format!("editions/2023-{month:02}.md");
        fs::write(book.join(path), edition(month, &like)).unwrap();
    }
    units(&plan, &text("units.yaml"))
}

/// Removes the months after the year of the plan.
fn remove_later(folder: &Path) {
    for file in files(folder) {
        let name = file.file_name().unwrap().to_str().unwrap();
        if name.starts_with("2024") {
            fs::remove_file(file).unwrap();
        }
    }
}

/// An activity without the projects that it led to, which are not in this book.
fn without_projects(activity: String) -> String {
    let lines = activity.lines().filter(|line| !line.starts_with("项目: "));
    lines.map(|line| format!("{line}\n")).collect()
}

/// A plan with every amount of its targets so many times as large.
fn with_targets(plan: &str, times: usize) -> String {
    let (start, rest) = plan.split_once("\n目标:\n").unwrap();
    let (targets, end) = rest.split_once("\n领域分工:\n").unwrap();
    let (amounts, words) = targets.rsplit_once("亿元").unwrap();
    let larger = amounts.split("亿元").map(|piece| {
        let words = piece.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        let amount: Decimal = piece[words.len()..].parse().unwrap();
        format!("{words}{}亿元", (amount * Decimal::from(times)).normalize())
    });
    let larger: String = larger.collect();
    format!("{start}\n目标:\n{larger}{words}\n领域分工:\n{end}")
}

fn edition(month: u32, like: &str) -> String {
    let (_, text) = like.split_once("\n---\n").unwrap();
    let issued = match month {
        12 => "2024-01-12".to_owned(),
        _ => format!("2023-{:02}-12", month + 1),
    };
    let months = if month == 1 { "1月".to_owned() } else { format!("1—{month}月") };
    format!(
        "---\n期: 2023-{month:02}\n期号: {month}\n印发: {issued}\n\
         标题: 关于2023年{months}全县招商引资工作情况的通报\n---\n{text}"
    )
}

/// The units that have a target in a sector, each with a leader of the sector.
fn units(plan: &str, registry: &str) -> Vec<Unit> {
    let leader = |sector: &str| {
        let mut lines = registry.lines().filter(|line| line.contains("职务类别: 县领导"));
        let line = lines.find(|line| line.contains(sector)).unwrap();
        value(line, "名称").unwrap().to_owned()
    };
    let rows = plan.lines().filter(|line| line.starts_with("      - {领域: "));
    rows.filter_map(|row| {
        let (sector, name) = (value(row, "领域")?, value(row, "单位")?);
        Some(Unit {
            name: name.to_owned(),
            sector: sector.to_owned(),
            leader: leader(sector),
        })
    })
    .collect()
}

/// The value of a key in an entry that stands on one line.
fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.split_once(&format!("{key}: "))?.1.split([',', '}']).next()
}
