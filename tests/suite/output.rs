//! The output folder: nothing that this program did not make is ever lost in it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::stage::{Stage, files, program};

/// Makes a folder with a file in it, or a file.
fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Starts a build that goes on in the background.
fn started(stage: &Stage, data: &Path) -> Child {
    let mut command = program();
    let command =
        command.args(["build", "--data"]).arg(data).arg("--out").arg(stage.out());
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

fn two_books() -> Stage {
    let minimal = crate::stage::suite("minimal");
    let stage = Stage::minimal().book("other", &minimal);
    let card = fs::read_to_string(minimal.join("book.yaml")).unwrap();
    stage.write("other/book.yaml", card.replace("某县", "邻县").as_bytes());
    stage
}

#[test]
fn an_output_that_is_or_holds_or_lies_in_the_data_is_refused() {
    let stage = Stage::minimal();
    let sources = files(&stage.data());
    let root = stage.data().parent().unwrap().to_owned();
    put(&root.join("elsewhere/.keep"), "");
    #[cfg(unix)]
    for (link, to) in [("link", "data"), ("deep", "data/demo")] {
        std::os::unix::fs::symlink(root.join(to), root.join(link)).unwrap();
    }
    for out in [
        "data",
        ".",
        "data/demo",
        "data/demo/site",
        "data/new",
        "./elsewhere/../data",
        "elsewhere/../data/demo/projects",
        "link",
        "link/new",
        "deep/projects",
        "missing/../data",
        "",
    ] {
        let ended = stage.run(&["build", "--out", out]);
        assert_eq!(ended.code, Some(2), "{out}: {}{}", ended.stdout, ended.stderr);
        assert!(ended.stderr.starts_with("错误："), "{out}: {}", ended.stderr);
        assert!(files(&stage.data()) == sources, "{out}: not a byte of the data moved");
    }
}

#[test]
fn a_diff_is_not_written_over_the_data() {
    let stage = Stage::minimal();
    let sources = files(&stage.data());
    let diff = ["diff", "./data", "./data", "--out"];
    for out in ["data/demo/book.yaml", "data/diff.html", "data"] {
        let ended = stage.run(&[&diff[..], &[out]].concat());
        assert_eq!(ended.code, Some(2), "{out}: {}", ended.stdout);
        assert!(files(&stage.data()) == sources, "{out}");
    }
    stage.run(&[&diff[..], &["diff.html"]].concat()).fine();
    fs::rename(stage.data(), stage.data().with_file_name("side")).unwrap();
    stage.write("demo/book.yaml", b"");
    for sides in [["./side", "./data"], ["./data", "./side/"]] {
        let out = ["--out", "side/demo/book.yaml"];
        let ended = stage.run(&[&["diff"][..], &sides, &out].concat());
        assert_eq!(ended.code, Some(2), "{}", ended.stderr);
    }
    assert!(files(&stage.data().with_file_name("side")) == sources);
}

#[cfg(unix)]
#[test]
fn a_diff_is_not_written_through_a_link() {
    let stage = Stage::minimal();
    let root = stage.data().with_file_name("");
    put(&root.join("keys"), "mine");
    std::os::unix::fs::symlink("keys", root.join("diff.html")).unwrap();
    let ended = stage.run(&["diff", "./data", "./data", "--out", "diff.html"]);
    assert_eq!(ended.code, Some(2), "{}", ended.stdout);
    assert_eq!(fs::read_to_string(root.join("keys")).unwrap(), "mine");
}

#[test]
fn schemas_are_written_over_schemas_alone() {
    let stage = Stage::minimal();
    let folder = stage.data().with_file_name("schema");
    let write = ["schema", "--out", "schema"];
    stage.run(&write).fine();
    let schemas = files(&folder);
    let older = fs::read_to_string(folder.join("units.json")).unwrap() + "{}\n";
    put(&folder.join("units.json"), &older);
    stage.run(&write).fine();
    assert!(files(&folder) == schemas, "an older one is replaced");
    for text in [
        "",
        "{\"thesis\": 1}",
        "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n",
    ] {
        fs::remove_dir_all(&folder).unwrap();
        put(&folder.join("units.json"), text);
        let ended = stage.run(&write);
        assert_eq!(ended.code, Some(2), "{text}");
        assert!(ended.stderr.contains("units.json"), "{}", ended.stderr);
        assert_eq!(files(&folder), [("units.json".to_owned(), text.as_bytes().to_vec())]);
    }
}

#[test]
fn a_folder_that_is_not_ours_is_refused_whatever_it_holds() {
    for held in [
        "thesis.txt",
        "demo/thesis.txt",
        "demo/index.html",
        "index.html",
        ".staged/x",
        ".retired/demo/x",
        ".audience",
        ".tongbao",
    ] {
        let stage = Stage::minimal();
        put(&stage.out().join(held), "thesis");
        let ended = stage.run(&["build"]);
        assert_eq!(ended.code, Some(2), "{held}: {}", ended.stderr);
        assert_eq!(stage.written(), [(held.to_owned(), b"thesis".to_vec())]);
    }
}

#[test]
fn an_output_inside_another_is_refused() {
    let stage = Stage::minimal();
    stage.run(&["build"]).fine();
    let before = stage.written();
    for inside in ["demo/new", "new", ".tongbao/staged", ".tongbao/new"] {
        let out = format!("output/{inside}");
        let ended = stage.run(&["build", "--out", &out]);
        assert_eq!(ended.code, Some(2), "{out}: {}", ended.stdout);
        assert!(stage.written() == before && !stage.out().join(inside).exists());
    }
    stage.run(&["build"]).fine();
}

#[test]
fn what_git_keeps_and_file_managers_leave_does_not_matter() {
    let stage = Stage::minimal();
    let kept = [".gitignore", ".git/HEAD", "Thumbs.db", "desktop.ini"];
    kept.iter().for_each(|name| put(&stage.out().join(name), "kept"));
    stage.run(&["build"]).fine();
    put(&stage.out().join("demo/projects/Thumbs.db"), "");
    fs::remove_file(stage.data().join("demo/projects/2023/xm-1.yaml")).unwrap();
    stage.run(&["build"]).fine();
    assert!(kept.iter().all(|name| stage.out().join(name).is_file()));
}

#[test]
fn a_foreign_file_anywhere_in_the_output_stops_the_build_and_stays() {
    let ours = ["demo", "projects", "2023-06", ".tongbao", "staged", "retired"];
    for place in [
        "notes.txt",
        "index.htm",
        "photos/a.jpg",
        "demo/notes.txt",
        "demo/projects/notes.html",
        "demo/2023-06/annex/a.docx",
        ".tongbao/notes.txt",
        ".tongbao/staged/notes.txt",
        ".tongbao/staged/demo/notes.txt",
        ".tongbao/retired/demo/notes.txt",
    ] {
        let stage = Stage::minimal();
        stage.run(&["build"]).fine();
        put(&stage.out().join(place), "mine");
        let before = stage.written();
        fs::remove_file(stage.data().join("demo/projects/2023/xm-1.yaml")).unwrap();
        let ended = stage.run(&["build"]);
        assert_eq!(ended.code, Some(2), "{place}: {}", ended.stdout);
        let name = place.split('/').find(|name| !ours.contains(name)).unwrap();
        assert!(ended.stderr.contains(name), "{place}: {}", ended.stderr);
        assert!(stage.written() == before, "{place}: nothing moved");
        fs::remove_file(stage.out().join(place)).unwrap();
        let mut folder = stage.out().join(place);
        while folder.pop() && fs::remove_dir(&folder).is_ok() {}
        stage.run(&["build"]).fine();
    }
}

#[test]
fn a_file_that_comes_while_the_books_are_made_stays_in_its_place() {
    let stage = two_books();
    stage.run(&["build"]).fine();
    for id in ["demo", "other"] {
        fs::remove_file(stage.data().join(id).join("projects/2023/xm-1.yaml")).unwrap();
    }
    let mut building = started(&stage, &stage.data());
    let staged = stage.out().join(".tongbao/staged/demo/.tongbao");
    while !staged.exists() && building.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    put(&stage.out().join("demo/thesis.txt"), "mine");
    let ended = building.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(2), "{ended:?}");
    assert!(stage.out().join("demo/thesis.txt").exists());
    assert!(stage.out().join("demo/projects/xm-1.html").exists(), "no book has changed");
}

