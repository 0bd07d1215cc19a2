//! Numbers, dates and lists as Chinese text: the one place where a value becomes words.
