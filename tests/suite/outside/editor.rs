//! What an editor makes of the schemas: a validator and the YAML language server over every file that
//! `check` accepts, and what is offered, said and marked while somebody types.

use std::fs;

use serde_json::Value;
use tongbao::check::manual::pages;
use tongbao::load::dictionary::offered::Offered;
use tongbao::load::dictionary::schema::schema;
use tongbao::load::slots::{kind_at, kinds};

use crate::case::{Case, files_in};
use crate::manual::examples;
use crate::outside::{script, told};
use crate::stage::{Stage, files, repository, suite};

/// The books of the tests that have no errors.
const TEST_BOOKS: &[&str] = &[
    "minimal",
    "audience/book",
    "newcomer/book",
    "counties/gansu",
    "counties/huidong",
    "counties/panshan",
    "counties/pengze",
    "counties/qianxinan",
];

/// A project whose texts, ids and references are digits, which other programs take for numbers.
const DIGITS: &str = "编号: 2023\n名称: 110\n投资方: {名称: 58, 类别: [500, 1.5]}\n来源地: 市外\n责任单位: 7\n合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 凭证: [1]}]\n备注: 12345678901234567890123\n";

fn words(report: &Value, key: &str) -> Vec<String> {
    let list = report[key].as_array().unwrap().iter();
    list.map(|word| word.as_str().unwrap().to_owned()).collect()
}

/// A data folder with files and their schemas, those of each book with the names of the book.
struct Desk {
    stage: Stage,
    /// Each file with its schema.
    list: String,
}

impl Desk {
    fn new() -> Desk {
        let stage = Stage::empty();
        for kind in kinds() {
            let path = format!("schema/{}.json", kind.id);
            stage.write(&path, schema(kind, &Offered::default()).as_bytes());
        }
        Desk { stage, list: String::new() }
    }

    /// Puts a file in, which names its schema in a folder of schemas.
    fn put(&mut self, book: &str, path: &str, text: &str, schemas: &str) {
        let Some(kind) = kind_at(path) else { return };
        let up = "../".repeat(path.matches('/').count() + 1);
        let schema = format!("schema/{schemas}{}.json", kind.id);
        let own = text.lines().filter(|line| !line.contains("yaml-language-server"));
        let own = own.collect::<Vec<_>>().join("\n");
        let head = if path.ends_with(".yaml") {
            format!("# yaml-language-server: $schema={up}{schema}\n")
        } else {
            String::new()
        };
        self.stage.write(&format!("{book}/{path}"), format!("{head}{own}\n").as_bytes());
        let data = self.stage.data();
        let (file, schema) = (data.join(book).join(path), data.join(schema));
        self.list.push_str(&format!("{}\t{}\n", file.display(), schema.display()));
    }

    /// Puts a book in, whose files name schemas with its names.
    fn book(&mut self, id: &str, folder: &std::path::Path) {
        for (path, bytes) in files(folder) {
            let text = String::from_utf8(bytes).unwrap();
            self.put(id, &path, &text, &format!("{id}/"));
        }
        self.stage.run(&["schema", "--book", id, "--out", "data/schema"]).fine();
    }

    /// What a script finds in the files.
    fn report(&self, name: &str) -> (u64, Value) {
        let list = self.stage.data().join("schema/files.txt");
        fs::write(&list, &self.list).unwrap();
        let report: Value = serde_json::from_str(&told(script(name).arg(&list))).unwrap();
        (report["count"].as_u64().unwrap(), report["wrong"].clone())
    }

