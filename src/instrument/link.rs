//! Addresses and days in an organisation's own file, read strictly by hand.
//!
//! A browser reads an address generously: it drops line breaks, takes `\` for `/`, and lets a name stand before the
//! host so that `https://our-bank.example@evil.example` leads to the second. What a browser could read in another way
//! than a person is refused here.

/// Longest address.
const LONGEST: usize = 500;

/// What is shown of an address: the host of `https://host/path`, the recipient of `mailto:name@host`. None where it is
/// no address of these two kinds.
///
/// One loop over its bytes: each search of its own costs as much code as all of it.
#[must_use]
pub fn shown_address(url: &str) -> Option<&str> {
    let mail = url.starts_with("mailto:");
    if url.len() > LONGEST || !(mail || url.starts_with("https://")) {
        return None;
    }
    let rest = url.get(if mail { 7 } else { 8 }..)?;
    let (mut end, mut port) = (None, None);
    // A host, and each part of it, begins and ends with a letter or a digit.
    let (mut in_name, mut last) = (mail, b'.');
    for (place, byte) in rest.bytes().enumerate() {
        let sound = match byte {
            _ if end.is_some() => {
                let unsafe_sign =
                    matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}');
                byte.is_ascii_graphic() && !unsafe_sign && !(mail && byte == b'&')
            }
            b'/' | b'?' | b'#' => {
                end = Some(place);
                last.is_ascii_alphanumeric() && !in_name
            }
            b'0'..=b'9' => port.is_none_or(|colon| place - colon < 6),
            _ if byte.is_ascii_alphabetic() => port.is_none(),
            b'.' | b'_' | b'+' | b'-' if in_name => true,
            b'@' if in_name => {
                (in_name, last) = (false, b'.');
                if place == 0 {
                    return None;
                }
                continue;
            }
            b'-' => last != b'.' && port.is_none(),
            b'.' => last.is_ascii_alphanumeric() && port.is_none(),
            b':' if !mail && port.is_none() => {
                port = Some(place);
                last.is_ascii_alphanumeric()
            }
            _ => false,
        };
        if !sound {
            return None;
        }
        if end.is_none() {
            last = byte;
        }
    }
    let end = end.unwrap_or(rest.len());
    // Other headers than the subject could send a copy to somebody who is not named.
    let only_subject = !mail || end == rest.len() || rest.get(end..)?.starts_with("?subject=");
    (only_subject && !in_name && last.is_ascii_alphanumeric()).then(|| rest.get(..end))?
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
