//! The texts of `docs/` that an administrator needs, as pages beside the product: whoever has the files alone has them too.

use std::fs;
use std::path::Path;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use crate::failure::{Advise, Failure};
use crate::workspace::Workspace;

/// The texts, and the files they become.
const GUIDES: [(&str, &str); 3] = [
    ("embedding.md", "embedding.html"),
    ("instrument.md", "instrument.html"),
    ("security.md", "security.html"),
];

/// Writes the pages into the folder of a build.
pub(crate) fn write(workspace: &Workspace, folder: &Path) -> anyhow::Result<()> {
    for (text, file) in GUIDES {
        let source = workspace.path("docs").join(text);
        let advice = "Restore it from version control, then run the same command again.";
        let text = fs::read_to_string(&source).advise(source.display(), advice)?;
        let page = page(&text)
            .ok_or_else(|| Failure::error(format!("{} has no title", source.display()), advice))?;
        fs::write(folder.join(file), page)?;
    }
    Ok(())
}

/// The whole page; its title is the first heading.
fn page(text: &str) -> Option<String> {
    let title = text.lines().next()?.strip_prefix("# ")?;
    let mut content = String::new();
    html::push_html(
        &mut content,
        linked(Parser::new_ext(text, Options::ENABLE_TABLES).collect()).into_iter(),
    );
    // Names of columns, and no headings of what is in a row.
    let content = content.replace("<th>", "<th scope=\"col\">");
    Some(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title} · Middle Layer</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"icon.svg\">\n\
         <link rel=\"stylesheet\" href=\"paper.css\">\n</head>\n<body>\n<main>\n\
         <p class=\"product\"><a href=\"index.html\">Middle Layer</a></p>\n{content}</main>\n</body>\n</html>\n"
    ))
}

/// Each heading with the name that links to it have, and no link to what is not beside the page: its text stays.
fn linked(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut heading: Option<usize> = None;
    let mut name = String::new();
    for index in 0..events.len() {
        match events.get(index) {
            Some(Event::Start(Tag::Heading { .. })) => heading = Some(index),
            Some(Event::Text(text) | Event::Code(text)) if heading.is_some() => name.push_str(text),
            Some(Event::End(TagEnd::Heading(_))) => {
                let id = name.to_lowercase().replace(|sign: char| !sign.is_alphanumeric() && sign != ' ', "");
                let place = heading.take().and_then(|start| events.get_mut(start));
                if let Some(Event::Start(Tag::Heading { id: empty, .. })) = place {
                    *empty = Some(CowStr::from(id.replace(' ', "-")));
                }
                name.clear();
            }
            _ => {}
        }
    }
    let mut left_out = false;
    events.retain_mut(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            let address = beside(dest_url);
            left_out = address.is_none();
            *dest_url = CowStr::from(address.unwrap_or_default());
            !left_out
        }
        Event::End(TagEnd::Link) => !std::mem::take(&mut left_out),
        _ => true,
    });
    events
}

/// Where a link of the texts leads to from one of the pages.
fn beside(link: &str) -> Option<String> {
    let (path, place) = link.find('#').map_or((link, ""), |start| link.split_at(start));
    if path.is_empty() || path.contains(':') {
        return Some(link.to_owned());
    }
    let (_, file) = GUIDES.into_iter().find(|(text, _)| *text == path)?;
    Some(format!("{file}{place}"))
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_text_is_a_page() {
        let page = page("# For you\n\n| a | b |\n|---|---|\n| `c` | d & e |\n").unwrap_or_default();
        assert!(page.contains("<title>For you · Middle Layer</title>"));
        assert!(page.contains("<th scope=\"col\">a</th>"));
        assert!(page.contains("<td><code>c</code></td><td>d &amp; e</td>"));
        assert_eq!(super::page("no title"), None);
    }

    #[test]
    fn links_lead_to_what_is_beside_the_page() {
        let text = "# A\n\n## The `b`, in short\n\n[one](instrument.md#rules), [two](../README.md), [three](#a), [four](https://a.example/).\n";
        let page = page(text).unwrap_or_default();
        assert!(page.contains("<h2 id=\"the-b-in-short\">The <code>b</code>, in short</h2>"));
        assert!(page.contains(
            "<a href=\"instrument.html#rules\">one</a>, two, <a href=\"#a\">three</a>, <a href=\"https://a.example/\">four</a>."
        ));
    }
}
