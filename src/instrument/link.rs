//! Addresses and days in an organisation's own file, read strictly by hand.
//!
//! A browser reads an address generously: it drops line breaks, takes `\` for `/`, and lets a name stand before the
//! host so that `https://our-bank.example@evil.example` leads to the second. What a browser could read in another way
//! than a person is refused here.

/// Longest address.
const LONGEST: usize = 500;

/// What is shown of an address: the host of `https://host/path`, the recipient of `mailto:name@host`. None where it is
/// no address of these two kinds.
#[must_use]
pub fn shown_address(url: &str) -> Option<&str> {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&byte);
    if url.len() > LONGEST || !url.bytes().all(plain) {
        return None;
    }
    if let Some(rest) = url.strip_prefix("https://") {
        let shown = before(rest, b"/?#");
        let host = before(shown, b":");
        let port = shown.get(host.len()..)?;
        return (is_host(host) && (port.is_empty() || is_port(port))).then_some(shown);
    }
    let rest = url.strip_prefix("mailto:")?;
    let shown = before(rest, b"?");
    let name = before(shown, b"@");
    let host = shown.get(name.len()..)?.strip_prefix('@')?;
    // Other headers than the subject could send a copy to somebody who is not named.
    let subject = rest.get(shown.len()..)?;
    let only_subject = subject.is_empty() || (subject.starts_with("?subject=") && !subject.contains('&'));
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || b".-_+".contains(&byte);
    (!name.is_empty() && name.bytes().all(of_name) && is_host(host) && only_subject).then_some(shown)
}

/// A text up to the first of some signs.
fn before<'a>(text: &'a str, signs: &[u8]) -> &'a str {
    let mut end = 0;
    for byte in text.bytes() {
        if signs.contains(&byte) {
            break;
        }
        end += 1;
    }
    text.get(..end).unwrap_or(text)
}

/// Letters, digits and hyphens with points between them.
fn is_host(host: &str) -> bool {
    let (mut last, mut sound) = (b'.', !host.is_empty());
    for byte in host.bytes() {
        let point = byte == b'.' || byte == b'-';
        sound &= byte.is_ascii_alphanumeric() || (point && (last != b'.' && (byte == b'-' || last != b'-')));
        last = byte;
    }
    sound && last != b'.' && last != b'-'
}

fn is_port(port: &str) -> bool {
    (2..=6).contains(&port.len()) && port.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

/// Year, month and day of a text such as `2026-12-18`, if there is such a day.
#[must_use]
pub fn date(text: &str) -> Option<(i32, u32, u32)> {
    let mut parts = [0_u32; 3];
    for (place, byte) in text.bytes().enumerate() {
        let part = match place {
            0..=3 => 0,
            5 | 6 => 1,
            8 | 9 => 2,
            4 | 7 if byte == b'-' => continue,
            _ => return None,
        };
        let digit = char::from(byte).to_digit(10)?;
        let held = parts.get_mut(part)?;
        *held = *held * 10 + digit;
    }
    let [year, month, day] = parts;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let there_is = text.len() == 10 && year > 0 && (1..=12).contains(&month) && (1..=days).contains(&day);
    there_is.then_some((i32::try_from(year).ok()?, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_are_taken() {
        for (url, shown) in [
            ("https://intranet.example", "intranet.example"),
            ("https://intranet.example/", "intranet.example"),
            ("https://Forms.Example:8443/a/b?c=d&e=%20#f", "Forms.Example:8443"),
            ("https://a-b.example?next=https://c.example/@d", "a-b.example"),
            ("https://intranet", "intranet"),
            ("mailto:jo.berg+ai@acme.example", "jo.berg+ai@acme.example"),
            ("mailto:a@b.example?subject=AI%20rollout", "a@b.example"),
        ] {
            assert_eq!(shown_address(url), Some(shown), "{url}");
        }
    }

    #[test]
    fn addresses_that_are_refused() {
        for url in [
            "",
            "intranet.example",
            "http://intranet.example",
            "HTTPS://intranet.example",
            "https:intranet.example",
            "https:///intranet.example",
            "https://",
            "https://?a",
            "https://a..example",
            "https://.example",
            "https://example.",
            "https://a.-b.example",
            "https://a-.example",
            "https://-a.example",
            "https://a.example:",
            "https://a.example:123456",
            "https://a.example:80a",
            "https://bank.example@evil.example/",
            "https://bank.example:pass@evil.example/",
            "https://a.example\\@evil.example",
            "https://a.example/ b",
            "https://a.example/\n",
            " https://a.example",
            "https://a.example/\u{202e}",
            "https://exämple.example",
            "https://a.example/\"onclick",
            "https://[::1]/",
            "https://a%2eexample",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,a",
            "blob:https://a.example/1",
            "file:///etc/passwd",
            "//a.example",
            "mailto:",
            "mailto:a",
            "mailto:@b.example",
            "mailto:a@",
            "mailto:a@b.example,c@d.example",
            "mailto:a@b.example?cc=c@d.example",
            "mailto:a@b.example?subject=x&bcc=c@d.example",
            "mailto:a b@c.example",
            "mailto:a@b@c.example",
        ] {
            assert_eq!(shown_address(url), None, "{url}");
        }
        assert_eq!(shown_address(&format!("https://a.example/{}", "b".repeat(LONGEST))), None);
    }

    #[test]
    fn days() {
        assert_eq!(date("2026-12-18"), Some((2026, 12, 18)));
        assert_eq!(date("2028-02-29"), Some((2028, 2, 29)));
        for text in [
            "",
            "2026-12",
            "2026-2-18",
            "2026-13-01",
            "2026-00-01",
            "2026-04-31",
            "2026-02-29",
            "1900-02-29",
            "18.12.2026",
            "2026-12-18T10:00",
            "2026/12/18",
            "0000-01-01",
            "２０２６-12",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
