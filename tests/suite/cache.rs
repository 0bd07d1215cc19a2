//! The cache changes nothing but the time: whatever is in it, and wherever it may not be.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;
use proptest::sample::Index;
use tongbao::load::cache::Cache;
use tongbao::load::source::files::Folder;
use tongbao::load::{Loaded, load, load_with};

use crate::stage::{Ended, Stage, files, program, repository, suite};

/// What the program says where a cache is of no use.
const HARMLESS: &str = "结果不受影响，只是慢些";

/// What a check of the minimal book says, and nothing else.
const CLEAN: &str = "核对了 1 个账本，没有问题\n";

/// A stage whose runs have a cache of their own.
struct Cached {
    stage: Stage,
    caches: PathBuf,
}

impl Cached {
    fn minimal() -> Cached {
        let stage = Stage::minimal();
        let caches = stage.out().with_file_name("caches");
        Cached { stage, caches }
    }

    /// The program, at the stage.
    fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(&self.caches, arguments)
    }

    /// The program, at the stage, with its cache below another folder.
    fn run_with(&self, caches: &Path, arguments: &[&str]) -> Ended {
        let mut command = program();
        let place = self.stage.out();
        command.current_dir(place.parent().unwrap()).args(arguments);
        Ended::of(command.env("XDG_CACHE_HOME", caches).output().unwrap())
    }

    /// The file with the records of the book.
    fn records(&self) -> PathBuf {
        self.caches.join("tongbao/demo.records")
    }

    /// What a build ends with, and what it writes, to a folder of its own.
    fn build(&self, out: &str, options: &[&str]) -> (Option<i32>, String, Written) {
        let fixed = ["build", "--without", "pdf", "--out", out];
        let ended = self.run(&[&fixed, options].concat());
        let told = (ended.stdout + &ended.stderr).replace(out, "");
        (ended.code, told, files(&self.stage.out().with_file_name(out)))
    }
}

/// Files by path.
type Written = Vec<(String, Vec<u8>)>;

