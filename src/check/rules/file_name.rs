//! 文件名与里面的编号不同
//!
//! ## 为什么
//! 找一条记录先看文件名；文件名与编号（通报为“期”）不同，就会改错文件。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-9
//! 投资方: {名称: 甲公司}
//! ```
//! ```text
//! file-name projects/2023/xm-2.yaml:2:5 文件名是 xm-2，里面写的是“xm-9”
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::{Place, route};
use crate::model::book::{Book, FileId, stem};

pub(super) static RULE: Rule = rule!("file-name", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let mut compare = |file: FileId, path: &str, key: &'static str, written: &str| {
        let stem = stem(path);
        if stem != written {
            let message = format!("文件名是 {stem}，里面写的是“{written}”");
            reporter
                .report(Place::value(file, route![key]), message)
                .help(format!("把文件改名，或把“{key}”改为 {stem}"))
                .about(written);
        }
    };
    for plan in &book.plans {
        compare(plan.file, &plan.path, "编号", plan.record.id.as_str());
    }
    for project in &book.projects {
        compare(project.file, &project.path, "编号", project.record.id.as_str());
    }
    for activity in &book.activities {
        compare(activity.file, &activity.path, "编号", activity.record.id.as_str());
    }
    for edition in &book.editions {
        compare(
            edition.file,
            &edition.path,
            "期",
            &edition.record.card.period.to_string(),
        );
    }
}
