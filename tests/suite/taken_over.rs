//! A page that says what it is made from is made again only if that has changed; whatever happened
//! since the last build, the output is the one that a build without a cache makes.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use crate::stage::{Ended, Stage, files, program, suite};

/// How a build ended, what it told, and the files that it left.
type Built = (Option<i32>, String, Vec<(String, Vec<u8>)>);

/// A digest of the program's sources, with which its caches are sealed.
const PROGRAM: &str = env!("SOURCES_DIGEST");
/// A note that a test adds to a page: a page that bears it has not been made since.
const NOTE: &[u8] = b"<!-- seen -->";

const PROJECTS: [&str; 3] = ["xm-1", "xm-2", "xm-3"];

/// The days by which facts must be known.
const CUTOFFS: &str = "截止:\n  - {事项: 合同, 日: 当月23日, 依据: 二}\n  \
                       - {事项: 资金, 日: 次月7日, 依据: 二}\n";

/// A book of three projects, with a cache of its own.
struct Site {
    stage: Stage,
}

impl Site {
    fn new() -> Site {
        let project =
            fs::read_to_string(suite("minimal/projects/2023/xm-1.yaml")).unwrap();
        let plan = fs::read_to_string(suite("minimal/plans/plan-2023.yaml")).unwrap();
        let stage = Stage::minimal().with("plans/plan-2023.yaml", plan + CUTOFFS);
        let stage = PROJECTS.iter().fold(stage, |stage, id| {
            let name = format!("{id}号冷链物流项目");
            let text = project.replace("xm-1", id).replace("冷链物流项目", &name);
            stage.with(&project_file(id), text)
        });
        Site { stage }
    }

    fn place(&self, name: &str) -> PathBuf {
        self.stage.out().with_file_name(name)
    }

    fn build(&self, out: &str, options: &[&str]) -> Ended {
        let mut command = program();
        command.env("XDG_CACHE_HOME", self.place("caches")).env("NO_COLOR", "1");
        command.current_dir(self.place("")).args([
            "build",
            "--without",
            "pdf",
            "--out",
            out,
        ]);
        Ended::of(command.args(options).output().unwrap())
    }

    /// What a build ends with, and what the folder holds then.
    fn built(&self, out: &str, options: &[&str]) -> Built {
        let ended = self.build(out, options);
        let told = (ended.stdout + &ended.stderr).replace(out, "");
        (ended.code, told, files(&self.place(out)))
    }

    /// Replaces a text in a file of the book.
    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.stage.data().join("demo").join(file);
        if let Ok(text) = fs::read_to_string(&path) {
            fs::write(path, text.replace(from, to)).unwrap();
        }
    }

    fn page(&self, id: &str) -> PathBuf {
        self.place("output").join(format!("demo/projects/{id}.html"))
    }

    fn cache(&self) -> PathBuf {
        self.place("caches").join("tongbao/outputs")
    }

    /// Writes a note into the page of every project, and lets the cache and the mark say that they
    /// were made so.
    fn note(&self) {
        let mark = self.place("output").join("demo/.tongbao");
        for id in PROJECTS {
            let old = fs::read(self.page(id)).unwrap();
            let new = [&old, NOTE].concat();
            for file in [&mark, &self.cache()] {
                rename(file, &digest(&old), &digest(&new));
            }
            fs::write(self.page(id), new).unwrap();
        }
        let mut cache = fs::read(self.cache()).unwrap();
        let seal = Sha256::new().chain_update(PROGRAM).chain_update([0]);
        let seal = seal.chain_update(&cache[32..]).finalize();
        cache[..32].copy_from_slice(&seal);
        fs::write(self.cache(), cache).unwrap();
    }

    /// The projects whose pages have been made since notes were written.
    fn made(&self) -> Vec<&'static str> {
        let is_made = |id: &&str| !fs::read(self.page(id)).unwrap().ends_with(NOTE);
        PROJECTS.into_iter().filter(is_made).collect()
    }
}

