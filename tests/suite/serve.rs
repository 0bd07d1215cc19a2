//! The live view: a fault is shown with its line and the mended page comes by itself; nobody else is
//! answered, and nothing is left behind.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdin, Stdio};

use serde_json::Value;

use crate::stage::{Stage, program};

/// A server, which ends with the test.
struct Server {
    child: Child,
    input: Option<ChildStdin>,
    port: u16,
}

impl Server {
    fn of(stage: &Stage) -> Server {
        let mut command = program();
        command.args(["serve", "--port", "0", "--today", "2023-07-01"]);
        command.current_dir(stage.data().parent().unwrap());
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://127.0.0.1:").nth(1).unwrap();
        let port = address.split('/').next().unwrap().parse().unwrap();
        let input = child.stdin.take();
        Server { child, input, port }
    }

    /// The answer to a request, with its head.
    fn asked_as(&self, host: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn asked(&self, path: &str) -> String {
        self.asked_as(&format!("127.0.0.1:{}", self.port), path)
    }

    /// What there is to say of a side once something was made after a version.
    fn told(&self, side: &str, since: u64) -> Value {
        let answer = self.asked(&format!("/told/{side}/?since={since}"));
        serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
    }

    /// What there is to say of a side once it is made.
    fn made(&self, side: &str) -> Value {
        let mut told = self.told(side, 0);
        while told["made"] != true {
            told = self.told(side, told["version"].as_u64().unwrap());
        }
        told
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_fault_is_shown_with_its_line_and_the_mended_page_comes_by_itself() {
    let stage = Stage::minimal();
    let server = Server::of(&stage);
    let first = server.made("内部/通报");
    let page = server.asked("/site/内部/通报/demo/2023-06/index.html");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("text/html"), "{page}");
    let file = stage.data().join("demo/projects/2023/xm-1.yaml");
    let sound = fs::read_to_string(&file).unwrap();
    let name = sound.lines().find_map(|line| line.strip_prefix("名称: ")).unwrap();
    fs::write(&file, sound.replace("亿元", "亿")).unwrap();
    let broken = server.told("内部/通报", first["version"].as_u64().unwrap());
    let finding = &broken["told"]["findings"][0];
    assert_eq!(broken["told"]["blocked"], true, "{broken}");
    assert_eq!(finding["path"], "data/demo/projects/2023/xm-1.yaml");
    assert!(finding["line"].as_u64().unwrap() > 1, "{finding}");
    // The page stays what it was, and comes anew once the fault is mended.
    assert_eq!(server.asked("/site/内部/通报/demo/2023-06/index.html"), page);
    fs::write(&file, sound.replace(name, "改好的项目")).unwrap();
    let mended = server.told("内部/通报", broken["version"].as_u64().unwrap());
    assert_eq!(mended["told"]["blocked"], false, "{mended}");
    let project = server.asked("/site/内部/通报/demo/projects/xm-1.html");
    assert!(project.contains("改好的项目"), "{project}");
}

#[test]
fn what_is_shown_is_what_a_build_writes_for_each_audience() {
    let stage = Stage::minimal();
    let server = Server::of(&stage);
    for audience in ["内部", "领导"] {
        let out = stage.data().parent().unwrap().join(audience);
        let out = out.to_str().unwrap();
        stage
            .run(&["build", "--without", "pdf", "--audience", audience, "--out", out])
            .fine();
        server.made(&format!("{audience}/通报"));
        let written =
            fs::read_to_string(format!("{out}/demo/2023-06/index.html")).unwrap();
        let answer =
            server.asked(&format!("/site/{audience}/通报/demo/2023-06/index.html"));
        assert!(answer.ends_with(&written), "{audience}");
    }
    // What a build for the public refuses is not shown either, and why is said.
    let refused = server.told("公开/通报", 0);
    let refused = server.told("公开/通报", refused["version"].as_u64().unwrap());
    assert_eq!(refused["made"], false);
    assert_eq!(refused["told"]["findings"][0]["code"], "hidden-value", "{refused}");
    server.made("内部/草稿");
    let draft = server.asked("/site/内部/草稿/demo/2023-07/index.html");
    assert!(draft.contains("草稿"), "{}", &draft[..200.min(draft.len())]);
}

#[test]
fn nobody_else_is_answered() {
    let stage = Stage::minimal();
    let server = Server::of(&stage);
    server.made("内部/通报");
    for host in ["evil.example", "127.0.0.1:1", "localhost"] {
        let answer = server.asked_as(host, "/site/内部/通报/index.html");
        assert!(answer.starts_with("HTTP/1.1 403"), "{host}: {answer}");
    }
    for path in ["/site/内部/通报/../../../etc/passwd", "/site/%2e%2e/x/y", "/nothing"]
    {
        assert!(server.asked(path).starts_with("HTTP/1.1 404"), "{path}");
    }
    assert!(server.asked("/").contains("边改边看"));
}

#[test]
fn it_ends_with_a_line_and_leaves_nothing_behind() {
    let stage = Stage::minimal();
    let mut server = Server::of(&stage);
    server.made("内部/通报");
    server.input.take().unwrap().write_all(b"\n").unwrap();
    assert!(server.child.wait().unwrap().success());
    let root = stage.data().parent().unwrap().to_owned();
    let left: Vec<_> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["data"]);
}
