//! 广元 with its seven counties and districts and its three parks, each with a book of its own that holds
//! what it reported in the shipped book of 广元.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use rust_decimal::Decimal;
use serde_json::Value;
use tempfile::TempDir;
use tongbao::load::source::digest::text_digest;

use crate::below::offices::{Reported, above, county, publish, revise};
use crate::shipped::book;
use crate::stage::{Ended, Stage};

/// The months that were released, and when.
const EDITIONS: [(&str, &str); 3] =
    [("2025-04", "2025-05-06"), ("2025-05", "2025-06-06"), ("2025-06", "2025-07-06")];

/// The months that are added up: 2025 up to June.
const MONTHS: [&str; 6] =
    ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"];

/// Who issues June after the city's cut-off, who has none, who corrects May, and whose money is hidden.
const LATE: &str = "chaotian";
const MISSING: &str = "tielugang";
const REVISED: &str = "jiange";
const HIDDEN: &str = "wangcang";

/// What the public must not find: the hidden money of June.
const CANARY: &str = "37.654321";

/// The counties and parks: ids and names.
fn units() -> Vec<(String, String)> {
    let registry = &book("guangyuan").registry.record;
    let is_part = |group: &str| ["counties", "parks", "县区", "园区"].contains(&group);
    let units = registry.units.iter().filter(|unit| is_part(unit.group.as_str()));
    units.map(|unit| (unit.id.to_string(), unit.name.clone())).collect()
}

/// What a unit reported of an indicator for a month in the shipped book.
fn reported(unit: &str, indicator: &str, month: &str) -> Decimal {
    let files = book("guangyuan").reported.iter();
    let totals = files.flat_map(|filed| &filed.record.totals);
    let of = totals.filter(|total| {
        total.scope.as_str() == unit
            && total.indicator.as_str() == indicator
            && total.period.to_string() == month
            && total.kind.label() == "上报"
    });
    of.map(|total| total.value.number()).sum()
}

/// What a unit reported for each month; the one with the hidden money has a canary in June.
fn course(id: &str, name: &str) -> Vec<Reported> {
    let month = |month: &'static str| {
        let is_hidden = id == HIDDEN && month == "2025-06";
        let funds = reported(name, "市外到位资金", month);
        let projects = |indicator: &str| {
            reported(name, indicator, month).to_string().parse().unwrap_or(0)
        };
        Reported {
            month,
            funds: if is_hidden { CANARY.parse().unwrap() } else { funds },
            signed: projects("新签约亿元以上项目数"),
            started: projects("新签约亿元以上项目数") / 2,
            is_hidden,
        }
    };
    MONTHS.into_iter().map(month).collect()
}

/// The city and its counties, each where it lies.
struct Ground {
    counties: TempDir,
    city: Stage,
}

impl Ground {
    fn county(&self, id: &str) -> PathBuf {
        self.counties.path().join("data").join(id)
    }

    /// Fetches the released files of all counties.
    fn import(&self) -> Ended {
        let folders: Vec<String> = units()
            .into_iter()
            .map(|(id, _)| self.county(&id).to_str().unwrap().to_owned())
            .collect();
        let folders = folders.iter().map(String::as_str);
        let arguments: Vec<&str> =
            ["import", "--released"].into_iter().chain(folders).collect();
        self.city.run(&arguments)
    }

    fn figures(&self, period: &str) -> BTreeMap<String, Value> {
        let path = self.city.out().join(format!("guangyuan/{period}/figures.json"));
        let file: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let figures = file["figures"].as_array().unwrap().iter();
        figures
            .map(|figure| (figure["id"].as_str().unwrap().to_owned(), figure.clone()))
            .collect()
    }
}

/// The editions of a county.
fn editions(id: &str) -> Vec<(&'static str, &'static str)> {
    let mut editions = EDITIONS.to_vec();
    match id {
        MISSING => drop(editions.pop()),
        LATE => editions[2].1 = "2025-07-20",
        _ => {}
    }
    editions
}

fn ground() -> Ground {
    let (counties, city) = (tempfile::tempdir().unwrap(), Stage::empty());
    let data = counties.path().join("data");
    for (id, name) in units() {
        county(&data.join(&id), &name, &course(&id, &name), &editions(&id));
    }
    for (id, _) in units() {
        publish(&data, &id, &editions(&id));
    }
    let units = units();
    let below: Vec<(&str, &str)> =
        units.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let own = [("2025-05", "2025-06-12"), ("2025-06", "2025-07-12")];
    above(&city.data().join("guangyuan"), "广元市", &below, ("次月10日", &own));
    Ground { counties, city }
}