fn project_file(id: &str) -> String {
    format!("projects/2023/{id}.yaml")
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Lets a file name another digest.
fn rename(path: &Path, old: &str, new: &str) {
    let mut bytes = fs::read(path).unwrap();
    let at = bytes.windows(64).position(|part| part == old.as_bytes()).unwrap();
    bytes[at..at + 64].copy_from_slice(new.as_bytes());
    fs::write(path, bytes).unwrap();
}

#[test]
fn after_a_change_of_one_project_its_page_alone_is_made() {
    let site = Site::new();
    site.build("output", &[]).fine();
    site.note();
    site.build("output", &[]).fine();
    assert!(site.made().is_empty(), "nothing has changed");
    site.edit(&project_file("xm-2"), "某某物流有限公司", "另一物流有限公司");
    site.build("output", &[]).fine();
    assert_eq!(site.made(), ["xm-2"], "of the pages of projects");
    site.edit("activities/2023/hd-1.yaml", "事项: 赴", "事项: 再赴");
    site.build("output", &[]).fine();
    assert_eq!(site.made(), ["xm-2"], "an activity is not on the pages of projects");
    site.build("output", &["--no-cache"]).fine();
    assert_eq!(site.made(), PROJECTS, "no cache is wanted");
}

#[test]
fn what_all_pages_of_projects_show_makes_all_of_them() {
    type Change = fn(&Site);
    let changes: [(&str, Change); 5] = [
        ("the name of the book", |site| {
            site.edit("book.yaml", "名称: 某县", "名称: 邻县")
        }),
        ("the name of a unit", |site| {
            site.edit("units.yaml", "名称: 县交通局", "名称: 县交通委, 别名: [县交通局]");
        }),
        ("the name of an indicator", |site| {
            let to = "名称: 到账资金\n    别名: [到位资金]\n";
            site.edit("plans/plan-2023.yaml", "名称: 到位资金\n", to);
        }),
        ("a region", |site| {
            let region =
                "来源区域:\n  - {编号: near, 名称: 近邻, 来源地: [市外]}\n产业链:";
            site.edit("units.yaml", "产业链:", region);
        }),
        ("the theme", |site| {
            let theme = site.place("themes/default");
            fs::create_dir_all(&theme).unwrap();
            fs::write(theme.join("theme.txt"), "color.ink = #123456\n").unwrap();
        }),
    ];
    for (what, change) in changes {
        let site = Site::new();
        site.build("output", &[]).fine();
        site.note();
        change(&site);
        site.build("output", &[]).fine();
        assert_eq!(site.made(), PROJECTS, "{what}");
    }
}

/// Something that happens between two builds.
#[derive(Clone, Debug)]
enum Event {
    /// A text in a file of the book becomes another one.
    Edit(&'static str, &'static str, &'static str),
    /// A project is gone.
    Delete(&'static str),
    /// A project gets another number, and its file another name.
    Rename(&'static str),
    /// A theme gets another colour; the book may name it.
    Theme(&'static str),
    /// Somebody writes into a page.
    HandEdit(&'static str),
    /// A page is lost.
    Lose(&'static str),
    /// Another audience gets its own output.
    Audience(&'static str),
    /// The outputs are built.
    Build,
}

const ONE: &str = "projects/2023/xm-1.yaml";
const OTHER: &str = "projects/2023/xm-2.yaml";
const PLAN: &str = "plans/plan-2023.yaml";

const EDITS: &[(&str, &str, &str)] = &[
    (ONE, "3.2亿元", "4.8亿元"),
    (ONE, "某某物流有限公司", "另一物流有限公司"),
    (ONE, "责任单位: 县交通局", "责任单位: 县商务委"),
    (ONE, "签订: 2023-03-18", "签订: 2023-03-18, 报送: 2023-09-20"),
    (ONE, "开工: {日期: 2023-05-12}", "开工: {日期: 2023-05-12, 报送: 2023-09-02}"),
    (ONE, "演示: 是\n", ""),
    (OTHER, "1200万元", "1300万元"),
    (OTHER, "签订: 2023-03-18", "签订: 2022-03-18"),
    ("book.yaml", "名称: 某县", "名称: 邻县"),
    ("units.yaml", "名称: 县交通局", "名称: 县交通委, 别名: [县交通局]"),
    ("units.yaml", "名称: 商贸物流", "名称: 现代物流, 别名: [商贸物流]"),
    (PLAN, "名称: 到位资金\n", "名称: 到账资金\n    别名: [到位资金]\n"),
    (PLAN, "口径: 当年到位的资金", "口径: 当年到账的资金"),
    (PLAN, "时段: 本年累计", "时段: 本月"),
    (PLAN, "次月7日", "次月3日"),
    ("editions/2023-06.md", "印发: 2023-07-10", "印发: 2023-07-12"),
    ("activities/2023/hd-1.yaml", "事项: 赴", "事项: 再赴"),
    ("reported/2023-06.yaml", "2023-06", "2023-05"),
];

fn event() -> impl Strategy<Value = Event> {
    let page =
        || prop::sample::select(vec!["projects/xm-1.html", "index.html", "search.html"]);
    let project = || prop::sample::select(PROJECTS.to_vec());
    prop_oneof![
        8 => prop::sample::select(EDITS).prop_map(|(file, from, to)| Event::Edit(file, from, to)),
        1 => project().prop_map(Event::Delete),
        1 => project().prop_map(Event::Rename),
        1 => prop::sample::select(vec!["default", "own"]).prop_map(Event::Theme),
        1 => page().prop_map(Event::HandEdit),
        1 => page().prop_map(Event::Lose),
        1 => prop::sample::select(vec!["公开", "领导"]).prop_map(Event::Audience),
        2 => Just(Event::Build),
    ]
}

const OUTPUTS: [&str; 2] = ["with", "without"];

impl Site {
    fn happen(&self, event: &Event, options: &[&str]) {
        let data = self.stage.data().join("demo");
        match event {
            Event::Edit(file, from, to) => self.edit(file, from, to),
            Event::Delete(id) => drop(fs::remove_file(data.join(project_file(id)))),
            Event::Rename(id) => {
                let new = format!("{id}-2");
                self.edit(&project_file(id), id, &new);
                drop(fs::rename(
                    data.join(project_file(id)),
                    data.join(project_file(&new)),
                ));
            }
            Event::Theme(name) => {
                self.edit("book.yaml", "方案:", &format!("主题: {name}\n方案:"));
                let theme = self.place("themes").join(name);
                fs::create_dir_all(&theme).unwrap();
                fs::write(theme.join("theme.txt"), "color.ink = #123456\n").unwrap();
            }
            Event::HandEdit(page) => {
                for path in self.outputs(page) {
                    if let Ok(bytes) = fs::read(&path) {
                        // The file is another one: what is linked to it does not change along.
                        fs::remove_file(&path).unwrap();
                        fs::write(&path, [&bytes, NOTE].concat()).unwrap();
                    }
                }
            }
            Event::Lose(page) => {
                self.outputs(page).iter().for_each(|path| drop(fs::remove_file(path)))
            }
            Event::Audience(audience) => {
                self.build("others", &["--audience", audience]);
                let _ = fs::remove_dir_all(self.place("others"));
            }
            Event::Build => drop(self.both(options)),
        }
    }

    fn outputs(&self, page: &str) -> [PathBuf; 2] {
        OUTPUTS.map(|out| self.place(out).join("demo").join(page))
    }

    /// A build with the cache, and one without, each over what its last one left.
    fn both(&self, options: &[&str]) -> [Built; 2] {
        let [with, without] = OUTPUTS;
        let (with, without) = rayon::join(
            || self.built(with, options),
            || self.built(without, &[options, &["--no-cache"]].concat()),
        );
        [with, without]
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(40), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happened_since_the_last_build_an_output_is_as_without_a_cache(
        events in prop::collection::vec(event(), 1..5),
        audience in prop::sample::select(vec!["公开", "内部", "领导"]),
        is_draft in any::<bool>(),
    ) {
        let site = Site::new();
        let mut options = vec!["--audience", audience];
        drop(site.both(&options));
        options.extend(is_draft.then_some(["--draft", "2023-07"]).into_iter().flatten());
        events.iter().for_each(|event| site.happen(event, &options));
        let [with, without] = site.both(&options);
        prop_assert!(with == without, "{:?}\n{:?}", &with.1, &without.1);
    }
}
