//! The recipes for GitLab, Gitea and Gitee, as they stand; what is asked of a host is kept, not sent.

use std::fs;

use serde_yaml::Value;

use crate::recipes::{Office, root};

/// Stands for the host: keeps what it is asked, and knows one comment once it was made.
const CURL: &str = "#!/bin/bash\necho \"$@\" >> ../asked.log\n\
    case \"$*\" in *--data*) for word in \"$@\"; do case $word in @*) cp \"${word#@}\" ../sent.json ;; esac; done ;;\n\
    *) if grep -q 'POST' ../asked.log; then echo '[{\"id\": 7, \"body\": \"<!-- tongbao diff -->\"}]'; else echo '[]'; fi ;; esac\n";

fn office() -> Office {
    let office = Office::public();
    office.script("curl", CURL);
    office.replace("1200万元", "1300万元");
    office.shell("git commit -qam more").fine();
    office
}

fn recipe(name: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(root().join(".recipes").join(name)).unwrap())
        .unwrap()
}

/// Runs a script twice, as two pushes do: one comment is made and then changed.
fn comments_once(office: &Office, script: &str, change: &str) {
    for _ in 0..2 {
        office.shell(script).fine();
    }
    let asked = fs::read_to_string(office.path("asked.log")).unwrap();
    assert_eq!(asked.matches("-X POST").count(), 1, "{asked}");
    assert_eq!(asked.matches(&format!("-X {change}")).count(), 1, "{asked}");
    let sent = fs::read_to_string(office.path("sent.json")).unwrap();
    let sent: serde_json::Value = serde_json::from_str(&sent).unwrap();
    let body = sent["body"].as_str().unwrap();
    assert!(body.starts_with("<!-- tongbao diff -->\n**放行："), "{body}");
    assert!(body.contains("1200万元→1300万元"), "{body}");
}

fn gitlab(job: &str) -> String {
    let lines = recipe("gitlab-ci.yml")[job]["script"].as_sequence().unwrap().clone();
    let lines: Vec<&str> = lines.iter().map(|line| line.as_str().unwrap()).collect();
    let base = "export CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git rev-parse HEAD~1)";
    format!(
        "export GATES=lost,released ALLOW= TONGBAO_TOKEN=t CI_API_V4_URL=x CI_PROJECT_ID=1 CI_MERGE_REQUEST_IID=2 CI_JOB_URL=https://x/1\n{base}\n{}",
        lines.join("\n")
    )
}

#[test]
fn gitlab_gets_findings_a_comment_and_a_gate() {
    let office = office();
    comments_once(&office, &gitlab("比较"), "PUT");
    office.shell(&gitlab("核对")).fine();
    let quality = fs::read_to_string(office.path("work/quality.json")).unwrap();
    assert_eq!(quality.trim(), "[]");
    office.shell(&gitlab("pages")).fine();
    assert!(office.path("work/public/demo/index.html").is_file());
    office
        .shell("git rm -q data/demo/projects/2023/xm-1.yaml && git commit -qm gone")
        .fine();
    assert!(office.shell(&gitlab("比较")).refused().contains("不放行（lost）"));
    assert!(recipe("gitlab-ci.yml")["cache"].is_null());
}

#[test]
fn gitea_gets_a_comment_and_a_gate() {
    let steps =
        recipe("gitea.yml")["jobs"]["review"]["steps"].as_sequence().unwrap().clone();
    let script = |name: &str| {
        let step = steps.iter().find(|step| step["name"].as_str() == Some(name)).unwrap();
        let run = step["run"].as_str().unwrap();
        assert!(
            !run.contains("${{"),
            "what others write never becomes a part of a script"
        );
        format!(
            "export GATES=lost,released ALLOW= TOKEN=t SERVER=x REPOSITORY=a/b NUMBER=3 BASE=HEAD~1\n{run}"
        )
    };
    let office = office();
    comments_once(&office, &(script("核对和比较") + "\n" + &script("评论")), "PATCH");
    office
        .shell("git rm -q data/demo/projects/2023/xm-1.yaml && git commit -qm gone")
        .fine();
    assert!(office.shell(&script("核对和比较")).refused().contains("不放行（lost）"));
}

#[test]
fn gitee_gets_a_comment_from_any_machine_and_no_token_on_the_command_line() {
    let office = office();
    let program = root().join(".recipes/gitee-comment");
    let run = format!(
        "export GITEE_REPOSITORY=a/b GITEE_TOKEN=secret\n'{}' HEAD~1 HEAD 3",
        program.display()
    );
    comments_once(&office, &run, "PATCH");
    let asked = fs::read_to_string(office.path("asked.log")).unwrap();
    assert!(!asked.contains("secret"), "{asked}");
}
