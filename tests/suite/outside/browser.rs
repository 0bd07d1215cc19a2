//! Chromium opens the built site from its folder, on wide and narrow screens, with and without scripts.

use std::fs;
use std::process::Command;

use crate::outside::{SITE, built, script, told};
use crate::stage::{files, repository};

/// Set to take the README's pictures anew.
const RENEW: &str = "RENEW_PICTURES";

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_site_is_whole_from_its_folder_on_every_screen() {
    let taken = tempfile::tempdir().unwrap();
    let report = told(script("walk.mjs").arg(SITE.out()).arg(taken.path()));
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["faults"], serde_json::json!([]));
    assert!(report["pages"].as_u64() > Some(400), "{report}");
    let books = report["books"].as_u64().unwrap();
    assert!(books >= 4, "the books with monthly editions: {report}");
    assert_eq!(
        report["traces"],
        books * 2 * 2 * 3,
        "three in each book, at two widths, with and without scripts"
    );
    let document = built("wushan/2023-06/bulletin.pdf");
    for page in ["1", "3"] {
        let place = taken.path().join(format!("pdf-{page}"));
        told(
            Command::new("pdftoppm")
                .args(["-r", "96", "-png", "-singlefile", "-f", page])
                .arg(&document)
                .arg(place),
        );
    }
    let pictures = files(taken.path());
    assert_eq!(pictures.len(), 7);
    for (name, bytes) in pictures {
        let place = repository(".pictures").join(&name);
        if std::env::var_os(RENEW).is_some() {
            fs::create_dir_all(repository(".pictures")).unwrap();
            fs::write(&place, bytes).unwrap();
        }
        assert!(place.exists(), "the README's {name} was never taken: set {RENEW}");
    }
}
