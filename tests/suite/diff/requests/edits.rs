//! What each pull request changes.

use std::fs;

use crate::diff::bureau::Bureau;

/// A request: its number and name, and the edit that makes it.
type Request = (&'static str, fn(&Bureau));

const OWN: &str = "wushan/projects/2023/ws-2023-017.yaml";
const FRAMEWORK: &str = "wushan/projects/2023/ws-2023-024.yaml";
const PLAN: &str = "wushan/plans/wushan-2023.yaml";
const UNITS: &str = "wushan/units.yaml";
const JUNE: &str = "  - {月份: 2023-06, 金额: 510万元, 报送: 2023-07-04,";
const CONTRACT: &str = "报送: 2023-03-07, 认定: 2023-03-08, 凭证: [合同文本]}";

pub(super) const REQUESTS: &[Request] = &[
    ("01 更正照手册写", |to| {
        let put_right = CONTRACT.replace(
            "}",
            ", 更正: [{报送: 2024-04-09, 金额: 1.39亿元, 原因: 合同附件核减}]}",
        );
        to.replace(OWN, CONTRACT, &put_right);
    }),
    ("02 改了旧数", |to| to.replace(OWN, "金额: 510万元", "金额: 5100万元")),
    ("03 新项目", |to| {
        let text = to
            .read(OWN)
            .replace("ws-2023-017", "ws-2024-901")
            .replace("家居建材市场", "建材配送中心");
        let text = text
            .replace("某旻林家居", "某启明建材")
            .replace("2023-", "2024-")
            .replace("ws-2024-017", "ws-2024-901");
        let kept: Vec<&str> = text
            .lines()
            .filter(|line| {
                !line.contains("月份: 2024-0") && !line.contains("月份: 2024-1")
                    || line.contains("月份: 2024-03")
            })
            .collect();
        let text = kept
            .join("\n")
            .replace("2024-03-06", "2024-01-16")
            .replace("2024-03-07", "2024-01-17")
            .replace("2024-03-08", "2024-01-18");
        let text = text.replace("2024-06-1", "2024-02-1");
        to.write("wushan/projects/2024/ws-2024-901.yaml", (text + "\n").as_bytes());
    }),
    ("04 换责任单位", |to| {
        to.replace(OWN, "责任单位: 城建集团", "责任单位: 县住房城乡建委")
    }),
    ("12 两个请求合并，录入两遍", |to| {
        let text = to.read(OWN).replace("ws-2023-017", "ws-2023-917");
        to.write("wushan/projects/2023/ws-2023-917.yaml", text.as_bytes());
    }),
    ("14 撤回一笔资金", |to| {
        let text = to.read(OWN);
        let line = text.lines().find(|line| line.contains("月份: 2024-03")).unwrap();
        to.replace(OWN, &format!("{line}\n"), "");
    }),
    ("15 导入200个项目", |to| {
        let text = to.read(OWN);
        for at in 0..200 {
            let text = text.replace("ws-2023-017", &format!("ws-2024-{}", 1000 + at));
            let text = text
                .replace("某旻林", &format!("某启{at}"))
                .replace("家居建材市场", &format!("建材{at}号"));
            to.write(
                &format!("wushan/projects/2024/ws-2024-{}.yaml", 1000 + at),
                text.as_bytes(),
            );
        }
    }),
    ("18 删项目", |to| to.remove(OWN)),
    ("24 迟报照手册写", |to| {
        let late = "  - {月份: 2024-02, 金额: 700万元, 报送: 2024-04-06, 凭证: [银行回单, 付款合同]}\n";
        let text = to.read(OWN);
        to.write(OWN, (text + late).as_bytes());
    }),
    ("27 跨过目标", |to| {
        let more = "  - {月份: 2024-03, 金额: 90亿元, 报送: 2024-04-05, 凭证: [银行回单, 付款合同]}\n";
        let text = to.read(OWN);
        to.write(OWN, (text + more).as_bytes());
    }),
    ("28 项目终止", |to| {
        let text = to.read(OWN)
            + "终止: {日期: 2024-03-20, 原因: 投资方退出, 报送: 2024-03-25}\n";
        to.write(OWN, text.as_bytes());
    }),
    ("05 目标表改数", |to| {
        to.replace(
            PLAN,
            "{编号: year-funds, 指标: 到位资金, 范围: 全县, 值: 70亿元",
            "{编号: year-funds, 指标: 到位资金, 范围: 全县, 值: 69亿元",
        );
    }),
    ("06 权重", |to| {
        to.replace(
            PLAN,
            "        分值: 30\n        封顶: 30",
            "        分值: 40\n        封顶: 40",
        );
    }),
    ("07 进度曲线", |to| {
        to.replace(PLAN, "{期: 2023-Q2, 应达: 50%}", "{期: 2023-Q2, 应达: 45%}");
    }),
    ("08 去掉计入条件", |to| {
        to.replace(PLAN, "      - {条件: 有凭证, 依据: 附件2 三（二）}\n", "");
    }),
    ("10 单位改名", |to| {
        for (path, text) in texts(to, "wushan") {
            if path.contains("released")
                || path.contains("revisions")
                || !text.contains("县交通局")
            {
                continue;
            }
            let text = text.replace("县交通局", "县交通运输局");
            let text = text.replace(
                "名称: 县交通运输局, 简称: 交通局",
                "名称: 县交通运输局, 别名: [县交通局], 简称: 交通局",
            );
            to.write(&path, text.as_bytes());
        }
    }),
    ("17 删别名", |to| to.replace(UNITS, ", 别名: [金融科技, 金融科技领域]", "")),
    ("19 方案文件改名", |to| {
        let text = to.read("wushan/plans/wushan-2023.yaml");
        to.remove("wushan/plans/wushan-2023.yaml");
        to.write("wushan/plans/wushan-2023-final.yaml", text.as_bytes());
    }),
    ("23 换分组", |to| {
        to.replace(UNITS, "{编号: jiaotong, 名称: 县交通局, 简称: 交通局, 类别: 招商责任单位, 分组: departments}", "{编号: jiaotong, 名称: 县交通局, 简称: 交通局, 类别: 招商责任单位, 分组: branches}");
    }),
    ("30 灯的界限", |to| {
        to.replace(
            PLAN,
            "名称: 蓝, 词: 达标, 颜色: \"#2f6db5\", 条件: 不低于0且低于10}",
            "名称: 蓝, 词: 达标, 颜色: \"#2f6db5\", 条件: 不低于-2且低于10}",
        );
        to.replace(PLAN, "条件: 不低于-10且低于0}", "条件: 不低于-10且低于-2}");
    }),
    ("16 截止日期", |to| {
        to.replace(
            "wushan/editions/2024-03.md",
            "期号: 5\n",
            "期号: 5\n截止: [{事项: 资金, 日期: 2024-04-04}]\n",
        );
    }),
    ("09 编号改名", |to| {
        let text = to.read(OWN).replace("ws-2023-017", "ws-2023-817");
        to.remove(OWN);
        to.write("wushan/projects/2023/ws-2023-817.yaml", text.as_bytes());
    }),
    ("11 重排版", |to| {
        let text = to.read(OWN).replace(
            "开工: {日期: 2023-06-12, 报送",
            "开工: {  日期:  2023-06-12,   报送",
        );
        to.write(OWN, text.as_bytes());
    }),
    ("13 冲突标记", |to| {
        let text = to.read(OWN).replace(
            JUNE,
            &format!("<<<<<<< HEAD\n{JUNE}\n=======\n{JUNE}\n>>>>>>> 分支"),
        );
        to.write(OWN, text.as_bytes());
    }),
    ("20 改叙述", |to| {
        to.replace(
            "wushan/editions/2024-03.md",
            "一季度末应达到",
            "按进度一季度末要达到",
        );
    }),
    ("21 新一期通报", |to| {
        let text = to
            .read("wushan/editions/2024-03.md")
            .replace("2024-03", "2024-04")
            .replace("1—3月", "1—4月");
        let text = text
            .replace("印发: 2024-04-11", "印发: 2024-05-12")
            .replace("期号: 5", "期号: 6");
        to.write("wushan/editions/2024-04.md", text.as_bytes());
    }),
    ("22 两个账本", |to| {
        to.replace(FRAMEWORK, "金额: 12亿元", "金额: 120亿元");
        to.replace(
            "luan/reported/2024-06.yaml",
            "值: 34个, 性质: 上报",
            "值: 134个, 性质: 上报",
        );
    }),
    ("25 换行符", |to| {
        let text = to.read(OWN).replace('\n', "\r\n");
        to.write(OWN, text.as_bytes());
    }),
    ("26 注释", |to| {
        let text = to.read(OWN) + "# 已电话核实\n";
        to.write(OWN, text.as_bytes());
    }),
    ("29 改评分", |to| {
        to.replace(
            "wushan/marks/2024-03.yaml",
            "单位: 县规划自然资源局, 日期: 2024-03-12",
            "单位: 县科技局, 日期: 2024-03-12",
        );
    }),
    ("31 改存档", |to| {
        to.replace(
            "wushan/released/2024-02.json",
            "\"value\":\"4.9012\"",
            "\"value\":\"5.9012\"",
        );
    }),
];

/// The files of a book with their texts.
fn texts(bureau: &Bureau, book: &str) -> Vec<(String, String)> {
    let data = bureau.data();
    let paths = crate::case::files_in(&data.join(book));
    let inside = paths
        .iter()
        .map(|path| path.strip_prefix(&data).unwrap().to_str().unwrap().to_owned());
    inside
        .filter_map(|path| {
            Some((path.clone(), fs::read_to_string(data.join(&path)).ok()?))
        })
        .collect()
}
