//! The fixed floor that the program is held against: the same files read and parsed into structs
//! of strings, and about as many bytes written as the pages have, on two threads.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde::Deserialize;

use crate::book::{ID, files};

/// Bytes of a project's page; and number and bytes of the larger pages.
const PAGE: usize = 1_900;
const LARGE_PAGES: usize = 40;
const LARGE_PAGE: usize = 40_000;

#[derive(Deserialize)]
#[expect(dead_code, reason = "that it is parsed is all")]
struct Project {
    编号: String,
    名称: String,
    演示: String,
    投资方: Investor,
    来源地: String,
    领域: String,
    责任单位: String,
    责任领导: String,
    用地面积: Option<String>,
    合同: Vec<Contract>,
    开工: Option<Start>,
    #[serde(default)]
    到位资金: Vec<Funds>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "that it is parsed is all")]
struct Investor {
    名称: String,
    注册地: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "that it is parsed is all")]
struct Contract {
    类型: String,
    签订: String,
    金额: String,
    报送: String,
    认定: Option<String>,
    凭证: Vec<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "that it is parsed is all")]
struct Start {
    日期: String,
    报送: String,
    认定: String,
    凭证: Vec<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "that it is parsed is all")]
struct Funds {
    月份: String,
    金额: String,
    报送: String,
    凭证: Vec<String>,
    说明: Option<String>,
}

/// Does it, in a process that was started for it.
pub(crate) fn run(data: &Path, out: &Path) {
    let files = files(&data.join(ID).join("projects"));
    let projects: Vec<Project> = files
        .par_iter()
        .map_init(String::new, |text, file| {
            text.clear();
            File::open(file).unwrap().read_to_string(text).unwrap();
            serde_yaml::from_str(text).unwrap()
        })
        .collect();
    fs::create_dir_all(out).unwrap();
    projects.par_iter().enumerate().for_each(|(at, _)| {
        fs::write(out.join(format!("{at}.html")), [b'x'; PAGE]).unwrap();
    });
    for at in 0..LARGE_PAGES {
        fs::write(out.join(format!("large-{at}.html")), vec![b'x'; LARGE_PAGE]).unwrap();
    }
}
