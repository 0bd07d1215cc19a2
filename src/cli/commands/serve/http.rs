//! Answers requests from this machine.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::cli::commands::serve::request::{Request, side_and_rest};
use crate::cli::commands::serve::response::Response;
use crate::cli::commands::serve::shown::Shown;

/// The page around the site: a bar, what there is to say, and the site in a frame.
const FRAME: &[u8] = include_bytes!("frame.html");
/// How long a request may take to come.
const PATIENCE: Duration = Duration::from_secs(10);

/// Answers for as long as the listener is there.
pub(super) fn serve(listener: &TcpListener, port: u16, shown: &Arc<Shown>) {
    for stream in listener.incoming().flatten() {
        let shown = Arc::clone(shown);
        thread::spawn(move || answer(stream, port, &shown));
    }
}

/// Answers a request; who has gone meanwhile gets nothing.
fn answer(mut stream: TcpStream, port: u16, shown: &Shown) {
    let _ = stream.set_read_timeout(Some(PATIENCE));
    let _ = stream.set_write_timeout(Some(PATIENCE));
    let Some(request) = Request::read(&stream) else { return };
    let bytes = answered(&request, port, shown);
    let _ = stream.write_all(&bytes).and_then(|()| stream.flush());
}

fn answered(request: &Request, port: u16, shown: &Shown) -> Vec<u8> {
    // A page of another site that has got itself the address of this machine names itself here.
    let own = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    if !own.contains(&request.host) {
        return Response::refused("只答本机\n").bytes(request.is_head);
    }
    let path = request.path.as_str();
    if path == "/" {
        return Response::file("frame.html", FRAME).bytes(request.is_head);
    }
    let missing = || Response::missing("没有这一页\n").bytes(request.is_head);
    if let Some((side, _)) = path.strip_prefix("/told").and_then(side_and_rest) {
        let told = shown.told_after(request.version(), side).to_string();
        return Response::file("told.json", told.as_bytes()).bytes(request.is_head);
    }
    let Some((side, file)) = path.strip_prefix("/site").and_then(side_and_rest) else {
        return missing();
    };
    let file = if file.is_empty() { "index.html" } else { file };
    match shown.site(side).as_ref().and_then(|site| site.get(file)) {
        Some((_, bytes)) => Response::file(file, bytes).bytes(request.is_head),
        None => missing(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_speaks_to_this_machine_is_answered() {
        let shown = Shown::default();
        let asked = |host: &str, path: &str| {
            let text = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
            let request = Request::read(text.as_bytes()).unwrap();
            String::from_utf8(answered(&request, 8390, &shown)).unwrap()
        };
        assert!(asked("127.0.0.1:8390", "/").starts_with("HTTP/1.1 200"));
        assert!(asked("localhost:8390", "/").starts_with("HTTP/1.1 200"));
        for host in ["evil.example:8390", "127.0.0.1", "127.0.0.1:80", ""] {
            assert!(asked(host, "/").starts_with("HTTP/1.1 403"), "{host}");
        }
        for path in
            ["/site/内部/通报/x", "/../etc/passwd", "/site/内部/通报/../../x", "/told"]
        {
            assert!(asked("127.0.0.1:8390", path).starts_with("HTTP/1.1 404"), "{path}");
        }
    }
}
