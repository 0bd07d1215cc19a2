//! A month that a county took back: understood above, from the day on which it did.

use std::fs;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::below::offices::{Reported, above, county, publish};
use crate::stage::{Ended, Stage};

const EDITION: [(&str, &str); 1] = [("2025-04", "2025-05-06")];

/// Two counties that released April, and the city that takes what they did.
struct Ground {
    counties: Stage,
    city: Stage,
}

fn reported(funds: i64) -> Reported {
    Reported {
        month: "2025-04",
        funds: Decimal::from(funds),
        signed: 2,
        started: 1,
        is_hidden: false,
    }
}

impl Ground {
    fn new(cutoff: &str, issued: &'static str) -> Ground {
        let (counties, city) = (Stage::empty(), Stage::empty());
        for (id, name) in [("cangxi", "苍溪县"), ("jiange", "剑阁县")] {
            county(&counties.data().join(id), name, &[reported(3)], &EDITION);
        }
        for id in ["cangxi", "jiange"] {
            publish(&counties.data(), id, &EDITION);
        }
        let below = [("cangxi", "苍溪县"), ("jiange", "剑阁县")];
        let editions = [("2025-04", issued)];
        above(&city.data().join("city"), "某市", &below, (cutoff, &editions));
        Ground { counties, city }
    }

    fn import(&self) -> Ended {
        let folder =
            |id: &str| self.counties.data().join(id).to_str().unwrap().to_owned();
        let (cangxi, jiange) = (folder("cangxi"), folder("jiange"));
        self.city.run(&["import", "--released", &cangxi, &jiange])
    }

    fn take_back(&self, reason: &str, date: &str) {
        let book = ["unrelease", "2025-04", "--book", "cangxi"];
        let why = ["--reason", reason, "--date", date];
        self.counties.run(&[&book[..], &why].concat()).fine();
    }

    fn value(&self, id: &str) -> Value {
        let path = self.city.out().join("city/2025-04/figures.json");
        let file: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let mut figures = file["figures"].as_array().unwrap().iter();
        figures.find(|one| one["id"] == id).unwrap()["value"].clone()
    }

    fn page(&self) -> String {
        self.city.run(&["build", "--without", "pdf"]).fine();
        fs::read_to_string(self.city.out().join("city/2025-04/index.html")).unwrap()
    }

    fn has(&self, name: &str) -> bool {
        self.city.data().join("city/below/cangxi").join(name).exists()
    }
}

#[test]
fn what_was_taken_back_before_the_cutoff_is_not_in_the_sum_which_says_so() {
    let ground = Ground::new("次月28日", "2025-05-29");
    ground.import().fine();
    ground.take_back("资金口径有误", "2025-05-20");
    let taken = ground.import().fine();
    let words = "city/below/cangxi/2025-04.json 下级已撤回";
    assert!(taken.stdout.contains(words), "{}", taken.stdout);
    assert!(ground.has("2025-04.withdrawn.json") && !ground.has("2025-04.json"));
    ground.city.run(&["check"]).fine();
    let page = ground.page();
    assert_eq!(ground.value("funds/all"), "3", "Jiange's alone");
    assert_eq!(ground.value("funds/unit:cangxi"), Value::Null);
    for words in ["不含苍溪县", "2025年5月20日撤回：资金口径有误"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let trace = ground.city.run(&["explain", "funds/all", "--period", "2025-04"]).stdout;
    for words in ["苍溪县", "2025年5月20日作废：下级撤回（资金口径有误）"]
    {
        assert!(trace.contains(words), "{words}: {trace}");
    }
    // Nothing more is to be done, and the county may release again.
    assert!(ground.import().fine().stdout.contains("写了0个文件"));
    county(&ground.counties.data().join("cangxi"), "苍溪县", &[reported(5)], &EDITION);
    let sums = ground.counties.data().join("cangxi/released/SHA256SUMS");
    let withdrawn = fs::read_to_string(&sums).unwrap();
    publish(&ground.counties.data(), "cangxi", &EDITION);
    let released = fs::read_to_string(&sums).unwrap();
    fs::write(&sums, released + &withdrawn).unwrap();
    ground.import().fine();
    ground.city.run(&["check"]).fine();
    let page = ground.page();
    assert_eq!(ground.value("funds/all"), "8");
    assert!(page.contains("2025年5月20日撤回：资金口径有误"), "{page}");
}

#[test]
fn what_was_taken_back_after_the_cutoff_moves_no_released_edition() {
    let ground = Ground::new("次月10日", "2025-05-12");
    ground.import().fine();
    publish(&ground.city.data(), "city", &[("2025-04", "2025-05-12")]);
    ground.city.run(&["check"]).fine();
    ground.take_back("资金口径有误", "2025-05-20");
    ground.import().fine();
    ground.city.run(&["check"]).fine();
}

#[test]
fn what_was_taken_back_is_what_was_fetched() {
    let ground = Ground::new("次月28日", "2025-05-29");
    ground.import().fine();
    ground.take_back("资金口径有误", "2025-05-20");
    let county = ground.counties.data().join("cangxi/released");
    let path = county.join("2025-04.withdrawn.json");
    let text = fs::read_to_string(&path).unwrap();
    let other = text.replace("\"value\":\"3\"", "\"value\":\"4\"");
    assert_ne!(text, other);
    fs::write(&path, &other).unwrap();
    let refused = ground.import();
    assert!(refused.stderr.contains("对不上"), "{}", refused.stderr);
    let sums = fs::read_to_string(county.join("SHA256SUMS")).unwrap();
    let digest = |text: &str| tongbao::load::source::digest::sha256(text.as_bytes());
    let sums = sums.replace(&digest(&text), &digest(&other));
    fs::write(county.join("SHA256SUMS"), sums).unwrap();
    let refused = ground.import();
    assert_eq!(refused.code, Some(1), "{}", refused.stdout);
    assert!(refused.stderr.contains("没有了"), "{}", refused.stderr);
    assert!(ground.has("2025-04.json"), "nothing is touched");
}
