//! 已公布给一种受众的数不再公布
//!
//! ## 为什么
//! 发布时按当时的“公开限制”分别记下每个数给谁看，写在 `released/` 里。以后再加的限制把公布过的数收走，读者手里的那一份却还在，两份对不上。生成那种受众的一版时核对，收走了就不写出。
//!
//! ## 怎么办
//! 公布过的照旧公布；从以后某一期起不公布的，在限制里写 `期间`，如 `期间: 2023-07-01 至 2023-12-31`。
//!
//! 当时就不该公布的（如由不公开的字段归类、能推出单个项目的），在 `revisions/<期>.yaml` 里写一条 `撤回`：`{指标: [招大引强项目合同额], 原因: 按不公开的投资方类别归类, 日期: 2023-10-08}`。公开版的网页和存档里不再有这些数，并注明已撤回；读者手里的旧版收不回来。

use crate::check::context::Published;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::current::moved;
use crate::results::release::computed;
use crate::words::date;

pub(super) static RULE: Rule =
    rule!("released-figure-withdrawn", Error, Published(check));

fn check(published: &Published, reporter: &mut Reporter) {
    let (book, level) = (published.basis.audience.book, published.basis.audience.level);
    // Nothing is published of what is supposed.
    let releases = book.releases.iter().filter(|_| !book.is_supposed);
    for release in releases {
        let period = &release.record.period;
        let now = computed(published.basis, period);
        for moved in moved(book, period, &now).iter().filter(|moved| moved.is_lost()) {
            let message = format!(
                "{}的{}版已经发布“{}”（{}），现在却不再公布",
                date::period(period),
                level.label(),
                moved.figure.title(),
                moved.figure.id,
            );
            let help = "公布过的数收不回来；“公开限制”用“期间”写明从以后哪一期起不公布；当时就不该公布的，在 revisions/ 里写一条“撤回”";
            let place = Place::whole(release.file);
            reporter.report(place, message).help(help).about(moved.figure.id.to_string());
        }
    }
}
