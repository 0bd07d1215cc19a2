//! A mistake of the program itself: told in a sentence, and the run has failed.

use std::panic::{self, PanicHookInfo};

use crate::cli::console::{Exit, complain};
use crate::diagnostic::plain::plain_line;

/// Ends the program with a sentence wherever it meets a mistake of its own, on any thread.
///
/// What was to be put in place stays beside it, and the next run finishes.
pub fn tell_mistakes() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if std::env::var_os("RUST_BACKTRACE").is_some() {
            usual(panic);
        }
        complain(&sentence(panic));
        end();
    }));
}

fn sentence(panic: &PanicHookInfo) -> String {
    let words = panic.payload_as_str().unwrap_or("没有说明");
    let place =
        panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
    let place = place.unwrap_or_default();
    let told = format!(
        "程序自己出了错，没有做完：{words}（{place}）；请把这一行告诉维护程序的人"
    );
    format!("错误：{}\n", plain_line(&told))
}

#[expect(clippy::exit, reason = "a thread that made a mistake has no way back to `main`")]
fn end() {
    std::process::exit(Exit::Failed as i32)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    #[test]
    #[ignore = "ends the process, for the test below"]
    fn makes_a_mistake() {
        super::tell_mistakes();
        std::thread::spawn(|| panic!("一\n二")).join().unwrap_err();
    }

    #[test]
    fn a_mistake_on_any_thread_is_one_sentence_and_a_failed_run() {
        let test = concat!(module_path!(), "::makes_a_mistake");
        let test = test.split_once("::").unwrap().1;
        let run = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--ignored", "--nocapture"])
            .env_remove("RUST_BACKTRACE")
            .output()
            .unwrap();
        let told = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2));
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(told.starts_with("错误：程序自己出了错，没有做完：一"), "{told}");
        assert!(told.contains("src/cli/mistake.rs:"), "{told}");
    }
}
