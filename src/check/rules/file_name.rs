//! 文件名与里面的编号不同
//!
//! ## 为什么
//! 找一条记录先看文件名；文件名与编号（通报为“期”）不同，就会改错文件。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-9
//! 名称: 仓储项目
//! 投资方: {名称: 甲公司}
//! ```
//! ```text
//! file-name projects/2023/xm-2.yaml:2:5 文件名是 xm-2，里面写的是“xm-9”
//! ```
//!
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-2
//! 名称: 仓储项目
//! 投资方: {名称: 甲公司}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId, stem};
use crate::model::dictionary::{Field, Step, field};
use crate::model::edition::EditionCard;
use crate::model::plan::Plan;
use crate::model::record::activity::Activity;
use crate::model::record::project::Project;

pub(super) static RULE: Rule = rule!("file-name", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let mut compare = |file: FileId, path: &str, field: &'static Field, written: &str| {
        let stem = stem(path);
        if stem != written {
            let message = format!("文件名是 {stem}，里面写的是“{written}”");
            reporter
                .report(Place::value(file, vec![Step::Field(field)]), message)
                .help(format!("把文件改名，或把“{}”改为 {stem}", field.key))
                .about(written);
        }
    };
    for plan in &book.plans {
        compare(plan.file, &plan.path, field!(Plan.id), plan.record.id.as_str());
    }
    for project in &book.projects {
        compare(
            project.file,
            &project.path,
            field!(Project.id),
            project.record.id.as_str(),
        );
    }
    for activity in &book.activities {
        compare(
            activity.file,
            &activity.path,
            field!(Activity.id),
            activity.record.id.as_str(),
        );
    }
    for edition in &book.editions {
        compare(
            edition.file,
            &edition.path,
            field!(EditionCard.period),
            &edition.record.card.period.to_string(),
        );
    }
}
