//! A document is set again only if what it is made from has changed; whatever the cache says, no
//! other bytes come into an output.

use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::stage::{Ended, Stage, files, program, suite};

/// A digest of the program's sources, with which its caches are sealed.
const PROGRAM: &str = env!("SOURCES_DIGEST");
/// A note that a test adds to a document: a document that bears it has not been set since.
const NOTE: &[u8] = b"\n% seen";
const EDITIONS: [&str; 2] = ["2023-06", "2023-07"];

/// A book of two editions, with a cache of its own.
struct Press {
    stage: Stage,
}

impl Press {
    /// The book, built for the first time.
    fn new() -> Press {
        let edition = fs::read_to_string(suite("minimal/editions/2023-06.md")).unwrap();
        let later = edition
            .replace("2023-06", "2023-07")
            .replace("2023-07-10", "2023-08-10")
            .replace("1—6月", "1—7月");
        let press = Press { stage: Stage::minimal().with("editions/2023-07.md", later) };
        press.build(&[]);
        press
    }

    fn build(&self, options: &[&str]) {
        self.run(options).fine();
    }

    fn run(&self, options: &[&str]) -> Ended {
        let mut command = program();
        command.env("XDG_CACHE_HOME", self.stage.out().with_file_name("caches"));
        let place = self.stage.out();
        let command = command.current_dir(place.parent().unwrap());
        Ended::of(command.arg("build").args(options).output().unwrap())
    }

    fn document(&self, edition: &str) -> PathBuf {
        self.stage.out().join(format!("demo/{edition}/bulletin.pdf"))
    }

    fn cache(&self) -> PathBuf {
        self.stage.out().with_file_name("caches").join("tongbao/outputs")
    }

    /// Writes a note into every document.
    fn note(&self) {
        for edition in EDITIONS {
            let noted = [&fs::read(self.document(edition)).unwrap(), NOTE].concat();
            fs::write(self.document(edition), noted).unwrap();
        }
    }

    /// Lets a file name other digests for the documents than before.
    fn rename(&self, path: &PathBuf, old: &[String; 2], new: &[String; 2]) {
        let mut bytes = fs::read(path).unwrap();
        for (old, new) in old.iter().zip(new) {
            let at = bytes.windows(64).position(|part| part == old.as_bytes()).unwrap();
            bytes[at..at + 64].copy_from_slice(new.as_bytes());
        }
        fs::write(path, bytes).unwrap();
    }

    fn digests(&self) -> [String; 2] {
        EDITIONS.map(|edition| {
            let digest = Sha256::digest(fs::read(self.document(edition)).unwrap());
            digest.iter().map(|byte| format!("{byte:02x}")).collect()
        })
    }

    /// Writes a note into every document, and lets the cache say that they were made so.
    fn forge(&self) -> [[String; 2]; 2] {
        let old = self.digests();
        self.note();
        let new = self.digests();
        self.rename(&self.cache(), &old, &new);
        let mut cache = fs::read(self.cache()).unwrap();
        let seal = Sha256::new().chain_update(PROGRAM).chain_update([0]);
        let seal = seal.chain_update(&cache[32..]).finalize();
        cache[..32].copy_from_slice(&seal);
        fs::write(self.cache(), cache).unwrap();
        [old, new]
    }

    /// The same, and the output's mark says so too: now a note shows that a document was not set.
    fn forge_all(&self) {
        let [old, new] = self.forge();
        self.rename(&self.stage.out().join("demo/.tongbao"), &old, &new);
    }

    /// Which documents have not been set since notes were written.
    fn left(&self) -> [bool; 2] {
        EDITIONS.map(|edition| fs::read(self.document(edition)).unwrap().ends_with(NOTE))
    }
}

#[test]
fn a_document_is_set_again_only_if_what_it_shows_has_changed() {
    let press = Press::new();
    press.forge_all();
    press.build(&[]);
    assert_eq!(press.left(), [true; 2], "nothing has changed");
    let project = fs::read_to_string(suite("minimal/projects/2023/xm-1.yaml")).unwrap();
    let later =
        format!("{project}  - {{月份: 2023-07, 金额: 800万元, 凭证: [银行回单]}}\n");
    press.stage.write("demo/projects/2023/xm-1.yaml", later.as_bytes());
    press.build(&[]);
    assert_eq!(
        press.left(),
        [true, false],
        "what arrived in July is not in June's edition"
    );
    press.build(&["--audience", "领导", "--out", "leaders"]);
    assert_eq!(press.left(), [true, false], "another audience has its own output");
    press.build(&["--no-cache"]);
    assert_eq!(press.left(), [false; 2], "no cache is wanted");
}

#[test]
fn a_theme_that_changes_paper_sets_all_documents() {
    let press = Press::new();
    press.forge_all();
    let theme = press.stage.out().with_file_name("themes").join("default");
    fs::create_dir_all(theme.join("css")).unwrap();
    fs::write(theme.join("css/base.css"), "body { color: black }\n").unwrap();
    press.build(&[]);
    assert_eq!(press.left(), [true; 2], "a style of pages is none of documents");
    fs::write(theme.join("theme.txt"), "color.red = #b00020\n").unwrap();
    press.build(&[]);
    assert_eq!(press.left(), [false; 2]);
}

#[test]
fn what_is_not_the_document_that_was_made_is_never_carried_over() {
    let press = Press::new();
    let made = files(&press.stage.out());
    let edits: [fn(&Press); 4] = [
        Press::note,
        // The cache may say that the edited document is the one: the output does not.
        |press| drop(press.forge()),
        |press| drop(fs::copy(press.document(EDITIONS[0]), press.document(EDITIONS[1]))),
        |press| fs::write(press.document(EDITIONS[0]), b"%PDF-1.7").unwrap(),
    ];
    for edit in edits {
        edit(&press);
        let ended = press.run(&[]);
        assert!(ended.stderr.contains("被人改过"), "{}", ended.stderr);
        for edition in EDITIONS {
            fs::remove_file(press.document(edition)).unwrap();
        }
        press.build(&[]);
        assert!(files(&press.stage.out()) == made);
    }
    for cache in [&b""[..], b"forged", &[0; 200]] {
        fs::write(press.cache(), cache).unwrap();
        press.build(&[]);
        assert!(files(&press.stage.out()) == made);
    }
}