    #[track_caller]
    fn is_clean(&self) {
        for name in ["schemas.mjs", "marks.mjs"] {
            let (count, wrong) = self.report(name);
            assert_eq!(wrong, serde_json::json!({}), "{name}");
            assert!(count > 0, "{name} looked at nothing");
        }
    }
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn every_shipped_file_follows_the_schema_of_its_book() {
    let mut desk = Desk::new();
    let mut books = 0;
    for entry in fs::read_dir(repository("data")).unwrap() {
        let folder = entry.unwrap().path();
        if folder.join("book.yaml").is_file() {
            desk.book(folder.file_name().unwrap().to_str().unwrap(), &folder);
            books += 1;
        }
    }
    for (at, book) in TEST_BOOKS.iter().enumerate() {
        desk.book(&format!("t{at}"), &suite(book));
    }
    assert!(books > 5 && desk.list.lines().count() > 1200, "all files are there");
    desk.is_clean();
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn what_check_accepts_the_schemas_accept() {
    let mut desk = Desk::new();
    let minimal = Case::minimal();
    let units = fs::read_to_string(suite("minimal/units.yaml")).unwrap();
    let cases = pages().into_iter().flat_map(|page| examples(&page.body));
    let digits = Case::minimal()
        .with("units.yaml", units + "  - {编号: 7, 名称: 第7局, 分组: departments}\n")
        .with("projects/2023/2023.yaml", DIGITS);
    let accepted = cases.map(|(case, _)| case).filter(Case::has_no_errors);
    for (at, case) in accepted.chain([digits]).enumerate() {
        for (path, text) in case.beyond(&minimal) {
            desk.put(&format!("b{at}"), &path, &text, "");
        }
    }
    assert!(desk.list.contains("2023/2023.yaml"), "the one with digits has no errors");
    assert!(desk.list.lines().count() > 100, "{}", desk.list.lines().count());
    desk.is_clean();
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn a_validator_finds_what_is_wrong() {
    let mut desk = Desk::new();
    let text = fs::read_to_string(suite("minimal/projects/2023/xm-1.yaml")).unwrap();
    let wrong = [
        text.replace("来源地: 市外", "来源地: 火星"),
        text.replace("名称: 冷链物流项目\n", ""),
        text.replace("3.2亿元", "3.2"),
        text.replace("签订: 2023-03-18", "签订: 2023-13-18"),
        text + "没有这个键: 1\n",
    ];
    for (at, text) in wrong.iter().enumerate() {
        desk.put(&format!("b{at}"), "projects/2023/xm-1.yaml", text, "");
    }
    for name in ["schemas.mjs", "marks.mjs"] {
        let (_, found) = desk.report(name);
        assert_eq!(found.as_object().unwrap().len(), wrong.len(), "{name}: {found}");
    }
}

/// Whether a message or a text is in the language of the clerks.
fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !text.contains("Incorrect")
        && !text.contains("Missing")
        && !text.contains("not ")
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn an_editor_completes_and_checks_a_project_with_the_names_of_its_book() {
    let mut desk = Desk::new();
    desk.book("wushan", &repository("data/wushan"));
    let file = desk.stage.data().join("wushan/projects/2023/ws-2023-001.yaml");
    let report = told(script("editor.mjs").arg(file));
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(words(&report, "clean"), Vec::<String>::new(), "the file as it is");
    let offers = |list: &str, word: &str| {
        let offered = words(&report, list);
        assert!(offered.iter().any(|one| one == word), "{word} in {list}: {offered:?}");
    };
    for key in ["名称", "投资方", "责任单位", "到位资金"] {
        offers("keys", key);
    }
    assert_eq!(words(&report, "values").len(), 5, "{report}");
    offers("values", "市外");
    for list in ["units", "partners"] {
        offers(list, "县交通局");
    }
    for kind in ["unknown", "choice", "missing", "shape", "pattern"] {
        let messages = words(&report, kind);
        assert!(!messages.is_empty(), "{kind} is not marked");
        assert!(messages.iter().all(|message| is_chinese(message)), "{messages:?}");
    }
    assert!(words(&report, "missing")[0].contains("责任单位"), "{report}");
    assert!(words(&report, "choice")[0].contains("市外"), "{report}");
    let hover = report["hover"].as_str().unwrap();
    assert!(hover.contains("投资来源") && hover.contains("写法"), "{hover}");
}

#[test]
fn the_files_that_the_manual_shows_begin_with_the_line_for_editors() {
    let guide = fs::read_to_string(repository("data/manual/cookbook.md")).unwrap();
    let blocks = guide.split("```yaml\n").skip(1);
    let files: Vec<&str> = blocks
        .filter(|block| block.starts_with("编号:") || block.starts_with("名称:"))
        .collect();
    assert_eq!(files, Vec::<&str>::new());
    let books = fs::read_dir(repository("data")).unwrap();
    for path in books.flat_map(|book| files_in(&book.unwrap().path())) {
        if path.extension().is_some_and(|end| end == "yaml") {
            let text = fs::read_to_string(&path).unwrap();
            let line = text.lines().next().unwrap_or_default();
            let named = line.strip_prefix("# yaml-language-server: $schema=");
            let named = named.unwrap_or_else(|| panic!("{}", path.display()));
            let schema = path.parent().unwrap().join(named);
            assert!(schema.is_file(), "{}: {named}", path.display());
        }
    }
}