#[test]
fn an_edited_page_is_not_written_over() {
    for page in ["index.html", "demo/index.html", "demo/projects/xm-1.html"] {
        let stage = two_books();
        stage.run(&["build"]).fine();
        let path = stage.out().join(page);
        let edited = format!("{}<!-- 局长批示 -->", fs::read_to_string(&path).unwrap());
        put(&path, &edited);
        let before = stage.written();
        let project = stage.data().join("demo/projects/2023/xm-1.yaml");
        fs::remove_file(project).unwrap();
        fs::remove_dir_all(stage.data().join("other")).unwrap();
        let ended = stage.run(&["build"]);
        assert_eq!(ended.code, Some(2), "{page}: {}", ended.stdout);
        assert!(ended.stderr.contains("被人改过"), "{page}: {}", ended.stderr);
        assert_eq!(fs::read_to_string(&path).unwrap(), edited);
        if page != "index.html" {
            assert!(stage.written() == before, "{page}: nothing moved");
        }
        fs::remove_file(&path).unwrap();
        stage.run(&["build"]).fine();
        assert!(!stage.out().join("other").exists());
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_is_neither_followed_nor_removed() {
    let kept = tempfile::tempdir().unwrap();
    put(&kept.path().join("kept.txt"), "kept");
    for place in [
        "demo/projects/xm-1.html",
        "demo/2023-06",
        "index.html",
        ".tongbao/staged",
        ".tongbao/retired",
        ".tongbao/audience",
        ".tongbao/files",
        ".tongbao/lock",
        ".tongbao/part",
        "demo",
        ".tongbao",
    ] {
        let stage = Stage::minimal();
        stage.run(&["build"]).fine();
        put(&stage.out().join(".tongbao/part"), "left by a run that was cut off");
        let path = stage.out().join(place);
        fs::rename(&path, kept.path().join(place.replace('/', "-")))
            .or_else(|_| fs::create_dir(kept.path().join(place.replace('/', "-"))))
            .unwrap();
        let kept_before = files(kept.path());
        std::os::unix::fs::symlink(kept.path().join(place.replace('/', "-")), &path)
            .unwrap();
        let ended = stage.run(&["build"]);
        assert_eq!(ended.code, Some(2), "{place}: {}{}", ended.stdout, ended.stderr);
        assert!(path.is_symlink(), "{place}");
        assert!(files(kept.path()) == kept_before, "{place}: nothing behind it moved");
    }
}

#[test]
fn a_book_that_is_gone_from_the_data_leaves_the_output_and_the_portal() {
    let stage = two_books();
    stage.run(&["build"]).fine();
    let portal = || fs::read_to_string(stage.out().join("index.html")).unwrap();
    assert!(portal().contains("某县") && portal().contains("邻县"));
    fs::remove_dir_all(stage.data().join("other")).unwrap();
    stage.run(&["build", "--book", "demo"]).fine();
    assert!(!stage.out().join("other").exists());
    assert!(portal().contains("某县") && !portal().contains("邻县"));
    let alone = Stage::minimal();
    alone.run(&["build"]).fine();
    assert!(stage.written() == alone.written(), "as if it had never been there");
}

#[test]
fn a_build_of_one_book_keeps_the_others_on_the_portal() {
    let stage = two_books();
    stage.run(&["build"]).fine();
    let whole = stage.written();
    stage.run(&["build", "--book", "demo"]).fine();
    assert!(stage.written() == whole);
    let apart = two_books();
    apart.run(&["build", "--book", "other"]).fine();
    apart.run(&["build", "--book", "demo"]).fine();
    assert!(apart.written() == whole, "whatever the order in which they are built");
}

#[test]
fn the_mark_is_read_by_sha256sum() {
    let stage = Stage::minimal();
    stage.run(&["build"]).fine();
    for (folder, mark) in [("demo", ".tongbao"), (".", ".tongbao/files")] {
        let mut command = Command::new("sha256sum");
        let command = command.args(["--check", "--strict", "--quiet", mark]);
        let checked = command.current_dir(stage.out().join(folder)).output().unwrap();
        assert!(checked.status.success(), "{checked:?}");
    }
}

#[test]
fn what_a_full_disk_or_a_crash_cut_off_is_cleared_by_the_next_build() {
    let stage = Stage::minimal();
    stage.run(&["build"]).fine();
    let whole = stage.written();
    let line = format!("{}  index.html\n", "0".repeat(64));
    let windows = line.replace('\n', "\r\n");
    for mark in ["", "0123", &line[..70], &line, &windows, &format!("{line}0123")] {
        for shelf in ["staged", "retired"] {
            let book = stage.out().join(".tongbao").join(shelf).join("demo");
            put(&book.join(".tongbao"), mark);
            if mark.ends_with('\n') {
                put(&book.join("index.html"), "<html>");
            }
            stage.run(&["build"]).fine();
            assert!(stage.written() == whole, "{shelf}: {mark}");
        }
    }
}

#[test]
fn a_folder_that_does_not_say_for_whom_it_is_takes_no_book_to_others() {
    let stage = two_books();
    stage.run(&["build", "--audience", "领导"]).fine();
    let mark = stage.out().join(".tongbao/audience");
    for text in ["领导\n", "谁", "", "gone"] {
        put(&mark, text);
        if text == "gone" {
            fs::remove_file(&mark).unwrap();
        }
        let ended = stage.run(&["build", "--book", "demo"]);
        assert_eq!(ended.code, Some(2), "{text}: {}", ended.stdout);
    }
    fs::remove_dir_all(stage.out().join("demo")).unwrap();
    fs::remove_dir_all(stage.out().join("other")).unwrap();
    stage.run(&["build"]).fine();
}

#[test]
fn a_second_build_waits_for_the_first() {
    let stage = Stage::minimal();
    stage.run(&["build"]).fine();
    let lock = fs::File::options().write(true).open(stage.out().join(".tongbao/lock"));
    let lock = lock.unwrap();
    lock.lock().unwrap();
    let mut waiting = started(&stage, &stage.data());
    let mut said = BufReader::new(waiting.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert!(line.starts_with("另一个 tongbao 正在写"), "{line}");
    assert!(waiting.try_wait().unwrap().is_none(), "it waits");
    lock.unlock().unwrap();
    assert!(waiting.wait().unwrap().success());
    line.clear();
    assert_eq!(said.read_line(&mut line).unwrap(), 0, "{line}");
}

#[test]
fn two_builds_at_once_leave_each_book_whole() {
    let (one, other) = (two_books(), two_books());
    for id in ["demo", "other"] {
        let path = format!("{id}/projects/2023/xm-1.yaml");
        let text = fs::read_to_string(other.data().join(&path)).unwrap();
        other.write(&path, text.replace("3.2亿元", "4.8亿元").as_bytes());
    }
    one.run(&["build"]).fine();
    other.run(&["build"]).fine();
    let states = [one.written(), other.written()];
    for _ in 0..2 {
        let pair = [started(&one, &one.data()), started(&one, &other.data())];
        for child in pair {
            let ended = child.wait_with_output().unwrap();
            assert!(ended.status.success(), "{ended:?}");
        }
        assert!(states.contains(&one.written()), "one of the two, not a mixture");
    }
}

#[test]
fn no_data_or_no_book_is_never_an_empty_site() {
    let stage = Stage::empty();
    let empty: &[&str] = &["build", "check"];
    for verb in empty {
        let ended = stage.run(&[verb]);
        assert_eq!(ended.code, Some(2), "{verb}: {}", ended.stdout);
        assert!(ended.stderr.contains("没有账本"), "{}", ended.stderr);
    }
    stage.write("README.md", b"# data\n");
    stage.write("schema/book.json", b"{}\n");
    for arguments in [
        &["build"][..],
        &["check"],
        &["build", "--book", "demo"],
        &["check", "--book", ""],
    ] {
        let ended = stage.run(arguments);
        assert_eq!(ended.code, Some(2), "{arguments:?}: {}", ended.stdout);
    }
    assert!(stage.written().is_empty());
}
