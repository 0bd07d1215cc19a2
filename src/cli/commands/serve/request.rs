//! A request, as far as it matters here.

use std::io::{BufRead, BufReader, Read};

use crate::cli::commands::serve::shown::Side;
use crate::model::dictionary::{Level, Word};

/// Bytes that the head of a request may have.
const LONGEST: u64 = 16 * 1024;

/// What is asked for.
#[derive(Debug, PartialEq)]
pub(super) struct Request {
    /// The path, decoded.
    pub(super) path: String,
    /// What stands behind the question mark.
    query: String,
    /// To whom the browser thinks it speaks.
    pub(super) host: String,
    /// Whether only the head of the answer is wanted.
    pub(super) is_head: bool,
}

impl Request {
    /// Reads a request; `None` if it is none that is answered.
    pub(super) fn read(stream: impl Read) -> Option<Request> {
        let mut lines = BufReader::new(stream.take(LONGEST)).lines();
        let first = lines.next()?.ok()?;
        let mut words = first.split(' ');
        let (method, target) = (words.next()?, words.next()?);
        if !["GET", "HEAD"].contains(&method) || !target.starts_with('/') {
            return None;
        }
        let mut host = String::new();
        for line in lines {
            let line = line.ok()?;
            if line.is_empty() {
                let (path, query) = target.split_once('?').unwrap_or((target, ""));
                let (path, query) = (decoded(path)?, query.to_owned());
                return Some(Request { path, query, host, is_head: method == "HEAD" });
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("host")
            {
                value.trim().clone_into(&mut host);
            }
        }
        None
    }

    /// Returns the version that the page has.
    pub(super) fn version(&self) -> u64 {
        let after = |part: &str| part.strip_prefix("since=")?.parse().ok();
        self.query.split('&').find_map(after).unwrap_or_default()
    }
}

/// Returns the side that the beginning of a path names, and the rest of the path.
pub(super) fn side_and_rest(path: &str) -> Option<(Side, &str)> {
    let mut parts = path.trim_start_matches('/').splitn(3, '/');
    let level = Level::parse(parts.next()?).ok()?;
    let drafts = match parts.next()? {
        "草稿" => true,
        "通报" => false,
        _ => return None,
    };
    Some((Side { level, drafts }, parts.next().unwrap_or_default()))
}

/// Returns a path without its percent signs; `None` if it is not text.
fn decoded(path: &str) -> Option<String> {
    let (mut bytes, mut rest) = (Vec::new(), path.as_bytes());
    while let [first, after @ ..] = rest {
        match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                let digit = |byte: &u8| (*byte as char).to_digit(16);
                bytes.push(u8::try_from(digit(high)? * 16 + digit(low)?).ok()?);
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_or_left() {
        let read = |text: &str| Request::read(text.as_bytes());
        let request =
            read("GET /a/%E5%85%AC?since=3 HTTP/1.1\r\nhOst: 127.0.0.1:1\r\n\r\n");
        let request = request.unwrap();
        assert_eq!(
            (request.path.as_str(), request.host.as_str()),
            ("/a/公", "127.0.0.1:1")
        );
        assert_eq!(request.version(), 3);
        for text in [
            "",
            "GET",
            "POST / HTTP/1.1\r\n\r\n",
            "GET http://x/ HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n",
            "GET /%ff HTTP/1.1\r\n\r\n",
            "GET /%zz HTTP/1.1\r\n\r\n",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_path_begins_with_a_side() {
        let (side, rest) = side_and_rest("/内部/草稿/wushan/index.html").unwrap();
        assert_eq!((side.level, side.drafts), (Level::Internal, true));
        assert_eq!(rest, "wushan/index.html");
        assert!(side_and_rest("/内部/wushan").is_none() && side_and_rest("/").is_none());
    }
}
