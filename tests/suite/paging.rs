//! A book of thousands of projects with long names: no page is over a megabyte, and every project
//! and record is reached by links alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::stage::Stage;

const PROJECTS: usize = 3_000;

/// What no page is larger than, whatever the number of records.
const MOST: usize = 1_000_000;

/// The pages and scripts of a book with this many projects, by their paths.
static SITE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let files = built().written().into_iter();
    let shown =
        files.filter(|(path, _)| path.ends_with(".html") || path.ends_with(".js"));
    shown.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
});

/// The book, built.
pub(crate) fn built() -> Stage {
    let stage = (0..PROJECTS).fold(Stage::minimal(), |stage, at| {
        let year = 2021 + at % 3;
        stage.with(&format!("projects/{year}/p-{at}.yaml"), project(at, year))
    });
    stage.run(&["build", "--without", "pdf"]).fine();
    stage
}

fn name(at: usize) -> String {
    format!("{}第{at}号项目", "智能装备和冷链物流一体化产业园基础设施及配套".repeat(3))
}

/// A project with a contract and two months of money.
fn project(at: usize, year: usize) -> String {
    let (month, day) = (1 + at / 3 % 6, 1 + at / 18 % 28);
    let unit = if at.is_multiple_of(4) { "县商务委" } else { "县交通局" };
    format!(
        "编号: p-{at}\n名称: {}\n演示: 是\n投资方: {{名称: 某{at}物流有限公司}}\n\
         来源地: 市外\n领域: 商贸物流\n责任单位: {unit}\n合同:\n  \
         - {{类型: 正式合同, 签订: {year}-{month:02}-{day:02}, 金额: 1.2亿元}}\n\
         到位资金:\n  - {{月份: 2023-05, 金额: 12万元, 凭证: [银行回单]}}\n  \
         - {{月份: 2023-06, 金额: 34万元, 凭证: [银行回单]}}\n",
        name(at)
    )
}

/// The pages whose paths begin and end so.
fn pages(start: &str, end: &str) -> Vec<&'static str> {
    let pages = SITE.iter();
    let named = pages.filter(|(path, _)| path.starts_with(start) && path.ends_with(end));
    named.map(|(_, text)| text.as_str()).collect()
}

/// The files that a page links to, without what only a script shows.
fn links(path: &str) -> BTreeSet<String> {
    let mut bare = String::new();
    for part in SITE[path].split("<script") {
        bare.push_str(part.split_once("</script>").map_or(part, |(_, after)| after));
    }
    let hrefs = bare.split(" href=\"").skip(1).filter_map(|part| part.split('"').next());
    hrefs.map(|href| beside(path, href.split('#').next().unwrap())).collect()
}

/// The path of a link's target, as seen from a page.
fn beside(page: &str, href: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for part in href.split('/') {
        if part == ".." {
            folders.pop();
        } else {
            folders.push(part);
        }
    }
    folders.join("/")
}

/// How often a text stands in some pages.
fn count(pages: &[&str], text: &str) -> usize {
    pages.iter().map(|page| page.matches(text).count()).sum()
}

#[test]
fn no_page_is_over_a_megabyte() {
    for (path, text) in &*SITE {
        assert!(text.len() <= MOST, "{path}: {} bytes", text.len());
    }
    assert!(SITE.len() > PROJECTS);
}

#[test]
fn every_page_is_reached_without_scripts() {
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut open: Vec<String> = reached.iter().cloned().collect();
    while let Some(path) = open.pop() {
        for target in links(&path) {
            if SITE.contains_key(&target) && reached.insert(target.clone()) {
                open.push(target);
            }
        }
    }
    let pages = SITE.keys().filter(|path| path.ends_with(".html"));
    let left: Vec<&String> = pages.filter(|path| !reached.contains(*path)).collect();
    assert!(left.is_empty(), "{left:?}");
    let projects = reached.iter().filter(|path| path.starts_with("demo/projects/"));
    assert_eq!(projects.count(), PROJECTS + 1, "with the one of the minimal book");
}

#[test]
fn the_projects_stand_once_by_year_and_the_first_page_counts_them() {
    let listed = pages("demo/projects.2", ".html");
    assert_eq!(count(&listed, "href=\"projects/p-"), PROJECTS);
    for at in [0, 1, 2, PROJECTS - 1] {
        assert_eq!(count(&listed, &format!("href=\"projects/p-{at}.html\"")), 1);
    }
    let first = &SITE["demo/projects.html"];
    assert!(
        first.contains("共3001个") && first.contains("href=\"projects.2022.2.html\"")
    );
    let third = &SITE["demo/projects.2021.3.html"];
    assert!(third.contains("第3页，共12页，全部3001个项目"), "{third}");
    assert!(third.contains("href=\"projects.2021.4.html\">下一页"));
}

#[test]
fn every_record_of_a_figure_stands_once_on_the_pages_of_its_trace() {
    let traces = pages("demo/2023-06/trace-funds", ".html");
    assert!(traces.len() > 3);
    assert_eq!(count(&traces, "<small>"), 2 * PROJECTS + 1);
    let first = &SITE["demo/2023-06/trace-funds.html"];
    assert!(first.contains("id=\"t-funds-unit-shangwu\""), "links end where they ended");
    assert!(first.contains("共有1500条记录"), "{first}");
}

#[test]
fn a_long_table_tells_its_count_and_where_the_whole_of_it_is() {
    let edition = &SITE["demo/2023-06/index.html"];
    let whole = "<a href=\"index.new-contracts.html\">列出全部";
    assert!(edition.contains(whole), "{edition}");
    let (_, count_of) = edition.split_once(whole).unwrap();
    let all: usize = count_of.split('条').next().unwrap().parse().unwrap();
    let listed = pages("demo/2023-06/index.new-contracts", ".html");
    assert_eq!(count(&listed, "<tr>") - listed.len(), all);
    let unit = &SITE["demo/units/jiaotong.html"];
    assert!(unit.contains("<a href=\"jiaotong.projects.html\">列出全部2251条"), "{unit}");
}

#[test]
fn the_files_of_the_search_together_hold_every_entry() {
    let rows = (1..).map_while(|at| SITE.get(&format!("demo/search.{at}.js"))).flat_map(
        |file| {
            let rows = file.strip_prefix("addEntries(").unwrap();
            let rows = rows.trim_end().strip_suffix(");").unwrap();
            serde_json::from_str::<Vec<[String; 5]>>(rows).unwrap()
        },
    );
    let rows: Vec<[String; 5]> = rows.collect();
    let targets: BTreeSet<&str> = rows.iter().map(|row| row[2].as_str()).collect();
    assert_eq!(targets.len(), rows.len());
    for at in 0..PROJECTS {
        assert!(targets.contains(format!("projects/p-{at}.html").as_str()), "{at}");
    }
    assert!(targets.contains("units/jiaotong.html"));
    assert!(!SITE["demo/search.html"].contains("id=\"entries\""));
    assert!(rows[0][1] == "县交通局", "units come first: {:?}", rows[0]);
}