/// Something that happens to a book, its theme or its cache.
#[derive(Clone, Debug)]
enum Event {
    /// A text in a file becomes another one, wherever it stands.
    Edit(Index, &'static str, &'static str),
    /// A file gets other bytes, which may be broken.
    Replace(Index, &'static [u8]),
    /// A file is there once more, under another name.
    Copy(Index, u8),
    /// A file goes to another name.
    Rename(Index, u8),
    /// A file is gone.
    Delete(Index),
    /// The book names another theme.
    Theme(u8),
    /// A byte of the cache changes.
    Forge(Index),
    /// The cache ends early.
    Cut(Index),
    /// The cache is one that another state of the book left, or no cache at all.
    Exchange(&'static [u8]),
    /// The cache is as it was at the beginning.
    Return,
    /// Another command looks at the book.
    Look(&'static [&'static str]),
}

const EDITS: &[(&str, &str)] = &[
    ("3.2亿元", "4.8亿元"),
    ("3.2", "三"),
    ("演示: 是", "演示: 否"),
    ("演示", "展示"),
    ("物流", "龘龘"),
    ("2023-06", "2023-05"),
    (": ", "："),
    ("\n", "\r\n"),
    ("2023", "2024"),
    ("项目", "项目 13812345678"),
];

const CONTENTS: &[&[u8]] = &[
    b"",
    b"\xff\xfe",
    b"\xef\xbb\xbf\n",
    b"<<<<<<< a\n=======\n>>>>>>> b\n",
    b"{}",
    b"[1, 2",
];

const CACHES: &[&[u8]] = &[b"", b"no cache", &[0; 64]];

const COMMANDS: &[&[&str]] =
    &[&["check"], &["build", "--without", "pdf"], &["explain", "--evidence", "xm-1"]];

fn event() -> impl Strategy<Value = Event> {
    let file = any::<Index>;
    prop_oneof![
        4 => (file(), 0..EDITS.len())
            .prop_map(|(at, edit)| Event::Edit(at, EDITS[edit].0, EDITS[edit].1)),
        1 => (file(), 0..CONTENTS.len()).prop_map(|(at, what)| Event::Replace(at, CONTENTS[what])),
        2 => (file(), 0..3u8).prop_map(|(at, name)| Event::Copy(at, name)),
        1 => (file(), 0..3u8).prop_map(|(at, name)| Event::Rename(at, name)),
        1 => file().prop_map(Event::Delete),
        1 => (0..3u8).prop_map(Event::Theme),
        1 => file().prop_map(Event::Forge),
        1 => file().prop_map(Event::Cut),
        1 => (0..CACHES.len()).prop_map(|at| Event::Exchange(CACHES[at])),
        1 => Just(Event::Return),
        4 => (0..COMMANDS.len()).prop_map(|at| Event::Look(COMMANDS[at])),
    ]
}

impl Cached {
    /// Lets something happen; `old` is the cache at the beginning.
    fn happen(&self, event: &Event, old: &[u8]) {
        let files = files(&self.stage.data());
        let pick = |at: &Index| &files[at.index(files.len())];
        let name = |path: &str, number: &u8| {
            let (stem, end) = path.rsplit_once('.').unwrap();
            format!("{stem}-{number}.{end}")
        };
        let cache = fs::read(self.records()).unwrap_or_default();
        let keep = |bytes: &[u8]| fs::write(self.records(), bytes).unwrap();
        match event {
            _ if files.is_empty() => {}
            Event::Edit(at, from, to) => {
                let (path, bytes) = pick(at);
                let text = String::from_utf8_lossy(bytes).replace(from, to);
                self.stage.write(path, text.as_bytes());
            }
            Event::Replace(at, bytes) => self.stage.write(&pick(at).0, bytes),
            Event::Copy(at, number) => {
                let (path, bytes) = pick(at);
                self.stage.write(&name(path, number), bytes);
            }
            Event::Rename(at, number) => {
                let (path, bytes) = pick(at);
                self.stage.write(&name(path, number), bytes);
                fs::remove_file(self.stage.data().join(path)).unwrap();
            }
            Event::Delete(at) => {
                fs::remove_file(self.stage.data().join(&pick(at).0)).unwrap();
            }
            Event::Theme(which) => self.theme(*which),
            Event::Forge(at) if !cache.is_empty() => {
                let mut forged = cache;
                let at = at.index(forged.len());
                forged[at] ^= 1;
                keep(&forged);
            }
            Event::Cut(at) => keep(&cache[..at.index(cache.len() + 1)]),
            Event::Exchange(bytes) => keep(bytes),
            Event::Return => keep(old),
            Event::Look(command) => {
                self.run(command);
                let _ = fs::remove_dir_all(self.stage.out());
            }
            Event::Forge(_) => {}
        }
    }

