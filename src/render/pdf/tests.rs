//! What every print must keep.

use std::collections::BTreeMap;

use super::*;
use crate::render::pdf::sample;

#[test]
fn zz_out() {
    let t = std::time::Instant::now();
    let press = Press::new(&Theme::builtin()).unwrap();
    eprintln!("press {:?}", t.elapsed());
    for (path, bytes) in press.files(&sample::document(), &sample::drawings(), b"{}") {
        let p = std::path::Path::new("/tmp/pdfwork/files").join(path);
        std::fs::create_dir_all(p.parent().unwrap()).unwrap();
        std::fs::write(p, bytes).unwrap();
    }
    for _ in 0..2 {
        let t = std::time::Instant::now();
        match press.print(&sample::document(), &sample::drawings(), b"{}") {
            Ok(b) => std::fs::write("/tmp/pdfwork/out.pdf", b).unwrap(),
            Err(e) => panic!("{e:#}"),
        }
        eprintln!("print {:?}", t.elapsed());
    }
}
