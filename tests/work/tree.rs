//! Counties, the cities that add them up, and the province that adds up the cities, each with a folder of
//! its own.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tongbao::load::source::digest::text_digest;

use crate::{WorkDone, commit, done};

/// The month in which nothing is new, and the one in which a county released something.
const MONTHS: [&str; 2] = ["2025-04", "2025-05"];

const PLAN: &str = "编号: plan-2025\n名称: 2025年方案\n期间: 2025-01-01 至 2025-12-31\n条款:\n  - {条: 二, 要点: 工作目标}\n指标:\n  - {编号: funds, 名称: 到位资金, 取数: 上报数, 来源: 下级, 报数: 累计, 单位: 亿元, 时段: 本年累计, 口径: 各地发布的数之和, 依据: 二}\n";

/// Some cities with some counties each.
pub(crate) struct Tree {
    root: TempDir,
    cities: usize,
    counties: usize,
}

impl Tree {
    /// Every county released a month, every city added that up and released it, and the province has
    /// it.
    pub(crate) fn new(cities: usize, counties: usize) -> Tree {
        let tree = Tree { root: TempDir::new().unwrap(), cities, counties };
        let names = |count: usize, name: &dyn Fn(usize) -> String| -> Vec<String> {
            (0..count).map(name).collect()
        };
        for city in 0..cities {
            let own = names(counties, &|at| county(city, at));
            own.iter().for_each(|id| tree.publish(id, &MONTHS[..1]));
            tree.office(&format!("city-{city}"), &own);
        }
        let all = names(cities, &|at| format!("city-{at}"));
        all.iter().for_each(|city| tree.release(city, MONTHS[0]));
        tree.office("province", &all);
        tree
    }

    fn data(&self, id: &str) -> PathBuf {
        self.root.path().join(id).join("data")
    }

    fn folder(&self, id: &str) -> PathBuf {
        self.data(id).join(id)
    }

    fn write(&self, id: &str, path: &str, text: &str) {
        let path = self.folder(id).join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Writes what a county released by some months.
    fn publish(&self, id: &str, months: &[&str]) {
        let mut sums = String::new();
        for month in months {
            let text = format!(
                "{{\"schema\":\"tongbao-release/1\",\"book\":\"{id}\",\"period\":\"{month}\",\"issued\":\"{month}-28\",\"sha256\":\"0\",\"version\":\"0.1.0\",\"figures\":[\n{{\"id\":\"funds/all\",\"name\":\"到位资金\",\"scope_name\":\"全域\",\"unit\":\"亿元\",\"value\":\"3\",\"demo\":false,\"level\":\"public\"}}],\"scores\":[]}}\n"
            );
            writeln!(sums, "{}  {month}.json", text_digest(text.as_bytes())).unwrap();
            self.write(id, &format!("released/{month}.json"), &text);
        }
        self.write(id, "released/SHA256SUMS", &sums);
    }

    /// Writes the book of an office, and takes what those below it released.
    fn office(&self, id: &str, below: &[String]) {
        let (mut cards, mut units) = (String::new(), String::new());
        for (at, one) in below.iter().enumerate() {
            writeln!(cards, "  - {{编号: {one}, 单位: {one}}}").unwrap();
            let name = char::from(b'A' + u8::try_from(at).unwrap());
            writeln!(units, "  - {{编号: {one}, 名称: {name}地, 分组: parts}}").unwrap();
        }
        let card = format!(
            "名称: {id}\n全域: 全域\n标志: 招商引资工作通报\n发文机关: 办公室\n主送: 各地\n方案: [plan-2025]\n下级:\n{cards}"
        );
        self.write(id, "book.yaml", &card);
        let units = format!("分组:\n  - {{编号: parts, 名称: 各地}}\n单位:\n{units}");
        self.write(id, "units.yaml", &units);
        self.write(id, "plans/plan-2025.yaml", PLAN);
        for (month, issued) in MONTHS.iter().zip(["2025-05-20", "2025-06-20"]) {
            let text = format!(
                "---\n期: {month}\n印发: {issued}\n标题: 通报\n---\n\n到位资金{{{{ 到位资金 }}}}。\n"
            );
            self.write(id, &format!("editions/{month}.md"), &text);
        }
        let words: Vec<&str> = below.iter().map(String::as_str).collect();
        self.take(id, &words);
    }

    /// Takes what some books below released into a book.
    fn take(&self, id: &str, below: &[&str]) -> WorkDone {
        let folders: Vec<PathBuf> = below.iter().map(|one| self.folder(one)).collect();
        let data = self.data(id);
        let mut paths = vec![("--data", data.as_path())];
        paths.extend(folders.iter().map(|folder| ("--released", folder.as_path())));
        vec![("import", done(&["import"], &paths))]
    }

    fn release(&self, id: &str, month: &str) {
        let data = self.data(id);
        commit(&self.root.path().join(id));
        done(&["release", month], &[("--data", &data)]);
    }

    fn build(&self, id: &str) -> WorkDone {
        let (data, out) = (self.data(id), self.root.path().join(id).join("output"));
        let paths: [(&str, &Path); 2] = [("--data", &data), ("--out", &out)];
        vec![("build", done(&["build", "--without", "pdf"], &paths))]
    }

    /// What it takes that a county released another month: in its city, and in the province. Of all
    /// others nothing is there any more but what those above have of them.
    pub(crate) fn one_county(&self) -> [WorkDone; 2] {
        let own = county(0, 0);
        self.publish(&own, &MONTHS);
        let cities = (0..self.cities).map(|city| (city, format!("city-{city}")));
        for (city, id) in cities {
            let counties = (0..self.counties).map(|at| county(city, at));
            let others = counties.filter(|id| *id != own);
            let others = others.chain((city > 0).then_some(id));
            others.for_each(|id| fs::remove_dir_all(self.root.path().join(id)).unwrap());
        }
        let mut city = self.take("city-0", &[&own]);
        city.extend(self.build("city-0"));
        self.release("city-0", MONTHS[1]);
        let mut province = self.take("province", &["city-0"]);
        province.extend(self.build("province"));
        [city, province]
    }
}

fn county(city: usize, at: usize) -> String {
    format!("county-{city}-{at}")
}