    /// Gives the book the built-in theme, one of its own, or one that is not there.
    fn theme(&self, which: u8) {
        let card = fs::read_to_string(suite("minimal/book.yaml")).unwrap();
        let name = ["default", "own", "none"][usize::from(which)];
        self.stage.write("demo/book.yaml", format!("{card}主题: {name}\n").as_bytes());
        let own = self.stage.out().with_file_name("themes").join("own");
        fs::create_dir_all(&own).unwrap();
        fs::write(own.join("theme.txt"), "color.ink = #123456\n").unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(40), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happened_a_build_with_the_cache_equals_one_without(
        events in prop::collection::vec(event(), 1..5),
        audience in prop::sample::select(vec!["公开", "内部", "领导"]),
    ) {
        let cached = Cached::minimal();
        cached.run(&["check"]).fine();
        let old = fs::read(cached.records()).unwrap();
        events.iter().for_each(|event| cached.happen(event, &old));
        let options = ["--audience", audience, "--no-cache"];
        let (with, without) = rayon::join(
            || cached.build("cached-out", &options[..2]),
            || cached.build("plain-out", &options),
        );
        prop_assert!(with == without, "{with:?}\n{without:?}");
    }
}

/// Loads a folder with what was kept, and returns what is to be kept then.
fn loaded(
    data: &Path,
    kept: &BTreeMap<String, Vec<u8>>,
) -> (Loaded, BTreeMap<String, Vec<u8>>) {
    let kept = kept.clone();
    let cache = Cache::new(move |book| kept.get(book).cloned().unwrap_or_default());
    let loaded = load_with(&Folder::open(data).unwrap(), &|_| true, Some(&cache));
    (loaded, cache.renewed().into_iter().collect())
}

/// All records with their places, as text in which nothing is left out.
fn told(loaded: &Loaded) -> String {
    format!("{:?}{:?}", loaded.books, loaded.diagnostics)
}

#[test]
fn records_of_all_shipped_books_come_out_as_they_went_in() {
    let data = repository("data");
    let plain = told(&load(&Folder::open(&data).unwrap()));
    let (first, kept) = loaded(&data, &BTreeMap::new());
    assert_eq!(kept.len(), 6);
    let (second, renewed) = loaded(&data, &kept);
    assert!(plain == told(&first) && plain == told(&second));
    assert!(renewed.is_empty(), "every record was known: {:?}", renewed.keys());
}

#[test]
fn a_file_with_something_to_say_is_read_each_time() {
    let cached = Cached::minimal();
    let text = fs::read_to_string(suite("minimal/projects/2023/xm-1.yaml")).unwrap();
    for wrong in [format!("\u{feff}{text}"), format!("{text}说明: 13812345678\n")] {
        cached.stage.write("demo/projects/2023/xm-1.yaml", wrong.as_bytes());
        let first = cached.run(&["check"]);
        assert!(!first.codes().is_empty());
        let again = cached.run(&["check"]);
        assert_eq!((first.code, first.stderr), (again.code, again.stderr));
    }
}

#[test]
fn which_characters_can_be_printed_is_asked_each_time() {
    let cached = Cached::minimal();
    let (_, kept) = loaded(&cached.stage.data(), &BTreeMap::new());
    let cache = Cache::new(move |book| kept[book].clone());
    let folder = Folder::open(&cached.stage.data()).unwrap();
    let loaded = load_with(&folder, &|character| character != '冷', Some(&cache));
    let codes: Vec<&str> =
        loaded.diagnostics.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["missing-glyph"]);
}

#[test]
fn the_cache_is_for_the_user_alone_and_may_be_deleted() {
    let cached = Cached::minimal();
    cached.run(&["check", "--no-cache"]).fine();
    assert!(!cached.caches.exists());
    cached.run(&["check"]).fine();
    let names: Vec<String> =
        files(&cached.caches).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["tongbao/demo.records", "tongbao/lock"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&cached.caches.join("tongbao")), 0o700);
        assert_eq!(mode(&cached.records()), 0o600);
    }
    fs::remove_dir_all(&cached.caches).unwrap();
    assert_eq!(cached.run(&["check"]).fine().stderr, CLEAN);
}

#[test]
fn a_user_without_a_home_has_no_cache_and_hears_nothing_of_it() {
    let cached = Cached::minimal();
    let mut command = program();
    command.env_remove("XDG_CACHE_HOME").env_remove("HOME").env_remove("LOCALAPPDATA");
    let ended =
        command.args(["check", "--data"]).arg(cached.stage.data()).output().unwrap();
    assert_eq!(Ended::of(ended).fine().stderr, CLEAN);
}

#[test]
fn a_cache_in_the_data_or_in_the_output_is_not_used() {
    let cached = Cached::minimal();
    for (inside, arguments) in [
        (cached.stage.data(), &["check"][..]),
        (cached.stage.data().join("demo"), &["explain", "--evidence", "xm-1"]),
        (cached.stage.out().join("demo"), &["build", "--without", "pdf"]),
    ] {
        let ended = cached.run_with(&inside, arguments).fine();
        assert!(ended.stderr.starts_with("没有用缓存"), "{}", ended.stderr);
        assert!(ended.stderr.contains(HARMLESS), "{}", ended.stderr);
        assert!(!inside.join("tongbao").exists());
    }
}

