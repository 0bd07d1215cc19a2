//! An answer, as bytes.

/// An answer.
pub(super) struct Response<'a> {
    status: &'static str,
    kind: &'static str,
    body: &'a [u8],
}

impl<'a> Response<'a> {
    /// Answers with a file, whose name says what it is.
    pub(super) fn file(path: &str, body: &'a [u8]) -> Response<'a> {
        Response { status: "200 OK", kind: kind(path), body }
    }

    /// Answers that there is nothing.
    pub(super) fn missing(body: &'a str) -> Response<'a> {
        let kind = "text/plain; charset=utf-8";
        Response { status: "404 Not Found", kind, body: body.as_bytes() }
    }

    /// Refuses to answer.
    pub(super) fn refused(body: &'a str) -> Response<'a> {
        let kind = "text/plain; charset=utf-8";
        Response { status: "403 Forbidden", kind, body: body.as_bytes() }
    }

    /// Returns the bytes; without the body where only the head is wanted.
    pub(super) fn bytes(&self, is_head: bool) -> Vec<u8> {
        let mut bytes = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
             X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
             Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n",
            self.status,
            self.kind,
            self.body.len()
        )
        .into_bytes();
        if !is_head {
            bytes.extend_from_slice(self.body);
        }
        bytes
    }
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "svg" => "image/svg+xml",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
