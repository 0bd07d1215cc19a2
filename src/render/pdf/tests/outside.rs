//! The print as other programs read it: poppler, and a validator of PDF/A and PDF/UA.

use std::path::Path;
use std::process::Command;

use crate::render::pdf::PdfRenderer;
use crate::render::pdf::tests::sample;
use crate::theme::Theme;

const FIGURES: &[u8] = b"{\"schema\":\"tongbao-figures/1\"}";

fn with_print(test: impl FnOnce(&Path, &[u8])) {
    let renderer = PdfRenderer::new(&Theme::builtin()).expect("a renderer");
    let bytes = renderer
        .print(&sample::document(), &sample::drawings(), Some(FIGURES))
        .expect("a print");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bulletin.pdf");
    std::fs::write(&path, &bytes).expect("a file");
    test(&path, &bytes);
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn poppler_reads_title_text_and_attachment() {
    with_print(|path, _| {
        let about = run(Command::new("pdfinfo").arg(path));
        assert!(about.contains("工作情况的通报（含演示数据）"), "{about}");
        assert!(about.contains("Tagged:          yes"), "{about}");
        let text = run(Command::new("pdftotext").arg("-layout").arg(path).arg("-"));
        for words in ["巫招办〔2023〕6号", "28.10亿元", "县规划自然资源局", "甲单位"]
        {
            assert!(text.contains(words), "{words} is not in the text");
        }
        let attached = path.with_file_name("figures.json");
        run(Command::new("pdfdetach")
            .args(["-save", "1", "-o"])
            .arg(&attached)
            .arg(path));
        assert_eq!(std::fs::read(attached).unwrap(), FIGURES);
    });
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_print_is_valid_for_archives_and_for_screen_readers() {
    with_print(|path, bytes| {
        assert!(
            bytes.windows(7).any(|part| part == b"/ObjStm"),
            "the objects are not packed"
        );
        for profile in ["3a", "ua1"] {
            let program = "import page, sys; print(page.validate_pdf(sys.argv[1], profile=sys.argv[2]))";
            let report =
                run(Command::new("python3").args(["-c", program]).arg(path).arg(profile));
            let faults = report.lines().filter(|line| line.starts_with('['));
            let real: Vec<&str> =
                faults.filter(|fault| !is_mistaken(fault, bytes)).collect();
            assert!(report.contains("passed") && real.is_empty(), "{report}");
        }
    });
}

/// The validator takes a carriage return that ends the data of a stream for a part of the line's
/// end, and then finds the stream too short.
fn is_mistaken(fault: &str, bytes: &[u8]) -> bool {
    let object =
        fault.split("(object ").nth(1).and_then(|object| object.split(' ').next());
    let Some(object) = object.filter(|_| fault.contains("STREAM-LENGTH")) else {
        return false;
    };
    let find = |from: usize, words: &str| {
        let words = words.as_bytes();
        bytes[from..]
            .windows(words.len())
            .position(|part| part == words)
            .map(|at| from + at)
    };
    let end =
        find(0, &format!("\n{object} 0 obj")).and_then(|at| find(at, "\nendstream"));
    end.is_some_and(|end| bytes[end - 1] == b'\r')
}