#[cfg(unix)]
#[test]
fn a_cache_that_others_can_write_is_not_used() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let cached = Cached::minimal();
    cached.run(&["check"]).fine();
    let folder = cached.caches.join("tongbao");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o770)).unwrap();
    let before = files(&folder);
    cached.stage.write("demo/projects/2023/xm-2.yaml", b"");
    let told = cached.run(&["check"]).stderr;
    assert!(told.starts_with("没有用缓存") && told.contains(HARMLESS), "{told}");
    assert_eq!(files(&folder), before);
    fs::rename(&folder, cached.caches.join("elsewhere")).unwrap();
    symlink(cached.caches.join("elsewhere"), &folder).unwrap();
    assert!(cached.run(&["check"]).stderr.starts_with("没有用缓存"));
}

#[test]
fn a_cache_that_cannot_be_written_is_told_once_and_changes_no_result() {
    let cached = Cached::minimal();
    let file = cached.stage.out().with_file_name("file");
    fs::write(&file, "").unwrap();
    let ended = cached.run_with(&file.join("caches"), &["check"]).fine();
    let (told, rest) = ended.stderr.split_once('\n').unwrap();
    assert!(told.contains(HARMLESS), "{told}");
    assert_eq!(rest, CLEAN);
}

#[test]
fn runs_at_once_share_a_cache() {
    let cached = Cached::minimal();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                assert_eq!(cached.run(&["check"]).fine().stderr, CLEAN);
            });
        }
    });
    let kept = BTreeMap::from([("demo".to_owned(), fs::read(cached.records()).unwrap())]);
    assert!(loaded(&cached.stage.data(), &kept).1.is_empty(), "it is whole");
}

#[test]
fn a_diff_with_the_cache_equals_one_without() {
    let cached = Cached::minimal();
    let root = cached.stage.data().parent().unwrap().to_owned();
    let git = |arguments: &str| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=t", "-c", "user.email=t@t"]).current_dir(&root);
        assert!(
            git.args(arguments.split(' ')).status().unwrap().success(),
            "{arguments}"
        );
    };
    ["init -q", "add data", "commit -qm base"].into_iter().for_each(git);
    cached.run(&["check"]).fine();
    for (from, to) in [("3.2亿元", "4.8亿元"), ("3.2亿元", "3.2"), ("演示: 是\n", "")]
    {
        let text = fs::read_to_string(suite("minimal/projects/2023/xm-1.yaml")).unwrap();
        let text = text.replace(from, to);
        cached.stage.write("demo/projects/2023/xm-1.yaml", text.as_bytes());
        for sides in [&["HEAD"][..], &["HEAD", "HEAD"], &["./data", "HEAD"]] {
            let command = [&["diff", "--format", "json"], sides].concat();
            let with = cached.run(&command);
            let without = cached.run(&[&command[..], &["--no-cache"]].concat());
            let all = |ended: Ended| (ended.code, ended.stdout, ended.stderr);
            assert_eq!(all(with), all(without), "{to}: {sides:?}");
        }
    }
}

#[test]
fn tests_leave_the_cache_of_their_user_alone() {
    let alone =
        ["diff/repository.rs", "outside/terminal.rs", "recipes/mod.rs", "stage.rs"];
    for (path, bytes) in files(&suite("")) {
        let starts =
            String::from_utf8_lossy(&bytes).contains(concat!("CARGO_BIN", "_EXE"));
        assert!(!starts || alone.contains(&path.as_str()), "{path}");
    }
}

#[test]
fn a_quote_keeps_its_zeros_in_the_cache() {
    let cached = Cached::minimal();
    let quote = "总数:\n  - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.120亿元, 性质: 引用, 累计: 是}\n";
    cached.stage.write("demo/reported/2023-06.yaml", quote.as_bytes());
    let (_, _, first) = cached.build("first", &[]);
    let (_, _, again) = cached.build("again", &[]);
    assert!(first == again, "what comes out of the cache is what was read");
    let prints = |(_, bytes): &(String, Vec<u8>)| {
        String::from_utf8_lossy(bytes).contains("0.120亿元")
    };
    assert!(again.iter().any(prints), "the number stands as it was written");
}