/// What the units but some reported in money until the end of a month.
fn sum(until: &str, but: &[&str]) -> Decimal {
    let units = units();
    let counted = units.iter().filter(|(id, _)| !but.contains(&id.as_str()));
    let course = counted.flat_map(|(id, name)| course(id, name));
    course.filter(|one| one.month <= until).map(|one| one.funds).sum()
}

fn value(figure: &Value) -> Decimal {
    figure["value"].as_str().unwrap().parse().unwrap()
}

#[test]
fn the_sum_is_that_of_the_reported_totals_and_says_whom_it_lacks() {
    let ground = ground();
    ground.import().fine();
    ground.city.run(&["check"]).fine();
    ground.city.run(&["build", "--without", "pdf"]).fine();
    let may = ground.figures("2025-05");
    assert_eq!(value(&may["funds/all"]), sum("2025-05", &[]));
    // The shipped book of 广元 says the same of what was reported there in time.
    let june = ground.figures("2025-06");
    assert_eq!(value(&june["funds/all"]), sum("2025-06", &[LATE, MISSING]));
    let without = june["funds/all"]["without"].to_string();
    assert!(without.contains("unit:chaotian"), "{without}");
    assert!(without.contains("unit:tielugang"), "{without}");
    let silent = &june["funds/unit:tielugang"];
    assert_eq!(silent["value"], Value::Null);
    assert!(silent["unknown"].as_str().unwrap().contains("未上报"), "{silent}");
    let page = ground.city.out().join("guangyuan/2025-06/index.html");
    let page = fs::read_to_string(page).unwrap();
    for words in ["2025年7月10日截止后才发布，本期不计", "未发布", "不含"]
    {
        assert!(page.contains(words), "{words}");
    }
    // A rate is that of the sums, never a mean of rates.
    let rate = value(&may["start-rate/all"]);
    let parts = value(&may["started/all"]) / value(&may["signed/all"]);
    assert_eq!(rate.round_dp(9), (parts * Decimal::ONE_HUNDRED).round_dp(9));
}

/// What the units report to the city by themselves, and how far the two ways are apart.
const RECONCILED: &str = "  - {编号: reported, 名称: 市外到位资金, 取数: 上报数, 来源: 上报, 单位: 亿元, 时段: 本年累计, 口径: 各单位上报的数之和, 依据: 二}\n  - {编号: gap, 名称: 两级之差, 取数: 相差, 来源: 上报, 基于: 到位资金, 减去: 市外到位资金, 单位: 亿元, 时段: 本年累计, 口径: 下级发布的减去上报的, 依据: 二}\n";

#[test]
fn what_counties_released_and_what_they_reported_to_the_city_is_held_together() {
    let ground = ground();
    ground.import().fine();
    let city = ground.city.data().join("guangyuan");
    let plan = fs::read_to_string(city.join("plans/plan-2025.yaml")).unwrap();
    let plan = plan.replace("报送任务:", &format!("{RECONCILED}报送任务:"));
    fs::write(city.join("plans/plan-2025.yaml"), plan).unwrap();
    fs::create_dir_all(city.join("reported")).unwrap();
    for month in MONTHS {
        let units = units();
        let lines = units.iter().map(|(_, name)| {
            let funds = reported(name, "市外到位资金", month);
            format!("  - {{指标: 市外到位资金, 范围: {name}, 期: {month}, 值: {funds}亿元, 性质: 上报}}\n")
        });
        let text = format!("总数:\n{}", lines.collect::<String>());
        fs::write(city.join(format!("reported/{month}.yaml")), text).unwrap();
    }
    ground.city.run(&["build", "--without", "pdf"]).fine();
    let may = ground.figures("2025-05");
    assert_eq!(may["funds/all"]["value"], may["reported/all"]["value"]);
    assert_eq!(value(&may["gap/all"]), Decimal::ZERO);
    // Of June two counties are not in the one sum, so that there is no difference of the two.
    let june = ground.figures("2025-06");
    assert_eq!(june["gap/all"]["value"], Value::Null);
    assert_eq!(value(&june["gap/unit:cangxi"]), Decimal::ZERO);
    let page = ground.city.out().join("guangyuan/2025-05/index.html");
    assert!(fs::read_to_string(page).unwrap().contains("两级之差"));
}

