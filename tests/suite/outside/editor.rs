//! The YAML language server completes and checks a data file by the schema that its first line names.

use serde_json::Value;

use crate::outside::{script, told};
use crate::stage::repository;

fn words(report: &Value, key: &str) -> Vec<String> {
    let list = report[key].as_array().unwrap().iter();
    list.map(|word| word.as_str().unwrap().to_owned()).collect()
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn an_editor_completes_and_checks_a_project() {
    let file = repository("data/wushan/projects/2023/ws-2023-001.yaml");
    let report = told(script("editor.mjs").arg(file));
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(words(&report, "clean"), Vec::<String>::new(), "the file as it is");
    let keys = words(&report, "keys");
    for key in ["名称", "投资方", "责任单位", "到位资金"] {
        assert!(
            keys.iter().any(|offered| offered == key),
            "{key} is not offered: {keys:?}"
        );
    }
    let values = words(&report, "values");
    assert!(values.contains(&"市外".to_owned()) && values.len() == 5, "{values:?}");
    let unknown = words(&report, "unknown");
    assert!(unknown.iter().any(|mark| mark.contains("没有这个键")), "{unknown:?}");
    assert!(
        !words(&report, "choice").is_empty(),
        "a word that cannot be chosen is marked"
    );
}
