//! The page that tells a reviewer what a change does: nothing is cut, nothing lies over anything else.

use std::path::PathBuf;

use serde_json::Value;

use crate::diff::requests::accounts;
use crate::outside::{script, told};

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn an_account_is_whole_on_every_screen_and_has_the_charts_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let pages = accounts(&["02", "03", "05", "21", "22", "27"], "html");
    let mut places: Vec<PathBuf> = Vec::new();
    for (at, (page, _)) in pages.iter().enumerate() {
        let place = folder.path().join(format!("{at}.html"));
        std::fs::write(&place, page).unwrap();
        places.push(place);
    }
    let report = told(script("account.mjs").args(&places));
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["wrong"], serde_json::json!([]));
    assert!(report["charts"].as_u64() > Some(3), "{report}");
}