#[test]
fn a_disclosed_revision_counts_from_the_day_on_which_it_was_disclosed() {
    let ground = ground();
    let released = sum("2025-05", &[]);
    let own: Decimal =
        course(REVISED, "剑阁县").iter().take(5).map(|one| one.funds).sum();
    let now = own + Decimal::ONE;
    revise(
        &ground.county(REVISED),
        "2025-05",
        "2025-06-08",
        &own.to_string(),
        &now.to_string(),
    );
    ground.import().fine();
    ground.city.run(&["build", "--without", "pdf"]).fine();
    assert_eq!(value(&ground.figures("2025-05")["funds/all"]), released + Decimal::ONE);
    let trace = ground.city.run(&["explain", "funds/unit:jiange", "--period", "2025-05"]);
    assert!(trace.stdout.contains("更正"), "{}", trace.stdout);
    assert!(trace.stdout.contains("SHA-256"), "{}", trace.stdout);
    assert!(trace.stdout.contains("below/jiange/2025-05.json"), "{}", trace.stdout);
}

#[test]
fn a_file_that_was_altered_is_refused_at_the_door_and_found_inside() {
    let ground = ground();
    ground.import().fine();
    let file = ground.county("cangxi").join("released/2025-05.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("\"value\":\"", "\"value\":\"9")).unwrap();
    let refused = ground.import();
    assert_eq!(refused.code, Some(1));
    assert!(refused.stderr.contains("对不上"), "{}", refused.stderr);
    // Entered anew, it is another file than the one that was fetched.
    publish_again(&ground);
    let refused = ground.import();
    assert_eq!(refused.code, Some(1));
    assert!(refused.stderr.contains("换了一份"), "{}", refused.stderr);
    let inside = ground.city.data().join("guangyuan/below/cangxi/2025-05.json");
    let text = fs::read_to_string(&inside).unwrap();
    fs::write(&inside, text.replace("\"value\":\"", "\"value\":\"9")).unwrap();
    assert!(ground.city.run(&["check"]).codes().contains(&"below-file-edited"));
}

/// Enters the digest of an altered file as if it had been released so.
fn publish_again(ground: &Ground) {
    let folder = ground.county("cangxi").join("released");
    let text = fs::read(folder.join("2025-05.json")).unwrap();
    let digest = text_digest(&text);
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    let lines = sums.lines().map(|line| {
        let is_altered = line.ends_with("2025-05.json");
        let own = format!("{digest}  2025-05.json");
        format!("{}\n", if is_altered { &own } else { line })
    });
    fs::write(folder.join("SHA256SUMS"), lines.collect::<String>()).unwrap();
}

/// The digest of the file with the hidden money, from which it could be found by trying.
fn digest(ground: &Ground) -> String {
    let file = fs::read(ground.county(HIDDEN).join("released/2025-06.json")).unwrap();
    text_digest(&file)
}

#[test]
fn the_public_finds_no_hidden_part_and_no_sum_that_holds_it() {
    let ground = ground();
    ground.import().fine();
    let build = ["build", "--without", "pdf", "--tables", "--audience"];
    ground.city.run(&[&build[..], &["公开"]].concat()).fine();
    let june = ground.figures("2025-06");
    let forms = [
        CANARY.to_owned(),
        (sum("2025-06", &[LATE, MISSING])).to_string(),
        "37.65".to_owned(),
        digest(&ground)[..12].to_owned(),
    ];
    for id in ["funds/all", "funds/unit:wangcang", "funds/group:parts"] {
        assert_eq!(june[id]["value"], Value::Null, "{id}");
    }
    assert_ne!(june["funds/unit:cangxi"]["value"], Value::Null);
    for (path, bytes) in ground.city.written() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!forms.iter().any(|form| text.contains(form)), "{path}");
    }
    fs::remove_dir_all(ground.city.out()).unwrap();
    ground.city.run(&[&build[..], &["内部"]].concat()).fine();
    let internal = ground.figures("2025-06");
    assert_eq!(value(&internal["funds/all"]), sum("2025-06", &[LATE, MISSING]));
}
